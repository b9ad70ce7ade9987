use serde_json::{Value, json};
use tenancy::{Host, on_both_engines};

use super::*;
use crate::{FREE_ATTEMPTS, FRESHNESS, PasskeyStep, testing::Authenticator};

const BAD_PASSKEY: &str = r#"INVALID_PASSKEY ["credential"] {}"#;
const ORIGIN: &str = "https://acme.example.test";

fn host() -> Host {
    "acme.example.test".parse().unwrap()
}

impl Stage {
    /// Adds a passkey, as a browser at the environment's address does.
    async fn add_passkey(&self, session: &NewSession) -> Authenticator {
        let ctx = self.holder(session).await;
        let authenticator = Authenticator::new(ORIGIN);
        let options = self.auth.begin_passkey_registration(&ctx, &host()).await.unwrap();
        let answer = authenticator.create(&options);
        let added =
            self.auth.finish_passkey_registration(&ctx, &host(), (" Laptop ", &answer)).await.unwrap();
        assert_eq!(added.name, "Laptop");
        authenticator
    }

    async fn ask_at_sign_in(&self, ticket: &Ticket) -> Result<Value, Error> {
        self.auth.begin_passkey_verification(&self.stranger(), &host(), &ticket.token).await
    }

    async fn sign_in_with(&self, ticket: &Ticket, credential: Value) -> Result<NewSession, Error> {
        let step =
            PasskeyStep { ticket: ticket.token.clone(), credential, user_agent: "Test/1.0".to_owned() };
        self.auth.verify_passkey(&self.stranger(), &host(), step).await
    }
}

on_both_engines! {
    async fn gap_13_a_passkey_takes_the_place_of_a_code_at_sign_in_on_any_server(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let elsewhere = stage.on_another_server(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        let mut passkey = stage.add_passkey(&session).await;
        assert!(stage.auth.has_passkey(&stage.holder(&session).await).await.unwrap());
        for _ in 0..2 {
            let ticket = stage.ticket("anna").await;
            assert!(ticket.has_passkey);
            let options = stage.ask_at_sign_in(&ticket).await.unwrap();
            assert_eq!((options["rpId"].as_str(), options["userVerification"].as_str()), (Some("acme.example.test"), Some("preferred")));
            assert_eq!(options["allowCredentials"][0]["id"], json!(passkey.id()));
            let signed_in = elsewhere.sign_in_with(&ticket, passkey.get(&options)).await.unwrap();
            assert_eq!(signed_in.user.id, anna.id);
            stage.holder(&signed_in).await.require_fresh().unwrap();
        }
        let listed = stage.auth.passkeys(&stage.holder(&session).await).await.unwrap();
        assert!(listed[0].last_used_at.is_some());
        assert_eq!((stage.audited("passkey.added").await, stage.audited("passkey.used").await), (1, 2));
        assert_eq!(stage.mails().await, ["passkey_added"]);
    }

    async fn a_question_takes_one_answer_right_or_wrong_and_only_for_the_ticket_it_was_asked_for(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let mut passkey = stage.add_passkey(&stage.session(&anna).await).await;
        let (one, two) = (stage.ticket("anna").await, stage.ticket("anna").await);
        assert_eq!(heard(stage.sign_in_with(&one, passkey.get(&json!({ "rpId": "acme.example.test", "challenge": "AAAAAAAAAAAAAAAAAAAAAA" }))).await), BAD_PASSKEY, "never asked");
        let asked = stage.ask_at_sign_in(&one).await.unwrap();
        assert_eq!(heard(stage.sign_in_with(&two, passkey.get(&asked)).await), BAD_PASSKEY, "another ticket's");
        let earlier = passkey.get(&asked);
        let again = stage.ask_at_sign_in(&one).await.unwrap();
        assert_eq!(heard(stage.sign_in_with(&one, earlier).await), BAD_PASSKEY, "an earlier question");
        assert_eq!(heard(stage.sign_in_with(&one, passkey.get(&again)).await), BAD_PASSKEY, "answered already");
        let late = stage.ask_at_sign_in(&one).await.unwrap();
        stage.pass(5 * 60);
        assert_eq!(heard(stage.sign_in_with(&one, passkey.get(&late)).await), BAD_PASSKEY, "too late");
        stage.pass(30);
        let fresh = stage.ask_at_sign_in(&one).await.unwrap();
        let answer = passkey.get(&fresh);
        assert_eq!(heard(stage.sign_in_with(&one, answer.clone()).await), "ok");
        assert_eq!(heard(stage.sign_in_with(&two, answer).await), BAD_PASSKEY, "replayed");
    }

    async fn answers_from_another_page_with_another_key_or_a_lower_counter_are_refused(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, bram) = (stage.enrolled("anna").await, stage.enrolled("bram").await);
        let passkey = stage.add_passkey(&stage.session(&anna).await).await;
        let brams = stage.add_passkey(&stage.session(&bram).await).await;
        let mut used = passkey.clone();
        let ticket = stage.ticket("anna").await;
        let options = stage.ask_at_sign_in(&ticket).await.unwrap();
        stage.sign_in_with(&ticket, used.get(&options)).await.unwrap();

        let elsewhere = used.at("https://acme.example.test.evil.test");
        let plain = used.at("http://acme.example.test");
        let forged = { let mut other = Authenticator::new(ORIGIN); other.counter = 7; other };
        for (mut answerer, case) in [(passkey, "a lower counter"), (elsewhere, "another page"), (plain, "plain http"), (brams, "a colleague's"), (forged, "nobody's")] {
            stage.pass(15 * 60);
            let ticket = stage.ticket("anna").await;
            let options = stage.ask_at_sign_in(&ticket).await.unwrap();
            assert_eq!(heard(stage.sign_in_with(&ticket, answerer.get(&options)).await), BAD_PASSKEY, "{case}");
        }
        stage.pass(15 * 60);
        let ticket = stage.ticket("anna").await;
        for junk in [json!(null), json!({}), json!("x".repeat(100_000)), json!({ "id": used.id() })] {
            stage.ask_at_sign_in(&ticket).await.unwrap();
            assert_eq!(heard(stage.sign_in_with(&ticket, junk).await), BAD_PASSKEY);
        }
        let options = stage.ask_at_sign_in(&ticket).await.unwrap();
        let mut spoilt = used.get(&options);
        // The signature of a later count: sound, by the same key, but over something else.
        spoilt["response"]["signature"] = used.get(&options)["response"]["signature"].take();
        assert_eq!(heard(stage.sign_in_with(&ticket, spoilt).await), BAD_PASSKEY, "another signature");
    }

    async fn mfa_12_failures_with_a_passkey_count_with_those_of_codes(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let mut passkey = stage.add_passkey(&stage.session(&anna).await).await;
        let wrong = stage.wrong_code(anna.id).await;
        for _ in 0..FREE_ATTEMPTS {
            assert_eq!(heard(stage.verify(&stage.ticket("anna").await, &wrong).await), BAD_CODE);
        }
        let ticket = stage.ticket("anna").await;
        let options = stage.ask_at_sign_in(&ticket).await.unwrap();
        assert_eq!(heard(stage.sign_in_with(&ticket, passkey.get(&options)).await), "wait 30");
    }

    async fn a_passkey_is_a_fresh_proof_for_its_own_session(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        let mut passkey = stage.add_passkey(&session).await;
        stage.clock.advance(FRESHNESS);
        let other = stage.session(&anna).await;
        let (ctx, others) = (stage.holder(&session).await, stage.holder(&other).await);
        assert_eq!(heard(ctx.require_fresh()), "StepUpRequired");
        let options = stage.auth.begin_passkey_step_up(&ctx, &host()).await.unwrap();
        let answer = passkey.get(&options);
        assert_eq!(heard(stage.auth.step_up_with_passkey(&others, &host(), &answer).await), BAD_PASSKEY);
        stage.auth.step_up_with_passkey(&ctx, &host(), &answer).await.unwrap();
        stage.holder(&session).await.require_fresh().unwrap();
        let ticket = stage.ticket("anna").await;
        assert_eq!(heard(stage.sign_in_with(&ticket, answer).await), BAD_PASSKEY, "it was no answer to sign-in");
    }

    async fn adding_and_removing_need_a_fresh_code_and_nobody_touches_anothers(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, bram) = (stage.enrolled("anna").await, stage.enrolled("bram").await);
        let (session, brams) = (stage.session(&anna).await, stage.session(&bram).await);
        let passkey = stage.add_passkey(&session).await;
        let ctx = stage.holder(&session).await;
        let options = stage.auth.begin_passkey_registration(&ctx, &host()).await.unwrap();
        assert_eq!(options["excludeCredentials"][0]["id"], json!(passkey.id()));
        let again = stage.auth.finish_passkey_registration(&ctx, &host(), ("x", &passkey.create(&options))).await;
        assert_eq!(heard(again), BAD_PASSKEY, "there already");
        let id = stage.auth.passkeys(&ctx).await.unwrap()[0].id;
        let theirs = stage.holder(&brams).await;
        assert_eq!(heard(stage.auth.rename_passkey(&theirs, id, "mine").await), "NotFound");
        assert_eq!(heard(stage.auth.remove_passkey(&theirs, id).await), "NotFound");
        assert_eq!(stage.auth.rename_passkey(&ctx, id, "Werk").await.unwrap().name, "Werk");
        assert_eq!(heard(stage.auth.rename_passkey(&ctx, id, "  ").await), r#"REQUIRED ["name"] {}"#);
        stage.clock.advance(FRESHNESS);
        let stale = stage.holder(&session).await;
        assert_eq!(heard(stage.auth.begin_passkey_registration(&stale, &host()).await), "StepUpRequired");
        assert_eq!(heard(stage.auth.remove_passkey(&stale, id).await), "StepUpRequired");
        stage.auth.step_up(&stale, &stage.code(anna.id).await.as_str().into()).await.unwrap();
        stage.auth.remove_passkey(&stage.holder(&session).await, id).await.unwrap();
        let ticket = stage.ticket("anna").await;
        assert!(!ticket.has_passkey);
        assert_eq!(heard(stage.ask_at_sign_in(&ticket).await), r#"NO_PASSKEY ["ticket"] {}"#);
        assert_eq!(stage.mails().await, ["passkey_added", "passkey_removed"]);
        assert_eq!(heard(stage.auth.passkeys(&stage.stranger()).await), "Unauthenticated");
    }

    async fn mfa_10_a_passkey_alone_opens_nothing(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        stage.user("bram").await;
        let session = stage.session(&anna).await;
        stage.add_passkey(&session).await;
        let enroll = stage.ticket("bram").await;
        assert_eq!(heard(stage.ask_at_sign_in(&enroll).await), "Unauthenticated");
        let posing = Ticket { token: session.token.clone(), ..enroll };
        assert_eq!(heard(stage.ask_at_sign_in(&posing).await), "Unauthenticated");
        assert_eq!(heard(stage.sign_in_with(&posing, json!({})).await), "Unauthenticated");
    }
}
