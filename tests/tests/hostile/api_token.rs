//! Programs with tokens, good and bad, and ways to be taken for one.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use kernel::Role;
use reqwest::Method;
use serde_json::{Value, json};
use waarborg_tests::{Client, Environment, Reply, TestServer, both_engines, workbook};

const CREATE: &str = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) {
    secret apiToken { id prefix isGood lastUsedAt } userErrors { code path } } }";
const VIEWER: &str = "{ viewer { role user { username } } }";
const RECORD: &str =
    "mutation($input: CreateRecordInput!) { createRecord(input: $input) { userErrors { code } } }";

/// A token of the manager's.
async fn token(environment: &Environment, more: Value) -> String {
    let mut input = json!({ "name": "Koppeling", "expiresOn": "2026-12-31" });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let made = environment.client(Role::Manager).await.data(CREATE, json!({ "input": input })).await;
    made["createApiToken"]["secret"].as_str().unwrap_or_else(|| panic!("{made}")).to_owned()
}

/// Everything beside the pages that looks at who asks.
async fn everywhere(client: &Client) -> Vec<Reply> {
    vec![
        client.run(VIEWER, json!({})).await,
        client.upload("middelen.xlsx", workbook(&[["Naam"], ["Kast"]])).await,
        client.get("/downloads/job_00000000000000000000000000000000").await,
    ]
}

fn statuses(replies: &[Reply]) -> Vec<u16> {
    replies.iter().map(|reply| reply.status).collect()
}

async fn add_key(client: &Client) -> String {
    let values = json!([{ "key": "title", "text": "x" }]);
    client.run(RECORD, json!({ "input": { "formKey": "risks", "values": values } })).await.outcome().0
}

both_engines! {
    async fn jwt_08_a_program_reads_with_its_token_alone_and_writes_only_when_it_may(server: &TestServer) {
        let environment = server.fresh().await;
        let (reading, writing) = (token(&environment, json!({})).await, token(&environment, json!({ "canWrite": true })).await);
        let (reader, writer) = (environment.stranger().program(&reading), environment.stranger().program(&writing));
        let viewer = reader.run(VIEWER, json!({})).await;
        assert_eq!(viewer.json()["data"]["viewer"]["role"], "MANAGER", "{viewer}");
        assert_eq!(viewer.token(), None);
        assert_eq!(reader.run("{ __schema { queryType { name } } }", json!({})).await.outcome().0, "ok");
        assert_eq!(add_key(&reader).await, "FORBIDDEN");
        assert_ne!(add_key(&writer).await, "FORBIDDEN");
        assert_eq!(statuses(&everywhere(&reader).await), [200, 403, 404], "an upload is a change");
        assert_eq!(statuses(&everywhere(&writer).await), [200, 201, 404]);
        let preference = "mutation { updatePreferences(input: { locale: NL }) { userErrors { code } } }";
        assert_eq!(writer.run(preference, json!({})).await.outcome().0, "FORBIDDEN");
    }

    async fn jwt_08_a_token_for_some_registers_sees_no_other(server: &TestServer) {
        let environment = server.fresh().await;
        let token = token(&environment, json!({ "formKeys": ["assets"], "canWrite": true })).await;
        let program = environment.stranger().program(&token);
        let forms = program.data("{ forms { key } }", json!({})).await;
        assert_eq!(forms["forms"], json!([{ "key": "assets" }]));
        assert_eq!(add_key(&program).await, "NOT_FOUND");
    }

    async fn jwt_08_every_bad_token_gets_the_same_401_everywhere(server: &TestServer) {
        let environment = server.fresh().await;
        let elsewhere = server.fresh().await;
        let good = token(&environment, json!({})).await;
        let manager = environment.client(Role::Manager).await;
        let revoked = token(&environment, json!({})).await;
        let list = manager.data("{ apiTokens { id prefix } }", json!({})).await;
        let id = list["apiTokens"].as_array().unwrap().iter().find(|t| revoked.starts_with(t["prefix"].as_str().unwrap())).unwrap()["id"].clone();
        let revoke = "mutation($id: ID!) { revokeApiToken(input: { id: $id }) { apiToken { isGood } userErrors { code } } }";
        assert_eq!(manager.data(revoke, json!({ "id": id })).await["revokeApiToken"]["apiToken"]["isGood"], false);
        let bad = [
            good[..good.len() - 1].to_owned(),
            good[..12].to_owned(),
            "wbg_".to_owned(),
            "x".repeat(10_000),
            revoked,
            token(&elsewhere, json!({})).await,
            // The client comes from 127.0.0.1.
            token(&environment, json!({ "networks": ["192.0.2.0/24"] })).await,
            manager.token().to_owned(),
            environment.stranger().ticket(&environment.person(Role::Manager).login).await,
        ];
        for text in bad {
            let replies = everywhere(&environment.stranger().program(&text)).await;
            assert_eq!(statuses(&replies), [401, 401, 401], "{text}");
            assert!(replies.iter().all(|reply| reply.body == replies[0].body && !reply.to_string().contains("wbg_")));
        }
        let near = token(&environment, json!({ "networks": ["127.0.0.0/8", "::1"] })).await;
        assert_eq!(environment.stranger().program(&near).run(VIEWER, json!({})).await.status, 200);
    }

    async fn jwt_08_a_token_beside_a_cookie_is_a_bad_request(server: &TestServer) {
        let environment = server.fresh().await;
        let good = token(&environment, json!({})).await;
        let program = environment.stranger().program(&good);
        let body = json!({ "query": VIEWER }).to_string();
        let cookies = [environment.client(Role::Manager).await.token().to_owned(), "anything".to_owned()];
        for cookie in cookies {
            let request = program.request(Method::POST, "/graphql").header("content-type", "application/json");
            let reply = program.send(request.header("cookie", format!("waarborg={cookie}")).body(body.clone())).await;
            assert_eq!(reply.status, 400, "{reply}");
        }
        let request = program.request(Method::POST, "/graphql").header("content-type", "application/json");
        let reply = program.send(request.header("cookie", "theme=dark").body(body)).await;
        assert_eq!(reply.status, 200, "another cookie does not matter: {reply}");
    }

    async fn mfa_11_basic_auth_and_tickets_open_nothing_and_no_program_touches_people_or_factors(server: &TestServer) {
        let environment = server.fresh().await;
        let stranger = environment.stranger();
        let login = environment.person(Role::Administrator).login.clone();
        let basic = STANDARD.encode(format!("{login}:{}", waarborg_tests::PASSWORD));
        let request = stranger.request(Method::POST, "/graphql").header("content-type", "application/json");
        let request = request.header("authorization", format!("Basic {basic}"));
        let reply = stranger.send(request.body(json!({ "query": VIEWER }).to_string())).await;
        assert_eq!(reply.json()["data"]["viewer"], Value::Null, "{reply}");

        let token = token(&environment, json!({ "canWrite": true })).await;
        let program = environment.stranger().program(&token);
        for operation in [
            "mutation { regenerateRecoveryCodes { codes } }",
            "mutation { beginSecondFactorReplacement { userErrors { code } } }",
            "mutation { confirmSecondFactorReplacement(input: { code: \"123456\" }) { codes } }",
            "mutation { stepUp(input: { code: \"123456\" }) { freshUntil } }",
            "mutation { endOtherSessions { userErrors { code } } }",
            "mutation { beginPasskeyRegistration { options } }",
            "mutation { finishPasskeyRegistration(input: { name: \"x\", credential: {} }) { userErrors { code } } }",
            "mutation { beginPasskeyStepUp { options } }",
            "mutation { createApiToken(input: { name: \"x\", expiresOn: \"2026-12-31\" }) { secret } }",
            "{ sessions { id } }",
            "{ passkeys { id } }",
            "{ apiTokens { id } }",
        ] {
            assert_eq!(program.run(operation, json!({})).await.outcome().0, "FORBIDDEN", "{operation}");
        }
        assert_eq!(program.run("mutation { signOut { userErrors { code } } }", json!({})).await.outcome().0, "UNAUTHENTICATED");
    }
}
