//! References, both ways.

use kernel::{Cursor, Error, Locale, PageRequest, RecordId, Role};
use waarborg_domain::record::{self, Mentioned, Names, Record, Value, render};

use crate::stage::{Stage, change, changes, create, text, titled};

async fn pointing(stage: &Stage, id: RecordId, first: u32) -> Vec<(RecordId, String)> {
    let (mut all, mut after) = (Vec::new(), None::<Cursor>);
    loop {
        let page = record::pointing_to(&stage.manager(), id, &PageRequest { first, after }).await.unwrap();
        after = page.items.last().map(|(cursor, _)| cursor.clone());
        all.extend(page.items.into_iter().map(|(_, pointing)| (pointing.record_id, pointing.field_key)));
        if !page.has_next {
            return all;
        }
    }
}

async fn linked(stage: &Stage, field: &str, ids: &[RecordId]) -> Record {
    let values = changes([("title", Some(text("points"))), (field, Some(Value::Reference(ids.to_vec())))]);
    create(&stage.manager(), "things", values).await.unwrap()
}

tenancy::on_both_engines! {
    async fn what_points_to_a_record_is_found_page_by_page_and_goes_with_the_reference(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let place = create(&stage.manager(), "places", titled("here")).await.unwrap();
        let (target, other) = (stage.thing("target").await, stage.thing("other").await);
        let mut expected = Vec::new();
        for _ in 0..5 {
            stage.clock.advance(chrono::TimeDelta::milliseconds(1));
            let points = linked(&stage, "links", &[other.id, target.id, target.id]).await;
            assert_eq!(points.values["links"], Value::Reference(vec![other.id, target.id]), "named once");
            expected.insert(0, (points.id, "links".to_owned()));
        }
        for first in [1, 2, 100] {
            assert_eq!(pointing(&stage, target.id, first).await, expected);
        }
        let manager = stage.manager();
        assert_eq!(record::count_pointing_to(&manager, target.id).await.unwrap(), 5);
        let newest = record::get(&manager, expected[0].0).await.unwrap();
        change(&manager, &newest, changes([("links", None)])).await.unwrap();
        assert_eq!(pointing(&stage, target.id, 100).await, expected[1..]);
        let at_place = linked(&stage, "place", &[place.id]).await;
        assert_eq!(pointing(&stage, place.id, 100).await, [(at_place.id, "place".to_owned())]);
    }

    async fn a_cursor_of_another_records_references_is_refused(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (one, two) = (stage.thing("one").await, stage.thing("two").await);
        linked(&stage, "links", &[one.id, two.id]).await;
        let manager = stage.manager();
        let page = record::pointing_to(&manager, one.id, &PageRequest::start(1)).await.unwrap();
        let after = Some(page.items[0].0.clone());
        let refused = record::pointing_to(&manager, two.id, &PageRequest { first: 1, after }).await;
        assert!(matches!(refused, Err(Error::BadRequest { argument: "after", .. })));
    }

    async fn a_reference_reads_as_code_and_title_to_those_who_may_see_the_record(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let place = create(&stage.manager(), "places", titled("Kelder")).await.unwrap();
        let target = stage.thing("Kluis").await;
        let form = stage.things().await;
        let values = [("place", vec![place.id]), ("links", vec![target.id])];
        let words = async |role| {
            let values = values.clone().map(|(key, ids)| (key, Value::Reference(ids)));
            let mentioned: Mentioned = values.iter().map(|(_, value)| value).collect();
            let names = Names::of(&stage.of(role), mentioned).await.unwrap();
            values.map(|(key, value)| render(form.definition.field(key).unwrap(), &value, &names, Locale::Nl))
        };
        assert_eq!(words(Role::Manager).await, ["PLA-0001 Kelder", "THI-0001 Kluis"]);
        assert_eq!(words(Role::Viewer).await, ["", "THI-0001 Kluis"]);
        assert_eq!(words(Role::Employee).await, ["", ""]);
    }
}
