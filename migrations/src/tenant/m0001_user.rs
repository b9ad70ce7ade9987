use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{owned_by, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                // Not `user`: PostgreSQL keeps that word for itself.
                table("app_user")
                    .col(uuid("id").primary_key())
                    .col(text("username"))
                    // NFC and lower case, so that one name has one owner.
                    .col(text_uniq("username_key"))
                    .col(text("email"))
                    .col(text_uniq("email_key"))
                    .col(text("display_name"))
                    .col(text("role"))
                    .col(text("locale"))
                    // invited | active | archived
                    .col(text("status"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone_null("last_signed_in_at"))
                    .col(integer("version"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                table("user_preference")
                    .col(uuid("user_id").primary_key())
                    .col(json_binary("prefs"))
                    .foreign_key(&mut owned_by("user_preference", "user_id", "app_user"))
                    .to_owned(),
            )
            .await
    }
}
