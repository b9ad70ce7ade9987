use domain::{
    comment,
    record::{self, NewRecord},
};
use kernel::{Clock, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, asset, both_engines};

use super::agreed;

const COMMENT: &str = "fragment C on Comment { id html plainText isDeleted createdAt editedAt
    author { displayName } mentions { id displayName } viewerCanEdit viewerCanDelete record { code } }";

async fn change(client: &Client, (name, input): (&str, &str), values: Value) -> waarborg_tests::Reply {
    let query = format!(
        "mutation($input: {input}!) {{ {name}(input: $input) {{
        comment {{ ...C }} userErrors {{ code path params }} }} }} {COMMENT}"
    );
    client.run(&query, json!({ "input": values })).await
}

both_engines! {
    async fn people_comment_on_a_record_and_name_each_other(server: &TestServer) {
        let environment = server.fresh().await;
        let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
        let values = asset("Kast", environment.person(Role::Manager).id);
        let kast = record::create(&ctx, NewRecord { form_key: "assets".into(), values, status: None }).await.unwrap();
        let id = kast.id.to_string();
        let (manager, viewer) = (environment.client(Role::Manager).await, environment.client(Role::Viewer).await);
        let named = environment.person(Role::Viewer).id;
        let html = format!("<p>Kijk <span data-mention=\"{named}\" class=\"x\">@Victor</span> <i>eens</i></p>");
        let add = ("addComment", "AddCommentInput");
        let added = change(&manager, add, json!({ "recordId": id, "html": html })).await;
        agreed("add_comment", &environment, &added);
        let said = added.json()["data"]["addComment"]["comment"]["id"].clone();
        agreed("add_comment_without_words", &environment,
            &change(&viewer, add, json!({ "recordId": id, "html": "<p></p>" })).await);
        // A second later: ids are in the order of time.
        let later = environment.ctx_at(Role::Viewer, server.clock.now() + chrono::Duration::seconds(1)).await;
        comment::add(&later, kast.id, "Gezien").await.unwrap();
        let edit = ("editComment", "EditCommentInput");
        agreed("edit_comment", &environment,
            &change(&manager, edit, json!({ "id": said, "html": "<p>Laat maar</p>" })).await);
        let delete = ("deleteComment", "DeleteCommentInput");
        agreed("delete_comment", &environment, &change(&manager, delete, json!({ "id": said })).await);
        let query = format!("query($id: ID!) {{ record(id: $id) {{ version viewerCanComment commentCount
            comments(first: 5) {{ nodes {{ ...C }} pageInfo {{ hasNextPage }} }} }} }} {COMMENT}");
        agreed("comments", &environment, &viewer.run(&query, json!({ "id": id })).await);
    }
}
