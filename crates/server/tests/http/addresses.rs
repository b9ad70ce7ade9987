//! Which addresses there are, whose they are, and what every answer carries.

use tenancy::TrustedProxies;
use waarborg_server::http::{ConnectionLimits, HttpSettings};

use crate::stage::Stage;

const ENVIRONMENT: &str = "{ environment { name } }";

#[tokio::test]
async fn ten_02_no_header_of_a_stranger_changes_whose_request_it_is() {
    let stage = Stage::new().await;
    for header in
        ["X-Forwarded-Host", "X-Original-Host", "X-Host", "X-Tenant-ID", "X-Forwarded-Server", "Forwarded"]
    {
        let value = if header == "Forwarded" { "host=other.example.test" } else { "other.example.test" };
        let reply = stage.query(&format!("{header}: {value}\r\n"), ENVIRONMENT).await;
        assert_eq!(reply.json()["data"]["environment"]["name"], "Test acme", "{header}");
    }
    let reply = stage.query(&format!("X-Tenant-ID: {}\r\n", stage.other.id), ENVIRONMENT).await;
    assert_eq!(reply.json()["data"]["environment"]["name"], "Test acme");
}

#[tokio::test]
async fn ten_02_a_proxy_of_ours_is_believed_about_host_and_scheme() {
    let settings = HttpSettings {
        proxies: TrustedProxies::new(vec!["127.0.0.0/8".parse().unwrap()]),
        ..HttpSettings::default()
    };
    let stage = Stage::with(settings, ConnectionLimits::default()).await;
    let forwarded = "X-Forwarded-Host: other.example.test\r\nX-Forwarded-Proto: https\r\n";
    let reply = stage.query(forwarded, ENVIRONMENT).await;
    assert_eq!(reply.json()["data"]["environment"]["name"], "Test other");
    assert!(reply.header("strict-transport-security").is_some());
    let plain = stage.query("", ENVIRONMENT).await;
    assert_eq!(plain.header("strict-transport-security"), None);
}

#[tokio::test]
async fn an_unknown_host_has_nothing_but_health() {
    let stage = Stage::new().await;
    for line in ["GET /", "POST /graphql", "GET /assets/a.js", "POST /uploads", "GET /downloads/x"] {
        let reply = stage.request(line, "Host: nobody.example.test\r\n").await;
        assert_eq!(reply.status, 404, "{line}");
        assert!(reply.body.contains("There is no environment at this address."), "{line}");
    }
    let health = stage.request("GET /healthz", "Host: nobody.example.test\r\n").await;
    assert_eq!((health.status, health.body.as_str()), (200, "ok\n"));
}

#[tokio::test]
async fn sup_05_there_is_nothing_behind_the_addresses_that_scanners_try() {
    let stage = Stage::new().await;
    for path in
        ["/.git/config", "/.env", "/assets/", "/assets/../../Cargo.toml", "/server.key", "/wp-login.php"]
    {
        let reply = stage.request(&format!("GET {path}"), "").await;
        assert!(reply.status == 404 || is_page(&reply.body), "{path} {reply:?}");
        assert!(!reply.body.contains("Index of") && !reply.body.contains("[workspace]"), "{path}");
    }
    for path in ["/metrics", "/debug", "/debug/pprof", "/graphiql", "/playground", "/admin", "/actuator"] {
        let reply = stage.request(&format!("GET {path}"), "").await;
        assert!(reply.status == 404 || is_page(&reply.body), "{path} {reply:?}");
    }
    for path in ["/", "/graphql", "/uploads", "/healthz", "/downloads/x"] {
        let reply = stage.request(&format!("TRACE {path}"), "X-Secret: 4711\r\n").await;
        assert_eq!((reply.status, reply.body.contains("4711")), (405, false), "{path}");
    }
}

/// The page of the application, which says itself that there is nothing here.
fn is_page(body: &str) -> bool {
    body.contains("<div id=\"root\">")
}

#[tokio::test]
async fn every_answer_carries_the_security_headers_and_an_id_of_ours() {
    let stage = Stage::new().await;
    for (line, headers) in [
        ("GET /", ""),
        ("GET /healthz", ""),
        ("GET /nothing.js", ""),
        ("GET /graphql", ""),
        ("GET /", "Host: nobody.example.test\r\n"),
        ("GET /", "Host: acme.example.test\r\nHost: other.example.test\r\n"),
    ] {
        let reply = stage.request(line, &format!("{headers}X-Request-Id: forged\r\n")).await;
        let policy = reply.header("content-security-policy").unwrap_or_else(|| panic!("{line} {reply:?}"));
        for part in
            ["script-src 'self';", "object-src 'none';", "frame-ancestors 'none';", "base-uri 'none';"]
        {
            assert!(policy.contains(part), "{policy}");
        }
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{line}");
        assert_eq!(reply.header("referrer-policy"), Some("same-origin"), "{line}");
        assert_eq!(reply.header("strict-transport-security"), None, "{line}");
        let id = reply.header("x-request-id").unwrap_or_else(|| panic!("{line} {reply:?}"));
        assert!(id.len() == 32 && id != "forged", "{id}");
    }
}
