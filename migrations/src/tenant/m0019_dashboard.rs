use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index, owned_by, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("dashboard")
                    .col(uuid("id").primary_key())
                    .col(uuid("owner_id"))
                    .col(text("name"))
                    .col(boolean("is_shared"))
                    .col(integer("version"))
                    // A JSON array, as text: a dashboard is read and written as a whole.
                    .col(text("cards"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .foreign_key(&mut foreign_key("dashboard", "owner_id", "app_user"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("dashboard", &["owner_id"])).await?;
        manager.create_index(index("dashboard", &["is_shared"])).await?;
        // Which one opens for whom.
        manager
            .create_table(
                table("dashboard_home")
                    .col(uuid("user_id").primary_key())
                    .col(uuid("dashboard_id"))
                    .foreign_key(&mut foreign_key("dashboard_home", "user_id", "app_user"))
                    .foreign_key(&mut owned_by("dashboard_home", "dashboard_id", "dashboard"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("dashboard_home", &["dashboard_id"])).await
    }
}
