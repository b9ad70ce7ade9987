//! The hostname decides, before anything is opened.

use std::{collections::BTreeSet, path::Path};

use waarborg_tests::{TestServer, alone_on_both_engines, statements};

/// Host headers that name no environment, with what they are.
fn strange_hosts() -> Vec<(&'static str, String)> {
    let host = |value: &str| format!("Host: {value}\r\n");
    vec![
        ("unknown", host("nobody.localhost")),
        ("a name within ours", host("x.a.localhost")),
        ("the end of ours", host("localhost")),
        ("none", String::new()),
        ("empty", host("")),
        ("two", format!("{}{}", host("a.localhost"), host("b.localhost"))),
        ("twice the same", host("a.localhost").repeat(2)),
        ("a list", host("a.localhost, b.localhost")),
        ("with a name before it", host("a.localhost@b.localhost")),
        ("a user", host("user@a.localhost")),
        ("an address", host("127.0.0.1")),
        ("an IPv6 address", host("[::1]:8080")),
        ("an IPv6 address that is none", host("[::1")),
        ("300 characters", host(&format!("{}.localhost", "a".repeat(300)))),
        ("a NUL", host("a.localhost\0")),
        ("a path", host("a.localhost/../b")),
        ("a port that is none", host("a.localhost:80a")),
        ("a dot at the end", host("a.localhost.")),
        ("two dots at the end", host("a.localhost..")),
        ("up a folder", host("../a.localhost")),
    ]
}

fn files(folder: &Path) -> BTreeSet<std::path::PathBuf> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        }
        found.insert(path);
    }
    found
}

alone_on_both_engines! {
    async fn ten_01_an_unknown_or_malformed_host_is_refused_and_nothing_is_opened(server: &TestServer) {
        server.pair().await;
        let before = files(&server.data_dir());
        let open = server.app.tenancy.pool_stats();
        for (what, header) in strange_hosts() {
            for request in ["GET / HTTP/1.1", "POST /graphql HTTP/1.1", "GET /downloads/job_x HTTP/1.1"] {
                let bytes = format!("{request}\r\n{header}Connection: close\r\nContent-Length: 0\r\n\r\n");
                let (asked, reply) = statements(server.exchange(bytes)).await;
                assert!(matches!(reply.status, 400 | 404), "{what}: {request}: {reply:?}");
                assert_eq!(asked, Vec::<String>::new(), "{what}: {request}");
                assert!(!reply.body.contains("localhost"), "{what}: {request}");
            }
        }
        assert_eq!(files(&server.data_dir()), before);
        assert_eq!(format!("{:?}", server.app.tenancy.pool_stats()), format!("{open:?}"));
    }

    async fn ten_01_an_environment_is_found_whatever_the_case_and_the_port(server: &TestServer) {
        server.pair().await;
        for host in ["a.localhost", "A.LocalHost", "a.localhost:8080"] {
            let body = r#"{"query":"{ environment { host } }"}"#;
            let reply = server
                .exchange(format!(
                    "POST /graphql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n\
                     X-Requested-With: waarborg\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                    body.len()
                ))
                .await;
            assert!(reply.body.contains(r#"{"data":{"environment":{"host":"a.localhost"}}}"#), "{host}: {reply:?}");
        }
    }

    async fn ten_01_headers_in_which_a_proxy_would_name_another_host_are_not_believed(server: &TestServer) {
        server.pair().await;
        let body = r#"{"query":"{ environment { host } }"}"#;
        for header in ["X-Forwarded-Host: b.localhost", "Forwarded: host=b.localhost", "X-Host: b.localhost", "X-Original-Host: b.localhost"] {
            let reply = server
                .exchange(format!(
                    "POST /graphql HTTP/1.1\r\nHost: a.localhost\r\n{header}\r\nContent-Type: application/json\r\n\
                     X-Requested-With: waarborg\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                    body.len()
                ))
                .await;
            assert!(reply.body.contains(r#""host":"a.localhost""#), "{header}: {reply:?}");
        }
    }
}
