//! Mail addresses, as far as a program can judge them: the mail itself is the proof.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A mail address: one `@` between a name and a host with a dot, in characters that need no quoting.
///
/// Nothing in it can end a header or begin another address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// The text is no mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a mail address")]
pub struct BadEmailAddress;

impl EmailAddress {
    /// The most bytes of an address (RFC 5321, with the angle brackets taken off).
    pub const MAX_BYTES: usize = 254;
    /// The most bytes in front of the `@`.
    const MAX_NAME_BYTES: usize = 64;

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is in front of the `@`.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.split_once('@').map_or("", |(name, _)| name)
    }

    /// What is behind the `@`.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, host)| host)
    }
}

impl FromStr for EmailAddress {
    type Err = BadEmailAddress;

    fn from_str(text: &str) -> Result<Self, BadEmailAddress> {
        let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !r#"<>()[]\,;:""#.contains(c);
        let (name, host) = text.split_once('@').ok_or(BadEmailAddress)?;
        let is_dotted = |part: &str| !part.split('.').any(str::is_empty);
        let is_good = text.len() <= Self::MAX_BYTES
            && name.len() <= Self::MAX_NAME_BYTES
            && text.chars().all(is_plain)
            && is_dotted(name)
            && is_dotted(host)
            && host.contains('.')
            && !host.contains('@');
        if is_good { Ok(Self(text.to_owned())) } else { Err(BadEmailAddress) }
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = BadEmailAddress;

    fn try_from(text: String) -> Result<Self, BadEmailAddress> {
        text.parse()
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_without_name_host_or_dot_are_refused() {
        for good in ["a@b.nl", "jan.de.boer+x@zorg.example", "yılmaz@bücher.example"] {
            assert!(good.parse::<EmailAddress>().is_ok(), "{good}");
        }
        for bad in ["", "a", "@b.nl", "a@", "a@b", "a@.nl", "a@b.", "a b@c.nl", "a@b@c.nl", "a..b@c.nl"] {
            assert!(bad.parse::<EmailAddress>().is_err(), "{bad}");
        }
        assert!(format!("{}@b.nl", "a".repeat(65)).parse::<EmailAddress>().is_err());
        assert!(format!("a@{}.nl", "b".repeat(254)).parse::<EmailAddress>().is_err());
    }

    #[test]
    fn nothing_that_could_end_a_header_or_begin_another_address_is_an_address() {
        for bad in [
            "a@b.nl\r\nBcc: c@d.nl",
            "a@b.nl\n",
            "a@b.nl,c@d.nl",
            "a@b.nl;c@d.nl",
            "<a@b.nl>",
            "\"a\"@b.nl",
            "a@[127.0.0.1]",
            "a\0@b.nl",
            "a(x)@b.nl",
        ] {
            assert!(bad.parse::<EmailAddress>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn an_address_has_two_halves() {
        let address: EmailAddress = "jan.de.boer@zorg.example".parse().unwrap();
        assert_eq!((address.name(), address.host()), ("jan.de.boer", "zorg.example"));
    }
}
