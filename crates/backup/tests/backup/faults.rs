use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use http::Method;
use tenancy::testing::{TestTenancy, block_on};
use waarborg_backup::{Backup, BadBackup, MakeError, StoreError, Tier, Unproven};

use crate::{
    bucket::{Bucket, ENDURANCE},
    chaos::{self, Fault, Log, Seen},
    stage::Stage,
};

/// An environment with two files, one of several parts, in a bucket behind something that goes wrong.
async fn behind(
    test: &TestTenancy,
    choose: impl Fn(&Seen) -> Option<Fault> + Send + Sync + 'static,
) -> (Stage, Arc<Log>) {
    // A fault of another kind happens to another environment.
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let slug = format!("acme-{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let mut bucket = Bucket::open();
    let (address, log) = chaos::start(bucket.endpoint(), choose).await;
    bucket.proxy = Some(address);
    let stage = Stage::in_bucket(test, &slug, bucket).await;
    stage.fill("Kluis", b"een proces-verbaal".to_vec()).await;
    stage.fill("Hek", crate::stage::noise(9_000_000)).await;
    (stage, log)
}

type Told = fn(&StoreError) -> bool;

fn store_error(error: MakeError) -> StoreError {
    match error {
        MakeError::Store(error) | MakeError::Previous(BadBackup::Store(error)) => error,
        other => panic!("{other}"),
    }
}

/// What fails a back-up, and that nobody can take what it left for one.
async fn fails(stage: &Stage) -> StoreError {
    let error = store_error(stage.make(Tier::Hot).await.unwrap_err());
    let names = stage.bucket.as_ref().unwrap().names().await;
    assert!(!names.iter().any(|name| name.contains("/manifests/")), "{names:?}");
    error
}

fn outlasts(fault: Fault) {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        // Every third request: never the same one twice in a row for long.
        let (stage, log) = behind(&test, move |seen| (seen.number % 3 == 1).then_some(fault)).await;
        let made = stage.make(Tier::Hot).await.unwrap().manifest;
        assert_eq!((made.sequence, made.files.count), (1, 2));
        stage.prove(Tier::Hot, 1).await.unwrap();
        assert_eq!(stage.make(Tier::Hot).await.unwrap().manifest.sequence, 2);
        assert!(log.faults() > 4, "{} faults", log.faults());
    });
}

#[test]
fn bak_11_an_error_500_that_passes_is_outlasted() {
    outlasts(Fault::Answer(500, "InternalError"));
}

#[test]
fn bak_11_a_store_that_asks_to_slow_down_is_outlasted() {
    outlasts(Fault::Answer(503, "SlowDown"));
}

#[test]
fn bak_11_a_connection_that_is_cut_before_the_store_heard_is_outlasted() {
    outlasts(Fault::CutBefore);
}

#[test]
fn bak_11_an_answer_that_is_lost_does_not_make_a_back_up_fail_on_its_own_name() {
    outlasts(Fault::CutAfter);
}

#[test]
fn bak_11_a_store_that_falls_silent_is_asked_again() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let (stage, log) = behind(&test, |seen| (seen.number % 9 == 4).then_some(Fault::Silence)).await;
        stage.make(Tier::Hot).await.unwrap();
        assert!(log.faults() > 0);
    });
}

#[test]
fn bak_11_what_does_not_pass_is_tried_a_bounded_number_of_times_and_told() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let faults: [(Fault, Told); 3] = [
            (Fault::Answer(503, "SlowDown"), |error| matches!(error, StoreError::Busy(_))),
            (Fault::Answer(500, "InternalError"), |error| matches!(error, StoreError::Answered { .. })),
            (Fault::CutBefore, |error| matches!(error, StoreError::Refused(_))),
        ];
        for (fault, is_told) in faults {
            let (stage, log) = behind(&test, move |seen| (seen.method == Method::PUT).then_some(fault)).await;
            let error = fails(&stage).await;
            assert!(is_told(&error), "{error}");
            assert_eq!(log.most_attempts(&Method::PUT), ENDURANCE.retries + 1, "{fault:?}");
        }
    });
}

#[test]
fn bak_11_what_arrived_by_half_and_was_called_a_success_is_found() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let (stage, _) = behind(&test, |seen| {
            (seen.method == Method::PUT && seen.query.is_empty()).then_some(Fault::HalfSent)
        })
        .await;
        let error = fails(&stage).await;
        assert!(matches!(error, StoreError::Differs(_)), "{error}");
    });
}

#[test]
fn bak_11_a_part_of_an_upload_that_arrived_by_half_is_found() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        // The last: another would be too small to be a part.
        let (stage, log) =
            behind(&test, |seen| seen.query.contains("partNumber=2").then_some(Fault::HalfSent)).await;
        let error = fails(&stage).await;
        assert!(matches!(error, StoreError::Differs(_)), "{error}");
        assert_eq!(log.faults(), 1);
    });
}

#[test]
fn bak_11_an_answer_that_ends_in_the_middle_is_fetched_further_and_a_wrong_length_is_found() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let is_object = |seen: &Seen| seen.method == Method::GET && seen.query.is_empty();
        let (stage, log) = behind(&test, move |seen| {
            (is_object(seen) && !seen.headers.contains_key("range")).then_some(Fault::HalfAnswered)
        })
        .await;
        stage.make(Tier::Hot).await.unwrap();
        stage.prove(Tier::Hot, 1).await.unwrap();
        assert!(log.faults() > 5);
        let (stage, _) = behind(&test, move |seen| is_object(seen).then_some(Fault::Shortened)).await;
        let error = fails(&stage).await;
        assert!(matches!(error, StoreError::Differs(_)), "{error}");
    });
}

#[test]
fn bak_11_a_list_that_is_behind_does_not_hide_the_back_up_before() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let (stage, log) =
            behind(&test, |seen| seen.query.contains("list-type").then_some(Fault::EmptyList)).await;
        for sequence in 1..=3 {
            let made = stage.make(Tier::Hot).await.unwrap().manifest;
            assert_eq!(made.sequence, sequence);
            assert_eq!(
                made.previous.map(|previous| previous.sequence),
                sequence.checked_sub(1).filter(|n| *n > 0)
            );
        }
        assert_eq!(log.faults(), 3);
    });
}

#[test]
fn bak_11_a_name_that_is_taken_by_another_is_left_alone_and_told() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let taken = Fault::Answer(412, "PreconditionFailed");
        let (stage, log) = behind(&test, move |seen| {
            (seen.method == Method::PUT && seen.path.contains("/manifests/")).then_some(taken)
        })
        .await;
        let error = fails(&stage).await;
        assert!(matches!(&error, StoreError::Exists(name) if name.ends_with("0000000001.json")), "{error}");
        assert_eq!(log.faults(), 1, "it is not tried again");
    });
}

#[test]
fn bak_11_a_clock_that_is_twenty_minutes_off_is_told_as_that() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let skewed = Fault::Answer(403, "RequestTimeTooSkewed");
        let (stage, log) = behind(&test, move |_| Some(skewed)).await;
        let error = fails(&stage).await;
        assert!(matches!(error, StoreError::Clock) && error.to_string().contains("NTP"), "{error}");
        assert_eq!(log.faults(), 1, "it is not tried again");
    });
}

#[test]
fn bak_11_a_key_that_ends_while_a_back_up_is_made_fails_it_and_the_next_key_makes_it() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let has_ended = Arc::new(AtomicBool::new(true));
        let ended = has_ended.clone();
        let (stage, log) = behind(&test, move |seen| {
            (seen.number >= 6 && ended.load(Ordering::Relaxed)).then_some(Fault::Answer(400, "ExpiredToken"))
        })
        .await;
        let error = fails(&stage).await;
        assert!(matches!(&error, StoreError::Key(code) if code == "ExpiredToken"), "{error}");
        assert!(log.most_attempts(&Method::PUT) == 1, "it is not tried again");
        has_ended.store(false, Ordering::Relaxed);
        assert_eq!(stage.make(Tier::Hot).await.unwrap().manifest.sequence, 1);
        stage.prove(Tier::Hot, 1).await.unwrap();
    });
}

#[test]
fn bak_11_what_is_no_answer_of_the_store_is_told_when_back_ups_are_read() {
    block_on(async {
        let test = TestTenancy::sqlite().await;
        let is_broken = Arc::new(AtomicBool::new(false));
        let broken = is_broken.clone();
        let (stage, _) = behind(&test, move |_| {
            broken.load(Ordering::Relaxed).then_some(Fault::Answer(404, "NoSuchBucket"))
        })
        .await;
        stage.make(Tier::Hot).await.unwrap();
        is_broken.store(true, Ordering::Relaxed);
        let store = stage.store(Tier::Hot);
        let listed = Backup::list(&store, stage.tenant.id).await.unwrap_err();
        assert!(matches!(listed, StoreError::NoBucket), "{listed}");
        let found = stage.prove(Tier::Hot, 1).await.unwrap_err();
        assert!(matches!(found, Unproven::Backup(BadBackup::Store(StoreError::NoBucket))), "{found}");
    });
}
