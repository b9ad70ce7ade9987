//! An environment on its way to another installation: what of its database travels, and what becomes of keys.
//!
//! Whatever lets somebody in stays behind. The keys of the audit log travel open, so that the customer can read
//! their own log without us, and so that it can be sealed anew where it arrives.

mod tables;

use std::path::Path;

use kernel::{Actor, Error, Random, Result};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use tenancy::{OpenError, Snapshot, TenantEntry};

pub use tables::{CARRIED, LEFT_OUT, is_carried};

use crate::{Access, Ctx, Permission, Request, audit};

/// The environment as it stands at this moment, in a copy that stays so; the product itself is at work in it. For who
/// may take an archive along.
pub async fn copy(ctx: &Ctx) -> Result<Ctx> {
    ctx.require(Permission::TakeArchive)?;
    let request = Request {
        db: Box::pin(ctx.database().copy()).await?,
        actor: Actor::System,
        access: Access::default(),
        locale: ctx.locale(),
        address: None,
    };
    Ok(ctx.domain().ctx(request))
}

/// Writes a copy to a new file, without what stays behind and with the keys of the log open. The copy is spoilt by it:
/// read what else is wanted of it before.
pub async fn strip(copy: &Ctx, file: &Path) -> Result<()> {
    if copy.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    copy.write(async |tx| {
        let names = Statement::from_string(DbBackend::Sqlite, TABLES);
        let rows = tx.connection().query_all_raw(names).await.map_err(Error::internal)?;
        for row in rows {
            let table: String = row.try_get_by_index(0).map_err(Error::internal)?;
            if !is_carried(&table) {
                let empty = format!("DELETE FROM \"{table}\"");
                tx.connection().execute_unprepared(&empty).await.map_err(Error::internal)?;
            }
        }
        audit::open_keys(copy, tx).await
    })
    .await?;
    // The copy still holds in its free pages what was deleted; what is written row by row does not.
    copy.database().snapshot_to(file).await
}

/// The tables of a copy that hold data, as a snapshot counts them.
const TABLES: &str = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' \
                      AND name NOT LIKE 'sqlite_%' AND name <> 'seaql_migrations'";

/// Brings the database of an environment that comes in up to date, and seals the keys of its log for it.
pub async fn receive(file: &Path, tenant: &TenantEntry, random: &dyn Random) -> Result<(), OpenError> {
    Snapshot::edit(file, async |tx| audit::seal_keys(tx, tenant, random).await).await
}

#[cfg(test)]
mod tests {
    use tenancy::testing::{TestTenancy, block_on};

    use super::*;

    #[test]
    fn s04_every_table_is_either_carried_or_left_out() {
        block_on(async {
            let test = TestTenancy::sqlite().await;
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("copy.sqlite");
            test.tenant_db("acme").await.snapshot_to(&file).await.unwrap();
            let mut decided: Vec<&str> = CARRIED.iter().chain(LEFT_OUT).copied().collect();
            decided.sort_unstable();
            let there: Vec<String> = Snapshot::open(&file).tables().await.unwrap().into_keys().collect();
            assert_eq!(there, decided, "decide about a new table in portable/tables.rs");
        });
    }
}
