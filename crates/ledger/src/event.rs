//! One line of the log.

use kernel::{AuditEventId, Instant, TenantId, UserId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    Bytes, Hash,
    encode::{GENESIS, LEAF, LINK, Message},
};

/// Names this log and the version of its encoding; in every hash.
const LOG: &str = "waarborg audit log 1";

/// One line of the log, as the database keeps it and as a copy of the log has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Event {
    /// 1, 2, 3 … without a gap.
    pub seq: i64,
    /// Which.
    pub id: AuditEventId,
    /// When, to the microsecond.
    pub at: Instant,
    /// What kind of actor: `anonymous`, `user`, `consultant`, `operator`, `api_token` or `system`.
    pub actor_kind: String,
    /// Who, when a person did it.
    pub actor_user_id: Option<UserId>,
    /// The session or API token they came with.
    pub credential: Option<String>,
    /// What happened, e.g. `record.updated`.
    pub action: String,
    /// Whether something was refused.
    pub is_refusal: bool,
    /// The kind of thing it happened to: an id prefix.
    pub subject_kind: String,
    /// The thing, if it has an id.
    pub subject_id: Option<String>,
    /// Whose key the details are sealed with; the environment's own when absent.
    pub details_owner: Option<UserId>,
    /// The details, sealed; absent when there are none.
    pub details: Option<Bytes>,
    /// Whose key the origin is sealed with; the environment's own when absent.
    pub origin_owner: Option<UserId>,
    /// From where it was done, sealed; absent when it came from nowhere.
    pub origin: Option<Bytes>,
    /// The hash of the event before.
    pub previous_hash: Hash,
    /// This event's hash.
    pub hash: Hash,
}

/// The first line of a copy of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LogHeader {
    /// Always [`LogHeader::FORMAT`].
    pub format: String,
    /// Whose log it is.
    pub tenant: TenantId,
    /// When the copy was made.
    pub exported_at: Instant,
}

impl LogHeader {
    /// Names the format, with its version.
    pub const FORMAT: &'static str = "waarborg-audit-log/1";

    /// The header of a copy made now.
    #[must_use]
    pub fn new(tenant: TenantId, exported_at: Instant) -> Self {
        Self { format: Self::FORMAT.to_owned(), tenant, exported_at }
    }
}

/// What stands for the hash before the first event: another one in every environment.
#[must_use]
pub fn genesis(tenant: TenantId) -> Hash {
    Hash::of(Message::new(GENESIS, Sha256::new()).text(LOG).bytes(tenant.uuid().as_bytes()).into_inner())
}

impl Event {
    /// The hash this event must have, by what it says: in this environment, behind its previous hash.
    #[must_use]
    pub fn computed_hash(&self, tenant: TenantId) -> Hash {
        let leaf = self.leaf(tenant);
        let link = Message::new(LINK, Sha256::new()).bytes(&self.previous_hash.0).bytes(&leaf.0);
        Hash::of(link.into_inner())
    }

    fn leaf(&self, tenant: TenantId) -> Hash {
        let user = |message: Message<Sha256>, id: UserId| message.bytes(id.uuid().as_bytes());
        let bytes = |message: Message<Sha256>, bytes: &Bytes| message.bytes(&bytes.0);
        let message = Message::new(LEAF, Sha256::new())
            .text(LOG)
            .bytes(tenant.uuid().as_bytes())
            .integer(self.seq)
            .bytes(self.id.uuid().as_bytes())
            .moment(self.at)
            .text(&self.actor_kind)
            .optional(self.actor_user_id, user)
            .optional(self.credential.as_deref(), Message::text)
            .text(&self.action)
            .boolean(self.is_refusal)
            .text(&self.subject_kind)
            .optional(self.subject_id.as_deref(), Message::text)
            .optional(self.details_owner, user)
            .optional(self.details.as_ref(), bytes)
            .optional(self.origin_owner, user)
            .optional(self.origin.as_ref(), bytes);
        Hash::of(message.into_inner())
    }
}
