//! All parts, put together.

use std::{future::Future, sync::Arc};

use api::Services;
use auth::{Auth, PasswordSettings};
use domain::{Access, Ctx, Domain, Request};
use export::Jobs;
use kernel::{Actor, Clock, Locale, Random, Result, SystemClock, SystemRandom};
use tenancy::{Tenancy, TenancyConfig, TenantEntry};
use tokio::net::TcpListener;

use crate::http::{AppState, ConnectionLimits, HttpSettings, router, serve};

/// Exports and imports that run at the same time.
const JOBS_AT_ONCE: usize = 2;

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
    random: Arc<dyn Random>,
}

impl App {
    /// Starts everything that has no address yet, on the machine's clock.
    pub async fn start(config: TenancyConfig) -> Result<Self> {
        Self::start_at(config, Arc::new(SystemClock)).await
    }

    /// Starts everything on a chosen clock.
    pub async fn start_at(config: TenancyConfig, clock: Arc<dyn Clock>) -> Result<Self> {
        let random: Arc<dyn Random> = Arc::new(SystemRandom);
        let tenancy = Tenancy::start(config, Arc::clone(&clock), Arc::clone(&random)).await?;
        let auth = Auth::new(tenancy.keys().clone(), PasswordSettings::default())?;
        Ok(Self {
            tenancy: Arc::new(tenancy),
            domain: Domain::new(clock, Arc::clone(&random)),
            auth: Arc::new(auth),
            jobs: Jobs::new(JOBS_AT_ONCE),
            random,
        })
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

    /// Answers requests until `shutdown` completes, then ends jobs and closes all databases.
    pub async fn serve(
        &self,
        listener: TcpListener,
        settings: HttpSettings,
        shutdown: impl Future<Output = ()>,
    ) {
        let schema = api::schema(Services {
            auth: Arc::clone(&self.auth),
            jobs: self.jobs.clone(),
            tenancy: Arc::clone(&self.tenancy),
        });
        let state = AppState {
            tenancy: Arc::clone(&self.tenancy),
            domain: self.domain.clone(),
            auth: Arc::clone(&self.auth),
            schema,
            random: Arc::clone(&self.random),
            settings,
        };
        serve(listener, router(state), ConnectionLimits::default(), shutdown).await;
        self.close().await;
    }

    /// Ends jobs and closes all databases.
    pub async fn close(&self) {
        self.jobs.shut_down().await;
        self.tenancy.close().await;
    }
}
