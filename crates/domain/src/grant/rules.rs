//! What access of somebody from outside must look like.

use kernel::{Role, UserError, UserErrors};

/// The longest name of an organisation and the longest reason, in characters.
const MAX_ORGANISATION: usize = 120;
const MAX_REASON: usize = 1_000;

/// The organisation somebody comes from, as it is kept.
pub(super) fn organisation(text: &str, errors: &mut UserErrors) -> String {
    let name: String = text.trim().chars().filter(|c| !c.is_control()).collect();
    if name.is_empty() {
        errors.push(UserError::at("REQUIRED", &["organisation"]));
    } else if name.chars().count() > MAX_ORGANISATION {
        errors.push(UserError::at("TOO_LONG", &["organisation"]).with("max", MAX_ORGANISATION));
    }
    name
}

/// Why they are let in, as it is kept.
pub(super) fn reason(text: &str, errors: &mut UserErrors) -> String {
    let reason: String = text.trim().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    if reason.chars().count() > MAX_REASON {
        errors.push(UserError::at("TOO_LONG", &["reason"]).with("max", MAX_REASON));
    }
    reason
}

/// Nobody from outside is an administrator: who has access stays in the customer's own hands.
pub(super) fn role(role: Role) -> Result<(), UserError> {
    if role == Role::Administrator { Err(UserError::at("NOT_FOR_OUTSIDERS", &["role"])) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s11_somebody_from_outside_is_never_an_administrator() {
        for given in Role::ALL {
            assert_eq!(role(given).is_err(), given == Role::Administrator, "{given}");
        }
    }

    #[test]
    fn an_organisation_is_compulsory_and_a_reason_is_not() {
        let mut errors = UserErrors::default();
        assert_eq!(organisation(" Advies\0 BV ", &mut errors), "Advies BV");
        assert_eq!(reason(" ", &mut errors), "");
        assert_eq!(errors, UserErrors::default());
        organisation(" ", &mut errors);
        organisation(&"x".repeat(121), &mut errors);
        reason(&"x".repeat(1_001), &mut errors);
        let codes: Vec<_> = errors.0.iter().map(|error| error.code).collect();
        assert_eq!(codes, ["REQUIRED", "TOO_LONG", "TOO_LONG"]);
    }
}
