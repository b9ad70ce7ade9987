//! Looking into a back-up while the environment goes on, and taking single records back from it.

use chrono::Duration;
use domain::file;
use kernel::{Actor, Role};
use reqwest::Method;
use serde_json::{Value, json};
use tenancy::BlobName;
use waarborg_tests::{Client, Environment, Reply, TestServer, both_engines};

use super::{MAKE, Stage, add_asset, all_proven, assets, by_hand, codes, restore_is};

const OPEN: &str = "mutation($input: OpenBackupInput!) {
    openBackup(input: $input) { restore { id purpose state openUntil } userErrors { code path } } }";
const CLOSE: &str = "mutation($id: ID!) { closeBackup(id: $id) { restore { state } userErrors { code } } }";
const COMPARE: &str =
    "query($look: ID!, $records: [ID!]!) { comparedWithBackup(restoreId: $look, recordIds: $records) {
    code title state changes { fieldKey before after } leftOut } }";
const TAKE: &str = "mutation($input: TakeFromBackupInput!) { takeFromBackup(input: $input) {
    records { id code title } userErrors { code path } } }";
const LIST: &str =
    "{ form(key: \"assets\") { records(first: 50) { nodes { id title code viewerCanEdit } } } }";
const UPDATE: &str =
    "mutation($input: UpdateRecordInput!) { updateRecord(input: $input) { userErrors { code } } }";
const DELETE: &str = "mutation($ids: [ID!]!) { deleteRecords(input: { ids: $ids }) { userErrors { code } } }";
const PURGE: &str = "mutation($ids: [ID!]!) { purgeRecords(input: { ids: $ids }) { userErrors { code } } }";
const COMMENT: &str =
    "mutation($input: AddCommentInput!) { addComment(input: $input) { userErrors { code } } }";
const WHOLE: &str = "query($id: ID!) { nodes(ids: [$id]) { ... on Record { title version code
    values { key value { ... on TextValue { text } ... on FileValue { files { id fileName } } } } comments(first: 5) { nodes { html } }
    history(first: 20) { nodes { version kind changes { fieldKey after } } } } } }";

/// A request that looks into a back-up.
async fn in_backup(client: &Client, look: &Value, query: &str) -> Reply {
    let request = client.request(Method::POST, "/graphql").header("Waarborg-Backup", look.as_str().unwrap());
    client.send(request.json(&json!({ "query": query }))).await
}

async fn listed(client: &Client) -> Value {
    client.data(LIST, json!({})).await["form"]["records"]["nodes"].take()
}

fn id_of(records: &Value, title: &str) -> Value {
    let found = records.as_array().unwrap().iter().find(|record| record["title"] == title);
    found.unwrap_or_else(|| panic!("no {title}: {records:#}"))["id"].clone()
}

async fn change(client: &Client, id: &Value, values: Value) {
    let now = client.data(WHOLE, json!({ "id": id })).await;
    let input = json!({ "id": id, "version": now["nodes"][0]["version"], "values": values });
    let changed = client.data(UPDATE, json!({ "input": input })).await;
    assert_eq!(codes(&changed["updateRecord"]), Vec::<String>::new());
}

/// A proven back-up that somebody looks into.
async fn opened(stage: &Stage, environment: &Environment) -> (Client, Value) {
    // A code is good once.
    stage.server.clock.advance(Duration::minutes(1));
    let administrator = environment.sign_in(environment.person(Role::Administrator)).await;
    let seen = stage.until(&administrator, all_proven).await;
    let backup = if seen["runs"].as_array().unwrap().iter().any(|run| run["reason"] == "HAND") {
        by_hand(&seen)["id"].clone()
    } else {
        seen["runs"][0]["id"].clone()
    };
    let input = json!({ "input": { "backupId": backup, "reason": "Wat stond er?" } });
    let asked = administrator.data(OPEN, input.clone()).await["openBackup"].take();
    assert_eq!(codes(&asked), Vec::<String>::new());
    assert_eq!(asked["restore"]["purpose"], "LOOK");
    let twice = administrator.data(OPEN, input).await["openBackup"].take();
    assert_eq!(codes(&twice), ["BACKUP_OPEN_ALREADY"]);
    stage.until(&administrator, restore_is("OPEN")).await;
    (administrator, asked["restore"]["id"].clone())
}

both_engines! {
    async fn s11_a_back_up_is_looked_into_and_records_come_back_from_it_with_all_that_hangs_on_them(server: &TestServer) {
        let stage = Stage::new(server.engine()).await;
        let environment = stage.server.fresh().await;
        for name in ["Rooster", "Scanner", "Verdwenen", "Blijft"] {
            add_asset(&environment, name).await;
        }
        let administrator = environment.client(Role::Administrator).await;
        let before = listed(&administrator).await;
        let [changed, binned, gone, same] = ["Rooster", "Scanner", "Verdwenen", "Blijft"].map(|title| id_of(&before, title));
        let file = administrator.request(Method::POST, "/files").header("x-file-name", "bewijs.pdf").body("%PDF-1.7 bewijs");
        let file = administrator.send(file).await.json();
        change(&administrator, &gone, json!([{ "key": "$files", "files": [file["id"]] }])).await;
        administrator.data(COMMENT, json!({ "input": { "recordId": gone, "html": "<p>Let op</p>" } })).await;
        let whole = administrator.data(WHOLE, json!({ "id": gone })).await["nodes"][0].take();
        stage.one_by_hand(&administrator).await;

        // What comes after the back-up: a change, the recycle bin, a removal for good with its file, something new.
        stage.server.clock.advance(Duration::minutes(5));
        let administrator = environment.sign_in(environment.person(Role::Administrator)).await;
        change(&administrator, &changed, json!([{ "key": "name", "text": "Roster" }])).await;
        administrator.data(DELETE, json!({ "ids": [binned, gone] })).await;
        administrator.data(PURGE, json!({ "ids": [gone] })).await;
        add_asset(&environment, "Nieuw").await;

        let (administrator, look) = opened(&stage, &environment).await;
        let held = in_backup(&administrator, &look, LIST).await.json()["data"]["form"]["records"]["nodes"].take();
        let mut titles: Vec<_> = held.as_array().unwrap().iter().map(|record| record["title"].as_str().unwrap().to_owned()).collect();
        titles.sort();
        assert_eq!(titles, ["Blijft", "Rooster", "Scanner", "Verdwenen"]);
        assert!(held.as_array().unwrap().iter().all(|record| record["viewerCanEdit"] == false));
        // Its file is there, too, by the link on its page; elsewhere it is gone.
        let path = format!("/files/{}", file["id"].as_str().unwrap());
        let kept = administrator.get(&format!("{path}?backup={}", look.as_str().unwrap())).await;
        assert_eq!((kept.status, kept.body.as_slice()), (200, b"%PDF-1.7 bewijs".as_slice()));
        let refused = in_backup(&administrator, &look, MAKE).await.json();
        assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");

        let all = json!([changed, binned, gone, same]);
        let compared = administrator.data(COMPARE, json!({ "look": look, "records": all })).await["comparedWithBackup"].take();
        let states: Vec<_> = compared.as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
        assert_eq!(states, ["CHANGED", "IN_RECYCLE_BIN", "GONE", "SAME"]);
        assert_eq!(compared[0]["changes"], json!([{ "fieldKey": "name", "before": "Roster", "after": "Rooster" }]));

        let taken = administrator.data(TAKE, json!({ "input": { "restoreId": look, "recordIds": all } })).await["takeFromBackup"].take();
        assert_eq!(codes(&taken), Vec::<String>::new());
        let titles: Vec<_> = taken["records"].as_array().unwrap().iter().map(|record| record["title"].as_str().unwrap()).collect();
        assert_eq!(titles, ["Rooster", "Scanner", "Verdwenen", "Blijft"]);
        assert_eq!(assets(&administrator).await.len(), 5);
        let back = administrator.data(WHOLE, json!({ "id": gone })).await["nodes"][0].take();
        assert_eq!((&back["code"], &back["values"], &back["comments"]), (&whole["code"], &whole["values"], &whole["comments"]));
        let kinds: Vec<_> = back["history"]["nodes"].as_array().unwrap().iter().map(|line| line["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["TAKEN_FROM_BACKUP", "UPDATED", "CREATED"]);
        assert_eq!(administrator.get(&path).await.body, b"%PDF-1.7 bewijs");
        let log = administrator.data("{ auditEvents(first: 30) { nodes { action } } auditChain { isIntact } }", json!({})).await;
        let actions: Vec<_> = log["auditEvents"]["nodes"].as_array().unwrap().iter().map(|event| event["action"].as_str().unwrap()).collect();
        assert!(["backup.opened", "backup.taken_from", "record.taken_from_backup"].iter().all(|action| actions.contains(action)), "{actions:?}");
        // Once more changes nothing.
        let again = administrator.data(COMPARE, json!({ "look": look, "records": all })).await["comparedWithBackup"].take();
        assert!(again.as_array().unwrap().iter().all(|one| one["state"] == "SAME"), "{again:#}");
        // The number after it is a new one, and all is backed up and proven as ever.
        add_asset(&environment, "Daarna").await;
        let made = administrator.data(MAKE, json!({})).await["makeBackup"]["backup"]["id"].take();
        stage.until(&administrator, |seen| seen["runs"].as_array().unwrap().iter().any(|run| run["id"] == made && run["state"] == "PROVEN")).await;
    }

    async fn a_look_is_for_those_who_may_restore_and_ends_when_it_is_closed(server: &TestServer) {
        let stage = Stage::new(server.engine()).await;
        let environment = stage.server.fresh().await;
        add_asset(&environment, "Rooster").await;
        let administrator = environment.client(Role::Administrator).await;
        stage.one_by_hand(&administrator).await;
        let file = administrator.request(Method::POST, "/files").header("x-file-name", "x.pdf").body("%PDF-1.7");
        administrator.send(file).await;
        let (administrator, look) = opened(&stage, &environment).await;
        let manager = environment.client(Role::Manager).await;
        assert_eq!(in_backup(&manager, &look, LIST).await.status, 403);
        let neighbour = stage.server.fresh().await.client(Role::Administrator).await;
        let foreign = in_backup(&neighbour, &look, LIST).await;
        assert_eq!((foreign.status, &foreign.json()["errors"][0]["extensions"]["code"]), (409, &json!("BACKUP_NOT_OPEN")));
        assert_eq!(in_backup(&administrator, &json!("restore_x"), LIST).await.status, 400);

        let closed = administrator.data(CLOSE, json!({ "id": look })).await["closeBackup"].take();
        assert_eq!(closed["restore"]["state"], "DONE");
        let log = administrator.data("{ auditEvents(first: 1) { nodes { action } } }", json!({})).await;
        assert_eq!(log["auditEvents"]["nodes"][0]["action"], "backup.closed");
        assert_eq!(in_backup(&administrator, &look, LIST).await.status, 409);
        let taken = administrator.data(TAKE, json!({ "input": { "restoreId": look, "recordIds": [] } })).await;
        assert_eq!(codes(&taken["takeFromBackup"]), ["BACKUP_NOT_OPEN"]);
        let twice = administrator.data(CLOSE, json!({ "id": look })).await["closeBackup"].take();
        assert_eq!(codes(&twice), ["TOO_LATE"]);
    }

    async fn s11_another_server_opens_the_same_back_up_when_somebody_comes_there(server: &TestServer) {
        let stage = Stage::new(server.engine()).await;
        let environment = stage.server.fresh().await;
        add_asset(&environment, "Toen").await;
        let administrator = environment.client(Role::Administrator).await;
        stage.one_by_hand(&administrator).await;
        let gone = id_of(&listed(&administrator).await, "Toen");
        administrator.data(DELETE, json!({ "ids": [gone] })).await;
        let (administrator, look) = opened(&stage, &environment).await;
        let there = administrator.over(stage.another_server().await);
        let then = in_backup(&there, &look, LIST).await.json();
        assert_eq!(id_of(&then["data"]["form"]["records"]["nodes"], "Toen"), gone);
        assert!(!listed(&there).await.to_string().contains("Toen"), "it is gone from what is now");
        let closed = there.data(CLOSE, json!({ "id": look })).await["closeBackup"].take();
        assert_eq!(codes(&closed), Vec::<String>::new());
        for client in [&administrator, &there] {
            assert_eq!(in_backup(client, &look, LIST).await.status, 409);
        }
    }

    async fn a_look_ends_by_itself_and_leaves_nothing_behind(server: &TestServer) {
        let stage = Stage::new(server.engine()).await;
        let environment = stage.server.fresh().await;
        add_asset(&environment, "Weg").await;
        let administrator = environment.client(Role::Administrator).await;
        let gone = id_of(&listed(&administrator).await, "Weg");
        let file = administrator.request(Method::POST, "/files").header("x-file-name", "x.pdf").body("%PDF-1.7 weg");
        let sent = administrator.send(file).await.json();
        change(&administrator, &gone, json!([{ "key": "$files", "files": [sent["id"]] }])).await;
        stage.one_by_hand(&administrator).await;
        administrator.data(DELETE, json!({ "ids": [gone] })).await;
        administrator.data(PURGE, json!({ "ids": [gone] })).await;
        // A day later nothing holds the file any more.
        stage.server.clock.advance(Duration::hours(25));
        let blobs = stage.server.app.tenancy.blobs(&environment.entry);
        let unheld = file::forget_unheld(&environment.ctx(Actor::System).await).await.unwrap();
        let [name] = unheld.as_slice() else { panic!("{unheld:?}") };
        let name: BlobName = name.parse().unwrap();
        blobs.delete(&name).await.unwrap();
        let (administrator, look) = opened(&stage, &environment).await;
        assert!(blobs.has(&name).await.unwrap(), "it came with the back-up");
        let stale = administrator.run(OPEN, json!({ "input": { "backupId": "x", "reason": "" } })).await.json();
        assert_eq!(codes(&stale["data"]["openBackup"]), ["BACKUP_UNKNOWN"]);

        stage.server.clock.advance(Duration::hours(8));
        let administrator = environment.sign_in(environment.person(Role::Administrator)).await;
        assert_eq!(in_backup(&administrator, &look, LIST).await.status, 409);
        stage.until(&administrator, |seen| seen["restores"][0]["state"] == "DONE").await;
        for _ in 0..200 {
            if !blobs.has(&name).await.unwrap() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert!(!blobs.has(&name).await.unwrap(), "what came with it went with it");
    }
}
