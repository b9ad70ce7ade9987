//! What holds of every environment's database, whatever people did: looked into where one was put back.

use kernel::{Error, Result};
use tenancy::Snapshot;

/// A rule, and a statement that finds what breaks it: a name and a number of each.
const RULES: [(&str, &str); 4] = [
    (
        "two records of one register have the same number",
        "SELECT f.key, r.number FROM record r JOIN form f ON f.id = r.form_id \
         GROUP BY r.form_id, r.number HAVING count(*) > 1 LIMIT 1",
    ),
    (
        "a record has a number that is yet to be given out",
        "SELECT f.key, r.number FROM record r JOIN form f ON f.id = r.form_id \
         WHERE r.number >= f.next_number LIMIT 1",
    ),
    (
        "the history of a record has not each of its versions once",
        "SELECT f.key, r.number FROM record r JOIN form f ON f.id = r.form_id \
         LEFT JOIN record_change c ON c.record_id = r.id GROUP BY r.id \
         HAVING count(c.version) <> r.version OR count(DISTINCT c.version) <> r.version \
         OR max(c.version) <> r.version LIMIT 1",
    ),
    (
        "a register's form is at a revision of another",
        "SELECT f.key, v.number FROM form f JOIN form_revision v ON v.id = f.current_revision_id \
         WHERE v.form_id <> f.id LIMIT 1",
    ),
];

/// The first rule that a database breaks, and where; nothing when it is sound.
pub async fn broken_rule(snapshot: &Snapshot) -> Result<Option<String>> {
    for (rule, sql) in RULES {
        if let Some(row) = snapshot.rows(sql).await?.first() {
            let key: String = row.try_get_by_index(0).map_err(Error::internal)?;
            let number: i64 = row.try_get_by_index(1).map_err(Error::internal)?;
            return Ok(Some(format!("{rule}: {key} {number}")));
        }
    }
    Ok(None)
}
