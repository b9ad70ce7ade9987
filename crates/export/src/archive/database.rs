//! The database, without what stays behind.

use std::collections::BTreeMap;

use domain::{audit, portable};
use tenancy::Snapshot;

use super::{
    Making,
    manifest::{AuditHead, DATABASE, Table, Versions},
    progress::Halt,
};

/// What was read of the database that went in.
pub(super) struct Measured {
    pub(super) tables: BTreeMap<String, Table>,
    pub(super) audit_head: Option<AuditHead>,
    pub(super) versions: Versions,
}

pub(super) async fn put(making: &mut Making<'_>) -> Result<(), Halt> {
    let path = making.folder.join(DATABASE);
    Box::pin(portable::strip(&making.copy.ctx, &path)).await?;
    let snapshot = Snapshot::open(&path);
    let mut tables = snapshot.tables().await?;
    tables.retain(|table, _| portable::is_carried(table));
    let head = audit::end_of(&snapshot).await?;
    making.database = Some(Measured {
        tables: tables.into_iter().map(|(name, digest)| (name, digest.into())).collect(),
        audit_head: head.map(|(seq, hash)| AuditHead { seq, hash }),
        versions: Versions {
            waarborg: env!("CARGO_PKG_VERSION").to_owned(),
            schema: snapshot.schema_version().await?,
            sqlite: snapshot.sqlite_version().await?,
        },
    });
    snapshot.close().await?;
    making.add_file((DATABASE.to_owned(), false), path).await
}
