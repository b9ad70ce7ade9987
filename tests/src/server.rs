//! The whole product in this process.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use auth::{Auth, PasswordSettings};
use kernel::FixedClock;
use server::{App, http::HttpSettings};
use tenancy::{FirewallConfig, FirewallLimits, TenancyConfig, TrustedProxies, testing::TestTenancy};
use tokio::{net::TcpListener, sync::OnceCell, task::JoinHandle};

use crate::{Engine, Environment, RawReply};

/// The cheapest argon2id there is: these tests are not about its cost.
pub const CHEAP: PasswordSettings = PasswordSettings { memory_kib: 8, passes: 1, parallel: 4, queue: 100 };
/// Longer than any test: a server that looks at its registry by itself would disturb who counts statements.
const NEVER: Duration = Duration::from_hours(24);
/// All tests come from one address, at one moment.
pub const UNLIMITED: FirewallLimits = FirewallLimits {
    per_address_per_minute: 1_000_000_000,
    per_account_per_minute: 1_000_000_000,
    per_token_per_minute: 1_000_000_000,
    concurrent_requests: 10_000,
    on_trip: tenancy::OnTrip::Delay,
    block_minutes: 15,
};

/// A server on a port of its own, on a clock that stands still.
pub struct TestServer {
    /// The product.
    pub app: App,
    /// The clock it goes by. Advance only that of a server of one's own.
    pub clock: Arc<FixedClock>,
    /// Where it listens.
    pub address: SocketAddr,
    http: reqwest::Client,
    serving: JoinHandle<()>,
    pair: OnceCell<Pair>,
    made: AtomicUsize,
    // Dropped last: databases and files go with it.
    databases: TestTenancy,
}

/// Two environments that are strangers to each other. For tests that leave nothing behind.
pub struct Pair {
    /// `a.localhost`.
    pub a: Environment,
    /// `b.localhost`.
    pub b: Environment,
}

impl TestServer {
    /// Starts a server of one's own, that may be asked anything as often as one likes.
    pub async fn start(engine: Engine) -> Self {
        Self::start_as(engine, (UNLIMITED, HttpSettings::default()), |_| {}).await
    }

    /// Starts a server of one's own, with something in it changed.
    pub async fn start_with(engine: Engine, change: impl FnOnce(&mut App)) -> Self {
        Self::start_as(engine, (UNLIMITED, HttpSettings::default()), change).await
    }

    /// Starts a server of one's own with these limits, behind a proxy on this machine.
    pub async fn behind_proxy(engine: Engine, limits: FirewallLimits) -> Self {
        let proxies = TrustedProxies::new(vec!["127.0.0.0/8".parse().expect("a network")]);
        Self::start_as(engine, (limits, HttpSettings { proxies, ..HttpSettings::default() }), |_| {}).await
    }

    async fn start_as(
        engine: Engine,
        (limits, http): (FirewallLimits, HttpSettings),
        change: impl FnOnce(&mut App),
    ) -> Self {
        let databases = match engine {
            Engine::Sqlite => Box::pin(TestTenancy::sqlite()).await,
            Engine::Postgres => Box::pin(TestTenancy::postgres()).await,
        };
        databases.tenancy().close().await;
        let firewall = FirewallConfig { limits, ..FirewallConfig::default() };
        let config = TenancyConfig { registry_poll: NEVER, firewall, ..databases.config() };
        let clock = Arc::new(FixedClock::default());
        let mut app = App::start_at(config, clock.clone()).await.expect("the product starts");
        app.auth = Arc::new(Auth::new(CHEAP).expect("argon2 takes these settings"));
        change(&mut app);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let serving = tokio::spawn({
            let app = app.clone();
            async move { app.serve(listener, http, std::future::pending()).await }
        });
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self {
            app,
            clock,
            address,
            http,
            serving,
            pair: OnceCell::new(),
            made: AtomicUsize::new(0),
            databases,
        }
    }

    /// Where its databases are.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.databases.engine()
    }

    /// What it signs its back-ups with.
    #[must_use]
    pub fn backup_key(&self) -> ledger::PublicKey {
        server::backup_key(&self.app.tenancy).public()
    }

    /// The folder of all its files.
    #[must_use]
    pub fn data_dir(&self) -> std::path::PathBuf {
        self.databases.config().data_dir
    }

    /// What it was started on: for a second server on the same databases.
    #[must_use]
    pub fn config(&self) -> TenancyConfig {
        TenancyConfig { registry_poll: NEVER, ..self.databases.config() }
    }

    /// The environments all tests share.
    pub async fn pair(&self) -> &Pair {
        let make = async || Pair { a: self.environment("a").await, b: self.environment("b").await };
        self.pair.get_or_init(|| Box::pin(make())).await
    }

    /// An environment of one's own, with its base forms and people, and without records.
    pub async fn fresh(&self) -> Environment {
        let number = self.made.fetch_add(1, Ordering::Relaxed);
        self.environment(&format!("t{number}")).await
    }

    /// Sends bytes as they are and reads until the server closes the connection.
    pub async fn exchange(&self, bytes: impl AsRef<[u8]>) -> RawReply {
        RawReply::to(self.address, bytes.as_ref()).await
    }

    async fn environment(&self, slug: &str) -> Environment {
        Box::pin(Environment::make(self, slug)).await
    }

    pub(crate) fn http(&self) -> reqwest::Client {
        self.http.clone()
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
