//! What happened, in words: the sentences of all actions, in Dutch and English.
//!
//! `actions.json` is their one source. The application has the same ones, and a test holds it to that.

use std::{collections::BTreeMap, sync::LazyLock};

use kernel::{Locale, Localized};

use crate::text::fold;

#[allow(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
static SENTENCES: LazyLock<BTreeMap<String, Localized>> =
    LazyLock::new(|| serde_json::from_str(include_str!("actions.json")).expect("sentences of all actions"));

/// The sentence of an action, without who and what: "signed in". The action's name when there is none.
#[must_use]
pub fn sentence(action: &str, locale: Locale) -> &str {
    SENTENCES.get(action).map_or(action, |sentence| sentence.get(locale))
}

/// All actions that have a sentence.
pub fn all() -> impl Iterator<Item = &'static str> {
    SENTENCES.keys().map(String::as_str)
}

/// The actions whose name or sentence holds a folded text.
pub(super) fn matching(folded: &str, locale: Locale) -> Vec<&'static str> {
    let matches = |(name, sentence): &(&'static String, &'static Localized)| {
        fold(name).contains(folded) || fold(sentence.get(locale)).contains(folded)
    };
    SENTENCES.iter().filter(matches).map(|(name, _)| name.as_str()).collect()
}
