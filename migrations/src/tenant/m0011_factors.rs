use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, owned_by, primary_key, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add_columns(manager).await?;
        create_recovery_code(manager).await?;
        create_passkey(manager).await?;
        create_api_token(manager).await?;
        create_signing_key(manager).await
    }
}

async fn add_columns(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        // The secret of a new phone; the one in use stays until its code was shown.
        ("second_factor", blob_null("replacement_sealed")),
        ("second_factor", timestamp_with_time_zone_null("replacement_shown_at")),
        // Tickets given out before are worthless.
        ("credential", timestamp_with_time_zone_null("tickets_void_before")),
    ];
    for (table, mut column) in columns {
        // One at a time: SQLite takes no more.
        manager.alter_table(Table::alter().table(table).add_column(&mut column).to_owned()).await?;
    }
    Ok(())
}

async fn create_recovery_code(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("recovery_code")
                .col(uuid("user_id"))
                // A keyed hash; a row is a code that has not been used.
                .col(text("code_hash"))
                .col(timestamp_with_time_zone("created_at"))
                .primary_key(&mut primary_key(&["user_id", "code_hash"]))
                .foreign_key(&mut owned_by("recovery_code", "user_id", "app_user"))
                .to_owned(),
        )
        .await
}

async fn create_passkey(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("passkey")
                .col(uuid("id").primary_key())
                .col(uuid("user_id"))
                .col(text("name"))
                // base64url, as browsers send it.
                .col(text_uniq("credential_id"))
                // The public key and what never changes; then the counter and what does.
                .col(blob("static_state"))
                .col(blob("dynamic_state"))
                .col(small_integer("transports"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone_null("last_used_at"))
                .foreign_key(&mut owned_by("passkey", "user_id", "app_user"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("passkey", &["user_id", "created_at"])).await?;
    manager
        .create_table(
            table("passkey_ceremony")
                // The ticket or session it was begun with: a challenge answers to nobody else.
                .col(uuid("begun_with"))
                // registration | sign_in | step_up
                .col(text("purpose"))
                .col(blob("state"))
                .col(timestamp_with_time_zone("expires_at"))
                .primary_key(&mut primary_key(&["begun_with", "purpose"]))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("passkey_ceremony", &["expires_at"])).await
}

async fn create_api_token(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("api_token")
                .col(uuid("id").primary_key())
                .col(uuid("user_id"))
                .col(text("name"))
                // The first characters, by which it is looked up and recognised.
                .col(text_uniq("prefix"))
                // A keyed hash of all of it.
                .col(blob("secret_hash"))
                .col(boolean("can_write"))
                // Ids of the registers it is limited to; null: not limited.
                .col(json_binary_null("forms"))
                // Networks it may come from; empty: any.
                .col(json_binary("networks"))
                .col(timestamp_with_time_zone("created_at"))
                // The last day it is good.
                .col(date("expires_on"))
                .col(timestamp_with_time_zone_null("last_used_at"))
                .col(text_null("last_used_address"))
                .col(timestamp_with_time_zone_null("last_refused_at"))
                .col(timestamp_with_time_zone_null("revoked_at"))
                .foreign_key(&mut owned_by("api_token", "user_id", "app_user"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("api_token", &["user_id", "created_at"])).await
}

async fn create_signing_key(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("signing_key")
                // The key itself is derived from the master key and this number. Without a row: number 1.
                .col(integer("number").primary_key())
                .col(timestamp_with_time_zone("created_at"))
                // Until then what it signed is still taken; null: it signs.
                .col(timestamp_with_time_zone_null("retires_at"))
                .to_owned(),
        )
        .await
}
