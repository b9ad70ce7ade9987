//! Signing the end of the chain, and taking it to the witness.

use kernel::{Actor, Error, Result};
use ledger::{EarlierHead, Head, HeadKey, Problem, PublicKey, SignedHead, Verifier};

use super::{chain, state, verification};
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
    let signed = key(ctx).sign(Head { tenant: ctx.tenant_id(), seq, hash, at: ctx.now(), previous });
    ctx.witness().publish(&signed).await?;
    state::note_published(ctx, &signed.head).await?;
    Ok(Publication::Published(signed))
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
