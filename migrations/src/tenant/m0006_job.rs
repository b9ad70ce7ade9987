use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("job")
                    .col(uuid("id").primary_key())
                    .col(text("kind"))
                    // queued | running | succeeded | failed | cancelled
                    .col(text("state"))
                    .col(uuid("created_by"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone_null("started_at"))
                    .col(timestamp_with_time_zone_null("finished_at"))
                    .col(big_integer("done"))
                    .col(big_integer_null("total"))
                    .col(json_binary("input"))
                    .col(json_binary_null("result"))
                    .col(boolean("cancel_requested"))
                    .col(json_binary_null("error"))
                    .col(timestamp_with_time_zone_null("heartbeat_at"))
                    .foreign_key(&mut foreign_key("job", "created_by", "app_user"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("job", &["state", "created_at"])).await?;
        manager.create_index(index("job", &["created_by", "created_at"])).await
    }
}
