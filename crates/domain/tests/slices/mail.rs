//! The queue of mails.

use kernel::{Clock, Error, PageRequest, Role};
use waarborg_domain::{
    Ctx,
    mail::{self, Letter, Mail, Outcome, Recipient},
    user,
};

use crate::stage::Stage;

async fn queue(stage: &Stage, letter: Letter) {
    let ctx = stage.system();
    let to = Recipient::of(&user::get(&ctx, stage.user(Role::Manager)).await.unwrap()).unwrap();
    ctx.write(async |tx| mail::queue(&ctx, tx, &to, &letter).await).await.unwrap();
}

fn reset(stage: &Stage) -> Letter {
    let expires_at = stage.clock.now() + chrono::Duration::hours(1);
    Letter::PasswordReset { username: "manager".into(), token: "very secret".into(), expires_at }
}

async fn claim(ctx: &Ctx) -> Vec<Mail> {
    mail::claim(ctx, 10).await.unwrap()
}

async fn states(stage: &Stage) -> Vec<String> {
    let rows = stage.rows("SELECT state FROM mail ORDER BY state").await;
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

tenancy::on_both_engines! {
    async fn a_mail_goes_out_with_the_change_it_tells_of_and_raises_the_flag(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let ctx = stage.system();
        let to = Recipient::of(&user::get(&ctx, stage.user(Role::Manager)).await.unwrap()).unwrap();
        let failed: kernel::Result<()> = ctx
            .write(async |tx| {
                mail::queue(&ctx, tx, &to, &Letter::PasswordChanged {}).await?;
                Err(Error::NotFound)
            })
            .await;
        assert!(failed.is_err());
        assert!(stage.mailbox().empty().is_empty());
        assert_eq!(mail::waiting(&ctx).await.unwrap(), 0);
        queue(&stage, Letter::PasswordChanged {}).await;
        assert_eq!(stage.mailbox().empty().into_iter().collect::<Vec<_>>(), [ctx.tenant_id()]);
        assert!(stage.mailbox().empty().is_empty());
        let [mail] = claim(&ctx).await.try_into().unwrap();
        assert_eq!((mail.address.as_str(), mail.name.as_str()), ("manager@acme.example", "De manager"));
    }

    async fn what_a_mail_says_lies_sealed_and_is_gone_once_it_is_sent(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        queue(&stage, reset(&stage)).await;
        let sealed: Vec<u8> = stage.rows("SELECT content_sealed FROM mail").await[0].try_get_by_index(0).unwrap();
        for text in ["very secret", "manager@acme", "De manager"] {
            assert!(!sealed.windows(text.len()).any(|bytes| bytes == text.as_bytes()), "{text}");
        }
        let [mail] = claim(&stage.system()).await.try_into().unwrap();
        assert!(matches!(&mail.letter, Letter::PasswordReset { token, .. } if token.expose() == "very secret"));
        mail::settle(&stage.system(), &mail, Outcome::Sent).await.unwrap();
        let kept = "SELECT COUNT(*) FROM mail WHERE content_sealed IS NOT NULL";
        assert_eq!(stage.number(kept).await, 0);
        assert_eq!(states(&stage).await, ["sent"]);
    }

    async fn of_two_servers_one_gets_a_mail_until_it_is_given_up_for_lost(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let other = stage.on_another_server(&test).await;
        for _ in 0..20 {
            queue(&stage, Letter::PasswordChanged {}).await;
        }
        let (here, there) = (stage.system(), other.system());
        let (one, two) = tokio::join!(claim(&here), claim(&there));
        let mut ids: Vec<_> = one.iter().chain(&two).map(|mail| mail.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!((one.len(), two.len(), ids.len()), (10, 10, 20));
        assert!(claim(&here).await.is_empty(), "both are at it");
        for mail in &one {
            mail::settle(&here, mail, Outcome::Sent).await.unwrap();
        }
        // The other server is gone; what it had comes up again.
        stage.clock.advance(chrono::Duration::minutes(5));
        let again: Vec<_> = claim(&here).await.iter().map(|mail| mail.id).collect();
        let mut lost: Vec<_> = two.iter().map(|mail| mail.id).collect();
        lost.sort();
        assert_eq!({ let mut again = again; again.sort(); again }, lost);
        // It comes back and says what it knows: too late to put the mail off.
        mail::settle(&there, &two[0], Outcome::Later("not now: 451".into())).await.unwrap();
        assert_eq!(mail::next_attempt_at(&here).await.unwrap(), Some(stage.clock.now() + chrono::Duration::minutes(5)));
    }

    async fn what_fails_is_tried_again_and_given_up_when_its_link_has_expired(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let ctx = stage.system();
        queue(&stage, reset(&stage)).await;
        let mut attempts = 0;
        while let Some(at) = mail::next_attempt_at(&ctx).await.unwrap() {
            stage.clock.advance(at - stage.clock.now());
            for mail in claim(&ctx).await {
                attempts += 1;
                mail::settle(&ctx, &mail, Outcome::Later("not now: 451".into())).await.unwrap();
            }
            assert!(attempts < 20);
        }
        assert!((4..=7).contains(&attempts), "{attempts}");
        assert_eq!(states(&stage).await, ["failed"]);
        assert_eq!(stage.log().await.iter().filter(|(_, action)| action == "mail.undeliverable").count(), 1);
    }

    async fn what_is_refused_is_given_up_at_once_with_an_event_that_says_why(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let ctx = stage.system();
        queue(&stage, reset(&stage)).await;
        let [mail] = claim(&ctx).await.try_into().unwrap();
        let refused = async || mail::settle(&ctx, &mail, Outcome::Refused("refused with 550".into())).await.unwrap();
        assert_eq!(stage.logged(refused()).await, ["mail.undeliverable"]);
        assert!(stage.logged(refused()).await.is_empty(), "once");
        assert_eq!(mail::waiting(&ctx).await.unwrap(), 0);
    }

    async fn mails_nobody_sent_in_time_are_given_up_and_old_ones_forgotten(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let ctx = stage.system();
        queue(&stage, reset(&stage)).await;
        queue(&stage, Letter::PasswordChanged {}).await;
        ctx.write(async |tx| mail::pretend(&ctx, tx, &reset(&stage)).await).await.unwrap();
        stage.clock.advance(chrono::Duration::hours(1));
        mail::sweep(&ctx).await.unwrap();
        assert_eq!(states(&stage).await, ["failed", "queued", "void"]);
        stage.clock.advance(chrono::Duration::days(3));
        mail::sweep(&ctx).await.unwrap();
        assert_eq!(states(&stage).await, ["failed", "failed"]);
        stage.clock.advance(chrono::Duration::days(91));
        mail::sweep(&ctx).await.unwrap();
        assert_eq!(states(&stage).await, Vec::<String>::new());
    }

    async fn nobody_but_the_product_itself_reads_mails(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        queue(&stage, reset(&stage)).await;
        for ctx in [stage.of(Role::Administrator), stage.acting(kernel::Actor::Anonymous)] {
            assert!(matches!(mail::list(&ctx, &PageRequest::start(5)).await, Err(Error::Forbidden)));
            assert!(matches!(mail::claim(&ctx, 5).await, Err(Error::Forbidden)));
        }
    }

    async fn a_notice_for_administrators_goes_to_each_who_can_sign_in(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        stage.join("second", Role::Administrator).await;
        let ctx = stage.system();
        let letter = Letter::OperatorAccessGranted {
            name: "Otto".into(),
            reason: "4711".into(),
            ends_on: chrono::NaiveDate::from_ymd_opt(2026, 2, 1).unwrap(),
        };
        ctx.write(async |tx| mail::queue_for_administrators(&ctx, tx, &letter).await).await.unwrap();
        let mut to: Vec<_> = claim(&ctx).await.into_iter().map(|mail| mail.address.to_string()).collect();
        to.sort();
        assert_eq!(to, ["administrator@acme.example", "second@acme.example"]);
    }
}
