use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use super::FILL_SEARCH;
use crate::table::unique;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// Numbers `record.search_row` from one on. They were drawn at random, and an index in which no number is near another
/// one is four times as large, and twice as slow to make.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        let (renumber, finish): (&str, &[&str]) =
            if is_postgres { (POSTGRES, &FINISH_POSTGRES) } else { (SQLITE, &FINISH_SQLITE) };
        db.execute_unprepared("DROP INDEX uq_record_search_row").await?;
        db.execute_unprepared(renumber).await?;
        manager.create_index(unique("record", &["search_row"])).await?;
        for statement in finish {
            db.execute_unprepared(statement).await?;
        }
        Ok(())
    }
}

const SQLITE: &str = "UPDATE record SET search_row = rowid";
const FINISH_SQLITE: [&str; 2] =
    ["INSERT INTO record_search (record_search) VALUES ('delete-all')", FILL_SEARCH];

const POSTGRES: &str = "UPDATE record SET search_row = numbered.number FROM \
                        (SELECT id, row_number() OVER (ORDER BY created_at, id) AS number FROM record) AS numbered \
                        WHERE record.id = numbered.id";
const FINISH_POSTGRES: [&str; 2] = ["CREATE SEQUENCE record_search_row_seq", CONTINUE_SEARCH_ROWS];

/// Has PostgreSQL go on numbering records behind the last one there is.
pub const CONTINUE_SEARCH_ROWS: &str =
    "SELECT setval('record_search_row_seq', coalesce(max(search_row), 0) + 1, false) FROM record";
