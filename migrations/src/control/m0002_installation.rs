use sea_orm_migration::{prelude::*, schema::*};

use crate::table::table;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("installation")
                    // Always 1: there is one row.
                    .col(integer("id").primary_key())
                    // Tells a server that it was started with another master key, before it writes
                    // anything the others cannot read.
                    .col(text("master_key_check"))
                    .col(timestamp_with_time_zone("created_at"))
                    .to_owned(),
            )
            .await
    }
}
