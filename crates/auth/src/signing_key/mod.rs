//! The keys that tickets and sessions are signed with: numbered, one that signs and those before it that
//! are still believed.
//!
//! A key is derived from the master key, the environment and its number; what the database keeps is which
//! numbers there are. An environment whose key was never changed has no row, and number 1.

mod entity;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::Duration;
use domain::{
    Ctx,
    audit::{self, AuditEntry},
};
use kernel::{Instant, Result, TenantId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, QueryOrder, entity::prelude::*};
use serde_json::json;
use tenancy::database_error;

use crate::{
    ABSOLUTE_LIFETIME, Auth, SecretText,
    auth::require_system,
    token::{self, Claims, Purpose, TokenError, TokenKey},
};

/// The number of an environment's first key.
const FIRST: i32 = 1;
/// How long what was read of the keys is gone by. Another server may sign with the old key for so long.
const MEMORY: Duration = Duration::seconds(5);
/// A key that no longer signs is believed this much longer than the longest session: another server may
/// have signed with it for [`MEMORY`] yet.
const SLACK: Duration = Duration::minutes(1);

/// One environment's keys, as of some moment.
#[derive(Debug, Clone)]
struct KeyRing {
    read_at: Instant,
    /// Numbers and when they end, the newest first.
    keys: Vec<(i32, Option<Instant>)>,
}

impl KeyRing {
    /// The number of the key that signs.
    fn newest(&self) -> i32 {
        self.keys.first().map_or(FIRST, |(number, _)| *number)
    }

    fn is_good(&self, number: i32, now: Instant) -> bool {
        let found = self.keys.iter().find(|(known, _)| *known == number);
        found.is_some_and(|(_, retires_at)| retires_at.is_none_or(|retires_at| now < retires_at))
    }
}

/// What this server has read of the environments' keys.
#[derive(Debug, Clone, Default)]
pub(crate) struct KeyRings(Arc<Mutex<HashMap<TenantId, Arc<KeyRing>>>>);

impl KeyRings {
    fn find(&self, tenant: TenantId) -> Option<Arc<KeyRing>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&tenant).cloned()
    }

    fn keep(&self, tenant: TenantId, ring: Arc<KeyRing>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(tenant, ring);
    }

    fn forget(&self, tenant: TenantId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&tenant);
    }
}

impl Auth {
    /// What a ticket or session says, if it is ours, of this environment, for this purpose, valid now, and
    /// signed with a key that is not retired.
    pub(crate) async fn read_token(&self, ctx: &Ctx, token: &SecretText, purpose: Purpose) -> Result<Claims> {
        let number = token::key_number(token)?;
        let mut ring = self.key_ring(ctx).await?;
        if number > ring.newest() {
            // Another server has changed the key since we looked.
            ring = self.read_key_ring(ctx).await?;
        }
        if !ring.is_good(number, ctx.now()) {
            return Err(TokenError::Key.into());
        }
        numbered_key(ctx, number).read(token, purpose, ctx.now())
    }

    /// The key that signs now.
    pub(crate) async fn signing_key(&self, ctx: &Ctx) -> Result<TokenKey> {
        let ring = self.key_ring(ctx).await?;
        Ok(numbered_key(ctx, ring.newest()))
    }

    /// Signs with a new key from now on, and tells its number. What the old one signed stays good until its
    /// own end. System only.
    pub async fn rotate_signing_key(&self, ctx: &Ctx) -> Result<i32> {
        require_system(ctx)?;
        let number = ctx
            .write(async |tx| {
                let number = read(tx.connection(), ctx.now()).await?.newest();
                retire(ctx, tx.connection(), number).await?;
                insert(ctx, tx.connection(), (number + 1, None)).await?;
                let entry = AuditEntry::about("signing_key.rotated", ctx.tenant_id());
                audit::record(ctx, tx, entry.with(json!({ "number": number + 1 }))).await?;
                Ok(number + 1)
            })
            .await?;
        self.key_rings.forget(ctx.tenant_id());
        Ok(number)
    }

    async fn key_ring(&self, ctx: &Ctx) -> Result<Arc<KeyRing>> {
        match self.key_rings.find(ctx.tenant_id()) {
            Some(ring) if ctx.now() < ring.read_at + MEMORY => Ok(ring),
            _ => self.read_key_ring(ctx).await,
        }
    }

    async fn read_key_ring(&self, ctx: &Ctx) -> Result<Arc<KeyRing>> {
        let ring = Arc::new(read(ctx.read(), ctx.now()).await?);
        self.key_rings.keep(ctx.tenant_id(), Arc::clone(&ring));
        Ok(ring)
    }
}

fn numbered_key(ctx: &Ctx, number: i32) -> TokenKey {
    TokenKey::new(ctx.tenant_id(), number, &ctx.numbered_key("token", number))
}

async fn read(connection: &impl ConnectionTrait, now: Instant) -> Result<KeyRing> {
    let rows = entity::Entity::find()
        .order_by_desc(entity::Column::Number)
        .all(connection)
        .await
        .map_err(database_error)?;
    let mut keys: Vec<_> = rows.into_iter().map(|row| (row.number, row.retires_at)).collect();
    if keys.is_empty() {
        keys.push((FIRST, None));
    }
    Ok(KeyRing { read_at: now, keys })
}

/// Has the key sign no more, and forgets those that are not believed any longer.
async fn retire(ctx: &Ctx, connection: &impl ConnectionTrait, number: i32) -> Result<()> {
    entity::Entity::delete_many()
        .filter(entity::Column::RetiresAt.lte(ctx.now()))
        .exec(connection)
        .await
        .map_err(database_error)?;
    let retires_at = ctx.now() + ABSOLUTE_LIFETIME + SLACK;
    let result = entity::Entity::update_many()
        .col_expr(entity::Column::RetiresAt, Expr::value(retires_at))
        .filter(entity::Column::Number.eq(number))
        .exec(connection)
        .await
        .map_err(database_error)?;
    if result.rows_affected == 0 {
        // The first key, which has no row as long as it is the only one.
        insert(ctx, connection, (number, Some(retires_at))).await?;
    }
    Ok(())
}

async fn insert(
    ctx: &Ctx,
    connection: &impl ConnectionTrait,
    (number, retires_at): (i32, Option<Instant>),
) -> Result<()> {
    let row =
        entity::ActiveModel { number: Set(number), created_at: Set(ctx.now()), retires_at: Set(retires_at) };
    entity::Entity::insert(row).exec_without_returning(connection).await.map_err(database_error)?;
    Ok(())
}
