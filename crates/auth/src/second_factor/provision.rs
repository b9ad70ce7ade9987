//! Second factors without a person: for demonstration environments.

use domain::{
    Ctx,
    audit::{self, AuditEntry},
};
use kernel::{Error, Result, UserId};
use sea_orm::ActiveValue::Set;
use totp_rs::Secret;

use super::{Stage, entity, find, insert, remove};
use crate::{
    Auth, SecretText, account,
    auth::require_system,
    totp::{self, SECRET_BYTES},
};

impl Auth {
    /// Gives a user a second factor with a known secret (160 bits in base32, spaces allowed), instead of
    /// the one they had. System only.
    pub async fn enroll_with_secret(&self, ctx: &Ctx, user: UserId, base32: &SecretText) -> Result<()> {
        require_system(ctx)?;
        let user = account::get(ctx, user).await?;
        let sealed = super::seal(ctx, (user.id, Stage::Confirmed), &parse(base32)?)?;
        ctx.write(async |tx| {
            remove(tx, user.id).await?;
            let row = entity::ActiveModel {
                secret_sealed: Set(sealed),
                confirmed_at: Set(Some(ctx.now())),
                ..Default::default()
            };
            insert(ctx, tx, user.id, row).await?;
            // Nobody sees these; who wants some makes new ones.
            self.renew_recovery_codes(ctx, tx, user.id).await?;
            audit::record(ctx, tx, AuditEntry::about("user.second_factor_provisioned", user.id)).await
        })
        .await
    }

    /// The code the user's authenticator app shows now; not found when there is no second factor.
    /// System only.
    pub async fn current_code(&self, ctx: &Ctx, user: UserId) -> Result<SecretText> {
        require_system(ctx)?;
        let factor = find(ctx.read(), user).await?.filter(|factor| factor.is_confirmed);
        let sealed = factor.ok_or(Error::NotFound)?.sealed;
        totp::code_at(&super::unseal(ctx, (user, Stage::Confirmed), &sealed)?, ctx.now())
    }
}

fn parse(base32: &SecretText) -> Result<Secret> {
    let compact: SecretText = base32.expose().replace(' ', "").into();
    Secret::try_from_base32(compact.expose())
        .ok()
        .filter(|secret| secret.as_bytes().len() == SECRET_BYTES)
        .ok_or(Error::bad_request("secret", "must be 160 bits in base32"))
}
