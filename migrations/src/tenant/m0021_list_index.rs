use sea_orm_migration::prelude::*;

use crate::table::index;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// Indexes that answer by themselves which records a filter can mean, and how many there are. Those of values hold
/// the rows that have one: most rows have a value in one of the five columns alone.
#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["text_value", "number_value", "date_value"] {
            let name = format!("ix_record_value_form_id_field_key_{column}");
            manager.drop_index(Index::drop().name(name).table("record_value").to_owned()).await?;
        }
        manager
            .drop_index(Index::drop().name("ix_record_form_id_status_number").table("record").to_owned())
            .await?;
        manager.create_index(index("record", &["form_id", "status", "number", "id"])).await?;
        let db = manager.get_connection();
        db.execute_unprepared(
            "CREATE INDEX ix_record_active ON record (form_id, number, id) \
             WHERE archived_at IS NULL AND deleted_at IS NULL",
        )
        .await?;
        for column in ["text_value", "number_value", "date_value", "user_id", "reference_id"] {
            db.execute_unprepared(&format!(
                "CREATE INDEX ix_record_value_of_{column} ON record_value \
                 (form_id, field_key, {column}, position, record_id) WHERE {column} IS NOT NULL"
            ))
            .await?;
        }
        Ok(())
    }
}
