use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_event")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    #[sea_orm(unique)]
    pub id: Uuid,
    pub at: DateTimeUtc,
    pub actor_kind: String,
    pub actor_user_id: Option<Uuid>,
    pub credential: Option<String>,
    pub action: String,
    pub is_refusal: bool,
    pub subject_kind: String,
    pub subject_id: Option<String>,
    pub details_owner: Option<Uuid>,
    pub details: Option<Vec<u8>>,
    pub origin_owner: Option<Uuid>,
    pub origin: Option<Vec<u8>>,
    pub previous_hash: Vec<u8>,
    pub hash: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
