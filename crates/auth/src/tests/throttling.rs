use tenancy::on_both_engines;

use super::*;
use crate::{FREE_ATTEMPTS, LONGEST_BLOCK};

const WRONG: &str = "not the password";

on_both_engines! {
    async fn after_five_failures_one_waits_and_the_right_password_waits_too(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        for _ in 0..FREE_ATTEMPTS {
            assert_eq!(heard(stage.sign_in("anna", WRONG).await), BAD_CREDENTIALS);
        }
        assert_eq!(heard(stage.sign_in("anna", PASSWORD).await), "wait 30");
        stage.pass(29);
        assert_eq!(heard(stage.sign_in("anna", PASSWORD).await), "wait 1");
        stage.pass(1);
        assert_eq!(heard(stage.sign_in("anna", WRONG).await), BAD_CREDENTIALS);
        assert_eq!(heard(stage.sign_in("anna", PASSWORD).await), "wait 60");
        stage.pass(60);
        assert_eq!(heard(stage.sign_in("anna", PASSWORD).await), "ok");
        for _ in 0..FREE_ATTEMPTS {
            assert_eq!(heard(stage.sign_in("anna", WRONG).await), BAD_CREDENTIALS);
        }
        assert_eq!(heard(stage.sign_in("anna", WRONG).await), "wait 30");
    }

    async fn mfa_22_a_name_nobody_has_waits_just_as_long(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        for login in ["anna", "nobody"] {
            let mut answers = Vec::new();
            for variant in [login.to_owned(), login.to_uppercase(), format!(" {login} ")].iter().cycle().take(6) {
                answers.push(heard(stage.sign_in(variant, WRONG).await));
            }
            assert_eq!(answers[..5], [BAD_CREDENTIALS; 5], "{login}");
            assert_eq!(answers[5], "wait 30", "{login}");
        }
    }

    async fn failures_survive_a_restart(test: TestTenancy) {
        let mut stage = Stage::new(&test).await;
        stage.user("anna").await;
        for _ in 0..FREE_ATTEMPTS {
            let _ = stage.sign_in("anna", WRONG).await;
        }
        stage.auth = Auth::new(CHEAP).unwrap();
        assert_eq!(heard(stage.sign_in("anna", PASSWORD).await), "wait 30");
    }

    async fn of_twenty_wrong_passwords_at_once_no_more_than_five_are_tried(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        let attempts: Vec<_> = (0..20)
            .map(|_| {
                let stage = stage.clone();
                tokio::spawn(async move { heard(stage.sign_in("anna", WRONG).await) })
            })
            .collect();
        let mut answers = Vec::new();
        for attempt in attempts {
            answers.push(attempt.await.unwrap());
        }
        assert_eq!(answers.iter().filter(|answer| *answer == BAD_CREDENTIALS).count(), 5, "{answers:?}");
        assert_eq!(answers.iter().filter(|answer| *answer == "wait 30").count(), 15, "{answers:?}");
    }

    async fn mfa_09_a_hundred_wrong_passwords_of_a_stranger_do_not_keep_the_owner_out(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let office = stage.ctx(Actor::Anonymous, Some("192.0.2.10".parse().unwrap()));
        let ticket = stage.sign_in_as(&office, "anna", PASSWORD).await.unwrap();
        stage.auth.verify(&office, step(&ticket, &stage.code(anna.id).await)).await.unwrap();

        let elsewhere = stage.ctx(Actor::Anonymous, Some("198.51.100.7".parse().unwrap()));
        for _ in 0..100 {
            let _ = stage.sign_in_as(&elsewhere, "anna", WRONG).await;
            stage.pass(60);
        }
        assert!(heard(stage.sign_in_as(&elsewhere, "anna", PASSWORD).await).starts_with("wait "));
        let ticket = stage.sign_in_as(&office, "anna", PASSWORD).await.unwrap();
        let session = stage.auth.verify(&office, step(&ticket, &stage.code(anna.id).await)).await;
        assert_eq!(heard(session), "ok");

        stage.clock.advance(LONGEST_BLOCK);
        assert_eq!(heard(stage.sign_in_as(&elsewhere, "anna", PASSWORD).await), "ok");
    }

    async fn wrong_codes_are_counted_over_all_tickets_and_apart_from_passwords(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let wrong = stage.wrong_code(anna.id).await;
        for _ in 0..FREE_ATTEMPTS {
            let ticket = stage.ticket("anna").await;
            assert_eq!(heard(stage.verify(&ticket, &wrong).await), BAD_CODE);
        }
        let ticket = stage.ticket("anna@example.test").await;
        assert_eq!(heard(stage.verify(&ticket, &stage.code(anna.id).await).await), "wait 30");
        stage.pass(30);
        assert_eq!(heard(stage.verify(&ticket, &stage.code(anna.id).await).await), "ok");
        assert_eq!(stage.audited("user.code_refused").await, 5);
    }

    async fn counters_nobody_needs_any_more_are_gone_after_the_next_sign_in(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        for number in 0..10 {
            let _ = stage.sign_in(&format!("nobody{number}"), WRONG).await;
        }
        stage.pass(15 * 60);
        let _ = stage.sign_in("somebody", WRONG).await;
        stage.session(&anna).await;
        let sql = "SELECT COUNT(*) AS rows FROM sign_in_throttle";
        let backend = stage.db.read().get_database_backend();
        let row = stage.db.read().query_one_raw(Statement::from_string(backend, sql)).await.unwrap().unwrap();
        assert_eq!(row.try_get::<i64>("", "rows").unwrap(), 1);
    }
}
