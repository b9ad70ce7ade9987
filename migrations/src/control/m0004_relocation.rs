use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            // The key its own keys come from, sealed with the master key; null: it comes from the master key itself.
            text_null("sealed_key"),
            // The piece of work that may give it another database: one at a time, and only while this says so.
            uuid_null("work"),
            timestamp_with_time_zone_null("work_seen_at"),
        ];
        for column in columns {
            // SQLite adds one column at a time.
            manager.alter_table(Table::alter().table("tenant").add_column(column).to_owned()).await?;
        }
        manager
            .create_table(
                // Databases that no environment is in: those being filled, and those that were left. They go when
                // the work that made them is over.
                table("spare_database")
                    .col(uuid("id").primary_key())
                    .col(uuid("tenant_id"))
                    .col(text("placement_kind"))
                    .col(json_binary("placement"))
                    // Null: no work needs it any more.
                    .col(uuid_null("work"))
                    .col(timestamp_with_time_zone("since"))
                    .foreign_key(&mut foreign_key("spare_database", "tenant_id", "tenant"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("spare_database", &["tenant_id"])).await
    }
}
