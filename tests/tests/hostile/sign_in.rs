//! Ways around the second factor.

use chrono::Duration;
use kernel::{Clock, Role};
use serde_json::{Value, json};
use waarborg_tests::{Client, TestServer, both_engines, code_at, wrong_code};

const VERIFY: &str = "mutation($ticket: String!, $code: String!) {
    verifySecondFactor(input: { ticket: $ticket, code: $code }) { viewer { role } userErrors { code path } } }";
const BEGIN: &str = "mutation($ticket: String!) { beginSecondFactorEnrollment(input: { ticket: $ticket }) {
    enrollment { secret } userErrors { code } } }";
const CONFIRM: &str = "mutation($ticket: String!, $code: String!) {
    confirmSecondFactorEnrollment(input: { ticket: $ticket, code: $code }) { viewer { role } userErrors { code } } }";

async fn verify(client: &Client, ticket: &str, code: &str) -> (Option<String>, Value) {
    let reply = client.run(VERIFY, json!({ "ticket": ticket, "code": code })).await;
    (reply.token(), reply.json())
}

both_engines! {
    async fn mfa_02_a_code_works_once_and_the_second_time_sounds_like_a_wrong_one(server: &TestServer) {
        let environment = &server.pair().await.a;
        let person = environment.add_person(Role::Viewer).await;
        let (secret, now) = (person.secret.clone().unwrap(), server.clock.now());
        let client = environment.stranger();
        let wrong = verify(&client, &client.ticket(&person.login).await, &wrong_code(&secret, now)).await;
        assert_eq!(wrong.1["data"]["verifySecondFactor"]["userErrors"][0]["code"], "INVALID_CODE");
        assert_eq!(wrong.0, None);

        let (token, _) = verify(&client, &client.ticket(&person.login).await, &code_at(&secret, now)).await;
        assert!(token.is_some());
        let again = verify(&client, &client.ticket(&person.login).await, &code_at(&secret, now)).await;
        assert_eq!(again, wrong);
        let before = code_at(&secret, now - Duration::seconds(30));
        assert_eq!(verify(&client, &client.ticket(&person.login).await, &before).await, wrong);
    }

    async fn a_ticket_works_once(server: &TestServer) {
        let environment = &server.pair().await.a;
        let person = environment.add_person(Role::Viewer).await;
        let (secret, now) = (person.secret.clone().unwrap(), server.clock.now());
        let client = environment.stranger();
        let ticket = client.ticket(&person.login).await;
        assert!(verify(&client, &ticket, &code_at(&secret, now)).await.0.is_some());
        let later = code_at(&secret, now + Duration::seconds(30));
        let (token, reply) = verify(&client, &ticket, &later).await;
        assert_eq!((token, &reply["errors"][0]["extensions"]["code"]), (None, &json!("UNAUTHENTICATED")));
    }

    async fn codes_that_are_not_six_digits_are_refused_like_wrong_ones(server: &TestServer) {
        let environment = &server.pair().await.a;
        let person = environment.add_person(Role::Viewer).await;
        let client = environment.stranger();
        let ticket = client.ticket(&person.login).await;
        for code in ["", "12345", "1234567", "12345a", "１２３４５６", " 123456", "123456\0", "-12345", "1e5000"] {
            let (token, reply) = verify(&client, &ticket, code).await;
            assert_eq!(token, None);
            assert_eq!(reply["data"]["verifySecondFactor"]["userErrors"][0]["code"], "INVALID_CODE", "{code:?}");
        }
    }

    async fn wrong_codes_make_one_wait_whatever_ticket_they_come_with(server: &TestServer) {
        let environment = &server.pair().await.a;
        let person = environment.add_person(Role::Viewer).await;
        let (secret, now) = (person.secret.clone().unwrap(), server.clock.now());
        let client = environment.stranger();
        for _ in 0..5 {
            let ticket = client.ticket(&person.login).await;
            verify(&client, &ticket, &wrong_code(&secret, now)).await;
        }
        let ticket = client.ticket(&person.login).await;
        let (token, reply) = verify(&client, &ticket, &code_at(&secret, now)).await;
        assert_eq!((token, &reply["errors"][0]["extensions"]["code"]), (None, &json!("THROTTLED")));
        assert_eq!(reply["errors"][0]["extensions"]["retryAfterSeconds"], 30);
    }

    async fn mfa_14_who_skips_enrolment_reaches_nothing_and_the_ticket_ends_after_ten_minutes(server: &TestServer) {
        // A server of its own: time passes.
        let own = TestServer::start(server.engine()).await;
        let environment = own.fresh().await;
        let newcomer = environment.add_newcomer(Role::Administrator).await;
        let client = environment.stranger();
        let ticket = client.ticket(&newcomer.login).await;
        let (token, reply) = verify(&client, &ticket, "000000").await;
        assert_eq!((token, &reply["errors"][0]["extensions"]["code"]), (None, &json!("UNAUTHENTICATED")));
        let confirmed = client.run(CONFIRM, json!({ "ticket": ticket, "code": "000000" })).await;
        assert_eq!(confirmed.token(), None, "{confirmed}");
        for client in [client.clone(), client.with_token(&ticket)] {
            assert_eq!(client.run("{ viewer { role } }", json!({})).await.outcome().0, "null");
            assert_eq!(client.run("{ forms { key } }", json!({})).await.outcome().0, "UNAUTHENTICATED");
        }

        let begun = client.data(BEGIN, json!({ "ticket": ticket })).await;
        let secret = begun["beginSecondFactorEnrollment"]["enrollment"]["secret"].as_str().unwrap().to_owned();
        own.clock.advance(Duration::minutes(11));
        let code = code_at(&secret, own.clock.now());
        let late = client.run(CONFIRM, json!({ "ticket": ticket, "code": code })).await;
        assert_eq!((late.token(), late.outcome().0.as_str()), (None, "UNAUTHENTICATED"));
        let back = client.run(BEGIN, json!({ "ticket": ticket })).await;
        assert_eq!(back.outcome().0, "UNAUTHENTICATED");

        let fresh = client.ticket(&newcomer.login).await;
        let begun = client.data(BEGIN, json!({ "ticket": fresh })).await;
        let secret = begun["beginSecondFactorEnrollment"]["enrollment"]["secret"].as_str().unwrap().to_owned();
        let code = code_at(&secret, own.clock.now());
        let done = client.run(CONFIRM, json!({ "ticket": fresh, "code": code })).await;
        assert!(done.token().is_some(), "{done}");
    }

    async fn signing_out_ends_the_session_at_once_for_every_copy_of_its_cookie(server: &TestServer) {
        let environment = &server.pair().await.a;
        let client = environment.sign_in(&environment.add_person(Role::Manager).await).await;
        let copy = client.clone();
        assert_eq!(copy.run("{ viewer { role } }", json!({})).await.outcome().0, "ok");
        let reply = client.run("mutation { signOut { userErrors { code } } }", json!({})).await;
        assert!(reply.header("set-cookie").unwrap().contains("Max-Age=0"), "{reply}");
        assert_eq!(copy.run("{ viewer { role } }", json!({})).await.outcome().0, "null");
        assert_eq!(copy.run("{ forms { key } }", json!({})).await.outcome().0, "UNAUTHENTICATED");
    }

    async fn an_unknown_login_and_a_wrong_password_get_the_same_answer(server: &TestServer) {
        const SIGN_IN: &str = "mutation($login: String!) {
            signIn(input: { login: $login, password: \"not the password\" }) { ticket nextStep userErrors { code path params } } }";
        let environment = &server.pair().await.a;
        let person = environment.add_person(Role::Viewer).await;
        let wrong = environment.stranger().run(SIGN_IN, json!({ "login": person.login })).await;
        let unknown = environment.stranger().run(SIGN_IN, json!({ "login": "nobody-of-ours" })).await;
        assert_eq!(wrong.outcome().0, "INVALID_CREDENTIALS");
        assert_eq!(wrong.json(), unknown.json());
    }
}
