use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

use crate::table::unique;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// An index of every three letters that `record.search_text` holds: what free-text search of a large register
/// begins with. PostgreSQL has one for the column itself. SQLite has a table beside it, kept by triggers, that
/// knows a record by `search_row`: a row's own number changes when a database is copied.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut column = big_integer("search_row").default(0).to_owned();
        manager.alter_table(Table::alter().table("record").add_column(&mut column).to_owned()).await?;
        let db = manager.get_connection();
        if manager.get_database_backend() == DbBackend::Postgres {
            // The last 62 bits of the id, which are random.
            db.execute_unprepared(
                "UPDATE record SET search_row = \
                 ('x' || substr(replace(id::text, '-', ''), 17, 16))::bit(64)::bigint & 4611686018427387903",
            )
            .await?;
            manager.create_index(unique("record", &["search_row"])).await?;
            db.execute_unprepared("CREATE EXTENSION IF NOT EXISTS pg_trgm").await?;
            db.execute_unprepared(
                "CREATE INDEX ix_record_search_text ON record USING gin (search_text gin_trgm_ops)",
            )
            .await?;
            return Ok(());
        }
        db.execute_unprepared("UPDATE record SET search_row = rowid").await?;
        manager.create_index(unique("record", &["search_row"])).await?;
        for statement in SQLITE {
            db.execute_unprepared(statement).await?;
        }
        Ok(())
    }
}

/// Fills the empty search index of SQLite with what is to be found in every record. FTS5 writes what it has so far
/// whenever a number is lower than the one before.
pub const FILL_SEARCH: &str = "INSERT INTO record_search (rowid, search_text) \
                               SELECT search_row, search_text FROM record ORDER BY search_row";

const SQLITE: [&str; 5] = [
    "CREATE VIRTUAL TABLE record_search USING fts5(search_text, content='', contentless_delete=1, \
     tokenize='trigram case_sensitive 1', detail='none')",
    FILL_SEARCH,
    "CREATE TRIGGER record_search_insert AFTER INSERT ON record BEGIN \
     INSERT INTO record_search (rowid, search_text) VALUES (new.search_row, new.search_text); END",
    "CREATE TRIGGER record_search_update AFTER UPDATE OF search_text ON record \
     WHEN old.search_text <> new.search_text BEGIN \
     DELETE FROM record_search WHERE rowid = old.search_row; \
     INSERT INTO record_search (rowid, search_text) VALUES (new.search_row, new.search_text); END",
    "CREATE TRIGGER record_search_delete AFTER DELETE ON record BEGIN \
     DELETE FROM record_search WHERE rowid = old.search_row; END",
];
