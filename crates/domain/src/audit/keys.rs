//! A key for each person's personal data in the log.
//!
//! Keys are made when they are first needed, sealed with the environment's key and kept in `audit_key`.
//! They are read anew for every use, and never kept in memory: what is destroyed is gone at once, on every
//! server. Whatever belongs to nobody is sealed with a key that is kept with them, as that of nobody, and stays: a
//! portable archive carries all of these keys and no other of the environment's.

use std::collections::{HashMap, hash_map::Entry};

use kernel::{AuditEventId, Error, Random, Result, TenantId, UserId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use tenancy::{SecretKey, TenantEntry, seal, unseal};
use uuid::Uuid;

use super::key_row::{self, Column, Entity};
use crate::{Ctx, WriteTx};

/// What seals the keys of people.
const SEALING: &str = "audit-subject-keys";
/// Whose key seals the personal data of nobody in particular.
const NOBODY: UserId = UserId::from_uuid(Uuid::nil());

/// Which of an event's two sealed columns.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Details,
    Origin,
}

impl Part {
    /// Ties what is sealed to its event and column.
    fn bound_to(self, event: AuditEventId) -> Vec<u8> {
        let name: &[u8] = match self {
            Self::Details => b"details",
            Self::Origin => b"origin",
        };
        [event.uuid().as_bytes(), name].concat()
    }
}

/// Keys of some people and of nobody. `None`: destroyed.
pub(super) struct Keys(HashMap<UserId, Option<SecretKey>>);

impl Keys {
    /// The keys of these people, for reading.
    pub(super) async fn find<C: ConnectionTrait>(
        ctx: &Ctx,
        connection: &C,
        owners: Vec<UserId>,
    ) -> Result<Self> {
        let sealing = ctx.secret_key(SEALING);
        let mut keys = HashMap::with_capacity(owners.len() + 1);
        let wanted = Column::Owner.is_in(owners.iter().chain([&NOBODY]).map(|id| id.uuid()));
        let rows = Entity::find().filter(wanted).all(connection).await.map_err(Error::internal)?;
        for row in rows {
            let open = |sealed: Vec<u8>| opened(&sealing, (ctx.tenant_id(), row.owner), &sealed);
            keys.insert(UserId::from_uuid(row.owner), row.key_sealed.map(open).transpose()?);
        }
        Ok(Self(keys))
    }

    /// The keys of these people, for writing: who has none gets one.
    pub(super) async fn ready(ctx: &Ctx, tx: &WriteTx, owners: Vec<UserId>) -> Result<Self> {
        let mut keys = Self::find(ctx, tx.connection(), owners.clone()).await?;
        for owner in owners.into_iter().chain([NOBODY]) {
            if let Entry::Vacant(place) = keys.0.entry(owner) {
                place.insert(Some(made(ctx, tx, owner).await?));
            }
        }
        Ok(keys)
    }

    /// Who keeps what is of this person: they themselves, or the environment when their key is gone.
    pub(super) fn keeper(&self, owner: Option<UserId>) -> Option<UserId> {
        owner.filter(|owner| self.0.get(owner).is_some_and(Option::is_some))
    }

    fn of(&self, keeper: Option<UserId>) -> Option<&SecretKey> {
        self.0.get(&keeper.unwrap_or(NOBODY))?.as_ref()
    }

    /// Seals one part of an event.
    pub(super) fn seal(
        &self,
        ctx: &Ctx,
        (keeper, event, part): (Option<UserId>, AuditEventId, Part),
        plain: &[u8],
    ) -> Result<Vec<u8>> {
        let key =
            self.of(keeper).ok_or_else(|| Error::internal("a key that was to be ready is not there"))?;
        seal(key, &part.bound_to(event), plain, ctx.random()).map_err(Error::internal)
    }

    /// Opens one part of an event; `None` when its key was destroyed.
    pub(super) fn open(
        &self,
        (keeper, event, part): (Option<UserId>, AuditEventId, Part),
        sealed: &[u8],
    ) -> Option<Vec<u8>> {
        let key = self.of(keeper)?;
        let plain = unseal(key, &part.bound_to(event), sealed);
        plain
            .inspect_err(|_| tracing::error!(%event, "what an audit event seals was changed or moved"))
            .ok()
            .map(|plain| plain.to_vec())
    }
}

/// Ties a sealed key to its environment and owner.
fn bound_to(tenant: TenantId, owner: Uuid) -> Vec<u8> {
    [tenant.uuid().as_bytes().as_slice(), owner.as_bytes()].concat()
}

fn opened(sealing: &SecretKey, (tenant, owner): (TenantId, Uuid), sealed: &[u8]) -> Result<SecretKey> {
    let plain = unseal(sealing, &bound_to(tenant, owner), sealed).map_err(Error::internal)?;
    let key = <[u8; 32]>::try_from(plain.as_slice()).map_err(Error::internal)?;
    Ok(key.into())
}

/// Opens every key where it lies: in a copy that goes to the customer, who can then read their own log.
pub(crate) async fn open_all(ctx: &Ctx, tx: &WriteTx) -> Result<()> {
    let sealing = ctx.secret_key(SEALING);
    rewrite(
        tx.connection(),
        |owner, sealed| Ok(opened(&sealing, (ctx.tenant_id(), owner), &sealed)?.to_vec()),
    )
    .await
}

/// Seals every key where it lies: of an environment that comes in with open ones.
pub(crate) async fn seal_all(
    connection: &impl ConnectionTrait,
    tenant: &TenantEntry,
    random: &dyn Random,
) -> Result<()> {
    let sealing = tenant.key.derive(SEALING);
    rewrite(connection, |owner, open| {
        if open.len() != 32 {
            return Err(Error::internal("a key of the audit log that is not 32 bytes long"));
        }
        seal(&sealing, &bound_to(tenant.id, owner), &open, random).map_err(Error::internal)
    })
    .await
}

async fn rewrite(
    connection: &impl ConnectionTrait,
    anew: impl Fn(Uuid, Vec<u8>) -> Result<Vec<u8>>,
) -> Result<()> {
    let rows = Entity::find().filter(Column::KeySealed.is_not_null()).all(connection).await;
    for row in rows.map_err(Error::internal)? {
        let Some(key) = row.key_sealed else { continue };
        Entity::update_many()
            .col_expr(Column::KeySealed, Expr::value(anew(row.owner, key)?))
            .filter(Column::Owner.eq(row.owner))
            .exec(connection)
            .await
            .map_err(Error::internal)?;
    }
    Ok(())
}

async fn made(ctx: &Ctx, tx: &WriteTx, owner: UserId) -> Result<SecretKey> {
    let mut key = SecretKey::new([0; 32]);
    ctx.random().fill(&mut *key);
    let bound_to = bound_to(ctx.tenant_id(), owner.uuid());
    let sealed = seal(&ctx.secret_key(SEALING), &bound_to, &*key, ctx.random()).map_err(Error::internal)?;
    let row = key_row::ActiveModel {
        owner: Set(owner.uuid()),
        key_sealed: Set(Some(sealed)),
        created_at: Set(ctx.now()),
        destroyed_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(key)
}

/// Whether somebody was erased: their key was destroyed.
pub async fn is_erased(connection: &impl ConnectionTrait, owner: UserId) -> Result<bool> {
    let row = Entity::find_by_id(owner.uuid()).one(connection).await.map_err(Error::internal)?;
    Ok(row.is_some_and(|row| row.key_sealed.is_none()))
}

/// Destroys a person's key, for good; false when it was destroyed before. Later events about them are
/// sealed with the environment's own key.
pub(crate) async fn destroy(ctx: &Ctx, tx: &WriteTx, owner: UserId) -> Result<bool> {
    // One that never came to be must not come to be later.
    Keys::ready(ctx, tx, vec![owner]).await?;
    let gone = Entity::update_many()
        .col_expr(Column::KeySealed, Expr::value(None::<Vec<u8>>))
        .col_expr(Column::DestroyedAt, Expr::value(Some(ctx.now())))
        .filter(Column::Owner.eq(owner.uuid()))
        .filter(Column::KeySealed.is_not_null())
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(gone.rows_affected == 1)
}
