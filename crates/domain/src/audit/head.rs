//! Signing the end of the chain, and taking it to the witness.

use kernel::{Actor, Error, Result};
use ledger::{EarlierHead, Head, HeadKey, Problem, PublicKey, SignedHead, Verifier};
use serde_json::json;

use super::{AuditEntry, chain, record, state, verification};
use crate::Ctx;

/// What the key that signs heads is derived for.
const HEADS: &str = "audit-head";

/// What came of publishing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Publication {
    /// A new head is with the witness.
    Published(SignedHead),
    /// Nothing happened since the last one.
    Unchanged,
    /// The log does not go on from what was published: nothing is signed.
    Refused(Problem),
}

/// What signatures of this environment's heads are checked with.
#[must_use]
pub fn public_key(ctx: &Ctx) -> PublicKey {
    key(ctx).public()
}

fn key(ctx: &Ctx) -> HeadKey {
    HeadKey::new(&ctx.secret_key(HEADS))
}

/// Signs the end of the chain and gives it to the witness, when it has grown since the last head.
///
/// Before that, all events since are checked to go on from the last head: nothing is signed that
/// contradicts what was published. System only.
pub async fn publish_head(ctx: &Ctx) -> Result<Publication> {
    if ctx.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    let earlier = ctx.witness().last(ctx.tenant_id()).await?.map(|signed| signed.head);
    let Some(end) = chain::end(ctx.read()).await? else {
        return match earlier {
            None => Ok(Publication::Unchanged),
            Some(_) => refused(ctx).await,
        };
    };
    if let Some(head) = &earlier {
        if (head.seq, head.hash) == (end.seq, end.hash) {
            return Ok(Publication::Unchanged);
        }
        if head.seq >= end.seq || chain::hash_at(ctx, head.seq).await? != Some(head.hash) {
            return refused(ctx).await;
        }
    }
    let previous = earlier.map(|head| EarlierHead { seq: head.seq, hash: head.hash });
    let begin = previous
        .map_or_else(|| chain::End::of_nothing(ctx), |head| chain::End { seq: head.seq, hash: head.hash });
    let mut verifier = Verifier::behind(ctx.tenant_id(), begin.seq, begin.hash);
    if verification::push_all(ctx, &mut verifier, |_| std::ops::ControlFlow::Continue(())).await?.is_err() {
        return refused(ctx).await;
    }
    let (seq, hash) = verifier.position();
    let signed =
        key(ctx).sign(Head { tenant: ctx.tenant_id(), seq, hash, at: ctx.now(), previous, restored: None });
    ctx.witness().publish(&signed).await?;
    state::note_published(ctx, &signed.head).await?;
    Ok(Publication::Published(signed))
}

/// Says that the database was put back from a copy, and that this was meant: as an event, and to the witness,
/// so that what was published since the copy was made is explained and not taken for a cut or a fork. To be
/// called before anything else is written. What the copy holds must be what was published of it; a problem
/// with that is the answer, and then nothing is said. System only.
pub async fn record_restore_point(ctx: &Ctx) -> Result<Option<Problem>> {
    go_on_from_copy(ctx, ("environment.restored", json!({}))).await
}

/// The same of an environment that was brought in from elsewhere, with what is known of where it comes from. System
/// only.
pub async fn record_import(ctx: &Ctx, origin: serde_json::Value) -> Result<Option<Problem>> {
    go_on_from_copy(ctx, ("environment.imported", origin)).await
}

async fn go_on_from_copy(
    ctx: &Ctx,
    (action, mut details): (&'static str, serde_json::Value),
) -> Result<Option<Problem>> {
    if ctx.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    let end = chain::end(ctx.read()).await?.unwrap_or_else(|| chain::End::of_nothing(ctx));
    let heads = ctx.witness().all(ctx.tenant_id()).await?;
    let last = heads.iter().max_by_key(|signed| signed.head.at).map(|signed| signed.head.clone());
    if let (0, Some(head)) = (end.seq, &last) {
        // Nothing is no copy of this log.
        return Ok(Some(Problem::Cut { seq: 1, published: head.seq }));
    }
    let of_the_copy = heads.into_iter().filter(|signed| signed.head.seq <= end.seq).collect();
    let mut verifier = match Verifier::new(ctx.tenant_id(), of_the_copy, &public_key(ctx)) {
        Ok(verifier) => verifier,
        Err(problem) => return Ok(Some(problem)),
    };
    let checked = verification::push_all(ctx, &mut verifier, |_| std::ops::ControlFlow::Continue(())).await?;
    if let Err(problem) = checked {
        return Ok(Some(problem));
    }
    let left =
        last.filter(|head| head.seq > end.seq).map(|head| EarlierHead { seq: head.seq, hash: head.hash });
    if let Some(left) = left {
        let (tenant, at) = (ctx.tenant_id(), ctx.now());
        let point = Head { tenant, seq: end.seq, hash: end.hash, at, previous: None, restored: Some(left) };
        ctx.witness().publish(&key(ctx).sign(point)).await?;
    }
    if let Some(details) = details.as_object_mut() {
        details.insert("seq".to_owned(), json!(end.seq));
        details.insert("leftBehind".to_owned(), json!(left.map(|left| left.seq)));
    }
    let entry = AuditEntry::about_environment(action, ctx).with(details);
    ctx.write(async |tx| record(ctx, tx, entry).await).await?;
    Ok(None)
}

/// Finds out what is wrong, all of it from the first event on, and writes it down.
async fn refused(ctx: &Ctx) -> Result<Publication> {
    let found = verification::verify(ctx, |_, _| std::ops::ControlFlow::Continue(())).await?;
    match found.and_then(|found| found.problem) {
        Some(problem) => Ok(Publication::Refused(problem)),
        // Whatever it was, it is not there any more; the next turn will do.
        None => Ok(Publication::Unchanged),
    }
}
