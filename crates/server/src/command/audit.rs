use std::{
    fs::File,
    io::{BufRead, BufReader, BufWriter, Write},
    ops::ControlFlow,
    path::Path,
};

use anyhow::{Context, Result, bail};
use domain::{Ctx, audit};
use ledger::{Event, LogHeader, PublicKey, Restore, SignedHead, Verified, Verifier};

use super::support;
use crate::{App, Settings, cli::AuditCommand};

/// Events copied at a time.
const PAGE: u64 = 2_000;

/// Copies audit logs and checks them.
pub(crate) async fn run(command: AuditCommand) -> Result<()> {
    match command {
        AuditCommand::Export { tenant, output, settings } => export(&settings, &tenant, &output).await,
        AuditCommand::Verify { file: Some(file), heads, public_key, .. } => {
            let heads = heads.context("--heads is needed: without it a cut tail goes unseen")?;
            let key = public_key.context("--public-key is needed")?;
            print(&verify_copy(&file, &heads, &key.parse()?)?);
            Ok(())
        }
        AuditCommand::Verify { slug, settings, .. } => {
            let slug = slug.context("either --file or --slug is needed")?;
            verify_live(&settings, &slug).await
        }
        AuditCommand::RestorePoint { tenant, settings } => restore_point(&settings, &tenant).await,
        AuditCommand::PublicKey { tenant, settings } => {
            let app = settings.start().await?;
            println!("{}", audit::public_key(&system(&app, &tenant).await?));
            app.close().await;
            Ok(())
        }
    }
}

async fn system(app: &App, slug: &str) -> Result<Ctx> {
    Ok(app.as_system(&support::entry(app, slug).await?).await?)
}

/// A line of JSON for the header, then one for each event, what is personal still sealed.
async fn export(settings: &Settings, slug: &str, output: &Path) -> Result<()> {
    let app = settings.start().await?;
    let ctx = system(&app, slug).await?;
    let file = File::create_new(output).with_context(|| format!("cannot make {}", output.display()))?;
    let mut lines = BufWriter::new(file);
    serde_json::to_writer(&mut lines, &LogHeader::new(ctx.tenant_id(), ctx.now()))?;
    lines.write_all(b"\n")?;
    let mut seq = 0;
    loop {
        let page = audit::copy_page(&ctx, seq, PAGE).await?;
        let Some(last) = page.last() else { break };
        seq = last.seq;
        for event in &page {
            serde_json::to_writer(&mut lines, event)?;
            lines.write_all(b"\n")?;
        }
    }
    lines.into_inner().context("the copy could not be written")?.sync_all()?;
    println!("{seq} events; check them with --public-key {}", audit::public_key(&ctx));
    drop(ctx);
    app.close().await;
    Ok(())
}

async fn verify_live(settings: &Settings, slug: &str) -> Result<()> {
    let app = settings.start().await?;
    let ctx = system(&app, slug).await?;
    let found = audit::verify(&ctx, |_, _| ControlFlow::Continue(())).await?;
    drop(ctx);
    app.close().await;
    match found.and_then(|found| found.problem.map(|problem| (found.seq, problem))) {
        Some((seq, problem)) => bail!("sound up to event {seq}; then: {problem} ({})", problem.code()),
        None => println!("the audit log of {slug} is as it was written"),
    }
    Ok(())
}

async fn restore_point(settings: &Settings, slug: &str) -> Result<()> {
    let app = settings.start().await?;
    let ctx = system(&app, slug).await?;
    let found = audit::record_restore_point(&ctx).await?;
    drop(ctx);
    app.close().await;
    match found {
        Some(problem) => bail!("this is no copy of the log as it was: {problem} ({})", problem.code()),
        None => println!("the log of {slug} says that it was put back from a copy, and goes on from there"),
    }
    Ok(())
}

/// Checks a copy against published heads, with the public key alone: no database, no master key.
fn verify_copy(file: &Path, heads: &Path, key: &PublicKey) -> Result<Verified> {
    let name = file.display();
    let mut lines = BufReader::new(File::open(file).with_context(|| format!("cannot open {name}"))?).lines();
    let header = lines.next().with_context(|| format!("{name} is empty"))??;
    let header: LogHeader =
        serde_json::from_str(&header).with_context(|| format!("line 1 of {name} is no header"))?;
    if header.format != LogHeader::FORMAT {
        bail!("{name} is of the format {}, this program knows {}", header.format, LogHeader::FORMAT);
    }
    let of_tenant = heads.join(header.tenant.to_string());
    let heads = read_heads(if of_tenant.is_dir() { &of_tenant } else { heads })?;
    if heads.is_empty() {
        bail!("there is not one published head: a cut tail or an older copy would go unseen");
    }
    let verifier = Verifier::new(header.tenant, heads, key)?;
    let events = lines.zip(2..).map(|(line, number)| -> Result<Event> {
        serde_json::from_str(&line?).with_context(|| format!("line {number} of {name} is no event"))
    });
    Ok(ledger::verify(verifier, events)??)
}

/// All heads of a folder with a file each, or of a file with one on each line.
fn read_heads(place: &Path) -> Result<Vec<SignedHead>> {
    let no_head = |path: &Path| format!("{} holds no published head", path.display());
    if place.is_file() {
        let lines = BufReader::new(File::open(place)?).lines();
        let filled = lines.filter(|line| line.as_ref().map_or(true, |line| !line.trim().is_empty()));
        return filled.map(|line| serde_json::from_str(&line?).with_context(|| no_head(place))).collect();
    }
    let mut heads = Vec::new();
    for entry in std::fs::read_dir(place).with_context(|| format!("cannot read {}", place.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(&path)?;
            heads.push(serde_json::from_str(&text).with_context(|| no_head(&path))?);
        }
    }
    Ok(heads)
}

fn print(found: &Verified) {
    println!("{} events, all as they were written, in one chain", found.seq);
    for Restore { seq, left_behind, at } in &found.restores {
        println!("a copy was put back at {at}: it ends with event {seq}, and leaves {left_behind} behind");
    }
    if let Some((seq, at)) = found.last_head {
        println!("{} published heads lie in it, the last at event {seq} of {at}", found.heads);
        if seq < found.seq {
            println!("events {} to {} came after it: the chain alone vouches for them", seq + 1, found.seq);
        }
    }
}
