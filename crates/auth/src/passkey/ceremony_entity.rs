use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey_ceremony")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub begun_with: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub purpose: String,
    pub state: Vec<u8>,
    pub expires_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
