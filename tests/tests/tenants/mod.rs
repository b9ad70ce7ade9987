//! Environments never touch: what belongs to one is to another as if it did not exist.

mod host;

use kernel::Role;
use serde_json::{Value, json};
use waarborg_tests::{Reply, TestServer, both_engines, workbook};

use crate::example::{Belongings, examples};

/// What can be told from a reply, but for ids that the caller sent along.
fn told(reply: &Reply, sent: &Value) -> (u16, String) {
    let mut body = String::from_utf8_lossy(&reply.body).into_owned();
    for text in texts(sent) {
        body = body.replace(&text, "[sent]");
    }
    (reply.status, body)
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) if text.len() >= 20 => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

both_engines! {
    async fn ten_06_gql_18_ids_cursors_and_tickets_of_another_environment_are_answered_as_random_ones(server: &TestServer) {
        let (a, b) = (server.fresh().await, server.fresh().await);
        let theirs = Belongings::make(server, &a).await;
        // Something must be there to be found by mistake.
        Belongings::make(server, &b).await;
        let random = theirs.with_random_ids();
        let callers = [
            ("an administrator", b.sign_in(b.person(Role::Administrator)).await),
            ("an employee", b.sign_in(b.person(Role::Employee)).await),
            ("nobody", b.stranger()),
        ];
        for (who, client) in callers {
            for (theirs, random) in examples(&theirs).into_iter().zip(examples(&random)) {
                if theirs.variables == random.variables {
                    continue;
                }
                let foreign = client.run(theirs.query, theirs.variables.clone()).await;
                let unknown = client.run(random.query, random.variables.clone()).await;
                assert_eq!(
                    told(&foreign, &theirs.variables),
                    told(&unknown, &random.variables),
                    "{} for {who}",
                    theirs.name()
                );
                assert!(!foreign.to_string().contains("Zuurstofkast") || theirs.case.contains("cursor"), "{foreign}");
            }
        }
    }

    async fn jwt_03_a_session_or_ticket_of_one_environment_is_worth_nothing_at_another(server: &TestServer) {
        let pair = server.pair().await;
        let administrator = pair.a.client(Role::Administrator).await;
        let viewer = "{ viewer { user { displayName } } }";
        assert_ne!(administrator.data(viewer, json!({})).await["viewer"], Value::Null);
        let elsewhere = administrator.at(&pair.b.host);
        assert_eq!(elsewhere.data(viewer, json!({})).await, json!({ "viewer": null }));
        assert_eq!(elsewhere.run("{ forms { key } }", json!({})).await.outcome().0, "UNAUTHENTICATED");
        assert_eq!(elsewhere.upload("a.xlsx", workbook(&[["Naam"]])).await.status, 401);

        let person = pair.a.add_person(Role::Administrator).await;
        let ticket = pair.a.stranger().ticket(&person.login).await;
        let as_session = pair.b.stranger().with_token(&ticket);
        assert_eq!(as_session.data(viewer, json!({})).await, json!({ "viewer": null }));
    }

    async fn exp_15_ten_06_a_download_or_upload_of_another_environment_is_not_found(server: &TestServer) {
        let (a, b) = (server.fresh().await, server.fresh().await);
        let theirs = Belongings::make(server, &a).await;
        let random = theirs.with_random_ids();
        let manager = b.client(Role::Manager).await;
        let (foreign, unknown) = (
            manager.get(&format!("/downloads/{}", theirs.job)).await,
            manager.get(&format!("/downloads/{}", random.job)).await,
        );
        assert_eq!((foreign.status, &foreign.body), (404, &unknown.body));
        let owner = a.client(Role::Manager).await.at(&b.host);
        assert_eq!(owner.get(&format!("/downloads/{}", theirs.job)).await.status, 401);
    }

    async fn people_of_two_environments_with_the_same_name_and_password_do_not_meet(server: &TestServer) {
        let (a, b) = (server.fresh().await, server.fresh().await);
        let belongings = Belongings::make(server, &a).await;
        let count = "{ forms { key recordCount } users { nodes { id } } jobs { nodes { id } } }";
        let empty = b.client(Role::Manager).await.data(count, json!({})).await;
        assert!(empty["forms"].as_array().unwrap().iter().all(|form| form["recordCount"] == 0), "{empty}");
        assert_eq!(empty["jobs"]["nodes"], json!([]));
        assert!(!empty.to_string().contains(&belongings.user));
    }
}
