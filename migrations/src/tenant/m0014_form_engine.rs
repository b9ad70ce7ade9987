use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, owned_by, primary_key, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("form_sequence")
                    .col(uuid("form_id"))
                    .col(text("field_key"))
                    .col(big_integer("next_number"))
                    .primary_key(&mut primary_key(&["form_id", "field_key"]))
                    .foreign_key(&mut owned_by("form_sequence", "form_id", "form"))
                    .to_owned(),
            )
            .await?;
        // What the pack's version said: a newer version is compared with it to tell whose change is whose.
        manager
            .alter_table(
                Table::alter().table("form").add_column(json_binary_null("base_definition")).to_owned(),
            )
            .await?;
        manager
            .create_table(
                table("pack")
                    .col(text("key").primary_key())
                    .col(text("version"))
                    .col(timestamp_with_time_zone("installed_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                table("risk_criteria")
                    .col(integer("version").primary_key())
                    // Steps, levels and cells.
                    .col(json_binary("scale"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(uuid_null("created_by"))
                    .foreign_key(&mut foreign_key("risk_criteria", "created_by", "app_user"))
                    .to_owned(),
            )
            .await
    }
}
