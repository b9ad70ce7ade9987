use tenancy::on_both_engines;

use super::*;
use crate::{
    NextStep,
    second_factor::{self, Stage as SecretStage},
};

on_both_engines! {
    async fn the_first_sign_in_sets_up_the_second_factor_and_the_next_one_asks_for_it(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        let ticket = stage.ticket("anna").await;
        let shown = stage.begin(&ticket).await.unwrap();
        assert_eq!((shown.issuer.as_str(), shown.account_name.as_str()), ("Waarborg (Zorg & Zo)", "anna"));
        assert!(shown.qr_svg.expose().starts_with("<svg "));
        assert!(shown.otpauth_uri.expose().contains(&shown.secret_text.expose().replace(' ', "")));
        let session = stage.confirm(&ticket, &code_of(&shown, &stage.clock)).await.unwrap();
        assert!(stage.auth.authenticate(&stage.stranger(), &session.token).await.unwrap().is_some());
        assert_eq!(stage.ticket("anna").await.next_step, NextStep::VerifySecondFactor);
        assert_eq!(stage.audited("user.second_factor_enrolled").await, 1);
    }

    async fn mfa_10_a_ticket_is_no_session_and_a_session_is_no_ticket(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        stage.user("bram").await;
        let (verify, enroll) = (stage.ticket("anna").await, stage.ticket("bram").await);
        for ticket in [&verify, &enroll] {
            assert_eq!(stage.auth.authenticate(&stage.stranger(), &ticket.token).await.unwrap(), None);
        }
        assert_eq!(heard(stage.begin(&verify).await), "Unauthenticated");
        assert_eq!(heard(stage.confirm(&verify, &stage.code(anna.id).await).await), "Unauthenticated");
        assert_eq!(heard(stage.verify(&enroll, "123456").await), "Unauthenticated");
        let session = stage.session(&anna).await;
        let posing = Ticket { token: session.token, ..verify };
        assert_eq!(heard(stage.verify(&posing, &stage.code(anna.id).await).await), "Unauthenticated");
        assert_eq!(heard(stage.begin(&posing).await), "Unauthenticated");
    }

    async fn mfa_13_one_ticket_is_shown_one_secret_and_every_other_ticket_another(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        let (first, second) = (stage.ticket("anna").await, stage.ticket("anna").await);
        let shown = stage.begin(&first).await.unwrap();
        let again = stage.begin(&first).await.unwrap();
        assert_eq!(shown.secret_text.expose(), again.secret_text.expose());
        let elsewhere = stage.begin(&second).await.unwrap();
        assert_ne!(shown.secret_text.expose(), elsewhere.secret_text.expose());

        let late = stage.confirm(&first, &code_of(&shown, &stage.clock)).await;
        assert_eq!(heard(late), "Unauthenticated");
        assert_eq!(heard(stage.confirm(&second, &code_of(&elsewhere, &stage.clock)).await), "ok");
        assert_eq!(heard(stage.begin(&first).await), "Unauthenticated");
        stage.pass(30);
        let twice = stage.confirm(&second, &code_of(&elsewhere, &stage.clock)).await;
        assert_eq!(heard(twice), "Unauthenticated");
    }

    async fn mfa_13_without_a_good_code_nothing_is_set_up_and_nothing_else_opens(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        let ticket = stage.ticket("anna").await;
        assert_eq!(heard(stage.confirm(&ticket, "123456").await), "Unauthenticated");
        let shown = stage.begin(&ticket).await.unwrap();
        let wrong = wrong_code(&typed_secret(&shown), &stage.clock);
        assert_eq!(heard(stage.confirm(&ticket, &wrong).await), BAD_CODE);
        assert_eq!(stage.ticket("anna").await.next_step, NextStep::EnrollSecondFactor);
        assert_eq!(heard(stage.confirm(&ticket, &code_of(&shown, &stage.clock)).await), "ok");
        assert_eq!(stage.ticket("anna").await.next_step, NextStep::VerifySecondFactor);
    }

    async fn mfa_13_of_two_devices_at_once_exactly_one_sets_up_the_second_factor(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.user("anna").await;
        let devices = [stage.ticket("anna").await, stage.ticket("anna").await].map(|ticket| {
            let stage = stage.clone();
            tokio::spawn(async move {
                let shown = stage.begin(&ticket).await?;
                let code = code_of(&shown, &stage.clock);
                stage.confirm(&ticket, &code).await.map(|_| code)
            })
        });
        let mut winners = Vec::new();
        for device in devices {
            match device.await.unwrap() {
                Ok(code) => winners.push(code),
                Err(error) => assert_eq!(heard::<()>(Err(error)), "Unauthenticated"),
            }
        }
        assert_eq!(winners, [stage.code(anna.id).await]);
        assert_eq!(stage.ticket("anna").await.next_step, NextStep::VerifySecondFactor);
    }

    async fn mfa_14_the_enrolment_ticket_ends_after_ten_minutes(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        let ticket = stage.ticket("anna").await;
        let shown = stage.begin(&ticket).await.unwrap();
        stage.pass(10 * 60 + 4);
        assert_eq!(heard(stage.begin(&ticket).await), "ok");
        stage.pass(1);
        assert_eq!(heard(stage.begin(&ticket).await), "Unauthenticated");
        let late = stage.confirm(&ticket, &code_of(&shown, &stage.clock)).await;
        assert_eq!(heard(late), "Unauthenticated");
        assert_eq!(stage.ticket("anna").await.next_step, NextStep::EnrollSecondFactor);
    }

    async fn mfa_15_the_code_that_confirmed_does_not_sign_in_as_well(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.user("anna").await;
        let ticket = stage.ticket("anna").await;
        let shown = stage.begin(&ticket).await.unwrap();
        let code = code_of(&shown, &stage.clock);
        stage.confirm(&ticket, &code).await.unwrap();
        let ticket = stage.ticket("anna").await;
        assert_eq!(heard(stage.verify(&ticket, &code).await), BAD_CODE);
        stage.pass(30);
        assert_eq!(heard(stage.verify(&ticket, &stage.code(anna.id).await).await), "ok");
    }

    async fn mfa_19_a_sealed_secret_opens_for_its_own_user_environment_and_stage_only(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let other = Stage::at(&test, "other", CHEAP).await;
        let (anna, bram) = (stage.enrolled("anna").await, stage.enrolled("bram").await);
        let sealed = second_factor::find(stage.db.read(), anna.id).await.unwrap().unwrap().sealed;
        let open = |stage: &Stage, user, kind| second_factor::unseal(&stage.system(), (user, kind), &sealed).is_ok();
        assert!(open(&stage, anna.id, SecretStage::Confirmed));
        assert!(!open(&stage, bram.id, SecretStage::Confirmed));
        assert!(!open(&other, anna.id, SecretStage::Confirmed));
        assert!(!open(&stage, anna.id, SecretStage::Pending(anna.id.uuid())));
    }

    async fn mfa_19_a_secret_moved_to_another_users_row_signs_nobody_in(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, bram) = (stage.enrolled("anna").await, stage.enrolled("bram").await);
        let code = stage.code(anna.id).await;
        let moved = "UPDATE second_factor SET secret_sealed = (SELECT secret_sealed FROM second_factor WHERE user_id = $1) WHERE user_id = $2";
        stage
            .system()
            .write(async |tx| {
                let backend = tx.connection().get_database_backend();
                let values = [anna.id.uuid().into(), bram.id.uuid().into()];
                let statement = Statement::from_sql_and_values(backend, moved, values);
                tx.connection().execute_raw(statement).await.map_err(Error::internal)
            })
            .await
            .unwrap();
        let ticket = stage.ticket("bram").await;
        assert!(heard(stage.verify(&ticket, &code).await).starts_with("Internal"));
        assert_eq!(stage.audited("user.signed_in").await, 0);
    }

    async fn wrong_codes_at_set_up_are_counted_too(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        let ticket = stage.ticket("anna").await;
        let shown = stage.begin(&ticket).await.unwrap();
        let wrong = wrong_code(&typed_secret(&shown), &stage.clock);
        for _ in 0..crate::FREE_ATTEMPTS {
            assert_eq!(heard(stage.confirm(&ticket, &wrong).await), BAD_CODE);
        }
        assert_eq!(heard(stage.confirm(&ticket, &code_of(&shown, &stage.clock)).await), "wait 30");
    }

    async fn no_secret_code_password_or_token_is_in_the_audit_log_or_in_a_debug_print(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        let ticket = stage.ticket("anna").await;
        let shown = stage.begin(&ticket).await.unwrap();
        let code = code_of(&shown, &stage.clock);
        let session = stage.confirm(&ticket, &code).await.unwrap();
        let printed = format!("{:?} {ticket:?} {shown:?} {session:?}", step(&ticket, &code));
        let everything = format!("{:?} {printed}", stage.audit().await);
        let compact = shown.secret_text.expose().replace(' ', "");
        for secret in [
            PASSWORD,
            &code,
            &compact,
            shown.secret_text.expose(),
            shown.otpauth_uri.expose(),
            ticket.token.expose(),
            session.token.expose(),
        ] {
            assert!(!everything.contains(secret), "{secret}");
        }
    }
}
