//! The one who proves, as a process of its own.

use std::{path::Path, sync::Arc, time::Duration};

use ::backup::{Drill, Handed, Identity, Keeper, Outcome, Prover, Request, Store, Tier, Verdict};
use anyhow::{Context, Result, ensure};
use domain::Domain;
use kernel::{SystemClock, SystemRandom};
use ledger::PublicKey;

use super::placed;
use crate::canary::Canary;

/// Looks after both stores, once or every so often until it is asked to stop.
pub(super) async fn run(
    (identity, installation): (&Identity, &PublicKey),
    scratch: &Path,
    (every, hands_over): (Option<Duration>, bool),
) -> Result<()> {
    let open = |tier| -> Result<Store> {
        let place = placed(tier, None)?;
        place.open(tier).with_context(|| place.to_string())
    };
    let stores = [open(Tier::Hot)?, open(Tier::Cold)?];
    let canary = Canary::new()?;
    let domain = Domain::new(Arc::new(SystemClock), Arc::new(SystemRandom));
    let prover = Prover { identity, scratch, domain: &domain, examiner: &canary };
    let keeper = Keeper { prover, installation, random: &SystemRandom };
    let Some(every) = every else {
        ensure!(Box::pin(round(&keeper, &stores, hands_over)).await, "not all is as it should be");
        return Ok(());
    };
    let working = async {
        loop {
            Box::pin(round(&keeper, &stores, hands_over)).await;
            tokio::time::sleep(every).await;
        }
    };
    tokio::select! {
        () = working => {}
        () = crate::command::asked_to_stop() => {}
    }
    Ok(())
}

/// One look at each store; false when something is wrong.
async fn round(keeper: &Keeper<'_>, stores: &[Store], hands_over: bool) -> bool {
    let mut is_well = true;
    for store in stores {
        if hands_over && let Err(error) = keeper.hand_over(store, tell_handover).await {
            tracing::error!(%error, store = %store.place(), "nothing can be handed over");
        }
        let told = keeper
            .round(store, |verdict| {
                is_well &= matches!(verdict.outcome, Outcome::Proven { .. });
                println!("{}", of_verdict(verdict));
            })
            .await;
        if let Err(error) = told {
            is_well = false;
            tracing::error!(%error, store = %store.place(), "the store cannot be looked at");
        }
        match keeper.drill(store).await {
            Ok(None) => {}
            Ok(Some(drill)) => {
                is_well &= drill.is_noticed;
                println!("{}", of_drill(&drill));
            }
            Err(error) => {
                is_well = false;
                tracing::error!(%error, store = %store.place(), "no drill could be held");
            }
        }
    }
    is_well
}

fn tell_handover(request: &Request, handed: &Handed) {
    let Request { tenant, tier, sequence, restore, .. } = request;
    let told = match handed {
        Handed::Over(parts) => format!("{} parts handed over", parts.len()),
        Handed::Refused(reason) => format!("refused: {reason}"),
    };
    println!("{tenant} {tier} {sequence}, for {restore}: {told}");
}

fn of_verdict(verdict: &Verdict) -> String {
    let Verdict { tenant, tier, sequence, outcome, .. } = verdict;
    let about = format!("{tenant} {tier} {sequence}");
    match outcome {
        Outcome::Proven { rows, files, file_bytes, .. } => {
            let seconds = (verdict.finished_at - verdict.begun_at).as_seconds_f64();
            format!("{about}: proven in {seconds:.1} s: {rows} rows, {files} files of {file_bytes} bytes")
        }
        Outcome::Refuted { reason } => format!("{about}: NO GOOD: {reason}"),
    }
}

fn of_drill(drill: &Drill) -> String {
    let Drill { tier, damage: (object, byte), is_noticed, found, .. } = drill;
    let verdict = if *is_noticed { "noticed" } else { "NOT NOTICED" };
    format!("drill in the {tier} store: byte {byte} of {object} was wrong, {verdict}: {found}")
}
