//! Where a store is, as an operator writes it: a folder, or `s3://bucket/prefix` with what S3 needs beside it.

use std::{
    fmt, fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use url::{Host, Url};
use zeroize::Zeroizing;

use super::{Store, StoreError};
use crate::manifest::Tier;

/// The longest an object may be locked: longer is a slip of the pen that nobody can take back.
const MOST_LOCK_DAYS: u32 = 3_660;

/// Where a store is.
#[derive(Debug, Clone)]
pub enum StorePlace {
    /// A folder.
    Folder(PathBuf),
    /// A bucket.
    S3(Box<S3Place>),
}

/// A bucket of S3, or of another store that speaks its language.
#[derive(Clone)]
pub struct S3Place {
    pub(super) endpoint: Url,
    pub(super) region: String,
    pub(super) bucket: String,
    pub(super) prefix: object_store::path::Path,
    pub(super) key_id: String,
    pub(super) secret: Zeroizing<String>,
    /// Of keys that end by themselves.
    pub(super) token: Option<Zeroizing<String>>,
    pub(super) lock_days: Option<u32>,
}

/// Why what an operator wrote is no place for back-ups, and what to write.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum BadPlace {
    /// Nothing was written.
    #[error("no store is named: write --store, or set {0} to a folder or to s3://bucket/prefix")]
    Unset(String),
    /// It begins as an address, of something else.
    #[error("`{0}://` is no store that can be used: write the path of a folder, or s3://bucket/prefix")]
    Scheme(String),
    /// It holds a name and a password. Not repeated: it is a secret.
    #[error("a key does not belong in the address of a store: set {0} and {1}, and write s3://bucket/prefix")]
    Secret(String, String),
    /// No bucket can have that name.
    #[error("`{0}` is no name of a bucket: 3 to 63 of a-z, 0-9, `-` and `.`, as in s3://bucket/prefix")]
    Bucket(String),
    /// It cannot be part of the name of an object.
    #[error("`{0}` cannot stand behind the bucket: write names between slashes, without `.` or `..`")]
    Prefix(String),
    /// A variable is missing.
    #[error("{0} is not set: {1}")]
    Missing(String, &'static str),
    /// The endpoint cannot be used.
    #[error(
        "{0} must be an address like https://s3.example.org, without a path; http:// only on this machine"
    )]
    Endpoint(String),
    /// The number of days cannot be used.
    #[error("{0} must be a number of days from 1 to {MOST_LOCK_DAYS}")]
    LockDays(String),
}

impl StorePlace {
    /// Reads the place of the hot or the cold store: `place`, or the variable `WAARBORG_BACKUP_HOT`. For a bucket
    /// the variables `…_HOT_S3_REGION`, `…_S3_KEY_ID` and `…_S3_SECRET` must be set; `…_S3_ENDPOINT`,
    /// `…_S3_TOKEN` and `…_S3_LOCK_DAYS` may be. Secrets are read from variables only: everybody on a machine may
    /// read command lines.
    pub fn read(
        tier: Tier,
        place: Option<&str>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, BadPlace> {
        let name = format!("WAARBORG_BACKUP_{}", tier.to_string().to_uppercase());
        let read = |name: &str| variable(name).filter(|value| !value.is_empty());
        let place = place.map(str::to_owned).or_else(|| read(&name)).filter(|place| !place.is_empty());
        let place = place.ok_or_else(|| BadPlace::Unset(name.clone()))?;
        match place.split_once("://") {
            Some(("s3", bucket)) => S3Place::read(bucket, &name, read).map(|place| Self::S3(place.into())),
            Some((scheme, _)) => Err(BadPlace::Scheme(scheme.to_owned())),
            None => Ok(Self::Folder(place.into())),
        }
    }

    /// Opens it as the store of a tier. A folder is made when there is none.
    pub fn open(&self, tier: Tier) -> Result<Store, StoreError> {
        match self {
            Self::Folder(folder) => Store::folder(tier, folder).map_err(StoreError::Folder),
            Self::S3(place) => Store::s3(tier, place),
        }
    }

    /// Whether what is lost in one may be lost in the other: the same folder, by whatever name, or one inside the
    /// other; the same bucket, whatever the prefix.
    #[must_use]
    pub fn is_same_place(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Folder(one), Self::Folder(other)) => lies_in(one, other) || lies_in(other, one),
            (Self::S3(one), Self::S3(other)) => one.bucket == other.bucket && one.host() == other.host(),
            _ => false,
        }
    }
}

impl fmt::Display for StorePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "{}", folder.display()),
            Self::S3(place) => write!(f, "{place}"),
        }
    }
}

impl S3Place {
    fn read(text: &str, name: &str, variable: impl Fn(&str) -> Option<String>) -> Result<Self, BadPlace> {
        let named = |what: &str| format!("{name}_S3_{what}");
        let required =
            |what: &str, why| variable(&named(what)).ok_or_else(|| BadPlace::Missing(named(what), why));
        if text.contains('@') {
            return Err(BadPlace::Secret(named("KEY_ID"), named("SECRET")));
        }
        let (bucket, prefix) = text.split_once('/').unwrap_or((text, ""));
        if !is_bucket(bucket) {
            return Err(BadPlace::Bucket(bucket.to_owned()));
        }
        let parsed =
            object_store::path::Path::parse(prefix).map_err(|_| BadPlace::Prefix(prefix.to_owned()))?;
        let region =
            required("REGION", "name the region, like eu-central-1; where a store has none, us-east-1")?;
        let endpoint = match variable(&named("ENDPOINT")) {
            Some(text) => endpoint(&text),
            None => Url::parse(&format!("https://s3.{region}.amazonaws.com")).ok(),
        };
        let lock_days = variable(&named("LOCK_DAYS")).map(|text| {
            let days = text.parse().ok().filter(|days| (1..=MOST_LOCK_DAYS).contains(days));
            days.ok_or_else(|| BadPlace::LockDays(named("LOCK_DAYS")))
        });
        Ok(Self {
            endpoint: endpoint.ok_or_else(|| BadPlace::Endpoint(named("ENDPOINT")))?,
            region,
            bucket: bucket.to_owned(),
            prefix: parsed,
            key_id: required("KEY_ID", "name the access key that may add objects to the bucket")?,
            secret: required("SECRET", "it is the secret of the access key")?.into(),
            token: variable(&named("TOKEN")).map(Into::into),
            lock_days: lock_days.transpose()?,
        })
    }

    /// How many days each object is locked for, if any.
    #[must_use]
    pub fn lock_days(&self) -> Option<u32> {
        self.lock_days
    }

    /// Who has the bucket. Names of buckets are unique in all of Amazon, whichever region is asked.
    fn host(&self) -> (String, Option<u16>) {
        let host = match self.endpoint.host() {
            Some(Host::Domain(name)) if name.ends_with(".amazonaws.com") => "amazonaws.com".to_owned(),
            Some(_) if is_this_machine(&self.endpoint) => "localhost".to_owned(),
            Some(host) => host.to_string().trim_end_matches('.').to_owned(),
            None => String::new(),
        };
        (host, self.endpoint.port_or_known_default())
    }
}

impl fmt::Display for S3Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = &self.endpoint[url::Position::BeforeHost..url::Position::AfterPort];
        let slash = if self.prefix.as_ref().is_empty() { "" } else { "/" };
        write!(f, "s3://{}{slash}{} at {host}", self.bucket, self.prefix)
    }
}

/// Without the key: it ends up in logs.
impl fmt::Debug for S3Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S3Place({self})")
    }
}

fn is_bucket(name: &str) -> bool {
    (3..=63).contains(&name.len())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte))
        && name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && name.ends_with(|last: char| last.is_ascii_alphanumeric())
        && !name.contains("..")
}

/// Requests are signed and not secret: who reads along must not learn what is backed up when, and who sits in
/// between must not be able to answer.
fn endpoint(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_this_machine(&url));
    let is_bare = url.username().is_empty()
        && url.password().is_none()
        && url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none();
    (url.has_host() && is_safe && is_bare).then_some(url)
}

fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Whether one folder is another, or lies in it.
fn lies_in(inner: &Path, outer: &Path) -> bool {
    let (inner, outer) = (real(inner), real(outer));
    // By number too: a folder can be mounted twice, and be spelled in two ways.
    let number = |path: &Path| fs::metadata(path).ok().map(|found| (found.dev(), found.ino()));
    let outer_number = number(&outer);
    inner.starts_with(&outer)
        || inner.ancestors().any(|above| outer_number.is_some() && number(above) == outer_number)
}

/// The path without links and detours. What is not there yet is taken as it is written.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let found = whole.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    let Some((above, found)) = found else { return whole };
    let mut real = found;
    for part in whole.strip_prefix(above).unwrap_or(Path::new("")).components() {
        match part {
            std::path::Component::ParentDir => _ = real.pop(),
            part => real.push(part),
        }
    }
    real
}

#[cfg(test)]
mod tests;
