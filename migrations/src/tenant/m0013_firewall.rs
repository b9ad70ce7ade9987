use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("firewall")
                    // Always 1: there is at most one row; none as long as nothing was decided.
                    .col(integer("id").primary_key())
                    .col(big_integer("version"))
                    // Null: the server's own.
                    .col(json_binary_null("limits"))
                    .col(timestamp_with_time_zone_null("updated_at"))
                    .col(uuid_null("updated_by"))
                    // A change that waits until it is confirmed from an address it lets in.
                    .col(json_binary_null("pending"))
                    .col(timestamp_with_time_zone_null("cleared_at"))
                    // Refusals before this hour are in the audit log.
                    .col(timestamp_with_time_zone_null("noted_until"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                table("firewall_rule")
                    .col(uuid("id").primary_key())
                    .col(integer("position"))
                    // browser | api
                    .col(text("channel"))
                    // allow | deny
                    .col(text("action"))
                    .col(text("network"))
                    .col(text("note"))
                    .col(date_null("ends_on"))
                    .col(timestamp_with_time_zone("created_at"))
                    // No foreign key: the rule stands, whatever becomes of who made it.
                    .col(uuid_null("created_by"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("firewall_rule", &["position"])).await
    }
}
