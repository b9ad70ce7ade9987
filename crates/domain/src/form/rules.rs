//! What a definition must look like.

use std::{collections::HashSet, fmt};

use kernel::Localized;

use super::{ChoiceOption, Field, FieldKind, FormDefinition, RiskScale};

/// Colour names of the design system.
pub const COLOURS: [&str; 8] = ["gray", "red", "orange", "yellow", "green", "teal", "blue", "grape"];

/// The most fields one form may have: as many as fit a sheet that people can still work in.
const MAX_FIELDS: usize = 300;

/// What is wrong with a definition, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinitionProblem {
    /// From the outside in, e.g. `fields[3].kind.choice.options[0].key`.
    pub path: String,
    /// One sentence, in English: packs' authors and logs read it.
    pub message: String,
}

impl fmt::Display for DefinitionProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

/// Collects problems while walking a definition.
#[derive(Default)]
struct Problems(Vec<DefinitionProblem>);

impl Problems {
    fn add(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.0.push(DefinitionProblem { path: path.into(), message: message.into() });
    }

    fn unless(&mut self, holds: bool, path: impl Into<String>, message: impl Into<String>) {
        if !holds {
            self.add(path, message);
        }
    }

    fn unique<'a>(&mut self, list: &str, keys: impl Iterator<Item = &'a str>) {
        let mut seen = HashSet::new();
        for (index, key) in keys.enumerate() {
            self.unless(
                is_key(key),
                format!("{list}[{index}].key"),
                "must be a-z, 0-9 and _, 1 to 64, a letter first",
            );
            self.unless(seen.insert(key), format!("{list}[{index}].key"), format!("`{key}` stands twice"));
        }
    }

    fn label(&mut self, path: &str, label: &Localized) {
        self.unless(!label.is_incomplete(), path, "needs a Dutch and an English text");
    }

    fn colour(&mut self, path: &str, colour: &str) {
        self.unless(COLOURS.contains(&colour), path, format!("must be one of {}", COLOURS.join(", ")));
    }
}

/// True for a field, form or option key.
pub(super) fn is_key(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// True for a prefix of record numbers.
pub(super) fn is_prefix(text: &str) -> bool {
    (2..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase())
}

impl FormDefinition {
    /// Everything that is wrong with this definition, by itself; empty when it can be published.
    #[must_use]
    pub fn check(&self) -> Vec<DefinitionProblem> {
        let mut problems = Problems::default();
        problems.unless(is_key(&self.key), "key", "must be a-z, 0-9 and _, 1 to 64, a letter first");
        problems.unless(is_prefix(&self.number_prefix), "number_prefix", "must be 2 to 5 capitals");
        problems.label("name", &self.name);
        problems.label("singular_name", &self.singular_name);
        problems.unique("groups", self.groups.iter().map(|group| group.key.as_str()));
        for (index, group) in self.groups.iter().enumerate() {
            problems.label(&format!("groups[{index}].label"), &group.label);
        }
        self.check_fields(&mut problems);
        self.check_statuses(&mut problems);
        let roles: HashSet<_> = self.rights.iter().map(|entry| entry.role).collect();
        problems.unless(roles.len() == self.rights.len(), "rights", "name a role twice");
        problems.0
    }

    fn check_fields(&self, problems: &mut Problems) {
        problems.unless((1..=MAX_FIELDS).contains(&self.fields.len()), "fields", "must be 1 to 300");
        problems.unique("fields", self.fields.iter().map(|field| field.key.as_str()));
        let title = self.fields.iter().find(|field| field.key == self.title_field);
        let names_a_text = title.is_some_and(|field| {
            field.required && matches!(field.kind, FieldKind::Text { multiline: false, .. })
        });
        problems.unless(names_a_text, "title_field", "must name a required text field of one line");
        for (index, field) in self.fields.iter().enumerate() {
            let path = format!("fields[{index}]");
            problems.label(&format!("{path}.label"), &field.label);
            if let Some(group) = &field.group {
                let exists = self.groups.iter().any(|known| known.key == *group);
                problems.unless(exists, format!("{path}.group"), format!("there is no group `{group}`"));
            }
            check_kind(problems, &format!("{path}.kind"), field);
        }
    }

    fn check_statuses(&self, problems: &mut Problems) {
        problems.unless((1..=30).contains(&self.statuses.len()), "statuses", "must be 1 to 30");
        problems.unique("statuses", self.statuses.iter().map(|status| status.key.as_str()));
        for (index, status) in self.statuses.iter().enumerate() {
            let path = format!("statuses[{index}]");
            problems.label(&format!("{path}.label"), &status.label);
            problems.colour(&format!("{path}.colour"), &status.colour);
            for next in &status.next {
                let exists = self.statuses.iter().any(|known| known.key == *next);
                problems.unless(exists, format!("{path}.next"), format!("there is no status `{next}`"));
            }
        }
    }
}

fn check_kind(problems: &mut Problems, path: &str, field: &Field) {
    match &field.kind {
        FieldKind::Text { max_length, .. } => {
            let fits = max_length.is_none_or(|length| (1..=100_000).contains(&length));
            problems.unless(fits, format!("{path}.text.max_length"), "must be 1 to 100,000");
        }
        FieldKind::Number { decimals, minimum, maximum, .. } => {
            problems.unless(*decimals <= 6, format!("{path}.number.decimals"), "must be 0 to 6");
            let ordered = minimum.zip(*maximum).is_none_or(|(low, high)| low <= high);
            problems.unless(ordered, format!("{path}.number"), "has a minimum above its maximum");
        }
        FieldKind::Choice { options, .. } => check_options(problems, path, options),
        FieldKind::Reference { form, .. } => {
            problems.unless(is_key(form), format!("{path}.reference.form"), "must be the key of a form");
        }
        FieldKind::LikelihoodImpact { scale } => check_scale(problems, path, scale),
        FieldKind::RichText {} | FieldKind::Date {} | FieldKind::YesNoNa {} | FieldKind::User {} => {}
    }
}

fn check_options(problems: &mut Problems, path: &str, options: &[ChoiceOption]) {
    let list = format!("{path}.choice.options");
    problems.unless((1..=500).contains(&options.len()), &list, "must be 1 to 500");
    problems.unique(&list, options.iter().map(|option| option.key.as_str()));
    for (index, option) in options.iter().enumerate() {
        problems.label(&format!("{list}[{index}].label"), &option.label);
        if let Some(colour) = &option.colour {
            problems.colour(&format!("{list}[{index}].colour"), colour);
        }
    }
}

fn check_scale(problems: &mut Problems, path: &str, scale: &RiskScale) {
    let path = format!("{path}.likelihood_impact.scale");
    for (name, steps) in [("likelihood", &scale.likelihood), ("impact", &scale.impact)] {
        problems.unless((2..=7).contains(&steps.len()), format!("{path}.{name}"), "must have 2 to 7 steps");
        for (index, step) in steps.iter().enumerate() {
            problems.label(&format!("{path}.{name}[{index}]"), step);
        }
    }
    problems.unique(&format!("{path}.levels"), scale.levels.iter().map(|level| level.key.as_str()));
    let first = scale.levels.first().map(|level| level.minimum_score);
    problems.unless(first == Some(1), format!("{path}.levels"), "the first level must begin at score 1");
    let rises = scale.levels.is_sorted_by(|one, next| one.minimum_score < next.minimum_score);
    problems.unless(rises, format!("{path}.levels"), "must rise in minimum_score");
    for (index, level) in scale.levels.iter().enumerate() {
        problems.label(&format!("{path}.levels[{index}].label"), &level.label);
        problems.colour(&format!("{path}.levels[{index}].colour"), &level.colour);
    }
}
