use chrono::NaiveDate;
use domain::{Credential, Permission};
use tenancy::on_both_engines;

use super::*;
use crate::{ApiToken, Authenticated, FRESHNESS, NewApiToken, remove_factors};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn wanted(name: &str) -> NewApiToken {
    NewApiToken {
        name: name.into(),
        can_write: false,
        form_keys: None,
        networks: vec![],
        expires_on: day("2026-12-31"),
    }
}

impl Stage {
    /// A manager's session.
    async fn manager(&self, name: &str) -> (User, NewSession) {
        let user = self.enrolled(name).await;
        self.set_role(user.id, Role::Manager).await;
        let session = self.session(&user).await;
        (user, session)
    }

    async fn make(&self, session: &NewSession, new: NewApiToken) -> (ApiToken, SecretText) {
        self.auth.create_api_token(&self.holder(session).await, new).await.unwrap()
    }

    async fn shown(&self, token: &SecretText) -> Option<Authenticated> {
        self.shown_from(token, "192.0.2.7").await
    }

    async fn shown_from(&self, token: &SecretText, address: &str) -> Option<Authenticated> {
        let ctx = self.ctx(Actor::Anonymous, Some(address.parse().unwrap()));
        self.auth.authenticate_program(&ctx, token).await.unwrap()
    }
}

on_both_engines! {
    async fn jwt_08_a_program_has_its_owners_rights_of_this_moment_within_the_tokens_scope(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (mehmet, session) = stage.manager("mehmet").await;
        let (token, secret) = stage.make(&session, NewApiToken { can_write: true, ..wanted("Koppeling") }).await;
        assert!(secret.expose().starts_with(&token.prefix) && token.is_good);
        let found = stage.shown(&secret).await.unwrap();
        assert_eq!((found.user_id, found.role, found.access.credential), (mehmet.id, Role::Manager, Credential::ApiToken(token.id)));
        let ctx = stage.stranger().acting_with(Actor::User { id: mehmet.id, role: found.role }, found.access, Locale::Nl);
        assert!(ctx.may(Permission::ManageForms) && ctx.may(Permission::Export));
        assert!(!ctx.may(Permission::MakeApiTokens) && !ctx.may(Permission::ResetSecondFactor));
        assert_eq!(heard(ctx.require_fresh()), "Forbidden");

        let (_, reader) = stage.make(&session, wanted("Lezer")).await;
        assert!(stage.shown(&reader).await.unwrap().access.is_read_only);
        stage.set_role(mehmet.id, Role::Viewer).await;
        assert_eq!(stage.shown(&secret).await.unwrap().role, Role::Viewer, "no more than its owner");
        assert_eq!(stage.mails().await, ["api_token_created"; 2]);
    }

    async fn jwt_08_cut_unknown_revoked_expired_and_strange_tokens_are_nobody(test: TestTenancy) {
        let (stage, other) = (Stage::new(&test).await, Stage::at(&test, "other", CHEAP).await);
        let (_, session) = stage.manager("mehmet").await;
        let (_, theirs) = other.manager("mehmet").await;
        let (token, secret) = stage.make(&session, wanted("Koppeling")).await;
        let (_, foreign) = other.make(&theirs, wanted("Koppeling")).await;
        assert!(stage.shown(&foreign).await.is_none() && other.shown(&secret).await.is_none());
        let text = secret.expose();
        for bad in ["", "wbg_", &token.prefix, &text[..text.len() - 1], &text.to_uppercase(), session.token.expose()] {
            assert!(stage.shown(&bad.into()).await.is_none(), "{bad}");
        }
        assert!(stage.auth.authenticate(&stage.stranger(), &secret).await.unwrap().is_none(), "no session");

        let ctx = stage.holder(&session).await;
        let revoked = stage.auth.revoke_api_token(&ctx, token.id).await.unwrap();
        assert!(revoked.revoked_at.is_some() && !revoked.is_good);
        assert!(stage.shown(&secret).await.is_none());
        stage.auth.revoke_api_token(&ctx, token.id).await.unwrap();
        assert_eq!(stage.audited("api_token.revoked").await, 1);

        let (_, short) = stage.make(&session, NewApiToken { expires_on: day("2026-01-05"), ..wanted("Kort") }).await;
        assert!(stage.shown(&short).await.is_some());
        // Midnight in Amsterdam is an hour earlier than in UTC.
        stage.clock.advance(Duration::hours(15) - Duration::seconds(1));
        assert!(stage.shown(&short).await.is_some());
        stage.pass(1);
        assert!(stage.shown(&short).await.is_none());
    }

    async fn jwt_08_from_outside_its_networks_a_token_is_refused_and_that_is_audited_once_a_minute(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (_, session) = stage.manager("mehmet").await;
        let networks = vec!["192.0.2.0/24".into(), "2001:db8::/32".into()];
        let (_, secret) = stage.make(&session, NewApiToken { networks, ..wanted("Koppeling") }).await;
        assert!(stage.shown_from(&secret, "192.0.2.200").await.is_some());
        assert!(stage.shown_from(&secret, "2001:db8::1").await.is_some());
        for _ in 0..10 {
            assert!(stage.shown_from(&secret, "198.51.100.1").await.is_none());
        }
        assert!(stage.auth.authenticate_program(&stage.stranger(), &secret).await.unwrap().is_none());
        assert_eq!(stage.audited("api_token.refused").await, 1);
        stage.pass(60);
        assert!(stage.shown_from(&secret, "198.51.100.1").await.is_none());
        assert_eq!(stage.audited("api_token.refused").await, 2);
    }

    async fn jwt_08_the_last_use_is_noted_once_a_minute_and_the_secret_nowhere(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (_, session) = stage.manager("mehmet").await;
        let (_, secret) = stage.make(&session, wanted("Koppeling")).await;
        let ctx = stage.holder(&session).await;
        let noted = async || {
            let listed = stage.auth.api_tokens(&ctx, false).await.unwrap();
            (listed[0].last_used_at, listed[0].last_used_address.clone())
        };
        assert_eq!(noted().await, (None, None));
        let start = kernel::Clock::now(&*stage.clock);
        for (pass, address, wanted) in [(0, "192.0.2.1", 0), (59, "192.0.2.2", 0), (1, "192.0.2.3", 60)] {
            stage.pass(pass);
            stage.shown_from(&secret, address).await.unwrap();
            assert_eq!(noted().await.0, Some(start + Duration::seconds(wanted)));
        }
        assert_eq!(noted().await.1.as_deref(), Some("192.0.2.3"));
        let everything = format!("{:?} {:?}", stage.audit().await, stage.auth.api_tokens(&ctx, false).await.unwrap());
        assert!(!everything.contains(&secret.expose()[12..]));
    }

    async fn mfa_11_tokens_are_made_by_full_users_of_the_environment_after_a_fresh_code_and_by_no_program(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (mehmet, session) = stage.manager("mehmet").await;
        let eva = stage.enrolled("eva").await;
        let hers = stage.session(&eva).await;
        let make = async |ctx: &Ctx| heard(stage.auth.create_api_token(ctx, wanted("x")).await);
        assert_eq!(make(&stage.holder(&hers).await).await, "Forbidden");
        assert_eq!(make(&stage.stranger()).await, "Unauthenticated");
        let (_, secret) = stage.make(&session, NewApiToken { can_write: true, ..wanted("Koppeling") }).await;
        let found = stage.shown(&secret).await.unwrap();
        let program = stage.stranger().acting_with(Actor::User { id: mehmet.id, role: found.role }, found.access, Locale::Nl);
        assert_eq!(make(&program).await, "Forbidden");
        assert_eq!(heard(stage.auth.api_tokens(&program, false).await), "Forbidden");
        assert_eq!(heard(stage.auth.sessions(&program).await), "Forbidden");
        assert_eq!(heard(stage.auth.passkeys(&program).await), "Forbidden");
        assert_eq!(heard(stage.auth.regenerate_recovery_codes(&program).await), "Forbidden");
        assert_eq!(heard(stage.auth.begin_replacement(&program, "x").await), "Forbidden");
        let holder = stage.holder(&session).await;
        let consultant = Access { kind: user::AccountKind::Consultant, ..holder.access().clone() };
        assert_eq!(make(&holder.acting_with(holder.actor(), consultant, Locale::Nl)).await, "Forbidden");
        stage.clock.advance(FRESHNESS);
        assert_eq!(make(&stage.holder(&session).await).await, "StepUpRequired");
    }

    async fn mfa_12_mfa_17_a_token_is_dead_when_its_owner_is_archived_or_has_no_second_factor_any_more(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (mehmet, session) = stage.manager("mehmet").await;
        let (_, secret) = stage.make(&session, wanted("Koppeling")).await;
        stage.set_status(mehmet.id, "archived").await;
        assert!(stage.shown(&secret).await.is_none());
        stage.set_status(mehmet.id, "active").await;
        assert!(stage.shown(&secret).await.is_some());
        let ctx = stage.system();
        let ended = ctx.write(async |tx| remove_factors(&ctx, tx, mehmet.id).await).await.unwrap();
        assert_eq!((ended.sessions, ended.api_tokens), (1, 1));
        assert!(stage.shown(&secret).await.is_none());
    }

    async fn an_administrator_sees_and_revokes_everybodys_tokens_and_others_only_their_own(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (_, session) = stage.manager("mehmet").await;
        let (_, theirs) = stage.manager("marit").await;
        let (token, secret) = stage.make(&session, wanted("Koppeling")).await;
        let marit = stage.holder(&theirs).await;
        assert_eq!(stage.auth.api_tokens(&marit, false).await.unwrap(), []);
        assert_eq!(heard(stage.auth.api_tokens(&marit, true).await), "Forbidden");
        assert_eq!(heard(stage.auth.revoke_api_token(&marit, token.id).await), "NotFound");
        let administrator = marit.acting_with(Actor::User { id: marit.actor().user_id().unwrap(), role: Role::Administrator }, marit.access().clone(), Locale::Nl);
        assert_eq!(stage.auth.api_tokens(&administrator, true).await.unwrap()[0].id, token.id);
        stage.auth.revoke_api_token(&administrator, token.id).await.unwrap();
        assert!(stage.shown(&secret).await.is_none());
        let unknown = kernel::ApiTokenId::from_uuid(Uuid::nil());
        assert_eq!(heard(stage.auth.revoke_api_token(&administrator, unknown).await), "NotFound");
    }
}
