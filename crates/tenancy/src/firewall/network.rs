//! Addresses and networks, as the firewall writes and compares them.

use std::{
    fmt,
    net::{IpAddr, Ipv6Addr},
    str::FromStr,
};

use ipnet::IpNet;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The bits in front of an IPv4 address that is written as an IPv6 one: `::ffff:192.0.2.1`.
const MAPPED_PREFIX: u8 = 96;
/// What one subscriber gets of IPv6: everything in it counts as one.
const SUBSCRIBER_PREFIX: u8 = 64;
/// The longest text an address or network has.
const MAX_LENGTH: usize = 64;

/// An IPv4 or IPv6 network; a single address is the smallest.
///
/// IPv4 written as IPv6 is IPv4, bits behind the prefix are gone: what is the same is equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Network(IpNet);

/// The text is no network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an address, nor a network such as 192.0.2.0/24 or 2001:db8::/32; without a zone")]
pub struct BadNetwork;

impl Network {
    /// True when it holds the address, in whichever way that is written.
    #[must_use]
    pub fn contains(self, address: IpAddr) -> bool {
        self.0.contains(&address.to_canonical())
    }

    /// True when it holds every address of its family.
    #[must_use]
    pub fn is_everybody(self) -> bool {
        self.0.prefix_len() == 0
    }

    /// What is counted as one: an IPv4 address, or the /64 an IPv6 address is in.
    #[must_use]
    pub fn of_subscriber(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self(IpAddr::V4(address).into()),
            IpAddr::V6(address) => {
                let low = u128::MAX >> SUBSCRIBER_PREFIX;
                let net = IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !low));
                Self(IpNet::new_assert(net, SUBSCRIBER_PREFIX))
            }
        }
    }
}

/// Parses a single address, of a user or of a header. No zone, no port.
pub fn parse_address(text: &str) -> Result<IpAddr, BadNetwork> {
    let text = text.trim();
    if text.len() > MAX_LENGTH {
        return Err(BadNetwork);
    }
    text.parse().map(|address: IpAddr| address.to_canonical()).map_err(|_| BadNetwork)
}

impl FromStr for Network {
    type Err = BadNetwork;

    fn from_str(text: &str) -> Result<Self, BadNetwork> {
        let text = text.trim();
        if text.len() > MAX_LENGTH {
            return Err(BadNetwork);
        }
        // The standard library's parser takes no zone and no leading zero, which some read as octal.
        let Some((address, prefix)) = text.split_once('/') else {
            return parse_address(text).map(|address| Self(address.into()));
        };
        let address: IpAddr = address.parse().map_err(|_| BadNetwork)?;
        let mut prefix = parse_prefix(prefix)?;
        let canonical = address.to_canonical();
        if canonical != address {
            // Shorter, it would hold more than IPv4; which then is compared as IPv4 and not found.
            prefix = prefix.checked_sub(MAPPED_PREFIX).ok_or(BadNetwork)?;
        }
        IpNet::new(canonical, prefix).map(|net| Self(net.trunc())).map_err(|_| BadNetwork)
    }
}

fn parse_prefix(text: &str) -> Result<u8, BadNetwork> {
    let is_number =
        text.bytes().all(|byte| byte.is_ascii_digit()) && (text.len() == 1 || !text.starts_with('0'));
    if is_number { text.parse().map_err(|_| BadNetwork) } else { Err(BadNetwork) }
}

impl fmt::Display for Network {
    /// A single address without its prefix.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.prefix_len() == self.0.max_prefix_len() { self.0.addr().fmt(f) } else { self.0.fmt(f) }
    }
}

impl Serialize for Network {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Network {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ten_20_a_network_is_read_in_one_way_only() {
        for (text, expected) in [
            ("192.0.2.1", "192.0.2.1"),
            ("192.0.2.1/32", "192.0.2.1"),
            (" 192.0.2.77/24 ", "192.0.2.0/24"),
            ("0.0.0.0/0", "0.0.0.0/0"),
            ("2001:DB8::1", "2001:db8::1"),
            ("2001:db8:1:2:3::/32", "2001:db8::/32"),
            ("::/0", "::/0"),
            ("::ffff:192.0.2.1", "192.0.2.1"),
            ("::ffff:192.0.2.1/128", "192.0.2.1"),
            ("::ffff:c000:0200/120", "192.0.2.0/24"),
            ("::ffff:0:0/96", "0.0.0.0/0"),
        ] {
            assert_eq!(
                text.parse::<Network>().map(|network| network.to_string()).as_deref(),
                Ok(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn ten_20_zones_octal_and_what_is_no_network_are_refused() {
        for text in [
            "",
            "/",
            "/8",
            "10.0.0.0/",
            "10.0.0.0/33",
            "10.0.0.0/+8",
            "10.0.0.0/08",
            "10.0.0.0/8/8",
            "10.0.0/8",
            "010.0.0.1",
            "10.0.0.256",
            "::1/129",
            "fe80::1%eth0",
            "fe80::1%1/64",
            "fe80::%25eth0/10",
            "::ffff:0:0/90",
            "[::1]",
            "[::1]:80",
            "192.0.2.1:80",
            "localhost",
            "10.0.0.0/255.0.0.0",
            "10.0.0.1-10.0.0.9",
            "１０.0.0.1",
            &"1".repeat(500),
        ] {
            assert_eq!(text.parse::<Network>(), Err(BadNetwork), "{text}");
        }
    }

    #[test]
    fn ten_20_an_ipv4_address_written_as_ipv6_is_found_in_ipv4_networks() {
        let network: Network = "192.0.2.0/24".parse().unwrap();
        assert!(network.contains("::ffff:192.0.2.9".parse().unwrap()));
        assert!(!network.contains("::ffff:192.0.3.9".parse().unwrap()));
        assert!(!"::/0".parse::<Network>().unwrap().contains("::ffff:192.0.2.9".parse().unwrap()));
    }

    #[test]
    fn ten_21_all_of_a_64_counts_as_one_and_every_ipv4_address_as_itself() {
        let of = |text: &str| Network::of_subscriber(text.parse().unwrap()).to_string();
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
        assert_eq!(of("2001:db8:1:2:ffff::"), "2001:db8:1:2::/64");
        assert_eq!(of("192.0.2.1"), "192.0.2.1");
        assert_eq!(of("::ffff:192.0.2.1"), "192.0.2.1");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_as_the_same(bits: u128, is_v4: bool, prefix in 0_u8..=128) {
            let address = if is_v4 {
                IpAddr::V4((u32::try_from(bits >> 96).unwrap()).into())
            } else {
                IpAddr::V6(bits.into())
            };
            let most = if is_v4 { 32 } else { 128 };
            let text = format!("{address}/{}", prefix.min(most));
            if let Ok(network) = text.parse::<Network>() {
                prop_assert_eq!(network.to_string().parse(), Ok(network));
                prop_assert!(network.contains(address));
            }
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,40}") {
            let _parsed = text.parse::<Network>();
        }
    }
}
