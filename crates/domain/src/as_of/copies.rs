//! Copies that were wound back, kept for as long as somebody is likely to look on.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{NaiveDate, TimeDelta};
use kernel::{Instant, Result, TenantId};
use tenancy::TenantDb;
use tokio::sync::{OnceCell, Semaphore};

/// The most copies kept at once, over all environments.
const MOST: usize = 8;
/// How long a copy is used: people and groups in it are as old as it is.
const LIFE: TimeDelta = TimeDelta::minutes(10);
/// Copies made at the same time.
const AT_ONCE: usize = 2;

type Key = (TenantId, NaiveDate);

/// The copies of this server.
#[derive(Clone)]
pub(crate) struct Copies {
    kept: Arc<Mutex<HashMap<Key, Kept>>>,
    turns: Arc<Semaphore>,
}

#[derive(Clone)]
struct Kept {
    made_at: Instant,
    db: Arc<OnceCell<TenantDb>>,
}

impl Default for Copies {
    fn default() -> Self {
        Self { kept: Arc::default(), turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }
}

impl Copies {
    /// The copy, made by the first who asks; others wait for it. A failure is not kept.
    pub(super) async fn get(
        &self,
        key: Key,
        now: Instant,
        making: impl Future<Output = Result<TenantDb>>,
    ) -> Result<TenantDb> {
        let cell = self.cell(key, now);
        let made = cell.get_or_try_init(|| async {
            let _turn = self.turns.acquire().await;
            making.await
        });
        made.await.cloned()
    }

    fn cell(&self, key: Key, now: Instant) -> Arc<OnceCell<TenantDb>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|_, copy| now - copy.made_at < LIFE && now >= copy.made_at);
        if kept.len() >= MOST && !kept.contains_key(&key) {
            let oldest = kept.iter().min_by_key(|(_, copy)| copy.made_at).map(|(key, _)| *key);
            oldest.and_then(|oldest| kept.remove(&oldest));
        }
        Arc::clone(&kept.entry(key).or_insert_with(|| Kept { made_at: now, db: Arc::default() }).db)
    }
}
