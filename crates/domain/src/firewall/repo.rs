use kernel::{Error, FirewallRuleId, Instant, Result, UserId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryOrder, sea_query::OnConflict};
use tenancy::{FirewallLimits, FirewallPolicy, database_error};

use super::{
    Firewall, Rule,
    entity::{rule, state},
    rules::{self, Pending},
};
use crate::WriteTx;

/// Rows written by one statement.
const BATCH: usize = 100;

/// The firewall as it is; a change that waited too long is gone. Limits that were never decided are `defaults`.
pub(super) async fn load(
    db: &impl ConnectionTrait,
    defaults: FirewallLimits,
    now: Instant,
) -> Result<Firewall> {
    let Some(row) = find(db).await? else { return Ok(Firewall::none(defaults)) };
    let limits = row.limits.map(serde_json::from_value).transpose().map_err(Error::internal)?;
    let pending: Option<Pending> =
        row.pending.map(serde_json::from_value).transpose().map_err(Error::internal)?;
    Ok(Firewall {
        version: row.version,
        rules: list_rules(db).await?,
        limits: limits.unwrap_or(defaults),
        updated_at: row.updated_at,
        updated_by: row.updated_by.map(UserId::from_uuid),
        pending: pending.filter(|pending| pending.expires_at > now && pending.version == row.version),
        cleared_at: row.cleared_at,
        noted_until: row.noted_until,
    })
}

/// What is to be enforced.
pub(super) async fn policy(db: &impl ConnectionTrait) -> Result<FirewallPolicy> {
    let Some(row) = find(db).await? else { return Ok(FirewallPolicy::default()) };
    Ok(FirewallPolicy {
        version: row.version,
        rules: rules::compile(&list_rules(db).await?),
        limits: row.limits.map(serde_json::from_value).transpose().map_err(Error::internal)?,
        cleared_at: row.cleared_at,
    })
}

/// The number of the last change; 0 when there was none.
pub(super) async fn version(db: &impl ConnectionTrait) -> Result<i64> {
    Ok(find(db).await?.map_or(0, |row| row.version))
}

/// Until when refusals were told to the audit log.
pub(super) async fn noted_until(db: &impl ConnectionTrait) -> Result<Option<Instant>> {
    Ok(find(db).await?.and_then(|row| row.noted_until))
}

/// Saves all but the rules. Limits like the defaults follow the defaults.
pub(super) async fn save(tx: &WriteTx, firewall: &Firewall, defaults: FirewallLimits) -> Result<()> {
    let json = |value: serde_json::Result<serde_json::Value>| value.map_err(Error::internal);
    let limits = Some(firewall.limits).filter(|limits| *limits != defaults);
    let row = state::ActiveModel {
        id: Set(state::ONLY_ID),
        version: Set(firewall.version),
        limits: Set(limits.map(|limits| json(serde_json::to_value(limits))).transpose()?),
        updated_at: Set(firewall.updated_at),
        updated_by: Set(firewall.updated_by.map(UserId::uuid)),
        pending: Set(firewall.pending.as_ref().map(|it| json(serde_json::to_value(it))).transpose()?),
        cleared_at: Set(firewall.cleared_at),
        noted_until: Set(firewall.noted_until),
    };
    let replace = OnConflict::column(state::Column::Id)
        .update_columns([
            state::Column::Version,
            state::Column::Limits,
            state::Column::UpdatedAt,
            state::Column::UpdatedBy,
            state::Column::Pending,
            state::Column::ClearedAt,
            state::Column::NotedUntil,
        ])
        .to_owned();
    state::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

/// Replaces all rules.
pub(super) async fn save_rules(tx: &WriteTx, rules: &[Rule]) -> Result<()> {
    rule::Entity::delete_many().exec(tx.connection()).await.map_err(database_error)?;
    let rows: Vec<_> = (0..).zip(rules).map(|(position, rule)| row(position, rule)).collect();
    for batch in rows.chunks(BATCH) {
        rule::Entity::insert_many(batch.to_vec())
            .exec_without_returning(tx.connection())
            .await
            .map_err(database_error)?;
    }
    Ok(())
}

async fn find(db: &impl ConnectionTrait) -> Result<Option<state::Model>> {
    state::Entity::find_by_id(state::ONLY_ID).one(db).await.map_err(database_error)
}

async fn list_rules(db: &impl ConnectionTrait) -> Result<Vec<Rule>> {
    let rows =
        rule::Entity::find().order_by_asc(rule::Column::Position).all(db).await.map_err(database_error)?;
    rows.into_iter().map(Rule::try_from).collect()
}

fn row(position: i32, rule: &Rule) -> rule::ActiveModel {
    rule::ActiveModel {
        id: Set(rule.id.uuid()),
        position: Set(position),
        channel: Set(rule.channel.as_str().to_owned()),
        action: Set(rule.action.as_str().to_owned()),
        network: Set(rule.network.to_string()),
        note: Set(rule.note.clone()),
        ends_on: Set(rule.ends_on),
        created_at: Set(rule.created_at),
        created_by: Set(rule.created_by.map(UserId::uuid)),
    }
}

impl TryFrom<rule::Model> for Rule {
    type Error = Error;

    fn try_from(row: rule::Model) -> Result<Self> {
        let corrupt =
            |what: &'static str| Error::internal(format!("firewall_rule {} has no valid {what}", row.id));
        Ok(Self {
            id: FirewallRuleId::from_uuid(row.id),
            channel: row.channel.parse().map_err(|()| corrupt("channel"))?,
            action: row.action.parse().map_err(|()| corrupt("action"))?,
            network: row.network.parse().map_err(|_| corrupt("network"))?,
            note: row.note,
            ends_on: row.ends_on,
            created_at: row.created_at,
            created_by: row.created_by.map(UserId::from_uuid),
        })
    }
}
