//! The words of all mails, as data.

use std::{collections::BTreeMap, sync::LazyLock};

use kernel::Locale;
use serde::Deserialize;

static DUTCH: LazyLock<Result<Words, String>> = LazyLock::new(|| read(include_str!("../content/nl.yaml")));
static ENGLISH: LazyLock<Result<Words, String>> = LazyLock::new(|| read(include_str!("../content/en.yaml")));

/// One language's words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub common: Common,
    /// By the letter's kind.
    pub letters: BTreeMap<String, LetterWords>,
}

/// What all mails have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Common {
    pub greeting: String,
    pub closing: String,
    pub sender: String,
    pub copy_link: String,
    pub footer: String,
    pub date_time: String,
    pub date: String,
    pub months: [String; 12],
    pub unknown_address: String,
    pub hosting_party: String,
}

/// What one kind of mail has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterWords {
    pub subject: String,
    /// Paragraphs in front of the button.
    pub before: Vec<String>,
    /// What the button says, for a mail with a link.
    pub button: Option<String>,
    /// The page the link leads to.
    pub path: Option<String>,
    /// Paragraphs behind the button.
    #[serde(default)]
    pub after: Vec<String>,
    /// At the bottom: names and what they are.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
}

/// The words of a language.
pub(crate) fn of(locale: Locale) -> kernel::Result<&'static Words> {
    let words = match locale {
        Locale::Nl => &*DUTCH,
        Locale::En => &*ENGLISH,
    };
    words.as_ref().map_err(|error| kernel::Error::internal(error.as_str()))
}

fn read(text: &str) -> Result<Words, String> {
    serde_norway::from_str(text).map_err(|error| format!("the words of mails: {error}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The names in braces, in their order.
    fn names(text: &str) -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
    }

    fn shape(words: &LetterWords) -> (Vec<BTreeSet<String>>, Option<String>, bool) {
        let texts = [&words.subject].into_iter().chain(&words.before).chain(&words.after);
        let facts = words.facts.values().map(|value| names(value));
        let mut shape: Vec<_> = texts.map(|text| names(text)).collect();
        shape.extend(facts.collect::<BTreeSet<_>>());
        (shape, words.path.clone(), words.button.is_some())
    }

    #[test]
    fn both_languages_have_every_mail_with_the_same_paragraphs_names_and_links() {
        let (dutch, english) = (of(Locale::Nl).unwrap(), of(Locale::En).unwrap());
        let kinds = |words: &Words| words.letters.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(kinds(dutch), kinds(english));
        for (kind, words) in &dutch.letters {
            let other = &english.letters[kind];
            assert_eq!(shape(words), shape(other), "{kind}");
            assert_ne!(words.subject, other.subject, "{kind} is translated");
            assert_eq!(words.button.is_some(), words.path.is_some(), "{kind}");
        }
    }
}
