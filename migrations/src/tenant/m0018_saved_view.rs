use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("saved_view")
                    .col(uuid("id").primary_key())
                    .col(uuid("form_id"))
                    .col(uuid("owner_id"))
                    .col(text("name"))
                    .col(boolean("is_shared"))
                    // A JSON object, as text: what is in it is the client's.
                    .col(text("state"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .foreign_key(&mut foreign_key("saved_view", "form_id", "form"))
                    .foreign_key(&mut foreign_key("saved_view", "owner_id", "app_user"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("saved_view", &["form_id", "owner_id"])).await?;
        manager.create_index(index("saved_view", &["owner_id"])).await
    }
}
