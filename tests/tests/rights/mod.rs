//! Who may do what: every root field for every kind of caller.

use kernel::Role;
use serde_json::json;
use waarborg_tests::{Client, Environment, Reply, TestServer, both_engines, workbook};

use crate::example::{Belongings, examples};

/// Everybody who may come by, with what they come with.
async fn callers(environment: &Environment) -> Vec<(&'static str, Client)> {
    let half = environment.stranger().ticket(&environment.person(Role::Administrator).login).await;
    let mut callers = vec![
        ("anonymous", environment.stranger()),
        ("half signed in", environment.stranger().with_token(&half)),
    ];
    for role in Role::ALL {
        callers.push((role.as_str(), environment.client(role).await));
    }
    callers.push(("archived", archived(environment).await));
    callers.push(("consultant", consultant(environment).await));
    callers.push(("reading token", reading_token(environment).await));
    callers
}

/// An administrator who was archived while signed in.
async fn archived(environment: &Environment) -> Client {
    const ARCHIVE: &str = "mutation($input: ArchiveUserInput!) {
        archiveUser(input: $input) { account { status } userErrors { code } } }";
    let person = environment.add_person(Role::Administrator).await;
    let client = environment.sign_in(&person).await;
    let input = json!({ "input": { "id": person.id.to_string().replacen("usr_", "acc_", 1), "version": 1 } });
    let done = environment.client(Role::Administrator).await.data(ARCHIVE, input).await;
    assert_eq!(done["archiveUser"]["account"]["status"], "ARCHIVED", "{done}");
    client
}

/// Somebody from outside, let in as a manager of one register.
async fn consultant(environment: &Environment) -> Client {
    const GRANT: &str = "mutation($input: GrantConsultantAccessInput!) {
        grantConsultantAccess(input: $input) { grant { user { id } } userErrors { code } } }";
    let input = json!({ "input": { "displayName": "Carla Consult", "email": "carla@advies.test",
        "username": "carla", "organisation": "Advies BV", "reason": "Interne audit", "role": "MANAGER",
        "formKeys": ["risks"], "endsOn": "2026-06-30" } });
    let done = environment.client(Role::Administrator).await.data(GRANT, input).await;
    let id = done["grantConsultantAccess"]["grant"]["user"]["id"].as_str();
    let id = id.and_then(|id| id.parse().ok()).unwrap_or_else(|| panic!("{done}"));
    environment.sign_in(&environment.accept(id, "carla", Role::Manager).await).await
}

/// A program that an administrator lets read.
async fn reading_token(environment: &Environment) -> Client {
    const CREATE: &str = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret userErrors { code } } }";
    let owner = environment.sign_in(&environment.add_person(Role::Administrator).await).await;
    let input = json!({ "input": { "name": "Rapportage", "expiresOn": "2026-12-31" } });
    let made = owner.data(CREATE, input).await;
    let secret = made["createApiToken"]["secret"].as_str().unwrap_or_else(|| panic!("{made}"));
    environment.stranger().program(secret)
}

/// What is not GraphQL.
async fn beside_graphql(client: &Client, belongings: &Belongings) -> Vec<(&'static str, Reply)> {
    let upload = client.upload("middelen.xlsx", workbook(&[["Naam"], ["Kast"]])).await;
    let download = client.get(&format!("/downloads/{}", belongings.job)).await;
    vec![("POST /uploads", upload), ("GET /downloads/{job} (a manager's)", download)]
}

both_engines! {
    /// The table to read when somebody asks who may do what.
    async fn every_root_field_answers_every_role_as_the_table_says(server: &TestServer) {
        let environment = server.fresh().await;
        let mut rows: Vec<(String, Vec<String>)> = Vec::new();
        let mut names = Vec::new();
        // All before the first call: the last call of each signs out.
        let mut callers_and_things = Vec::new();
        for caller in callers(&environment).await {
            callers_and_things.push((caller, Belongings::make(server, &environment).await));
        }
        for ((name, client), belongings) in callers_and_things {
            names.push(name);
            let mut cells = Vec::new();
            for (call, reply) in beside_graphql(&client, &belongings).await {
                cells.push((call.to_owned(), reply.status.to_string()));
            }
            for example in examples(&belongings) {
                let reply = client.run(example.query, example.variables.clone()).await;
                cells.push((example.name(), reply.outcome().0));
            }
            for (index, (call, cell)) in cells.into_iter().enumerate() {
                if rows.len() <= index {
                    rows.push((call, Vec::new()));
                }
                rows[index].1.push(cell);
            }
        }
        let mut table = vec![line("", &names)];
        table.extend(rows.iter().map(|(call, cells)| line(call, cells)));
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!("role_by_root_field", table.join("\n"));
        });
    }

    async fn mfa_10_a_ticket_used_as_a_session_reaches_exactly_what_nobody_at_all_reaches(server: &TestServer) {
        let environment = server.fresh().await;
        let administrator = environment.person(Role::Administrator);
        let ticket = environment.stranger().ticket(&administrator.login).await;
        let newcomer = environment.add_newcomer(Role::Administrator).await;
        let enrolling = environment.stranger().ticket(&newcomer.login).await;
        for token in [ticket, enrolling] {
            let (nobody, half) = (environment.stranger(), environment.stranger().with_token(&token));
            let (ours, theirs) =
                (Belongings::make(server, &environment).await, Belongings::make(server, &environment).await);
            for (one, other) in examples(&ours).into_iter().zip(examples(&theirs)) {
                let (half, nobody) =
                    (half.run(one.query, one.variables.clone()).await, nobody.run(other.query, other.variables.clone()).await);
                assert_eq!(half.outcome(), nobody.outcome(), "{}", one.name());
            }
            for (call, reply) in beside_graphql(&half, &ours).await {
                assert_eq!(reply.status, 401, "{call}");
            }
            let viewer = half.data("{ viewer { role } }", json!({})).await;
            assert_eq!(viewer, json!({ "viewer": null }));
        }
    }

    async fn an_employee_sees_and_changes_only_the_incidents_that_are_their_own(server: &TestServer) {
        const CREATE: &str = "mutation($input: CreateRecordInput!) {
            createRecord(input: $input) { record { id version } userErrors { code path } } }";
        const FIND: &str = "query($id: ID!) { record(id: $id) { viewerCanEdit } }";
        const COUNT: &str = "{ form(key: \"incidents\") { recordCount records { totalCount nodes { title } } } }";
        let environment = server.fresh().await;
        let belongings = Belongings::make(server, &environment).await;
        let (employee, manager) =
            (environment.client(Role::Employee).await, environment.client(Role::Manager).await);
        let incident = |client: &Client, title: &str| {
            let mut input = examples(&belongings).into_iter().find(|e| e.case == "an incident").unwrap().variables;
            input["input"]["values"][0]["text"] = json!(title);
            let client = client.clone();
            async move { client.data(CREATE, input).await["createRecord"]["record"].take() }
        };
        let (own, other) = (incident(&employee, "Van Eva").await, incident(&manager, "Van Mehmet").await);
        let seen = employee.data(COUNT, json!({})).await;
        assert_eq!(
            seen["form"],
            json!({ "recordCount": 1, "records": { "totalCount": 1, "nodes": [{ "title": "Van Eva" }] } })
        );
        assert_eq!(
            employee.data(FIND, json!({ "id": own["id"] })).await,
            json!({ "record": { "viewerCanEdit": true } })
        );
        assert_eq!(employee.data(FIND, json!({ "id": other["id"] })).await, json!({ "record": null }));
        let change = json!({ "input": { "id": other["id"], "version": 1, "values": [] } });
        let update = "mutation($input: UpdateRecordInput!) { updateRecord(input: $input) { userErrors { code } } }";
        assert_eq!(employee.run(update, change).await.outcome().0, "NOT_FOUND");
    }
}

/// One line of the table.
fn line<T: AsRef<str>>(call: &str, cells: &[T]) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| format!("{:<20}", cell.as_ref())).collect();
    format!("{call:<66}{}", cells.concat()).trim_end().to_owned()
}
