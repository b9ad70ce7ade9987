//! Pruning, killed: what stays is whole.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use backup::{Backup, Store, Tier, remove, sweep};
use kernel::{Clock, SystemClock};
use ledger::PublicKey;
use tenancy::testing::TestTenancy;

use super::{Stage, kill_somewhere, loops, timed};

/// What the child is told; only set for it.
const ABOUT: &str = "WAARBORG_TEST_PRUNE";

impl Stage {
    /// Removes all back-ups but the last two, as a server does that has made one, in a process of its own.
    fn prune(&self) -> Child {
        let about = format!("{} {} {}", self.store_folder().display(), self.tenant.id, self.key);
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::prune::prunes_until_it_is_killed", "--ignored"])
            .env(ABOUT, about)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    fn store_folder(&self) -> PathBuf {
        self.folder.path().join("hot")
    }

    /// The objects that lie in the store.
    fn objects(&self) -> usize {
        count(&self.store_folder().join("hot").join(self.tenant.id.to_string()))
    }
}

fn count(folder: &Path) -> usize {
    let found = std::fs::read_dir(folder).unwrap().map(|found| found.unwrap().path());
    found.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}

/// The child of the test below; by itself it is nothing.
#[tokio::test]
#[ignore = "started by the test that kills it"]
async fn prunes_until_it_is_killed() {
    let Ok(about) = std::env::var(ABOUT) else { return };
    let mut about = about.split(' ');
    let store = Store::folder(Tier::Hot, Path::new(about.next().unwrap())).unwrap();
    let tenant = about.next().unwrap().parse().unwrap();
    let key: PublicKey = about.next().unwrap().parse().unwrap();
    let mut going = Backup::list(&store, tenant).await.unwrap();
    going.truncate(going.len().saturating_sub(2));
    remove(&store, tenant, going).await.unwrap();
    // A day later, when what lies there can be of no back-up that is being made.
    let tomorrow = SystemClock.now() + chrono::Duration::hours(25);
    sweep(&store, tenant, (&key, tomorrow)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bak_08_killed_while_pruning_what_stays_is_whole_and_the_next_time_ends_it() {
    let stage = Box::pin(Stage::new(TestTenancy::sqlite().await)).await;
    for _ in 0..3 {
        timed(stage.make());
    }
    let whole = timed(stage.prune());
    let pruned = stage.objects();
    assert_eq!(stage.prove_all().await, 2);
    for _ in 0..loops() {
        timed(stage.make());
        kill_somewhere(stage.prune(), whole).await;
        let left = stage.prove_all().await;
        assert!(left >= 2, "{left} are left");
    }
    timed(stage.make());
    timed(stage.prune());
    assert_eq!(stage.prove_all().await, 2);
    assert_eq!(stage.objects(), pruned, "nothing is left of those that went");
}
