use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            // member | consultant | operator
            ("app_user", text("kind").default("member").take()),
            // The last day somebody may sign in; compulsory for auditors, consultants and operators.
            ("app_user", date_null("access_ends_on")),
            ("app_user", timestamp_with_time_zone_null("archived_at")),
            ("app_user", timestamp_with_time_zone_null("invitation_sent_at")),
            // Until when the code last shown counts for sensitive actions.
            ("session", timestamp_with_time_zone_null("fresh_until")),
        ];
        for (table, mut column) in columns {
            // One at a time: SQLite takes no more.
            manager.alter_table(Table::alter().table(table).add_column(&mut column).to_owned()).await?;
        }
        Ok(())
    }
}
