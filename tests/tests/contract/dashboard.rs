use chrono::Duration;
use domain::record::{self, NewRecord};
use kernel::{Clock, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, Environment, Reply, TestServer, asset, both_engines};

use super::agreed;

const BOARD: &str = "fragment D on Dashboard { id name isShared isHome version hiddenCards viewerCanEdit
    owner { displayName } cards { id width fault form { key }
        chart { key title(locale: NL) kind groupBy splitBy interval measure measureField field isOpenOnly
            tests { fieldKey anyOf isFilled from to } }
        data { total groups { key label colour filter } series { key label }
            cells { group series value colour filter } clocks { dueAt state record { code } } } } }";

async fn save(client: &Client, input: Value) -> Reply {
    let query = format!(
        "mutation($input: SaveDashboardInput!) {{ saveDashboard(input: $input) {{
        dashboard {{ ...D }} userErrors {{ code path params }} }} }} {BOARD}"
    );
    client.run(&query, json!({ "input": input })).await
}

async fn fill(server: &TestServer, environment: &Environment) {
    let ctx = environment.ctx_at(Role::Manager, server.clock.now() - Duration::days(40)).await;
    let owner = environment.person(Role::Manager).id;
    for (name, status) in [("Tablet", "planned"), ("Server", "in_use"), ("Kast", "in_use")] {
        let values = asset(name, owner);
        let new = NewRecord { form_key: "assets".into(), values, status: Some(status.into()) };
        record::create(&ctx, new).await.unwrap();
    }
}

fn cards() -> Value {
    let title = json!({ "nl": "Grafiek", "en": "Chart" });
    json!([
        { "formKey": "assets", "width": 4, "chart": { "title": title, "kind": "STACKED", "groupBy": "$status", "splitBy": "owner" } },
        { "formKey": "assets", "chart": { "title": title, "kind": "LINE", "groupBy": "$created", "interval": "MONTH" } },
        { "formKey": "risks", "width": 1, "chart": { "title": title, "kind": "NUMBER", "isOpenOnly": true,
            "tests": [{ "fieldKey": "$status", "isFilled": true }] } },
    ])
}

both_engines! {
    async fn dashboards_are_saved_for_oneself_and_shared(server: &TestServer) {
        let environment = server.fresh().await;
        fill(server, &environment).await;
        let (manager, employee) = (environment.client(Role::Manager).await, environment.client(Role::Employee).await);
        let input = json!({ "name": " Middelen ", "isShared": true, "isHome": true, "cards": cards() });
        let saved = save(&manager, input.clone()).await;
        agreed("save_dashboard", &environment, &saved);
        let id = saved.json()["data"]["saveDashboard"]["dashboard"]["id"].clone();
        let mut late = input.clone();
        (late["id"], late["version"], late["name"]) = (id.clone(), json!(0), json!("Te laat"));
        agreed("save_dashboard_that_somebody_changed", &environment, &save(&manager, late).await);
        let own = json!({ "name": "Eigen", "isShared": false, "isHome": false, "cards": [] });
        save(&employee, own).await;
        let list = "{ dashboards { id name isShared isHome version hiddenCards viewerCanEdit owner { displayName } } }";
        agreed("dashboards", &environment, &employee.run(list, json!({})).await);
        let one = format!("query($id: ID!) {{ dashboard(id: $id) {{ ...D }} }} {BOARD}");
        agreed("dashboard_with_hidden_cards", &environment, &employee.run(&one, json!({ "id": id })).await);
        let wrong = json!({ "name": "", "isShared": false, "isHome": false, "cards": [
            { "formKey": "gone", "chart": { "title": { "nl": "x" }, "kind": "NUMBER" } },
            { "formKey": "assets", "width": 9, "chart": { "title": {}, "kind": "NUMBER" } },
            { "formKey": "assets", "chart": { "title": { "nl": "x" }, "kind": "BAR", "groupBy": "supplier" } },
            { "formKey": "assets", "chart": { "title": { "nl": "x" }, "kind": "NUMBER", "measure": "SUM" } },
        ] });
        agreed("save_dashboard_with_everything_wrong", &environment, &save(&employee, wrong).await);
        let delete = "mutation($id: ID!) { deleteDashboard(input: { id: $id }) { deletedId userErrors { code } } }";
        agreed("delete_dashboard", &environment, &manager.run(delete, json!({ "id": id })).await);
        assert_eq!(manager.run(&one, json!({ "id": id })).await.json()["data"]["dashboard"], Value::Null);
    }

    async fn a_dashboard_of_24_cards_is_asked_for_at_once(server: &TestServer) {
        let environment = server.fresh().await;
        fill(server, &environment).await;
        let manager = environment.client(Role::Manager).await;
        let all: Vec<Value> = (0..8).flat_map(|_| cards().as_array().unwrap().clone()).collect();
        let input = json!({ "name": "Vol", "isShared": false, "isHome": false, "cards": all });
        let saved = save(&manager, input).await.json();
        assert_eq!(saved["data"]["saveDashboard"]["userErrors"], json!([]), "{saved}");
        let one = format!("query($id: ID!) {{ dashboard(id: $id) {{ ...D }} }} {BOARD}");
        let id = &saved["data"]["saveDashboard"]["dashboard"]["id"];
        let found = manager.data(&one, json!({ "id": id })).await;
        assert_eq!(found["dashboard"]["cards"].as_array().unwrap().len(), 24);
    }
}
