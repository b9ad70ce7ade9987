//! The one who holds the key, killed while proving back-ups and while handing one over.

use std::{process::Stdio, time::Duration};

use backup::{Backup, Drill, Handed, Handover, Identity, Request, Tier, Verdict, Wanted};
use kernel::{Clock, RestoreId, SystemClock, SystemRandom};
use tenancy::testing::TestTenancy;
use waarborg_server::backup_key;

use super::{Stage, kill_somewhere, loops, start, timed};

impl Stage {
    /// What is said of every back-up is said by the keeper and good; how many are spoken of.
    async fn proofs(&self) -> usize {
        let (store, keeper) = (self.store(), self.identity.signing_key().public());
        let mut said = 0;
        for sequence in Backup::list(&store, self.tenant.id).await.unwrap() {
            let verdict = Verdict::find(&store, (self.tenant.id, sequence), &keeper).await.unwrap();
            said += usize::from(verdict.is_some());
        }
        if let Some(drill) = Drill::last(&store, &keeper).await.unwrap() {
            assert!(drill.is_noticed, "{drill:?}");
        }
        said
    }

    /// As if nothing had been said yet.
    fn forget_proofs(&self) {
        let hot = self.folder.path().join("hot/hot");
        std::fs::remove_dir_all(hot.join(self.tenant.id.to_string()).join("proofs")).ok();
        std::fs::remove_dir_all(hot.join("drills")).ok();
    }

    /// Asks for the first back-up, as the server does when an environment is put back.
    async fn ask(&self, identity: &Identity) -> Request {
        let app = start(&self.test).await;
        let about = (RestoreId::generate(&SystemClock, &SystemRandom), self.tenant.id);
        let place = (Tier::Hot, 1);
        let request = Request::new(about, place, (identity.recipient(), Wanted::Database), SystemClock.now());
        request.send(&self.store(), &backup_key(&app.tenancy)).await.unwrap();
        app.close().await;
        request
    }

    /// Whether it was answered; and then everything can be taken.
    async fn is_handed_over(&self, request: &Request, identity: &Identity) -> bool {
        let (store, keeper) = (self.store(), self.identity.signing_key().public());
        let parts = match request.answer(&store, &keeper).await.unwrap() {
            None => return false,
            Some(Handed::Over(parts)) => parts,
            Some(Handed::Refused(reason)) => panic!("{reason}"),
        };
        let folder = tempfile::tempdir().unwrap();
        for (number, part) in parts.iter().enumerate() {
            let handover = Handover::new(&store, self.tenant.id, identity);
            handover.take(part, &folder.path().join(number.to_string())).await.unwrap();
        }
        assert_eq!(parts.len(), 2);
        true
    }
}

#[tokio::test]
async fn a_keeper_of_the_demo_ends_when_the_demo_is_killed() {
    let stage = Box::pin(Stage::new(TestTenancy::sqlite().await)).await;
    let mut keeper =
        stage.keeper(&["--every", "1", "--until-stdin-ends"]).stdin(Stdio::piped()).spawn().unwrap();
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(keeper.try_wait().unwrap(), None, "somebody holds it");
    // As the kernel does with what a process held that was killed.
    drop(keeper.stdin.take());
    for _ in 0..100 {
        if let Some(ended) = keeper.try_wait().unwrap() {
            assert!(ended.success(), "{ended}");
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    keeper.kill().unwrap();
    panic!("it goes on");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bak_08_a_keeper_killed_while_proving_has_said_what_is_true_or_nothing() {
    let stage = Box::pin(Stage::new(TestTenancy::sqlite().await)).await;
    timed(stage.make());
    timed(stage.make());
    let whole = timed(stage.keep());
    for _ in 0..loops() {
        stage.forget_proofs();
        kill_somewhere(stage.keep(), whole).await;
        stage.proofs().await;
    }
    stage.forget_proofs();
    timed(stage.keep());
    assert_eq!(stage.proofs().await, 2, "the next round says all of it");
    assert_eq!(stage.prove_all().await, 2, "and nothing happened to the back-ups");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bak_08_a_keeper_killed_while_handing_over_has_handed_over_all_or_nothing() {
    let stage = Box::pin(Stage::new(TestTenancy::sqlite().await)).await;
    timed(stage.make());
    timed(stage.keep());
    let identity = Identity::generate().0;
    let first = stage.ask(&identity).await;
    let whole = timed(stage.keep());
    assert!(stage.is_handed_over(&first, &identity).await);
    let mut open = Vec::new();
    for _ in 0..loops() {
        let request = stage.ask(&identity).await;
        kill_somewhere(stage.keep(), whole).await;
        if !stage.is_handed_over(&request, &identity).await {
            open.push(request);
        }
    }
    timed(stage.keep());
    for request in open {
        assert!(stage.is_handed_over(&request, &identity).await, "the next round answers");
    }
}
