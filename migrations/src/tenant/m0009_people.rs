use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index, owned_by, primary_key, table};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_groups(manager).await?;
        create_rights(manager).await?;
        create_grants(manager).await
    }
}

async fn create_groups(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            // Not `group`: SQL keeps that word for itself.
            table("user_group")
                .col(uuid("id").primary_key())
                .col(text("name"))
                // Folded, so that one name has one owner.
                .col(text_uniq("name_key"))
                .col(text("description"))
                .col(timestamp_with_time_zone("created_at"))
                .col(integer("version"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            table("group_member")
                .col(uuid("group_id"))
                .col(uuid("user_id"))
                .primary_key(&mut primary_key(&["group_id", "user_id"]))
                .foreign_key(&mut owned_by("group_member", "group_id", "user_group"))
                .foreign_key(&mut owned_by("group_member", "user_id", "app_user"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("group_member", &["user_id"])).await
}

async fn create_rights(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("access_right")
                // form; later also section and file. No foreign key: it points to tables of every kind.
                .col(text("resource_kind"))
                .col(uuid("resource_id"))
                // role | group
                .col(text("grantee_kind"))
                // The role's name, or the group's id as 32 hexadecimal digits.
                .col(text("grantee"))
                // none | own | view | edit
                .col(text("level"))
                .primary_key(&mut primary_key(&["resource_kind", "resource_id", "grantee_kind", "grantee"]))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("access_right", &["grantee_kind", "grantee"])).await
}

async fn create_grants(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("access_grant")
                .col(uuid("id").primary_key())
                .col(uuid("user_id"))
                // consultant | operator
                .col(text("kind"))
                .col(text("organisation"))
                .col(text("reason"))
                .col(text("role"))
                // Ids of the registers it is limited to; null: not limited.
                .col(json_binary_null("form_ids"))
                .col(timestamp_with_time_zone("starts_at"))
                .col(date("ends_on"))
                // To the second: with the last day, or earlier.
                .col(timestamp_with_time_zone("ends_at"))
                .col(uuid_null("granted_by"))
                .col(timestamp_with_time_zone_null("withdrawn_at"))
                .col(uuid_null("withdrawn_by"))
                .col(integer("version"))
                .foreign_key(&mut foreign_key("access_grant", "user_id", "app_user"))
                .to_owned(),
        )
        .await?;
    manager.create_index(index("access_grant", &["user_id", "starts_at"])).await
}
