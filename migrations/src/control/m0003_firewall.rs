use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, owned_by, primary_key, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_published(manager).await?;
        create_counted(manager).await
    }
}

/// What every server must know before it opens anything of an environment.
async fn create_published(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("firewall_policy")
                .col(uuid("tenant_id").primary_key())
                // Given out inside the write transaction, over all environments: servers read what is
                // above the last number they saw.
                .col(big_integer_uniq("change"))
                // Of the rules in the environment's own database.
                .col(big_integer("version"))
                .col(json_binary("policy"))
                .col(timestamp_with_time_zone("published_at"))
                .foreign_key(&mut owned_by("firewall_policy", "tenant_id", "tenant"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            table("firewall_block")
                .col(uuid("tenant_id"))
                // An address or network, or the global id of an account or API token.
                .col(text("subject"))
                .col(big_integer("change"))
                .col(timestamp_with_time_zone("set_at"))
                .col(timestamp_with_time_zone("until"))
                .primary_key(&mut primary_key(&["tenant_id", "subject"]))
                .foreign_key(&mut owned_by("firewall_block", "tenant_id", "tenant"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("firewall_block", &["change"])).await?;
    manager.create_index(index("firewall_block", &["until"])).await
}

/// What servers have counted.
async fn create_counted(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("firewall_level")
                .col(uuid("tenant_id"))
                .col(text("subject"))
                // When the subject owes nothing any more, in microseconds since 1970.
                .col(big_integer("empty_at"))
                .primary_key(&mut primary_key(&["tenant_id", "subject"]))
                .foreign_key(&mut owned_by("firewall_level", "tenant_id", "tenant"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("firewall_level", &["empty_at"])).await?;
    manager
        .create_table(
            table("firewall_refusal")
                .col(uuid("tenant_id"))
                .col(timestamp_with_time_zone("hour"))
                // Empty: all addresses beyond those that have a line of their own.
                .col(text("address"))
                .col(text("channel"))
                .col(text("reason"))
                .col(big_integer("hits"))
                .col(timestamp_with_time_zone("last_at"))
                .primary_key(&mut primary_key(&["tenant_id", "hour", "address", "channel", "reason"]))
                .foreign_key(&mut owned_by("firewall_refusal", "tenant_id", "tenant"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("firewall_refusal", &["hour"])).await
}
