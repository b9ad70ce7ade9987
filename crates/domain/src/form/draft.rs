//! What somebody makes in the form designer, and the definition it comes to.

use std::collections::HashSet;

use kernel::{Localized, Role, UserError, UserErrors};

use super::{
    Category, ChoiceOption, Condition, Field, FieldDefault, FieldGroup, FieldKind, FormDefinition,
    FormRequirement, FormRight, RiskScale, RoleRight, Status, StatusKind,
    rules::{is_key, is_prefix},
};
use crate::text::fold;

/// The longest name or label, and the longest help, in characters.
const MAX_LABEL: usize = 200;
const MAX_HELP: usize = 5_000;

/// A form as somebody wants it. Keys that are left out are made from the labels; a text that is given in
/// one language stands for both.
#[derive(Debug, Clone, Default)]
pub struct FormDraft {
    /// The register.
    pub name: Localized,
    /// One record.
    pub singular_name: Localized,
    /// 2 to 5 letters.
    pub number_prefix: String,
    /// What it is for.
    pub help: Localized,
    /// Name of a Tabler icon.
    pub icon: Option<String>,
    /// Where it stands in the menu.
    pub category: Category,
    /// Records may carry measures.
    pub allows_measures: bool,
    /// What it helps to meet.
    pub requirements: Vec<FormRequirement>,
    /// Key of the field that names a record; the first text of one line when absent.
    pub title_field: Option<String>,
    /// The headings, in order.
    pub groups: Vec<GroupDraft>,
    /// 1 to 300 fields, in order.
    pub fields: Vec<FieldDraft>,
    /// The statuses, in order; open and closed when empty.
    pub statuses: Vec<Status>,
}

/// A heading.
#[derive(Debug, Clone)]
pub struct GroupDraft {
    /// Made from the label when absent.
    pub key: Option<String>,
    /// The heading.
    pub label: Localized,
    /// What stands under it.
    pub help: Localized,
}

/// A field. Options without a key get one from their label, and a scale is the environment's.
#[allow(clippy::struct_excessive_bools, reason = "each is a tick in the designer")]
#[derive(Debug, Clone)]
pub struct FieldDraft {
    /// Made from the label when absent.
    pub key: Option<String>,
    /// The question.
    pub label: Localized,
    /// How to answer it.
    pub help: Localized,
    /// Key of the heading it stands under.
    pub group: Option<String>,
    /// An answer is compulsory.
    pub required: bool,
    /// Shown in the list.
    pub in_list: bool,
    /// Not shown at all.
    pub hidden: bool,
    /// No two records may hold the same.
    pub unique: bool,
    /// Shows only then.
    pub visible_when: Option<Condition>,
    /// Compulsory then, too.
    pub required_when: Option<Condition>,
    /// What a new record begins with.
    pub default: Option<FieldDefault>,
    /// The kind of answer.
    pub kind: FieldKind,
}

impl FieldDraft {
    /// A plain field: everything but label and kind is off.
    #[must_use]
    pub fn new(label: Localized, kind: FieldKind) -> Self {
        Self {
            key: None,
            label,
            help: Localized::default(),
            group: None,
            required: false,
            in_list: false,
            hidden: false,
            unique: false,
            visible_when: None,
            required_when: None,
            default: None,
            kind,
        }
    }
}

impl FormDraft {
    /// The definition, as far as the draft alone can tell, with everything that is wrong with it.
    pub(super) fn define(self, key: Option<&str>, scale: &RiskScale) -> Result<FormDefinition, UserErrors> {
        let mut errors = UserErrors::default();
        let name = label(&mut errors, &["name"], &self.name);
        let singular_name = label(&mut errors, &["singularName"], &self.singular_name);
        let help = help(&mut errors, &["help"], &self.help);
        let number_prefix = self.number_prefix.trim().to_ascii_uppercase();
        if !is_prefix(&number_prefix) {
            errors.push(UserError::at("INVALID_PREFIX", &["numberPrefix"]));
        }
        let groups = define_groups(&mut errors, self.groups);
        let mut fields = define_fields(&mut errors, self.fields, scale);
        let title_field = title_field(&mut errors, self.title_field, &mut fields);
        if !errors.0.is_empty() {
            return Err(errors);
        }
        let definition = FormDefinition {
            key: key.map_or_else(|| key_of(&name.nl, "register"), str::to_owned),
            number_prefix,
            name,
            singular_name,
            help,
            icon: self.icon.unwrap_or_else(|| "clipboard-list".to_owned()),
            title_field,
            groups,
            fields,
            statuses: define_statuses(self.statuses),
            rights: default_rights(),
            category: self.category,
            allows_measures: self.allows_measures,
            requirements: self.requirements,
            charts: Vec::new(),
        };
        let problems: Vec<UserError> = definition.check().iter().map(super::problem::user_error).collect();
        if problems.is_empty() { Ok(definition) } else { Err(UserErrors(problems)) }
    }
}

fn define_groups(errors: &mut UserErrors, groups: Vec<GroupDraft>) -> Vec<FieldGroup> {
    let mut keys = HashSet::new();
    let mut found = Vec::with_capacity(groups.len());
    for (index, group) in groups.into_iter().enumerate() {
        let at = index.to_string();
        let label = label(errors, &["groups", &at, "label"], &group.label);
        let help = help(errors, &["groups", &at, "help"], &group.help);
        let key = group.key.unwrap_or_else(|| free_key(&keys, &key_of(&label.nl, "group")));
        keys.insert(key.clone());
        found.push(FieldGroup { key, label, help });
    }
    found
}

fn define_fields(errors: &mut UserErrors, drafts: Vec<FieldDraft>, scale: &RiskScale) -> Vec<Field> {
    let mut keys: HashSet<String> = drafts.iter().filter_map(|field| field.key.clone()).collect();
    let mut seen = HashSet::new();
    let mut fields = Vec::with_capacity(drafts.len());
    for (index, draft) in drafts.into_iter().enumerate() {
        let at = index.to_string();
        let label = label(errors, &["fields", &at, "label"], &draft.label);
        let help = help(errors, &["fields", &at, "help"], &draft.help);
        let key = draft.key.unwrap_or_else(|| free_key(&keys, &key_of(&label.nl, "field")));
        keys.insert(key.clone());
        if !is_key(&key) {
            errors.push(UserError::at("INVALID_KEY", &["fields", &at, "key"]));
        } else if !seen.insert(key.clone()) {
            errors.push(UserError::at("DUPLICATE_KEY", &["fields", &at, "key"]));
        }
        let kind = define_kind(errors, &at, (draft.kind, scale));
        fields.push(Field {
            key,
            label,
            help,
            group: draft.group,
            required: draft.required,
            in_list: draft.in_list,
            kind,
            base: false,
            hidden: draft.hidden,
            unique: draft.unique,
            visible_when: draft.visible_when,
            required_when: draft.required_when,
            default: draft.default,
        });
    }
    fields
}

fn define_kind(errors: &mut UserErrors, at: &str, (kind, scale): (FieldKind, &RiskScale)) -> FieldKind {
    match kind {
        FieldKind::Choice { options, multiple } => {
            FieldKind::Choice { options: define_options(errors, at, options), multiple }
        }
        FieldKind::Checklist { items } => FieldKind::Checklist { items: define_options(errors, at, items) },
        FieldKind::LikelihoodImpact { .. } => FieldKind::LikelihoodImpact { scale: scale.clone() },
        other => other,
    }
}

fn define_options(errors: &mut UserErrors, at: &str, options: Vec<ChoiceOption>) -> Vec<ChoiceOption> {
    let mut keys: HashSet<String> =
        options.iter().map(|option| option.key.clone()).filter(|key| !key.is_empty()).collect();
    let mut found = Vec::with_capacity(options.len());
    for mut option in options {
        option.label = both(&option.label);
        if option.label.is_incomplete() {
            continue;
        }
        if option.key.is_empty() {
            option.key = free_key(&keys, &key_of(&option.label.nl, "option"));
            keys.insert(option.key.clone());
        }
        found.push(option);
    }
    if found.iter().all(|option| option.retired) {
        errors.push(UserError::at("REQUIRED", &["fields", at, "options"]));
    }
    found
}

/// The field that names a record: the one asked for, or the first line of text. It is compulsory.
fn title_field(errors: &mut UserErrors, wanted: Option<String>, fields: &mut [Field]) -> String {
    let is_line = |field: &Field| matches!(field.kind, FieldKind::Text { multiline: false, .. });
    let found = match &wanted {
        Some(key) => fields.iter_mut().find(|field| field.key == *key && is_line(field)),
        None => fields.iter_mut().find(|field| is_line(field)),
    };
    if let Some(field) = found {
        field.required = true;
        return field.key.clone();
    }
    errors.push(UserError::at("NO_TITLE_FIELD", &["fields"]));
    String::new()
}

fn define_statuses(statuses: Vec<Status>) -> Vec<Status> {
    if statuses.is_empty() {
        return default_statuses();
    }
    let mut keys: HashSet<String> =
        statuses.iter().map(|status| status.key.clone()).filter(|key| !key.is_empty()).collect();
    let mut found = Vec::with_capacity(statuses.len());
    for mut status in statuses {
        status.label = both(&status.label);
        if status.key.is_empty() {
            status.key = free_key(&keys, &key_of(&status.label.nl, "status"));
            keys.insert(status.key.clone());
        }
        found.push(status);
    }
    found
}

fn label(errors: &mut UserErrors, path: &[&str], text: &Localized) -> Localized {
    let line = |text: &str| plain(text).replace('\n', " ");
    let text = both(&Localized { nl: line(&text.nl), en: line(&text.en) });
    if text.is_incomplete() {
        errors.push(UserError::at("REQUIRED", path));
    } else if text.nl.chars().count().max(text.en.chars().count()) > MAX_LABEL {
        errors.push(UserError::at("TOO_LONG", path).with("max", MAX_LABEL));
    }
    text
}

fn help(errors: &mut UserErrors, path: &[&str], text: &Localized) -> Localized {
    let text = both(text);
    if text.nl.chars().count().max(text.en.chars().count()) > MAX_HELP {
        errors.push(UserError::at("TOO_LONG", path).with("max", MAX_HELP));
    }
    text
}

/// A text that is given in one language stands for both; without control characters.
fn both(text: &Localized) -> Localized {
    Localized { nl: plain(&text.nl), en: plain(&text.en) }.completed()
}

/// Trimmed, and without control characters but line breaks: PostgreSQL refuses NUL.
fn plain(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    kept.trim().to_owned()
}

/// A key out of a label: `Datum melding` becomes `datum_melding`.
pub(super) fn key_of(label: &str, otherwise: &str) -> String {
    let mut key = String::new();
    for c in fold(label).chars() {
        match c {
            'a'..='z' | '0'..='9' => key.push(c),
            _ if !key.is_empty() && !key.ends_with('_') => key.push('_'),
            _ => {}
        }
    }
    key.truncate(50);
    let key = key.trim_matches('_');
    if key.starts_with(|c: char| c.is_ascii_lowercase()) {
        key.to_owned()
    } else {
        format!("{otherwise}_{key}").trim_end_matches('_').to_owned()
    }
}

/// The key itself, or with the first free number behind it.
pub(super) fn free_key(taken: &HashSet<String>, key: &str) -> String {
    if !taken.contains(key) {
        return key.to_owned();
    }
    let mut number = 2;
    while taken.contains(&format!("{key}_{number}")) {
        number += 1;
    }
    format!("{key}_{number}")
}

fn default_statuses() -> Vec<Status> {
    let status = |key: &str, (nl, en): (&str, &str), kind, colour: &str, next: &str| Status {
        key: key.to_owned(),
        label: Localized { nl: nl.to_owned(), en: en.to_owned() },
        kind,
        colour: colour.to_owned(),
        next: vec![next.to_owned()],
    };
    vec![
        status("open", ("Open", "Open"), StatusKind::Open, "blue", "closed"),
        status("closed", ("Afgesloten", "Closed"), StatusKind::Done, "gray", "open"),
    ]
}

fn default_rights() -> Vec<RoleRight> {
    Role::ALL
        .into_iter()
        .map(|role| RoleRight {
            role,
            right: if role.is_full_user() { FormRight::Edit } else { FormRight::View },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(label: &str, kind: FieldKind) -> FieldDraft {
        FieldDraft { in_list: true, ..FieldDraft::new(Localized::same(label), kind) }
    }

    fn text(label: &str) -> FieldDraft {
        field(label, FieldKind::Text { multiline: false, max_length: None })
    }

    fn form(fields: Vec<FieldDraft>) -> FormDraft {
        FormDraft {
            name: Localized { nl: "Bezoekers".into(), en: String::new() },
            singular_name: Localized::same("Bezoeker"),
            number_prefix: "bez".into(),
            fields,
            ..FormDraft::default()
        }
    }

    fn defined(fields: Vec<FieldDraft>) -> FormDefinition {
        form(fields).define(None, &RiskScale::default()).unwrap()
    }

    #[test]
    fn keys_come_from_labels_and_never_clash() {
        let definition = defined(vec![text("Naam"), text("Naam"), text("1e indruk"), text("€")]);
        let keys: Vec<_> = definition.fields.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(keys, ["naam", "naam_2", "field_1e_indruk", "field"]);
        assert_eq!(definition.number_prefix, "BEZ");
    }

    #[test]
    fn a_text_in_one_language_stands_for_both() {
        assert_eq!(defined(vec![text("Naam")]).name.en, "Bezoekers");
    }

    #[test]
    fn the_first_line_of_text_becomes_the_compulsory_title() {
        let definition = defined(vec![text("Naam")]);
        assert!(definition.fields[0].required);
        assert_eq!(definition.title_field, "naam");
    }

    #[test]
    fn every_fault_is_told_at_once_with_its_place() {
        let option = |label: &str| ChoiceOption {
            key: String::new(),
            label: Localized::same(label),
            colour: None,
            retired: false,
        };
        let choice = field("Soort", FieldKind::Choice { options: vec![option(" ")], multiple: false });
        let mut new = form(vec![text("Naam"), text(" "), choice]);
        new.number_prefix = "?".into();
        let errors = new.define(None, &RiskScale::default()).unwrap_err();
        let found: Vec<_> = errors.0.iter().map(|error| (error.code, error.path.join("."))).collect();
        assert_eq!(
            found,
            [
                ("INVALID_PREFIX", "numberPrefix".to_owned()),
                ("REQUIRED", "fields.1.label".to_owned()),
                ("REQUIRED", "fields.2.options".to_owned()),
            ]
        );
    }

    #[test]
    fn a_formula_that_cannot_be_read_is_told_at_its_field() {
        let formula = |expression: &str| {
            let expression = expression.to_owned();
            field("Som", FieldKind::Computed { expression, decimals: 0, unit: None })
        };
        let errors =
            form(vec![text("Naam"), formula("1 +")]).define(None, &RiskScale::default()).unwrap_err();
        let [error] = &errors.0[..] else { panic!("one error: {errors:?}") };
        assert_eq!((error.code, error.path.join(".").as_str()), ("FORMULA_SYNTAX", "fields.1.expression"));
    }
}
