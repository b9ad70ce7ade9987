use tenancy::on_both_engines;

use super::*;
use crate::{FREE_ATTEMPTS, RECOVERY_CODES};

impl Stage {
    /// Somebody who has just enrolled, with their recovery codes.
    async fn with_codes(&self, name: &str) -> (User, NewSession, Vec<String>) {
        let user = self.user(name).await;
        let ticket = self.ticket(name).await;
        let shown = self.begin(&ticket).await.unwrap();
        let session = self.confirm(&ticket, &code_of(&shown, &self.clock)).await.unwrap();
        let codes = texts(session.recovery_codes.as_deref().unwrap());
        self.pass(30);
        (user, session, codes)
    }

    async fn recover(&self, ticket: &Ticket, code: &str) -> Result<NewSession, Error> {
        self.auth.use_recovery_code(&self.stranger(), step(ticket, code)).await
    }
}

fn texts(codes: &[SecretText]) -> Vec<String> {
    codes.iter().map(|code| code.expose().to_owned()).collect()
}

on_both_engines! {
    async fn gap_13_enrolment_gives_ten_codes_of_80_bits_each_of_which_signs_in_once(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, first, codes) = stage.with_codes("anna").await;
        assert_eq!(codes.iter().collect::<std::collections::HashSet<_>>().len(), RECOVERY_CODES);
        for code in &codes {
            let groups: Vec<_> = code.split('-').map(str::len).collect();
            assert_eq!(groups, [4, 4, 4, 4], "{code}");
        }
        assert_eq!(stage.auth.recovery_codes_left(&stage.holder(&first).await).await.unwrap(), 10);
        for (index, code) in codes.iter().enumerate() {
            let ticket = stage.ticket("anna").await;
            assert!(ticket.has_recovery_codes);
            let session = stage.recover(&ticket, code).await.unwrap();
            assert_eq!((session.user.id, session.recovery_codes_left), (anna.id, Some(9 - index as u64)));
            assert!(session.access.fresh_until.is_some());
            assert_eq!(heard(stage.recover(&stage.ticket("anna").await, code).await), BAD_CODE);
        }
        assert!(!stage.ticket("anna").await.has_recovery_codes);
        assert_eq!(stage.audited("user.recovery_code_used").await, 10);
        assert_eq!(stage.mails().await, ["recovery_code_used"; 10]);
    }

    async fn mfa_18_case_spaces_and_dashes_do_not_matter_and_malformed_codes_are_not_counted(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (_, _, codes) = stage.with_codes("anna").await;
        let before = stage.audit().await.len();
        let ticket = stage.ticket("anna").await;
        for malformed in ["", "1234", "123456", &format!("{}0", codes[0]), &codes[0].replace('-', "_"), "UUUU-UUUU-UUUU-UUUU"] {
            assert_eq!(heard(stage.recover(&ticket, malformed).await), BAD_CODE, "{malformed}");
        }
        assert_eq!(stage.audit().await.len(), before + 1, "the password alone");
        for variant in [codes[0].to_lowercase(), codes[1].replace('-', ""), format!("  {} ", codes[2].replace('-', " "))] {
            assert_eq!(heard(stage.recover(&stage.ticket("anna").await, &variant).await), "ok", "{variant}");
        }
        let digits = codes[3].replace('0', "o").replace('1', "l");
        assert_eq!(heard(stage.recover(&stage.ticket("anna").await, &digits).await), "ok");
    }

    async fn mfa_18_of_fifty_uses_at_once_on_two_servers_exactly_one_succeeds(test: TestTenancy) {
        let here = Stage::new(&test).await;
        let there = here.on_another_server(&test).await;
        let (_, _, codes) = here.with_codes("anna").await;
        let mut tickets = Vec::new();
        for _ in 0..50 {
            tickets.push(here.ticket("anna").await);
        }
        let attempts: Vec<_> = tickets
            .into_iter()
            .enumerate()
            .map(|(number, ticket)| {
                let server = if number % 2 == 0 { here.clone() } else { there.clone() };
                let code = codes[0].clone();
                tokio::spawn(async move { heard(server.recover(&ticket, &code).await) })
            })
            .collect();
        let mut answers = Vec::new();
        for attempt in attempts {
            answers.push(attempt.await.unwrap());
        }
        assert_eq!(answers.iter().filter(|answer| *answer == "ok").count(), 1, "{answers:?}");
        assert_eq!(here.audited("user.recovery_code_used").await, 1);
        assert_eq!(here.audited("user.signed_in").await, 2);
    }

    async fn mfa_18_new_codes_make_the_old_ones_worthless_and_need_a_fresh_code(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (_, session, old) = stage.with_codes("anna").await;
        let new = texts(&stage.auth.regenerate_recovery_codes(&stage.holder(&session).await).await.unwrap());
        assert!(new.iter().all(|code| !old.contains(code)));
        assert_eq!(heard(stage.recover(&stage.ticket("anna").await, &old[0]).await), BAD_CODE);
        assert_eq!(heard(stage.recover(&stage.ticket("anna").await, &new[0]).await), "ok");
        stage.pass(10 * 60);
        let stale = stage.holder(&session).await;
        assert_eq!(heard(stage.auth.regenerate_recovery_codes(&stale).await), "StepUpRequired");
        assert_eq!(heard(stage.auth.regenerate_recovery_codes(&stage.stranger()).await), "Unauthenticated");
        assert_eq!(stage.auth.recovery_codes_left(&stale).await.unwrap(), 9);
    }

    async fn mfa_18_a_colleagues_code_and_one_of_another_environment_are_refused(test: TestTenancy) {
        let (here, there) = (Stage::new(&test).await, Stage::at(&test, "other", CHEAP).await);
        here.with_codes("anna").await;
        let (_, _, brams) = here.with_codes("bram").await;
        let (_, _, elsewhere) = there.with_codes("anna").await;
        for code in [&brams[0], &elsewhere[0]] {
            assert_eq!(heard(here.recover(&here.ticket("anna").await, code).await), BAD_CODE);
        }
        assert_eq!(here.audited("user.recovery_code_refused").await, 2);
    }

    async fn mfa_18_wrong_recovery_codes_and_wrong_codes_of_the_app_are_counted_together(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, _, codes) = stage.with_codes("anna").await;
        let wrong = stage.wrong_code(anna.id).await;
        for attempt in 0..FREE_ATTEMPTS {
            let ticket = stage.ticket("anna").await;
            let answer = if attempt % 2 == 0 {
                heard(stage.recover(&ticket, "0000-0000-0000-0000").await)
            } else {
                heard(stage.verify(&ticket, &wrong).await)
            };
            assert_eq!(answer, BAD_CODE);
        }
        assert_eq!(heard(stage.recover(&stage.ticket("anna").await, &codes[0]).await), "wait 30");
        stage.pass(30);
        assert_eq!(heard(stage.recover(&stage.ticket("anna").await, &codes[0]).await), "ok");
    }

    async fn a_recovery_code_needs_the_password_first_and_is_no_code_for_step_up(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, session, codes) = stage.with_codes("anna").await;
        stage.user("bram").await;
        let enroll = stage.ticket("bram").await;
        assert_eq!(heard(stage.recover(&enroll, &codes[0]).await), "Unauthenticated");
        let posing = Ticket { token: session.token.clone(), ..enroll };
        assert_eq!(heard(stage.recover(&posing, &codes[0]).await), "Unauthenticated");
        let ctx = stage.holder(&session).await;
        assert_eq!(heard(stage.auth.step_up(&ctx, &codes[0].as_str().into()).await), BAD_CODE);
        let ticket = stage.ticket("anna").await;
        stage.set_status(anna.id, "archived").await;
        assert_eq!(heard(stage.recover(&ticket, &codes[0]).await), "Unauthenticated");
    }

    async fn mfa_20_a_recovery_code_is_neither_in_the_database_nor_in_the_audit_log_nor_in_a_debug_print(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (_, session, codes) = stage.with_codes("anna").await;
        stage.recover(&stage.ticket("anna").await, &codes[0]).await.unwrap();
        let backend = stage.db.read().get_database_backend();
        let rows = stage.db.read().query_all_raw(Statement::from_string(backend, "SELECT code_hash FROM recovery_code")).await.unwrap();
        let kept: Vec<String> = rows.iter().map(|row| row.try_get("", "code_hash").unwrap()).collect();
        assert_eq!(kept.len(), 9);
        let everything = format!("{:?} {kept:?} {session:?}", stage.audit().await);
        for code in &codes {
            assert!(!everything.contains(code.as_str()) && !everything.contains(&code.replace('-', "")), "{code}");
        }
    }
}
