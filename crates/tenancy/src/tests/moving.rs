//! An environment moves while people write in it.

use std::{collections::BTreeMap, future::pending, sync::Arc};

use kernel::Error;
use sea_orm::ConnectionTrait;
use tempfile::TempDir;
use tokio::{sync::Mutex, task::yield_now};

use super::{
    plant_canary,
    relocation::{found, is_refused, same},
    text,
};
use crate::{
    Engine, Loaded, Moving, OpenError, PlacementChoice, Relocation, Snapshot, TableDigest, TenantDb,
    TenantEntry, on_both_engines,
    testing::{TestTenancy, block_on},
};

const AT: &str = "'2026-01-05T08:00:00.000001+00:00'";

fn id(last: u32) -> String {
    format!("'00000000-0000-4000-8000-{last:012}'")
}

fn record(last: u32, number: u32, words: &str) -> String {
    let (form, revision, record) = (id(1), id(2), id(last));
    format!(
        "INSERT INTO record (id, form_id, number, title, status, doc, search_text, form_revision_id, version, \
                             created_at, updated_at, search_row) \
         VALUES ({record}, {form}, {number}, 'Kluis', 'open', '{{}}', '{words}', {revision}, 1, {AT}, {AT}, {last});"
    )
}

/// A value of a record, which may name another record.
fn value(of: u32, position: u32, names: Option<u32>) -> String {
    let reference = names.map_or_else(|| "NULL".to_owned(), id);
    format!(
        "INSERT INTO record_value (record_id, form_id, field_key, position, sort_key, reference_id, record_number) \
         VALUES ({}, {}, 'field', {position}, {}, {reference}, 1);",
        id(of),
        id(1),
        id(of)
    )
}

fn search(of: u32, words: &str) -> String {
    format!("UPDATE record SET search_text = '{words}' WHERE id = {};", id(of))
}

fn delete(last: u32) -> String {
    format!("DELETE FROM record WHERE id = {};", id(last))
}

fn number(of: u32, number: u32) -> String {
    format!("UPDATE record SET number = {number} WHERE id = {};", id(of))
}

fn names(of: u32, other: u32) -> String {
    format!("UPDATE record_value SET reference_id = {} WHERE record_id = {};", id(other), id(of))
}

async fn run(db: &TenantDb, statements: &[String]) {
    let transaction = db.begin_write().await.unwrap();
    for statement in statements {
        let statement = match db.engine() {
            // Of bytes, as the product writes it.
            Engine::Sqlite => statement.replace("'00000000-0000-4000-8000-", "X'00000000000040008000"),
            Engine::Postgres => statement.clone(),
        };
        transaction.execute_unprepared(&statement).await.unwrap();
    }
    transaction.commit().await.unwrap();
}

/// A register with six records, the second of which names the first.
async fn fill(db: &TenantDb) {
    let (form, revision) = (id(1), id(2));
    let mut statements = vec![format!(
        "INSERT INTO form (id, key, origin, current_revision_id, next_number, created_at, position) \
         VALUES ({form}, 'assets', 'own', {revision}, 2, {AT}, 1); \
         INSERT INTO form_revision (id, form_id, number, definition, published_at) \
         VALUES ({revision}, {form}, 1, '{{}}', {AT});"
    )];
    for last in 10..16 {
        statements.push(record(last, last, "de kluis"));
        statements.push(value(last, 1, (last == 11).then_some(10)));
    }
    run(db, &statements).await;
}

/// All kinds of changes, among them those that fail row by row: numbers that change places, and rows whose parent goes.
fn changes(step: usize) -> Vec<String> {
    match step {
        0 => vec![
            record(20, 20, "een nieuwe"),
            value(20, 1, None),
            search(10, "de sleutel"),
            number(12, 99),
            number(13, 12),
            number(12, 13),
            names(11, 20),
            delete(14),
        ],
        1 => vec![
            names(11, 15),
            delete(20),
            record(20, 14, "teruggekomen"),
            format!("UPDATE record_value SET position = 5 WHERE record_id = {};", id(12)),
            record(21, 21, "komt en gaat"),
            delete(21),
        ],
        _ => vec![
            search(15, "het slot"),
            "DELETE FROM sign_in_throttle;".to_owned(),
            format!("DELETE FROM record_value WHERE record_id = {};", id(13)),
            format!("UPDATE record SET id = {} WHERE id = {};", id(16), id(13)),
        ],
    }
}

async fn tables(db: &TenantDb) -> BTreeMap<String, TableDigest> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.sqlite");
    db.snapshot_to(&file).await.unwrap();
    let snapshot = Snapshot::open(&file);
    assert_eq!(snapshot.damage().await.unwrap(), None);
    let tables = snapshot.tables().await.unwrap();
    snapshot.close().await.unwrap();
    tables
}

/// What there is in a database beside rows.
async fn schema(db: &TenantDb) -> String {
    let sql = match db.engine() {
        Engine::Sqlite => {
            "SELECT group_concat(line, char(10)) FROM \
             (SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS line FROM sqlite_schema ORDER BY 1)"
        }
        Engine::Postgres => {
            "SELECT string_agg(line, E'\\n') FROM ( \
             SELECT relnamespace::regnamespace || ' ' || relname || ' ' || relkind::text AS line FROM pg_class \
             WHERE relnamespace::regnamespace::text NOT LIKE 'pg\\_%' \
             UNION ALL SELECT tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal \
             UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || convalidated::text FROM pg_constraint \
             WHERE contype = 'f' UNION ALL SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' \
             ORDER BY 1) AS lines"
        }
    };
    text(db.read(), sql).await.unwrap()
}

/// What a database of the same place looks like that was just made.
async fn untouched(test: &TestTenancy) -> String {
    let tenant = test.tenant("untouched").await;
    schema(&test.tenancy().open(&tenant).await.unwrap()).await
}

/// The places to go to, from where a test begins.
fn places(test: &TestTenancy) -> Vec<PlacementChoice> {
    match test.engine() {
        Engine::Sqlite => vec![PlacementChoice::Sqlite],
        Engine::Postgres => vec![PlacementChoice::Sqlite, same(test), same(test)],
    }
}

async fn copied(relocation: &Relocation, folder: &TempDir, place: &PlacementChoice) -> Loaded {
    let file = folder.path().join("moving.sqlite");
    relocation.follow().await.unwrap().rows_to(&file).await.unwrap();
    let loaded = relocation.load(&file, place).await.unwrap();
    std::fs::remove_file(&file).ok();
    loaded
}

async fn finds(db: &TenantDb, words: &str) -> String {
    let sql = format!(
        "SELECT coalesce(group_concat(rowid), '') FROM \
         (SELECT rowid FROM record_search WHERE record_search MATCH '{words}' ORDER BY rowid)"
    );
    text(db.read(), &sql).await.unwrap()
}

on_both_engines! {
    async fn s04_what_is_written_while_an_environment_is_moved_goes_along(test: TestTenancy) {
        let tenancy = test.tenancy();
        for (turn, place) in places(&test).iter().enumerate() {
            let tenant = test.tenant(&format!("acme-{turn}")).await;
            let entry = moved_before(&test, (&tenant, turn)).await;
            let db = tenancy.open(&entry).await.unwrap();
            plant_canary(&db, &entry).await;
            fill(&db).await;
            let folder = tempfile::tempdir().unwrap();
            let relocation = tenancy.relocate(&entry).await.unwrap();
            let file = folder.path().join("moving.sqlite");
            relocation.follow().await.unwrap().rows_to(&file).await.unwrap();
            run(&db, &changes(0)).await;
            let mut loaded = relocation.load(&file, place).await.unwrap();
            assert_eq!(relocation.catch_up(&mut loaded, folder.path()).await.unwrap(), 8);
            assert_eq!(relocation.catch_up(&mut loaded, folder.path()).await.unwrap(), 0, "only once");
            run(&db, &changes(1)).await;
            relocation.catch_up(&mut loaded, folder.path()).await.unwrap();
            run(&db, &changes(2)).await;
            relocation.put_up_fence().await.unwrap();
            relocation.catch_up(&mut loaded, folder.path()).await.unwrap();
            let wanted = tables(&db).await;
            assert_eq!((wanted["record"].rows, wanted["record_value"].rows), (6, 4));
            drop(db);

            let entry = relocation.finish(loaded).await.unwrap();
            let db = tenancy.open(&entry).await.unwrap();
            let other = tables(&db).await.into_iter().filter(|(table, digest)| wanted[table] != *digest);
            assert_eq!(other.collect::<Vec<_>>(), [], "{turn}");
            run(&db, &[record(30, 30, "hierna")]).await;
            if db.engine() == Engine::Sqlite {
                let found = (finds(&db, "lui").await, finds(&db, "slo").await, finds(&db, "tel").await);
                assert_eq!(found, ("11,12,13".to_owned(), "15".to_owned(), "10".to_owned()));
                assert_eq!(finds(&db, "hie").await, "30");
            } else {
                let next = "SELECT nextval('record_search_row_seq')::text";
                assert_eq!(text(&db.begin_write().await.unwrap(), next).await.unwrap(), "21");
                assert!(schema(&db).await.contains("fk_record_form_id false"), "it was not looked at yet");
                test.clock().advance(chrono::Duration::seconds(61));
                tenancy.heal().await.unwrap();
            }
            let like_new = test.tenant(&format!("new-{turn}")).await;
            let like_new = moved_before(&test, (&like_new, turn + 1)).await;
            assert_eq!(schema(&db).await, schema(&tenancy.open(&like_new).await.unwrap()).await);
        }
    }

    /// Whoever was told that something is written finds it afterwards, and nobody finds what was refused.
    async fn s04_people_write_all_the_time_and_what_they_were_told_is_true(test: TestTenancy) {
        let tenancy = test.tenancy().clone();
        let tenant = test.tenant("acme").await;
        for place in places(&test) {
            let entry = found(&tenancy, tenant.id).await;
            let folder = tempfile::tempdir().unwrap();
            let written = Arc::new(Mutex::new(Vec::new()));
            let writing = tokio::spawn(write_on(tenancy.open(&entry).await.unwrap(), Arc::clone(&written)));
            while written.lock().await.is_empty() {
                yield_now().await;
            }
            let steps = std::sync::Mutex::new(Vec::new());
            let relocation = tenancy.relocate(&entry).await.unwrap();
            let tell = |step| steps.lock().unwrap().push(step);
            let moved = relocation.move_to((&place, folder.path()), tell, pending()).await.unwrap().unwrap();
            let refused = writing.await.unwrap();
            assert!(matches!(refused, Error::Unavailable(_)), "{refused}");
            let steps = steps.into_inner().unwrap();
            assert!(matches!(steps[..3], [Moving::Copied(1..), Moving::Loaded, Moving::CaughtUp(1..)]), "{steps:?}");
            assert!(steps.contains(&Moving::ReadOnly));
            let db = tenancy.open(&moved.tenant).await.unwrap();
            let all = match db.engine() {
                Engine::Sqlite => "group_concat(account_key, ' ')",
                Engine::Postgres => "string_agg(account_key, ' ')",
            };
            let all = format!(
                "SELECT {all} FROM (SELECT account_key FROM sign_in_throttle \
                 ORDER BY window_started_at, length(account_key), account_key) AS all_rows"
            );
            assert_eq!(text(db.read(), &all).await.unwrap(), written.lock().await.join(" "));
            run(&db, &["DELETE FROM sign_in_throttle".to_owned()]).await;
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }

    async fn bak_20_a_move_that_broke_off_leaves_nothing_in_the_environment(test: TestTenancy) {
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        let wanted = untouched(&test).await;
        let db = tenancy.open(&tenant).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        for is_killed in [false, true] {
            let relocation = tenancy.relocate(&tenant).await.unwrap();
            let mut loaded = copied(&relocation, &folder, &same(&test)).await;
            assert_ne!(schema(&db).await, wanted);
            plant_canary(&db, &tenant).await;
            relocation.put_up_fence().await.unwrap();
            relocation.catch_up(&mut loaded, folder.path()).await.unwrap();
            if is_killed {
                drop(relocation);
                test.clock().advance(chrono::Duration::seconds(61));
                tenancy.heal().await.unwrap();
            } else {
                relocation.abandon().await.unwrap();
            }
            assert!(!is_refused(tenancy, &tenant).await);
            assert_eq!(schema(&db).await, wanted);
            run(&db, &["DELETE FROM sign_in_throttle".to_owned()]).await;
        }
    }

    async fn a_move_that_somebody_stops_leaves_everything_as_before(test: TestTenancy) {
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        let wanted = untouched(&test).await;
        let db = tenancy.open(&tenant).await.unwrap();
        plant_canary(&db, &tenant).await;
        let folder = tempfile::tempdir().unwrap();
        for last in [Moving::Loaded, Moving::ReadOnly] {
            let (stop, stopped) = tokio::sync::watch::channel(false);
            let tell = |step| {
                stop.send_if_modified(|is_over| {
                    *is_over |= step == last;
                    *is_over
                });
            };
            let is_stopped = async { stopped.clone().wait_for(|is_over| *is_over).await.map(drop).unwrap() };
            let relocation = tenancy.relocate(&tenant).await.unwrap();
            let moved = relocation.move_to((&same(&test), folder.path()), tell, is_stopped).await.unwrap();
            assert!(moved.is_none());
            assert_eq!(found(tenancy, tenant.id).await.placement, tenant.placement);
            assert!(!is_refused(tenancy, &tenant).await);
            assert_eq!(schema(&db).await, wanted);
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }

    async fn a_copy_that_is_taken_during_a_move_shows_nothing_of_it(test: TestTenancy) {
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        let db = tenancy.open(&tenant).await.unwrap();
        let (without, wanted) = (tables(&db).await, schema(&db.copy().await.unwrap()).await);
        let relocation = tenancy.relocate(&tenant).await.unwrap();
        relocation.follow().await.unwrap();
        assert_eq!(tables(&db).await, without);
        assert_eq!(schema(&db.copy().await.unwrap()).await, wanted);
        relocation.abandon().await.unwrap();
    }

    async fn a_database_that_a_newer_program_changed_meanwhile_is_not_left(test: TestTenancy) {
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        let folder = tempfile::tempdir().unwrap();
        let relocation = tenancy.relocate(&tenant).await.unwrap();
        let mut loaded = copied(&relocation, &folder, &same(&test)).await;
        let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0);";
        let db = tenancy.open(&tenant).await.unwrap();
        run(&db, &[newer.to_owned()]).await;
        let refused = relocation.catch_up(&mut loaded, folder.path()).await.unwrap_err();
        assert!(refused.to_string().contains("newer program"), "{refused}");
        let undo = "DELETE FROM seaql_migrations WHERE version = 'm9999_later';";
        run(&db, &[undo.to_owned()]).await;
        relocation.abandon().await.unwrap();
    }

    async fn a_change_that_nobody_noted_is_noticed_and_its_table_named(test: TestTenancy) {
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        let folder = tempfile::tempdir().unwrap();
        let relocation = tenancy.relocate(&tenant).await.unwrap();
        let mut loaded = copied(&relocation, &folder, &same(&test)).await;
        let db = tenancy.open(&tenant).await.unwrap();
        let blind = match db.engine() {
            Engine::Sqlite => "DROP TRIGGER \"changed_sign_in_throttle_INSERT\";",
            Engine::Postgres => "DROP TRIGGER changed ON sign_in_throttle;",
        };
        run(&db, &[blind.to_owned()]).await;
        plant_canary(&db, &tenant).await;
        let refused = relocation.catch_up(&mut loaded, folder.path()).await.unwrap_err();
        assert!(refused.to_string().contains("`sign_in_throttle` has 1 rows, and 0 in the copy"), "{refused}");
        assert!(matches!(refused, OpenError::Database(_)));
        relocation.abandon().await.unwrap();
    }
}

/// An environment where it is after so many moves.
async fn moved_before(test: &TestTenancy, (tenant, turns): (&Arc<TenantEntry>, usize)) -> TenantEntry {
    let folder = tempfile::tempdir().unwrap();
    let mut entry = (**tenant).clone();
    for place in places(test).iter().take(turns) {
        let relocation = test.tenancy().relocate(&entry).await.unwrap();
        let moved = relocation.move_to((place, folder.path()), |_| (), pending()).await.unwrap();
        entry = (*moved.unwrap().tenant).clone();
    }
    entry
}

/// Writes rows until one is refused, and notes those that are written.
async fn write_on(db: TenantDb, written: Arc<Mutex<Vec<String>>>) -> Error {
    for number in 0.. {
        let key = format!("row-{number}");
        let sql = format!(
            "INSERT INTO sign_in_throttle (account_key, kind, failures, window_started_at) \
             VALUES ('{key}', 'password', 1, {AT})"
        );
        let transaction = match db.begin_write().await {
            Ok(transaction) => transaction,
            Err(error) => return error,
        };
        transaction.execute_unprepared(&sql).await.unwrap();
        transaction.commit().await.unwrap();
        written.lock().await.push(key);
        yield_now().await;
    }
    unreachable!("it goes on until it is refused")
}

#[test]
fn what_reads_a_database_for_long_is_not_held_up_by_a_move_that_is_given_up() {
    block_on(async {
        let test = TestTenancy::postgres().await;
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        let db = tenancy.open(&tenant).await.unwrap();
        let relocation = tenancy.relocate(&tenant).await.unwrap();
        relocation.follow().await.unwrap();
        let reading = db.begin_snapshot().await.unwrap();
        let count = "SELECT count(*)::text FROM app_user";
        assert_eq!(text(&reading, count).await.unwrap(), "0");
        relocation.abandon().await.unwrap_err();
        assert!(!is_refused(tenancy, &tenant).await, "people write again");
        assert_eq!(text(db.read(), count).await.unwrap(), "0");
        reading.rollback().await.unwrap();
        test.clock().advance(chrono::Duration::seconds(61));
        tenancy.heal().await.unwrap();
        assert_eq!(schema(&db).await, untouched(&test).await);
    });
}
