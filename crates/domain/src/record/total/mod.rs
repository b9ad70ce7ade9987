//! What the numbers of a list come to.

mod repo;

use std::collections::HashMap;

use kernel::{Error, Result};

use super::{RecordList, list::authorise};
use crate::Ctx;

/// The most fields that are totalled at once.
const MAX_FIELDS: usize = 20;

/// What one field comes to, over all records of a list. A likelihood x impact field counts by its score.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FieldTotal {
    /// The field.
    pub key: String,
    /// Records that have a number there.
    pub count: u64,
    /// All of them together; `None` when there is none, as for the others.
    pub sum: Option<f64>,
    /// The arithmetic mean.
    pub average: Option<f64>,
    /// The lowest.
    pub minimum: Option<f64>,
    /// The highest.
    pub maximum: Option<f64>,
}

/// What at most 20 fields come to, in the order asked, over all records that match and not those of a page alone; in
/// one statement. A field that holds no numbers comes to nothing.
pub async fn totals(ctx: &Ctx, list: RecordList<'_>, keys: &[String]) -> Result<Vec<FieldTotal>> {
    authorise(ctx, list.form)?;
    if keys.len() > MAX_FIELDS {
        return Err(Error::bad_request("totalFields", "are more than 20"));
    }
    if keys.iter().any(|key| list.form.definition.field(key).is_none()) {
        return Err(Error::bad_request("totalFields", "name a field the form does not have"));
    }
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let found = repo::totals(ctx, &list.query(), keys).await?;
    let found: HashMap<String, FieldTotal> =
        found.into_iter().map(|total| (total.key.clone(), rounded(total))).collect();
    let of = |key: &String| found.get(key).cloned().unwrap_or_else(|| empty(key));
    Ok(keys.iter().map(of).collect())
}

fn empty(key: &str) -> FieldTotal {
    FieldTotal { key: key.to_owned(), ..FieldTotal::default() }
}

/// A number field has six decimals at most; what lies behind them comes of adding doubles, in an order that is
/// the database's.
fn rounded(total: FieldTotal) -> FieldTotal {
    let sum = total.sum.map(|sum| (sum * 1e6).round() / 1e6);
    #[allow(clippy::cast_precision_loss, reason = "there are fewer than 2^53 records")]
    let average = sum.map(|sum| sum / total.count as f64);
    FieldTotal { sum, average, ..total }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_of_cents_is_whole_cents() {
        let of = |sum, count| rounded(FieldTotal { count, sum: Some(sum), ..FieldTotal::default() });
        assert_eq!(of(0.1 + 0.2, 2).sum, Some(0.3));
        assert_eq!(of(0.1 + 0.2, 2).average, Some(0.15));
        assert_eq!(of(-1e12 - 0.001, 1).sum, Some(-1_000_000_000_000.001));
        assert_eq!(rounded(empty("a")), empty("a"));
    }
}
