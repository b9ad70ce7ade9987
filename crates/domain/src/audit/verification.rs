//! Checking the whole chain against itself and against what was published.

use std::ops::ControlFlow;

use kernel::{Result, TenantId};
use ledger::{Hash, Problem, Verifier, genesis};

use super::{chain, head::public_key, state};
use crate::{Ctx, Permission};

/// Events read at a time.
const PAGE: u64 = 2_000;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// The last event that was found sound.
    pub seq: i64,
    /// The first thing that is wrong; nothing when all is sound.
    pub problem: Option<Problem>,
}

/// Checks the whole chain, and writes down what was found. `progress` is told the events done and in all,
/// and may say stop; then nothing is written down and the answer is `None`.
pub async fn verify(
    ctx: &Ctx,
    mut progress: impl FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Option<Verification>> {
    ctx.require(Permission::ReadAuditLog)?;
    // The heads first: what is published while the events are read is not missed in them.
    let heads = ctx.witness().all(ctx.tenant_id()).await?;
    let total = chain::end(ctx.read()).await?.map_or(0, |end| end.seq.unsigned_abs());
    let found = match Verifier::new(ctx.tenant_id(), heads, &public_key(ctx)) {
        Err(problem) => Verification { seq: 0, problem: Some(problem) },
        Ok(mut verifier) => {
            let outcome = push_all(ctx, &mut verifier, |done| progress(done, total)).await?;
            let (seq, _) = verifier.position();
            let problem = match outcome {
                Ok(ControlFlow::Break(())) => return Ok(None),
                Ok(ControlFlow::Continue(())) => verifier.finish().err(),
                Err(problem) => Some(problem),
            };
            Verification { seq, problem }
        }
    };
    if let Some(problem) = &found.problem {
        tracing::error!(tenant = %ctx.tenant_id(), %problem, "the audit log is not as it was written");
    }
    state::note_verified(ctx, &found).await?;
    Ok(Some(found))
}

/// Checks the whole chain of a snapshot against itself: its last event and that event's hash. For an
/// environment that comes in, of which this installation has published nothing.
pub async fn verify_snapshot(
    snapshot: &tenancy::Snapshot,
    tenant: TenantId,
) -> Result<Result<(i64, Hash), Problem>> {
    let mut verifier = Verifier::behind(tenant, 0, genesis(tenant));
    loop {
        let page = chain::page(snapshot.read(), verifier.position().0, PAGE).await?;
        if page.is_empty() {
            return Ok(Ok(verifier.position()));
        }
        for event in &page {
            if let Err(problem) = verifier.push(event) {
                return Ok(Err(problem));
            }
        }
    }
}

/// Gives the verifier all events behind its position.
pub(super) async fn push_all(
    ctx: &Ctx,
    verifier: &mut Verifier,
    mut progress: impl FnMut(u64) -> ControlFlow<()>,
) -> Result<Result<ControlFlow<()>, Problem>> {
    loop {
        let (seq, _) = verifier.position();
        if progress(seq.unsigned_abs()).is_break() {
            return Ok(Ok(ControlFlow::Break(())));
        }
        let page = chain::copy_page(ctx, seq, PAGE).await?;
        if page.is_empty() {
            return Ok(Ok(ControlFlow::Continue(())));
        }
        for event in &page {
            if let Err(problem) = verifier.push(event) {
                return Ok(Err(problem));
            }
        }
    }
}
