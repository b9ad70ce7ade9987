//! Countries by their two-letter codes of ISO 3166-1, and XK for Kosovo.
//!
//! The names are those of the Unicode CLDR, in `names.tsv`: code, Dutch, English.

use std::sync::LazyLock;

use kernel::Locale;

static NAMES: &str = include_str!("names.tsv");

/// A country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// Two capitals.
    pub code: &'static str,
    nl: &'static str,
    en: &'static str,
}

static ALL: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let country = |line: &'static str| {
        let mut parts = line.split('\t');
        Some(Country { code: parts.next()?, nl: parts.next()?, en: parts.next()? })
    };
    NAMES.lines().filter_map(country).collect()
});

impl Country {
    /// All countries, by code.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &ALL
    }

    /// The country with this code.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        ALL.iter().copied().find(|country| country.code == code)
    }

    /// The country somebody names: its code, or its name in either language, case ignored.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = crate::text::fold(text.trim());
        let is_meant = |name: &str| crate::text::fold(name) == text;
        ALL.iter().copied().find(|one| is_meant(one.code) || is_meant(one.nl) || is_meant(one.en))
    }

    /// What it is called.
    #[must_use]
    pub const fn name(self, locale: Locale) -> &'static str {
        match locale {
            Locale::Nl => self.nl,
            Locale::En => self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_code_and_two_names_and_none_stands_twice() {
        let codes: std::collections::BTreeSet<_> = Country::all().iter().map(|one| one.code).collect();
        assert_eq!(codes.len(), Country::all().len());
        assert!(
            codes.len() > 240 && Country::all().iter().all(|one| !one.nl.is_empty() && !one.en.is_empty())
        );
    }

    #[test]
    fn a_country_is_known_by_code_and_by_name() {
        for text in ["NL", "nl", "Nederland", "netherlands"] {
            assert_eq!(Country::parse(text).unwrap().code, "NL", "{text}");
        }
        assert_eq!(Country::find("BE").unwrap().name(Locale::Nl), "België");
        assert!(Country::parse("Utopia").is_none());
    }
}
