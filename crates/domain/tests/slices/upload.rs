//! Workbooks waiting to be imported.

use chrono::TimeDelta;
use kernel::{Actor, Error, Role};
use waarborg_domain::upload::{self, Upload};

use crate::stage::Stage;

async fn uploaded(stage: &Stage, name: &str) -> Upload {
    let begun = upload::begin(&stage.manager(), name, 1_024).unwrap();
    upload::create(&stage.manager(), begun).await.unwrap()
}

fn wait_a_day_less(stage: &Stage, seconds: i64) {
    stage.clock.advance(TimeDelta::seconds(24 * 3_600 - seconds));
}

tenancy::on_both_engines! {
    async fn an_upload_is_its_makers_alone(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let made = uploaded(&stage, "risks.xlsx").await;
        assert_eq!(upload::get(&stage.manager(), made.id).await.unwrap(), made);
        let other = upload::get(&stage.of(Role::Administrator), made.id).await;
        assert!(matches!(other, Err(Error::NotFound)));
        for role in [Role::Auditor, Role::Viewer, Role::Employee] {
            assert!(matches!(upload::begin(&stage.of(role), "x", 1), Err(Error::Forbidden)), "{role}");
            assert!(matches!(upload::get(&stage.of(role), made.id).await, Err(Error::Forbidden)), "{role}");
        }
        let nobody = upload::get(&stage.acting(Actor::Anonymous), made.id).await;
        assert!(matches!(nobody, Err(Error::Unauthenticated)));
    }

    async fn a_file_name_is_cut_and_loses_control_characters(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let made = uploaded(&stage, &format!("a\0\r\n{}", "é".repeat(300))).await;
        let kept = upload::get(&stage.manager(), made.id).await.unwrap().file_name;
        assert_eq!(kept, format!("a{}", "é".repeat(199)));
    }

    async fn an_upload_is_gone_after_a_day_and_then_forgotten_with_its_blob_named(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let old = uploaded(&stage, "old.xlsx").await;
        wait_a_day_less(&stage, 1);
        let young = uploaded(&stage, "young.xlsx").await;
        assert!(upload::get(&stage.manager(), old.id).await.is_ok());
        assert!(upload::forget_expired(&stage.system()).await.unwrap().is_empty());
        stage.clock.advance(TimeDelta::seconds(1));
        assert!(matches!(upload::get(&stage.manager(), old.id).await, Err(Error::NotFound)));
        assert_eq!(upload::forget_expired(&stage.system()).await.unwrap(), [old.blob_name()]);
        assert!(upload::forget_expired(&stage.system()).await.unwrap().is_empty());
        assert!(upload::get(&stage.manager(), young.id).await.is_ok());
        assert!(matches!(upload::forget_expired(&stage.of(Role::Administrator)).await, Err(Error::Forbidden)));
    }
}
