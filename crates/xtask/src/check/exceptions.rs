//! Every advisory we live with for now has a reason and a day on which it must be looked at again.

use std::fs;
use std::time::SystemTime;

use anyhow::{Context, Result};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;

use super::conclude;
use crate::workspace;

/// What stands before the day in an exception's reason.
const EXPIRES: &str = "expires ";

#[derive(Deserialize)]
struct Config {
    advisories: Advisories,
}

#[derive(Deserialize)]
struct Advisories {
    #[serde(default)]
    ignore: Vec<Exception>,
}

/// cargo-deny also takes a bare id; we do not, for it says nothing.
#[derive(Deserialize)]
#[serde(untagged)]
enum Exception {
    Bare(String),
    Explained {
        #[serde(alias = "crate")]
        id: String,
        reason: Option<String>,
    },
}

pub(super) fn check() -> Result<()> {
    let config = fs::read_to_string(workspace::root().join("deny.toml")).context("reading deny.toml")?;
    let today = DateTime::<Utc>::from(SystemTime::now()).date_naive();
    conclude(&findings(&config, today)?)
}

fn findings(config: &str, today: NaiveDate) -> Result<Vec<String>> {
    let config: Config = toml::from_str(config).context("reading deny.toml")?;
    Ok(config.advisories.ignore.iter().filter_map(|exception| finding(exception, today)).collect())
}

fn finding(exception: &Exception, today: NaiveDate) -> Option<String> {
    let (id, reason) = match exception {
        Exception::Bare(id) | Exception::Explained { id, reason: None } => {
            return Some(format!("{id} is ignored without a reason"));
        }
        Exception::Explained { id, reason: Some(reason) } => (id, reason),
    };
    match expiry(reason) {
        None => Some(format!("{id}: end its reason with \"{EXPIRES}YYYY-MM-DD\"")),
        Some(day) if day < today => Some(format!("{id}: the exception expired on {day}; look at it again")),
        Some(_) => None,
    }
}

fn expiry(reason: &str) -> Option<NaiveDate> {
    reason.rsplit_once(EXPIRES)?.1.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings_on(day: &str, ignored: &str) -> Vec<String> {
        let config = format!("[advisories]\nignore = [{ignored}]");
        findings(&config, day.parse().expect("a day")).expect("valid TOML")
    }

    const EXPLAINED: &str = r#"{ id = "RUSTSEC-2021-0140", reason = "only writes; expires 2027-05-01" }"#;

    #[test]
    fn sup_02_an_exception_holds_through_its_last_day_and_no_longer() {
        assert_eq!(findings_on("2027-05-01", EXPLAINED), Vec::<String>::new());
        let found = findings_on("2027-05-02", EXPLAINED);
        assert_eq!(found, ["RUSTSEC-2021-0140: the exception expired on 2027-05-01; look at it again"]);
    }

    #[test]
    fn sup_02_an_exception_without_reason_or_expiry_is_refused() {
        assert_eq!(findings_on("2026-01-01", r#""RUSTSEC-2021-0140""#).len(), 1);
        assert_eq!(findings_on("2026-01-01", r#"{ id = "RUSTSEC-2021-0140" }"#).len(), 1);
        assert_eq!(findings_on("2026-01-01", r#"{ id = "RUSTSEC-2021-0140", reason = "old" }"#).len(), 1);
    }
}
