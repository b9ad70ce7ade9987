use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index, owned_by, primary_key, table, unique};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_record(manager).await?;
        create_record_value(manager).await?;
        create_record_change(manager).await
    }
}

async fn create_record(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("record")
                .col(uuid("id").primary_key())
                .col(uuid("form_id"))
                .col(big_integer("number"))
                .col(text("title"))
                .col(text("status"))
                // All values, by field key.
                .col(json_binary("doc"))
                // Number, title and every text, lower-case and without accents: what search reads.
                .col(text("search_text"))
                .col(uuid("form_revision_id"))
                .col(integer("version"))
                .col(timestamp_with_time_zone("created_at"))
                .col(uuid_null("created_by"))
                .col(timestamp_with_time_zone("updated_at"))
                .col(uuid_null("updated_by"))
                .col(timestamp_with_time_zone_null("archived_at"))
                .foreign_key(&mut foreign_key("record", "form_id", "form"))
                .foreign_key(&mut foreign_key("record", "form_revision_id", "form_revision"))
                .foreign_key(&mut foreign_key("record", "created_by", "app_user"))
                .foreign_key(&mut foreign_key("record", "updated_by", "app_user"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("record", &["form_id", "number"])).await?;
    manager.create_index(index("record", &["form_id", "updated_at", "number"])).await?;
    manager.create_index(index("record", &["form_id", "created_at", "number"])).await?;
    manager.create_index(index("record", &["form_id", "status", "number"])).await
}

/// The typed index beside `record.doc`: what filters, sorts, references and where-used read.
///
/// PostgreSQL refuses an index row above 2,704 bytes, which is why `sort_key` and `text_value`
/// hold a value's beginning only; the whole value is in `record.doc`.
async fn create_record_value(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("record_value")
                .col(uuid("record_id"))
                .col(uuid("form_id"))
                .col(text("field_key"))
                .col(integer("position"))
                // Bytes in the order of the values, made by us: the engines' own collations differ.
                .col(blob("sort_key").check(Expr::cust("length(sort_key) <= 1024")))
                // The first 200 characters.
                .col(text_null("text_value").check(Expr::cust("length(text_value) <= 200")))
                // A text as a whole, lower-case and without accents: what `contains` reads. No index.
                .col(text_null("search_value"))
                .col(double_null("number_value"))
                .col(date_null("date_value"))
                .col(uuid_null("user_id"))
                .col(uuid_null("reference_id"))
                .col(big_integer("record_number"))
                .primary_key(&mut primary_key(&["record_id", "field_key", "position"]))
                .foreign_key(&mut owned_by("record_value", "record_id", "record"))
                .foreign_key(&mut foreign_key("record_value", "form_id", "form"))
                .foreign_key(&mut foreign_key("record_value", "user_id", "app_user"))
                .foreign_key(&mut foreign_key("record_value", "reference_id", "record"))
                .to_owned(),
        )
        .await?;
    for columns in [
        ["form_id", "field_key", "sort_key", "record_number"].as_slice(),
        &["form_id", "field_key", "text_value"],
        &["form_id", "field_key", "number_value"],
        &["form_id", "field_key", "date_value"],
        &["reference_id", "record_id"],
        &["user_id", "record_id"],
    ] {
        manager.create_index(index("record_value", columns)).await?;
    }
    Ok(())
}

async fn create_record_change(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            table("record_change")
                .col(uuid("id").primary_key())
                .col(uuid("record_id"))
                .col(integer("version"))
                .col(timestamp_with_time_zone("at"))
                .col(uuid_null("actor_user_id"))
                // created | updated | status | imported | archived | restored
                .col(text("kind"))
                // [{field, before, after}]
                .col(json_binary("changes"))
                .foreign_key(&mut owned_by("record_change", "record_id", "record"))
                .foreign_key(&mut foreign_key("record_change", "actor_user_id", "app_user"))
                .to_owned(),
        )
        .await?;
    manager.create_index(unique("record_change", &["record_id", "version"])).await
}
