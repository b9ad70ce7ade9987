//! Notes of every row that changes, taken by triggers: whoever changes it, on whichever server.
//!
//! Each table has one of notes beside it, with the columns of its primary key and a number that counts on; writers take
//! turns, so that a higher number is a later commit. On SQLite it is `changed_…`, on PostgreSQL it has a schema of its
//! own.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement};

use crate::snapshot::TABLES;

/// What the names of all tables and triggers begin with, on SQLite.
const PREFIX: &str = "changed_";

/// A table with its primary key.
#[derive(Debug)]
pub(crate) struct Keyed {
    pub(crate) table: String,
    key: Vec<KeyColumn>,
}

#[derive(Debug)]
struct KeyColumn {
    name: String,
    /// As it is declared.
    kind: String,
}

impl Keyed {
    /// The columns of the key, for a statement.
    pub(crate) fn key(&self) -> String {
        self.listed("")
    }

    /// Whether a column is one of the key.
    pub(crate) fn has_in_key(&self, column: &str) -> bool {
        self.key.iter().any(|part| part.name == column)
    }

    /// The notes about it, for a statement.
    pub(crate) fn notes(&self, backend: DbBackend) -> String {
        match backend {
            DbBackend::Sqlite => format!("\"{}\"", self.notes_in_file()),
            _ => format!("changed.\"{}\"", self.table),
        }
    }

    /// The table of notes on SQLite.
    pub(crate) fn notes_in_file(&self) -> String {
        format!("{PREFIX}{}", self.table)
    }

    /// A table of SQLite that holds keys.
    pub(crate) fn table_of_keys(&self, more: &str) -> String {
        let columns = self.key.iter().map(|KeyColumn { name, kind }| format!("\"{name}\" {kind}"));
        let columns = columns.collect::<Vec<_>>().join(", ");
        format!("CREATE TABLE \"{}\" ({more}{columns})", self.notes_in_file())
    }

    fn listed(&self, of: &str) -> String {
        self.key.iter().map(|part| format!("{of}\"{}\"", part.name)).collect::<Vec<_>>().join(", ")
    }

    fn note(&self, of: &str, backend: DbBackend) -> String {
        format!("INSERT INTO {} ({}) VALUES ({});", self.notes(backend), self.key(), self.listed(of))
    }

    fn begin_on_sqlite(&self) -> Vec<String> {
        let (Self { table, .. }, backend) = (self, DbBackend::Sqlite);
        let (old, new) = (self.note("old.", backend), self.note("new.", backend));
        let trigger = |event: &str, notes: &str| {
            let name = format!("{PREFIX}{table}_{event}");
            format!("CREATE TRIGGER \"{name}\" AFTER {event} ON \"{table}\" BEGIN {notes} END")
        };
        vec![
            self.table_of_keys("note INTEGER PRIMARY KEY, "),
            trigger("INSERT", &new),
            trigger("UPDATE", &format!("{old} {new}")),
            trigger("DELETE", &old),
        ]
    }

    fn begin_on_postgres(&self) -> Vec<String> {
        let (Self { table, .. }, backend) = (self, DbBackend::Postgres);
        let (notes, key) = (self.notes(backend), self.key());
        let (old, new) = (self.note("OLD.", backend), self.note("NEW.", backend));
        vec![
            format!("CREATE TABLE {notes} AS SELECT {key} FROM \"{table}\" WITH NO DATA"),
            format!("ALTER TABLE {notes} ADD COLUMN note bigserial PRIMARY KEY"),
            format!(
                "CREATE FUNCTION {notes}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 IF TG_OP <> 'INSERT' THEN {old} END IF; \
                 IF TG_OP <> 'DELETE' THEN {new} END IF; \
                 RETURN NULL; END $$"
            ),
            format!(
                "CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON \"{table}\" \
                 FOR EACH ROW EXECUTE FUNCTION {notes}()"
            ),
        ]
    }
}

/// Has notes taken from here on, in the transaction that writes.
pub(crate) async fn begin(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    end(db).await?;
    let backend = db.get_database_backend();
    if backend == DbBackend::Postgres {
        db.execute_unprepared("CREATE SCHEMA changed").await?;
    }
    for keyed in tables(db).await? {
        let statements = match backend {
            DbBackend::Sqlite => keyed.begin_on_sqlite(),
            _ => keyed.begin_on_postgres(),
        };
        for statement in statements {
            db.execute_unprepared(&statement).await?;
        }
    }
    Ok(())
}

/// Has none taken any more, and forgets those there are.
pub(crate) async fn end(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    if db.get_database_backend() == DbBackend::Postgres {
        // It would tell of each table that goes along.
        let sql = "SET client_min_messages = warning; DROP SCHEMA IF EXISTS changed CASCADE; RESET client_min_messages";
        return db.execute_unprepared(sql).await.map(drop);
    }
    // Triggers first: they write into the tables.
    let sql = format!(
        "SELECT type, name FROM sqlite_schema \
         WHERE type IN ('table', 'trigger') AND name GLOB '{PREFIX}*' ORDER BY type DESC"
    );
    for row in db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await? {
        let (kind, name): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        db.execute_unprepared(&format!("DROP {kind} \"{name}\"")).await?;
    }
    Ok(())
}

/// The tables that hold an environment's data, by name.
pub(crate) async fn tables(db: &impl ConnectionTrait) -> Result<Vec<Keyed>, DbErr> {
    let backend = db.get_database_backend();
    let mut tables: Vec<Keyed> = Vec::new();
    for row in db.query_all_raw(Statement::from_string(backend, columns(backend))).await? {
        let (table, column) = column(&row)?;
        match tables.last_mut() {
            Some(last) if last.table == table => last.key.extend(column),
            _ => tables.push(Keyed { table, key: column.into_iter().collect() }),
        }
    }
    match tables.iter().find(|keyed| keyed.key.is_empty()) {
        Some(keyed) => Err(DbErr::Custom(format!("`{}` has no primary key", keyed.table))),
        None => Ok(tables),
    }
}

fn column(row: &QueryResult) -> Result<(String, Option<KeyColumn>), DbErr> {
    let name: Option<String> = row.try_get_by_index(1)?;
    let column = match name {
        Some(name) => Some(KeyColumn { name, kind: row.try_get_by_index(2)? }),
        None => None,
    };
    Ok((row.try_get_by_index(0)?, column))
}

/// One row for each column of a primary key, and one for a table that has none.
fn columns(backend: DbBackend) -> String {
    match backend {
        DbBackend::Sqlite => format!(
            "SELECT held.name, part.name, part.type FROM ({TABLES}) AS held \
             LEFT JOIN pragma_table_info(held.name) AS part ON part.pk > 0 ORDER BY held.name, part.pk"
        ),
        _ => "SELECT held.relname::text, part.attname::text, format_type(part.atttypid, part.atttypmod) \
              FROM pg_class AS held \
              LEFT JOIN pg_index AS key ON key.indrelid = held.oid AND key.indisprimary \
              LEFT JOIN pg_attribute AS part ON part.attrelid = held.oid AND part.attnum = ANY (key.indkey) \
              WHERE held.relkind = 'r' AND held.relnamespace = current_schema()::regnamespace \
              AND held.relname NOT IN ('seaql_migrations', 'fence') \
              ORDER BY held.relname, array_position(key.indkey::int2[], part.attnum)"
            .to_owned(),
    }
}
