//! A program shows its token.

use std::sync::Arc;

use domain::{
    Access, Credential, Ctx,
    audit::{self, AuditEntry},
};
use hmac::Mac;
use kernel::{ApiTokenId, FormId, Result, SecretText};
use serde_json::json;

use super::{ApiToken, repo, rules, secret};
use crate::{Auth, Authenticated, session::TOUCH_PATIENCE};

impl Auth {
    /// Whose program it is; `None`, without a reason, when the token is malformed, unknown, of another
    /// environment, revoked, expired, used from outside its networks, or its owner may not sign in.
    pub async fn authenticate_program(&self, ctx: &Ctx, token: &SecretText) -> Result<Option<Authenticated>> {
        let Some(prefix) = secret::prefix(token) else { return Ok(None) };
        let found = repo::find_by_prefix(ctx, prefix).await?;
        // The same work for a prefix nobody has.
        let mac = super::token_mac(ctx, token)?;
        let hash = found.as_ref().map_or(&[][..], |(_, hash, _)| hash);
        if mac.verify_slice(hash).is_err() {
            return Ok(None);
        }
        let Some((token, _, owner)) = found.filter(|(token, ..)| token.is_good) else { return Ok(None) };
        if !rules::is_within(&token.networks, ctx.address()) {
            note_refusal(ctx, token.id).await?;
            return Ok(None);
        }
        let Some(access) = owner.access(ctx).await? else { return Ok(None) };
        if repo::is_use_to_be_noted(ctx, &token) {
            note_use(ctx, token.id).await;
        }
        Ok(Some(Authenticated {
            user_id: token.owner,
            role: owner.role()?,
            locale: owner.locale()?,
            access: scoped(&token, access),
        }))
    }
}

/// The owner's access, within the token's scope.
fn scoped(token: &ApiToken, owner: Access) -> Access {
    let forms: Option<Arc<[FormId]>> = match (&token.forms, &owner.forms) {
        (None, forms) => forms.clone(),
        (Some(forms), None) => Some(forms.as_slice().into()),
        (Some(forms), Some(limit)) => {
            Some(forms.iter().copied().filter(|form| limit.contains(form)).collect())
        }
    };
    Access {
        credential: Credential::ApiToken(token.id),
        forms,
        is_read_only: owner.is_read_only || !token.can_write,
        fresh_until: None,
        ..owner
    }
}

async fn note_refusal(ctx: &Ctx, id: ApiTokenId) -> Result<()> {
    ctx.write(async |tx| {
        if repo::note_refusal(ctx, tx, id).await? {
            let entry = AuditEntry::about("api_token.refused", id).with(json!({ "reason": "network" }));
            audit::record(ctx, tx, entry).await?;
        }
        Ok(())
    })
    .await
}

/// Notes that the token is in use; a long import may hold the environment's one write transaction, and then
/// the note waits for a later request.
async fn note_use(ctx: &Ctx, id: ApiTokenId) {
    match tokio::time::timeout(TOUCH_PATIENCE, repo::note_use(ctx, id)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%id, %error, "a token's use could not be noted"),
        Err(_) => tracing::debug!(%id, "a token's use is noted later"),
    }
}
