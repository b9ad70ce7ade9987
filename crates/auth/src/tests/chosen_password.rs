//! Passwords people choose themselves.

use domain::{
    link,
    mail::{self, Letter, Mail},
    user::UserStatus,
};
use kernel::PageRequest;
use tenancy::on_both_engines;

use super::*;
use crate::{Choice, FREE_ATTEMPTS, NextStep, PasswordChange};

const NEW: &str = "paarse fietsen zingen zacht";
const OTHER: &str = "regen op het oude dak";
const ENVIRONMENT: &str = "Zorgpunt";

impl Stage {
    /// The mails that wait, newest first.
    async fn waiting_mails(&self) -> Vec<Mail> {
        mail::list(&self.system(), &PageRequest::start(100)).await.unwrap().into_items()
    }

    /// The kinds of the mails that wait, newest first.
    async fn kinds(&self) -> Vec<&'static str> {
        self.waiting_mails().await.iter().map(|mail| mail.letter.kind()).collect()
    }

    /// The secret of the link that was mailed last.
    async fn link(&self) -> SecretText {
        let found = self.waiting_mails().await.into_iter().find_map(|mail| match mail.letter {
            Letter::Invitation { token, .. }
            | Letter::PasswordReset { token, .. }
            | Letter::EmailConfirmation { token, .. } => Some(token),
            _ => None,
        });
        found.expect("a mail with a link")
    }

    async fn invited(&self, name: &str) -> User {
        let user = self.user(name).await;
        self.set_status(user.id, "invited").await;
        self.send_invitation(user.id).await;
        self.get(user.id).await
    }

    async fn send_invitation(&self, id: UserId) {
        let user = self.get(id).await;
        let ctx = self.system();
        ctx.write(async |tx| link::send_invitation(&ctx, tx, &user).await).await.unwrap();
    }

    async fn get(&self, id: UserId) -> User {
        user::get(&self.system(), id).await.unwrap()
    }

    async fn accept(&self, token: &SecretText, password: &str) -> Result<Ticket, Error> {
        let choice = Choice { token: token.clone(), password: password.into() };
        self.auth.accept_invitation(&self.stranger(), choice, ENVIRONMENT).await
    }

    async fn ask(&self, login: &str) -> Result<(), Error> {
        self.auth.request_password_reset(&self.stranger(), login).await
    }

    async fn reset(&self, token: &SecretText, password: &str) -> Result<User, Error> {
        let choice = Choice { token: token.clone(), password: password.into() };
        self.auth.reset_password(&self.stranger(), choice, ENVIRONMENT).await
    }

    async fn change(&self, ctx: &Ctx, current: &str, new: &str) -> Result<(), Error> {
        let change = PasswordChange { current: current.into(), new: new.into() };
        self.auth.change_password(ctx, change, ENVIRONMENT).await
    }
}

const LINK_INVALID: &str = r#"LINK_INVALID ["token"] {}"#;

on_both_engines! {
    async fn mfa_11_an_invitation_opens_the_setting_up_of_the_second_factor_and_nothing_else(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.invited("anna").await;
        assert_eq!(anna.invitation_sent_at, Some(kernel::Clock::now(&*stage.clock)));
        assert_eq!(heard(stage.sign_in("anna", PASSWORD).await), BAD_CREDENTIALS, "before");
        let ticket = stage.accept(&stage.link().await, NEW).await.unwrap();
        assert_eq!(ticket.next_step, NextStep::EnrollSecondFactor);
        assert!(stage.auth.authenticate(&stage.stranger(), &ticket.token).await.unwrap().is_none());
        assert_eq!(stage.get(anna.id).await.status, UserStatus::Active);
        let enrollment = stage.begin(&ticket).await.unwrap();
        let session = stage.confirm(&ticket, &code_of(&enrollment, &stage.clock)).await;
        assert_eq!(heard(session), "ok");
        assert_eq!(stage.ticket_for("anna", NEW).await.next_step, NextStep::VerifySecondFactor);
    }

    async fn mfa_11_a_reset_signs_nobody_in_and_leaves_the_second_factor_and_no_session(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        let half = stage.ticket("anna").await;
        stage.pass(60);
        stage.ask("ANNA@example.test").await.unwrap();
        let token = stage.link().await;
        stage.pass(1);
        assert_eq!(stage.reset(&token, NEW).await.unwrap().username, "anna");
        assert!(stage.auth.authenticate(&stage.stranger(), &session.token).await.unwrap().is_none());
        let code = stage.code(anna.id).await;
        assert_eq!(heard(stage.verify(&half, &code).await), "Unauthenticated", "a ticket of before");
        assert!(stage.auth.authenticate(&stage.stranger(), &token).await.unwrap().is_none());
        assert_eq!(heard(stage.sign_in("anna", PASSWORD).await), BAD_CREDENTIALS);
        let ticket = stage.ticket_for("anna", NEW).await;
        assert_eq!(ticket.next_step, NextStep::VerifySecondFactor);
        assert_eq!(heard(stage.verify(&ticket, &code).await), "ok");
        assert_eq!(stage.kinds().await, ["password_changed", "password_reset"]);
    }

    async fn mfa_12_a_locked_account_stays_locked_through_a_reset_by_password_and_by_code(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let wrong = stage.wrong_code(anna.id).await;
        for _ in 0..FREE_ATTEMPTS {
            let ticket = stage.ticket("anna").await;
            assert_eq!(heard(stage.verify(&ticket, &wrong).await), BAD_CODE);
        }
        for _ in 0..FREE_ATTEMPTS {
            let _ = stage.sign_in("anna", "not the password").await;
        }
        stage.ask("anna").await.unwrap();
        stage.reset(&stage.link().await, NEW).await.unwrap();
        assert_eq!(heard(stage.sign_in("anna", NEW).await), "wait 30");
        let office = stage.ctx(Actor::Anonymous, Some("192.0.2.10".parse().unwrap()));
        assert_eq!(heard(stage.sign_in_as(&office, "anna", NEW).await), "wait 30");
        let ticket = stage.auth.issue_ticket(&stage.system(), anna.id, NextStep::VerifySecondFactor).await.unwrap();
        assert_eq!(heard(stage.verify(&ticket, &stage.code(anna.id).await).await), "wait 30");
    }

    async fn mfa_22_who_is_unknown_archived_or_invited_gets_the_same_answer_and_no_mail(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        let gone = stage.user("bram").await;
        stage.set_status(gone.id, "archived").await;
        let new = stage.user("cato").await;
        stage.set_status(new.id, "invited").await;
        for login in ["nobody", "bram", "cato", "", "cato@example.test", &"x".repeat(600), "a\0b"] {
            assert_eq!(heard(stage.ask(login).await), "ok", "{login}");
        }
        assert!(stage.waiting_mails().await.is_empty());
        assert_eq!(heard(stage.ask("anna").await), "ok");
        assert_eq!(stage.kinds().await, ["password_reset"]);
        assert_eq!(stage.audited("user.password_reset_requested").await, 8);
    }

    async fn mails_for_a_forgotten_password_come_one_in_five_minutes_and_six_a_day(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        for _ in 0..3 {
            assert_eq!(heard(stage.ask("anna").await), "ok");
        }
        assert_eq!(stage.waiting_mails().await.len(), 1);
        for _ in 0..10 {
            stage.pass(300);
            assert_eq!(heard(stage.ask("anna").await), "ok");
        }
        assert_eq!(stage.waiting_mails().await.len(), 6);
        stage.pass(24 * 3_600);
        assert_eq!(heard(stage.ask("anna").await), "ok");
        assert_eq!(stage.waiting_mails().await.len(), 7);
    }

    async fn from_one_address_no_flood_of_mails_is_asked_for(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let somewhere = stage.ctx(Actor::Anonymous, Some("198.51.100.7".parse().unwrap()));
        for number in 0..20 {
            stage.user(&format!("person{number}")).await;
            let asked = stage.auth.request_password_reset(&somewhere, &format!("person{number}")).await;
            assert_eq!(heard(asked), "ok");
        }
        let asked = stage.auth.request_password_reset(&somewhere, "nobody").await;
        assert_eq!(heard(asked), "wait 900");
        assert_eq!(stage.waiting_mails().await.len(), 20);
        stage.pass(900);
        let asked = stage.auth.request_password_reset(&somewhere, "nobody").await;
        assert_eq!(heard(asked), "ok");
    }

    async fn of_two_servers_that_use_a_link_at_once_one_does(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let other = stage.on_another_server(&test).await;
        let anna = stage.enrolled("anna").await;
        stage.ask("anna").await.unwrap();
        let token = stage.link().await;
        let (here, there) = tokio::join!(stage.reset(&token, NEW), other.reset(&token, OTHER));
        let mut answers = [heard(here), heard(there)];
        answers.sort();
        assert_eq!(answers, [LINK_INVALID, "ok"]);
        assert_eq!(stage.audited("user.password_reset").await, 1);
        assert_eq!(heard(stage.reset(&token, "derde keer met deze link").await), LINK_INVALID);

        stage.pass(1);
        stage.set_status(anna.id, "invited").await;
        stage.send_invitation(anna.id).await;
        let token = stage.link().await;
        let (here, there) = tokio::join!(stage.accept(&token, "zonnig terras met stoelen"), other.accept(&token, "tulp-raket-komma-boter"));
        let mut answers = [heard(here), heard(there)];
        answers.sort();
        assert_eq!(answers, [LINK_INVALID, "ok"]);
    }

    async fn a_link_is_good_for_its_time_its_purpose_and_its_environment_and_the_newest_alone(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let elsewhere = Stage::at(&test, "other", CHEAP).await;
        let anna = stage.invited("anna").await;
        let first = stage.link().await;
        stage.pass(1);
        stage.send_invitation(anna.id).await;
        let second = stage.link().await;
        assert_eq!(heard(stage.accept(&first, NEW).await), LINK_INVALID, "an older one");
        assert_eq!(heard(stage.reset(&second, NEW).await), LINK_INVALID, "for something else");
        assert_eq!(heard(elsewhere.accept(&second, NEW).await), LINK_INVALID, "elsewhere");
        for token in ["", "x", &"a".repeat(43), &"a".repeat(1 << 20), "' OR 1=1 --", "\0"] {
            assert_eq!(heard(stage.accept(&token.into(), NEW).await), LINK_INVALID, "{token:.60}");
        }
        stage.clock.advance(link::LinkPurpose::Invitation.lifetime() - Duration::seconds(2));
        assert!(link::find(&stage.stranger(), second.expose()).await.unwrap().is_some());
        stage.pass(2);
        assert!(link::find(&stage.stranger(), second.expose()).await.unwrap().is_none());
        assert_eq!(heard(stage.accept(&second, NEW).await), LINK_INVALID, "too late");

        stage.send_invitation(anna.id).await;
        let third = stage.link().await;
        stage.set_status(anna.id, "archived").await;
        assert_eq!(heard(stage.accept(&third, NEW).await), LINK_INVALID, "archived since");
    }

    async fn a_password_that_others_would_try_is_refused_by_name_and_the_link_stays_good(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.invited("anneke").await;
        let token = stage.link().await;
        for (password, code) in [
            ("elevenchars", "PASSWORD_TOO_SHORT"),
            (&"a1 ".repeat(50), "PASSWORD_TOO_LONG"),
            ("Welkom-2026!", "PASSWORD_COMMON"),
            ("wachtwoord01", "PASSWORD_COMMON"),
            ("ik heet Anneke en jij", "PASSWORD_PERSONAL"),
            ("bij zorgpunt aan het werk", "PASSWORD_PERSONAL"),
            ("waar-borg in de tuin", "PASSWORD_PERSONAL"),
        ] {
            let told = heard(stage.accept(&token, password).await);
            assert!(told.starts_with(&format!("{code} [\"password\"]")), "{password}: {told}");
        }
        assert_eq!(heard(stage.accept(&token, NEW).await), "ok");
    }

    async fn mfa_24_long_spaced_nul_and_decomposed_passwords_are_chosen_through_a_link(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        let long = "paarse fietsen ".repeat(5);
        for (chosen, typed) in [
            (long.as_str(), long.as_str()),
            (" spaties eromheen, twee ", " spaties eromheen, twee "),
            ("nul\0in het midden", "nul\0in het midden"),
            ("cafe\u{301} au lait graag 🔐", "caf\u{e9} au lait graag 🔐"),
        ] {
            stage.pass(300);
            stage.ask("anna").await.unwrap();
            assert_eq!(heard(stage.reset(&stage.link().await, chosen).await), "ok", "{chosen:?}");
            assert_eq!(heard(stage.sign_in("anna", typed).await), "ok", "{chosen:?}");
        }
    }

    async fn a_reset_wants_another_password_and_voids_every_other_link(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.user("anna").await;
        let ctx = stage.system();
        let address = "anna@elders.example".parse().unwrap();
        ctx.write(async |tx| link::send_email_confirmation(&ctx, tx, &anna, &address).await).await.unwrap();
        let confirmation = stage.link().await;
        stage.pass(1);
        stage.ask("anna").await.unwrap();
        let token = stage.link().await;
        assert!(heard(stage.reset(&token, PASSWORD).await).starts_with("PASSWORD_"));
        stage.auth.set_password(&stage.system(), anna.id, &NEW.into()).await.unwrap();
        assert_eq!(heard(stage.reset(&token, NEW).await), r#"PASSWORD_UNCHANGED ["password"] {}"#);
        assert_eq!(heard(stage.reset(&token, OTHER).await), "ok");
        assert_eq!(heard(link::confirm_email(&stage.stranger(), confirmation.expose()).await), LINK_INVALID);
    }

    async fn a_new_address_is_taken_when_its_link_is_followed_and_the_old_one_hears_of_it(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.user("anna").await;
        stage.user("bram").await;
        let ctx = stage.system();
        let change = async |address: &str| {
            let address = address.parse().unwrap();
            ctx.write(async |tx| link::send_email_confirmation(&ctx, tx, &anna, &address).await).await
        };
        assert_eq!(heard(change("ANNA@example.test").await), r#"UNCHANGED ["email"] {}"#);
        change("bram@example.test").await.unwrap();
        let taken = link::confirm_email(&stage.stranger(), stage.link().await.expose()).await;
        assert_eq!(heard(taken), r#"ALREADY_TAKEN ["email"] {}"#);
        stage.pass(1);
        change("Anna@Nieuw.example").await.unwrap();
        let pending = link::pending(&ctx, &[anna.id]).await.unwrap();
        assert_eq!(pending[&anna.id].email.as_deref(), Some("Anna@Nieuw.example"));
        let token = stage.link().await;
        stage.pass(1);
        link::confirm_email(&stage.stranger(), token.expose()).await.unwrap();
        assert_eq!(heard(link::confirm_email(&stage.stranger(), token.expose()).await), LINK_INVALID);
        assert_eq!(stage.get(anna.id).await.email, "Anna@Nieuw.example");
        assert_eq!(heard(stage.sign_in("anna@nieuw.example", PASSWORD).await), "ok");
        let mails = stage.waiting_mails().await;
        let told: Vec<_> = mails.iter().map(|mail| (mail.letter.kind(), mail.address.as_str())).collect();
        assert_eq!(told[0], ("email_changed", "anna@example.test"));
        assert!(told.contains(&("email_change_requested", "anna@example.test")));
        assert!(told.contains(&("email_confirmation", "Anna@Nieuw.example")));
    }

    async fn ones_own_password_is_changed_with_the_current_one_and_a_fresh_code(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        stage.pass(30);
        let elsewhere = stage.session(&anna).await;
        let ctx = stage.holder(&session).await;
        assert_eq!(heard(stage.change(&stage.stranger(), PASSWORD, NEW).await), "Unauthenticated");
        let wrong = r#"INVALID_CREDENTIALS ["currentPassword"] {}"#;
        assert_eq!(heard(stage.change(&ctx, "not the password", NEW).await), wrong);
        assert_eq!(heard(stage.change(&ctx, &"x".repeat(2_000), NEW).await), wrong);
        assert_eq!(heard(stage.change(&ctx, PASSWORD, "Welkom-2026!").await), r#"PASSWORD_COMMON ["newPassword"] {}"#);
        assert_eq!(heard(stage.change(&ctx, PASSWORD, NEW).await), "ok");
        assert_eq!(heard(stage.change(&ctx, NEW, NEW).await), r#"PASSWORD_UNCHANGED ["newPassword"] {}"#);
        assert!(stage.auth.authenticate(&stage.stranger(), &session.token).await.unwrap().is_some());
        assert!(stage.auth.authenticate(&stage.stranger(), &elsewhere.token).await.unwrap().is_none());
        assert_eq!(stage.kinds().await, ["password_changed"]);
        assert_eq!(heard(stage.sign_in("anna", PASSWORD).await), BAD_CREDENTIALS);

        for _ in 0..FREE_ATTEMPTS {
            let _ = stage.change(&ctx, "guess", OTHER).await;
        }
        assert_eq!(heard(stage.change(&ctx, NEW, OTHER).await), "wait 30");
        stage.clock.advance(crate::FRESHNESS);
        let ctx = stage.holder(&session).await;
        assert_eq!(heard(stage.change(&ctx, NEW, OTHER).await), "StepUpRequired");
        let whole = format!("{:?}", stage.audit().await);
        assert!(![PASSWORD, NEW, OTHER, "guess"].iter().any(|typed| whole.contains(typed)), "{whole}");
    }

    async fn the_owner_of_an_account_that_is_blocked_hears_of_it_once_a_day(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        stage.user("anna").await;
        for _ in 0..4 {
            for _ in 0..FREE_ATTEMPTS {
                let _ = stage.sign_in("anna", "not the password").await;
                let _ = stage.sign_in("nobody", "not the password").await;
            }
            stage.pass(3_600);
        }
        assert_eq!(stage.kinds().await, ["sign_in_blocked"]);
        stage.pass(24 * 3_600);
        for _ in 0..FREE_ATTEMPTS {
            let _ = stage.sign_in("anna", "not the password").await;
        }
        assert_eq!(stage.kinds().await.len(), 2);
    }
}
