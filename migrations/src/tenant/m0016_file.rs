use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index, owned_by, primary_key, table, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("file")
                    .col(uuid("id").primary_key())
                    .col(text("name"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(uuid("created_by"))
                    .foreign_key(&mut foreign_key("file", "created_by", "app_user"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                table("file_revision")
                    .col(uuid("id").primary_key())
                    .col(uuid("file_id"))
                    // 1, 2, 3 …
                    .col(integer("number"))
                    // What it was called when it was sent.
                    .col(text("file_name"))
                    // Told by the content, never by who sent it.
                    .col(text("media_type"))
                    .col(big_integer("byte_size"))
                    // SHA-256 of the content, in hexadecimal: the name of its blob.
                    .col(text("sha256"))
                    .col(timestamp_with_time_zone("uploaded_at"))
                    .col(uuid("uploaded_by"))
                    .foreign_key(&mut owned_by("file_revision", "file_id", "file"))
                    .foreign_key(&mut foreign_key("file_revision", "uploaded_by", "app_user"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(unique("file_revision", &["file_id", "number"])).await?;
        manager.create_index(index("file_revision", &["sha256"])).await?;
        manager.create_index(index("file_revision", &["uploaded_at"])).await?;
        manager
            .create_table(
                // Every revision a record holds or ever held: its history must stay readable.
                table("record_file")
                    .col(uuid("record_id"))
                    .col(uuid("revision_id"))
                    .primary_key(&mut primary_key(&["record_id", "revision_id"]))
                    .foreign_key(&mut owned_by("record_file", "record_id", "record"))
                    .foreign_key(&mut foreign_key("record_file", "revision_id", "file_revision"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("record_file", &["revision_id", "record_id"])).await
    }
}
