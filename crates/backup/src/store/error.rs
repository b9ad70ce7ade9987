//! Why a store did not do what it was asked, in the words of whoever has to mend it.

use object_store::path::Path;

use super::PATIENCE;

/// Why a store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such object.
    #[error("`{0}` is not there")]
    Missing(String),
    /// There is one, and it stays.
    #[error("`{0}` is there already")]
    Exists(String),
    /// What came back is not what was sent.
    #[error("`{0}` does not read back as it was written")]
    Differs(String),
    /// A lock keeps it.
    #[error("`{0}` is locked: the store keeps it until its time is over")]
    Locked(String),
    /// The key is known and may not do this.
    #[error(
        "the store does not let this access key do that with `{0}`: see what the key needs in OPERATIONS.md"
    )]
    Denied(String),
    /// The key is not believed.
    #[error(
        "the store does not take the access key ({0}): it has ended, was withdrawn, or is written wrongly"
    )]
    Key(String),
    /// Signatures carry the time.
    #[error("the clocks of this machine and the store differ too much: set this machine's clock by NTP")]
    Clock,
    /// The bucket is not there.
    #[error("there is no such bucket, or not in this region")]
    NoBucket,
    /// A lock was asked for where none can be.
    #[error(
        "the bucket was made without object lock: make one with it, or unset the variable …_S3_LOCK_DAYS"
    )]
    NoLock,
    /// It asked to come back later, every time.
    #[error("the store is too busy ({0}), and was asked several times")]
    Busy(String),
    /// It says why not, in words we have no better ones for.
    #[error("the store answered {code}: {message}")]
    Answered {
        /// S3's name for it.
        code: String,
        /// What it says.
        message: String,
    },
    /// It did not answer in time.
    #[error("the store says nothing for {} seconds", PATIENCE.as_secs())]
    Silent,
    /// More than one can be asked at once, or more than a sound store holds.
    #[error("more than {0} objects at once")]
    TooMany(usize),
    /// What was to be sent could not be read.
    #[error("what was to be kept ended early: {0}")]
    Source(std::io::Error),
    /// The folder cannot be used.
    #[error("the folder cannot be used: {0}")]
    Folder(std::io::Error),
    /// It cannot be reached, or broke off; it was tried several times.
    #[error("the store does not answer as it should: {}", root(.0))]
    Refused(object_store::Error),
}

impl StoreError {
    /// True when it tells what lies there; false when the store could not be asked now.
    pub(crate) fn is_verdict(&self) -> bool {
        matches!(self, Self::Missing(_) | Self::Differs(_))
    }

    pub(super) fn at(path: &Path) -> impl FnOnce(object_store::Error) -> Self {
        move |error| Self::of(Some(path), error)
    }

    /// Of an answer that is not about one object.
    pub(super) fn whole(error: object_store::Error) -> Self {
        Self::of(None, error)
    }

    fn of(path: Option<&Path>, error: object_store::Error) -> Self {
        use object_store::Error;
        let name = || path.map_or_else(|| "the bucket".to_owned(), Path::to_string);
        // `object_store` has what S3 answered in the text of its error alone.
        let answer = error.to_string();
        if let Some(told) = Self::answered(&answer) {
            return told;
        }
        match error {
            Error::NotFound { .. } => Self::Missing(name()),
            Error::AlreadyExists { .. } | Error::Precondition { .. } => Self::Exists(name()),
            Error::PermissionDenied { .. } => Self::Denied(name()),
            error => match tag(&answer, "Code") {
                Some(code) => Self::Answered {
                    code: code.to_owned(),
                    message: tag(&answer, "Message").unwrap_or_default().to_owned(),
                },
                None => Self::Refused(error),
            },
        }
    }

    /// What an answer says more clearly than its status. A clock that is off and a key that has ended are both
    /// "forbidden", and a bucket that is not there is "not found" like an object.
    pub(super) fn answered(answer: &str) -> Option<Self> {
        let code = tag(answer, "Code")?;
        match code {
            "RequestTimeTooSkewed" | "RequestExpired" => Some(Self::Clock),
            "ExpiredToken"
            | "InvalidToken"
            | "TokenRefreshRequired"
            | "InvalidAccessKeyId"
            | "SignatureDoesNotMatch"
            | "InvalidSecurity"
            | "NotSignedUp" => Some(Self::Key(code.to_owned())),
            "SlowDown" | "ServiceUnavailable" | "TooManyRequests" | "RequestLimitExceeded" => {
                Some(Self::Busy(code.to_owned()))
            }
            "NoSuchBucket" => Some(Self::NoBucket),
            "InvalidRequest" if answer.replace(' ', "").contains("ObjectLockConfiguration") => {
                Some(Self::NoLock)
            }
            _ => None,
        }
    }
}

/// What it came from: each error around it repeats what is in it, addresses and all.
fn root(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.last().map_or_else(String::new, ToString::to_string)
}

/// What stands between two tags of S3's answer.
fn tag<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = answer.split_once(&format!("<{name}>"))?;
    rest.split_once(&format!("</{name}>")).map(|(text, _)| text)
}
