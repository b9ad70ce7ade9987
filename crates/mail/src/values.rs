//! What is filled in where the words have a name in braces.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use chrono_tz::Europe::Amsterdam;
use domain::mail::{Letter, Mail};
use kernel::{Instant, Result, SecretText};

use crate::{Sender, words::Common};

/// Values by name.
#[derive(Default)]
pub(crate) struct Values(HashMap<&'static str, String>);

impl Values {
    pub(crate) fn of(mail: &Mail, sender: &Sender, common: &Common) -> Self {
        let mut values = Self::default();
        values.set("name", &mail.name);
        values.set("environment", &sender.environment);
        values.set("host", &sender.host);
        values.set("at", &date_time(common, mail.queued_at));
        values.of_letter(&mail.letter, common);
        values
    }

    fn of_letter(&mut self, letter: &Letter, common: &Common) {
        match letter {
            Letter::Invitation { username, expires_at, .. }
            | Letter::PasswordReset { username, expires_at, .. }
            | Letter::EmailConfirmation { username, expires_at, .. } => {
                self.set("username", username);
                self.set("expires_at", &date_time(common, *expires_at));
            }
            Letter::EmailChangeRequested { new_email } | Letter::EmailChanged { new_email } => {
                self.set("new_email", new_email);
            }
            Letter::SecondFactorReset { by } => self.set("by", by),
            Letter::RecoveryCodeUsed { left } => self.set("left", &left.to_string()),
            Letter::PasskeyAdded { name } | Letter::PasskeyRemoved { name } => {
                self.set("name_of_passkey", name);
            }
            Letter::ApiTokenCreated { name } => self.set("name_of_token", name),
            Letter::ConsultantAccessGranted { name, organisation, ends_on, by } => {
                self.set("who", name);
                self.set("organisation", organisation);
                self.set("ends_on", &date(common, *ends_on));
                self.set("by", by);
            }
            Letter::ConsultantAccessWithdrawn { name, organisation, by } => {
                self.set("who", name);
                self.set("organisation", organisation);
                self.set("by", by);
            }
            Letter::OperatorAccessGranted { name, reason, ends_on } => {
                self.set("who", name);
                self.set("reason", reason);
                self.set("ends_on", &date(common, *ends_on));
            }
            Letter::EnvironmentRestored { by, reason, taken_at } => {
                self.set("by", by.as_deref().unwrap_or(&common.hosting_party));
                self.set("reason", reason);
                self.set("taken_at", &date_time(common, *taken_at));
            }
            Letter::Mentioned { by, code, title, form_key, number } => {
                self.set("by", by);
                self.set("code", code);
                self.set("title", title);
                self.set("form_key", form_key);
                self.set("number", &number.to_string());
            }
            Letter::SignInBlocked { address } => {
                self.set("address", address.as_deref().unwrap_or(&common.unknown_address));
            }
            Letter::PasswordChanged {}
            | Letter::SecondFactorReplaced {}
            | Letter::RecoveryCodesRenewed {} => {}
        }
    }

    fn set(&mut self, name: &'static str, value: &str) {
        // What people typed stays on its line.
        self.0.insert(name, value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect());
    }

    /// The text with every name in braces replaced; fails on a name there is no value for.
    pub(crate) fn fill(&self, text: &str) -> Result<String> {
        let mut pieces = text.split('{');
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let known = piece.split_once('}').and_then(|(name, rest)| Some((self.0.get(name)?, rest)));
            let (value, rest) =
                known.ok_or_else(|| kernel::Error::internal(format!("a mail has no value for {{{piece}")))?;
            filled.push_str(value);
            filled.push_str(rest);
        }
        Ok(filled)
    }
}

/// The secret of a letter with a link.
pub(crate) fn token(letter: &Letter) -> Option<&SecretText> {
    match letter {
        Letter::Invitation { token, .. }
        | Letter::PasswordReset { token, .. }
        | Letter::EmailConfirmation { token, .. } => Some(token),
        _ => None,
    }
}

/// A moment, on the clock of the Netherlands.
fn date_time(common: &Common, at: Instant) -> String {
    let local = at.with_timezone(&Amsterdam);
    let day = date_parts(common, local.date_naive(), &common.date_time);
    day.replace("{time}", &local.format("%H:%M").to_string())
}

fn date(common: &Common, day: NaiveDate) -> String {
    date_parts(common, day, &common.date)
}

fn date_parts(common: &Common, day: NaiveDate, pattern: &str) -> String {
    let month = common.months.get(day.month0() as usize).map_or("", String::as_str);
    pattern
        .replace("{day}", &day.day().to_string())
        .replace("{month}", month)
        .replace("{year}", &day.year().to_string())
}

#[cfg(test)]
mod tests {
    use kernel::Locale;

    use super::*;
    use crate::words;

    #[test]
    fn moments_are_told_on_the_clock_of_the_netherlands_in_summer_and_in_winter() {
        let dutch = &words::of(Locale::Nl).unwrap().common;
        let english = &words::of(Locale::En).unwrap().common;
        let at = |text: &str| text.parse::<Instant>().unwrap();
        assert_eq!(date_time(dutch, at("2026-01-05T23:30:00Z")), "6 januari 2026 om 00:30 uur");
        assert_eq!(date_time(dutch, at("2026-07-05T08:05:00Z")), "5 juli 2026 om 10:05 uur");
        assert_eq!(date_time(english, at("2026-03-01T08:05:00Z")), "1 March 2026 at 09:05 (Dutch time)");
    }

    #[test]
    fn what_people_typed_is_filled_in_once_and_stays_on_its_line() {
        let mut values = Values::default();
        values.set("name", "{host}\r\nBcc: x");
        values.set("host", "secret");
        assert_eq!(values.fill("a {name} b").unwrap(), "a {host}  Bcc: x b");
        assert!(values.fill("{unknown}").is_err());
        assert!(values.fill("{").is_err());
    }
}
