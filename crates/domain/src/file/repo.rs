use std::collections::HashSet;

use kernel::{Error, FileRevisionId, FormId, Instant, RecordId, Result, UserId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use uuid::Uuid;

use super::{
    FileRevision,
    entity::{self, link, revision},
};
use crate::{Ctx, WriteTx, record::entity as record};

/// Rows per INSERT and ids per SELECT.
const PER_STATEMENT: usize = 1_000;

impl From<revision::Model> for FileRevision {
    fn from(row: revision::Model) -> Self {
        Self {
            id: FileRevisionId::from_uuid(row.id),
            number: row.number,
            file_name: row.file_name,
            media_type: row.media_type,
            byte_size: row.byte_size,
            sha256: row.sha256,
            uploaded_at: row.uploaded_at,
            uploaded_by: UserId::from_uuid(row.uploaded_by),
        }
    }
}

/// Writes a file with its first revision.
pub(super) async fn insert(tx: &WriteTx, id: Uuid, first: &FileRevision) -> Result<()> {
    let file = entity::ActiveModel {
        id: Set(id),
        name: Set(first.file_name.clone()),
        created_at: Set(first.uploaded_at),
        created_by: Set(first.uploaded_by.uuid()),
    };
    let row = revision::ActiveModel {
        id: Set(first.id.uuid()),
        file_id: Set(id),
        number: Set(first.number),
        file_name: Set(first.file_name.clone()),
        media_type: Set(first.media_type.clone()),
        byte_size: Set(first.byte_size),
        sha256: Set(first.sha256.clone()),
        uploaded_at: Set(first.uploaded_at),
        uploaded_by: Set(first.uploaded_by.uuid()),
    };
    entity::Entity::insert(file).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    revision::Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

pub(super) async fn find_many(ctx: &Ctx, ids: &[FileRevisionId]) -> Result<Vec<FileRevision>> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(PER_STATEMENT) {
        let rows = revision::Entity::find()
            .filter(revision::Column::Id.is_in(chunk.iter().map(|id| id.uuid())))
            .all(ctx.read())
            .await
            .map_err(Error::internal)?;
        found.extend(rows.into_iter().map(FileRevision::from));
    }
    Ok(found)
}

/// Every revision, by content and then by age.
pub(super) async fn all(ctx: &Ctx) -> Result<Vec<FileRevision>> {
    let rows = revision::Entity::find()
        .order_by_asc(revision::Column::Sha256)
        .order_by_asc(revision::Column::Id)
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    Ok(rows.into_iter().map(FileRevision::from).collect())
}

/// Every revision that a record holds or held, with form and number of the record.
pub(super) async fn all_holders(ctx: &Ctx) -> Result<Vec<(FileRevisionId, FormId, i64)>> {
    let mut select = link::Entity::find()
        .select_only()
        .column(link::Column::RevisionId)
        .column_as(Expr::col((record::Entity, record::Column::FormId)), "form_id")
        .column_as(Expr::col((record::Entity, record::Column::Number)), "number")
        .order_by_asc(link::Column::RevisionId)
        .order_by_asc(link::Column::RecordId);
    let same = Expr::col((record::Entity, record::Column::Id)).equals((link::Entity, link::Column::RecordId));
    QueryTrait::query(&mut select).join(JoinType::InnerJoin, record::Entity, same);
    let rows: Vec<(Uuid, Uuid, i64)> = select.into_tuple().all(ctx.read()).await.map_err(Error::internal)?;
    let typed =
        |(revision, form, number)| (FileRevisionId::from_uuid(revision), FormId::from_uuid(form), number);
    Ok(rows.into_iter().map(typed).collect())
}

/// The records that hold or held some revisions, revision first.
pub(super) async fn holders(ctx: &Ctx, ids: &[FileRevisionId]) -> Result<Vec<(FileRevisionId, RecordId)>> {
    let rows: Vec<(Uuid, Uuid)> = link::Entity::find()
        .select_only()
        .columns([link::Column::RevisionId, link::Column::RecordId])
        .filter(link::Column::RevisionId.is_in(ids.iter().map(|id| id.uuid())))
        .limit(10_000)
        .into_tuple()
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    let typed = |(revision, record)| (FileRevisionId::from_uuid(revision), RecordId::from_uuid(record));
    Ok(rows.into_iter().map(typed).collect())
}

/// Notes which records hold which revisions; what was noted before stays.
pub(super) async fn link(tx: &WriteTx, pairs: &[(RecordId, FileRevisionId)]) -> Result<()> {
    for chunk in pairs.chunks(PER_STATEMENT) {
        let rows = chunk.iter().map(|(record, revision)| link::ActiveModel {
            record_id: Set(record.uuid()),
            revision_id: Set(revision.uuid()),
        });
        let once =
            OnConflict::columns([link::Column::RecordId, link::Column::RevisionId]).do_nothing().to_owned();
        link::Entity::insert_many(rows)
            .on_conflict(once)
            .exec_without_returning(tx.connection())
            .await
            .map_err(Error::internal)?;
    }
    Ok(())
}

/// Which revisions some records hold or held.
pub(super) async fn links(ctx: &Ctx, records: &[RecordId]) -> Result<Vec<(RecordId, FileRevisionId)>> {
    let rows: Vec<(Uuid, Uuid)> = link::Entity::find()
        .select_only()
        .columns([link::Column::RecordId, link::Column::RevisionId])
        .filter(link::Column::RecordId.is_in(records.iter().map(|id| id.uuid())))
        .into_tuple()
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    let typed = |(record, revision)| (RecordId::from_uuid(record), FileRevisionId::from_uuid(revision));
    Ok(rows.into_iter().map(typed).collect())
}

/// The rows of some revisions, behind those of their files.
pub(super) async fn with_files(
    ctx: &Ctx,
    ids: &[FileRevisionId],
) -> Result<(Vec<entity::Model>, Vec<revision::Model>)> {
    let (mut files, mut revisions) = (Vec::new(), Vec::new());
    for chunk in ids.chunks(PER_STATEMENT) {
        let found = revision::Entity::find()
            .filter(revision::Column::Id.is_in(chunk.iter().map(|id| id.uuid())))
            .all(ctx.read())
            .await
            .map_err(Error::internal)?;
        let of = entity::Entity::find()
            .filter(entity::Column::Id.is_in(found.iter().map(|revision| revision.file_id)))
            .all(ctx.read())
            .await
            .map_err(Error::internal)?;
        revisions.extend(found);
        files.extend(of);
    }
    Ok((files, revisions))
}

/// Writes rows of a copy that are not here.
pub(super) async fn take_in(
    tx: &WriteTx,
    (files, revisions): (&[entity::Model], &[revision::Model]),
) -> Result<()> {
    for chunk in files.chunks(PER_STATEMENT) {
        let rows = chunk.iter().map(|row| row.clone().into_active_model());
        let once = OnConflict::column(entity::Column::Id).do_nothing().to_owned();
        let insert = entity::Entity::insert_many(rows).on_conflict(once);
        insert.exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    }
    for chunk in revisions.chunks(PER_STATEMENT) {
        let rows = chunk.iter().map(|row| row.clone().into_active_model());
        let once = OnConflict::column(revision::Column::Id).do_nothing().to_owned();
        let insert = revision::Entity::insert_many(rows).on_conflict(once);
        insert.exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    }
    Ok(())
}

/// The SHA-256 of those contents that some file has.
pub(super) async fn known_contents(ctx: &Ctx, contents: &[super::Content]) -> Result<HashSet<String>> {
    let mut known = HashSet::new();
    for chunk in contents.chunks(PER_STATEMENT) {
        let found: Vec<String> = revision::Entity::find()
            .select_only()
            .column(revision::Column::Sha256)
            .filter(revision::Column::Sha256.is_in(chunk.iter().map(|content| content.sha256.to_string())))
            .into_tuple()
            .all(ctx.read())
            .await
            .map_err(Error::internal)?;
        known.extend(found);
    }
    Ok(known)
}

/// Revisions sent before a moment that no record ever held.
pub(super) async fn unheld(ctx: &Ctx, before: Instant, limit: u64) -> Result<Vec<FileRevision>> {
    let held = link::Entity::find().select_only().column(link::Column::RevisionId);
    let rows = revision::Entity::find()
        .filter(revision::Column::UploadedAt.lt(before))
        .filter(revision::Column::Id.not_in_subquery(QueryTrait::into_query(held)))
        .limit(limit)
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    Ok(rows.into_iter().map(FileRevision::from).collect())
}

/// Takes revisions out, with their files, and tells which of their contents nothing else has.
pub(super) async fn delete(tx: &WriteTx, gone: &[FileRevision]) -> Result<Vec<String>> {
    let ids: Vec<Uuid> = gone.iter().map(|revision| revision.id.uuid()).collect();
    let files: Vec<Uuid> = revision::Entity::find()
        .select_only()
        .column(revision::Column::FileId)
        .filter(revision::Column::Id.is_in(ids.clone()))
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(Error::internal)?;
    let rows = revision::Entity::delete_many().filter(revision::Column::Id.is_in(ids));
    rows.exec(tx.connection()).await.map_err(Error::internal)?;
    let rows = entity::Entity::delete_many().filter(entity::Column::Id.is_in(files));
    rows.exec(tx.connection()).await.map_err(Error::internal)?;
    let left = contents(tx.connection(), gone).await?;
    Ok(gone.iter().map(|revision| revision.sha256.clone()).filter(|sha256| !left.contains(sha256)).collect())
}

async fn contents<C: ConnectionTrait>(db: &C, of: &[FileRevision]) -> Result<Vec<String>> {
    revision::Entity::find()
        .select_only()
        .column(revision::Column::Sha256)
        .filter(revision::Column::Sha256.is_in(of.iter().map(|revision| &revision.sha256)))
        .into_tuple()
        .all(db)
        .await
        .map_err(Error::internal)
}
