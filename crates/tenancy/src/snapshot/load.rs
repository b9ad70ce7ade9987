//! From a SQLite file to an empty PostgreSQL database, table by table.

use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, RuntimeErr, Statement,
    sqlx::{self, AssertSqlSafe, PgConnection},
};

use super::column::{self, Column};

/// Bytes that are sent at a time.
const PIECE: usize = 256 * 1024;

/// What was taken from the tables of a database so that rows come in at once, in any order.
pub(crate) struct Aside {
    tables: Vec<String>,
    references: Vec<Reference>,
    indexes: Vec<Index>,
}

/// Fills the tables of a database that has just been made with the rows of a SQLite file of the same schema.
///
/// References are taken away, since rows may come before those they point to, and so are indexes, which take a part of
/// the time when they are made of all rows at once: [`Aside::put_back`] is still to come.
pub(crate) async fn into_postgres(
    source: &DatabaseConnection,
    target: &DatabaseConnection,
) -> Result<Aside, DbErr> {
    let tables = super::table_names(source).await?;
    let mut columns = Vec::with_capacity(tables.len());
    for name in &tables {
        columns.push(column::columns(target, name).await?);
    }
    let (references, indexes) = (references(target).await?, indexes(target).await?);
    let mut writing = begin(target).await?;
    for Reference { table, name, .. } in &references {
        run(&mut writing, format!("ALTER TABLE {table} DROP CONSTRAINT \"{name}\"")).await?;
    }
    for Index { name, .. } in &indexes {
        run(&mut writing, format!("DROP INDEX {name}")).await?;
    }
    for (name, columns) in tables.iter().zip(&columns) {
        load_table(source, &mut writing, (name, columns)).await?;
    }
    run(&mut writing, migrations::tenant::CONTINUE_SEARCH_ROWS.to_owned()).await?;
    writing.commit().await.map_err(failed)?;
    Ok(Aside { tables, references, indexes })
}

impl Aside {
    /// Makes indexes and references again; the latter are checked as a whole. Others may read meanwhile.
    pub(crate) async fn put_back(self, target: &DatabaseConnection) -> Result<(), DbErr> {
        let mut writing = begin(target).await?;
        for Index { definition, .. } in self.indexes {
            run(&mut writing, definition).await?;
        }
        for Reference { table, name, definition } in &self.references {
            run(&mut writing, format!("ALTER TABLE {table} ADD CONSTRAINT \"{name}\" {definition}")).await?;
        }
        writing.commit().await.map_err(failed)?;
        // The planner knows nothing of what came in at once. By name: the system's tables are not ours to look at.
        let names = self.tables.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        target.execute_unprepared(&format!("ANALYZE {names}")).await.map(drop)
    }
}

async fn begin(target: &DatabaseConnection) -> Result<sqlx::Transaction<'static, sqlx::Postgres>, DbErr> {
    let mut writing = target.get_postgres_connection_pool().begin().await.map_err(failed)?;
    // A large table takes longer than a request may; with memory, indexes are sorted in fewer turns.
    let settings = "SET LOCAL statement_timeout = 0; SET LOCAL maintenance_work_mem = '256MB'";
    run(&mut writing, settings.to_owned()).await?;
    Ok(writing)
}

/// The names in it are those of our own migrations.
async fn run(writing: &mut PgConnection, sql: String) -> Result<(), DbErr> {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(writing).await.map(drop).map_err(failed)
}

/// A foreign key, as PostgreSQL writes it.
struct Reference {
    table: String,
    name: String,
    definition: String,
}

async fn references(target: &DatabaseConnection) -> Result<Vec<Reference>, DbErr> {
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

async fn load_table(
    source: &DatabaseConnection,
    target: &mut PgConnection,
    (table, columns): (&str, &[Column]),
) -> Result<(), DbErr> {
    let (names, batch) = (column::quoted(columns), column::rows_at_once(columns));
    // The row's own number goes last, so that columns keep their places.
    let sql = format!("SELECT {names}, rowid FROM \"{table}\" WHERE rowid > ? ORDER BY rowid LIMIT {batch}");
    let page = async |after: i64| {
        source.query_all_raw(Statement::from_sql_and_values(DbBackend::Sqlite, &sql, [after.into()])).await
    };
    let copy = format!("COPY \"{table}\" ({names}) FROM STDIN");
    let mut sending = target.copy_in_raw(&copy).await.map_err(failed)?;
    let mut lines = String::new();
    let mut rows = page(i64::MIN).await?;
    while let Some(last) = rows.last() {
        let last = last.try_get_by_index(columns.len())?;
        for row in &rows {
            column::copy_line(columns, row, &mut lines)?;
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
    sending.finish().await.map(drop).map_err(failed)
}

fn failed(error: sqlx::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(Arc::new(error)))
}
