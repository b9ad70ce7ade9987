//! Migrations, one server at a time.

use migrations::{SchemaState, schema_state, schema_version};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};
use sea_orm_migration::MigratorTrait;

use super::{Engine, begin_write};

/// Why a database could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MigrateError {
    #[error("the database is at {database}, this binary only knows up to {binary}: start the newer binary")]
    Newer { database: String, binary: String },
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Applies what is missing, all of it or nothing; refuses a database that is ahead of this binary.
pub(crate) async fn migrate<M: MigratorTrait>(db: &DatabaseConnection) -> Result<(), MigrateError> {
    if !is_behind::<M>(schema_state::<M, _>(db).await?)? {
        return Ok(());
    }
    if Engine::of(db) == Engine::Postgres {
        // A migration may take longer than a request may; the writer is the one connection there is.
        db.execute_unprepared("SET statement_timeout = 0; SET lock_timeout = 0").await?;
    }
    let outcome = migrate_locked::<M>(db).await;
    if Engine::of(db) == Engine::Postgres {
        db.execute_unprepared("RESET statement_timeout; RESET lock_timeout").await?;
    }
    outcome
}

async fn migrate_locked<M: MigratorTrait>(db: &DatabaseConnection) -> Result<(), MigrateError> {
    let transaction = begin_write(db).await?;
    // Another server may have done it while this one waited for its turn.
    if is_behind::<M>(schema_state::<M, _>(&transaction).await?)? {
        M::up(&transaction, None).await?;
    }
    transaction.commit().await?;
    Ok(())
}

fn is_behind<M: MigratorTrait>(state: SchemaState) -> Result<bool, MigrateError> {
    match state {
        SchemaState::Current => Ok(false),
        SchemaState::Behind { .. } => Ok(true),
        SchemaState::Newer { database } => {
            Err(MigrateError::Newer { database, binary: schema_version::<M>() })
        }
    }
}
