//! What shuts people out.

use domain::{
    grant::{self, Consultant},
    user::Archiving,
};
use tenancy::on_both_engines;

use super::*;
use crate::NextStep;

impl Stage {
    /// Somebody with a role, a second factor and a session whose code is fresh.
    async fn signed_in(&self, name: &str, role: Role) -> (User, NewSession) {
        let user = self.enrolled(name).await;
        self.set_role(user.id, role).await;
        let user = User { role, ..user };
        let session = self.session(&user).await;
        (user, session)
    }

    async fn is_in(&self, session: &NewSession) -> bool {
        self.auth.authenticate(&self.stranger(), &session.token).await.unwrap().is_some()
    }
}

fn leaving(user: &User) -> Archiving {
    Archiving { id: user.id, version: 1, reassign_to: None }
}

on_both_engines! {
    async fn mfa_17_a_second_factor_is_reset_by_full_users_for_equal_or_lower_roles_and_never_for_oneself(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let mut people = Vec::new();
        for role in Role::ALL {
            people.push(stage.signed_in(role.as_str(), role).await);
        }
        stage.pass(1);
        for (actor, session) in &people {
            for (target, _) in &people {
                let ctx = stage.holder(session).await;
                let may = actor.role.is_full_user() && target.role <= actor.role && target.id != actor.id;
                if may {
                    continue;
                }
                let told = heard(stage.auth.reset_second_factor(&ctx, target.id).await);
                assert_eq!(told, "Forbidden", "{} about {}", actor.role, target.role);
            }
        }
        assert_eq!(stage.audited("user.second_factor_reset").await, 0);
        let (_, manager) = &people[3];
        for (target, _) in &people[..3] {
            let ctx = stage.holder(manager).await;
            assert_eq!(heard(stage.auth.reset_second_factor(&ctx, target.id).await), "ok");
        }
        let (peer, _) = stage.signed_in("peer", Role::Manager).await;
        let ctx = stage.holder(manager).await;
        assert_eq!(heard(stage.auth.reset_second_factor(&ctx, peer.id).await), "ok", "of an equal role");
        let unknown = UserId::generate(ctx.clock(), ctx.random());
        assert_eq!(heard(stage.auth.reset_second_factor(&ctx, unknown).await), "NotFound");
        assert_eq!(heard(stage.auth.reset_second_factor(&stage.stranger(), peer.id).await), "Unauthenticated");
    }

    async fn mfa_17_s02_after_a_reset_everything_has_ended_and_only_setting_up_is_left(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, annas) = stage.signed_in("anna", Role::Employee).await;
        let (_, managers) = stage.signed_in("mehmet", Role::Manager).await;
        let half = stage.ticket("anna").await;
        stage.pass(1);
        let ctx = stage.holder(&managers).await;
        stage.auth.reset_second_factor(&ctx, anna.id).await.unwrap();
        assert!(!stage.is_in(&annas).await && stage.is_in(&managers).await);
        assert_eq!(heard(stage.verify(&half, "000000").await), "Unauthenticated", "her ticket is void");
        assert_eq!(stage.mails().await, ["second_factor_reset"]);
        let fresh = stage.ticket("anna").await;
        assert_eq!(fresh.next_step, NextStep::EnrollSecondFactor);
        assert_eq!(heard(stage.verify(&fresh, "000000").await), "Unauthenticated");
        let shown = stage.begin(&fresh).await.unwrap();
        assert_eq!(heard(stage.confirm(&fresh, &code_of(&shown, &stage.clock)).await), "ok");
    }

    async fn mfa_17_a_second_reset_is_harmless_and_a_stale_code_is_not_enough(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, _) = stage.signed_in("anna", Role::Employee).await;
        let (_, managers) = stage.signed_in("mehmet", Role::Manager).await;
        let ctx = stage.holder(&managers).await;
        stage.auth.reset_second_factor(&ctx, anna.id).await.unwrap();
        stage.auth.reset_second_factor(&ctx, anna.id).await.unwrap();
        assert_eq!(stage.audited("user.second_factor_reset").await, 1);
        assert_eq!(stage.mails().await.len(), 1);
        stage.pass(11 * 60);
        let ctx = stage.holder(&managers).await;
        assert_eq!(heard(stage.auth.reset_second_factor(&ctx, anna.id).await), "StepUpRequired");
    }

    async fn mfa_17_the_operator_resets_for_a_customer_whose_only_administrator_has_lost_everything(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, annas) = stage.signed_in("anna", Role::Administrator).await;
        let operator = Access { kind: user::AccountKind::Operator, ..Access::default() };
        let ctx = stage.system().acting_with(Actor::System, operator, Locale::Nl);
        let reset = async |login: &str, reason: &str| {
            stage.auth.reset_second_factor_for(&ctx, login, ("Hosting", reason)).await
        };
        assert_eq!(heard(reset("anna", " ").await), r#"REQUIRED ["reason"] {}"#);
        assert_eq!(heard(reset("nobody", "x").await), "NotFound");
        assert_eq!(reset("ANNA", "Telefoon kwijt").await.unwrap().id, anna.id);
        assert!(!stage.is_in(&annas).await);
        assert_eq!(stage.ticket("anna").await.next_step, NextStep::EnrollSecondFactor);
        assert!(stage.audit().await.iter().any(|(action, details)| {
            action == "user.second_factor_reset" && details.contains("Telefoon kwijt")
        }));
        let as_anna = stage.ctx(Actor::User { id: anna.id, role: anna.role }, None);
        assert_eq!(heard(stage.auth.reset_second_factor_for(&as_anna, "anna", ("x", "y")).await), "Forbidden");
    }

    async fn sec_35_an_archived_user_is_out_at_once_and_stays_out(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (anna, annas) = stage.signed_in("anna", Role::Employee).await;
        let (_, boss) = stage.signed_in("boss", Role::Administrator).await;
        let ctx = stage.holder(&boss).await;
        let archived = stage.auth.archive_user(&ctx, leaving(&anna)).await.unwrap();
        assert!(!stage.is_in(&annas).await);
        assert_eq!(heard(stage.sign_in("anna", PASSWORD).await), BAD_CREDENTIALS);
        user::restore(&ctx, anna.id, archived.version).await.unwrap();
        assert!(!stage.is_in(&annas).await, "the old session stays ended");
        stage.pass(30);
        stage.session(&anna).await;
    }

    async fn two_administrators_who_archive_each_other_on_two_servers_leave_one(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let other = stage.on_another_server(&test).await;
        for round in 0..5 {
            let (anna, annas) = stage.signed_in(&format!("anna{round}"), Role::Administrator).await;
            let (bram, brams) = stage.signed_in(&format!("bram{round}"), Role::Administrator).await;
            let (here, there) = (stage.holder(&annas).await, other.holder(&brams).await);
            let (one, two) = tokio::join!(
                stage.auth.archive_user(&here, leaving(&bram)),
                other.auth.archive_user(&there, leaving(&anna)),
            );
            let told = [heard(one), heard(two)];
            assert_eq!(told.iter().filter(|told| *told == "ok").count(), 1, "{told:?}");
            assert!(told.contains(&r#"LAST_ADMINISTRATOR ["id"] {}"#.to_owned()), "{told:?}");
            // Make way for the next two.
            let stays = if told[0] == "ok" { &anna } else { &bram };
            stage.set_status(stays.id, "archived").await;
        }
    }

    async fn s11_a_consultant_whose_access_is_withdrawn_is_out_at_once(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (_, boss) = stage.signed_in("boss", Role::Administrator).await;
        let ctx = stage.holder(&boss).await;
        let consultant = Consultant {
            display_name: "Carla".into(),
            email: "carla@advies.test".into(),
            username: "carla".into(),
            locale: Locale::Nl,
            organisation: "Advies".into(),
            reason: String::new(),
            role: Role::Manager,
            form_keys: None,
            ends_on: "2026-03-31".parse().unwrap(),
            send_now: false,
        };
        let grant = grant::let_consultant_in(&ctx, consultant).await.unwrap();
        let carla = grant.user_id;
        stage.auth.set_password(&stage.system(), carla, &PASSWORD.into()).await.unwrap();
        let secret = crate::totp::grouped(&crate::totp::new_secret(&SystemRandom));
        stage.auth.enroll_with_secret(&stage.system(), carla, &secret).await.unwrap();
        assert_eq!(heard(stage.sign_in("carla", PASSWORD).await), BAD_CREDENTIALS, "she has yet to accept");
        stage.set_status(carla, "active").await;
        let user = user::get(&stage.system(), carla).await.unwrap();
        let session = stage.session(&user).await;
        assert_eq!(session.access.kind, user::AccountKind::Consultant);
        assert!(stage.is_in(&session).await);
        let visits = grant::visit_counts(&ctx, &[grant.id]).await.unwrap()[&grant.id];
        assert_eq!((visits.count, visits.last_at), (1, Some(ctx.now())));

        stage.auth.withdraw_access(&ctx, grant.id).await.unwrap();
        assert!(!stage.is_in(&session).await);
        assert_eq!(heard(stage.sign_in("carla", PASSWORD).await), BAD_CREDENTIALS);
    }

    async fn s11_a_consultant_has_no_session_after_the_last_day(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (_, boss) = stage.signed_in("boss", Role::Administrator).await;
        let visit = grant::OperatorVisit {
            display_name: "Otto".into(),
            email: "otto@hosting.test".into(),
            username: "otto".into(),
            organisation: "Hosting".into(),
            reason: "Melding".into(),
            role: Role::Manager,
            hours: 1,
        };
        let (grant, otto) = grant::let_operator_in(&stage.system(), visit).await.unwrap();
        stage.auth.set_password(&stage.system(), otto.id, &PASSWORD.into()).await.unwrap();
        let secret = crate::totp::grouped(&crate::totp::new_secret(&SystemRandom));
        stage.auth.enroll_with_secret(&stage.system(), otto.id, &secret).await.unwrap();
        stage.set_status(otto.id, "active").await;
        stage.pass(30 * 60);
        let session = stage.session(&otto).await;
        assert!(stage.is_in(&session).await);
        let ctx = stage.holder(&boss).await;
        let seen = grant::visits(&ctx, &PageRequest::start(10)).await.unwrap().into_items();
        assert!(seen.iter().any(|visit| visit.action == "user.signed_in" && visit.user_id == Some(otto.id)));
        stage.pass(30 * 60);
        assert!(!stage.is_in(&session).await, "the hour of {} is over", grant.organisation);
        let ticket = stage.ticket("otto").await;
        assert_eq!(heard(stage.verify(&ticket, &stage.code(otto.id).await).await), "Unauthenticated");
    }
}
