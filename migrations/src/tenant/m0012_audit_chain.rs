use sea_orm_migration::{prelude::*, schema::*, sea_orm::ConnectionTrait};

use crate::table::{index, table};

/// What an event was before the log was chained.
const OLD_COLUMNS: &str =
    "seq, id, at, actor_kind, actor_user_id, action, subject_kind, subject_id, details, address";

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        set_old_events_apart(manager).await?;
        create_event(manager).await?;
        create_key(manager).await?;
        create_state(manager).await
    }
}

/// A migration has no keys: the first event that is appended takes the old ones into the chain before it.
async fn set_old_events_apart(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("audit_event_unchained")
                .col(big_integer("seq").primary_key())
                .col(uuid("id"))
                .col(timestamp_with_time_zone("at"))
                .col(text("actor_kind"))
                .col(uuid_null("actor_user_id"))
                .col(text("action"))
                .col(text("subject_kind"))
                .col(text_null("subject_id"))
                .col(json_binary("details"))
                .col(text_null("address"))
                .to_owned(),
        )
        .await?;
    let copy =
        format!("INSERT INTO audit_event_unchained ({OLD_COLUMNS}) SELECT {OLD_COLUMNS} FROM audit_event");
    manager.get_connection().execute_unprepared(&copy).await?;
    manager.drop_table(Table::drop().table("audit_event").to_owned()).await
}

async fn create_event(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("audit_event")
                // Given out inside the write transaction: a gap would mean a lost line.
                .col(big_integer("seq").primary_key())
                .col(uuid_uniq("id"))
                .col(timestamp_with_time_zone("at"))
                // anonymous | user | consultant | operator | api_token | system
                .col(text("actor_kind"))
                // No foreign key: the log stands, whatever becomes of what it speaks of.
                .col(uuid_null("actor_user_id"))
                // The session or API token the actor came with.
                .col(text_null("credential"))
                .col(text("action"))
                .col(boolean("is_refusal"))
                .col(text("subject_kind"))
                .col(text_null("subject_id"))
                // Whose key the next column is sealed with; the environment's own when null.
                .col(uuid_null("details_owner"))
                .col(blob_null("details"))
                .col(uuid_null("origin_owner"))
                .col(blob_null("origin"))
                .col(blob("previous_hash"))
                .col(blob("hash"))
                .to_owned(),
        )
        .await?;
    for columns in [
        ["subject_kind", "subject_id", "seq"].as_slice(),
        &["actor_user_id", "seq"],
        &["at", "seq"],
        &["action", "seq"],
        &["is_refusal", "seq"],
    ] {
        manager.create_index(index("audit_event", columns)).await?;
    }
    Ok(())
}

/// A key for the personal data of each person in the log. To erase a person is to destroy it.
async fn create_key(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("audit_key")
                // No foreign key, as above.
                .col(uuid("owner").primary_key())
                // Null: destroyed.
                .col(blob_null("key_sealed"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone_null("destroyed_at"))
                .to_owned(),
        )
        .await
}

/// What was last published and checked, in one row. For showing: nothing is proved with it.
async fn create_state(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("audit_state")
                .col(integer("id").primary_key())
                .col(big_integer_null("published_seq"))
                .col(timestamp_with_time_zone_null("published_at"))
                .col(big_integer_null("verified_seq"))
                .col(timestamp_with_time_zone_null("verified_at"))
                .col(boolean_null("is_intact"))
                // {code, seq, published}
                .col(json_binary_null("problem"))
                .to_owned(),
        )
        .await
}
