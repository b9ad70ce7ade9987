//! The accounts of an environment's own people, for those who look after them.

use kernel::{Cursor, Error, GroupId, Page, PageRequest, Result, Role, UserId};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, Select,
    sea_query::{Alias, Expr, Query},
};
use uuid::Uuid;

use super::{AccountKind, User, UserStatus, entity, get};
use crate::{Ctx, Permission, group::entity::member, text::fold};

const LIST: &str = "accounts";

/// Which accounts; all conditions that are given must hold.
#[derive(Debug, Clone, Default)]
pub struct AccountFilter {
    /// Words in the name, the username or the mail address; literal, case and accents ignored.
    pub search: Option<String>,
    /// Any of these.
    pub statuses: Option<Vec<UserStatus>>,
    /// Any of these.
    pub roles: Option<Vec<Role>>,
    /// In this group.
    pub group: Option<GroupId>,
    /// With or without a second factor in use.
    pub has_second_factor: Option<bool>,
}

/// Accounts by name. Of the environment's own people: who comes from outside has a grant.
pub async fn accounts(ctx: &Ctx, filter: &AccountFilter, page: &PageRequest) -> Result<Page<User>> {
    ctx.require(Permission::SeePeople)?;
    let mut found = matching(ctx, filter).await?;
    if let Some(after) = &page.after {
        let after: (String, Uuid) = after.decode(LIST)?;
        found.retain(|user| key(user) > after);
    }
    let limit = page.first as usize;
    let has_next = found.len() > limit;
    found.truncate(limit);
    let with_cursor = |user: User| Ok((Cursor::encode(LIST, &key(&user))?, user));
    Ok(Page { items: found.into_iter().map(with_cursor).collect::<Result<_>>()?, has_next })
}

/// How many accounts match.
pub async fn count_accounts(ctx: &Ctx, filter: &AccountFilter) -> Result<u64> {
    ctx.require(Permission::SeePeople)?;
    Ok(matching(ctx, filter).await?.len() as u64)
}

/// One account: one's own, or anybody's for those who see people.
pub async fn get_account(ctx: &Ctx, id: UserId) -> Result<User> {
    ctx.require(Permission::Enter)?;
    if ctx.actor().user_id() != Some(id) && !ctx.may(Permission::SeePeople) {
        return Err(Error::NotFound);
    }
    get(ctx, id).await
}

/// The order of the list: by name as people read it, the same on both engines.
fn key(user: &User) -> (String, Uuid) {
    (fold(&user.display_name), user.id.uuid())
}

/// All that match, in order. Sorted and searched here rather than in SQL: an environment has at most a
/// few thousand people, and the engines sort letters each in their own way.
async fn matching(ctx: &Ctx, filter: &AccountFilter) -> Result<Vec<User>> {
    let rows = select(filter).all(ctx.read()).await.map_err(Error::internal)?;
    let wanted = filter.search.as_deref().map(|text| fold(text.trim())).unwrap_or_default();
    let matches = rows.into_iter().filter(|row| {
        [&row.display_name, &row.username, &row.email].iter().any(|name| fold(name).contains(&wanted))
    });
    let mut users = matches.map(User::try_from).collect::<Result<Vec<_>>>()?;
    users.sort_by_cached_key(key);
    Ok(users)
}

fn select(filter: &AccountFilter) -> Select<entity::Entity> {
    let mut select = entity::Entity::find()
        .filter(entity::Column::Kind.eq(AccountKind::Member.as_str()))
        .order_by_asc(entity::Column::Id);
    if let Some(statuses) = &filter.statuses {
        select = select.filter(entity::Column::Status.is_in(statuses.iter().map(|status| status.as_str())));
    }
    if let Some(roles) = &filter.roles {
        select = select.filter(entity::Column::Role.is_in(roles.iter().map(|role| role.as_str())));
    }
    if let Some(group) = filter.group {
        let members = Query::select()
            .column(member::Column::UserId)
            .from(member::Entity)
            .and_where(member::Column::GroupId.eq(group.uuid()))
            .to_owned();
        select = select.filter(entity::Column::Id.in_subquery(members));
    }
    if let Some(is_wanted) = filter.has_second_factor {
        let have = users_with_second_factor();
        select = select.filter(if is_wanted {
            entity::Column::Id.in_subquery(have)
        } else {
            entity::Column::Id.not_in_subquery(have)
        });
    }
    select
}

/// Sign-in's own table, by name: it stands above the domain.
fn users_with_second_factor() -> sea_orm::sea_query::SelectStatement {
    Query::select()
        .column("user_id")
        .from("second_factor")
        .and_where(Expr::col(Alias::new("confirmed_at")).is_not_null())
        .to_owned()
}
