use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, owned_by, table, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                table("form")
                    .col(uuid("id").primary_key())
                    .col(text_uniq("key"))
                    // pack | own
                    .col(text("origin"))
                    .col(text_null("pack_key"))
                    .col(text_null("pack_version"))
                    // No foreign key: the form is written before its first revision, which has one to it.
                    .col(uuid("current_revision_id"))
                    .col(big_integer("next_number"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(uuid_null("created_by"))
                    .col(integer("position"))
                    .col(timestamp_with_time_zone_null("archived_at"))
                    .foreign_key(&mut foreign_key("form", "created_by", "app_user"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                table("form_revision")
                    .col(uuid("id").primary_key())
                    .col(uuid("form_id"))
                    .col(integer("number"))
                    .col(json_binary("definition"))
                    .col(timestamp_with_time_zone("published_at"))
                    .col(uuid_null("published_by"))
                    .foreign_key(&mut owned_by("form_revision", "form_id", "form"))
                    .foreign_key(&mut foreign_key("form_revision", "published_by", "app_user"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(unique("form_revision", &["form_id", "number"])).await
    }
}
