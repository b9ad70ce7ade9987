/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query MyAccount {\n    viewer {\n      recoveryCodesLeft\n      account {\n        id\n        kind\n        user {\n          displayName\n          username\n        }\n        email\n        pendingEmail\n        role\n        groups {\n          id\n          name\n        }\n        accessEndsOn\n        version\n      }\n    }\n  }\n": typeof types.MyAccountDocument,
    "\n  mutation ChangeUsername($input: ChangeUsernameInput!) {\n    changeUsername(input: $input) {\n      account {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ChangeUsernameDocument,
    "\n  mutation ChangeEmail($input: ChangeEmailInput!) {\n    changeEmail(input: $input) {\n      account {\n        pendingEmail\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ChangeEmailDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation BeginReplacement {\n    beginSecondFactorReplacement {\n      enrollment {\n        secret\n        otpauthUri\n        qrSvg\n        accountName\n        issuer\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.BeginReplacementDocument,
    "\n  mutation ConfirmReplacement($input: CodeInput!) {\n    confirmSecondFactorReplacement(input: $input) {\n      codes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ConfirmReplacementDocument,
    "\n  mutation RegenerateRecoveryCodes {\n    regenerateRecoveryCodes {\n      codes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.RegenerateRecoveryCodesDocument,
    "\n  query Passkeys {\n    passkeys {\n      id\n      name\n      createdAt\n      lastUsedAt\n    }\n  }\n": typeof types.PasskeysDocument,
    "\n  mutation BeginPasskeyRegistration {\n    beginPasskeyRegistration {\n      options\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.BeginPasskeyRegistrationDocument,
    "\n  mutation FinishPasskeyRegistration($input: FinishPasskeyRegistrationInput!) {\n    finishPasskeyRegistration(input: $input) {\n      passkey {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.FinishPasskeyRegistrationDocument,
    "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      passkey {\n        id\n        name\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.RenamePasskeyDocument,
    "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.RemovePasskeyDocument,
    "\n  query Sessions {\n    sessions {\n      id\n      createdAt\n      lastSeenAt\n      device\n      address\n      countryCode\n      isCurrent\n    }\n  }\n": typeof types.SessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.EndOtherSessionsDocument,
    "\n  query ApiTokens($ofEverybody: Boolean!) {\n    apiTokens(ofEverybody: $ofEverybody) {\n      id\n      name\n      prefix\n      owner {\n        id\n        displayName\n      }\n      canWrite\n      forms {\n        id\n        name\n      }\n      networks\n      createdAt\n      expiresOn\n      lastUsedAt\n      lastUsedAddress\n      revokedAt\n      isGood\n    }\n  }\n": typeof types.ApiTokensDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      apiToken {\n        id\n        name\n      }\n      secret\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.CreateApiTokenDocument,
    "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) {\n      apiToken {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.RevokeApiTokenDocument,
    "\n  query RegisterMenu {\n    forms {\n      id\n      key\n      origin\n      name\n      singularName\n      icon\n      category\n      numberPrefix\n      recordCount\n      viewerCanCreate\n    }\n  }\n": typeof types.RegisterMenuDocument,
    "\n  query RecordByCode($formKey: String!, $number: Int!) {\n    recordByNumber(formKey: $formKey, number: $number) {\n      id\n      code\n      title\n      number\n    }\n  }\n": typeof types.RecordByCodeDocument,
    "\n  mutation ExportArchive($input: ExportArchiveInput!) {\n    exportArchive(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ExportArchiveDocument,
    "\n  query AuditEvents($filter: AuditFilter, $first: Int, $after: String) {\n    auditEvents(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        seq\n        at\n        actorKind\n        actor {\n          id\n        }\n        actorName\n        action\n        subjectKind\n        subjectId\n        subjectName\n        changes {\n          field\n          before\n          after\n        }\n        details\n        address\n        isRefusal\n        isErased\n        hash\n      }\n    }\n  }\n": typeof types.AuditEventsDocument,
    "\n  query AuditActions {\n    auditActions\n  }\n": typeof types.AuditActionsDocument,
    "\n  query AuditChain {\n    auditChain {\n      length\n      headHash\n      publishedAt\n      publishedSeq\n      verifiedAt\n      verifiedSeq\n      isIntact\n      problem {\n        code\n        path\n        params\n      }\n      publicKey\n    }\n  }\n": typeof types.AuditChainDocument,
    "\n  mutation VerifyAuditChain {\n    verifyAuditChain {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.VerifyAuditChainDocument,
    "\n  mutation StartAuditExport($input: StartAuditExportInput!) {\n    startAuditExport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.StartAuditExportDocument,
    "\n  query AccountLink($token: String!) {\n    accountLink(token: $token) {\n      purpose\n      username\n      displayName\n      email\n      expiresAt\n    }\n  }\n": typeof types.AccountLinkDocument,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.RequestPasswordResetDocument,
    "\n  mutation AcceptInvitation($input: ChoosePasswordInput!) {\n    acceptInvitation(input: $input) {\n      ticket\n      nextStep\n      hasPasskey\n      hasRecoveryCodes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  mutation ResetPassword($input: ChoosePasswordInput!) {\n    resetPassword(input: $input) {\n      username\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ResetPasswordDocument,
    "\n  mutation ConfirmEmail($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      isConfirmed\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ConfirmEmailDocument,
    "\n  query Viewer {\n    viewer {\n      user {\n        id\n        displayName\n        username\n      }\n      role\n      locale\n      canManageForms\n      canExport\n      canImport\n      canSeePeople\n      canManagePeople\n      canReadAuditLog\n      canManageFirewall\n      canTakeArchive\n      canSeeBackups\n      canRestoreBackups\n      preferences\n      hasPasskey\n      accessEndsOn\n      canMakeApiTokens\n    }\n    environment {\n      id\n      name\n      host\n      locale\n      hasOutbox\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ticket\n      nextStep\n      hasPasskey\n      hasRecoveryCodes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {\n    verifySecondFactor(input: $input) {\n      viewer {\n        role\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.VerifySecondFactorDocument,
    "\n  mutation UseRecoveryCode($input: UseRecoveryCodeInput!) {\n    useRecoveryCode(input: $input) {\n      viewer {\n        role\n      }\n      recoveryCodesLeft\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.UseRecoveryCodeDocument,
    "\n  mutation BeginPasskeyVerification($input: BeginPasskeyVerificationInput!) {\n    beginPasskeyVerification(input: $input) {\n      options\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.BeginPasskeyVerificationDocument,
    "\n  mutation VerifyPasskey($input: VerifyPasskeyInput!) {\n    verifyPasskey(input: $input) {\n      viewer {\n        role\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.VerifyPasskeyDocument,
    "\n  mutation BeginEnrollment($input: BeginSecondFactorEnrollmentInput!) {\n    beginSecondFactorEnrollment(input: $input) {\n      enrollment {\n        secret\n        otpauthUri\n        qrSvg\n        accountName\n        issuer\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.BeginEnrollmentDocument,
    "\n  mutation ConfirmEnrollment($input: ConfirmSecondFactorEnrollmentInput!) {\n    confirmSecondFactorEnrollment(input: $input) {\n      viewer {\n        role\n      }\n      recoveryCodes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ConfirmEnrollmentDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      freshUntil\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.StepUpDocument,
    "\n  mutation BeginPasskeyStepUp {\n    beginPasskeyStepUp {\n      options\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.BeginPasskeyStepUpDocument,
    "\n  fragment RestoreParts on Restore {\n    id\n    purpose\n    backup {\n      id\n      tier\n      takenAt\n    }\n    askedBy {\n      id\n      displayName\n    }\n    askedAt\n    reason\n    state\n    finishedAt\n    failure\n    openUntil\n  }\n": typeof types.RestorePartsFragmentDoc,
    "\n  query Backups {\n    backups {\n      isSetUp\n      lastDrillAt\n      isLastDrillNoticed\n      isKeeperSound\n      places {\n        tier\n        nextAt\n        lastTakenAt\n        lastProvenTakenAt\n        overdueSince\n      }\n      runs {\n        id\n        tier\n        reason\n        state\n        dueAt\n        begunAt\n        attempts\n        doneBytes\n        totalBytes\n        finishedAt\n        nextAttemptAt\n        takenAt\n        sequence\n        databaseBytes\n        files\n        fileBytes\n        provenAt\n        proofSeconds\n        provenRows\n        removedAt\n        canBeRestored\n      }\n      restores {\n        ...RestoreParts\n      }\n    }\n  }\n": typeof types.BackupsDocument,
    "\n  mutation MakeBackup {\n    makeBackup {\n      backup {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.MakeBackupDocument,
    "\n  mutation RequestRestore($input: RequestRestoreInput!) {\n    requestRestore(input: $input) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.RequestRestoreDocument,
    "\n  mutation OpenBackup($input: OpenBackupInput!) {\n    openBackup(input: $input) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.OpenBackupDocument,
    "\n  mutation CancelRestore($id: ID!) {\n    cancelRestore(id: $id) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.CancelRestoreDocument,
    "\n  fragment ChartParts on Chart {\n    key\n    title\n    titleNl: title(locale: NL)\n    titleEn: title(locale: EN)\n    kind\n    groupBy\n    splitBy\n    interval\n    measure\n    measureField\n    field\n    isOpenOnly\n    tests {\n      fieldKey\n      anyOf\n      isFilled\n      from\n      to\n    }\n  }\n": typeof types.ChartPartsFragmentDoc,
    "\n  fragment ChartDataParts on ChartData {\n    groups {\n      key\n      label\n      colour\n      filter\n    }\n    series {\n      key\n      label\n      colour\n      filter\n    }\n    cells {\n      group\n      series\n      value\n      colour\n      filter\n    }\n    total\n    clocks {\n      record {\n        id\n        number\n        code\n        title\n      }\n      dueAt\n      state\n    }\n  }\n": typeof types.ChartDataPartsFragmentDoc,
    "\n  fragment ChartFormParts on Form {\n    id\n    key\n    name\n    icon\n  }\n": typeof types.ChartFormPartsFragmentDoc,
    "\n  query FormCharts($key: String!) {\n    form(key: $key) {\n      ...ChartFormParts\n      charts {\n        ...ChartParts\n      }\n    }\n  }\n": typeof types.FormChartsDocument,
    "\n  query DashboardFigures($key: String!, $chart: ChartInput!) {\n    form(key: $key) {\n      id\n      chartData(chart: $chart) {\n        ...ChartDataParts\n      }\n    }\n  }\n": typeof types.DashboardFiguresDocument,
    "\n  mutation ExportChart($input: ExportChartInput!) {\n    exportChart(input: $input) {\n      file {\n        fileName\n        mediaType\n        base64\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ExportChartDocument,
    "\n  query LatestChanges {\n    forms {\n      key\n      icon\n      records(sort: { by: UPDATED_AT, direction: DESC }, first: 8) {\n        nodes {\n          id\n          number\n          code\n          title\n          updatedAt\n          updatedBy {\n            displayName\n          }\n          status {\n            label\n            colour\n            kind\n          }\n        }\n      }\n    }\n  }\n": typeof types.LatestChangesDocument,
    "\n  fragment BoardFacts on Dashboard {\n    id\n    name\n    isShared\n    isHome\n    version\n    viewerCanEdit\n    owner {\n      id\n      displayName\n    }\n  }\n": typeof types.BoardFactsFragmentDoc,
    "\n  query DashboardBoards {\n    dashboards {\n      ...BoardFacts\n    }\n  }\n": typeof types.DashboardBoardsDocument,
    "\n  query DashboardBoard($id: ID!) {\n    dashboard(id: $id) {\n      ...BoardFacts\n      hiddenCards\n      cards {\n        id\n        width\n        form {\n          ...ChartFormParts\n        }\n        chart {\n          ...ChartParts\n        }\n        data {\n          ...ChartDataParts\n        }\n      }\n    }\n  }\n": typeof types.DashboardBoardDocument,
    "\n  mutation SaveBoard($input: SaveDashboardInput!) {\n    saveDashboard(input: $input) {\n      dashboard {\n        ...BoardFacts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.SaveBoardDocument,
    "\n  mutation DeleteBoard($input: DeleteDashboardInput!) {\n    deleteDashboard(input: $input) {\n      deletedId\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.DeleteBoardDocument,
    "\n  query DashboardOverview {\n    forms {\n      id\n      key\n      name\n      singularName\n      icon\n      category\n      recordCount\n      viewerCanCreate\n      statusCounts {\n        count\n        status {\n          key\n          label\n          kind\n          colour\n        }\n      }\n      fields {\n        key\n        kind\n        label\n        isInList\n      }\n    }\n  }\n": typeof types.DashboardOverviewDocument,
    "\n  query RiskMatrix($formKey: String!, $fieldKey: String!) {\n    form(key: $formKey) {\n      id\n      riskMatrix(fieldKey: $fieldKey) {\n        likelihood\n        impact\n        score\n        count\n        level {\n          key\n          label\n          colour\n          minimumScore\n        }\n      }\n      fields {\n        key\n        scale {\n          likelihood {\n            value\n            label\n          }\n          impact {\n            value\n            label\n          }\n          levels {\n            key\n            label\n            colour\n            minimumScore\n          }\n        }\n      }\n    }\n  }\n": typeof types.RiskMatrixDocument,
    "\n  mutation StartRecordExport($input: StartRecordExportInput!) {\n    startRecordExport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.StartRecordExportDocument,
    "\n  mutation StartExport($input: StartExportInput!) {\n    startExport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.StartExportDocument,
    "\n  fragment FirewallRuleParts on FirewallRule {\n    id\n    channel\n    action\n    network\n    note\n    endsOn\n    isInForce\n  }\n": typeof types.FirewallRulePartsFragmentDoc,
    "\n  fragment FirewallLimitParts on FirewallLimits {\n    perAddressPerMinute\n    perAccountPerMinute\n    perTokenPerMinute\n    concurrentRequests\n    onTrip\n    blockMinutes\n  }\n": typeof types.FirewallLimitPartsFragmentDoc,
    "\n  fragment FirewallParts on Firewall {\n    version\n    rules {\n      ...FirewallRuleParts\n    }\n    limits {\n      ...FirewallLimitParts\n    }\n    defaultLimits {\n      ...FirewallLimitParts\n    }\n    viewerAddress\n    updatedAt\n    updatedBy {\n      id\n      displayName\n    }\n    pending {\n      requestedAt\n      requestedBy {\n        id\n        displayName\n      }\n      expiresAt\n      rules {\n        ...FirewallRuleParts\n      }\n      limits {\n        ...FirewallLimitParts\n      }\n    }\n  }\n": typeof types.FirewallPartsFragmentDoc,
    "\n  query Firewall {\n    firewall {\n      ...FirewallParts\n    }\n  }\n": typeof types.FirewallDocument,
    "\n  query FirewallVerdict($address: String!, $channel: FirewallChannel!, $proposal: FirewallInput) {\n    testFirewallAddress(address: $address, channel: $channel, proposal: $proposal) {\n      isAllowed\n      reason\n      rule {\n        network\n        note\n      }\n      isBlockedUntil\n    }\n  }\n": typeof types.FirewallVerdictDocument,
    "\n  query FirewallRefusals($after: String) {\n    firewallRefusals(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        hour\n        address\n        channel\n        reason\n        count\n        lastAt\n      }\n    }\n  }\n": typeof types.FirewallRefusalsDocument,
    "\n  mutation SaveFirewall($input: SaveFirewallInput!) {\n    saveFirewall(input: $input) {\n      firewall {\n        ...FirewallParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.SaveFirewallDocument,
    "\n  mutation ConfirmFirewall {\n    confirmFirewall {\n      firewall {\n        ...FirewallParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ConfirmFirewallDocument,
    "\n  mutation DiscardPendingFirewall {\n    discardPendingFirewall {\n      firewall {\n        ...FirewallParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.DiscardPendingFirewallDocument,
    "\n  query DesignForm($key: String!, $locale: Locale!) {\n    form(key: $key) {\n      id\n      key\n      origin\n      name(locale: $locale)\n      singularName(locale: $locale)\n      help(locale: $locale)\n      icon\n      numberPrefix\n      titleFieldKey\n      revision\n      category\n      allowsMeasures\n      requirements {\n        standard\n        code\n      }\n      viewerCanDesign\n      groups {\n        key\n        label(locale: $locale)\n        help(locale: $locale)\n      }\n      statuses {\n        key\n        label(locale: $locale)\n        kind\n        colour\n        nextKeys\n      }\n      fields {\n        key\n        kind\n        groupKey\n        label(locale: $locale)\n        help(locale: $locale)\n        isStandard\n        isBase\n        isHidden\n        isRequired\n        isInList\n        isMultiple\n        isMultiline\n        isUnique\n        visibleWhen {\n          ...ConditionParts\n        }\n        requiredWhen {\n          ...ConditionParts\n        }\n        default {\n          kind\n          value {\n            ...ValueInFull\n          }\n        }\n        maxLength\n        decimals\n        minimum\n        maximum\n        unit(locale: $locale)\n        options {\n          key\n          label(locale: $locale)\n          colour\n        }\n        referencedFormKey\n        columns\n        sourceFormKey\n        sourceFieldKey\n        expression\n        deadline {\n          fromKey\n          term {\n            ...TermParts\n          }\n          extension {\n            whenKey\n            term {\n              ...TermParts\n            }\n          }\n          stoppedByKey\n        }\n        prefix\n        digits\n      }\n    }\n  }\n": typeof types.DesignFormDocument,
    "\n  fragment TermParts on Term {\n    hours\n    days\n    months\n  }\n": typeof types.TermPartsFragmentDoc,
    "\n  query FormCheck($formKey: String, $form: FormInput!) {\n    checkForm(formKey: $formKey, form: $form) {\n      userErrors {\n        code\n        path\n        params\n      }\n      changes {\n        kind\n        path\n        label\n        before\n        after\n      }\n    }\n  }\n": typeof types.FormCheckDocument,
    "\n  mutation CreateForm($form: FormInput!) {\n    createForm(input: { form: $form }) {\n      form {\n        id\n        key\n        name\n        fields {\n          key\n          label\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.CreateFormDocument,
    "\n  mutation PublishForm($formKey: String!, $revision: Int!, $form: FormInput!) {\n    publishForm(input: { formKey: $formKey, revision: $revision, form: $form }) {\n      form {\n        id\n        key\n        name\n        revision\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.PublishFormDocument,
    "\n  query PreviewScale {\n    riskCriteria {\n      scale {\n        ...ScaleParts\n      }\n    }\n  }\n": typeof types.PreviewScaleDocument,
    "\n  query FormRevisions($key: String!, $first: Int, $after: String) {\n    form(key: $key) {\n      id\n      key\n      name\n      revision\n      viewerCanDesign\n      revisions(first: $first, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          number\n          publishedAt\n          publishedBy {\n            displayName\n          }\n        }\n      }\n    }\n  }\n": typeof types.FormRevisionsDocument,
    "\n  query RegistersInUse {\n    forms {\n      id\n      key\n      origin\n      name\n      icon\n      category\n      revision\n      recordCount\n      viewerCanDesign\n    }\n  }\n": typeof types.RegistersInUseDocument,
    "\n  query ArchivedForms {\n    archivedForms {\n      key\n      name\n      archivedAt\n    }\n  }\n": typeof types.ArchivedFormsDocument,
    "\n  mutation ArchiveForm($formKey: String!) {\n    archiveForm(input: { formKey: $formKey }) {\n      form {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ArchiveFormDocument,
    "\n  mutation RestoreForm($formKey: String!) {\n    restoreForm(input: { formKey: $formKey }) {\n      form {\n        id\n        key\n        name\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.RestoreFormDocument,
    "\n  query UploadSheets($id: ID!) {\n    upload(id: $id) {\n      id\n      fileName\n      sheets {\n        name\n        isVisible\n        rowCount\n        columnCount\n      }\n    }\n  }\n": typeof types.UploadSheetsDocument,
    "\n  query UploadSheet($id: ID!, $name: String!) {\n    upload(id: $id) {\n      id\n      sheet(name: $name) {\n        name\n        headerRow\n        rowCount\n        columns {\n          index\n          header\n          guessedKind\n          isMultiline\n          options\n          filledCount\n          samples\n        }\n      }\n    }\n  }\n": typeof types.UploadSheetDocument,
    "\n  mutation SuggestImportMapping($input: SuggestImportMappingInput!) {\n    suggestImportMapping(input: $input) {\n      mapping {\n        column\n        fieldKey\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.SuggestImportMappingDocument,
    "\n  mutation PreviewImport($input: ImportInput!) {\n    previewImport(input: $input) {\n      plan {\n        rowCount\n        createCount\n        updateCount\n        unchangedCount\n        conflictCount\n        errorCount\n        errors {\n          row\n          column\n          header\n          code\n          params\n        }\n        rows {\n          row\n          action\n          code\n          title\n          changes {\n            fieldKey\n            fieldLabel\n            before\n            after\n          }\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.PreviewImportDocument,
    "\n  mutation StartImport($input: ImportInput!) {\n    startImport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.StartImportDocument,
    "\n  fragment JobFacts on Job {\n    id\n    kind\n    state\n    createdAt\n    finishedAt\n    done\n    total\n    downloadUrl\n    fileName\n    errors {\n      code\n      path\n      params\n    }\n    importSummary {\n      created\n      updated\n      unchanged\n      formKey\n    }\n  }\n": typeof types.JobFactsFragmentDoc,
    "\n  query Job($id: ID!) {\n    job(id: $id) {\n      ...JobFacts\n    }\n  }\n": typeof types.JobDocument,
    "\n  query Jobs($first: Int, $after: String) {\n    jobs(first: $first, after: $after) {\n      nodes {\n        ...JobFacts\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.JobsDocument,
    "\n  mutation CancelJob($input: CancelJobInput!) {\n    cancelJob(input: $input) {\n      job {\n        ...JobFacts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.CancelJobDocument,
    "\n  query LookBack {\n    forms {\n      id\n    }\n  }\n": typeof types.LookBackDocument,
    "\n  mutation CloseBackup($id: ID!) {\n    closeBackup(id: $id) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.CloseBackupDocument,
    "\n  query Outbox($first: Int!, $after: String) {\n    outbox(first: $first, after: $after) {\n      nodes {\n        id\n        to\n        subject\n        sentAt\n        text\n        html\n        locale\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.OutboxDocument,
    "\n  fragment UpgradeParts on FormUpgrade {\n    key\n    name\n    isNew\n    obstacle\n    changes {\n      kind\n      path\n      label\n      before\n      after\n    }\n    conflicts {\n      path\n      kept\n      offered\n    }\n  }\n": typeof types.UpgradePartsFragmentDoc,
    "\n  query Packs {\n    packs {\n      key\n      name\n      description\n      installedVersion\n      availableVersion\n      authors\n      licence\n    }\n  }\n": typeof types.PacksDocument,
    "\n  query PackUpgrade($key: String!) {\n    packUpgrade(key: $key) {\n      ...UpgradeParts\n    }\n  }\n": typeof types.PackUpgradeDocument,
    "\n  mutation UpgradePack($input: UpgradePackInput!) {\n    upgradePack(input: $input) {\n      upgrades {\n        ...UpgradeParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.UpgradePackDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.InviteUserDocument,
    "\n  mutation SendInvitation($input: SendInvitationInput!) {\n    sendInvitation(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.SendInvitationDocument,
    "\n  mutation UpdateAccount($input: UpdateAccountInput!) {\n    updateAccount(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.UpdateAccountDocument,
    "\n  mutation ArchiveUser($input: ArchiveUserInput!) {\n    archiveUser(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ArchiveUserDocument,
    "\n  mutation RestoreUser($input: RestoreUserInput!) {\n    restoreUser(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.RestoreUserDocument,
    "\n  mutation ChangeColleagueUsername($input: ChangeUsernameInput!) {\n    changeUsername(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ChangeColleagueUsernameDocument,
    "\n  mutation ChangeColleagueEmail($input: ChangeEmailInput!) {\n    changeEmail(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ChangeColleagueEmailDocument,
    "\n  mutation ErasePerson($input: ErasePersonInput!) {\n    erasePerson(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ErasePersonDocument,
    "\n  mutation ResetSecondFactor($input: ResetSecondFactorInput!) {\n    resetSecondFactor(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ResetSecondFactorDocument,
    "\n  mutation PreviewUserImport($input: UserImportInput!) {\n    previewUserImport(input: $input) {\n      preview {\n        ...UserImportPreviewParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.PreviewUserImportDocument,
    "\n  fragment UserImportPreviewParts on UserImportPreview {\n    rowCount\n    rows {\n      row\n      displayName\n      email\n      username\n      role\n      groups\n      accessEndsOn\n    }\n    errors {\n      row\n      column\n      header\n      code\n      params\n    }\n  }\n": typeof types.UserImportPreviewPartsFragmentDoc,
    "\n  mutation ImportUsers($input: UserImportInput!) {\n    importUsers(input: $input) {\n      invitedCount\n      preview {\n        ...UserImportPreviewParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ImportUsersDocument,
    "\n  fragment GrantParts on AccessGrant {\n    id\n    kind\n    user {\n      id\n      displayName\n      username\n    }\n    account {\n      id\n      email\n      status\n      hasSecondFactor\n      hasPasskey\n    }\n    organisation\n    reason\n    role\n    forms {\n      id\n      key\n      name\n    }\n    startsAt\n    endsOn\n    grantedBy {\n      id\n      displayName\n    }\n    withdrawnAt\n    withdrawnBy {\n      id\n      displayName\n    }\n    isInForce\n    lastVisitAt\n    visitCount\n    version\n  }\n": typeof types.GrantPartsFragmentDoc,
    "\n  query AccessGrants {\n    accessGrants {\n      ...GrantParts\n    }\n  }\n": typeof types.AccessGrantsDocument,
    "\n  query AccessVisits($after: String) {\n    accessVisits(first: 10, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        kind\n        name\n        action\n        at\n        address\n      }\n    }\n  }\n": typeof types.AccessVisitsDocument,
    "\n  mutation GrantConsultantAccess($input: GrantConsultantAccessInput!) {\n    grantConsultantAccess(input: $input) {\n      grant {\n        ...GrantParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.GrantConsultantAccessDocument,
    "\n  mutation ChangeAccessGrant($input: ChangeAccessGrantInput!) {\n    changeAccessGrant(input: $input) {\n      grant {\n        ...GrantParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ChangeAccessGrantDocument,
    "\n  mutation WithdrawAccess($input: WithdrawAccessInput!) {\n    withdrawAccess(input: $input) {\n      grant {\n        ...GrantParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.WithdrawAccessDocument,
    "\n  query Groups {\n    groups {\n      id\n      name\n      description\n      memberCount\n      version\n      members {\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.GroupsDocument,
    "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      group {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.CreateGroupDocument,
    "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      group {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.UpdateGroupDocument,
    "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.DeleteGroupDocument,
    "\n  fragment AccountRow on Account {\n    id\n    user {\n      id\n      displayName\n      username\n    }\n    kind\n    email\n    role\n    status\n    groups {\n      id\n      name\n    }\n    hasSecondFactor\n    hasPasskey\n    lastSignedInAt\n    invitationSentAt\n    invitationExpiresAt\n    accessEndsOn\n    archivedAt\n  }\n": typeof types.AccountRowFragmentDoc,
    "\n  fragment AccountParts on Account {\n    ...AccountRow\n    pendingEmail\n    locale\n    createdAt\n    openRecordCount\n    version\n    viewerCanEdit\n    viewerCanResetSecondFactor\n  }\n": typeof types.AccountPartsFragmentDoc,
    "\n  query Accounts($filter: AccountFilter, $first: Int, $after: String) {\n    accounts(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...AccountRow\n      }\n    }\n  }\n": typeof types.AccountsDocument,
    "\n  query Account($id: ID!) {\n    account(id: $id) {\n      ...AccountParts\n    }\n  }\n": typeof types.AccountDocument,
    "\n  query AccountsWithoutFactor {\n    accounts(filter: { statuses: [INVITED, ACTIVE], hasSecondFactor: false }, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.AccountsWithoutFactorDocument,
    "\n  query RegisterAccess($key: String!) {\n    form(key: $key) {\n      id\n      key\n      name\n      access {\n        role\n        group {\n          id\n          name\n          memberCount\n        }\n        right\n        defaultRight\n      }\n    }\n    groups {\n      id\n      name\n      memberCount\n    }\n  }\n": typeof types.RegisterAccessDocument,
    "\n  mutation SetFormAccess($input: SetFormAccessInput!) {\n    setFormAccess(input: $input) {\n      form {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.SetFormAccessDocument,
    "\n  fragment CommentParts on Comment {\n    id\n    html\n    createdAt\n    editedAt\n    isDeleted\n    viewerCanEdit\n    viewerCanDelete\n    author {\n      id\n      displayName\n    }\n  }\n": typeof types.CommentPartsFragmentDoc,
    "\n  query RecordComments($id: ID!, $after: String) {\n    record(id: $id) {\n      id\n      commentCount\n      comments(first: 20, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...CommentParts\n        }\n      }\n    }\n  }\n": typeof types.RecordCommentsDocument,
    "\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.AddCommentDocument,
    "\n  mutation EditComment($input: EditCommentInput!) {\n    editComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.EditCommentDocument,
    "\n  mutation DeleteComment($input: DeleteCommentInput!) {\n    deleteComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.DeleteCommentDocument,
    "\n  mutation CreateRecord($input: CreateRecordInput!) {\n    createRecord(input: $input) {\n      record {\n        ...RecordParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.CreateRecordDocument,
    "\n  mutation UpdateRecord($input: UpdateRecordInput!) {\n    updateRecord(input: $input) {\n      record {\n        ...RecordParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.UpdateRecordDocument,
    "\n  fragment LifecycleOutcome on RecordsPayload {\n    records {\n      id\n      version\n    }\n    userErrors {\n      code\n      path\n      params\n    }\n  }\n": typeof types.LifecycleOutcomeFragmentDoc,
    "\n  mutation ArchiveRecords($input: RecordsInput!) {\n    archiveRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n": typeof types.ArchiveRecordsDocument,
    "\n  mutation UnarchiveRecords($input: RecordsInput!) {\n    unarchiveRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n": typeof types.UnarchiveRecordsDocument,
    "\n  mutation DeleteRecords($input: RecordsInput!) {\n    deleteRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n": typeof types.DeleteRecordsDocument,
    "\n  mutation RestoreRecords($input: RecordsInput!) {\n    restoreRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n": typeof types.RestoreRecordsDocument,
    "\n  mutation PurgeRecords($input: RecordsInput!) {\n    purgeRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n": typeof types.PurgeRecordsDocument,
    "\n  mutation DuplicateRecord($input: DuplicateRecordInput!) {\n    duplicateRecord(input: $input) {\n      record {\n        id\n        number\n        code\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.DuplicateRecordDocument,
    "\n  query RegisterRecords(\n    $key: String!\n    $filter: RecordFilter\n    $sort: RecordSort\n    $first: Int\n    $after: String\n    $fieldKeys: [String!]\n  ) {\n    form(key: $key) {\n      id\n      records(filter: $filter, sort: $sort, first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          number\n          code\n          title\n          status {\n            key\n            label\n            kind\n            colour\n          }\n          createdAt\n          updatedAt\n          isArchived\n          isDeleted\n          viewerCanEdit\n          viewerCanArchive\n          viewerCanDelete\n          viewerCanPurge\n          values(keys: $fieldKeys) {\n            ...ListValue\n          }\n        }\n      }\n    }\n  }\n": typeof types.RegisterRecordsDocument,
    "\n  mutation RememberColumns($input: UpdatePreferencesInput!) {\n    updatePreferences(input: $input) {\n      viewer {\n        preferences\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.RememberColumnsDocument,
    "\n  query Countries {\n    countries {\n      code\n    }\n  }\n": typeof types.CountriesDocument,
    "\n  query UserOptions($search: String) {\n    users(search: $search, first: 20) {\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.UserOptionsDocument,
    "\n  query RecordOptions($key: String!, $filter: RecordFilter) {\n    form(key: $key) {\n      id\n      records(filter: $filter, first: 20) {\n        nodes {\n          id\n          code\n          title\n        }\n      }\n    }\n  }\n": typeof types.RecordOptionsDocument,
    "\n  query GroupOptions {\n    groups {\n      id\n      name\n    }\n  }\n": typeof types.GroupOptionsDocument,
    "\n  query Suggestions($key: String!, $fieldKey: String!, $search: String) {\n    form(key: $key) {\n      id\n      suggestions(fieldKey: $fieldKey, search: $search, first: 20)\n    }\n  }\n": typeof types.SuggestionsDocument,
    "\n  query OptionLabels($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on User {\n        displayName\n      }\n      ... on Group {\n        name\n      }\n      ... on Record {\n        code\n        title\n      }\n    }\n  }\n": typeof types.OptionLabelsDocument,
    "\n  mutation ChangeRecordStatus($input: ChangeRecordStatusInput!) {\n    changeRecordStatus(input: $input) {\n      record {\n        id\n        version\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.ChangeRecordStatusDocument,
    "\n  fragment RecordParts on Record {\n    id\n    number\n    code\n    title\n    version\n    isArchived\n    isDeleted\n    deletedAt\n    deletedBy {\n      id\n      displayName\n    }\n    viewerCanEdit\n    viewerCanArchive\n    viewerCanDelete\n    viewerCanPurge\n    viewerCanComment\n    createdAt\n    updatedAt\n    createdBy {\n      id\n      displayName\n    }\n    updatedBy {\n      id\n      displayName\n    }\n    status {\n      key\n      label\n      kind\n      colour\n      nextKeys\n    }\n    values {\n      ...FullValue\n    }\n  }\n": typeof types.RecordPartsFragmentDoc,
    "\n  query RecordDetail($formKey: String!, $number: Int!) {\n    recordByNumber(formKey: $formKey, number: $number) {\n      ...RecordParts\n      referencedBy(first: 50) {\n        totalCount\n        nodes {\n          fieldKey\n          fieldLabel\n          record {\n            id\n            number\n            code\n            title\n            status {\n              label\n              kind\n              colour\n            }\n            form {\n              key\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.RecordDetailDocument,
    "\n  query RecordHistory($id: ID!, $after: String) {\n    record(id: $id) {\n      id\n      history(first: 10, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          version\n          kind\n          at\n          by {\n            id\n            displayName\n          }\n          changes {\n            fieldKey\n            fieldLabel\n            before\n            after\n          }\n        }\n      }\n    }\n  }\n": typeof types.RecordHistoryDocument,
    "\n  fragment ScaleParts on RiskScale {\n    likelihood {\n      value\n      label\n      help\n    }\n    impact {\n      value\n      label\n      help\n    }\n    levels {\n      key\n      label\n      minimumScore\n      colour\n    }\n    cells {\n      key\n      label\n      minimumScore\n      colour\n    }\n  }\n": typeof types.ScalePartsFragmentDoc,
    "\n  fragment ConditionParts on FieldCondition {\n    isAny\n    tests {\n      fieldKey\n      anyOf\n      isFilled\n      from\n      to\n    }\n  }\n": typeof types.ConditionPartsFragmentDoc,
    "\n  query RegisterForm($key: String!) {\n    form(key: $key) {\n      id\n      key\n      origin\n      name\n      singularName\n      help\n      icon\n      numberPrefix\n      allowsMeasures\n      titleFieldKey\n      revision\n      recordCount\n      viewerCanCreate\n      viewerCanEdit\n      viewerCanImport\n      viewerCanExport\n      category\n      viewerCanDesign\n      groups {\n        key\n        label\n        help\n      }\n      statuses {\n        key\n        label\n        kind\n        colour\n        nextKeys\n      }\n      fields {\n        key\n        kind\n        groupKey\n        label\n        help\n        isStandard\n        isHidden\n        isRequired\n        isInList\n        isSortable\n        isMultiple\n        isMultiline\n        maxLength\n        decimals\n        minimum\n        maximum\n        unit\n        referencedFormKey\n        columns\n        result\n        visibleWhen {\n          ...ConditionParts\n        }\n        requiredWhen {\n          ...ConditionParts\n        }\n        default {\n          kind\n          value {\n            ...ValueInFull\n          }\n        }\n        options {\n          key\n          label\n          colour\n        }\n        scale {\n          ...ScaleParts\n        }\n      }\n    }\n  }\n": typeof types.RegisterFormDocument,
    "\n  mutation UpdateRecords($input: UpdateRecordsInput!) {\n    updateRecords(input: $input) {\n      records {\n        id\n        version\n      }\n      problems {\n        record {\n          id\n          number\n          code\n          title\n        }\n        userErrors {\n          code\n          path\n          params\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.UpdateRecordsDocument,
    "\n  query ComparedWithBackup($restoreId: ID!, $recordIds: [ID!]!) {\n    comparedWithBackup(restoreId: $restoreId, recordIds: $recordIds) {\n      recordId\n      code\n      title\n      state\n      changes {\n        fieldKey\n        fieldLabel\n        before\n        after\n      }\n      leftOut\n    }\n  }\n": typeof types.ComparedWithBackupDocument,
    "\n  mutation TakeFromBackup($input: TakeFromBackupInput!) {\n    takeFromBackup(input: $input) {\n      records {\n        id\n        number\n        code\n        form {\n          key\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.TakeFromBackupDocument,
    "\n  query RegisterTotals($key: String!, $filter: RecordFilter, $fields: [String!]!) {\n    form(key: $key) {\n      id\n      records(filter: $filter, first: 1) {\n        totals(totalFields: $fields) {\n          key\n          count\n          sum\n          average\n          minimum\n          maximum\n        }\n      }\n    }\n  }\n": typeof types.RegisterTotalsDocument,
    "\n  fragment ValueInList on Value {\n    __typename\n    ... on TextValue {\n      text\n    }\n    ... on RichTextValue {\n      plainText\n    }\n    ... on NumberValue {\n      number\n    }\n    ... on DateValue {\n      date\n    }\n    ... on DateTimeValue {\n      at\n    }\n    ... on YesNoNaValue {\n      answer\n    }\n    ... on ChoiceValue {\n      options {\n        key\n        label\n        colour\n      }\n    }\n    ... on WordsValue {\n      words\n    }\n    ... on UserValue {\n      users {\n        id\n        displayName\n      }\n    }\n    ... on GroupValue {\n      groups {\n        id\n        name\n      }\n    }\n    ... on FileValue {\n      files {\n        id\n        fileName\n      }\n    }\n    ... on ReferenceValue {\n      records {\n        id\n        code\n        number\n        title\n        form {\n          key\n        }\n      }\n    }\n    ... on CountryValue {\n      countries {\n        code\n      }\n    }\n    ... on ColourValue {\n      hex\n    }\n    ... on ChecklistValue {\n      ticked\n      total\n    }\n    ... on WebLinkValue {\n      links {\n        url\n        title\n      }\n    }\n    ... on DeadlineValue {\n      dueAt\n      stoppedAt\n      state\n    }\n    ... on LikelihoodImpactValue {\n      likelihood\n      impact\n      score\n      level {\n        key\n        label\n        colour\n      }\n    }\n  }\n": typeof types.ValueInListFragmentDoc,
    "\n  fragment ValueInFull on Value {\n    ...ValueInList\n    ... on RichTextValue {\n      html\n    }\n    ... on ChecklistValue {\n      items {\n        key\n        label\n        isTicked\n      }\n    }\n    ... on FileValue {\n      files {\n        mediaType\n        byteSize\n        uploadedAt\n      }\n    }\n  }\n": typeof types.ValueInFullFragmentDoc,
    "\n  fragment ListValue on FieldValue {\n    key\n    value {\n      ...ValueInList\n    }\n  }\n": typeof types.ListValueFragmentDoc,
    "\n  fragment FullValue on FieldValue {\n    key\n    value {\n      ...ValueInFull\n    }\n  }\n": typeof types.FullValueFragmentDoc,
    "\n  query LinkedColumns($ids: [ID!]!, $keys: [String!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on Record {\n        id\n        values(keys: $keys) {\n          ...ListValue\n        }\n      }\n    }\n  }\n": typeof types.LinkedColumnsDocument,
    "\n  query RegisterViews($key: String!) {\n    form(key: $key) {\n      id\n      savedViews {\n        id\n        name\n        isShared\n        search\n        viewerCanEdit\n        owner {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": typeof types.RegisterViewsDocument,
    "\n  mutation SaveView($input: SaveViewInput!) {\n    saveView(input: $input) {\n      savedView {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.SaveViewDocument,
    "\n  mutation DeleteView($input: DeleteViewInput!) {\n    deleteView(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.DeleteViewDocument,
    "\n  query RiskCriteria($locale: Locale!) {\n    riskCriteria {\n      version\n      viewerCanEdit\n      acceptableLevel {\n        key\n      }\n      scale {\n        likelihood {\n          label(locale: $locale)\n          help(locale: $locale)\n        }\n        impact {\n          label(locale: $locale)\n          help(locale: $locale)\n        }\n        levels {\n          key\n          label(locale: $locale)\n          minimumScore\n          colour\n        }\n        cells {\n          key\n        }\n      }\n    }\n  }\n": typeof types.RiskCriteriaDocument,
    "\n  mutation UpdateRiskCriteria($input: UpdateRiskCriteriaInput!) {\n    updateRiskCriteria(input: $input) {\n      riskCriteria {\n        version\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.UpdateRiskCriteriaDocument,
    "\n  mutation UpdatePreferences($input: UpdatePreferencesInput!) {\n    updatePreferences(input: $input) {\n      viewer {\n        locale\n        preferences\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": typeof types.UpdatePreferencesDocument,
};
const documents: Documents = {
    "\n  query MyAccount {\n    viewer {\n      recoveryCodesLeft\n      account {\n        id\n        kind\n        user {\n          displayName\n          username\n        }\n        email\n        pendingEmail\n        role\n        groups {\n          id\n          name\n        }\n        accessEndsOn\n        version\n      }\n    }\n  }\n": types.MyAccountDocument,
    "\n  mutation ChangeUsername($input: ChangeUsernameInput!) {\n    changeUsername(input: $input) {\n      account {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ChangeUsernameDocument,
    "\n  mutation ChangeEmail($input: ChangeEmailInput!) {\n    changeEmail(input: $input) {\n      account {\n        pendingEmail\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ChangeEmailDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation BeginReplacement {\n    beginSecondFactorReplacement {\n      enrollment {\n        secret\n        otpauthUri\n        qrSvg\n        accountName\n        issuer\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.BeginReplacementDocument,
    "\n  mutation ConfirmReplacement($input: CodeInput!) {\n    confirmSecondFactorReplacement(input: $input) {\n      codes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ConfirmReplacementDocument,
    "\n  mutation RegenerateRecoveryCodes {\n    regenerateRecoveryCodes {\n      codes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.RegenerateRecoveryCodesDocument,
    "\n  query Passkeys {\n    passkeys {\n      id\n      name\n      createdAt\n      lastUsedAt\n    }\n  }\n": types.PasskeysDocument,
    "\n  mutation BeginPasskeyRegistration {\n    beginPasskeyRegistration {\n      options\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.BeginPasskeyRegistrationDocument,
    "\n  mutation FinishPasskeyRegistration($input: FinishPasskeyRegistrationInput!) {\n    finishPasskeyRegistration(input: $input) {\n      passkey {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.FinishPasskeyRegistrationDocument,
    "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      passkey {\n        id\n        name\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.RenamePasskeyDocument,
    "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.RemovePasskeyDocument,
    "\n  query Sessions {\n    sessions {\n      id\n      createdAt\n      lastSeenAt\n      device\n      address\n      countryCode\n      isCurrent\n    }\n  }\n": types.SessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.EndOtherSessionsDocument,
    "\n  query ApiTokens($ofEverybody: Boolean!) {\n    apiTokens(ofEverybody: $ofEverybody) {\n      id\n      name\n      prefix\n      owner {\n        id\n        displayName\n      }\n      canWrite\n      forms {\n        id\n        name\n      }\n      networks\n      createdAt\n      expiresOn\n      lastUsedAt\n      lastUsedAddress\n      revokedAt\n      isGood\n    }\n  }\n": types.ApiTokensDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      apiToken {\n        id\n        name\n      }\n      secret\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.CreateApiTokenDocument,
    "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) {\n      apiToken {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.RevokeApiTokenDocument,
    "\n  query RegisterMenu {\n    forms {\n      id\n      key\n      origin\n      name\n      singularName\n      icon\n      category\n      numberPrefix\n      recordCount\n      viewerCanCreate\n    }\n  }\n": types.RegisterMenuDocument,
    "\n  query RecordByCode($formKey: String!, $number: Int!) {\n    recordByNumber(formKey: $formKey, number: $number) {\n      id\n      code\n      title\n      number\n    }\n  }\n": types.RecordByCodeDocument,
    "\n  mutation ExportArchive($input: ExportArchiveInput!) {\n    exportArchive(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ExportArchiveDocument,
    "\n  query AuditEvents($filter: AuditFilter, $first: Int, $after: String) {\n    auditEvents(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        seq\n        at\n        actorKind\n        actor {\n          id\n        }\n        actorName\n        action\n        subjectKind\n        subjectId\n        subjectName\n        changes {\n          field\n          before\n          after\n        }\n        details\n        address\n        isRefusal\n        isErased\n        hash\n      }\n    }\n  }\n": types.AuditEventsDocument,
    "\n  query AuditActions {\n    auditActions\n  }\n": types.AuditActionsDocument,
    "\n  query AuditChain {\n    auditChain {\n      length\n      headHash\n      publishedAt\n      publishedSeq\n      verifiedAt\n      verifiedSeq\n      isIntact\n      problem {\n        code\n        path\n        params\n      }\n      publicKey\n    }\n  }\n": types.AuditChainDocument,
    "\n  mutation VerifyAuditChain {\n    verifyAuditChain {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.VerifyAuditChainDocument,
    "\n  mutation StartAuditExport($input: StartAuditExportInput!) {\n    startAuditExport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.StartAuditExportDocument,
    "\n  query AccountLink($token: String!) {\n    accountLink(token: $token) {\n      purpose\n      username\n      displayName\n      email\n      expiresAt\n    }\n  }\n": types.AccountLinkDocument,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.RequestPasswordResetDocument,
    "\n  mutation AcceptInvitation($input: ChoosePasswordInput!) {\n    acceptInvitation(input: $input) {\n      ticket\n      nextStep\n      hasPasskey\n      hasRecoveryCodes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  mutation ResetPassword($input: ChoosePasswordInput!) {\n    resetPassword(input: $input) {\n      username\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ResetPasswordDocument,
    "\n  mutation ConfirmEmail($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      isConfirmed\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ConfirmEmailDocument,
    "\n  query Viewer {\n    viewer {\n      user {\n        id\n        displayName\n        username\n      }\n      role\n      locale\n      canManageForms\n      canExport\n      canImport\n      canSeePeople\n      canManagePeople\n      canReadAuditLog\n      canManageFirewall\n      canTakeArchive\n      canSeeBackups\n      canRestoreBackups\n      preferences\n      hasPasskey\n      accessEndsOn\n      canMakeApiTokens\n    }\n    environment {\n      id\n      name\n      host\n      locale\n      hasOutbox\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ticket\n      nextStep\n      hasPasskey\n      hasRecoveryCodes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {\n    verifySecondFactor(input: $input) {\n      viewer {\n        role\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.VerifySecondFactorDocument,
    "\n  mutation UseRecoveryCode($input: UseRecoveryCodeInput!) {\n    useRecoveryCode(input: $input) {\n      viewer {\n        role\n      }\n      recoveryCodesLeft\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.UseRecoveryCodeDocument,
    "\n  mutation BeginPasskeyVerification($input: BeginPasskeyVerificationInput!) {\n    beginPasskeyVerification(input: $input) {\n      options\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.BeginPasskeyVerificationDocument,
    "\n  mutation VerifyPasskey($input: VerifyPasskeyInput!) {\n    verifyPasskey(input: $input) {\n      viewer {\n        role\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.VerifyPasskeyDocument,
    "\n  mutation BeginEnrollment($input: BeginSecondFactorEnrollmentInput!) {\n    beginSecondFactorEnrollment(input: $input) {\n      enrollment {\n        secret\n        otpauthUri\n        qrSvg\n        accountName\n        issuer\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.BeginEnrollmentDocument,
    "\n  mutation ConfirmEnrollment($input: ConfirmSecondFactorEnrollmentInput!) {\n    confirmSecondFactorEnrollment(input: $input) {\n      viewer {\n        role\n      }\n      recoveryCodes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ConfirmEnrollmentDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      freshUntil\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.StepUpDocument,
    "\n  mutation BeginPasskeyStepUp {\n    beginPasskeyStepUp {\n      options\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.BeginPasskeyStepUpDocument,
    "\n  fragment RestoreParts on Restore {\n    id\n    purpose\n    backup {\n      id\n      tier\n      takenAt\n    }\n    askedBy {\n      id\n      displayName\n    }\n    askedAt\n    reason\n    state\n    finishedAt\n    failure\n    openUntil\n  }\n": types.RestorePartsFragmentDoc,
    "\n  query Backups {\n    backups {\n      isSetUp\n      lastDrillAt\n      isLastDrillNoticed\n      isKeeperSound\n      places {\n        tier\n        nextAt\n        lastTakenAt\n        lastProvenTakenAt\n        overdueSince\n      }\n      runs {\n        id\n        tier\n        reason\n        state\n        dueAt\n        begunAt\n        attempts\n        doneBytes\n        totalBytes\n        finishedAt\n        nextAttemptAt\n        takenAt\n        sequence\n        databaseBytes\n        files\n        fileBytes\n        provenAt\n        proofSeconds\n        provenRows\n        removedAt\n        canBeRestored\n      }\n      restores {\n        ...RestoreParts\n      }\n    }\n  }\n": types.BackupsDocument,
    "\n  mutation MakeBackup {\n    makeBackup {\n      backup {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.MakeBackupDocument,
    "\n  mutation RequestRestore($input: RequestRestoreInput!) {\n    requestRestore(input: $input) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.RequestRestoreDocument,
    "\n  mutation OpenBackup($input: OpenBackupInput!) {\n    openBackup(input: $input) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.OpenBackupDocument,
    "\n  mutation CancelRestore($id: ID!) {\n    cancelRestore(id: $id) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.CancelRestoreDocument,
    "\n  fragment ChartParts on Chart {\n    key\n    title\n    titleNl: title(locale: NL)\n    titleEn: title(locale: EN)\n    kind\n    groupBy\n    splitBy\n    interval\n    measure\n    measureField\n    field\n    isOpenOnly\n    tests {\n      fieldKey\n      anyOf\n      isFilled\n      from\n      to\n    }\n  }\n": types.ChartPartsFragmentDoc,
    "\n  fragment ChartDataParts on ChartData {\n    groups {\n      key\n      label\n      colour\n      filter\n    }\n    series {\n      key\n      label\n      colour\n      filter\n    }\n    cells {\n      group\n      series\n      value\n      colour\n      filter\n    }\n    total\n    clocks {\n      record {\n        id\n        number\n        code\n        title\n      }\n      dueAt\n      state\n    }\n  }\n": types.ChartDataPartsFragmentDoc,
    "\n  fragment ChartFormParts on Form {\n    id\n    key\n    name\n    icon\n  }\n": types.ChartFormPartsFragmentDoc,
    "\n  query FormCharts($key: String!) {\n    form(key: $key) {\n      ...ChartFormParts\n      charts {\n        ...ChartParts\n      }\n    }\n  }\n": types.FormChartsDocument,
    "\n  query DashboardFigures($key: String!, $chart: ChartInput!) {\n    form(key: $key) {\n      id\n      chartData(chart: $chart) {\n        ...ChartDataParts\n      }\n    }\n  }\n": types.DashboardFiguresDocument,
    "\n  mutation ExportChart($input: ExportChartInput!) {\n    exportChart(input: $input) {\n      file {\n        fileName\n        mediaType\n        base64\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ExportChartDocument,
    "\n  query LatestChanges {\n    forms {\n      key\n      icon\n      records(sort: { by: UPDATED_AT, direction: DESC }, first: 8) {\n        nodes {\n          id\n          number\n          code\n          title\n          updatedAt\n          updatedBy {\n            displayName\n          }\n          status {\n            label\n            colour\n            kind\n          }\n        }\n      }\n    }\n  }\n": types.LatestChangesDocument,
    "\n  fragment BoardFacts on Dashboard {\n    id\n    name\n    isShared\n    isHome\n    version\n    viewerCanEdit\n    owner {\n      id\n      displayName\n    }\n  }\n": types.BoardFactsFragmentDoc,
    "\n  query DashboardBoards {\n    dashboards {\n      ...BoardFacts\n    }\n  }\n": types.DashboardBoardsDocument,
    "\n  query DashboardBoard($id: ID!) {\n    dashboard(id: $id) {\n      ...BoardFacts\n      hiddenCards\n      cards {\n        id\n        width\n        form {\n          ...ChartFormParts\n        }\n        chart {\n          ...ChartParts\n        }\n        data {\n          ...ChartDataParts\n        }\n      }\n    }\n  }\n": types.DashboardBoardDocument,
    "\n  mutation SaveBoard($input: SaveDashboardInput!) {\n    saveDashboard(input: $input) {\n      dashboard {\n        ...BoardFacts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.SaveBoardDocument,
    "\n  mutation DeleteBoard($input: DeleteDashboardInput!) {\n    deleteDashboard(input: $input) {\n      deletedId\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.DeleteBoardDocument,
    "\n  query DashboardOverview {\n    forms {\n      id\n      key\n      name\n      singularName\n      icon\n      category\n      recordCount\n      viewerCanCreate\n      statusCounts {\n        count\n        status {\n          key\n          label\n          kind\n          colour\n        }\n      }\n      fields {\n        key\n        kind\n        label\n        isInList\n      }\n    }\n  }\n": types.DashboardOverviewDocument,
    "\n  query RiskMatrix($formKey: String!, $fieldKey: String!) {\n    form(key: $formKey) {\n      id\n      riskMatrix(fieldKey: $fieldKey) {\n        likelihood\n        impact\n        score\n        count\n        level {\n          key\n          label\n          colour\n          minimumScore\n        }\n      }\n      fields {\n        key\n        scale {\n          likelihood {\n            value\n            label\n          }\n          impact {\n            value\n            label\n          }\n          levels {\n            key\n            label\n            colour\n            minimumScore\n          }\n        }\n      }\n    }\n  }\n": types.RiskMatrixDocument,
    "\n  mutation StartRecordExport($input: StartRecordExportInput!) {\n    startRecordExport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.StartRecordExportDocument,
    "\n  mutation StartExport($input: StartExportInput!) {\n    startExport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.StartExportDocument,
    "\n  fragment FirewallRuleParts on FirewallRule {\n    id\n    channel\n    action\n    network\n    note\n    endsOn\n    isInForce\n  }\n": types.FirewallRulePartsFragmentDoc,
    "\n  fragment FirewallLimitParts on FirewallLimits {\n    perAddressPerMinute\n    perAccountPerMinute\n    perTokenPerMinute\n    concurrentRequests\n    onTrip\n    blockMinutes\n  }\n": types.FirewallLimitPartsFragmentDoc,
    "\n  fragment FirewallParts on Firewall {\n    version\n    rules {\n      ...FirewallRuleParts\n    }\n    limits {\n      ...FirewallLimitParts\n    }\n    defaultLimits {\n      ...FirewallLimitParts\n    }\n    viewerAddress\n    updatedAt\n    updatedBy {\n      id\n      displayName\n    }\n    pending {\n      requestedAt\n      requestedBy {\n        id\n        displayName\n      }\n      expiresAt\n      rules {\n        ...FirewallRuleParts\n      }\n      limits {\n        ...FirewallLimitParts\n      }\n    }\n  }\n": types.FirewallPartsFragmentDoc,
    "\n  query Firewall {\n    firewall {\n      ...FirewallParts\n    }\n  }\n": types.FirewallDocument,
    "\n  query FirewallVerdict($address: String!, $channel: FirewallChannel!, $proposal: FirewallInput) {\n    testFirewallAddress(address: $address, channel: $channel, proposal: $proposal) {\n      isAllowed\n      reason\n      rule {\n        network\n        note\n      }\n      isBlockedUntil\n    }\n  }\n": types.FirewallVerdictDocument,
    "\n  query FirewallRefusals($after: String) {\n    firewallRefusals(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        hour\n        address\n        channel\n        reason\n        count\n        lastAt\n      }\n    }\n  }\n": types.FirewallRefusalsDocument,
    "\n  mutation SaveFirewall($input: SaveFirewallInput!) {\n    saveFirewall(input: $input) {\n      firewall {\n        ...FirewallParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.SaveFirewallDocument,
    "\n  mutation ConfirmFirewall {\n    confirmFirewall {\n      firewall {\n        ...FirewallParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ConfirmFirewallDocument,
    "\n  mutation DiscardPendingFirewall {\n    discardPendingFirewall {\n      firewall {\n        ...FirewallParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.DiscardPendingFirewallDocument,
    "\n  query DesignForm($key: String!, $locale: Locale!) {\n    form(key: $key) {\n      id\n      key\n      origin\n      name(locale: $locale)\n      singularName(locale: $locale)\n      help(locale: $locale)\n      icon\n      numberPrefix\n      titleFieldKey\n      revision\n      category\n      allowsMeasures\n      requirements {\n        standard\n        code\n      }\n      viewerCanDesign\n      groups {\n        key\n        label(locale: $locale)\n        help(locale: $locale)\n      }\n      statuses {\n        key\n        label(locale: $locale)\n        kind\n        colour\n        nextKeys\n      }\n      fields {\n        key\n        kind\n        groupKey\n        label(locale: $locale)\n        help(locale: $locale)\n        isStandard\n        isBase\n        isHidden\n        isRequired\n        isInList\n        isMultiple\n        isMultiline\n        isUnique\n        visibleWhen {\n          ...ConditionParts\n        }\n        requiredWhen {\n          ...ConditionParts\n        }\n        default {\n          kind\n          value {\n            ...ValueInFull\n          }\n        }\n        maxLength\n        decimals\n        minimum\n        maximum\n        unit(locale: $locale)\n        options {\n          key\n          label(locale: $locale)\n          colour\n        }\n        referencedFormKey\n        columns\n        sourceFormKey\n        sourceFieldKey\n        expression\n        deadline {\n          fromKey\n          term {\n            ...TermParts\n          }\n          extension {\n            whenKey\n            term {\n              ...TermParts\n            }\n          }\n          stoppedByKey\n        }\n        prefix\n        digits\n      }\n    }\n  }\n": types.DesignFormDocument,
    "\n  fragment TermParts on Term {\n    hours\n    days\n    months\n  }\n": types.TermPartsFragmentDoc,
    "\n  query FormCheck($formKey: String, $form: FormInput!) {\n    checkForm(formKey: $formKey, form: $form) {\n      userErrors {\n        code\n        path\n        params\n      }\n      changes {\n        kind\n        path\n        label\n        before\n        after\n      }\n    }\n  }\n": types.FormCheckDocument,
    "\n  mutation CreateForm($form: FormInput!) {\n    createForm(input: { form: $form }) {\n      form {\n        id\n        key\n        name\n        fields {\n          key\n          label\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.CreateFormDocument,
    "\n  mutation PublishForm($formKey: String!, $revision: Int!, $form: FormInput!) {\n    publishForm(input: { formKey: $formKey, revision: $revision, form: $form }) {\n      form {\n        id\n        key\n        name\n        revision\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.PublishFormDocument,
    "\n  query PreviewScale {\n    riskCriteria {\n      scale {\n        ...ScaleParts\n      }\n    }\n  }\n": types.PreviewScaleDocument,
    "\n  query FormRevisions($key: String!, $first: Int, $after: String) {\n    form(key: $key) {\n      id\n      key\n      name\n      revision\n      viewerCanDesign\n      revisions(first: $first, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          number\n          publishedAt\n          publishedBy {\n            displayName\n          }\n        }\n      }\n    }\n  }\n": types.FormRevisionsDocument,
    "\n  query RegistersInUse {\n    forms {\n      id\n      key\n      origin\n      name\n      icon\n      category\n      revision\n      recordCount\n      viewerCanDesign\n    }\n  }\n": types.RegistersInUseDocument,
    "\n  query ArchivedForms {\n    archivedForms {\n      key\n      name\n      archivedAt\n    }\n  }\n": types.ArchivedFormsDocument,
    "\n  mutation ArchiveForm($formKey: String!) {\n    archiveForm(input: { formKey: $formKey }) {\n      form {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ArchiveFormDocument,
    "\n  mutation RestoreForm($formKey: String!) {\n    restoreForm(input: { formKey: $formKey }) {\n      form {\n        id\n        key\n        name\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.RestoreFormDocument,
    "\n  query UploadSheets($id: ID!) {\n    upload(id: $id) {\n      id\n      fileName\n      sheets {\n        name\n        isVisible\n        rowCount\n        columnCount\n      }\n    }\n  }\n": types.UploadSheetsDocument,
    "\n  query UploadSheet($id: ID!, $name: String!) {\n    upload(id: $id) {\n      id\n      sheet(name: $name) {\n        name\n        headerRow\n        rowCount\n        columns {\n          index\n          header\n          guessedKind\n          isMultiline\n          options\n          filledCount\n          samples\n        }\n      }\n    }\n  }\n": types.UploadSheetDocument,
    "\n  mutation SuggestImportMapping($input: SuggestImportMappingInput!) {\n    suggestImportMapping(input: $input) {\n      mapping {\n        column\n        fieldKey\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.SuggestImportMappingDocument,
    "\n  mutation PreviewImport($input: ImportInput!) {\n    previewImport(input: $input) {\n      plan {\n        rowCount\n        createCount\n        updateCount\n        unchangedCount\n        conflictCount\n        errorCount\n        errors {\n          row\n          column\n          header\n          code\n          params\n        }\n        rows {\n          row\n          action\n          code\n          title\n          changes {\n            fieldKey\n            fieldLabel\n            before\n            after\n          }\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.PreviewImportDocument,
    "\n  mutation StartImport($input: ImportInput!) {\n    startImport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.StartImportDocument,
    "\n  fragment JobFacts on Job {\n    id\n    kind\n    state\n    createdAt\n    finishedAt\n    done\n    total\n    downloadUrl\n    fileName\n    errors {\n      code\n      path\n      params\n    }\n    importSummary {\n      created\n      updated\n      unchanged\n      formKey\n    }\n  }\n": types.JobFactsFragmentDoc,
    "\n  query Job($id: ID!) {\n    job(id: $id) {\n      ...JobFacts\n    }\n  }\n": types.JobDocument,
    "\n  query Jobs($first: Int, $after: String) {\n    jobs(first: $first, after: $after) {\n      nodes {\n        ...JobFacts\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.JobsDocument,
    "\n  mutation CancelJob($input: CancelJobInput!) {\n    cancelJob(input: $input) {\n      job {\n        ...JobFacts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.CancelJobDocument,
    "\n  query LookBack {\n    forms {\n      id\n    }\n  }\n": types.LookBackDocument,
    "\n  mutation CloseBackup($id: ID!) {\n    closeBackup(id: $id) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.CloseBackupDocument,
    "\n  query Outbox($first: Int!, $after: String) {\n    outbox(first: $first, after: $after) {\n      nodes {\n        id\n        to\n        subject\n        sentAt\n        text\n        html\n        locale\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.OutboxDocument,
    "\n  fragment UpgradeParts on FormUpgrade {\n    key\n    name\n    isNew\n    obstacle\n    changes {\n      kind\n      path\n      label\n      before\n      after\n    }\n    conflicts {\n      path\n      kept\n      offered\n    }\n  }\n": types.UpgradePartsFragmentDoc,
    "\n  query Packs {\n    packs {\n      key\n      name\n      description\n      installedVersion\n      availableVersion\n      authors\n      licence\n    }\n  }\n": types.PacksDocument,
    "\n  query PackUpgrade($key: String!) {\n    packUpgrade(key: $key) {\n      ...UpgradeParts\n    }\n  }\n": types.PackUpgradeDocument,
    "\n  mutation UpgradePack($input: UpgradePackInput!) {\n    upgradePack(input: $input) {\n      upgrades {\n        ...UpgradeParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.UpgradePackDocument,
    "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.InviteUserDocument,
    "\n  mutation SendInvitation($input: SendInvitationInput!) {\n    sendInvitation(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.SendInvitationDocument,
    "\n  mutation UpdateAccount($input: UpdateAccountInput!) {\n    updateAccount(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.UpdateAccountDocument,
    "\n  mutation ArchiveUser($input: ArchiveUserInput!) {\n    archiveUser(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ArchiveUserDocument,
    "\n  mutation RestoreUser($input: RestoreUserInput!) {\n    restoreUser(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.RestoreUserDocument,
    "\n  mutation ChangeColleagueUsername($input: ChangeUsernameInput!) {\n    changeUsername(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ChangeColleagueUsernameDocument,
    "\n  mutation ChangeColleagueEmail($input: ChangeEmailInput!) {\n    changeEmail(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ChangeColleagueEmailDocument,
    "\n  mutation ErasePerson($input: ErasePersonInput!) {\n    erasePerson(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ErasePersonDocument,
    "\n  mutation ResetSecondFactor($input: ResetSecondFactorInput!) {\n    resetSecondFactor(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ResetSecondFactorDocument,
    "\n  mutation PreviewUserImport($input: UserImportInput!) {\n    previewUserImport(input: $input) {\n      preview {\n        ...UserImportPreviewParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.PreviewUserImportDocument,
    "\n  fragment UserImportPreviewParts on UserImportPreview {\n    rowCount\n    rows {\n      row\n      displayName\n      email\n      username\n      role\n      groups\n      accessEndsOn\n    }\n    errors {\n      row\n      column\n      header\n      code\n      params\n    }\n  }\n": types.UserImportPreviewPartsFragmentDoc,
    "\n  mutation ImportUsers($input: UserImportInput!) {\n    importUsers(input: $input) {\n      invitedCount\n      preview {\n        ...UserImportPreviewParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ImportUsersDocument,
    "\n  fragment GrantParts on AccessGrant {\n    id\n    kind\n    user {\n      id\n      displayName\n      username\n    }\n    account {\n      id\n      email\n      status\n      hasSecondFactor\n      hasPasskey\n    }\n    organisation\n    reason\n    role\n    forms {\n      id\n      key\n      name\n    }\n    startsAt\n    endsOn\n    grantedBy {\n      id\n      displayName\n    }\n    withdrawnAt\n    withdrawnBy {\n      id\n      displayName\n    }\n    isInForce\n    lastVisitAt\n    visitCount\n    version\n  }\n": types.GrantPartsFragmentDoc,
    "\n  query AccessGrants {\n    accessGrants {\n      ...GrantParts\n    }\n  }\n": types.AccessGrantsDocument,
    "\n  query AccessVisits($after: String) {\n    accessVisits(first: 10, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        kind\n        name\n        action\n        at\n        address\n      }\n    }\n  }\n": types.AccessVisitsDocument,
    "\n  mutation GrantConsultantAccess($input: GrantConsultantAccessInput!) {\n    grantConsultantAccess(input: $input) {\n      grant {\n        ...GrantParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.GrantConsultantAccessDocument,
    "\n  mutation ChangeAccessGrant($input: ChangeAccessGrantInput!) {\n    changeAccessGrant(input: $input) {\n      grant {\n        ...GrantParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ChangeAccessGrantDocument,
    "\n  mutation WithdrawAccess($input: WithdrawAccessInput!) {\n    withdrawAccess(input: $input) {\n      grant {\n        ...GrantParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.WithdrawAccessDocument,
    "\n  query Groups {\n    groups {\n      id\n      name\n      description\n      memberCount\n      version\n      members {\n        id\n        displayName\n      }\n    }\n  }\n": types.GroupsDocument,
    "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      group {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.CreateGroupDocument,
    "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      group {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.UpdateGroupDocument,
    "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.DeleteGroupDocument,
    "\n  fragment AccountRow on Account {\n    id\n    user {\n      id\n      displayName\n      username\n    }\n    kind\n    email\n    role\n    status\n    groups {\n      id\n      name\n    }\n    hasSecondFactor\n    hasPasskey\n    lastSignedInAt\n    invitationSentAt\n    invitationExpiresAt\n    accessEndsOn\n    archivedAt\n  }\n": types.AccountRowFragmentDoc,
    "\n  fragment AccountParts on Account {\n    ...AccountRow\n    pendingEmail\n    locale\n    createdAt\n    openRecordCount\n    version\n    viewerCanEdit\n    viewerCanResetSecondFactor\n  }\n": types.AccountPartsFragmentDoc,
    "\n  query Accounts($filter: AccountFilter, $first: Int, $after: String) {\n    accounts(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...AccountRow\n      }\n    }\n  }\n": types.AccountsDocument,
    "\n  query Account($id: ID!) {\n    account(id: $id) {\n      ...AccountParts\n    }\n  }\n": types.AccountDocument,
    "\n  query AccountsWithoutFactor {\n    accounts(filter: { statuses: [INVITED, ACTIVE], hasSecondFactor: false }, first: 1) {\n      totalCount\n    }\n  }\n": types.AccountsWithoutFactorDocument,
    "\n  query RegisterAccess($key: String!) {\n    form(key: $key) {\n      id\n      key\n      name\n      access {\n        role\n        group {\n          id\n          name\n          memberCount\n        }\n        right\n        defaultRight\n      }\n    }\n    groups {\n      id\n      name\n      memberCount\n    }\n  }\n": types.RegisterAccessDocument,
    "\n  mutation SetFormAccess($input: SetFormAccessInput!) {\n    setFormAccess(input: $input) {\n      form {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.SetFormAccessDocument,
    "\n  fragment CommentParts on Comment {\n    id\n    html\n    createdAt\n    editedAt\n    isDeleted\n    viewerCanEdit\n    viewerCanDelete\n    author {\n      id\n      displayName\n    }\n  }\n": types.CommentPartsFragmentDoc,
    "\n  query RecordComments($id: ID!, $after: String) {\n    record(id: $id) {\n      id\n      commentCount\n      comments(first: 20, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...CommentParts\n        }\n      }\n    }\n  }\n": types.RecordCommentsDocument,
    "\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.AddCommentDocument,
    "\n  mutation EditComment($input: EditCommentInput!) {\n    editComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.EditCommentDocument,
    "\n  mutation DeleteComment($input: DeleteCommentInput!) {\n    deleteComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.DeleteCommentDocument,
    "\n  mutation CreateRecord($input: CreateRecordInput!) {\n    createRecord(input: $input) {\n      record {\n        ...RecordParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.CreateRecordDocument,
    "\n  mutation UpdateRecord($input: UpdateRecordInput!) {\n    updateRecord(input: $input) {\n      record {\n        ...RecordParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.UpdateRecordDocument,
    "\n  fragment LifecycleOutcome on RecordsPayload {\n    records {\n      id\n      version\n    }\n    userErrors {\n      code\n      path\n      params\n    }\n  }\n": types.LifecycleOutcomeFragmentDoc,
    "\n  mutation ArchiveRecords($input: RecordsInput!) {\n    archiveRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n": types.ArchiveRecordsDocument,
    "\n  mutation UnarchiveRecords($input: RecordsInput!) {\n    unarchiveRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n": types.UnarchiveRecordsDocument,
    "\n  mutation DeleteRecords($input: RecordsInput!) {\n    deleteRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n": types.DeleteRecordsDocument,
    "\n  mutation RestoreRecords($input: RecordsInput!) {\n    restoreRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n": types.RestoreRecordsDocument,
    "\n  mutation PurgeRecords($input: RecordsInput!) {\n    purgeRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n": types.PurgeRecordsDocument,
    "\n  mutation DuplicateRecord($input: DuplicateRecordInput!) {\n    duplicateRecord(input: $input) {\n      record {\n        id\n        number\n        code\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.DuplicateRecordDocument,
    "\n  query RegisterRecords(\n    $key: String!\n    $filter: RecordFilter\n    $sort: RecordSort\n    $first: Int\n    $after: String\n    $fieldKeys: [String!]\n  ) {\n    form(key: $key) {\n      id\n      records(filter: $filter, sort: $sort, first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          number\n          code\n          title\n          status {\n            key\n            label\n            kind\n            colour\n          }\n          createdAt\n          updatedAt\n          isArchived\n          isDeleted\n          viewerCanEdit\n          viewerCanArchive\n          viewerCanDelete\n          viewerCanPurge\n          values(keys: $fieldKeys) {\n            ...ListValue\n          }\n        }\n      }\n    }\n  }\n": types.RegisterRecordsDocument,
    "\n  mutation RememberColumns($input: UpdatePreferencesInput!) {\n    updatePreferences(input: $input) {\n      viewer {\n        preferences\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.RememberColumnsDocument,
    "\n  query Countries {\n    countries {\n      code\n    }\n  }\n": types.CountriesDocument,
    "\n  query UserOptions($search: String) {\n    users(search: $search, first: 20) {\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n": types.UserOptionsDocument,
    "\n  query RecordOptions($key: String!, $filter: RecordFilter) {\n    form(key: $key) {\n      id\n      records(filter: $filter, first: 20) {\n        nodes {\n          id\n          code\n          title\n        }\n      }\n    }\n  }\n": types.RecordOptionsDocument,
    "\n  query GroupOptions {\n    groups {\n      id\n      name\n    }\n  }\n": types.GroupOptionsDocument,
    "\n  query Suggestions($key: String!, $fieldKey: String!, $search: String) {\n    form(key: $key) {\n      id\n      suggestions(fieldKey: $fieldKey, search: $search, first: 20)\n    }\n  }\n": types.SuggestionsDocument,
    "\n  query OptionLabels($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on User {\n        displayName\n      }\n      ... on Group {\n        name\n      }\n      ... on Record {\n        code\n        title\n      }\n    }\n  }\n": types.OptionLabelsDocument,
    "\n  mutation ChangeRecordStatus($input: ChangeRecordStatusInput!) {\n    changeRecordStatus(input: $input) {\n      record {\n        id\n        version\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.ChangeRecordStatusDocument,
    "\n  fragment RecordParts on Record {\n    id\n    number\n    code\n    title\n    version\n    isArchived\n    isDeleted\n    deletedAt\n    deletedBy {\n      id\n      displayName\n    }\n    viewerCanEdit\n    viewerCanArchive\n    viewerCanDelete\n    viewerCanPurge\n    viewerCanComment\n    createdAt\n    updatedAt\n    createdBy {\n      id\n      displayName\n    }\n    updatedBy {\n      id\n      displayName\n    }\n    status {\n      key\n      label\n      kind\n      colour\n      nextKeys\n    }\n    values {\n      ...FullValue\n    }\n  }\n": types.RecordPartsFragmentDoc,
    "\n  query RecordDetail($formKey: String!, $number: Int!) {\n    recordByNumber(formKey: $formKey, number: $number) {\n      ...RecordParts\n      referencedBy(first: 50) {\n        totalCount\n        nodes {\n          fieldKey\n          fieldLabel\n          record {\n            id\n            number\n            code\n            title\n            status {\n              label\n              kind\n              colour\n            }\n            form {\n              key\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n": types.RecordDetailDocument,
    "\n  query RecordHistory($id: ID!, $after: String) {\n    record(id: $id) {\n      id\n      history(first: 10, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          version\n          kind\n          at\n          by {\n            id\n            displayName\n          }\n          changes {\n            fieldKey\n            fieldLabel\n            before\n            after\n          }\n        }\n      }\n    }\n  }\n": types.RecordHistoryDocument,
    "\n  fragment ScaleParts on RiskScale {\n    likelihood {\n      value\n      label\n      help\n    }\n    impact {\n      value\n      label\n      help\n    }\n    levels {\n      key\n      label\n      minimumScore\n      colour\n    }\n    cells {\n      key\n      label\n      minimumScore\n      colour\n    }\n  }\n": types.ScalePartsFragmentDoc,
    "\n  fragment ConditionParts on FieldCondition {\n    isAny\n    tests {\n      fieldKey\n      anyOf\n      isFilled\n      from\n      to\n    }\n  }\n": types.ConditionPartsFragmentDoc,
    "\n  query RegisterForm($key: String!) {\n    form(key: $key) {\n      id\n      key\n      origin\n      name\n      singularName\n      help\n      icon\n      numberPrefix\n      allowsMeasures\n      titleFieldKey\n      revision\n      recordCount\n      viewerCanCreate\n      viewerCanEdit\n      viewerCanImport\n      viewerCanExport\n      category\n      viewerCanDesign\n      groups {\n        key\n        label\n        help\n      }\n      statuses {\n        key\n        label\n        kind\n        colour\n        nextKeys\n      }\n      fields {\n        key\n        kind\n        groupKey\n        label\n        help\n        isStandard\n        isHidden\n        isRequired\n        isInList\n        isSortable\n        isMultiple\n        isMultiline\n        maxLength\n        decimals\n        minimum\n        maximum\n        unit\n        referencedFormKey\n        columns\n        result\n        visibleWhen {\n          ...ConditionParts\n        }\n        requiredWhen {\n          ...ConditionParts\n        }\n        default {\n          kind\n          value {\n            ...ValueInFull\n          }\n        }\n        options {\n          key\n          label\n          colour\n        }\n        scale {\n          ...ScaleParts\n        }\n      }\n    }\n  }\n": types.RegisterFormDocument,
    "\n  mutation UpdateRecords($input: UpdateRecordsInput!) {\n    updateRecords(input: $input) {\n      records {\n        id\n        version\n      }\n      problems {\n        record {\n          id\n          number\n          code\n          title\n        }\n        userErrors {\n          code\n          path\n          params\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.UpdateRecordsDocument,
    "\n  query ComparedWithBackup($restoreId: ID!, $recordIds: [ID!]!) {\n    comparedWithBackup(restoreId: $restoreId, recordIds: $recordIds) {\n      recordId\n      code\n      title\n      state\n      changes {\n        fieldKey\n        fieldLabel\n        before\n        after\n      }\n      leftOut\n    }\n  }\n": types.ComparedWithBackupDocument,
    "\n  mutation TakeFromBackup($input: TakeFromBackupInput!) {\n    takeFromBackup(input: $input) {\n      records {\n        id\n        number\n        code\n        form {\n          key\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.TakeFromBackupDocument,
    "\n  query RegisterTotals($key: String!, $filter: RecordFilter, $fields: [String!]!) {\n    form(key: $key) {\n      id\n      records(filter: $filter, first: 1) {\n        totals(totalFields: $fields) {\n          key\n          count\n          sum\n          average\n          minimum\n          maximum\n        }\n      }\n    }\n  }\n": types.RegisterTotalsDocument,
    "\n  fragment ValueInList on Value {\n    __typename\n    ... on TextValue {\n      text\n    }\n    ... on RichTextValue {\n      plainText\n    }\n    ... on NumberValue {\n      number\n    }\n    ... on DateValue {\n      date\n    }\n    ... on DateTimeValue {\n      at\n    }\n    ... on YesNoNaValue {\n      answer\n    }\n    ... on ChoiceValue {\n      options {\n        key\n        label\n        colour\n      }\n    }\n    ... on WordsValue {\n      words\n    }\n    ... on UserValue {\n      users {\n        id\n        displayName\n      }\n    }\n    ... on GroupValue {\n      groups {\n        id\n        name\n      }\n    }\n    ... on FileValue {\n      files {\n        id\n        fileName\n      }\n    }\n    ... on ReferenceValue {\n      records {\n        id\n        code\n        number\n        title\n        form {\n          key\n        }\n      }\n    }\n    ... on CountryValue {\n      countries {\n        code\n      }\n    }\n    ... on ColourValue {\n      hex\n    }\n    ... on ChecklistValue {\n      ticked\n      total\n    }\n    ... on WebLinkValue {\n      links {\n        url\n        title\n      }\n    }\n    ... on DeadlineValue {\n      dueAt\n      stoppedAt\n      state\n    }\n    ... on LikelihoodImpactValue {\n      likelihood\n      impact\n      score\n      level {\n        key\n        label\n        colour\n      }\n    }\n  }\n": types.ValueInListFragmentDoc,
    "\n  fragment ValueInFull on Value {\n    ...ValueInList\n    ... on RichTextValue {\n      html\n    }\n    ... on ChecklistValue {\n      items {\n        key\n        label\n        isTicked\n      }\n    }\n    ... on FileValue {\n      files {\n        mediaType\n        byteSize\n        uploadedAt\n      }\n    }\n  }\n": types.ValueInFullFragmentDoc,
    "\n  fragment ListValue on FieldValue {\n    key\n    value {\n      ...ValueInList\n    }\n  }\n": types.ListValueFragmentDoc,
    "\n  fragment FullValue on FieldValue {\n    key\n    value {\n      ...ValueInFull\n    }\n  }\n": types.FullValueFragmentDoc,
    "\n  query LinkedColumns($ids: [ID!]!, $keys: [String!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on Record {\n        id\n        values(keys: $keys) {\n          ...ListValue\n        }\n      }\n    }\n  }\n": types.LinkedColumnsDocument,
    "\n  query RegisterViews($key: String!) {\n    form(key: $key) {\n      id\n      savedViews {\n        id\n        name\n        isShared\n        search\n        viewerCanEdit\n        owner {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": types.RegisterViewsDocument,
    "\n  mutation SaveView($input: SaveViewInput!) {\n    saveView(input: $input) {\n      savedView {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.SaveViewDocument,
    "\n  mutation DeleteView($input: DeleteViewInput!) {\n    deleteView(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.DeleteViewDocument,
    "\n  query RiskCriteria($locale: Locale!) {\n    riskCriteria {\n      version\n      viewerCanEdit\n      acceptableLevel {\n        key\n      }\n      scale {\n        likelihood {\n          label(locale: $locale)\n          help(locale: $locale)\n        }\n        impact {\n          label(locale: $locale)\n          help(locale: $locale)\n        }\n        levels {\n          key\n          label(locale: $locale)\n          minimumScore\n          colour\n        }\n        cells {\n          key\n        }\n      }\n    }\n  }\n": types.RiskCriteriaDocument,
    "\n  mutation UpdateRiskCriteria($input: UpdateRiskCriteriaInput!) {\n    updateRiskCriteria(input: $input) {\n      riskCriteria {\n        version\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.UpdateRiskCriteriaDocument,
    "\n  mutation UpdatePreferences($input: UpdatePreferencesInput!) {\n    updatePreferences(input: $input) {\n      viewer {\n        locale\n        preferences\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n": types.UpdatePreferencesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyAccount {\n    viewer {\n      recoveryCodesLeft\n      account {\n        id\n        kind\n        user {\n          displayName\n          username\n        }\n        email\n        pendingEmail\n        role\n        groups {\n          id\n          name\n        }\n        accessEndsOn\n        version\n      }\n    }\n  }\n"): typeof import('./graphql').MyAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeUsername($input: ChangeUsernameInput!) {\n    changeUsername(input: $input) {\n      account {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ChangeUsernameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeEmail($input: ChangeEmailInput!) {\n    changeEmail(input: $input) {\n      account {\n        pendingEmail\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ChangeEmailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ChangePasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginReplacement {\n    beginSecondFactorReplacement {\n      enrollment {\n        secret\n        otpauthUri\n        qrSvg\n        accountName\n        issuer\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').BeginReplacementDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmReplacement($input: CodeInput!) {\n    confirmSecondFactorReplacement(input: $input) {\n      codes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ConfirmReplacementDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegenerateRecoveryCodes {\n    regenerateRecoveryCodes {\n      codes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').RegenerateRecoveryCodesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Passkeys {\n    passkeys {\n      id\n      name\n      createdAt\n      lastUsedAt\n    }\n  }\n"): typeof import('./graphql').PasskeysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeyRegistration {\n    beginPasskeyRegistration {\n      options\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').BeginPasskeyRegistrationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FinishPasskeyRegistration($input: FinishPasskeyRegistrationInput!) {\n    finishPasskeyRegistration(input: $input) {\n      passkey {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').FinishPasskeyRegistrationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      passkey {\n        id\n        name\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').RenamePasskeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').RemovePasskeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions {\n    sessions {\n      id\n      createdAt\n      lastSeenAt\n      device\n      address\n      countryCode\n      isCurrent\n    }\n  }\n"): typeof import('./graphql').SessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').EndSessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').EndOtherSessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiTokens($ofEverybody: Boolean!) {\n    apiTokens(ofEverybody: $ofEverybody) {\n      id\n      name\n      prefix\n      owner {\n        id\n        displayName\n      }\n      canWrite\n      forms {\n        id\n        name\n      }\n      networks\n      createdAt\n      expiresOn\n      lastUsedAt\n      lastUsedAddress\n      revokedAt\n      isGood\n    }\n  }\n"): typeof import('./graphql').ApiTokensDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      apiToken {\n        id\n        name\n      }\n      secret\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').CreateApiTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) {\n      apiToken {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').RevokeApiTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegisterMenu {\n    forms {\n      id\n      key\n      origin\n      name\n      singularName\n      icon\n      category\n      numberPrefix\n      recordCount\n      viewerCanCreate\n    }\n  }\n"): typeof import('./graphql').RegisterMenuDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordByCode($formKey: String!, $number: Int!) {\n    recordByNumber(formKey: $formKey, number: $number) {\n      id\n      code\n      title\n      number\n    }\n  }\n"): typeof import('./graphql').RecordByCodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportArchive($input: ExportArchiveInput!) {\n    exportArchive(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ExportArchiveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditEvents($filter: AuditFilter, $first: Int, $after: String) {\n    auditEvents(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        seq\n        at\n        actorKind\n        actor {\n          id\n        }\n        actorName\n        action\n        subjectKind\n        subjectId\n        subjectName\n        changes {\n          field\n          before\n          after\n        }\n        details\n        address\n        isRefusal\n        isErased\n        hash\n      }\n    }\n  }\n"): typeof import('./graphql').AuditEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditActions {\n    auditActions\n  }\n"): typeof import('./graphql').AuditActionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditChain {\n    auditChain {\n      length\n      headHash\n      publishedAt\n      publishedSeq\n      verifiedAt\n      verifiedSeq\n      isIntact\n      problem {\n        code\n        path\n        params\n      }\n      publicKey\n    }\n  }\n"): typeof import('./graphql').AuditChainDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VerifyAuditChain {\n    verifyAuditChain {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').VerifyAuditChainDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartAuditExport($input: StartAuditExportInput!) {\n    startAuditExport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').StartAuditExportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountLink($token: String!) {\n    accountLink(token: $token) {\n      purpose\n      username\n      displayName\n      email\n      expiresAt\n    }\n  }\n"): typeof import('./graphql').AccountLinkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').RequestPasswordResetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($input: ChoosePasswordInput!) {\n    acceptInvitation(input: $input) {\n      ticket\n      nextStep\n      hasPasskey\n      hasRecoveryCodes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').AcceptInvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($input: ChoosePasswordInput!) {\n    resetPassword(input: $input) {\n      username\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ResetPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmEmail($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      isConfirmed\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ConfirmEmailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      user {\n        id\n        displayName\n        username\n      }\n      role\n      locale\n      canManageForms\n      canExport\n      canImport\n      canSeePeople\n      canManagePeople\n      canReadAuditLog\n      canManageFirewall\n      canTakeArchive\n      canSeeBackups\n      canRestoreBackups\n      preferences\n      hasPasskey\n      accessEndsOn\n      canMakeApiTokens\n    }\n    environment {\n      id\n      name\n      host\n      locale\n      hasOutbox\n    }\n  }\n"): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      ticket\n      nextStep\n      hasPasskey\n      hasRecoveryCodes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').SignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {\n    verifySecondFactor(input: $input) {\n      viewer {\n        role\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').VerifySecondFactorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UseRecoveryCode($input: UseRecoveryCodeInput!) {\n    useRecoveryCode(input: $input) {\n      viewer {\n        role\n      }\n      recoveryCodesLeft\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').UseRecoveryCodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeyVerification($input: BeginPasskeyVerificationInput!) {\n    beginPasskeyVerification(input: $input) {\n      options\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').BeginPasskeyVerificationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VerifyPasskey($input: VerifyPasskeyInput!) {\n    verifyPasskey(input: $input) {\n      viewer {\n        role\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').VerifyPasskeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginEnrollment($input: BeginSecondFactorEnrollmentInput!) {\n    beginSecondFactorEnrollment(input: $input) {\n      enrollment {\n        secret\n        otpauthUri\n        qrSvg\n        accountName\n        issuer\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').BeginEnrollmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmEnrollment($input: ConfirmSecondFactorEnrollmentInput!) {\n    confirmSecondFactorEnrollment(input: $input) {\n      viewer {\n        role\n      }\n      recoveryCodes\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ConfirmEnrollmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql').SignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      freshUntil\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').StepUpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeyStepUp {\n    beginPasskeyStepUp {\n      options\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').BeginPasskeyStepUpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RestoreParts on Restore {\n    id\n    purpose\n    backup {\n      id\n      tier\n      takenAt\n    }\n    askedBy {\n      id\n      displayName\n    }\n    askedAt\n    reason\n    state\n    finishedAt\n    failure\n    openUntil\n  }\n"): typeof import('./graphql').RestorePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Backups {\n    backups {\n      isSetUp\n      lastDrillAt\n      isLastDrillNoticed\n      isKeeperSound\n      places {\n        tier\n        nextAt\n        lastTakenAt\n        lastProvenTakenAt\n        overdueSince\n      }\n      runs {\n        id\n        tier\n        reason\n        state\n        dueAt\n        begunAt\n        attempts\n        doneBytes\n        totalBytes\n        finishedAt\n        nextAttemptAt\n        takenAt\n        sequence\n        databaseBytes\n        files\n        fileBytes\n        provenAt\n        proofSeconds\n        provenRows\n        removedAt\n        canBeRestored\n      }\n      restores {\n        ...RestoreParts\n      }\n    }\n  }\n"): typeof import('./graphql').BackupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeBackup {\n    makeBackup {\n      backup {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').MakeBackupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestRestore($input: RequestRestoreInput!) {\n    requestRestore(input: $input) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').RequestRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenBackup($input: OpenBackupInput!) {\n    openBackup(input: $input) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').OpenBackupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelRestore($id: ID!) {\n    cancelRestore(id: $id) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').CancelRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChartParts on Chart {\n    key\n    title\n    titleNl: title(locale: NL)\n    titleEn: title(locale: EN)\n    kind\n    groupBy\n    splitBy\n    interval\n    measure\n    measureField\n    field\n    isOpenOnly\n    tests {\n      fieldKey\n      anyOf\n      isFilled\n      from\n      to\n    }\n  }\n"): typeof import('./graphql').ChartPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChartDataParts on ChartData {\n    groups {\n      key\n      label\n      colour\n      filter\n    }\n    series {\n      key\n      label\n      colour\n      filter\n    }\n    cells {\n      group\n      series\n      value\n      colour\n      filter\n    }\n    total\n    clocks {\n      record {\n        id\n        number\n        code\n        title\n      }\n      dueAt\n      state\n    }\n  }\n"): typeof import('./graphql').ChartDataPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChartFormParts on Form {\n    id\n    key\n    name\n    icon\n  }\n"): typeof import('./graphql').ChartFormPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FormCharts($key: String!) {\n    form(key: $key) {\n      ...ChartFormParts\n      charts {\n        ...ChartParts\n      }\n    }\n  }\n"): typeof import('./graphql').FormChartsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardFigures($key: String!, $chart: ChartInput!) {\n    form(key: $key) {\n      id\n      chartData(chart: $chart) {\n        ...ChartDataParts\n      }\n    }\n  }\n"): typeof import('./graphql').DashboardFiguresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportChart($input: ExportChartInput!) {\n    exportChart(input: $input) {\n      file {\n        fileName\n        mediaType\n        base64\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ExportChartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LatestChanges {\n    forms {\n      key\n      icon\n      records(sort: { by: UPDATED_AT, direction: DESC }, first: 8) {\n        nodes {\n          id\n          number\n          code\n          title\n          updatedAt\n          updatedBy {\n            displayName\n          }\n          status {\n            label\n            colour\n            kind\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').LatestChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardFacts on Dashboard {\n    id\n    name\n    isShared\n    isHome\n    version\n    viewerCanEdit\n    owner {\n      id\n      displayName\n    }\n  }\n"): typeof import('./graphql').BoardFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardBoards {\n    dashboards {\n      ...BoardFacts\n    }\n  }\n"): typeof import('./graphql').DashboardBoardsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardBoard($id: ID!) {\n    dashboard(id: $id) {\n      ...BoardFacts\n      hiddenCards\n      cards {\n        id\n        width\n        form {\n          ...ChartFormParts\n        }\n        chart {\n          ...ChartParts\n        }\n        data {\n          ...ChartDataParts\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').DashboardBoardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveBoard($input: SaveDashboardInput!) {\n    saveDashboard(input: $input) {\n      dashboard {\n        ...BoardFacts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').SaveBoardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteBoard($input: DeleteDashboardInput!) {\n    deleteDashboard(input: $input) {\n      deletedId\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteBoardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardOverview {\n    forms {\n      id\n      key\n      name\n      singularName\n      icon\n      category\n      recordCount\n      viewerCanCreate\n      statusCounts {\n        count\n        status {\n          key\n          label\n          kind\n          colour\n        }\n      }\n      fields {\n        key\n        kind\n        label\n        isInList\n      }\n    }\n  }\n"): typeof import('./graphql').DashboardOverviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RiskMatrix($formKey: String!, $fieldKey: String!) {\n    form(key: $formKey) {\n      id\n      riskMatrix(fieldKey: $fieldKey) {\n        likelihood\n        impact\n        score\n        count\n        level {\n          key\n          label\n          colour\n          minimumScore\n        }\n      }\n      fields {\n        key\n        scale {\n          likelihood {\n            value\n            label\n          }\n          impact {\n            value\n            label\n          }\n          levels {\n            key\n            label\n            colour\n            minimumScore\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RiskMatrixDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartRecordExport($input: StartRecordExportInput!) {\n    startRecordExport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').StartRecordExportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartExport($input: StartExportInput!) {\n    startExport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').StartExportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FirewallRuleParts on FirewallRule {\n    id\n    channel\n    action\n    network\n    note\n    endsOn\n    isInForce\n  }\n"): typeof import('./graphql').FirewallRulePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FirewallLimitParts on FirewallLimits {\n    perAddressPerMinute\n    perAccountPerMinute\n    perTokenPerMinute\n    concurrentRequests\n    onTrip\n    blockMinutes\n  }\n"): typeof import('./graphql').FirewallLimitPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FirewallParts on Firewall {\n    version\n    rules {\n      ...FirewallRuleParts\n    }\n    limits {\n      ...FirewallLimitParts\n    }\n    defaultLimits {\n      ...FirewallLimitParts\n    }\n    viewerAddress\n    updatedAt\n    updatedBy {\n      id\n      displayName\n    }\n    pending {\n      requestedAt\n      requestedBy {\n        id\n        displayName\n      }\n      expiresAt\n      rules {\n        ...FirewallRuleParts\n      }\n      limits {\n        ...FirewallLimitParts\n      }\n    }\n  }\n"): typeof import('./graphql').FirewallPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Firewall {\n    firewall {\n      ...FirewallParts\n    }\n  }\n"): typeof import('./graphql').FirewallDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FirewallVerdict($address: String!, $channel: FirewallChannel!, $proposal: FirewallInput) {\n    testFirewallAddress(address: $address, channel: $channel, proposal: $proposal) {\n      isAllowed\n      reason\n      rule {\n        network\n        note\n      }\n      isBlockedUntil\n    }\n  }\n"): typeof import('./graphql').FirewallVerdictDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FirewallRefusals($after: String) {\n    firewallRefusals(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        hour\n        address\n        channel\n        reason\n        count\n        lastAt\n      }\n    }\n  }\n"): typeof import('./graphql').FirewallRefusalsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveFirewall($input: SaveFirewallInput!) {\n    saveFirewall(input: $input) {\n      firewall {\n        ...FirewallParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').SaveFirewallDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmFirewall {\n    confirmFirewall {\n      firewall {\n        ...FirewallParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ConfirmFirewallDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardPendingFirewall {\n    discardPendingFirewall {\n      firewall {\n        ...FirewallParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').DiscardPendingFirewallDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DesignForm($key: String!, $locale: Locale!) {\n    form(key: $key) {\n      id\n      key\n      origin\n      name(locale: $locale)\n      singularName(locale: $locale)\n      help(locale: $locale)\n      icon\n      numberPrefix\n      titleFieldKey\n      revision\n      category\n      allowsMeasures\n      requirements {\n        standard\n        code\n      }\n      viewerCanDesign\n      groups {\n        key\n        label(locale: $locale)\n        help(locale: $locale)\n      }\n      statuses {\n        key\n        label(locale: $locale)\n        kind\n        colour\n        nextKeys\n      }\n      fields {\n        key\n        kind\n        groupKey\n        label(locale: $locale)\n        help(locale: $locale)\n        isStandard\n        isBase\n        isHidden\n        isRequired\n        isInList\n        isMultiple\n        isMultiline\n        isUnique\n        visibleWhen {\n          ...ConditionParts\n        }\n        requiredWhen {\n          ...ConditionParts\n        }\n        default {\n          kind\n          value {\n            ...ValueInFull\n          }\n        }\n        maxLength\n        decimals\n        minimum\n        maximum\n        unit(locale: $locale)\n        options {\n          key\n          label(locale: $locale)\n          colour\n        }\n        referencedFormKey\n        columns\n        sourceFormKey\n        sourceFieldKey\n        expression\n        deadline {\n          fromKey\n          term {\n            ...TermParts\n          }\n          extension {\n            whenKey\n            term {\n              ...TermParts\n            }\n          }\n          stoppedByKey\n        }\n        prefix\n        digits\n      }\n    }\n  }\n"): typeof import('./graphql').DesignFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TermParts on Term {\n    hours\n    days\n    months\n  }\n"): typeof import('./graphql').TermPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FormCheck($formKey: String, $form: FormInput!) {\n    checkForm(formKey: $formKey, form: $form) {\n      userErrors {\n        code\n        path\n        params\n      }\n      changes {\n        kind\n        path\n        label\n        before\n        after\n      }\n    }\n  }\n"): typeof import('./graphql').FormCheckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateForm($form: FormInput!) {\n    createForm(input: { form: $form }) {\n      form {\n        id\n        key\n        name\n        fields {\n          key\n          label\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').CreateFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishForm($formKey: String!, $revision: Int!, $form: FormInput!) {\n    publishForm(input: { formKey: $formKey, revision: $revision, form: $form }) {\n      form {\n        id\n        key\n        name\n        revision\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').PublishFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewScale {\n    riskCriteria {\n      scale {\n        ...ScaleParts\n      }\n    }\n  }\n"): typeof import('./graphql').PreviewScaleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FormRevisions($key: String!, $first: Int, $after: String) {\n    form(key: $key) {\n      id\n      key\n      name\n      revision\n      viewerCanDesign\n      revisions(first: $first, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          number\n          publishedAt\n          publishedBy {\n            displayName\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').FormRevisionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegistersInUse {\n    forms {\n      id\n      key\n      origin\n      name\n      icon\n      category\n      revision\n      recordCount\n      viewerCanDesign\n    }\n  }\n"): typeof import('./graphql').RegistersInUseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ArchivedForms {\n    archivedForms {\n      key\n      name\n      archivedAt\n    }\n  }\n"): typeof import('./graphql').ArchivedFormsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveForm($formKey: String!) {\n    archiveForm(input: { formKey: $formKey }) {\n      form {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ArchiveFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreForm($formKey: String!) {\n    restoreForm(input: { formKey: $formKey }) {\n      form {\n        id\n        key\n        name\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').RestoreFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UploadSheets($id: ID!) {\n    upload(id: $id) {\n      id\n      fileName\n      sheets {\n        name\n        isVisible\n        rowCount\n        columnCount\n      }\n    }\n  }\n"): typeof import('./graphql').UploadSheetsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UploadSheet($id: ID!, $name: String!) {\n    upload(id: $id) {\n      id\n      sheet(name: $name) {\n        name\n        headerRow\n        rowCount\n        columns {\n          index\n          header\n          guessedKind\n          isMultiline\n          options\n          filledCount\n          samples\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').UploadSheetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SuggestImportMapping($input: SuggestImportMappingInput!) {\n    suggestImportMapping(input: $input) {\n      mapping {\n        column\n        fieldKey\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').SuggestImportMappingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PreviewImport($input: ImportInput!) {\n    previewImport(input: $input) {\n      plan {\n        rowCount\n        createCount\n        updateCount\n        unchangedCount\n        conflictCount\n        errorCount\n        errors {\n          row\n          column\n          header\n          code\n          params\n        }\n        rows {\n          row\n          action\n          code\n          title\n          changes {\n            fieldKey\n            fieldLabel\n            before\n            after\n          }\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').PreviewImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartImport($input: ImportInput!) {\n    startImport(input: $input) {\n      job {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').StartImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment JobFacts on Job {\n    id\n    kind\n    state\n    createdAt\n    finishedAt\n    done\n    total\n    downloadUrl\n    fileName\n    errors {\n      code\n      path\n      params\n    }\n    importSummary {\n      created\n      updated\n      unchanged\n      formKey\n    }\n  }\n"): typeof import('./graphql').JobFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Job($id: ID!) {\n    job(id: $id) {\n      ...JobFacts\n    }\n  }\n"): typeof import('./graphql').JobDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Jobs($first: Int, $after: String) {\n    jobs(first: $first, after: $after) {\n      nodes {\n        ...JobFacts\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').JobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelJob($input: CancelJobInput!) {\n    cancelJob(input: $input) {\n      job {\n        ...JobFacts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').CancelJobDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LookBack {\n    forms {\n      id\n    }\n  }\n"): typeof import('./graphql').LookBackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseBackup($id: ID!) {\n    closeBackup(id: $id) {\n      restore {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').CloseBackupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Outbox($first: Int!, $after: String) {\n    outbox(first: $first, after: $after) {\n      nodes {\n        id\n        to\n        subject\n        sentAt\n        text\n        html\n        locale\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').OutboxDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UpgradeParts on FormUpgrade {\n    key\n    name\n    isNew\n    obstacle\n    changes {\n      kind\n      path\n      label\n      before\n      after\n    }\n    conflicts {\n      path\n      kept\n      offered\n    }\n  }\n"): typeof import('./graphql').UpgradePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Packs {\n    packs {\n      key\n      name\n      description\n      installedVersion\n      availableVersion\n      authors\n      licence\n    }\n  }\n"): typeof import('./graphql').PacksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PackUpgrade($key: String!) {\n    packUpgrade(key: $key) {\n      ...UpgradeParts\n    }\n  }\n"): typeof import('./graphql').PackUpgradeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpgradePack($input: UpgradePackInput!) {\n    upgradePack(input: $input) {\n      upgrades {\n        ...UpgradeParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').UpgradePackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteUser($input: InviteUserInput!) {\n    inviteUser(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').InviteUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendInvitation($input: SendInvitationInput!) {\n    sendInvitation(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').SendInvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateAccount($input: UpdateAccountInput!) {\n    updateAccount(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveUser($input: ArchiveUserInput!) {\n    archiveUser(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ArchiveUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreUser($input: RestoreUserInput!) {\n    restoreUser(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').RestoreUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeColleagueUsername($input: ChangeUsernameInput!) {\n    changeUsername(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ChangeColleagueUsernameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeColleagueEmail($input: ChangeEmailInput!) {\n    changeEmail(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ChangeColleagueEmailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ErasePerson($input: ErasePersonInput!) {\n    erasePerson(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ErasePersonDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetSecondFactor($input: ResetSecondFactorInput!) {\n    resetSecondFactor(input: $input) {\n      account {\n        ...AccountParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ResetSecondFactorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PreviewUserImport($input: UserImportInput!) {\n    previewUserImport(input: $input) {\n      preview {\n        ...UserImportPreviewParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').PreviewUserImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UserImportPreviewParts on UserImportPreview {\n    rowCount\n    rows {\n      row\n      displayName\n      email\n      username\n      role\n      groups\n      accessEndsOn\n    }\n    errors {\n      row\n      column\n      header\n      code\n      params\n    }\n  }\n"): typeof import('./graphql').UserImportPreviewPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportUsers($input: UserImportInput!) {\n    importUsers(input: $input) {\n      invitedCount\n      preview {\n        ...UserImportPreviewParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ImportUsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GrantParts on AccessGrant {\n    id\n    kind\n    user {\n      id\n      displayName\n      username\n    }\n    account {\n      id\n      email\n      status\n      hasSecondFactor\n      hasPasskey\n    }\n    organisation\n    reason\n    role\n    forms {\n      id\n      key\n      name\n    }\n    startsAt\n    endsOn\n    grantedBy {\n      id\n      displayName\n    }\n    withdrawnAt\n    withdrawnBy {\n      id\n      displayName\n    }\n    isInForce\n    lastVisitAt\n    visitCount\n    version\n  }\n"): typeof import('./graphql').GrantPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessGrants {\n    accessGrants {\n      ...GrantParts\n    }\n  }\n"): typeof import('./graphql').AccessGrantsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessVisits($after: String) {\n    accessVisits(first: 10, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        kind\n        name\n        action\n        at\n        address\n      }\n    }\n  }\n"): typeof import('./graphql').AccessVisitsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GrantConsultantAccess($input: GrantConsultantAccessInput!) {\n    grantConsultantAccess(input: $input) {\n      grant {\n        ...GrantParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').GrantConsultantAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeAccessGrant($input: ChangeAccessGrantInput!) {\n    changeAccessGrant(input: $input) {\n      grant {\n        ...GrantParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ChangeAccessGrantDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawAccess($input: WithdrawAccessInput!) {\n    withdrawAccess(input: $input) {\n      grant {\n        ...GrantParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').WithdrawAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Groups {\n    groups {\n      id\n      name\n      description\n      memberCount\n      version\n      members {\n        id\n        displayName\n      }\n    }\n  }\n"): typeof import('./graphql').GroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      group {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').CreateGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      group {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountRow on Account {\n    id\n    user {\n      id\n      displayName\n      username\n    }\n    kind\n    email\n    role\n    status\n    groups {\n      id\n      name\n    }\n    hasSecondFactor\n    hasPasskey\n    lastSignedInAt\n    invitationSentAt\n    invitationExpiresAt\n    accessEndsOn\n    archivedAt\n  }\n"): typeof import('./graphql').AccountRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountParts on Account {\n    ...AccountRow\n    pendingEmail\n    locale\n    createdAt\n    openRecordCount\n    version\n    viewerCanEdit\n    viewerCanResetSecondFactor\n  }\n"): typeof import('./graphql').AccountPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Accounts($filter: AccountFilter, $first: Int, $after: String) {\n    accounts(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...AccountRow\n      }\n    }\n  }\n"): typeof import('./graphql').AccountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account($id: ID!) {\n    account(id: $id) {\n      ...AccountParts\n    }\n  }\n"): typeof import('./graphql').AccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountsWithoutFactor {\n    accounts(filter: { statuses: [INVITED, ACTIVE], hasSecondFactor: false }, first: 1) {\n      totalCount\n    }\n  }\n"): typeof import('./graphql').AccountsWithoutFactorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegisterAccess($key: String!) {\n    form(key: $key) {\n      id\n      key\n      name\n      access {\n        role\n        group {\n          id\n          name\n          memberCount\n        }\n        right\n        defaultRight\n      }\n    }\n    groups {\n      id\n      name\n      memberCount\n    }\n  }\n"): typeof import('./graphql').RegisterAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetFormAccess($input: SetFormAccessInput!) {\n    setFormAccess(input: $input) {\n      form {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').SetFormAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CommentParts on Comment {\n    id\n    html\n    createdAt\n    editedAt\n    isDeleted\n    viewerCanEdit\n    viewerCanDelete\n    author {\n      id\n      displayName\n    }\n  }\n"): typeof import('./graphql').CommentPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordComments($id: ID!, $after: String) {\n    record(id: $id) {\n      id\n      commentCount\n      comments(first: 20, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...CommentParts\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RecordCommentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddComment($input: AddCommentInput!) {\n    addComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').AddCommentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditComment($input: EditCommentInput!) {\n    editComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').EditCommentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteComment($input: DeleteCommentInput!) {\n    deleteComment(input: $input) {\n      comment {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteCommentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateRecord($input: CreateRecordInput!) {\n    createRecord(input: $input) {\n      record {\n        ...RecordParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').CreateRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateRecord($input: UpdateRecordInput!) {\n    updateRecord(input: $input) {\n      record {\n        ...RecordParts\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LifecycleOutcome on RecordsPayload {\n    records {\n      id\n      version\n    }\n    userErrors {\n      code\n      path\n      params\n    }\n  }\n"): typeof import('./graphql').LifecycleOutcomeFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveRecords($input: RecordsInput!) {\n    archiveRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n"): typeof import('./graphql').ArchiveRecordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnarchiveRecords($input: RecordsInput!) {\n    unarchiveRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n"): typeof import('./graphql').UnarchiveRecordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteRecords($input: RecordsInput!) {\n    deleteRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n"): typeof import('./graphql').DeleteRecordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreRecords($input: RecordsInput!) {\n    restoreRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n"): typeof import('./graphql').RestoreRecordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PurgeRecords($input: RecordsInput!) {\n    purgeRecords(input: $input) {\n      ...LifecycleOutcome\n    }\n  }\n"): typeof import('./graphql').PurgeRecordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DuplicateRecord($input: DuplicateRecordInput!) {\n    duplicateRecord(input: $input) {\n      record {\n        id\n        number\n        code\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').DuplicateRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegisterRecords(\n    $key: String!\n    $filter: RecordFilter\n    $sort: RecordSort\n    $first: Int\n    $after: String\n    $fieldKeys: [String!]\n  ) {\n    form(key: $key) {\n      id\n      records(filter: $filter, sort: $sort, first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          number\n          code\n          title\n          status {\n            key\n            label\n            kind\n            colour\n          }\n          createdAt\n          updatedAt\n          isArchived\n          isDeleted\n          viewerCanEdit\n          viewerCanArchive\n          viewerCanDelete\n          viewerCanPurge\n          values(keys: $fieldKeys) {\n            ...ListValue\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RegisterRecordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RememberColumns($input: UpdatePreferencesInput!) {\n    updatePreferences(input: $input) {\n      viewer {\n        preferences\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').RememberColumnsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Countries {\n    countries {\n      code\n    }\n  }\n"): typeof import('./graphql').CountriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserOptions($search: String) {\n    users(search: $search, first: 20) {\n      nodes {\n        id\n        displayName\n      }\n    }\n  }\n"): typeof import('./graphql').UserOptionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordOptions($key: String!, $filter: RecordFilter) {\n    form(key: $key) {\n      id\n      records(filter: $filter, first: 20) {\n        nodes {\n          id\n          code\n          title\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RecordOptionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupOptions {\n    groups {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').GroupOptionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Suggestions($key: String!, $fieldKey: String!, $search: String) {\n    form(key: $key) {\n      id\n      suggestions(fieldKey: $fieldKey, search: $search, first: 20)\n    }\n  }\n"): typeof import('./graphql').SuggestionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OptionLabels($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on User {\n        displayName\n      }\n      ... on Group {\n        name\n      }\n      ... on Record {\n        code\n        title\n      }\n    }\n  }\n"): typeof import('./graphql').OptionLabelsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeRecordStatus($input: ChangeRecordStatusInput!) {\n    changeRecordStatus(input: $input) {\n      record {\n        id\n        version\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').ChangeRecordStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RecordParts on Record {\n    id\n    number\n    code\n    title\n    version\n    isArchived\n    isDeleted\n    deletedAt\n    deletedBy {\n      id\n      displayName\n    }\n    viewerCanEdit\n    viewerCanArchive\n    viewerCanDelete\n    viewerCanPurge\n    viewerCanComment\n    createdAt\n    updatedAt\n    createdBy {\n      id\n      displayName\n    }\n    updatedBy {\n      id\n      displayName\n    }\n    status {\n      key\n      label\n      kind\n      colour\n      nextKeys\n    }\n    values {\n      ...FullValue\n    }\n  }\n"): typeof import('./graphql').RecordPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordDetail($formKey: String!, $number: Int!) {\n    recordByNumber(formKey: $formKey, number: $number) {\n      ...RecordParts\n      referencedBy(first: 50) {\n        totalCount\n        nodes {\n          fieldKey\n          fieldLabel\n          record {\n            id\n            number\n            code\n            title\n            status {\n              label\n              kind\n              colour\n            }\n            form {\n              key\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RecordDetailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordHistory($id: ID!, $after: String) {\n    record(id: $id) {\n      id\n      history(first: 10, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          version\n          kind\n          at\n          by {\n            id\n            displayName\n          }\n          changes {\n            fieldKey\n            fieldLabel\n            before\n            after\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RecordHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ScaleParts on RiskScale {\n    likelihood {\n      value\n      label\n      help\n    }\n    impact {\n      value\n      label\n      help\n    }\n    levels {\n      key\n      label\n      minimumScore\n      colour\n    }\n    cells {\n      key\n      label\n      minimumScore\n      colour\n    }\n  }\n"): typeof import('./graphql').ScalePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConditionParts on FieldCondition {\n    isAny\n    tests {\n      fieldKey\n      anyOf\n      isFilled\n      from\n      to\n    }\n  }\n"): typeof import('./graphql').ConditionPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegisterForm($key: String!) {\n    form(key: $key) {\n      id\n      key\n      origin\n      name\n      singularName\n      help\n      icon\n      numberPrefix\n      allowsMeasures\n      titleFieldKey\n      revision\n      recordCount\n      viewerCanCreate\n      viewerCanEdit\n      viewerCanImport\n      viewerCanExport\n      category\n      viewerCanDesign\n      groups {\n        key\n        label\n        help\n      }\n      statuses {\n        key\n        label\n        kind\n        colour\n        nextKeys\n      }\n      fields {\n        key\n        kind\n        groupKey\n        label\n        help\n        isStandard\n        isHidden\n        isRequired\n        isInList\n        isSortable\n        isMultiple\n        isMultiline\n        maxLength\n        decimals\n        minimum\n        maximum\n        unit\n        referencedFormKey\n        columns\n        result\n        visibleWhen {\n          ...ConditionParts\n        }\n        requiredWhen {\n          ...ConditionParts\n        }\n        default {\n          kind\n          value {\n            ...ValueInFull\n          }\n        }\n        options {\n          key\n          label\n          colour\n        }\n        scale {\n          ...ScaleParts\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RegisterFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateRecords($input: UpdateRecordsInput!) {\n    updateRecords(input: $input) {\n      records {\n        id\n        version\n      }\n      problems {\n        record {\n          id\n          number\n          code\n          title\n        }\n        userErrors {\n          code\n          path\n          params\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateRecordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComparedWithBackup($restoreId: ID!, $recordIds: [ID!]!) {\n    comparedWithBackup(restoreId: $restoreId, recordIds: $recordIds) {\n      recordId\n      code\n      title\n      state\n      changes {\n        fieldKey\n        fieldLabel\n        before\n        after\n      }\n      leftOut\n    }\n  }\n"): typeof import('./graphql').ComparedWithBackupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeFromBackup($input: TakeFromBackupInput!) {\n    takeFromBackup(input: $input) {\n      records {\n        id\n        number\n        code\n        form {\n          key\n        }\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').TakeFromBackupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegisterTotals($key: String!, $filter: RecordFilter, $fields: [String!]!) {\n    form(key: $key) {\n      id\n      records(filter: $filter, first: 1) {\n        totals(totalFields: $fields) {\n          key\n          count\n          sum\n          average\n          minimum\n          maximum\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RegisterTotalsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ValueInList on Value {\n    __typename\n    ... on TextValue {\n      text\n    }\n    ... on RichTextValue {\n      plainText\n    }\n    ... on NumberValue {\n      number\n    }\n    ... on DateValue {\n      date\n    }\n    ... on DateTimeValue {\n      at\n    }\n    ... on YesNoNaValue {\n      answer\n    }\n    ... on ChoiceValue {\n      options {\n        key\n        label\n        colour\n      }\n    }\n    ... on WordsValue {\n      words\n    }\n    ... on UserValue {\n      users {\n        id\n        displayName\n      }\n    }\n    ... on GroupValue {\n      groups {\n        id\n        name\n      }\n    }\n    ... on FileValue {\n      files {\n        id\n        fileName\n      }\n    }\n    ... on ReferenceValue {\n      records {\n        id\n        code\n        number\n        title\n        form {\n          key\n        }\n      }\n    }\n    ... on CountryValue {\n      countries {\n        code\n      }\n    }\n    ... on ColourValue {\n      hex\n    }\n    ... on ChecklistValue {\n      ticked\n      total\n    }\n    ... on WebLinkValue {\n      links {\n        url\n        title\n      }\n    }\n    ... on DeadlineValue {\n      dueAt\n      stoppedAt\n      state\n    }\n    ... on LikelihoodImpactValue {\n      likelihood\n      impact\n      score\n      level {\n        key\n        label\n        colour\n      }\n    }\n  }\n"): typeof import('./graphql').ValueInListFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ValueInFull on Value {\n    ...ValueInList\n    ... on RichTextValue {\n      html\n    }\n    ... on ChecklistValue {\n      items {\n        key\n        label\n        isTicked\n      }\n    }\n    ... on FileValue {\n      files {\n        mediaType\n        byteSize\n        uploadedAt\n      }\n    }\n  }\n"): typeof import('./graphql').ValueInFullFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ListValue on FieldValue {\n    key\n    value {\n      ...ValueInList\n    }\n  }\n"): typeof import('./graphql').ListValueFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FullValue on FieldValue {\n    key\n    value {\n      ...ValueInFull\n    }\n  }\n"): typeof import('./graphql').FullValueFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LinkedColumns($ids: [ID!]!, $keys: [String!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on Record {\n        id\n        values(keys: $keys) {\n          ...ListValue\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').LinkedColumnsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegisterViews($key: String!) {\n    form(key: $key) {\n      id\n      savedViews {\n        id\n        name\n        isShared\n        search\n        viewerCanEdit\n        owner {\n          id\n          displayName\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RegisterViewsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveView($input: SaveViewInput!) {\n    saveView(input: $input) {\n      savedView {\n        id\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').SaveViewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteView($input: DeleteViewInput!) {\n    deleteView(input: $input) {\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteViewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RiskCriteria($locale: Locale!) {\n    riskCriteria {\n      version\n      viewerCanEdit\n      acceptableLevel {\n        key\n      }\n      scale {\n        likelihood {\n          label(locale: $locale)\n          help(locale: $locale)\n        }\n        impact {\n          label(locale: $locale)\n          help(locale: $locale)\n        }\n        levels {\n          key\n          label(locale: $locale)\n          minimumScore\n          colour\n        }\n        cells {\n          key\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RiskCriteriaDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateRiskCriteria($input: UpdateRiskCriteriaInput!) {\n    updateRiskCriteria(input: $input) {\n      riskCriteria {\n        version\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateRiskCriteriaDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePreferences($input: UpdatePreferencesInput!) {\n    updatePreferences(input: $input) {\n      viewer {\n        locale\n        preferences\n      }\n      userErrors {\n        code\n        path\n        params\n      }\n    }\n  }\n"): typeof import('./graphql').UpdatePreferencesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
