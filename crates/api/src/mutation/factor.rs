use async_graphql::{Context, ID, InputObject, Json, Object, SimpleObject};
use auth::SecretText;
use kernel::{Error, Instant, SessionId};

use super::sign_in::{
    BeginSecondFactorEnrollmentPayload, SessionPayload, enrollment_payload, second_step, session_payload,
};
use crate::{
    error::{Result, UserError, outcome},
    execute::CookieChange,
    scope::Shared,
    types::SessionObject,
};

/// A ticket with a recovery code.
#[derive(InputObject)]
struct UseRecoveryCodeInput {
    /// From `signIn`.
    ticket: String,
    /// XXXX-XXXX-XXXX-XXXX; case, spaces and dashes do not matter.
    code: String,
}

/// A code of the authenticator app.
#[derive(InputObject)]
struct CodeInput {
    /// Six digits.
    code: String,
}

/// Recovery codes, each good once.
#[derive(SimpleObject)]
struct RecoveryCodesPayload {
    /// Ten codes XXXX-XXXX-XXXX-XXXX. Shown once.
    codes: Option<Vec<String>>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// A fresh proof: a code or a passkey, one of the two.
#[derive(InputObject)]
struct StepUpInput {
    /// Six digits.
    code: Option<String>,
    /// What `navigator.credentials.get` answered to `beginPasskeyStepUp`, as JSON.
    credential: Option<Json<serde_json::Value>>,
}

/// Until when sensitive actions are open.
#[derive(SimpleObject)]
struct StepUpPayload {
    /// Ten minutes from now.
    fresh_until: Option<Instant>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// One of the viewer's sessions.
#[derive(InputObject)]
struct EndSessionInput {
    /// Of the session.
    id: ID,
}

/// The viewer's sessions that are left.
#[derive(SimpleObject)]
struct SessionsPayload {
    /// The one used last first; null when the viewer's own has just ended.
    sessions: Option<Vec<SessionObject>>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct FactorMutation;

#[Object]
impl FactorMutation {
    /// Signs in with a recovery code instead of a code of the second factor. The code is used up.
    async fn use_recovery_code(
        &self,
        cx: &Context<'_>,
        input: UseRecoveryCodeInput,
    ) -> Result<SessionPayload> {
        let step = second_step(cx, input.ticket, input.code);
        session_payload(cx, cx.services().auth.use_recovery_code(&cx.scope().ctx, step).await)
    }

    /// Gives the viewer new recovery codes; the old ones stop working. Needs a fresh code.
    async fn regenerate_recovery_codes(&self, cx: &Context<'_>) -> Result<RecoveryCodesPayload> {
        codes_payload(cx.services().auth.regenerate_recovery_codes(&cx.scope().ctx).await)
    }

    /// Gives the secret for another authenticator app; the one in use stays until the new one is confirmed.
    /// Needs a fresh code.
    async fn begin_second_factor_replacement(
        &self,
        cx: &Context<'_>,
    ) -> Result<BeginSecondFactorEnrollmentPayload> {
        let scope = cx.scope();
        enrollment_payload(cx.services().auth.begin_replacement(&scope.ctx, &scope.environment.name).await)
    }

    /// Switches to the other authenticator app with a code of it. Other sessions end, and there are new
    /// recovery codes.
    async fn confirm_second_factor_replacement(
        &self,
        cx: &Context<'_>,
        input: CodeInput,
    ) -> Result<RecoveryCodesPayload> {
        let code = SecretText::from(input.code);
        codes_payload(cx.services().auth.confirm_replacement(&cx.scope().ctx, &code).await)
    }

    /// Shows a fresh code (or a passkey) for sensitive actions; good for ten minutes in this session.
    async fn step_up(&self, cx: &Context<'_>, input: StepUpInput) -> Result<StepUpPayload> {
        let (auth, scope) = (&cx.services().auth, cx.scope());
        let stepped_up = match (input.code, input.credential) {
            (Some(code), None) => auth.step_up(&scope.ctx, &SecretText::from(code)).await,
            (None, Some(Json(credential))) => {
                auth.step_up_with_passkey(&scope.ctx, &scope.environment.host, &credential).await
            }
            _ => Err(Error::bad_request("input", "takes a code or a credential")),
        };
        let (fresh_until, user_errors) = outcome(stepped_up)?;
        Ok(StepUpPayload { fresh_until, user_errors })
    }

    /// Ends one of the viewer's sessions.
    async fn end_session(&self, cx: &Context<'_>, input: EndSessionInput) -> Result<SessionsPayload> {
        let (auth, scope) = (&cx.services().auth, cx.scope());
        let id: SessionId = input.id.parse().map_err(|_| Error::NotFound)?;
        let (_, user_errors) = outcome(auth.end_session(&scope.ctx, id).await)?;
        if scope.ctx.access().credential == domain::Credential::Session(id) {
            scope.change_cookie(CookieChange::Clear);
            return Ok(SessionsPayload { sessions: None, user_errors });
        }
        sessions_payload(cx, user_errors).await
    }

    /// Ends all of the viewer's sessions but this one.
    async fn end_other_sessions(&self, cx: &Context<'_>) -> Result<SessionsPayload> {
        let (_, user_errors) = outcome(cx.services().auth.end_other_sessions(&cx.scope().ctx).await)?;
        sessions_payload(cx, user_errors).await
    }
}

fn codes_payload(made: kernel::Result<Vec<SecretText>>) -> Result<RecoveryCodesPayload> {
    let (codes, user_errors) = outcome(made)?;
    let codes = codes.map(|codes| codes.iter().map(|code| code.expose().to_owned()).collect());
    Ok(RecoveryCodesPayload { codes, user_errors })
}

async fn sessions_payload(cx: &Context<'_>, user_errors: Vec<UserError>) -> Result<SessionsPayload> {
    let sessions = cx.services().auth.sessions(&cx.scope().ctx).await?;
    Ok(SessionsPayload { sessions: Some(sessions.into_iter().map(SessionObject).collect()), user_errors })
}
