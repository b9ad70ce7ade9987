//! Every action has its sentence, and the application has the same ones.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use kernel::Locale;
use waarborg_domain::audit::action;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All texts of Rust code of the product that look like an action of a known subject.
fn used() -> BTreeSet<String> {
    let subjects: BTreeSet<&str> = action::all().filter_map(|action| action.split('.').next()).collect();
    let mut found = BTreeSet::new();
    for name in ["domain", "auth", "export", "api", "server"] {
        read(&repository().join("crates").join(name).join("src"), &mut |code| {
            for text in code.split('"').skip(1).step_by(1) {
                let (subject, verb) = text.split_once('.').unwrap_or_default();
                let is_verb =
                    !verb.is_empty() && verb.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
                // What an archive calls its database is a file, and not something that was done.
                let is_file = verb == "sqlite";
                if is_verb && !is_file && subjects.contains(subject) {
                    found.insert(text.to_owned());
                }
            }
            // Whatever its subject is.
            for call in code.split("AuditEntry::about").skip(1) {
                let first = call.split('"').nth(1).unwrap_or_default();
                let is_near = call.find('"').is_some_and(|at| at < 20);
                if is_near && first.contains('.') {
                    found.insert(first.to_owned());
                }
            }
        });
    }
    found
}

fn read(folder: &Path, each: &mut dyn FnMut(&str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, each);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            each(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn aud_07_every_action_in_the_code_has_a_sentence_in_both_languages() {
    let known: BTreeSet<String> = action::all().map(str::to_owned).collect();
    let used = used();
    assert!(used.contains("record.updated") && used.contains("user.signed_in"), "the search finds actions");
    let lacking: Vec<&String> = used.difference(&known).collect();
    assert!(lacking.is_empty(), "in crates/domain/src/audit/actions.json: {lacking:?}");
    for name in &known {
        for locale in Locale::ALL {
            let sentence = action::sentence(name, locale);
            assert!(!sentence.trim().is_empty() && sentence != name, "{name} in {locale}");
        }
    }
}

#[test]
fn the_application_has_the_sentences_of_the_server() {
    for locale in Locale::ALL {
        let path = repository().join(format!("frontend/src/locales/{locale}/audit.json"));
        let texts: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let mut theirs = BTreeSet::new();
        for (subject, verbs) in texts["actions"].as_object().unwrap() {
            for (verb, sentence) in verbs.as_object().unwrap() {
                let name = format!("{subject}.{verb}");
                assert_eq!(sentence, action::sentence(&name, locale), "{name} in {locale}");
                theirs.insert(name);
            }
        }
        assert_eq!(theirs, action::all().map(str::to_owned).collect());
    }
}
