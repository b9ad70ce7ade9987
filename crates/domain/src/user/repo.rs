use std::collections::HashMap;

use kernel::{Cursor, Error, Page, PageRequest, Result, UserError, UserId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, SqlErr,
};
use uuid::Uuid;

use super::{User, UserStatus, entity, rules::login_key};
use crate::{Ctx, WriteTx, text::fold};

const LIST: &str = "users";

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
    match entity::Entity::insert(row).exec_without_returning(tx.connection()).await {
        Ok(_) => Ok(()),
        Err(error) => match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(what)) => {
                let field = if what.contains("email") { "email" } else { "username" };
                Err(UserError::at("ALREADY_TAKEN", &[field]).into())
            }
            _ => Err(Error::internal(error)),
        },
    }
}

pub(super) async fn find_by_key(ctx: &Ctx, key: &str) -> Result<Option<User>> {
    let either =
        Condition::any().add(entity::Column::UsernameKey.eq(key)).add(entity::Column::EmailKey.eq(key));
    let row = entity::Entity::find().filter(either).one(ctx.read()).await.map_err(Error::internal)?;
    row.map(User::try_from).transpose()
}

pub(super) async fn find_many(ctx: &Ctx, ids: &[UserId]) -> Result<HashMap<UserId, User>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let rows = entity::Entity::find()
        .filter(entity::Column::Id.is_in(ids))
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    rows.into_iter().map(|row| User::try_from(row).map(|user| (user.id, user))).collect()
}

pub(super) async fn list(ctx: &Ctx, search: Option<&str>, page: &PageRequest) -> Result<Page<User>> {
    let mut query = entity::Entity::find()
        .filter(entity::Column::Status.ne(UserStatus::Archived.as_str()))
        .order_by_asc(entity::Column::DisplayName)
        .order_by_asc(entity::Column::Id);
    if let Some(after) = &page.after {
        let (name, id): (String, Uuid) = after.decode(LIST)?;
        let key = Expr::tuple([Expr::col(entity::Column::DisplayName), Expr::col(entity::Column::Id)]);
        query = query.filter(key.gt(Expr::tuple([Expr::value(name), Expr::value(id)])));
    }
    // Folding happens here rather than in SQL: an environment has at most a few thousand people.
    let wanted = search.map(fold).filter(|text| !text.is_empty());
    if wanted.is_none() {
        query = query.limit(u64::from(page.first) + 1);
    }
    let rows = query.all(ctx.read()).await.map_err(Error::internal)?;
    let limit = page.first as usize;
    let matches = rows.into_iter().filter(|row| {
        wanted.as_ref().is_none_or(|text| {
            [&row.display_name, &row.username].iter().any(|name| fold(name).contains(text))
        })
    });
    let mut users = matches.take(limit + 1).map(User::try_from).collect::<Result<Vec<_>>>()?;
    let has_next = users.len() > limit;
    users.truncate(limit);
    let with_cursor = |user: User| Ok((Cursor::encode(LIST, &(&user.display_name, user.id.uuid()))?, user));
    Ok(Page { items: users.into_iter().map(with_cursor).collect::<Result<_>>()?, has_next })
}

pub(super) async fn all(ctx: &Ctx) -> Result<Vec<User>> {
    let rows = entity::Entity::find()
        .order_by_asc(entity::Column::DisplayName)
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    rows.into_iter().map(User::try_from).collect()
}
