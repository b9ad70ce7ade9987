use std::collections::HashMap;

use kernel::{Error, GroupId, Result, UserError, UserId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, SqlErr,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{Group, entity, entity::member};
use crate::{
    Ctx, WriteTx,
    text::fold,
    user::{UserStatus, entity as user},
};

impl From<entity::Model> for Group {
    fn from(row: entity::Model) -> Self {
        Self {
            id: GroupId::from_uuid(row.id),
            name: row.name,
            description: row.description,
            version: row.version,
        }
    }
}

/// All groups by name, as many as there may be.
pub(super) async fn list(ctx: &Ctx) -> Result<Vec<Group>> {
    let query = entity::Entity::find().order_by_asc(entity::Column::NameKey);
    let rows = query.all(ctx.read()).await.map_err(Error::internal)?;
    Ok(rows.into_iter().map(Group::from).collect())
}

pub(super) async fn find_many<C: ConnectionTrait>(
    db: &C,
    ids: &[GroupId],
) -> Result<HashMap<GroupId, Group>> {
    let query = entity::Entity::find().filter(entity::Column::Id.is_in(ids.iter().map(|id| id.uuid())));
    let rows = query.all(db).await.map_err(Error::internal)?;
    Ok(rows.into_iter().map(Group::from).map(|group| (group.id, group)).collect())
}

pub(super) async fn count(tx: &WriteTx) -> Result<u64> {
    entity::Entity::find().count(tx.connection()).await.map_err(Error::internal)
}

pub(super) async fn insert(ctx: &Ctx, tx: &WriteTx, group: &Group) -> Result<()> {
    let row = entity::ActiveModel {
        id: Set(group.id.uuid()),
        name: Set(group.name.clone()),
        name_key: Set(fold(&group.name)),
        description: Set(group.description.clone()),
        created_at: Set(ctx.now()),
        version: Set(group.version),
    };
    let inserted = entity::Entity::insert(row).exec_without_returning(tx.connection()).await;
    inserted.map(drop).map_err(taken)
}

/// Overwrites a group whose version is still `expected`; false when another was first.
pub(super) async fn save(tx: &WriteTx, group: &Group, expected: i32) -> Result<bool> {
    let update = entity::Entity::update_many()
        .col_expr(entity::Column::Name, Expr::value(group.name.clone()))
        .col_expr(entity::Column::NameKey, Expr::value(fold(&group.name)))
        .col_expr(entity::Column::Description, Expr::value(group.description.clone()))
        .col_expr(entity::Column::Version, Expr::value(group.version))
        .filter(entity::Column::Id.eq(group.id.uuid()))
        .filter(entity::Column::Version.eq(expected))
        .exec(tx.connection())
        .await
        .map_err(taken)?;
    Ok(update.rows_affected == 1)
}

/// Deletes a group, and with it who is in it, if its version is still `expected`.
pub(super) async fn delete(tx: &WriteTx, id: GroupId, expected: i32) -> Result<bool> {
    let deleted = entity::Entity::delete_many()
        .filter(entity::Column::Id.eq(id.uuid()))
        .filter(entity::Column::Version.eq(expected))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(deleted.rows_affected == 1)
}

fn taken(error: sea_orm::DbErr) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => UserError::at("ALREADY_TAKEN", &["name"]).into(),
        _ => Error::internal(error),
    }
}

/// Who is in which of these groups, without archived people.
pub(super) async fn members<C: ConnectionTrait>(
    db: &C,
    groups: &[GroupId],
) -> Result<HashMap<GroupId, Vec<UserId>>> {
    let mut select = member::Entity::find()
        .select_only()
        .columns([member::Column::GroupId, member::Column::UserId])
        .filter(member::Column::GroupId.is_in(groups.iter().map(|id| id.uuid())))
        .filter(user::Column::Status.ne(UserStatus::Archived.as_str()))
        .order_by_asc(user::Column::DisplayName)
        .order_by_asc(user::Column::Id);
    let same = Expr::col((member::Entity, member::Column::UserId)).equals((user::Entity, user::Column::Id));
    QueryTrait::query(&mut select).join(JoinType::InnerJoin, user::Entity, same);
    let rows: Vec<(Uuid, Uuid)> = select.into_tuple().all(db).await.map_err(Error::internal)?;
    let mut found: HashMap<GroupId, Vec<UserId>> = HashMap::new();
    for (group, user) in rows {
        found.entry(GroupId::from_uuid(group)).or_default().push(UserId::from_uuid(user));
    }
    Ok(found)
}

type Row = (Uuid, Uuid, String, String, i32);

/// The groups of several people, by name.
pub(super) async fn of_users<C: ConnectionTrait>(
    db: &C,
    users: &[UserId],
) -> Result<HashMap<UserId, Vec<Group>>> {
    let mut select = member::Entity::find()
        .select_only()
        .column(member::Column::UserId)
        .columns([
            entity::Column::Id,
            entity::Column::Name,
            entity::Column::Description,
            entity::Column::Version,
        ])
        .filter(member::Column::UserId.is_in(users.iter().map(|id| id.uuid())))
        .order_by_asc(entity::Column::NameKey);
    let same =
        Expr::col((member::Entity, member::Column::GroupId)).equals((entity::Entity, entity::Column::Id));
    QueryTrait::query(&mut select).join(JoinType::InnerJoin, entity::Entity, same);
    let rows: Vec<Row> = select.into_tuple().all(db).await.map_err(Error::internal)?;
    let mut found: HashMap<UserId, Vec<Group>> = HashMap::new();
    for (user, id, name, description, version) in rows {
        let group = Group { id: GroupId::from_uuid(id), name, description, version };
        found.entry(UserId::from_uuid(user)).or_default().push(group);
    }
    Ok(found)
}

/// The ids of one person's groups.
pub(super) async fn ids_of_user<C: ConnectionTrait>(db: &C, user: UserId) -> Result<Vec<GroupId>> {
    let rows: Vec<Uuid> = member::Entity::find()
        .select_only()
        .column(member::Column::GroupId)
        .filter(member::Column::UserId.eq(user.uuid()))
        .order_by_asc(member::Column::GroupId)
        .into_tuple()
        .all(db)
        .await
        .map_err(Error::internal)?;
    Ok(rows.into_iter().map(GroupId::from_uuid).collect())
}

/// Puts people in groups, and takes people out of them.
pub(super) async fn enrol(tx: &WriteTx, pairs: &[(GroupId, UserId)]) -> Result<()> {
    for chunk in pairs.chunks(1_000) {
        let rows = chunk.iter().map(|(group, user)| member::ActiveModel {
            group_id: Set(group.uuid()),
            user_id: Set(user.uuid()),
        });
        member::Entity::insert_many(rows)
            .exec_without_returning(tx.connection())
            .await
            .map_err(Error::internal)?;
    }
    Ok(())
}

/// Takes people out of a group.
pub(super) async fn dismiss(tx: &WriteTx, group: GroupId, users: &[UserId]) -> Result<()> {
    member::Entity::delete_many()
        .filter(member::Column::GroupId.eq(group.uuid()))
        .filter(member::Column::UserId.is_in(users.iter().map(|id| id.uuid())))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}
