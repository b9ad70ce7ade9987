//! The table `tenant`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tenant")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub host: String,
    pub status: String,
    pub placement_kind: String,
    pub placement: Json,
    pub locale: String,
    pub created_at: DateTimeUtc,
    pub sealed_key: Option<String>,
    pub work: Option<Uuid>,
    pub work_seen_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
