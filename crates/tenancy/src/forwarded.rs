//! What a proxy says about a request, believed only from the proxies the operator named.

use std::net::{IpAddr, SocketAddr};

use http::{HeaderMap, HeaderName, Uri};
use ipnet::IpNet;

use crate::{BadHost, Host};

/// The one header in which a proxy may hand on the host; `Forwarded` and all others are ignored.
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
/// The one header in which a proxy may hand on the client's address.
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
/// The most proxies a request may have come through.
const MAX_HOPS: usize = 16;

/// The other end of the connection, put in the request's extensions by whoever accepted it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeerAddress(pub SocketAddr);

/// Where the request came from: the peer, or what trusted proxies say is behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClientAddress(pub IpAddr);

/// The networks of our own proxies.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Believes peers in these networks. An empty list believes nobody.
    #[must_use]
    pub const fn new(networks: Vec<IpNet>) -> Self {
        Self(networks)
    }

    /// True when the peer is one of them: what it says of a request is believed.
    #[must_use]
    pub fn believe(&self, peer: PeerAddress) -> bool {
        self.contains(peer.0.ip())
    }

    /// The host a request is for.
    pub fn host(&self, peer: PeerAddress, uri: &Uri, headers: &HeaderMap) -> Result<Host, BadHost> {
        let mut forwarded = headers.get_all(FORWARDED_HOST).iter();
        match forwarded.next() {
            Some(value) if self.believe(peer) => {
                // A second value, or a list in one, means that an inner proxy added to what an
                // outer one or the client sent: nobody can tell which to believe.
                if forwarded.next().is_some() {
                    Err(BadHost)
                } else {
                    Host::from_header_value(value.as_bytes())
                }
            }
            _ => Host::of_request(uri, headers),
        }
    }

    /// Where a request came from: from the peer outwards, the first address that is no proxy of ours.
    #[must_use]
    pub fn client(&self, peer: PeerAddress, headers: &HeaderMap) -> ClientAddress {
        let mut nearest = peer.0.ip().to_canonical();
        let lines: Vec<_> = headers.get_all(FORWARDED_FOR).iter().collect();
        let hops = lines.iter().rev().flat_map(|line| line.as_bytes().rsplit(|byte| *byte == b','));
        for hop in hops.take(MAX_HOPS) {
            if !self.contains(nearest) {
                break;
            }
            let Some(address) = parse_hop(hop) else { break };
            nearest = address;
        }
        ClientAddress(nearest)
    }

    fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// An address, perhaps with a port behind it.
fn parse_hop(hop: &[u8]) -> Option<IpAddr> {
    let text = std::str::from_utf8(hop).ok()?.trim();
    let address = text.parse().or_else(|_| text.parse::<SocketAddr>().map(|socket| socket.ip())).ok()?;
    Some(address.to_canonical())
}

#[cfg(test)]
mod tests {
    use http::{HeaderValue, header::HOST};

    use super::*;

    const PROXY: &str = "10.0.0.7:55000";
    const STRANGER: &str = "203.0.113.9:55000";

    fn proxies() -> TrustedProxies {
        TrustedProxies::new(vec!["10.0.0.0/8".parse().unwrap(), "fd00::/8".parse().unwrap()])
    }

    fn peer(text: &str) -> PeerAddress {
        PeerAddress(text.parse().unwrap())
    }

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, HeaderValue::from_static("acme.example.test"));
        for (name, value) in pairs {
            headers.append(HeaderName::from_static(name), value.parse().unwrap());
        }
        headers
    }

    fn host(from: &str, pairs: &[(&'static str, &str)]) -> Result<String, BadHost> {
        proxies().host(peer(from), &Uri::from_static("/"), &headers(pairs)).map(|host| host.to_string())
    }

    fn client(from: &str, pairs: &[(&'static str, &str)]) -> String {
        proxies().client(peer(from), &headers(pairs)).0.to_string()
    }

    #[test]
    fn ten_02_a_stranger_cannot_choose_the_host_by_any_header() {
        for name in [
            "x-forwarded-host",
            "forwarded",
            "x-original-host",
            "x-host",
            "x-tenant-id",
            "x-forwarded-server",
        ] {
            let value = if name == "forwarded" { "host=other.example.test" } else { "other.example.test" };
            assert_eq!(host(STRANGER, &[(name, value)]).unwrap(), "acme.example.test", "{name}");
        }
    }

    #[test]
    fn ten_02_a_trusted_proxy_hands_on_the_host_in_one_header_only() {
        assert_eq!(host(PROXY, &[("x-forwarded-host", "other.example.test")]).unwrap(), "other.example.test");
        assert_eq!(
            host("[::ffff:10.0.0.7]:1", &[("x-forwarded-host", "b.example.test")]).unwrap(),
            "b.example.test"
        );
        for name in ["forwarded", "x-original-host", "x-host", "x-tenant-id"] {
            assert_eq!(host(PROXY, &[(name, "other.example.test")]).unwrap(), "acme.example.test", "{name}");
        }
    }

    #[test]
    fn ten_02_two_forwarded_hosts_are_refused() {
        let (a, b) = (("x-forwarded-host", "a.example.test"), ("x-forwarded-host", "b.example.test"));
        assert_eq!(host(PROXY, &[a, b]), Err(BadHost));
        assert_eq!(host(PROXY, &[("x-forwarded-host", "a.example.test, b.example.test")]), Err(BadHost));
    }

    #[test]
    fn a_stranger_cannot_choose_its_address() {
        assert_eq!(client(STRANGER, &[("x-forwarded-for", "192.0.2.1")]), "203.0.113.9");
        assert_eq!(client(STRANGER, &[]), "203.0.113.9");
    }

    #[test]
    fn the_client_is_the_nearest_address_that_is_no_proxy_of_ours() {
        let spoofed = ("x-forwarded-for", "127.0.0.1, 192.0.2.1, 10.1.1.1");
        assert_eq!(client(PROXY, &[spoofed]), "192.0.2.1");
        assert_eq!(
            client(PROXY, &[("x-forwarded-for", "192.0.2.1"), ("x-forwarded-for", "fd00::1")]),
            "192.0.2.1"
        );
        assert_eq!(client(PROXY, &[("x-forwarded-for", "[2001:db8::1]:443")]), "2001:db8::1");
        assert_eq!(client(PROXY, &[("x-forwarded-for", "::ffff:192.0.2.1")]), "192.0.2.1");
    }

    #[test]
    fn a_hop_that_is_no_address_ends_the_chain_of_trust() {
        assert_eq!(client(PROXY, &[("x-forwarded-for", "192.0.2.1, unknown")]), "10.0.0.7");
        assert_eq!(client(PROXY, &[("x-forwarded-for", "")]), "10.0.0.7");
    }
}
