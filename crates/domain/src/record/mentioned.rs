use std::collections::HashSet;

use kernel::{FileRevisionId, GroupId, RecordId, UserId};

use super::Value;

/// The users, groups, records and files that some values point to, each once.
#[derive(Debug, Clone, Default)]
pub struct Mentioned {
    pub(super) users: HashSet<UserId>,
    pub(super) records: HashSet<RecordId>,
    pub(super) groups: HashSet<GroupId>,
    pub(super) files: HashSet<FileRevisionId>,
}

impl<'a> FromIterator<&'a Value> for Mentioned {
    fn from_iter<I: IntoIterator<Item = &'a Value>>(values: I) -> Self {
        let mut mentioned = Self::default();
        for value in values {
            match value {
                Value::User(ids) => mentioned.users.extend(ids.iter().copied()),
                Value::Group(ids) => mentioned.groups.extend(ids.iter().copied()),
                Value::File(ids) => mentioned.files.extend(ids.iter().copied()),
                Value::Reference(ids) => mentioned.records.extend(ids.iter().copied()),
                _ => {}
            }
        }
        mentioned
    }
}
