//! What a definition must look like.

use std::{collections::HashSet, fmt};

use kernel::Localized;

use super::{Chart, Condition, FieldKind, FormDefinition, STATUS, expression::ExpressionError, rules_kind};

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
    /// What is wrong with the formula, when it is about one.
    pub formula: Option<ExpressionError>,
}

impl fmt::Display for DefinitionProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

/// Collects problems while walking a definition.
#[derive(Default)]
pub(super) struct Problems(Vec<DefinitionProblem>);

impl Problems {
    pub(super) fn add(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.0.push(DefinitionProblem { path: path.into(), message: message.into(), formula: None });
    }

    pub(super) fn into_inner(self) -> Vec<DefinitionProblem> {
        self.0
    }

    pub(super) fn add_formula(&mut self, path: String, error: ExpressionError) {
        self.0.push(DefinitionProblem { path, message: error.to_string(), formula: Some(error) });
    }

    pub(super) fn unless(&mut self, holds: bool, path: impl Into<String>, message: impl Into<String>) {
        if !holds {
            self.add(path, message);
        }
    }

    pub(super) fn unique<'a>(&mut self, list: &str, keys: impl Iterator<Item = &'a str>) {
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

    pub(super) fn label(&mut self, path: &str, label: &Localized) {
        self.unless(!label.is_incomplete(), path, "needs a Dutch and an English text");
    }

    pub(super) fn colour(&mut self, path: &str, colour: &str) {
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
        self.check_charts(&mut problems);
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
            rules_kind::check(problems, &format!("{path}.kind"), (self, field));
            self.check_when(problems, &path, field);
        }
    }

    fn check_when(&self, problems: &mut Problems, path: &str, field: &super::Field) {
        let conditions = [("visible_when", &field.visible_when), ("required_when", &field.required_when)];
        for (name, condition) in conditions {
            if let Some(condition) = condition {
                self.check_condition(problems, &format!("{path}.{name}"), (condition, &field.key));
            }
        }
        let is_title = field.key == self.title_field;
        problems.unless(
            !(is_title && (field.hidden || field.visible_when.is_some())),
            path,
            "names the record and must always show",
        );
        let derived = field.kind.is_derived();
        let asks = field.required || field.required_when.is_some() || field.default.is_some();
        problems.unless(!(derived && asks), path, "is worked out: it cannot be required or have a default");
        problems.unless(
            !field.unique
                || matches!(
                    field.kind,
                    FieldKind::Text { multiline: false, .. } | FieldKind::Number { .. } | FieldKind::Date {}
                ),
            format!("{path}.unique"),
            "is for a line of text, a number or a date",
        );
        rules_kind::check_default(problems, &format!("{path}.default"), field);
    }

    fn check_condition(&self, problems: &mut Problems, path: &str, (condition, own_key): (&Condition, &str)) {
        problems.unless((1..=20).contains(&condition.tests.len()), path, "must have 1 to 20 tests");
        for (index, test) in condition.tests.iter().enumerate() {
            let path = format!("{path}.tests[{index}]");
            self.check_test(problems, &path, test);
            problems.unless(test.field != own_key, path, "cannot ask after the field itself");
        }
    }

    fn check_test(&self, problems: &mut Problems, path: &str, test: &super::Test) {
        let is_known = test.field == STATUS || self.field(&test.field).is_some();
        problems.unless(is_known, format!("{path}.field"), format!("there is no field `{}`", test.field));
        let asks = test.any_of.is_some() || test.is_filled.is_some() || test.from.or(test.to).is_some();
        problems.unless(asks, path, "must ask something: any_of, is_filled, from or to");
        let known: Vec<&str> = match self.field(&test.field).map(|field| &field.kind) {
            None if test.field == STATUS => self.statuses.iter().map(|status| status.key.as_str()).collect(),
            Some(FieldKind::YesNoNa {}) => vec!["YES", "NO", "NOT_APPLICABLE"],
            Some(kind @ (FieldKind::Choice { .. } | FieldKind::Checklist { .. })) => {
                kind.options().iter().map(|option| option.key.as_str()).collect()
            }
            _ => return,
        };
        for wanted in test.any_of.iter().flatten() {
            let message = format!("`{wanted}` is not one of {}", known.join(", "));
            problems.unless(known.contains(&wanted.as_str()), format!("{path}.any_of"), message);
        }
    }

    fn check_charts(&self, problems: &mut Problems) {
        problems.unless(self.charts.len() <= 20, "charts", "must be 20 at most");
        problems.unique("charts", self.charts.iter().map(|chart| chart.key.as_str()));
        for (index, chart) in self.charts.iter().enumerate() {
            self.check_chart(problems, &format!("charts[{index}]"), chart);
        }
    }

    fn check_chart(&self, problems: &mut Problems, path: &str, chart: &Chart) {
        problems.label(&format!("{path}.title"), &chart.title);
        for (index, test) in chart.tests.iter().enumerate() {
            self.check_test(problems, &format!("{path}.tests[{index}]"), test);
        }
        if let Err(fault) = chart.check(self) {
            problems.add(format!("{path}.{}", fault.member), fault.problem);
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
