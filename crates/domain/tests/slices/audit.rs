//! One event per change, in the change's own transaction.

use kernel::{Error, Result, Role};
use waarborg_domain::{
    audit::{self, AuditEntry},
    record,
};

use crate::stage::{Stage, change, create, move_to, titled};

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
        let rows = stage.rows(
            "SELECT actor_kind, subject_kind, address, subject_id FROM audit_event WHERE action = 'record.created'",
        ).await;
        let column = |index| rows[0].try_get_by_index::<String>(index).unwrap();
        assert_eq!([column(0), column(1), column(2)], ["user", "rec", "192.0.2.7"]);
        let made = record::get(&manager, column(3).parse().unwrap()).await.unwrap();
        assert_eq!(made.number, 1);
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
