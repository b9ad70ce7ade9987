//! What a user chose for themselves: theme, columns and the like, by key.

use kernel::{Error, Locale, Result, UserId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, entity::prelude::*, sea_query::OnConflict};
use serde_json::{Map, Value};

use crate::{Ctx, text::holds_nul, user::entity as user};

/// The most bytes one user's preferences may take, as JSON.
const MAX_BYTES: usize = 16_384;

mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "user_preference")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: Uuid,
        pub prefs: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A change of the actor's own preferences.
#[derive(Debug, Clone, Default)]
pub struct PreferenceChange {
    /// The language of the interface.
    pub locale: Option<Locale>,
    /// Merged by key into what was there; null removes a key.
    pub entries: Map<String, Value>,
}

/// The actor's own preferences.
pub async fn preferences(ctx: &Ctx) -> Result<Map<String, Value>> {
    let id = ctx.actor().user_id().ok_or(Error::Unauthenticated)?;
    find(ctx.read(), id).await
}

async fn find<C: ConnectionTrait>(db: &C, id: UserId) -> Result<Map<String, Value>> {
    let found = row::Entity::find_by_id(id.uuid()).one(db).await.map_err(Error::internal)?;
    Ok(found.and_then(|row| row.prefs.as_object().cloned()).unwrap_or_default())
}

/// Changes the actor's own preferences. Not audited: it concerns nobody else and changes no data.
pub async fn change_preferences(ctx: &Ctx, change: PreferenceChange) -> Result<()> {
    let id = ctx.actor().user_id().ok_or(Error::Unauthenticated)?;
    if ctx.access().is_program() {
        return Err(Error::Forbidden);
    }
    ctx.write(async |tx| {
        // Read inside the transaction: two windows may change different keys at once.
        let prefs = merged(find(tx.connection(), id).await?, change.entries)?;
        if let Some(locale) = change.locale {
            user::Entity::update_many()
                .col_expr(user::Column::Locale, Expr::value(locale.code()))
                .filter(user::Column::Id.eq(id.uuid()))
                .exec(tx.connection())
                .await
                .map_err(Error::internal)?;
        }
        let row = row::ActiveModel { user_id: Set(id.uuid()), prefs: Set(prefs) };
        row::Entity::insert(row)
            .on_conflict(OnConflict::column(row::Column::UserId).update_column(row::Column::Prefs).to_owned())
            .exec_without_returning(tx.connection())
            .await
            .map_err(Error::internal)?;
        Ok(())
    })
    .await
}

/// The preferences after the change, as they are kept.
fn merged(mut prefs: Map<String, Value>, entries: Map<String, Value>) -> Result<Value> {
    for (key, value) in entries {
        if value.is_null() {
            prefs.remove(&key)
        } else {
            prefs.insert(key, value)
        };
    }
    let prefs = Value::Object(prefs);
    if prefs.to_string().len() > MAX_BYTES {
        return Err(Error::bad_request("preferences", "take more than 16 KiB"));
    }
    if holds_nul(&prefs) {
        return Err(Error::bad_request("preferences", "hold a NUL character"));
    }
    Ok(prefs)
}
