//! What a file of differences holds goes into the copy: rows that changed go, those that are still there come.

use std::path::Path;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, QueryResult, Statement, TransactionTrait,
};

use super::notes::{self, Keyed};
use crate::{
    OpenError,
    database::{Engine, connect},
    snapshot::{
        carry,
        column::{self, Column},
        cursor::Selection,
        load::{self, expect, load_rows},
        number,
        tables::TableDigest,
    },
    tenant_db::Connections,
};

/// Takes over what changed. What PostgreSQL took in is read back and compared.
pub(super) async fn apply(file: &Path, to: &Connections) -> Result<(), OpenError> {
    let source = connect::sqlite_readers(file, 1);
    let changed = changed(&source).await?;
    match to.engine {
        Engine::Sqlite => {
            source.close().await?;
            into_sqlite(file, (&to.writer, &changed)).await
        }
        Engine::Postgres => {
            let taken = into_postgres(&source, (&to.writer, &changed)).await;
            source.close().await?;
            read_back(taken?, to).await?;
            Ok(())
        }
    }
}

async fn changed(source: &DatabaseConnection) -> Result<Vec<Keyed>, DbErr> {
    let mut changed = Vec::new();
    for keyed in notes::tables(source).await? {
        let is_there = format!("SELECT EXISTS (SELECT 1 FROM {})", keyed.notes(DbBackend::Sqlite));
        if number(source, &is_there).await? == 1 {
            changed.push(keyed);
        }
    }
    Ok(changed)
}

async fn into_sqlite(
    file: &Path,
    (writer, changed): (&DatabaseConnection, &[Keyed]),
) -> Result<(), OpenError> {
    carry::attach(writer, (file, "difference")).await?;
    carry::run(writer, "BEGIN").await?;
    for keyed in changed {
        let (table, key) = (&keyed.table, keyed.key());
        let columns = carry::columns(writer, table).await?;
        let gone = format!(
            "DELETE FROM main.\"{table}\" WHERE ({key}) IN (SELECT {key} FROM difference.\"{}\")",
            keyed.notes_in_file()
        );
        carry::run(writer, &gone).await?;
        let come =
            format!("INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM difference.\"{table}\"");
        carry::run(writer, &come).await?;
    }
    carry::run(writer, "COMMIT").await?;
    carry::run(writer, "DETACH difference").await?;
    Ok(carry::run(writer, "PRAGMA foreign_keys = ON").await?)
}

/// Rows that came, to be read back.
struct Taken<'a> {
    keyed: &'a Keyed,
    columns: Vec<Column>,
    sent: TableDigest,
}

async fn into_postgres<'a>(
    source: &DatabaseConnection,
    (target, changed): (&DatabaseConnection, &'a [Keyed]),
) -> Result<Vec<Taken<'a>>, DbErr> {
    let mut columns = Vec::with_capacity(changed.len());
    for keyed in changed {
        columns.push(column::columns(target, &keyed.table).await?);
    }
    let references = load::references(target).await?;
    let mut writing = load::begin(target).await?;
    load::run(&mut writing, "CREATE SCHEMA changed".to_owned()).await?;
    // They would be looked at row by row, and some take rows along that stay.
    for reference in &references {
        reference.take_away(&mut writing).await?;
    }
    let mut taken = Vec::with_capacity(changed.len());
    for (keyed, columns) in changed.iter().zip(columns) {
        let (table, key, notes) = (&keyed.table, keyed.key(), keyed.notes(DbBackend::Postgres));
        let make = format!("CREATE TABLE {notes} AS SELECT {key} FROM \"{table}\" WITH NO DATA");
        load::run(&mut writing, make).await?;
        let keys = keyed.notes_in_file();
        load_rows((source, &keys), (&mut writing, &notes), &keyed.of_key(&columns)).await?;
        let gone = format!("DELETE FROM \"{table}\" WHERE ({key}) IN (SELECT {key} FROM {notes})");
        load::run(&mut writing, gone).await?;
        let into = format!("\"{table}\"");
        let sent = load_rows((source, table), (&mut writing, &into), &columns).await?;
        taken.push(Taken { keyed, columns, sent });
    }
    load::run(&mut writing, migrations::tenant::CONTINUE_SEARCH_ROWS.to_owned()).await?;
    // Of a table's rows few are new: whether all of them hold is looked at when nobody waits for it.
    for reference in &references {
        reference.add(&mut writing, "NOT VALID").await?;
    }
    load::commit(writing).await?;
    Ok(taken)
}

async fn read_back(taken: Vec<Taken<'_>>, to: &Connections) -> Result<(), DbErr> {
    let reading = to.readers.begin().await?;
    for Taken { keyed, columns, sent } in &taken {
        let (table, key, notes) = (&keyed.table, keyed.key(), keyed.notes(DbBackend::Postgres));
        let from = format!("\"{table}\" WHERE ({key}) IN (SELECT {key} FROM {notes})");
        expect(&reading, Selection { name: table, from: &from, columns }, *sent).await?;
    }
    reading.rollback().await?;
    notes::end(&to.writer).await
}

/// Has PostgreSQL look at the rows that came in while its references were away. People can read and write meanwhile.
pub(crate) async fn vouch_for_references(to: &Connections) -> Result<(), DbErr> {
    let sql = "SELECT format('ALTER TABLE %s VALIDATE CONSTRAINT %I', conrelid::regclass, conname) \
               FROM pg_constraint WHERE contype = 'f' AND NOT convalidated \
               AND connamespace = current_schema()::regnamespace ORDER BY conname";
    let found = to.readers.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    let statement = |row: &QueryResult| row.try_get_by_index(0);
    for statement in found.iter().map(statement).collect::<Result<Vec<String>, _>>()? {
        // One by one, so that no table is kept from others for long.
        let mut writing = load::begin(&to.writer).await?;
        load::run(&mut writing, statement).await?;
        load::commit(writing).await?;
    }
    Ok(())
}
