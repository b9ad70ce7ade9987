//! Free text in a large register: which records may hold the words, before their texts are read.

use kernel::{Error, RecordId, Result};
use sea_orm::{
    ConnectionTrait, DbBackend, Statement,
    sea_query::{Alias, BinOper, Expr, ExprTrait, Query, SelectStatement, SimpleExpr},
};

use super::entity::{self, Column};
use crate::{Ctx, text::fold};

/// The table of three-letter words beside `record`, on SQLite.
const INDEX: &str = "record_search";
/// Words in so many records are quicker found by reading the list in its order: a page of it is soon full.
const COMMON: u32 = 3_000;
/// Letters of one entry of the index.
const LETTERS: usize = 3;

/// The number by which the index of SQLite knows a record: the last 62 bits of its id, which are random.
pub(super) fn row(id: RecordId) -> i64 {
    let (_, low) = id.uuid().as_u64_pair();
    i64::try_from(low & (u64::MAX >> 2)).unwrap_or_default()
}

/// Narrows a search on SQLite to the records that the index names; `None` where the index does not help. PostgreSQL
/// decides that by itself.
pub(super) async fn candidates(ctx: &Ctx, search: &str) -> Result<Option<SimpleExpr>> {
    let db = ctx.read();
    if db.get_database_backend() != DbBackend::Sqlite {
        return Ok(None);
    }
    let Some(query) = query_of(search) else { return Ok(None) };
    let probe = Statement::from_sql_and_values(
        DbBackend::Sqlite,
        "SELECT COUNT(*) FROM (SELECT 1 FROM record_search WHERE record_search MATCH ? LIMIT ?)",
        [query.clone().into(), COMMON.into()],
    );
    let row = db.query_one_raw(probe).await.map_err(Error::internal)?;
    let found: i64 =
        row.map(|row| row.try_get_by_index(0)).transpose().map_err(Error::internal)?.unwrap_or(0);
    if found >= i64::from(COMMON) {
        return Ok(None);
    }
    Ok(Some(Expr::col((entity::Entity, Column::SearchRow)).in_subquery(matching(query))))
}

fn matching(query: String) -> SelectStatement {
    Query::select()
        .expr(Expr::cust("rowid"))
        .from(Alias::new(INDEX))
        .and_where(Expr::col(Alias::new(INDEX)).binary(BinOper::Custom("MATCH"), Expr::value(query)))
        .take()
}

/// All entries that the words of a search have; `None` when they are too short to have any.
fn query_of(search: &str) -> Option<String> {
    let mut entries: Vec<String> = Vec::new();
    for word in search.split_whitespace().take(20) {
        let letters: Vec<char> = fold(word).chars().collect();
        for entry in letters.windows(LETTERS) {
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
    fn words_become_all_their_entries_once() {
        assert_eq!(query_of("Risico  isi").as_deref(), Some("\"ris\" AND \"isi\" AND \"sic\" AND \"ico\""));
        assert_eq!(query_of("a\"bc").as_deref(), Some("\"a\"\"b\" AND \"\"\"bc\""));
        assert_eq!(query_of("ab é 12"), None);
    }
}
