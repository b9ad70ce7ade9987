//! What a group must look like.

use kernel::{UserError, UserErrors};

/// The longest name and description, in characters.
const MAX_NAME: usize = 80;
const MAX_DESCRIPTION: usize = 1_000;

/// A name as it is kept.
pub(super) fn name(text: &str, errors: &mut UserErrors) -> String {
    let name: String = text.trim().chars().filter(|c| !c.is_control()).collect();
    if name.is_empty() {
        errors.push(UserError::at("REQUIRED", &["name"]));
    } else if name.chars().count() > MAX_NAME {
        errors.push(UserError::at("TOO_LONG", &["name"]).with("max", MAX_NAME));
    }
    name
}

/// A description as it is kept: it may have several lines.
pub(super) fn description(text: &str, errors: &mut UserErrors) -> String {
    let description: String = text.trim().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    if description.chars().count() > MAX_DESCRIPTION {
        errors.push(UserError::at("TOO_LONG", &["description"]).with("max", MAX_DESCRIPTION));
    }
    description
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_descriptions_are_tidied_and_bounded() {
        let mut errors = UserErrors::default();
        assert_eq!(name(" H\0R ", &mut errors), "HR");
        assert_eq!(description(" een\ntwee\u{7} ", &mut errors), "een\ntwee");
        assert_eq!(errors, UserErrors::default());
        name(" \t", &mut errors);
        name(&"x".repeat(81), &mut errors);
        description(&"x".repeat(1_001), &mut errors);
        let codes: Vec<_> = errors.0.iter().map(|error| (error.code, error.path.join("."))).collect();
        let wanted = [("REQUIRED", "name"), ("TOO_LONG", "name"), ("TOO_LONG", "description")];
        assert_eq!(codes, wanted.map(|(code, path)| (code, path.to_owned())));
    }
}
