//! One event per change, in the change's own transaction.

use kernel::{Error, Result, Role};
use waarborg_domain::{
    audit::{self, ActorKind, AuditEntry, AuditFilter},
    record,
};

use crate::{
    audit_chain::events,
    stage::{Stage, change, create, move_to, titled},
};

tenancy::on_both_engines! {
    async fn each_change_of_a_record_has_one_event_that_tells_who_what_and_from_where(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let log = stage.logged(async {
            let made = create(&manager, "things", titled("a")).await.unwrap();
            let changed = change(&manager, &made, titled("b")).await.unwrap();
            move_to(&manager, &changed, "busy").await.unwrap();
        });
        assert_eq!(log.await, ["record.created", "record.updated", "record.status_changed"]);
        let filter = AuditFilter { actions: Some(vec!["record.updated".into()]), ..AuditFilter::default() };
        let event = events(&stage, &filter).await.remove(0);
        assert_eq!((event.actor_kind, event.actor), (ActorKind::User, Some(stage.user(Role::Manager))));
        assert_eq!((event.subject_kind.as_str(), event.address.as_deref()), ("rec", Some("192.0.2.7")));
        let made = record::get(&manager, event.subject_id.as_ref().unwrap().parse().unwrap()).await.unwrap();
        assert_eq!((made.number, &event.details["code"]), (1, &"THI-0001".into()));
        let [change] = event.changes().try_into().unwrap();
        assert_eq!((change.before.as_deref(), change.after.as_deref()), (Some("a"), Some("b")));
    }

    async fn the_log_has_no_gaps_with_writers_of_every_kind_at_once(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let thing = stage.thing("a").await;
        let writers = (0..20).map(async |turn: u32| {
            let manager = stage.manager();
            match turn % 3 {
                0 => drop(create(&manager, "things", titled("new")).await.unwrap()),
                // All but the first are conflicts, which leave nothing.
                1 => drop(change(&manager, &thing, titled("changed")).await),
                _ => drop(stage.join(&format!("user{turn}"), Role::Viewer).await),
            }
        });
        futures::future::join_all(writers).await;
        let log = stage.log().await;
        assert!(log.iter().map(|(seq, _)| *seq).eq(1..=i64::try_from(log.len()).unwrap()));
        let of = |wanted: &str| log.iter().filter(|(_, action)| action == wanted).count();
        assert_eq!((of("record.created"), of("record.updated"), of("user.created")), (8, 1, 5 + 6));
    }

    async fn a_change_that_fails_takes_its_event_with_it(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let thing = stage.thing("a").await;
        let before = stage.log().await;
        let failed: Result<()> = manager.write(async |tx| {
            audit::record(&manager, tx, AuditEntry::about("record.updated", thing.id)).await?;
            Err(Error::Forbidden)
        }).await;
        assert!(matches!(failed, Err(Error::Forbidden)));
        assert_eq!(stage.log().await, before);
        stage.thing("b").await;
        assert_eq!(stage.log().await.len(), before.len() + 1);
    }
}
