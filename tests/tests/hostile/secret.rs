//! Secrets stay where they belong.

use std::{fmt::Write, path::Path};

use auth::testing::Authenticator;
use domain::audit::{self, AuditFilter};
use kernel::{Actor, Clock, PageRequest, Role};
use serde_json::{Value, json};
use waarborg_tests::{Engine, Environment, TestServer, alone_on_both_engines, code_at, journal};

const BEGIN: &str = "mutation($ticket: String!) { beginSecondFactorEnrollment(input: { ticket: $ticket }) {
    enrollment { secret otpauthUri } } }";
const CONFIRM: &str = "mutation($ticket: String!, $code: String!) {
    confirmSecondFactorEnrollment(input: { ticket: $ticket, code: $code }) { recoveryCodes } }";
const RECOVER: &str = "mutation($ticket: String!, $code: String!) {
    useRecoveryCode(input: { ticket: $ticket, code: $code }) { recoveryCodesLeft } }";
const CREATE: &str =
    "mutation { createApiToken(input: { name: \"Koppeling\", expiresOn: \"2026-12-31\" }) { secret } }";
const READ: &str =
    "{ viewer { recoveryCodesLeft hasPasskey freshUntil preferences user { displayName username } }
    sessions { id device userAgent address } passkeys { id name } apiTokens { id name prefix } }";

/// Goes through everything that has to do with secrets, and tells them, and what was answered afterwards.
async fn live(server: &TestServer, environment: &Environment) -> (Vec<String>, String) {
    let (newcomer, stranger) = (environment.add_newcomer(Role::Manager).await, environment.stranger());
    let ticket = stranger.ticket(&newcomer.login).await;
    let begun =
        stranger.data(BEGIN, json!({ "ticket": ticket })).await["beginSecondFactorEnrollment"]["enrollment"]
            .take();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let secret = text(&begun["secret"]);
    let code = code_at(&secret, server.clock.now());
    let confirmed = stranger.run(CONFIRM, json!({ "ticket": ticket, "code": code })).await;
    let codes: Vec<String> = confirmed.json()["data"]["confirmSecondFactorEnrollment"]["recoveryCodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(text)
        .collect();
    let second = stranger.ticket(&newcomer.login).await;
    let client = stranger.with_token(&confirmed.token().unwrap());
    let token = text(&client.data(CREATE, json!({})).await["createApiToken"]["secret"]);

    let mut after = String::new();
    let wrong = [codes[0].to_lowercase(), code.clone(), secret.clone(), token.clone()];
    let recovered = stranger.run(RECOVER, json!({ "ticket": second, "code": codes[0] })).await;
    after.push_str(&recovered.to_string());
    let third = stranger.ticket(&newcomer.login).await;
    for code in wrong {
        after.push_str(&stranger.run(RECOVER, json!({ "ticket": third, "code": code })).await.to_string());
    }
    let asked = client.data("mutation { beginPasskeyRegistration { options } }", json!({})).await;
    let authenticator = Authenticator::new(&format!("http://{}", environment.host));
    let answer = authenticator.create(&asked["beginPasskeyRegistration"]["options"]);
    let add = "mutation($credential: JSON!) { finishPasskeyRegistration(input: { name: \"Laptop\", credential: $credential }) { passkey { id } } }";
    after.push_str(&client.run(add, json!({ "credential": answer })).await.to_string());
    after.push_str(&client.run(READ, json!({})).await.to_string());
    after.push_str(&stranger.program(&token).run("{ viewer { role } }", json!({})).await.to_string());
    after.push_str(
        &stranger.program(&token[..token.len() - 1]).run("{ viewer { role } }", json!({})).await.to_string(),
    );
    after.push_str(&client.run(&format!("{{ {token} }}"), json!({})).await.status.to_string());
    let mut secrets = vec![
        waarborg_tests::PASSWORD.to_owned(),
        secret.replace(' ', ""),
        secret,
        text(&begun["otpauthUri"]),
        token[12..].to_owned(),
        ticket,
        second,
        third,
        confirmed.token().unwrap(),
        recovered.token().unwrap(),
    ];
    secrets.extend(codes.iter().map(|code| code.replace('-', "")));
    secrets.extend(codes);
    (secrets, after)
}

/// What is in files, whatever they are.
fn bytes_below(folder: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        bytes.extend(if path.is_dir() { bytes_below(&path) } else { std::fs::read(&path).unwrap() });
    }
    bytes
}

/// Every line of the audit log with what was sealed in it, opened.
async fn told_by_the_audit_log(environment: &Environment) -> String {
    let ctx = environment.ctx(Actor::System).await;
    let (mut told, mut page) = (String::new(), PageRequest::start(100));
    loop {
        let found = audit::list(&ctx, &AuditFilter::default(), &page).await.unwrap();
        page.after = found.items.last().map(|(cursor, _)| cursor.clone());
        let has_next = found.has_next;
        for event in found.into_items() {
            writeln!(told, "{} {}", event.action, Value::Object(event.details)).unwrap();
        }
        if !has_next {
            return told;
        }
    }
}

alone_on_both_engines! {
    async fn mfa_20_no_secret_is_in_a_log_an_audit_line_a_later_answer_or_a_file(server: &TestServer) {
        let environment = server.fresh().await;
        let (log, (secrets, after)) = journal(live(server, &environment)).await;
        assert!(log.contains("answered"), "the log was heard");
        let audit = told_by_the_audit_log(&environment).await;
        assert!(audit.contains("user.recovery_code_used") && audit.contains("api_token.created"), "{audit}");
        for secret in &secrets {
            for (sink, text) in [("the log", &log), ("the audit log", &audit), ("an answer", &after)] {
                assert!(!text.contains(secret.as_str()), "{secret} is in {sink}");
            }
        }
        if server.engine() == Engine::Sqlite {
            let files = bytes_below(&server.data_dir());
            for secret in &secrets {
                let found = files.windows(secret.len()).any(|window| window == secret.as_bytes());
                assert!(!found, "{secret} is in a file");
            }
        }
    }
}
