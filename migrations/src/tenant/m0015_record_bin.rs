use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            // In the recycle bin since then.
            timestamp_with_time_zone_null("deleted_at"),
            // By whom. No foreign key: SQLite adds none to a table that is there.
            uuid_null("deleted_by"),
        ];
        for mut column in columns {
            // One at a time: SQLite takes no more.
            manager.alter_table(Table::alter().table("record").add_column(&mut column).to_owned()).await?;
        }
        Ok(())
    }
}
