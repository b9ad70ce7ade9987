use std::collections::BTreeSet;

use chrono::Duration;
use domain::record::{self, NewRecord, Value as FieldValue};
use kernel::{Clock, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, Environment, TestServer, asset, both_engines};

use super::agreed;

const LIST: &str = "query($filter: RecordFilter, $sort: RecordSort, $first: Int, $after: String) {
    form(key: \"assets\") { records(filter: $filter, sort: $sort, first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        edges { cursor node { code title status { key } updatedAt } } } } }";

/// Seven assets, some of which are equal in all but their number.
async fn fill(server: &TestServer, environment: &Environment) {
    let start = server.clock.now() - Duration::days(10);
    let owner = environment.person(Role::Manager).id;
    let names = ["Écran", "ecran", "Zaag", "Kast 10", "Kast 9", "kast 10", "Ümlaut"];
    for (number, name) in (0..).zip(names) {
        let ctx = environment.ctx_at(Role::Manager, start + Duration::days(number / 2)).await;
        let mut values =
            asset(name, if number % 3 == 0 { environment.person(Role::Viewer).id } else { owner });
        if number % 2 == 0 {
            #[allow(clippy::cast_precision_loss, reason = "a number below ten")]
            values.insert("quantity".into(), Some(FieldValue::Number(10.0 - number as f64)));
            values.insert("supplier".into(), Some(FieldValue::Text("Leverancier".into())));
        }
        let status = Some(if number < 3 { "planned" } else { "in_use" }.to_owned());
        record::create(&ctx, NewRecord { form_key: "assets".into(), values, status }).await.unwrap();
    }
}

/// The codes of a whole list, read in pages of three.
async fn all_pages(client: &Client, sort: &Value) -> Vec<String> {
    let mut codes = Vec::new();
    let mut after = Value::Null;
    loop {
        let data = client.data(LIST, json!({ "sort": sort, "first": 3, "after": after })).await;
        let records = &data["form"]["records"];
        let info = &records["pageInfo"];
        assert_eq!(info["hasPreviousPage"], json!(!after.is_null()), "{sort}");
        let edges = records["edges"].as_array().unwrap();
        assert_eq!(edges.last().map(|edge| &edge["cursor"]), Some(&info["endCursor"]), "{sort}");
        codes.extend(edges.iter().map(|edge| edge["node"]["code"].as_str().unwrap().to_owned()));
        assert!(codes.len() <= 7, "{sort}: {codes:?}");
        if info["hasNextPage"] == false {
            return codes;
        }
        after = info["endCursor"].clone();
    }
}

both_engines! {
    async fn a_list_is_filtered_sorted_and_paged(server: &TestServer) {
        let environment = server.fresh().await;
        fill(server, &environment).await;
        let viewer = environment.client(Role::Viewer).await;
        let owner = environment.person(Role::Manager).id.to_string();
        for (name, variables) in [
            ("list", json!({ "first": 3 })),
            ("list_by_title", json!({ "sort": { "by": "TITLE", "direction": "ASC" } })),
            ("list_by_quantity", json!({ "sort": { "by": "FIELD", "fieldKey": "quantity", "direction": "DESC" } })),
            ("list_searched", json!({ "filter": { "search": "ECRAN" } })),
            ("list_filtered", json!({ "filter": { "statusKeys": ["in_use"], "fields": [
                { "key": "owner", "users": [owner] },
                { "key": "name", "contains": "kast" },
                { "key": "availability", "anyOf": ["high", "low"] },
                { "key": "personal_data", "anyOf": ["YES"] },
            ] } })),
            ("list_filtered_by_numbers", json!({ "filter": { "fields": [
                { "key": "quantity", "numberFrom": 5.0, "numberTo": 8.0 },
            ] }, "sort": { "by": "NUMBER", "direction": "ASC" } })),
            ("list_of_what_is_empty", json!({ "filter": { "fields": [{ "key": "supplier", "isEmpty": true }] } })),
            ("list_by_a_field_that_cannot_be_sorted_by", json!({ "sort": { "by": "FIELD", "fieldKey": "description", "direction": "ASC" } })),
            ("list_by_no_field", json!({ "sort": { "by": "FIELD", "direction": "ASC" } })),
        ] {
            agreed(name, &environment, &viewer.run(LIST, variables).await);
        }
    }

    async fn a_list_tells_what_its_numbers_come_to(server: &TestServer) {
        let environment = server.fresh().await;
        fill(server, &environment).await;
        let viewer = environment.client(Role::Viewer).await;
        let query = "query($filter: RecordFilter, $fields: [String!]!) { form(key: \"assets\") {
            records(filter: $filter, first: 1) { totalCount
                totals(totalFields: $fields) { key count sum average minimum maximum } } } }";
        let filter = json!({ "fields": [{ "key": "quantity", "numberFrom": 5.0 }] });
        let fields = json!(["quantity", "name"]);
        let reply = viewer.run(query, json!({ "filter": filter, "fields": fields })).await;
        agreed("list_totals", &environment, &reply);
        let unknown = viewer.run(query, json!({ "fields": ["nothing"] })).await;
        assert_eq!(unknown.outcome().0, "BAD_REQUEST");
    }

    async fn pages_reach_every_record_once_by_every_sort_key_in_both_directions(server: &TestServer) {
        let environment = server.fresh().await;
        fill(server, &environment).await;
        let viewer = environment.client(Role::Viewer).await;
        let fields = viewer.data("{ form(key: \"assets\") { fields { key isSortable } } }", json!({})).await;
        let fields = fields["form"]["fields"].as_array().unwrap().clone();
        let sortable: Vec<_> = fields.iter().filter(|field| field["isSortable"] == true).collect();
        assert!(sortable.len() > 5, "{sortable:?}");
        let mut sorts: Vec<Value> =
            ["NUMBER", "TITLE", "STATUS", "UPDATED_AT", "CREATED_AT"].map(|by| json!({ "by": by })).into();
        sorts.extend(sortable.iter().map(|field| json!({ "by": "FIELD", "fieldKey": field["key"] })));
        for mut sort in sorts {
            sort["direction"] = json!("ASC");
            let up = all_pages(&viewer, &sort).await;
            let once: BTreeSet<_> = up.iter().collect();
            assert_eq!((up.len(), once.len()), (7, 7), "{sort}: {up:?}");
            sort["direction"] = json!("DESC");
            let mut down = all_pages(&viewer, &sort).await;
            down.reverse();
            assert_eq!(up, down, "{sort}");
        }
    }

    async fn a_record_made_between_two_pages_shifts_nothing(server: &TestServer) {
        let environment = server.fresh().await;
        fill(server, &environment).await;
        let viewer = environment.client(Role::Viewer).await;
        let sort = json!({ "by": "NUMBER", "direction": "DESC" });
        let first = viewer.data(LIST, json!({ "sort": sort, "first": 3 })).await;
        let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
        let values = asset("Nieuw", environment.person(Role::Manager).id);
        record::create(&ctx, NewRecord { form_key: "assets".into(), values, status: None }).await.unwrap();
        let after = &first["form"]["records"]["pageInfo"]["endCursor"];
        let second = viewer.data(LIST, json!({ "sort": sort, "first": 10, "after": after })).await;
        let codes: Vec<_> = second["form"]["records"]["edges"].as_array().unwrap().iter().map(|edge| edge["node"]["code"].clone()).collect();
        assert_eq!(json!(codes), json!(["BDM-0004", "BDM-0003", "BDM-0002", "BDM-0001"]));
    }
}
