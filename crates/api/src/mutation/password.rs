//! Passwords people choose themselves, and links in mails. Nobody chooses somebody else's.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use auth::{Choice, PasswordChange, SecretText};
use domain::link;

use super::sign_in::SignInPayload;
use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
};

/// Somebody forgot a password.
#[derive(InputObject)]
struct RequestPasswordResetInput {
    /// Username or mail address.
    login: String,
}

/// Always the same, whether there was somebody to mail or not.
#[derive(SimpleObject)]
struct RequestPasswordResetPayload {
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// A password chosen through a link.
#[derive(InputObject)]
struct ChoosePasswordInput {
    /// From the link.
    token: String,
    /// 12 to 128 characters of any kind; none that is tried first, and nothing others know of its owner.
    password: String,
}

/// The password is another one; nobody is signed in by that.
#[derive(SimpleObject)]
struct ResetPasswordPayload {
    /// The name to sign in with.
    username: Option<String>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// Another password for who is signed in.
#[derive(InputObject)]
struct ChangePasswordInput {
    /// The one of now.
    current_password: String,
    /// 12 to 128 characters of any kind; none that is tried first, and nothing others know of its owner.
    new_password: String,
}

/// The password is another one; other sessions have ended.
#[derive(SimpleObject)]
struct ChangePasswordPayload {
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// A link that was mailed to a new address.
#[derive(InputObject)]
struct ConfirmEmailInput {
    /// From the link.
    token: String,
}

/// The address is in use now.
#[derive(SimpleObject)]
struct ConfirmEmailPayload {
    /// Whether the link was good.
    is_confirmed: bool,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct PasswordMutation;

#[Object]
impl PasswordMutation {
    /// Mails whoever has this login a link for choosing another password. The answer is always the same.
    async fn request_password_reset(
        &self,
        cx: &Context<'_>,
        input: RequestPasswordResetInput,
    ) -> Result<RequestPasswordResetPayload> {
        let asked = cx.services().auth.request_password_reset(&cx.scope().ctx, &input.login).await;
        let (_, user_errors) = outcome(asked)?;
        Ok(RequestPasswordResetPayload { user_errors })
    }

    /// Chooses the first password of whoever was invited; opens the way to the second factor and to nothing
    /// else.
    async fn accept_invitation(&self, cx: &Context<'_>, input: ChoosePasswordInput) -> Result<SignInPayload> {
        let scope = cx.scope();
        let accepted =
            cx.services().auth.accept_invitation(&scope.ctx, choice(input), &scope.environment.name).await;
        let (ticket, user_errors) = outcome(accepted)?;
        Ok(SignInPayload::of(ticket, user_errors))
    }

    /// Chooses another password through a link. Ends all sessions and signs nobody in; the second factor
    /// stays as it is.
    async fn reset_password(
        &self,
        cx: &Context<'_>,
        input: ChoosePasswordInput,
    ) -> Result<ResetPasswordPayload> {
        let scope = cx.scope();
        let reset =
            cx.services().auth.reset_password(&scope.ctx, choice(input), &scope.environment.name).await;
        let (user, user_errors) = outcome(reset)?;
        Ok(ResetPasswordPayload { username: user.map(|user| user.username), user_errors })
    }

    /// Changes the viewer's own password; needs a fresh code. All other sessions end.
    async fn change_password(
        &self,
        cx: &Context<'_>,
        input: ChangePasswordInput,
    ) -> Result<ChangePasswordPayload> {
        let scope = cx.scope();
        let change = PasswordChange {
            current: SecretText::from(input.current_password),
            new: SecretText::from(input.new_password),
        };
        let changed = cx.services().auth.change_password(&scope.ctx, change, &scope.environment.name).await;
        let (_, user_errors) = outcome(changed)?;
        Ok(ChangePasswordPayload { user_errors })
    }

    /// Takes a new mail address, by the link that was mailed to it.
    async fn confirm_email(&self, cx: &Context<'_>, input: ConfirmEmailInput) -> Result<ConfirmEmailPayload> {
        let confirmed = link::confirm_email(&cx.scope().ctx, &input.token).await;
        let (done, user_errors) = outcome(confirmed)?;
        Ok(ConfirmEmailPayload { is_confirmed: done.is_some(), user_errors })
    }
}

fn choice(input: ChoosePasswordInput) -> Choice {
    Choice { token: SecretText::from(input.token), password: SecretText::from(input.password) }
}
