//! The tables of back-ups.

pub(super) mod run {
    //! The table `backup_run`.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "backup_run")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub tier: String,
        pub reason: String,
        pub due_at: DateTimeUtc,
        pub state: String,
        pub attempts: i32,
        pub begun_at: DateTimeUtc,
        pub seen_at: DateTimeUtc,
        pub done_bytes: i64,
        pub total_bytes: i64,
        pub finished_at: Option<DateTimeUtc>,
        pub sequence: Option<i64>,
        pub taken_at: Option<DateTimeUtc>,
        pub database_bytes: Option<i64>,
        pub files: Option<i64>,
        pub file_bytes: Option<i64>,
        pub failure: Option<String>,
        pub proof_begun_at: Option<DateTimeUtc>,
        pub proven_at: Option<DateTimeUtc>,
        pub proven_rows: Option<i64>,
        pub refutation: Option<String>,
        pub removed_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod drill {
    //! The table `backup_drill`.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "backup_drill")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tier: String,
        pub at: DateTimeUtc,
        pub is_noticed: bool,
        pub found: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod lease {
    //! The table `lease`.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "lease")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub holder: Uuid,
        pub until: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod notice {
    //! The table `notice`.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "notice")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub told: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod restore {
    //! The table `restore`.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "restore")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub backup_run_id: Uuid,
        pub asked_by: Option<String>,
        pub asked_at: DateTimeUtc,
        pub reason: String,
        pub state: String,
        pub seen_at: DateTimeUtc,
        pub sealed_identity: Option<String>,
        pub safety_run_id: Option<Uuid>,
        pub finished_at: Option<DateTimeUtc>,
        pub failure: Option<String>,
        pub failure_details: Option<String>,
        pub purpose: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
