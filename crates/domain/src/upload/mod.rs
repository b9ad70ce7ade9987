//! Workbooks waiting to be imported. The row says whose they are; the bytes are a blob of the
//! environment with the id as its name.

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "upload")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub file_name: String,
        pub byte_size: i64,
        pub created_by: Uuid,
        pub created_at: DateTimeUtc,
        pub expires_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use kernel::{Error, Instant, Result, UploadId, UserId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::{
    Ctx, Permission,
    audit::{self, AuditEntry},
};

/// How long an upload is kept, in hours.
const LIFETIME_HOURS: i64 = 24;

/// A workbook waiting to be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Which; also the name of its blob.
    pub id: UploadId,
    /// The name it had on the user's machine.
    pub file_name: String,
    /// Its size.
    pub byte_size: i64,
    /// From then on it is gone.
    pub expires_at: Instant,
}

impl Upload {
    /// The name of its blob.
    #[must_use]
    pub fn blob_name(&self) -> String {
        format!("uploads/{}", self.id)
    }
}

/// Notes an upload. Write its blob first: a row without bytes would be a lie.
pub async fn create(ctx: &Ctx, upload: Upload) -> Result<Upload> {
    ctx.require(Permission::Import)?;
    let user = uploader(ctx)?;
    let row = entity::ActiveModel {
        id: Set(upload.id.uuid()),
        file_name: Set(upload.file_name.clone()),
        byte_size: Set(upload.byte_size),
        created_by: Set(user.uuid()),
        created_at: Set(ctx.now()),
        expires_at: Set(upload.expires_at),
    };
    ctx.write(async |tx| {
        entity::Entity::insert(row.clone())
            .exec_without_returning(tx.connection())
            .await
            .map_err(Error::internal)?;
        let details = serde_json::json!({"fileName": upload.file_name, "bytes": upload.byte_size});
        audit::record(ctx, tx, AuditEntry::about("upload.created", upload.id).with(details)).await
    })
    .await?;
    Ok(upload)
}

/// A new upload of the actor's, not yet noted.
pub fn begin(ctx: &Ctx, file_name: &str, byte_size: i64) -> Result<Upload> {
    ctx.require(Permission::Import)?;
    uploader(ctx)?;
    let name: String = file_name.chars().filter(|c| !c.is_control()).take(200).collect();
    Ok(Upload {
        id: UploadId::generate(ctx.clock(), ctx.random()),
        file_name: name,
        byte_size,
        expires_at: ctx.now() + chrono::Duration::hours(LIFETIME_HOURS),
    })
}

/// The actor's own upload with this id; not found when it is another's or gone.
pub async fn get(ctx: &Ctx, id: UploadId) -> Result<Upload> {
    ctx.require(Permission::Import)?;
    let user = uploader(ctx)?;
    let row = entity::Entity::find_by_id(id.uuid())
        .filter(entity::Column::CreatedBy.eq(user.uuid()))
        .filter(entity::Column::ExpiresAt.gt(ctx.now()))
        .one(ctx.read())
        .await
        .map_err(Error::internal)?;
    let row = row.ok_or(Error::NotFound)?;
    Ok(Upload { id, file_name: row.file_name, byte_size: row.byte_size, expires_at: row.expires_at })
}

/// Forgets expired uploads, at most a hundred, and names their blobs so that they can be deleted.
pub async fn forget_expired(ctx: &Ctx) -> Result<Vec<String>> {
    if ctx.actor() != kernel::Actor::System {
        return Err(Error::Forbidden);
    }
    let rows = entity::Entity::find()
        .filter(entity::Column::ExpiresAt.lte(ctx.now()))
        .limit(100)
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    ctx.write(async |tx| {
        let ids = rows.iter().map(|row| row.id);
        let gone = entity::Entity::delete_many().filter(entity::Column::Id.is_in(ids));
        gone.exec(tx.connection()).await.map_err(Error::internal)?;
        Ok(())
    })
    .await?;
    Ok(rows.iter().map(|row| format!("uploads/{}", UploadId::from_uuid(row.id))).collect())
}

fn uploader(ctx: &Ctx) -> Result<UserId> {
    ctx.actor().user_id().ok_or(Error::Unauthenticated)
}
