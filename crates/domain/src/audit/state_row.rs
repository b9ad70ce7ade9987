use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_state")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    pub published_seq: Option<i64>,
    pub published_at: Option<DateTimeUtc>,
    pub verified_seq: Option<i64>,
    pub verified_at: Option<DateTimeUtc>,
    pub is_intact: Option<bool>,
    pub problem: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
