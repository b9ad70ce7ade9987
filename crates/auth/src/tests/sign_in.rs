use tenancy::on_both_engines;

use super::*;
use crate::NextStep;

on_both_engines! {
    async fn a_username_or_mail_address_in_any_case_opens_the_next_step(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        stage.enrolled("bram").await;
        for (login, next_step) in [
            ("anna", NextStep::EnrollSecondFactor),
            (" ANNA ", NextStep::EnrollSecondFactor),
            ("Anna@Example.Test", NextStep::EnrollSecondFactor),
            ("bram", NextStep::VerifySecondFactor),
        ] {
            let ticket = stage.ticket(login).await;
            assert_eq!(ticket.next_step, next_step, "{login}");
        }
    }

    async fn mfa_22_unknown_user_wrong_password_and_archived_user_hear_the_same(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.enrolled("anna").await;
        let gone = stage.enrolled("bram").await;
        stage.set_status(gone.id, "archived").await;
        let invited = stage.user("cato").await;
        stage.set_status(invited.id, "invited").await;
        for (login, password) in [
            ("nobody", PASSWORD),
            ("anna", "not the password"),
            ("anna", ""),
            ("bram", PASSWORD),
            ("bram", "not the password"),
            ("cato", PASSWORD),
            ("", ""),
            (&"x".repeat(600), PASSWORD),
        ] {
            assert_eq!(heard(stage.sign_in(login, password).await), BAD_CREDENTIALS, "{login}");
        }
    }

    async fn a_user_without_a_password_cannot_sign_in_with_an_empty_one(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let new = NewUser {
            username: "dirk".into(),
            email: "dirk@example.test".into(),
            display_name: "Dirk".into(),
            role: Role::Viewer,
            locale: Locale::En,
        };
        user::create(&stage.system(), new).await.unwrap();
        assert_eq!(heard(stage.sign_in("dirk", "").await), BAD_CREDENTIALS);
        assert_eq!(heard(stage.sign_in("dirk", "decoy").await), BAD_CREDENTIALS);
    }

    async fn mfa_24_long_spaced_nul_and_decomposed_passwords_sign_in_and_huge_ones_are_refused(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.user("anna").await;
        let long = "a".repeat(65);
        for (chosen, typed) in [
            (long.as_str(), long.as_str()),
            (" spaces around it ", " spaces around it "),
            ("nul\0in the middle", "nul\0in the middle"),
            ("cafe\u{301} au lait 🔐", "caf\u{e9} au lait 🔐"),
        ] {
            stage.auth.set_password(&stage.system(), anna.id, &chosen.into()).await.unwrap();
            assert_eq!(heard(stage.sign_in("anna", typed).await), "ok", "{chosen:?}");
            let cut: String = typed.chars().skip(1).collect();
            assert_eq!(heard(stage.sign_in("anna", &cut).await), BAD_CREDENTIALS, "{chosen:?}");
        }
        let huge = "a".repeat(1 << 20);
        assert!(heard(stage.sign_in("anna", &huge).await).starts_with("PASSWORD_TOO_LONG"));
        let set = stage.auth.set_password(&stage.system(), anna.id, &huge.as_str().into()).await;
        assert!(heard(set).starts_with("PASSWORD_TOO_LONG"));
    }

    async fn only_the_system_sets_passwords_and_second_factors(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let herself = stage.ctx(Actor::User { id: anna.id, role: Role::Administrator }, None);
        for (ctx, wanted) in [(herself, "Forbidden"), (stage.stranger(), "Unauthenticated")] {
            assert_eq!(heard(stage.auth.set_password(&ctx, anna.id, &PASSWORD.into()).await), wanted);
            assert_eq!(heard(stage.auth.enroll_with_secret(&ctx, anna.id, &"A".into()).await), wanted);
            assert_eq!(heard(stage.auth.current_code(&ctx, anna.id).await), wanted);
        }
        let short = stage.auth.enroll_with_secret(&stage.system(), anna.id, &"GEZD GNBV".into()).await;
        assert!(heard(short).starts_with("BadRequest"));
    }

    async fn mfa_23_who_is_sent_away_for_lack_of_room_has_not_failed(test: TestTenancy) {
        let narrow = PasswordSettings { parallel: 1, queue: 0, ..CHEAP };
        let stage = Stage::at(&test, "acme", narrow).await;
        stage.user("anna").await;
        let turn = stage.auth.hasher.turn().await.unwrap();
        for _ in 0..10 {
            assert!(heard(stage.sign_in("anna", PASSWORD).await).starts_with("Unavailable"));
        }
        drop(turn);
        assert_eq!(heard(stage.sign_in("anna", PASSWORD).await), "ok");
    }

    async fn refusals_are_audited_with_their_reason_and_without_what_was_typed(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.user("anna").await;
        let _ = stage.sign_in("hunter2hunter2", "my secret phrase").await;
        let _ = stage.sign_in("anna", "my secret phrase").await;
        stage.set_status(anna.id, "archived").await;
        let _ = stage.sign_in("anna", PASSWORD).await;
        let log = stage.audit().await;
        let reasons: Vec<_> = log
            .iter()
            .filter(|(action, _)| action == "user.password_refused")
            .map(|(_, details)| {
                let details: serde_json::Value = serde_json::from_str(details).unwrap();
                details["reason"].as_str().unwrap().to_owned()
            })
            .collect();
        assert_eq!(reasons, ["unknown_user", "wrong_password", "not_active"]);
        let whole = format!("{log:?}");
        for typed in ["hunter2", "secret phrase", PASSWORD] {
            assert!(!whole.contains(typed), "{typed}");
        }
    }
}

/// Fails to compile when a service cannot run on a server's threads.
#[test]
fn services_can_move_between_threads() {
    fn assert_send<T: Send>(_: Option<T>) {}
    fn check(auth: &Auth, ctx: &Ctx, secret: &SecretText, input: SignIn) {
        assert_send(Some(auth.sign_in(ctx, input)));
        assert_send(Some(auth.authenticate(ctx, secret)));
        assert_send(Some(auth.begin_enrollment(ctx, secret, "")));
    }
    fn check_second(auth: &Auth, ctx: &Ctx, step: SecondStep) {
        assert_send(Some(auth.verify(ctx, step.clone())));
        assert_send(Some(auth.confirm_enrollment(ctx, step)));
    }
    let _ = (check, check_second);
}
