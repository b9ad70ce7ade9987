//! Cursors that were made by nobody, or for something else.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::Role;
use serde_json::json;
use waarborg_tests::{TestServer, both_engines};

use crate::example::Belongings;

both_engines! {
    async fn gql_21_tampered_truncated_and_foreign_cursors_are_refused_in_every_list(server: &TestServer) {
        let environment = server.fresh().await;
        let own = Belongings::make(server, &environment).await;
        let manager = environment.client(Role::Manager).await;
        let id = &own.asset;
        let lists = [
            ("users", "query($id: ID!, $after: String) { users(after: $after) { nodes { id } } node(id: $id) { id } }", &own.user_cursor),
            ("jobs", "query($id: ID!, $after: String) { jobs(after: $after) { nodes { id } } node(id: $id) { id } }", &own.job_cursor),
            ("records", "query($id: ID!, $after: String) { form(key: \"assets\") { records(after: $after) { nodes { id } } } node(id: $id) { id } }", &own.record_cursor),
            ("history", "query($id: ID!, $after: String) { record(id: $id) { history(after: $after) { nodes { id } } } }", &own.history_cursor),
            ("references", "query($id: ID!, $after: String) { record(id: $id) { referencedBy(after: $after) { nodes { fieldKey } } } }", &own.reference_cursor),
        ];
        for (name, query, cursor) in lists {
            let good = manager.run(query, json!({ "id": id, "after": cursor })).await;
            assert_eq!(good.json().get("errors"), None, "{name}: {good}");
            let mut bad = vec![
                String::new(),
                "'; DROP TABLE record; --".to_owned(),
                URL_SAFE_NO_PAD.encode("1 OR 1=1"),
                URL_SAFE_NO_PAD.encode(r#"["records",{"Number":1}]"#),
                cursor[..cursor.len() - 3].to_owned(),
                format!("{cursor}AAAA"),
                "A".repeat(5_000),
            ];
            bad.extend(lists.iter().filter(|(other, _, _)| *other != name).map(|(_, _, cursor)| (*cursor).clone()));
            for cursor in bad {
                let reply = manager.run(query, json!({ "id": id, "after": cursor })).await;
                assert_eq!(reply.outcome().0, "BAD_REQUEST", "{name}: {cursor}: {reply}");
            }
        }
    }

    async fn gql_21_a_cursor_of_another_register_or_another_order_is_refused(server: &TestServer) {
        let environment = server.fresh().await;
        let own = Belongings::make(server, &environment).await;
        let manager = environment.client(Role::Manager).await;
        for list in [
            "form(key: \"incidents\") { records(after: $after) { nodes { id } } }",
            "form(key: \"assets\") { records(after: $after, sort: { by: NUMBER, direction: ASC }) { nodes { id } } }",
            "form(key: \"assets\") { records(after: $after, sort: { by: TITLE, direction: DESC }) { nodes { id } } }",
        ] {
            let query = format!("query($after: String) {{ {list} }}");
            let reply = manager.run(&query, json!({ "after": own.record_cursor })).await;
            assert_eq!(reply.outcome().0, "BAD_REQUEST", "{list}: {reply}");
        }
    }
}
