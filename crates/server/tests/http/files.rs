//! Uploads and downloads.

use domain::job::{self, JobKind, JobResult, NewJob, Outcome};
use kernel::{Actor, Role};
use serde_json::json;
use tenancy::BlobName;

use crate::stage::{Stage, UPLOAD_BYTES};

const NAME: &str = "X-File-Name: risico%E2%80%99s.xlsx\r\n";

#[tokio::test]
async fn a_file_that_is_no_workbook_is_a_user_error_and_leaves_nothing() {
    let stage = Stage::new().await;
    let (_, cookie) = stage.sign_in(&stage.acme, "anna", Role::Manager).await;
    let reply = stage.post("/uploads", &format!("{cookie}{NAME}"), "the workbook").await;
    let error = &reply.json()["userErrors"][0];
    assert_eq!((reply.status, error["code"].as_str()), (422, Some("WORKBOOK_IS_TEXT")), "{reply:?}");
    assert_eq!(uploads_left(&stage), 0);
}

#[tokio::test]
async fn an_upload_of_a_stranger_of_who_may_not_import_or_of_another_site_is_refused() {
    let stage = Stage::new().await;
    assert_eq!(stage.post("/uploads", NAME, "x").await.status, 401);
    let (_, viewer) = stage.sign_in(&stage.acme, "vera", Role::Viewer).await;
    assert_eq!(stage.post("/uploads", &format!("{viewer}{NAME}"), "x").await.status, 403);
    let (_, cookie) = stage.sign_in(&stage.acme, "anna", Role::Manager).await;
    let foreign = format!("{cookie}{NAME}Origin: https://evil.test\r\n");
    assert_eq!(stage.post("/uploads", &foreign, "x").await.status, 403);
    assert_eq!(stage.post("/uploads", &cookie, "x").await.status, 400, "without a name");
}

#[tokio::test]
async fn gql_13_an_upload_too_large_or_empty_is_a_user_error_and_leaves_nothing() {
    let stage = Stage::new().await;
    let (_, cookie) = stage.sign_in(&stage.acme, "anna", Role::Manager).await;
    let headers = format!("{cookie}{NAME}");
    let large = "a".repeat(usize::try_from(UPLOAD_BYTES).unwrap() + 1);
    let reply = stage.post("/uploads", &headers, &large).await;
    let error = json!({ "code": "TOO_LARGE", "path": ["file"], "params": { "max": "10000" } });
    assert_eq!((reply.status, reply.json()), (413, json!({ "userErrors": [error] })));
    let reply = stage.post("/uploads", &headers, "").await;
    assert_eq!((reply.status, reply.json()["userErrors"][0]["code"].as_str()), (422, Some("REQUIRED")));

    assert_eq!(uploads_left(&stage), 0);
}

fn uploads_left(stage: &Stage) -> usize {
    let folder = stage.test.config().data_dir.join("tenants/acme/blobs/uploads");
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

/// A finished export of `actor`'s, and the path to its file.
async fn finished_export(stage: &Stage, actor: Actor) -> String {
    let ctx = stage.ctx(&stage.acme, actor).await;
    let new = NewJob { kind: JobKind::Export, input: json!({}), audit: json!({}) };
    let job = job::create(&ctx, new).await.unwrap();
    let name: BlobName = job.blob_name().parse().unwrap();
    stage.test.tenancy().blobs(&stage.acme).put(&name, "the report".into()).await.unwrap();
    let file =
        JobResult::File { name: "risico’s.pdf".to_owned(), media_type: "application/pdf".to_owned() };
    job::finish(&ctx, job.id, Outcome::Succeeded(file)).await.unwrap();
    format!("/downloads/{}", job.id)
}

#[tokio::test]
async fn a_download_is_an_attachment_under_its_own_name_that_nobody_keeps() {
    let stage = Stage::new().await;
    let (anna, cookie) = stage.sign_in(&stage.acme, "anna", Role::Manager).await;
    let path = finished_export(&stage, anna).await;
    let reply = stage.request(&format!("GET {path}"), &cookie).await;
    assert_eq!((reply.status, reply.body.as_str()), (200, "the report"));
    assert_eq!(reply.header("content-type"), Some("application/pdf"));
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    assert_eq!(
        reply.header("content-disposition"),
        Some("attachment; filename=\"risico_s.pdf\"; filename*=UTF-8''risico%E2%80%99s.pdf")
    );
    let head = stage.request(&format!("HEAD {path}"), &cookie).await;
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    let part = stage.request(&format!("GET {path}"), &format!("{cookie}Range: bytes=0-2\r\n")).await;
    assert_eq!((part.status, part.body.as_str()), (200, "the report"));
}

#[tokio::test]
async fn gql_18_the_download_of_a_colleague_of_another_environment_and_of_nobody_are_the_same_404() {
    let stage = Stage::new().await;
    let (anna, cookie) = stage.sign_in(&stage.acme, "anna", Role::Manager).await;
    let path = finished_export(&stage, anna).await;
    assert_eq!(stage.request(&format!("GET {path}"), "").await.status, 401);

    let (_, colleague) = stage.sign_in(&stage.acme, "bas", Role::Administrator).await;
    let (_, stranger) = stage.sign_in(&stage.other, "carla", Role::Administrator).await;
    let elsewhere = format!("Host: other.example.test\r\n{stranger}");
    let replies = [
        stage.request(&format!("GET {path}"), &colleague).await,
        stage.request(&format!("GET {path}"), &elsewhere).await,
        stage.request("GET /downloads/job_0190f7d6c0a77cc1a5a3f0d9b7e1c2d3", &cookie).await,
        stage.request("GET /downloads/..%2f..%2fcontrol.db", &cookie).await,
    ];
    for reply in &replies {
        assert_eq!((reply.status, &reply.body), (404, &replies[0].body));
    }
}
