use tenancy::on_both_engines;

use super::*;
use crate::{ABSOLUTE_LIFETIME, IDLE_LIFETIME};

impl Stage {
    async fn is_signed_in(&self, session: &NewSession) -> bool {
        self.auth.authenticate(&self.stranger(), &session.token).await.unwrap().is_some()
    }

    fn acting(&self, user: &User, role: Role) -> Ctx {
        self.ctx(Actor::User { id: user.id, role }, None)
    }

    async fn last_seen(&self, session: &NewSession) -> kernel::Instant {
        let sql = "SELECT last_seen_at FROM session WHERE id = $1";
        let backend = self.db.read().get_database_backend();
        let statement = Statement::from_sql_and_values(backend, sql, [session.session_id.uuid().into()]);
        self.db.read().query_one_raw(statement).await.unwrap().unwrap().try_get("", "last_seen_at").unwrap()
    }
}

on_both_engines! {
    async fn a_session_ends_after_an_hour_without_use(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        for _ in 0..3 {
            stage.clock.advance(IDLE_LIFETIME - Duration::seconds(1));
            assert!(stage.is_signed_in(&session).await);
        }
        stage.clock.advance(IDLE_LIFETIME);
        assert!(!stage.is_signed_in(&session).await);
    }

    async fn a_session_ends_after_twelve_hours_however_busy_it_is(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        assert_eq!(session.expires_at, kernel::Clock::now(&*stage.clock) + ABSOLUTE_LIFETIME);
        for _ in 0..23 {
            stage.pass(30 * 60);
            assert!(stage.is_signed_in(&session).await);
        }
        stage.pass(30 * 60 - 1);
        assert!(stage.is_signed_in(&session).await);
        stage.pass(1);
        assert!(!stage.is_signed_in(&session).await);
    }

    async fn use_is_written_down_once_a_minute_at_most(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        let start = stage.last_seen(&session).await;
        stage.pass(59);
        assert!(stage.is_signed_in(&session).await);
        assert_eq!(stage.last_seen(&session).await, start);
        stage.pass(1);
        assert!(stage.is_signed_in(&session).await);
        assert_eq!(stage.last_seen(&session).await, start + Duration::seconds(60));
    }

    async fn signing_out_ends_the_own_session_and_nobody_elses(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, bram) = (stage.enrolled("anna").await, stage.enrolled("bram").await);
        let session = stage.session(&anna).await;
        stage.auth.sign_out(&stage.acting(&bram, Role::Administrator), session.session_id).await.unwrap();
        assert!(stage.is_signed_in(&session).await);
        assert_eq!(heard(stage.auth.sign_out(&stage.stranger(), session.session_id).await), "Unauthenticated");
        for _ in 0..2 {
            stage.auth.sign_out(&stage.acting(&anna, anna.role), session.session_id).await.unwrap();
            assert!(!stage.is_signed_in(&session).await);
        }
        assert_eq!(stage.audited("session.ended").await, 1);
    }

    async fn all_sessions_of_a_user_end_for_themselves_an_administrator_and_the_system_only(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, bram) = (stage.enrolled("anna").await, stage.enrolled("bram").await);
        let mut sessions = vec![stage.session(&anna).await];
        stage.pass(30);
        sessions.push(stage.session(&anna).await);
        let others = stage.session(&bram).await;
        let refused = [(stage.acting(&bram, Role::Manager), "Forbidden"), (stage.stranger(), "Unauthenticated")];
        for (ctx, wanted) in refused {
            assert_eq!(heard(stage.auth.revoke_sessions(&ctx, anna.id).await), wanted);
        }
        let ended = stage.auth.revoke_sessions(&stage.acting(&bram, Role::Administrator), anna.id).await;
        assert_eq!(ended.unwrap(), 2);
        for session in &sessions {
            assert!(!stage.is_signed_in(session).await);
        }
        assert!(stage.is_signed_in(&others).await);
        assert_eq!(stage.auth.revoke_sessions(&stage.acting(&anna, anna.role), anna.id).await.unwrap(), 0);
        assert_eq!(stage.auth.revoke_sessions(&stage.system(), bram.id).await.unwrap(), 1);
    }

    async fn an_archived_user_is_out_at_once_and_a_new_role_holds_at_once(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        stage
            .system()
            .write(async |tx| {
                use crate::account::{Column, Entity};
                let update = Entity::update_many().col_expr(Column::Role, Expr::value("viewer"));
                update.exec(tx.connection()).await.map_err(Error::internal)
            })
            .await
            .unwrap();
        let found = stage.auth.authenticate(&stage.stranger(), &session.token).await.unwrap().unwrap();
        assert_eq!(found.role, Role::Viewer);
        stage.set_status(anna.id, "archived").await;
        assert!(!stage.is_signed_in(&session).await);
    }

    async fn a_new_password_ends_every_session(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        stage.auth.set_password(&stage.system(), anna.id, &"another good password".into()).await.unwrap();
        assert!(!stage.is_signed_in(&session).await);
        assert_eq!(heard(stage.sign_in("anna", PASSWORD).await), BAD_CREDENTIALS);
    }

    async fn a_token_that_is_no_session_is_nobody_and_no_error(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        let cut = &session.token.expose()[..session.token.expose().len() - 1];
        for text in ["", "a.b.c", cut] {
            assert_eq!(stage.auth.authenticate(&stage.stranger(), &text.into()).await.unwrap(), None, "{text}");
        }
    }

    async fn the_browser_and_the_address_are_kept_with_the_session(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let there = stage.ctx(Actor::Anonymous, Some("2001:db8::7".parse().unwrap()));
        let ticket = stage.ticket("anna").await;
        let mut step = step(&ticket, &stage.code(anna.id).await);
        step.user_agent = format!("Brow\0ser {}", "x".repeat(1_000));
        stage.auth.verify(&there, step).await.unwrap();
        let backend = stage.db.read().get_database_backend();
        let sql = "SELECT user_agent, address FROM session";
        let row = stage.db.read().query_one_raw(Statement::from_string(backend, sql)).await.unwrap().unwrap();
        let user_agent: String = row.try_get("", "user_agent").unwrap();
        assert!(user_agent.starts_with("Browser xxx") && user_agent.len() < 500, "{user_agent}");
        assert_eq!(row.try_get::<String>("", "address").unwrap(), "2001:db8::7");
    }
}
