//! What a user must look like.

use kernel::{EmailAddress, Locale, Result, Role, UserError, UserErrors, UserId};
use unicode_normalization::UnicodeNormalization;

use super::{AccountKind, User, UserStatus};
use crate::Ctx;

/// The longest first and last name together, in characters.
const MAX_NAME: usize = 120;

/// A user to be made.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// 2 to 64 letters, digits, `.`, `-` and `_`; unique in whatever case.
    pub username: String,
    /// A mail address, unique in whatever case.
    pub email: String,
    /// 1 to 120 characters.
    pub display_name: String,
    /// The default role.
    pub role: Role,
    /// The language of the interface.
    pub locale: Locale,
}

/// What logins are compared by: NFC, lower-case, without surrounding space and control characters,
/// which no login has and of which PostgreSQL refuses NUL.
#[must_use]
pub fn login_key(login: &str) -> String {
    login.trim().nfc().filter(|c| !c.is_control()).flat_map(char::to_lowercase).collect()
}

pub(super) fn parse(ctx: &Ctx, new: NewUser) -> Result<User> {
    let mut errors = UserErrors::default();
    let username = new.username.trim().to_owned();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    if !(2..=64).contains(&username.chars().count()) || !username.chars().all(is_name) {
        errors.push(UserError::at("INVALID_USERNAME", &["username"]));
    }
    let email = new.email.trim().to_owned();
    if email.parse::<EmailAddress>().is_err() {
        errors.push(UserError::at("INVALID_EMAIL", &["email"]));
    }
    let display_name: String = new.display_name.trim().chars().filter(|c| !c.is_control()).collect();
    if display_name.is_empty() {
        errors.push(UserError::at("REQUIRED", &["displayName"]));
    } else if display_name.chars().count() > MAX_NAME {
        errors.push(UserError::at("TOO_LONG", &["displayName"]).with("max", MAX_NAME));
    }
    errors.into_result()?;
    Ok(User {
        id: UserId::generate(ctx.clock(), ctx.random()),
        username,
        email,
        display_name,
        role: new.role,
        locale: new.locale,
        status: UserStatus::Active,
        last_signed_in_at: None,
        kind: AccountKind::Member,
        access_ends_on: None,
        created_at: ctx.now(),
        archived_at: None,
        invitation_sent_at: None,
        version: 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logins_are_the_same_in_any_case_and_form() {
        assert_eq!(login_key(" Rene\u{301}.Bos "), login_key("ren\u{e9}.bos"));
    }
}
