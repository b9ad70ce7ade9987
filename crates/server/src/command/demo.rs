use std::{io::Write, path::Path, pin::pin};

use anyhow::{Context, bail};
use domain::user;
use tokio::net::TcpListener;

use crate::{
    App, Delivery, Settings,
    cli::DemoArgs,
    demo::{self, Manifest, prepare},
    http::HttpSettings,
};

/// Runs the product with two made-up customers until asked to stop.
pub(crate) async fn run(args: &DemoArgs) -> anyhow::Result<()> {
    let listener =
        TcpListener::bind(args.listen).await.with_context(|| format!("cannot listen on {}", args.listen))?;
    let port = listener.local_addr()?.port();
    let mut app = App::start(Settings::embedded(&args.data_dir).tenancy()?).await?;
    app.delivery = Delivery::Outbox;
    // Before there is a keeper: it ends with the demo, not when the demo is cut off.
    let mut stop = pin!(super::asked_to_stop());
    let (backups, keeper) = demo::backups(&app, &args.data_dir)?;
    app.backups = Some(backups);
    let manifest = tokio::select! {
        manifest = Box::pin(prepare(&app, &args.data_dir, eprint_step)) => manifest?,
        () = &mut stop => return Ok(()),
    };
    let announce = if args.json { manifest.ready_line(port)? } else { manifest.in_words(port) };
    let mut out = std::io::stdout();
    writeln!(out, "{announce}").and_then(|()| out.flush()).context("nobody reads what is announced")?;
    app.serve(listener, HttpSettings::default(), stop).await;
    // It went with the demo; told apart from one that was never there.
    drop(keeper);
    Ok(())
}

#[allow(clippy::print_stderr, reason = "progress for the one who waits")]
fn eprint_step(step: &str) {
    eprintln!("{step}");
}

/// Prints the current code of a demo user's authenticator app.
pub(crate) async fn code(login: &str, data_dir: &Path) -> anyhow::Result<()> {
    let manifest =
        Manifest::read(data_dir)?.context("there is no demo in this folder yet: start it first")?;
    let app = App::start(Settings::embedded(data_dir).tenancy()?).await?;
    for environment in manifest.environments {
        let entries = app.tenancy.list_tenants().await?;
        let Some(entry) = entries.into_iter().find(|entry| entry.slug.as_str() == environment.slug) else {
            continue;
        };
        let ctx = app.as_system(&entry).await?;
        if let Some(user) = user::find_by_login(&ctx, login).await? {
            println!("{}", app.auth.current_code(&ctx, user.id).await?.expose());
            return Ok(());
        }
    }
    bail!("nobody in the demo signs in as {login}")
}
