use sea_orm_migration::{prelude::*, schema::*};

use crate::table::table;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// What the operator was told last: whichever server leads tells no more than what has changed.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("notice")
                    .col(text("name").primary_key())
                    // The SHA-256 of what was told, in hexadecimal.
                    .col(text("told"))
                    .to_owned(),
            )
            .await
    }
}
