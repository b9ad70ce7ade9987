//! The less common kinds of value.

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};
use domain::{
    country::Country,
    form::Field,
    record::{Deadline, WebLink},
};
use kernel::{Instant, Locale, Localized};

use super::{GroupObject, LocaleName, field::say};
use crate::scope::Shared;

/// A moment.
#[derive(SimpleObject)]
pub(crate) struct DateTimeValue {
    /// The moment.
    pub at: DateTime<Utc>,
}

/// Words of another register.
#[derive(SimpleObject)]
pub(crate) struct WordsValue {
    /// In the order chosen.
    pub words: Vec<String>,
}

/// Groups of people.
#[derive(SimpleObject)]
pub(crate) struct GroupValue {
    /// In the order chosen.
    pub groups: Vec<GroupObject>,
}

/// A colour.
#[derive(SimpleObject)]
pub(crate) struct ColourValue {
    /// `#` and six lower-case hexadecimal digits.
    pub hex: String,
}

/// Countries.
#[derive(SimpleObject)]
pub(crate) struct CountryValue {
    /// In the order chosen.
    countries: Vec<CountryObject>,
}

impl CountryValue {
    pub(super) fn of(codes: &[String]) -> Self {
        let found = codes.iter().filter_map(|code| Country::find(code));
        Self { countries: found.map(CountryObject).collect() }
    }
}

/// A country.
pub(crate) struct CountryObject(pub Country);

/// A country.
#[Object(name = "Country")]
impl CountryObject {
    /// The two-letter code of ISO 3166-1.
    async fn code(&self) -> &str {
        self.0.code
    }

    /// What it is called.
    async fn name(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> &str {
        self.0.name(locale.map_or_else(|| cx.scope().ctx.locale(), Locale::from))
    }
}

/// Points to be ticked off.
#[derive(SimpleObject)]
pub(crate) struct ChecklistValue {
    /// All points in the order of the form, and ticked ones that left it.
    items: Vec<ChecklistItemObject>,
    /// How many are ticked.
    ticked: usize,
    /// How many there are.
    total: usize,
}

impl ChecklistValue {
    pub(super) fn of(field: &Field, ticked: &[String]) -> Self {
        let known = field.kind.options().iter();
        let items: Vec<_> = known
            .map(|item| (item.key.clone(), item.label.clone(), ticked.contains(&item.key), item.retired))
            .filter(|(_, _, is_ticked, retired)| *is_ticked || !retired)
            .map(|(key, label, is_ticked, _)| ChecklistItemObject { key, label, is_ticked })
            .collect();
        Self { ticked: ticked.len(), total: items.len(), items }
    }
}

/// A point of a checklist.
pub(crate) struct ChecklistItemObject {
    key: String,
    label: Localized,
    is_ticked: bool,
}

/// A point of a checklist.
#[Object(name = "ChecklistItem")]
impl ChecklistItemObject {
    /// Unique in the field and never changed.
    async fn key(&self) -> &str {
        &self.key
    }

    /// What is to be done.
    async fn label(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.label, locale)
    }

    /// It is done.
    async fn is_ticked(&self) -> bool {
        self.is_ticked
    }
}

/// How a deadline stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "DeadlineState", remote = "domain::record::DeadlineState")]
pub(crate) enum DeadlineStateName {
    /// There is time.
    Running,
    /// Less than a quarter of the term is left.
    Soon,
    /// The term is over and nothing was done.
    Overdue,
    /// Done in time.
    Met,
    /// Done too late.
    Missed,
}

/// A term that runs, or ran until it was stopped.
#[derive(SimpleObject)]
pub(crate) struct DeadlineValue {
    /// When it began.
    started_at: DateTime<Utc>,
    /// When it ends.
    due_at: DateTime<Utc>,
    /// When what had to be done was done.
    stopped_at: Option<DateTime<Utc>>,
    /// How it stands now.
    state: DeadlineStateName,
}

impl DeadlineValue {
    pub(super) fn of(deadline: Deadline, now: Instant) -> Self {
        let Deadline { started_at, due_at, stopped_at } = deadline;
        Self { started_at, due_at, stopped_at, state: deadline.state(now).into() }
    }
}

/// Addresses on the web.
#[derive(SimpleObject)]
pub(crate) struct WebLinkValue {
    /// In the order added.
    links: Vec<WebLinkObject>,
}

impl WebLinkValue {
    pub(super) fn of(links: &[WebLink]) -> Self {
        let link = |link: &WebLink| WebLinkObject { url: link.url.clone(), title: link.title.clone() };
        Self { links: links.iter().map(link).collect() }
    }
}

/// An address on the web.
#[derive(SimpleObject, InputObject)]
#[graphql(name = "WebLink", input_name = "WebLinkInput")]
pub(crate) struct WebLinkObject {
    /// `https`, `http` or `mailto`.
    pub url: String,
    /// What is shown; the address itself unless given.
    #[graphql(default)]
    pub title: String,
}
