//! Accounts, groups, rights and people from outside.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::Role;
use serde_json::json;
use waarborg_tests::{Client, Environment, workbook};

use super::{
    Example,
    belongings::{chance, other_ids, text},
    example,
};

/// What one environment has of people.
#[derive(Debug, Clone)]
pub(crate) struct People {
    /// Somebody who can sign in, and has a second factor.
    account: String,
    /// Their account's version.
    version: i64,
    /// Somebody else.
    colleague: String,
    /// Somebody who has yet to accept.
    invited: String,
    group: String,
    /// A consultant's access.
    grant: String,
    /// A workbook of people, of the environment's administrator.
    upload: String,
    account_cursor: String,
    visit_cursor: String,
    /// Part of names that are nobody's yet.
    fresh: String,
}

const INVITE: &str = "mutation($input: InviteUserInput!) {
    inviteUser(input: $input) { account { id } userErrors { code path } } }";
const CREATE_GROUP: &str = "mutation($input: CreateGroupInput!) {
    createGroup(input: $input) { group { id } userErrors { code path } } }";
const GRANT: &str = "mutation($input: GrantConsultantAccessInput!) {
    grantConsultantAccess(input: $input) { grant { id } userErrors { code path } } }";
const ACCOUNT: &str = "query($id: ID!, $name: String!) {
    account(id: $id) { version }
    accounts(filter: { search: $name }, first: 1) { edges { cursor } } }";

impl People {
    /// Makes some of everything.
    pub(crate) async fn make(environment: &Environment, name: &str) -> Self {
        // Somebody of its own: the administrator's code of this moment is for the tests to use.
        let person = environment.add_person(Role::Administrator).await;
        let administrator: Client = environment.sign_in(&person).await;
        let fresh = chance();
        let account = account_id(&environment.add_person(Role::Viewer).await.id.to_string());
        let colleague = account_id(&environment.add_person(Role::Viewer).await.id.to_string());
        let made = async |query: &str, field: &str, thing: &str, input| {
            let data = administrator.data(query, json!({ "input": input })).await;
            assert_eq!(data[field]["userErrors"], json!([]), "{field}");
            text(&data[field][thing]["id"])
        };
        let data = administrator.data(ACCOUNT, json!({ "id": account, "name": name })).await;
        Self {
            version: data["account"]["version"].as_i64().unwrap(),
            account_cursor: text(&data["accounts"]["edges"][0]["cursor"]),
            visit_cursor: URL_SAFE_NO_PAD.encode(json!(["visits", 3]).to_string()),
            invited: made(INVITE, "inviteUser", "account", invitation(&format!("i{fresh}"), &[])).await,
            group: made(CREATE_GROUP, "createGroup", "group", json!({ "name": format!("G {fresh}") })).await,
            grant: made(GRANT, "grantConsultantAccess", "grant", consultant(&format!("g{fresh}"))).await,
            upload: administrator.uploaded("mensen.xlsx", workbook(&[["Naam", "E-mail", "Rol"]])).await,
            fresh,
            account,
            colleague,
        }
    }

    /// Ids of the right form that nobody ever gave out.
    pub(crate) fn made_up() -> Self {
        let id = |kind: &str| format!("{kind}_{}", chance());
        let cursor = |list: &str| URL_SAFE_NO_PAD.encode(json!([list, chance()]).to_string());
        Self {
            account: id("acc"),
            version: 1,
            colleague: id("acc"),
            invited: id("acc"),
            group: id("grp"),
            upload: id("upl"),
            grant: id("grt"),
            account_cursor: cursor("accounts"),
            visit_cursor: cursor("visits"),
            fresh: "nobody".into(),
        }
    }

    /// The same, with every id replaced by one that nobody ever gave out.
    pub(crate) fn with_random_ids(&self) -> Self {
        Self {
            version: self.version,
            fresh: self.fresh.clone(),
            account_cursor: other_ids(&self.account_cursor),
            visit_cursor: self.visit_cursor.clone(),
            ..Self::made_up()
        }
    }
}

/// The id of the account of a user.
fn account_id(user: &str) -> String {
    user.replacen("usr_", "acc_", 1)
}

fn invitation(username: &str, groups: &[&str]) -> serde_json::Value {
    json!({ "displayName": "Nieuwe Collega", "email": format!("{username}@example.test"),
        "username": username, "role": "EMPLOYEE", "groupIds": groups, "sendNow": false })
}

fn consultant(username: &str) -> serde_json::Value {
    json!({ "displayName": "Carla Consult", "email": format!("{username}@advies.test"),
        "username": username, "organisation": "Advies BV", "role": "MANAGER",
        "formKeys": ["assets"], "endsOn": "2026-06-30", "sendNow": false })
}

/// Reading.
pub(crate) fn questions(own: &People) -> Vec<Example> {
    const NODE: &str = "query($id: ID!) { node(id: $id) { __typename id } }";
    vec![
        example(("node", "an account"), NODE, json!({ "id": own.account })),
        example(("node", "a group"), NODE, json!({ "id": own.group })),
        example(("node", "a consultant's access"), NODE, json!({ "id": own.grant })),
        example(
            ("accounts", ""),
            "{ accounts(first: 1) { totalCount nodes { email role hasSecondFactor openRecordCount } } }",
            json!({}),
        ),
        example(
            ("accounts", "of a group, behind a cursor"),
            "query($group: ID, $after: String) {
                accounts(filter: { groupId: $group }, first: 1, after: $after) { nodes { email } } }",
            json!({ "group": own.group, "after": own.account_cursor }),
        ),
        example(
            ("account", ""),
            "query($id: ID!) { account(id: $id) { email groups { name } } }",
            json!({ "id": own.account }),
        ),
        example(("groups", ""), "{ groups { name memberCount members { displayName } } }", json!({})),
        example(
            ("accessGrants", ""),
            "{ accessGrants { organisation visitCount forms { key } account { email } } }",
            json!({}),
        ),
        example(("accessVisits", ""), "{ accessVisits(first: 1) { nodes { action name } } }", json!({})),
        example(
            ("accessVisits", "behind a cursor"),
            "query($after: String) { accessVisits(first: 1, after: $after) { nodes { action } } }",
            json!({ "after": own.visit_cursor }),
        ),
    ]
}

/// Changing, in an order in which each succeeds.
pub(crate) fn changes(own: &People) -> Vec<Example> {
    let mut all = account_changes(own);
    all.extend(access_changes(own));
    all.extend(imports(own));
    all
}

fn account_changes(own: &People) -> Vec<Example> {
    let (id, version) = (&own.account, own.version);
    vec![
        example(
            ("inviteUser", ""),
            INVITE,
            json!({ "input": invitation(&format!("n{}", own.fresh), &[&own.group]) }),
        ),
        example(
            ("sendInvitation", ""),
            "mutation($id: ID!) { sendInvitation(input: { id: $id }) { userErrors { code } } }",
            json!({ "id": own.invited }),
        ),
        example(
            ("updateAccount", ""),
            "mutation($input: UpdateAccountInput!) { updateAccount(input: $input) { userErrors { code } } }",
            json!({ "input": { "id": id, "version": version, "role": "EMPLOYEE", "groupIds": [own.group] } }),
        ),
        example(
            ("changeUsername", ""),
            "mutation($input: ChangeUsernameInput!) { changeUsername(input: $input) { userErrors { code } } }",
            json!({ "input": { "id": id, "username": format!("u{}", own.fresh) } }),
        ),
        example(
            ("changeEmail", ""),
            "mutation($input: ChangeEmailInput!) { changeEmail(input: $input) { userErrors { code } } }",
            json!({ "input": { "id": id, "email": format!("u{}@example.test", own.fresh) } }),
        ),
        example(
            ("resetSecondFactor", ""),
            "mutation($id: ID!) { resetSecondFactor(input: { id: $id }) { userErrors { code } } }",
            json!({ "id": id }),
        ),
        example(
            ("archiveUser", ""),
            "mutation($input: ArchiveUserInput!) { archiveUser(input: $input) { userErrors { code } } }",
            json!({ "input": { "id": id, "version": version + 2, "reassignTo": own.colleague } }),
        ),
        example(
            ("restoreUser", ""),
            "mutation($input: RestoreUserInput!) { restoreUser(input: $input) { userErrors { code } } }",
            json!({ "input": { "id": id, "version": version + 3 } }),
        ),
    ]
}

fn access_changes(own: &People) -> Vec<Example> {
    vec![
        example(
            ("createGroup", ""),
            CREATE_GROUP,
            json!({ "input": { "name": format!("H {}", own.fresh),
                "memberIds": [own.colleague.replacen("acc_", "usr_", 1)] } }),
        ),
        example(
            ("updateGroup", ""),
            "mutation($input: UpdateGroupInput!) { updateGroup(input: $input) { userErrors { code } } }",
            json!({ "input": { "id": own.group, "version": 1, "description": "Wie meekijkt" } }),
        ),
        example(
            ("setFormAccess", ""),
            "mutation($input: SetFormAccessInput!) { setFormAccess(input: $input) { userErrors { code } } }",
            json!({ "input": { "formKey": "assets", "access": [{ "groupId": own.group, "right": "VIEW" }] } }),
        ),
        example(
            ("deleteGroup", ""),
            "mutation($input: DeleteGroupInput!) { deleteGroup(input: $input) { userErrors { code } } }",
            json!({ "input": { "id": own.group, "version": 2 } }),
        ),
        example(
            ("grantConsultantAccess", ""),
            GRANT,
            json!({ "input": consultant(&format!("h{}", own.fresh)) }),
        ),
        example(
            ("changeAccessGrant", ""),
            "mutation($input: ChangeAccessGrantInput!) {
                changeAccessGrant(input: $input) { userErrors { code } } }",
            json!({ "input": { "id": own.grant, "version": 1, "isForAllForms": true } }),
        ),
        example(
            ("withdrawAccess", ""),
            "mutation($id: ID!) { withdrawAccess(input: { id: $id }) { userErrors { code } } }",
            json!({ "id": own.grant }),
        ),
    ]
}

fn imports(own: &People) -> Vec<Example> {
    let input = json!({ "input": { "uploadId": own.upload } });
    vec![
        example(
            ("previewUserImport", "another administrator's upload"),
            "mutation($input: UserImportInput!) {
                previewUserImport(input: $input) { preview { rowCount } userErrors { code } } }",
            input.clone(),
        ),
        example(
            ("importUsers", "another administrator's upload"),
            "mutation($input: UserImportInput!) {
                importUsers(input: $input) { invitedCount userErrors { code } } }",
            input,
        ),
    ]
}
