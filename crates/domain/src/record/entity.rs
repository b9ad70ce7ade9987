use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "record")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub form_id: Uuid,
    pub number: i64,
    pub title: String,
    pub status: String,
    pub doc: Json,
    pub search_text: String,
    /// By which the search index of `SQLite` knows the record.
    pub search_row: i64,
    pub form_revision_id: Uuid,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub created_by: Option<Uuid>,
    pub updated_at: DateTimeUtc,
    pub updated_by: Option<Uuid>,
    pub archived_at: Option<DateTimeUtc>,
    pub deleted_at: Option<DateTimeUtc>,
    pub deleted_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The typed index: a row per value, and one for an empty field that can be sorted by.
pub(crate) mod value {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "record_value")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub record_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub field_key: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub form_id: Uuid,
        pub sort_key: Vec<u8>,
        pub text_value: Option<String>,
        pub search_value: Option<String>,
        pub number_value: Option<f64>,
        pub date_value: Option<Date>,
        pub user_id: Option<Uuid>,
        pub reference_id: Option<Uuid>,
        pub record_number: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// History: what each version changed.
pub(crate) mod change {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "record_change")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub record_id: Uuid,
        pub version: i32,
        pub at: DateTimeUtc,
        pub actor_user_id: Option<Uuid>,
        pub kind: String,
        pub changes: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
