use std::net::SocketAddr;

use anyhow::Context;
use mail::Smtp;
use tenancy::TrustedProxies;
use tokio::net::TcpListener;

use crate::{BackupSettings, Delivery, Settings, http::HttpSettings, mail_settings::MailSettings};

/// Serves all environments until asked to stop.
pub(crate) async fn run(
    listen: SocketAddr,
    settings: &Settings,
    (mail, backups): (&MailSettings, &BackupSettings),
) -> anyhow::Result<()> {
    let listener = TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
    let smtp = mail.smtp()?;
    let backups = backups.backups(&settings.data_dir)?;
    if backups.is_none() {
        tracing::warn!("no back-ups are made: set WAARBORG_BACKUP_HOT and WAARBORG_BACKUP_COLD");
    }
    let mut app = settings.start().await?;
    app.backups = backups;
    if let Some(settings) = smtp {
        app.delivery = Delivery::Smtp(Smtp::new(&settings)?);
        app.operator = mail.operator();
    } else {
        tracing::warn!("no mail server is set (--smtp-url): mails wait in their queues");
    }
    let stop = super::asked_to_stop();
    println!("Waarborg listens on {listen}");
    let http = HttpSettings {
        proxies: TrustedProxies::new(settings.trusted_proxies.clone()),
        ..HttpSettings::default()
    };
    app.serve(listener, http, stop).await;
    Ok(())
}
