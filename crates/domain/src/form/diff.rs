//! What differs between two definitions, in words for a summary.

use kernel::Localized;
use serde_json::Value as Json;

use super::FormDefinition;

/// One difference between two definitions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormChange {
    /// What became of it.
    pub kind: FormChangeKind,
    /// From the outside in, lists by key: `fields.owner.label`.
    pub path: String,
    /// The label of the field, status, heading or chart it is about; the form's name for the form itself.
    pub label: Localized,
    /// What it was, when that can be said in a line.
    pub before: Option<String>,
    /// What it becomes.
    pub after: Option<String>,
}

/// What becomes of a part of a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is otherwise.
    Changed,
    /// It stands elsewhere.
    Moved,
}

/// The lists of a definition whose entries have keys.
const LISTS: [&str; 4] = ["groups", "fields", "statuses", "charts"];

/// Every difference: the form's own first, then list by list.
#[must_use]
pub(super) fn changes(before: &FormDefinition, after: &FormDefinition) -> Vec<FormChange> {
    let json = |definition| serde_json::to_value(definition).unwrap_or_default();
    let (old, new): (Json, Json) = (json(before), json(after));
    let mut found = Vec::new();
    for (name, value) in new.as_object().into_iter().flatten() {
        let was = old.get(name).unwrap_or(&Json::Null);
        if !LISTS.contains(&name.as_str()) && was != value {
            found.push(changed(name.clone(), &after.name, (was, value)));
        }
    }
    for name in LISTS {
        let list = |json: &Json| json.get(name).and_then(Json::as_array).cloned().unwrap_or_default();
        found.extend(list_changes(name, &list(&old), &list(&new)));
    }
    found
}

fn list_changes(name: &str, old: &[Json], new: &[Json]) -> Vec<FormChange> {
    let path = |item: &Json| format!("{name}.{}", key(item));
    let bare = |kind, item: &Json| FormChange {
        kind,
        path: path(item),
        label: label(item),
        before: None,
        after: None,
    };
    let find = |list: &[Json], wanted: &str| list.iter().find(|item| key(item) == wanted).cloned();
    let mut found = Vec::new();
    for item in old.iter().filter(|item| find(new, key(item)).is_none()) {
        found.push(bare(FormChangeKind::Removed, item));
    }
    for item in new {
        let Some(was) = find(old, key(item)) else {
            found.push(bare(FormChangeKind::Added, item));
            continue;
        };
        let names: std::collections::BTreeSet<&String> =
            [item, &was].into_iter().filter_map(Json::as_object).flat_map(|object| object.keys()).collect();
        for attribute in names {
            let (before, after) = (was.get(attribute), item.get(attribute));
            if before != after {
                let pair = (before.unwrap_or(&Json::Null), after.unwrap_or(&Json::Null));
                found.push(changed(format!("{}.{attribute}", path(item)), &label(item), pair));
            }
        }
    }
    let common = |list: &[Json], other: &[Json]| -> Vec<String> {
        list.iter().map(key).filter(|key| find(other, key).is_some()).map(str::to_owned).collect()
    };
    let (before, after) = (common(old, new), common(new, old));
    let first_moved = before.iter().zip(&after).find(|(before, after)| before != after);
    if let Some(item) = first_moved.and_then(|(_, key)| find(new, key)) {
        found.push(bare(FormChangeKind::Moved, &item));
    }
    found
}

fn changed(path: String, label: &Localized, (before, after): (&Json, &Json)) -> FormChange {
    FormChange {
        kind: FormChangeKind::Changed,
        path,
        label: label.clone(),
        before: in_a_line(before),
        after: in_a_line(after),
    }
}

fn key(item: &Json) -> &str {
    item.get("key").and_then(Json::as_str).unwrap_or_default()
}

fn label(item: &Json) -> Localized {
    let text = item.get("label").or_else(|| item.get("title"));
    text.and_then(|text| serde_json::from_value(text.clone()).ok()).unwrap_or_default()
}

fn in_a_line(value: &Json) -> Option<String> {
    match value {
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        Json::String(text) => Some(text.clone()),
        Json::Object(texts) => Some(texts.get("nl")?.as_str()?.to_owned()),
        Json::Null | Json::Array(_) => None,
    }
}
