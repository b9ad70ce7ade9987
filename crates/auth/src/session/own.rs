//! A user's own sessions: seeing where one is signed in, and ending it there.

use domain::{
    Ctx, WriteTx,
    audit::{self, AuditEntry},
};
use kernel::{Error, Instant, Result, SessionId};
use serde_json::json;

use super::{FRESHNESS, device, entity, repo};
use crate::{Auth, step_up::own_session};

/// One of a user's sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// When it began.
    pub created_at: Instant,
    /// When it was last in use, to the minute.
    pub last_seen_at: Instant,
    /// When it ends at the latest.
    pub expires_at: Instant,
    /// What the browser and its system are called; may be empty.
    pub device: String,
    /// What the browser says it is.
    pub user_agent: String,
    /// Where it began.
    pub address: String,
    /// The country of that address, two letters; `None` when it is not known.
    pub country_code: Option<String>,
    /// It is the one that asks.
    pub is_current: bool,
}

impl Auth {
    /// The actor's sessions that are in use, the one used last first.
    pub async fn sessions(&self, ctx: &Ctx) -> Result<Vec<Session>> {
        let (user, current) = own_session(ctx)?;
        let rows = repo::list(ctx, user).await?;
        Ok(rows.into_iter().map(|row| session(row, current)).collect())
    }

    /// Ends one of the actor's own sessions; not found when it is not theirs or has ended.
    pub async fn end_session(&self, ctx: &Ctx, session: SessionId) -> Result<()> {
        let (user, _) = own_session(ctx)?;
        ctx.write(async |tx| {
            if !repo::revoke(ctx, tx, session, Some(user)).await? {
                return Err(Error::NotFound);
            }
            audit::record(ctx, tx, AuditEntry::about("session.ended", session)).await
        })
        .await
    }

    /// Ends all of the actor's sessions but the one that asks, and tells how many there were.
    pub async fn end_other_sessions(&self, ctx: &Ctx) -> Result<u64> {
        let own @ (user, _) = own_session(ctx)?;
        ctx.write(async |tx| {
            let ended = repo::revoke_others(ctx, tx, own).await?;
            let entry =
                AuditEntry::about("user.other_sessions_ended", user).with(json!({ "sessions": ended }));
            audit::record(ctx, tx, entry).await?;
            Ok(ended)
        })
        .await
    }
}

/// Has a proof that was just given count for [`FRESHNESS`] in this session, and tells until when.
pub(crate) async fn refresh(ctx: &Ctx, tx: &WriteTx, session: SessionId) -> Result<Instant> {
    let until = ctx.now() + FRESHNESS;
    if !repo::set_fresh_until(tx, session, until).await? {
        return Err(Error::Unauthenticated);
    }
    audit::record(ctx, tx, AuditEntry::about("session.stepped_up", session)).await?;
    Ok(until)
}

fn session(row: entity::Model, current: SessionId) -> Session {
    let id = SessionId::from_uuid(row.id);
    Session {
        id,
        created_at: row.created_at,
        last_seen_at: row.last_seen_at,
        expires_at: row.expires_at,
        device: device::name(&row.user_agent),
        user_agent: row.user_agent,
        address: row.address,
        country_code: None,
        is_current: id == current,
    }
}
