//! What a token may be.

use std::net::IpAddr;

use chrono::{Days, NaiveDate};
use ipnet::IpNet;
use kernel::{UserError, UserErrors};

use super::NewApiToken;

/// The most characters of a name.
const MAX_NAME: usize = 100;
/// The most networks of a token.
const MAX_NETWORKS: usize = 50;
/// The longest a token is good, in days.
const MAX_DAYS: u64 = 366;

/// What was asked for, as it is kept.
pub(super) struct Sound {
    pub name: String,
    pub networks: Vec<IpNet>,
    pub expires_on: NaiveDate,
}

/// Checks all of it before refusing any.
pub(super) fn check(new: &NewApiToken, today: NaiveDate) -> (Sound, UserErrors) {
    let mut errors = UserErrors::default();
    let name = new.name.trim().to_owned();
    if name.is_empty() || name.chars().any(char::is_control) {
        errors.push(UserError::at("REQUIRED", &["name"]));
    } else if name.chars().count() > MAX_NAME {
        errors.push(UserError::at("TOO_LONG", &["name"]).with("max", MAX_NAME));
    }
    let last = today.checked_add_days(Days::new(MAX_DAYS)).unwrap_or(NaiveDate::MAX);
    if new.expires_on < today {
        errors.push(UserError::at("DATE_IN_THE_PAST", &["expiresOn"]));
    } else if new.expires_on > last {
        errors.push(UserError::at("DATE_TOO_LATE", &["expiresOn"]).with("max", last));
    }
    if new.networks.len() > MAX_NETWORKS {
        errors.push(UserError::at("TOO_MANY", &["networks"]).with("max", MAX_NETWORKS));
    }
    let mut networks = Vec::with_capacity(new.networks.len());
    for (index, text) in new.networks.iter().take(MAX_NETWORKS).enumerate() {
        match network(text) {
            Some(network) => networks.push(network),
            None => errors.push(UserError::at("NETWORK_INVALID", &["networks", &index.to_string()])),
        }
    }
    (Sound { name, networks, expires_on: new.expires_on }, errors)
}

/// A network as CIDR, or a single address; without the bits that do not count.
pub(super) fn network(text: &str) -> Option<IpNet> {
    let text = text.trim();
    let network = text.parse::<IpNet>().or_else(|_| text.parse::<IpAddr>().map(IpNet::from)).ok()?;
    Some(network.trunc())
}

/// Whether a token that is limited to these networks, if to any, may be used from there.
pub(super) fn is_within(networks: &[IpNet], address: Option<IpAddr>) -> bool {
    // An IPv4 address that came in by IPv6 is what it was.
    let address = address.map(|address| address.to_canonical());
    networks.is_empty() || address.is_some_and(|address| networks.iter().any(|net| net.contains(&address)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let new = NewApiToken {
            name: " ".into(),
            can_write: false,
            form_keys: None,
            networks: vec!["10.0.0.0/8".into(), "10.0.0.0/33".into(), "example.test".into()],
            expires_on: day("2027-03-01"),
        };
        let (_, errors) = check(&new, day("2026-01-05"));
        let told: Vec<_> = errors.0.iter().map(|error| (error.code, error.path.join("."))).collect();
        assert_eq!(
            told,
            [
                ("REQUIRED", "name".to_owned()),
                ("DATE_TOO_LATE", "expiresOn".to_owned()),
                ("NETWORK_INVALID", "networks.1".to_owned()),
                ("NETWORK_INVALID", "networks.2".to_owned()),
            ]
        );
        let yesterday =
            NewApiToken { name: "x".into(), networks: vec![], expires_on: day("2026-01-04"), ..new };
        assert_eq!(check(&yesterday, day("2026-01-05")).1.0[0].code, "DATE_IN_THE_PAST");
        let longest = NewApiToken { expires_on: day("2027-01-06"), ..yesterday };
        assert_eq!(check(&longest, day("2026-01-05")).1.0, []);
    }

    #[test]
    fn jwt_08_only_addresses_within_the_networks_may_use_it() {
        let networks: Vec<_> =
            ["192.0.2.0/24", "2001:db8::1", "10.1.2.3/8"].into_iter().filter_map(network).collect();
        for (address, wanted) in [
            ("192.0.2.200", true),
            ("::ffff:192.0.2.200", true),
            ("192.0.3.1", false),
            ("2001:db8::1", true),
            ("2001:db8::2", false),
            ("10.255.0.1", true),
        ] {
            assert_eq!(is_within(&networks, address.parse().ok()), wanted, "{address}");
        }
        assert!(!is_within(&networks, None));
        assert!(is_within(&[], None));
    }
}
