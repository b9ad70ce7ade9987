use chrono::Duration;
use futures::TryStreamExt;
use kernel::Instant;
use object_store::{ObjectStore, ObjectStoreExt};
use waarborg_backup::{Backup, PruneError, Tier, remove, sweep};

use crate::stage::Stage;

async fn objects(stage: &Stage) -> Vec<String> {
    let listed: Vec<_> = stage.objects.list(None).try_collect().await.unwrap();
    listed.into_iter().map(|object| object.location.to_string()).collect()
}

/// A day later: the store's own clock is the machine's.
#[allow(clippy::disallowed_methods, reason = "objects have the moment the machine gave them")]
fn tomorrow() -> Instant {
    chrono::Utc::now() + Duration::hours(25)
}

tenancy::on_both_engines! {
    async fn bak_17_what_goes_goes_whole_and_what_others_share_stays(test: TestTenancy) {
        let stage = Stage::new(&test, "acme").await;
        stage.fill("Kluis", b"een".to_vec()).await;
        for _ in 0..3 {
            stage.make(Tier::Hot).await.unwrap();
        }
        let (store, key, tenant) = (stage.store(Tier::Hot), stage.key.public(), stage.tenant.id);
        assert_eq!(remove(&store, tenant, vec![1, 2]).await.unwrap(), [1, 2]);
        assert_eq!(Backup::list(&store, tenant).await.unwrap(), [3]);
        assert_eq!(sweep(&store, tenant, (&key, chrono::DateTime::UNIX_EPOCH)).await.unwrap(), 0, "too young");
        assert_eq!(sweep(&store, tenant, (&key, tomorrow())).await.unwrap(), 6, "two of three parts each");
        assert_eq!(objects(&stage).await.len(), 1 + 3 + 1);
        assert_eq!(stage.prove(Tier::Hot, 3).await.unwrap().files, 1);
        assert_eq!(stage.make(Tier::Hot).await.unwrap().manifest.sequence, 4);
    }

    async fn what_broke_off_is_swept_and_nothing_while_a_manifest_cannot_be_read(test: TestTenancy) {
        let stage = Stage::new(&test, "acme").await;
        stage.fill("Kluis", b"een".to_vec()).await;
        stage.make(Tier::Hot).await.unwrap();
        stage.make(Tier::Hot).await.unwrap();
        let (store, key, tenant) = (stage.store(Tier::Hot), stage.key.public(), stage.tenant.id);
        let left = format!("hot/{tenant}/files/aa/{:032x}.zst.age", 1);
        stage.objects.put(&left.as_str().into(), "half of it".into()).await.unwrap();
        let strange = format!("hot/{tenant}/notes.txt");
        stage.objects.put(&strange.as_str().into(), "somebody's own".into()).await.unwrap();
        let manifest = format!("hot/{tenant}/manifests/0000000001.json");
        let whole = stage.objects.get(&manifest.as_str().into()).await.unwrap().bytes().await.unwrap();
        stage.objects.put(&manifest.as_str().into(), whole.slice(..40).into()).await.unwrap();
        let swept = sweep(&store, tenant, (&key, tomorrow())).await;
        assert!(matches!(swept, Err(PruneError::Unreadable { sequence: 1, .. })), "{swept:?}");
        stage.objects.put(&manifest.as_str().into(), whole.into()).await.unwrap();
        assert_eq!(sweep(&store, tenant, (&key, tomorrow())).await.unwrap(), 1);
        assert!(objects(&stage).await.contains(&strange));
        for sequence in [1, 2] {
            stage.prove(Tier::Hot, sequence).await.unwrap();
        }
    }
}
