//! Dutch and English say the same things.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::conclude;
use crate::workspace;

const LOCALES: [&str; 2] = ["nl", "en"];

/// One language's texts by dotted key.
type Texts = BTreeMap<String, String>;

pub(super) fn check() -> Result<()> {
    let folder = workspace::frontend().join("src/locales");
    let [dutch, english] = LOCALES;
    conclude(&compare(&read(&folder.join(dutch))?, &read(&folder.join(english))?))
}

/// All texts of a language; the file's name is the first part of the key.
fn read(folder: &Path) -> Result<Texts> {
    let mut texts = Texts::new();
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let content: Value = serde_json::from_str(&fs::read_to_string(&path)?)
                .with_context(|| format!("reading {}", path.display()))?;
            flatten(name, &content, &mut texts);
        }
    }
    Ok(texts)
}

fn flatten(key: String, value: &Value, texts: &mut Texts) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                flatten(format!("{key}.{name}"), member, texts);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                flatten(format!("{key}.{index}"), item, texts);
            }
        }
        Value::String(text) => {
            texts.insert(key, text.clone());
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {
            texts.insert(key, String::new());
        }
    }
}

fn compare(dutch: &Texts, english: &Texts) -> Vec<String> {
    let mut findings = Vec::new();
    let keys: BTreeSet<&String> = dutch.keys().chain(english.keys()).collect();
    for key in keys {
        let (nl, en) = (dutch.get(key), english.get(key));
        for (locale, text) in [("nl", nl), ("en", en)] {
            match text {
                None => findings.push(format!("{key}: missing in {locale}")),
                Some(text) if text.trim().is_empty() => findings.push(format!("{key}: empty in {locale}")),
                Some(_) => {}
            }
        }
        if let (Some(nl), Some(en)) = (nl, en)
            && placeholders(nl) != placeholders(en)
        {
            findings.push(format!("{key}: nl and en have different {{{{placeholders}}}}"));
        }
    }
    findings
}

/// The names between `{{` and `}}`. A count may be written out in one language ("één taak") and not in the other.
fn placeholders(text: &str) -> BTreeSet<&str> {
    let opened = text.split("{{").skip(1);
    let names = opened.filter_map(|rest| Some(rest.split_once("}}")?.0.split(',').next()?.trim()));
    names.filter(|name| *name != "count").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(content: &str) -> Texts {
        let mut texts = Texts::new();
        flatten("app".to_owned(), &serde_json::from_str(content).expect("JSON"), &mut texts);
        texts
    }

    #[test]
    fn the_same_keys_with_text_are_complete() {
        let dutch = texts(r#"{"save": "Opslaan", "task": {"one": "één taak", "other": "{{count}} taken"}}"#);
        let english =
            texts(r#"{"save": "Save", "task": {"one": "{{count}} task", "other": "{{count}} tasks"}}"#);
        assert_eq!(compare(&dutch, &english), Vec::<String>::new());
    }

    #[test]
    fn a_key_missing_or_empty_in_one_language_is_named() {
        let found = compare(&texts(r#"{"a": "x", "b": " "}"#), &texts(r#"{"b": "y", "c": "z"}"#));
        assert_eq!(found, ["app.a: missing in en", "app.b: empty in nl", "app.c: missing in nl"]);
    }

    #[test]
    fn a_placeholder_in_one_language_only_is_found() {
        let found =
            compare(&texts(r#"{"a": "Dag {{name}}"}"#), &texts(r#"{"a": "Hello {{user, uppercase}}"}"#));
        assert_eq!(found.len(), 1);
    }
}
