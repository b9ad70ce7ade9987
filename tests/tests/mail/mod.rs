//! Mails, from the request that causes them to the mail server, and what is told by their absence.

use ::mail::{
    Smtp, SmtpSettings,
    testing::{Demand, MailServer},
};
use kernel::Role;
use serde_json::{Value, json};
use server::Delivery;
use waarborg_tests::{TestServer, alone_on_both_engines, both_engines, statements};

const ASK: &str =
    "mutation($login: String!) { requestPasswordReset(input: { login: $login }) { userErrors { code } } }";
const SIGN_IN: &str =
    "mutation($input: SignInInput!) { signIn(input: $input) { ticket userErrors { code } } }";
const RESET: &str = "mutation($input: ChoosePasswordInput!) {
    resetPassword(input: $input) { username userErrors { code path } } }";
const LINK: &str = "query($token: String!) { accountLink(token: $token) { purpose username email } }";
const OUTBOX: &str = "{ environment { hasOutbox }
    outbox { nodes { id to subject kind text html locale } pageInfo { hasNextPage } } }";
const NEW: &str = "paarse fietsen zingen zacht";

/// The secret in a mail's text.
fn secret(text: &str) -> String {
    let (_, rest) = text.split_once("?token=").expect("a link");
    rest.split_whitespace().next().unwrap().to_owned()
}

pub(crate) fn smtp(server: &MailServer) -> Smtp {
    let settings = SmtpSettings {
        server: format!("smtp://waarborg:s3cret@localhost:{}?tls=required", server.port).parse().unwrap(),
        from: "noreply@waarborg.example".parse().unwrap(),
        reply_to: None,
        authority: Some(server.authority.clone()),
    };
    Smtp::new(&settings).unwrap()
}

both_engines! {
    async fn a_forgotten_password_is_chosen_anew_through_a_mail_that_really_arrives(server: &TestServer) {
        let mut mail_server = MailServer::start(Demand::StartTlsAndPassword).await;
        let smtp = smtp(&mail_server);
        let own = Box::pin(TestServer::start_with(server.engine(), |app| app.delivery = Delivery::Smtp(smtp))).await;
        let environment = own.fresh().await;
        let person = environment.add_person(Role::Manager).await;
        let stranger = environment.stranger();
        stranger.data(ASK, json!({ "login": person.login })).await;
        let mail = mail_server.next().await;
        assert!(mail.is_encrypted);
        assert_eq!(mail.header("From"), Some("Zorgpunt <noreply@waarborg.example>"));
        let token = secret(&mail.parts[0].2);
        let link = format!("http://{}:{}/reset-password?token={token}", environment.host, own.address.port());
        assert!(mail.parts[0].2.contains(&link), "{}", mail.parts[0].2);
        let found = stranger.data(LINK, json!({ "token": token })).await;
        assert_eq!(found["accountLink"]["purpose"], "PASSWORD_RESET");
        assert_eq!(found["accountLink"]["username"], person.login.as_str());
        let input = json!({ "input": { "token": token, "password": NEW } });
        let reset = stranger.data(RESET, input.clone()).await;
        assert_eq!(reset["resetPassword"], json!({ "username": person.login, "userErrors": [] }));
        let again = stranger.data(RESET, input).await;
        assert_eq!(again["resetPassword"]["userErrors"][0], json!({ "code": "LINK_INVALID", "path": ["token"] }));
        assert_eq!(mail_server.next().await.header("Subject"), Some("Your password was changed"));
        let signed_in = stranger.data(SIGN_IN, json!({ "input": { "login": person.login, "password": NEW } })).await;
        assert!(signed_in["signIn"]["ticket"].is_string());
    }

    async fn in_the_demo_everybody_sees_the_mails_of_their_environment_and_links_work(server: &TestServer) {
        let own = Box::pin(TestServer::start_with(server.engine(), |app| app.delivery = Delivery::Outbox)).await;
        let (environment, neighbour) = (own.fresh().await, own.fresh().await);
        let person = environment.add_person(Role::Manager).await;
        let stranger = environment.stranger();
        stranger.data(ASK, json!({ "login": person.login })).await;
        let seen = stranger.data(OUTBOX, json!({})).await;
        assert_eq!(seen["environment"]["hasOutbox"], true);
        let mail = &seen["outbox"]["nodes"][0];
        assert_eq!(mail["kind"], "password_reset");
        assert_eq!(mail["locale"], "EN");
        assert_eq!(mail["subject"], "Choose a new password for Zorgpunt");
        assert!(mail["to"].as_str().unwrap().ends_with("@example.test>"), "{mail}");
        let token = secret(mail["text"].as_str().unwrap());
        assert!(mail["html"].as_str().unwrap().contains(&token));
        let found = stranger.data(LINK, json!({ "token": token })).await;
        assert_eq!(found["accountLink"]["username"], person.login.as_str());
        let node = "query($id: ID!) { node(id: $id) { ... on Mail { subject } } }";
        let manager = environment.client(Role::Manager).await;
        assert_eq!(manager.data(node, json!({ "id": mail["id"] })).await["node"]["subject"], mail["subject"]);
        assert_eq!(neighbour.stranger().data(OUTBOX, json!({})).await["outbox"]["nodes"], json!([]));
        let elsewhere = neighbour.client(Role::Manager).await;
        assert_eq!(elsewhere.data(node, json!({ "id": mail["id"] })).await["node"], Value::Null);
    }

    async fn outside_the_demo_nobody_sees_a_mail(server: &TestServer) {
        let environment = server.fresh().await;
        let person = environment.add_person(Role::Manager).await;
        environment.stranger().data(ASK, json!({ "login": person.login })).await;
        let administrator = environment.client(Role::Administrator).await;
        for client in [environment.stranger(), administrator] {
            let seen = client.data(OUTBOX, json!({})).await;
            assert_eq!(seen["environment"]["hasOutbox"], false);
            assert_eq!(seen["outbox"]["nodes"], json!([]));
        }
    }
}

alone_on_both_engines! {
    /// What takes the same statements and the same hashes takes the same time; a clock on a busy machine
    /// would tell less.
    async fn mfa_22_the_database_is_asked_the_same_whoever_has_a_login_or_nobody(server: &TestServer) {
        let environment = server.fresh().await;
        let (known, other) = (environment.add_person(Role::Viewer).await, environment.add_person(Role::Viewer).await);
        let stranger = environment.stranger();
        // Who has signed in before has a key in the log; what is read once per server is read.
        environment.sign_in(&known).await;
        stranger.data(ASK, json!({ "login": other.login })).await;
        stranger.data(SIGN_IN, json!({ "input": { "login": other.login, "password": "wrong" } })).await;
        let ask = async |login: &str| {
            let login = login.to_owned();
            statements(stranger.run(ASK, json!({ "login": login }))).await
        };
        let (of_known, answer) = ask(&known.login).await;
        let (of_nobody, other_answer) = ask("nobody").await;
        assert_eq!(of_known, of_nobody);
        assert!(of_known.len() > 5, "{of_known:?}");
        assert_eq!(answer.json(), other_answer.json());
        let (again_known, again_nobody) = (ask(&known.login).await.0, ask("nobody").await.0);
        assert_eq!(again_known, again_nobody, "within five minutes");

        let sign_in = async |login: &str| {
            let input = json!({ "input": { "login": login, "password": "not the password" } });
            statements(stranger.run(SIGN_IN, input)).await
        };
        for attempt in 1..=5 {
            let (of_known, answer) = sign_in(&known.login).await;
            let (of_nobody, other_answer) = sign_in("nobody").await;
            assert_eq!(of_known, of_nobody, "attempt {attempt}");
            assert_eq!(answer.json(), other_answer.json());
        }
    }
}
