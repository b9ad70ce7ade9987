//! The mail server's address, as an operator writes it.

use std::{fmt, net::IpAddr, str::FromStr};

use kernel::SecretText;
use percent_encoding::percent_decode_str;
use url::{Host, Url};

/// How what is said to the mail server is kept from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encryption {
    /// From the first byte.
    Implicit,
    /// From `STARTTLS` on, and nothing without it.
    StartTls,
    /// Not at all: the server is on this machine.
    None,
}

/// A mail server: `smtps://name:password@host:465`, or `smtp://…:587`, which has to know `STARTTLS`.
///
/// A server on this machine may do without, unless the address ends in `?tls=required`.
#[derive(Clone)]
pub struct SmtpAddress {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) encryption: Encryption,
    pub(super) credentials: Option<(String, SecretText)>,
}

/// The text is no address of a mail server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a mail server is smtps://name:password@host:465 or smtp://name:password@host:587")]
pub struct BadSmtpAddress;

impl FromStr for SmtpAddress {
    type Err = BadSmtpAddress;

    fn from_str(text: &str) -> Result<Self, BadSmtpAddress> {
        let url = Url::parse(text).map_err(|_| BadSmtpAddress)?;
        let (host, is_here) = match url.host() {
            Some(Host::Domain(name)) => (name.to_owned(), name.eq_ignore_ascii_case("localhost")),
            Some(Host::Ipv4(address)) => (address.to_string(), address.is_loopback()),
            Some(Host::Ipv6(address)) => (address.to_string(), address.is_loopback()),
            None => return Err(BadSmtpAddress),
        };
        // Other schemes have hosts that are not told from names yet.
        let is_here = is_here || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        let must_encrypt = match url.query() {
            None => false,
            Some("tls=required") => true,
            Some(_) => return Err(BadSmtpAddress),
        };
        let (encryption, port) = match url.scheme() {
            "smtps" => (Encryption::Implicit, 465),
            "smtp" if is_here && !must_encrypt => (Encryption::None, 587),
            "smtp" => (Encryption::StartTls, 587),
            _ => return Err(BadSmtpAddress),
        };
        if host.is_empty() || !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(BadSmtpAddress);
        }
        let credentials = match (url.username(), url.password()) {
            ("", None) => None,
            ("", Some(_)) | (_, None) => return Err(BadSmtpAddress),
            (name, Some(password)) => Some((decoded(name)?, SecretText::from(decoded(password)?))),
        };
        Ok(Self { host, port: url.port().unwrap_or(port), encryption, credentials })
    }
}

fn decoded(text: &str) -> Result<String, BadSmtpAddress> {
    percent_decode_str(text).decode_utf8().map(Into::into).map_err(|_| BadSmtpAddress)
}

impl fmt::Debug for SmtpAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SmtpAddress({}:{}, {:?})", self.host, self.port, self.encryption)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, u16, Encryption)> {
        let address = text.parse::<SmtpAddress>().ok()?;
        Some((address.host, address.port, address.encryption))
    }

    #[test]
    fn only_a_server_on_this_machine_may_do_without_encryption() {
        for (text, host, port, encryption) in [
            ("smtps://mail.example", "mail.example", 465, Encryption::Implicit),
            ("smtp://mail.example", "mail.example", 587, Encryption::StartTls),
            ("smtp://mail.example:25/", "mail.example", 25, Encryption::StartTls),
            ("smtp://192.0.2.1", "192.0.2.1", 587, Encryption::StartTls),
            ("smtp://localhost.example", "localhost.example", 587, Encryption::StartTls),
            ("smtp://localhost:1025", "localhost", 1025, Encryption::None),
            ("smtp://127.0.0.1:25", "127.0.0.1", 25, Encryption::None),
            ("smtp://localhost:1025?tls=required", "localhost", 1025, Encryption::StartTls),
            ("smtps://localhost", "localhost", 465, Encryption::Implicit),
        ] {
            assert_eq!(read(text), Some((host.to_owned(), port, encryption)), "{text}");
        }
    }

    #[test]
    fn what_is_no_mail_server_is_refused() {
        for text in [
            "",
            "mail.example:25",
            "http://mail.example",
            "smtp://",
            "smtp://mail.example/inbox",
            "smtp://mail.example?tls=none",
            "smtp://name@mail.example",
            "smtp://:password@mail.example",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn name_and_password_are_percent_decoded_and_the_password_shows_nowhere() {
        let address: SmtpAddress = "smtps://me%40zorg.example:p%2Fw%3Aé@mail.example".parse().unwrap();
        let (name, password) = address.credentials.clone().unwrap();
        assert_eq!((name.as_str(), password.expose()), ("me@zorg.example", "p/w:é"));
        assert!(!format!("{address:?}").contains("p/w"));
    }
}
