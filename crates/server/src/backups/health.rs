//! What is wrong with back-ups, for whoever watches over them.

use std::fmt;

use ::backup::{Tier, is_overdue, overdue_since};
use chrono::TimeDelta;
use kernel::{Instant, Result};
use tenancy::{BackupRun, BackupState};

use crate::App;

/// How long a back-up may wait for its proof.
const PROOF_WITHIN: TimeDelta = TimeDelta::hours(6);
/// Back-ups of an environment that are looked at.
const LOOKED_AT: u64 = 100;

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// There is none yet, or the last one is too old.
    Overdue { slug: String, tier: Tier, last: Option<Instant> },
    /// The last ones were made and nobody has said anything of them.
    Unproven { slug: String, tier: Tier, since: Instant },
    /// The last one that was looked at is no good.
    Refuted { slug: String, tier: Tier, reason: String },
    /// Nobody noticed a damaged one, or nobody was given one.
    KeeperDead { last: Option<Instant> },
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
                write!(f, "the keeper must be taken for dead: its last good drill is of {last}")
            }
        }
    }
}

/// What is wrong now.
pub(crate) async fn problems(app: &App) -> Result<Vec<Problem>> {
    let (log, now) = (app.tenancy.backups(), app.domain.now());
    let mut found = Vec::new();
    for tenant in app.tenancy.list_tenants().await?.iter().filter(|tenant| tenant.status.has_address()) {
        let runs = log.of(tenant.id, LOOKED_AT).await?;
        // A new environment has its first ones at once.
        let is_new = now - tenant.created_at < TimeDelta::hours(1);
        for tier in Tier::ALL {
            let of_tier: Vec<&BackupRun> =
                runs.iter().filter(|run| run.tier == tier && run.state.is_made()).collect();
            found.extend(of_one((tenant.slug.as_str(), tier), &of_tier, (now, is_new)));
        }
    }
    let drill = log.last_drill().await?;
    let good = drill.filter(|drill| drill.is_noticed).map(|drill| drill.at);
    // A keeper that has just begun has had nothing to hold a drill with.
    let since = log.first_made_at().await?;
    if is_overdue(good.or(since), now) && since.is_some() {
        found.push(Problem::KeeperDead { last: good });
    }
    Ok(found)
}

/// What is wrong with those of one environment in one store, the latest first.
fn of_one((slug, tier): (&str, Tier), runs: &[&BackupRun], (now, is_new): (Instant, bool)) -> Vec<Problem> {
    let slug = || slug.to_owned();
    let mut found = Vec::new();
    let last = runs.first().and_then(|run| run.made).map(|made| made.taken_at);
    if (last.is_none() && !is_new) || overdue_since(tier, last, now).is_some() {
        found.push(Problem::Overdue { slug: slug(), tier, last });
    }
    let waiting: Vec<_> = runs.iter().take_while(|run| run.state == BackupState::Made).collect();
    if let Some(since) = waiting.last().and_then(|run| run.finished_at)
        && now - since > PROOF_WITHIN
    {
        found.push(Problem::Unproven { slug: slug(), tier, since });
    }
    let looked_at = runs.iter().find(|run| run.state != BackupState::Made);
    if let Some(Err(reason)) = looked_at.and_then(|run| run.proof.as_ref()).map(|proof| &proof.outcome) {
        found.push(Problem::Refuted { slug: slug(), tier, reason: reason.clone() });
    }
    found
}

#[cfg(test)]
mod tests {
    use kernel::{BackupRunId, Clock, FixedClock, SeededRandom, TenantId};
    use tenancy::{BackupFigures, BackupProof, BackupReason};

    use super::*;

    fn now() -> Instant {
        FixedClock::default().now()
    }

    fn run(hours_ago: i64, state: BackupState) -> BackupRun {
        let (clock, random) = (FixedClock::default(), SeededRandom::new(1));
        let at = now() - TimeDelta::hours(hours_ago);
        let outcome = if state == BackupState::Refuted { Err("a table".to_owned()) } else { Ok(1) };
        BackupRun {
            id: BackupRunId::generate(&clock, &random),
            tenant: TenantId::generate(&clock, &random),
            tier: Tier::Hot,
            reason: BackupReason::Schedule,
            due_at: at,
            state,
            attempts: 1,
            begun_at: at,
            seen_at: at,
            progress: (0, 0),
            finished_at: Some(at),
            made: Some(BackupFigures {
                sequence: 1,
                taken_at: at,
                database_bytes: 1,
                files: 0,
                file_bytes: 0,
            }),
            failure: None,
            proof: (state != BackupState::Made).then_some(BackupProof {
                begun_at: at,
                finished_at: at,
                outcome,
            }),
            removed_at: None,
        }
    }

    fn found(runs: &[BackupRun]) -> Vec<String> {
        let runs: Vec<&BackupRun> = runs.iter().collect();
        let problems = of_one(("acme", Tier::Hot), &runs, (now(), false));
        problems
            .iter()
            .map(|problem| problem.to_string().split(" is of").next().unwrap_or_default().to_owned())
            .collect()
    }

    #[test]
    fn what_is_late_unproven_or_no_good_is_told() {
        use BackupState::{Made, Proven, Refuted};
        assert_eq!(found(&[run(1, Proven), run(13, Proven)]), Vec::<String>::new());
        assert_eq!(found(&[run(1, Made), run(13, Proven)]), Vec::<String>::new());
        assert_eq!(found(&[run(13, Proven)]), ["acme: the last hot back-up"]);
        assert_eq!(found(&[]), ["acme: there is no hot back-up"]);
        assert_eq!(
            found(&[run(1, Made), run(2, Refuted)]),
            ["acme: the last hot back-up is no good: a table"]
        );
        assert_eq!(found(&[run(1, Proven), run(2, Refuted)]), Vec::<String>::new());
        assert!(
            found(&[run(1, Made), run(9, Made), run(20, Proven)])[0]
                .starts_with("acme: no hot back-up was proven since")
        );
    }
}
