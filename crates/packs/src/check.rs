//! What a pack must have beyond a readable format.

use std::collections::BTreeMap;

use domain::form::{FieldKind, FormDefinition};
use kernel::Localized;

use crate::{
    Pack, Problem,
    pack::{MANIFEST, form_file},
};

/// Everything an author must mend before the pack may be used; empty when all is well.
///
/// A form's own rules (keys, labels, statuses, scales, colours) are the domain's. Packs add that every
/// form and field explains itself in both languages, and that forms fit together.
#[must_use]
pub fn check(pack: &Pack) -> Vec<Problem> {
    let mut problems = incomplete(MANIFEST, "name", &pack.name);
    problems.extend(incomplete(MANIFEST, "description", &pack.description));
    if pack.forms.is_empty() {
        problems.push(Problem::new(MANIFEST, "forms", "is empty; a pack has at least one form"));
    }
    problems.extend(shared_prefixes(pack));
    for form in &pack.forms {
        problems.extend(check_form(pack, form));
    }
    problems
}

fn check_form(pack: &Pack, form: &FormDefinition) -> Vec<Problem> {
    let file = form_file(&form.key);
    let mut problems: Vec<Problem> =
        form.check().into_iter().map(|found| Problem::new(&file, found.path, found.message)).collect();
    problems.extend(incomplete(&file, "help", &form.help));
    for (index, field) in form.fields.iter().enumerate() {
        problems.extend(incomplete(&file, &format!("fields[{index}].help"), &field.help));
        problems.extend(check_sources(pack, &file, (index, &field.kind)));
    }
    problems
}

/// Other registers a field names are of the same pack, with the fields it names.
fn check_sources(pack: &Pack, file: &str, (index, kind): (usize, &FieldKind)) -> Vec<Problem> {
    let find = |key: &str| pack.forms.iter().find(|other| other.key == key);
    let at =
        |member: &str, message: String| Problem::new(file, format!("fields[{index}].kind.{member}"), message);
    match kind {
        FieldKind::Reference { form: Some(target), columns, .. } => match find(target) {
            None => vec![at("reference.form", format!("`{target}` is not a form of this pack"))],
            Some(form) => columns
                .iter()
                .filter(|key| form.field(key).is_none())
                .map(|key| at("reference.columns", format!("`{target}` has no field `{key}`")))
                .collect(),
        },
        FieldKind::DynamicChoice { form: target, field: source, .. } => {
            let found = find(target).and_then(|form| form.field(source)).map(|field| &field.kind);
            match found {
                Some(FieldKind::Text { multiline: false, .. }) => Vec::new(),
                _ => vec![at(
                    "dynamic_choice",
                    format!("`{target}` has no text of one line called `{source}`"),
                )],
            }
        }
        _ => Vec::new(),
    }
}

fn incomplete(file: &str, path: &str, text: &Localized) -> Vec<Problem> {
    [("nl", &text.nl), ("en", &text.en)]
        .into_iter()
        .filter(|(_, text)| text.trim().is_empty())
        .map(|(language, _)| Problem::new(file, format!("{path}.{language}"), "is empty"))
        .collect()
}

fn shared_prefixes(pack: &Pack) -> Vec<Problem> {
    let mut first_user: BTreeMap<&str, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    for form in &pack.forms {
        if let Some(other) = first_user.insert(&form.number_prefix, &form.key) {
            let message = format!("`{}` is also the prefix of form `{other}`", form.number_prefix);
            problems.push(Problem::new(&form_file(&form.key), "number_prefix", message));
        }
    }
    problems
}
