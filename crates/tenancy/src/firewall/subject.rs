//! Whose requests are counted together.

use std::{fmt, net::IpAddr, str::FromStr};

use kernel::{ApiTokenId, UserId};

use super::{FirewallLimits, Network, Reason};

/// Whose requests are counted together. Counts are kept per environment: the same address at two
/// environments is two subjects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An address; of IPv6 the /64 it is in.
    Address(Network),
    /// A person's account, from wherever.
    Account(UserId),
    /// A program's token, from wherever.
    Token(ApiTokenId),
}

impl Subject {
    /// Everything from this address.
    #[must_use]
    pub fn address(address: IpAddr) -> Self {
        Self::Address(Network::of_subscriber(address))
    }

    /// What it is when this subject asks too much.
    pub(super) const fn reason(self) -> Reason {
        match self {
            Self::Address(_) => Reason::RatePerAddress,
            Self::Account(_) => Reason::RatePerAccount,
            Self::Token(_) => Reason::RatePerToken,
        }
    }

    /// How much it may ask in a minute.
    pub(super) const fn per_minute(self, limits: &FirewallLimits) -> u32 {
        match self {
            Self::Address(_) => limits.per_address_per_minute,
            Self::Account(_) => limits.per_account_per_minute,
            Self::Token(_) => limits.per_token_per_minute,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(network) => network.fmt(f),
            Self::Account(id) => id.fmt(f),
            Self::Token(id) => id.fmt(f),
        }
    }
}

impl FromStr for Subject {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let account = text.parse().map(Self::Account);
        let token = || text.parse().map(Self::Token);
        let network = || text.parse().map(Self::Address);
        account.or_else(|_| token()).or_else(|_| network()).map_err(|_| ())
    }
}
