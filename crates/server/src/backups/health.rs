//! What is wrong with back-ups, for whoever watches over them.

use std::fmt;

use ::backup::{KeeperHealth, Tier, overdue_since};
use chrono::TimeDelta;
use kernel::{Instant, Result};
use tenancy::BackupStanding;

use crate::App;

/// How long a back-up may wait for its proof.
const PROOF_WITHIN: TimeDelta = TimeDelta::hours(6);
/// How long a new environment may be without any.
const NEW_FOR: TimeDelta = TimeDelta::hours(1);

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// There is none yet, or the last one is too old.
    Overdue { slug: String, tier: Tier, last: Option<Instant> },
    /// The last ones were made and nobody has said anything of them.
    Unproven { slug: String, tier: Tier, since: Instant },
    /// The last one that was looked at is no good.
    Refuted { slug: String, tier: Tier, reason: String },
    /// Nobody was given a damaged one for too long.
    KeeperDead { last: Option<Instant> },
    /// Nobody noticed a damaged one.
    KeeperBlind { at: Instant },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overdue { slug, tier, last: None } => write!(f, "{slug}: there is no {tier} back-up"),
            Self::Overdue { slug, tier, last: Some(last) } => {
                write!(f, "{slug}: the last {tier} back-up is of {last}")
            }
            Self::Unproven { slug, tier, since } => {
                write!(f, "{slug}: no {tier} back-up was proven since {since}")
            }
            Self::Refuted { slug, tier, reason } => {
                write!(f, "{slug}: the last {tier} back-up is no good: {reason}")
            }
            Self::KeeperDead { last: None } => write!(f, "the keeper has never held a drill"),
            Self::KeeperDead { last: Some(last) } => {
                write!(f, "the keeper must be taken for dead: its last drill is of {last}")
            }
            Self::KeeperBlind { at } => {
                write!(f, "the keeper must be taken for dead: it did not notice a damaged back-up at {at}")
            }
        }
    }
}

/// How an environment stands in one store, the worse the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Health {
    /// The last one is proven, or will be.
    Fine,
    /// There is none yet, of an environment that has just come.
    New,
    /// None is proven yet, and there is still time for it.
    Waiting,
    /// The last ones were made and nobody has said anything of them.
    Unproven,
    /// The last one that was looked at is no good.
    Refuted,
    /// The last one is too old.
    Overdue,
    /// There is none.
    Missing,
}

/// How an environment that was made at a moment stands.
pub(crate) fn health(tier: Tier, (standing, created_at): (&BackupStanding, Instant), now: Instant) -> Health {
    let is_new = now - created_at < NEW_FOR;
    match (standing.taken_at(), standing.unproven_since()) {
        (None, _) if is_new => Health::New,
        (None, _) => Health::Missing,
        (last, _) if overdue_since(tier, last, now).is_some() => Health::Overdue,
        _ if standing.refuted > standing.proven => Health::Refuted,
        (_, Some(since)) if now - since > PROOF_WITHIN => Health::Unproven,
        _ if standing.proven.is_none() => Health::Waiting,
        _ => Health::Fine,
    }
}

/// What is wrong now.
pub(crate) async fn problems(app: &App) -> Result<Vec<Problem>> {
    let (log, now) = (app.tenancy.backups(), app.domain.now());
    let (standings, mut found) = (log.standings().await?, Vec::new());
    for tenant in app.tenancy.list_tenants().await?.iter().filter(|tenant| tenant.status.has_address()) {
        for tier in Tier::ALL {
            let standing = standings.get(&(tenant.id, tier)).copied().unwrap_or_default();
            let (slug, last) = (tenant.slug.to_string(), standing.taken_at());
            found.extend(match health(tier, (&standing, tenant.created_at), now) {
                Health::Fine | Health::New | Health::Waiting => None,
                Health::Missing | Health::Overdue => Some(Problem::Overdue { slug, tier, last }),
                Health::Unproven => {
                    standing.unproven_since().map(|since| Problem::Unproven { slug, tier, since })
                }
                Health::Refuted => {
                    let reason = log.last_refutation(tenant.id, tier).await?.unwrap_or_default();
                    Some(Problem::Refuted { slug, tier, reason })
                }
            });
        }
    }
    found.extend(match KeeperHealth::read(&log, now).await? {
        KeeperHealth::Fine(_) | KeeperHealth::New => None,
        KeeperHealth::Never => Some(Problem::KeeperDead { last: None }),
        KeeperHealth::Late(at) => Some(Problem::KeeperDead { last: Some(at) }),
        KeeperHealth::Unnoticed(at) => Some(Problem::KeeperBlind { at }),
    });
    Ok(found)
}

#[cfg(test)]
mod tests {
    use kernel::{Clock, FixedClock};

    use super::*;

    fn ago(hours: i64) -> Instant {
        FixedClock::default().now() - TimeDelta::hours(hours)
    }

    fn of(standing: BackupStanding) -> Health {
        let (now, long_ago) = (FixedClock::default().now(), ago(1_000));
        health(Tier::Hot, (&standing, long_ago), now)
    }

    #[test]
    fn what_is_late_unproven_or_no_good_is_told() {
        let none = BackupStanding::default();
        assert_eq!(of(none), Health::Missing);
        let now = FixedClock::default().now();
        assert_eq!(health(Tier::Hot, (&none, now), now), Health::New, "a new one has its first at once");
        let proven = BackupStanding { proven: Some(ago(1)), ..none };
        assert_eq!(of(proven), Health::Fine);
        assert_eq!(of(BackupStanding { proven: Some(ago(13)), ..none }), Health::Overdue);
        let made = BackupStanding { made: Some(ago(1)), made_since: Some(ago(1)), ..none };
        assert_eq!(of(made), Health::Waiting);
        assert_eq!(of(BackupStanding { proven: Some(ago(12)), ..made }), Health::Fine);
        let waits = BackupStanding { made_since: Some(ago(9)), proven: Some(ago(20)), ..made };
        assert_eq!(of(waits), Health::Unproven);
        assert_eq!(
            of(BackupStanding { proven: Some(ago(0)), ..waits }),
            Health::Fine,
            "a later one is proven"
        );
        assert_eq!(of(BackupStanding { refuted: Some(ago(2)), ..made }), Health::Refuted);
        assert_eq!(of(BackupStanding { refuted: Some(ago(2)), ..proven }), Health::Fine);
        assert_eq!(of(BackupStanding { refuted: Some(ago(30)), ..none }), Health::Overdue);
    }
}
