use tenancy::on_both_engines;

use super::*;
use crate::{FREE_ATTEMPTS, FRESHNESS};

on_both_engines! {
    async fn a_fresh_code_counts_for_ten_minutes_in_this_session_and_in_no_other(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        stage.pass(30);
        let other = stage.session(&anna).await;
        assert!(stage.holder(&session).await.require_fresh().is_ok(), "sign-in counts");
        stage.clock.advance(FRESHNESS);
        assert_eq!(heard(stage.holder(&session).await.require_fresh()), "StepUpRequired");

        let ctx = stage.holder(&session).await;
        let until = stage.auth.step_up(&ctx, &stage.code(anna.id).await.as_str().into()).await.unwrap();
        assert_eq!(until, kernel::Clock::now(&*stage.clock) + FRESHNESS);
        assert!(stage.holder(&session).await.require_fresh().is_ok());
        assert_eq!(heard(stage.holder(&other).await.require_fresh()), "StepUpRequired");
        stage.clock.advance(FRESHNESS - Duration::seconds(1));
        assert!(stage.holder(&session).await.require_fresh().is_ok());
        stage.pass(1);
        assert_eq!(heard(stage.holder(&session).await.require_fresh()), "StepUpRequired");
        assert_eq!(stage.audited("session.stepped_up").await, 1);
    }

    async fn mfa_15_a_code_works_once_over_sign_in_step_up_and_a_new_phone(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let code = stage.code(anna.id).await;
        let session = stage.session(&anna).await;
        let ctx = stage.holder(&session).await;
        assert_eq!(heard(stage.auth.step_up(&ctx, &code.as_str().into()).await), BAD_CODE);
        stage.pass(30);
        let code = stage.code(anna.id).await;
        assert_eq!(heard(stage.auth.step_up(&ctx, &code.as_str().into()).await), "ok");
        assert_eq!(heard(stage.auth.step_up(&ctx, &code.as_str().into()).await), BAD_CODE);
        assert_eq!(heard(stage.verify(&stage.ticket("anna").await, &code).await), BAD_CODE);
        assert_eq!(stage.audited("user.code_replayed").await, 3);
    }

    async fn wrong_codes_at_step_up_make_one_wait_there_and_at_sign_in(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let ctx = stage.holder(&stage.session(&anna).await).await;
        stage.pass(30);
        let wrong = stage.wrong_code(anna.id).await;
        for _ in 0..FREE_ATTEMPTS {
            assert_eq!(heard(stage.auth.step_up(&ctx, &wrong.as_str().into()).await), BAD_CODE);
        }
        let code = stage.code(anna.id).await;
        assert_eq!(heard(stage.auth.step_up(&ctx, &code.as_str().into()).await), "wait 30");
        assert_eq!(heard(stage.verify(&stage.ticket("anna").await, &code).await), "wait 30");
    }

    async fn nobody_and_a_program_and_an_ended_session_cannot_step_up(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        stage.pass(30);
        let code = SecretText::from(stage.code(anna.id).await);
        assert_eq!(heard(stage.auth.step_up(&stage.stranger(), &code).await), "Unauthenticated");
        let credential = domain::Credential::ApiToken(kernel::ApiTokenId::from_uuid(anna.id.uuid()));
        let access = Access { credential, ..Access::default() };
        let program = stage.stranger().acting_with(Actor::User { id: anna.id, role: anna.role }, access, Locale::Nl);
        assert_eq!(heard(stage.auth.step_up(&program, &code).await), "Forbidden");
        let ctx = stage.holder(&session).await;
        stage.auth.sign_out(&ctx, session.session_id).await.unwrap();
        assert_eq!(heard(stage.auth.step_up(&ctx, &code).await), "Unauthenticated");
    }
}
