//! An example call of every root field, for the tables of rights and of environments.

mod backup;
mod belongings;
mod factors;
mod firewall;
mod link;
mod people;
mod records;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use waarborg_tests::{form_input, root_fields};

pub(crate) use belongings::Belongings;

/// One call of one root field.
pub(crate) struct Example {
    /// The root field.
    pub(crate) field: &'static str,
    /// What sets it apart from other examples of the same field; may be empty.
    pub(crate) case: &'static str,
    /// The operation.
    pub(crate) query: &'static str,
    /// Its variables.
    pub(crate) variables: Value,
}

impl Example {
    /// How tables call it.
    pub(crate) fn name(&self) -> String {
        if self.case.is_empty() { self.field.to_owned() } else { format!("{} ({})", self.field, self.case) }
    }
}

/// Every root field at least once, with what `belongings` names; `signOut` is the last.
pub(crate) fn examples(belongings: &Belongings) -> Vec<Example> {
    let tables = [
        nodes(belongings),
        registers(belongings),
        designing(belongings),
        people_and_jobs(belongings),
        signing_in(belongings),
        factors::examples(belongings),
        link::examples(belongings),
        records(belongings),
        records::bulk(belongings),
        records::comments(belongings),
        records::views(belongings),
        records::dashboards(belongings),
        records::life(belongings),
        exchange(belongings),
        people::questions(&belongings.people),
        people::changes(&belongings.people),
        firewall::examples(belongings),
        backup::examples(belongings),
        audit(belongings),
        last(),
    ];
    tables.into_iter().flatten().collect()
}

fn example((field, case): (&'static str, &'static str), query: &'static str, variables: Value) -> Example {
    Example { field, case, query, variables }
}

fn nodes(own: &Belongings) -> Vec<Example> {
    const NODE: &str = "query($id: ID!) { node(id: $id) { __typename id } }";
    vec![
        example(("node", "a record"), NODE, json!({ "id": own.asset })),
        example(("node", "a user"), NODE, json!({ "id": own.user })),
        example(("node", "a form"), NODE, json!({ "id": own.form })),
        example(("node", "a job"), NODE, json!({ "id": own.job })),
        example(("node", "somebody's session"), NODE, json!({ "id": own.session })),
        example(("node", "somebody's passkey"), NODE, json!({ "id": own.passkey })),
        example(("node", "a manager's API token"), NODE, json!({ "id": own.api_token })),
        example(("node", "a line of the audit log"), NODE, json!({ "id": own.audit_event })),
        example(("node", "a comment"), NODE, json!({ "id": own.comment })),
        example(
            ("nodes", ""),
            "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
            json!({ "ids": [own.asset, own.user, own.form, own.job] }),
        ),
        example(("environment", ""), "{ environment { name } }", json!({})),
        example(("viewer", ""), "{ viewer { role } }", json!({})),
        example(("record", ""), "query($id: ID!) { record(id: $id) { title } }", json!({ "id": own.asset })),
        example(
            ("record", "of a register hidden from employees"),
            "query($id: ID!) { record(id: $id) { title } }",
            json!({ "id": own.risk }),
        ),
        example(
            ("record", "history behind a cursor"),
            "query($id: ID!, $after: String) { record(id: $id) { history(after: $after) { nodes { version } } } }",
            json!({ "id": own.asset, "after": own.history_cursor }),
        ),
        example(
            ("record", "references behind a cursor"),
            "query($id: ID!, $after: String) {
                record(id: $id) { referencedBy(after: $after) { nodes { record { title } } } } }",
            json!({ "id": own.asset, "after": own.reference_cursor }),
        ),
        example(
            ("recordByNumber", ""),
            "query($number: Int!) { recordByNumber(formKey: \"assets\", number: $number) { title } }",
            json!({ "number": own.number }),
        ),
    ]
}

fn registers(own: &Belongings) -> Vec<Example> {
    vec![
        example(("forms", ""), "{ forms { key } }", json!({})),
        example(("form", ""), "{ form(key: \"assets\") { key } }", json!({})),
        example(("form", "hidden from employees"), "{ form(key: \"risks\") { key } }", json!({})),
        example(
            ("form", "records behind a cursor"),
            "query($after: String) { form(key: \"assets\") { records(first: 1, after: $after) { nodes { title } } } }",
            json!({ "after": own.record_cursor }),
        ),
        example(
            ("form", "records that point to one"),
            "query($ids: [ID!]) { form(key: \"incidents\") {
                records(filter: { fields: [{ key: \"assets\", references: $ids }] }) { totalCount } } }",
            json!({ "ids": [own.asset] }),
        ),
        example(
            ("form", "records of a user"),
            "query($ids: [ID!]) { form(key: \"assets\") {
                records(filter: { fields: [{ key: \"owner\", users: $ids }] }) { totalCount } } }",
            json!({ "ids": [own.user] }),
        ),
    ]
}

fn people_and_jobs(own: &Belongings) -> Vec<Example> {
    vec![
        example(("users", ""), "{ users(search: \"annet\") { nodes { displayName } } }", json!({})),
        example(
            ("users", "behind a cursor"),
            "query($after: String) { users(first: 1, after: $after) { nodes { role } } }",
            json!({ "after": own.user_cursor }),
        ),
        example(
            ("job", "a manager's"),
            "query($id: ID!) { job(id: $id) { kind } }",
            json!({ "id": own.job }),
        ),
        example(("jobs", ""), "{ jobs(first: 1) { nodes { kind } } }", json!({})),
        example(
            ("jobs", "behind a cursor"),
            "query($after: String) { jobs(after: $after) { nodes { kind } } }",
            json!({ "after": own.job_cursor }),
        ),
        example(
            ("upload", "a manager's"),
            "query($id: ID!) { upload(id: $id) { fileName } }",
            json!({ "id": own.upload }),
        ),
        example(
            ("updatePreferences", ""),
            "mutation { updatePreferences(input: { preferences: { theme: \"dark\" } }) { userErrors { code } } }",
            json!({}),
        ),
    ]
}

fn signing_in(own: &Belongings) -> Vec<Example> {
    vec![
        example(
            ("signIn", ""),
            "mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }",
            json!({ "input": { "login": own.login, "password": waarborg_tests::PASSWORD } }),
        ),
        example(
            ("beginSecondFactorEnrollment", ""),
            "mutation($ticket: String!) { beginSecondFactorEnrollment(input: { ticket: $ticket }) {
                userErrors { code } } }",
            json!({ "ticket": own.begin_ticket }),
        ),
        example(
            ("confirmSecondFactorEnrollment", ""),
            "mutation($input: ConfirmSecondFactorEnrollmentInput!) {
                confirmSecondFactorEnrollment(input: $input) { viewer { role } userErrors { code } } }",
            json!({ "input": { "ticket": own.confirm_ticket, "code": own.confirm_code } }),
        ),
        example(
            ("verifySecondFactor", ""),
            "mutation($input: VerifySecondFactorInput!) {
                verifySecondFactor(input: $input) { viewer { role } userErrors { code } } }",
            json!({ "input": { "ticket": own.verify_ticket, "code": own.verify_code } }),
        ),
    ]
}

fn records(own: &Belongings) -> Vec<Example> {
    const CREATE: &str = "mutation($input: CreateRecordInput!) {
        createRecord(input: $input) { record { title } userErrors { code path } } }";
    vec![
        example(
            ("createRecord", "an asset"),
            CREATE,
            json!({ "input": { "formKey": "assets", "values": [
                { "key": "name", "text": "Printer" },
                { "key": "kind", "choices": ["workplace"] },
                { "key": "owner", "users": [own.user] },
                { "key": "availability", "choices": ["low"] },
                { "key": "integrity", "choices": ["low"] },
                { "key": "confidentiality", "choices": ["low"] },
                { "key": "personal_data", "yesNoNa": "NO" },
            ] } }),
        ),
        example(
            ("createRecord", "an incident"),
            CREATE,
            json!({ "input": { "formKey": "incidents", "values": [
                { "key": "title", "text": "Stroom weg" },
                { "key": "reported_on", "date": "2026-01-05" },
                { "key": "reporter", "users": [own.user] },
                { "key": "kind", "choices": ["outage"] },
                { "key": "description", "html": "<p>Donker.</p>" },
                { "key": "personal_data_involved", "yesNoNa": "NO" },
                { "key": "assets", "references": [own.asset] },
            ] } }),
        ),
        example(
            ("updateRecord", ""),
            "mutation($input: UpdateRecordInput!) {
                updateRecord(input: $input) { record { title } userErrors { code } } }",
            json!({ "input": { "id": own.asset, "version": own.version, "values": [
                { "key": "supplier", "text": "Leverancier" },
            ] } }),
        ),
        example(
            ("changeRecordStatus", ""),
            "mutation($input: ChangeRecordStatusInput!) {
                changeRecordStatus(input: $input) { record { title } userErrors { code } } }",
            json!({ "input": { "id": own.asset, "version": own.version + 1, "statusKey": "in_use" } }),
        ),
        example(
            ("createForm", ""),
            "mutation($input: CreateFormInput!) { createForm(input: $input) { userErrors { code } } }",
            json!({ "input": form_input(json!({ "name": format!("Sleutels {}", own.prefix), "singularName": "Sleutel",
                "numberPrefix": own.prefix, "fields": [{ "label": "Naam", "kind": "TEXT" }] })) }),
        ),
        example(
            ("createForm", "with somebody's name in it"),
            "mutation($input: CreateFormInput!) { createForm(input: $input) { userErrors { code } } }",
            json!({ "input": form_input(json!({ "name": "Namen", "singularName": "Naam", "numberPrefix": own.prefix,
                "fields": [{ "label": "Naam", "kind": "TEXT" }, { "label": "Van", "kind": "USER",
                    "default": { "kind": "VALUE", "value": { "key": "van", "users": [own.user] } } }] })) }),
        ),
    ]
}

/// What designing forms asks; a revision or version that is not the latest changes nothing.
fn designing(own: &Belongings) -> Vec<Example> {
    let form = form_input(json!({ "name": "Middelen", "singularName": "Middel", "numberPrefix": own.prefix,
        "fields": [{ "label": "Naam", "kind": "TEXT" }, { "label": "Van", "kind": "USER",
            "default": { "kind": "VALUE", "value": { "key": "van", "users": [own.user] } } }] }));
    let step = json!({ "label": { "nl": "Klein" } });
    let level = json!({ "key": "low", "label": { "nl": "Laag" }, "minimumScore": 1, "colour": "green" });
    vec![
        example(
            ("checkForm", "with somebody's name in it"),
            "query($form: FormInput!) { checkForm(form: $form) { userErrors { code } changes { path } } }",
            form.clone(),
        ),
        example(
            ("publishForm", "upon a revision that never was"),
            "mutation($input: PublishFormInput!) { publishForm(input: $input) { userErrors { code } } }",
            json!({ "input": { "formKey": "assets", "revision": 0, "form": form["form"] } }),
        ),
        example(
            ("archiveForm", "a base form"),
            "mutation { archiveForm(input: { formKey: \"assets\" }) { userErrors { code } } }",
            json!({}),
        ),
        example(
            ("restoreForm", "that was not put away"),
            "mutation { restoreForm(input: { formKey: \"assets\" }) { userErrors { code } } }",
            json!({}),
        ),
        example(("riskCriteria", ""), "{ riskCriteria { version } }", json!({})),
        example(
            ("updateRiskCriteria", "upon a version that never was"),
            "mutation($input: UpdateRiskCriteriaInput!) { updateRiskCriteria(input: $input) { userErrors { code } } }",
            json!({ "input": { "version": -1, "likelihood": [step, step], "impact": [step, step], "levels": [level] } }),
        ),
        example(("countries", ""), "{ countries { code } }", json!({})),
        example(("packs", ""), "{ packs { key installedVersion } }", json!({})),
        example(("archivedForms", ""), "{ archivedForms { key name } }", json!({})),
        example(("packUpgrade", ""), "{ packUpgrade(key: \"basis\") { key } }", json!({})),
        example(
            ("upgradePack", "to a version that never was"),
            "mutation { upgradePack(input: { key: \"basis\", version: \"0.0.0\" }) { userErrors { code } } }",
            json!({}),
        ),
    ]
}

fn exchange(own: &Belongings) -> Vec<Example> {
    let sheet = json!({ "uploadId": own.upload, "sheetName": "Blad1", "formKey": "assets" });
    let mut import = sheet.clone();
    import["mapping"] = json!([{ "column": 0, "fieldKey": "name" }]);
    vec![
        example(
            ("startRecordExport", ""),
            "mutation($id: ID!) { startRecordExport(input: { recordId: $id }) { job { kind } userErrors { code } } }",
            json!({ "id": own.asset }),
        ),
        example(
            ("startExport", ""),
            "mutation($input: StartExportInput!) {
                startExport(input: $input) { job { kind } userErrors { code } } }",
            json!({ "input": { "formKey": "assets", "format": "CSV", "columns": ["name"] } }),
        ),
        example(
            ("startExport", "of records that point to one and of a user"),
            "mutation($input: StartExportInput!) {
                startExport(input: $input) { job { kind } userErrors { code } } }",
            json!({ "input": { "formKey": "incidents", "format": "CSV", "filter": { "fields": [
                { "key": "assets", "references": [own.asset] },
                { "key": "reporter", "users": [own.user] },
            ] } } }),
        ),
        example(
            ("suggestImportMapping", "a manager's upload"),
            "mutation($input: SuggestImportMappingInput!) {
                suggestImportMapping(input: $input) { mapping { fieldKey } userErrors { code } } }",
            json!({ "input": sheet }),
        ),
        example(
            ("previewImport", "a manager's upload"),
            "mutation($input: ImportInput!) {
                previewImport(input: $input) { plan { rowCount } userErrors { code } } }",
            json!({ "input": import }),
        ),
        example(
            ("startImport", "a manager's upload"),
            "mutation($input: ImportInput!) {
                startImport(input: $input) { job { kind } userErrors { code } } }",
            json!({ "input": import }),
        ),
        example(
            ("cancelJob", "a manager's"),
            "mutation($id: ID!) { cancelJob(input: { id: $id }) { userErrors { code } } }",
            json!({ "id": own.job }),
        ),
    ]
}

fn audit(own: &Belongings) -> Vec<Example> {
    const EVENTS: &str = "query($filter: AuditFilter, $after: String) {
        auditEvents(filter: $filter, after: $after) { nodes { action subjectName } totalCount } }";
    vec![
        example(("auditEvents", "about a record"), EVENTS, json!({ "filter": { "subjectId": own.asset } })),
        example(
            ("auditEvents", "by a user"),
            EVENTS,
            json!({ "filter": {
            "actorId": own.user, "actions": ["record.created"], "subjectId": own.asset } }),
        ),
        example(
            ("auditEvents", "behind a cursor"),
            EVENTS,
            json!({
            "filter": { "subjectId": own.asset }, "after": own.audit_cursor }),
        ),
        example(("auditActions", ""), "{ auditActions }", json!({})),
        example(("auditChain", ""), "{ auditChain { publicKey } }", json!({})),
        example(("verifyAuditChain", ""), "mutation { verifyAuditChain { userErrors { code } } }", json!({})),
        example(
            ("startAuditExport", ""),
            "mutation($input: StartAuditExportInput!) {
                startAuditExport(input: $input) { job { kind } userErrors { code } } }",
            json!({ "input": { "format": "CSV", "filter": { "subjectId": own.asset, "actorId": own.user } } }),
        ),
        example(
            ("exportArchive", ""),
            "mutation { exportArchive(input: {}) { job { kind } userErrors { code } } }",
            json!({}),
        ),
        example(
            ("erasePerson", "who is not archived"),
            "mutation($id: ID!) { erasePerson(input: { id: $id }) { userErrors { code } } }",
            json!({ "id": own.user }),
        ),
    ]
}

fn last() -> Vec<Example> {
    vec![example(("signOut", ""), "mutation { signOut { userErrors { code } } }", json!({}))]
}

#[test]
fn every_root_field_of_the_schema_has_an_example_and_every_example_a_root_field() {
    let belongings = Belongings::made_up();
    let named: BTreeSet<String> =
        examples(&belongings).iter().map(|example| example.field.to_owned()).collect();
    let known: BTreeSet<String> = root_fields().into_iter().map(|field| field.name).collect();
    assert_eq!(named, known);
}

#[test]
fn every_root_field_that_takes_an_id_a_cursor_or_a_ticket_has_an_example_that_names_one() {
    let (one, other) = (examples(&Belongings::made_up()), examples(&Belongings::made_up()));
    let differs: BTreeSet<&str> = one
        .iter()
        .zip(&other)
        // Numbers and prefixes are no secrets: they are the same in every environment.
        .filter(|(one, other)| one.variables != other.variables)
        .map(|(one, _)| one.field)
        .collect();
    for field in root_fields().into_iter().filter(|field| field.takes_identity) {
        assert!(differs.contains(field.name.as_str()), "{} has no example with an id", field.name);
    }
}
