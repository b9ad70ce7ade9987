use std::sync::Arc;

use chrono::Days;
use http::{Method, StatusCode};
use kernel::{Clock, FixedClock, SystemClock, SystemRandom};
use object_store::path::Path;
use tenancy::testing::{TestTenancy, block_on};
use waarborg_backup::{Held, Store, StoreError, StorePlace, Tier};

use crate::{
    bucket::{Bucket, Who},
    chaos,
    stage::{Stage, noise},
};

const NOTHING: (&[(&str, &str)], &[u8]) = (&[], b"");

#[test]
fn bak_18_the_servers_own_key_can_neither_replace_nor_delete_a_back_up() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let bucket = Bucket::locked().used_by(Who::Appender);
        let stage = Stage::in_bucket(&test, "acme", bucket.clone()).await;
        stage.fill("Kluis", b"een proces-verbaal".to_vec()).await;
        stage.make(Tier::Hot).await.unwrap();
        for name in bucket.names().await {
            let once: &[_] = &[("if-none-match", "*")];
            let put = bucket.ask(Who::Appender, (Method::PUT, &name, ""), (once, b"mine")).await;
            assert_eq!(put.status, StatusCode::PRECONDITION_FAILED, "{name}");
            let delete = bucket.ask(Who::Appender, (Method::DELETE, &name, ""), NOTHING).await;
            assert_eq!(delete.status, StatusCode::FORBIDDEN, "{name}");
        }
        stage.prove(Tier::Hot, 1).await.unwrap();
    });
}

#[test]
fn bak_18_under_a_lock_the_owner_of_the_bucket_can_hide_a_back_up_and_not_lose_it() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let bucket = Bucket::locked();
        let stage = Stage::in_bucket(&test, "acme", bucket.clone()).await;
        stage.make(Tier::Hot).await.unwrap();
        let mut hidden = Vec::new();
        for name in bucket.names().await {
            let head = bucket.ask(Who::Owner, (Method::HEAD, &name, ""), NOTHING).await;
            assert_eq!(head.headers["x-amz-object-lock-mode"], "COMPLIANCE", "{name}");
            let version = format!("?versionId={}", head.headers["x-amz-version-id"].to_str().unwrap());
            let over = bucket.ask(Who::Owner, (Method::PUT, &name, ""), (&[], b"mine")).await;
            assert_eq!(over.status, StatusCode::OK);
            let for_good = bucket.ask(Who::Owner, (Method::DELETE, &name, &version), NOTHING).await;
            assert_eq!(for_good.status, StatusCode::FORBIDDEN, "{name}");
            let mark = bucket.ask(Who::Owner, (Method::DELETE, &name, ""), NOTHING).await;
            assert_eq!(mark.status, StatusCode::NO_CONTENT);
            hidden.push((name, [over, mark].map(|made| made.headers["x-amz-version-id"].clone())));
        }
        assert!(bucket.names().await.is_empty());
        // The way back: take away what was laid over it.
        for (name, over) in hidden {
            for version in over {
                let version = format!("?versionId={}", version.to_str().unwrap());
                let gone = bucket.ask(Who::Owner, (Method::DELETE, &name, &version), NOTHING).await;
                assert_eq!(gone.status, StatusCode::NO_CONTENT);
            }
        }
        stage.prove(Tier::Hot, 1).await.unwrap();
    });
}

#[test]
fn bak_18_every_object_is_sent_with_its_lock_also_one_of_several_parts() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let mut bucket = Bucket::locked();
        let (address, log) = chaos::start(bucket.endpoint(), |_| None).await;
        bucket.proxy = Some(address);
        let stage = Stage::in_bucket(&test, "acme", bucket).await;
        stage.fill("Hek", noise(9_000_000)).await;
        stage.make(Tier::Hot).await.unwrap();
        let seen = log.seen.lock().unwrap();
        let has_lock = |seen: &chaos::Seen| {
            let signed = seen.headers["authorization"].to_str().unwrap();
            let until = seen.headers.get("x-amz-object-lock-retain-until-date");
            assert_eq!(until.is_some(), signed.contains("x-amz-object-lock-retain-until-date"));
            until.is_some() && seen.headers["x-amz-object-lock-mode"] == "COMPLIANCE"
        };
        let begun: Vec<_> = seen.iter().filter(|seen| seen.query.starts_with("uploads")).collect();
        let small: Vec<_> =
            seen.iter().filter(|seen| seen.method == Method::PUT && seen.query.is_empty()).collect();
        assert_eq!((begun.len(), small.len()), (1, 4));
        assert!(begun.iter().chain(&small).all(|seen| has_lock(seen)));
        assert_eq!(seen.iter().filter(|seen| has_lock(seen)).count(), 5, "nothing else asks for one");
    });
}

#[test]
fn bak_18_a_file_that_back_ups_share_is_locked_for_each_of_them_and_sent_again_when_it_is_gone() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let bucket = Bucket::locked();
        let mut stage = Stage::in_bucket(&test, "acme", bucket.clone()).await;
        stage.fill("Kluis", b"een proces-verbaal".to_vec()).await;
        let files = async || -> Vec<String> {
            bucket.names().await.into_iter().filter(|name| name.contains("/files/")).collect()
        };
        let locked_until = async |name: &str| {
            let head = bucket.ask(Who::Owner, (Method::HEAD, name, ""), NOTHING).await;
            head.headers["x-amz-object-lock-retain-until-date"].to_str().unwrap().to_owned()
        };
        stage.make(Tier::Hot).await.unwrap();
        let name = files().await.pop().unwrap();
        let first = locked_until(&name).await;
        stage.make(Tier::Hot).await.unwrap();
        assert_eq!(locked_until(&name).await, first, "it is long enough");

        let later = SystemClock.now() + Days::new(30);
        stage.bucket.as_mut().unwrap().clock = Arc::new(FixedClock::at(later));
        stage.make(Tier::Hot).await.unwrap();
        assert_eq!(files().await, [name.as_str()]);
        let until = (later + Days::new(2)).format("%Y-%m-%dT%H:%M:%SZ").to_string();
        assert_eq!(locked_until(&name).await, until);

        bucket.ask(Who::Owner, (Method::DELETE, &name, ""), NOTHING).await;
        assert_eq!(stage.make(Tier::Hot).await.unwrap().manifest.sequence, 4);
        assert_eq!(files().await.len(), 1);
        assert_ne!(files().await, [name.as_str()]);
        stage.prove(Tier::Hot, 4).await.unwrap();
    });
}

#[test]
fn bak_18_deleting_many_tells_what_the_lock_keeps_apart_from_what_failed() {
    block_on(async {
        let bucket = Bucket::locked();
        let until = (SystemClock.now() + Days::new(1)).format("%Y-%m-%dT%H:%M:%SZ").to_string();
        let lock: &[_] = &[
            ("x-amz-object-lock-mode", "COMPLIANCE"),
            ("x-amz-object-lock-retain-until-date", &until),
            ("x-amz-sdk-checksum-algorithm", "SHA256"),
        ];
        for (name, headers) in [("a", lock), ("b", &[]), ("c", lock)] {
            let put = bucket.ask(Who::Owner, (Method::PUT, name, ""), (headers, b"1")).await;
            assert_eq!(put.status, StatusCode::OK);
        }
        let paths = || ["a", "b", "c", "d"].map(Path::from).to_vec();
        let mut deleted = bucket.store(Tier::Hot).delete_many(paths()).await.unwrap();
        deleted.gone.sort();
        deleted.locked.sort();
        assert_eq!(deleted.gone, ["b", "d"].map(Path::from));
        assert_eq!(deleted.locked, ["a", "c"].map(Path::from));
        assert!(deleted.failed.is_empty());
        assert_eq!(bucket.names().await, ["a", "c"]);

        let open = Bucket::open().used_by(Who::Appender);
        open.ask(Who::Owner, (Method::PUT, "a", ""), (&[], b"1")).await;
        let deleted = open.store(Tier::Hot).delete_many(paths()).await.unwrap();
        assert!(matches!(&deleted.failed[..], [(path, StoreError::Denied(_))] if path.as_ref() == "a"));
        assert_eq!((deleted.gone.len(), deleted.locked.len()), (3, 0));
        let store = open.clone().used_by(Who::Owner).store(Tier::Hot);
        assert_eq!(store.delete_many(paths()).await.unwrap().gone.len(), 4);
        assert!(open.names().await.is_empty());
        let refused = store.delete_many(vec![Path::from("a"); 1001]).await.unwrap_err();
        assert!(matches!(refused, StoreError::TooMany(1000)), "{refused}");
    });
}

#[test]
fn bak_18_the_check_of_a_store_tells_what_an_attacker_could_do_to_it() {
    block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let check = async |store: Store| store.check(&SystemRandom).await.unwrap();
        let found = check(StorePlace::Folder(folder.path().into()).open(Tier::Cold).unwrap()).await;
        assert!(found.is_usable() && !found.is_safe(), "{found:?}");

        let found = check(Bucket::open().store(Tier::Hot)).await;
        assert_eq!((found.overwritten, found.deleted), (Held::Lost, Held::Lost));
        assert!(found.is_usable() && !found.is_safe());

        let found = check(Bucket::open().used_by(Who::Appender).store(Tier::Hot)).await;
        assert_eq!((found.overwritten, found.deleted), (Held::Lost, Held::Refused));

        for (who, deleted) in [(Who::Owner, Held::Kept), (Who::Appender, Held::Refused)] {
            let found = check(Bucket::locked().used_by(who).store(Tier::Hot)).await;
            assert_eq!((found.overwritten, found.deleted), (Held::Kept, deleted));
            assert!(found.is_usable() && found.is_safe());
        }

        let no_lock = Bucket::open().asking_a_lock().store(Tier::Hot).check(&SystemRandom).await.unwrap_err();
        assert!(matches!(no_lock, StoreError::NoLock), "{no_lock}");

        // Versions alone are no lock.
        let found = check(Bucket::locked().asking_no_lock().store(Tier::Hot)).await;
        assert_eq!((found.overwritten, found.deleted), (Held::Kept, Held::Lost));
        assert!(!found.is_safe());
    });
}
