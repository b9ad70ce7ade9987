//! Tokens for programs: a way in that can never do more than its owner.
//!
//! What a program may do is what its owner may do at that moment, within the token's scope; people, access
//! and factors it can never touch ([`domain::Permission::is_for_programs`]). Kept is a keyed hash: with 160
//! bits by chance a slow one would add nothing but load.

mod authenticate;
mod entity;
mod repo;
mod rules;
mod secret;

use chrono::NaiveDate;
use domain::{
    Ctx, Permission,
    audit::{self, AuditEntry},
    form,
    mail::{self, Letter, Recipient},
    user::AccountKind,
};
use hmac::{Hmac, KeyInit, Mac};
use ipnet::IpNet;
use kernel::{ApiTokenId, Error, FormId, Instant, Result, SecretText, UserError, UserErrors, UserId};
use serde_json::json;
use sha2::Sha256;

pub(crate) use repo::revoke_all;

use crate::{Auth, account, step_up::own_session};

/// The most tokens one person can have in use.
const MAX_IN_USE: usize = 50;

/// A program's way in, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Which.
    pub id: ApiTokenId,
    /// Whose rights it has.
    pub owner: UserId,
    /// What its owner calls it.
    pub name: String,
    /// Its first characters, to recognise it by.
    pub prefix: String,
    /// May change what its owner may change.
    pub can_write: bool,
    /// Limited to these registers; `None`: not limited.
    pub forms: Option<Vec<FormId>>,
    /// May come from these networks only; empty: from anywhere.
    pub networks: Vec<IpNet>,
    /// When it was made.
    pub created_at: Instant,
    /// The last day it is good.
    pub expires_on: NaiveDate,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Instant>,
    /// From where.
    pub last_used_address: Option<String>,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
    /// Works now: not revoked, not expired, and its owner may sign in.
    pub is_good: bool,
}

/// A token somebody asks for.
#[derive(Debug, Clone)]
pub struct NewApiToken {
    /// 1 to 100 characters.
    pub name: String,
    /// May change what its owner may change.
    pub can_write: bool,
    /// Keys of the registers it is limited to; `None`: not limited.
    pub form_keys: Option<Vec<String>>,
    /// Networks as CIDR, or single addresses; empty: from anywhere.
    pub networks: Vec<String>,
    /// The last day it is good: at most a year from now.
    pub expires_on: NaiveDate,
}

impl Auth {
    /// Makes a token with the actor's rights, and tells its secret, once. For the environment's own full
    /// users; asks for a fresh code.
    ///
    /// User errors: `REQUIRED`, `TOO_LONG`, `DATE_IN_THE_PAST`, `DATE_TOO_LATE`, `NETWORK_INVALID`, `TOO_MANY`,
    /// `FORM_NOT_FOUND`.
    pub async fn create_api_token(&self, ctx: &Ctx, new: NewApiToken) -> Result<(ApiToken, SecretText)> {
        ctx.require(Permission::MakeApiTokens)?;
        if ctx.access().kind != AccountKind::Member {
            return Err(Error::Forbidden);
        }
        ctx.require_fresh()?;
        let (owner, _) = own_session(ctx)?;
        let owner = account::get_active(ctx, owner).await?;
        let (sound, mut errors) = rules::check(&new, kernel::dutch_day(ctx.now()));
        let forms = forms(ctx, new.form_keys.as_deref(), &mut errors).await?;
        errors.into_result()?;

        let secret = secret::new(ctx.random());
        let token = ApiToken {
            id: ApiTokenId::generate(ctx.clock(), ctx.random()),
            owner: owner.id,
            name: sound.name,
            prefix: secret::prefix(&secret).unwrap_or_default().to_owned(),
            can_write: new.can_write,
            forms,
            networks: sound.networks,
            created_at: ctx.now(),
            expires_on: sound.expires_on,
            last_used_at: None,
            last_used_address: None,
            revoked_at: None,
            is_good: true,
        };
        let hash = token_mac(ctx, &secret)?.finalize().into_bytes().to_vec();
        ctx.write(async |tx| {
            if repo::count_in_use(ctx, tx, owner.id).await? >= MAX_IN_USE {
                return Err(UserError::at("TOO_MANY", &["name"]).with("max", MAX_IN_USE).into());
            }
            repo::insert(tx, &token, hash).await?;
            let entry = AuditEntry::about("api_token.created", token.id).with(details(&token));
            audit::record(ctx, tx, entry).await?;
            let letter = Letter::ApiTokenCreated { name: token.name.clone() };
            mail::queue(ctx, tx, &Recipient::of(&owner)?, &letter).await
        })
        .await?;
        Ok((token, secret))
    }

    /// The actor's own tokens, or everybody's for whoever looks after people; the newest first, those that
    /// no longer work too.
    pub async fn api_tokens(&self, ctx: &Ctx, of_everybody: bool) -> Result<Vec<ApiToken>> {
        let (owner, _) = own_session(ctx)?;
        if of_everybody {
            ctx.require(Permission::ManagePeople)?;
        }
        repo::list(ctx, (!of_everybody).then_some(owner)).await
    }

    /// Makes a token worthless at once: an own one, or anybody's for whoever looks after people. Quietly
    /// does nothing when it is already.
    pub async fn revoke_api_token(&self, ctx: &Ctx, id: ApiTokenId) -> Result<ApiToken> {
        let (actor, _) = own_session(ctx)?;
        let token = repo::find(ctx, id).await?.ok_or(Error::NotFound)?;
        if token.owner != actor && !ctx.may(Permission::ManagePeople) {
            return Err(Error::NotFound);
        }
        ctx.write(async |tx| {
            if repo::revoke(ctx, tx, id).await? {
                let entry = AuditEntry::about("api_token.revoked", id);
                audit::record(ctx, tx, entry.with(json!({ "owner": token.owner.to_string() }))).await?;
            }
            Ok(())
        })
        .await?;
        repo::find(ctx, id).await?.ok_or(Error::NotFound)
    }
}

/// The hash of a token, to be kept or compared in constant time. The key is the environment's own, so a
/// token of another one is unknown here whatever is in the database.
fn token_mac(ctx: &Ctx, token: &SecretText) -> Result<Hmac<Sha256>> {
    let key = ctx.secret_key("api-token");
    let mut mac = Hmac::<Sha256>::new_from_slice(&*key).map_err(Error::internal)?;
    mac.update(token.expose().as_bytes());
    Ok(mac)
}

/// The registers with these keys, of those the actor sees.
async fn forms(ctx: &Ctx, keys: Option<&[String]>, errors: &mut UserErrors) -> Result<Option<Vec<FormId>>> {
    let Some(keys) = keys else { return Ok(None) };
    let known = form::list(ctx).await?;
    let mut forms = Vec::with_capacity(keys.len());
    for (index, key) in keys.iter().enumerate() {
        match known.iter().find(|form| form.definition.key == *key) {
            Some(form) if forms.contains(&form.id) => {}
            Some(form) => forms.push(form.id),
            None => errors.push(UserError::at("FORM_NOT_FOUND", &["formKeys", &index.to_string()])),
        }
    }
    if keys.is_empty() {
        errors.push(UserError::at("REQUIRED", &["formKeys"]));
    }
    Ok(Some(forms))
}

fn details(token: &ApiToken) -> serde_json::Value {
    json!({
        "name": token.name,
        "canWrite": token.can_write,
        "forms": token.forms.as_ref().map(|forms| forms.iter().map(ToString::to_string).collect::<Vec<_>>()),
        "networks": token.networks.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "expiresOn": token.expires_on,
    })
}
