//! The library of files, and which records hold them.

use chrono::TimeDelta;
use kernel::{Actor, Error, FileRevisionId, Role};
use waarborg_domain::{
    Ctx,
    file::{self, FileRevision, NewFile},
    record::{self, LifeStep, Record, Value},
};

use crate::stage::{Stage, change, changes, create, faults, fresh, text, titled};

/// A file whose content is so many times the same letter; the letter stands for its hash.
async fn kept(ctx: &Ctx, name: &str, letter: char) -> FileRevision {
    file::create(ctx, new(name, letter)).await.unwrap()
}

fn new(name: &str, letter: char) -> NewFile {
    let sha256 = std::iter::repeat_n(letter, 64).collect();
    NewFile { file_name: name.to_owned(), media_type: "application/pdf".to_owned(), byte_size: 8, sha256 }
}

async fn hold(ctx: &Ctx, record: &Record, ids: &[FileRevisionId]) -> kernel::Result<Record> {
    let now = record::get(ctx, record.id).await.unwrap();
    change(ctx, &now, changes([("$files", Some(Value::File(ids.to_vec())))])).await
}

async fn sees(ctx: &Ctx, revision: &FileRevision) -> bool {
    match file::get(ctx, revision.id).await {
        Ok(found) => found == *revision,
        Err(error) => {
            assert!(matches!(error, Error::NotFound), "{error:?}");
            false
        }
    }
}

tenancy::on_both_engines! {
    async fn who_makes_records_sends_files_and_each_is_told_in_the_log(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let employee = stage.of(Role::Employee);
        let revision = kept(&employee, "../ver\u{0}slag\r\n.pdf", 'a').await;
        assert_eq!((revision.file_name.as_str(), revision.number, revision.byte_size), ("../verslag.pdf", 1, 8));
        assert_eq!(file::get(&employee, revision.id).await.unwrap(), revision);
        for role in [Role::Viewer, Role::Auditor] {
            let refused = file::create(&stage.of(role), new("x", 'a')).await;
            assert!(matches!(refused, Err(Error::Forbidden)), "{role}");
        }
        let nobody = file::create(&stage.acting(Actor::Anonymous), new("x", 'a')).await;
        assert!(matches!(nobody, Err(Error::Unauthenticated)));
        file::note_download(&employee, &revision).await.unwrap();
        for action in ["file.added", "file.downloaded"] {
            assert_eq!(stage.details(action).await.len(), 1, "{action}");
        }
    }

    async fn a_file_is_seen_by_who_sent_it_and_by_who_sees_a_record_that_holds_it(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, employee, viewer) = (stage.manager(), stage.of(Role::Employee), stage.of(Role::Viewer));
        let revision = kept(&manager, "verslag.pdf", 'a').await;
        let who = async || {
            let mut who = Vec::new();
            for (name, ctx) in [("manager", &manager), ("employee", &employee), ("viewer", &viewer)] {
                if sees(ctx, &revision).await {
                    who.push(name);
                }
            }
            who
        };
        assert_eq!(who().await, ["manager"]);
        let place = create(&manager, "places", titled("hidden")).await.unwrap();
        hold(&manager, &place, &[revision.id]).await.unwrap();
        assert_eq!(who().await, ["manager"], "the place is for full users");
        let thing = stage.thing("a").await;
        hold(&manager, &thing, &[revision.id]).await.unwrap();
        assert_eq!(who().await, ["manager", "viewer"]);
        let own = create(&employee, "things", titled("mine")).await.unwrap();
        hold(&manager, &own, &[revision.id]).await.unwrap();
        assert_eq!(who().await, ["manager", "employee", "viewer"]);
        record::take_step(&manager, &[thing.id, own.id], LifeStep::Delete).await.unwrap();
        assert_eq!(who().await, ["manager"], "what is in the bin is not shown to everybody");
    }

    async fn nobody_hangs_up_a_file_they_may_not_read(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let employee = stage.of(Role::Employee);
        let secret = kept(&stage.manager(), "geheim.pdf", 'a').await;
        let own = create(&employee, "things", titled("mine")).await.unwrap();
        assert_eq!(faults(hold(&employee, &own, &[secret.id]).await), ["FILE_NOT_FOUND values.$files"]);
        let unknown = FileRevisionId::generate(employee.clock(), employee.random());
        assert_eq!(faults(hold(&employee, &own, &[unknown]).await), ["FILE_NOT_FOUND values.$files"]);
        assert!(!sees(&employee, &secret).await);
    }

    async fn what_a_record_holds_or_held_stays_until_the_record_is_purged(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let thing = stage.thing("a").await;
        let (held, loose) = (kept(&manager, "a", 'a').await, kept(&manager, "b", 'b').await);
        hold(&manager, &thing, &[held.id]).await.unwrap();
        hold(&manager, &thing, &[]).await.unwrap();
        stage.clock.advance(TimeDelta::hours(25));
        assert_eq!(file::forget_unheld(&stage.system()).await.unwrap(), [loose.blob_name()]);
        assert!(sees(&manager, &held).await && !sees(&manager, &loose).await, "the history still shows it");
        record::take_step(&manager, &[thing.id], LifeStep::Delete).await.unwrap();
        record::purge(&fresh(&stage.of(Role::Administrator)), &[thing.id]).await.unwrap();
        assert_eq!(stage.number("SELECT COUNT(*) FROM record_file").await, 0);
        assert_eq!(file::forget_unheld(&stage.system()).await.unwrap(), [held.blob_name()]);
        assert!(matches!(file::forget_unheld(&manager).await, Err(Error::Forbidden)));
    }

    async fn the_same_content_stays_as_long_as_anything_points_to_it(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let (first, second) = (kept(&manager, "a", 'a').await, {
            stage.clock.advance(TimeDelta::hours(20));
            kept(&manager, "b", 'a').await
        });
        assert_eq!(first.blob_name(), second.blob_name());
        stage.clock.advance(TimeDelta::hours(5));
        assert_eq!(file::forget_unheld(&stage.system()).await.unwrap(), Vec::<String>::new());
        assert!(!sees(&manager, &first).await && sees(&manager, &second).await);
        stage.clock.advance(TimeDelta::hours(20));
        assert_eq!(file::forget_unheld(&stage.system()).await.unwrap(), [second.blob_name()]);
    }

    async fn a_change_of_something_else_leaves_the_files(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let thing = stage.thing("a").await;
        let held = kept(&manager, "a", 'a').await;
        hold(&manager, &thing, &[held.id]).await.unwrap();
        let holding = record::get(&manager, thing.id).await.unwrap();
        let now = change(&manager, &holding, changes([("title", Some(text("b")))])).await.unwrap();
        assert_eq!(now.values.get("$files"), Some(&Value::File(vec![held.id])), "a change of something else");
    }
}
