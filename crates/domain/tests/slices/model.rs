//! A register in memory: what the database must agree with.

use std::collections::HashMap;

use chrono::TimeDelta;
use kernel::{Role, UserId};
use waarborg_domain::{
    form::Form,
    record::{self, FieldFilter, Record, RecordFilter, RecordSort, SortKey, Value, YesNoNa},
    text::{cut, fold, plain_text},
    user,
};

use crate::{
    generate::{self, Known},
    register::OPTIONS,
    stage::{Stage, change, create, move_to},
};

/// A register filled at random, and the same records in memory.
pub(crate) struct Model {
    pub form: Form,
    pub known: Known,
    pub records: Vec<Record>,
    names: HashMap<UserId, String>,
    now: kernel::Instant,
}

impl Model {
    /// Fills the stage's register with `count` random records, some of which change later.
    pub(crate) async fn fill(stage: &Stage, count: usize) -> Self {
        let known = generate::known(stage).await;
        let (manager, employee) = (stage.manager(), stage.of(Role::Employee));
        let drawn = generate::draw(count, generate::changes(&known, true));
        for (turn, values) in drawn.into_iter().enumerate() {
            // Several within one microsecond, some a second apart.
            stage.clock.advance(TimeDelta::microseconds([0, 1, 500, 1_000_000][turn % 4]));
            let maker = if turn % 3 == 0 { &employee } else { &manager };
            let made = create(maker, "things", values).await.unwrap();
            if turn % 2 == 0 {
                let busy = move_to(&manager, &made, "busy").await.unwrap();
                if turn % 4 == 0 {
                    move_to(&manager, &busy, "done").await.unwrap();
                }
            }
        }
        let changes = generate::draw(count / 2, generate::changes(&known, false));
        let form = stage.things().await;
        for (number, values) in (1..).zip(changes) {
            stage.clock.advance(TimeDelta::microseconds(number % 2));
            let now = record::find_by_number(&manager, &form, number).await.unwrap().unwrap();
            change(&manager, &now, values).await.unwrap();
        }
        Self::read(stage, form, known).await
    }

    async fn read(stage: &Stage, form: Form, known: Known) -> Self {
        let manager = stage.manager();
        let numbers: Vec<i64> = (1..=stage.number("SELECT COUNT(*) FROM record").await).collect();
        let mut records: Vec<Record> =
            record::find_by_numbers(&manager, &form, &numbers).await.unwrap().into_values().collect();
        records.sort_by_key(|record| record.number);
        let users = user::all(&manager).await.unwrap();
        let names = users.into_iter().map(|user| (user.id, fold(&user.display_name))).collect();
        Self { form, known, records, names, now: manager.now() }
    }

    /// The numbers of the records that match, lowest first.
    pub(crate) fn matching(&self, filter: &RecordFilter) -> Vec<i64> {
        self.records
            .iter()
            .filter(|record| self.matches(record, filter))
            .map(|record| record.number)
            .collect()
    }

    fn matches(&self, record: &Record, filter: &RecordFilter) -> bool {
        let mut texts = vec![fold(&self.form.code(record.number))];
        texts.extend(record.values.values().filter_map(searched));
        let finds = |word: &str| texts.iter().any(|text| text.contains(&fold(word)));
        filter.search.as_deref().unwrap_or_default().split_whitespace().all(finds)
            && filter.status_keys.as_ref().is_none_or(|keys| keys.contains(&record.status))
            && filter.fields.iter().all(|field| holds(record.values.get(&field.key), (field, self.now)))
    }

    /// The numbers of all records in this order.
    pub(crate) fn sorted(&self, sort: &RecordSort) -> Vec<i64> {
        let mut records: Vec<&Record> = self.records.iter().collect();
        match &sort.by {
            SortKey::Number => records.sort_by_key(|record| record.number),
            SortKey::Status => records.sort_by_key(|record| (&record.status, record.number)),
            SortKey::UpdatedAt => records.sort_by_key(|record| (record.updated_at, record.number)),
            SortKey::CreatedAt => records.sort_by_key(|record| (record.created_at, record.number)),
            SortKey::Field(key) => records.sort_by(|one, other| {
                let place = |record: &Record| record.values.get(key).map(|value| self.place(value));
                // Empty ones come behind all others.
                let order = match (place(one), place(other)) {
                    (Some(one), Some(other)) => one.partial_cmp(&other).unwrap(),
                    (one, other) => one.is_none().cmp(&other.is_none()),
                };
                order.then(one.number.cmp(&other.number))
            }),
        }
        if sort.descending {
            records.reverse();
        }
        records.into_iter().map(|record| record.number).collect()
    }

    fn place(&self, value: &Value) -> Place {
        match value {
            Value::Text(text) => Place::Words(cut(&fold(text), 100).to_owned()),
            Value::User(ids) => Place::Words(self.names[&ids[0]].clone()),
            Value::Country(codes) => Place::Words(fold(&codes[0])),
            Value::Colour(hex) => Place::Words(fold(hex)),
            Value::DateTime(at) => Place::Moment(*at),
            Value::Deadline(deadline) => Place::Moment(deadline.due_at),
            Value::Checklist(ticked) => Place::Index(ticked.len()),
            Value::Number(number) => Place::Figures(*number, 0),
            Value::Date(day) => Place::Day(*day),
            Value::YesNoNa(answer) => {
                Place::Index(YesNoNa::ALL.iter().position(|known| known == answer).unwrap())
            }
            Value::Choice(keys) => {
                Place::Index(OPTIONS.iter().position(|option| *option == keys[0]).unwrap())
            }
            Value::LikelihoodImpact(place) => Place::Figures(f64::from(place.score()), place.likelihood),
            other => panic!("no list is sorted by {other:?}"),
        }
    }
}

/// A value's place in the order of its field.
#[derive(PartialEq, PartialOrd)]
enum Place {
    Words(String),
    Figures(f64, u8),
    Day(chrono::NaiveDate),
    Moment(kernel::Instant),
    Index(usize),
}

/// The folded text of a value, if it is one.
pub(crate) fn words(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(fold(text)),
        Value::RichText(html) => Some(fold(&plain_text(html))),
        Value::Country(codes) => Some(fold(&codes.join("\n"))),
        Value::Colour(hex) => Some(fold(hex)),
        Value::WebLink(links) => {
            let links: Vec<_> =
                links.iter().map(|link| fold(&format!("{} {}", link.title, link.url))).collect();
            Some(links.join("\n"))
        }
        _ => None,
    }
}

/// The texts that search reads: codes and colours are found by filters only.
fn searched(value: &Value) -> Option<String> {
    if matches!(value, Value::Country(_) | Value::Colour(_)) { None } else { words(value) }
}

fn holds(value: Option<&Value>, (filter, now): (&FieldFilter, kernel::Instant)) -> bool {
    let contains = |wanted: &String| {
        let wanted = wanted.trim();
        wanted.is_empty() || value.and_then(words).is_some_and(|text| text.contains(&fold(wanted)))
    };
    let any_of = |codes: &Vec<String>| match value {
        Some(Value::Choice(keys) | Value::Country(keys) | Value::Checklist(keys)) => {
            keys.iter().any(|key| codes.contains(key))
        }
        Some(Value::Colour(hex)) => codes.contains(hex),
        Some(Value::YesNoNa(answer)) => codes.iter().any(|code| code == answer.as_str()),
        Some(Value::LikelihoodImpact(place)) => {
            codes.contains(&format!("{}x{}", place.likelihood, place.impact))
        }
        _ => false,
    };
    let number = match value {
        Some(Value::Number(number)) => Some(*number),
        Some(Value::LikelihoodImpact(place)) => Some(f64::from(place.score())),
        Some(Value::Checklist(ticked)) => Some(f64::from(u8::try_from(ticked.len()).unwrap())),
        _ => None,
    };
    let day = match value {
        Some(Value::Date(day)) => Some(*day),
        Some(Value::DateTime(at)) => Some(kernel::dutch_day(*at)),
        Some(Value::Deadline(clock)) => Some(kernel::dutch_day(clock.due_at)),
        _ => None,
    };
    let deadline = match value {
        Some(Value::Deadline(clock)) => Some(clock.state(now)),
        _ => None,
    };
    filter.contains.as_ref().is_none_or(contains)
        && filter.any_of.as_ref().is_none_or(any_of)
        && filter.users.as_ref().is_none_or(
            |ids| matches!(value, Some(Value::User(named)) if named.iter().any(|id| ids.contains(id))),
        )
        && filter.references.as_ref().is_none_or(
            |wanted| matches!(value, Some(Value::Reference(ids)) if ids.iter().any(|id| wanted.contains(id))),
        )
        && filter.number_from.is_none_or(|low| number.is_some_and(|number| number >= low))
        && filter.number_to.is_none_or(|high| number.is_some_and(|number| number <= high))
        && filter.date_from.is_none_or(|first| day.is_some_and(|day| day >= first))
        && filter.date_to.is_none_or(|last| day.is_some_and(|day| day <= last))
        && filter
            .deadlines
            .as_ref()
            .is_none_or(|states| deadline.is_some_and(|state| states.contains(&state)))
        && filter.is_empty.is_none_or(|is_empty| is_empty == value.is_none())
}
