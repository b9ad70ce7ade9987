use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index, owned_by, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("comment")
                    .col(uuid("id").primary_key())
                    .col(uuid("record_id"))
                    .col(uuid("author_id"))
                    // Clean HTML; empty once it is deleted.
                    .col(text("html"))
                    // Ids of the people it names.
                    .col(json_binary("mentions"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone_null("edited_at"))
                    .col(timestamp_with_time_zone_null("deleted_at"))
                    .col(uuid_null("deleted_by"))
                    .foreign_key(&mut owned_by("comment", "record_id", "record"))
                    .foreign_key(&mut foreign_key("comment", "author_id", "app_user"))
                    .foreign_key(&mut foreign_key("comment", "deleted_by", "app_user"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("comment", &["record_id", "id"])).await
    }
}
