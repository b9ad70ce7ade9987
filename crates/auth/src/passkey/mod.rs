//! Passkeys: a second way for the second factor, beside the authenticator app, which stays compulsory.
//!
//! The ceremonies of `WebAuthn` are judged by `webauthn_rp`; here is whose passkey may answer what. A
//! challenge is bound to the ticket or session it was made for, is good for five minutes and for one
//! answer, right or wrong. The relying party is the environment's own host, so a passkey of one
//! environment does not even show itself at another.

mod assertion;
mod ceremony;
mod ceremony_entity;
mod entity;
mod registration;
mod repo;

use domain::{
    Ctx,
    audit::{self, AuditEntry},
    mail::{self, Letter, Recipient},
};
use kernel::{Error, Instant, PasskeyId, Result, SecretText, UserError};
use serde_json::json;

pub(crate) use ceremony::sweep;
pub(crate) use repo::{exists, owners_among, remove_all};

use crate::{Auth, account, step_up::own_session};

/// The most passkeys somebody can have.
const MAX_PASSKEYS: usize = 20;
/// The most characters of a name.
const MAX_NAME: usize = 60;

/// A passkey of somebody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Which.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// When it was added.
    pub created_at: Instant,
    /// When it was last used.
    pub last_used_at: Option<Instant>,
}

/// Somebody answers with a passkey in the second step.
#[derive(Debug, Clone)]
pub struct PasskeyStep {
    /// From the first step.
    pub ticket: SecretText,
    /// What `navigator.credentials.get` answered, as JSON.
    pub credential: serde_json::Value,
    /// What the browser says it is, for the list of sessions.
    pub user_agent: String,
}

impl Auth {
    /// The actor's passkeys, the oldest first.
    pub async fn passkeys(&self, ctx: &Ctx) -> Result<Vec<Passkey>> {
        let (user, _) = own_session(ctx)?;
        repo::list(ctx, user).await
    }

    /// Whether the actor has a passkey.
    pub async fn has_passkey(&self, ctx: &Ctx) -> Result<bool> {
        let user = ctx.actor().user_id().ok_or(Error::Unauthenticated)?;
        exists(ctx.read(), user).await
    }

    /// Gives one of the actor's passkeys another name, of 1 to 60 characters.
    pub async fn rename_passkey(&self, ctx: &Ctx, id: PasskeyId, name: &str) -> Result<Passkey> {
        let (user, _) = own_session(ctx)?;
        let before = repo::find(ctx, user, id).await?.ok_or(Error::NotFound)?;
        let name = sound_name(name)?;
        ctx.write(async |tx| {
            repo::rename(tx, (user, id), &name).await?;
            let changes = json!({ "changes": { "name": [before.name, name] } });
            audit::record(ctx, tx, AuditEntry::about("passkey.renamed", id).with(changes)).await
        })
        .await?;
        Ok(Passkey { name, ..before })
    }

    /// Removes one of the actor's passkeys. Asks for a fresh code.
    pub async fn remove_passkey(&self, ctx: &Ctx, id: PasskeyId) -> Result<()> {
        let (user, _) = own_session(ctx)?;
        ctx.require_fresh()?;
        let passkey = repo::find(ctx, user, id).await?.ok_or(Error::NotFound)?;
        let user = account::get_active(ctx, user).await?;
        ctx.write(async |tx| {
            if !repo::remove(tx, (user.id, id)).await? {
                return Err(Error::NotFound);
            }
            let entry = AuditEntry::about("passkey.removed", id).with(json!({ "name": passkey.name }));
            audit::record(ctx, tx, entry).await?;
            let letter = Letter::PasskeyRemoved { name: passkey.name.clone() };
            mail::queue(ctx, tx, &Recipient::of(&user)?, &letter).await
        })
        .await
    }
}

fn sound_name(name: &str) -> Result<String, UserError> {
    let name = name.trim();
    if name.is_empty() || name.chars().any(char::is_control) {
        Err(UserError::at("REQUIRED", &["name"]))
    } else if name.chars().count() > MAX_NAME {
        Err(UserError::at("TOO_LONG", &["name"]).with("max", MAX_NAME))
    } else {
        Ok(name.to_owned())
    }
}

/// What is said of every answer that is not accepted, whatever is wrong with it.
fn refused() -> Error {
    Error::invalid("INVALID_PASSKEY", &["credential"])
}
