//! Free text in a large register: which records may hold the words, before their texts are read.

use kernel::RecordId;

use crate::text::fold;

/// Letters of one entry of the index.
const LETTERS: usize = 3;

/// The number by which the index of SQLite knows a record: the last 62 bits of its id, which are random.
pub(super) fn row(id: RecordId) -> i64 {
    let (_, low) = id.uuid().as_u64_pair();
    i64::try_from(low & (u64::MAX >> 2)).unwrap_or_default()
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
