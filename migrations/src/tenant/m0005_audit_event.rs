use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{index, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("audit_event")
                    // Given out inside the write transaction: a gap would mean a lost line.
                    .col(big_integer("seq").primary_key())
                    .col(uuid_uniq("id"))
                    .col(timestamp_with_time_zone("at"))
                    .col(text("actor_kind"))
                    // No foreign key: the log stands, whatever becomes of what it speaks of.
                    .col(uuid_null("actor_user_id"))
                    .col(text("action"))
                    .col(text("subject_kind"))
                    .col(text_null("subject_id"))
                    .col(json_binary("details"))
                    .col(text_null("address"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("audit_event", &["subject_kind", "subject_id", "seq"])).await?;
        manager.create_index(index("audit_event", &["actor_user_id", "seq"])).await?;
        manager.create_index(index("audit_event", &["at", "seq"])).await
    }
}
