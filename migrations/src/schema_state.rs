//! How far a database's tables are, beside how far this binary is.

use std::collections::BTreeSet;

use sea_orm_migration::{
    IntoSchemaManagerConnection, MigratorTrait, SchemaManager,
    sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryOrder},
    seaql_migrations,
};

/// A database's tables beside what this binary knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemaState {
    /// Every migration this binary knows was applied, and no other.
    Current,
    /// Migrations of this binary are still to be applied; `database` is absent on an empty database.
    Behind {
        /// The newest migration applied.
        database: Option<String>,
    },
    /// A newer binary was here: this one must keep its hands off.
    Newer {
        /// The newest migration applied, unknown to this binary.
        database: String,
    },
}

/// The newest migration this binary knows, e.g. `m0004_record`.
#[must_use]
pub fn schema_version<M: MigratorTrait>() -> String {
    M::migrations().last().map(|migration| migration.name().to_owned()).unwrap_or_default()
}

/// Compares a database with this binary, without writing to it.
pub async fn schema_state<'c, M, C>(db: &'c C) -> Result<SchemaState, DbErr>
where
    M: MigratorTrait,
    C: ConnectionTrait,
    &'c C: IntoSchemaManagerConnection<'c>,
{
    let known: BTreeSet<String> =
        M::migrations().iter().map(|migration| migration.name().to_owned()).collect();
    let applied: BTreeSet<String> = if SchemaManager::new(db).has_table("seaql_migrations").await? {
        let rows =
            seaql_migrations::Entity::find().order_by_asc(seaql_migrations::Column::Version).all(db).await?;
        rows.into_iter().map(|row| row.version).collect()
    } else {
        BTreeSet::new()
    };
    if let Some(newest) = applied.difference(&known).last() {
        return Ok(SchemaState::Newer { database: newest.clone() });
    }
    if applied == known {
        return Ok(SchemaState::Current);
    }
    Ok(SchemaState::Behind { database: applied.last().cloned() })
}
