//! Three versions of a definition into one: what the pack said, what it says now, and what this
//! environment made of it. Whatever the environment changed stays; all else follows the pack.

use kernel::{Error, Result};
use serde_json::{Map, Value as Json};

use super::FormDefinition;

/// A change on both sides: the environment's was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeConflict {
    /// From the outside in, lists by key: `fields.owner.label.nl`.
    pub path: String,
    /// What is kept.
    pub kept: String,
    /// What the pack would have.
    pub offered: String,
}

/// The definition that follows, and where both sides had changed the same.
pub(super) fn merge(
    old: &FormDefinition,
    new: &FormDefinition,
    mine: &FormDefinition,
) -> Result<(FormDefinition, Vec<MergeConflict>)> {
    let json = |definition: &FormDefinition| serde_json::to_value(definition).map_err(Error::internal);
    let mut three = Merger::default();
    let merged = three.value(Some(&json(old)?), Some(&json(new)?), Some(&json(mine)?));
    let merged = serde_json::from_value(merged.unwrap_or_default()).map_err(Error::internal)?;
    Ok((merged, three.conflicts))
}

#[derive(Default)]
struct Merger {
    path: Vec<String>,
    conflicts: Vec<MergeConflict>,
}

impl Merger {
    fn value(&mut self, old: Option<&Json>, new: Option<&Json>, mine: Option<&Json>) -> Option<Json> {
        match (new, mine) {
            (Some(Json::Object(new)), Some(Json::Object(mine))) if !self.is_whole(new, mine) => {
                Some(Json::Object(self.object(old.and_then(Json::as_object), new, mine)))
            }
            (Some(Json::Array(new)), Some(Json::Array(mine))) if keyed(new) && keyed(mine) => {
                let old = old.and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
                Some(Json::Array(self.list(old, new, mine)))
            }
            _ => self.leaf(old, new, mine).cloned(),
        }
    }

    /// A kind of another name is another kind, and risk criteria are the environment's own.
    fn is_whole(&self, new: &Map<String, Json>, mine: &Map<String, Json>) -> bool {
        match self.path.last().map(String::as_str) {
            Some("kind") => new.len() == 1 && mine.len() == 1 && !new.keys().eq(mine.keys()),
            Some("scale") => mine.contains_key("levels"),
            _ => false,
        }
    }

    fn object(
        &mut self,
        old: Option<&Map<String, Json>>,
        new: &Map<String, Json>,
        mine: &Map<String, Json>,
    ) -> Map<String, Json> {
        let names: std::collections::BTreeSet<&String> = new.keys().chain(mine.keys()).collect();
        let mut merged = Map::new();
        for name in names {
            self.path.push(name.clone());
            let value = self.value(old.and_then(|old| old.get(name)), new.get(name), mine.get(name));
            self.path.pop();
            merged.extend(value.map(|value| (name.clone(), value)));
        }
        merged
    }

    /// Things with keys: mine in my order, and what is new behind what it stands behind in the pack. What
    /// the pack dropped stays: records hold it.
    fn list(&mut self, old: &[Json], new: &[Json], mine: &[Json]) -> Vec<Json> {
        let mut merged: Vec<Json> = Vec::with_capacity(mine.len());
        for item in mine {
            self.path.push(key(item).to_owned());
            let value = self.value(find(old, key(item)), find(new, key(item)).or(Some(item)), Some(item));
            self.path.pop();
            merged.extend(value);
        }
        for (index, item) in new.iter().enumerate() {
            // What was there before and is not any more was taken out on purpose.
            if find(mine, key(item)).is_some() || find(old, key(item)).is_some() {
                continue;
            }
            let before = index.checked_sub(1).and_then(|index| new.get(index)).map(key);
            let place = before.and_then(|before| merged.iter().position(|item| key(item) == before));
            merged.insert(place.map_or(0, |place| place + 1), item.clone());
        }
        merged
    }

    fn leaf<'a>(
        &mut self,
        old: Option<&Json>,
        new: Option<&'a Json>,
        mine: Option<&'a Json>,
    ) -> Option<&'a Json> {
        if mine == old || mine == new {
            return new;
        }
        if new != old {
            let shown = |value: Option<&Json>| match value {
                None | Some(Json::Null) => String::new(),
                Some(Json::String(text)) => text.clone(),
                Some(other) => other.to_string(),
            };
            self.conflicts.push(MergeConflict {
                path: self.path.join("."),
                kept: shown(mine),
                offered: shown(new),
            });
        }
        mine
    }
}

fn key(item: &Json) -> &str {
    item.get("key").and_then(Json::as_str).unwrap_or_default()
}

fn find<'a>(list: &'a [Json], wanted: &str) -> Option<&'a Json> {
    list.iter().find(|item| key(item) == wanted)
}

fn keyed(list: &[Json]) -> bool {
    list.iter().all(|item| item.get("key").is_some())
}

#[cfg(test)]
mod tests {
    use kernel::Localized;

    use super::*;
    use crate::form::{ChoiceOption, Field, FieldKind};

    fn option(key: &str) -> ChoiceOption {
        ChoiceOption { key: key.into(), label: Localized::same(key), colour: None, retired: false }
    }

    fn definition() -> FormDefinition {
        let text = |key: &str| {
            Field::new(key, Localized::same(key), FieldKind::Text { multiline: false, max_length: None })
        };
        let choice = Field::new(
            "kind",
            Localized::same("Kind"),
            FieldKind::Choice { options: vec![option("a"), option("b")], multiple: false },
        );
        serde_json::from_value(serde_json::json!({
            "key": "x", "number_prefix": "XX", "name": Localized::same("X"),
            "singular_name": Localized::same("X"), "help": Localized::same("H"), "icon": "i",
            "title_field": "title", "fields": [text("title"), choice], "statuses": [], "rights": [],
        }))
        .unwrap()
    }

    fn options(definition: &FormDefinition) -> Vec<&str> {
        definition.fields[1].kind.options().iter().map(|option| option.key.as_str()).collect()
    }

    fn push_option(definition: &mut FormDefinition, at: usize, key: &str) {
        if let FieldKind::Choice { options, .. } = &mut definition.fields[1].kind {
            options.insert(at, option(key));
        }
    }

    #[test]
    fn what_nobody_here_changed_follows_the_pack() {
        let (old, mine) = (definition(), definition());
        let mut new = definition();
        new.help.nl = "Beter".into();
        push_option(&mut new, 1, "between");
        new.fields.insert(1, Field::new("extra", Localized::same("Extra"), FieldKind::Date {}));
        let (merged, conflicts) = merge(&old, &new, &mine).unwrap();
        assert_eq!((merged, conflicts), (new, vec![]));
    }

    #[test]
    fn what_was_changed_here_stays_and_a_clash_is_told() {
        let (old, mut new, mut mine) = (definition(), definition(), definition());
        mine.fields[0].label.nl = "Mijn".into();
        mine.fields[1].hidden = true;
        mine.fields.push(Field::new("own", Localized::same("Own"), FieldKind::YesNoNa {}));
        push_option(&mut mine, 2, "mine");
        new.fields[0].label.nl = "Hunne".into();
        new.fields[0].label.en = "Theirs".into();
        push_option(&mut new, 2, "theirs");
        let (merged, conflicts) = merge(&old, &new, &mine).unwrap();
        assert_eq!(
            (merged.fields[0].label.nl.as_str(), merged.fields[0].label.en.as_str()),
            ("Mijn", "Theirs")
        );
        assert!(merged.fields[1].hidden && merged.fields[2].key == "own");
        assert_eq!(options(&merged), ["a", "b", "theirs", "mine"]);
        let [conflict] = &conflicts[..] else { panic!("{conflicts:?}") };
        assert_eq!((conflict.path.as_str(), conflict.offered.as_str()), ("fields.title.label.nl", "Hunne"));
    }

    #[test]
    fn what_the_pack_drops_stays_because_records_hold_it() {
        let (old, mut new, mine) = (definition(), definition(), definition());
        new.fields.truncate(1);
        assert_eq!(merge(&old, &new, &mine).unwrap().0, mine);
    }

    #[test]
    fn a_kind_of_another_name_is_never_mixed_with_the_old_one() {
        let (old, mut new, mut mine) = (definition(), definition(), definition());
        new.fields[1].kind = FieldKind::YesNoNa {};
        push_option(&mut mine, 0, "mine");
        let (merged, conflicts) = merge(&old, &new, &mine).unwrap();
        assert_eq!((merged.fields[1].kind.name(), conflicts.len()), ("choice", 1));
    }
}
