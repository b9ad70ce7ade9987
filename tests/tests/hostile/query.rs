//! Operations that cost more than they are worth, or pry.

use kernel::Role;
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, both_engines};

/// Refused before it is validated: one short error with a reason, and no data.
async fn assert_refused(client: &Client, query: &str, reason: &str) {
    let reply = client.run(query, json!({})).await;
    let json = reply.json();
    assert_eq!(json["errors"].as_array().map(Vec::len), Some(1), "{reply}");
    assert_eq!(json["errors"][0]["extensions"]["code"], "BAD_REQUEST", "{reply}");
    assert_eq!(json["errors"][0]["extensions"]["reason"], reason, "{reply}");
    assert_eq!(json.get("data"), None, "{reply}");
    assert!(reply.body.len() < 2_000, "{} bytes", reply.body.len());
}

/// Fragments that each spread the next one several times.
fn bomb(levels: usize, spreads: usize) -> String {
    let fragment = |level: usize| {
        format!("fragment F{} on Query {{ {} }}", level - 1, format!("...F{level} ").repeat(spreads))
    };
    let fragments: Vec<_> = (1..=levels).map(fragment).collect();
    format!("{{ ...F0 }}\n{}\nfragment F{levels} on Query {{ __typename }}", fragments.join("\n"))
}

both_engines! {
    async fn gql_01_gql_02_fragment_bombs_are_refused_with_a_short_error(server: &TestServer) {
        let pair = server.pair().await;
        for client in [pair.a.stranger(), pair.a.client(Role::Manager).await] {
            assert_refused(&client, &bomb(24, 2), "QUERY_TOO_MANY_SELECTIONS").await;
            assert_refused(&client, &bomb(4, 60), "QUERY_TOO_MANY_SELECTIONS").await;
        }
    }

    async fn gql_05_a_field_written_500_or_5_000_times_is_refused(server: &TestServer) {
        let client = server.pair().await.a.stranger();
        assert_refused(&client, &format!("{{ {} }}", "__typename ".repeat(500)), "QUERY_TOO_MANY_REPEATS").await;
        let many = client.run(&format!("{{ {} }}", "__typename ".repeat(5_000)), json!({})).await;
        assert_eq!(many.json()["errors"][0]["extensions"]["code"], "BAD_REQUEST");
        assert!(many.body.len() < 2_000);
    }

    async fn gql_06_ten_or_5_000_directives_on_a_field_or_on_the_operation_get_one_error(server: &TestServer) {
        let client = server.pair().await.a.stranger();
        for query in [
            format!("{{ __typename {} }}", "@a ".repeat(10)),
            format!("{{ __typename {} }}", "@a ".repeat(5_000)),
            format!("query Q {} {{ __typename }}", "@a ".repeat(5_000)),
            format!("query Q {} {{ __typename }}", "@include(if: true) ".repeat(1_000)),
        ] {
            let reply = client.run(&query, json!({})).await;
            assert_eq!(reply.json()["errors"].as_array().map(Vec::len), Some(1));
            assert_eq!(reply.json().get("data"), None);
            assert!(reply.body.len() < 2_000, "{} bytes", reply.body.len());
        }
    }

    async fn gql_08_a_selection_33_deep_and_a_literal_of_65_lists_are_refused(server: &TestServer) {
        let client = server.pair().await.a.stranger();
        let deep = format!("{}id{}", "{ node ".repeat(33), " }".repeat(33));
        assert_refused(&client, &deep, "QUERY_TOO_NESTED").await;
        let literal = format!("{{ nodes(ids: {}1{}) {{ id }} }}", "[".repeat(65), "]".repeat(65));
        assert_refused(&client, &literal, "QUERY_LITERAL_TOO_DEEP").await;
        let fields = format!("{}id{}", "{ node ".repeat(16), " }".repeat(16));
        assert_refused(&client, &fields, "QUERY_TOO_DEEP").await;
    }

    async fn gql_09_fragments_that_spread_themselves_or_each_other_are_refused(server: &TestServer) {
        let client = server.pair().await.a.stranger();
        for query in [
            "{ ...A } fragment A on Query { ...A }",
            "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
            "{ __typename } fragment A on Query { ...B } fragment B on Query { ...A }",
        ] {
            assert_refused(&client, query, "QUERY_FRAGMENT_CYCLE").await;
        }
    }

    async fn gql_15_nobody_learns_of_the_schema_without_signing_in(server: &TestServer) {
        let pair = server.pair().await;
        for query in [
            "{ __schema { types { name } } }",
            "{ s: __schema { queryType { name fields { name } } } }",
            "{ t: __type(name: \"Record\") { name fields { name } } }",
            "{ ...F } fragment F on Query { __schema { types { name } } }",
        ] {
            let reply = pair.a.stranger().run(query, json!({})).await;
            for name in ["\"Record\"", "recordByNumber", "\"Form\"", "viewerCanEdit"] {
                assert!(!reply.to_string().contains(name), "{query}: {reply}");
            }
            let known = pair.a.client(Role::Viewer).await.data(query, json!({})).await;
            assert!(known.as_object().unwrap().values().all(|value| !value.is_null()), "{query}");
        }
        // A hash of a query nobody sent is no way around it.
        let hash = json!({ "query": "", "extensions": { "persistedQuery": { "version": 1, "sha256Hash": "00" } } });
        let request = pair.a.stranger().request(reqwest::Method::POST, "/graphql");
        let request = request.header("content-type", "application/json").body(hash.to_string());
        let reply = pair.a.stranger().send(request).await.json();
        assert_eq!(reply["errors"][0]["extensions"]["code"], "BAD_REQUEST");
    }

    async fn gql_16_a_misspelt_name_gets_no_suggestion(server: &TestServer) {
        let pair = server.pair().await;
        for (query, close) in [
            ("{ viewr { role } }", "viewer"),
            ("{ viewer { rol } }", "role"),
            ("{ users(frist: 1) { nodes { id } } }", "first"),
            ("{ viewer { ... on Usr { id } } }", "User"),
            ("{ form(key: \"assets\") { records(sort: { by: NUMBR, direction: ASC }) { totalCount } } }", "NUMBER"),
            ("mutation { signOt { userErrors { code } } }", "signOut"),
            ("mutation { signIn(input: { logn: \"a\", password: \"b\" }) { ticket } }", "did you mean"),
        ] {
            for client in [pair.a.stranger(), pair.a.client(Role::Viewer).await] {
                let reply = client.run(query, json!({})).await;
                assert_eq!(reply.json()["errors"][0]["extensions"]["code"], "BAD_REQUEST", "{query}: {reply}");
                let messages = reply.json()["errors"].as_array().unwrap().iter().map(|e| e["message"].to_string()).collect::<String>();
                assert!(!messages.to_lowercase().contains("did you mean"), "{query}: {reply}");
                let words: Vec<_> = messages.split(|c: char| !c.is_alphanumeric()).collect();
                assert!(!words.contains(&close), "{query}: {reply}");
            }
        }
    }

    async fn a_page_of_more_than_100_or_fewer_than_1_is_refused(server: &TestServer) {
        let viewer = server.pair().await.a.client(Role::Viewer).await;
        for first in [-1, 0, 101, i32::MAX] {
            let query = "query($first: Int) { users(first: $first) { nodes { id } } }";
            assert_eq!(viewer.run(query, json!({ "first": first })).await.outcome().0, "BAD_REQUEST", "{first}");
        }
        let ids: Value = (0..101).map(|number| format!("rec_{number:032x}")).collect();
        let query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
        assert_eq!(viewer.run(query, json!({ "ids": ids })).await.outcome().0, "BAD_REQUEST");
    }
}
