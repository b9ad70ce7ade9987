//! One direction of a chart: its groups, in order, under their names.

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{GroupId, Locale, RecordId};

use super::{
    ChartGroup, MAX_GROUPS,
    rules::{plain, say},
    time::{self, AGES, MAX_STRETCHES},
};
use crate::{
    country::Country,
    form::{ChoiceOption, FieldKind, FormDefinition, Interval, RiskScale},
    record::{Answer, Dimension, FieldFilter, Names, RecordFilter, YesNoNa},
};

/// One direction of a chart.
pub(super) struct Axis<'a> {
    pub(super) form: &'a FormDefinition,
    pub(super) key: Option<&'a str>,
    pub(super) dimension: Option<Dimension<'a>>,
    pub(super) interval: Option<Interval>,
    pub(super) names: &'a Names,
    pub(super) locale: Locale,
    pub(super) today: NaiveDate,
    pub(super) is_age: bool,
    pub(super) filter: &'a RecordFilter,
}

/// A group with what it is sorted by.
struct Placed {
    place: Place,
    group: ChartGroup,
    weight: f64,
}

/// Where a group stands: before others of a later kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Earlier,
    Stretch(NaiveDate),
    /// As the form has them; the largest first where it has no order.
    Listed(usize),
    Hidden,
    Empty,
    Other,
}

impl Axis<'_> {
    /// The group of each answer, and the groups in order: as the form has them, by time, or the largest first.
    pub(super) fn sorted<'r>(
        &self,
        answers: impl Iterator<Item = (&'r Answer, f64)>,
    ) -> (Vec<usize>, Vec<ChartGroup>) {
        let mut all: Vec<Placed> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut places = Vec::new();
        for (answer, weight) in answers {
            let (place, group) = self.group(answer);
            let index = *known.entry(group.key.clone()).or_insert_with(|| {
                all.push(Placed { place, group, weight: 0.0 });
                all.len() - 1
            });
            if let Some(found) = all.get_mut(index) {
                found.weight += weight;
            }
            places.push(index);
        }
        let (ranks, groups) = self.arranged(all);
        (places.into_iter().map(|index| ranks.get(&index).copied().unwrap_or_default()).collect(), groups)
    }

    /// The rank of each by its index, and the groups by rank: at most [`MAX_GROUPS`].
    fn arranged(&self, all: Vec<Placed>) -> (HashMap<usize, usize>, Vec<ChartGroup>) {
        let missing = self.missing(&all);
        let mut order: Vec<(usize, Placed)> = all.into_iter().chain(missing).enumerate().collect();
        order.sort_by(|(_, a), (_, b)| {
            a.place.cmp(&b.place).then(b.weight.total_cmp(&a.weight)).then(a.group.label.cmp(&b.group.label))
        });
        let stretches: Vec<NaiveDate> = order.iter().filter_map(|(_, placed)| first_of(placed)).collect();
        // As many of the oldest as are put together, with what was together already.
        let too_old = stretches.len().saturating_sub(MAX_STRETCHES);
        let front =
            too_old + usize::from(order.first().is_some_and(|(_, first)| first.place == Place::Earlier));
        let last = MAX_GROUPS - 1;
        let is_cut = stretches.is_empty() && order.len() > MAX_GROUPS;
        let (mut ranks, mut groups) = (HashMap::new(), Vec::new());
        for (place, (index, placed)) in order.into_iter().enumerate() {
            let rank = if place < front { 0 } else { place - front.saturating_sub(1) };
            let rank = if is_cut { rank.min(last) } else { rank };
            if rank == groups.len() {
                groups.push(match rank {
                    0 if too_old > 0 => self.earlier(stretches.get(too_old)),
                    rank if is_cut && rank == last => self.other(),
                    _ => placed.group,
                });
            }
            ranks.insert(index, rank);
        }
        (ranks, groups)
    }

    /// What belongs on the axis though no record has it: ages, and stretches between others.
    fn missing(&self, all: &[Placed]) -> Vec<Placed> {
        let has = |key: &str| all.iter().any(|placed| placed.group.key == key);
        let placed = |(place, group)| Placed { place, group, weight: 0.0 };
        if self.dimension.is_none() {
            return if all.is_empty() { vec![placed(self.everything())] } else { Vec::new() };
        }
        if self.is_age {
            let ages = 0..AGES.len();
            return ages.map(|age| placed(self.age(age))).filter(|age| !has(&age.group.key)).collect();
        }
        let (Some(first), Some(last)) =
            (all.iter().filter_map(first_of).min(), all.iter().filter_map(first_of).max())
        else {
            return Vec::new();
        };
        let interval = self.interval();
        let is_made = matches!(self.dimension, Some(Dimension::Created(_)));
        let last = if is_made { last.max(time::first_day(interval, self.today)) } else { last };
        let between = std::iter::successors(Some(first), |day| time::next(interval, *day));
        let between: Vec<NaiveDate> =
            between.take_while(|day| *day <= last).take(MAX_STRETCHES + 1).collect();
        if between.len() > MAX_STRETCHES {
            return Vec::new();
        }
        let stretches = between.into_iter().map(|day| placed(self.stretch(day)));
        stretches.filter(|stretch| !has(&stretch.group.key)).collect()
    }

    fn interval(&self) -> Interval {
        self.interval.unwrap_or(Interval::Month)
    }

    fn say(&self, nl: &str, en: &str) -> String {
        say(self.locale, nl, en)
    }

    fn everything(&self) -> (Place, ChartGroup) {
        let filter = Some(self.filter.clone());
        (Place::Listed(0), ChartGroup { filter, ..plain("$all", self.say("Alles", "All")) })
    }

    fn other(&self) -> ChartGroup {
        plain("$other", self.say("Overige", "Other"))
    }

    /// What lies before the first stretch that is told apart.
    fn earlier(&self, first: Option<&NaiveDate>) -> ChartGroup {
        let before = first.and_then(NaiveDate::pred_opt);
        let filter = before.and_then(|day| self.with(FieldFilter { date_to: Some(day), ..self.on_field() }));
        ChartGroup { filter, ..plain("$earlier", self.say("Eerder", "Earlier")) }
    }

    fn group(&self, answer: &Answer) -> (Place, ChartGroup) {
        if self.dimension.is_none() {
            return self.everything();
        }
        match answer {
            Answer::Empty => {
                let empty = FieldFilter { is_empty: Some(true), ..self.on_field() };
                let label = self.say("Niet ingevuld", "Not filled in");
                (Place::Empty, ChartGroup { filter: self.with(empty), ..plain("$empty", label) })
            }
            Answer::Day(day) if self.is_age => {
                self.age(AGES.iter().position(|age| age.reaches(*day, self.today)).unwrap_or_default())
            }
            Answer::Earlier if self.is_age => self.age(AGES.len() - 1),
            Answer::Day(day) => self.stretch(*day),
            Answer::Earlier => (Place::Earlier, self.earlier(None)),
            Answer::Other => (Place::Other, self.other()),
            Answer::Text(text) => self.text(text),
            Answer::Number(number) => {
                let same =
                    FieldFilter { number_from: Some(*number), number_to: Some(*number), ..self.on_field() };
                let text = number.to_string();
                let label = if self.locale == Locale::Nl { text.replace('.', ",") } else { text.clone() };
                (Place::Listed(0), ChartGroup { filter: self.with(same), ..plain(&text, label) })
            }
            Answer::User(id) => {
                let label =
                    self.names.users.get(id).cloned().unwrap_or_else(|| self.say("Onbekend", "Unknown"));
                let same = FieldFilter { users: Some(vec![*id]), ..self.on_field() };
                (Place::Listed(0), ChartGroup { filter: self.with(same), ..plain(&id.to_string(), label) })
            }
            Answer::Record(id) => self.record(*id),
        }
    }

    fn record(&self, id: RecordId) -> (Place, ChartGroup) {
        // What the actor may not see stays together, without a name.
        let Some(heading) = self.names.records.get(&id) else {
            return (Place::Hidden, plain("$hidden", self.say("Niet zichtbaar", "Not visible")));
        };
        let same = FieldFilter { references: Some(vec![id]), ..self.on_field() };
        let label = format!("{} {}", heading.code, heading.title);
        (Place::Listed(0), ChartGroup { filter: self.with(same), ..plain(&id.to_string(), label) })
    }

    fn on_field(&self) -> FieldFilter {
        FieldFilter { key: self.key.unwrap_or_default().to_owned(), ..FieldFilter::default() }
    }

    /// The chart's filter with one more condition; none where no field is asked.
    fn with(&self, condition: FieldFilter) -> Option<RecordFilter> {
        self.form.field(&condition.key)?;
        let mut filter = self.filter.clone();
        filter.fields.push(condition);
        Some(filter)
    }

    fn text(&self, text: &str) -> (Place, ChartGroup) {
        if self.dimension == Some(Dimension::Status) {
            return self.status(text);
        }
        let same = FieldFilter { any_of: Some(vec![text.to_owned()]), ..self.on_field() };
        let kind = self.key.and_then(|key| self.form.field(key)).map(|field| &field.kind);
        let (place, label, colour) = match kind {
            Some(FieldKind::LikelihoodImpact { scale }) => return self.level(scale, text),
            Some(FieldKind::Group { .. }) => return self.people(text),
            Some(FieldKind::YesNoNa {} | FieldKind::Computed { .. }) if YesNoNa::parse(text).is_some() => {
                let place = YesNoNa::ALL.iter().position(|answer| answer.as_str() == text);
                let label = YesNoNa::parse(text).map(|answer| answer.label(self.locale)).unwrap_or_default();
                (place.unwrap_or_default(), label.to_owned(), None)
            }
            Some(FieldKind::Country { .. }) => {
                let name = Country::find(text).map_or(text, |country| country.name(self.locale));
                (0, name.to_owned(), None)
            }
            kind => self.option(kind.map(FieldKind::options).unwrap_or_default(), text),
        };
        (Place::Listed(place), ChartGroup { colour, filter: self.with(same), ..plain(text, label) })
    }

    /// Place, name and colour of an option; one that left the form is called by its key.
    fn option(&self, options: &[ChoiceOption], key: &str) -> (usize, String, Option<String>) {
        let found = (0..).zip(options).find(|(_, option)| option.key == key);
        found.map_or_else(
            || (options.len(), key.to_owned(), None),
            |(place, option)| (place, option.label.get(self.locale).to_owned(), option.colour.clone()),
        )
    }

    fn status(&self, key: &str) -> (Place, ChartGroup) {
        let found = (0..).zip(&self.form.statuses).find(|(_, status)| status.key == key);
        let place = found.map_or(Place::Hidden, |(place, _)| Place::Listed(place));
        let label = found.map_or(key, |(_, status)| status.label.get(self.locale));
        let filter = RecordFilter { status_keys: Some(vec![key.to_owned()]), ..self.filter.clone() };
        let colour = found.map(|(_, status)| status.colour.clone());
        (place, ChartGroup { colour, filter: Some(filter), ..plain(key, label) })
    }

    /// A group of people.
    fn people(&self, text: &str) -> (Place, ChartGroup) {
        let id = text.parse::<GroupId>().ok();
        let name = id.and_then(|id| self.names.groups.get(&id).cloned());
        let same = FieldFilter { groups: id.map(|id| vec![id]), ..self.on_field() };
        let label = name.unwrap_or_else(|| self.say("Groep", "Group"));
        (Place::Listed(0), ChartGroup { filter: self.with(same), ..plain(text, label) })
    }

    /// The level of a cell of the matrix, with all its cells.
    fn level(&self, scale: &RiskScale, cell: &str) -> (Place, ChartGroup) {
        let level_of = |cell: &str| {
            let (likelihood, impact) = cell.split_once('x')?;
            scale.level_at(likelihood.parse().ok()?, impact.parse().ok()?)
        };
        let Some(level) = level_of(cell) else { return (Place::Hidden, plain(cell, cell)) };
        // A scale may have had more steps.
        let cells =
            (1..=9).flat_map(|likelihood| (1..=9).map(move |impact| format!("{likelihood}x{impact}")));
        let cells = cells.filter(|cell| level_of(cell).is_some_and(|found| found.key == level.key));
        let same = FieldFilter { any_of: Some(cells.collect()), ..self.on_field() };
        let place = scale.levels.iter().position(|known| known.key == level.key).unwrap_or_default();
        let (colour, label) = (Some(level.colour.clone()), level.label.get(self.locale));
        (Place::Listed(place), ChartGroup { colour, filter: self.with(same), ..plain(&level.key, label) })
    }

    fn age(&self, place: usize) -> (Place, ChartGroup) {
        let Some(age) = AGES.get(place) else { return self.everything() };
        let same = FieldFilter {
            date_from: age.oldest(self.today),
            date_to: age.youngest(self.today),
            ..self.on_field()
        };
        let label = age.label(self.locale);
        (Place::Listed(place), ChartGroup { filter: self.with(same), ..plain(age.key, label) })
    }

    /// The month, quarter or year of a day.
    fn stretch(&self, day: NaiveDate) -> (Place, ChartGroup) {
        let interval = self.interval();
        let first = time::first_day(interval, day);
        let last = time::next(interval, first).and_then(|next| next.pred_opt());
        let same = FieldFilter { date_from: Some(first), date_to: last, ..self.on_field() };
        let label = time::label((interval, self.locale), first);
        (
            Place::Stretch(first),
            ChartGroup { filter: self.with(same), ..plain(&time::key(interval, first), label) },
        )
    }
}

fn first_of(placed: &Placed) -> Option<NaiveDate> {
    match placed.place {
        Place::Stretch(first) => Some(first),
        _ => None,
    }
}
