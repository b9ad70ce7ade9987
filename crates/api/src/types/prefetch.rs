//! What a page of records mentions, read before its fields ask for it one by one.
//!
//! A loader waits a millisecond for more ids; on a long page they come later than that, and the page
//! would cost a query more for every millisecond it takes.

use async_graphql::Context;
use domain::record::{Record, Value};
use kernel::{Page, RecordId, UserId};

use crate::{error::Result, scope::Shared};

/// Has the loaders read the records and people that the page's fields will ask for.
pub(super) async fn prefetch(cx: &Context<'_>, page: &Page<Record>) -> Result<()> {
    let ahead = cx.look_ahead();
    let is_asked = |name: &str| {
        ahead.field("nodes").field(name).exists() || ahead.field("edges").field("node").field(name).exists()
    };
    let records = || page.items.iter().map(|(_, record)| record);
    let mut people: Vec<UserId> = Vec::new();
    if is_asked("values") {
        let values = || records().flat_map(|record| record.values.values());
        let mentioned: Vec<RecordId> = values().flat_map(referenced).copied().collect();
        let found = cx.scope().records.load_many(mentioned).await?;
        people.extend(found.values().flat_map(makers));
        people.extend(values().flat_map(named).copied());
        let files =
            values().flat_map(|value| if let Value::File(ids) = value { ids.as_slice() } else { &[] });
        cx.scope().files.load_many(files.copied().collect::<Vec<_>>()).await?;
        let groups =
            values().flat_map(|value| if let Value::Group(ids) = value { ids.as_slice() } else { &[] });
        cx.scope().groups.load_many(groups.copied().collect::<Vec<_>>()).await?;
    }
    if is_asked("createdBy") || is_asked("updatedBy") {
        people.extend(records().flat_map(makers));
    }
    if is_asked("deletedBy") {
        people.extend(records().filter_map(|record| record.deleted_by));
    }
    if is_asked("commentCount") {
        cx.scope().comment_counts.load_many(records().map(|record| record.id)).await?;
    }
    cx.scope().users.load_many(people).await?;
    Ok(())
}

fn referenced(value: &Value) -> &[RecordId] {
    if let Value::Reference(ids) = value { ids } else { &[] }
}

fn named(value: &Value) -> &[UserId] {
    if let Value::User(ids) = value { ids } else { &[] }
}

fn makers(record: &Record) -> impl Iterator<Item = UserId> + use<> {
    [record.created_by, record.updated_by].into_iter().flatten()
}
