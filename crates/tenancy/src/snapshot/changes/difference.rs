//! A file with the keys of the rows that changed, and with those rows that are still there.

use std::path::Path;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, Statement, TransactionTrait,
};

use super::{
    Reached,
    notes::{self, Keyed},
    schema,
};
use crate::{
    OpenError, TenantDb,
    database::{Engine, connect},
    snapshot::{
        carry,
        column::{self, Column},
        copy::copy_rows,
        cursor::Selection,
        empty, file_of,
        helpers::Helpers,
    },
};

/// What a file was made of, all of it at one moment.
pub(super) struct Difference {
    /// How many rows changed.
    pub(super) rows: u64,
    /// All tables, with how many rows they have.
    pub(super) tables: Vec<(String, i64)>,
    /// The last note of each table.
    pub(super) reached: Reached,
    /// The migrations the database has had.
    pub(super) schema: Vec<String>,
}

/// Writes to a new file what changed since the notes that were reached.
pub(super) async fn write(
    (from, file): (&TenantDb, &Path),
    reached: &Reached,
) -> Result<Difference, OpenError> {
    let target = empty(file).await?;
    let tables = make_room(&target).await?;
    match from.engine() {
        Engine::Sqlite => {
            target.close().await?;
            of_sqlite((from, file), (&tables, reached)).await
        }
        Engine::Postgres => {
            let source = from.begin_snapshot().await?;
            let written = of_postgres(&source, &target, (&tables, reached)).await;
            source.rollback().await?;
            target.close().await?;
            Ok(written?)
        }
    }
}

/// Adds the tables of keys, and has rows come in in any order.
async fn make_room(target: &DatabaseConnection) -> Result<Vec<Keyed>, DbErr> {
    target.execute_unprepared("PRAGMA foreign_keys = OFF").await?;
    let writing = target.begin().await?;
    Helpers::take_down(&writing).await?.leave_out(&writing).await?;
    let tables = notes::tables(&writing).await?;
    for keyed in &tables {
        writing.execute_unprepared(&keyed.table_of_keys("")).await?;
    }
    writing.commit().await?;
    Ok(tables)
}

async fn of_sqlite(
    (from, file): (&TenantDb, &Path),
    (tables, reached): (&[Keyed], &Reached),
) -> Result<Difference, OpenError> {
    let source = connect::sqlite_copier(&file_of(from).await?);
    carry::attach(&source, (file, "difference")).await?;
    // Not an immediate one: people go on writing to the database.
    carry::run(&source, "BEGIN").await?;
    let mut difference = Difference::begin(&source, tables).await?;
    for keyed in tables {
        let Some(since) = difference.since(keyed, reached) else { continue };
        let (table, key, keys) = (&keyed.table, keyed.key(), keyed.notes_in_file());
        let columns = carry::columns(&source, table).await?;
        let which = format!(
            "INSERT INTO difference.\"{keys}\" ({key}) \
             SELECT DISTINCT {key} FROM main.\"{keys}\" WHERE note > {since}"
        );
        difference.rows += source.execute_unprepared(&which).await?.rows_affected();
        let rows = format!(
            "INSERT INTO difference.\"{table}\" ({columns}) SELECT {columns} FROM main.\"{table}\" \
             WHERE ({key}) IN (SELECT {key} FROM difference.\"{keys}\")"
        );
        carry::run(&source, &rows).await?;
    }
    carry::run(&source, "COMMIT").await?;
    source.close().await?;
    Ok(difference)
}

async fn of_postgres(
    source: &DatabaseTransaction,
    target: &DatabaseConnection,
    (tables, reached): (&[Keyed], &Reached),
) -> Result<Difference, DbErr> {
    let mut difference = Difference::begin(source, tables).await?;
    let writing = target.begin().await?;
    for keyed in tables {
        let Some(since) = difference.since(keyed, reached) else { continue };
        let (table, keys) = (&keyed.table, keyed.notes_in_file());
        let columns = column::columns(source, table).await?;
        let (key, notes) = (keyed.key(), keyed.notes(DbBackend::Postgres));
        let which = format!("SELECT DISTINCT {key} FROM {notes} WHERE note > {since}");
        let of_key = keyed.of_key(&columns);
        let selection = Selection { name: &keys, from: &format!("({which}) AS keys"), columns: &of_key };
        difference.rows += copy_rows(source, selection, (&writing, &keys)).await?;
        let from = format!("\"{table}\" WHERE ({key}) IN ({which})");
        let selection = Selection { name: table, from: &from, columns: &columns };
        copy_rows(source, selection, (&writing, table)).await?;
    }
    writing.commit().await?;
    Ok(difference)
}

impl Keyed {
    /// Those of a table's columns that its key has.
    pub(super) fn of_key(&self, columns: &[Column]) -> Vec<Column> {
        columns.iter().filter(|column| self.has_in_key(&column.name)).cloned().collect()
    }
}

impl Difference {
    /// With nothing in it yet.
    async fn begin(source: &impl ConnectionTrait, tables: &[Keyed]) -> Result<Self, DbErr> {
        let backend = source.get_database_backend();
        let one = |keyed: &Keyed| {
            let (table, notes) = (&keyed.table, keyed.notes(backend));
            format!(
                "SELECT '{table}', (SELECT coalesce(max(note), 0) FROM {notes}), (SELECT count(*) FROM \"{table}\")"
            )
        };
        let sql = tables.iter().map(one).collect::<Vec<_>>().join(" UNION ALL ");
        let mut begun =
            Self { rows: 0, tables: Vec::new(), reached: Reached::new(), schema: schema(source).await? };
        for row in source.query_all_raw(Statement::from_string(backend, sql)).await? {
            let table: String = row.try_get_by_index(0)?;
            begun.reached.insert(table.clone(), row.try_get_by_index(1)?);
            begun.tables.push((table, row.try_get_by_index(2)?));
        }
        Ok(begun)
    }

    /// The note behind which a table has changed; `None` when it has not.
    fn since(&self, keyed: &Keyed, reached: &Reached) -> Option<i64> {
        let since = reached.get(&keyed.table).copied().unwrap_or_default();
        self.reached.get(&keyed.table).is_some_and(|last| *last > since).then_some(since)
    }
}
