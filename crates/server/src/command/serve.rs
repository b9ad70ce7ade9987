use std::net::SocketAddr;

use anyhow::Context;
use mail::Smtp;
use tenancy::TrustedProxies;
use tokio::net::TcpListener;

use crate::{Delivery, Settings, http::HttpSettings, mail_settings::MailSettings};

/// Serves all environments until asked to stop.
pub(crate) async fn run(listen: SocketAddr, settings: &Settings, mail: &MailSettings) -> anyhow::Result<()> {
    let listener = TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
    let smtp = mail.smtp()?;
    let mut app = settings.start().await?;
    if let Some(settings) = smtp {
        app.delivery = Delivery::Smtp(Smtp::new(&settings)?);
    } else {
        tracing::warn!("no mail server is set (--smtp-url): mails wait in their queues");
    }
    println!("Waarborg listens on {listen}");
    let http = HttpSettings {
        proxies: TrustedProxies::new(settings.trusted_proxies.clone()),
        ..HttpSettings::default()
    };
    app.serve(listener, http, super::asked_to_stop()).await;
    Ok(())
}
