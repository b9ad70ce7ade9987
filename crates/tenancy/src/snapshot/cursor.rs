//! Rows of PostgreSQL, some at a time.

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, QueryResult, Statement};

use super::column::{self, Column};

/// Rows of a table.
pub(super) struct Selection<'a> {
    /// A name that no other one with other columns has.
    pub(super) name: &'a str,
    /// What stands behind `FROM`.
    pub(super) from: &'a str,
    pub(super) columns: &'a [Column],
}

pub(super) struct Cursor<'a> {
    source: &'a DatabaseTransaction,
    name: String,
    fetch: String,
}

impl<'a> Cursor<'a> {
    pub(super) async fn open(
        source: &'a DatabaseTransaction,
        Selection { name, from, columns }: Selection<'_>,
    ) -> Result<Self, DbErr> {
        // A name of its own: sqlx remembers by the text of a statement what its rows look like.
        let (name, columns_named) = (format!("\"rows of {name}\""), column::quoted(columns));
        let declare = format!("DECLARE {name} NO SCROLL CURSOR FOR SELECT {columns_named} FROM {from}");
        source.execute_unprepared(&declare).await?;
        let fetch = format!("FETCH {} FROM {name}", column::rows_at_once(columns));
        Ok(Self { source, name, fetch })
    }

    /// The next rows, in the order of the columns; none at the end.
    pub(super) async fn next(&self) -> Result<Vec<QueryResult>, DbErr> {
        self.source.query_all_raw(Statement::from_string(DbBackend::Postgres, &self.fetch)).await
    }

    pub(super) async fn close(self) -> Result<(), DbErr> {
        self.source.execute_unprepared(&format!("CLOSE {}", self.name)).await.map(drop)
    }
}
