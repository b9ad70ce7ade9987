use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // put_back | look
        let mut purpose = text("purpose").default("put_back").to_owned();
        manager.alter_table(Table::alter().table("restore").add_column(&mut purpose).to_owned()).await
    }
}
