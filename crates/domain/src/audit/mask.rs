//! What must not be readable in the log, whatever a service puts in the details.

use serde_json::Value;

/// Stands where something was left out.
pub(super) const MASK: &str = "•••";

/// Words in a key whose text is a secret.
const SECRET: &[&str] = &[
    "authorization",
    "cookie",
    "credential",
    "credentials",
    "otp",
    "passphrase",
    "passwd",
    "password",
    "passwords",
    "private",
    "recovery",
    "secret",
    "secrets",
    "ticket",
    "token",
    "totp",
    "wachtwoord",
];

/// Words in a field's key whose values are special personal data (AVG, articles 9, 10 and 87).
const SPECIAL: &[&str] = &[
    "biometric",
    "biometrisch",
    "bsn",
    "burgerservicenummer",
    "conviction",
    "criminal",
    "diagnose",
    "diagnosis",
    "ethnicity",
    "etniciteit",
    "geloof",
    "genetic",
    "genetisch",
    "gezondheid",
    "health",
    "medical",
    "medicatie",
    "medication",
    "medisch",
    "religie",
    "religion",
    "seksualiteit",
    "sexuality",
    "ssn",
    "strafrechtelijk",
    "union",
    "vakbond",
    "ziekte",
];

/// Leaves out secrets anywhere, and special personal data among changes.
pub(super) fn mask(mut details: Value) -> Value {
    hide_secrets(&mut details);
    if let Some(Value::Object(changes)) = details.get_mut("changes") {
        for (field, change) in changes {
            if holds(field, SPECIAL) {
                hide(change);
            }
        }
    }
    details
}

fn hide_secrets(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                if holds(key, SECRET) {
                    hide(member);
                } else {
                    hide_secrets(member);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(hide_secrets),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Texts go, wherever they are; figures, yes and no, and ids of ours say nothing secret.
fn hide(value: &mut Value) {
    match value {
        Value::String(text) if !is_id(text) => MASK.clone_into(text),
        Value::Array(items) => items.iter_mut().for_each(hide),
        Value::Object(members) => members.values_mut().for_each(hide),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// `tok_` and 32 hexadecimal digits, and the like.
fn is_id(text: &str) -> bool {
    text.split_once('_').is_some_and(|(prefix, digits)| {
        prefix.len() == 3 && digits.len() == 32 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

/// Whether one of the words of a key is on the list, whether it joins them by underscores, hyphens or capitals.
fn holds(key: &str, list: &[&str]) -> bool {
    let mut words = String::with_capacity(key.len() + 4);
    let mut was_lower = false;
    for letter in key.chars() {
        if !letter.is_alphanumeric() || (letter.is_uppercase() && was_lower) {
            words.push(' ');
        }
        if letter.is_alphanumeric() {
            words.extend(letter.to_lowercase());
        }
        was_lower = letter.is_lowercase();
    }
    words.split(' ').any(|word| list.contains(&word))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn secrets_are_left_out_wherever_they_are_and_figures_and_ids_stay() {
        let id = "tok_0190f7d6c0a77cc1a5a3f0d9b7e1c2d3";
        let masked = mask(json!({
            "newPassword": "welkom", "nested": [{ "totp_secret": "JBSWY3DP", "name": "a" }],
            "recoveryCodes": ["AAAA-BBBB"], "recoveryCodesLeft": 9, "token": id, "code": "INC-0001",
        }));
        assert_eq!(
            masked,
            json!({
                "newPassword": MASK, "nested": [{ "totp_secret": MASK, "name": "a" }],
                "recoveryCodes": [MASK], "recoveryCodesLeft": 9, "token": id, "code": "INC-0001",
            })
        );
    }

    #[test]
    fn special_personal_data_is_left_out_of_changes_and_nothing_else_is() {
        let masked = mask(json!({ "changes": {
            "client_bsn": ["123456782", null], "healthStatus": ["ziek", "beter"], "title": ["a", "b"],
            "wealth": ["1", "2"],
        } }));
        assert_eq!(
            masked,
            json!({ "changes": {
                "client_bsn": [MASK, null], "healthStatus": [MASK, MASK], "title": ["a", "b"],
                "wealth": ["1", "2"],
            } })
        );
    }
}
