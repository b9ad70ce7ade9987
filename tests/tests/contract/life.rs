use domain::record::{self, NewRecord};
use kernel::{Clock, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, asset, both_engines};

use super::agreed;

const STATE: &str = "fragment S on Record { code title version isArchived isDeleted deletedAt
    deletedBy { displayName } viewerCanEdit viewerCanArchive viewerCanDelete viewerCanPurge }";

async fn step(client: &Client, name: &str, ids: &[&Value]) -> waarborg_tests::Reply {
    let query = format!(
        "mutation($input: RecordsInput!) {{ {name}(input: $input) {{
            records {{ ...S }} userErrors {{ code path params }} }} }} {STATE}"
    );
    client.run(&query, json!({ "input": { "ids": ids } })).await
}

both_engines! {
    async fn records_are_archived_thrown_away_brought_back_and_purged(server: &TestServer) {
        let environment = server.fresh().await;
        let (manager, administrator) =
            (environment.client(Role::Manager).await, environment.client(Role::Administrator).await);
        let ctx = environment.ctx_at(Role::Manager, server.clock.now()).await;
        let mut ids = Vec::new();
        for name in ["Kast", "Stoel"] {
            let values = asset(name, environment.person(Role::Manager).id);
            let new = NewRecord { form_key: "assets".into(), values, status: None };
            ids.push(json!(record::create(&ctx, new).await.unwrap().id.to_string()));
        }
        let (one, both) = ([&ids[0]], [&ids[0], &ids[1]]);
        agreed("archive_records", &environment, &step(&manager, "archiveRecords", &both).await);
        agreed("unarchive_records", &environment, &step(&manager, "unarchiveRecords", &one).await);
        agreed("delete_records", &environment, &step(&manager, "deleteRecords", &both).await);
        agreed("archive_records_in_the_bin", &environment, &step(&manager, "archiveRecords", &both).await);

        let query = format!("{{ form(key: \"assets\") {{ recordCount
            archived: records(filter: {{ state: ARCHIVED }}) {{ totalCount }}
            deleted: records(filter: {{ state: DELETED }}, sort: {{ by: NUMBER, direction: ASC }}) {{
                totalCount nodes {{ ...S history {{ nodes {{ version kind changes {{ fieldKey }} }} }} }} }} }}
            recordByNumber(formKey: \"assets\", number: 1) {{ ...S }} }} {STATE}");
        agreed("recycle_bin", &environment, &administrator.run(&query, json!({})).await);
        let viewer = environment.client(Role::Viewer).await;
        agreed("recycle_bin_for_who_may_not_edit", &environment, &viewer.run(&query, json!({})).await);

        agreed("restore_records", &environment, &step(&manager, "restoreRecords", &one).await);
        agreed("purge_records", &environment, &step(&administrator, "purgeRecords", &[&ids[1]]).await);
        agreed("purge_records_in_use", &environment, &step(&administrator, "purgeRecords", &one).await);
        let gone = "query($id: ID!) { record(id: $id) { id }
            auditEvents(filter: { subjectId: $id }) { nodes { action subjectName details } } }";
        let reply = administrator.run(gone, json!({ "id": ids[1] })).await;
        agreed("a_purged_record_in_the_log", &environment, &reply);
    }
}
