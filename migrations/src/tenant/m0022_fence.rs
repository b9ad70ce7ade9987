use sea_orm_migration::{prelude::*, schema::*};

use crate::table::table;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                // A row in it refuses every write: the environment is about to go on in another database. It is of
                // the database, not of what it holds, and is never copied.
                table("fence")
                    // Which piece of work it belongs to, see the control database's `tenant.work`.
                    .col(uuid("work").primary_key())
                    .col(timestamp_with_time_zone("put_up_at"))
                    .to_owned(),
            )
            .await
    }
}
