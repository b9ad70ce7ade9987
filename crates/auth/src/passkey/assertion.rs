//! A passkey instead of a code: in the second step, and for a fresh proof.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    Ctx, WriteTx,
    audit::{self, AuditEntry},
};
use kernel::{Error, Instant, Result, UserId};
use tenancy::Host;
use uuid::Uuid;
use webauthn_rp::{
    AuthenticatedCredential, NonDiscoverableAuthentication16, NonDiscoverableAuthenticationServerState,
    NonDiscoverableCredentialRequestOptions,
    bin::{Decode, Encode},
    request::{
        Credentials, UserVerificationRequirement,
        auth::{
            AllowedCredential, AllowedCredentials, AuthenticationVerificationOptions,
            AuthenticatorAttachmentEnforcement,
        },
    },
    response::{
        CredentialId,
        register::{DynamicState, StaticState},
    },
};

use super::{
    PasskeyStep,
    ceremony::{self, Purpose},
    refused,
    repo::{self, Stored},
};
use crate::{
    Auth, NewSession, account, second_factor,
    session::{self, Proven},
    step_up::own_session,
    throttle::{self, Account},
    ticket,
    token::Purpose as TokenPurpose,
    verification::{CodeRefusal, note_refusal},
};

impl Auth {
    /// What `navigator.credentials.get` is to be asked in the second step, with the ticket of
    /// [`crate::NextStep::VerifySecondFactor`]. `NO_PASSKEY` at `ticket` when the user has none.
    pub async fn begin_passkey_verification(
        &self,
        ctx: &Ctx,
        host: &Host,
        ticket: &kernel::SecretText,
    ) -> Result<serde_json::Value> {
        let ticket = self.read_token(ctx, ticket, TokenPurpose::TicketVerify).await?;
        let user = account::get_active(ctx, ticket.sub).await?;
        ctx.write(async |tx| {
            ticket::require_unused(tx, &ticket).await?;
            begin(ctx, tx, (user.id, ticket.jti, Purpose::SignIn), host).await
        })
        .await
    }

    /// Signs in with the ticket and a passkey. `INVALID_PASSKEY` at `credential` for whatever is wrong with
    /// the answer; otherwise as [`Auth::verify`], with which failures are counted together.
    pub async fn verify_passkey(&self, ctx: &Ctx, host: &Host, step: PasskeyStep) -> Result<NewSession> {
        let ticket = self.read_token(ctx, &step.ticket, TokenPurpose::TicketVerify).await?;
        let user = account::get_active(ctx, ticket.sub).await?;
        let outcome = ctx
            .write(async |tx| {
                ticket::require_unused(tx, &ticket).await?;
                let begun = (user.id, ticket.jti, Purpose::SignIn);
                if !prove(ctx, tx, begun, (host, &step.credential)).await? {
                    return Ok(None);
                }
                let proven = Proven { user, ticket, user_agent: step.user_agent };
                self.start_session(ctx, tx, proven).await.map(Some)
            })
            .await?;
        outcome.ok_or_else(refused)
    }

    /// What `navigator.credentials.get` is to be asked for a fresh proof. `NO_PASSKEY` at `ticket` when the
    /// actor has none.
    pub async fn begin_passkey_step_up(&self, ctx: &Ctx, host: &Host) -> Result<serde_json::Value> {
        let (user, session) = own_session(ctx)?;
        ctx.write(async |tx| begin(ctx, tx, (user, session.uuid(), Purpose::StepUp), host).await).await
    }

    /// Takes a passkey for a fresh proof, as [`Auth::step_up`] takes a code.
    pub async fn step_up_with_passkey(
        &self,
        ctx: &Ctx,
        host: &Host,
        credential: &serde_json::Value,
    ) -> Result<Instant> {
        let (user, session) = own_session(ctx)?;
        let outcome = ctx
            .write(async |tx| {
                let begun = (user, session.uuid(), Purpose::StepUp);
                if !prove(ctx, tx, begun, (host, credential)).await? {
                    return Ok(None);
                }
                throttle::forgive(tx, &Account::codes(user)).await?;
                session::refresh(ctx, tx, session).await.map(Some)
            })
            .await?;
        outcome.ok_or_else(refused)
    }
}

async fn begin(
    ctx: &Ctx,
    tx: &WriteTx,
    (user, begun_with, purpose): (UserId, Uuid, Purpose),
    host: &Host,
) -> Result<serde_json::Value> {
    let known = repo::stored(tx.connection(), user).await?;
    if known.is_empty() {
        return Err(Error::invalid("NO_PASSKEY", &["ticket"]));
    }
    let mut allowed = AllowedCredentials::new();
    for passkey in &known {
        allowed.push(AllowedCredential::from(ceremony::descriptor(passkey)?));
    }
    let rp_id = ceremony::relying_party(host)?;
    let mut options =
        NonDiscoverableCredentialRequestOptions::second_factor(&rp_id, allowed).map_err(Error::internal)?;
    options.options().timeout = ceremony::TIMEOUT;
    options.options().user_verification = UserVerificationRequirement::Preferred;
    let (server, client) = options.start_ceremony().map_err(Error::internal)?;
    let state = server.encode().map_err(Error::internal)?;
    ceremony::begin(ctx, tx, (begun_with, purpose), state).await?;
    ceremony::options(&client)
}

/// Whether the answer proves that the user has one of their passkeys. What is written is to be committed
/// either way: the question is used up, and the attempt counted.
async fn prove(
    ctx: &Ctx,
    tx: &WriteTx,
    (user, begun_with, purpose): (UserId, Uuid, Purpose),
    (host, credential): (&Host, &serde_json::Value),
) -> Result<bool> {
    second_factor::require_confirmed(tx, user).await?;
    let wait = throttle::attempt(ctx, tx, &Account::codes(user)).await?;
    if let Some(state) = ceremony::take(ctx, tx, (begun_with, purpose)).await? {
        let known = repo::stored(tx.connection(), user).await?;
        if let Some((passkey, dynamic_state)) = judge((user, host), &known, (&state, credential))? {
            repo::note_use(ctx, tx, passkey.id, dynamic_state).await?;
            audit::record(ctx, tx, AuditEntry::about("passkey.used", passkey.id)).await?;
            return Ok(true);
        }
    }
    note_refusal(ctx, tx, user, (CodeRefusal::Passkey, wait)).await?;
    Ok(false)
}

/// The passkey that answered, with its new counter, if it is one of those asked and the answer is right.
fn judge<'a>(
    (user, host): (UserId, &Host),
    known: &'a [Stored],
    (state, credential): (&[u8], &serde_json::Value),
) -> Result<Option<(&'a Stored, Vec<u8>)>> {
    let question = NonDiscoverableAuthenticationServerState::decode(state).map_err(Error::internal)?;
    let text = ceremony::answer(credential);
    let Some(answer) = text.and_then(|text| NonDiscoverableAuthentication16::from_json_relaxed(&text).ok())
    else {
        return Ok(None);
    };
    let id = URL_SAFE_NO_PAD.encode(answer.raw_id());
    let Some(passkey) = known.iter().find(|passkey| passkey.credential_id == id) else { return Ok(None) };

    let (raw_id, handle) = (answer.raw_id().as_ref().to_vec(), ceremony::user_handle(user)?);
    let dynamic_state = passkey.dynamic_state.as_slice().try_into().map_err(Error::internal)?;
    let mut kept = AuthenticatedCredential::new(
        CredentialId::<&[u8]>::decode(&raw_id).map_err(Error::internal)?,
        &handle,
        StaticState::decode(&passkey.static_state).map_err(Error::internal)?,
        DynamicState::decode(dynamic_state).map_err(Error::internal)?,
    )
    .map_err(Error::internal)?;
    let origins = ceremony::origins(host);
    let options = AuthenticationVerificationOptions::<_, &str> {
        allowed_origins: &origins,
        // A phone answers from afar one day and is the machine itself the next.
        auth_attachment_enforcement: AuthenticatorAttachmentEnforcement::Ignore(false),
        client_data_json_relaxed: true,
        ..Default::default()
    };
    match question.verify(&ceremony::relying_party(host)?, &answer, &mut kept, &options) {
        Ok(_) => {
            let Ok(dynamic_state) = kept.dynamic_state().encode();
            Ok(Some((passkey, dynamic_state.to_vec())))
        }
        Err(error) => {
            tracing::debug!(%error, "a passkey is refused");
            Ok(None)
        }
    }
}
