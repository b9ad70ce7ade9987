//! Own registers: made by a full user, in one language, with default statuses and rights.

use std::collections::HashSet;

use kernel::{Error, Localized, Result, Role, UserError, UserErrors};

use super::{
    ChoiceOption, Field, FieldKind, Form, FormDefinition, FormOrigin, FormRight, RiskScale, RoleRight,
    Status, StatusKind, get_by_key, repo,
    rules::{is_key, is_prefix},
};
use crate::{
    Ctx, Permission,
    audit::{self, AuditEntry},
    text::fold,
};

/// The longest name or label, and the longest help, in characters.
const MAX_LABEL: usize = 200;
const MAX_HELP: usize = 5_000;

/// An own register to be made.
#[derive(Debug, Clone)]
pub struct NewForm {
    /// The register.
    pub name: String,
    /// One record.
    pub singular_name: String,
    /// 2 to 5 letters.
    pub number_prefix: String,
    /// What it is for.
    pub help: String,
    /// 1 to 300 fields, in order; the first text field of one line names a record.
    pub fields: Vec<NewField>,
}

/// A field of an own register.
#[derive(Debug, Clone)]
pub struct NewField {
    /// Made from the label when absent.
    pub key: Option<String>,
    /// The question.
    pub label: String,
    /// How to answer it.
    pub help: String,
    /// An answer is compulsory.
    pub required: bool,
    /// Shown in the list.
    pub in_list: bool,
    /// The kind of answer.
    pub kind: NewFieldKind,
}

/// The kinds a user can choose from, with what each needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewFieldKind {
    /// One line of text.
    Text,
    /// Several lines of text.
    LongText,
    /// Rich text.
    RichText,
    /// A number with up to six decimals.
    Number,
    /// A day.
    Date,
    /// Yes, no or not applicable.
    YesNoNa,
    /// One or several of these labels.
    Choice {
        /// What can be chosen, in order.
        labels: Vec<String>,
        /// Several may be chosen.
        multiple: bool,
    },
    /// A user.
    User,
    /// Records of another form.
    Reference {
        /// That form's key.
        form: String,
        /// Several may be chosen.
        multiple: bool,
    },
    /// Likelihood x impact, on the scale of the environment's base forms.
    LikelihoodImpact,
}

/// Makes an own register.
pub async fn create_own(ctx: &Ctx, new: NewForm) -> Result<Form> {
    ctx.require(Permission::ManageForms)?;
    let forms = super::list(ctx).await?;
    let scale = forms.iter().flat_map(|form| &form.definition.fields).find_map(|field| match &field.kind {
        FieldKind::LikelihoodImpact { scale } => Some(scale.clone()),
        _ => None,
    });
    let mut definition = define(new, scale, &forms)?;
    let key = ctx
        .write(async |tx| {
            let taken = repo::taken(tx).await?;
            // Forms the actor may not see take part: a code names one record.
            if taken.iter().any(|form| form.number_prefix == definition.number_prefix) {
                return Err(Error::invalid("ALREADY_TAKEN", &["numberPrefix"]));
            }
            let last = taken.iter().map(|form| form.position).max().unwrap_or_default();
            let keys = taken.into_iter().map(|form| form.key).collect();
            definition.key = free_key(&keys, &definition.key);
            let source = repo::Source { origin: FormOrigin::Own, pack: None, position: last + 1 };
            let id = repo::insert(ctx, tx, &definition, source).await?;
            let details = serde_json::json!({"key": definition.key, "fields": definition.fields.len()});
            audit::record(ctx, tx, AuditEntry::about("form.created", id).with(details)).await?;
            Ok(definition.key.clone())
        })
        .await?;
    get_by_key(ctx, &key).await
}

fn define(new: NewForm, scale: Option<RiskScale>, forms: &[Form]) -> Result<FormDefinition> {
    let mut errors = UserErrors::default();
    let name = required_text(&mut errors, &["name"], &new.name);
    let singular_name = required_text(&mut errors, &["singularName"], &new.singular_name);
    let help = help_text(&mut errors, &["help"], &new.help);
    let number_prefix = new.number_prefix.trim().to_ascii_uppercase();
    if !is_prefix(&number_prefix) {
        errors.push(UserError::at("INVALID_PREFIX", &["numberPrefix"]));
    } else if forms.iter().any(|form| form.definition.number_prefix == number_prefix) {
        errors.push(UserError::at("ALREADY_TAKEN", &["numberPrefix"]));
    }
    let mut fields = define_fields(&mut errors, new.fields, scale.as_ref(), forms);
    let title_field = fields
        .iter_mut()
        .find(|field| matches!(field.kind, FieldKind::Text { multiline: false, .. }))
        .map(|field| {
            field.required = true;
            field.key.clone()
        });
    let Some(title_field) = title_field else {
        errors.push(UserError::at("NO_TITLE_FIELD", &["fields"]));
        return Err(Error::Invalid(errors));
    };
    errors.into_result()?;
    let definition = FormDefinition {
        key: key_of(&name, "register"),
        number_prefix,
        name: Localized::same(name),
        singular_name: Localized::same(singular_name),
        help: Localized::same(help),
        icon: "clipboard-list".to_owned(),
        title_field,
        groups: Vec::new(),
        fields,
        statuses: default_statuses(),
        rights: default_rights(),
    };
    match definition.check().into_iter().next() {
        None => Ok(definition),
        Some(problem) => Err(UserError::at("INVALID_FORM", &["fields"]).with("problem", problem).into()),
    }
}

fn define_fields(
    errors: &mut UserErrors,
    new: Vec<NewField>,
    scale: Option<&RiskScale>,
    forms: &[Form],
) -> Vec<Field> {
    let mut keys = HashSet::new();
    let mut fields = Vec::with_capacity(new.len());
    for (index, field) in new.into_iter().enumerate() {
        let at = index.to_string();
        let label = required_text(errors, &["fields", &at, "label"], &field.label);
        let help = help_text(errors, &["fields", &at, "help"], &field.help);
        let key = match field.key {
            Some(key) if !is_key(&key) => {
                errors.push(UserError::at("INVALID_KEY", &["fields", &at, "key"]));
                continue;
            }
            Some(key) if keys.contains(&key) => {
                errors.push(UserError::at("DUPLICATE_KEY", &["fields", &at, "key"]));
                continue;
            }
            Some(key) => key,
            None => free_key(&keys, &key_of(&label, "field")),
        };
        keys.insert(key.clone());
        match define_kind(field.kind, scale, forms) {
            Ok(kind) => fields.push(Field {
                key,
                label: Localized::same(label),
                help: Localized::same(help),
                group: None,
                required: field.required,
                in_list: field.in_list,
                kind,
            }),
            Err((code, member)) => errors.push(UserError::at(code, &["fields", &at, member])),
        }
    }
    fields
}

fn define_kind(
    kind: NewFieldKind,
    scale: Option<&RiskScale>,
    forms: &[Form],
) -> Result<FieldKind, (&'static str, &'static str)> {
    Ok(match kind {
        NewFieldKind::Text => FieldKind::Text { multiline: false, max_length: None },
        NewFieldKind::LongText => FieldKind::Text { multiline: true, max_length: Some(100_000) },
        NewFieldKind::RichText => FieldKind::RichText {},
        NewFieldKind::Number => FieldKind::Number { decimals: 6, minimum: None, maximum: None, unit: None },
        NewFieldKind::Date => FieldKind::Date {},
        NewFieldKind::YesNoNa => FieldKind::YesNoNa {},
        NewFieldKind::User => FieldKind::User {},
        NewFieldKind::Choice { labels, multiple } => {
            FieldKind::Choice { options: define_options(&labels)?, multiple }
        }
        NewFieldKind::Reference { form, multiple } => {
            if !forms.iter().any(|known| known.definition.key == form) {
                return Err(("FORM_NOT_FOUND", "referencedFormKey"));
            }
            FieldKind::Reference { form, multiple }
        }
        NewFieldKind::LikelihoodImpact => {
            FieldKind::LikelihoodImpact { scale: scale.cloned().ok_or(("NO_SCALE", "kind"))? }
        }
    })
}

fn define_options(labels: &[String]) -> Result<Vec<ChoiceOption>, (&'static str, &'static str)> {
    let mut keys = HashSet::new();
    let options: Vec<ChoiceOption> = labels
        .iter()
        .map(|label| plain(label).replace('\n', " "))
        .filter(|label| !label.is_empty())
        .map(|label| {
            let key = free_key(&keys, &key_of(&label, "option"));
            keys.insert(key.clone());
            ChoiceOption { key, label: Localized::same(label), colour: None }
        })
        .collect();
    if options.is_empty() { Err(("REQUIRED", "options")) } else { Ok(options) }
}

fn required_text(errors: &mut UserErrors, path: &[&str], text: &str) -> String {
    let text = plain(text).replace('\n', " ");
    if text.is_empty() {
        errors.push(UserError::at("REQUIRED", path));
    } else if text.chars().count() > MAX_LABEL {
        errors.push(UserError::at("TOO_LONG", path).with("max", MAX_LABEL));
    }
    text
}

fn help_text(errors: &mut UserErrors, path: &[&str], text: &str) -> String {
    let text = plain(text);
    if text.chars().count() > MAX_HELP {
        errors.push(UserError::at("TOO_LONG", path).with("max", MAX_HELP));
    }
    text
}

/// Trimmed, and without control characters but line breaks: PostgreSQL refuses NUL.
fn plain(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    kept.trim().to_owned()
}
/// A key out of a label: `Datum melding` becomes `datum_melding`.
fn key_of(label: &str, otherwise: &str) -> String {
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
fn free_key(taken: &HashSet<String>, key: &str) -> String {
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

    fn text(label: &str) -> NewField {
        NewField {
            key: None,
            label: label.to_owned(),
            help: String::new(),
            required: false,
            in_list: true,
            kind: NewFieldKind::Text,
        }
    }

    fn form(fields: Vec<NewField>) -> NewForm {
        NewForm {
            name: "Bezoekers".into(),
            singular_name: "Bezoeker".into(),
            number_prefix: "bez".into(),
            help: String::new(),
            fields,
        }
    }

    #[test]
    fn keys_come_from_labels_and_never_clash() {
        let definition =
            define(form(vec![text("Naam"), text("Naam"), text("1e indruk"), text("€")]), None, &[]).unwrap();
        let keys: Vec<_> = definition.fields.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(keys, ["naam", "naam_2", "field_1e_indruk", "field"]);
        assert_eq!(definition.number_prefix, "BEZ");
    }

    #[test]
    fn the_first_line_of_text_becomes_the_compulsory_title() {
        let definition = define(form(vec![text("Naam")]), None, &[]).unwrap();
        assert!(definition.fields[0].required);
        assert_eq!(definition.title_field, "naam");
    }

    #[test]
    fn every_fault_is_told_at_once_with_its_place() {
        let mut choice = text("Soort");
        choice.kind = NewFieldKind::Choice { labels: vec![" ".into()], multiple: false };
        let mut reference = text("Bij");
        reference.kind = NewFieldKind::Reference { form: "nergens".into(), multiple: false };
        let mut new = form(vec![text("Naam"), text(" "), choice, reference]);
        new.number_prefix = "?".into();
        let Err(Error::Invalid(errors)) = define(new, None, &[]) else { panic!("must be refused") };
        let found: Vec<_> = errors.0.iter().map(|error| (error.code, error.path.join("."))).collect();
        assert_eq!(
            found,
            [
                ("INVALID_PREFIX", "numberPrefix".to_owned()),
                ("REQUIRED", "fields.1.label".to_owned()),
                ("REQUIRED", "fields.2.options".to_owned()),
                ("FORM_NOT_FOUND", "fields.3.referencedFormKey".to_owned()),
            ]
        );
    }
}
