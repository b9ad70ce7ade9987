use std::path::Path;

use sea_orm::ConnectionTrait;

use crate::{
    Engine, PlacementChoice, PoolLimits, Snapshot, TenantDb, on_both_engines, snapshot,
    testing::{TestTenancy, block_on},
};

use super::{second_server, text};

/// More rows than travel at once.
const VALUES: u32 = 1_201;

/// What SQLite's search index finds.
const FOUND: &str = "SELECT CAST(rowid AS TEXT) FROM record_search WHERE record_search MATCH 'lui AND uis'";
const AT: &str = "'2026-01-05T08:00:00.000001+00:00'";

fn id(last: u32) -> String {
    format!("'00000000-0000-4000-8000-{last:012}'")
}

/// A record of a safe, which a search index knows by this number.
async fn keep_record(db: &TenantDb, search_row: i64) {
    let (form, revision, record) = (id(1), id(2), id(3));
    let fill = format!(
        "INSERT INTO form (id, key, origin, current_revision_id, next_number, created_at, position) \
         VALUES ({form}, 'assets', 'own', {revision}, 2, {AT}, 1); \
         INSERT INTO form_revision (id, form_id, number, definition, published_at) \
         VALUES ({revision}, {form}, 1, '{{\"aa\":[0.1,null,\"\\\\\\t\"],\"b\":1e30}}', {AT}); \
         INSERT INTO record (id, form_id, number, title, status, doc, search_text, form_revision_id, version, \
                             created_at, updated_at, search_row) \
         VALUES ({record}, {form}, 1, 'Kluis', 'open', '{{}}', 'de kluis', {revision}, 1, {AT}, {AT}, {search_row})"
    );
    let transaction = db.begin_write().await.unwrap();
    transaction.execute_unprepared(&fill).await.unwrap();
    transaction.commit().await.unwrap();
}

/// Values of every kind in PostgreSQL, among them all that some format takes for something else.
async fn keep_values(db: &TenantDb) {
    let awkward = r#"E'a\tb\nc\rd\\N \\. "''; é😀 \x1F'"#;
    let fill = format!(
        "INSERT INTO record_value (record_id, form_id, field_key, position, sort_key, text_value, number_value, \
                                   date_value, record_number) \
         SELECT {}, {}, 'field', n, decode(lpad(to_hex(n), 4, '0'), 'hex') || '\\x5c4e0a00ff'::bytea, \
                CASE WHEN n % 3 > 0 THEN {awkward} || n END, CASE WHEN n % 2 > 0 THEN 0.1 + n / 3.0::float8 END, \
                DATE '2026-01-05' + n, 1 \
         FROM generate_series(1, {VALUES}) AS n",
        id(3),
        id(1)
    );
    let transaction = db.begin_write().await.unwrap();
    transaction.execute_unprepared(&fill).await.unwrap();
    transaction.commit().await.unwrap();
}

async fn of_file(file: &Path, sql: &str) -> String {
    let snapshot = Snapshot::open(file);
    let found = text(snapshot.read(), sql).await.unwrap();
    snapshot.close().await.unwrap();
    found
}

#[test]
fn a_copy_of_postgresql_is_built_like_a_database_of_sqlite_and_finds_the_same() {
    block_on(async {
        let (test, other) = (TestTenancy::postgres().await, TestTenancy::sqlite().await);
        let (tenant, theirs) = (test.tenant("acme").await, other.tenant("acme").await);
        let db = test.tenancy().open(&tenant).await.unwrap();
        keep_record(&db, 7).await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("rows.sqlite");
        db.rows_to(&file).await.unwrap();
        assert_eq!(of_file(&file, "SELECT count(*) || '' FROM record").await, "1");
        assert_eq!(
            of_file(&file, "SELECT count(*) || '' FROM sqlite_schema WHERE type = 'trigger'").await,
            "0"
        );
        let copies = [
            db.copy().await.unwrap(),
            TenantDb::of_file(&file, (tenant.id, tenant.key.clone())).await.unwrap(),
        ];
        let sqlite = other.tenancy().open(&theirs).await.unwrap();
        let schema = "SELECT group_concat(line, char(10)) FROM \
                      (SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS line FROM sqlite_schema ORDER BY 1)";
        let wanted = text(sqlite.read(), schema).await.unwrap();
        assert!(wanted.contains("TRIGGER record_search_insert"));
        for copy in copies {
            assert_eq!(text(copy.read(), schema).await.unwrap(), wanted);
            assert_eq!(text(copy.read(), FOUND).await.unwrap(), "7");
        }
    });
}

#[test]
fn values_of_every_kind_go_to_a_file_and_back_as_they_were() {
    block_on(async {
        let test = TestTenancy::postgres().await;
        let (tenancy, tenant) = (test.tenancy(), test.tenant("acme").await);
        let db = tenancy.open(&tenant).await.unwrap();
        keep_record(&db, 7).await;
        keep_values(&db).await;
        drop(db);
        let folder = tempfile::tempdir().unwrap();
        let mut before = None;
        let there_and_back =
            [PlacementChoice::Sqlite, PlacementChoice::Postgres { cluster: "test".to_owned() }];
        for (to, name) in there_and_back.iter().zip(["one", "two"]) {
            let entry = tenancy.list_tenants().await.unwrap().remove(0);
            let relocation = tenancy.relocate(&entry).await.unwrap();
            let file = folder.path().join(name);
            relocation.put_up_fence().await.unwrap().rows_to(&file).await.unwrap();
            let snapshot = Snapshot::open(&file);
            let tables = snapshot.tables().await.unwrap();
            snapshot.close().await.unwrap();
            assert_eq!(tables["record_value"].rows, u64::from(VALUES));
            assert_eq!(*before.get_or_insert(tables.clone()), tables, "{name}");
            let loaded = relocation.load(&file, to).await.unwrap();
            let entry = relocation.finish(loaded).await.unwrap();
            if *to == PlacementChoice::Sqlite {
                let db = tenancy.open(&entry).await.unwrap();
                assert_eq!(text(db.read(), FOUND).await.unwrap(), "7", "what rows alone do not have is made");
            }
        }
        let db = tenancy.open(&tenancy.list_tenants().await.unwrap().remove(0)).await.unwrap();
        let file = folder.path().join("three");
        db.rows_to(&file).await.unwrap();
        let snapshot = Snapshot::open(&file);
        assert_eq!(before, Some(snapshot.tables().await.unwrap()));
        snapshot.close().await.unwrap();
        let next = "SELECT nextval('record_search_row_seq')::text";
        let transaction = db.begin_write().await.unwrap();
        assert_eq!(text(&transaction, next).await.unwrap(), "8");
    });
}

#[test]
fn a_value_that_arrives_in_postgresql_as_another_one_is_noticed_and_its_table_named() {
    block_on(async {
        let test = TestTenancy::postgres().await;
        let (tenancy, from, to) = (test.tenancy(), test.tenant("acme").await, test.tenant("empty").await);
        let db = tenancy.open(&from).await.unwrap();
        keep_record(&db, 7).await;
        keep_values(&db).await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("rows.sqlite");
        db.rows_to(&file).await.unwrap();
        let source = snapshot::writable(&file).await.unwrap();
        let target = tenancy.databases().connect(&to).await.unwrap();
        let filled = snapshot::into_postgres(&source, &target.writer).await.unwrap();
        filled.read_back(&target.readers).await.unwrap();
        filled.complete(&target.writer).await.unwrap();
        let differences = [
            ("number_value = -number_value", "number_value = -number_value"),
            (
                "text_value = replace(text_value, chr(9), '\\t')",
                "text_value = replace(text_value, '\\t', chr(9))",
            ),
            ("sort_key = sort_key || '\\x00'", "sort_key = substr(sort_key, 1, length(sort_key) - 1)"),
        ];
        for (change, undo) in differences {
            let set = |what: &str| format!("UPDATE record_value SET {what} WHERE position = 1001");
            target.writer.execute_unprepared(&set(change)).await.unwrap();
            let noticed = filled.read_back(&target.readers).await.unwrap_err().to_string();
            assert!(noticed.contains("`record_value` did not arrive as it was"), "{change}: {noticed}");
            target.writer.execute_unprepared(&set(undo)).await.unwrap();
            filled.read_back(&target.readers).await.unwrap();
        }
    });
}

on_both_engines! {
    async fn records_that_were_numbered_at_random_are_numbered_from_one_on(test: TestTenancy) {
        let tenant = test.tenant("acme").await;
        let db = test.tenancy().open(&tenant).await.unwrap();
        keep_record(&db, i64::MAX >> 1).await;
        let transaction = db.begin_write().await.unwrap();
        let undo = "DELETE FROM seaql_migrations WHERE version = 'm0023_search_row'";
        transaction.execute_unprepared(undo).await.unwrap();
        if test.engine() == Engine::Postgres {
            transaction.execute_unprepared("DROP SEQUENCE record_search_row_seq").await.unwrap();
        }
        transaction.commit().await.unwrap();
        drop(db);
        let again = second_server(&test, PoolLimits::default()).await;
        let db = again.open(&tenant).await.unwrap();
        let number = "SELECT CAST(search_row AS TEXT) FROM record";
        assert_eq!(text(db.read(), number).await.unwrap(), "1");
        if test.engine() == Engine::Sqlite {
            assert_eq!(text(db.read(), FOUND).await.unwrap(), "1");
        }
    }
}
