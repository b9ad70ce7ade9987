use tenancy::on_both_engines;

use super::*;

impl Stage {
    async fn begin_replacement(&self, session: &NewSession) -> Result<Enrollment, Error> {
        self.auth.begin_replacement(&self.holder(session).await, "Zorg & Zo").await
    }

    async fn confirm_replacement(&self, session: &NewSession, code: &str) -> Result<Vec<SecretText>, Error> {
        self.auth.confirm_replacement(&self.holder(session).await, &code.into()).await
    }
}

on_both_engines! {
    async fn gap_13_the_old_phone_works_until_a_code_of_the_new_one_was_shown(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        let ticket = stage.ticket("anna").await;
        let shown = stage.begin_replacement(&session).await.unwrap();
        assert_eq!(shown.account_name, "anna");
        stage.pass(30);
        let elsewhere = stage.session(&anna).await;
        let wrong = wrong_code(&typed_secret(&shown), &stage.clock);
        assert_eq!(heard(stage.confirm_replacement(&session, &wrong).await), BAD_CODE);

        let old = stage.code(anna.id).await;
        let new = code_of(&shown, &stage.clock);
        let codes = stage.confirm_replacement(&session, &new).await.unwrap();
        assert_eq!(codes.len(), 10);
        assert_eq!(stage.code(anna.id).await, new);
        assert_eq!(heard(stage.verify(&stage.ticket("anna").await, &new).await), BAD_CODE, "it was used");
        stage.pass(30);
        assert_eq!(heard(stage.verify(&stage.ticket("anna").await, &old).await), BAD_CODE);
        assert_eq!(heard(stage.verify(&ticket, &code_of(&shown, &stage.clock)).await), "Unauthenticated", "a ticket of before");
        assert_eq!(heard(stage.verify(&stage.ticket("anna").await, &code_of(&shown, &stage.clock)).await), "ok");
        assert!(stage.auth.authenticate(&stage.stranger(), &elsewhere.token).await.unwrap().is_none(), "other sessions end");
        stage.holder(&session).await;
        assert_eq!(stage.audited("user.second_factor_replaced").await, 1);
        assert_eq!(stage.mails().await, ["second_factor_replaced"]);
    }

    async fn mfa_13_of_two_replacements_only_the_last_one_shown_can_be_confirmed(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let one = stage.session(&anna).await;
        stage.pass(30);
        let two = stage.session(&anna).await;
        stage.pass(30);
        let first = stage.begin_replacement(&one).await.unwrap();
        let again = stage.begin_replacement(&one).await.unwrap();
        assert_eq!(first.secret_text.expose(), again.secret_text.expose());
        let second = stage.begin_replacement(&two).await.unwrap();
        assert_ne!(first.secret_text.expose(), second.secret_text.expose());
        let late = stage.confirm_replacement(&one, &code_of(&first, &stage.clock)).await;
        assert_eq!(heard(late), r#"SET_UP_EXPIRED ["code"] {}"#);
        assert_eq!(heard(stage.confirm_replacement(&two, &code_of(&second, &stage.clock)).await), "ok");
        let twice = stage.confirm_replacement(&two, &code_of(&second, &stage.clock)).await;
        assert_eq!(heard(twice), r#"SET_UP_EXPIRED ["code"] {}"#);
    }

    async fn a_replacement_needs_a_fresh_code_and_ends_after_ten_minutes(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        let shown = stage.begin_replacement(&session).await.unwrap();
        stage.pass(10 * 60);
        assert_eq!(heard(stage.begin_replacement(&session).await), "StepUpRequired");
        let late = stage.confirm_replacement(&session, &code_of(&shown, &stage.clock)).await;
        assert_eq!(heard(late), r#"SET_UP_EXPIRED ["code"] {}"#);
        let nobody = stage.auth.begin_replacement(&stage.stranger(), "x").await;
        assert_eq!(heard(nobody), "Unauthenticated");
        let nobody = stage.auth.confirm_replacement(&stage.stranger(), &"123456".into()).await;
        assert_eq!(heard(nobody), "Unauthenticated");
    }
}
