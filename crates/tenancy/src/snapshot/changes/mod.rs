//! What changes in an environment's database while it is being copied to another one, and how that one catches up.
//!
//! The database itself takes notes of every row that changes ([`notes`]). The rows they name go into a small file, as
//! they are at one moment ([`difference`]), and from there into the copy ([`apply`]). Doing so again costs no more than
//! what changed since the last time: only the last time has to happen while nobody writes.

mod apply;
mod difference;
pub(crate) mod notes;

use std::{collections::BTreeMap, path::Path};

use sea_orm::{ConnectionTrait, DbErr, Statement};

use crate::{OpenError, TenantDb, snapshot::number, tenant_db::Connections};

pub(crate) use apply::vouch_for_references;

/// The last note of each table that was taken over.
pub(crate) type Reached = BTreeMap<String, i64>;

/// Has a copy catch up with a database whose changes are noted. Returns how many rows had changed since the last time;
/// `reached` is where the next time begins.
///
/// Fails when the two have not had the same migrations, and when they do not have as many rows afterwards.
pub(crate) async fn catch_up(
    (from, to): (&TenantDb, &Connections),
    reached: &mut Reached,
    folder: &Path,
) -> Result<u64, OpenError> {
    let file = folder.join("difference.sqlite");
    let difference = difference::write((from, &file), reached).await?;
    if schema(&to.readers).await? != difference.schema {
        return Err(DbErr::Custom("a newer program brought it up to date meanwhile".to_owned()).into());
    }
    if difference.rows > 0 {
        apply::apply(&file, to).await?;
    }
    for (table, rows) in &difference.tables {
        let found = count(&to.readers, table).await?;
        if found != *rows {
            let text = format!("`{table}` has {rows} rows, and {found} in the copy");
            return Err(DbErr::Custom(text).into());
        }
    }
    reached.extend(difference.reached);
    Ok(difference.rows)
}

/// The migrations a database has had.
async fn schema(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let sql = "SELECT version FROM seaql_migrations ORDER BY version";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

async fn count(db: &impl ConnectionTrait, table: &str) -> Result<i64, DbErr> {
    number(db, &format!("SELECT count(*) FROM \"{table}\"")).await
}
