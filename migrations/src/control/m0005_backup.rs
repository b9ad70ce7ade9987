use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index, table, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                // Which server does what only one may do.
                table("lease")
                    .col(text("name").primary_key())
                    .col(uuid("holder"))
                    .col(timestamp_with_time_zone("until"))
                    .to_owned(),
            )
            .await?;
        create_run(manager).await?;
        create_restore(manager).await?;
        manager
            .create_table(
                // What became of the copies that were damaged on purpose.
                table("backup_drill")
                    .col(uuid("id").primary_key())
                    .col(text("tier"))
                    .col(timestamp_with_time_zone("at"))
                    .col(boolean("is_noticed"))
                    .col(text("found"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("backup_drill", &["at"])).await
    }
}

async fn create_restore(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("restore")
                .col(uuid("id").primary_key())
                .col(uuid("tenant_id"))
                .col(uuid("backup_run_id"))
                // The global id of a user of the environment; null: the operator.
                .col(text_null("asked_by"))
                .col(timestamp_with_time_zone("asked_at"))
                .col(text("reason"))
                // asked | waiting | restoring | done | failed | cancelled
                .col(text("state"))
                .col(timestamp_with_time_zone("seen_at"))
                // What the holder of the key hands over is sealed to this, which is sealed itself.
                .col(text_null("sealed_identity"))
                // The back-up that was made of what there was.
                .col(uuid_null("safety_run_id"))
                .col(timestamp_with_time_zone_null("finished_at"))
                // A code, and what the operator reads.
                .col(text_null("failure"))
                .col(text_null("failure_details"))
                .foreign_key(&mut foreign_key("restore", "tenant_id", "tenant"))
                .foreign_key(&mut foreign_key("restore", "backup_run_id", "backup_run"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("restore", &["tenant_id", "asked_at"])).await?;
    manager.create_index(index("restore", &["state"])).await
}

async fn create_run(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("backup_run")
                .col(uuid("id").primary_key())
                .col(uuid("tenant_id"))
                // hot | cold
                .col(text("tier"))
                // schedule | hand | safety
                .col(text("reason"))
                // The moment of the plan it is for, or that it was asked for.
                .col(timestamp_with_time_zone("due_at"))
                // asked | running | failed | made | proven | refuted
                .col(text("state"))
                .col(integer("attempts"))
                .col(timestamp_with_time_zone("begun_at"))
                // The last sign of life while running; while failed, when it is tried again.
                .col(timestamp_with_time_zone("seen_at"))
                .col(big_integer("done_bytes"))
                .col(big_integer("total_bytes"))
                .col(timestamp_with_time_zone_null("finished_at"))
                // Of the environment in the store; known once it is made.
                .col(big_integer_null("sequence"))
                .col(timestamp_with_time_zone_null("taken_at"))
                .col(big_integer_null("database_bytes"))
                .col(big_integer_null("files"))
                .col(big_integer_null("file_bytes"))
                .col(text_null("failure"))
                .col(timestamp_with_time_zone_null("proof_begun_at"))
                .col(timestamp_with_time_zone_null("proven_at"))
                .col(big_integer_null("proven_rows"))
                .col(text_null("refutation"))
                // When retention removed it.
                .col(timestamp_with_time_zone_null("removed_at"))
                .foreign_key(&mut foreign_key("backup_run", "tenant_id", "tenant"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("backup_run", &["tenant_id", "tier", "due_at"])).await?;
    manager.create_index(index("backup_run", &["state"])).await
}
