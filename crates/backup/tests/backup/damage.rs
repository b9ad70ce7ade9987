//! Whatever is done to what lies in a store is found, and named.

use futures::TryStreamExt;
use object_store::{ObjectStore, ObjectStoreExt, path::Path};
use waarborg_backup::{BadBackup, MakeError, Tier, Unproven};

use crate::stage::Stage;

async fn objects(stage: &Stage) -> Vec<Path> {
    let listed: Vec<_> = stage.objects.list(None).try_collect().await.unwrap();
    listed.into_iter().map(|object| object.location).collect()
}

async fn read(stage: &Stage, path: &Path) -> Vec<u8> {
    stage.objects.get(path).await.unwrap().bytes().await.unwrap().to_vec()
}

async fn write(stage: &Stage, path: &Path, bytes: Vec<u8>) {
    stage.objects.put(path, bytes.into()).await.unwrap();
}

/// A proof that must fail, in words that name the object.
async fn refused(stage: &Stage, path: &Path) -> Unproven {
    let refused = stage.prove(Tier::Hot, 1).await.unwrap_err();
    let name = path.filename().unwrap();
    assert!(refused.to_string().contains(name), "{name}: {refused}");
    refused
}

tenancy::on_both_engines! {
    async fn bak_03_bak_04_a_flipped_bit_a_cut_and_an_addition_are_found_in_every_object(test: TestTenancy) {
        let stage = Stage::new(&test, "acme").await;
        stage.fill("Kluis", b"een proces-verbaal".to_vec()).await;
        stage.make(Tier::Hot).await.unwrap();
        stage.prove(Tier::Hot, 1).await.unwrap();
        let all = objects(&stage).await;
        assert_eq!(all.len(), 5, "database, environment, list, file, manifest");
        for path in all {
            let whole = read(&stage, &path).await;
            for place in [0, whole.len() / 3, whole.len() / 2, whole.len() - 1] {
                let mut flipped = whole.clone();
                flipped[place] ^= 1 << (place % 8);
                write(&stage, &path, flipped).await;
                refused(&stage, &path).await;
            }
            for shorter in [0, 1, whole.len() / 2, whole.len() - 1] {
                write(&stage, &path, whole[..shorter].to_vec()).await;
                refused(&stage, &path).await;
            }
            write(&stage, &path, [whole.as_slice(), b"x"].concat()).await;
            refused(&stage, &path).await;
            stage.objects.delete(&path).await.unwrap();
            refused(&stage, &path).await;
            write(&stage, &path, whole).await;
            stage.prove(Tier::Hot, 1).await.unwrap();
        }
    }

    async fn bak_04_parts_of_another_back_up_of_the_same_environment_are_found(test: TestTenancy) {
        let stage = Stage::new(&test, "acme").await;
        stage.fill("Kluis", b"een".to_vec()).await;
        let first = stage.make(Tier::Hot).await.unwrap().manifest;
        stage.fill("Hek", b"twee".to_vec()).await;
        let second = stage.make(Tier::Hot).await.unwrap().manifest;
        let path = |object: &str| Path::from(format!("hot/{}/{object}", stage.tenant.id));
        let pairs = [
            (first.database.object, second.database.object),
            (first.environment.object, second.environment.object),
            (first.files.object, second.files.object),
        ];
        for (mine, other) in pairs {
            let (mine, other) = (path(&mine), path(&other));
            let (whole, strange) = (read(&stage, &mine).await, read(&stage, &other).await);
            write(&stage, &mine, strange).await;
            let found = refused(&stage, &mine).await;
            assert!(matches!(found, Unproven::Backup(BadBackup::Differs { .. })), "{found}");
            write(&stage, &mine, whole).await;
        }
    }

    async fn bak_05_a_back_up_in_anothers_place_is_refused(test: TestTenancy) {
        let (one, mut other) = (Stage::new(&test, "acme").await, Stage::new(&test, "zorg").await);
        other.objects = one.objects.clone();
        one.make(Tier::Hot).await.unwrap();
        one.make(Tier::Hot).await.unwrap();
        one.make(Tier::Cold).await.unwrap();
        other.make(Tier::Hot).await.unwrap();
        let manifest = |stage: &Stage, tier: &str, sequence: u64| {
            Path::from(format!("{tier}/{}/manifests/{sequence:010}.json", stage.tenant.id))
        };
        let newest = read(&one, &manifest(&one, "hot", 2)).await;
        for strange in [
            manifest(&one, "hot", 1),
            manifest(&one, "cold", 1),
            manifest(&other, "hot", 1),
        ] {
            let bytes = read(&one, &strange).await;
            write(&one, &manifest(&one, "hot", 2), bytes).await;
            let found = one.prove(Tier::Hot, 2).await.unwrap_err();
            assert!(matches!(found, Unproven::Backup(BadBackup::Misplaced { .. })), "{found}");
        }
        write(&one, &manifest(&one, "hot", 2), newest).await;
        one.prove(Tier::Hot, 2).await.unwrap();
    }

    async fn no_back_up_is_made_upon_one_that_is_not_to_be_trusted(test: TestTenancy) {
        let stage = Stage::new(&test, "acme").await;
        stage.make(Tier::Hot).await.unwrap();
        let path = Path::from(format!("hot/{}/manifests/0000000001.json", stage.tenant.id));
        let whole = read(&stage, &path).await;
        write(&stage, &path, whole[1..].to_vec()).await;
        let refused = stage.make(Tier::Hot).await.unwrap_err();
        assert!(matches!(refused, MakeError::Previous(_)) && refused.to_string().contains("0000000001"), "{refused}");
        write(&stage, &path, whole).await;
        assert_eq!(stage.make(Tier::Hot).await.unwrap().manifest.sequence, 2);
    }
}
