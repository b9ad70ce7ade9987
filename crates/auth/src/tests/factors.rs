use tenancy::on_both_engines;

use super::*;
use crate::{NextStep, end_access, find_factors, remove_factors};

on_both_engines! {
    async fn sec_05_sec_06_without_factors_nothing_but_setting_one_up_is_left(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, bram) = (stage.user("anna").await, stage.enrolled("bram").await);
        let ticket = stage.ticket("anna").await;
        let shown = stage.begin(&ticket).await.unwrap();
        let session = stage.confirm(&ticket, &code_of(&shown, &stage.clock)).await.unwrap();
        let code = session.recovery_codes.as_ref().unwrap()[0].expose().to_owned();
        let brams = stage.session(&bram).await;
        let half = stage.ticket("anna").await;
        let seen = find_factors(&stage.system(), &[anna.id, bram.id]).await.unwrap();
        assert!(seen[&anna.id].has_second_factor && seen[&bram.id].has_second_factor);

        stage.pass(1);
        let ctx = stage.system();
        let ended = ctx.write(async |tx| remove_factors(&ctx, tx, anna.id).await).await.unwrap();
        assert_eq!((ended.sessions, ended.api_tokens), (1, 0));
        assert!(stage.auth.authenticate(&stage.stranger(), &session.token).await.unwrap().is_none());
        stage.pass(30);
        let old = code_of(&shown, &stage.clock);
        assert_eq!(heard(stage.verify(&half, &old).await), "Unauthenticated");
        assert_eq!(heard(stage.auth.use_recovery_code(&stage.stranger(), step(&half, &code)).await), "Unauthenticated");
        let fresh = stage.ticket("anna").await;
        assert_eq!(fresh.next_step, NextStep::EnrollSecondFactor);
        assert!(!fresh.has_recovery_codes && !fresh.has_passkey);
        assert_eq!(heard(stage.verify(&fresh, &old).await), "Unauthenticated");
        let anew = stage.begin(&fresh).await.unwrap();
        assert_ne!(anew.secret_text.expose(), shown.secret_text.expose());
        assert_eq!(heard(stage.confirm(&fresh, &old).await), BAD_CODE, "the old secret is dead");
        assert_eq!(heard(stage.confirm(&fresh, &code_of(&anew, &stage.clock)).await), "ok");
        stage.holder(&brams).await;
    }

    async fn access_that_is_ended_leaves_the_factors(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        let half = stage.ticket("anna").await;
        stage.pass(30);
        let ctx = stage.system();
        ctx.write(async |tx| end_access(&ctx, tx, anna.id).await).await.unwrap();
        assert!(stage.auth.authenticate(&stage.stranger(), &session.token).await.unwrap().is_none());
        assert_eq!(heard(stage.verify(&half, &stage.code(anna.id).await).await), "Unauthenticated");
        assert_eq!(stage.ticket("anna").await.next_step, NextStep::VerifySecondFactor);
    }

    async fn sec_07_who_has_set_up_what_is_seen_by_those_who_look_after_people_and_by_oneself(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, bram) = (stage.enrolled("anna").await, stage.user("bram").await);
        let as_role = |role| stage.ctx(Actor::User { id: anna.id, role }, None);
        let seen = find_factors(&as_role(Role::Administrator), &[anna.id, bram.id]).await.unwrap();
        assert_eq!((seen[&anna.id].has_second_factor, seen[&bram.id].has_second_factor), (true, false));
        assert_eq!(heard(find_factors(&as_role(Role::Employee), &[bram.id]).await), "Forbidden");
        assert_eq!(heard(find_factors(&as_role(Role::Employee), &[anna.id]).await), "ok");
        assert_eq!(heard(find_factors(&stage.stranger(), &[anna.id]).await), "Unauthenticated");
    }
}
