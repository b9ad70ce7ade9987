//! From a SQLite file to an empty PostgreSQL database, table by table, in one transaction.

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, Statement, TransactionTrait,
};

use super::column::{self, Column};

/// Fills the tables of a database that has just been made with those of a SQLite file of the same schema.
///
/// References are taken away meanwhile, since rows may come before those they point to, and checked as a whole when
/// they are put back; so are indexes, which take a part of the time when they are made of all rows at once.
pub(crate) async fn into_postgres(
    source: &DatabaseConnection,
    target: &DatabaseConnection,
) -> Result<(), DbErr> {
    let writing = target.begin().await?;
    // A large table takes longer than a request may.
    writing.execute_unprepared("SET LOCAL statement_timeout = 0").await?;
    let references = references(&writing).await?;
    for Reference { table, name, .. } in &references {
        writing.execute_unprepared(&format!("ALTER TABLE {table} DROP CONSTRAINT \"{name}\"")).await?;
    }
    let indexes = indexes(&writing).await?;
    for Index { name, .. } in &indexes {
        writing.execute_unprepared(&format!("DROP INDEX {name}")).await?;
    }
    let tables = super::table_names(source).await?;
    for table in &tables {
        let columns = column::columns(&writing, table).await?;
        load_table(source, &writing, (table, &columns)).await?;
    }
    for Index { definition, .. } in &indexes {
        writing.execute_unprepared(definition).await?;
    }
    for Reference { table, name, definition } in &references {
        let sql = format!("ALTER TABLE {table} ADD CONSTRAINT \"{name}\" {definition}");
        writing.execute_unprepared(&sql).await?;
    }
    writing.commit().await?;
    // The planner knows nothing of what came in at once. By name: the system's tables are not ours to look at.
    let tables = tables.iter().map(|table| format!("\"{table}\"")).collect::<Vec<_>>().join(", ");
    target.execute_unprepared(&format!("ANALYZE {tables}")).await.map(drop)
}

/// A foreign key, as PostgreSQL writes it.
struct Reference {
    table: String,
    name: String,
    definition: String,
}

async fn references(target: &DatabaseTransaction) -> Result<Vec<Reference>, DbErr> {
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

async fn indexes(target: &DatabaseTransaction) -> Result<Vec<Index>, DbErr> {
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
    target: &DatabaseTransaction,
    (table, columns): (&str, &[Column]),
) -> Result<(), DbErr> {
    let (names, batch) = (column::quoted(columns), column::rows_at_once(columns));
    // The row's own number goes last, so that columns keep their places.
    let sql = format!("SELECT {names}, rowid FROM \"{table}\" WHERE rowid > ? ORDER BY rowid LIMIT {batch}");
    let mut after = i64::MIN;
    loop {
        let page = Statement::from_sql_and_values(DbBackend::Sqlite, &sql, [after.into()]);
        let rows = source.query_all_raw(page).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.try_get_by_index(columns.len())?;
        target.execute_raw(column::insert(DbBackend::Postgres, (table, columns), &rows)?).await?;
    }
}
