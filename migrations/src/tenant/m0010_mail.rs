use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, primary_key, table, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_mail(manager).await?;
        create_account_link(manager).await
    }
}

async fn create_mail(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("mail")
                .col(uuid("id").primary_key())
                // Whom it is for; nobody's (all zeroes) for a mail that only looks like one.
                .col(uuid("user_id"))
                .col(text("kind"))
                .col(text("locale"))
                // queued | sent | failed | void
                .col(text("state"))
                .col(timestamp_with_time_zone("created_at"))
                // From then on it is of no use any more: its link has expired.
                .col(timestamp_with_time_zone("expires_at"))
                // When it is tried next; a server that is trying it has moved this ahead.
                .col(timestamp_with_time_zone_null("next_attempt_at"))
                .col(integer("attempts"))
                .col(timestamp_with_time_zone_null("finished_at"))
                // Address, name and words, sealed; gone once it is finished.
                .col(blob_null("content_sealed"))
                // What the other server said last: never anything of the mail itself.
                .col(text_null("last_answer"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("mail", &["state", "next_attempt_at"])).await?;
    manager.create_index(index("mail", &["user_id", "kind", "created_at"])).await
}

async fn create_account_link(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("account_link")
                // No foreign key: who asks for a link in nobody's name leaves a row too, which takes as
                // long and leads nowhere.
                .col(uuid("user_id"))
                // invitation | password_reset | email_confirmation
                .col(text("purpose"))
                // SHA-256 of the link's secret, which is kept nowhere else.
                .col(text("token_hash"))
                // The address to be confirmed.
                .col(text_null("email"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("expires_at"))
                // One link per purpose: a newer one takes the place of the older.
                .primary_key(&mut primary_key(&["user_id", "purpose"]))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("account_link", &["token_hash"])).await
}
