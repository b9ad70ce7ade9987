//! What is published of the environments' firewalls, and what servers have counted.

mod refusal;
mod rows;

use std::collections::HashSet;

use chrono::TimeDelta;
use kernel::{Error, Instant, Result, TenantId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::OnConflict,
};

use self::rows::{block, level, policy};
use super::ControlDatabase;
use crate::{
    FirewallPolicy, Refusals, Subject, database::begin_write, error::database_error, firewall::Block,
};

/// Rows written by one statement.
const BATCH: usize = 500;
/// How long lines of refusals are kept.
const KEPT_DAYS: i64 = 90;

/// What servers have to write down: how full buckets are, who is kept out, who was refused.
type Notes<'a> =
    (&'a [(TenantId, Subject, i64)], &'a [(TenantId, Subject, Block)], &'a [(TenantId, Refusals)]);

impl ControlDatabase {
    /// The number of the last publication of an environment's rules; 0 when there is none.
    pub(crate) async fn policy_change(&self, tenant: TenantId) -> Result<i64> {
        find_change(&self.db, tenant).await
    }

    /// Publishes an environment's rules; false when somebody else did since `before`.
    pub(crate) async fn publish_policy(
        &self,
        tenant: TenantId,
        before: i64,
        (published, now): (&FirewallPolicy, Instant),
    ) -> Result<bool> {
        let transaction = begin_write(&self.db).await.map_err(database_error)?;
        if find_change(&transaction, tenant).await? != before {
            return Ok(false);
        }
        let last: Option<Option<i64>> = policy::Entity::find()
            .select_only()
            .column_as(policy::Column::Change.max(), "last")
            .into_tuple()
            .one(&transaction)
            .await
            .map_err(database_error)?;
        let row = policy::ActiveModel {
            tenant_id: Set(tenant.uuid()),
            change: Set(last.flatten().unwrap_or(0) + 1),
            version: Set(published.version),
            policy: Set(serde_json::to_value(published).map_err(Error::internal)?),
            published_at: Set(now),
        };
        let replace = OnConflict::column(policy::Column::TenantId)
            .update_columns([
                policy::Column::Change,
                policy::Column::Version,
                policy::Column::Policy,
                policy::Column::PublishedAt,
            ])
            .to_owned();
        policy::Entity::insert(row)
            .on_conflict(replace)
            .exec_without_returning(&transaction)
            .await
            .map_err(database_error)?;
        transaction.commit().await.map_err(database_error)?;
        Ok(true)
    }

    /// What was published after a change, in order. What this binary cannot read is left out, and
    /// logged: an environment then keeps the rules this server knew.
    pub(crate) async fn policies_after(&self, change: i64) -> Result<Vec<(TenantId, i64, FirewallPolicy)>> {
        let rows = policy::Entity::find()
            .filter(policy::Column::Change.gt(change))
            .order_by_asc(policy::Column::Change)
            .all(&self.db)
            .await
            .map_err(database_error)?;
        let read = |row: policy::Model| {
            let tenant = TenantId::from_uuid(row.tenant_id);
            serde_json::from_value(row.policy)
                .inspect_err(|error| tracing::error!(%tenant, %error, "a firewall's rules cannot be read"))
                .ok()
                .map(|policy| (tenant, row.change, policy))
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// Who was kept out after a change, and still is.
    pub(crate) async fn blocks_after(
        &self,
        change: i64,
        now: Instant,
    ) -> Result<Vec<(TenantId, i64, (Subject, Block))>> {
        let rows = block::Entity::find()
            .filter(block::Column::Change.gt(change))
            .filter(block::Column::Until.gt(now))
            .all(&self.db)
            .await
            .map_err(database_error)?;
        let read = |row: block::Model| {
            let subject = row.subject.parse().ok()?;
            let block = Block { until: row.until, set_at: row.set_at };
            Some((TenantId::from_uuid(row.tenant_id), row.change, (subject, block)))
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// How full buckets were when they were last written down, without those that are empty by now.
    pub(crate) async fn levels(&self, now: Instant) -> Result<Vec<(TenantId, Subject, i64)>> {
        let rows = level::Entity::find()
            .filter(level::Column::EmptyAt.gt(now.timestamp_micros()))
            .all(&self.db)
            .await
            .map_err(database_error)?;
        let read = |row: level::Model| {
            Some((TenantId::from_uuid(row.tenant_id), row.subject.parse().ok()?, row.empty_at))
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// Writes down what was counted, all of it or nothing.
    pub(crate) async fn write_down(&self, (levels, blocks, refusals): Notes<'_>, now: Instant) -> Result<()> {
        if levels.is_empty() && blocks.is_empty() && refusals.is_empty() {
            return Ok(());
        }
        let transaction = begin_write(&self.db).await.map_err(database_error)?;
        write_levels(&transaction, levels, now).await?;
        write_blocks(&transaction, blocks).await?;
        refusal::add(&transaction, refusals).await?;
        transaction.commit().await.map_err(database_error)
    }

    /// Forgets who is no longer kept out, and lines of refusals that are older or more than is kept.
    pub(crate) async fn sweep_firewall(&self, touched: &HashSet<TenantId>, now: Instant) -> Result<()> {
        block::Entity::delete_many()
            .filter(block::Column::Until.lte(now))
            .exec(&self.db)
            .await
            .map_err(database_error)?;
        refusal::forget_before(&self.db, now - TimeDelta::days(KEPT_DAYS)).await?;
        for tenant in touched {
            refusal::forget_surplus(&self.db, *tenant).await?;
        }
        Ok(())
    }
}

async fn find_change(db: &impl ConnectionTrait, tenant: TenantId) -> Result<i64> {
    let found: Option<i64> = policy::Entity::find_by_id(tenant.uuid())
        .select_only()
        .column(policy::Column::Change)
        .into_tuple()
        .one(db)
        .await
        .map_err(database_error)?;
    Ok(found.unwrap_or(0))
}

async fn write_levels(
    transaction: &DatabaseTransaction,
    levels: &[(TenantId, Subject, i64)],
    now: Instant,
) -> Result<()> {
    if levels.is_empty() {
        return Ok(());
    }
    level::Entity::delete_many()
        .filter(level::Column::EmptyAt.lte(now.timestamp_micros()))
        .exec(transaction)
        .await
        .map_err(database_error)?;
    for batch in levels.chunks(BATCH) {
        let rows = batch.iter().map(|(tenant, subject, empty_at)| level::ActiveModel {
            tenant_id: Set(tenant.uuid()),
            subject: Set(subject.to_string()),
            empty_at: Set(*empty_at),
        });
        let replace = OnConflict::columns([level::Column::TenantId, level::Column::Subject])
            .update_column(level::Column::EmptyAt)
            .to_owned();
        level::Entity::insert_many(rows)
            .on_conflict(replace)
            .exec_without_returning(transaction)
            .await
            .map_err(database_error)?;
    }
    Ok(())
}

async fn write_blocks(
    transaction: &DatabaseTransaction,
    blocks: &[(TenantId, Subject, Block)],
) -> Result<()> {
    if blocks.is_empty() {
        return Ok(());
    }
    let last: Option<Option<i64>> = block::Entity::find()
        .select_only()
        .column_as(block::Column::Change.max(), "last")
        .into_tuple()
        .one(transaction)
        .await
        .map_err(database_error)?;
    let change = last.flatten().unwrap_or(0) + 1;
    // The same subject twice in one statement is an error on PostgreSQL: the last one counts.
    let mut latest = std::collections::HashMap::new();
    for (tenant, subject, block) in blocks {
        latest.insert((tenant.uuid(), subject.to_string()), *block);
    }
    let rows: Vec<_> = latest
        .into_iter()
        .map(|((tenant_id, subject), block)| block::ActiveModel {
            tenant_id: Set(tenant_id),
            subject: Set(subject),
            change: Set(change),
            set_at: Set(block.set_at),
            until: Set(block.until),
        })
        .collect();
    for batch in rows.chunks(BATCH) {
        let replace = OnConflict::columns([block::Column::TenantId, block::Column::Subject])
            .update_columns([block::Column::Change, block::Column::SetAt, block::Column::Until])
            .to_owned();
        block::Entity::insert_many(batch.to_vec())
            .on_conflict(replace)
            .exec_without_returning(transaction)
            .await
            .map_err(database_error)?;
    }
    Ok(())
}
