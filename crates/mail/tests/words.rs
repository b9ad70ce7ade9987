//! What mails say.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::expect_used,
    missing_docs,
    unreachable_pub,
    reason = "a test"
)]

mod sample;

use std::collections::BTreeSet;

use kernel::Locale;
use sample::{TOKEN, letters, mail, sender};
use waarborg_mail::{Composed, compose};

fn all(locale: Locale) -> Vec<(&'static str, Composed)> {
    let compose = |letter: domain::mail::Letter| {
        let kind = letter.kind();
        (kind, compose(&mail(letter, locale, "eva@zorg.example"), &sender()).unwrap())
    };
    letters().into_iter().map(compose).collect()
}

fn texts(locale: Locale) -> String {
    let one =
        |(kind, mail): (&str, Composed)| format!("=== {kind}\nSubject: {}\n\n{}", mail.subject, mail.text);
    all(locale).into_iter().map(one).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_mail_in_dutch() {
    insta::assert_snapshot!(texts(Locale::Nl));
}

#[test]
fn every_mail_in_english() {
    insta::assert_snapshot!(texts(Locale::En));
}

#[test]
fn an_invitation_as_html_in_both_languages() {
    insta::assert_snapshot!("invitation_nl", all(Locale::Nl)[0].1.html);
    insta::assert_snapshot!("invitation_en", all(Locale::En)[0].1.html);
}

#[test]
fn there_are_words_for_every_kind_of_mail_and_for_no_other() {
    let kinds: BTreeSet<String> = letters().iter().map(|letter| letter.kind().to_owned()).collect();
    let words: serde_json::Value = serde_norway::from_str(include_str!("../content/nl.yaml")).unwrap();
    let named: BTreeSet<String> = words["letters"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(kinds, named);
}

#[test]
fn html_says_what_the_text_says_and_loads_nothing_from_elsewhere() {
    for locale in Locale::ALL {
        for (kind, mail) in all(locale) {
            assert!(mail.html.contains(&format!("<html lang=\"{locale}\"")), "{kind}");
            for forbidden in ["src=", "<link", "url(", "@import", "<script", "<img", "<b>Consult", "[["] {
                assert!(!mail.html.contains(forbidden) || kind == "passkey_removed", "{kind}: {forbidden}");
            }
            assert!(!mail.text.contains("&amp;") && !mail.html.contains("Thuiszorg & Zo"), "{kind}");
            assert!(mail.html.contains("color-scheme"), "{kind}");
            let has_link =
                mail.text.contains("?token=") || matches!(kind, "mentioned" | "environment_restored");
            assert_eq!(mail.html.contains("<a "), has_link, "{kind}");
            assert!(!mail.subject.contains(['\r', '\n']), "{kind}");
        }
    }
}

#[test]
fn sec_10_the_username_stands_at_the_bottom_of_the_invitation_and_the_link_leads_to_its_environment() {
    for locale in Locale::ALL {
        let (_, mail) = &all(locale)[0];
        let link = format!("https://thuiszorg.waarborg.example/invitation?token={TOKEN}");
        assert!(mail.text.contains(&link) && mail.html.contains(&link));
        let (link_at, name_at) = (mail.text.find(&link).unwrap(), mail.text.find("e.jansen").unwrap());
        assert!(name_at > link_at, "{}", mail.text);
        assert!(mail.html.rfind("e.jansen").unwrap() > mail.html.rfind(&link).unwrap());
    }
}

#[test]
fn what_people_typed_is_never_taken_for_words_of_ours() {
    let passkeys: Vec<_> =
        all(Locale::En).into_iter().filter(|(kind, _)| kind.starts_with("passkey")).collect();
    assert!(passkeys[0].1.text.contains("‘Laptop {host}’"), "{}", passkeys[0].1.text);
    assert!(passkeys[1].1.html.contains("‘Laptop [[body]]’"));
}
