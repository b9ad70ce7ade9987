//! What is in each table of a snapshot, in a few bytes: to compare snapshots that lie in different places.

use std::collections::BTreeMap;

use futures::TryStreamExt;
use sea_orm::sqlx::{self, AssertSqlSafe, Row, SqlitePool};
use sha2::{Digest, Sha256};

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
    let mut tables = BTreeMap::new();
    for name in names {
        let digest = digest_one(pool, &name).await?;
        tables.insert(name, digest);
    }
    Ok(tables)
}

async fn digest_one(pool: &SqlitePool, table: &str) -> Result<TableDigest, sqlx::Error> {
    let columns = "SELECT name FROM pragma_table_info(?) ORDER BY name";
    let columns: Vec<String> = sqlx::query_scalar(columns).bind(table).fetch_all(pool).await?;
    let row = columns.iter().map(|name| format!("quote(\"{name}\")")).collect::<Vec<_>>().join(" || ',' || ");
    // The names are those of our own migrations.
    let sql = AssertSqlSafe(format!("SELECT {row} FROM \"{table}\""));
    let mut rows = sqlx::query(sql).fetch(pool);
    let mut digest = TableDigest::default();
    while let Some(row) = rows.try_next().await? {
        digest.add(Sha256::digest(row.try_get::<&str, _>(0)?).into());
    }
    Ok(digest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(low: u8) -> [u8; 32] {
        let mut bytes = [0; 32];
        bytes[31] = low;
        bytes
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
