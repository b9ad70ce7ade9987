//! What is in each table of a snapshot, in a few bytes: to compare snapshots that lie in different places.

use std::collections::BTreeMap;

use futures::{StreamExt, TryStreamExt, stream};
use sea_orm::sqlx::{self, AssertSqlSafe, Row, SqlitePool};
use sha2::{Digest, Sha256};

/// Rows read at a time.
const AT_ONCE: usize = 128;

/// Tables read at the same time, each over a connection of its own.
pub(super) const TABLES_AT_ONCE: u32 = 2;

/// How many rows a table has, and what they add up to: two tables with the same rows have the same digest, in
/// whatever order those lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TableDigest {
    /// Rows.
    pub rows: u64,
    /// The SHA-256 of every row as a number of 256 bits, big-endian, added up modulo 2^256. A row is the SQL
    /// literals of its values, as SQLite's `quote` writes them, joined by commas, in the order of the names of
    /// the columns.
    pub sum: [u8; 32],
}

impl TableDigest {
    /// Adds a row, as whatever text stands for it.
    pub(super) fn add_line(&mut self, line: &[u8]) {
        self.add(Sha256::digest(line).into());
    }

    fn add(&mut self, row: [u8; 32]) {
        self.rows += 1;
        let mut carry = 0_u16;
        for (byte, other) in self.sum.iter_mut().zip(row).rev() {
            let [high, low] = (u16::from(*byte) + u16::from(other) + carry).to_be_bytes();
            (*byte, carry) = (low, high.into());
        }
    }
}

/// The digest of every table, by name.
pub(super) async fn digest(
    pool: &SqlitePool,
    names: Vec<String>,
) -> Result<BTreeMap<String, TableDigest>, sqlx::Error> {
    let one = |name: String| {
        let pool = pool.clone();
        async move { Ok((name.clone(), digest_one(&pool, &name).await?)) }
    };
    stream::iter(names).map(one).buffer_unordered(TABLES_AT_ONCE as usize).try_collect().await
}

async fn digest_one(pool: &SqlitePool, table: &str) -> Result<TableDigest, sqlx::Error> {
    let columns = "SELECT name FROM pragma_table_info(?) ORDER BY name";
    let columns: Vec<String> = sqlx::query_scalar(columns).bind(table).fetch_all(pool).await?;
    let row = columns.iter().map(|name| format!("quote(\"{name}\")")).collect::<Vec<_>>().join(" || ',' || ");
    // Many rows come as one, each behind its length: handing over every row by itself takes longer than reading it.
    // The names are those of our own migrations.
    let sql = format!(
        "SELECT max(number), group_concat(length(CAST(line AS BLOB)) || ':' || line, '') FROM \
         (SELECT rowid AS number, {row} AS line FROM \"{table}\" WHERE rowid > ? ORDER BY rowid LIMIT {AT_ONCE})"
    );
    let page = async |after: i64| {
        let rows = sqlx::query(AssertSqlSafe(sql.clone())).bind(after).fetch_one(pool).await?;
        let last: Option<i64> = rows.try_get(0)?;
        last.map(|last| Ok((last, rows.try_get::<String, _>(1)?))).transpose()
    };
    let mut digest = TableDigest::default();
    let mut rows = page(i64::MIN).await?;
    while let Some((last, lines)) = rows {
        // The next rows are read while these are hashed.
        (rows, ()) = tokio::try_join!(page(last), async { add_all(&mut digest, lines.as_bytes()) })?;
    }
    Ok(digest)
}

fn add_all(digest: &mut TableDigest, mut lines: &[u8]) -> Result<(), sqlx::Error> {
    while !lines.is_empty() {
        let (line, rest) = split(lines).ok_or(sqlx::Error::RowNotFound)?;
        digest.add_line(line);
        lines = rest;
    }
    Ok(())
}

/// The first of lines that each stand behind their length and a colon, and the others.
fn split(lines: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = lines.iter().position(|byte| *byte == b':')?;
    let (length, line) = lines.split_at_checked(colon)?;
    let length = std::str::from_utf8(length).ok()?.parse().ok()?;
    line.get(1..)?.split_at_checked(length)
}

#[cfg(test)]
mod tests {
    use sqlx::sqlite::SqlitePoolOptions;

    use super::*;

    fn number(low: u8) -> [u8; 32] {
        let mut bytes = [0; 32];
        bytes[31] = low;
        bytes
    }

    /// As docs/BACKUP-FORMAT.md has whoever reads it do it: row by row.
    #[tokio::test]
    async fn a_digest_is_the_sum_of_all_rows_however_many_there_are_and_whatever_is_in_them() {
        let pool = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await.unwrap();
        let make = "CREATE TABLE thing (name TEXT, amount REAL, content BLOB, at INTEGER)";
        sqlx::query(make).execute(&pool).await.unwrap();
        let mut wanted = TableDigest::default();
        for number in -150_i64..150 {
            let insert = "INSERT INTO thing (rowid, name, amount, content, at) VALUES (?, ?, ?, ?, ?)";
            let name = (number % 7 != 0).then(|| format!("'é:{number}\n12:ab,"));
            let (amount, content) = (0.1 + f64::from(i32::try_from(number).unwrap()), vec![0_u8, b':']);
            let insert = sqlx::query(insert).bind(number * 3).bind(&name).bind(amount).bind(&content);
            insert.bind(number).execute(&pool).await.unwrap();
            let literals = "SELECT quote(amount) || ',' || quote(at) || ',' || quote(content) || ',' || quote(name) \
                            FROM thing WHERE at = ?";
            let row: String = sqlx::query_scalar(literals).bind(number).fetch_one(&pool).await.unwrap();
            wanted.add(Sha256::digest(row).into());
        }
        assert_eq!(digest_one(&pool, "thing").await.unwrap(), wanted);
        sqlx::query("DELETE FROM thing").execute(&pool).await.unwrap();
        assert_eq!(digest_one(&pool, "thing").await.unwrap(), TableDigest::default());
    }

    #[test]
    fn rows_add_up_with_their_carries_and_wrap_around() {
        let mut digest = TableDigest { rows: 0, sum: [0xff; 32] };
        digest.add(number(1));
        assert_eq!(digest, TableDigest { rows: 1, sum: [0; 32] });
        digest.add(number(0xff));
        digest.add(number(2));
        assert_eq!((digest.sum[30], digest.sum[31]), (1, 1));
    }
}
