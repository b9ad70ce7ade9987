use std::collections::HashSet;

use kernel::{RecordId, UserId};

use super::Value;

/// The users and records that some values point to, each once.
#[derive(Debug, Clone, Default)]
pub struct Mentioned {
    pub(super) users: HashSet<UserId>,
    pub(super) records: HashSet<RecordId>,
}

impl<'a> FromIterator<&'a Value> for Mentioned {
    fn from_iter<I: IntoIterator<Item = &'a Value>>(values: I) -> Self {
        let mut mentioned = Self::default();
        for value in values {
            match value {
                Value::User(id) => drop(mentioned.users.insert(*id)),
                Value::Reference(ids) => mentioned.records.extend(ids.iter().copied()),
                _ => {}
            }
        }
        mentioned
    }
}
