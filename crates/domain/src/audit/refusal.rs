//! Noting what somebody tried and may not, without letting them fill the log with it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use kernel::{Instant, Result, TenantId};
use serde_json::json;

use super::{AuditEntry, record};
use crate::Ctx;

/// After a refusal was noted, the same ones are only counted for this long, in seconds.
const QUIET_SECONDS: i64 = 60;
/// The most refusals that are counted at a time; beyond that, those of more than a minute ago are forgotten.
const CAPACITY: usize = 10_000;

/// The environment, and who tried what.
type Key = (TenantId, String);

/// Refusals of late, by who and what. Of this server alone: several note a little more.
#[derive(Debug, Clone, Default)]
pub(crate) struct Refusals(Arc<Mutex<HashMap<Key, Recent>>>);

#[derive(Debug)]
struct Recent {
    noted_at: Instant,
    left_out: u64,
}

impl Refusals {
    /// How many there were since one was last noted, this one included; `None` when this one is not to be.
    fn count(&self, key: Key, now: Instant) -> Option<u64> {
        let mut recent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_quiet = |noted_at: Instant| (0..QUIET_SECONDS).contains(&(now - noted_at).num_seconds());
        match recent.get_mut(&key) {
            Some(known) if is_quiet(known.noted_at) => {
                known.left_out += 1;
                return None;
            }
            Some(known) => {
                known.noted_at = now;
                return Some(1 + std::mem::take(&mut known.left_out));
            }
            None => {}
        }
        if recent.len() >= CAPACITY {
            recent.retain(|_, known| is_quiet(known.noted_at));
        }
        if recent.len() >= CAPACITY {
            return None;
        }
        recent.insert(key, Recent { noted_at: now, left_out: 0 });
        Some(1)
    }
}

/// Notes that the actor asked for something they may not do, as [`record_seldom`] does. What nobody who is
/// signed in asks is not noted.
pub async fn note_refusal(ctx: &Ctx, tried: &str) -> Result<()> {
    let Some(user) = ctx.actor().user_id() else { return Ok(()) };
    let entry = AuditEntry::about_environment("access.refused", ctx).with(json!({ "tried": tried }));
    record_seldom(ctx, &format!("{user} {tried}"), entry).await
}

/// Appends an event that somebody can bring about as often as they like: the first with this key at once,
/// then one a minute at most, which says how many `times` it was since the last.
pub async fn record_seldom(ctx: &Ctx, key: &str, mut entry: AuditEntry) -> Result<()> {
    let key = (ctx.tenant_id(), format!("{} {key}", entry.action));
    let Some(times) = ctx.refusals().count(key, ctx.now()) else { return Ok(()) };
    if let Some(details) = entry.details.as_object_mut() {
        details.insert("times".to_owned(), times.into());
    }
    ctx.write(async |tx| record(ctx, tx, entry).await).await
}

#[cfg(test)]
mod tests {
    use kernel::{Clock, FixedClock, SeededRandom};

    use super::*;

    #[test]
    fn a_refusal_is_noted_at_once_and_then_once_a_minute_with_how_often_it_was() {
        let (clock, random) = (FixedClock::default(), SeededRandom::new(1));
        let tenant = TenantId::generate(&clock, &random);
        let refusals = Refusals::default();
        let count = |what: &str, seconds: i64| {
            clock.advance(chrono::Duration::seconds(seconds));
            refusals.count((tenant, what.to_owned()), clock.now())
        };
        assert_eq!(count("createForm", 0), Some(1));
        assert_eq!(count("createForm", 1), None);
        assert_eq!(count("startExport", 0), Some(1));
        assert_eq!(count("createForm", 1), None);
        assert_eq!(count("createForm", 60), Some(3));
        assert_eq!(count("createForm", 60), Some(1));
    }

    #[test]
    fn they_never_take_more_memory_than_they_may() {
        let (clock, random) = (FixedClock::default(), SeededRandom::new(1));
        let tenant = TenantId::generate(&clock, &random);
        let refusals = Refusals::default();
        for turn in 0..CAPACITY + 5 {
            refusals.count((tenant, turn.to_string()), clock.now());
        }
        assert_eq!(refusals.0.lock().unwrap().len(), CAPACITY);
    }
}
