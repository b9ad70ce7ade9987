//! Codes for who has lost their phone: ten of them, each good once.
//!
//! They are kept as keyed hashes, with environment and user bound in. A slow hash would add nothing:
//! with 80 bits by chance there is nothing to guess, not even for who has the database.

mod entity;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    Ctx, WriteTx,
    audit::{self, AuditEntry},
    mail::{self, Letter, Recipient},
};
use hmac::{Hmac, KeyInit, Mac};
use kernel::{Error, Result, UserId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, PaginatorTrait, entity::prelude::*};
use serde_json::json;
use sha2::Sha256;
use tenancy::{SecretKey, database_error};

use crate::{
    Auth, NewSession, SecondStep, SecretText, account, base32, second_factor,
    session::Proven,
    step_up::own_session,
    throttle::{self, Account},
    ticket,
    token::Purpose,
    totp,
    verification::{CodeRefusal, note_refusal},
};

/// How many codes somebody gets at a time.
pub const RECOVERY_CODES: usize = 10;
/// Bytes of chance in a code: 80 bits.
const BYTES: usize = 10;
/// Characters of a code, without the dashes between its groups of four.
const CHARACTERS: usize = 16;

impl Auth {
    /// Signs in with the ticket of [`crate::NextStep::VerifySecondFactor`] and a recovery code, which is
    /// used up by it.
    ///
    /// Errors as [`Auth::verify`]: a malformed, a wrong and a used code sound the same, and are counted
    /// together with codes of the authenticator app.
    pub async fn use_recovery_code(&self, ctx: &Ctx, step: SecondStep) -> Result<NewSession> {
        let ticket = self.read_token(ctx, &step.ticket, Purpose::TicketVerify).await?;
        let code = base32::canonical(step.code.expose(), CHARACTERS).ok_or_else(totp::refused)?;
        let user = account::get_active(ctx, ticket.sub).await?;
        let hash = hash(&recovery_key(ctx), user.id, &code)?;
        let outcome = ctx
            .write(async |tx| {
                ticket::require_unused(tx, &ticket).await?;
                second_factor::require_confirmed(tx, user.id).await?;
                let wait = throttle::attempt(ctx, tx, &Account::codes(user.id)).await?;
                if !spend(tx, user.id, &hash).await? {
                    // Committed, so that the attempt stays counted.
                    note_refusal(ctx, tx, user.id, (CodeRefusal::WrongRecoveryCode, wait)).await?;
                    return Ok(None);
                }
                let left = count(tx.connection(), user.id).await?;
                let entry =
                    AuditEntry::about("user.recovery_code_used", user.id).with(json!({ "left": left }));
                audit::record(ctx, tx, entry).await?;
                let letter = Letter::RecoveryCodeUsed { left: u32::try_from(left).unwrap_or(u32::MAX) };
                mail::queue(ctx, tx, &Recipient::of(&user)?, &letter).await?;
                let proven = Proven { user, ticket, user_agent: step.user_agent };
                let session = self.start_session(ctx, tx, proven).await?;
                Ok(Some(NewSession { recovery_codes_left: Some(left), ..session }))
            })
            .await?;
        outcome.ok_or_else(totp::refused)
    }

    /// Gives the actor new recovery codes; the old ones stop working. Asks for a fresh code.
    pub async fn regenerate_recovery_codes(&self, ctx: &Ctx) -> Result<Vec<SecretText>> {
        ctx.require_fresh()?;
        let (id, _) = own_session(ctx)?;
        let user = account::get_active(ctx, id).await?;
        ctx.write(async |tx| {
            second_factor::require_confirmed(tx, id).await?;
            let codes = self.renew_recovery_codes(ctx, tx, id).await?;
            audit::record(ctx, tx, AuditEntry::about("user.recovery_codes_renewed", id)).await?;
            mail::queue(ctx, tx, &Recipient::of(&user)?, &Letter::RecoveryCodesRenewed {}).await?;
            Ok(codes)
        })
        .await
    }

    /// How many recovery codes the actor has left.
    pub async fn recovery_codes_left(&self, ctx: &Ctx) -> Result<u64> {
        let user = ctx.actor().user_id().ok_or(Error::Unauthenticated)?;
        count(ctx.read(), user).await
    }

    /// New codes instead of all the user had.
    pub(crate) async fn renew_recovery_codes(
        &self,
        ctx: &Ctx,
        tx: &WriteTx,
        user: UserId,
    ) -> Result<Vec<SecretText>> {
        remove_all(tx, user).await?;
        let key = recovery_key(ctx);
        let mut codes = Vec::with_capacity(RECOVERY_CODES);
        let mut rows = Vec::with_capacity(RECOVERY_CODES);
        for _ in 0..RECOVERY_CODES {
            let mut bytes = [0_u8; BYTES];
            ctx.random().fill(&mut bytes);
            let code = base32::encode(&bytes);
            rows.push(entity::ActiveModel {
                user_id: Set(user.uuid()),
                code_hash: Set(hash(&key, user, &code)?),
                created_at: Set(ctx.now()),
            });
            codes.push(grouped(&code));
        }
        entity::Entity::insert_many(rows)
            .exec_without_returning(tx.connection())
            .await
            .map_err(database_error)?;
        Ok(codes)
    }
}

fn recovery_key(ctx: &Ctx) -> SecretKey {
    ctx.secret_key("recovery-code")
}

/// How many codes the user has left.
pub(crate) async fn count(connection: &impl ConnectionTrait, user: UserId) -> Result<u64> {
    entity::Entity::find()
        .filter(entity::Column::UserId.eq(user.uuid()))
        .count(connection)
        .await
        .map_err(database_error)
}

/// Removes all codes of a user.
pub(crate) async fn remove_all(tx: &WriteTx, user: UserId) -> Result<()> {
    entity::Entity::delete_many()
        .filter(entity::Column::UserId.eq(user.uuid()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

/// Uses the code up. One statement, so that of any number of servers only one gets true.
async fn spend(tx: &WriteTx, user: UserId, hash: &str) -> Result<bool> {
    let result = entity::Entity::delete_by_id((user.uuid(), hash.to_owned()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(result.rows_affected == 1)
}

/// What is kept of a code, which is in its canonical form.
fn hash(key: &SecretKey, user: UserId, code: &SecretText) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&**key).map_err(Error::internal)?;
    mac.update(user.uuid().as_bytes());
    mac.update(code.expose().as_bytes());
    Ok(URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

/// `XXXX-XXXX-XXXX-XXXX`.
fn grouped(code: &SecretText) -> SecretText {
    let mut grouped = String::with_capacity(CHARACTERS + 3);
    for (index, letter) in code.expose().chars().enumerate() {
        if index > 0 && index % 4 == 0 {
            grouped.push('-');
        }
        grouped.push(letter);
    }
    grouped.into()
}
