//! From a SQLite file to an empty PostgreSQL database, table by table.

use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, RuntimeErr, Statement,
    TransactionTrait,
    sqlx::{self, AssertSqlSafe, PgConnection},
};

use super::{
    column::{self, Column},
    cursor::{Cursor, Selection},
    tables::TableDigest,
};

/// Bytes that are sent at a time.
const PIECE: usize = 256 * 1024;

/// Tables that hold the rows of a file and lack what was taken from them so that rows come in at once, in any order.
pub(crate) struct Filled {
    tables: Vec<Table>,
    references: Vec<Reference>,
    indexes: Vec<Index>,
}

struct Table {
    name: String,
    columns: Vec<Column>,
    /// Of the lines that were sent.
    sent: TableDigest,
}

/// Fills the tables of a database that has just been made with the rows of a SQLite file of the same schema.
///
/// References are taken away, since rows may come before those they point to, and so are indexes, which take a part of
/// the time when they are made of all rows at once: [`Filled::complete`] is still to come.
pub(crate) async fn into_postgres(
    source: &DatabaseConnection,
    target: &DatabaseConnection,
) -> Result<Filled, DbErr> {
    let mut tables = Vec::new();
    for name in super::table_names(source).await? {
        let columns = column::columns(target, &name).await?;
        tables.push(Table { name, columns, sent: TableDigest::default() });
    }
    let (references, indexes) = (references(target).await?, indexes(target).await?);
    let mut writing = begin(target).await?;
    for reference in &references {
        reference.take_away(&mut writing).await?;
    }
    for Index { name, .. } in &indexes {
        run(&mut writing, format!("DROP INDEX {name}")).await?;
    }
    for table in &mut tables {
        let into = format!("\"{}\"", table.name);
        table.sent = load_rows((source, &table.name), (&mut writing, &into), &table.columns).await?;
    }
    run(&mut writing, migrations::tenant::CONTINUE_SEARCH_ROWS.to_owned()).await?;
    commit(writing).await?;
    Ok(Filled { tables, references, indexes })
}

impl Filled {
    /// Makes indexes and references again; the latter are checked as a whole. Others may read meanwhile.
    pub(crate) async fn complete(&self, target: &DatabaseConnection) -> Result<(), DbErr> {
        let mut writing = begin(target).await?;
        for Index { definition, .. } in &self.indexes {
            run(&mut writing, definition.clone()).await?;
        }
        for reference in &self.references {
            reference.add(&mut writing, "").await?;
        }
        commit(writing).await?;
        // The planner knows nothing of what came in at once. By name: the system's tables are not ours to look at.
        let names: Vec<_> = self.tables.iter().map(|table| format!("\"{}\"", table.name)).collect();
        target.execute_unprepared(&format!("ANALYZE {}", names.join(", "))).await.map(drop)
    }

    /// Reads everything back, and fails when a table does not hold what was sent.
    pub(crate) async fn read_back(&self, target: &DatabaseConnection) -> Result<(), DbErr> {
        let reading = target.begin().await?;
        for Table { name, columns, sent } in &self.tables {
            expect(&reading, Selection { name, from: &format!("\"{name}\""), columns }, *sent).await?;
        }
        reading.rollback().await
    }
}

/// Reads rows back, and fails when they are not those that were sent.
pub(super) async fn expect(
    source: &DatabaseTransaction,
    selection: Selection<'_>,
    sent: TableDigest,
) -> Result<(), DbErr> {
    let name = selection.name;
    let found = digest(source, selection).await?;
    if found == sent {
        Ok(())
    } else {
        Err(DbErr::Custom(format!("`{name}` did not arrive as it was: {sent:?}, {found:?}")))
    }
}

async fn digest(source: &DatabaseTransaction, selection: Selection<'_>) -> Result<TableDigest, DbErr> {
    let columns = selection.columns;
    let cursor = Cursor::open(source, selection).await?;
    let (mut digest, mut line) = (TableDigest::default(), String::new());
    let mut rows = cursor.next().await?;
    while !rows.is_empty() {
        let add = async {
            for row in &rows {
                line.clear();
                column::copy_line(columns, row, &mut line)?;
                digest.add_line(line.as_bytes());
            }
            Ok(())
        };
        // The next rows are read while these are hashed.
        (rows, ()) = tokio::try_join!(cursor.next(), add)?;
    }
    cursor.close().await?;
    Ok(digest)
}

/// Begins the transaction in which much comes in.
pub(super) async fn begin(
    target: &DatabaseConnection,
) -> Result<sqlx::Transaction<'static, sqlx::Postgres>, DbErr> {
    let mut writing = target.get_postgres_connection_pool().begin().await.map_err(failed)?;
    // A large table takes longer than a request may; with memory, indexes are sorted in fewer turns.
    let settings = "SET LOCAL statement_timeout = 0; SET LOCAL maintenance_work_mem = '256MB'";
    run(&mut writing, settings.to_owned()).await?;
    Ok(writing)
}

pub(super) async fn commit(writing: sqlx::Transaction<'static, sqlx::Postgres>) -> Result<(), DbErr> {
    writing.commit().await.map_err(failed)
}

/// The names in it are those of our own migrations.
pub(super) async fn run(writing: &mut PgConnection, sql: String) -> Result<(), DbErr> {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(writing).await.map(drop).map_err(failed)
}

/// A foreign key, as PostgreSQL writes it.
pub(super) struct Reference {
    table: String,
    name: String,
    definition: String,
}

impl Reference {
    pub(super) async fn take_away(&self, writing: &mut PgConnection) -> Result<(), DbErr> {
        run(writing, format!("ALTER TABLE {} DROP CONSTRAINT \"{}\"", self.table, self.name)).await
    }

    /// Adds it again; `checking` is nothing, or `NOT VALID` when the rows that are there are not looked at.
    pub(super) async fn add(&self, writing: &mut PgConnection, checking: &str) -> Result<(), DbErr> {
        let Self { table, name, definition } = self;
        run(writing, format!("ALTER TABLE {table} ADD CONSTRAINT \"{name}\" {definition} {checking}")).await
    }
}

pub(super) async fn references(target: &DatabaseConnection) -> Result<Vec<Reference>, DbErr> {
    let sql = "SELECT conrelid::regclass::text, conname::text, pg_get_constraintdef(oid) FROM pg_constraint \
               WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conname";
    let rows = target.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    rows.iter()
        .map(|row| {
            let (table, name, definition) =
                (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            Ok(Reference { table, name, definition })
        })
        .collect()
}

/// An index that is no part of a constraint, as PostgreSQL writes it.
struct Index {
    name: String,
    definition: String,
}

async fn indexes(target: &DatabaseConnection) -> Result<Vec<Index>, DbErr> {
    let sql = "SELECT class.oid::regclass::text, pg_get_indexdef(class.oid) FROM pg_class class \
               WHERE class.relkind = 'i' AND class.relnamespace = current_schema()::regnamespace \
               AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = class.oid) ORDER BY 1";
    let rows = target.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    rows.iter()
        .map(|row| Ok(Index { name: row.try_get_by_index(0)?, definition: row.try_get_by_index(1)? }))
        .collect()
}

/// Sends the rows of a table of SQLite into one of PostgreSQL, whose name is quoted.
pub(super) async fn load_rows(
    (source, table): (&DatabaseConnection, &str),
    (target, into): (&mut PgConnection, &str),
    columns: &[Column],
) -> Result<TableDigest, DbErr> {
    let (names, batch) = (column::quoted(columns), column::rows_at_once(columns));
    // The row's own number goes last, so that columns keep their places.
    let sql = format!("SELECT {names}, rowid FROM \"{table}\" WHERE rowid > ? ORDER BY rowid LIMIT {batch}");
    let page = async |after: i64| {
        source.query_all_raw(Statement::from_sql_and_values(DbBackend::Sqlite, &sql, [after.into()])).await
    };
    let copy = format!("COPY {into} ({names}) FROM STDIN");
    let mut sending = target.copy_in_raw(&copy).await.map_err(failed)?;
    let (mut digest, mut line, mut lines) = (TableDigest::default(), String::new(), String::new());
    let mut rows = page(i64::MIN).await?;
    while let Some(last) = rows.last() {
        let last = last.try_get_by_index(columns.len())?;
        for row in &rows {
            line.clear();
            column::copy_line(columns, row, &mut line)?;
            digest.add_line(line.as_bytes());
            lines.push_str(&line);
        }
        let send = async {
            if lines.len() < PIECE {
                return Ok(());
            }
            sending.send(std::mem::take(&mut lines).into_bytes()).await.map(drop).map_err(failed)
        };
        // One engine reads the next rows while the other one takes these.
        (rows, ()) = tokio::try_join!(page(last), send)?;
    }
    sending.send(lines.into_bytes()).await.map_err(failed)?;
    sending.finish().await.map_err(failed)?;
    Ok(digest)
}

fn failed(error: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(Arc::new(error)))
}
