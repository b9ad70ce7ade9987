//! A new passkey.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    Ctx,
    audit::{self, AuditEntry},
    mail::{self, Letter, Recipient},
    user::User,
};
use kernel::{Error, PasskeyId, Result, UserError};
use serde_json::json;
use tenancy::Host;
use webauthn_rp::{
    PublicKeyCredentialCreationOptions, Registration, RegistrationServerState,
    bin::{Decode, Encode},
    request::{
        UserVerificationRequirement,
        register::{PublicKeyCredentialUserEntity, RegistrationVerificationOptions},
    },
};

use super::{
    MAX_PASSKEYS, Passkey,
    ceremony::{self, Purpose},
    refused,
    repo::{self, Stored},
    sound_name,
};
use crate::{Auth, account, second_factor, step_up::own_session};

/// Bytes of what an authenticator knows a user by: those of the user's id.
const USER_HANDLE: usize = 16;

impl Auth {
    /// What `navigator.credentials.create` is to be asked. Asks for a fresh code.
    ///
    /// `TOO_MANY` at `name` when the actor has all they can have.
    pub async fn begin_passkey_registration(&self, ctx: &Ctx, host: &Host) -> Result<serde_json::Value> {
        let (user, session) = own_session(ctx)?;
        ctx.require_fresh()?;
        let user = account::get_active(ctx, user).await?;
        let known = repo::stored(ctx.read(), user.id).await?;
        if known.len() >= MAX_PASSKEYS {
            return Err(UserError::at("TOO_MANY", &["name"]).with("max", MAX_PASSKEYS).into());
        }
        let (state, options) = ask(host, &user, &known)?;
        ctx.write(async |tx| ceremony::begin(ctx, tx, (session.uuid(), Purpose::Registration), state).await)
            .await?;
        Ok(options)
    }

    /// Keeps the passkey the browser has made. Errors: `INVALID_PASSKEY` at `credential` for an answer to
    /// another question than the last one of this session, or a wrong one; `REQUIRED` and `TOO_LONG` at `name`.
    pub async fn finish_passkey_registration(
        &self,
        ctx: &Ctx,
        host: &Host,
        (name, credential): (&str, &serde_json::Value),
    ) -> Result<Passkey> {
        let (user, session) = own_session(ctx)?;
        let user = account::get_active(ctx, user).await?;
        let name = sound_name(name)?;
        let id = PasskeyId::generate(ctx.clock(), ctx.random());
        let passkey = Passkey { id, name, created_at: ctx.now(), last_used_at: None };
        let kept = ctx
            .write(async |tx| {
                second_factor::require_confirmed(tx, user.id).await?;
                let Some(state) = ceremony::take(ctx, tx, (session.uuid(), Purpose::Registration)).await?
                else {
                    return Ok(false);
                };
                // Committed, whatever the answer is: there is no second one.
                let Some(stored) = judge(host, id, (&state, credential))? else { return Ok(false) };
                if !repo::insert(tx, user.id, (&passkey, &stored)).await? {
                    return Err(refused());
                }
                let entry = AuditEntry::about("passkey.added", id).with(json!({ "name": passkey.name }));
                audit::record(ctx, tx, entry).await?;
                let letter = Letter::PasskeyAdded { name: passkey.name.clone() };
                mail::queue(ctx, tx, &Recipient::of(&user)?, &letter).await?;
                Ok(true)
            })
            .await?;
        if kept { Ok(passkey) } else { Err(refused()) }
    }
}

/// The question, as it is kept and as the browser gets it.
fn ask(host: &Host, user: &User, known: &[Stored]) -> Result<(Vec<u8>, serde_json::Value)> {
    let (rp_id, handle) = (ceremony::relying_party(host)?, ceremony::user_handle(user.id)?);
    let entity = PublicKeyCredentialUserEntity {
        name: user.username.as_str().try_into().map_err(Error::internal)?,
        id: &handle,
        // What a browser cannot show is left out; the username says who it is.
        display_name: user.display_name.as_str().try_into().ok(),
    };
    let exclude = known.iter().map(ceremony::descriptor).collect::<Result<Vec<_>>>()?;
    let mut options = PublicKeyCredentialCreationOptions::second_factor(&rp_id, entity, exclude);
    options.timeout = ceremony::TIMEOUT;
    options.authenticator_selection.user_verification = UserVerificationRequirement::Preferred;
    let (server, client) = options.start_ceremony().map_err(Error::internal)?;
    Ok((server.encode().map_err(Error::internal)?, ceremony::options(&client)?))
}

/// The passkey, if the answer is one to the question.
fn judge(
    host: &Host,
    id: PasskeyId,
    (state, credential): (&[u8], &serde_json::Value),
) -> Result<Option<Stored>> {
    let question = RegistrationServerState::<USER_HANDLE>::decode(state).map_err(Error::internal)?;
    let Some(registration) =
        ceremony::answer(credential).and_then(|text| Registration::from_json_relaxed(&text).ok())
    else {
        return Ok(None);
    };
    let origins = ceremony::origins(host);
    let options = RegistrationVerificationOptions::<_, &str> {
        allowed_origins: &origins,
        client_data_json_relaxed: true,
        ..Default::default()
    };
    let registered = match question.verify(&ceremony::relying_party(host)?, &registration, &options) {
        Ok(registered) => registered,
        Err(error) => {
            tracing::debug!(%error, "a new passkey is refused");
            return Ok(None);
        }
    };
    let Ok(static_state) = registered.static_state().encode();
    let Ok(dynamic_state) = registered.dynamic_state().encode();
    let Ok(transports) = registered.transports().encode();
    Ok(Some(Stored {
        id,
        credential_id: URL_SAFE_NO_PAD.encode(registered.id()),
        static_state,
        dynamic_state: dynamic_state.to_vec(),
        transports,
    }))
}
