use kernel::{AuditEventId, Clock, FixedClock, SeededRandom};

use super::*;
use crate::{BadPublicKey, Bytes, EarlierHead, Head, HeadKey};

fn tenant(number: u8) -> TenantId {
    TenantId::generate(&FixedClock::default(), &SeededRandom::new(u64::from(number)))
}

/// A sound log of so many events.
fn log(tenant: TenantId, length: i64) -> Vec<Event> {
    let (clock, random) = (FixedClock::default(), SeededRandom::new(7));
    let mut previous_hash = genesis(tenant);
    let event = |seq| {
        let mut event = Event {
            seq,
            id: AuditEventId::generate(&clock, &random),
            at: clock.now(),
            actor_kind: "user".to_owned(),
            actor_user_id: None,
            credential: None,
            action: "record.updated".to_owned(),
            is_refusal: false,
            subject_kind: "rec".to_owned(),
            subject_id: Some(format!("rec_{seq}")),
            details_owner: None,
            details: Some(Bytes(vec![1, 2, 3])),
            origin_owner: None,
            origin: None,
            previous_hash,
            hash: previous_hash,
        };
        event.hash = event.computed_hash(tenant);
        previous_hash = event.hash;
        event
    };
    (1..=length).map(event).collect()
}

/// Numbers and hashes anew, as somebody would who may write everything but the witness.
fn chained_anew(tenant: TenantId, events: &mut [Event]) {
    let mut previous_hash = genesis(tenant);
    for (event, seq) in events.iter_mut().zip(1..) {
        event.seq = seq;
        event.previous_hash = previous_hash;
        event.hash = event.computed_hash(tenant);
        previous_hash = event.hash;
    }
}

fn key() -> HeadKey {
    HeadKey::new(&[9; 32])
}

/// Signed heads at these events.
fn heads(events: &[Event], tenant: TenantId, at: &[i64]) -> Vec<SignedHead> {
    let of = |seq: i64| EarlierHead { seq, hash: events[usize::try_from(seq).unwrap() - 1].hash };
    let mut previous = None;
    at.iter()
        .map(|seq| {
            let EarlierHead { seq, hash } = of(*seq);
            let head = Head { tenant, seq, hash, at: FixedClock::default().now(), previous, restored: None };
            previous = Some(EarlierHead { seq, hash });
            key().sign(head)
        })
        .collect()
}

fn check(tenant: TenantId, events: Vec<Event>, heads: Vec<SignedHead>) -> Result<Verified, Problem> {
    let verifier = Verifier::new(tenant, heads, &key().public())?;
    verify(verifier, events.into_iter().map(Ok::<_, ()>)).unwrap()
}

#[test]
fn a_sound_log_is_sound_with_and_without_heads() {
    let (tenant, events) = (tenant(1), log(tenant(1), 10));
    let found = check(tenant, events.clone(), heads(&events, tenant, &[3, 8])).unwrap();
    assert_eq!((found.seq, found.heads, found.last_head.unwrap().0), (10, 2, 8));
    assert_eq!(found.hash, events[9].hash);
    assert_eq!(check(tenant, Vec::new(), Vec::new()).unwrap().seq, 0);
}

#[test]
fn aud_01_every_change_by_who_can_write_the_table_is_found_at_the_event_it_begins_with() {
    let (tenant, sound) = (tenant(1), log(tenant(1), 10));
    let published = heads(&sound, tenant, &[3, 8]);
    let found = |change: &dyn Fn(&mut Vec<Event>)| {
        let mut events = sound.clone();
        change(&mut events);
        check(tenant, events, published.clone()).unwrap_err()
    };
    assert_eq!(found(&|events| events[4].action = "record.created".into()), Problem::Edited { seq: 5 });
    assert_eq!(found(&|events| events[4].details = None), Problem::Edited { seq: 5 });
    assert_eq!(found(&|events| drop(events.remove(4))), Problem::Missing { seq: 5 });
    assert_eq!(found(&|events| drop(events.remove(0))), Problem::Missing { seq: 1 });
    assert_eq!(found(&|events| events.swap(4, 5)), Problem::OutOfOrder { seq: 5 });
    assert_eq!(found(&|events| events.insert(4, events[3].clone())), Problem::OutOfOrder { seq: 4 });
    // Put in, with a hash of its own that fits; the next one does not go on from it.
    let put_in = |events: &mut Vec<Event>| {
        let mut new = events[4].clone();
        new.action = "record.created".into();
        new.hash = new.computed_hash(tenant);
        events[4] = new;
    };
    assert_eq!(found(&put_in), Problem::Unlinked { seq: 6 });
    // Numbers and hashes all made anew: only what was published tells.
    let forged = |events: &mut Vec<Event>| {
        events.remove(4);
        chained_anew(tenant, events);
    };
    assert_eq!(found(&forged), Problem::Rewritten { seq: 4, published: 8 });
    assert_eq!(found(&|events| events.truncate(7)), Problem::Cut { seq: 8, published: 8 });
    assert_eq!(found(&Vec::clear), Problem::Cut { seq: 1, published: 8 });
}

#[test]
fn aud_01_an_older_copy_is_found_out_also_when_it_has_grown_since() {
    let (tenant, sound) = (tenant(1), log(tenant(1), 10));
    let published = heads(&sound, tenant, &[3, 8]);
    let mut restored = sound.clone();
    restored.truncate(5);
    assert_eq!(
        check(tenant, restored.clone(), published.clone()),
        Err(Problem::Cut { seq: 6, published: 8 })
    );
    for event in &log(tenant, 12)[5..] {
        let mut other = event.clone();
        other.action = "record.archived".into();
        restored.push(other);
    }
    chained_anew(tenant, &mut restored);
    assert_eq!(check(tenant, restored, published), Err(Problem::Rewritten { seq: 4, published: 8 }));
}

#[test]
fn aud_01_the_chain_of_another_environment_is_no_chain_of_this_one() {
    let (ours, theirs) = (tenant(1), tenant(2));
    let (sound, copied) = (log(ours, 10), log(theirs, 10));
    assert_eq!(check(ours, copied.clone(), heads(&sound, ours, &[8])), Err(Problem::Foreign));
    assert_eq!(
        check(ours, copied.clone(), heads(&copied, theirs, &[8])),
        Err(Problem::HeadNotTrusted { seq: 8 })
    );
    // As its own file says it is: then the heads are of somebody else.
    assert_eq!(check(theirs, copied, heads(&sound, ours, &[8])), Err(Problem::HeadNotTrusted { seq: 8 }));
}

#[test]
fn aud_09_a_head_is_worth_nothing_when_anything_of_it_was_changed() {
    let (tenant, events) = (tenant(1), log(tenant(1), 10));
    let signed = heads(&events, tenant, &[3, 8]);
    assert!(signed.iter().all(|signed| signed.is_signed_by(&key().public())));
    let changed = |change: &dyn Fn(&mut SignedHead)| {
        let mut heads = signed.clone();
        change(&mut heads[1]);
        check(tenant, events.clone(), heads)
    };
    assert_eq!(changed(&|signed| signed.head.seq = 9), Err(Problem::HeadNotTrusted { seq: 9 }));
    for change in [
        (|signed: &mut SignedHead| signed.head.hash.0[0] ^= 1) as fn(&mut SignedHead),
        |signed| signed.head.at += chrono::Duration::microseconds(1),
        |signed| signed.head.previous = None,
        |signed| signed.signature.0[5] ^= 1,
        |signed| signed.key_id = "0000000000000000".into(),
        |signed| *signed = HeadKey::new(&[8; 32]).sign(signed.head.clone()),
    ] {
        assert_eq!(changed(&change), Err(Problem::HeadNotTrusted { seq: 8 }));
    }
}

#[test]
fn aud_09_each_head_goes_on_from_the_one_before_or_the_heads_disagree() {
    let (tenant, events) = (tenant(1), log(tenant(1), 10));
    let mut signed = heads(&events, tenant, &[3, 8]);
    let mut other = events.clone();
    other[1].action = "record.created".into();
    chained_anew(tenant, &mut other);
    signed.extend(heads(&other, tenant, &[3]));
    assert_eq!(check(tenant, events, signed), Err(Problem::HeadsDisagree { seq: 3 }));
}

#[test]
fn a_log_and_its_heads_read_back_as_they_were_written() {
    let (tenant, events) = (tenant(1), log(tenant(1), 3));
    for event in &events {
        let line = serde_json::to_string(event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&line).unwrap(), *event, "{line}");
    }
    for signed in heads(&events, tenant, &[1, 3]) {
        let line = serde_json::to_string(&signed).unwrap();
        assert_eq!(serde_json::from_str::<SignedHead>(&line).unwrap(), signed, "{line}");
    }
    let public = key().public();
    assert_eq!(public.to_string().parse(), Ok(public));
    assert_eq!("".parse::<PublicKey>(), Err(BadPublicKey));
}

/// The head that says that a copy of so many events was put back, after all others were signed.
fn restore(events: &[Event], tenant: TenantId, (seq, left): (i64, &SignedHead)) -> SignedHead {
    let hash = events[usize::try_from(seq).unwrap() - 1].hash;
    let restored = Some(EarlierHead { seq: left.head.seq, hash: left.head.hash });
    let at = FixedClock::default().now() + chrono::Duration::hours(1);
    key().sign(Head { tenant, seq, hash, at, previous: None, restored })
}

#[test]
fn aud_12_a_copy_that_was_meant_to_be_put_back_is_explained_and_not_taken_for_a_fork() {
    let (tenant, sound) = (tenant(1), log(tenant(1), 10));
    let mut published = heads(&sound, tenant, &[3, 8]);
    let mut restored = sound[..5].to_vec();
    restored.extend(log(tenant, 12)[5..].iter().cloned().map(|mut event| {
        event.action = "record.archived".into();
        event
    }));
    chained_anew(tenant, &mut restored);
    let not_meant = Problem::Rewritten { seq: 4, published: 8 };
    assert_eq!(check(tenant, restored.clone(), published.clone()), Err(not_meant));

    let point = restore(&sound, tenant, (5, &published[1]));
    published.push(point.clone());
    let found = check(tenant, restored.clone(), published.clone()).unwrap();
    assert_eq!(found.restores, [Restore { seq: 5, left_behind: 8, at: point.head.at }]);
    assert_eq!((found.seq, found.heads), (12, 2));
    // Only what was published behind it is let go: the rest of the log must be as it was.
    let mut edited = restored.clone();
    edited[1].action = "record.archived".into();
    chained_anew(tenant, &mut edited);
    assert_eq!(check(tenant, edited, published.clone()), Err(Problem::Rewritten { seq: 1, published: 3 }));
    restored.truncate(4);
    assert_eq!(check(tenant, restored, published.clone()), Err(Problem::Cut { seq: 5, published: 5 }));
    // Whoever cannot sign cannot say that it was meant.
    published[2].head.seq = 4;
    assert_eq!(check(tenant, sound, published), Err(Problem::HeadNotTrusted { seq: 4 }));
}
