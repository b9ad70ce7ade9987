//! The program itself, killed in the middle of writing, of back-ups and of moves: what it leaves is whole or nothing.

mod keeper;
mod moving;
mod prune;
mod restore;
mod writes;

use std::{
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use backup::{Backup, Examiner, Identity, Prover, Recipients, Store, Tier, prove};
use domain::{
    Ctx, Domain,
    form::{self, FieldDraft, FieldKind, FormDraft},
    user::{self, NewUser, User},
};
use kernel::{Actor, Locale, Localized, Random, Role, SystemClock, SystemRandom};
use tempfile::TempDir;
use tenancy::{
    NewTenant, TenantEntry,
    testing::{TestTenancy, child},
};
use waarborg_server::{App, backup_key, demo};

/// How often it is killed; `WAARBORG_KILL_LOOPS` says otherwise.
const LOOPS: u32 = 20;

fn loops() -> u32 {
    std::env::var("WAARBORG_KILL_LOOPS").ok().and_then(|loops| loops.parse().ok()).unwrap_or(LOOPS)
}

struct Stage {
    test: TestTenancy,
    /// Stores, and all that is not the server's.
    folder: TempDir,
    tenant: TenantEntry,
    key: ledger::PublicKey,
    identity: Identity,
    escrow: Identity,
}

impl Stage {
    async fn new(test: TestTenancy) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // From here on others have the databases.
        test.tenancy().close().await;
        let app = start(&test).await;
        let new = NewTenant {
            slug: "acme".into(),
            name: "Acme".into(),
            host: "acme.example.test".into(),
            locale: Locale::Nl,
        };
        let tenant = (*app.tenancy.create_tenant(new).await.unwrap()).clone();
        let ctx = app.as_system(&tenant).await.unwrap();
        demo::install(&ctx, &packs::Pack::builtin().unwrap()).await.unwrap();
        let key = backup_key(&app.tenancy).public();
        drop(ctx);
        app.close().await;
        let ((identity, secret), escrow) = (Identity::generate(), Identity::generate().0);
        std::fs::write(folder.path().join("key.txt"), secret.as_bytes()).unwrap();
        Self { test, folder, tenant, key, identity, escrow }
    }

    fn store(&self) -> Store {
        Store::folder(Tier::Hot, &self.folder.path().join("hot")).unwrap()
    }

    fn program(&self, arguments: &[&str]) -> Child {
        let store = self.folder.path().join("hot");
        Command::new(env!("CARGO_BIN_EXE_waarborg"))
            .args(arguments)
            .args(child::options(&self.test.config()))
            .env("WAARBORG_BACKUP_HOT", store)
            .env_remove("WAARBORG_BACKUP_COLD")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// The one who holds the key, for one look at both stores.
    fn keep(&self) -> Child {
        self.keeper(&["--once"]).spawn().unwrap()
    }

    fn keeper(&self, more: &[&str]) -> Command {
        let at = |name: &str| self.folder.path().join(name);
        let mut keeper = Command::new(env!("CARGO_BIN_EXE_waarborg"));
        keeper
            .args(["backup", "keeper", "--hand-over", "--public-key", &self.key.to_string()])
            .args(more)
            .arg("--identity")
            .arg(at("key.txt"))
            .arg("--scratch")
            .arg(at("scratch"))
            .env("WAARBORG_BACKUP_HOT", at("hot"))
            .env("WAARBORG_BACKUP_COLD", at("cold"))
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        keeper
    }

    fn make(&self) -> Child {
        let recipients = [self.identity.recipient(), self.escrow.recipient()];
        let recipients = recipients.each_ref().map(String::as_str);
        Recipients::parse(recipients).unwrap();
        let [one, two] = recipients;
        self.program(&["backup", "make", "--slug", "acme", "--recipient", one, "--recipient", two])
    }

    /// Every back-up that shows itself is proven.
    async fn prove_all(&self) -> usize {
        let store = self.store();
        let domain = Domain::new(Arc::new(SystemClock), Arc::new(SystemRandom));
        let scratch = self.folder.path().join("scratch");
        let prover =
            Prover { identity: &self.identity, scratch: &scratch, domain: &domain, examiner: &Nobody };
        let all = Backup::list(&store, self.tenant.id).await.unwrap();
        for sequence in &all {
            let backup = Backup::find(&store, (self.tenant.id, *sequence), &self.key).await.unwrap();
            Box::pin(prove(&backup, &prover)).await.unwrap();
        }
        all.len()
    }
}

struct Nobody;

#[async_trait::async_trait]
impl Examiner for Nobody {
    async fn examine(&self, _: &Ctx) -> kernel::Result<Option<String>> {
        Ok(None)
    }
}

/// Somebody who may do all, and a form with one field.
async fn person_and_form(system: &Ctx) -> User {
    let new = NewUser {
        username: "annet".into(),
        email: "annet@example.test".into(),
        display_name: "Annet".into(),
        role: Role::Administrator,
        locale: Locale::Nl,
    };
    let user = user::create(system, new).await.unwrap();
    let administrator = system.acting_as(Actor::User { id: user.id, role: user.role }, Locale::Nl);
    let kind = FieldKind::Text { multiline: false, max_length: None };
    let draft = FormDraft {
        name: Localized::same("Sleutels"),
        singular_name: Localized::same("Sleutel"),
        number_prefix: "SLE".into(),
        fields: vec![FieldDraft::new(Localized::same("Naam"), kind)],
        ..FormDraft::default()
    };
    form::create_own(&administrator, draft).await.unwrap();
    user
}

async fn start(test: &TestTenancy) -> App {
    App::start(test.config()).await.unwrap()
}

/// A number from 0 to 1, by chance.
fn some_part() -> f64 {
    let mut bytes = [0_u8; 4];
    SystemRandom.fill(&mut bytes);
    f64::from(u32::from_be_bytes(bytes)) / f64::from(u32::MAX)
}

/// Lets it run for some part of the time it takes, and kills it with a signal it cannot catch.
async fn kill_somewhere(mut child: Child, whole: Duration) {
    tokio::time::sleep(whole.mul_f64(some_part() * 1.05)).await;
    child.kill().unwrap();
    child.wait().unwrap();
}

fn timed(mut child: Child) -> Duration {
    let begun = Instant::now();
    assert!(child.wait().unwrap().success());
    begun.elapsed()
}

tenancy::on_both_engines! {
    async fn bak_08_killed_at_any_moment_a_back_up_is_whole_or_not_there_and_the_next_one_comes_through(
        test: TestTenancy
    ) {
        let stage = Box::pin(Stage::new(test)).await;
        let whole = timed(stage.make());
        for _ in 0..loops() {
            kill_somewhere(stage.make(), whole).await;
        }
        let left = stage.prove_all().await;
        timed(stage.make());
        assert_eq!(stage.prove_all().await, left + 1, "no lock is left, and no number taken twice");
    }
}
