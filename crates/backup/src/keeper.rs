//! The one who holds a key that opens back-ups, away from the server: proves every back-up, and lets itself be tested.

use std::collections::HashSet;

use chrono::Duration;
use kernel::{Instant, Random, TenantId};
use ledger::PublicKey;
use object_store::path::Path;
use tenancy::{BackupDrill, BackupLog};

use crate::{
    fetch::{Backup, BadBackup},
    layout::Layout,
    manifest::Tier,
    prove::{Prover, Unproven, prove},
    signed::Statement,
    store::{Store, StoreError},
    verdict::{Drill, Verdict},
};

/// Drills are held this long after each other, at least.
const BETWEEN_DRILLS: Duration = Duration::hours(23);

/// Proves back-ups in stores.
pub struct Keeper<'a> {
    /// What it proves with.
    pub prover: Prover<'a>,
    /// What manifests are checked with.
    pub installation: &'a PublicKey,
    /// For choosing what to damage.
    pub random: &'a dyn Random,
}

impl Keeper<'_> {
    /// Proves every back-up of a store of which nothing is said yet, the latest first. `tell` hears of each. Those that
    /// cannot be looked at now wait for the next round.
    pub async fn round(&self, store: &Store, mut tell: impl FnMut(&Verdict)) -> Result<(), StoreError> {
        for (tenant, sequence) in self.unproven(store).await? {
            let begun_at = self.prover.domain.now();
            let proven = self.prove(store, (tenant, sequence)).await;
            let (about, moments) = ((tenant, store.tier(), sequence), (begun_at, self.prover.domain.now()));
            match (Verdict::of(about, &proven, moments), proven) {
                (Some(verdict), _) => {
                    match verdict.keep(store, &self.prover.identity.signing_key()).await {
                        // Another keeper was first.
                        Ok(()) | Err(StoreError::Exists(_)) => {}
                        Err(error) => return Err(error),
                    }
                    tell(&verdict);
                }
                (None, Err(error)) => tracing::warn!(%tenant, sequence, %error, "cannot be proven now"),
                (None, Ok(_)) => {}
            }
        }
        Ok(())
    }

    /// Reads one back-up of a store with one bit wrong and tries to prove it, when the last such drill is of a day ago.
    /// That must fail: one who finds everything proven is no use. Nothing when there is no back-up to do it with.
    pub async fn drill(&self, store: &Store) -> Result<Option<Drill>, Unproven> {
        let now = self.prover.domain.now();
        let held = store.list_all(&Layout::drills(store.tier())).await.map_err(BadBackup::from)?;
        if held.last().is_some_and(|last| last.location >= Layout::drill(store.tier(), now - BETWEEN_DRILLS))
        {
            return Ok(None);
        }
        let Some((tenant, sequence)) = self.some_backup(store).await.map_err(BadBackup::from)? else {
            return Ok(None);
        };
        let backup = Backup::find(store, (tenant, sequence), self.installation).await?;
        let (path, bytes) = self.some_object(&backup).await?;
        let byte = self.below(bytes);
        let spoilt = store.spoilt(path.clone(), byte);
        let proven = self.prove(&spoilt, (tenant, sequence)).await;
        let (is_noticed, found) = match &proven {
            Ok(_) => (false, "nothing".to_owned()),
            Err(error) => (error.is_verdict(), error.to_string()),
        };
        let (format, damage) = (Drill::FORMAT.to_owned(), (path.to_string(), byte));
        let drill =
            Drill { format, tier: store.tier(), tenant, sequence, damage, at: now, is_noticed, found };
        drill.keep(store, &self.prover.identity.signing_key()).await.map_err(BadBackup::from)?;
        Ok(Some(drill))
    }

    async fn prove(&self, store: &Store, about: (TenantId, u64)) -> Result<crate::prove::Proof, Unproven> {
        let backup = Backup::find(store, about, self.installation).await?;
        prove(&backup, &self.prover).await
    }

    async fn unproven(&self, store: &Store) -> Result<Vec<(TenantId, u64)>, StoreError> {
        let mut unproven = Vec::new();
        for tenant in tenants(store).await? {
            let said = store.list_all(&Layout::of(tenant, store.tier()).proofs()).await?;
            let said: HashSet<u64> =
                said.iter().filter_map(|proof| Layout::sequence(&proof.location)).collect();
            let all = Backup::list(store, tenant).await?;
            let of_tenant = all.into_iter().rev().filter(|sequence| !said.contains(sequence));
            unproven.extend(of_tenant.map(|sequence| (tenant, sequence)));
        }
        Ok(unproven)
    }

    /// The latest back-up of one of the environments.
    async fn some_backup(&self, store: &Store) -> Result<Option<(TenantId, u64)>, StoreError> {
        let tenants = tenants(store).await?;
        let begin = self.below(tenants.len() as u64);
        let begin = usize::try_from(begin).unwrap_or_default();
        for tenant in tenants.iter().cycle().skip(begin).take(tenants.len()) {
            if let Some(sequence) = Backup::list(store, *tenant).await?.pop() {
                return Ok(Some((*tenant, sequence)));
            }
        }
        Ok(None)
    }

    /// One of the objects of a back-up, and its bytes.
    async fn some_object(&self, backup: &Backup<'_>) -> Result<(Path, u64), BadBackup> {
        let objects = backup.objects().await?;
        let chosen = usize::try_from(self.below(objects.len() as u64)).unwrap_or_default();
        objects.into_iter().nth(chosen).ok_or_else(|| StoreError::Missing("any object".to_owned()).into())
    }

    /// A number below `end`, by chance.
    fn below(&self, end: u64) -> u64 {
        let mut bytes = [0_u8; 8];
        self.random.fill(&mut bytes);
        u64::from_be_bytes(bytes).checked_rem(end).unwrap_or_default()
    }
}

/// The environments that have a folder in a store.
pub(crate) async fn tenants(store: &Store) -> Result<Vec<TenantId>, StoreError> {
    let folders = store.folders(&Layout::all(store.tier())).await?;
    Ok(folders.iter().filter_map(Layout::tenant).collect())
}

/// Whether the one who proves back-ups can be relied upon, by the last drill of each store: a back-up that was damaged on
/// purpose, and must not pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeeperHealth {
    /// Both were noticed, at this moment at the earliest.
    Fine(Instant),
    /// There was none yet, and nothing to hold one with for as long as a keeper may take.
    New,
    /// There was none.
    Never,
    /// It was noticed, too long ago.
    Late(Instant),
    /// It was not noticed.
    Unnoticed(Instant),
}

impl KeeperHealth {
    /// As it is written down.
    pub async fn read(log: &BackupLog, now: Instant) -> kernel::Result<Self> {
        Ok(Self::of(&log.last_drills().await?, log.first_made_at().await?, now))
    }

    /// The worst of both stores. `first_made_at` is when there was a back-up for the first time.
    fn of(last: &[BackupDrill], first_made_at: Option<Instant>, now: Instant) -> Self {
        let of_store = |tier| match last.iter().find(|drill| drill.tier == tier) {
            Some(drill) if !drill.is_noticed => Self::Unnoticed(drill.at),
            Some(drill) if is_long_ago(drill.at, now) => Self::Late(drill.at),
            Some(drill) => Self::Fine(drill.at),
            None if first_made_at.is_some_and(|at| is_long_ago(at, now)) => Self::Never,
            None => Self::New,
        };
        let [hot, cold] = Tier::ALL.map(of_store);
        match (hot, cold) {
            (Self::Fine(hot), Self::Fine(cold)) => Self::Fine(hot.min(cold)),
            (hot, cold) => hot.max(cold),
        }
    }

    /// When the drill was that tells.
    #[must_use]
    pub fn drill_at(self) -> Option<Instant> {
        match self {
            Self::Fine(at) | Self::Late(at) | Self::Unnoticed(at) => Some(at),
            Self::New | Self::Never => None,
        }
    }
}

fn is_long_ago(at: Instant, now: Instant) -> bool {
    now - at > BETWEEN_DRILLS + Duration::hours(3)
}

#[cfg(test)]
mod tests {
    use kernel::{Clock, FixedClock};

    use super::*;

    fn ago(hours: i64) -> Instant {
        FixedClock::default().now() - Duration::hours(hours)
    }

    fn drill(tier: Tier, hours: i64, is_noticed: bool) -> BackupDrill {
        BackupDrill { tier, at: ago(hours), is_noticed, found: String::new() }
    }

    fn of(last: &[BackupDrill], first_made: Option<i64>) -> KeeperHealth {
        KeeperHealth::of(last, first_made.map(ago), ago(0))
    }

    #[test]
    fn bak_14_a_damaged_back_up_that_nobody_noticed_is_told_whatever_the_other_store_says() {
        let hot = |hours, is_noticed| drill(Tier::Hot, hours, is_noticed);
        let cold = |hours, is_noticed| drill(Tier::Cold, hours, is_noticed);
        assert_eq!(of(&[hot(2, true), cold(3, true)], Some(100)), KeeperHealth::Fine(ago(3)));
        assert_eq!(of(&[hot(1, false), cold(0, true)], Some(1)), KeeperHealth::Unnoticed(ago(1)));
        assert_eq!(of(&[hot(28, true), cold(1, false)], None), KeeperHealth::Unnoticed(ago(1)));
        assert_eq!(of(&[hot(25, true), cold(26, true)], None), KeeperHealth::Fine(ago(26)));
        assert_eq!(of(&[hot(1, true), cold(28, true)], None), KeeperHealth::Late(ago(28)));
        assert_eq!(of(&[hot(1, true)], Some(26)), KeeperHealth::New);
        assert_eq!(of(&[hot(1, true)], Some(28)), KeeperHealth::Never);
        assert_eq!(of(&[], None), KeeperHealth::New);
    }
}
