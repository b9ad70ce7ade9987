use kernel::SystemRandom;
use waarborg_backup::{Backup, Drill, Keeper, Outcome, Tier, Verdict};

use crate::stage::Stage;

tenancy::on_both_engines! {
    async fn bak_13_every_back_up_is_proven_once_and_what_came_of_it_is_kept_signed(test: TestTenancy) {
        let stage = Stage::new(&test, "acme").await;
        stage.fill("Kluis", b"een proces-verbaal".to_vec()).await;
        stage.make(Tier::Hot).await.unwrap();
        stage.make(Tier::Hot).await.unwrap();
        stage.spoil_database(Tier::Hot, 2).await;
        let (store, installation) = (stage.store(Tier::Hot), stage.key.public());
        let keeper = Keeper { prover: stage.prover(&stage.escrow), installation: &installation, random: &SystemRandom };
        let mut told = Vec::new();
        Box::pin(keeper.round(&store, |verdict| told.push(verdict.clone()))).await.unwrap();
        assert_eq!(told.iter().map(|verdict| verdict.sequence).collect::<Vec<_>>(), [2, 1], "the latest first");
        Box::pin(keeper.round(&store, |verdict| panic!("{verdict:?} was said before"))).await.unwrap();

        let key = stage.escrow.signing_key().public();
        let first = Verdict::find(&store, (stage.tenant.id, 1), &key).await.unwrap().unwrap();
        assert!(matches!(first.outcome, Outcome::Proven { files: 1, file_bytes: 18, .. }), "{first:?}");
        let second = Verdict::find(&store, (stage.tenant.id, 2), &key).await.unwrap().unwrap();
        assert!(matches!(&second.outcome, Outcome::Refuted { reason } if reason.contains(".sqlite.zst.age")), "{second:?}");
        assert!(Verdict::find(&store, (stage.tenant.id, 3), &key).await.unwrap().is_none());
        let other = stage.operations.signing_key().public();
        assert!(Verdict::find(&store, (stage.tenant.id, 1), &other).await.is_err(), "another keeper's");
    }

    async fn bak_14_a_bit_read_wrongly_anywhere_in_a_back_up_is_noticed_in_the_daily_drill(test: TestTenancy) {
        let stage = Stage::new(&test, "acme").await;
        stage.fill("Kluis", b"een proces-verbaal".to_vec()).await;
        let (store, installation) = (stage.store(Tier::Cold), stage.key.public());
        let keeper = Keeper { prover: stage.prover(&stage.operations), installation: &installation, random: &SystemRandom };
        assert_eq!(keeper.drill(&store).await.unwrap(), None, "there is nothing to damage");
        stage.make(Tier::Cold).await.unwrap();
        let mut damaged = std::collections::BTreeSet::new();
        for day in 0..12 {
            let drill = Box::pin(keeper.drill(&store)).await.unwrap().unwrap();
            assert!(drill.is_noticed, "{drill:?}");
            damaged.insert(drill.damage.0);
            assert_eq!(keeper.drill(&store).await.unwrap(), None, "once a day: {day}");
            test.clock().advance(chrono::Duration::hours(24));
        }
        assert!(damaged.len() > 1, "{damaged:?}");
        let key = stage.operations.signing_key().public();
        let last = Drill::last(&store, &key).await.unwrap().unwrap();
        assert!(last.is_noticed);
        // What lies there was not touched.
        assert_eq!(stage.prove(Tier::Cold, 1).await.unwrap().files, 1);
        assert_eq!(Backup::list(&store, stage.tenant.id).await.unwrap(), [1]);
    }
}
