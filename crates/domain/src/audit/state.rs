//! What is known of the chain: how long it is, and when it was last published and checked.

use kernel::{Error, Instant, Result};
use ledger::{Head, Problem, PublicKey};
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};
use serde::{Deserialize, Serialize};

use super::{
    Verification, chain as events,
    head::public_key,
    state_row::{ActiveModel, Column, Entity},
};
use crate::{Ctx, Permission, WriteTx};

/// The one row.
const ID: i32 = 1;

/// What is known of the chain.
#[derive(Debug, Clone)]
pub struct Chain {
    /// How many events.
    pub length: i64,
    /// The hash of the last one; what stands for it when there is none.
    pub head_hash: ledger::Hash,
    /// When a head was last given to the witness.
    pub published_at: Option<Instant>,
    /// Of which event.
    pub published_seq: Option<i64>,
    /// When the whole chain was last checked.
    pub verified_at: Option<Instant>,
    /// Up to which event it was sound then.
    pub verified_seq: Option<i64>,
    /// Whether all was sound then.
    pub is_intact: Option<bool>,
    /// The first thing that was wrong then.
    pub problem: Option<ChainProblem>,
    /// What signatures of heads are checked with.
    pub public_key: PublicKey,
}

/// What was wrong, as a code with figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainProblem {
    /// A key of the client's sentences.
    pub code: String,
    /// The event it begins with.
    pub seq: i64,
    /// The published head it contradicts.
    pub published: Option<i64>,
}

impl From<&Problem> for ChainProblem {
    fn from(problem: &Problem) -> Self {
        Self { code: problem.code().to_owned(), seq: problem.seq(), published: problem.published() }
    }
}

/// What is known of the chain. For who may read the log.
pub async fn chain(ctx: &Ctx) -> Result<Chain> {
    ctx.require(Permission::ReadAuditLog)?;
    let end = events::end(ctx.read()).await?.unwrap_or_else(|| events::End::of_nothing(ctx));
    let state = Entity::find_by_id(ID).one(ctx.read()).await.map_err(Error::internal)?;
    let problem = state.as_ref().and_then(|state| state.problem.clone());
    Ok(Chain {
        length: end.seq,
        head_hash: end.hash,
        published_at: state.as_ref().and_then(|state| state.published_at),
        published_seq: state.as_ref().and_then(|state| state.published_seq),
        verified_at: state.as_ref().and_then(|state| state.verified_at),
        verified_seq: state.as_ref().and_then(|state| state.verified_seq),
        is_intact: state.as_ref().and_then(|state| state.is_intact),
        problem: problem.map(serde_json::from_value).transpose().map_err(Error::internal)?,
        public_key: public_key(ctx),
    })
}

pub(super) async fn note_published(ctx: &Ctx, head: &Head) -> Result<()> {
    let row = ActiveModel {
        published_seq: Set(Some(head.seq)),
        published_at: Set(Some(head.at)),
        ..ActiveModel::default()
    };
    ctx.write(async |tx| save(tx, row, &[Column::PublishedSeq, Column::PublishedAt]).await).await
}

pub(super) async fn note_verified(ctx: &Ctx, found: &Verification) -> Result<()> {
    let problem = found.problem.as_ref().map(ChainProblem::from);
    let row = ActiveModel {
        verified_seq: Set(Some(found.seq)),
        verified_at: Set(Some(ctx.now())),
        is_intact: Set(Some(problem.is_none())),
        problem: Set(problem.map(serde_json::to_value).transpose().map_err(Error::internal)?),
        ..ActiveModel::default()
    };
    let columns = [Column::VerifiedSeq, Column::VerifiedAt, Column::IsIntact, Column::Problem];
    ctx.write(async |tx| save(tx, row, &columns).await).await
}

async fn save(tx: &WriteTx, mut row: ActiveModel, columns: &[Column]) -> Result<()> {
    row.id = Set(ID);
    let there = OnConflict::column(Column::Id).update_columns(columns.iter().copied()).to_owned();
    Entity::insert(row)
        .on_conflict(there)
        .exec_without_returning(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}
