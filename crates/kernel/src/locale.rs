//! The product's two languages.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language of the product. Dutch is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Nederlands.
    #[default]
    Nl,
    /// English.
    En,
}

impl Locale {
    /// Both languages, the default first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The two-letter code of ISO 639-1.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Locale {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|locale| locale.code() == text).ok_or(())
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localized {
    /// The Dutch text.
    pub nl: String,
    /// The English text.
    pub en: String,
}

impl Localized {
    /// The same text in both languages: what a user typed, in whatever language.
    #[must_use]
    pub fn same(text: impl Into<String>) -> Self {
        let nl = text.into();
        Self { en: nl.clone(), nl }
    }

    /// The text in one language.
    #[must_use]
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Nl => &self.nl,
            Locale::En => &self.en,
        }
    }

    /// Trimmed, and with the other language's text where one is empty.
    #[must_use]
    pub fn completed(&self) -> Self {
        let or = |one: &str, other: &str| if one.is_empty() { other } else { one }.to_owned();
        let (nl, en) = (self.nl.trim(), self.en.trim());
        Self { nl: or(nl, en), en: or(en, nl) }
    }

    /// True when either language lacks its text.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.nl.trim().is_empty() || self.en.trim().is_empty()
    }
}
