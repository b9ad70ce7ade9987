//! The program, killed while it moves an environment in which people write: it is in one place, with all they wrote.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::pending,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use domain::record::{self, NewRecord, Value};
use kernel::{Actor, Clock, FixedClock, Locale, Role, SystemClock, UserId};
use tenancy::{Engine, Placement, Snapshot, TableDigest, TenantEntry, testing::TestTenancy};
use tokio::{net::TcpListener, task::JoinHandle, time::sleep};
use waarborg_server::{App, http::HttpSettings};

use super::{Stage, kill_somewhere, loops, person_and_form, start, timed};

/// Another server, over which somebody writes.
struct Writer {
    is_over: Arc<AtomicBool>,
    written: JoinHandle<Vec<String>>,
}

impl Writer {
    async fn begin(stage: &Stage, (person, round): (UserId, u32)) -> Self {
        let app = start(&stage.test).await;
        let is_over = Arc::new(AtomicBool::new(false));
        let written = tokio::spawn(write(app, person, (Arc::clone(&is_over), round)));
        Self { is_over, written }
    }

    /// The names of the records that were written, as somebody was told.
    async fn stop(self) -> Vec<String> {
        self.is_over.store(true, Ordering::Relaxed);
        self.written.await.unwrap()
    }
}

async fn write(app: App, person: UserId, (is_over, round): (Arc<AtomicBool>, u32)) -> Vec<String> {
    let mut written = Vec::new();
    for number in 0.. {
        if is_over.load(Ordering::Relaxed) {
            break;
        }
        let name = format!("{round}-{number}");
        // Refused, it is read-only or on its way.
        if write_one(&app, person, &name).await.is_ok() {
            written.push(name);
        }
        // A person is no faster, and the database stays small.
        sleep(Duration::from_millis(20)).await;
    }
    app.close().await;
    written
}

async fn write_one(app: &App, person: UserId, name: &str) -> anyhow::Result<()> {
    let system = Box::pin(app.as_system(&environment(app).await)).await?;
    let ctx = system.acting_as(Actor::User { id: person, role: Role::Administrator }, Locale::Nl);
    let values = [("naam".to_owned(), Some(Value::Text(name.to_owned())))].into_iter().collect();
    let new = NewRecord { form_key: "sleutels".into(), values, status: None };
    Box::pin(record::create(&ctx, new)).await?;
    Ok(())
}

async fn environment(app: &App) -> TenantEntry {
    app.tenancy.list_tenants().await.unwrap().remove(0)
}

/// What an environment has: the records, and how much of all that nobody writes to.
struct Found {
    records: BTreeSet<String>,
    tables: BTreeMap<String, TableDigest>,
}

/// Looks through a database, which is whole and can be written to.
async fn look(app: &App) -> Found {
    let db = Box::pin(app.tenancy.open(&environment(app).await)).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("look.sqlite");
    db.snapshot_to(&file).await.unwrap();
    let snapshot = Snapshot::open(&file);
    assert_eq!(snapshot.damage().await.unwrap(), None);
    let mut tables = snapshot.tables().await.unwrap();
    tables.retain(|name, _| !["audit_", "record", "form"].iter().any(|written| name.starts_with(written)));
    let rows = snapshot.rows("SELECT title FROM record").await.unwrap();
    let records = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
    snapshot.close().await.unwrap();
    db.begin_write().await.unwrap().commit().await.unwrap();
    Found { records, tables }
}

/// A server some minutes later, which has undone what was left.
async fn later(stage: &Stage, round: u32) -> App {
    let at = SystemClock.now() + TimeDelta::minutes(2 * i64::from(round + 1));
    let app = App::start_at(stage.test.config(), Arc::new(FixedClock::at(at))).await.unwrap();
    Box::pin(app.tenancy.heal()).await.unwrap();
    app
}

/// Where it can go from here.
fn elsewhere(stage: &Stage, entry: &TenantEntry) -> &'static str {
    match &entry.placement {
        Placement::SqliteFile(_) if stage.test.engine() == Engine::Postgres => "test",
        _ => "sqlite",
    }
}

tenancy::on_both_engines! {
    async fn bak_20_killed_at_any_moment_an_environment_is_in_one_place_with_all_that_was_written(
        test: TestTenancy
    ) {
        let stage = Box::pin(Stage::new(test)).await;
        let app = start(&stage.test).await;
        let system = app.as_system(&stage.tenant).await.unwrap();
        let person = person_and_form(&system).await.id;
        drop(system);
        let before = look(&app).await.tables;
        app.close().await;
        let go = |place: &str| stage.program(&["tenant", "move", "--slug", "acme", "--to", place]);
        let (mut written, mut whole) = (BTreeSet::new(), Duration::ZERO);
        // There and back: one way takes longer than the other.
        for round in [loops(), loops() + 1] {
            let app = start(&stage.test).await;
            let place = elsewhere(&stage, &environment(&app).await);
            app.close().await;
            let writer = Writer::begin(&stage, (person, round)).await;
            whole = whole.max(timed(go(place)));
            written.extend(writer.stop().await);
        }
        let mut moved = 0;
        for round in 0..loops() {
            let app = later(&stage, round).await;
            let from = environment(&app).await;
            app.close().await;
            let writer = Writer::begin(&stage, (person, round)).await;
            // Some are through before that.
            kill_somewhere(go(elsewhere(&stage, &from)), whole.mul_f64(1.4)).await;
            let now = writer.stop().await;
            assert!(!now.is_empty(), "round {round}");
            written.extend(now);
            let app = later(&stage, round + 1).await;
            let found = look(&app).await;
            assert_eq!(found.tables, before, "round {round}");
            let lost: Vec<_> = written.difference(&found.records).collect();
            assert!(lost.is_empty(), "round {round}: {lost:?}");
            moved += u32::from(environment(&app).await.placement != from.placement);
            app.close().await;
        }
        println!("{moved} came through in spite of {} kills, with {} records", loops(), written.len());
        let app = later(&stage, loops()).await;
        let place = elsewhere(&stage, &environment(&app).await);
        app.close().await;
        timed(go(place));
        let app = later(&stage, loops() + 1).await;
        let is_file = matches!(environment(&app).await.placement, Placement::SqliteFile(_));
        assert_eq!(databases(&stage), usize::from(is_file), "what was left is gone");
        app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bak_20_a_server_that_makes_no_back_ups_takes_up_what_a_killed_move_left() {
    let stage = Box::pin(Stage::new(TestTenancy::sqlite().await)).await;
    let app = start(&stage.test).await;
    let relocation = app.tenancy.relocate(&stage.tenant).await.unwrap();
    drop(relocation.put_up_fence().await.unwrap());
    // As one that is killed.
    drop(relocation);
    app.close().await;
    let at = SystemClock.now() + TimeDelta::minutes(2);
    let app = App::start_at(stage.test.config(), Arc::new(FixedClock::at(at))).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let serving = app.clone();
    let served =
        tokio::spawn(async move { serving.serve(listener, HttpSettings::default(), pending()).await });
    let db = Box::pin(app.tenancy.open(&stage.tenant)).await.unwrap();
    let can_write = async {
        while db.begin_write().await.is_err() {
            sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), can_write).await.unwrap();
    served.abort();
}

/// The files in which an environment is, or was.
fn databases(stage: &Stage) -> usize {
    let folder = stage.test.config().data_dir.join("tenants/acme");
    let names = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
    let is_database =
        |name: &str| name.starts_with("tenant") && !name.ends_with("-shm") && !name.ends_with("-wal");
    names.filter(|name| is_database(&name.to_string_lossy())).count()
}
