use std::collections::HashMap;

use kernel::{Cursor, Error, Page, PageRequest, Result, Role, UserError, UserId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, SqlErr,
};
use uuid::Uuid;

use super::{AccountKind, User, UserStatus, entity, rules::login_key};
use crate::{Ctx, WriteTx, text::fold};

const LIST: &str = "users";
/// Ids per SELECT: far under the 32,766 parameters a statement of `SQLite` may have.
const PER_STATEMENT: usize = 1_000;

impl TryFrom<entity::Model> for User {
    type Error = Error;

    fn try_from(row: entity::Model) -> Result<Self> {
        let corrupt =
            |what: &'static str| Error::internal(format!("app_user {} has no valid {what}", row.id));
        let status = match row.status.as_str() {
            "invited" => UserStatus::Invited,
            "active" => UserStatus::Active,
            "archived" => UserStatus::Archived,
            _ => return Err(corrupt("status")),
        };
        Ok(Self {
            id: UserId::from_uuid(row.id),
            role: row.role.parse().map_err(|()| corrupt("role"))?,
            locale: row.locale.parse().map_err(|()| corrupt("locale"))?,
            status,
            username: row.username,
            email: row.email,
            display_name: row.display_name,
            last_signed_in_at: row.last_signed_in_at,
            kind: row.kind.parse().map_err(|()| corrupt("kind"))?,
            access_ends_on: row.access_ends_on,
            created_at: row.created_at,
            archived_at: row.archived_at,
            invitation_sent_at: row.invitation_sent_at,
            version: row.version,
        })
    }
}

pub(super) async fn insert(tx: &WriteTx, user: &User) -> Result<()> {
    let row = entity::ActiveModel {
        id: Set(user.id.uuid()),
        username: Set(user.username.clone()),
        username_key: Set(login_key(&user.username)),
        email: Set(user.email.clone()),
        email_key: Set(login_key(&user.email)),
        display_name: Set(user.display_name.clone()),
        role: Set(user.role.as_str().to_owned()),
        locale: Set(user.locale.code().to_owned()),
        status: Set(user.status.as_str().to_owned()),
        created_at: Set(user.created_at),
        last_signed_in_at: Set(None),
        version: Set(1),
        kind: Set(user.kind.as_str().to_owned()),
        access_ends_on: Set(user.access_ends_on),
        archived_at: Set(None),
        invitation_sent_at: Set(None),
    };
    entity::Entity::insert(row).exec_without_returning(tx.connection()).await.map(drop).map_err(taken)
}

fn taken(error: DbErr) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(what)) => {
            let field = if what.contains("email") { "email" } else { "username" };
            UserError::at("ALREADY_TAKEN", &[field]).into()
        }
        _ => Error::internal(error),
    }
}

/// Overwrites an account whose version is still `expected`; false when another was first.
pub(super) async fn save(tx: &WriteTx, user: &User, expected: i32) -> Result<bool> {
    let update = entity::Entity::update_many()
        .col_expr(entity::Column::Username, Expr::value(user.username.clone()))
        .col_expr(entity::Column::UsernameKey, Expr::value(login_key(&user.username)))
        .col_expr(entity::Column::Email, Expr::value(user.email.clone()))
        .col_expr(entity::Column::EmailKey, Expr::value(login_key(&user.email)))
        .col_expr(entity::Column::DisplayName, Expr::value(user.display_name.clone()))
        .col_expr(entity::Column::Role, Expr::value(user.role.as_str()))
        .col_expr(entity::Column::Locale, Expr::value(user.locale.code()))
        .col_expr(entity::Column::Status, Expr::value(user.status.as_str()))
        .col_expr(entity::Column::AccessEndsOn, Expr::value(user.access_ends_on))
        .col_expr(entity::Column::ArchivedAt, Expr::value(user.archived_at))
        .col_expr(entity::Column::InvitationSentAt, Expr::value(user.invitation_sent_at))
        .col_expr(entity::Column::Version, Expr::value(user.version))
        .filter(entity::Column::Id.eq(user.id.uuid()))
        .filter(entity::Column::Version.eq(expected))
        .exec(tx.connection())
        .await
        .map_err(taken)?;
    Ok(update.rows_affected == 1)
}

/// How many others than this one are administrators without an end date.
pub(super) async fn count_other_administrators(tx: &WriteTx, than: UserId) -> Result<u64> {
    entity::Entity::find()
        .filter(entity::Column::Id.ne(than.uuid()))
        .filter(entity::Column::Role.eq(Role::Administrator.as_str()))
        .filter(entity::Column::Kind.eq(AccountKind::Member.as_str()))
        .filter(entity::Column::Status.eq(UserStatus::Active.as_str()))
        .filter(entity::Column::AccessEndsOn.is_null())
        .count(tx.connection())
        .await
        .map_err(Error::internal)
}

pub(super) async fn find_by_key<C: ConnectionTrait>(db: &C, key: &str) -> Result<Option<User>> {
    let either =
        Condition::any().add(entity::Column::UsernameKey.eq(key)).add(entity::Column::EmailKey.eq(key));
    let row = entity::Entity::find().filter(either).one(db).await.map_err(Error::internal)?;
    row.map(User::try_from).transpose()
}

pub(super) async fn find_many<C: ConnectionTrait>(db: &C, ids: &[UserId]) -> Result<HashMap<UserId, User>> {
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(PER_STATEMENT) {
        let query = entity::Entity::find().filter(entity::Column::Id.is_in(chunk.iter().map(|id| id.uuid())));
        for row in query.all(db).await.map_err(Error::internal)? {
            let user = User::try_from(row)?;
            found.insert(user.id, user);
        }
    }
    Ok(found)
}

/// By name as people read it. Folded and sorted here rather than in SQL: by their bytes Émile would come
/// behind Zoë, and an environment has at most a few thousand people.
pub(super) async fn list(ctx: &Ctx, search: Option<&str>, page: &PageRequest) -> Result<Page<User>> {
    let rows = entity::Entity::find()
        .filter(entity::Column::Status.ne(UserStatus::Archived.as_str()))
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    let after: Option<(String, Uuid)> = page.after.as_ref().map(|after| after.decode(LIST)).transpose()?;
    let wanted = search.map(fold).filter(|text| !text.is_empty());
    let is_wanted = |name: &str, row: &entity::Model| {
        wanted.as_ref().is_none_or(|text| name.contains(text) || fold(&row.username).contains(text))
    };
    let named = rows.into_iter().map(|row| ((fold(&row.display_name), row.id), row));
    let mut found: Vec<_> = named
        .filter(|(key, row)| after.as_ref().is_none_or(|after| key > after) && is_wanted(&key.0, row))
        .collect();
    found.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    let limit = page.first as usize;
    let has_next = found.len() > limit;
    let items = found
        .into_iter()
        .take(limit)
        .map(|(key, row)| Ok((Cursor::encode(LIST, &key)?, User::try_from(row)?)));
    Ok(Page { items: items.collect::<Result<_>>()?, has_next })
}

pub(super) async fn all(ctx: &Ctx) -> Result<Vec<User>> {
    let rows = entity::Entity::find()
        .order_by_asc(entity::Column::DisplayName)
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    rows.into_iter().map(User::try_from).collect()
}
