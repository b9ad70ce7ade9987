//! Passwords: what may be one, and how it is hashed without drowning the server.

mod common;
mod hasher;
mod personal;

use kernel::{UserError, UserErrors};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

pub(crate) use hasher::Hasher;
pub use hasher::PasswordSettings;
pub(crate) use personal::About;

/// The fewest characters a new password may have (NIST SP 800-63B-4, OWASP ASVS 5.0 6.2.1).
pub const MIN_CHARACTERS: usize = 12;
/// The most characters a new password may have.
pub const MAX_CHARACTERS: usize = 128;
/// The most bytes that are looked at, as UTF-8. What is longer is refused before any work is done on it.
pub const MAX_BYTES: usize = 1_024;

/// A password in the one form it is hashed in: NFC, otherwise exactly as typed, never cut.
#[derive(Clone)]
pub(crate) struct Password(Zeroizing<String>);

impl Password {
    /// A password somebody signs in with; any length up to [`MAX_BYTES`].
    pub(crate) fn typed(text: &str) -> Result<Self, UserError> {
        if text.len() > MAX_BYTES {
            return Err(UserError::at("PASSWORD_TOO_LONG", &["password"]).with("max", MAX_CHARACTERS));
        }
        // NFC, so that `é` is the same on a Mac and on Windows.
        Ok(Self(Zeroizing::new(text.nfc().collect())))
    }

    /// A password the product itself gives out, to seed or to begin with: [`MIN_CHARACTERS`] to [`MAX_CHARACTERS`] of any kind.
    pub(crate) fn chosen(text: &str) -> Result<Self, UserError> {
        let password = Self::typed(text)?;
        match password.0.chars().count() {
            0..MIN_CHARACTERS => {
                Err(UserError::at("PASSWORD_TOO_SHORT", &["password"]).with("min", MIN_CHARACTERS))
            }
            MIN_CHARACTERS..=MAX_CHARACTERS => Ok(password),
            _ => Err(UserError::at("PASSWORD_TOO_LONG", &["password"]).with("max", MAX_CHARACTERS)),
        }
    }

    /// A password its owner chooses, at `field`: beside its length, none of those that are tried first, and
    /// nothing that others know of its owner. There are no rules on what characters it is made of.
    pub(crate) fn chosen_by(about: &About<'_>, text: &str, field: &str) -> Result<Self, UserErrors> {
        let at = |mut error: UserError| {
            error.path = vec![field.to_owned()];
            UserErrors(vec![error])
        };
        let password = Self::chosen(text).map_err(at)?;
        if common::is_common(&password.0) {
            return Err(at(UserError::at("PASSWORD_COMMON", &[field])));
        }
        if about.is_in(&password.0) {
            return Err(at(UserError::at("PASSWORD_PERSONAL", &[field])));
        }
        Ok(password)
    }

    /// Whether both are the same password.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }

    fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> &'static str {
        Password::chosen(text).err().map_or("none", |error| error.code)
    }

    #[test]
    fn mfa_24_64_characters_and_more_spaces_nul_and_emoji_are_fine() {
        for text in [
            "a".repeat(65),
            "a".repeat(128),
            " spaces around it ".into(),
            "nul\0in the middle".into(),
            "🔐".repeat(12),
        ] {
            assert_eq!(refusal(&text), "none", "{text:?}");
        }
    }

    #[test]
    fn mfa_24_too_short_and_too_long_are_refused_by_name() {
        assert_eq!(refusal("elevenchars"), "PASSWORD_TOO_SHORT");
        assert_eq!(refusal(&"a".repeat(129)), "PASSWORD_TOO_LONG");
        assert_eq!(refusal(&"a".repeat(1 << 20)), "PASSWORD_TOO_LONG");
    }

    #[test]
    fn mfa_24_a_password_of_one_mebibyte_is_refused_at_sign_in_before_it_is_hashed() {
        assert!(Password::typed(&"a".repeat(MAX_BYTES)).is_ok());
        assert!(Password::typed(&"a".repeat(MAX_BYTES + 1)).is_err());
        assert!(Password::typed(&"a".repeat(1 << 20)).is_err());
    }

    #[test]
    fn mfa_24_composed_and_decomposed_letters_are_the_same_password_and_spaces_count() {
        let bytes = |text: &str| Password::typed(text).map(|p| p.as_bytes().to_vec()).unwrap();
        assert_eq!(bytes("cafe\u{301} au lait"), bytes("caf\u{e9} au lait"));
        assert_ne!(bytes("caf\u{e9} au lait"), bytes("caf\u{e9} au lait "));
    }

    #[test]
    fn length_is_counted_in_characters_as_hashed() {
        // 12 letters with a combining accent each are 12 characters, not 24.
        assert_eq!(refusal(&"e\u{301}".repeat(11)), "PASSWORD_TOO_SHORT");
        assert_eq!(refusal(&"e\u{301}".repeat(12)), "none");
    }
}
