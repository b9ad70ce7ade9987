//! Which column goes where.

use std::collections::HashSet;

use domain::{
    form::{Field, FieldKind, Form},
    text::fold,
};
use kernel::{Locale, Result, UserError, UserErrors};

use super::table::Table;
use crate::register::{CODE, IMPACT, LIKELIHOOD, STATUS, VERSION};

/// A column of the sheet and the field it goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMapping {
    /// 0 is column A.
    pub column: u32,
    /// A field's key, `$number`, `$status`, `$version`, or a risk field's key with `.likelihood` or `.impact`.
    pub field_key: String,
}

/// What a column fills.
#[derive(Debug, Clone)]
pub(super) enum Target {
    Code,
    Status,
    Version,
    Value(Field),
    Likelihood(Field),
    Impact(Field),
}

impl Target {
    /// The key of the field it fills; none for number, status and version.
    pub(super) fn field_key(&self) -> Option<&str> {
        match self {
            Self::Code | Self::Status | Self::Version => None,
            Self::Value(field) | Self::Likelihood(field) | Self::Impact(field) => Some(&field.key),
        }
    }
}

/// Reads a mapping; or everything that is wrong with it.
pub(super) fn resolve(form: &Form, table: &Table, mapping: &[ColumnMapping]) -> Result<Vec<(u32, Target)>> {
    let mut errors = UserErrors::default();
    let mut targets = Vec::with_capacity(mapping.len());
    let (mut columns, mut keys) = (HashSet::new(), HashSet::new());
    for (index, entry) in mapping.iter().enumerate() {
        let at = |code, member| UserError::at(code, &["mapping", &index.to_string(), member]);
        if table.header(entry.column).is_none() {
            errors.push(at("UNKNOWN_COLUMN", "column"));
        } else if !columns.insert(entry.column) {
            errors.push(at("DUPLICATE_COLUMN", "column"));
        }
        match target(form, &entry.field_key) {
            None => errors.push(at("UNKNOWN_FIELD", "fieldKey")),
            Some(_) if !keys.insert(entry.field_key.as_str()) => {
                errors.push(at("DUPLICATE_FIELD", "fieldKey"));
            }
            Some(target) => targets.push((entry.column, target)),
        }
    }
    if mapping.is_empty() {
        errors.push(UserError::at("NO_COLUMNS", &["mapping"]));
    }
    errors.into_result()?;
    Ok(targets)
}

fn target(form: &Form, key: &str) -> Option<Target> {
    let risk_field = |suffix: &str| {
        let field = key.strip_suffix(suffix).and_then(|key| form.definition.field(key));
        field.filter(|field| matches!(field.kind, FieldKind::LikelihoodImpact { .. })).cloned()
    };
    match key {
        CODE => Some(Target::Code),
        STATUS => Some(Target::Status),
        VERSION => Some(Target::Version),
        _ => form
            .definition
            .field(key)
            .filter(|field| takes_cells(field))
            .cloned()
            .map(Target::Value)
            .or_else(|| risk_field(LIKELIHOOD).map(Target::Likelihood))
            .or_else(|| risk_field(IMPACT).map(Target::Impact)),
    }
}

/// What is worked out fills itself, and a sheet holds no files.
fn takes_cells(field: &Field) -> bool {
    !field.kind.is_derived() && !matches!(field.kind, FieldKind::File { .. })
}

/// Guesses: by key in our own exports, else by heading, each column and each field once.
pub(super) fn suggest(form: &Form, table: &Table) -> Vec<ColumnMapping> {
    let own = table.own.as_ref().filter(|own| own.form_key == form.definition.key);
    let names = names(form);
    let mut taken = HashSet::new();
    let mut mapping = Vec::new();
    for (column, header) in &table.columns {
        let key = match own {
            Some(own) => own
                .columns
                .get(*column as usize)
                .filter(|key| *key != VERSION && target(form, key).is_some())
                .cloned(),
            None => names.iter().find(|(name, _)| *name == simple(header)).map(|(_, key)| key.clone()),
        };
        if let Some(field_key) = key.filter(|key| taken.insert(key.clone())) {
            mapping.push(ColumnMapping { column: *column, field_key });
        }
    }
    // A score is no more than its two steps multiplied: with both of them it has nothing to say.
    let steps: HashSet<String> =
        taken.iter().filter_map(|key| key.strip_suffix(LIKELIHOOD)).map(str::to_owned).collect();
    mapping.retain(|entry| {
        !(steps.contains(&entry.field_key) && taken.contains(&format!("{}{IMPACT}", entry.field_key)))
    });
    mapping
}

/// Every heading we know, simplified, with what it stands for.
fn names(form: &Form) -> Vec<(String, String)> {
    let mut names = Vec::new();
    let mut add = |name: &str, key: &str| names.push((simple(name), key.to_owned()));
    for field in form.definition.all_fields().filter(|field| takes_cells(field)) {
        add(&field.key, &field.key);
        for locale in Locale::ALL {
            let label = field.label.get(locale);
            add(label, &field.key);
            if matches!(field.kind, FieldKind::LikelihoodImpact { .. }) {
                for (word, suffix) in [("kans", LIKELIHOOD), ("likelihood", LIKELIHOOD), ("impact", IMPACT)] {
                    add(&format!("{label} {word}"), &format!("{}{suffix}", field.key));
                }
            }
        }
    }
    for (name, key) in [("nummer", CODE), ("number", CODE), ("code", CODE), ("status", STATUS)] {
        add(name, key);
    }
    names
}

/// A heading without case, accents, spaces and signs.
fn simple(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
