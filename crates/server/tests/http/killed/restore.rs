//! A server, killed while it puts an environment back: it is as it was or as it is to be, and whoever comes next ends it.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant as Watch},
};

use backup::{Identity, Keeper, Prover, Recipients, StorePlace, Stores, Tier};
use domain::{
    Ctx, Domain,
    record::{self, NewRecord, Value},
};
use kernel::{Actor, Clock, FixedClock, Instant, RestoreId, Role, SystemClock, SystemRandom, UserId};
use tenancy::{
    BackupRun, BackupState, Restore, RestorePurpose, RestoreState, Snapshot,
    testing::{TestTenancy, child},
};
use tokio::{net::TcpListener, time::sleep};
use waarborg_server::{App, Backups, backup_key, http::HttpSettings};

use super::{Nobody, Stage, loops, person_and_form, some_part};

/// What the child is told; only set for it.
const ABOUT: &str = "WAARBORG_TEST_RESTORE";
/// Minutes between a server and the next one: after three the first is taken for dead.
const APART: i64 = 5;
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_mins(1);

/// The machine's clock, put forward.
#[derive(Debug)]
struct Later(chrono::Duration);

impl Clock for Later {
    fn now(&self) -> Instant {
        SystemClock.now() + self.0
    }
}

fn stores(folder: &Path) -> Stores {
    let place = |name: &str| StorePlace::Folder(folder.join(name));
    Stores::new(&place("hot"), &place("cold")).unwrap()
}

/// The child of the test below, a server and a keeper; by itself it is nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "started by the test that kills it"]
async fn puts_back_until_it_is_killed() {
    let Ok(about) = std::env::var(ABOUT) else { return };
    let (minutes, folder) = about.split_once(' ').unwrap();
    let (clock, folder) = (Later(chrono::Duration::minutes(minutes.parse().unwrap())), PathBuf::from(folder));
    let clock: Arc<dyn Clock> = Arc::new(clock);
    let identity: Identity = std::fs::read_to_string(folder.join("key.txt")).unwrap().parse().unwrap();
    let config = child::config_of_parent().unwrap();
    let mut app = App::start_at(config, Arc::clone(&clock)).await.unwrap();
    let recipients = Recipients::parse([identity.recipient().as_str()]).unwrap();
    let keys = (recipients, identity.signing_key().public());
    let backups = Backups::new(stores(&folder), keys, folder.join("work"));
    app.backups = Some(backups.looking_every(LOOK_EVERY));
    let installation = backup_key(&app.tenancy).public();
    let keeping = async {
        let domain = Domain::new(clock, Arc::new(SystemRandom));
        let scratch = folder.join("keeper");
        let prover = Prover { identity: &identity, scratch: &scratch, domain: &domain, examiner: &Nobody };
        let keeper = Keeper { prover, installation: &installation, random: &SystemRandom };
        loop {
            Box::pin(keeper.hand_over(stores(&folder).of(Tier::Hot), |_, _| {})).await.unwrap();
            sleep(LOOK_EVERY).await;
        }
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let serving = app.serve(listener, HttpSettings::default(), std::future::pending());
    tokio::select! {
        () = keeping => {}
        () = serving => {}
    }
}

/// An environment with back-ups of when there was one record in it.
struct Scene {
    stage: Stage,
    /// Sees what is written down.
    app: App,
    run: BackupRun,
    person: UserId,
    minutes: i64,
}

impl Scene {
    async fn new(test: TestTenancy) -> Self {
        let stage = Box::pin(Stage::new(test)).await;
        let app = super::start(&stage.test).await;
        let system = app.as_system(&stage.tenant).await.unwrap();
        let person = person_and_form(&system).await.id;
        add(&system, person, "Rooster").await;
        drop(system);
        let server = server(&stage, 0);
        let run = until(async || {
            let runs = app.tenancy.backups().of(stage.tenant.id, 10).await.unwrap();
            let are_made = runs.len() == 2 && runs.iter().all(|run| run.state == BackupState::Made);
            runs.into_iter().find(|run| are_made && run.tier == Tier::Hot)
        })
        .await;
        kill(server);
        Self { stage, app, run, person, minutes: 0 }
    }

    /// A server that comes later than the one before.
    fn next_server(&mut self) -> Child {
        self.minutes += APART;
        server(&self.stage, self.minutes)
    }

    /// Adds what is to go, and asks to have it put back.
    async fn ask(&self) -> RestoreId {
        let app = self.later().await;
        let system = app.as_system(&self.environment(&app).await).await.unwrap();
        add(&system, self.person, "Verkeerd").await;
        drop(system);
        app.close().await;
        let at = SystemClock.now() + chrono::Duration::minutes(self.minutes);
        let restore = Restore {
            id: RestoreId::generate(&SystemClock, &SystemRandom),
            tenant: self.stage.tenant.id,
            purpose: RestorePurpose::PutBack,
            backup: self.run.id,
            asked_by: Some(self.person),
            asked_at: at,
            reason: "Verkeerd ingelezen".into(),
            state: RestoreState::Asked,
            seen_at: at,
            sealed_identity: None,
            safety: None,
            finished_at: None,
            failure: None,
        };
        assert!(self.app.tenancy.backups().ask_restore(&restore).await.unwrap());
        restore.id
    }

    async fn state(&self, id: RestoreId) -> RestoreState {
        let found = self.app.tenancy.backups().find_restore(id).await.unwrap().unwrap();
        if found.failure.is_some() {
            let runs = self.app.tenancy.backups().of(self.stage.tenant.id, 20).await.unwrap();
            let failures: Vec<_> = runs.into_iter().filter_map(|run| run.failure).collect();
            panic!("{:?} {failures:?}", found.failure);
        }
        found.state
    }

    async fn until_done(&self, id: RestoreId) {
        until(async || (self.state(id).await == RestoreState::Done).then_some(())).await;
    }

    /// Whoever comes some minutes later, when the one before is taken for dead, and has undone what that one left.
    async fn later(&self) -> App {
        let at = SystemClock.now() + chrono::Duration::minutes(self.minutes + 2);
        let app = App::start_at(self.stage.test.config(), Arc::new(FixedClock::at(at))).await.unwrap();
        Box::pin(app.tenancy.heal()).await.unwrap();
        app
    }

    async fn environment(&self, app: &App) -> tenancy::TenantEntry {
        let entries = app.tenancy.list_tenants().await.unwrap();
        entries.into_iter().find(|entry| entry.id == self.stage.tenant.id).unwrap()
    }

    /// The records, in a database that is whole and can be written to.
    async fn records(&self) -> Vec<String> {
        let app = self.later().await;
        let db = Box::pin(app.tenancy.open(&self.environment(&app).await)).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("look.sqlite");
        db.snapshot_to(&file).await.unwrap();
        let snapshot = Snapshot::open(&file);
        assert_eq!(snapshot.damage().await.unwrap(), None);
        let rows = snapshot.rows("SELECT title FROM record ORDER BY title").await.unwrap();
        snapshot.close().await.unwrap();
        db.begin_write().await.unwrap().commit().await.unwrap();
        drop(db);
        app.close().await;
        rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
    }
}

async fn add(system: &Ctx, person: UserId, name: &str) {
    let ctx = system.acting_as(Actor::User { id: person, role: Role::Administrator }, kernel::Locale::Nl);
    let values = [("naam".to_owned(), Some(Value::Text(name.to_owned())))].into_iter().collect();
    record::create(&ctx, NewRecord { form_key: "sleutels".into(), values, status: None }).await.unwrap();
}

fn server(stage: &Stage, minutes: i64) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    child::tell(&mut command, &stage.test.config());
    command
        .args(["--exact", "killed::restore::puts_back_until_it_is_killed", "--ignored"])
        .env(ABOUT, format!("{minutes} {}", stage.folder.path().display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn kill(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

async fn until<T>(look: impl AsyncFn() -> Option<T>) -> T {
    let begin = Watch::now();
    while begin.elapsed() < PATIENCE {
        if let Some(found) = look().await {
            return found;
        }
        sleep(LOOK_EVERY).await;
    }
    panic!("it never came");
}

tenancy::on_both_engines! {
    async fn bak_08_bak_20_killed_while_putting_back_it_is_as_before_or_put_back_and_the_next_one_ends_it(
        test: TestTenancy
    ) {
        let mut scene = Box::pin(Scene::new(test)).await;
        let mut id = scene.ask().await;
        let (begin, child) = (Watch::now(), scene.next_server());
        scene.until_done(id).await;
        let whole = begin.elapsed();
        kill(child);
        assert_eq!(scene.records().await, ["Rooster"]);
        let mut done = 0;
        for round in 0..loops() {
            if scene.state(id).await.is_final() {
                id = scene.ask().await;
            }
            let child = scene.next_server();
            sleep(whole.mul_f64(some_part() * 1.05)).await;
            kill(child);
            let (state, records) = (scene.state(id).await, scene.records().await);
            if state == RestoreState::Done {
                done += 1;
                assert_eq!(records, ["Rooster"], "round {round}");
            } else {
                assert!(matches!(records.len(), 1 | 2) && records[0] == "Rooster", "round {round}: {records:?}");
            }
        }
        println!("{done} came through in spite of {} kills", loops());
        if scene.state(id).await.is_final() {
            id = scene.ask().await;
        }
        let child = scene.next_server();
        scene.until_done(id).await;
        kill(child);
        assert_eq!(scene.records().await, ["Rooster"]);
        scene.app.close().await;
    }
}
