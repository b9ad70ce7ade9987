//! A consultant is let in, works, and is shown the door.

use kernel::Role;
use serde_json::{Value, json};
use waarborg_tests::{TestServer, both_engines};

const GRANT: &str = "mutation($input: GrantConsultantAccessInput!) { grantConsultantAccess(input: $input) {
    grant { id version user { id } } userErrors { code path } } }";
const GRANTS: &str = "{ accessGrants {
    kind organisation reason role isInForce visitCount lastVisitAt withdrawnAt endsOn
    forms { key } user { displayName } account { kind status email } grantedBy { displayName } } }";
const VISITS: &str = "{ accessVisits { nodes { kind name action user { displayName } } } }";

both_engines! {
    async fn s11_sec_24_a_consultant_sees_what_the_customer_says_is_seen_by_the_customer_and_withdrawn_in_one_click(server: &TestServer) {
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let input = json!({ "input": { "displayName": "Carla Consult", "email": "carla@advies.test",
            "username": "carla", "organisation": "Advies BV", "reason": "Interne audit", "role": "MANAGER",
            "formKeys": ["assets"], "endsOn": "2026-06-30" } });
        let data = administrator.data(GRANT, input).await;
        let grant = data["grantConsultantAccess"]["grant"].clone();
        let user = grant["user"]["id"].as_str().unwrap().parse().unwrap();
        let person = environment.accept(user, "carla", Role::Manager).await;
        let carla = environment.sign_in(&person).await;
        let seen = carla.data("{ forms { key } viewer { canManageForms canResetSecondFactors accessEndsOn } }", json!({})).await;
        assert_eq!(seen, json!({ "forms": [{ "key": "assets" }],
            "viewer": { "canManageForms": false, "canResetSecondFactors": false, "accessEndsOn": "2026-06-30" } }));

        let mut grants = administrator.data(GRANTS, json!({})).await["accessGrants"].take();
        let listed = grants[0].as_object_mut().unwrap();
        assert!(listed.remove("lastVisitAt").unwrap().is_string());
        assert_eq!(grants, json!([{ "kind": "CONSULTANT", "organisation": "Advies BV", "reason": "Interne audit",
            "role": "MANAGER", "isInForce": true, "visitCount": 1, "withdrawnAt": null, "endsOn": "2026-06-30",
            "forms": [{ "key": "assets" }], "user": { "displayName": "Carla Consult" },
            "account": { "kind": "CONSULTANT", "status": "ACTIVE", "email": "carla@advies.test" },
            "grantedBy": { "displayName": "Annet de Vries" } }]));
        let visits = administrator.data(VISITS, json!({})).await;
        let entered = json!({ "kind": "CONSULTANT", "name": "Carla Consult", "action": "user.signed_in",
            "user": { "displayName": "Carla Consult" } });
        assert!(visits["accessVisits"]["nodes"].as_array().unwrap().contains(&entered), "{visits:#}");
        // She is no colleague among the accounts.
        let accounts = administrator.data("{ accounts(filter: { search: \"carla\" }) { totalCount } }", json!({})).await;
        assert_eq!(accounts["accounts"]["totalCount"], 0);

        let withdraw = "mutation($id: ID!) { withdrawAccess(input: { id: $id }) {
            grant { isInForce withdrawnBy { displayName } } userErrors { code } } }";
        let withdrawn = administrator.data(withdraw, json!({ "id": grant["id"] })).await;
        assert_eq!(withdrawn["withdrawAccess"]["grant"],
            json!({ "isInForce": false, "withdrawnBy": { "displayName": "Annet de Vries" } }));
        assert_eq!(carla.data("{ viewer { role } }", json!({})).await["viewer"], Value::Null);
        assert_eq!(carla.run("{ forms { key } }", json!({})).await.outcome().0, "UNAUTHENTICATED");
    }

    async fn mfa_17_s02_sec_06_a_colleague_resets_a_second_factor_and_everything_of_theirs_ends(server: &TestServer) {
        const RESET: &str = "mutation($id: ID!) { resetSecondFactor(input: { id: $id }) {
            account { hasSecondFactor viewerCanResetSecondFactor } userErrors { code } } }";
        let environment = server.fresh().await;
        let person = environment.add_person(Role::Employee).await;
        let theirs = environment.sign_in(&person).await;
        let manager = environment.client(Role::Manager).await;
        let id = person.id.to_string().replacen("usr_", "acc_", 1);
        let reset = manager.data(RESET, json!({ "id": id })).await;
        assert_eq!(reset["resetSecondFactor"]["account"],
            json!({ "hasSecondFactor": false, "viewerCanResetSecondFactor": true }));
        assert_eq!(theirs.data("{ viewer { role } }", json!({})).await["viewer"], Value::Null);
        let sign_in = "mutation($input: SignInInput!) { signIn(input: $input) { nextStep } }";
        let input = json!({ "input": { "login": person.login, "password": waarborg_tests::PASSWORD } });
        let next = environment.stranger().data(sign_in, input).await;
        assert_eq!(next["signIn"]["nextStep"], "ENROLL_SECOND_FACTOR");
        // Never about oneself or somebody of a higher role, and not by who is no full user.
        for (who, about) in [(Role::Manager, Role::Manager), (Role::Manager, Role::Administrator), (Role::Employee, Role::Viewer)] {
            let id = environment.person(about).id.to_string().replacen("usr_", "acc_", 1);
            let reply = environment.client(who).await.run(RESET, json!({ "id": id })).await;
            assert_eq!(reply.outcome().0, "FORBIDDEN", "{who} about {about}");
        }
    }

    async fn sec_35_an_archived_user_is_out_and_the_name_stays_on_the_records(server: &TestServer) {
        let environment = server.fresh().await;
        let person = environment.add_person(Role::Manager).await;
        let theirs = environment.sign_in(&person).await;
        let make = "mutation($input: CreateRecordInput!) { createRecord(input: $input) { record { id } } }";
        let own = person.id.to_string();
        let values = json!([{ "key": "name", "text": "Printer" }, { "key": "kind", "choices": ["workplace"] },
            { "key": "owner", "users": [own] }, { "key": "availability", "choices": ["low"] },
            { "key": "integrity", "choices": ["low"] }, { "key": "confidentiality", "choices": ["low"] },
            { "key": "personal_data", "yesNoNa": "NO" }]);
        let made = theirs.data(make, json!({ "input": { "formKey": "assets", "values": values } })).await;
        let record = made["createRecord"]["record"]["id"].clone();
        let administrator = environment.client(Role::Administrator).await;
        let account = own.replacen("usr_", "acc_", 1);
        let open = "query($id: ID!) { account(id: $id) { version openRecordCount } }";
        let before = administrator.data(open, json!({ "id": account })).await["account"].take();
        assert_eq!(before["openRecordCount"], 1);
        let heir = environment.person(Role::Manager).id.to_string().replacen("usr_", "acc_", 1);
        let archive = "mutation($input: ArchiveUserInput!) { archiveUser(input: $input) {
            account { status openRecordCount } userErrors { code } } }";
        let input = json!({ "input": { "id": account, "version": before["version"], "reassignTo": heir } });
        let archived = administrator.data(archive, input).await;
        assert_eq!(archived["archiveUser"]["account"], json!({ "status": "ARCHIVED", "openRecordCount": 0 }));
        assert_eq!(theirs.data("{ viewer { role } }", json!({})).await["viewer"], Value::Null);
        let seen = "query($id: ID!) { record(id: $id) { createdBy { displayName isArchived }
            values(keys: [\"owner\"]) { value { ... on UserValue { users { displayName } } } } } }";
        let seen = administrator.data(seen, json!({ "id": record })).await;
        assert_eq!(seen["record"]["createdBy"]["isArchived"], true);
        assert_eq!(seen["record"]["values"][0]["value"]["users"][0]["displayName"], "Mehmet Yılmaz");
    }
}
