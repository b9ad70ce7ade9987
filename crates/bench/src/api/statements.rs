//! The statements the product itself issues for the list, out of its SQL log: the bare handler runs
//! the very same, whatever becomes of them.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use super::{Description, question, stack};
use crate::data_set::DataSet;
use crate::{child::ServerProcess, engine::Residence, load};

/// Lists asked for before those that count: by then connections are open and definitions are read.
const WARM_UP: usize = 10;
/// Lists that count. How many statements one takes is not always the same: a loader's batch ends with its time.
const COUNTED: u32 = 20;

/// The statements of the list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Statements {
    /// A page of records, by form and number of rows.
    pub page: String,
    /// The users it names.
    pub users: ById,
    /// The records it names.
    pub references: ById,
    /// How many statements the product issues in all for one list, on average.
    pub issued: f64,
}

impl Statements {
    /// How many of them are the list's own: page, users, references.
    pub(super) const OF_THE_LIST: f64 = 3.0;

    /// Picks the list's own statements out of all that [`COUNTED`] lists led to.
    fn pick(all: &[String]) -> Result<Self> {
        let find = |parts: &[&str]| {
            let found = all.iter().find(|statement| parts.iter().all(|part| statement.contains(part)));
            found.with_context(|| format!("no statement with {parts:?} in the product's SQL log: {all:#?}"))
        };
        Ok(Self {
            page: find(&[r#"FROM "record""#, "ORDER BY"])?.clone(),
            users: ById::parse(find(&[r#"FROM "app_user""#, ById::LIST])?)?,
            references: ById::parse(find(&[r#"FROM "record""#, r#""record"."id" IN ("#])?)?,
            issued: f64::from(u32::try_from(all.len())?) / f64::from(COUNTED),
        })
    }
}

/// A statement that ends in a list of ids, as long as it is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ById {
    /// Up to the list.
    head: String,
    /// `$1, $2` rather than `?, ?`.
    is_numbered: bool,
}

impl ById {
    const LIST: &str = " IN (";

    fn parse(statement: &str) -> Result<Self> {
        let (before, list) =
            statement.rsplit_once(Self::LIST).context("a statement without a list of ids")?;
        let ids = list.strip_suffix(')').unwrap_or_default();
        let is_placeholder = |c: char| c.is_ascii_digit() || "$?, ".contains(c);
        ensure!(!ids.is_empty() && ids.chars().all(is_placeholder), "not by ids alone: {statement}");
        Ok(Self { head: format!("{before}{}", Self::LIST), is_numbered: ids.contains('$') })
    }

    /// The statement for `count` ids.
    pub(super) fn for_ids(&self, count: usize) -> String {
        let placeholder = |n: usize| if self.is_numbered { format!("${n}") } else { "?".to_owned() };
        let list: Vec<String> = (1..=count).map(placeholder).collect();
        format!("{}{})", self.head, list.join(", "))
    }
}

/// Runs the product with its SQL log on and asks for the list.
pub(super) async fn read(residence: Residence, data_set: &DataSet) -> Result<Statements> {
    let folder = tempfile::tempdir()?;
    let log = folder.path().join("statements.jsonl");
    let description = stack::Description { residence, statement_log: Some(log.clone()), back_ups: None };
    let server = ServerProcess::start(&Description::Stack(description)).await?;
    let target = question::of_stack(server.address, data_set)?;
    for _ in 0..WARM_UP {
        load::ask(&target).await?;
    }
    let before = logged(&log)?.len();
    for _ in 0..COUNTED {
        load::ask(&target).await?;
    }
    let statements = logged(&log)?.split_off(before);
    Statements::pick(&statements)
}

/// A line of the log.
#[derive(Deserialize)]
struct LogLine {
    fields: LogFields,
}

#[derive(Deserialize)]
struct LogFields {
    /// The first words.
    summary: String,
    /// The whole; empty when the first words are all.
    #[serde(rename = "db.statement")]
    statement: String,
}

fn logged(log: &Path) -> Result<Vec<String>> {
    let read = |line| -> Result<String> {
        let LogLine { fields } = serde_json::from_str(line).context("reading the product's SQL log")?;
        let statement = fields.statement.trim();
        Ok(if statement.is_empty() { fields.summary } else { statement.to_owned() })
    };
    fs::read_to_string(log)?.lines().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_by_ids_is_made_for_as_many_ids_as_there_are() {
        let sqlite =
            ById::parse(r#"SELECT "id" FROM "app_user" WHERE "app_user"."id" IN (?, ?, ?)"#).unwrap();
        assert_eq!(sqlite.for_ids(2), r#"SELECT "id" FROM "app_user" WHERE "app_user"."id" IN (?, ?)"#);
        let postgres = ById::parse(r#"SELECT "id" FROM "record" WHERE "record"."id" IN ($1)"#).unwrap();
        assert_eq!(postgres.for_ids(2), r#"SELECT "id" FROM "record" WHERE "record"."id" IN ($1, $2)"#);
    }

    #[test]
    fn a_statement_with_more_than_ids_is_refused() {
        assert!(ById::parse("SELECT 1 FROM a WHERE id IN (?, ?) AND b = ?").is_err());
        assert!(ById::parse("SELECT 1 FROM a WHERE id IN (SELECT 1)").is_err());
        assert!(ById::parse("SELECT 1 FROM a WHERE id = ?").is_err());
    }

    #[test]
    fn the_lists_own_statements_are_found_among_others() {
        let page = r#"SELECT "record"."id" FROM "record" WHERE "form_id" = ? ORDER BY "number" DESC LIMIT ?"#;
        let all = [
            r#"SELECT "app_user"."id" FROM "session" JOIN "app_user" WHERE "session"."id" = ?"#,
            page,
            r#"SELECT "record"."id" FROM "record" WHERE "record"."id" IN (?, ?)"#,
            r#"SELECT "app_user"."id" FROM "app_user" WHERE "app_user"."id" IN (?)"#,
        ]
        .map(str::to_owned);
        let found = Statements::pick(&all).unwrap();
        assert_eq!(found.page, page);
        assert!((found.issued * f64::from(COUNTED) - 4.0).abs() < 1e-9);
        assert!(found.users.for_ids(1).ends_with(r#""app_user"."id" IN (?)"#));
        assert!(Statements::pick(all.get(..2).unwrap()).is_err());
    }
}
