//! Whether the browser came over TLS.

use http::{HeaderMap, HeaderName};
use tenancy::{PeerAddress, TrustedProxies};

/// The one header in which a proxy may say what the browser spoke.
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// What the browser spoke, as far as we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    /// Plain.
    Http,
    /// Over TLS, up to a proxy of ours.
    Https,
}

impl Scheme {
    /// This server speaks no TLS itself: only a proxy of ours can say that the browser did.
    pub(super) fn of(peer: PeerAddress, headers: &HeaderMap, proxies: &TrustedProxies) -> Self {
        let mut said = headers.get_all(FORWARDED_PROTO).iter();
        match (proxies.believe(peer), said.next(), said.next()) {
            (true, Some(value), None) if value.as_bytes().eq_ignore_ascii_case(b"https") => Self::Https,
            _ => Self::Http,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scheme(from: &str, said: &[&str]) -> Scheme {
        let mut headers = HeaderMap::new();
        for value in said {
            headers.append(FORWARDED_PROTO, value.parse().unwrap());
        }
        let peer = PeerAddress(format!("{from}:40000").parse().unwrap());
        let proxies = TrustedProxies::new(vec!["10.0.0.0/8".parse().unwrap()]);
        Scheme::of(peer, &headers, &proxies)
    }

    #[test]
    fn only_a_proxy_of_ours_is_believed_and_only_when_it_says_one_thing() {
        assert_eq!(scheme("10.0.0.7", &["https"]), Scheme::Https);
        assert_eq!(scheme("10.0.0.7", &["HTTPS"]), Scheme::Https);
        for (from, said) in [
            ("203.0.113.9", &["https"][..]),
            ("10.0.0.7", &[]),
            ("10.0.0.7", &["http"]),
            ("10.0.0.7", &["https, http"]),
            ("10.0.0.7", &["https", "https"]),
        ] {
            assert_eq!(scheme(from, said), Scheme::Http, "{from} {said:?}");
        }
    }
}
