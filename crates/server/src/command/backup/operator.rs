//! What the operator sees of back-ups, and has put back: from the control database, while the server runs.

use std::time::Duration;

use ::backup::desk::{self, RestoreWish};
use anyhow::{Result, anyhow, bail};
use kernel::{Error, RestoreId};
use tenancy::{BackupRun, BackupState, Restore, RestoreState};

use super::screen;
use crate::{App, command::support};

/// How often is looked how far it is.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// One line on every back-up that is known.
pub(super) async fn runs(app: &App, slug: Option<&str>, last: u64) -> Result<()> {
    let tenants = match slug {
        Some(slug) => vec![support::entry(app, slug).await?],
        None => app.tenancy.list_tenants().await?,
    };
    for tenant in tenants {
        for run in app.tenancy.backups().of(tenant.id, last).await? {
            println!("{}", line(tenant.slug.as_str(), &run));
        }
    }
    Ok(())
}

fn line(slug: &str, run: &BackupRun) -> String {
    let state = match (run.state, run.removed_at) {
        (_, Some(at)) => format!("removed {}", at.format("%Y-%m-%d")),
        (BackupState::Running, None) => format!("being made: {} of {} bytes", run.progress.0, run.progress.1),
        (BackupState::Failed, None) => format!("failed: {}", run.failure.as_deref().unwrap_or_default()),
        (BackupState::Refuted, None) => match run.proof.as_ref().map(|proof| &proof.outcome) {
            Some(Err(reason)) => format!("no good: {reason}"),
            _ => "no good".to_owned(),
        },
        (state, None) => state.as_str().to_owned(),
    };
    let moment = run.made.map_or(run.due_at, |made| made.taken_at).format("%Y-%m-%d %H:%M UTC");
    let bytes = run.made.map_or(0, |made| made.database_bytes + made.file_bytes);
    let (id, tier, reason) = (run.id, run.tier.as_str(), run.reason.as_str());
    format!("{id}  {slug:<16}  {tier:<4}  {reason:<8}  {moment}  {bytes:>14} bytes  {state}")
}

/// Asks for it, and waits until it is done.
pub(super) async fn restore(
    app: &App,
    slug: &str,
    (backup, reason, confirm): (&str, &str, &str),
) -> Result<()> {
    let tenant = support::entry(app, slug).await?;
    let ctx = support::open(app, slug).await?;
    let wish = RestoreWish {
        backup: backup
            .parse()
            .map_err(|_| anyhow!("--backup is an id that `waarborg backup runs` prints"))?,
        reason: reason.to_owned(),
        confirmation: confirm.to_owned(),
    };
    let asked = desk::ask_restore(&ctx, &app.tenancy.backups(), (wish, &tenant.name)).await;
    let asked = asked.map_err(in_words)?;
    drop(ctx);
    println!("{}  asked; the running server takes it on", asked.id);
    follow(app, &asked).await
}

async fn follow(app: &App, asked: &Restore) -> Result<()> {
    let mut told = asked.state;
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let Some(now) = app.tenancy.backups().find_restore(asked.id).await? else { bail!("it is gone") };
        if now.state == told {
            continue;
        }
        told = now.state;
        println!("{}  {}", asked.id, told.as_str());
        match told {
            RestoreState::Done => return Ok(()),
            RestoreState::Failed => {
                let (code, details) = now.failure.unwrap_or_default();
                bail!("the environment is as it was: {code}: {details}");
            }
            RestoreState::Cancelled => bail!("it was taken back; the environment is as it was"),
            _ => {}
        }
    }
}

/// Takes the wish back.
pub(super) async fn cancel(app: &App, slug: &str, id: &str) -> Result<()> {
    let ctx = support::open(app, slug).await?;
    let id: RestoreId = id.parse().map_err(|_| anyhow!("--id is what `waarborg backup restore` told"))?;
    desk::cancel_restore(&ctx, &app.tenancy.backups(), id).await.map_err(in_words)?;
    println!("{id}  cancelled");
    Ok(())
}

/// What the screens say in sentences.
fn in_words(error: Error) -> anyhow::Error {
    let Error::Invalid(errors) = error else { return error.into() };
    let sentence = |code| match code {
        "REASON_INVALID" => "--reason is 1 to 500 characters on one line.",
        "CONFIRMATION_DIFFERS" => "--confirm is not the environment's name: `waarborg tenant list` tells it.",
        other => screen::refusal(other),
    };
    anyhow!(errors.0.iter().map(|error| sentence(error.code)).collect::<Vec<_>>().join(" "))
}
