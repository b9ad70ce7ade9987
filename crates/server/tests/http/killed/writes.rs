//! The server, killed while people write: what it said is kept, is kept.

use std::{
    net::{SocketAddr, TcpListener},
    ops::ControlFlow,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use auth::{Auth, PasswordSettings, SecondStep, SecretText, SignIn};
use domain::{Access, Ctx, Domain, Request, audit};
use kernel::{Actor, Locale, SystemClock, SystemRandom};
use serde_json::json;
use tenancy::{
    Snapshot, TenantEntry,
    testing::{TestTenancy, child},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{sleep, timeout},
};
use waarborg_server::App;

use super::{loops, person_and_form, some_part};

const PASSWORD: &str = "correct horse battery staple";
const CHEAP: PasswordSettings = PasswordSettings { memory_kib: 8, passes: 1, parallel: 4, queue: 100 };
const SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
/// People who write at the same time.
const WRITERS: usize = 3;
/// The longest they write before the server is killed.
const LONGEST: Duration = Duration::from_millis(700);
/// Longer than a server takes to begin.
const PATIENCE: Duration = Duration::from_secs(30);
const WRITE: &str = "mutation($input: CreateRecordInput!) {
    createRecord(input: $input) { record { id } userErrors { code } } }";

/// An environment with a form and somebody who is signed in.
struct Stage {
    test: TestTenancy,
    tenant: TenantEntry,
    cookie: String,
    address: SocketAddr,
}

impl Stage {
    async fn new(test: TestTenancy) -> Self {
        let tenant = (*Box::pin(test.tenant("acme")).await).clone();
        let db = Box::pin(test.tenancy().open(&tenant)).await.unwrap();
        let system = Domain::new(Arc::new(SystemClock), Arc::new(SystemRandom)).ctx(Request {
            db,
            actor: Actor::System,
            access: Access::default(),
            locale: Locale::Nl,
            address: None,
        });
        let cookie = sign_in(&system).await;
        drop(system);
        // From here on others have the databases.
        test.tenancy().close().await;
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        Self { test, tenant, cookie, address }
    }

    /// `waarborg serve`, once it listens.
    async fn serve(&self) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_waarborg"));
        command
            .args(["serve", "--rate-per-account", "1000000", "--rate-per-address", "1000000"])
            .args(["--listen", &self.address.to_string()])
            .args(child::options(&self.test.config()))
            .env_remove("WAARBORG_BACKUP_HOT")
            .env_remove("WAARBORG_BACKUP_COLD")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = command.spawn().unwrap();
        let listens = async {
            while TcpStream::connect(self.address).await.is_err() {
                sleep(Duration::from_millis(10)).await;
            }
        };
        timeout(PATIENCE, listens).await.expect("the server begins");
        child
    }

    /// Writes records until the server is gone; the names of those that it said it keeps.
    async fn write(&self, round: u32, writer: usize, kept: &Mutex<Vec<String>>) {
        for number in 0_u32.. {
            let name = format!("r{round} w{writer} n{number}");
            let values = json!([{ "key": "naam", "text": name }]);
            let input = json!({ "formKey": "sleutels", "values": values });
            let body = json!({ "query": WRITE, "variables": { "input": input } });
            let Some(answer) = self.post(&body.to_string()).await else { return };
            // An answer that broke off says nothing.
            let Some(record) = answer.pointer("/data/createRecord/record") else {
                panic!("{answer}");
            };
            assert!(record["id"].is_string(), "{answer}");
            kept.lock().unwrap_or_else(PoisonError::into_inner).push(name);
        }
    }

    async fn post(&self, body: &str) -> Option<serde_json::Value> {
        let mut stream = TcpStream::connect(self.address).await.ok()?;
        let head = format!(
            "POST /graphql HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nX-Requested-With: waarborg\r\n{}\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            self.tenant.host,
            self.cookie,
            body.len()
        );
        stream.write_all(format!("{head}{body}").as_bytes()).await.ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.ok()?;
        let text = String::from_utf8(answer).ok()?;
        let (_, body) = text.split_once("\r\n\r\n")?;
        serde_json::from_str(body).ok()
    }

    /// Whoever comes next finds all that was kept, each with its event, in a log that holds.
    async fn look(&self, kept: &[String]) {
        let app = Box::pin(App::start(self.test.config())).await.unwrap();
        let db = Box::pin(app.tenancy.open(&self.tenant)).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("look.sqlite");
        db.snapshot_to(&file).await.unwrap();
        drop(db);
        let snapshot = Snapshot::open(&file);
        assert_eq!(snapshot.damage().await.unwrap(), None);
        let titles = snapshot.rows("SELECT title FROM record").await.unwrap();
        let titles: std::collections::HashSet<String> =
            titles.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
        let lost: Vec<_> = kept.iter().filter(|name| !titles.contains(*name)).collect();
        assert!(lost.is_empty(), "lost: {lost:?}");
        let events = "SELECT COUNT(*) FROM audit_event WHERE action = 'record.created'";
        let events: i64 = snapshot.rows(events).await.unwrap()[0].try_get_by_index(0).unwrap();
        assert_eq!(usize::try_from(events).unwrap(), titles.len(), "each with its event");
        snapshot.close().await.unwrap();
        let system = app.as_system(&self.tenant).await.unwrap();
        let found = audit::verify(&system, |_, _| ControlFlow::Continue(())).await.unwrap().unwrap();
        assert_eq!(found.problem, None);
        drop(system);
        app.close().await;
    }
}

/// Makes the form and a user, and signs that one in: the line with the cookie.
async fn sign_in(system: &Ctx) -> String {
    let user = person_and_form(system).await;
    let auth = Auth::new(CHEAP).unwrap();
    auth.set_password(system, user.id, &PASSWORD.into()).await.unwrap();
    auth.enroll_with_secret(system, user.id, &SecretText::from(SECRET)).await.unwrap();
    let stranger = system.acting_as(Actor::Anonymous, Locale::Nl);
    let input = SignIn { login: "annet".to_owned(), password: PASSWORD.into() };
    let ticket = auth.sign_in(&stranger, input).await.unwrap().token;
    let code = auth.current_code(system, user.id).await.unwrap();
    let step = SecondStep { ticket, code, user_agent: "test".to_owned() };
    let session = auth.verify(&stranger, step).await.unwrap();
    format!("Cookie: __Host-waarborg={}\r\n", session.token.expose())
}

tenancy::on_both_engines! {
    /// SQLite as the product sets it: WAL, synchronous FULL.
    async fn bak_09_whatever_a_killed_server_said_it_keeps_is_there_with_its_event(test: TestTenancy) {
        let engine = test.engine();
        let stage = Box::pin(Stage::new(test)).await;
        let kept = Mutex::new(Vec::new());
        for round in 0..loops() {
            let mut server = stage.serve().await;
            let writing = (0..WRITERS).map(|writer| stage.write(round, writer, &kept));
            let killing = async {
                sleep(LONGEST.mul_f64(some_part())).await;
                server.kill().unwrap();
                server.wait().unwrap();
            };
            futures::join!(futures::future::join_all(writing), killing);
            let kept = kept.lock().unwrap_or_else(PoisonError::into_inner).clone();
            Box::pin(stage.look(&kept)).await;
        }
        let kept = kept.into_inner().unwrap_or_else(PoisonError::into_inner).len();
        assert!(kept > usize::try_from(loops()).unwrap(), "{kept} records were kept");
        println!("{kept} records were kept through {} kills on {engine:?}", loops());
    }
}
