use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("upload")
                    .col(uuid("id").primary_key())
                    .col(text("file_name"))
                    .col(big_integer("byte_size"))
                    .col(uuid("created_by"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .foreign_key(&mut foreign_key("upload", "created_by", "app_user"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("upload", &["expires_at"])).await
    }
}
