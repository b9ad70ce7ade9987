//! All parts, put together.

use std::{future::Future, sync::Arc, time::Duration};

use ::backup::desk::Looks;
use api::{Post, Services};
use auth::{Auth, PasswordSettings};
use domain::{Access, Ctx, Domain, Request, audit::Witness};
use export::Jobs;
use kernel::{Actor, Clock, EmailAddress, Locale, Random, Result, SystemClock, SystemRandom, TenantId};
use mail::Origin;
use tenancy::{Tenancy, TenancyConfig, TenantEntry};
use tokio::net::TcpListener;

use crate::{
    Backups, WitnessFolder, audit_watch,
    backups::{self, OpenLooks},
    healing::heal,
    http::{AppState, ConnectionLimits, HttpSettings, router, serve},
    postman::{Delivery, Postman},
};

/// Exports and imports that run at the same time.
const JOBS_AT_ONCE: usize = 2;

/// Minutes between two published heads of an audit log that grows, unless told otherwise.
pub(crate) const HEAD_MINUTES: u64 = 5;

/// All parts, put together. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// Environments and the way to their databases and files.
    pub tenancy: Arc<Tenancy>,
    /// The product's services.
    pub domain: Domain,
    /// Sign-in.
    pub auth: Arc<Auth>,
    /// Long work.
    pub jobs: Jobs,
    /// What becomes of mails.
    pub delivery: Delivery,
    /// Who is mailed what is wrong, if anybody.
    pub operator: Option<EmailAddress>,
    /// What back-ups are made with, if they are.
    pub backups: Option<Backups>,
    random: Arc<dyn Random>,
    head_interval: Duration,
}

impl App {
    /// Starts everything that has no address yet, on the machine's clock.
    pub async fn start(config: TenancyConfig) -> Result<Self> {
        Self::start_at(config, Arc::new(SystemClock)).await
    }

    /// Starts everything on a chosen clock.
    pub async fn start_at(config: TenancyConfig, clock: Arc<dyn Clock>) -> Result<Self> {
        let random: Arc<dyn Random> = Arc::new(SystemRandom);
        let witness = WitnessFolder::open(&config.data_dir.join("witness"))?;
        let tenancy = Tenancy::start(config, Arc::clone(&clock), Arc::clone(&random)).await?;
        let auth = Auth::new(PasswordSettings::default())?;
        Ok(Self {
            tenancy: Arc::new(tenancy),
            domain: Domain::new(clock, Arc::clone(&random)).with_witness(Arc::new(witness)),
            auth: Arc::new(auth),
            jobs: Jobs::new(JOBS_AT_ONCE),
            delivery: Delivery::default(),
            operator: None,
            backups: None,
            random,
            head_interval: Duration::from_mins(HEAD_MINUTES),
        })
    }

    /// The same, with another place for signed heads of audit logs.
    #[must_use]
    pub fn with_witness(self, witness: Arc<dyn Witness>) -> Self {
        Self { domain: self.domain.with_witness(witness), ..self }
    }

    /// The same, with another time between two published heads.
    #[must_use]
    pub fn with_head_interval(self, head_interval: Duration) -> Self {
        Self { head_interval, ..self }
    }

    /// The product itself at work in an environment: command line and seeding.
    pub async fn as_system(&self, environment: &TenantEntry) -> Result<Ctx> {
        let db = Box::pin(self.tenancy.open(environment)).await?;
        Ok(self.domain.ctx(Request {
            db,
            actor: Actor::System,
            access: Access::default(),
            locale: Locale::default(),
            address: None,
        }))
    }

    /// The environment with this id, if there still is one.
    pub(crate) async fn find_environment(&self, id: TenantId) -> Result<Option<TenantEntry>> {
        Ok(self.tenancy.list_tenants().await?.into_iter().find(|tenant| tenant.id == id))
    }

    /// Answers requests until `shutdown` completes, then ends jobs and closes all databases.
    pub async fn serve(
        &self,
        listener: TcpListener,
        settings: HttpSettings,
        shutdown: impl Future<Output = ()>,
    ) {
        let origin = Origin { local_port: listener.local_addr().map_or(80, |address| address.port()) };
        let postman = Postman::start(self.clone(), origin);
        let has_outbox = matches!(self.delivery, Delivery::Outbox);
        let looks = self.backups.clone().map(|made| Arc::new(OpenLooks::new(self.clone(), made)));
        let opened = looks.clone().map(|looks| looks as Arc<dyn Looks>);
        let schema = api::schema(Services {
            auth: Arc::clone(&self.auth),
            jobs: self.jobs.clone(),
            tenancy: Arc::clone(&self.tenancy),
            post: Post { origin, has_outbox },
            looks: opened.clone(),
        });
        let state = AppState {
            tenancy: Arc::clone(&self.tenancy),
            domain: self.domain.clone(),
            auth: Arc::clone(&self.auth),
            schema,
            looks: opened,
            random: Arc::clone(&self.random),
            settings,
        };
        let watch = tokio::spawn(audit_watch::watch(self.clone(), self.head_interval));
        let backup_watch = match self.backups.clone().zip(looks) {
            Some((made, looks)) => tokio::spawn(backups::watch(self.clone(), made, looks)),
            None => tokio::spawn(heal(self.clone())),
        };
        serve(listener, router(state), ConnectionLimits::default(), shutdown).await;
        postman.stop().await;
        watch.abort();
        backup_watch.abort();
        self.close().await;
    }

    /// Ends jobs, publishes the heads of audit logs that have grown, and closes all databases.
    pub async fn close(&self) {
        self.jobs.shut_down().await;
        audit_watch::publish(self).await;
        self.tenancy.close().await;
    }
}
