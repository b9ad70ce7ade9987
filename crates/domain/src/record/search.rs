//! Free text in a large register: which records may hold the words, before their texts are read.

use kernel::{Error, Result};
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};

use crate::{WriteTx, text::fold};

/// Letters of one entry of the index.
const LETTERS: usize = 3;

/// The numbers by which the index of SQLite knows the next records, each near the one before: the index keeps what is
/// between two of them.
pub(super) async fn rows(tx: &WriteTx, count: usize) -> Result<Vec<i64>> {
    let db = tx.connection();
    let count = i64::try_from(count).map_err(Error::internal)?;
    if db.get_database_backend() == DbBackend::Postgres {
        numbers(db, (COUNTED_ON, vec![count.into()])).await
    } else {
        let last = numbers(db, (LAST, Vec::new())).await?.first().copied().unwrap_or_default();
        Ok((last + 1..=last + count).collect())
    }
}

/// Other servers write to PostgreSQL too.
const COUNTED_ON: &str = "SELECT nextval('record_search_row_seq') FROM generate_series(1, $1)";
const LAST: &str = "SELECT coalesce(max(search_row), 0) FROM record";

async fn numbers(db: &impl ConnectionTrait, (sql, values): (&str, Vec<Value>)) -> Result<Vec<i64>> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = db.query_all_raw(statement).await.map_err(Error::internal)?;
    rows.iter().map(|row| row.try_get_by_index(0).map_err(Error::internal)).collect()
}

/// Entries that together have every letter of the words of a search, in the language of SQLite's index; `None` when
/// the words are too short to have any. Whether the letters stand beside each other the texts themselves tell.
pub(super) fn query_of(search: &str) -> Option<String> {
    let mut entries: Vec<String> = Vec::new();
    for word in search.split_whitespace().take(20) {
        let letters: Vec<char> = fold(word).chars().collect();
        // The last one ends where the word does, and shares letters with the one before.
        let Some(last) = letters.len().checked_sub(LETTERS) else { continue };
        for entry in (0..last).step_by(LETTERS).chain([last]).filter_map(|at| letters.get(at..at + LETTERS)) {
            let entry: String = entry.iter().collect();
            let quoted = format!("\"{}\"", entry.replace('"', "\"\""));
            if !entries.contains(&quoted) {
                entries.push(quoted);
            }
        }
    }
    (!entries.is_empty()).then(|| entries.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_every_word_is_in_an_entry() {
        assert_eq!(query_of("Risico  ico").as_deref(), Some("\"ris\" AND \"ico\""));
        assert_eq!(query_of("Risicos").as_deref(), Some("\"ris\" AND \"ico\" AND \"cos\""));
        assert_eq!(query_of("a\"bc").as_deref(), Some("\"a\"\"b\" AND \"\"\"bc\""));
        assert_eq!(query_of("ab é 12"), None);
    }
}
