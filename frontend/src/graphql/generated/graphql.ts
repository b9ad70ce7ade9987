/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which accounts; all conditions that are given must hold. */
export type AccountFilter = {
  /** In this group. */
  groupId?: string | number | null | undefined;
  /** With or without a second factor in use. */
  hasSecondFactor?: boolean | null | undefined;
  /** Any of these. */
  roles?: Array<Role> | null | undefined;
  /** Words in the name, the username or the mail address; literal, case and accents ignored. */
  search?: string | null | undefined;
  /** Any of these. */
  statuses?: Array<AccountStatus> | null | undefined;
};

/** Whose person somebody is. */
export type AccountKind =
  /** An adviser from outside, let in by the customer until an end date. */
  | 'CONSULTANT'
  /** The customer's own. */
  | 'MEMBER'
  /** The hosting party's, let in for support until an end date. */
  | 'OPERATOR';

/** What a link from a mail is for. */
export type AccountLinkPurpose =
  /** Prove that an address is one's own. */
  | 'EMAIL_CONFIRMATION'
  /** Choose a first password. */
  | 'INVITATION'
  /** Choose another password. */
  | 'PASSWORD_RESET';

/** Where an account stands. */
export type AccountStatus =
  /** May sign in. */
  | 'ACTIVE'
  /** May not sign in any more; the name stays on the records. */
  | 'ARCHIVED'
  /** Has yet to choose a password. */
  | 'INVITED';

/** A comment to be made. */
export type AddCommentInput = {
  /**
   * HTML as of a rich text, at most 10,000 characters of words; whatever is not allowed is taken out. People
   * are named by `<span data-mention="USER_ID">@Name</span>`.
   */
  html: string;
  /** At which record. */
  recordId: string | number;
};

/** Who opens the archive: one of the two. */
export type ArchiveEncryptionInput = {
  /** A passphrase of 12 characters or more: who knows it. It is kept nowhere. */
  passphrase?: string | null | undefined;
  /** A public key of age, `age1…`: who has its secret half. */
  recipient?: string | null | undefined;
};

/** Somebody who leaves. */
export type ArchiveUserInput = {
  /** The account. */
  id: string | number;
  /** The account of who gets the open records that name them. */
  reassignTo?: string | number | null | undefined;
  /** The version the decision was made upon. */
  version: number;
};

/** What kind of actor did something. */
export type AuditActorKind =
  /** Nobody who is signed in. */
  | 'ANONYMOUS'
  /** A program, with a token of its owner's. */
  | 'API_TOKEN'
  /** An adviser from outside. */
  | 'CONSULTANT'
  /** Somebody of the hosting party. */
  | 'OPERATOR'
  /** The product itself. */
  | 'SYSTEM'
  /** One of the environment's own people. */
  | 'USER';

/** Which events; all conditions must hold. */
export type AuditFilter = {
  /** Any of these actions. */
  actions?: Array<string> | null | undefined;
  /** By this person: an id of a user or of their account. */
  actorId?: string | number | null | undefined;
  /** From this moment on. */
  from?: string | null | undefined;
  /** True: only what was refused; false: only what was not. */
  isRefusal?: boolean | null | undefined;
  /**
   * Literal words in the action or its sentence, or in the name of who did it or of whom it is about; or
   * the id of the thing. Details are sealed, and not searched.
   */
  search?: string | null | undefined;
  /** About this thing; the ids of a user and of their account are one. */
  subjectId?: string | number | null | undefined;
  /** Before this moment. */
  until?: string | null | undefined;
};

/** What has become of a record since a back-up. */
export type BackupComparisonState =
  /** It differs. */
  | 'CHANGED'
  /** It was removed for good. */
  | 'GONE'
  /** It is in the recycle bin. */
  | 'IN_RECYCLE_BIN'
  /** It is the same. */
  | 'SAME';

/** Why a back-up is made. */
export type BackupReason =
  /** Somebody asked for it. */
  | 'HAND'
  /** The environment was about to be put back. */
  | 'SAFETY'
  /** The plan says so. */
  | 'SCHEDULE';

/** How far a back-up is. */
export type BackupState =
  /** Somebody asked for it; it waits for its turn. */
  | 'ASKED'
  /** It was not made; one of the plan is tried again by itself. */
  | 'FAILED'
  /** It is there, and is still to be proven. */
  | 'MADE'
  /** It was fetched back, opened, put back elsewhere, compared and worked in. */
  | 'PROVEN'
  /** It cannot be put back, or is not what was backed up. */
  | 'REFUTED'
  /** It is being made. */
  | 'RUNNING';

/** The store a back-up lies in. */
export type BackupTier =
  /** Once a day, in another place, of another party. */
  | 'COLD'
  /** Twice a day, near at hand. */
  | 'HOT';

/** A ticket to be answered with a passkey. */
export type BeginPasskeyVerificationInput = {
  /** From `signIn`. */
  ticket: string;
};

/** The ticket of a first sign-in. */
export type BeginSecondFactorEnrollmentInput = {
  /** From `signIn`. */
  ticket: string;
};

/** The job to stop. */
export type CancelJobInput = {
  /** Which. */
  id: string | number;
};

/** A change of a consultant's access; what is left out stays. */
export type ChangeAccessGrantInput = {
  /** Another last day, within a year. */
  endsOn?: string | null | undefined;
  /** Keys of the registers they are limited to from now on. */
  formKeys?: Array<string> | null | undefined;
  /** The grant. */
  id: string | number;
  /** Not limited to registers any more. */
  isForAllForms?: boolean;
  /** Another organisation. */
  organisation?: string | null | undefined;
  /** Another reason. */
  reason?: string | null | undefined;
  /** Another role: auditor to manager. */
  role?: Role | null | undefined;
  /** The version the change was made upon. */
  version: number;
};

/** Another mail address. */
export type ChangeEmailInput = {
  /** The address that a link is mailed to. */
  email: string;
  /** The account. */
  id: string | number;
};

/** Another password for who is signed in. */
export type ChangePasswordInput = {
  /** The one of now. */
  currentPassword: string;
  /** 12 to 128 characters of any kind; none that is tried first, and nothing others know of its owner. */
  newPassword: string;
};

/** A step of a record's status. */
export type ChangeRecordStatusInput = {
  /** Which. */
  id: string | number;
  /** The status to go to. */
  statusKey: string;
  /** The version the step was taken upon. */
  version: number;
};

/** Another login name. */
export type ChangeUsernameInput = {
  /** The account. */
  id: string | number;
  /** The login name: 2 to 64 letters, digits, dots, hyphens and underscores. */
  username: string;
};

/** What to draw of one register. */
export type ChartInput = {
  /** The likelihood x impact field of a heat map, the deadline of clocks, the day of ageing. */
  field?: string | null | undefined;
  /** A bar, slice, row or point for each answer of this field, or of `$status` or `$created`. */
  groupBy?: string | null | undefined;
  /** How days are put together; needed with days. */
  interval?: ChartInterval | null | undefined;
  /** Only records that are not done. */
  isOpenOnly?: boolean | null | undefined;
  /** How it is drawn. */
  kind: ChartKind;
  /** What is measured. */
  measure?: ChartMeasureKind | null | undefined;
  /** The field whose numbers are measured: for `SUM` and `AVERAGE`. */
  measureField?: string | null | undefined;
  /** The parts of a bar, the lines, or the columns: a field, `$status` or `$created`. */
  splitBy?: string | null | undefined;
  /** Only records for which all of these hold; at most 20. */
  tests?: Array<FieldTestInput> | null | undefined;
  /** What stands above it; at most 200 characters. What is left out in one language is said in the other. */
  title: LocalizedInput;
};

/** A stretch of the calendar. */
export type ChartInterval =
  /** A calendar month. */
  | 'MONTH'
  /** A quarter of a year. */
  | 'QUARTER'
  /** A calendar year. */
  | 'YEAR';

/** How a chart is drawn. */
export type ChartKind =
  /** Open records by their age. */
  | 'AGEING'
  /** A bar for each group. */
  | 'BAR'
  /** Deadlines that run, the most urgent first. */
  | 'CLOCKS'
  /** Slices of a whole. */
  | 'DOUGHNUT'
  /** Likelihood against impact. */
  | 'HEAT_MAP'
  /** A line over time. */
  | 'LINE'
  /** One figure. */
  | 'NUMBER'
  /** Bars in parts. */
  | 'STACKED'
  /** Rows of figures. */
  | 'TABLE';

/** What a chart measures. */
export type ChartMeasureKind =
  /** The mean of a number field, over the records that fill it in. */
  | 'AVERAGE'
  /** The number of records. */
  | 'COUNT'
  /** The sum of a number field. */
  | 'SUM';

/** A password chosen through a link. */
export type ChoosePasswordInput = {
  /** 12 to 128 characters of any kind; none that is tried first, and nothing others know of its owner. */
  password: string;
  /** From the link. */
  token: string;
};

/** A code of the authenticator app. */
export type CodeInput = {
  /** Six digits. */
  code: string;
};

/** A column of the sheet and the field it goes to. */
export type ColumnMappingInput = {
  /** 0 is column A. */
  column: number;
  /** A field's key; or `$number`, the record's code, which updates that record; or `$status`. */
  fieldKey: string;
};

/** A link that was mailed to a new address. */
export type ConfirmEmailInput = {
  /** From the link. */
  token: string;
};

/** A ticket with a code of the second factor. */
export type ConfirmSecondFactorEnrollmentInput = {
  /** Six digits. */
  code: string;
  /** From `signIn`. */
  ticket: string;
};

/** A token for a program. */
export type CreateApiTokenInput = {
  /** May change what its owner may change. */
  canWrite?: boolean;
  /** The last day it is good: at most a year from now. */
  expiresOn: string;
  /** Keys of the registers it is limited to; all its owner may see when left out. */
  formKeys?: Array<string> | null | undefined;
  /** What its owner calls it. */
  name: string;
  /** Networks it may come from, as CIDR or single addresses; from anywhere when empty. */
  networks?: Array<string>;
};

/** A group to be made. */
export type CreateGroupInput = {
  /** What it is for. */
  description?: string;
  /** Ids of the users who are in it. */
  memberIds?: Array<string | number>;
  /** Unique in whatever case. */
  name: string;
};

/** A record to be made. */
export type CreateRecordInput = {
  /** Key of the register. */
  formKey: string;
  /** Key of the status; the form's first unless given. */
  statusKey?: string | null | undefined;
  /** The values; fields that are left out stay empty. */
  values: Array<FieldValueInput>;
};

/** A card to be saved. */
export type DashboardCardInput = {
  /** What is drawn. */
  chart: ChartInput;
  /** Key of the register. */
  formKey: string;
  /** Columns it takes: 1 to 4 of 4. */
  width?: number;
};

/** What makes a term longer, and by how much. */
export type DeadlineExtensionInput = {
  /** How much is added, in the term's own measure. */
  term: TermInput;
  /** The closed question. */
  whenKey: string;
};

/** How a deadline clock runs. */
export type DeadlineRuleInput = {
  /** A longer term that holds when a closed question is answered with yes. */
  extension?: DeadlineExtensionInput | null | undefined;
  /** The date or moment the clock starts at. */
  fromKey: string;
  /** The date or moment that stops the clock. */
  stoppedByKey?: string | null | undefined;
  /** The term, in exactly one measure. */
  term: TermInput;
};

/** How a deadline stands. */
export type DeadlineState =
  /** Done in time. */
  | 'MET'
  /** Done too late. */
  | 'MISSED'
  /** The term is over and nothing was done. */
  | 'OVERDUE'
  /** There is time. */
  | 'RUNNING'
  /** Less than a quarter of the term is left. */
  | 'SOON';

/** A comment to be deleted. */
export type DeleteCommentInput = {
  /** Which. */
  id: string | number;
};

/** A dashboard to be deleted. */
export type DeleteDashboardInput = {
  /** Which. */
  id: string | number;
};

/** The group to delete. */
export type DeleteGroupInput = {
  /** The group. */
  id: string | number;
  /** The version the decision was made upon. */
  version: number;
};

/** A view to be deleted. */
export type DeleteViewInput = {
  /** Which. */
  id: string | number;
};

/** A record to copy. */
export type DuplicateRecordInput = {
  /** Which. */
  id: string | number;
};

/** A change of one's own comment. */
export type EditCommentInput = {
  /** The whole of it, as for a new one. */
  html: string;
  /** Which. */
  id: string | number;
};

/** One of the viewer's sessions. */
export type EndSessionInput = {
  /** Of the session. */
  id: string | number;
};

/** Who is to be erased. */
export type ErasePersonInput = {
  /** An id of the user or of their account. */
  id: string | number;
};

/** Everything the environment holds, in one file. */
export type ExportArchiveInput = {
  /** Who opens it; anybody who has it unless given. */
  encryption?: ArchiveEncryptionInput | null | undefined;
  /** The language of workbooks and lists; the viewer's unless given. */
  locale?: Locale | null | undefined;
};

/** A chart to be made into a file. */
export type ExportChartInput = {
  /** The past day at whose end the register is drawn; as it stands now unless given. */
  asOf?: string | null | undefined;
  /** What is drawn. */
  chart: ChartInput;
  /** Key of the register. */
  formKey: string;
  /** The file's language; the viewer's unless given. */
  locale?: Locale | null | undefined;
};

/** A kind of file. */
export type ExportFormat =
  /** Comma-separated; with semicolons in Dutch. */
  | 'CSV'
  /** PDF. */
  | 'PDF'
  /** Excel. */
  | 'XLSX';

/** Tests over the answers of a record. */
export type FieldConditionInput = {
  /** One test that holds is enough; else all must. */
  isAny?: boolean;
  /** 1 to 20 tests. */
  tests: Array<FieldTestInput>;
};

/** What a new record begins with. */
export type FieldDefaultInput = {
  /** Where it comes from. */
  kind: FieldDefaultKind;
  /** The value that is always the same; its key says nothing. */
  value?: FieldValueInput | null | undefined;
};

/** What a new record begins with. */
export type FieldDefaultKind =
  /** Who fills it in. */
  | 'ME'
  /** The day, or the moment, it is filled in. */
  | 'TODAY'
  /** Always the same. */
  | 'VALUE';

/** Conditions on one field; all that are given must hold. */
export type FieldFilter = {
  /** Any of these option keys, or of `YES`, `NO`, `NOT_APPLICABLE`. */
  anyOf?: Array<string> | null | undefined;
  /** The text holds this, literally, case and accents ignored. */
  contains?: string | null | undefined;
  /** First day. */
  dateFrom?: string | null | undefined;
  /** Last day. */
  dateTo?: string | null | undefined;
  /** A deadline clock that stands in one of these ways now. */
  deadlines?: Array<DeadlineState> | null | undefined;
  /** Any of these groups. */
  groups?: Array<string | number> | null | undefined;
  /** True: only where the field is empty; false: only where it is filled. */
  isEmpty?: boolean | null | undefined;
  /** The field. */
  key: string;
  /** Lowest number, or score of a likelihood x impact field. */
  numberFrom?: number | null | undefined;
  /** Highest number or score. */
  numberTo?: number | null | undefined;
  /** Any of these records. */
  references?: Array<string | number> | null | undefined;
  /** Any of these users. */
  users?: Array<string | number> | null | undefined;
};

/** A heading on the form. */
export type FieldGroupInput = {
  /** What stands under it. */
  help?: LocalizedInput;
  /** Made from the label when left out. */
  key?: string | null | undefined;
  /** The heading. */
  label: LocalizedInput;
};

/** A field. Members that its kind does not know are passed over. */
export type FieldInput = {
  /** Fields of that form that are shown beside the link. */
  columns?: Array<string>;
  /** How the clock runs: deadline. */
  deadline?: DeadlineRuleInput | null | undefined;
  /** Digits behind the decimal sign: number, computed. */
  decimals?: number;
  /** What a new record begins with. */
  default?: FieldDefaultInput | null | undefined;
  /** The least digits: automatic number. */
  digits?: number;
  /** The formula: computed. */
  expression?: string | null | undefined;
  /** The heading it stands under. */
  groupKey?: string | null | undefined;
  /** How to answer it. */
  help?: LocalizedInput;
  /** Not shown at all. */
  isHidden?: boolean;
  /** Shown in the list. */
  isInList?: boolean;
  /** Takes more than one line: text. */
  isMultiline?: boolean;
  /** Takes several answers. */
  isMultiple?: boolean;
  /** An answer is compulsory. */
  isRequired?: boolean;
  /** No two records may hold the same: a line of text, a number, a date. */
  isUnique?: boolean;
  /** Made from the label when left out; never changed. */
  key?: string | null | undefined;
  /** The kind of answer; cannot be changed later. */
  kind: FieldKind;
  /** The question. */
  label: LocalizedInput;
  /** The most characters: text. */
  maxLength?: number | null | undefined;
  /** Highest number allowed. */
  maximum?: number | null | undefined;
  /** Lowest number allowed. */
  minimum?: number | null | undefined;
  /** What can be chosen or ticked: choice, checklist. */
  options?: Array<FieldOptionInput>;
  /** What stands before the digits: automatic number. */
  prefix?: string;
  /** The form whose records may be chosen: reference; `$self` for this form; any form's when left out. */
  referencedFormKey?: string | null | undefined;
  /** Compulsory then, too. */
  requiredWhen?: FieldConditionInput | null | undefined;
  /** The line of text of that form. */
  sourceFieldKey?: string | null | undefined;
  /** The form whose words can be chosen: dynamic choice; `$self` for this form. */
  sourceFormKey?: string | null | undefined;
  /** What is counted: number, computed. */
  unit?: LocalizedInput | null | undefined;
  /** Shows only then. */
  visibleWhen?: FieldConditionInput | null | undefined;
};

/** The kind of answer a field takes. */
export type FieldKind =
  /** A number of its own, given when the record is made. */
  | 'AUTO_NUMBER'
  /** Points to be ticked off. */
  | 'CHECKLIST'
  /** One or several of a fixed list. */
  | 'CHOICE'
  /** A colour. */
  | 'COLOUR'
  /** Worked out from other fields by a formula. */
  | 'COMPUTED'
  /** One or several countries. */
  | 'COUNTRY'
  /** A calendar day. */
  | 'DATE'
  /** A moment, to the minute. */
  | 'DATE_TIME'
  /** A term that runs from one field until another is filled in. */
  | 'DEADLINE'
  /** One or several of the words in another register. */
  | 'DYNAMIC_CHOICE'
  /** One or several files. */
  | 'FILE'
  /** One or several groups of users. */
  | 'GROUP'
  /** A likelihood and an impact that together give a score. */
  | 'LIKELIHOOD_IMPACT'
  /** A number. */
  | 'NUMBER'
  /** One or several records of a form, or of any. */
  | 'REFERENCE'
  /** Text with headings, lists and links. */
  | 'RICH_TEXT'
  /** Plain text. */
  | 'TEXT'
  /** One or several users of the environment. */
  | 'USER'
  /** One or several addresses on the web. */
  | 'WEB_LINK'
  /** Yes, no or not applicable. */
  | 'YES_NO_NA';

/** One choice of a list, or one point of a checklist. */
export type FieldOptionInput = {
  /** A colour name of the design system. */
  colour?: string | null | undefined;
  /** Made from the label when left out. */
  key?: string;
  /** What is shown. */
  label: LocalizedInput;
};

/** What one field must hold; all that is given must be so. */
export type FieldTestInput = {
  /** One of these is chosen: option keys, `YES`, `NO`, `NOT_APPLICABLE`, country codes, words, status keys. */
  anyOf?: Array<string> | null | undefined;
  /** A field, or `$status` for the status. */
  fieldKey: string;
  /** Lowest number or score. */
  from?: number | null | undefined;
  /** Filled, or empty. */
  isFilled?: boolean | null | undefined;
  /** Highest number or score. */
  to?: number | null | undefined;
};

/** A value for one field: exactly one member besides the key; none empties the field. */
export type FieldValueInput = {
  /** Option keys. */
  choices?: Array<string> | null | undefined;
  /** `#` and six hexadecimal digits. */
  colour?: string | null | undefined;
  /** Two-letter country codes. */
  countries?: Array<string> | null | undefined;
  /** A day. */
  date?: string | null | undefined;
  /** A moment. */
  dateTime?: string | null | undefined;
  /** Files, by the revision that was uploaded. */
  files?: Array<string | number> | null | undefined;
  /** Groups of users. */
  groups?: Array<string | number> | null | undefined;
  /** Rich text; whatever is not allowed is taken out. */
  html?: string | null | undefined;
  /** The field. */
  key: string;
  /** A place in the risk matrix. */
  likelihoodImpact?: LikelihoodImpactInput | null | undefined;
  /** Addresses on the web. */
  links?: Array<WebLinkInput> | null | undefined;
  /** A number. */
  number?: number | null | undefined;
  /** Records. */
  references?: Array<string | number> | null | undefined;
  /** Plain text. */
  text?: string | null | undefined;
  /** Keys of the points that are ticked. */
  ticked?: Array<string> | null | undefined;
  /** Users. */
  users?: Array<string | number> | null | undefined;
  /** Words of another register: dynamic choice. */
  words?: Array<string> | null | undefined;
  /** The answer to a closed question. */
  yesNoNa?: YesNoNa | null | undefined;
};

/** A passkey the browser has made. */
export type FinishPasskeyRegistrationInput = {
  /** What `navigator.credentials.create` answered, as JSON. */
  credential: Record<string, unknown>;
  /** What its owner calls it. */
  name: string;
};

/** What a rule does with whom it is about. */
export type FirewallAction =
  /** Lets in; and once a channel has such a rule, nobody else. */
  | 'ALLOW'
  /** Keeps out, whatever else lets in. */
  | 'DENY';

/** The door somebody comes by. */
export type FirewallChannel =
  /** Programs with an API token. */
  | 'API'
  /** People with a browser. */
  | 'BROWSER';

/** Rules and limits as they are wanted. */
export type FirewallInput = {
  /** The limits. */
  limits: FirewallLimitsInput;
  /** At most 500. */
  rules: Array<FirewallRuleInput>;
};

/** Limits as they are wanted. */
export type FirewallLimitsInput = {
  /** How many minutes `BLOCK` keeps out: 1 to 1440. */
  blockMinutes: number;
  /** Requests that are worked on at the same time: at most `defaultLimits.concurrentRequests`. */
  concurrentRequests: number;
  /** What becomes of who asks more. */
  onTrip: FirewallTrip;
  /** Requests a minute of one account: 60 or more. */
  perAccountPerMinute: number;
  /** Requests a minute from one address: 60 or more. */
  perAddressPerMinute: number;
  /** Requests a minute of one API token: 60 or more. */
  perTokenPerMinute: number;
};

/** Why somebody is let in or not. */
export type FirewallReason =
  /** A rule lets them in. */
  | 'ALLOWED_BY_RULE'
  /** They asked too much, and are kept out for a while. */
  | 'BLOCKED'
  /** A rule keeps them out. */
  | 'DENIED_BY_RULE'
  /** The channel has rules that let others in, and none that lets them. */
  | 'NOT_ON_ALLOW_LIST'
  /** The channel has no rules that say otherwise. */
  | 'NO_RULES'
  /** Their account asked more than it may. */
  | 'RATE_PER_ACCOUNT'
  /** Their address asked more than it may. */
  | 'RATE_PER_ADDRESS'
  /** Their API token asked more than it may. */
  | 'RATE_PER_TOKEN'
  /** The environment had as much to do as it may at once. */
  | 'TOO_MANY_AT_ONCE';

/** A rule as it is wanted. */
export type FirewallRuleInput = {
  /** What it does. */
  action: FirewallAction;
  /** The door it is about. */
  channel: FirewallChannel;
  /** The last day it holds, in the Netherlands. Of a channel's rules that allow, one has no end. */
  endsOn?: string | null | undefined;
  /** The rule it was, if it was there. */
  id?: string | number | null | undefined;
  /** With whom: CIDR, or a single address; IPv4 or IPv6. */
  network: string;
  /** Whose it is and why: at most 200 characters. */
  note?: string;
};

/** What becomes of whoever asks more than the limits allow. */
export type FirewallTrip =
  /** Is kept out for `blockMinutes`: the address, or the account or API token that asked too much. */
  | 'BLOCK'
  /** Is told how long to wait. */
  | 'DELAY'
  /** Is refused without being told when to come back. */
  | 'REFUSE';

/** A right for a role or a group: exactly one of them. */
export type FormAccessInput = {
  /** or a group. */
  groupId?: string | number | null | undefined;
  /** What they may do. */
  right: FormRight;
  /** Either a role */
  role?: Role | null | undefined;
};

/** A group of the menu. */
export type FormCategory =
  /** Context and governance. */
  | 'GOVERNANCE'
  /** Checking and improving. */
  | 'IMPROVEMENT'
  /** Daily operation. */
  | 'OPERATION'
  /** None of these. */
  | 'OTHER'
  /** People. */
  | 'PEOPLE'
  /** Privacy. */
  | 'PRIVACY'
  /** Risks and controls. */
  | 'RISK';

/** What becomes of a part of a form. */
export type FormChangeKind =
  /** It is new. */
  | 'ADDED'
  /** It is otherwise. */
  | 'CHANGED'
  /** It stands elsewhere. */
  | 'MOVED'
  /** It is gone. */
  | 'REMOVED';

/** A form as it is to be. Keys that are left out are made from the labels. */
export type FormInput = {
  /** Records may carry measures. */
  allowsMeasures?: boolean;
  /** The group of the menu it stands in. */
  category?: FormCategory | null | undefined;
  /** The fields, in order. */
  fields: Array<FieldInput>;
  /** Headings the fields stand under. */
  groups?: Array<FieldGroupInput>;
  /** What it is for. */
  help?: LocalizedInput;
  /** Name of a Tabler icon. */
  icon?: string | null | undefined;
  /** The register. */
  name: LocalizedInput;
  /** 2 to 5 letters; cannot be changed later. */
  numberPrefix: string;
  /** What of which standard or law it helps to meet. */
  requirements?: Array<FormRequirementInput>;
  /** One record. */
  singularName: LocalizedInput;
  /** The statuses, in order; left out, those there are, or open and closed for a new form. */
  statuses?: Array<StatusInput>;
  /** The text of one line that names a record; the first one when left out. */
  titleField?: string | null | undefined;
};

/** Where a form came from. */
export type FormOrigin =
  /** Made in this environment. */
  | 'OWN'
  /** A pack: its fields cannot be removed. */
  | 'PACK';

/** A clause of a standard or an article of a law. */
export type FormRequirementInput = {
  /** "A.5.24", "33". */
  code: string;
  /** "ISO 27001", "AVG". */
  standard: string;
};

/** A right on a register. */
export type FormRight =
  /** Sees, makes and edits all records. */
  | 'EDIT'
  /** Does not see that it exists. */
  | 'NONE'
  /** Makes records and sees and edits the own ones. */
  | 'OWN'
  /** Sees all records; changes none. */
  | 'VIEW';

/** A consultant to be let in. */
export type GrantConsultantAccessInput = {
  /** First and last name. */
  displayName: string;
  /** The mail address; an account they had here before is used again when it is the same. */
  email: string;
  /** The last day, within a year. */
  endsOn: string;
  /** Keys of the registers they are limited to; all that their role may see unless given. */
  formKeys?: Array<string> | null | undefined;
  /** The language of the interface, for a new account; the environment's unless given. */
  locale?: Locale | null | undefined;
  /** Where they come from. */
  organisation: string;
  /** Why they are let in. */
  reason?: string;
  /** What they may do: auditor to manager. */
  role: Role;
  /** Mail the invitation at once. */
  sendNow?: boolean;
  /** The login name, for a new account. */
  username: string;
};

/** What becomes of a row. */
export type ImportAction =
  /** The record was changed since it was exported, and differs from the row: it is left alone. */
  | 'CONFLICT'
  /** A new record. */
  | 'CREATE'
  /** Something is wrong with it. */
  | 'ERROR'
  /** The record is already so. */
  | 'UNCHANGED'
  /** A changed record. */
  | 'UPDATE';

/** A sheet with where its columns go. */
export type ImportInput = {
  /** Key of the register. */
  formKey: string;
  /** The row that holds the headings, as Excel counts; found by itself unless given. */
  headerRow?: number | null | undefined;
  /** Columns that are left out are not read. */
  mapping: Array<ColumnMappingInput>;
  /** Write rows over what was changed in the register since they were exported; else those are left. */
  overwriteConflicts?: boolean;
  /** The sheet. */
  sheetName: string;
  /** The workbook or CSV file. */
  uploadId: string | number;
};

/** Somebody to be invited. */
export type InviteUserInput = {
  /** The last day they may sign in; compulsory for auditors. */
  accessEndsOn?: string | null | undefined;
  /** First and last name. */
  displayName: string;
  /** The mail address the invitation goes to. */
  email: string;
  /** The own groups they are to be in. */
  groupIds?: Array<string | number>;
  /** The language of the interface; the environment's unless given. */
  locale?: Locale | null | undefined;
  /** The default role. */
  role: Role;
  /** Mail the invitation at once. */
  sendNow?: boolean;
  /** The login name: 2 to 64 letters, digits, dots, hyphens and underscores. */
  username: string;
};

/** What a job does. */
export type JobKind =
  /** Makes one file of everything the environment holds. */
  | 'ARCHIVE'
  /** Makes a file of the audit log. */
  | 'AUDIT_EXPORT'
  /** Checks the chain of the audit log. */
  | 'AUDIT_VERIFICATION'
  /** Makes a file of a register. */
  | 'EXPORT'
  /** Reads a workbook into a register. */
  | 'IMPORT'
  /** Makes a file of one record. */
  | 'RECORD_EXPORT';

/** How far a job is. */
export type JobState =
  /** Was stopped by its maker and left nothing. */
  | 'CANCELLED'
  /** Ended without one. */
  | 'FAILED'
  /** Waits for its turn. */
  | 'QUEUED'
  /** Is at work. */
  | 'RUNNING'
  /** Has its result. */
  | 'SUCCEEDED';

/** A place in the risk matrix. */
export type LikelihoodImpactInput = {
  /** Step of impact, from 1. */
  impact: number;
  /** Step of likelihood, from 1. */
  likelihood: number;
};

/** A language of the product. */
export type Locale =
  /** English. */
  | 'EN'
  /** Nederlands. */
  | 'NL';

/** A text in both languages. One that is left empty takes the other's. */
export type LocalizedInput = {
  /** The English text. */
  en?: string;
  /** The Dutch text. */
  nl?: string;
};

/** A wish to look into a back-up. */
export type OpenBackupInput = {
  /** Which: one that `canBeRestored`. */
  backupId: string | number;
  /** Why: 1 to 500 characters, read by everybody who sees back-ups. */
  reason: string;
};

/** How a version came about. */
export type RecordChangeKind =
  /** The record was put away. */
  | 'ARCHIVED'
  /** The record was made. */
  | 'CREATED'
  /** It was put in the recycle bin. */
  | 'DELETED'
  /** A workbook was read. */
  | 'IMPORTED'
  /** A new revision of the form works something out otherwise. */
  | 'RECALCULATED'
  /** It was taken out of the recycle bin. */
  | 'RESTORED'
  /** Only the status changed. */
  | 'STATUS'
  /** It was taken back from a back-up. */
  | 'TAKEN_FROM_BACKUP'
  /** It was taken out of the archive. */
  | 'UNARCHIVED'
  /** Values changed. */
  | 'UPDATED';

/** Which records; all conditions must hold. */
export type RecordFilter = {
  /** Conditions on fields. */
  fields?: Array<FieldFilter> | null | undefined;
  /** Words anywhere in the number, the title or any text; literal, case and accents ignored. */
  search?: string | null | undefined;
  /** Which part of the register; those in use when absent. */
  state?: RecordState | null | undefined;
  /** Any of these statuses. */
  statusKeys?: Array<string> | null | undefined;
};

/** The order of a list. */
export type RecordSort = {
  /** What it is sorted by. */
  by: RecordSortKey;
  /** Which way. */
  direction: SortDirection;
  /** The field, with `by: FIELD`. */
  fieldKey?: string | null | undefined;
};

/** What a list can be sorted by. */
export type RecordSortKey =
  /** The making. */
  | 'CREATED_AT'
  /** A field that can be sorted by. */
  | 'FIELD'
  /** The record's number. */
  | 'NUMBER'
  /** The status. */
  | 'STATUS'
  /** The title. */
  | 'TITLE'
  /** The latest change. */
  | 'UPDATED_AT';

/** Whether records are in use, put away or thrown away. */
export type RecordState =
  /** Neither archived nor deleted. */
  | 'ACTIVE'
  /** Archived, and not deleted. */
  | 'ARCHIVED'
  /** In the recycle bin; none for who may not change every record of the register. */
  | 'DELETED';

/** Records that something happens to, all of them or none. */
export type RecordsInput = {
  /** Which: at most 200. */
  ids: Array<string | number>;
};

/** A passkey to be removed. */
export type RemovePasskeyInput = {
  /** Of the passkey. */
  id: string | number;
};

/** Another name for a passkey. */
export type RenamePasskeyInput = {
  /** Of the passkey. */
  id: string | number;
  /** What its owner calls it. */
  name: string;
};

/** Somebody forgot a password. */
export type RequestPasswordResetInput = {
  /** Username or mail address. */
  login: string;
};

/** A wish to put the environment back. */
export type RequestRestoreInput = {
  /** To which back-up: one that `canBeRestored`. */
  backupId: string | number;
  /** The environment's name, typed by who wants it. */
  confirmation: string;
  /** Why: 1 to 500 characters, read by everybody who sees back-ups. */
  reason: string;
};

/** Whose second factor to reset. */
export type ResetSecondFactorInput = {
  /** The account. */
  id: string | number;
};

/** What a back-up is asked back for. */
export type RestorePurpose =
  /** It is only looked into. */
  | 'LOOK'
  /** The whole environment is put back to it. */
  | 'PUT_BACK';

/** How far asking a back-up back is. */
export type RestoreState =
  /** It was asked for. */
  | 'ASKED'
  /** Whoever asked for it thought better of it. */
  | 'CANCELLED'
  /** The environment was put back, or the look is over. */
  | 'DONE'
  /** Nothing came of it, and the environment is as it was. */
  | 'FAILED'
  /** It can be looked into, until `openUntil`. */
  | 'OPEN'
  /** The environment is being put back; nothing can be changed meanwhile. */
  | 'RESTORING'
  /** The holder of the key is to hand the back-up over. */
  | 'WAITING';

/** Somebody who comes back. */
export type RestoreUserInput = {
  /** The account. */
  id: string | number;
  /** The version the decision was made upon. */
  version: number;
};

/** A token to be revoked. */
export type RevokeApiTokenInput = {
  /** Of the token. */
  id: string | number;
};

/** A band of scores. */
export type RiskLevelInput = {
  /** A colour name of the design system. */
  colour: string;
  /** Unique in the scale. */
  key: string;
  /** What it is called. */
  label: LocalizedInput;
  /** Lowest score of the band. */
  minimumScore: number;
};

/** A user's default role. */
export type Role =
  /** All of that, and people and settings. */
  | 'ADMINISTRATOR'
  /** Reads what the audit needs, until an end date. */
  | 'AUDITOR'
  /** Reports incidents, does own tasks, reads and confirms. */
  | 'EMPLOYEE'
  /** Fills and keeps the system. */
  | 'MANAGER'
  /** Reads. */
  | 'VIEWER';

/** A dashboard to be saved. */
export type SaveDashboardInput = {
  /** What is on it, in order; at most 24. Cards the viewer does not see stay on it. */
  cards: Array<DashboardCardInput>;
  /** The dashboard it takes the place of: an own one, or for full users a shared one; a new one when absent. */
  id?: string | number | null | undefined;
  /**
   * Opens for the viewer instead of the built-in start page. Whoever may not change a shared one may change
   * this, and nothing else.
   */
  isHome: boolean;
  /** Everybody has it too: for full users. */
  isShared: boolean;
  /** 1 to 80 characters. */
  name: string;
  /** The version the change was made upon; needed with `id`. */
  version?: number | null | undefined;
};

/** A change of the firewall as a whole. */
export type SaveFirewallInput = {
  /** Keeps a change that locks the caller out as pending, to be confirmed from another network. */
  askConfirmation?: boolean;
  /** The limits from now on. */
  limits: FirewallLimitsInput;
  /** The rules from now on: at most 500. */
  rules: Array<FirewallRuleInput>;
  /** The version it was made upon. */
  version: number;
};

/** A view to be saved. */
export type SaveViewInput = {
  /** Key of the register. */
  formKey: string;
  /** The view it takes the place of: an own one, or for full users a shared one; a new one when absent. */
  id?: string | number | null | undefined;
  /** Whoever sees the register has it too: for full users. */
  isShared?: boolean;
  /** 1 to 80 characters. */
  name: string;
  /** What is in it: the text of a JSON object, at most 20,000 bytes. */
  state: string;
};

/** A step of a scale. */
export type ScaleStepInput = {
  /** What it means. */
  help?: LocalizedInput;
  /** What it is called. */
  label: LocalizedInput;
};

/** Whom to mail. */
export type SendInvitationInput = {
  /** The account. */
  id: string | number;
};

/** All rights on a register beside its own. */
export type SetFormAccessInput = {
  /** Replaces all that were given; a role that is not named has the register's own right again. */
  access: Array<FormAccessInput>;
  /** Key of the register. */
  formKey: string;
};

/** A login with its password. */
export type SignInInput = {
  /** Username or mail address. */
  login: string;
  /** The password. */
  password: string;
};

/** What comes after the password. */
export type SignInStep =
  /** Set the second factor up. */
  | 'ENROLL_SECOND_FACTOR'
  /** Give a code of the second factor. */
  | 'VERIFY_SECOND_FACTOR';

/** Which way a list is sorted. */
export type SortDirection =
  /** Lowest first. */
  | 'ASC'
  /** Highest first. */
  | 'DESC';

/** The audit log as filtered, to be made into a file. */
export type StartAuditExportInput = {
  /** Which events; all unless given. */
  filter?: AuditFilter | null | undefined;
  /** The kind of file. */
  format: ExportFormat;
  /** The file's language; the viewer's unless given. */
  locale?: Locale | null | undefined;
};

/** A register as filtered and sorted, to be made into a file. */
export type StartExportInput = {
  /** The past day at whose end the register is told; as it stands now unless given. */
  asOf?: string | null | undefined;
  /** Keys of the fields, in order; all of them unless given. */
  columns?: Array<string> | null | undefined;
  /** Which records; all unless given. */
  filter?: RecordFilter | null | undefined;
  /** Key of the register. */
  formKey: string;
  /** The kind of file. */
  format: ExportFormat;
  /** The file's language; the viewer's unless given. */
  locale?: Locale | null | undefined;
  /** In which order. */
  sort?: RecordSort | null | undefined;
};

/** A record to be told in full. */
export type StartRecordExportInput = {
  /** The past day at whose end the record is told; as it stands now unless given. */
  asOf?: string | null | undefined;
  /** The file's language; the viewer's unless given. */
  locale?: Locale | null | undefined;
  /** The record. */
  recordId: string | number;
};

/** A step in a record's life. */
export type StatusInput = {
  /** A colour name of the design system. */
  colour: string;
  /** Made from the label when left out. */
  key?: string;
  /** Open, being worked on, or done. */
  kind: StatusKind;
  /** What is shown. */
  label: LocalizedInput;
  /** Keys of the statuses that may follow. */
  next: Array<string>;
};

/** What a status means to dashboards and overdue counts. */
export type StatusKind =
  /** Somebody works on it. */
  | 'ACTIVE'
  /** Nothing is left to do. */
  | 'DONE'
  /** Nobody works on it yet. */
  | 'OPEN';

/** A fresh proof: a code or a passkey, one of the two. */
export type StepUpInput = {
  /** Six digits. */
  code?: string | null | undefined;
  /** What `navigator.credentials.get` answered to `beginPasskeyStepUp`, as JSON. */
  credential?: Record<string, unknown> | null | undefined;
};

/** A sheet and the register it shall go to. */
export type SuggestImportMappingInput = {
  /** Key of the register. */
  formKey: string;
  /** The sheet. */
  sheetName: string;
  /** The workbook or CSV file. */
  uploadId: string | number;
};

/** Records to take back from a back-up. */
export type TakeFromBackupInput = {
  /** At most 200, of one register. */
  recordIds: Array<string | number>;
  /** The look: a `Restore` that is `OPEN`. */
  restoreId: string | number;
};

/** A term in exactly one of three measures. */
export type TermInput = {
  /** Days: until the end of the last one. */
  days?: number | null | undefined;
  /** Hours, counted exactly. */
  hours?: number | null | undefined;
  /** Months: until the end of the day with the same number, or of a month that has none. */
  months?: number | null | undefined;
};

/** A change of an account; what is left out stays. */
export type UpdateAccountInput = {
  /** Another last day to sign in; null takes it away. */
  accessEndsOn?: string | null | undefined;
  /** A new name. */
  displayName?: string | null | undefined;
  /** The own groups they are in from now on. */
  groupIds?: Array<string | number> | null | undefined;
  /** The account. */
  id: string | number;
  /** Another language of the interface. */
  locale?: Locale | null | undefined;
  /** Another role. */
  role?: Role | null | undefined;
  /** The version the change was made upon. */
  version: number;
};

/** A change of a group; what is left out stays. */
export type UpdateGroupInput = {
  /** A new description. */
  description?: string | null | undefined;
  /** The group. */
  id: string | number;
  /** Ids of the users who are in it from now on. */
  memberIds?: Array<string | number> | null | undefined;
  /** A new name. */
  name?: string | null | undefined;
  /** The version the change was made upon. */
  version: number;
};

/** A change of the viewer's own preferences. */
export type UpdatePreferencesInput = {
  /** The language of the interface. */
  locale?: Locale | null | undefined;
  /** Merged by key into what was there; null removes a key. At most 16 KiB in all. */
  preferences?: Record<string, unknown> | null | undefined;
};

/** A change of a record; fields that are left out stay as they are. */
export type UpdateRecordInput = {
  /** Which. */
  id: string | number;
  /** The status to go to, if it changes. */
  statusKey?: string | null | undefined;
  /** What changes. */
  values: Array<FieldValueInput>;
  /** The version the change was made upon; another one's change in between is refused with CONFLICT. */
  version: number;
};

/** The same change of several records of one register; fields that are left out stay as they are. */
export type UpdateRecordsInput = {
  /** Which: at most 200. */
  ids: Array<string | number>;
  /** The status to go to, if it changes. */
  statusKey?: string | null | undefined;
  /** What changes. */
  values: Array<FieldValueInput>;
};

/** The environment's scales, levels and matrix. */
export type UpdateRiskCriteriaInput = {
  /** The highest level that is acceptable without doing more. */
  acceptableLevelKey?: string | null | undefined;
  /** Keys of levels by likelihood and then impact, where the score alone does not tell. */
  cells?: Array<Array<string>> | null | undefined;
  /** Impact 1, 2, 3 … */
  impact: Array<ScaleStepInput>;
  /** Bands of scores, lowest first; the first begins at 1. */
  levels: Array<RiskLevelInput>;
  /** Likelihood 1, 2, 3 … */
  likelihood: Array<ScaleStepInput>;
  /** The version they were changed upon; another's change in between is refused with CONFLICT. */
  version: number;
};

/** A pack to be brought up to date. */
export type UpgradePackInput = {
  /** The pack. */
  key: string;
  /** The version that was looked at; another one on the server is refused with CONFLICT. */
  version: string;
};

/** A ticket with a recovery code. */
export type UseRecoveryCodeInput = {
  /** XXXX-XXXX-XXXX-XXXX; case, spaces and dashes do not matter. */
  code: string;
  /** From `signIn`. */
  ticket: string;
};

/** A sheet of people to be invited. */
export type UserImportInput = {
  /** Mail the invitations at once. */
  sendNow?: boolean;
  /** The sheet; the first unless given. */
  sheet?: string | null | undefined;
  /** The workbook. */
  uploadId: string | number;
};

/** A ticket with the answer of a passkey. */
export type VerifyPasskeyInput = {
  /** What `navigator.credentials.get` answered, as JSON. */
  credential: Record<string, unknown>;
  /** From `signIn`. */
  ticket: string;
};

/** A ticket with a code of the second factor. */
export type VerifySecondFactorInput = {
  /** Six digits. */
  code: string;
  /** From `signIn`. */
  ticket: string;
};

/** An address on the web. */
export type WebLinkInput = {
  /** What is shown; the address itself unless given. */
  title?: string;
  /** `https`, `http` or `mailto`. */
  url: string;
};

/** The access to end. */
export type WithdrawAccessInput = {
  /** The grant. */
  id: string | number;
};

/** The answers to a closed question. */
export type YesNoNa =
  /** No. */
  | 'NO'
  /** Not applicable. */
  | 'NOT_APPLICABLE'
  /** Yes. */
  | 'YES';

export type MyAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAccountQuery = { viewer: { recoveryCodesLeft: number, account: { id: string, kind: AccountKind, email: string, pendingEmail: string | null, role: Role, accessEndsOn: string | null, version: number, user: { displayName: string, username: string }, groups: Array<{ id: string, name: string }> } } | null };

export type ChangeUsernameMutationVariables = Exact<{
  input: ChangeUsernameInput;
}>;


export type ChangeUsernameMutation = { changeUsername: { account: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ChangeEmailMutationVariables = Exact<{
  input: ChangeEmailInput;
}>;


export type ChangeEmailMutation = { changeEmail: { account: { pendingEmail: string | null } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type BeginReplacementMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginReplacementMutation = { beginSecondFactorReplacement: { enrollment: { secret: string, otpauthUri: string, qrSvg: string, accountName: string, issuer: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ConfirmReplacementMutationVariables = Exact<{
  input: CodeInput;
}>;


export type ConfirmReplacementMutation = { confirmSecondFactorReplacement: { codes: Array<string> | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RegenerateRecoveryCodesMutationVariables = Exact<{ [key: string]: never; }>;


export type RegenerateRecoveryCodesMutation = { regenerateRecoveryCodes: { codes: Array<string> | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type PasskeysQueryVariables = Exact<{ [key: string]: never; }>;


export type PasskeysQuery = { passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt: string | null }> };

export type BeginPasskeyRegistrationMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginPasskeyRegistrationMutation = { beginPasskeyRegistration: { options: Record<string, unknown> | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type FinishPasskeyRegistrationMutationVariables = Exact<{
  input: FinishPasskeyRegistrationInput;
}>;


export type FinishPasskeyRegistrationMutation = { finishPasskeyRegistration: { passkey: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RenamePasskeyMutationVariables = Exact<{
  input: RenamePasskeyInput;
}>;


export type RenamePasskeyMutation = { renamePasskey: { passkey: { id: string, name: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RemovePasskeyMutationVariables = Exact<{
  input: RemovePasskeyInput;
}>;


export type RemovePasskeyMutation = { removePasskey: { userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { sessions: Array<{ id: string, createdAt: string, lastSeenAt: string, device: string, address: string, countryCode: string | null, isCurrent: boolean }> };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession: { userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { endOtherSessions: { userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ApiTokensQueryVariables = Exact<{
  ofEverybody: boolean;
}>;


export type ApiTokensQuery = { apiTokens: Array<{ id: string, name: string, prefix: string, canWrite: boolean, networks: Array<string>, createdAt: string, expiresOn: string, lastUsedAt: string | null, lastUsedAddress: string | null, revokedAt: string | null, isGood: boolean, owner: { id: string, displayName: string }, forms: Array<{ id: string, name: string }> | null }> };

export type CreateApiTokenMutationVariables = Exact<{
  input: CreateApiTokenInput;
}>;


export type CreateApiTokenMutation = { createApiToken: { secret: string | null, apiToken: { id: string, name: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RevokeApiTokenMutationVariables = Exact<{
  input: RevokeApiTokenInput;
}>;


export type RevokeApiTokenMutation = { revokeApiToken: { apiToken: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RegisterMenuQueryVariables = Exact<{ [key: string]: never; }>;


export type RegisterMenuQuery = { forms: Array<{ id: string, key: string, origin: FormOrigin, name: string, singularName: string, icon: string, category: FormCategory, numberPrefix: string, recordCount: number, viewerCanCreate: boolean }> };

export type RecordByCodeQueryVariables = Exact<{
  formKey: string;
  number: number;
}>;


export type RecordByCodeQuery = { recordByNumber: { id: string, code: string, title: string, number: number } | null };

export type ExportArchiveMutationVariables = Exact<{
  input: ExportArchiveInput;
}>;


export type ExportArchiveMutation = { exportArchive: { job: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type AuditEventsQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditEventsQuery = { auditEvents: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, seq: number, at: string, actorKind: AuditActorKind, actorName: string, action: string, subjectKind: string, subjectId: string | null, subjectName: string | null, details: Record<string, unknown>, address: string | null, isRefusal: boolean, isErased: boolean, hash: string, actor: { id: string } | null, changes: Array<{ field: string, before: string | null, after: string | null }> }> } };

export type AuditActionsQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditActionsQuery = { auditActions: Array<string> };

export type AuditChainQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditChainQuery = { auditChain: { length: number, headHash: string, publishedAt: string | null, publishedSeq: number | null, verifiedAt: string | null, verifiedSeq: number | null, isIntact: boolean | null, publicKey: string, problem: { code: string, path: Array<string>, params: Record<string, unknown> } | null } };

export type VerifyAuditChainMutationVariables = Exact<{ [key: string]: never; }>;


export type VerifyAuditChainMutation = { verifyAuditChain: { job: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type StartAuditExportMutationVariables = Exact<{
  input: StartAuditExportInput;
}>;


export type StartAuditExportMutation = { startAuditExport: { job: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type AccountLinkQueryVariables = Exact<{
  token: string;
}>;


export type AccountLinkQuery = { accountLink: { purpose: AccountLinkPurpose, username: string, displayName: string, email: string, expiresAt: string } | null };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type AcceptInvitationMutationVariables = Exact<{
  input: ChoosePasswordInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { ticket: string | null, nextStep: SignInStep | null, hasPasskey: boolean, hasRecoveryCodes: boolean, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ResetPasswordMutationVariables = Exact<{
  input: ChoosePasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { username: string | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ConfirmEmailMutationVariables = Exact<{
  input: ConfirmEmailInput;
}>;


export type ConfirmEmailMutation = { confirmEmail: { isConfirmed: boolean, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { role: Role, locale: Locale, canManageForms: boolean, canExport: boolean, canImport: boolean, canSeePeople: boolean, canManagePeople: boolean, canReadAuditLog: boolean, canManageFirewall: boolean, canTakeArchive: boolean, canSeeBackups: boolean, canRestoreBackups: boolean, preferences: Record<string, unknown>, hasPasskey: boolean, accessEndsOn: string | null, canMakeApiTokens: boolean, user: { id: string, displayName: string, username: string } } | null, environment: { id: string, name: string, host: string, locale: Locale, hasOutbox: boolean } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { ticket: string | null, nextStep: SignInStep | null, hasPasskey: boolean, hasRecoveryCodes: boolean, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type VerifySecondFactorMutationVariables = Exact<{
  input: VerifySecondFactorInput;
}>;


export type VerifySecondFactorMutation = { verifySecondFactor: { viewer: { role: Role } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type UseRecoveryCodeMutationVariables = Exact<{
  input: UseRecoveryCodeInput;
}>;


export type UseRecoveryCodeMutation = { useRecoveryCode: { recoveryCodesLeft: number | null, viewer: { role: Role } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type BeginPasskeyVerificationMutationVariables = Exact<{
  input: BeginPasskeyVerificationInput;
}>;


export type BeginPasskeyVerificationMutation = { beginPasskeyVerification: { options: Record<string, unknown> | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type VerifyPasskeyMutationVariables = Exact<{
  input: VerifyPasskeyInput;
}>;


export type VerifyPasskeyMutation = { verifyPasskey: { viewer: { role: Role } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type BeginEnrollmentMutationVariables = Exact<{
  input: BeginSecondFactorEnrollmentInput;
}>;


export type BeginEnrollmentMutation = { beginSecondFactorEnrollment: { enrollment: { secret: string, otpauthUri: string, qrSvg: string, accountName: string, issuer: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ConfirmEnrollmentMutationVariables = Exact<{
  input: ConfirmSecondFactorEnrollmentInput;
}>;


export type ConfirmEnrollmentMutation = { confirmSecondFactorEnrollment: { recoveryCodes: Array<string> | null, viewer: { role: Role } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<{ code: string }> } };

export type StepUpMutationVariables = Exact<{
  input: StepUpInput;
}>;


export type StepUpMutation = { stepUp: { freshUntil: string | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type BeginPasskeyStepUpMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginPasskeyStepUpMutation = { beginPasskeyStepUp: { options: Record<string, unknown> | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RestorePartsFragment = { id: string, purpose: RestorePurpose, askedAt: string, reason: string, state: RestoreState, finishedAt: string | null, failure: string | null, openUntil: string | null, backup: { id: string, tier: BackupTier, takenAt: string | null } | null, askedBy: { id: string, displayName: string } | null };

export type BackupsQueryVariables = Exact<{ [key: string]: never; }>;


export type BackupsQuery = { backups: { isSetUp: boolean, lastDrillAt: string | null, isLastDrillNoticed: boolean | null, isKeeperSound: boolean, places: Array<{ tier: BackupTier, nextAt: string, lastTakenAt: string | null, lastProvenTakenAt: string | null, overdueSince: string | null }>, runs: Array<{ id: string, tier: BackupTier, reason: BackupReason, state: BackupState, dueAt: string, begunAt: string, attempts: number, doneBytes: number, totalBytes: number, finishedAt: string | null, nextAttemptAt: string | null, takenAt: string | null, sequence: number | null, databaseBytes: number | null, files: number | null, fileBytes: number | null, provenAt: string | null, proofSeconds: number | null, provenRows: number | null, removedAt: string | null, canBeRestored: boolean }>, restores: Array<{ id: string, purpose: RestorePurpose, askedAt: string, reason: string, state: RestoreState, finishedAt: string | null, failure: string | null, openUntil: string | null, backup: { id: string, tier: BackupTier, takenAt: string | null } | null, askedBy: { id: string, displayName: string } | null }> } };

export type MakeBackupMutationVariables = Exact<{ [key: string]: never; }>;


export type MakeBackupMutation = { makeBackup: { backup: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RequestRestoreMutationVariables = Exact<{
  input: RequestRestoreInput;
}>;


export type RequestRestoreMutation = { requestRestore: { restore: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type OpenBackupMutationVariables = Exact<{
  input: OpenBackupInput;
}>;


export type OpenBackupMutation = { openBackup: { restore: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type CancelRestoreMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelRestoreMutation = { cancelRestore: { restore: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ChartPartsFragment = { key: string, title: string, kind: ChartKind, groupBy: string | null, splitBy: string | null, interval: ChartInterval | null, measure: ChartMeasureKind, measureField: string | null, field: string | null, isOpenOnly: boolean, titleNl: string, titleEn: string, tests: Array<{ fieldKey: string, anyOf: Array<string> | null, isFilled: boolean | null, from: number | null, to: number | null }> };

export type ChartDataPartsFragment = { total: number, groups: Array<{ key: string, label: string, colour: string | null, filter: Record<string, unknown> | null }>, series: Array<{ key: string, label: string, colour: string | null, filter: Record<string, unknown> | null }>, cells: Array<{ group: number, series: number, value: number, colour: string | null, filter: Record<string, unknown> | null }>, clocks: Array<{ dueAt: string, state: DeadlineState, record: { id: string, number: number, code: string, title: string } }> };

export type ChartFormPartsFragment = { id: string, key: string, name: string, icon: string };

export type FormChartsQueryVariables = Exact<{
  key: string;
}>;


export type FormChartsQuery = { form: { id: string, key: string, name: string, icon: string, charts: Array<{ key: string, title: string, kind: ChartKind, groupBy: string | null, splitBy: string | null, interval: ChartInterval | null, measure: ChartMeasureKind, measureField: string | null, field: string | null, isOpenOnly: boolean, titleNl: string, titleEn: string, tests: Array<{ fieldKey: string, anyOf: Array<string> | null, isFilled: boolean | null, from: number | null, to: number | null }> }> } | null };

export type DashboardFiguresQueryVariables = Exact<{
  key: string;
  chart: ChartInput;
}>;


export type DashboardFiguresQuery = { form: { id: string, chartData: { total: number, groups: Array<{ key: string, label: string, colour: string | null, filter: Record<string, unknown> | null }>, series: Array<{ key: string, label: string, colour: string | null, filter: Record<string, unknown> | null }>, cells: Array<{ group: number, series: number, value: number, colour: string | null, filter: Record<string, unknown> | null }>, clocks: Array<{ dueAt: string, state: DeadlineState, record: { id: string, number: number, code: string, title: string } }> } | null } | null };

export type ExportChartMutationVariables = Exact<{
  input: ExportChartInput;
}>;


export type ExportChartMutation = { exportChart: { file: { fileName: string, mediaType: string, base64: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type LatestChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestChangesQuery = { forms: Array<{ key: string, icon: string, records: { nodes: Array<{ id: string, number: number, code: string, title: string, updatedAt: string, updatedBy: { displayName: string } | null, status: { label: string, colour: string, kind: StatusKind } }> } }> };

export type BoardFactsFragment = { id: string, name: string, isShared: boolean, isHome: boolean, version: number, viewerCanEdit: boolean, owner: { id: string, displayName: string } | null };

export type DashboardBoardsQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardBoardsQuery = { dashboards: Array<{ id: string, name: string, isShared: boolean, isHome: boolean, version: number, viewerCanEdit: boolean, owner: { id: string, displayName: string } | null }> };

export type DashboardBoardQueryVariables = Exact<{
  id: string | number;
}>;


export type DashboardBoardQuery = { dashboard: { hiddenCards: number, id: string, name: string, isShared: boolean, isHome: boolean, version: number, viewerCanEdit: boolean, cards: Array<{ id: string, width: number, form: { id: string, key: string, name: string, icon: string }, chart: { key: string, title: string, kind: ChartKind, groupBy: string | null, splitBy: string | null, interval: ChartInterval | null, measure: ChartMeasureKind, measureField: string | null, field: string | null, isOpenOnly: boolean, titleNl: string, titleEn: string, tests: Array<{ fieldKey: string, anyOf: Array<string> | null, isFilled: boolean | null, from: number | null, to: number | null }> }, data: { total: number, groups: Array<{ key: string, label: string, colour: string | null, filter: Record<string, unknown> | null }>, series: Array<{ key: string, label: string, colour: string | null, filter: Record<string, unknown> | null }>, cells: Array<{ group: number, series: number, value: number, colour: string | null, filter: Record<string, unknown> | null }>, clocks: Array<{ dueAt: string, state: DeadlineState, record: { id: string, number: number, code: string, title: string } }> } }>, owner: { id: string, displayName: string } | null } | null };

export type SaveBoardMutationVariables = Exact<{
  input: SaveDashboardInput;
}>;


export type SaveBoardMutation = { saveDashboard: { dashboard: { id: string, name: string, isShared: boolean, isHome: boolean, version: number, viewerCanEdit: boolean, owner: { id: string, displayName: string } | null } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type DeleteBoardMutationVariables = Exact<{
  input: DeleteDashboardInput;
}>;


export type DeleteBoardMutation = { deleteDashboard: { deletedId: string | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type DashboardOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardOverviewQuery = { forms: Array<{ id: string, key: string, name: string, singularName: string, icon: string, category: FormCategory, recordCount: number, viewerCanCreate: boolean, statusCounts: Array<{ count: number, status: { key: string, label: string, kind: StatusKind, colour: string } }>, fields: Array<{ key: string, kind: FieldKind, label: string, isInList: boolean }> }> };

export type RiskMatrixQueryVariables = Exact<{
  formKey: string;
  fieldKey: string;
}>;


export type RiskMatrixQuery = { form: { id: string, riskMatrix: Array<{ likelihood: number, impact: number, score: number, count: number, level: { key: string, label: string, colour: string, minimumScore: number } }>, fields: Array<{ key: string, scale: { likelihood: Array<{ value: number, label: string }>, impact: Array<{ value: number, label: string }>, levels: Array<{ key: string, label: string, colour: string, minimumScore: number }> } | null }> } | null };

export type StartRecordExportMutationVariables = Exact<{
  input: StartRecordExportInput;
}>;


export type StartRecordExportMutation = { startRecordExport: { job: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type StartExportMutationVariables = Exact<{
  input: StartExportInput;
}>;


export type StartExportMutation = { startExport: { job: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type FirewallRulePartsFragment = { id: string, channel: FirewallChannel, action: FirewallAction, network: string, note: string, endsOn: string | null, isInForce: boolean };

export type FirewallLimitPartsFragment = { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number };

export type FirewallPartsFragment = { version: number, viewerAddress: string, updatedAt: string | null, rules: Array<{ id: string, channel: FirewallChannel, action: FirewallAction, network: string, note: string, endsOn: string | null, isInForce: boolean }>, limits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number }, defaultLimits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number }, updatedBy: { id: string, displayName: string } | null, pending: { requestedAt: string, expiresAt: string, requestedBy: { id: string, displayName: string }, rules: Array<{ id: string, channel: FirewallChannel, action: FirewallAction, network: string, note: string, endsOn: string | null, isInForce: boolean }>, limits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number } } | null };

export type FirewallQueryVariables = Exact<{ [key: string]: never; }>;


export type FirewallQuery = { firewall: { version: number, viewerAddress: string, updatedAt: string | null, rules: Array<{ id: string, channel: FirewallChannel, action: FirewallAction, network: string, note: string, endsOn: string | null, isInForce: boolean }>, limits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number }, defaultLimits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number }, updatedBy: { id: string, displayName: string } | null, pending: { requestedAt: string, expiresAt: string, requestedBy: { id: string, displayName: string }, rules: Array<{ id: string, channel: FirewallChannel, action: FirewallAction, network: string, note: string, endsOn: string | null, isInForce: boolean }>, limits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number } } | null } };

export type FirewallVerdictQueryVariables = Exact<{
  address: string;
  channel: FirewallChannel;
  proposal?: FirewallInput | null | undefined;
}>;


export type FirewallVerdictQuery = { testFirewallAddress: { isAllowed: boolean, reason: FirewallReason, isBlockedUntil: string | null, rule: { network: string, note: string } | null } };

export type FirewallRefusalsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FirewallRefusalsQuery = { firewallRefusals: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ hour: string, address: string, channel: FirewallChannel, reason: FirewallReason, count: number, lastAt: string }> } };

export type SaveFirewallMutationVariables = Exact<{
  input: SaveFirewallInput;
}>;


export type SaveFirewallMutation = { saveFirewall: { firewall: { version: number, viewerAddress: string, updatedAt: string | null, rules: Array<{ id: string, channel: FirewallChannel, action: FirewallAction, network: string, note: string, endsOn: string | null, isInForce: boolean }>, limits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number }, defaultLimits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number }, updatedBy: { id: string, displayName: string } | null, pending: { requestedAt: string, expiresAt: string, requestedBy: { id: string, displayName: string }, rules: Array<{ id: string, channel: FirewallChannel, action: FirewallAction, network: string, note: string, endsOn: string | null, isInForce: boolean }>, limits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number } } | null } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ConfirmFirewallMutationVariables = Exact<{ [key: string]: never; }>;


export type ConfirmFirewallMutation = { confirmFirewall: { firewall: { version: number, viewerAddress: string, updatedAt: string | null, rules: Array<{ id: string, channel: FirewallChannel, action: FirewallAction, network: string, note: string, endsOn: string | null, isInForce: boolean }>, limits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number }, defaultLimits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number }, updatedBy: { id: string, displayName: string } | null, pending: { requestedAt: string, expiresAt: string, requestedBy: { id: string, displayName: string }, rules: Array<{ id: string, channel: FirewallChannel, action: FirewallAction, network: string, note: string, endsOn: string | null, isInForce: boolean }>, limits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number } } | null } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type DiscardPendingFirewallMutationVariables = Exact<{ [key: string]: never; }>;


export type DiscardPendingFirewallMutation = { discardPendingFirewall: { firewall: { version: number, viewerAddress: string, updatedAt: string | null, rules: Array<{ id: string, channel: FirewallChannel, action: FirewallAction, network: string, note: string, endsOn: string | null, isInForce: boolean }>, limits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number }, defaultLimits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number }, updatedBy: { id: string, displayName: string } | null, pending: { requestedAt: string, expiresAt: string, requestedBy: { id: string, displayName: string }, rules: Array<{ id: string, channel: FirewallChannel, action: FirewallAction, network: string, note: string, endsOn: string | null, isInForce: boolean }>, limits: { perAddressPerMinute: number, perAccountPerMinute: number, perTokenPerMinute: number, concurrentRequests: number, onTrip: FirewallTrip, blockMinutes: number } } | null } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type DesignFormQueryVariables = Exact<{
  key: string;
  locale: Locale;
}>;


export type DesignFormQuery = { form: { id: string, key: string, origin: FormOrigin, name: string, singularName: string, help: string, icon: string, numberPrefix: string, titleFieldKey: string, revision: number, category: FormCategory, allowsMeasures: boolean, viewerCanDesign: boolean, requirements: Array<{ standard: string, code: string }>, groups: Array<{ key: string, label: string, help: string }>, statuses: Array<{ key: string, label: string, kind: StatusKind, colour: string, nextKeys: Array<string> }>, fields: Array<{ key: string, kind: FieldKind, groupKey: string | null, label: string, help: string, isStandard: boolean, isBase: boolean, isHidden: boolean, isRequired: boolean, isInList: boolean, isMultiple: boolean, isMultiline: boolean, isUnique: boolean, maxLength: number | null, decimals: number | null, minimum: number | null, maximum: number | null, unit: string | null, referencedFormKey: string | null, columns: Array<string>, sourceFormKey: string | null, sourceFieldKey: string | null, expression: string | null, prefix: string | null, digits: number | null, visibleWhen: { isAny: boolean, tests: Array<{ fieldKey: string, anyOf: Array<string> | null, isFilled: boolean | null, from: number | null, to: number | null }> } | null, requiredWhen: { isAny: boolean, tests: Array<{ fieldKey: string, anyOf: Array<string> | null, isFilled: boolean | null, from: number | null, to: number | null }> } | null, default: { kind: FieldDefaultKind, value:
          | { __typename: 'ChecklistValue', ticked: number, total: number, items: Array<{ key: string, label: string, isTicked: boolean }> }
          | { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> }
          | { __typename: 'ColourValue', hex: string }
          | { __typename: 'CountryValue', countries: Array<{ code: string }> }
          | { __typename: 'DateTimeValue', at: string }
          | { __typename: 'DateValue', date: string }
          | { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState }
          | { __typename: 'FileValue', files: Array<{ mediaType: string, byteSize: number, uploadedAt: string, id: string, fileName: string }> }
          | { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> }
          | { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } }
          | { __typename: 'NumberValue', number: number }
          | { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> }
          | { __typename: 'RichTextValue', html: string, plainText: string }
          | { __typename: 'TextValue', text: string }
          | { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> }
          | { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> }
          | { __typename: 'WordsValue', words: Array<string> }
          | { __typename: 'YesNoNaValue', answer: YesNoNa }
         | null } | null, options: Array<{ key: string, label: string, colour: string | null }>, deadline: { fromKey: string, stoppedByKey: string | null, term: { hours: number | null, days: number | null, months: number | null }, extension: { whenKey: string, term: { hours: number | null, days: number | null, months: number | null } } | null } | null }> } | null };

export type TermPartsFragment = { hours: number | null, days: number | null, months: number | null };

export type FormCheckQueryVariables = Exact<{
  formKey?: string | null | undefined;
  form: FormInput;
}>;


export type FormCheckQuery = { checkForm: { userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }>, changes: Array<{ kind: FormChangeKind, path: string, label: string, before: string | null, after: string | null }> } };

export type CreateFormMutationVariables = Exact<{
  form: FormInput;
}>;


export type CreateFormMutation = { createForm: { form: { id: string, key: string, name: string, fields: Array<{ key: string, label: string }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type PublishFormMutationVariables = Exact<{
  formKey: string;
  revision: number;
  form: FormInput;
}>;


export type PublishFormMutation = { publishForm: { form: { id: string, key: string, name: string, revision: number } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type PreviewScaleQueryVariables = Exact<{ [key: string]: never; }>;


export type PreviewScaleQuery = { riskCriteria: { scale: { likelihood: Array<{ value: number, label: string, help: string }>, impact: Array<{ value: number, label: string, help: string }>, levels: Array<{ key: string, label: string, minimumScore: number, colour: string }>, cells: Array<Array<{ key: string, label: string, minimumScore: number, colour: string }>> } } };

export type FormRevisionsQueryVariables = Exact<{
  key: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FormRevisionsQuery = { form: { id: string, key: string, name: string, revision: number, viewerCanDesign: boolean, revisions: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ number: number, publishedAt: string, publishedBy: { displayName: string } | null }> } } | null };

export type RegistersInUseQueryVariables = Exact<{ [key: string]: never; }>;


export type RegistersInUseQuery = { forms: Array<{ id: string, key: string, origin: FormOrigin, name: string, icon: string, category: FormCategory, revision: number, recordCount: number, viewerCanDesign: boolean }> };

export type ArchivedFormsQueryVariables = Exact<{ [key: string]: never; }>;


export type ArchivedFormsQuery = { archivedForms: Array<{ key: string, name: string, archivedAt: string }> };

export type ArchiveFormMutationVariables = Exact<{
  formKey: string;
}>;


export type ArchiveFormMutation = { archiveForm: { form: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RestoreFormMutationVariables = Exact<{
  formKey: string;
}>;


export type RestoreFormMutation = { restoreForm: { form: { id: string, key: string, name: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type UploadSheetsQueryVariables = Exact<{
  id: string | number;
}>;


export type UploadSheetsQuery = { upload: { id: string, fileName: string, sheets: Array<{ name: string, isVisible: boolean, rowCount: number, columnCount: number }> } | null };

export type UploadSheetQueryVariables = Exact<{
  id: string | number;
  name: string;
}>;


export type UploadSheetQuery = { upload: { id: string, sheet: { name: string, headerRow: number, rowCount: number, columns: Array<{ index: number, header: string, guessedKind: FieldKind, isMultiline: boolean, options: Array<string>, filledCount: number, samples: Array<string> }> } | null } | null };

export type SuggestImportMappingMutationVariables = Exact<{
  input: SuggestImportMappingInput;
}>;


export type SuggestImportMappingMutation = { suggestImportMapping: { mapping: Array<{ column: number, fieldKey: string }>, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type PreviewImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type PreviewImportMutation = { previewImport: { plan: { rowCount: number, createCount: number, updateCount: number, unchangedCount: number, conflictCount: number, errorCount: number, errors: Array<{ row: number, column: string | null, header: string | null, code: string, params: Record<string, unknown> }>, rows: Array<{ row: number, action: ImportAction, code: string | null, title: string, changes: Array<{ fieldKey: string, fieldLabel: string, before: string | null, after: string | null }> }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type StartImportMutationVariables = Exact<{
  input: ImportInput;
}>;


export type StartImportMutation = { startImport: { job: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type JobFactsFragment = { id: string, kind: JobKind, state: JobState, createdAt: string, finishedAt: string | null, done: number, total: number | null, downloadUrl: string | null, fileName: string | null, errors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }>, importSummary: { created: number, updated: number, unchanged: number, formKey: string } | null };

export type JobQueryVariables = Exact<{
  id: string | number;
}>;


export type JobQuery = { job: { id: string, kind: JobKind, state: JobState, createdAt: string, finishedAt: string | null, done: number, total: number | null, downloadUrl: string | null, fileName: string | null, errors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }>, importSummary: { created: number, updated: number, unchanged: number, formKey: string } | null } | null };

export type JobsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JobsQuery = { jobs: { nodes: Array<{ id: string, kind: JobKind, state: JobState, createdAt: string, finishedAt: string | null, done: number, total: number | null, downloadUrl: string | null, fileName: string | null, errors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }>, importSummary: { created: number, updated: number, unchanged: number, formKey: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CancelJobMutationVariables = Exact<{
  input: CancelJobInput;
}>;


export type CancelJobMutation = { cancelJob: { job: { id: string, kind: JobKind, state: JobState, createdAt: string, finishedAt: string | null, done: number, total: number | null, downloadUrl: string | null, fileName: string | null, errors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }>, importSummary: { created: number, updated: number, unchanged: number, formKey: string } | null } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type LookBackQueryVariables = Exact<{ [key: string]: never; }>;


export type LookBackQuery = { forms: Array<{ id: string }> };

export type CloseBackupMutationVariables = Exact<{
  id: string | number;
}>;


export type CloseBackupMutation = { closeBackup: { restore: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type OutboxQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OutboxQuery = { outbox: { nodes: Array<{ id: string, to: string, subject: string, sentAt: string, text: string, html: string, locale: Locale }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UpgradePartsFragment = { key: string, name: string, isNew: boolean, obstacle: string | null, changes: Array<{ kind: FormChangeKind, path: string, label: string, before: string | null, after: string | null }>, conflicts: Array<{ path: string, kept: string, offered: string }> };

export type PacksQueryVariables = Exact<{ [key: string]: never; }>;


export type PacksQuery = { packs: Array<{ key: string, name: string, description: string, installedVersion: string, availableVersion: string, authors: Array<string>, licence: string }> };

export type PackUpgradeQueryVariables = Exact<{
  key: string;
}>;


export type PackUpgradeQuery = { packUpgrade: Array<{ key: string, name: string, isNew: boolean, obstacle: string | null, changes: Array<{ kind: FormChangeKind, path: string, label: string, before: string | null, after: string | null }>, conflicts: Array<{ path: string, kept: string, offered: string }> }> };

export type UpgradePackMutationVariables = Exact<{
  input: UpgradePackInput;
}>;


export type UpgradePackMutation = { upgradePack: { upgrades: Array<{ key: string, name: string, isNew: boolean, obstacle: string | null, changes: Array<{ kind: FormChangeKind, path: string, label: string, before: string | null, after: string | null }>, conflicts: Array<{ path: string, kept: string, offered: string }> }>, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type InviteUserMutationVariables = Exact<{
  input: InviteUserInput;
}>;


export type InviteUserMutation = { inviteUser: { account: { pendingEmail: string | null, locale: Locale, createdAt: string, openRecordCount: number, version: number, viewerCanEdit: boolean, viewerCanResetSecondFactor: boolean, id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type SendInvitationMutationVariables = Exact<{
  input: SendInvitationInput;
}>;


export type SendInvitationMutation = { sendInvitation: { account: { pendingEmail: string | null, locale: Locale, createdAt: string, openRecordCount: number, version: number, viewerCanEdit: boolean, viewerCanResetSecondFactor: boolean, id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type UpdateAccountMutationVariables = Exact<{
  input: UpdateAccountInput;
}>;


export type UpdateAccountMutation = { updateAccount: { account: { pendingEmail: string | null, locale: Locale, createdAt: string, openRecordCount: number, version: number, viewerCanEdit: boolean, viewerCanResetSecondFactor: boolean, id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ArchiveUserMutationVariables = Exact<{
  input: ArchiveUserInput;
}>;


export type ArchiveUserMutation = { archiveUser: { account: { pendingEmail: string | null, locale: Locale, createdAt: string, openRecordCount: number, version: number, viewerCanEdit: boolean, viewerCanResetSecondFactor: boolean, id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RestoreUserMutationVariables = Exact<{
  input: RestoreUserInput;
}>;


export type RestoreUserMutation = { restoreUser: { account: { pendingEmail: string | null, locale: Locale, createdAt: string, openRecordCount: number, version: number, viewerCanEdit: boolean, viewerCanResetSecondFactor: boolean, id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ChangeColleagueUsernameMutationVariables = Exact<{
  input: ChangeUsernameInput;
}>;


export type ChangeColleagueUsernameMutation = { changeUsername: { account: { pendingEmail: string | null, locale: Locale, createdAt: string, openRecordCount: number, version: number, viewerCanEdit: boolean, viewerCanResetSecondFactor: boolean, id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ChangeColleagueEmailMutationVariables = Exact<{
  input: ChangeEmailInput;
}>;


export type ChangeColleagueEmailMutation = { changeEmail: { account: { pendingEmail: string | null, locale: Locale, createdAt: string, openRecordCount: number, version: number, viewerCanEdit: boolean, viewerCanResetSecondFactor: boolean, id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ErasePersonMutationVariables = Exact<{
  input: ErasePersonInput;
}>;


export type ErasePersonMutation = { erasePerson: { userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ResetSecondFactorMutationVariables = Exact<{
  input: ResetSecondFactorInput;
}>;


export type ResetSecondFactorMutation = { resetSecondFactor: { account: { pendingEmail: string | null, locale: Locale, createdAt: string, openRecordCount: number, version: number, viewerCanEdit: boolean, viewerCanResetSecondFactor: boolean, id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type PreviewUserImportMutationVariables = Exact<{
  input: UserImportInput;
}>;


export type PreviewUserImportMutation = { previewUserImport: { preview: { rowCount: number, rows: Array<{ row: number, displayName: string, email: string, username: string, role: Role | null, groups: Array<string>, accessEndsOn: string | null }>, errors: Array<{ row: number, column: string | null, header: string | null, code: string, params: Record<string, unknown> }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type UserImportPreviewPartsFragment = { rowCount: number, rows: Array<{ row: number, displayName: string, email: string, username: string, role: Role | null, groups: Array<string>, accessEndsOn: string | null }>, errors: Array<{ row: number, column: string | null, header: string | null, code: string, params: Record<string, unknown> }> };

export type ImportUsersMutationVariables = Exact<{
  input: UserImportInput;
}>;


export type ImportUsersMutation = { importUsers: { invitedCount: number | null, preview: { rowCount: number, rows: Array<{ row: number, displayName: string, email: string, username: string, role: Role | null, groups: Array<string>, accessEndsOn: string | null }>, errors: Array<{ row: number, column: string | null, header: string | null, code: string, params: Record<string, unknown> }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type GrantPartsFragment = { id: string, kind: AccountKind, organisation: string, reason: string, role: Role, startsAt: string, endsOn: string, withdrawnAt: string | null, isInForce: boolean, lastVisitAt: string | null, visitCount: number, version: number, user: { id: string, displayName: string, username: string }, account: { id: string, email: string, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean }, forms: Array<{ id: string, key: string, name: string }> | null, grantedBy: { id: string, displayName: string } | null, withdrawnBy: { id: string, displayName: string } | null };

export type AccessGrantsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccessGrantsQuery = { accessGrants: Array<{ id: string, kind: AccountKind, organisation: string, reason: string, role: Role, startsAt: string, endsOn: string, withdrawnAt: string | null, isInForce: boolean, lastVisitAt: string | null, visitCount: number, version: number, user: { id: string, displayName: string, username: string }, account: { id: string, email: string, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean }, forms: Array<{ id: string, key: string, name: string }> | null, grantedBy: { id: string, displayName: string } | null, withdrawnBy: { id: string, displayName: string } | null }> };

export type AccessVisitsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AccessVisitsQuery = { accessVisits: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: AccountKind, name: string, action: string, at: string, address: string | null }> } };

export type GrantConsultantAccessMutationVariables = Exact<{
  input: GrantConsultantAccessInput;
}>;


export type GrantConsultantAccessMutation = { grantConsultantAccess: { grant: { id: string, kind: AccountKind, organisation: string, reason: string, role: Role, startsAt: string, endsOn: string, withdrawnAt: string | null, isInForce: boolean, lastVisitAt: string | null, visitCount: number, version: number, user: { id: string, displayName: string, username: string }, account: { id: string, email: string, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean }, forms: Array<{ id: string, key: string, name: string }> | null, grantedBy: { id: string, displayName: string } | null, withdrawnBy: { id: string, displayName: string } | null } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ChangeAccessGrantMutationVariables = Exact<{
  input: ChangeAccessGrantInput;
}>;


export type ChangeAccessGrantMutation = { changeAccessGrant: { grant: { id: string, kind: AccountKind, organisation: string, reason: string, role: Role, startsAt: string, endsOn: string, withdrawnAt: string | null, isInForce: boolean, lastVisitAt: string | null, visitCount: number, version: number, user: { id: string, displayName: string, username: string }, account: { id: string, email: string, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean }, forms: Array<{ id: string, key: string, name: string }> | null, grantedBy: { id: string, displayName: string } | null, withdrawnBy: { id: string, displayName: string } | null } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type WithdrawAccessMutationVariables = Exact<{
  input: WithdrawAccessInput;
}>;


export type WithdrawAccessMutation = { withdrawAccess: { grant: { id: string, kind: AccountKind, organisation: string, reason: string, role: Role, startsAt: string, endsOn: string, withdrawnAt: string | null, isInForce: boolean, lastVisitAt: string | null, visitCount: number, version: number, user: { id: string, displayName: string, username: string }, account: { id: string, email: string, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean }, forms: Array<{ id: string, key: string, name: string }> | null, grantedBy: { id: string, displayName: string } | null, withdrawnBy: { id: string, displayName: string } | null } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type GroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type GroupsQuery = { groups: Array<{ id: string, name: string, description: string, memberCount: number, version: number, members: Array<{ id: string, displayName: string }> }> };

export type CreateGroupMutationVariables = Exact<{
  input: CreateGroupInput;
}>;


export type CreateGroupMutation = { createGroup: { group: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type UpdateGroupMutationVariables = Exact<{
  input: UpdateGroupInput;
}>;


export type UpdateGroupMutation = { updateGroup: { group: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type DeleteGroupMutationVariables = Exact<{
  input: DeleteGroupInput;
}>;


export type DeleteGroupMutation = { deleteGroup: { userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type AccountRowFragment = { id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> };

export type AccountPartsFragment = { pendingEmail: string | null, locale: Locale, createdAt: string, openRecordCount: number, version: number, viewerCanEdit: boolean, viewerCanResetSecondFactor: boolean, id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> };

export type AccountsQueryVariables = Exact<{
  filter?: AccountFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AccountsQuery = { accounts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> }> } };

export type AccountQueryVariables = Exact<{
  id: string | number;
}>;


export type AccountQuery = { account: { pendingEmail: string | null, locale: Locale, createdAt: string, openRecordCount: number, version: number, viewerCanEdit: boolean, viewerCanResetSecondFactor: boolean, id: string, kind: AccountKind, email: string, role: Role, status: AccountStatus, hasSecondFactor: boolean, hasPasskey: boolean, lastSignedInAt: string | null, invitationSentAt: string | null, invitationExpiresAt: string | null, accessEndsOn: string | null, archivedAt: string | null, user: { id: string, displayName: string, username: string }, groups: Array<{ id: string, name: string }> } | null };

export type AccountsWithoutFactorQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountsWithoutFactorQuery = { accounts: { totalCount: number } };

export type RegisterAccessQueryVariables = Exact<{
  key: string;
}>;


export type RegisterAccessQuery = { form: { id: string, key: string, name: string, access: Array<{ role: Role | null, right: FormRight, defaultRight: FormRight | null, group: { id: string, name: string, memberCount: number } | null }> | null } | null, groups: Array<{ id: string, name: string, memberCount: number }> };

export type SetFormAccessMutationVariables = Exact<{
  input: SetFormAccessInput;
}>;


export type SetFormAccessMutation = { setFormAccess: { form: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type CommentPartsFragment = { id: string, html: string, createdAt: string, editedAt: string | null, isDeleted: boolean, viewerCanEdit: boolean, viewerCanDelete: boolean, author: { id: string, displayName: string } | null };

export type RecordCommentsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type RecordCommentsQuery = { record: { id: string, commentCount: number, comments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, html: string, createdAt: string, editedAt: string | null, isDeleted: boolean, viewerCanEdit: boolean, viewerCanDelete: boolean, author: { id: string, displayName: string } | null }> } } | null };

export type AddCommentMutationVariables = Exact<{
  input: AddCommentInput;
}>;


export type AddCommentMutation = { addComment: { comment: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type EditCommentMutationVariables = Exact<{
  input: EditCommentInput;
}>;


export type EditCommentMutation = { editComment: { comment: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type DeleteCommentMutationVariables = Exact<{
  input: DeleteCommentInput;
}>;


export type DeleteCommentMutation = { deleteComment: { comment: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type CreateRecordMutationVariables = Exact<{
  input: CreateRecordInput;
}>;


export type CreateRecordMutation = { createRecord: { record: { id: string, number: number, code: string, title: string, version: number, isArchived: boolean, isDeleted: boolean, deletedAt: string | null, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanDelete: boolean, viewerCanPurge: boolean, viewerCanComment: boolean, createdAt: string, updatedAt: string, deletedBy: { id: string, displayName: string } | null, createdBy: { id: string, displayName: string } | null, updatedBy: { id: string, displayName: string } | null, status: { key: string, label: string, kind: StatusKind, colour: string, nextKeys: Array<string> }, values: Array<{ key: string, value:
          | { __typename: 'ChecklistValue', ticked: number, total: number, items: Array<{ key: string, label: string, isTicked: boolean }> }
          | { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> }
          | { __typename: 'ColourValue', hex: string }
          | { __typename: 'CountryValue', countries: Array<{ code: string }> }
          | { __typename: 'DateTimeValue', at: string }
          | { __typename: 'DateValue', date: string }
          | { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState }
          | { __typename: 'FileValue', files: Array<{ mediaType: string, byteSize: number, uploadedAt: string, id: string, fileName: string }> }
          | { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> }
          | { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } }
          | { __typename: 'NumberValue', number: number }
          | { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> }
          | { __typename: 'RichTextValue', html: string, plainText: string }
          | { __typename: 'TextValue', text: string }
          | { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> }
          | { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> }
          | { __typename: 'WordsValue', words: Array<string> }
          | { __typename: 'YesNoNaValue', answer: YesNoNa }
         | null }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type UpdateRecordMutationVariables = Exact<{
  input: UpdateRecordInput;
}>;


export type UpdateRecordMutation = { updateRecord: { record: { id: string, number: number, code: string, title: string, version: number, isArchived: boolean, isDeleted: boolean, deletedAt: string | null, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanDelete: boolean, viewerCanPurge: boolean, viewerCanComment: boolean, createdAt: string, updatedAt: string, deletedBy: { id: string, displayName: string } | null, createdBy: { id: string, displayName: string } | null, updatedBy: { id: string, displayName: string } | null, status: { key: string, label: string, kind: StatusKind, colour: string, nextKeys: Array<string> }, values: Array<{ key: string, value:
          | { __typename: 'ChecklistValue', ticked: number, total: number, items: Array<{ key: string, label: string, isTicked: boolean }> }
          | { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> }
          | { __typename: 'ColourValue', hex: string }
          | { __typename: 'CountryValue', countries: Array<{ code: string }> }
          | { __typename: 'DateTimeValue', at: string }
          | { __typename: 'DateValue', date: string }
          | { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState }
          | { __typename: 'FileValue', files: Array<{ mediaType: string, byteSize: number, uploadedAt: string, id: string, fileName: string }> }
          | { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> }
          | { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } }
          | { __typename: 'NumberValue', number: number }
          | { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> }
          | { __typename: 'RichTextValue', html: string, plainText: string }
          | { __typename: 'TextValue', text: string }
          | { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> }
          | { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> }
          | { __typename: 'WordsValue', words: Array<string> }
          | { __typename: 'YesNoNaValue', answer: YesNoNa }
         | null }> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type LifecycleOutcomeFragment = { records: Array<{ id: string, version: number }>, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> };

export type ArchiveRecordsMutationVariables = Exact<{
  input: RecordsInput;
}>;


export type ArchiveRecordsMutation = { archiveRecords: { records: Array<{ id: string, version: number }>, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type UnarchiveRecordsMutationVariables = Exact<{
  input: RecordsInput;
}>;


export type UnarchiveRecordsMutation = { unarchiveRecords: { records: Array<{ id: string, version: number }>, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type DeleteRecordsMutationVariables = Exact<{
  input: RecordsInput;
}>;


export type DeleteRecordsMutation = { deleteRecords: { records: Array<{ id: string, version: number }>, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RestoreRecordsMutationVariables = Exact<{
  input: RecordsInput;
}>;


export type RestoreRecordsMutation = { restoreRecords: { records: Array<{ id: string, version: number }>, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type PurgeRecordsMutationVariables = Exact<{
  input: RecordsInput;
}>;


export type PurgeRecordsMutation = { purgeRecords: { records: Array<{ id: string, version: number }>, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type DuplicateRecordMutationVariables = Exact<{
  input: DuplicateRecordInput;
}>;


export type DuplicateRecordMutation = { duplicateRecord: { record: { id: string, number: number, code: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RegisterRecordsQueryVariables = Exact<{
  key: string;
  filter?: RecordFilter | null | undefined;
  sort?: RecordSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  fieldKeys?: Array<string> | string | null | undefined;
}>;


export type RegisterRecordsQuery = { form: { id: string, records: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: number, code: string, title: string, createdAt: string, updatedAt: string, isArchived: boolean, isDeleted: boolean, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanDelete: boolean, viewerCanPurge: boolean, status: { key: string, label: string, kind: StatusKind, colour: string }, values: Array<{ key: string, value:
            | { __typename: 'ChecklistValue', ticked: number, total: number }
            | { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> }
            | { __typename: 'ColourValue', hex: string }
            | { __typename: 'CountryValue', countries: Array<{ code: string }> }
            | { __typename: 'DateTimeValue', at: string }
            | { __typename: 'DateValue', date: string }
            | { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState }
            | { __typename: 'FileValue', files: Array<{ id: string, fileName: string }> }
            | { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> }
            | { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } }
            | { __typename: 'NumberValue', number: number }
            | { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> }
            | { __typename: 'RichTextValue', plainText: string }
            | { __typename: 'TextValue', text: string }
            | { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> }
            | { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> }
            | { __typename: 'WordsValue', words: Array<string> }
            | { __typename: 'YesNoNaValue', answer: YesNoNa }
           | null }> }> } } | null };

export type RememberColumnsMutationVariables = Exact<{
  input: UpdatePreferencesInput;
}>;


export type RememberColumnsMutation = { updatePreferences: { viewer: { preferences: Record<string, unknown> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type CountriesQueryVariables = Exact<{ [key: string]: never; }>;


export type CountriesQuery = { countries: Array<{ code: string }> };

export type UserOptionsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type UserOptionsQuery = { users: { nodes: Array<{ id: string, displayName: string }> } };

export type RecordOptionsQueryVariables = Exact<{
  key: string;
  filter?: RecordFilter | null | undefined;
}>;


export type RecordOptionsQuery = { form: { id: string, records: { nodes: Array<{ id: string, code: string, title: string }> } } | null };

export type GroupOptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type GroupOptionsQuery = { groups: Array<{ id: string, name: string }> };

export type SuggestionsQueryVariables = Exact<{
  key: string;
  fieldKey: string;
  search?: string | null | undefined;
}>;


export type SuggestionsQuery = { form: { id: string, suggestions: Array<string> } | null };

export type OptionLabelsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type OptionLabelsQuery = { nodes: Array<
    | { __typename: 'AccessGrant', id: string }
    | { __typename: 'Account', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'Comment', id: string }
    | { __typename: 'Form', id: string }
    | { __typename: 'Group', name: string, id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'Mail', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'Record', code: string, title: string, id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'User', displayName: string, id: string }
   | null> };

export type ChangeRecordStatusMutationVariables = Exact<{
  input: ChangeRecordStatusInput;
}>;


export type ChangeRecordStatusMutation = { changeRecordStatus: { record: { id: string, version: number } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RecordPartsFragment = { id: string, number: number, code: string, title: string, version: number, isArchived: boolean, isDeleted: boolean, deletedAt: string | null, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanDelete: boolean, viewerCanPurge: boolean, viewerCanComment: boolean, createdAt: string, updatedAt: string, deletedBy: { id: string, displayName: string } | null, createdBy: { id: string, displayName: string } | null, updatedBy: { id: string, displayName: string } | null, status: { key: string, label: string, kind: StatusKind, colour: string, nextKeys: Array<string> }, values: Array<{ key: string, value:
      | { __typename: 'ChecklistValue', ticked: number, total: number, items: Array<{ key: string, label: string, isTicked: boolean }> }
      | { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> }
      | { __typename: 'ColourValue', hex: string }
      | { __typename: 'CountryValue', countries: Array<{ code: string }> }
      | { __typename: 'DateTimeValue', at: string }
      | { __typename: 'DateValue', date: string }
      | { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState }
      | { __typename: 'FileValue', files: Array<{ mediaType: string, byteSize: number, uploadedAt: string, id: string, fileName: string }> }
      | { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> }
      | { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } }
      | { __typename: 'NumberValue', number: number }
      | { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> }
      | { __typename: 'RichTextValue', html: string, plainText: string }
      | { __typename: 'TextValue', text: string }
      | { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> }
      | { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> }
      | { __typename: 'WordsValue', words: Array<string> }
      | { __typename: 'YesNoNaValue', answer: YesNoNa }
     | null }> };

export type RecordDetailQueryVariables = Exact<{
  formKey: string;
  number: number;
}>;


export type RecordDetailQuery = { recordByNumber: { id: string, number: number, code: string, title: string, version: number, isArchived: boolean, isDeleted: boolean, deletedAt: string | null, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanDelete: boolean, viewerCanPurge: boolean, viewerCanComment: boolean, createdAt: string, updatedAt: string, referencedBy: { totalCount: number, nodes: Array<{ fieldKey: string, fieldLabel: string, record: { id: string, number: number, code: string, title: string, status: { label: string, kind: StatusKind, colour: string }, form: { key: string, name: string } } }> }, deletedBy: { id: string, displayName: string } | null, createdBy: { id: string, displayName: string } | null, updatedBy: { id: string, displayName: string } | null, status: { key: string, label: string, kind: StatusKind, colour: string, nextKeys: Array<string> }, values: Array<{ key: string, value:
        | { __typename: 'ChecklistValue', ticked: number, total: number, items: Array<{ key: string, label: string, isTicked: boolean }> }
        | { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> }
        | { __typename: 'ColourValue', hex: string }
        | { __typename: 'CountryValue', countries: Array<{ code: string }> }
        | { __typename: 'DateTimeValue', at: string }
        | { __typename: 'DateValue', date: string }
        | { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState }
        | { __typename: 'FileValue', files: Array<{ mediaType: string, byteSize: number, uploadedAt: string, id: string, fileName: string }> }
        | { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> }
        | { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } }
        | { __typename: 'NumberValue', number: number }
        | { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> }
        | { __typename: 'RichTextValue', html: string, plainText: string }
        | { __typename: 'TextValue', text: string }
        | { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> }
        | { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> }
        | { __typename: 'WordsValue', words: Array<string> }
        | { __typename: 'YesNoNaValue', answer: YesNoNa }
       | null }> } | null };

export type RecordHistoryQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type RecordHistoryQuery = { record: { id: string, history: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, kind: RecordChangeKind, at: string, by: { id: string, displayName: string } | null, changes: Array<{ fieldKey: string, fieldLabel: string, before: string | null, after: string | null }> }> } } | null };

export type ScalePartsFragment = { likelihood: Array<{ value: number, label: string, help: string }>, impact: Array<{ value: number, label: string, help: string }>, levels: Array<{ key: string, label: string, minimumScore: number, colour: string }>, cells: Array<Array<{ key: string, label: string, minimumScore: number, colour: string }>> };

export type ConditionPartsFragment = { isAny: boolean, tests: Array<{ fieldKey: string, anyOf: Array<string> | null, isFilled: boolean | null, from: number | null, to: number | null }> };

export type RegisterFormQueryVariables = Exact<{
  key: string;
}>;


export type RegisterFormQuery = { form: { id: string, key: string, origin: FormOrigin, name: string, singularName: string, help: string, icon: string, numberPrefix: string, allowsMeasures: boolean, titleFieldKey: string, revision: number, recordCount: number, viewerCanCreate: boolean, viewerCanEdit: boolean, viewerCanImport: boolean, viewerCanExport: boolean, category: FormCategory, viewerCanDesign: boolean, groups: Array<{ key: string, label: string, help: string }>, statuses: Array<{ key: string, label: string, kind: StatusKind, colour: string, nextKeys: Array<string> }>, fields: Array<{ key: string, kind: FieldKind, groupKey: string | null, label: string, help: string, isStandard: boolean, isHidden: boolean, isRequired: boolean, isInList: boolean, isSortable: boolean, isMultiple: boolean, isMultiline: boolean, maxLength: number | null, decimals: number | null, minimum: number | null, maximum: number | null, unit: string | null, referencedFormKey: string | null, columns: Array<string>, result: FieldKind | null, visibleWhen: { isAny: boolean, tests: Array<{ fieldKey: string, anyOf: Array<string> | null, isFilled: boolean | null, from: number | null, to: number | null }> } | null, requiredWhen: { isAny: boolean, tests: Array<{ fieldKey: string, anyOf: Array<string> | null, isFilled: boolean | null, from: number | null, to: number | null }> } | null, default: { kind: FieldDefaultKind, value:
          | { __typename: 'ChecklistValue', ticked: number, total: number, items: Array<{ key: string, label: string, isTicked: boolean }> }
          | { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> }
          | { __typename: 'ColourValue', hex: string }
          | { __typename: 'CountryValue', countries: Array<{ code: string }> }
          | { __typename: 'DateTimeValue', at: string }
          | { __typename: 'DateValue', date: string }
          | { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState }
          | { __typename: 'FileValue', files: Array<{ mediaType: string, byteSize: number, uploadedAt: string, id: string, fileName: string }> }
          | { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> }
          | { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } }
          | { __typename: 'NumberValue', number: number }
          | { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> }
          | { __typename: 'RichTextValue', html: string, plainText: string }
          | { __typename: 'TextValue', text: string }
          | { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> }
          | { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> }
          | { __typename: 'WordsValue', words: Array<string> }
          | { __typename: 'YesNoNaValue', answer: YesNoNa }
         | null } | null, options: Array<{ key: string, label: string, colour: string | null }>, scale: { likelihood: Array<{ value: number, label: string, help: string }>, impact: Array<{ value: number, label: string, help: string }>, levels: Array<{ key: string, label: string, minimumScore: number, colour: string }>, cells: Array<Array<{ key: string, label: string, minimumScore: number, colour: string }>> } | null }> } | null };

export type UpdateRecordsMutationVariables = Exact<{
  input: UpdateRecordsInput;
}>;


export type UpdateRecordsMutation = { updateRecords: { records: Array<{ id: string, version: number }>, problems: Array<{ record: { id: string, number: number, code: string, title: string }, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> }>, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type ComparedWithBackupQueryVariables = Exact<{
  restoreId: string | number;
  recordIds: Array<string | number> | string | number;
}>;


export type ComparedWithBackupQuery = { comparedWithBackup: Array<{ recordId: string, code: string, title: string, state: BackupComparisonState, leftOut: Array<string>, changes: Array<{ fieldKey: string, fieldLabel: string, before: string | null, after: string | null }> }> };

export type TakeFromBackupMutationVariables = Exact<{
  input: TakeFromBackupInput;
}>;


export type TakeFromBackupMutation = { takeFromBackup: { records: Array<{ id: string, number: number, code: string, form: { key: string } }>, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RegisterTotalsQueryVariables = Exact<{
  key: string;
  filter?: RecordFilter | null | undefined;
  fields: Array<string> | string;
}>;


export type RegisterTotalsQuery = { form: { id: string, records: { totals: Array<{ key: string, count: number, sum: number | null, average: number | null, minimum: number | null, maximum: number | null }> } } | null };

type ValueInList_ChecklistValue_Fragment = { __typename: 'ChecklistValue', ticked: number, total: number };

type ValueInList_ChoiceValue_Fragment = { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> };

type ValueInList_ColourValue_Fragment = { __typename: 'ColourValue', hex: string };

type ValueInList_CountryValue_Fragment = { __typename: 'CountryValue', countries: Array<{ code: string }> };

type ValueInList_DateTimeValue_Fragment = { __typename: 'DateTimeValue', at: string };

type ValueInList_DateValue_Fragment = { __typename: 'DateValue', date: string };

type ValueInList_DeadlineValue_Fragment = { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState };

type ValueInList_FileValue_Fragment = { __typename: 'FileValue', files: Array<{ id: string, fileName: string }> };

type ValueInList_GroupValue_Fragment = { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> };

type ValueInList_LikelihoodImpactValue_Fragment = { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } };

type ValueInList_NumberValue_Fragment = { __typename: 'NumberValue', number: number };

type ValueInList_ReferenceValue_Fragment = { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> };

type ValueInList_RichTextValue_Fragment = { __typename: 'RichTextValue', plainText: string };

type ValueInList_TextValue_Fragment = { __typename: 'TextValue', text: string };

type ValueInList_UserValue_Fragment = { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> };

type ValueInList_WebLinkValue_Fragment = { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> };

type ValueInList_WordsValue_Fragment = { __typename: 'WordsValue', words: Array<string> };

type ValueInList_YesNoNaValue_Fragment = { __typename: 'YesNoNaValue', answer: YesNoNa };

export type ValueInListFragment =
  | ValueInList_ChecklistValue_Fragment
  | ValueInList_ChoiceValue_Fragment
  | ValueInList_ColourValue_Fragment
  | ValueInList_CountryValue_Fragment
  | ValueInList_DateTimeValue_Fragment
  | ValueInList_DateValue_Fragment
  | ValueInList_DeadlineValue_Fragment
  | ValueInList_FileValue_Fragment
  | ValueInList_GroupValue_Fragment
  | ValueInList_LikelihoodImpactValue_Fragment
  | ValueInList_NumberValue_Fragment
  | ValueInList_ReferenceValue_Fragment
  | ValueInList_RichTextValue_Fragment
  | ValueInList_TextValue_Fragment
  | ValueInList_UserValue_Fragment
  | ValueInList_WebLinkValue_Fragment
  | ValueInList_WordsValue_Fragment
  | ValueInList_YesNoNaValue_Fragment
;

type ValueInFull_ChecklistValue_Fragment = { __typename: 'ChecklistValue', ticked: number, total: number, items: Array<{ key: string, label: string, isTicked: boolean }> };

type ValueInFull_ChoiceValue_Fragment = { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> };

type ValueInFull_ColourValue_Fragment = { __typename: 'ColourValue', hex: string };

type ValueInFull_CountryValue_Fragment = { __typename: 'CountryValue', countries: Array<{ code: string }> };

type ValueInFull_DateTimeValue_Fragment = { __typename: 'DateTimeValue', at: string };

type ValueInFull_DateValue_Fragment = { __typename: 'DateValue', date: string };

type ValueInFull_DeadlineValue_Fragment = { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState };

type ValueInFull_FileValue_Fragment = { __typename: 'FileValue', files: Array<{ mediaType: string, byteSize: number, uploadedAt: string, id: string, fileName: string }> };

type ValueInFull_GroupValue_Fragment = { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> };

type ValueInFull_LikelihoodImpactValue_Fragment = { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } };

type ValueInFull_NumberValue_Fragment = { __typename: 'NumberValue', number: number };

type ValueInFull_ReferenceValue_Fragment = { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> };

type ValueInFull_RichTextValue_Fragment = { __typename: 'RichTextValue', html: string, plainText: string };

type ValueInFull_TextValue_Fragment = { __typename: 'TextValue', text: string };

type ValueInFull_UserValue_Fragment = { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> };

type ValueInFull_WebLinkValue_Fragment = { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> };

type ValueInFull_WordsValue_Fragment = { __typename: 'WordsValue', words: Array<string> };

type ValueInFull_YesNoNaValue_Fragment = { __typename: 'YesNoNaValue', answer: YesNoNa };

export type ValueInFullFragment =
  | ValueInFull_ChecklistValue_Fragment
  | ValueInFull_ChoiceValue_Fragment
  | ValueInFull_ColourValue_Fragment
  | ValueInFull_CountryValue_Fragment
  | ValueInFull_DateTimeValue_Fragment
  | ValueInFull_DateValue_Fragment
  | ValueInFull_DeadlineValue_Fragment
  | ValueInFull_FileValue_Fragment
  | ValueInFull_GroupValue_Fragment
  | ValueInFull_LikelihoodImpactValue_Fragment
  | ValueInFull_NumberValue_Fragment
  | ValueInFull_ReferenceValue_Fragment
  | ValueInFull_RichTextValue_Fragment
  | ValueInFull_TextValue_Fragment
  | ValueInFull_UserValue_Fragment
  | ValueInFull_WebLinkValue_Fragment
  | ValueInFull_WordsValue_Fragment
  | ValueInFull_YesNoNaValue_Fragment
;

export type ListValueFragment = { key: string, value:
    | { __typename: 'ChecklistValue', ticked: number, total: number }
    | { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> }
    | { __typename: 'ColourValue', hex: string }
    | { __typename: 'CountryValue', countries: Array<{ code: string }> }
    | { __typename: 'DateTimeValue', at: string }
    | { __typename: 'DateValue', date: string }
    | { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState }
    | { __typename: 'FileValue', files: Array<{ id: string, fileName: string }> }
    | { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> }
    | { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } }
    | { __typename: 'NumberValue', number: number }
    | { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> }
    | { __typename: 'RichTextValue', plainText: string }
    | { __typename: 'TextValue', text: string }
    | { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> }
    | { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> }
    | { __typename: 'WordsValue', words: Array<string> }
    | { __typename: 'YesNoNaValue', answer: YesNoNa }
   | null };

export type FullValueFragment = { key: string, value:
    | { __typename: 'ChecklistValue', ticked: number, total: number, items: Array<{ key: string, label: string, isTicked: boolean }> }
    | { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> }
    | { __typename: 'ColourValue', hex: string }
    | { __typename: 'CountryValue', countries: Array<{ code: string }> }
    | { __typename: 'DateTimeValue', at: string }
    | { __typename: 'DateValue', date: string }
    | { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState }
    | { __typename: 'FileValue', files: Array<{ mediaType: string, byteSize: number, uploadedAt: string, id: string, fileName: string }> }
    | { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> }
    | { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } }
    | { __typename: 'NumberValue', number: number }
    | { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> }
    | { __typename: 'RichTextValue', html: string, plainText: string }
    | { __typename: 'TextValue', text: string }
    | { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> }
    | { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> }
    | { __typename: 'WordsValue', words: Array<string> }
    | { __typename: 'YesNoNaValue', answer: YesNoNa }
   | null };

export type LinkedColumnsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  keys: Array<string> | string;
}>;


export type LinkedColumnsQuery = { nodes: Array<
    | { __typename: 'AccessGrant' }
    | { __typename: 'Account' }
    | { __typename: 'ApiToken' }
    | { __typename: 'AuditEvent' }
    | { __typename: 'Comment' }
    | { __typename: 'Form' }
    | { __typename: 'Group' }
    | { __typename: 'Job' }
    | { __typename: 'Mail' }
    | { __typename: 'Passkey' }
    | { __typename: 'Record', id: string, values: Array<{ key: string, value:
          | { __typename: 'ChecklistValue', ticked: number, total: number }
          | { __typename: 'ChoiceValue', options: Array<{ key: string, label: string, colour: string | null }> }
          | { __typename: 'ColourValue', hex: string }
          | { __typename: 'CountryValue', countries: Array<{ code: string }> }
          | { __typename: 'DateTimeValue', at: string }
          | { __typename: 'DateValue', date: string }
          | { __typename: 'DeadlineValue', dueAt: string, stoppedAt: string | null, state: DeadlineState }
          | { __typename: 'FileValue', files: Array<{ id: string, fileName: string }> }
          | { __typename: 'GroupValue', groups: Array<{ id: string, name: string }> }
          | { __typename: 'LikelihoodImpactValue', likelihood: number, impact: number, score: number, level: { key: string, label: string, colour: string } }
          | { __typename: 'NumberValue', number: number }
          | { __typename: 'ReferenceValue', records: Array<{ id: string, code: string, number: number, title: string, form: { key: string } }> }
          | { __typename: 'RichTextValue', plainText: string }
          | { __typename: 'TextValue', text: string }
          | { __typename: 'UserValue', users: Array<{ id: string, displayName: string }> }
          | { __typename: 'WebLinkValue', links: Array<{ url: string, title: string }> }
          | { __typename: 'WordsValue', words: Array<string> }
          | { __typename: 'YesNoNaValue', answer: YesNoNa }
         | null }> }
    | { __typename: 'Session' }
    | { __typename: 'User' }
   | null> };

export type RegisterViewsQueryVariables = Exact<{
  key: string;
}>;


export type RegisterViewsQuery = { form: { id: string, savedViews: Array<{ id: string, name: string, isShared: boolean, search: string, viewerCanEdit: boolean, owner: { id: string, displayName: string } | null }> } | null };

export type SaveViewMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type SaveViewMutation = { saveView: { savedView: { id: string } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type DeleteViewMutationVariables = Exact<{
  input: DeleteViewInput;
}>;


export type DeleteViewMutation = { deleteView: { userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type RiskCriteriaQueryVariables = Exact<{
  locale: Locale;
}>;


export type RiskCriteriaQuery = { riskCriteria: { version: number, viewerCanEdit: boolean, acceptableLevel: { key: string } | null, scale: { likelihood: Array<{ label: string, help: string }>, impact: Array<{ label: string, help: string }>, levels: Array<{ key: string, label: string, minimumScore: number, colour: string }>, cells: Array<Array<{ key: string }>> } } };

export type UpdateRiskCriteriaMutationVariables = Exact<{
  input: UpdateRiskCriteriaInput;
}>;


export type UpdateRiskCriteriaMutation = { updateRiskCriteria: { riskCriteria: { version: number } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export type UpdatePreferencesMutationVariables = Exact<{
  input: UpdatePreferencesInput;
}>;


export type UpdatePreferencesMutation = { updatePreferences: { viewer: { locale: Locale, preferences: Record<string, unknown> } | null, userErrors: Array<{ code: string, path: Array<string>, params: Record<string, unknown> }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RestorePartsFragmentDoc = new TypedDocumentString(`
    fragment RestoreParts on Restore {
  id
  purpose
  backup {
    id
    tier
    takenAt
  }
  askedBy {
    id
    displayName
  }
  askedAt
  reason
  state
  finishedAt
  failure
  openUntil
}
    `, {"fragmentName":"RestoreParts"}) as unknown as TypedDocumentString<RestorePartsFragment, unknown>;
export const ChartPartsFragmentDoc = new TypedDocumentString(`
    fragment ChartParts on Chart {
  key
  title
  titleNl: title(locale: NL)
  titleEn: title(locale: EN)
  kind
  groupBy
  splitBy
  interval
  measure
  measureField
  field
  isOpenOnly
  tests {
    fieldKey
    anyOf
    isFilled
    from
    to
  }
}
    `, {"fragmentName":"ChartParts"}) as unknown as TypedDocumentString<ChartPartsFragment, unknown>;
export const ChartDataPartsFragmentDoc = new TypedDocumentString(`
    fragment ChartDataParts on ChartData {
  groups {
    key
    label
    colour
    filter
  }
  series {
    key
    label
    colour
    filter
  }
  cells {
    group
    series
    value
    colour
    filter
  }
  total
  clocks {
    record {
      id
      number
      code
      title
    }
    dueAt
    state
  }
}
    `, {"fragmentName":"ChartDataParts"}) as unknown as TypedDocumentString<ChartDataPartsFragment, unknown>;
export const ChartFormPartsFragmentDoc = new TypedDocumentString(`
    fragment ChartFormParts on Form {
  id
  key
  name
  icon
}
    `, {"fragmentName":"ChartFormParts"}) as unknown as TypedDocumentString<ChartFormPartsFragment, unknown>;
export const BoardFactsFragmentDoc = new TypedDocumentString(`
    fragment BoardFacts on Dashboard {
  id
  name
  isShared
  isHome
  version
  viewerCanEdit
  owner {
    id
    displayName
  }
}
    `, {"fragmentName":"BoardFacts"}) as unknown as TypedDocumentString<BoardFactsFragment, unknown>;
export const FirewallRulePartsFragmentDoc = new TypedDocumentString(`
    fragment FirewallRuleParts on FirewallRule {
  id
  channel
  action
  network
  note
  endsOn
  isInForce
}
    `, {"fragmentName":"FirewallRuleParts"}) as unknown as TypedDocumentString<FirewallRulePartsFragment, unknown>;
export const FirewallLimitPartsFragmentDoc = new TypedDocumentString(`
    fragment FirewallLimitParts on FirewallLimits {
  perAddressPerMinute
  perAccountPerMinute
  perTokenPerMinute
  concurrentRequests
  onTrip
  blockMinutes
}
    `, {"fragmentName":"FirewallLimitParts"}) as unknown as TypedDocumentString<FirewallLimitPartsFragment, unknown>;
export const FirewallPartsFragmentDoc = new TypedDocumentString(`
    fragment FirewallParts on Firewall {
  version
  rules {
    ...FirewallRuleParts
  }
  limits {
    ...FirewallLimitParts
  }
  defaultLimits {
    ...FirewallLimitParts
  }
  viewerAddress
  updatedAt
  updatedBy {
    id
    displayName
  }
  pending {
    requestedAt
    requestedBy {
      id
      displayName
    }
    expiresAt
    rules {
      ...FirewallRuleParts
    }
    limits {
      ...FirewallLimitParts
    }
  }
}
    fragment FirewallRuleParts on FirewallRule {
  id
  channel
  action
  network
  note
  endsOn
  isInForce
}
fragment FirewallLimitParts on FirewallLimits {
  perAddressPerMinute
  perAccountPerMinute
  perTokenPerMinute
  concurrentRequests
  onTrip
  blockMinutes
}`, {"fragmentName":"FirewallParts"}) as unknown as TypedDocumentString<FirewallPartsFragment, unknown>;
export const TermPartsFragmentDoc = new TypedDocumentString(`
    fragment TermParts on Term {
  hours
  days
  months
}
    `, {"fragmentName":"TermParts"}) as unknown as TypedDocumentString<TermPartsFragment, unknown>;
export const JobFactsFragmentDoc = new TypedDocumentString(`
    fragment JobFacts on Job {
  id
  kind
  state
  createdAt
  finishedAt
  done
  total
  downloadUrl
  fileName
  errors {
    code
    path
    params
  }
  importSummary {
    created
    updated
    unchanged
    formKey
  }
}
    `, {"fragmentName":"JobFacts"}) as unknown as TypedDocumentString<JobFactsFragment, unknown>;
export const UpgradePartsFragmentDoc = new TypedDocumentString(`
    fragment UpgradeParts on FormUpgrade {
  key
  name
  isNew
  obstacle
  changes {
    kind
    path
    label
    before
    after
  }
  conflicts {
    path
    kept
    offered
  }
}
    `, {"fragmentName":"UpgradeParts"}) as unknown as TypedDocumentString<UpgradePartsFragment, unknown>;
export const UserImportPreviewPartsFragmentDoc = new TypedDocumentString(`
    fragment UserImportPreviewParts on UserImportPreview {
  rowCount
  rows {
    row
    displayName
    email
    username
    role
    groups
    accessEndsOn
  }
  errors {
    row
    column
    header
    code
    params
  }
}
    `, {"fragmentName":"UserImportPreviewParts"}) as unknown as TypedDocumentString<UserImportPreviewPartsFragment, unknown>;
export const GrantPartsFragmentDoc = new TypedDocumentString(`
    fragment GrantParts on AccessGrant {
  id
  kind
  user {
    id
    displayName
    username
  }
  account {
    id
    email
    status
    hasSecondFactor
    hasPasskey
  }
  organisation
  reason
  role
  forms {
    id
    key
    name
  }
  startsAt
  endsOn
  grantedBy {
    id
    displayName
  }
  withdrawnAt
  withdrawnBy {
    id
    displayName
  }
  isInForce
  lastVisitAt
  visitCount
  version
}
    `, {"fragmentName":"GrantParts"}) as unknown as TypedDocumentString<GrantPartsFragment, unknown>;
export const AccountRowFragmentDoc = new TypedDocumentString(`
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}
    `, {"fragmentName":"AccountRow"}) as unknown as TypedDocumentString<AccountRowFragment, unknown>;
export const AccountPartsFragmentDoc = new TypedDocumentString(`
    fragment AccountParts on Account {
  ...AccountRow
  pendingEmail
  locale
  createdAt
  openRecordCount
  version
  viewerCanEdit
  viewerCanResetSecondFactor
}
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}`, {"fragmentName":"AccountParts"}) as unknown as TypedDocumentString<AccountPartsFragment, unknown>;
export const CommentPartsFragmentDoc = new TypedDocumentString(`
    fragment CommentParts on Comment {
  id
  html
  createdAt
  editedAt
  isDeleted
  viewerCanEdit
  viewerCanDelete
  author {
    id
    displayName
  }
}
    `, {"fragmentName":"CommentParts"}) as unknown as TypedDocumentString<CommentPartsFragment, unknown>;
export const LifecycleOutcomeFragmentDoc = new TypedDocumentString(`
    fragment LifecycleOutcome on RecordsPayload {
  records {
    id
    version
  }
  userErrors {
    code
    path
    params
  }
}
    `, {"fragmentName":"LifecycleOutcome"}) as unknown as TypedDocumentString<LifecycleOutcomeFragment, unknown>;
export const ValueInListFragmentDoc = new TypedDocumentString(`
    fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}
    `, {"fragmentName":"ValueInList"}) as unknown as TypedDocumentString<ValueInListFragment, unknown>;
export const ValueInFullFragmentDoc = new TypedDocumentString(`
    fragment ValueInFull on Value {
  ...ValueInList
  ... on RichTextValue {
    html
  }
  ... on ChecklistValue {
    items {
      key
      label
      isTicked
    }
  }
  ... on FileValue {
    files {
      mediaType
      byteSize
      uploadedAt
    }
  }
}
    fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}`, {"fragmentName":"ValueInFull"}) as unknown as TypedDocumentString<ValueInFullFragment, unknown>;
export const FullValueFragmentDoc = new TypedDocumentString(`
    fragment FullValue on FieldValue {
  key
  value {
    ...ValueInFull
  }
}
    fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}
fragment ValueInFull on Value {
  ...ValueInList
  ... on RichTextValue {
    html
  }
  ... on ChecklistValue {
    items {
      key
      label
      isTicked
    }
  }
  ... on FileValue {
    files {
      mediaType
      byteSize
      uploadedAt
    }
  }
}`, {"fragmentName":"FullValue"}) as unknown as TypedDocumentString<FullValueFragment, unknown>;
export const RecordPartsFragmentDoc = new TypedDocumentString(`
    fragment RecordParts on Record {
  id
  number
  code
  title
  version
  isArchived
  isDeleted
  deletedAt
  deletedBy {
    id
    displayName
  }
  viewerCanEdit
  viewerCanArchive
  viewerCanDelete
  viewerCanPurge
  viewerCanComment
  createdAt
  updatedAt
  createdBy {
    id
    displayName
  }
  updatedBy {
    id
    displayName
  }
  status {
    key
    label
    kind
    colour
    nextKeys
  }
  values {
    ...FullValue
  }
}
    fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}
fragment ValueInFull on Value {
  ...ValueInList
  ... on RichTextValue {
    html
  }
  ... on ChecklistValue {
    items {
      key
      label
      isTicked
    }
  }
  ... on FileValue {
    files {
      mediaType
      byteSize
      uploadedAt
    }
  }
}
fragment FullValue on FieldValue {
  key
  value {
    ...ValueInFull
  }
}`, {"fragmentName":"RecordParts"}) as unknown as TypedDocumentString<RecordPartsFragment, unknown>;
export const ScalePartsFragmentDoc = new TypedDocumentString(`
    fragment ScaleParts on RiskScale {
  likelihood {
    value
    label
    help
  }
  impact {
    value
    label
    help
  }
  levels {
    key
    label
    minimumScore
    colour
  }
  cells {
    key
    label
    minimumScore
    colour
  }
}
    `, {"fragmentName":"ScaleParts"}) as unknown as TypedDocumentString<ScalePartsFragment, unknown>;
export const ConditionPartsFragmentDoc = new TypedDocumentString(`
    fragment ConditionParts on FieldCondition {
  isAny
  tests {
    fieldKey
    anyOf
    isFilled
    from
    to
  }
}
    `, {"fragmentName":"ConditionParts"}) as unknown as TypedDocumentString<ConditionPartsFragment, unknown>;
export const ListValueFragmentDoc = new TypedDocumentString(`
    fragment ListValue on FieldValue {
  key
  value {
    ...ValueInList
  }
}
    fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}`, {"fragmentName":"ListValue"}) as unknown as TypedDocumentString<ListValueFragment, unknown>;
export const MyAccountDocument = new TypedDocumentString(`
    query MyAccount {
  viewer {
    recoveryCodesLeft
    account {
      id
      kind
      user {
        displayName
        username
      }
      email
      pendingEmail
      role
      groups {
        id
        name
      }
      accessEndsOn
      version
    }
  }
}
    `) as unknown as TypedDocumentString<MyAccountQuery, MyAccountQueryVariables>;
export const ChangeUsernameDocument = new TypedDocumentString(`
    mutation ChangeUsername($input: ChangeUsernameInput!) {
  changeUsername(input: $input) {
    account {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeUsernameMutation, ChangeUsernameMutationVariables>;
export const ChangeEmailDocument = new TypedDocumentString(`
    mutation ChangeEmail($input: ChangeEmailInput!) {
  changeEmail(input: $input) {
    account {
      pendingEmail
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeEmailMutation, ChangeEmailMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const BeginReplacementDocument = new TypedDocumentString(`
    mutation BeginReplacement {
  beginSecondFactorReplacement {
    enrollment {
      secret
      otpauthUri
      qrSvg
      accountName
      issuer
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<BeginReplacementMutation, BeginReplacementMutationVariables>;
export const ConfirmReplacementDocument = new TypedDocumentString(`
    mutation ConfirmReplacement($input: CodeInput!) {
  confirmSecondFactorReplacement(input: $input) {
    codes
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmReplacementMutation, ConfirmReplacementMutationVariables>;
export const RegenerateRecoveryCodesDocument = new TypedDocumentString(`
    mutation RegenerateRecoveryCodes {
  regenerateRecoveryCodes {
    codes
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<RegenerateRecoveryCodesMutation, RegenerateRecoveryCodesMutationVariables>;
export const PasskeysDocument = new TypedDocumentString(`
    query Passkeys {
  passkeys {
    id
    name
    createdAt
    lastUsedAt
  }
}
    `) as unknown as TypedDocumentString<PasskeysQuery, PasskeysQueryVariables>;
export const BeginPasskeyRegistrationDocument = new TypedDocumentString(`
    mutation BeginPasskeyRegistration {
  beginPasskeyRegistration {
    options
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<BeginPasskeyRegistrationMutation, BeginPasskeyRegistrationMutationVariables>;
export const FinishPasskeyRegistrationDocument = new TypedDocumentString(`
    mutation FinishPasskeyRegistration($input: FinishPasskeyRegistrationInput!) {
  finishPasskeyRegistration(input: $input) {
    passkey {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<FinishPasskeyRegistrationMutation, FinishPasskeyRegistrationMutationVariables>;
export const RenamePasskeyDocument = new TypedDocumentString(`
    mutation RenamePasskey($input: RenamePasskeyInput!) {
  renamePasskey(input: $input) {
    passkey {
      id
      name
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<RenamePasskeyMutation, RenamePasskeyMutationVariables>;
export const RemovePasskeyDocument = new TypedDocumentString(`
    mutation RemovePasskey($input: RemovePasskeyInput!) {
  removePasskey(input: $input) {
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<RemovePasskeyMutation, RemovePasskeyMutationVariables>;
export const SessionsDocument = new TypedDocumentString(`
    query Sessions {
  sessions {
    id
    createdAt
    lastSeenAt
    device
    address
    countryCode
    isCurrent
  }
}
    `) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($input: EndSessionInput!) {
  endSession(input: $input) {
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = new TypedDocumentString(`
    mutation EndOtherSessions {
  endOtherSessions {
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const ApiTokensDocument = new TypedDocumentString(`
    query ApiTokens($ofEverybody: Boolean!) {
  apiTokens(ofEverybody: $ofEverybody) {
    id
    name
    prefix
    owner {
      id
      displayName
    }
    canWrite
    forms {
      id
      name
    }
    networks
    createdAt
    expiresOn
    lastUsedAt
    lastUsedAddress
    revokedAt
    isGood
  }
}
    `) as unknown as TypedDocumentString<ApiTokensQuery, ApiTokensQueryVariables>;
export const CreateApiTokenDocument = new TypedDocumentString(`
    mutation CreateApiToken($input: CreateApiTokenInput!) {
  createApiToken(input: $input) {
    apiToken {
      id
      name
    }
    secret
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<CreateApiTokenMutation, CreateApiTokenMutationVariables>;
export const RevokeApiTokenDocument = new TypedDocumentString(`
    mutation RevokeApiToken($input: RevokeApiTokenInput!) {
  revokeApiToken(input: $input) {
    apiToken {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const RegisterMenuDocument = new TypedDocumentString(`
    query RegisterMenu {
  forms {
    id
    key
    origin
    name
    singularName
    icon
    category
    numberPrefix
    recordCount
    viewerCanCreate
  }
}
    `) as unknown as TypedDocumentString<RegisterMenuQuery, RegisterMenuQueryVariables>;
export const RecordByCodeDocument = new TypedDocumentString(`
    query RecordByCode($formKey: String!, $number: Int!) {
  recordByNumber(formKey: $formKey, number: $number) {
    id
    code
    title
    number
  }
}
    `) as unknown as TypedDocumentString<RecordByCodeQuery, RecordByCodeQueryVariables>;
export const ExportArchiveDocument = new TypedDocumentString(`
    mutation ExportArchive($input: ExportArchiveInput!) {
  exportArchive(input: $input) {
    job {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ExportArchiveMutation, ExportArchiveMutationVariables>;
export const AuditEventsDocument = new TypedDocumentString(`
    query AuditEvents($filter: AuditFilter, $first: Int, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      seq
      at
      actorKind
      actor {
        id
      }
      actorName
      action
      subjectKind
      subjectId
      subjectName
      changes {
        field
        before
        after
      }
      details
      address
      isRefusal
      isErased
      hash
    }
  }
}
    `) as unknown as TypedDocumentString<AuditEventsQuery, AuditEventsQueryVariables>;
export const AuditActionsDocument = new TypedDocumentString(`
    query AuditActions {
  auditActions
}
    `) as unknown as TypedDocumentString<AuditActionsQuery, AuditActionsQueryVariables>;
export const AuditChainDocument = new TypedDocumentString(`
    query AuditChain {
  auditChain {
    length
    headHash
    publishedAt
    publishedSeq
    verifiedAt
    verifiedSeq
    isIntact
    problem {
      code
      path
      params
    }
    publicKey
  }
}
    `) as unknown as TypedDocumentString<AuditChainQuery, AuditChainQueryVariables>;
export const VerifyAuditChainDocument = new TypedDocumentString(`
    mutation VerifyAuditChain {
  verifyAuditChain {
    job {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<VerifyAuditChainMutation, VerifyAuditChainMutationVariables>;
export const StartAuditExportDocument = new TypedDocumentString(`
    mutation StartAuditExport($input: StartAuditExportInput!) {
  startAuditExport(input: $input) {
    job {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<StartAuditExportMutation, StartAuditExportMutationVariables>;
export const AccountLinkDocument = new TypedDocumentString(`
    query AccountLink($token: String!) {
  accountLink(token: $token) {
    purpose
    username
    displayName
    email
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<AccountLinkQuery, AccountLinkQueryVariables>;
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($input: ChoosePasswordInput!) {
  acceptInvitation(input: $input) {
    ticket
    nextStep
    hasPasskey
    hasRecoveryCodes
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($input: ChoosePasswordInput!) {
  resetPassword(input: $input) {
    username
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const ConfirmEmailDocument = new TypedDocumentString(`
    mutation ConfirmEmail($input: ConfirmEmailInput!) {
  confirmEmail(input: $input) {
    isConfirmed
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmEmailMutation, ConfirmEmailMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    user {
      id
      displayName
      username
    }
    role
    locale
    canManageForms
    canExport
    canImport
    canSeePeople
    canManagePeople
    canReadAuditLog
    canManageFirewall
    canTakeArchive
    canSeeBackups
    canRestoreBackups
    preferences
    hasPasskey
    accessEndsOn
    canMakeApiTokens
  }
  environment {
    id
    name
    host
    locale
    hasOutbox
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    ticket
    nextStep
    hasPasskey
    hasRecoveryCodes
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const VerifySecondFactorDocument = new TypedDocumentString(`
    mutation VerifySecondFactor($input: VerifySecondFactorInput!) {
  verifySecondFactor(input: $input) {
    viewer {
      role
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<VerifySecondFactorMutation, VerifySecondFactorMutationVariables>;
export const UseRecoveryCodeDocument = new TypedDocumentString(`
    mutation UseRecoveryCode($input: UseRecoveryCodeInput!) {
  useRecoveryCode(input: $input) {
    viewer {
      role
    }
    recoveryCodesLeft
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<UseRecoveryCodeMutation, UseRecoveryCodeMutationVariables>;
export const BeginPasskeyVerificationDocument = new TypedDocumentString(`
    mutation BeginPasskeyVerification($input: BeginPasskeyVerificationInput!) {
  beginPasskeyVerification(input: $input) {
    options
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<BeginPasskeyVerificationMutation, BeginPasskeyVerificationMutationVariables>;
export const VerifyPasskeyDocument = new TypedDocumentString(`
    mutation VerifyPasskey($input: VerifyPasskeyInput!) {
  verifyPasskey(input: $input) {
    viewer {
      role
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<VerifyPasskeyMutation, VerifyPasskeyMutationVariables>;
export const BeginEnrollmentDocument = new TypedDocumentString(`
    mutation BeginEnrollment($input: BeginSecondFactorEnrollmentInput!) {
  beginSecondFactorEnrollment(input: $input) {
    enrollment {
      secret
      otpauthUri
      qrSvg
      accountName
      issuer
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<BeginEnrollmentMutation, BeginEnrollmentMutationVariables>;
export const ConfirmEnrollmentDocument = new TypedDocumentString(`
    mutation ConfirmEnrollment($input: ConfirmSecondFactorEnrollmentInput!) {
  confirmSecondFactorEnrollment(input: $input) {
    viewer {
      role
    }
    recoveryCodes
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmEnrollmentMutation, ConfirmEnrollmentMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const StepUpDocument = new TypedDocumentString(`
    mutation StepUp($input: StepUpInput!) {
  stepUp(input: $input) {
    freshUntil
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<StepUpMutation, StepUpMutationVariables>;
export const BeginPasskeyStepUpDocument = new TypedDocumentString(`
    mutation BeginPasskeyStepUp {
  beginPasskeyStepUp {
    options
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<BeginPasskeyStepUpMutation, BeginPasskeyStepUpMutationVariables>;
export const BackupsDocument = new TypedDocumentString(`
    query Backups {
  backups {
    isSetUp
    lastDrillAt
    isLastDrillNoticed
    isKeeperSound
    places {
      tier
      nextAt
      lastTakenAt
      lastProvenTakenAt
      overdueSince
    }
    runs {
      id
      tier
      reason
      state
      dueAt
      begunAt
      attempts
      doneBytes
      totalBytes
      finishedAt
      nextAttemptAt
      takenAt
      sequence
      databaseBytes
      files
      fileBytes
      provenAt
      proofSeconds
      provenRows
      removedAt
      canBeRestored
    }
    restores {
      ...RestoreParts
    }
  }
}
    fragment RestoreParts on Restore {
  id
  purpose
  backup {
    id
    tier
    takenAt
  }
  askedBy {
    id
    displayName
  }
  askedAt
  reason
  state
  finishedAt
  failure
  openUntil
}`) as unknown as TypedDocumentString<BackupsQuery, BackupsQueryVariables>;
export const MakeBackupDocument = new TypedDocumentString(`
    mutation MakeBackup {
  makeBackup {
    backup {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<MakeBackupMutation, MakeBackupMutationVariables>;
export const RequestRestoreDocument = new TypedDocumentString(`
    mutation RequestRestore($input: RequestRestoreInput!) {
  requestRestore(input: $input) {
    restore {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<RequestRestoreMutation, RequestRestoreMutationVariables>;
export const OpenBackupDocument = new TypedDocumentString(`
    mutation OpenBackup($input: OpenBackupInput!) {
  openBackup(input: $input) {
    restore {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<OpenBackupMutation, OpenBackupMutationVariables>;
export const CancelRestoreDocument = new TypedDocumentString(`
    mutation CancelRestore($id: ID!) {
  cancelRestore(id: $id) {
    restore {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<CancelRestoreMutation, CancelRestoreMutationVariables>;
export const FormChartsDocument = new TypedDocumentString(`
    query FormCharts($key: String!) {
  form(key: $key) {
    ...ChartFormParts
    charts {
      ...ChartParts
    }
  }
}
    fragment ChartParts on Chart {
  key
  title
  titleNl: title(locale: NL)
  titleEn: title(locale: EN)
  kind
  groupBy
  splitBy
  interval
  measure
  measureField
  field
  isOpenOnly
  tests {
    fieldKey
    anyOf
    isFilled
    from
    to
  }
}
fragment ChartFormParts on Form {
  id
  key
  name
  icon
}`) as unknown as TypedDocumentString<FormChartsQuery, FormChartsQueryVariables>;
export const DashboardFiguresDocument = new TypedDocumentString(`
    query DashboardFigures($key: String!, $chart: ChartInput!) {
  form(key: $key) {
    id
    chartData(chart: $chart) {
      ...ChartDataParts
    }
  }
}
    fragment ChartDataParts on ChartData {
  groups {
    key
    label
    colour
    filter
  }
  series {
    key
    label
    colour
    filter
  }
  cells {
    group
    series
    value
    colour
    filter
  }
  total
  clocks {
    record {
      id
      number
      code
      title
    }
    dueAt
    state
  }
}`) as unknown as TypedDocumentString<DashboardFiguresQuery, DashboardFiguresQueryVariables>;
export const ExportChartDocument = new TypedDocumentString(`
    mutation ExportChart($input: ExportChartInput!) {
  exportChart(input: $input) {
    file {
      fileName
      mediaType
      base64
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ExportChartMutation, ExportChartMutationVariables>;
export const LatestChangesDocument = new TypedDocumentString(`
    query LatestChanges {
  forms {
    key
    icon
    records(sort: {by: UPDATED_AT, direction: DESC}, first: 8) {
      nodes {
        id
        number
        code
        title
        updatedAt
        updatedBy {
          displayName
        }
        status {
          label
          colour
          kind
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LatestChangesQuery, LatestChangesQueryVariables>;
export const DashboardBoardsDocument = new TypedDocumentString(`
    query DashboardBoards {
  dashboards {
    ...BoardFacts
  }
}
    fragment BoardFacts on Dashboard {
  id
  name
  isShared
  isHome
  version
  viewerCanEdit
  owner {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<DashboardBoardsQuery, DashboardBoardsQueryVariables>;
export const DashboardBoardDocument = new TypedDocumentString(`
    query DashboardBoard($id: ID!) {
  dashboard(id: $id) {
    ...BoardFacts
    hiddenCards
    cards {
      id
      width
      form {
        ...ChartFormParts
      }
      chart {
        ...ChartParts
      }
      data {
        ...ChartDataParts
      }
    }
  }
}
    fragment ChartParts on Chart {
  key
  title
  titleNl: title(locale: NL)
  titleEn: title(locale: EN)
  kind
  groupBy
  splitBy
  interval
  measure
  measureField
  field
  isOpenOnly
  tests {
    fieldKey
    anyOf
    isFilled
    from
    to
  }
}
fragment ChartDataParts on ChartData {
  groups {
    key
    label
    colour
    filter
  }
  series {
    key
    label
    colour
    filter
  }
  cells {
    group
    series
    value
    colour
    filter
  }
  total
  clocks {
    record {
      id
      number
      code
      title
    }
    dueAt
    state
  }
}
fragment ChartFormParts on Form {
  id
  key
  name
  icon
}
fragment BoardFacts on Dashboard {
  id
  name
  isShared
  isHome
  version
  viewerCanEdit
  owner {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<DashboardBoardQuery, DashboardBoardQueryVariables>;
export const SaveBoardDocument = new TypedDocumentString(`
    mutation SaveBoard($input: SaveDashboardInput!) {
  saveDashboard(input: $input) {
    dashboard {
      ...BoardFacts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment BoardFacts on Dashboard {
  id
  name
  isShared
  isHome
  version
  viewerCanEdit
  owner {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<SaveBoardMutation, SaveBoardMutationVariables>;
export const DeleteBoardDocument = new TypedDocumentString(`
    mutation DeleteBoard($input: DeleteDashboardInput!) {
  deleteDashboard(input: $input) {
    deletedId
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteBoardMutation, DeleteBoardMutationVariables>;
export const DashboardOverviewDocument = new TypedDocumentString(`
    query DashboardOverview {
  forms {
    id
    key
    name
    singularName
    icon
    category
    recordCount
    viewerCanCreate
    statusCounts {
      count
      status {
        key
        label
        kind
        colour
      }
    }
    fields {
      key
      kind
      label
      isInList
    }
  }
}
    `) as unknown as TypedDocumentString<DashboardOverviewQuery, DashboardOverviewQueryVariables>;
export const RiskMatrixDocument = new TypedDocumentString(`
    query RiskMatrix($formKey: String!, $fieldKey: String!) {
  form(key: $formKey) {
    id
    riskMatrix(fieldKey: $fieldKey) {
      likelihood
      impact
      score
      count
      level {
        key
        label
        colour
        minimumScore
      }
    }
    fields {
      key
      scale {
        likelihood {
          value
          label
        }
        impact {
          value
          label
        }
        levels {
          key
          label
          colour
          minimumScore
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RiskMatrixQuery, RiskMatrixQueryVariables>;
export const StartRecordExportDocument = new TypedDocumentString(`
    mutation StartRecordExport($input: StartRecordExportInput!) {
  startRecordExport(input: $input) {
    job {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<StartRecordExportMutation, StartRecordExportMutationVariables>;
export const StartExportDocument = new TypedDocumentString(`
    mutation StartExport($input: StartExportInput!) {
  startExport(input: $input) {
    job {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<StartExportMutation, StartExportMutationVariables>;
export const FirewallDocument = new TypedDocumentString(`
    query Firewall {
  firewall {
    ...FirewallParts
  }
}
    fragment FirewallRuleParts on FirewallRule {
  id
  channel
  action
  network
  note
  endsOn
  isInForce
}
fragment FirewallLimitParts on FirewallLimits {
  perAddressPerMinute
  perAccountPerMinute
  perTokenPerMinute
  concurrentRequests
  onTrip
  blockMinutes
}
fragment FirewallParts on Firewall {
  version
  rules {
    ...FirewallRuleParts
  }
  limits {
    ...FirewallLimitParts
  }
  defaultLimits {
    ...FirewallLimitParts
  }
  viewerAddress
  updatedAt
  updatedBy {
    id
    displayName
  }
  pending {
    requestedAt
    requestedBy {
      id
      displayName
    }
    expiresAt
    rules {
      ...FirewallRuleParts
    }
    limits {
      ...FirewallLimitParts
    }
  }
}`) as unknown as TypedDocumentString<FirewallQuery, FirewallQueryVariables>;
export const FirewallVerdictDocument = new TypedDocumentString(`
    query FirewallVerdict($address: String!, $channel: FirewallChannel!, $proposal: FirewallInput) {
  testFirewallAddress(address: $address, channel: $channel, proposal: $proposal) {
    isAllowed
    reason
    rule {
      network
      note
    }
    isBlockedUntil
  }
}
    `) as unknown as TypedDocumentString<FirewallVerdictQuery, FirewallVerdictQueryVariables>;
export const FirewallRefusalsDocument = new TypedDocumentString(`
    query FirewallRefusals($after: String) {
  firewallRefusals(first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      hour
      address
      channel
      reason
      count
      lastAt
    }
  }
}
    `) as unknown as TypedDocumentString<FirewallRefusalsQuery, FirewallRefusalsQueryVariables>;
export const SaveFirewallDocument = new TypedDocumentString(`
    mutation SaveFirewall($input: SaveFirewallInput!) {
  saveFirewall(input: $input) {
    firewall {
      ...FirewallParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment FirewallRuleParts on FirewallRule {
  id
  channel
  action
  network
  note
  endsOn
  isInForce
}
fragment FirewallLimitParts on FirewallLimits {
  perAddressPerMinute
  perAccountPerMinute
  perTokenPerMinute
  concurrentRequests
  onTrip
  blockMinutes
}
fragment FirewallParts on Firewall {
  version
  rules {
    ...FirewallRuleParts
  }
  limits {
    ...FirewallLimitParts
  }
  defaultLimits {
    ...FirewallLimitParts
  }
  viewerAddress
  updatedAt
  updatedBy {
    id
    displayName
  }
  pending {
    requestedAt
    requestedBy {
      id
      displayName
    }
    expiresAt
    rules {
      ...FirewallRuleParts
    }
    limits {
      ...FirewallLimitParts
    }
  }
}`) as unknown as TypedDocumentString<SaveFirewallMutation, SaveFirewallMutationVariables>;
export const ConfirmFirewallDocument = new TypedDocumentString(`
    mutation ConfirmFirewall {
  confirmFirewall {
    firewall {
      ...FirewallParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment FirewallRuleParts on FirewallRule {
  id
  channel
  action
  network
  note
  endsOn
  isInForce
}
fragment FirewallLimitParts on FirewallLimits {
  perAddressPerMinute
  perAccountPerMinute
  perTokenPerMinute
  concurrentRequests
  onTrip
  blockMinutes
}
fragment FirewallParts on Firewall {
  version
  rules {
    ...FirewallRuleParts
  }
  limits {
    ...FirewallLimitParts
  }
  defaultLimits {
    ...FirewallLimitParts
  }
  viewerAddress
  updatedAt
  updatedBy {
    id
    displayName
  }
  pending {
    requestedAt
    requestedBy {
      id
      displayName
    }
    expiresAt
    rules {
      ...FirewallRuleParts
    }
    limits {
      ...FirewallLimitParts
    }
  }
}`) as unknown as TypedDocumentString<ConfirmFirewallMutation, ConfirmFirewallMutationVariables>;
export const DiscardPendingFirewallDocument = new TypedDocumentString(`
    mutation DiscardPendingFirewall {
  discardPendingFirewall {
    firewall {
      ...FirewallParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment FirewallRuleParts on FirewallRule {
  id
  channel
  action
  network
  note
  endsOn
  isInForce
}
fragment FirewallLimitParts on FirewallLimits {
  perAddressPerMinute
  perAccountPerMinute
  perTokenPerMinute
  concurrentRequests
  onTrip
  blockMinutes
}
fragment FirewallParts on Firewall {
  version
  rules {
    ...FirewallRuleParts
  }
  limits {
    ...FirewallLimitParts
  }
  defaultLimits {
    ...FirewallLimitParts
  }
  viewerAddress
  updatedAt
  updatedBy {
    id
    displayName
  }
  pending {
    requestedAt
    requestedBy {
      id
      displayName
    }
    expiresAt
    rules {
      ...FirewallRuleParts
    }
    limits {
      ...FirewallLimitParts
    }
  }
}`) as unknown as TypedDocumentString<DiscardPendingFirewallMutation, DiscardPendingFirewallMutationVariables>;
export const DesignFormDocument = new TypedDocumentString(`
    query DesignForm($key: String!, $locale: Locale!) {
  form(key: $key) {
    id
    key
    origin
    name(locale: $locale)
    singularName(locale: $locale)
    help(locale: $locale)
    icon
    numberPrefix
    titleFieldKey
    revision
    category
    allowsMeasures
    requirements {
      standard
      code
    }
    viewerCanDesign
    groups {
      key
      label(locale: $locale)
      help(locale: $locale)
    }
    statuses {
      key
      label(locale: $locale)
      kind
      colour
      nextKeys
    }
    fields {
      key
      kind
      groupKey
      label(locale: $locale)
      help(locale: $locale)
      isStandard
      isBase
      isHidden
      isRequired
      isInList
      isMultiple
      isMultiline
      isUnique
      visibleWhen {
        ...ConditionParts
      }
      requiredWhen {
        ...ConditionParts
      }
      default {
        kind
        value {
          ...ValueInFull
        }
      }
      maxLength
      decimals
      minimum
      maximum
      unit(locale: $locale)
      options {
        key
        label(locale: $locale)
        colour
      }
      referencedFormKey
      columns
      sourceFormKey
      sourceFieldKey
      expression
      deadline {
        fromKey
        term {
          ...TermParts
        }
        extension {
          whenKey
          term {
            ...TermParts
          }
        }
        stoppedByKey
      }
      prefix
      digits
    }
  }
}
    fragment TermParts on Term {
  hours
  days
  months
}
fragment ConditionParts on FieldCondition {
  isAny
  tests {
    fieldKey
    anyOf
    isFilled
    from
    to
  }
}
fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}
fragment ValueInFull on Value {
  ...ValueInList
  ... on RichTextValue {
    html
  }
  ... on ChecklistValue {
    items {
      key
      label
      isTicked
    }
  }
  ... on FileValue {
    files {
      mediaType
      byteSize
      uploadedAt
    }
  }
}`) as unknown as TypedDocumentString<DesignFormQuery, DesignFormQueryVariables>;
export const FormCheckDocument = new TypedDocumentString(`
    query FormCheck($formKey: String, $form: FormInput!) {
  checkForm(formKey: $formKey, form: $form) {
    userErrors {
      code
      path
      params
    }
    changes {
      kind
      path
      label
      before
      after
    }
  }
}
    `) as unknown as TypedDocumentString<FormCheckQuery, FormCheckQueryVariables>;
export const CreateFormDocument = new TypedDocumentString(`
    mutation CreateForm($form: FormInput!) {
  createForm(input: {form: $form}) {
    form {
      id
      key
      name
      fields {
        key
        label
      }
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<CreateFormMutation, CreateFormMutationVariables>;
export const PublishFormDocument = new TypedDocumentString(`
    mutation PublishForm($formKey: String!, $revision: Int!, $form: FormInput!) {
  publishForm(input: {formKey: $formKey, revision: $revision, form: $form}) {
    form {
      id
      key
      name
      revision
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<PublishFormMutation, PublishFormMutationVariables>;
export const PreviewScaleDocument = new TypedDocumentString(`
    query PreviewScale {
  riskCriteria {
    scale {
      ...ScaleParts
    }
  }
}
    fragment ScaleParts on RiskScale {
  likelihood {
    value
    label
    help
  }
  impact {
    value
    label
    help
  }
  levels {
    key
    label
    minimumScore
    colour
  }
  cells {
    key
    label
    minimumScore
    colour
  }
}`) as unknown as TypedDocumentString<PreviewScaleQuery, PreviewScaleQueryVariables>;
export const FormRevisionsDocument = new TypedDocumentString(`
    query FormRevisions($key: String!, $first: Int, $after: String) {
  form(key: $key) {
    id
    key
    name
    revision
    viewerCanDesign
    revisions(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        number
        publishedAt
        publishedBy {
          displayName
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FormRevisionsQuery, FormRevisionsQueryVariables>;
export const RegistersInUseDocument = new TypedDocumentString(`
    query RegistersInUse {
  forms {
    id
    key
    origin
    name
    icon
    category
    revision
    recordCount
    viewerCanDesign
  }
}
    `) as unknown as TypedDocumentString<RegistersInUseQuery, RegistersInUseQueryVariables>;
export const ArchivedFormsDocument = new TypedDocumentString(`
    query ArchivedForms {
  archivedForms {
    key
    name
    archivedAt
  }
}
    `) as unknown as TypedDocumentString<ArchivedFormsQuery, ArchivedFormsQueryVariables>;
export const ArchiveFormDocument = new TypedDocumentString(`
    mutation ArchiveForm($formKey: String!) {
  archiveForm(input: {formKey: $formKey}) {
    form {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ArchiveFormMutation, ArchiveFormMutationVariables>;
export const RestoreFormDocument = new TypedDocumentString(`
    mutation RestoreForm($formKey: String!) {
  restoreForm(input: {formKey: $formKey}) {
    form {
      id
      key
      name
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreFormMutation, RestoreFormMutationVariables>;
export const UploadSheetsDocument = new TypedDocumentString(`
    query UploadSheets($id: ID!) {
  upload(id: $id) {
    id
    fileName
    sheets {
      name
      isVisible
      rowCount
      columnCount
    }
  }
}
    `) as unknown as TypedDocumentString<UploadSheetsQuery, UploadSheetsQueryVariables>;
export const UploadSheetDocument = new TypedDocumentString(`
    query UploadSheet($id: ID!, $name: String!) {
  upload(id: $id) {
    id
    sheet(name: $name) {
      name
      headerRow
      rowCount
      columns {
        index
        header
        guessedKind
        isMultiline
        options
        filledCount
        samples
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UploadSheetQuery, UploadSheetQueryVariables>;
export const SuggestImportMappingDocument = new TypedDocumentString(`
    mutation SuggestImportMapping($input: SuggestImportMappingInput!) {
  suggestImportMapping(input: $input) {
    mapping {
      column
      fieldKey
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestImportMappingMutation, SuggestImportMappingMutationVariables>;
export const PreviewImportDocument = new TypedDocumentString(`
    mutation PreviewImport($input: ImportInput!) {
  previewImport(input: $input) {
    plan {
      rowCount
      createCount
      updateCount
      unchangedCount
      conflictCount
      errorCount
      errors {
        row
        column
        header
        code
        params
      }
      rows {
        row
        action
        code
        title
        changes {
          fieldKey
          fieldLabel
          before
          after
        }
      }
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewImportMutation, PreviewImportMutationVariables>;
export const StartImportDocument = new TypedDocumentString(`
    mutation StartImport($input: ImportInput!) {
  startImport(input: $input) {
    job {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<StartImportMutation, StartImportMutationVariables>;
export const JobDocument = new TypedDocumentString(`
    query Job($id: ID!) {
  job(id: $id) {
    ...JobFacts
  }
}
    fragment JobFacts on Job {
  id
  kind
  state
  createdAt
  finishedAt
  done
  total
  downloadUrl
  fileName
  errors {
    code
    path
    params
  }
  importSummary {
    created
    updated
    unchanged
    formKey
  }
}`) as unknown as TypedDocumentString<JobQuery, JobQueryVariables>;
export const JobsDocument = new TypedDocumentString(`
    query Jobs($first: Int, $after: String) {
  jobs(first: $first, after: $after) {
    nodes {
      ...JobFacts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment JobFacts on Job {
  id
  kind
  state
  createdAt
  finishedAt
  done
  total
  downloadUrl
  fileName
  errors {
    code
    path
    params
  }
  importSummary {
    created
    updated
    unchanged
    formKey
  }
}`) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const CancelJobDocument = new TypedDocumentString(`
    mutation CancelJob($input: CancelJobInput!) {
  cancelJob(input: $input) {
    job {
      ...JobFacts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment JobFacts on Job {
  id
  kind
  state
  createdAt
  finishedAt
  done
  total
  downloadUrl
  fileName
  errors {
    code
    path
    params
  }
  importSummary {
    created
    updated
    unchanged
    formKey
  }
}`) as unknown as TypedDocumentString<CancelJobMutation, CancelJobMutationVariables>;
export const LookBackDocument = new TypedDocumentString(`
    query LookBack {
  forms {
    id
  }
}
    `) as unknown as TypedDocumentString<LookBackQuery, LookBackQueryVariables>;
export const CloseBackupDocument = new TypedDocumentString(`
    mutation CloseBackup($id: ID!) {
  closeBackup(id: $id) {
    restore {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<CloseBackupMutation, CloseBackupMutationVariables>;
export const OutboxDocument = new TypedDocumentString(`
    query Outbox($first: Int!, $after: String) {
  outbox(first: $first, after: $after) {
    nodes {
      id
      to
      subject
      sentAt
      text
      html
      locale
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<OutboxQuery, OutboxQueryVariables>;
export const PacksDocument = new TypedDocumentString(`
    query Packs {
  packs {
    key
    name
    description
    installedVersion
    availableVersion
    authors
    licence
  }
}
    `) as unknown as TypedDocumentString<PacksQuery, PacksQueryVariables>;
export const PackUpgradeDocument = new TypedDocumentString(`
    query PackUpgrade($key: String!) {
  packUpgrade(key: $key) {
    ...UpgradeParts
  }
}
    fragment UpgradeParts on FormUpgrade {
  key
  name
  isNew
  obstacle
  changes {
    kind
    path
    label
    before
    after
  }
  conflicts {
    path
    kept
    offered
  }
}`) as unknown as TypedDocumentString<PackUpgradeQuery, PackUpgradeQueryVariables>;
export const UpgradePackDocument = new TypedDocumentString(`
    mutation UpgradePack($input: UpgradePackInput!) {
  upgradePack(input: $input) {
    upgrades {
      ...UpgradeParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment UpgradeParts on FormUpgrade {
  key
  name
  isNew
  obstacle
  changes {
    kind
    path
    label
    before
    after
  }
  conflicts {
    path
    kept
    offered
  }
}`) as unknown as TypedDocumentString<UpgradePackMutation, UpgradePackMutationVariables>;
export const InviteUserDocument = new TypedDocumentString(`
    mutation InviteUser($input: InviteUserInput!) {
  inviteUser(input: $input) {
    account {
      ...AccountParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}
fragment AccountParts on Account {
  ...AccountRow
  pendingEmail
  locale
  createdAt
  openRecordCount
  version
  viewerCanEdit
  viewerCanResetSecondFactor
}`) as unknown as TypedDocumentString<InviteUserMutation, InviteUserMutationVariables>;
export const SendInvitationDocument = new TypedDocumentString(`
    mutation SendInvitation($input: SendInvitationInput!) {
  sendInvitation(input: $input) {
    account {
      ...AccountParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}
fragment AccountParts on Account {
  ...AccountRow
  pendingEmail
  locale
  createdAt
  openRecordCount
  version
  viewerCanEdit
  viewerCanResetSecondFactor
}`) as unknown as TypedDocumentString<SendInvitationMutation, SendInvitationMutationVariables>;
export const UpdateAccountDocument = new TypedDocumentString(`
    mutation UpdateAccount($input: UpdateAccountInput!) {
  updateAccount(input: $input) {
    account {
      ...AccountParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}
fragment AccountParts on Account {
  ...AccountRow
  pendingEmail
  locale
  createdAt
  openRecordCount
  version
  viewerCanEdit
  viewerCanResetSecondFactor
}`) as unknown as TypedDocumentString<UpdateAccountMutation, UpdateAccountMutationVariables>;
export const ArchiveUserDocument = new TypedDocumentString(`
    mutation ArchiveUser($input: ArchiveUserInput!) {
  archiveUser(input: $input) {
    account {
      ...AccountParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}
fragment AccountParts on Account {
  ...AccountRow
  pendingEmail
  locale
  createdAt
  openRecordCount
  version
  viewerCanEdit
  viewerCanResetSecondFactor
}`) as unknown as TypedDocumentString<ArchiveUserMutation, ArchiveUserMutationVariables>;
export const RestoreUserDocument = new TypedDocumentString(`
    mutation RestoreUser($input: RestoreUserInput!) {
  restoreUser(input: $input) {
    account {
      ...AccountParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}
fragment AccountParts on Account {
  ...AccountRow
  pendingEmail
  locale
  createdAt
  openRecordCount
  version
  viewerCanEdit
  viewerCanResetSecondFactor
}`) as unknown as TypedDocumentString<RestoreUserMutation, RestoreUserMutationVariables>;
export const ChangeColleagueUsernameDocument = new TypedDocumentString(`
    mutation ChangeColleagueUsername($input: ChangeUsernameInput!) {
  changeUsername(input: $input) {
    account {
      ...AccountParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}
fragment AccountParts on Account {
  ...AccountRow
  pendingEmail
  locale
  createdAt
  openRecordCount
  version
  viewerCanEdit
  viewerCanResetSecondFactor
}`) as unknown as TypedDocumentString<ChangeColleagueUsernameMutation, ChangeColleagueUsernameMutationVariables>;
export const ChangeColleagueEmailDocument = new TypedDocumentString(`
    mutation ChangeColleagueEmail($input: ChangeEmailInput!) {
  changeEmail(input: $input) {
    account {
      ...AccountParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}
fragment AccountParts on Account {
  ...AccountRow
  pendingEmail
  locale
  createdAt
  openRecordCount
  version
  viewerCanEdit
  viewerCanResetSecondFactor
}`) as unknown as TypedDocumentString<ChangeColleagueEmailMutation, ChangeColleagueEmailMutationVariables>;
export const ErasePersonDocument = new TypedDocumentString(`
    mutation ErasePerson($input: ErasePersonInput!) {
  erasePerson(input: $input) {
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ErasePersonMutation, ErasePersonMutationVariables>;
export const ResetSecondFactorDocument = new TypedDocumentString(`
    mutation ResetSecondFactor($input: ResetSecondFactorInput!) {
  resetSecondFactor(input: $input) {
    account {
      ...AccountParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}
fragment AccountParts on Account {
  ...AccountRow
  pendingEmail
  locale
  createdAt
  openRecordCount
  version
  viewerCanEdit
  viewerCanResetSecondFactor
}`) as unknown as TypedDocumentString<ResetSecondFactorMutation, ResetSecondFactorMutationVariables>;
export const PreviewUserImportDocument = new TypedDocumentString(`
    mutation PreviewUserImport($input: UserImportInput!) {
  previewUserImport(input: $input) {
    preview {
      ...UserImportPreviewParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment UserImportPreviewParts on UserImportPreview {
  rowCount
  rows {
    row
    displayName
    email
    username
    role
    groups
    accessEndsOn
  }
  errors {
    row
    column
    header
    code
    params
  }
}`) as unknown as TypedDocumentString<PreviewUserImportMutation, PreviewUserImportMutationVariables>;
export const ImportUsersDocument = new TypedDocumentString(`
    mutation ImportUsers($input: UserImportInput!) {
  importUsers(input: $input) {
    invitedCount
    preview {
      ...UserImportPreviewParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment UserImportPreviewParts on UserImportPreview {
  rowCount
  rows {
    row
    displayName
    email
    username
    role
    groups
    accessEndsOn
  }
  errors {
    row
    column
    header
    code
    params
  }
}`) as unknown as TypedDocumentString<ImportUsersMutation, ImportUsersMutationVariables>;
export const AccessGrantsDocument = new TypedDocumentString(`
    query AccessGrants {
  accessGrants {
    ...GrantParts
  }
}
    fragment GrantParts on AccessGrant {
  id
  kind
  user {
    id
    displayName
    username
  }
  account {
    id
    email
    status
    hasSecondFactor
    hasPasskey
  }
  organisation
  reason
  role
  forms {
    id
    key
    name
  }
  startsAt
  endsOn
  grantedBy {
    id
    displayName
  }
  withdrawnAt
  withdrawnBy {
    id
    displayName
  }
  isInForce
  lastVisitAt
  visitCount
  version
}`) as unknown as TypedDocumentString<AccessGrantsQuery, AccessGrantsQueryVariables>;
export const AccessVisitsDocument = new TypedDocumentString(`
    query AccessVisits($after: String) {
  accessVisits(first: 10, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      kind
      name
      action
      at
      address
    }
  }
}
    `) as unknown as TypedDocumentString<AccessVisitsQuery, AccessVisitsQueryVariables>;
export const GrantConsultantAccessDocument = new TypedDocumentString(`
    mutation GrantConsultantAccess($input: GrantConsultantAccessInput!) {
  grantConsultantAccess(input: $input) {
    grant {
      ...GrantParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment GrantParts on AccessGrant {
  id
  kind
  user {
    id
    displayName
    username
  }
  account {
    id
    email
    status
    hasSecondFactor
    hasPasskey
  }
  organisation
  reason
  role
  forms {
    id
    key
    name
  }
  startsAt
  endsOn
  grantedBy {
    id
    displayName
  }
  withdrawnAt
  withdrawnBy {
    id
    displayName
  }
  isInForce
  lastVisitAt
  visitCount
  version
}`) as unknown as TypedDocumentString<GrantConsultantAccessMutation, GrantConsultantAccessMutationVariables>;
export const ChangeAccessGrantDocument = new TypedDocumentString(`
    mutation ChangeAccessGrant($input: ChangeAccessGrantInput!) {
  changeAccessGrant(input: $input) {
    grant {
      ...GrantParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment GrantParts on AccessGrant {
  id
  kind
  user {
    id
    displayName
    username
  }
  account {
    id
    email
    status
    hasSecondFactor
    hasPasskey
  }
  organisation
  reason
  role
  forms {
    id
    key
    name
  }
  startsAt
  endsOn
  grantedBy {
    id
    displayName
  }
  withdrawnAt
  withdrawnBy {
    id
    displayName
  }
  isInForce
  lastVisitAt
  visitCount
  version
}`) as unknown as TypedDocumentString<ChangeAccessGrantMutation, ChangeAccessGrantMutationVariables>;
export const WithdrawAccessDocument = new TypedDocumentString(`
    mutation WithdrawAccess($input: WithdrawAccessInput!) {
  withdrawAccess(input: $input) {
    grant {
      ...GrantParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment GrantParts on AccessGrant {
  id
  kind
  user {
    id
    displayName
    username
  }
  account {
    id
    email
    status
    hasSecondFactor
    hasPasskey
  }
  organisation
  reason
  role
  forms {
    id
    key
    name
  }
  startsAt
  endsOn
  grantedBy {
    id
    displayName
  }
  withdrawnAt
  withdrawnBy {
    id
    displayName
  }
  isInForce
  lastVisitAt
  visitCount
  version
}`) as unknown as TypedDocumentString<WithdrawAccessMutation, WithdrawAccessMutationVariables>;
export const GroupsDocument = new TypedDocumentString(`
    query Groups {
  groups {
    id
    name
    description
    memberCount
    version
    members {
      id
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<GroupsQuery, GroupsQueryVariables>;
export const CreateGroupDocument = new TypedDocumentString(`
    mutation CreateGroup($input: CreateGroupInput!) {
  createGroup(input: $input) {
    group {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<CreateGroupMutation, CreateGroupMutationVariables>;
export const UpdateGroupDocument = new TypedDocumentString(`
    mutation UpdateGroup($input: UpdateGroupInput!) {
  updateGroup(input: $input) {
    group {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateGroupMutation, UpdateGroupMutationVariables>;
export const DeleteGroupDocument = new TypedDocumentString(`
    mutation DeleteGroup($input: DeleteGroupInput!) {
  deleteGroup(input: $input) {
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteGroupMutation, DeleteGroupMutationVariables>;
export const AccountsDocument = new TypedDocumentString(`
    query Accounts($filter: AccountFilter, $first: Int, $after: String) {
  accounts(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...AccountRow
    }
  }
}
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}`) as unknown as TypedDocumentString<AccountsQuery, AccountsQueryVariables>;
export const AccountDocument = new TypedDocumentString(`
    query Account($id: ID!) {
  account(id: $id) {
    ...AccountParts
  }
}
    fragment AccountRow on Account {
  id
  user {
    id
    displayName
    username
  }
  kind
  email
  role
  status
  groups {
    id
    name
  }
  hasSecondFactor
  hasPasskey
  lastSignedInAt
  invitationSentAt
  invitationExpiresAt
  accessEndsOn
  archivedAt
}
fragment AccountParts on Account {
  ...AccountRow
  pendingEmail
  locale
  createdAt
  openRecordCount
  version
  viewerCanEdit
  viewerCanResetSecondFactor
}`) as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const AccountsWithoutFactorDocument = new TypedDocumentString(`
    query AccountsWithoutFactor {
  accounts(
    filter: {statuses: [INVITED, ACTIVE], hasSecondFactor: false}
    first: 1
  ) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<AccountsWithoutFactorQuery, AccountsWithoutFactorQueryVariables>;
export const RegisterAccessDocument = new TypedDocumentString(`
    query RegisterAccess($key: String!) {
  form(key: $key) {
    id
    key
    name
    access {
      role
      group {
        id
        name
        memberCount
      }
      right
      defaultRight
    }
  }
  groups {
    id
    name
    memberCount
  }
}
    `) as unknown as TypedDocumentString<RegisterAccessQuery, RegisterAccessQueryVariables>;
export const SetFormAccessDocument = new TypedDocumentString(`
    mutation SetFormAccess($input: SetFormAccessInput!) {
  setFormAccess(input: $input) {
    form {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<SetFormAccessMutation, SetFormAccessMutationVariables>;
export const RecordCommentsDocument = new TypedDocumentString(`
    query RecordComments($id: ID!, $after: String) {
  record(id: $id) {
    id
    commentCount
    comments(first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...CommentParts
      }
    }
  }
}
    fragment CommentParts on Comment {
  id
  html
  createdAt
  editedAt
  isDeleted
  viewerCanEdit
  viewerCanDelete
  author {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<RecordCommentsQuery, RecordCommentsQueryVariables>;
export const AddCommentDocument = new TypedDocumentString(`
    mutation AddComment($input: AddCommentInput!) {
  addComment(input: $input) {
    comment {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<AddCommentMutation, AddCommentMutationVariables>;
export const EditCommentDocument = new TypedDocumentString(`
    mutation EditComment($input: EditCommentInput!) {
  editComment(input: $input) {
    comment {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<EditCommentMutation, EditCommentMutationVariables>;
export const DeleteCommentDocument = new TypedDocumentString(`
    mutation DeleteComment($input: DeleteCommentInput!) {
  deleteComment(input: $input) {
    comment {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteCommentMutation, DeleteCommentMutationVariables>;
export const CreateRecordDocument = new TypedDocumentString(`
    mutation CreateRecord($input: CreateRecordInput!) {
  createRecord(input: $input) {
    record {
      ...RecordParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment RecordParts on Record {
  id
  number
  code
  title
  version
  isArchived
  isDeleted
  deletedAt
  deletedBy {
    id
    displayName
  }
  viewerCanEdit
  viewerCanArchive
  viewerCanDelete
  viewerCanPurge
  viewerCanComment
  createdAt
  updatedAt
  createdBy {
    id
    displayName
  }
  updatedBy {
    id
    displayName
  }
  status {
    key
    label
    kind
    colour
    nextKeys
  }
  values {
    ...FullValue
  }
}
fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}
fragment ValueInFull on Value {
  ...ValueInList
  ... on RichTextValue {
    html
  }
  ... on ChecklistValue {
    items {
      key
      label
      isTicked
    }
  }
  ... on FileValue {
    files {
      mediaType
      byteSize
      uploadedAt
    }
  }
}
fragment FullValue on FieldValue {
  key
  value {
    ...ValueInFull
  }
}`) as unknown as TypedDocumentString<CreateRecordMutation, CreateRecordMutationVariables>;
export const UpdateRecordDocument = new TypedDocumentString(`
    mutation UpdateRecord($input: UpdateRecordInput!) {
  updateRecord(input: $input) {
    record {
      ...RecordParts
    }
    userErrors {
      code
      path
      params
    }
  }
}
    fragment RecordParts on Record {
  id
  number
  code
  title
  version
  isArchived
  isDeleted
  deletedAt
  deletedBy {
    id
    displayName
  }
  viewerCanEdit
  viewerCanArchive
  viewerCanDelete
  viewerCanPurge
  viewerCanComment
  createdAt
  updatedAt
  createdBy {
    id
    displayName
  }
  updatedBy {
    id
    displayName
  }
  status {
    key
    label
    kind
    colour
    nextKeys
  }
  values {
    ...FullValue
  }
}
fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}
fragment ValueInFull on Value {
  ...ValueInList
  ... on RichTextValue {
    html
  }
  ... on ChecklistValue {
    items {
      key
      label
      isTicked
    }
  }
  ... on FileValue {
    files {
      mediaType
      byteSize
      uploadedAt
    }
  }
}
fragment FullValue on FieldValue {
  key
  value {
    ...ValueInFull
  }
}`) as unknown as TypedDocumentString<UpdateRecordMutation, UpdateRecordMutationVariables>;
export const ArchiveRecordsDocument = new TypedDocumentString(`
    mutation ArchiveRecords($input: RecordsInput!) {
  archiveRecords(input: $input) {
    ...LifecycleOutcome
  }
}
    fragment LifecycleOutcome on RecordsPayload {
  records {
    id
    version
  }
  userErrors {
    code
    path
    params
  }
}`) as unknown as TypedDocumentString<ArchiveRecordsMutation, ArchiveRecordsMutationVariables>;
export const UnarchiveRecordsDocument = new TypedDocumentString(`
    mutation UnarchiveRecords($input: RecordsInput!) {
  unarchiveRecords(input: $input) {
    ...LifecycleOutcome
  }
}
    fragment LifecycleOutcome on RecordsPayload {
  records {
    id
    version
  }
  userErrors {
    code
    path
    params
  }
}`) as unknown as TypedDocumentString<UnarchiveRecordsMutation, UnarchiveRecordsMutationVariables>;
export const DeleteRecordsDocument = new TypedDocumentString(`
    mutation DeleteRecords($input: RecordsInput!) {
  deleteRecords(input: $input) {
    ...LifecycleOutcome
  }
}
    fragment LifecycleOutcome on RecordsPayload {
  records {
    id
    version
  }
  userErrors {
    code
    path
    params
  }
}`) as unknown as TypedDocumentString<DeleteRecordsMutation, DeleteRecordsMutationVariables>;
export const RestoreRecordsDocument = new TypedDocumentString(`
    mutation RestoreRecords($input: RecordsInput!) {
  restoreRecords(input: $input) {
    ...LifecycleOutcome
  }
}
    fragment LifecycleOutcome on RecordsPayload {
  records {
    id
    version
  }
  userErrors {
    code
    path
    params
  }
}`) as unknown as TypedDocumentString<RestoreRecordsMutation, RestoreRecordsMutationVariables>;
export const PurgeRecordsDocument = new TypedDocumentString(`
    mutation PurgeRecords($input: RecordsInput!) {
  purgeRecords(input: $input) {
    ...LifecycleOutcome
  }
}
    fragment LifecycleOutcome on RecordsPayload {
  records {
    id
    version
  }
  userErrors {
    code
    path
    params
  }
}`) as unknown as TypedDocumentString<PurgeRecordsMutation, PurgeRecordsMutationVariables>;
export const DuplicateRecordDocument = new TypedDocumentString(`
    mutation DuplicateRecord($input: DuplicateRecordInput!) {
  duplicateRecord(input: $input) {
    record {
      id
      number
      code
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<DuplicateRecordMutation, DuplicateRecordMutationVariables>;
export const RegisterRecordsDocument = new TypedDocumentString(`
    query RegisterRecords($key: String!, $filter: RecordFilter, $sort: RecordSort, $first: Int, $after: String, $fieldKeys: [String!]) {
  form(key: $key) {
    id
    records(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        number
        code
        title
        status {
          key
          label
          kind
          colour
        }
        createdAt
        updatedAt
        isArchived
        isDeleted
        viewerCanEdit
        viewerCanArchive
        viewerCanDelete
        viewerCanPurge
        values(keys: $fieldKeys) {
          ...ListValue
        }
      }
    }
  }
}
    fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}
fragment ListValue on FieldValue {
  key
  value {
    ...ValueInList
  }
}`) as unknown as TypedDocumentString<RegisterRecordsQuery, RegisterRecordsQueryVariables>;
export const RememberColumnsDocument = new TypedDocumentString(`
    mutation RememberColumns($input: UpdatePreferencesInput!) {
  updatePreferences(input: $input) {
    viewer {
      preferences
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<RememberColumnsMutation, RememberColumnsMutationVariables>;
export const CountriesDocument = new TypedDocumentString(`
    query Countries {
  countries {
    code
  }
}
    `) as unknown as TypedDocumentString<CountriesQuery, CountriesQueryVariables>;
export const UserOptionsDocument = new TypedDocumentString(`
    query UserOptions($search: String) {
  users(search: $search, first: 20) {
    nodes {
      id
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<UserOptionsQuery, UserOptionsQueryVariables>;
export const RecordOptionsDocument = new TypedDocumentString(`
    query RecordOptions($key: String!, $filter: RecordFilter) {
  form(key: $key) {
    id
    records(filter: $filter, first: 20) {
      nodes {
        id
        code
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecordOptionsQuery, RecordOptionsQueryVariables>;
export const GroupOptionsDocument = new TypedDocumentString(`
    query GroupOptions {
  groups {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<GroupOptionsQuery, GroupOptionsQueryVariables>;
export const SuggestionsDocument = new TypedDocumentString(`
    query Suggestions($key: String!, $fieldKey: String!, $search: String) {
  form(key: $key) {
    id
    suggestions(fieldKey: $fieldKey, search: $search, first: 20)
  }
}
    `) as unknown as TypedDocumentString<SuggestionsQuery, SuggestionsQueryVariables>;
export const OptionLabelsDocument = new TypedDocumentString(`
    query OptionLabels($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on User {
      displayName
    }
    ... on Group {
      name
    }
    ... on Record {
      code
      title
    }
  }
}
    `) as unknown as TypedDocumentString<OptionLabelsQuery, OptionLabelsQueryVariables>;
export const ChangeRecordStatusDocument = new TypedDocumentString(`
    mutation ChangeRecordStatus($input: ChangeRecordStatusInput!) {
  changeRecordStatus(input: $input) {
    record {
      id
      version
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeRecordStatusMutation, ChangeRecordStatusMutationVariables>;
export const RecordDetailDocument = new TypedDocumentString(`
    query RecordDetail($formKey: String!, $number: Int!) {
  recordByNumber(formKey: $formKey, number: $number) {
    ...RecordParts
    referencedBy(first: 50) {
      totalCount
      nodes {
        fieldKey
        fieldLabel
        record {
          id
          number
          code
          title
          status {
            label
            kind
            colour
          }
          form {
            key
            name
          }
        }
      }
    }
  }
}
    fragment RecordParts on Record {
  id
  number
  code
  title
  version
  isArchived
  isDeleted
  deletedAt
  deletedBy {
    id
    displayName
  }
  viewerCanEdit
  viewerCanArchive
  viewerCanDelete
  viewerCanPurge
  viewerCanComment
  createdAt
  updatedAt
  createdBy {
    id
    displayName
  }
  updatedBy {
    id
    displayName
  }
  status {
    key
    label
    kind
    colour
    nextKeys
  }
  values {
    ...FullValue
  }
}
fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}
fragment ValueInFull on Value {
  ...ValueInList
  ... on RichTextValue {
    html
  }
  ... on ChecklistValue {
    items {
      key
      label
      isTicked
    }
  }
  ... on FileValue {
    files {
      mediaType
      byteSize
      uploadedAt
    }
  }
}
fragment FullValue on FieldValue {
  key
  value {
    ...ValueInFull
  }
}`) as unknown as TypedDocumentString<RecordDetailQuery, RecordDetailQueryVariables>;
export const RecordHistoryDocument = new TypedDocumentString(`
    query RecordHistory($id: ID!, $after: String) {
  record(id: $id) {
    id
    history(first: 10, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        kind
        at
        by {
          id
          displayName
        }
        changes {
          fieldKey
          fieldLabel
          before
          after
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecordHistoryQuery, RecordHistoryQueryVariables>;
export const RegisterFormDocument = new TypedDocumentString(`
    query RegisterForm($key: String!) {
  form(key: $key) {
    id
    key
    origin
    name
    singularName
    help
    icon
    numberPrefix
    allowsMeasures
    titleFieldKey
    revision
    recordCount
    viewerCanCreate
    viewerCanEdit
    viewerCanImport
    viewerCanExport
    category
    viewerCanDesign
    groups {
      key
      label
      help
    }
    statuses {
      key
      label
      kind
      colour
      nextKeys
    }
    fields {
      key
      kind
      groupKey
      label
      help
      isStandard
      isHidden
      isRequired
      isInList
      isSortable
      isMultiple
      isMultiline
      maxLength
      decimals
      minimum
      maximum
      unit
      referencedFormKey
      columns
      result
      visibleWhen {
        ...ConditionParts
      }
      requiredWhen {
        ...ConditionParts
      }
      default {
        kind
        value {
          ...ValueInFull
        }
      }
      options {
        key
        label
        colour
      }
      scale {
        ...ScaleParts
      }
    }
  }
}
    fragment ScaleParts on RiskScale {
  likelihood {
    value
    label
    help
  }
  impact {
    value
    label
    help
  }
  levels {
    key
    label
    minimumScore
    colour
  }
  cells {
    key
    label
    minimumScore
    colour
  }
}
fragment ConditionParts on FieldCondition {
  isAny
  tests {
    fieldKey
    anyOf
    isFilled
    from
    to
  }
}
fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}
fragment ValueInFull on Value {
  ...ValueInList
  ... on RichTextValue {
    html
  }
  ... on ChecklistValue {
    items {
      key
      label
      isTicked
    }
  }
  ... on FileValue {
    files {
      mediaType
      byteSize
      uploadedAt
    }
  }
}`) as unknown as TypedDocumentString<RegisterFormQuery, RegisterFormQueryVariables>;
export const UpdateRecordsDocument = new TypedDocumentString(`
    mutation UpdateRecords($input: UpdateRecordsInput!) {
  updateRecords(input: $input) {
    records {
      id
      version
    }
    problems {
      record {
        id
        number
        code
        title
      }
      userErrors {
        code
        path
        params
      }
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateRecordsMutation, UpdateRecordsMutationVariables>;
export const ComparedWithBackupDocument = new TypedDocumentString(`
    query ComparedWithBackup($restoreId: ID!, $recordIds: [ID!]!) {
  comparedWithBackup(restoreId: $restoreId, recordIds: $recordIds) {
    recordId
    code
    title
    state
    changes {
      fieldKey
      fieldLabel
      before
      after
    }
    leftOut
  }
}
    `) as unknown as TypedDocumentString<ComparedWithBackupQuery, ComparedWithBackupQueryVariables>;
export const TakeFromBackupDocument = new TypedDocumentString(`
    mutation TakeFromBackup($input: TakeFromBackupInput!) {
  takeFromBackup(input: $input) {
    records {
      id
      number
      code
      form {
        key
      }
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<TakeFromBackupMutation, TakeFromBackupMutationVariables>;
export const RegisterTotalsDocument = new TypedDocumentString(`
    query RegisterTotals($key: String!, $filter: RecordFilter, $fields: [String!]!) {
  form(key: $key) {
    id
    records(filter: $filter, first: 1) {
      totals(totalFields: $fields) {
        key
        count
        sum
        average
        minimum
        maximum
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterTotalsQuery, RegisterTotalsQueryVariables>;
export const LinkedColumnsDocument = new TypedDocumentString(`
    query LinkedColumns($ids: [ID!]!, $keys: [String!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Record {
      id
      values(keys: $keys) {
        ...ListValue
      }
    }
  }
}
    fragment ValueInList on Value {
  __typename
  ... on TextValue {
    text
  }
  ... on RichTextValue {
    plainText
  }
  ... on NumberValue {
    number
  }
  ... on DateValue {
    date
  }
  ... on DateTimeValue {
    at
  }
  ... on YesNoNaValue {
    answer
  }
  ... on ChoiceValue {
    options {
      key
      label
      colour
    }
  }
  ... on WordsValue {
    words
  }
  ... on UserValue {
    users {
      id
      displayName
    }
  }
  ... on GroupValue {
    groups {
      id
      name
    }
  }
  ... on FileValue {
    files {
      id
      fileName
    }
  }
  ... on ReferenceValue {
    records {
      id
      code
      number
      title
      form {
        key
      }
    }
  }
  ... on CountryValue {
    countries {
      code
    }
  }
  ... on ColourValue {
    hex
  }
  ... on ChecklistValue {
    ticked
    total
  }
  ... on WebLinkValue {
    links {
      url
      title
    }
  }
  ... on DeadlineValue {
    dueAt
    stoppedAt
    state
  }
  ... on LikelihoodImpactValue {
    likelihood
    impact
    score
    level {
      key
      label
      colour
    }
  }
}
fragment ListValue on FieldValue {
  key
  value {
    ...ValueInList
  }
}`) as unknown as TypedDocumentString<LinkedColumnsQuery, LinkedColumnsQueryVariables>;
export const RegisterViewsDocument = new TypedDocumentString(`
    query RegisterViews($key: String!) {
  form(key: $key) {
    id
    savedViews {
      id
      name
      isShared
      search
      viewerCanEdit
      owner {
        id
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterViewsQuery, RegisterViewsQueryVariables>;
export const SaveViewDocument = new TypedDocumentString(`
    mutation SaveView($input: SaveViewInput!) {
  saveView(input: $input) {
    savedView {
      id
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<SaveViewMutation, SaveViewMutationVariables>;
export const DeleteViewDocument = new TypedDocumentString(`
    mutation DeleteView($input: DeleteViewInput!) {
  deleteView(input: $input) {
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteViewMutation, DeleteViewMutationVariables>;
export const RiskCriteriaDocument = new TypedDocumentString(`
    query RiskCriteria($locale: Locale!) {
  riskCriteria {
    version
    viewerCanEdit
    acceptableLevel {
      key
    }
    scale {
      likelihood {
        label(locale: $locale)
        help(locale: $locale)
      }
      impact {
        label(locale: $locale)
        help(locale: $locale)
      }
      levels {
        key
        label(locale: $locale)
        minimumScore
        colour
      }
      cells {
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RiskCriteriaQuery, RiskCriteriaQueryVariables>;
export const UpdateRiskCriteriaDocument = new TypedDocumentString(`
    mutation UpdateRiskCriteria($input: UpdateRiskCriteriaInput!) {
  updateRiskCriteria(input: $input) {
    riskCriteria {
      version
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateRiskCriteriaMutation, UpdateRiskCriteriaMutationVariables>;
export const UpdatePreferencesDocument = new TypedDocumentString(`
    mutation UpdatePreferences($input: UpdatePreferencesInput!) {
  updatePreferences(input: $input) {
    viewer {
      locale
      preferences
    }
    userErrors {
      code
      path
      params
    }
  }
}
    `) as unknown as TypedDocumentString<UpdatePreferencesMutation, UpdatePreferencesMutationVariables>;