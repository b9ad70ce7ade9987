//! What makes rows quick to find: indexes, triggers, and the index of texts. All of it follows from the rows, and of all
//! rows at once it takes a part of the time that it takes row by row.

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, QueryResult, RuntimeErr, SqlxSqliteConnector,
    Statement, TransactionTrait,
    sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions},
};
use sea_orm_migration::MigratorTrait;

use super::number;

/// For a file that is thrown away when it is not finished: nothing has to outlive a power cut, or be taken back. One
/// thread sorts for an index while another one reads; each of them takes as much memory as the cache may.
pub(super) const UNSAFE: &str = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; \
                                 PRAGMA cache_size = -24576; PRAGMA threads = 1";
/// What holds otherwise.
const SAFE: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                    PRAGMA cache_size = -2000; PRAGMA threads = 0";

/// The `user_version` of a file that has its rows only.
const ROWS_ONLY: i64 = 1;

/// The statements that make the indexes and triggers of a database of SQLite.
pub(super) struct Helpers(Vec<Helper>);

struct Helper {
    kind: String,
    name: String,
    definition: String,
}

impl Helpers {
    /// Those a database has, but for what its tables have of themselves.
    async fn of(db: &impl ConnectionTrait) -> Result<Self, DbErr> {
        let sql = "SELECT type, name, sql FROM sqlite_schema \
                   WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY type, name";
        let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
        let helper = |row: &QueryResult| {
            let (kind, name, definition) =
                (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            Ok(Helper { kind, name, definition })
        };
        rows.iter().map(helper).collect::<Result<_, DbErr>>().map(Self)
    }

    /// Removes them before many rows come in.
    pub(super) async fn take_down(db: &impl ConnectionTrait) -> Result<Self, DbErr> {
        let helpers = Self::of(db).await?;
        for Helper { kind, name, .. } in &helpers.0 {
            db.execute_unprepared(&format!("DROP {kind} \"{name}\"")).await?;
        }
        Ok(helpers)
    }

    /// Makes them, and fills the index of texts, which is empty.
    pub(super) async fn put_up(self, db: &impl ConnectionTrait) -> Result<(), DbErr> {
        let sql = "SELECT 1 FROM sqlite_schema WHERE name = 'record_search'";
        if db.query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?.is_some() {
            db.execute_unprepared(migrations::tenant::FILL_SEARCH).await?;
        }
        for Helper { definition, .. } in &self.0 {
            db.execute_unprepared(definition).await?;
        }
        Ok(())
    }

    /// Leaves them out for good, and has the file say so.
    pub(super) async fn leave_out(self, db: &impl ConnectionTrait) -> Result<(), DbErr> {
        db.execute_unprepared(&format!("PRAGMA user_version = {ROWS_ONLY}")).await.map(drop)
    }
}

/// Gives a file that has its rows only all that its tables had when it was made. Nobody else has it open.
pub(crate) async fn complete(db: &DatabaseConnection) -> Result<(), DbErr> {
    if number(db, "PRAGMA user_version").await? != ROWS_ONLY {
        return Ok(());
    }
    let helpers = of_version(number(db, "SELECT count(*) FROM seaql_migrations").await?).await?;
    db.execute_unprepared(UNSAFE).await?;
    let writing = db.begin().await?;
    helpers.put_up(&writing).await?;
    writing.execute_unprepared("PRAGMA user_version = 0").await?;
    writing.commit().await?;
    db.execute_unprepared(SAFE).await.map(drop)
}

/// Those of a database that has had so many migrations.
async fn of_version(migrations: i64) -> Result<Helpers, DbErr> {
    // Each connection would have a database of its own.
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(SqliteConnectOptions::new());
    let pool = pool.await.map_err(|error| DbErr::Conn(RuntimeErr::SqlxError(error.into())))?;
    let model = SqlxSqliteConnector::from_sqlx_sqlite_pool(pool);
    migrations::tenant::Migrator::up(&model, u32::try_from(migrations).ok()).await?;
    let helpers = Helpers::of(&model).await;
    model.close().await?;
    helpers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        database::connect::{Missing, sqlite_writer},
        snapshot::{empty, writable},
        testing::block_on,
    };

    async fn schema(db: &DatabaseConnection) -> Vec<String> {
        let sql = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
        let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }

    #[test]
    fn bak_21_rows_that_an_older_program_copied_are_completed_as_it_knew_them_and_brought_up_to_date() {
        block_on(async {
            let folder = tempfile::tempdir().unwrap();
            let wanted = empty(&folder.path().join("wanted.sqlite")).await.unwrap();
            let all = u32::try_from(migrations::tenant::Migrator::migrations().len()).unwrap();
            for steps in [3, all - 1, all] {
                let file = folder.path().join(format!("{steps}.sqlite"));
                let older = sqlite_writer(&file, Missing::Create).await.unwrap();
                migrations::tenant::Migrator::up(&older, Some(steps)).await.unwrap();
                let of_its_own = schema(&older).await;
                Helpers::take_down(&older).await.unwrap().leave_out(&older).await.unwrap();
                assert!(schema(&older).await.len() < of_its_own.len(), "{steps}");
                older.close().await.unwrap();
                let completed = writable(&file).await.unwrap();
                complete(&completed).await.unwrap();
                assert_eq!(schema(&completed).await, schema(&wanted).await, "{steps}");
                let mode = "SELECT 1 FROM pragma_journal_mode WHERE journal_mode = 'wal'";
                assert_eq!(number(&completed, mode).await.unwrap(), 1, "{steps}");
                completed.close().await.unwrap();
            }
        });
    }
}
