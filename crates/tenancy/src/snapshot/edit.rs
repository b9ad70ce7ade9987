//! Changing a snapshot before it is loaded.

use std::path::Path;

use kernel::{Error, Result};
use migrations::{SchemaState, schema_state};
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, TransactionTrait};

use super::{Snapshot, changes, helpers::complete};
use crate::{
    OpenError,
    database::connect::{self, Missing},
    databases::up_to_date,
    fence,
};

impl Snapshot {
    /// Brings a file that nobody else uses up to date.
    pub async fn bring_up_to_date(file: &Path) -> Result<(), OpenError> {
        close(writable(file).await?).await
    }

    /// Brings a file that nobody else uses up to date, and has `work` change it in one transaction. Of what was
    /// changed nothing is left in the file.
    pub async fn edit<F>(file: &Path, work: F) -> Result<(), OpenError>
    where
        F: AsyncFnOnce(&DatabaseTransaction) -> Result<()>,
    {
        let writer = writable(file).await?;
        let transaction = writer.begin().await?;
        work(&transaction).await.map_err(OpenError::other)?;
        transaction.commit().await?;
        writer.execute_unprepared("VACUUM").await?;
        close(writer).await
    }
}

/// Opens a file that nobody else uses, and brings it up to date. One that has its rows only stays so, unless something
/// is to be changed about its tables. Nothing is left in it of a move that was under way when it was taken.
pub(crate) async fn writable(file: &Path) -> Result<DatabaseConnection, OpenError> {
    let writer = connect::sqlite_writer(file, Missing::Refuse).await?;
    changes::notes::end(&writer).await?;
    if let SchemaState::Behind { .. } = schema_state::<migrations::tenant::Migrator, _>(&writer).await? {
        complete(&writer).await?;
    }
    let writer = up_to_date(writer).await?;
    fence::take_down(&writer).await?;
    Ok(writer)
}

/// Lets go of a file, with all of it in that one file.
async fn close(writer: DatabaseConnection) -> Result<(), OpenError> {
    writer.execute_unprepared("PRAGMA journal_mode = DELETE").await?;
    writer.close().await.map_err(|error| OpenError::other(Error::internal(error)))
}
