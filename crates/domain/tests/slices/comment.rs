//! What people say at records.

use kernel::{Actor, CommentId, Error, PageRequest, Role, UserId};
use serde_json::json;
use waarborg_domain::{
    Access, Ctx,
    comment::{self, Comment, CommentAt},
    mail::{self, Letter},
    record::{self, LifeStep, Record},
    user::{self, Archiving},
};

use crate::stage::{Stage, create, faults, fresh, titled};

/// A comment that names these people.
fn naming(words: &str, people: &[UserId]) -> String {
    let names = people.iter().map(|id| format!(" <span data-mention=\"{id}\">@{id}</span>"));
    format!("<p>{words}{}</p>", names.collect::<Vec<_>>().concat())
}

async fn all(ctx: &Ctx, record: &Record, first: u32) -> Vec<Comment> {
    let (mut comments, mut after) = (Vec::new(), None);
    loop {
        let page = comment::list(ctx, record, &PageRequest { first, after }).await.unwrap();
        after = page.items.last().map(|(cursor, _)| cursor.clone());
        comments.extend(page.items.into_iter().map(|(_, comment)| comment));
        if !page.has_next {
            return comments;
        }
    }
}

/// The addresses mails are waiting for, and what the mails say.
async fn mails(stage: &Stage) -> Vec<(String, Letter)> {
    let waiting = mail::list(&stage.system(), &PageRequest::start(100)).await.unwrap().into_items();
    let mut mails: Vec<_> =
        waiting.into_iter().map(|mail| (mail.address.as_str().to_owned(), mail.letter)).collect();
    mails.sort_by(|(one, _), (other, _)| one.cmp(other));
    mails
}

async fn addresses(stage: &Stage) -> Vec<String> {
    mails(stage).await.into_iter().map(|(address, _)| address).collect()
}

async fn count(ctx: &Ctx, record: &Record) -> u64 {
    comment::counts(ctx, &[record.id]).await.unwrap().get(&record.id).copied().unwrap_or_default()
}

tenancy::on_both_engines! {
    async fn comments_are_said_edited_and_deleted_and_make_no_version_of_the_record(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, viewer) = (stage.manager(), stage.of(Role::Viewer));
        let thing = stage.thing("a").await;
        let dirty = "<p onclick=x>Gezien <b>en</b> goed.</p><script>x</script>";
        let first = comment::add(&viewer, thing.id, dirty).await.unwrap().comment;
        assert_eq!(first.html, "<p>Gezien en goed.</p>");
        stage.clock.advance(chrono::TimeDelta::seconds(1));
        let second = comment::add(&manager, thing.id, "Twee").await.unwrap();
        assert!(second.is_editable_by(&manager) && !second.is_editable_by(&viewer));
        assert_eq!(all(&viewer, &thing, 1).await, [second.comment.clone(), first.clone()], "newest first");
        assert_eq!(count(&manager, &thing).await, 2);

        let edited = comment::edit(&viewer, first.id, "<p>Toch niet.</p>").await.unwrap().comment;
        assert_eq!((edited.edited_at, edited.created_at), (Some(stage.clock_in(0)), first.created_at));
        let log = stage.logged(comment::edit(&viewer, first.id, "<p>Toch niet.</p>")).await;
        assert!(log.is_empty(), "what is so already is not changed");
        let deleted = comment::delete(&manager, first.id).await.unwrap().comment;
        assert_eq!((deleted.html.as_str(), deleted.author), ("", first.author));
        assert_eq!(all(&viewer, &thing, 10).await, [second.comment, deleted.clone()], "something is left of it");
        assert_eq!(count(&manager, &thing).await, 1);
        assert_eq!(faults(comment::edit(&viewer, first.id, "x").await), ["COMMENT_DELETED id"]);
        let log = stage.logged(comment::delete(&viewer, first.id)).await;
        assert!(log.is_empty(), "deleted already is deleted");
        assert_eq!(record::get(&manager, thing.id).await.unwrap(), thing);

        let told = |before: Option<&str>, after: Option<&str>| json!({
            "code": "THI-0001", "comment": first.id, "changes": { "comment": [before, after] },
        });
        assert_eq!(stage.details("comment.added").await[0], told(None, Some("Gezien en goed.")));
        assert_eq!(stage.details("comment.edited").await, [told(Some("Gezien en goed."), Some("Toch niet."))]);
        assert_eq!(stage.details("comment.deleted").await, [told(Some("Toch niet."), None)]);
        let kept = format!("SELECT COUNT(*) FROM comment WHERE html LIKE '%{}%'", "niet");
        assert_eq!(stage.number(&kept).await, 0, "the words are gone");
    }

    async fn who_sees_a_record_speaks_at_it_but_for_auditors_and_programs_that_read(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (thing, employee) = (stage.thing("a").await, stage.of(Role::Employee));
        let own = create(&employee, "things", titled("mine")).await.unwrap();
        let place = create(&stage.manager(), "places", titled("hidden")).await.unwrap();
        assert!(comment::add(&employee, own.id, "x").await.is_ok());
        for (ctx, record) in [(&employee, &thing), (&stage.of(Role::Viewer), &place), (&stage.of(Role::Auditor), &thing)] {
            assert!(matches!(comment::add(ctx, record.id, "x").await, Err(Error::NotFound)));
        }
        let viewer = stage.of(Role::Viewer);
        let reading = Access { is_read_only: true, ..Access::default() };
        let program = viewer.acting_with(viewer.actor(), reading, viewer.locale());
        assert!(matches!(comment::add(&program, thing.id, "x").await, Err(Error::Forbidden)));
        assert!(matches!(comment::add(&stage.system(), thing.id, "x").await, Err(Error::Forbidden)));
        let auditor = Actor::User { id: stage.user(Role::Viewer), role: Role::Auditor };
        assert!(!comment::may_comment(&stage.acting(auditor), &thing, &stage.things().await));
        assert_eq!(faults(comment::add(&viewer, thing.id, "<p> </p>").await), ["REQUIRED html"]);
    }

    async fn one_changes_ones_own_comment_and_a_full_user_deletes_anybodys(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, viewer, employee) = (stage.manager(), stage.of(Role::Viewer), stage.of(Role::Employee));
        let thing = create(&employee, "things", titled("mine")).await.unwrap();
        let said = async |ctx: &Ctx| comment::add(ctx, thing.id, "x").await.unwrap().comment.id;
        let (of_viewer, of_manager) = (said(&viewer).await, said(&manager).await);
        for id in [of_viewer, of_manager] {
            assert!(matches!(comment::edit(&employee, id, "y").await, Err(Error::Forbidden)));
            assert!(matches!(comment::delete(&employee, id).await, Err(Error::Forbidden)));
        }
        assert!(matches!(comment::edit(&manager, of_viewer, "y").await, Err(Error::Forbidden)));
        assert!(comment::delete(&stage.of(Role::Administrator), of_manager).await.is_ok());
        assert!(comment::delete(&viewer, of_viewer).await.is_ok());
        let nothing = CommentId::generate(manager.clock(), manager.random());
        assert!(matches!(comment::delete(&manager, nothing).await, Err(Error::NotFound)));
        let other = stage.join("other", Role::Employee).await;
        assert!(matches!(comment::delete(&other, of_viewer).await, Err(Error::NotFound)));
        assert!(comment::find_many(&other, &[of_viewer]).await.unwrap().is_empty());
    }

    async fn those_who_are_named_and_may_see_the_record_get_a_mail_once(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, viewer) = (stage.manager(), stage.of(Role::Viewer));
        let place = create(&manager, "places", titled("Kelder")).await.unwrap();
        let left = stage.join("left", Role::Administrator).await.actor().user_id().unwrap();
        let archiving = Archiving { id: left, version: 1, reassign_to: None };
        let admin = fresh(&stage.of(Role::Administrator));
        admin.write(async |tx| user::archive(&admin, tx, &archiving).await).await.unwrap();
        let [administrator, me, outsider] =
            [Role::Administrator, Role::Manager, Role::Viewer].map(|role| stage.user(role));
        let nobody = UserId::generate(manager.clock(), manager.random());
        let html = naming("Kijk", &[administrator, me, outsider, left, nobody, administrator]);
        let CommentAt { comment, .. } = comment::add(&manager, place.id, &html).await.unwrap();
        assert_eq!(comment.mentions, [administrator, me]);
        assert_eq!(comment.html.matches("<span").count(), 3);
        assert!(comment.html.contains(&format!(" @{outsider}")), "of the others the name stays");
        let told = mails(&stage).await;
        assert_eq!(told.len(), 1, "not oneself");
        assert_eq!(told[0].0, "administrator@acme.example");
        let Letter::Mentioned { by, code, title, form_key, number } = &told[0].1 else { panic!("{told:?}") };
        let letter = (by.as_str(), code.as_str(), title.as_str(), form_key.as_str(), *number);
        assert_eq!(letter, ("De manager", "PLA-0001", "Kelder", "places", 1));

        let second = stage.join("second", Role::Manager).await.actor().user_id().unwrap();
        let html = naming("Kijk allebei", &[administrator, second]);
        comment::edit(&manager, comment.id, &html).await.unwrap();
        assert_eq!(addresses(&stage).await, ["administrator@acme.example", "second@acme.example"]);
        assert!(matches!(comment::add(&viewer, place.id, &html).await, Err(Error::NotFound)));
    }

    async fn an_employee_is_named_at_their_own_record_and_not_at_anothers(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, employee) = (stage.manager(), stage.of(Role::Employee));
        let own = create(&employee, "things", titled("mine")).await.unwrap();
        let other = stage.thing("other").await;
        let html = naming("Dank", &[stage.user(Role::Employee)]);
        assert_eq!(comment::add(&manager, own.id, &html).await.unwrap().comment.mentions.len(), 1);
        assert_eq!(comment::add(&manager, other.id, &html).await.unwrap().comment.mentions.len(), 0);
        assert_eq!(addresses(&stage).await, ["employee@acme.example"]);
    }

    async fn at_what_is_archived_or_deleted_nothing_is_said_and_a_purge_takes_comments_along(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let thing = stage.thing("a").await;
        let said = comment::add(&manager, thing.id, "x").await.unwrap().comment.id;
        record::take_step(&manager, &[thing.id], LifeStep::Archive).await.unwrap();
        assert_eq!(faults(comment::add(&manager, thing.id, "y").await), ["RECORD_ARCHIVED recordId"]);
        assert_eq!(faults(comment::edit(&manager, said, "y").await), ["RECORD_ARCHIVED id"]);
        assert_eq!(faults(comment::delete(&manager, said).await), ["RECORD_ARCHIVED id"]);
        let at = comment::find_many(&manager, &[said]).await.unwrap().remove(0);
        assert!(!at.is_editable_by(&manager) && !at.is_deletable_by(&manager));
        record::take_step(&manager, &[thing.id], LifeStep::Delete).await.unwrap();
        assert!(matches!(comment::add(&manager, thing.id, "y").await, Err(Error::NotFound)));
        assert!(comment::find_many(&stage.of(Role::Viewer), &[said]).await.unwrap().is_empty());
        record::purge(&fresh(&stage.of(Role::Administrator)), &[thing.id]).await.unwrap();
        assert_eq!(stage.number("SELECT COUNT(*) FROM comment").await, 0);
    }
}
