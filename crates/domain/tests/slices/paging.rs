//! Every order of a list, page by page.

use kernel::{Cursor, Error, PageRequest};
use serde_json::json;
use waarborg_domain::record::{self, RecordFilter, RecordList, RecordSort, SortKey};

use crate::{
    model::Model,
    stage::{Stage, walk},
};

fn orders() -> Vec<RecordSort> {
    let mut keys = vec![SortKey::Number, SortKey::Status, SortKey::UpdatedAt, SortKey::CreatedAt];
    let fields = ["title", "notes", "amount", "day", "answer", "colour", "tags", "owner", "risk"];
    keys.extend(fields.map(|key| SortKey::Field(key.to_owned())));
    let both = |by: SortKey| [false, true].map(|descending| RecordSort { by: by.clone(), descending });
    keys.into_iter().flat_map(both).collect()
}

tenancy::on_both_engines! {
    async fn every_order_visits_each_record_once_at_its_place(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let model = Model::fill(&stage, 24).await;
        let all = RecordFilter::default();
        for sort in orders() {
            for first in [1, 5, 100] {
                let seen = walk(&stage.manager(), &model.form, (&all, &sort), first).await.unwrap();
                assert_eq!(seen, model.sorted(&sort), "{sort:?} by {first}");
            }
        }
    }

    async fn gql_21_a_cursor_of_another_list_order_or_make_is_refused(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        for title in ["a", "b"] {
            stage.thing(title).await;
        }
        let (manager, form) = (stage.manager(), stage.things().await);
        let filter = RecordFilter::default();
        let page = async |sort: &RecordSort, after: Option<Cursor>| {
            let list = RecordList { form: &form, filter: &filter, sort };
            record::list(&manager, list, &PageRequest { first: 1, after }).await
        };
        let mut cursors = Vec::new();
        for sort in orders() {
            cursors.push(page(&sort, None).await.unwrap().items.remove(0).0);
        }
        for (place, sort) in orders().iter().enumerate() {
            for (from, cursor) in cursors.iter().enumerate() {
                let outcome = page(sort, Some(cursor.clone())).await;
                if from == place {
                    assert_eq!(outcome.unwrap().items.len(), 1);
                } else {
                    assert!(matches!(outcome, Err(Error::BadRequest { argument: "after", .. })), "{sort:?}");
                }
            }
        }
        let name = format!("records:{}:Number:desc", form.id);
        let sort = RecordSort::default();
        let good = Cursor::encode(&name, &json!({"Number": 2})).unwrap();
        assert_eq!(page(&sort, Some(good)).await.unwrap().items[0].1.number, 1);
        for forged in [json!({"Status": ["open", 1]}), json!({"Field": ["AQ", 1]}), json!({"Number": "1 OR 1=1"})] {
            let cursor = Cursor::encode(&name, &forged).unwrap();
            let outcome = page(&sort, Some(cursor)).await;
            assert!(matches!(outcome, Err(Error::BadRequest { argument: "after", .. })), "{outcome:?}");
        }
    }

    async fn a_list_is_not_sorted_by_what_has_no_order(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let form = stage.things().await;
        for key in ["story", "links", "nowhere"] {
            let sort = RecordSort { by: SortKey::Field(key.to_owned()), descending: false };
            let refused = walk(&stage.manager(), &form, (&RecordFilter::default(), &sort), 5).await;
            assert!(matches!(refused, Err(Error::BadRequest { argument: "sort", .. })), "{key}");
        }
    }
}
