//! What a user must look like.

use chrono::{Months, NaiveDate};
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

/// A user out of what was asked; or everything that is wrong with it.
pub(super) fn parse(ctx: &Ctx, new: NewUser) -> Result<User> {
    let mut errors = UserErrors::default();
    let username = username(&new.username, &mut errors);
    let email = email(&new.email, &mut errors);
    let display_name = display_name(&new.display_name, &mut errors);
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

/// A login name as it is kept. It has no `@`, so it is never a mail address.
pub(super) fn username(text: &str, errors: &mut UserErrors) -> String {
    let username = text.trim().to_owned();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    if !(2..=64).contains(&username.chars().count()) || !username.chars().all(is_name) {
        errors.push(UserError::at("INVALID_USERNAME", &["username"]));
    }
    username
}

/// A mail address as it is kept.
pub(super) fn email(text: &str, errors: &mut UserErrors) -> String {
    let email = text.trim().to_owned();
    if email.parse::<EmailAddress>().is_err() {
        errors.push(UserError::at("INVALID_EMAIL", &["email"]));
    }
    email
}

/// A name as it is kept.
pub(super) fn display_name(text: &str, errors: &mut UserErrors) -> String {
    let name: String = text.trim().chars().filter(|c| !c.is_control()).collect();
    if name.is_empty() {
        errors.push(UserError::at("REQUIRED", &["displayName"]));
    } else if name.chars().count() > MAX_NAME {
        errors.push(UserError::at("TOO_LONG", &["displayName"]).with("max", MAX_NAME));
    }
    name
}

/// The longest access an auditor and somebody from outside can have: a year.
pub(crate) const LONGEST_ACCESS: Months = Months::new(12);

/// A last day of access: today or later. One that is compulsory lies within a year. `field` is where
/// it stands in the input.
pub(crate) fn check_end(
    ends_on: Option<NaiveDate>,
    (today, is_compulsory): (NaiveDate, bool),
    field: &str,
) -> Result<(), UserError> {
    let latest = today.checked_add_months(LONGEST_ACCESS).unwrap_or(NaiveDate::MAX);
    match ends_on {
        None if is_compulsory => Err(UserError::at("REQUIRED", &[field])),
        Some(day) if day < today => Err(UserError::at("DATE_IN_PAST", &[field])),
        Some(day) if is_compulsory && day > latest => {
            Err(UserError::at("DATE_TOO_LATE", &[field]).with("max", latest))
        }
        _ => Ok(()),
    }
}

/// True for who holds the environment together: an administrator who may sign in today and on every day
/// to come. The last one stays.
pub(super) fn is_lasting_administrator(user: &User) -> bool {
    user.role == Role::Administrator
        && user.kind == AccountKind::Member
        && user.status == UserStatus::Active
        && user.access_ends_on.is_none()
}

/// Where the change of an account takes the last administrator away, if it does.
pub(super) fn unseats(before: &User, after: &User) -> Option<&'static str> {
    if !is_lasting_administrator(before) || is_lasting_administrator(after) {
        return None;
    }
    Some(if before.role != after.role {
        "role"
    } else if before.access_ends_on != after.access_ends_on {
        "accessEndsOn"
    } else {
        "id"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn user(role: Role, ends_on: Option<&str>) -> User {
        User {
            id: UserId::from_uuid(uuid::Uuid::nil()),
            username: "a".into(),
            email: "a@b.nl".into(),
            display_name: "A".into(),
            kind: AccountKind::Member,
            role,
            locale: Locale::Nl,
            status: UserStatus::Active,
            last_signed_in_at: None,
            access_ends_on: ends_on.map(day),
            created_at: kernel::Clock::now(&kernel::FixedClock::default()),
            archived_at: None,
            invitation_sent_at: None,
            version: 1,
        }
    }

    #[test]
    fn a_last_day_is_today_or_later_and_a_compulsory_one_within_a_year() {
        let today = day("2026-01-05");
        let table = [
            (None, false, None),
            (None, true, Some("REQUIRED")),
            (Some("2026-01-04"), false, Some("DATE_IN_PAST")),
            (Some("2026-01-04"), true, Some("DATE_IN_PAST")),
            (Some("2026-01-05"), true, None),
            (Some("2027-01-05"), true, None),
            (Some("2027-01-06"), true, Some("DATE_TOO_LATE")),
            (Some("2030-01-01"), false, None),
        ];
        for (ends_on, is_compulsory, wanted) in table {
            let told = check_end(ends_on.map(day), (today, is_compulsory), "endsOn");
            assert_eq!(told.err().map(|error| error.code), wanted, "{ends_on:?} {is_compulsory}");
        }
    }

    #[test]
    fn demoting_ending_and_archiving_unseat_an_administrator_and_nothing_else_does() {
        let administrator = user(Role::Administrator, None);
        let table = [
            (user(Role::Manager, None), Some("role")),
            (user(Role::Administrator, Some("2026-02-01")), Some("accessEndsOn")),
            (User { status: UserStatus::Archived, ..administrator.clone() }, Some("id")),
            (User { display_name: "B".into(), ..administrator.clone() }, None),
        ];
        for (after, wanted) in table {
            assert_eq!(unseats(&administrator, &after), wanted);
        }
        let temporary = user(Role::Administrator, Some("2026-02-01"));
        assert_eq!(
            unseats(&temporary, &user(Role::Viewer, None)),
            None,
            "one who goes holds nothing together"
        );
    }

    #[test]
    fn logins_are_the_same_in_any_case_and_form() {
        assert_eq!(login_key(" Rene\u{301}.Bos "), login_key("ren\u{e9}.bos"));
    }
}
