use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};
use auth::{Enrollment, NewSession, NextStep, SecondStep, SecretText, SignIn, Ticket};
use domain::Credential;
use kernel::{Actor, Error};

use crate::{
    error::{Result, UserError, outcome},
    execute::CookieChange,
    scope::Shared,
    types::ViewerObject,
};

/// A login with its password.
#[derive(InputObject)]
struct SignInInput {
    /// Username or mail address.
    login: String,
    /// The password.
    password: String,
}

/// What comes after the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
enum SignInStep {
    /// Set the second factor up.
    EnrollSecondFactor,
    /// Give a code of the second factor.
    VerifySecondFactor,
}

/// The password was right; nothing but the next step is open yet.
#[derive(SimpleObject)]
pub(super) struct SignInPayload {
    /// Good for ten minutes, once, and for nothing but the next step.
    ticket: Option<String>,
    /// What comes next.
    next_step: Option<SignInStep>,
    /// The next step can be a passkey. Told only once the password was right.
    has_passkey: bool,
    /// The next step can be a recovery code. Told only once the password was right.
    has_recovery_codes: bool,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

impl SignInPayload {
    pub(super) fn of(ticket: Option<Ticket>, user_errors: Vec<UserError>) -> Self {
        let next_step = ticket.as_ref().map(|ticket| match ticket.next_step {
            NextStep::EnrollSecondFactor => SignInStep::EnrollSecondFactor,
            NextStep::VerifySecondFactor => SignInStep::VerifySecondFactor,
        });
        Self {
            next_step,
            has_passkey: ticket.as_ref().is_some_and(|ticket| ticket.has_passkey),
            has_recovery_codes: ticket.as_ref().is_some_and(|ticket| ticket.has_recovery_codes),
            ticket: ticket.map(|ticket| ticket.token.expose().to_owned()),
            user_errors,
        }
    }
}

/// The ticket of a first sign-in.
#[derive(InputObject)]
struct BeginSecondFactorEnrollmentInput {
    /// From `signIn`.
    ticket: String,
}

/// The secret to put into an authenticator app.
#[derive(SimpleObject)]
pub(super) struct BeginSecondFactorEnrollmentPayload {
    /// The secret, in three forms.
    enrollment: Option<SecondFactorEnrollment>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// A second factor that is not confirmed yet.
#[derive(SimpleObject)]
struct SecondFactorEnrollment {
    /// base32, in groups of four.
    secret: String,
    /// What the QR code holds.
    otpauth_uri: String,
    /// A whole svg element.
    qr_svg: String,
    /// The account's name in the app.
    account_name: String,
    /// The product and the environment, in the app.
    issuer: String,
}

/// A ticket with a code of the second factor.
#[derive(InputObject)]
struct ConfirmSecondFactorEnrollmentInput {
    /// From `signIn`.
    ticket: String,
    /// Six digits.
    code: String,
}

/// A ticket with a code of the second factor.
#[derive(InputObject)]
struct VerifySecondFactorInput {
    /// From `signIn`.
    ticket: String,
    /// Six digits.
    code: String,
}

/// The session itself is in the cookie.
#[derive(SimpleObject)]
pub(super) struct SessionPayload {
    /// Who is signed in now.
    viewer: Option<ViewerObject>,
    /// After `confirmSecondFactorEnrollment`: ten recovery codes, never shown again; null otherwise.
    recovery_codes: Option<Vec<String>>,
    /// After `useRecoveryCode`: how many are left; null otherwise.
    recovery_codes_left: Option<u64>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// The session is over.
#[derive(SimpleObject)]
struct SignOutPayload {
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct SignInMutation;

#[Object]
impl SignInMutation {
    /// Checks login and password; opens the way to the second factor and to nothing else.
    #[graphql(complexity = "5_000 + child_complexity")]
    async fn sign_in(&self, cx: &Context<'_>, input: SignInInput) -> Result<SignInPayload> {
        let attempt = SignIn { login: input.login, password: SecretText::from(input.password) };
        let (ticket, user_errors) = outcome(cx.services().auth.sign_in(&cx.scope().ctx, attempt).await)?;
        Ok(SignInPayload::of(ticket, user_errors))
    }

    /// Gives the secret to put into an authenticator app. Nothing is switched on yet.
    async fn begin_second_factor_enrollment(
        &self,
        cx: &Context<'_>,
        input: BeginSecondFactorEnrollmentInput,
    ) -> Result<BeginSecondFactorEnrollmentPayload> {
        let (scope, ticket) = (cx.scope(), SecretText::from(input.ticket));
        let begun = cx.services().auth.begin_enrollment(&scope.ctx, &ticket, &scope.environment.name).await;
        enrollment_payload(begun)
    }

    /// Switches the second factor on with a code of it, and signs in.
    async fn confirm_second_factor_enrollment(
        &self,
        cx: &Context<'_>,
        input: ConfirmSecondFactorEnrollmentInput,
    ) -> Result<SessionPayload> {
        let step = second_step(cx, input.ticket, input.code);
        session_payload(cx, cx.services().auth.confirm_enrollment(&cx.scope().ctx, step).await)
    }

    /// Gives a code of the second factor, and signs in.
    async fn verify_second_factor(
        &self,
        cx: &Context<'_>,
        input: VerifySecondFactorInput,
    ) -> Result<SessionPayload> {
        let step = second_step(cx, input.ticket, input.code);
        session_payload(cx, cx.services().auth.verify(&cx.scope().ctx, step).await)
    }

    /// Ends the session.
    async fn sign_out(&self, cx: &Context<'_>) -> Result<SignOutPayload> {
        let scope = cx.scope();
        let Credential::Session(session) = scope.ctx.access().credential else {
            return Err(Error::Unauthenticated.into());
        };
        let (_, user_errors) = outcome(cx.services().auth.sign_out(&scope.ctx, session).await)?;
        scope.change_cookie(CookieChange::Clear);
        Ok(SignOutPayload { user_errors })
    }
}

/// What an authenticator app has to know, as the client gets it.
pub(super) fn enrollment_payload(
    begun: kernel::Result<Enrollment>,
) -> Result<BeginSecondFactorEnrollmentPayload> {
    let (enrollment, user_errors) = outcome(begun)?;
    let enrollment = enrollment.map(|begun| SecondFactorEnrollment {
        secret: begun.secret_text.expose().to_owned(),
        otpauth_uri: begun.otpauth_uri.expose().to_owned(),
        qr_svg: begun.qr_svg.expose().to_owned(),
        account_name: begun.account_name,
        issuer: begun.issuer,
    });
    Ok(BeginSecondFactorEnrollmentPayload { enrollment, user_errors })
}

/// A ticket with what goes with it, from this browser.
pub(super) fn second_step(cx: &Context<'_>, ticket: String, code: String) -> SecondStep {
    SecondStep {
        ticket: SecretText::from(ticket),
        code: SecretText::from(code),
        user_agent: cx.scope().user_agent.clone(),
    }
}

/// Hands a new session to the browser as a cookie, and answers as the person it belongs to.
pub(super) fn session_payload(
    cx: &Context<'_>,
    opened: kernel::Result<NewSession>,
) -> Result<SessionPayload> {
    let (opened, user_errors) = outcome(opened)?;
    let recovery_codes = opened.as_ref().and_then(|session| session.recovery_codes.as_ref());
    let recovery_codes =
        recovery_codes.map(|codes| codes.iter().map(|code| code.expose().to_owned()).collect());
    let recovery_codes_left = opened.as_ref().and_then(|session| session.recovery_codes_left);
    let viewer = opened.map(|session| {
        let actor = Actor::User { id: session.user.id, role: session.user.role };
        let ctx = cx.scope().ctx.acting_with(actor, session.access, session.user.locale);
        cx.scope().change_cookie(CookieChange::Set { token: session.token, expires_at: session.expires_at });
        ViewerObject { ctx, user: session.user }
    });
    Ok(SessionPayload { viewer, recovery_codes, recovery_codes_left, user_errors })
}
