//! What is done is in the log, and the log gives nothing away.

use std::collections::{BTreeMap, BTreeSet};

use domain::audit::action;
use kernel::Role;
use serde_json::{Value, json};
use waarborg_tests::{Client, Environment, PASSWORD, TestServer, both_engines, root_fields_of, workbook};

use crate::example::{Belongings, Example, examples};

/// Mutations that write no event when they succeed, and why none is wanted.
const SILENT: &[(&str, &str)] = &[
    ("deleteDashboard", "an own dashboard is of no weight; domain's slices tell of shared ones"),
    ("deleteView", "an own view is of no weight; domain's slices tell of shared ones"),
    (
        "updatePreferences",
        "the viewer's own language, theme and columns: of no weight, and changed all the time",
    ),
    ("suggestImportMapping", "changes nothing"),
    ("previewImport", "changes nothing"),
    ("previewUserImport", "changes nothing"),
    ("beginPasskeyRegistration", "asks a question; what the answer leads to is told"),
    ("beginPasskeyVerification", "asks a question; what the answer leads to is told"),
    ("beginPasskeyStepUp", "asks a question; what the answer leads to is told"),
];

/// Mutations whose example succeeds for nobody, and where their event is shown instead.
const SHOWN_ELSEWHERE: &[(&str, &str)] = &[
    ("makeBackup", "backups: where back-ups are made"),
    ("requestRestore", "backups: an_environment_is_put_back…"),
    ("cancelRestore", "backups: a_wish_to_put_back…"),
    ("closeBackup", "in the example none is looked into; backups::look closes one"),
    ("takeFromBackup", "in the example none is looked into; backups::look takes records back"),
    ("cancelJob", "the example's job has ended; domain's slices cancel one that has not"),
    ("erasePerson", "the example's person is not archived; domain's slices erase one who is"),
    ("discardPendingFirewall", "in the example nothing waits; domain's slices discard what does"),
    ("confirmFirewall", "in the example nothing waits; domain's slices confirm what does"),
    ("saveFirewall", "the example's version is an old one; domain's slices save"),
    ("archiveForm", "the example's form is a base form; the tests of designing put one away"),
    ("restoreForm", "the example's form is not away; the tests of designing take one back"),
    ("publishForm", "the example's revision never was; the tests of designing publish one"),
    ("updateRiskCriteria", "the example's version never was; the tests of designing change them"),
    ("upgradePack", "the example's version never was; the tests of designing upgrade one"),
    ("importUsers", "the example's workbook is somebody else's; the tests of people import one"),
    ("changePassword", "the example's password is too short; auth's tests change one"),
    ("endSession", "the example's session is somebody else's; auth's tests end one's own"),
    ("stepUp", "the example's code is wrong; auth's tests show good ones"),
    ("confirmSecondFactorReplacement", "the example's code is wrong; auth's tests replace an app"),
    ("finishPasskeyRegistration", "needs an authenticator; auth's tests have one"),
    ("renamePasskey", "the example's passkey is somebody else's; auth's tests rename one's own"),
    ("removePasskey", "the example's passkey is somebody else's; auth's tests remove one's own"),
];

const NEWEST: &str = "{ auditEvents(first: 100) { nodes {
    seq action isRefusal details address changes { field before after } } } }";

async fn newest(reader: &Client) -> Vec<Value> {
    let data = reader.data(NEWEST, json!({})).await;
    data["auditEvents"]["nodes"].as_array().unwrap().clone()
}

/// What was added to the log behind an event; how jobs fare is told whenever they do.
async fn added(reader: &Client, behind: i64) -> Vec<String> {
    let is_new = |event: &Value| event["seq"].as_i64().unwrap() > behind;
    let action = |event: Value| event["action"].as_str().unwrap().to_owned();
    let of_jobs = ["job.succeeded", "job.failed", "job.cancelled"];
    let actions = newest(reader).await.into_iter().filter(is_new).map(action);
    actions.filter(|action| !of_jobs.contains(&action.as_str())).collect()
}

async fn last_seq(reader: &Client) -> i64 {
    newest(reader).await[0]["seq"].as_i64().unwrap()
}

/// Somebody new: whoever the environment has already may be signed out by an example.
async fn newcomer(environment: &Environment, role: Role) -> Client {
    let person = environment.add_person(role).await;
    environment.sign_in(&person).await
}

both_engines! {
    async fn aud_07_a_refused_upload_is_told_like_a_refused_mutation(server: &TestServer) {
        const TRIED: &str = "{ auditEvents(first: 20) { nodes { action actorName details } } }";
        let environment = server.fresh().await;
        let viewer = environment.client(Role::Viewer).await;
        assert_eq!(viewer.upload("middelen.xlsx", workbook(&[["Naam"], ["Kast"]])).await.status, 403);
        assert_eq!(viewer.get("/downloads/user-import-template").await.status, 403);
        let told = environment.client(Role::Administrator).await.data(TRIED, json!({})).await;
        for tried in ["upload", "userImportTemplate"] {
            let is_it = |event: &Value| event["action"] == "access.refused" && event["details"]["tried"] == tried;
            let found = told["auditEvents"]["nodes"].as_array().unwrap().iter().find(|event| is_it(event));
            assert_eq!(found.unwrap_or_else(|| panic!("{told:#}"))["actorName"], "Victor Smit");
        }
    }

    async fn an_event_names_a_group_and_who_was_let_in_even_when_the_group_is_gone(server: &TestServer) {
        const NAMES: &str = "{ auditEvents(first: 4) { nodes { action subjectName } } }";
        const MAKE: &str = "mutation($input: CreateGroupInput!) {
            createGroup(input: $input) { group { id version } userErrors { code } } }";
        const GRANT: &str = "mutation($input: GrantConsultantAccessInput!) {
            grantConsultantAccess(input: $input) { userErrors { code } } }";
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let made = administrator.data(MAKE, json!({ "input": { "name": "Privacyteam" } })).await;
        let group = made["createGroup"]["group"].clone();
        let delete = "mutation($input: DeleteGroupInput!) { deleteGroup(input: $input) { userErrors { code } } }";
        administrator.data(delete, json!({ "input": group })).await;
        let input = json!({ "displayName": "Carla Consult", "email": "carla@advies.test", "username": "carla",
            "organisation": "Advies BV", "reason": "Interne audit", "role": "AUDITOR", "endsOn": "2026-06-30" });
        let granted = administrator.data(GRANT, json!({ "input": input })).await;
        assert_eq!(granted["grantConsultantAccess"]["userErrors"], json!([]));
        let told = administrator.data(NAMES, json!({})).await;
        let said = |action: &str, name: &str| {
            let line = json!({ "action": action, "subjectName": name });
            assert!(told["auditEvents"]["nodes"].as_array().unwrap().contains(&line), "{line} {told:#}");
        };
        said("group.created", "Privacyteam");
        said("group.deleted", "Privacyteam");
        said("access.granted", "Carla Consult");
    }

    async fn aud_07_every_mutation_that_succeeds_has_its_event(server: &TestServer) {
        let environment = server.fresh().await;
        let reader = newcomer(&environment, Role::Administrator).await;
        let mutations: BTreeSet<String> =
            root_fields_of("Mutation").into_iter().map(|field| field.name).collect();
        let mut events: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut unsaid = BTreeSet::new();
        let mut callers = vec![environment.stranger()];
        for role in [Role::Administrator, Role::Auditor] {
            callers.push(newcomer(&environment, role).await);
        }
        // Whose the examples' uploads are; signs out at the end, and so comes last.
        callers.push(environment.client(Role::Manager).await);
        for caller in callers {
            let belongings = Belongings::make(server, &environment).await;
            for Example { field, query, variables, .. } in examples(&belongings) {
                if !mutations.contains(field) {
                    continue;
                }
                let before = last_seq(&reader).await;
                let reply = caller.run(query, variables).await;
                if reply.outcome().0 != "ok" {
                    continue;
                }
                let added = added(&reader, before).await;
                let is_silent = SILENT.iter().any(|(name, _)| *name == field);
                // Whoever is not signed in signs out of nothing, and here nothing waits to be discarded.
                let is_nothing = matches!(field, "signOut" | "discardPendingFirewall")
                    && reply.token().is_none()
                    && added.is_empty();
                if !(is_silent || is_nothing) && added.is_empty() {
                    unsaid.insert(field);
                }
                events.entry(field).or_default().extend(added);
            }
        }
        assert!(unsaid.is_empty(), "these succeeded, and nothing says so: {unsaid:?}");
        let mut unseen = Vec::new();
        for name in &mutations {
            let is_known = SHOWN_ELSEWHERE.iter().chain(SILENT).any(|(known, _)| known == name);
            if !events.contains_key(name.as_str()) && !is_known {
                unseen.push(name);
            }
        }
        assert!(unseen.is_empty(), "of these no example succeeds: {unseen:?}");
        let known: BTreeSet<&str> = action::all().collect();
        for (field, actions) in &events {
            for action in actions {
                assert!(known.contains(action.as_str()), "{field}: {action} has no sentence");
            }
        }
    }

    async fn aud_07_what_was_tried_and_not_allowed_is_in_the_log_by_its_own_name_and_not_too_often(server: &TestServer) {
        const FORBIDDEN: &str = "mutation { somethingElse: verifyAuditChain { userErrors { code } } }";
        let environment = server.fresh().await;
        let reader = environment.client(Role::Administrator).await;
        let employee = environment.client(Role::Employee).await;
        let before = last_seq(&reader).await;
        for _ in 0..5 {
            assert_eq!(employee.run(FORBIDDEN, json!({})).await.outcome().0, "FORBIDDEN");
        }
        assert_eq!(added(&reader, before).await, ["access.refused"]);
        let event = newest(&reader).await.remove(0);
        assert_eq!(event["isRefusal"], true);
        assert_eq!(event["details"], json!({ "tried": "verifyAuditChain", "times": 1 }));
    }

    async fn aud_07_mfa_20_no_password_ticket_code_or_token_is_in_the_log(server: &TestServer) {
        let environment = server.fresh().await;
        let reader = newcomer(&environment, Role::Administrator).await;
        let administrator = newcomer(&environment, Role::Administrator).await;
        let belongings = Belongings::make(server, &environment).await;
        for example in examples(&belongings) {
            administrator.run(example.query, example.variables).await;
        }
        let told = serde_json::to_string(&newest(&reader).await).unwrap();
        let secrets = [
            PASSWORD, administrator.token(), reader.token(), &belongings.begin_ticket, &belongings.confirm_ticket,
            &belongings.verify_ticket,
        ];
        for secret in secrets {
            assert!(!told.contains(secret), "{secret}");
        }
    }

    async fn the_log_is_checked_exported_and_told_of(server: &TestServer) {
        const VERIFY: &str = "mutation { verifyAuditChain { job { id kind } userErrors { code } } }";
        const CHAIN: &str = "{ auditChain { length headHash verifiedSeq isIntact problem { code } publicKey } auditActions }";
        const EXPORT: &str = "mutation($format: ExportFormat!) {
            startAuditExport(input: { format: $format }) { job { id kind } userErrors { code } } }";
        let environment = server.fresh().await;
        let auditor = environment.client(Role::Auditor).await;
        let job = auditor.data(VERIFY, json!({})).await["verifyAuditChain"]["job"].take();
        assert_eq!(job["kind"], "AUDIT_VERIFICATION");
        assert_eq!(auditor.finished(job["id"].as_str().unwrap()).await["state"], "SUCCEEDED");
        let data = auditor.data(CHAIN, json!({})).await;
        assert_eq!((&data["auditChain"]["isIntact"], &data["auditChain"]["problem"]), (&json!(true), &Value::Null));
        assert!(data["auditActions"].as_array().unwrap().contains(&json!("user.signed_in")));
        for format in ["XLSX", "PDF", "CSV"] {
            let job = auditor.data(EXPORT, json!({ "format": format })).await["startAuditExport"]["job"].take();
            assert_eq!(job["kind"], "AUDIT_EXPORT");
            let ended = auditor.finished(job["id"].as_str().unwrap()).await;
            let file = auditor.get(ended["downloadUrl"].as_str().unwrap()).await;
            assert_eq!((file.status, file.body.len() > 1_000), (200, true), "{format}");
            if format == "CSV" {
                let text = String::from_utf8_lossy(&file.body).into_owned();
                assert!(text.contains("user.signed_in") && text.contains("SHA-256"), "{text}");
            }
        }
    }

    async fn aud_10_an_administrator_erases_who_was_archived_and_nobody_else_does(server: &TestServer) {
        const ERASE: &str = "mutation($id: ID!) { erasePerson(input: { id: $id }) { userErrors { code path } } }";
        let environment = server.fresh().await;
        let person = environment.add_person(Role::Viewer).await;
        let id = json!({ "id": person.id.to_string() });
        let (administrator, manager) =
            (environment.client(Role::Administrator).await, environment.client(Role::Manager).await);
        assert_eq!(manager.run(ERASE, id.clone()).await.outcome().0, "FORBIDDEN");
        assert_eq!(administrator.run(ERASE, id).await.outcome().0, "NOT_ARCHIVED");
        let unknown = json!({ "id": Belongings::made_up().user });
        assert_eq!(administrator.run(ERASE, unknown).await.outcome().0, "NOT_FOUND");
    }
}
