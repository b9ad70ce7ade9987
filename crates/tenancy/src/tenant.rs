//! What the registry knows of an environment.

use std::{fmt, str::FromStr};

use kernel::{Instant, Locale, TenantId};

use crate::{Host, Placement, TenantKey};

/// The short name of an environment: its folder, and part of the names of its database and role.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// The most characters a slug may have.
    pub const MAX_LENGTH: usize = 40;

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = ();

    /// 2 to 40 of a-z, 0-9 and `-`, from a letter to a letter or digit.
    ///
    /// Safe as a folder and as a database name by construction: nothing in it needs escaping.
    fn from_str(text: &str) -> Result<Self, ()> {
        let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_slug = (2..=Self::MAX_LENGTH).contains(&text.len())
            && text.bytes().all(is_allowed)
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && !text.ends_with('-');
        if is_slug { Ok(Self(text.to_owned())) } else { Err(()) }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where an environment is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TenantStatus {
    /// Its database is being made; serves nothing yet.
    Creating,
    /// It is coming in from another installation; serves nothing yet.
    Importing,
    /// In use.
    Active,
    /// Switched off for a while; its address answers that it is.
    Suspended,
    /// Gone for its users; its address is unknown.
    Closed,
}

impl TenantStatus {
    const ALL: [Self; 5] = [Self::Creating, Self::Importing, Self::Active, Self::Suspended, Self::Closed];

    /// The name in the control database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Creating => "creating",
            Self::Importing => "importing",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Closed => "closed",
        }
    }

    /// True when its address is answered at all.
    #[must_use]
    pub const fn has_address(self) -> bool {
        matches!(self, Self::Active | Self::Suspended)
    }
}

impl FromStr for TenantStatus {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|status| status.as_str() == text).ok_or(())
    }
}

/// One environment, as of the last look in the control database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TenantEntry {
    /// Its id.
    pub id: TenantId,
    /// Its short name, for operators.
    pub slug: Slug,
    /// Its name, for its users.
    pub name: String,
    /// The address that leads to it.
    pub host: Host,
    /// Where it is in its life.
    pub status: TenantStatus,
    /// Where its database is.
    pub placement: Placement,
    /// What its own keys come from.
    pub key: TenantKey,
    /// The language of whoever has not chosen one.
    pub locale: Locale,
    /// When it was asked for.
    pub created_at: Instant,
}

/// An environment somebody asks for.
#[derive(Debug, Clone)]
pub struct NewTenant {
    /// See [`Slug`].
    pub slug: String,
    /// 1 to 200 characters.
    pub name: String,
    /// Its address, without port.
    pub host: String,
    /// The language of whoever has not chosen one.
    pub locale: Locale,
}
