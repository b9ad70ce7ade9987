//! What a mail says, before it has words.

use chrono::{Duration, NaiveDate};
use kernel::{Instant, SecretText};
use serde::{Deserialize, Serialize};

/// How long it is tried to send a mail that has no end of its own.
const NOTICE_LIFETIME: Duration = Duration::days(3);

/// What a mail says. The words, in the reader's language, come when it is sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Letter {
    /// Somebody may have an account: choose a password.
    Invitation {
        /// The name they will sign in with.
        username: String,
        /// The link's secret.
        #[serde(with = "exposed")]
        token: SecretText,
        /// When the link stops working.
        expires_at: Instant,
    },
    /// The password was forgotten: choose another.
    PasswordReset {
        /// The name they sign in with.
        username: String,
        /// The link's secret.
        #[serde(with = "exposed")]
        token: SecretText,
        /// When the link stops working.
        expires_at: Instant,
    },
    /// The password is another one now.
    PasswordChanged {},
    /// To the new address: is it yours?
    EmailConfirmation {
        /// The name they sign in with.
        username: String,
        /// The link's secret.
        #[serde(with = "exposed")]
        token: SecretText,
        /// When the link stops working.
        expires_at: Instant,
    },
    /// To the old address: somebody asked to change it.
    EmailChangeRequested {
        /// The address that waits for its confirmation.
        new_email: String,
    },
    /// To the old address: it is changed.
    EmailChanged {
        /// The address from now on.
        new_email: String,
    },
    /// A colleague switched the second factor off.
    SecondFactorReset {
        /// Their name.
        by: String,
    },
    /// The authenticator app is another one now.
    SecondFactorReplaced {},
    /// There are new recovery codes; the old ones are worthless.
    RecoveryCodesRenewed {},
    /// A recovery code was used to sign in.
    RecoveryCodeUsed {
        /// How many are left.
        left: u32,
    },
    /// There is a new passkey.
    PasskeyAdded {
        /// What its owner calls it.
        name: String,
    },
    /// A passkey is gone.
    PasskeyRemoved {
        /// What its owner called it.
        name: String,
    },
    /// A program can sign in with a new token.
    ApiTokenCreated {
        /// What its owner calls it.
        name: String,
    },
    /// To administrators: a consultant has access.
    ConsultantAccessGranted {
        /// Who.
        name: String,
        /// Of which organisation.
        organisation: String,
        /// The last day.
        ends_on: NaiveDate,
        /// Who let them in.
        by: String,
    },
    /// To administrators: a consultant has no access any more.
    ConsultantAccessWithdrawn {
        /// Who.
        name: String,
        /// Of which organisation.
        organisation: String,
        /// Who ended it.
        by: String,
    },
    /// To administrators: the hosting party has access.
    OperatorAccessGranted {
        /// Who.
        name: String,
        /// Why.
        reason: String,
        /// The last day.
        ends_on: NaiveDate,
    },
    /// To administrators: the environment was put back to a back-up.
    EnvironmentRestored {
        /// Who asked for it; nobody of the environment: the hosting party.
        by: Option<String>,
        /// Why.
        reason: String,
        /// The moment the back-up shows.
        taken_at: Instant,
    },
    /// A colleague named them in a comment.
    Mentioned {
        /// The colleague's name.
        by: String,
        /// The record's code.
        code: String,
        /// Its title.
        title: String,
        /// Key of its register, for its address.
        form_key: String,
        /// Its number, for its address.
        number: i64,
    },
    /// Too many wrong passwords or codes: the account waits.
    SignInBlocked {
        /// Where they came from, when known.
        address: Option<String>,
    },
}

impl Letter {
    /// What kind it is, as kept in the database and shown in the demo.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Invitation { .. } => "invitation",
            Self::PasswordReset { .. } => "password_reset",
            Self::PasswordChanged {} => "password_changed",
            Self::EmailConfirmation { .. } => "email_confirmation",
            Self::EmailChangeRequested { .. } => "email_change_requested",
            Self::EmailChanged { .. } => "email_changed",
            Self::SecondFactorReset { .. } => "second_factor_reset",
            Self::SecondFactorReplaced {} => "second_factor_replaced",
            Self::RecoveryCodesRenewed {} => "recovery_codes_renewed",
            Self::RecoveryCodeUsed { .. } => "recovery_code_used",
            Self::PasskeyAdded { .. } => "passkey_added",
            Self::PasskeyRemoved { .. } => "passkey_removed",
            Self::ApiTokenCreated { .. } => "api_token_created",
            Self::ConsultantAccessGranted { .. } => "consultant_access_granted",
            Self::ConsultantAccessWithdrawn { .. } => "consultant_access_withdrawn",
            Self::OperatorAccessGranted { .. } => "operator_access_granted",
            Self::EnvironmentRestored { .. } => "environment_restored",
            Self::Mentioned { .. } => "mentioned",
            Self::SignInBlocked { .. } => "sign_in_blocked",
        }
    }

    /// From when on it is of no use any more.
    #[must_use]
    pub fn expires_at(&self, queued_at: Instant) -> Instant {
        match self {
            Self::Invitation { expires_at, .. }
            | Self::PasswordReset { expires_at, .. }
            | Self::EmailConfirmation { expires_at, .. } => *expires_at,
            _ => queued_at + NOTICE_LIFETIME,
        }
    }
}

/// A secret as text: only ever inside what is sealed.
mod exposed {
    use kernel::SecretText;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(secret: &SecretText, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(secret.expose())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SecretText, D::Error> {
        String::deserialize(deserializer).map(SecretText::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_the_one_it_is_written_with() {
        let letter = Letter::PasskeyAdded { name: "Laptop".into() };
        assert_eq!(serde_json::to_value(&letter).unwrap()["kind"], letter.kind());
        let letter = Letter::PasswordChanged {};
        assert_eq!(serde_json::to_value(&letter).unwrap()["kind"], letter.kind());
    }

    #[test]
    fn a_letter_printed_in_a_log_keeps_its_secret() {
        let letter = Letter::PasswordReset {
            username: "anna".into(),
            token: "secret token".into(),
            expires_at: Instant::default(),
        };
        assert!(!format!("{letter:?}").contains("secret token"));
    }
}
