use std::net::SocketAddr;

use anyhow::Context;
use tokio::net::TcpListener;

use crate::{App, Settings, http::HttpSettings};

/// Serves all environments until asked to stop.
pub(crate) async fn run(listen: SocketAddr, settings: &Settings) -> anyhow::Result<()> {
    let listener = TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
    let app = App::start(settings.tenancy()?).await?;
    println!("Waarborg listens on {listen}");
    let http = HttpSettings { proxies: settings.trusted_proxies.clone(), ..HttpSettings::default() };
    app.serve(listener, http, super::asked_to_stop()).await;
    Ok(())
}
