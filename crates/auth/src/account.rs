//! What sign-in needs of a user's row, beside what the domain tells.

use domain::{
    Access, Ctx, WriteTx,
    user::{self, User, UserStatus},
};
use kernel::{Actor, Error, Instant, Locale, Result, Role, UserId};
use sea_orm::entity::prelude::*;
use tenancy::database_error;

/// The columns that decide over a session.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "app_user")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub role: String,
    pub locale: String,
    pub status: String,
    pub last_signed_in_at: Option<DateTimeUtc>,
    pub kind: String,
    pub access_ends_on: Option<Date>,
}

impl Model {
    /// Whether the account may be used at all now.
    pub(crate) fn is_open(&self, now: Instant) -> bool {
        self.status == UserStatus::Active.as_str()
            && self.access_ends_on.is_none_or(|last| kernel::dutch_day(now) <= last)
    }

    /// The role at this moment.
    pub(crate) fn role(&self) -> Result<Role> {
        self.role.parse().map_err(|()| self.corrupt("role"))
    }

    /// The language.
    pub(crate) fn locale(&self) -> Result<Locale> {
        self.locale.parse().map_err(|()| self.corrupt("locale"))
    }

    /// What the account has beside its role, whatever it came with; `None` when that is no access at all.
    pub(crate) async fn access(&self, ctx: &Ctx) -> Result<Option<Access>> {
        let kind = self.kind.parse().map_err(|()| self.corrupt("kind"))?;
        domain::beside_role(ctx, UserId::from_uuid(self.id), kind).await
    }

    fn corrupt(&self, column: &'static str) -> Error {
        Error::internal(format!("app_user {} has no valid {column}", self.id))
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The user, asked for by the product itself: nobody is signed in yet.
pub(crate) async fn get(ctx: &Ctx, id: UserId) -> Result<User> {
    user::get(&ctx.acting_as(Actor::System, ctx.locale()), id).await
}

/// The user, if they may sign in.
pub(crate) async fn get_active(ctx: &Ctx, id: UserId) -> Result<User> {
    match get(ctx, id).await {
        Ok(user) if user.may_sign_in(ctx.now()) => Ok(user),
        Ok(_) | Err(Error::NotFound) => Err(Error::Unauthenticated),
        Err(error) => Err(error),
    }
}

/// Notes that the user has just signed in.
pub(crate) async fn mark_signed_in(ctx: &Ctx, tx: &WriteTx, id: UserId) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::LastSignedInAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(id.uuid()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}
