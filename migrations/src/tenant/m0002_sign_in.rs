use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, owned_by, primary_key, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_factors(manager).await?;
        create_session(manager).await?;
        create_defences(manager).await
    }
}

async fn create_factors(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("credential")
                .col(uuid("user_id").primary_key())
                .col(text("password_hash"))
                .col(timestamp_with_time_zone("changed_at"))
                .foreign_key(&mut owned_by("credential", "user_id", "app_user"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            table("second_factor")
                .col(uuid("user_id").primary_key())
                .col(blob("secret_sealed"))
                .col(timestamp_with_time_zone_null("confirmed_at"))
                // The time step of the last code accepted: a code works once.
                .col(big_integer_null("last_used_step"))
                .col(timestamp_with_time_zone("created_at"))
                .foreign_key(&mut owned_by("second_factor", "user_id", "app_user"))
                .to_owned(),
        )
        .await
}

async fn create_session(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("session")
                .col(uuid("id").primary_key())
                .col(uuid("user_id"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("last_seen_at"))
                .col(timestamp_with_time_zone("expires_at"))
                .col(timestamp_with_time_zone_null("revoked_at"))
                .col(text("user_agent"))
                .col(text("address"))
                .foreign_key(&mut owned_by("session", "user_id", "app_user"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("session", &["user_id", "created_at"])).await?;
    manager.create_index(index("session", &["expires_at"])).await
}

async fn create_defences(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("sign_in_throttle")
                // What was typed, not a user's id: a name nobody has is throttled all the same.
                .col(text("account_key"))
                // password | code
                .col(text("kind"))
                .col(integer("failures"))
                .col(timestamp_with_time_zone("window_started_at"))
                .col(timestamp_with_time_zone_null("blocked_until"))
                .primary_key(&mut primary_key(&["account_key", "kind"]))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            table("used_ticket")
                .col(uuid("id").primary_key())
                .col(timestamp_with_time_zone("expires_at"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("used_ticket", &["expires_at"])).await
}
