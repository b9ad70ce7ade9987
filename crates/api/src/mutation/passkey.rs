use async_graphql::{Context, ID, InputObject, Json, Object, SimpleObject};
use auth::{PasskeyStep, SecretText};
use kernel::{Error, PasskeyId};

use super::sign_in::{SessionPayload, session_payload};
use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::PasskeyObject,
};

/// What to ask the browser.
#[derive(SimpleObject)]
struct PasskeyOptionsPayload {
    /// For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. Good for five
    /// minutes and one answer.
    options: Option<Json<serde_json::Value>>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// A passkey the browser has made.
#[derive(InputObject)]
struct FinishPasskeyRegistrationInput {
    /// What its owner calls it.
    name: String,
    /// What `navigator.credentials.create` answered, as JSON.
    credential: Json<serde_json::Value>,
}

/// Another name for a passkey.
#[derive(InputObject)]
struct RenamePasskeyInput {
    /// Of the passkey.
    id: ID,
    /// What its owner calls it.
    name: String,
}

/// A passkey to be removed.
#[derive(InputObject)]
struct RemovePasskeyInput {
    /// Of the passkey.
    id: ID,
}

/// The passkey as it is now.
#[derive(SimpleObject)]
struct PasskeyPayload {
    /// The passkey.
    passkey: Option<PasskeyObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// The passkey is gone.
#[derive(SimpleObject)]
struct RemovePasskeyPayload {
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// A ticket to be answered with a passkey.
#[derive(InputObject)]
struct BeginPasskeyVerificationInput {
    /// From `signIn`.
    ticket: String,
}

/// A ticket with the answer of a passkey.
#[derive(InputObject)]
struct VerifyPasskeyInput {
    /// From `signIn`.
    ticket: String,
    /// What `navigator.credentials.get` answered, as JSON.
    credential: Json<serde_json::Value>,
}

#[derive(Default)]
pub(super) struct PasskeyMutation;

#[Object]
impl PasskeyMutation {
    /// What to ask `navigator.credentials.create` for a new passkey. Needs a fresh code.
    async fn begin_passkey_registration(&self, cx: &Context<'_>) -> Result<PasskeyOptionsPayload> {
        let scope = cx.scope();
        let auth = &cx.services().auth;
        options_payload(auth.begin_passkey_registration(&scope.ctx, &scope.environment.host).await)
    }

    /// Keeps the passkey the browser has made.
    async fn finish_passkey_registration(
        &self,
        cx: &Context<'_>,
        input: FinishPasskeyRegistrationInput,
    ) -> Result<PasskeyPayload> {
        let (scope, auth) = (cx.scope(), &cx.services().auth);
        let answer = (input.name.as_str(), &input.credential.0);
        passkey_payload(auth.finish_passkey_registration(&scope.ctx, &scope.environment.host, answer).await)
    }

    /// Gives a passkey another name.
    async fn rename_passkey(&self, cx: &Context<'_>, input: RenamePasskeyInput) -> Result<PasskeyPayload> {
        let id = parse(&input.id)?;
        passkey_payload(cx.services().auth.rename_passkey(&cx.scope().ctx, id, &input.name).await)
    }

    /// Removes a passkey; the authenticator app stays. Needs a fresh code.
    async fn remove_passkey(
        &self,
        cx: &Context<'_>,
        input: RemovePasskeyInput,
    ) -> Result<RemovePasskeyPayload> {
        let id = parse(&input.id)?;
        let (_, user_errors) = outcome(cx.services().auth.remove_passkey(&cx.scope().ctx, id).await)?;
        Ok(RemovePasskeyPayload { user_errors })
    }

    /// What to ask `navigator.credentials.get` at sign-in, after the password.
    async fn begin_passkey_verification(
        &self,
        cx: &Context<'_>,
        input: BeginPasskeyVerificationInput,
    ) -> Result<PasskeyOptionsPayload> {
        let (scope, ticket) = (cx.scope(), SecretText::from(input.ticket));
        let auth = &cx.services().auth;
        options_payload(auth.begin_passkey_verification(&scope.ctx, &scope.environment.host, &ticket).await)
    }

    /// Signs in with a passkey instead of a code.
    async fn verify_passkey(&self, cx: &Context<'_>, input: VerifyPasskeyInput) -> Result<SessionPayload> {
        let scope = cx.scope();
        let step = PasskeyStep {
            ticket: SecretText::from(input.ticket),
            credential: input.credential.0,
            user_agent: scope.user_agent.clone(),
        };
        let host = &scope.environment.host;
        session_payload(cx, cx.services().auth.verify_passkey(&scope.ctx, host, step).await)
    }

    /// What to ask `navigator.credentials.get` for `stepUp`.
    async fn begin_passkey_step_up(&self, cx: &Context<'_>) -> Result<PasskeyOptionsPayload> {
        let scope = cx.scope();
        let auth = &cx.services().auth;
        options_payload(auth.begin_passkey_step_up(&scope.ctx, &scope.environment.host).await)
    }
}

fn parse(id: &ID) -> Result<PasskeyId> {
    Ok(id.parse().map_err(|_| Error::NotFound)?)
}

fn options_payload(asked: kernel::Result<serde_json::Value>) -> Result<PasskeyOptionsPayload> {
    let (options, user_errors) = outcome(asked)?;
    Ok(PasskeyOptionsPayload { options: options.map(Json), user_errors })
}

fn passkey_payload(kept: kernel::Result<auth::Passkey>) -> Result<PasskeyPayload> {
    let (passkey, user_errors) = outcome(kept)?;
    Ok(PasskeyPayload { passkey: passkey.map(PasskeyObject), user_errors })
}
