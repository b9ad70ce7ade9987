//! Brings mails from the environments' queues to the mail server.
//!
//! A mail that is committed raises its environment's flag, and goes out within seconds. What a server left
//! behind when it stopped is found on a round past all queues: at the start, and every hour. Several
//! servers do this side by side; a mail is claimed before it is sent.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use domain::{Ctx, mail as queue};
use futures::StreamExt;
use kernel::{Instant, Result, TenantId};
use mail::{Origin, Sender, Smtp};
use tenancy::TenantEntry;
use tokio::{sync::watch, task::JoinHandle};

use crate::App;

/// What becomes of mails.
#[derive(Clone, Default)]
pub enum Delivery {
    /// They wait: no mail server is known.
    #[default]
    Waiting,
    /// They go to the mail server.
    Smtp(Smtp),
    /// They are kept for everybody to look at: the demo.
    Outbox,
}

/// How often flags are looked at.
const TICK: Duration = Duration::from_secs(1);
/// How often all queues are looked at.
const ROUND: chrono::Duration = chrono::Duration::hours(1);
/// When a queue that could not be read is tried again.
const AGAIN: chrono::Duration = chrono::Duration::minutes(5);
/// Environments whose mails go out at the same time.
const AT_ONCE: usize = 4;
/// Mails claimed at once: even if each takes a minute, they are done before anybody else may have them.
const CLAIM: u64 = 4;
/// How long a mail on its way may take when the server stops.
const FAREWELL: Duration = Duration::from_secs(10);

/// A postman at work.
pub(crate) struct Postman {
    work: JoinHandle<()>,
    stop: watch::Sender<bool>,
}

impl Postman {
    /// Begins the rounds.
    pub(crate) fn start(app: App, origin: Origin) -> Self {
        let (stop, stopped) = watch::channel(false);
        let bag = Bag { app, origin, stopped };
        Self { work: tokio::spawn(bag.rounds()), stop }
    }

    /// Ends when the mails on their way have arrived. What is cut off is tried again, by whom is there.
    pub(crate) async fn stop(mut self) {
        // Nobody listens when the work has ended already.
        let _ = self.stop.send(true);
        if tokio::time::timeout(FAREWELL, &mut self.work).await.is_err() {
            self.work.abort();
        }
    }
}

struct Bag {
    app: App,
    origin: Origin,
    stopped: watch::Receiver<bool>,
}

impl Bag {
    async fn rounds(mut self) {
        let mut due: BTreeMap<TenantId, Instant> = BTreeMap::new();
        let mut next_round = self.app.domain.now();
        loop {
            tokio::select! {
                _ = self.stopped.wait_for(|stopped| *stopped) => return,
                () = tokio::time::sleep(TICK) => {}
            }
            let now = self.app.domain.now();
            let flags = self.app.domain.mailbox().empty();
            if matches!(self.app.delivery, Delivery::Smtp(_)) {
                due.extend(flags.into_iter().map(|tenant| (tenant, now)));
            }
            let tenants = self.app.tenancy.registry().tenants();
            if now >= next_round {
                next_round = now + ROUND;
                due.extend(tenants.iter().map(|tenant| (tenant.id, now)));
            }
            let ready: Vec<_> = tenants
                .into_iter()
                .filter(|tenant| due.get(&tenant.id).is_some_and(|at| *at <= now))
                .collect();
            due.retain(|_, at| *at > now);
            let visits = futures::stream::iter(ready)
                .map(|tenant| self.visit(tenant))
                .buffer_unordered(AT_ONCE)
                .filter_map(async |next| next);
            due.extend(visits.collect::<Vec<_>>().await);
        }
    }

    /// Sends what waits in an environment; when to come again.
    async fn visit(&self, tenant: Arc<TenantEntry>) -> Option<(TenantId, Instant)> {
        match self.deliver(&tenant).await {
            Ok(next) => next.map(|at| (tenant.id, at)),
            Err(error) => {
                tracing::warn!(tenant = %tenant.slug, %error, "its mails cannot be read; later again");
                Some((tenant.id, self.app.domain.now() + AGAIN))
            }
        }
    }

    async fn deliver(&self, tenant: &TenantEntry) -> Result<Option<Instant>> {
        let ctx = Box::pin(self.app.as_system(tenant)).await?;
        queue::sweep(&ctx).await?;
        match &self.app.delivery {
            Delivery::Smtp(smtp) => self.send_all(&ctx, tenant, smtp).await,
            Delivery::Waiting => {
                let waiting = queue::waiting(&ctx).await?;
                if waiting > 0 {
                    tracing::warn!(tenant = %tenant.slug, waiting, "mails wait: no mail server is set (--smtp-url)");
                }
                Ok(None)
            }
            Delivery::Outbox => Ok(None),
        }
    }

    async fn send_all(&self, ctx: &Ctx, tenant: &TenantEntry, smtp: &Smtp) -> Result<Option<Instant>> {
        let host = tenant.host.to_string();
        let address = self.origin.of(&host);
        let sender = Sender { environment: tenant.name.clone(), host, address };
        while !*self.stopped.borrow() {
            let mails = queue::claim(ctx, CLAIM).await?;
            if mails.is_empty() {
                break;
            }
            for mail in mails {
                let outcome = smtp.send(&mail, &sender).await;
                queue::settle(ctx, &mail, outcome).await?;
            }
        }
        queue::next_attempt_at(ctx).await
    }
}
