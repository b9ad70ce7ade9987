use std::collections::BTreeMap;

use async_graphql::{Context, Enum, ID, InputObject, Json, Object, SimpleObject, connection::Connection};
use chrono::{DateTime, Utc};
use domain::{
    audit::{self, ActorKind, AuditChange, AuditEvent, AuditFilter, Chain},
    form,
};
use kernel::{AccessGrantId, AccountId, Error, FormId, GroupId, Page, PageRequest, RecordId, UserId};

use super::user::{self, UserObject};
use crate::{
    connection::connection,
    error::{Result, UserError},
    scope::Shared,
};

/// What kind of actor did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "AuditActorKind", remote = "ActorKind")]
pub(crate) enum ActorKindName {
    /// Nobody who is signed in.
    Anonymous,
    /// One of the environment's own people.
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

/// One line of the audit log.
pub(crate) struct AuditEventObject(pub AuditEvent);

/// One line of the audit log.
#[Object(name = "AuditEvent")]
impl AuditEventObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// 1, 2, 3 … without a gap.
    async fn seq(&self) -> i64 {
        self.0.seq
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// What kind of actor did it.
    async fn actor_kind(&self) -> ActorKindName {
        self.0.actor_kind.into()
    }

    /// Who, when a person did it, in person or by a program of theirs.
    async fn actor(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, self.0.actor).await
    }

    /// Who, in words, also of who is erased; empty when nobody was signed in.
    async fn actor_name(&self, cx: &Context<'_>) -> Result<String> {
        let user = user::load(cx, self.0.actor).await?;
        Ok(user.map_or_else(|| nameless(self.0.actor_kind).to_owned(), |user| user.0.display_name))
    }

    /// What happened: `subject.verb`. The client has the sentence.
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// The kind of thing it happened to: the prefix of its id.
    async fn subject_kind(&self) -> &str {
        &self.0.subject_kind
    }

    /// The thing it happened to.
    async fn subject_id(&self) -> Option<ID> {
        self.0.subject_id.clone().map(ID)
    }

    /// What the thing is called now, or was when it is gone; null when it has no name or is not for the viewer.
    async fn subject_name(&self, cx: &Context<'_>) -> Result<Option<String>> {
        if let Some(person) = subject_person(&self.0) {
            return Ok(user::load(cx, Some(person)).await?.map(|user| user.0.display_name));
        }
        let Some(id) = self.0.subject_id.as_deref() else { return Ok(None) };
        if let Ok(id) = id.parse::<RecordId>() {
            let Some(record) = cx.scope().records.load_one(id).await? else {
                return Ok(thrown_away(&self.0));
            };
            let form = form::get(&cx.scope().ctx, record.form_id).await?;
            return Ok(Some(format!("{} {}", form.code(record.number), record.title)));
        }
        if let Ok(id) = id.parse::<FormId>() {
            let locale = cx.scope().ctx.locale();
            let forms = form::list(&cx.scope().ctx).await?;
            let form = forms.iter().find(|form| form.id == id);
            return Ok(form.map(|form| form.definition.name.get(locale).to_owned()));
        }
        if let Ok(id) = id.parse::<GroupId>()
            && let Some(group) = cx.scope().groups.load_one(id).await?
        {
            return Ok(Some(group.name));
        }
        Ok(name_in_log(&self.0))
    }

    /// Field by field; secrets and special personal data are masked.
    async fn changes(&self) -> Vec<AuditChangeObject> {
        self.0.changes().into_iter().map(AuditChangeObject::from).collect()
    }

    /// What else there is to know; empty when it was erased.
    async fn details(&self) -> Json<serde_json::Map<String, serde_json::Value>> {
        Json(self.0.further_details())
    }

    /// The address it was done from.
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// Something was refused.
    async fn is_refusal(&self) -> bool {
        self.0.is_refusal
    }

    /// Its personal data has been erased; the chain still holds.
    async fn is_erased(&self) -> bool {
        self.0.is_erased
    }

    /// SHA-256 of the event and of all before it.
    async fn hash(&self) -> String {
        self.0.hash.to_string()
    }
}

/// The person it is about: the account itself, or who was let in.
fn subject_person(event: &AuditEvent) -> Option<UserId> {
    let let_in = || {
        event.subject_id.as_deref()?.parse::<AccessGrantId>().ok()?;
        event.further_details().get("user")?.as_str()?.parse().ok()
    };
    event.person().or_else(let_in)
}

/// What a record was called when it went into the recycle bin, or out of it for good.
fn thrown_away(event: &AuditEvent) -> Option<String> {
    let details = event.further_details();
    let told = |name: &str| details.get(name).and_then(|text| text.as_str());
    let is_gone = matches!(event.action.as_str(), "record.deleted" | "record.purged");
    is_gone.then(|| Some(format!("{} {}", told("code")?, told("title")?))).flatten()
}

/// What the thing was called when it happened, for what may be gone since.
fn name_in_log(event: &AuditEvent) -> Option<String> {
    let renamed = event.changes().into_iter().find(|change| change.field == "name");
    let told = || Some(event.further_details().get("name")?.as_str()?.to_owned());
    renamed.and_then(|change| change.after.or(change.before)).or_else(told)
}

const fn nameless(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::System => "Waarborg",
        _ => "",
    }
}

/// One field of what changed.
#[derive(SimpleObject)]
#[graphql(name = "AuditChange")]
pub(crate) struct AuditChangeObject {
    /// The field's key.
    field: String,
    /// What it was; null when it was empty.
    before: Option<String>,
    /// What it is; null when it is empty.
    after: Option<String>,
}

impl From<AuditChange> for AuditChangeObject {
    fn from(AuditChange { field, before, after }: AuditChange) -> Self {
        Self { field, before, after }
    }
}

/// What is known of the chain that the audit log is.
pub(crate) struct AuditChainObject(pub Chain);

/// The chain that the audit log is: how long, and when it was last published and checked.
#[Object(name = "AuditChain")]
impl AuditChainObject {
    /// How many events there are.
    async fn length(&self) -> i64 {
        self.0.length
    }

    /// The hash of the last one: it stands for all.
    async fn head_hash(&self) -> String {
        self.0.head_hash.to_string()
    }

    /// When the head was last signed and published outside the database.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.0.published_at
    }

    /// Which event was the last one then.
    async fn published_seq(&self) -> Option<i64> {
        self.0.published_seq
    }

    /// When the whole chain was last checked.
    async fn verified_at(&self) -> Option<DateTime<Utc>> {
        self.0.verified_at
    }

    /// Up to which event it was sound then.
    async fn verified_seq(&self) -> Option<i64> {
        self.0.verified_seq
    }

    /// Whether all of it was sound then; null when it was not checked yet.
    async fn is_intact(&self) -> Option<bool> {
        self.0.is_intact
    }

    /// What was found, as a code with figures: `seq`, the first event that is not right, and `published`,
    /// the published head it contradicts.
    async fn problem(&self) -> Option<UserError> {
        let problem = self.0.problem.as_ref()?;
        let mut params = BTreeMap::from([("seq".to_owned(), problem.seq.to_string())]);
        params.extend(problem.published.map(|seq| ("published".to_owned(), seq.to_string())));
        Some(UserError { code: problem.code.clone(), path: Vec::new(), params: Json(params) })
    }

    /// Ed25519, base64: for `waarborg audit verify`.
    async fn public_key(&self) -> String {
        self.0.public_key.to_string()
    }
}

/// Which events; all conditions must hold.
#[derive(Debug, Default, Clone, InputObject)]
#[graphql(name = "AuditFilter")]
pub(crate) struct AuditFilterInput {
    /// From this moment on.
    from: Option<DateTime<Utc>>,
    /// Before this moment.
    until: Option<DateTime<Utc>>,
    /// Any of these actions.
    #[graphql(validator(max_items = 200))]
    actions: Option<Vec<String>>,
    /// By this person: an id of a user or of their account.
    actor_id: Option<ID>,
    /// About this thing; the ids of a user and of their account are one.
    subject_id: Option<ID>,
    /// Literal words in the action or its sentence, or in the name of who did it or of whom it is about; or
    /// the id of the thing. Details are sealed, and not searched.
    search: Option<String>,
    /// True: only what was refused; false: only what was not.
    is_refusal: Option<bool>,
}

impl AuditFilterInput {
    /// The service's filter.
    pub(crate) fn into_filter(self) -> Result<AuditFilter> {
        Ok(AuditFilter {
            from: self.from,
            until: self.until,
            actions: self.actions,
            actor: self.actor_id.map(|id| person(&id)).transpose()?,
            subject: self.subject_id.map(|id| id.0),
            search: self.search,
            is_refusal: self.is_refusal,
        })
    }
}

/// A person by either of their ids.
pub(crate) fn person(id: &ID) -> Result<UserId> {
    let by_account = || id.parse::<AccountId>().map(|id| UserId::from_uuid(id.uuid()));
    let bad = || Error::bad_request("id", "is no id of the kind that belongs here");
    Ok(id.parse::<UserId>().or_else(|_| by_account()).map_err(|_| bad())?)
}

/// A page of the audit log.
pub(crate) type AuditEventConnection = Connection<String, AuditEventObject, AuditTotals>;

/// Counts of a list of events, made only when asked for.
pub(crate) struct AuditTotals {
    filter: AuditFilter,
}

/// Counts, made only when asked for.
#[Object]
impl AuditTotals {
    /// How many events match.
    async fn total_count(&self, cx: &Context<'_>) -> Result<u64> {
        Ok(audit::count(&cx.scope().ctx, &self.filter).await?)
    }
}

/// Reads a page of the log, and the people and records it mentions.
pub(crate) async fn event_connection(
    cx: &Context<'_>,
    filter: Option<AuditFilterInput>,
    page: &PageRequest,
) -> Result<AuditEventConnection> {
    let filter = filter.unwrap_or_default().into_filter()?;
    let found = audit::list(&cx.scope().ctx, &filter, page).await?;
    prefetch(cx, &found).await?;
    Ok(connection(found, page.after.is_some(), AuditTotals { filter }, AuditEventObject))
}

/// In one query each, before the fields ask one by one.
async fn prefetch(cx: &Context<'_>, page: &Page<AuditEvent>) -> Result<()> {
    let ahead = cx.look_ahead();
    let is_asked = |name: &str| {
        ahead.field("nodes").field(name).exists() || ahead.field("edges").field("node").field(name).exists()
    };
    let events = || page.items.iter().map(|(_, event)| event);
    let mut people: Vec<UserId> = Vec::new();
    if is_asked("actor") || is_asked("actorName") {
        people.extend(events().filter_map(|event| event.actor));
    }
    if is_asked("subjectName") {
        people.extend(events().filter_map(subject_person));
        let groups = events().filter_map(|event| event.subject_id.as_deref()?.parse::<GroupId>().ok());
        cx.scope().groups.load_many(groups).await?;
        let ids = events().filter_map(|event| event.subject_id.as_deref()?.parse::<RecordId>().ok());
        cx.scope().records.load_many(ids).await?;
    }
    cx.scope().users.load_many(people).await?;
    Ok(())
}
