use kernel::Role;
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, both_engines};

use super::agreed;

const VIEW: &str = "fragment W on SavedView { id name isShared search viewerCanEdit owner { displayName } }";

async fn save(client: &Client, input: Value) -> waarborg_tests::Reply {
    let query = format!(
        "mutation($input: SaveViewInput!) {{ saveView(input: $input) {{
        savedView {{ ...W }} userErrors {{ code path params }} }} }} {VIEW}"
    );
    client.run(&query, json!({ "input": input })).await
}

both_engines! {
    async fn views_are_saved_for_oneself_and_shared(server: &TestServer) {
        let environment = server.fresh().await;
        let (manager, viewer) = (environment.client(Role::Manager).await, environment.client(Role::Viewer).await);
        let state = r#"{ "filter": { "status": ["open"] } }"#;
        let input = json!({ "formKey": "assets", "name": " Open ", "isShared": true, "state": state });
        let saved = save(&manager, input).await;
        agreed("save_view", &environment, &saved);
        let own = json!({ "formKey": "assets", "name": "Eigen", "state": "{}" });
        agreed("save_own_view", &environment, &save(&viewer, own).await);
        let wrong = json!({ "formKey": "assets", "name": "x".repeat(81), "state": "open" });
        agreed("save_view_with_everything_wrong", &environment, &save(&viewer, wrong).await);
        let list = format!("{{ form(key: \"assets\") {{ savedViews {{ ...W }} }} }} {VIEW}");
        agreed("saved_views", &environment, &viewer.run(&list, json!({})).await);
        let id = saved.json()["data"]["saveView"]["savedView"]["id"].clone();
        let delete = "mutation($id: ID!) { deleteView(input: { id: $id }) { userErrors { code } } }";
        agreed("delete_view", &environment, &manager.run(delete, json!({ "id": id })).await);
    }
}
