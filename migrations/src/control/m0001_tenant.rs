use sea_orm_migration::{prelude::*, schema::*};

use crate::table::table;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("tenant")
                    .col(uuid("id").primary_key())
                    .col(text_uniq("slug"))
                    .col(text("name"))
                    .col(text_uniq("host"))
                    // creating | active | suspended | closed
                    .col(text("status"))
                    // sqlite | postgres
                    .col(text("placement_kind"))
                    // Cluster, database and role; the role's password sealed with the master key.
                    .col(json_binary("placement"))
                    .col(text("locale"))
                    .col(timestamp_with_time_zone("created_at"))
                    .to_owned(),
            )
            .await
    }
}
