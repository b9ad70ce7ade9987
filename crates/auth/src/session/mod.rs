//! A signed-in browser: a row that can be revoked at once, and a token that names it.

mod device;
mod entity;
mod own;
mod repo;

use chrono::Duration;
use domain::{
    Access, Credential, Ctx, WriteTx,
    audit::{self, AuditEntry},
    user::User,
};
use kernel::{Actor, Error, Instant, Locale, Result, Role, SessionId, UserId};
use serde_json::json;

pub use own::Session;
pub(crate) use own::refresh;
pub(crate) use repo::{is_known_address, revoke_all, revoke_others};

use crate::{
    Auth, SecretText, account, passkey,
    throttle::{self, Account},
    ticket,
    token::{Claims, Grant, Purpose},
};

/// A session ends this long after sign-in, whatever happens.
pub const ABSOLUTE_LIFETIME: Duration = Duration::hours(12);
/// A session ends when nothing was asked for this long.
pub const IDLE_LIFETIME: Duration = Duration::minutes(60);
/// How long a code counts for sensitive actions, after sign-in and after it was asked for.
pub const FRESHNESS: Duration = Duration::minutes(10);
/// How often use is written down: more often would make every read a write.
const TOUCH_INTERVAL: Duration = Duration::minutes(1);
/// How long a request waits to note that its session is in use.
pub(crate) const TOUCH_PATIENCE: std::time::Duration = std::time::Duration::from_millis(250);
/// How long ended sessions are kept, for the addresses somebody is known to sign in from.
const RETENTION: Duration = Duration::days(90);

/// Somebody has signed in, second factor included.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// For the cookie.
    pub token: SecretText,
    /// The row behind it.
    pub session_id: SessionId,
    /// Who.
    pub user: User,
    /// What they came with.
    pub access: Access,
    /// When it ends at the latest: after [`ABSOLUTE_LIFETIME`].
    pub expires_at: Instant,
    /// After enrolment: the recovery codes, which are never shown again.
    pub recovery_codes: Option<Vec<SecretText>>,
    /// After signing in with a recovery code: how many are left.
    pub recovery_codes_left: Option<u64>,
}

/// Who is behind a session's token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authenticated {
    /// Who.
    pub user_id: UserId,
    /// Their role at this moment.
    pub role: Role,
    /// What widens or narrows their rights beside it; names the session.
    pub access: Access,
    /// Their language.
    pub locale: Locale,
}

/// A second step that was taken.
pub(crate) struct Proven {
    /// Whose.
    pub user: User,
    /// The ticket, worth nothing after this.
    pub ticket: Claims,
    /// What the browser says it is.
    pub user_agent: String,
}

impl Auth {
    /// Who is behind a session's token; `None` when the token or its session is not good (any more).
    pub async fn authenticate(&self, ctx: &Ctx, token: &SecretText) -> Result<Option<Authenticated>> {
        let claims = match self.read_token(ctx, token, Purpose::Session).await {
            Ok(claims) => claims,
            Err(Error::Unauthenticated) => return Ok(None),
            Err(error) => return Err(error),
        };
        let id = SessionId::from_uuid(claims.jti);
        let Some((session, account)) = repo::find_with_account(ctx, id).await? else { return Ok(None) };
        let now = ctx.now();
        let is_good = session.user_id == claims.sub.uuid()
            && session.revoked_at.is_none()
            && session.expires_at > now
            && session.last_seen_at + IDLE_LIFETIME > now
            && account.is_open(now);
        if !is_good {
            return Ok(None);
        }
        if session.last_seen_at + TOUCH_INTERVAL <= now {
            touch(ctx, id).await;
        }
        let Some(access) = account.access(ctx).await? else { return Ok(None) };
        Ok(Some(Authenticated {
            access: Access {
                credential: Credential::Session(id),
                fresh_until: session.fresh_until,
                ..access
            },
            user_id: claims.sub,
            role: account.role()?,
            locale: account.locale()?,
        }))
    }

    /// Ends one of the actor's own sessions; System ends anybody's. Quietly does nothing when it had ended.
    pub async fn sign_out(&self, ctx: &Ctx, session: SessionId) -> Result<()> {
        let owner = match ctx.actor() {
            Actor::User { id, .. } => Some(id),
            Actor::System => None,
            Actor::Anonymous => return Err(Error::Unauthenticated),
        };
        ctx.write(async |tx| {
            if repo::revoke(ctx, tx, session, owner).await? {
                audit::record(ctx, tx, AuditEntry::about("session.ended", session)).await?;
            }
            Ok(())
        })
        .await
    }

    /// Ends all sessions of a user and tells how many there were. For the user, an administrator and System.
    pub async fn revoke_sessions(&self, ctx: &Ctx, user: UserId) -> Result<u64> {
        match ctx.actor() {
            Actor::System | Actor::User { role: Role::Administrator, .. } => {}
            Actor::User { id, .. } if id == user => {}
            Actor::User { .. } => return Err(Error::Forbidden),
            Actor::Anonymous => return Err(Error::Unauthenticated),
        }
        ctx.write(async |tx| {
            let ended = revoke_all(ctx, tx, user).await?;
            let entry = AuditEntry::about("user.sessions_ended", user).with(json!({ "sessions": ended }));
            audit::record(ctx, tx, entry).await?;
            Ok(ended)
        })
        .await
    }

    /// Turns a proven second step into a session. The ticket is spent, the failures are forgiven.
    pub(crate) async fn start_session(&self, ctx: &Ctx, tx: &WriteTx, proven: Proven) -> Result<NewSession> {
        let Proven { user, ticket, user_agent } = proven;
        ticket::consume(tx, &ticket).await?;
        throttle::forgive(tx, &Account::codes(user.id)).await?;
        account::mark_signed_in(ctx, tx, user.id).await?;
        let session_id = SessionId::generate(ctx.clock(), ctx.random());
        let (issued_at, expires_at) = (ctx.now(), ctx.now() + ABSOLUTE_LIFETIME);
        let fresh_until = issued_at + FRESHNESS;
        let row = repo::NewRow { id: session_id, user: user.id, expires_at, fresh_until, user_agent };
        repo::insert(ctx, tx, row).await?;
        let grant =
            Grant { purpose: Purpose::Session, user: user.id, id: session_id.uuid(), issued_at, expires_at };
        let token = self.signing_key(ctx).await?.issue(&grant)?;
        // A sign-in is a good moment to tidy up: it is rare, and strangers cannot bring it about.
        repo::sweep(ctx, tx).await?;
        ticket::sweep(ctx, tx).await?;
        throttle::sweep(ctx, tx).await?;
        passkey::sweep(ctx, tx).await?;
        let actor = Actor::User { id: user.id, role: user.role };
        let entry =
            AuditEntry::about("user.signed_in", user.id).with(json!({ "session": session_id.to_string() }));
        let beside_role =
            domain::beside_role(ctx, user.id, user.kind).await?.ok_or(Error::Unauthenticated)?;
        let credential = Credential::Session(session_id);
        let access = Access { credential, fresh_until: Some(fresh_until), ..beside_role };
        audit::record(&ctx.acting_with(actor, access.clone(), user.locale), tx, entry).await?;
        Ok(NewSession {
            token,
            session_id,
            user,
            access,
            expires_at,
            recovery_codes: None,
            recovery_codes_left: None,
        })
    }
}

/// Notes that the session is in use. A long import may hold the environment's one write transaction;
/// then the note waits for a later request, and this one does not wait for the import.
async fn touch(ctx: &Ctx, id: SessionId) {
    match tokio::time::timeout(TOUCH_PATIENCE, repo::touch(ctx, id)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%id, %error, "a session's use could not be noted"),
        Err(_) => tracing::debug!(%id, "a session's use is noted later"),
    }
}
