//! What goes wrong inside stays inside.

use kernel::{Actor, Role};
use sea_orm::ConnectionTrait;
use serde_json::json;
use waarborg_tests::{TestServer, both_engines};

both_engines! {
    async fn gql_17_a_fault_of_the_database_is_told_without_sql_paths_or_names_and_with_a_request_id(server: &TestServer) {
        let environment = server.fresh().await;
        let viewer = environment.client(Role::Viewer).await;
        let system = environment.ctx(Actor::System).await;
        system
            .write(async |tx| {
                let rename = "ALTER TABLE record RENAME TO lost";
                tx.connection().execute_unprepared(rename).await.map_err(kernel::Error::internal)
            })
            .await
            .unwrap();
        let reply = viewer.run("{ form(key: \"assets\") { records { nodes { title } } } }", json!({})).await;
        let error = &reply.json()["errors"][0];
        assert_eq!(error["extensions"]["code"], "INTERNAL", "{reply}");
        assert_eq!(error["extensions"]["requestId"].as_str(), reply.header("x-request-id"));
        let text = reply.to_string().to_lowercase();
        for word in ["select", "table", "relation", "sqlx", "sqlite", "postgres", "/", ".rs", "lost", "dberr"] {
            assert!(!text.contains(word), "{word}: {reply}");
        }
        // The rest of the environment is as it was.
        assert_eq!(viewer.run("{ viewer { role } }", json!({})).await.outcome().0, "ok");
    }
}
