//! Typed identifiers over `UUIDv7`, and their global form `prefix_<32 hex digits>`.

use std::{fmt, hash::Hash, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::{Clock, Random};

/// Names the kind of thing an id points to: the part before the underscore in the global form.
pub trait IdPrefix: 'static {
    /// Lower-case letters only, unique in the product.
    const PREFIX: &'static str;
}

/// An id that cannot be mistaken for the id of something else.
pub struct TypedId<K>(Uuid, PhantomData<fn() -> K>);

/// The text is no id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of the form {expected}_<32 hexadecimal digits>")]
pub struct BadId {
    /// The prefix that was wanted.
    pub expected: &'static str,
}

impl<K: IdPrefix> TypedId<K> {
    /// A new id; ids made later sort later (RFC 9562, version 7).
    #[must_use]
    pub fn generate(clock: &dyn Clock, random: &dyn Random) -> Self {
        let mut tail = [0_u8; 10];
        random.fill(&mut tail);
        let millis = u64::try_from(clock.now().timestamp_millis()).unwrap_or_default();
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid(), PhantomData)
    }

    /// Wraps a UUID that came out of a database.
    #[must_use]
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// The bare UUID, as stored in a database.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

/// The prefix of a global id, whatever it points to; `None` when there is no underscore.
#[must_use]
pub fn global_id_prefix(global: &str) -> Option<&str> {
    global.split_once('_').map(|(prefix, _)| prefix)
}

impl<K: IdPrefix> fmt::Display for TypedId<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", K::PREFIX, self.0.simple())
    }
}

impl<K: IdPrefix> fmt::Debug for TypedId<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<K: IdPrefix> FromStr for TypedId<K> {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let bad = BadId { expected: K::PREFIX };
        let hex = text
            .strip_prefix(K::PREFIX)
            .and_then(|rest| rest.strip_prefix('_'))
            .filter(|hex| hex.len() == 32 && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')))
            .ok_or_else(|| bad.clone())?;
        Uuid::try_parse(hex).map(Self::from_uuid).map_err(|_| bad)
    }
}

impl<K> Clone for TypedId<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for TypedId<K> {}
impl<K> PartialEq for TypedId<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for TypedId<K> {}
impl<K> PartialOrd for TypedId<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for TypedId<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> Hash for TypedId<K> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<K: IdPrefix> Serialize for TypedId<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de, K: IdPrefix> Deserialize<'de> for TypedId<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident, $kind:ident, $prefix:literal;)*) => {$(
        #[doc(hidden)]
        pub enum $kind {}
        impl IdPrefix for $kind {
            const PREFIX: &'static str = $prefix;
        }
        $(#[$doc])*
        pub type $name = TypedId<$kind>;
    )*};
}

typed_ids! {
    /// A piece of work that may give an environment another database.
    WorkId, WorkKind, "work";
    /// A back-up of an environment, or an attempt to make one.
    BackupRunId, BackupRunKind, "backup";
    /// Putting an environment back to a back-up.
    RestoreId, RestoreKind, "restore";
    /// A database that no environment is in.
    SpareDatabaseId, SpareDatabaseKind, "spare";
    /// One customer's environment.
    TenantId, TenantKind, "env";
    /// A person who can sign in to one environment.
    UserId, UserKind, "usr";
    /// A person's account, as those see it who look after people: the same UUID as their [`UserId`].
    AccountId, AccountKind, "acc";
    /// An own group of people.
    GroupId, GroupKind, "grp";
    /// Access of a consultant or of the operator, with its end.
    AccessGrantId, AccessGrantKind, "grt";
    /// One signed-in browser.
    SessionId, SessionKind, "ses";
    /// A passkey of a user's.
    PasskeyId, PasskeyKind, "psk";
    /// A program's way in.
    ApiTokenId, ApiTokenKind, "tok";
    /// A mail that was, or is to be, sent.
    MailId, MailKind, "mai";
    /// One line of an environment's firewall.
    FirewallRuleId, FirewallRuleKind, "fwr";
    /// A register's definition.
    FormId, FormKind, "frm";
    /// One published revision of a form.
    FormRevisionId, FormRevisionKind, "rev";
    /// A file of the library, whatever its contents were.
    FileId, FileKind, "fle";
    /// One revision of a file, with its bytes.
    FileRevisionId, FileRevisionKind, "fil";
    /// A line of a record's history.
    RecordChangeId, RecordChangeKind, "chg";
    /// One filled-in form.
    RecordId, RecordKind, "rec";
    /// What somebody said at a record.
    CommentId, CommentKind, "cmt";
    /// A view of a register's list that somebody saved.
    SavedViewId, SavedViewKind, "viw";
    /// A page of charts.
    DashboardId, DashboardKind, "dsh";
    /// A chart on a dashboard.
    DashboardCardId, DashboardCardKind, "dsc";
    /// Long work with progress.
    JobId, JobKind, "job";
    /// A workbook waiting to be imported.
    UploadId, UploadKind, "upl";
    /// A line of the audit log.
    AuditEventId, AuditEventKind, "evt";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FixedClock, SeededRandom};

    #[test]
    fn an_id_survives_its_global_form_and_no_other_kind_accepts_it() {
        let id = RecordId::generate(&FixedClock::default(), &SeededRandom::new(1));
        assert_eq!(id.to_string().parse::<RecordId>(), Ok(id));
        assert!(id.to_string().parse::<FormId>().is_err());
    }

    #[test]
    fn upper_case_braces_and_cut_ids_are_refused() {
        for text in [
            "",
            "rec_",
            "rec_0",
            "REC_0190f7d6c0a77cc1a5a3f0d9b7e1c2d3",
            "rec_0190F7D6C0A77CC1A5A3F0D9B7E1C2D3",
            "rec_{0190f7d6-c0a7-7cc1-a5a3-f0d9b7e1c2d3}",
            "0190f7d6c0a77cc1a5a3f0d9b7e1c2d3",
        ] {
            assert!(text.parse::<RecordId>().is_err(), "{text}");
        }
    }

    #[test]
    fn ids_made_later_sort_later() {
        let random = SeededRandom::new(7);
        let clock = FixedClock::default();
        let first = RecordId::generate(&clock, &random);
        clock.advance(chrono::Duration::milliseconds(1));
        assert!(first < RecordId::generate(&clock, &random));
    }
}
