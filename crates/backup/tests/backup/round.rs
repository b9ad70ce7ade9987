use std::sync::atomic::{AtomicBool, Ordering};

use tenancy::testing::{TestTenancy, block_on};
use waarborg_backup::{Backup, Identity, MakeError, OpenError, Tier, Unproven};

use crate::{
    bucket::{Bucket, Who},
    stage::{Stage, noise},
};

async fn files(stage: &Stage) -> usize {
    stage.names().await.iter().filter(|name| name.contains("/files/")).count()
}

async fn comes_out_with_either_key(stage: Stage) {
    stage.fill("Kluis", b"een proces-verbaal".to_vec()).await;
    stage.fill("Hek", vec![42; 3_000_000]).await;
    let made = stage.make(Tier::Hot).await.unwrap().manifest;
    assert_eq!((made.sequence, made.tier, &made.previous), (1, Tier::Hot, &None));
    assert_eq!((made.tenant, made.slug.as_str()), (stage.tenant.id, "acme"));
    assert_eq!((made.tables["record"].rows, made.tables["file_revision"].rows), (2, 2));
    assert_eq!(made.files.count, 2);
    assert!(made.audit_head.is_some_and(|head| head.seq > 3), "{:?}", made.audit_head);
    for identity in [&stage.operations, &stage.escrow] {
        let proof = stage.prove_with(identity, Tier::Hot, 1).await.unwrap();
        assert_eq!((proof.files, proof.file_bytes), (2, 3_000_018));
        assert!(proof.rows > 10 && proof.database_bytes > 50_000, "{proof:?}");
    }
}

async fn sends_only_what_is_new(stage: Stage) {
    stage.fill("Kluis", b"een".to_vec()).await;
    let first = stage.make(Tier::Cold).await.unwrap();
    stage.fill("Hek", b"twee".to_vec()).await;
    stage.fill("Poort", b"twee".to_vec()).await;
    let second = stage.make(Tier::Cold).await.unwrap();
    assert_eq!(second.manifest.previous, Some(first.as_previous()));
    assert_eq!((second.manifest.sequence, second.manifest.files.count), (2, 2));
    assert_eq!(files(&stage).await, 2);
    // The other store has a row of its own.
    let hot = stage.make(Tier::Hot).await.unwrap().manifest;
    assert_eq!((hot.sequence, hot.previous), (1, None));
    assert_eq!(files(&stage).await, 4);
    for (tier, sequence, count) in [(Tier::Cold, 1, 1), (Tier::Cold, 2, 2), (Tier::Hot, 1, 2)] {
        assert_eq!(stage.prove(tier, sequence).await.unwrap().files, count);
    }
}

async fn names_a_file_that_is_gone(stage: Stage) {
    stage.fill("Kluis", b"een".to_vec()).await;
    let blob = "files/".to_owned() + &stage.contents().await[0].to_string();
    stage.forget_blob(&blob).await;
    let refused = stage.make(Tier::Hot).await.unwrap_err();
    assert!(matches!(refused, MakeError::File { .. }), "{refused}");
    assert!(refused.to_string().contains(&blob["files/".len()..]), "{refused}");
    let found = stage.prove(Tier::Hot, 1).await.unwrap_err();
    assert!(found.to_string().contains("0000000001.json"), "{found}");
}

tenancy::on_both_engines! {
    async fn bak_13_what_was_made_comes_out_as_it_went_in_with_either_key(test: TestTenancy) {
        comes_out_with_either_key(Stage::new(&test, "acme").await).await;
    }

    async fn the_next_back_up_names_the_one_before_and_sends_only_what_is_new(test: TestTenancy) {
        sends_only_what_is_new(Stage::new(&test, "acme").await).await;
    }

    async fn bak_16_two_that_are_made_at_once_take_a_number_each(test: TestTenancy) {
        let stage = Stage::new(&test, "acme").await;
        stage.fill("Kluis", b"een".to_vec()).await;
        for first in [1, 3, 5] {
            let (one, other) = futures::join!(Box::pin(stage.make(Tier::Hot)), Box::pin(stage.make(Tier::Hot)));
            let mut made = [one.unwrap(), other.unwrap()];
            made.sort_by_key(|made| made.manifest.sequence);
            assert_eq!(made.each_ref().map(|made| made.manifest.sequence), [first, first + 1]);
            assert_eq!(made[1].manifest.previous, Some(made[0].as_previous()));
            for sequence in [first, first + 1] {
                assert_eq!(Box::pin(stage.prove(Tier::Hot, sequence)).await.unwrap().files, 1);
            }
        }
    }

    /// Whatever moment the copy is of: every record there has its history, and nothing that was there before is gone.
    async fn bak_01_a_back_up_made_while_people_write_is_of_one_moment(test: TestTenancy) {
        let stage = Stage::new(&test, "acme").await;
        stage.fill("Eerste", b"eerste".to_vec()).await;
        let is_over = AtomicBool::new(false);
        let write = async {
            let mut number = 0_u32;
            while !is_over.load(Ordering::Relaxed) {
                number += 1;
                stage.fill(&format!("Sleutel {number}"), number.to_be_bytes().to_vec()).await;
            }
        };
        let back_up = async {
            let mut least = 0;
            for sequence in 1..=10 {
                let made = Box::pin(stage.make(Tier::Hot)).await.unwrap().manifest;
                let rows = |table: &str| made.tables[table].rows;
                assert_eq!(rows("record"), rows("record_change"), "each was made, and nothing more");
                // A file is there before the record that holds it.
                assert!(matches!(rows("file_revision") - rows("record"), 0 | 1));
                assert!(rows("record") >= least && made.audit_head.unwrap().seq.cast_unsigned() >= 2 * rows("record"));
                least = rows("record");
                assert_eq!(Box::pin(stage.prove(Tier::Hot, sequence)).await.unwrap().files, rows("file_revision"));
            }
            is_over.store(true, Ordering::Relaxed);
            least
        };
        let (least, ()) = futures::join!(back_up, write);
        assert!(least > 5, "{least} records: nobody wrote beside it");
    }

    async fn bak_06_a_key_it_was_not_made_for_opens_nothing(test: TestTenancy) {
        let stage = Stage::new(&test, "acme").await;
        stage.make(Tier::Hot).await.unwrap();
        let refused = stage.prove_with(&Identity::generate().0, Tier::Hot, 1).await.unwrap_err();
        let Unproven::Backup(waarborg_backup::BadBackup::Sealed { reason, .. }) = refused else {
            panic!("{refused}")
        };
        assert!(matches!(reason, OpenError::OtherKey));
    }

    async fn a_file_that_is_gone_fails_the_back_up_and_names_it(test: TestTenancy) {
        names_a_file_that_is_gone(Stage::new(&test, "acme").await).await;
    }
}

/// The same in a bucket of a real server.
fn in_a_bucket<F: Future<Output = ()>>(bucket: Bucket, round: impl FnOnce(Stage) -> F) {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        round(Stage::in_bucket(&test, "acme", bucket).await).await;
    });
}

#[test]
fn bak_13_in_a_bucket_what_was_made_comes_out_as_it_went_in_with_either_key() {
    in_a_bucket(Bucket::open(), comes_out_with_either_key);
    in_a_bucket(Bucket::locked().used_by(Who::Appender), comes_out_with_either_key);
}

#[test]
fn in_a_bucket_the_next_back_up_names_the_one_before_and_sends_only_what_is_new() {
    in_a_bucket(Bucket::open(), sends_only_what_is_new);
    in_a_bucket(Bucket::locked(), sends_only_what_is_new);
}

#[test]
fn in_a_bucket_a_file_that_is_gone_fails_the_back_up_and_is_named() {
    in_a_bucket(Bucket::open(), names_a_file_that_is_gone);
}

#[test]
fn in_a_bucket_objects_of_many_parts_are_inspected_and_proven() {
    in_a_bucket(Bucket::open(), async |stage: Stage| {
        stage.fill("Hek", noise(9_000_000)).await;
        stage.make(Tier::Hot).await.unwrap();
        let store = stage.store(Tier::Hot);
        let found = Backup::find(&store, (stage.tenant.id, 1), &stage.key.public()).await.unwrap();
        let (objects, bytes) = found.check().await.unwrap();
        assert_eq!(objects, 4);
        assert!(bytes > 9_000_000);
        assert_eq!(stage.prove(Tier::Hot, 1).await.unwrap().file_bytes, 9_000_000);
    });
}
