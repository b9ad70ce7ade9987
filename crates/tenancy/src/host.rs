//! The address of an environment, out of a request.

use std::{fmt, str::FromStr};

use http::{HeaderMap, Uri, header::HOST};

/// A host name: lower case, without port or trailing dot. The only thing that decides which
/// environment a request is for.
///
/// Compared whole and exactly: there are no wildcards, and a look-alike in another script is
/// another name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Host(String);

/// The text is no host name that could lead to an environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a host name: 1 to 253 characters in labels of a-z, 0-9 and `-`, without a trailing dot")]
pub struct BadHost;

impl Host {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Parses what a `Host` header may hold: a host name and perhaps a port.
    pub fn from_header_value(value: &[u8]) -> Result<Self, BadHost> {
        let text = std::str::from_utf8(value).map_err(|_| BadHost)?;
        let Some((name, port)) = text.split_once(':') else { return text.parse() };
        // A second colon (an IPv6 address) makes the port no number; so does a sign or a space.
        let is_port = (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
        if !is_port || port.parse::<u16>().is_err() {
            return Err(BadHost);
        }
        name.parse()
    }

    /// The host a request was sent to: its `Host` header, or the authority of its address (HTTP/2
    /// sends no other). Refused when there is none, more than one, or two that differ.
    pub fn of_request(uri: &Uri, headers: &HeaderMap) -> Result<Self, BadHost> {
        let mut values = headers.get_all(HOST).iter();
        let header = values.next().map(|value| Self::from_header_value(value.as_bytes())).transpose()?;
        let authority =
            uri.authority().map(|value| Self::from_header_value(value.as_str().as_bytes())).transpose()?;
        match (header, authority, values.next()) {
            (Some(host), None, None) | (None, Some(host), None) => Ok(host),
            (Some(host), Some(authority), None) if host == authority => Ok(host),
            _ => Err(BadHost),
        }
    }
}

impl FromStr for Host {
    type Err = BadHost;

    fn from_str(text: &str) -> Result<Self, BadHost> {
        let host = text.to_ascii_lowercase();
        let is_host = (1..=253).contains(&host.len()) && host.split('.').all(is_label) && means_itself(&host);
        if is_host { Ok(Self(host)) } else { Err(BadHost) }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// An `xn--` label must be the one spelling of what it stands for: one that decodes to plain ASCII
/// is a second name for somebody else's address (RUSTSEC-2024-0421).
fn means_itself(host: &str) -> bool {
    if !host.split('.').any(|label| label.starts_with("xn--")) {
        return true;
    }
    let (unicode, decoded) = idna::domain_to_unicode(host);
    decoded.is_ok() && idna::domain_to_ascii_strict(&unicode).is_ok_and(|ascii| ascii == host)
}

#[cfg(test)]
mod tests {
    use http::{HeaderValue, header::HeaderName};

    use super::*;

    fn request(uri: &str, hosts: &[&str]) -> Result<Host, BadHost> {
        let mut headers = HeaderMap::new();
        for host in hosts {
            headers.append(HOST, HeaderValue::from_bytes(host.as_bytes()).unwrap());
        }
        headers.insert(HeaderName::from_static("x-host"), HeaderValue::from_static("other.example.test"));
        Host::of_request(&uri.parse().unwrap(), &headers)
    }

    #[test]
    fn ten_01_upper_case_and_a_port_lead_to_the_same_host() {
        for text in
            ["acme.example.test", "ACME.Example.TEST", "acme.example.test:8443", "acme.example.test:0"]
        {
            assert_eq!(Host::from_header_value(text.as_bytes()).unwrap().as_str(), "acme.example.test");
        }
        assert_eq!(Host::from_header_value(b"localhost:8080").unwrap().as_str(), "localhost");
    }

    #[test]
    fn ten_01_everything_else_in_a_host_header_is_refused() {
        let long_label = format!("{}.example.test", "a".repeat(64));
        let long_name = format!("{}.test", "abcdefghi.".repeat(30));
        for text in [
            "",
            ":80",
            "acme.example.test.",
            ".acme.example.test",
            "acme..test",
            "user@acme.example.test",
            "user:secret@acme.example.test",
            "acme.example.test,other.example.test",
            "acme.example.test, other.example.test",
            "acme.example.test other.example.test",
            " acme.example.test",
            "acme.example.test\0",
            "acme.example.test\t",
            "acme.example.test/",
            "acme.example.test#",
            "acme_example.test",
            "-acme.example.test",
            "acme-.example.test",
            "[::1]",
            "[::1]:443",
            "::1",
            "acme.example.test:",
            "acme.example.test:+80",
            "acme.example.test:65536",
            "acme.example.test:000080",
            "acme.example.test:80:80",
            "acmé.example.test",
            "*.example.test",
            &long_label,
            &long_name,
        ] {
            assert_eq!(Host::from_header_value(text.as_bytes()), Err(BadHost), "{text:?}");
        }
        assert_eq!(Host::from_header_value(b"acme\xff.test"), Err(BadHost));
    }

    #[test]
    fn ten_01_a_request_has_exactly_one_host() {
        assert_eq!(request("/", &["acme.example.test"]).unwrap().as_str(), "acme.example.test");
        assert_eq!(request("/", &[]), Err(BadHost));
        assert_eq!(request("/", &["acme.example.test", "acme.example.test"]), Err(BadHost));
        assert_eq!(request("/", &["acme.example.test", "other.example.test"]), Err(BadHost));
    }

    #[test]
    fn ten_01_the_authority_of_http_2_counts_and_may_not_contradict_the_header() {
        assert_eq!(request("https://acme.example.test/", &[]).unwrap().as_str(), "acme.example.test");
        assert!(request("https://acme.example.test:443/", &["ACME.example.test"]).is_ok());
        assert_eq!(request("https://acme.example.test/", &["other.example.test"]), Err(BadHost));
        assert_eq!(request("https://user@acme.example.test/", &[]), Err(BadHost));
    }

    #[test]
    fn ten_04_an_xn_label_that_stands_for_plain_letters_is_refused() {
        // The punycode of `example` and of `acme`, with nothing beyond ASCII in it.
        for text in ["xn--example-.test", "xn--acme-.example.test", "xn--.test", "xn--a", "XN--acme-.test"] {
            assert_eq!(text.parse::<Host>(), Err(BadHost), "{text}");
        }
    }

    #[test]
    fn ten_04_a_real_international_name_is_itself_and_no_look_alike_equals_another() {
        // caf\u{e9}.test, and `acme` with a Cyrillic first letter.
        let (cafe, look_alike) = ("xn--caf-dma.test", idna::domain_to_ascii("\u{430}cme.test").unwrap());
        assert_eq!(cafe.parse::<Host>().unwrap().as_str(), cafe);
        assert_ne!(look_alike.parse::<Host>().unwrap(), "acme.test".parse().unwrap());
    }
}
