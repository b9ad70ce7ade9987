//! A server that makes back-ups, and one who proves them, beside each other.

use std::{future::pending, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};

use ::backup::{Examiner, Identity, Keeper, Prover, Recipients, StorePlace, Stores, Tier};
use auth::Auth;
use domain::{Ctx, Domain};
use kernel::{FixedClock, SystemRandom};
use ledger::PublicKey;
use serde_json::{Value, json};
use server::{App, Backups, http::HttpSettings};
use tempfile::TempDir;
use tokio::{net::TcpListener, task::JoinHandle};
use waarborg_tests::{Client, Engine, TestServer};

/// How often both look.
const TICK: Duration = Duration::from_millis(50);
const LOOK: &str = "{ backups { isSetUp isKeeperSound lastDrillAt
    places { tier nextAt lastTakenAt lastProvenTakenAt overdueSince }
    runs { id tier reason state sequence files provenRows canBeRestored takenAt }
    restores { id state reason failure askedBy { displayName } backup { id } } } }";

pub(super) struct Stage {
    pub server: TestServer,
    operations: Arc<Identity>,
    keeper: Option<JoinHandle<()>>,
    // Goes last.
    folder: TempDir,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.keeper.iter().for_each(JoinHandle::abort);
    }
}

impl Stage {
    /// A keeper that hands over what it is asked for.
    pub(super) async fn new(engine: Engine) -> Self {
        Self::with(engine, true).await
    }

    pub(super) async fn with(engine: Engine, hands_over: bool) -> Self {
        let mut stage = Self::without_keeper(engine, |_| {}).await;
        stage.keep(hands_over);
        stage
    }

    /// Nobody proves anything yet; `change` is made to the server before it starts.
    pub(super) async fn without_keeper(engine: Engine, change: impl FnOnce(&mut App)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (operations, escrow) = (Identity::generate().0, Identity::generate().0);
        let backups = backups(&folder, "work", [&operations, &escrow]);
        let change = |app: &mut App| {
            app.backups = Some(backups);
            change(app);
        };
        let server = Box::pin(TestServer::start_with(engine, change)).await;
        Self { server, operations: Arc::new(operations), keeper: None, folder }
    }

    /// Another server on the same databases, with folders of its own. It serves until the test ends.
    pub(super) async fn another_server(&self) -> SocketAddr {
        let clock = Arc::clone(&self.server.clock);
        let mut app = Box::pin(App::start_at(self.server.config(), clock)).await.unwrap();
        app.backups = Some(backups(&self.folder, "work-of-another", [&self.operations, &self.operations]));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { app.serve(listener, HttpSettings::default(), pending()).await });
        address
    }

    /// The keeper begins.
    pub(super) fn keep(&mut self, hands_over: bool) {
        let keeping = Keeping {
            operations: Arc::clone(&self.operations),
            installation: self.server.backup_key(),
            clock: Arc::clone(&self.server.clock),
            folder: self.folder.path().to_owned(),
            hands_over,
        };
        self.keeper = Some(tokio::spawn(keeping.run(stores(&self.folder))));
    }

    pub(super) async fn look(&self, client: &Client) -> Value {
        client.data(LOOK, json!({})).await["backups"].take()
    }

    /// Looks until it is so.
    pub(super) async fn until(&self, client: &Client, is_so: impl Fn(&Value) -> bool) -> Value {
        for _ in 0..600 {
            let seen = self.look(client).await;
            if is_so(&seen) {
                return seen;
            }
            tokio::time::sleep(TICK).await;
        }
        panic!("it never came: {:#}", self.look(client).await);
    }
}

/// What a server is told of back-ups.
fn backups(folder: &TempDir, work: &str, [operations, escrow]: [&Identity; 2]) -> Backups {
    let names = [operations.recipient(), escrow.recipient()];
    let recipients = Recipients::parse(names.iter().map(String::as_str)).unwrap();
    let keeper = operations.signing_key().public();
    Backups::new(stores(folder), (recipients, keeper), folder.path().join(work)).looking_every(TICK)
}

pub(super) fn stores(folder: &TempDir) -> Stores {
    let place = |name: &str| StorePlace::Folder(folder.path().join(name));
    Stores::new(&place("hot"), &place("cold")).unwrap()
}

struct Keeping {
    operations: Arc<Identity>,
    installation: PublicKey,
    clock: Arc<FixedClock>,
    folder: PathBuf,
    hands_over: bool,
}

impl Keeping {
    async fn run(self, stores: Stores) {
        let domain = Domain::new(self.clock, Arc::new(SystemRandom));
        let canary = Canary(Auth::new(waarborg_tests::CHEAP).unwrap());
        let scratch = self.folder.join("keeper");
        let prover =
            Prover { identity: &self.operations, scratch: &scratch, domain: &domain, examiner: &canary };
        let keeper = Keeper { prover, installation: &self.installation, random: &SystemRandom };
        loop {
            for tier in Tier::ALL {
                let store = stores.of(tier);
                if self.hands_over {
                    Box::pin(keeper.hand_over(store, |_, _| {})).await.unwrap();
                }
                Box::pin(keeper.round(store, |_| {})).await.unwrap();
                Box::pin(keeper.drill(store)).await.unwrap();
            }
            tokio::time::sleep(TICK).await;
        }
    }
}

struct Canary(Auth);

#[async_trait::async_trait]
impl Examiner for Canary {
    async fn examine(&self, system: &Ctx) -> kernel::Result<Option<String>> {
        Box::pin(self.0.try_out(system)).await
    }
}
