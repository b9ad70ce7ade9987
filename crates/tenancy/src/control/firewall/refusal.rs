//! Lines of refusals.

use kernel::{Error, Instant, Result, TenantId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{
    BATCH, ControlDatabase,
    rows::refusal::{ActiveModel, Column, Entity, Model},
};
use crate::{Refusals, error::database_error, parse_address};

/// The most lines kept of one environment.
const MOST_LINES: u64 = 10_000;

impl ControlDatabase {
    /// An environment's lines, the latest hour first, behind `after`.
    pub(crate) async fn refusals(
        &self,
        tenant: TenantId,
        since: Option<Instant>,
        (after, limit): (Option<Refusals>, u64),
    ) -> Result<Vec<Refusals>> {
        let mut query = Entity::find().filter(of(tenant, since));
        if let Some(after) = after {
            let key = Expr::tuple([Column::Address, Column::Channel, Column::Reason].map(Expr::col));
            let row = row_of(tenant, &after);
            let behind = Expr::tuple([row.address, row.channel, row.reason].map(Expr::value));
            let later = Condition::all().add(Column::Hour.eq(after.hour)).add(key.gt(behind));
            query = query.filter(Condition::any().add(Column::Hour.lt(after.hour)).add(later));
        }
        let rows = query
            .order_by_desc(Column::Hour)
            .order_by_asc(Column::Address)
            .order_by_asc(Column::Channel)
            .order_by_asc(Column::Reason)
            .limit(limit)
            .all(&self.db)
            .await
            .map_err(database_error)?;
        rows.into_iter().map(read).collect()
    }

    /// How many lines there are.
    pub(crate) async fn count_refusals(&self, tenant: TenantId, since: Option<Instant>) -> Result<u64> {
        Entity::find().filter(of(tenant, since)).count(&self.db).await.map_err(database_error)
    }

    /// How many refusals there were in the hours from `from` until `until`, and from how many addresses.
    pub(crate) async fn refusals_between(
        &self,
        tenant: TenantId,
        from: Instant,
        until: Instant,
    ) -> Result<(i64, i64)> {
        let rows: Vec<(String, i64)> = Entity::find()
            .select_only()
            .column(Column::Address)
            .column(Column::Hits)
            .filter(of(tenant, Some(from)))
            .filter(Column::Hour.lt(until))
            .into_tuple()
            .all(&self.db)
            .await
            .map_err(database_error)?;
        let addresses: std::collections::HashSet<&str> =
            rows.iter().map(|(address, _)| address.as_str()).collect();
        let count = i64::try_from(addresses.len()).map_err(Error::internal)?;
        Ok((rows.iter().map(|(_, hits)| hits).sum(), count))
    }
}

/// Adds to lines, or begins them.
pub(super) async fn add(transaction: &DatabaseTransaction, refusals: &[(TenantId, Refusals)]) -> Result<()> {
    // Within one statement a line may come once: hours that ended meanwhile come before the running one.
    for batch in refusals.chunks(BATCH) {
        let mut lines: std::collections::HashMap<_, Model> = std::collections::HashMap::new();
        for (tenant, refusals) in batch {
            let row = row_of(*tenant, refusals);
            let key = (row.tenant_id, row.hour, row.address.clone(), row.channel.clone(), row.reason.clone());
            lines
                .entry(key)
                .and_modify(|line| {
                    line.hits += row.hits;
                    line.last_at = Ord::max(line.last_at, row.last_at);
                })
                .or_insert(row);
        }
        let rows = lines.into_values().map(|row| ActiveModel {
            tenant_id: Set(row.tenant_id),
            hour: Set(row.hour),
            address: Set(row.address),
            channel: Set(row.channel),
            reason: Set(row.reason),
            hits: Set(row.hits),
            last_at: Set(row.last_at),
        });
        let key = [Column::TenantId, Column::Hour, Column::Address, Column::Channel, Column::Reason];
        let more = OnConflict::columns(key)
            .update_column(Column::LastAt)
            .value(Column::Hits, Expr::cust("firewall_refusal.hits + excluded.hits"))
            .to_owned();
        Entity::insert_many(rows)
            .on_conflict(more)
            .exec_without_returning(transaction)
            .await
            .map_err(database_error)?;
    }
    Ok(())
}

/// Forgets lines of hours before this.
pub(super) async fn forget_before(db: &impl ConnectionTrait, hour: Instant) -> Result<()> {
    Entity::delete_many().filter(Column::Hour.lt(hour)).exec(db).await.map_err(database_error)?;
    Ok(())
}

/// Forgets an environment's oldest hours when it has more lines than are kept.
pub(super) async fn forget_surplus(db: &impl ConnectionTrait, tenant: TenantId) -> Result<()> {
    let first_too_many: Option<Instant> = Entity::find()
        .select_only()
        .column(Column::Hour)
        .filter(Column::TenantId.eq(tenant.uuid()))
        .order_by_desc(Column::Hour)
        .offset(MOST_LINES)
        .limit(1)
        .into_tuple()
        .one(db)
        .await
        .map_err(database_error)?;
    let Some(hour) = first_too_many else { return Ok(()) };
    Entity::delete_many()
        .filter(Column::TenantId.eq(tenant.uuid()))
        .filter(Column::Hour.lte(hour))
        .exec(db)
        .await
        .map_err(database_error)?;
    Ok(())
}

fn of(tenant: TenantId, since: Option<Instant>) -> Condition {
    let mine = Condition::all().add(Column::TenantId.eq(tenant.uuid()));
    match since {
        Some(since) => mine.add(Column::Hour.gte(since)),
        None => mine,
    }
}

fn row_of(tenant: TenantId, refusals: &Refusals) -> Model {
    Model {
        tenant_id: tenant.uuid(),
        hour: refusals.hour,
        address: refusals.address.map(|address| address.to_string()).unwrap_or_default(),
        channel: refusals.channel.as_str().to_owned(),
        reason: refusals.reason.as_str().to_owned(),
        hits: refusals.count,
        last_at: refusals.last_at,
    }
}

fn read(row: Model) -> Result<Refusals> {
    let corrupt = || Error::internal("a line of refusals cannot be read");
    let address = if row.address.is_empty() {
        None
    } else {
        Some(parse_address(&row.address).map_err(Error::internal)?)
    };
    Ok(Refusals {
        hour: row.hour,
        address,
        channel: row.channel.parse().map_err(|()| corrupt())?,
        reason: row.reason.parse().map_err(|()| corrupt())?,
        count: row.hits,
        last_at: row.last_at,
    })
}
