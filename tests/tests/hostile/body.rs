//! Requests that are no JSON with one operation.

use kernel::Role;
use serde_json::json;
use tokio::{io::AsyncWriteExt, net::TcpStream};
use waarborg_tests::{PASSWORD, RawReply, TestServer, alone_on_both_engines, both_engines};

const SIGN_OUT: &str = "mutation { signOut { userErrors { code } } }";
const WHO: &str = "{ viewer { role } }";

both_engines! {
    async fn gql_08_variables_100_000_deep_are_a_400(server: &TestServer) {
        let client = server.pair().await.a.stranger();
        let body = format!(r#"{{"query": "{{ __typename }}", "variables": {{"v": {}"#, "[".repeat(100_000));
        let request = client.request(reqwest::Method::POST, "/graphql").header("content-type", "application/json");
        assert_eq!(client.send(request.body(body)).await.status, 400);
        assert_eq!(client.data("{ __typename }", json!({})).await["__typename"], "Query");
    }

    async fn gql_10_a_batch_is_refused_and_none_of_it_is_run(server: &TestServer) {
        let environment = &server.pair().await.a;
        let person = environment.add_person(Role::Viewer).await;
        let guess = json!({ "query": format!("mutation {{ signIn(input: {{ login: \"{}\", password: \"wrong\" }}) {{ ticket }} }}", person.login) });
        for times in [10, 1_000] {
            let mut batch = vec![json!({ "query": WHO }); times / 2];
            batch.extend(vec![guess.clone(); times / 2]);
            let client = environment.stranger();
            let request = client.request(reqwest::Method::POST, "/graphql").header("content-type", "application/json");
            let reply = client.send(request.body(json!(batch).to_string())).await;
            assert_eq!(reply.status, 400, "{times}: {reply}");
        }
        // Five wrong passwords would have made them wait.
        environment.sign_in(&person).await;
    }

    async fn gql_11_a_mutation_by_get_is_a_405_and_is_not_run(server: &TestServer) {
        let environment = &server.pair().await.a;
        let person = environment.add_person(Role::Viewer).await;
        let client = environment.sign_in(&person).await;
        let reply = client.get("/graphql?query=mutation%20%7B%20signOut%20%7B%20userErrors%20%7B%20code%20%7D%20%7D%20%7D").await;
        assert_eq!((reply.status, reply.header("allow")), (405, Some("POST")));
        assert_eq!(client.data(WHO, json!({})).await["viewer"]["role"], "VIEWER");
    }

    async fn gql_12_what_a_form_on_another_site_can_send_is_refused_and_not_run(server: &TestServer) {
        let environment = &server.pair().await.a;
        let client = environment.sign_in(&environment.add_person(Role::Viewer).await).await;
        let body = json!({ "query": SIGN_OUT }).to_string();
        for content_type in
            ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql"]
        {
            let request = client.request(reqwest::Method::POST, "/graphql").header("content-type", content_type);
            assert_eq!(client.send(request.body(body.clone())).await.status, 415, "{content_type}");
        }
        let untyped = client.request(reqwest::Method::POST, "/graphql").body(body.clone());
        assert_eq!(client.send(untyped).await.status, 415);
        for (name, value) in [("origin", "https://evil.test"), ("origin", "null"), ("sec-fetch-site", "cross-site")] {
            let request = client.request(reqwest::Method::POST, "/graphql").header("content-type", "application/json");
            let reply = client.send(request.header(name, value).body(body.clone())).await;
            assert_eq!(reply.status, 403, "{name}: {value}");
        }
        assert_eq!(client.data(WHO, json!({})).await["viewer"]["role"], "VIEWER");
    }

    async fn a_password_of_a_megabyte_and_one_with_a_nul_are_refused_and_harm_nothing(server: &TestServer) {
        const SIGN_IN: &str = "mutation($p: String!) { signIn(input: { login: \"viewer\", password: $p }) { ticket userErrors { code } } }";
        let client = server.pair().await.b.stranger();
        let long = client.run(SIGN_IN, json!({ "p": "a".repeat(500_000) })).await;
        assert_eq!(long.outcome().0, "PASSWORD_TOO_LONG");
        let nul = client.run(SIGN_IN, json!({ "p": format!("{PASSWORD}\0") })).await;
        assert_eq!(nul.outcome().0, "INVALID_CREDENTIALS");
    }
}

/// Bytes of this process in memory.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("its memory");
    let kib: u64 = line.split_whitespace().nth(1).expect("a number").parse().expect("a number");
    kib * 1024
}

alone_on_both_engines! {
    async fn gql_13_a_body_of_100_mib_or_without_end_is_a_413_and_is_not_kept_in_memory(server: &TestServer) {
        const MIB: u64 = 1024 * 1024;
        server.pair().await;
        let head = "POST /graphql HTTP/1.1\r\nHost: a.localhost\r\nX-Requested-With: waarborg\r\n\
                    Content-Type: application/json\r\n";
        let chunk = format!("10000\r\n{}\r\n", "a".repeat(0x1_0000));
        let before = resident();
        let mut most = before;

        let announced = server.exchange(format!("{head}Content-Length: 104857600\r\n\r\n")).await;
        assert_eq!(announced.status, 413);

        let mut stream = TcpStream::connect(server.address).await.unwrap();
        stream.write_all(format!("{head}Transfer-Encoding: chunked\r\n\r\n").as_bytes()).await.unwrap();
        // 100 MiB, unless the server hangs up before, which it should.
        for _ in 0..1_600 {
            if stream.write_all(chunk.as_bytes()).await.is_err() {
                break;
            }
            most = most.max(resident());
        }
        let reply = RawReply::until_closed(&mut stream).await;
        // A server that hangs up while we still talk may have its answer lost on the way.
        assert!(matches!(reply.status, 413 | 0), "{reply:?}");
        assert!(most - before < 4 * MIB, "{} KiB more", (most - before) / 1024);

        let short = server.exchange(format!("{head}Content-Length: 2\r\nContent-Encoding: gzip\r\n\r\n\u{1f}x")).await;
        assert_eq!(short.status, 415);
    }
}
