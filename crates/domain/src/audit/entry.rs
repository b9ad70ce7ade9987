//! An event on its way into the log.

use kernel::{AccountId, Actor, AuditEventId, IdPrefix, Instant, TypedId, UserId};
use serde_json::Value;

use super::mask::mask;
use crate::{Ctx, access::Credential, user::AccountKind};

/// What happened to what.
#[derive(Debug, Clone)]
pub struct AuditEntry {
    /// `subject.verb`, e.g. `record.updated`; one that ends in `refused` or `replayed` is a refusal. Its
    /// sentence is in `actions.json`.
    pub action: &'static str,
    /// The kind of thing it happened to: an id prefix, e.g. `rec`.
    pub subject_kind: &'static str,
    /// The thing's global id, if it has one.
    pub subject_id: Option<String>,
    /// What else an auditor wants to know; under `changes` field by field `[before, after]`. Never a secret.
    pub details: Value,
}

impl AuditEntry {
    /// An event about one thing.
    #[must_use]
    pub fn about<K: IdPrefix>(action: &'static str, id: TypedId<K>) -> Self {
        Self {
            action,
            subject_kind: K::PREFIX,
            subject_id: Some(id.to_string()),
            details: Value::Object(serde_json::Map::new()),
        }
    }

    /// An event about the environment as a whole.
    #[must_use]
    pub fn about_environment(action: &'static str, ctx: &Ctx) -> Self {
        Self::about(action, ctx.tenant_id())
    }

    /// Adds details.
    #[must_use]
    pub fn with(mut self, details: Value) -> Self {
        self.details = details;
        self
    }
}

/// What kind of actor did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActorKind {
    /// Nobody who is signed in.
    Anonymous,
    /// One of the customer's own people.
    User,
    /// An adviser from outside.
    Consultant,
    /// Somebody of the hosting party.
    Operator,
    /// A program, with a token of its owner's.
    ApiToken,
    /// The product itself.
    System,
}

impl ActorKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Anonymous, Self::User, Self::Consultant, Self::Operator, Self::ApiToken, Self::System];

    /// The name in the log.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Anonymous => "anonymous",
            Self::User => "user",
            Self::Consultant => "consultant",
            Self::Operator => "operator",
            Self::ApiToken => "api_token",
            Self::System => "system",
        }
    }

    /// Reads the name in the log.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    fn of(ctx: &Ctx) -> Self {
        match (ctx.actor(), ctx.access().kind) {
            (Actor::Anonymous, _) => Self::Anonymous,
            // The hosting party's command line.
            (Actor::System, AccountKind::Operator) => Self::Operator,
            (Actor::System, _) => Self::System,
            (Actor::User { .. }, _) if ctx.access().is_program() => Self::ApiToken,
            (Actor::User { .. }, AccountKind::Member) => Self::User,
            (Actor::User { .. }, AccountKind::Consultant) => Self::Consultant,
            (Actor::User { .. }, AccountKind::Operator) => Self::Operator,
        }
    }
}

/// An event that is complete but for its place in the chain.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) id: AuditEventId,
    pub(super) at: Instant,
    pub(super) actor_kind: String,
    pub(super) actor: Option<UserId>,
    pub(super) credential: Option<String>,
    pub(super) action: String,
    pub(super) subject_kind: String,
    pub(super) subject_id: Option<String>,
    /// `None` when there are none.
    pub(super) details: Option<Value>,
    pub(super) address: Option<String>,
}

impl Draft {
    pub(super) fn new(ctx: &Ctx, entry: AuditEntry) -> Self {
        Self {
            id: AuditEventId::generate(ctx.clock(), ctx.random()),
            at: ctx.now(),
            actor_kind: ActorKind::of(ctx).as_str().to_owned(),
            actor: ctx.actor().user_id(),
            credential: match ctx.access().credential {
                Credential::None => None,
                Credential::Session(id) => Some(id.to_string()),
                Credential::ApiToken(id) => Some(id.to_string()),
            },
            action: entry.action.to_owned(),
            subject_kind: entry.subject_kind.to_owned(),
            subject_id: entry.subject_id,
            details: told(mask(entry.details)),
            address: ctx.address().map(|address| address.to_string()),
        }
    }

    /// Whose personal data the details are: of the person it is about, else of who did it.
    pub(super) fn details_owner(&self) -> Option<UserId> {
        self.details.as_ref().and_then(|_| self.person().or(self.actor))
    }

    /// Whose personal data the address is: of who did it, else of the person it is about.
    pub(super) fn origin_owner(&self) -> Option<UserId> {
        self.address.as_ref().and_then(|_| self.actor.or_else(|| self.person()))
    }

    fn person(&self) -> Option<UserId> {
        let id = self.subject_id.as_deref()?;
        match self.subject_kind.as_str() {
            "usr" => id.parse().ok(),
            "acc" => id.parse().ok().map(|id: AccountId| UserId::from_uuid(id.uuid())),
            _ => None,
        }
    }

    /// Whether it tells that something was refused.
    pub(super) fn is_refusal(&self) -> bool {
        self.action.ends_with("refused") || self.action.ends_with("replayed")
    }
}

/// Nothing, for details that say nothing.
pub(super) fn told(details: Value) -> Option<Value> {
    match &details {
        Value::Null => None,
        Value::Object(members) if members.is_empty() => None,
        _ => Some(details),
    }
}
