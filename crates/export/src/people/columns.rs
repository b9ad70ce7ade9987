//! Which column holds what, by its heading in Dutch or English.

use domain::text::fold;
use kernel::{Locale, Result, UserError, UserErrors};

use crate::importing::Table;

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Name,
    Email,
    Username,
    Role,
    Groups,
    EndsOn,
}

impl What {
    pub(super) const ALL: [Self; 6] =
        [Self::Name, Self::Email, Self::Username, Self::Role, Self::Groups, Self::EndsOn];

    /// The heading we give it.
    pub(super) const fn heading(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Name, Locale::Nl) => "Naam",
            (Self::Name, Locale::En) => "Name",
            (Self::Email, _) => "E-mail",
            (Self::Username, Locale::Nl) => "Gebruikersnaam",
            (Self::Username, Locale::En) => "Username",
            (Self::Role, Locale::Nl) => "Rol",
            (Self::Role, Locale::En) => "Role",
            (Self::Groups, Locale::Nl) => "Groepen",
            (Self::Groups, Locale::En) => "Groups",
            (Self::EndsOn, Locale::Nl) => "Einddatum",
            (Self::EndsOn, Locale::En) => "End date",
        }
    }

    /// What else people write above it, folded.
    const fn others(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["volledige naam", "full name", "display name"],
            Self::Email => &["email", "mail", "e-mailadres", "emailadres", "e-mail address", "email address"],
            Self::Username => &["inlognaam", "login", "user name"],
            Self::Role => &["functierol"],
            Self::Groups => &["groep", "group"],
            Self::EndsOn => &["toegang tot", "access until", "access ends on"],
        }
    }

    const fn is_compulsory(self) -> bool {
        matches!(self, Self::Name | Self::Email | Self::Role)
    }

    /// The column of an error at this field of an invitation.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        Some(match field {
            "displayName" => Self::Name,
            "email" => Self::Email,
            "username" => Self::Username,
            "role" => Self::Role,
            "groupIds" => Self::Groups,
            "accessEndsOn" => Self::EndsOn,
            _ => return None,
        })
    }

    fn is_called(self, heading: &str) -> bool {
        let heading = fold(heading.trim().trim_end_matches('*').trim_end());
        Locale::ALL.iter().any(|locale| fold(self.heading(*locale)) == heading)
            || self.others().contains(&heading.as_str())
    }
}

/// The places of the columns on one sheet.
pub(super) struct Columns(Vec<(What, u32)>);

impl Columns {
    pub(super) fn place(&self, what: What) -> Option<u32> {
        self.0.iter().find(|(known, _)| *known == what).map(|(_, place)| *place)
    }
}

/// Finds the columns; `COLUMN_MISSING` at `sheet` for each compulsory one that is not there.
pub(super) fn find(table: &Table, locale: Locale) -> Result<Columns> {
    let mut found = Vec::new();
    let mut errors = UserErrors::default();
    for what in What::ALL {
        match table.columns.iter().find(|(_, heading)| what.is_called(heading)) {
            Some((place, _)) => found.push((what, *place)),
            None if what.is_compulsory() => {
                errors.push(UserError::at("COLUMN_MISSING", &["sheet"]).with("name", what.heading(locale)));
            }
            None => {}
        }
    }
    errors.into_result()?;
    Ok(Columns(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_both_languages_in_whatever_case_with_or_without_a_star() {
        for (heading, wanted) in [
            ("Naam", What::Name),
            ("NAME *", What::Name),
            (" e-mail", What::Email),
            ("E-mailadres", What::Email),
            ("gebruikersnaam", What::Username),
            ("Role*", What::Role),
            ("Groups", What::Groups),
            ("Einddatum", What::EndsOn),
        ] {
            let found: Vec<_> = What::ALL.into_iter().filter(|what| what.is_called(heading)).collect();
            assert_eq!(found, [wanted], "{heading}");
        }
    }
}
