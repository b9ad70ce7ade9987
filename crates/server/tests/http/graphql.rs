//! `POST /graphql`, and nothing like it.

use kernel::Role;
use serde_json::json;
use tokio::{io::AsyncWriteExt, net::TcpStream};

use crate::stage::{Reply, Stage};

const ENVIRONMENT: &str = "{ environment { name } }";
const WHO: &str = "{ viewer { user { username } } }";
const MUTATION: &str = "mutation { signOut { userErrors { code } } }";

#[tokio::test]
async fn a_query_is_answered_in_the_media_type_that_was_asked_for() {
    let stage = Stage::new().await;
    for (accept, expected) in [
        ("", "application/json; charset=utf-8"),
        ("Accept: application/graphql-response+json\r\n", "application/graphql-response+json; charset=utf-8"),
    ] {
        let reply = stage.query(accept, ENVIRONMENT).await;
        assert_eq!((reply.status, reply.header("content-type")), (200, Some(expected)), "{reply:?}");
        assert_eq!(reply.json(), json!({ "data": { "environment": { "name": "Test acme" } } }));
        assert_eq!(reply.header("cache-control"), Some("no-store"));
    }
    assert_eq!(stage.query("Accept: text/html\r\n", ENVIRONMENT).await.status, 406);
}

#[tokio::test]
async fn gql_01_a_fragment_bomb_is_a_short_400_without_data() {
    let stage = Stage::new().await;
    let levels = (1..=24).fold(String::new(), |levels, next| {
        format!("{levels} fragment F{} on Query {{ ...F{next} ...F{next} }}", next - 1)
    });
    let bomb = format!("{{ ...F0 }}{levels} fragment F24 on Query {{ __typename }}");
    let reply = stage.query("Accept: application/graphql-response+json\r\n", &bomb).await;
    assert_eq!(reply.status, 400);
    assert_eq!(reply.json()["errors"][0]["extensions"]["reason"], "QUERY_TOO_MANY_SELECTIONS");
    assert_eq!(reply.json().get("data"), None);
    assert!(reply.body.len() < 2_000);
    assert_eq!(stage.query("", &bomb).await.status, 200);
}

#[tokio::test]
async fn gql_06_ten_unknown_directives_get_one_error_below_two_kilobytes() {
    let stage = Stage::new().await;
    for times in [10, 3_000] {
        let reply = stage.query("", &format!("{{ __typename {} }}", "@a ".repeat(times))).await;
        assert_eq!(reply.json()["errors"].as_array().unwrap().len(), 1, "{times}");
        assert!(reply.body.len() < 2_000, "{times}");
    }
}

#[tokio::test]
async fn gql_08_variables_100_000_deep_are_a_400() {
    let stage = Stage::new().await;
    let body = format!(r#"{{"query": "{{ __typename }}", "variables": {{"v": {}"#, "[".repeat(100_000));
    assert_eq!(stage.post("/graphql", "", &body).await.status, 400);
}

#[tokio::test]
async fn gql_10_a_batch_is_a_400() {
    let stage = Stage::new().await;
    for times in [1, 10, 1_000] {
        let batch = json!(vec![json!({ "query": ENVIRONMENT }); times]).to_string();
        let reply = stage.post("/graphql", "", &batch).await;
        assert_eq!((reply.status, reply.body.contains("Test acme")), (400, false), "{times}");
    }
}

#[tokio::test]
async fn gql_11_a_mutation_by_get_is_a_405_and_does_nothing() {
    let stage = Stage::new().await;
    let (_, cookie) = stage.sign_in(&stage.acme, "anna", Role::Employee).await;
    let query = "mutation%20%7B%20signOut%20%7B%20userErrors%20%7B%20code%20%7D%20%7D%20%7D";
    for method in ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY"] {
        let headers = format!("{cookie}X-Requested-With: waarborg\r\n");
        let reply = stage.request(&format!("{method} /graphql?query={query}"), &headers).await;
        assert_eq!((reply.status, reply.header("allow")), (405, Some("POST")), "{method}");
    }
    assert_eq!(stage.query(&cookie, WHO).await.json()["data"]["viewer"]["user"]["username"], "anna");
}

#[tokio::test]
async fn gql_12_what_a_form_of_another_site_can_send_is_refused_and_does_nothing() {
    let stage = Stage::new().await;
    let (_, cookie) = stage.sign_in(&stage.acme, "anna", Role::Employee).await;
    let body = json!({ "query": MUTATION }).to_string();
    for content_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
    ] {
        let headers = format!("{cookie}Content-Type: {content_type}\r\n");
        assert_eq!(stage.post("/graphql", &headers, &body).await.status, 415, "{content_type}");
    }
    for headers in ["Origin: https://evil.test\r\n", "Origin: null\r\n", "Sec-Fetch-Site: cross-site\r\n"] {
        assert_eq!(
            stage.post("/graphql", &format!("{cookie}{headers}"), &body).await.status,
            403,
            "{headers}"
        );
    }
    let bare = format!("POST /graphql HTTP/1.1\r\nHost: acme.example.test\r\n{cookie}Connection: close\r\n");
    let length = body.len();
    for headers in ["", "Content-Type: application/json\r\n"] {
        let reply = stage.exchange(format!("{bare}{headers}Content-Length: {length}\r\n\r\n{body}")).await;
        assert_eq!(reply.status, 403, "{headers}");
    }
    let untyped = format!("{bare}X-Requested-With: waarborg\r\nContent-Length: {length}\r\n\r\n{body}");
    assert_eq!(stage.exchange(untyped).await.status, 415);
    assert_eq!(stage.query(&cookie, WHO).await.json()["data"]["viewer"]["user"]["username"], "anna");
}

#[tokio::test]
async fn gql_13_a_body_of_100_mib_is_refused_by_its_length_and_one_without_end_by_its_size() {
    let stage = Stage::new().await;
    let head = "POST /graphql HTTP/1.1\r\nHost: acme.example.test\r\nX-Requested-With: waarborg\r\n\
                Content-Type: application/json\r\n";
    let announced = format!("{head}Content-Length: 104857600\r\n\r\n");
    assert_eq!(stage.exchange(announced).await.status, 413);

    let mut stream = TcpStream::connect(stage.address).await.unwrap();
    stream.write_all(format!("{head}Transfer-Encoding: chunked\r\n\r\n").as_bytes()).await.unwrap();
    let chunk = format!("10000\r\n{}\r\n", "a".repeat(0x1_0000));
    // One chunk beyond the limit of 1 MiB; the server must not wait for an end that never comes.
    for _ in 0..17 {
        stream.write_all(chunk.as_bytes()).await.unwrap();
    }
    assert_eq!(Reply::until_closed(&mut stream).await.status, 413);
    let gzip = stage.post("/graphql", "Content-Encoding: gzip\r\n", "\u{1f}").await;
    assert_eq!(gzip.status, 415);
}

#[tokio::test]
async fn a_session_is_good_for_its_own_environment_and_its_own_cookie_only() {
    let stage = Stage::new().await;
    let (_, cookie) = stage.sign_in(&stage.acme, "anna", Role::Employee).await;
    assert_eq!(stage.query(&cookie, WHO).await.json()["data"]["viewer"]["user"]["username"], "anna");
    let elsewhere = format!("Host: other.example.test\r\n{cookie}");
    assert_eq!(stage.query(&elsewhere, WHO).await.json()["data"]["viewer"], json!(null));
    for spoiled in
        [cookie.replace("__Host-", ""), cookie.replace("\r\n", "x\r\n"), format!("{cookie}{cookie}")]
    {
        assert_eq!(stage.query(&spoiled, WHO).await.json()["data"]["viewer"], json!(null), "{spoiled}");
    }
}
