use tenancy::on_both_engines;

use super::*;
use crate::IDLE_LIFETIME;

on_both_engines! {
    async fn one_sees_ones_own_sessions_that_are_in_use_and_which_one_asks(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, bram) = (stage.enrolled("anna").await, stage.enrolled("bram").await);
        let forgotten = stage.session(&anna).await;
        stage.session(&bram).await;
        stage.clock.advance(IDLE_LIFETIME);
        let there = stage.ctx(Actor::Anonymous, Some("192.0.2.7".parse().unwrap()));
        let ticket = stage.ticket("anna").await;
        let mut step = step(&ticket, &stage.code(anna.id).await);
        step.user_agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned();
        let first = stage.auth.verify(&there, step).await.unwrap();
        stage.pass(30);
        let second = stage.session(&anna).await;
        let seen = stage.auth.sessions(&stage.holder(&second).await).await.unwrap();
        let ids: Vec<_> = seen.iter().map(|session| (session.id, session.is_current)).collect();
        assert_eq!(ids, [(second.session_id, true), (first.session_id, false)]);
        assert!(!ids.iter().any(|(id, _)| *id == forgotten.session_id));
        assert_eq!((seen[1].device.as_str(), seen[1].address.as_str()), ("Firefox, Linux", "192.0.2.7"));
        assert_eq!(heard(stage.auth.sessions(&stage.stranger()).await), "Unauthenticated");
    }

    async fn one_ends_ones_own_sessions_and_nobody_elses(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, bram) = (stage.enrolled("anna").await, stage.enrolled("bram").await);
        let (one, brams) = (stage.session(&anna).await, stage.session(&bram).await);
        stage.pass(30);
        let two = stage.session(&anna).await;
        let ctx = stage.holder(&two).await;
        assert_eq!(heard(stage.auth.end_session(&ctx, brams.session_id).await), "NotFound");
        assert_eq!(heard(stage.auth.end_session(&ctx, one.session_id).await), "ok");
        assert_eq!(heard(stage.auth.end_session(&ctx, one.session_id).await), "NotFound");
        stage.pass(30);
        stage.session(&anna).await;
        assert_eq!(stage.auth.end_other_sessions(&ctx).await.unwrap(), 1);
        assert_eq!(stage.auth.sessions(&ctx).await.unwrap().len(), 1);
        stage.holder(&brams).await;
        assert_eq!((stage.audited("session.ended").await, stage.audited("user.other_sessions_ended").await), (1, 1));
    }

    async fn mfa_26_every_sign_in_is_a_session_of_its_own_that_any_server_knows_and_survives_a_restart(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let one = stage.session(&anna).await;
        stage.pass(30);
        let two = stage.session(&anna).await;
        assert_ne!(one.session_id, two.session_id);
        assert_ne!(one.token.expose(), two.token.expose());
        let elsewhere = stage.on_another_server(&test).await;
        elsewhere.holder(&one).await;
        elsewhere.auth.end_session(&elsewhere.holder(&two).await, one.session_id).await.unwrap();
        assert!(stage.auth.authenticate(&stage.stranger(), &one.token).await.unwrap().is_none());
        let restarted = Stage { auth: Auth::new(CHEAP).unwrap(), ..stage.clone() };
        restarted.holder(&two).await;
    }
}
