//! Free-text search is literal, and forgets case and accents.

use waarborg_domain::record::{FieldFilter, RecordFilter, Value};

use crate::stage::{Stage, changes, create, matching, text};

tenancy::on_both_engines! {
    async fn gql_24_wildcards_and_quotes_in_a_search_stand_for_themselves(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, form) = (stage.manager(), stage.things().await);
        for title in ["50% korting", "50 korting", "a_b", "axb", "c\\d", "cd", "het 'citaat'", "Coördinatie é"] {
            stage.thing(title).await;
        }
        for (wanted, numbers) in [
            ("%", vec![1]),
            ("50%", vec![1]),
            ("_", vec![3]),
            ("a_b", vec![3]),
            ("\\", vec![5]),
            ("c\\d", vec![5]),
            ("'", vec![7]),
            ("' OR 1=1 --", vec![]),
            ("COORDINATIE", vec![8]),
            ("coo\u{308}rd", vec![8]),
            ("E\u{301}", vec![7, 8]),
            ("korting 50", vec![1, 2]),
            ("korting  %  50", vec![1]),
            ("thi-0004", vec![4]),
            ("", (1..=8).collect()),
        ] {
            let search = RecordFilter { search: Some(wanted.to_owned()), ..RecordFilter::default() };
            let found = matching(&manager, &form, &search).await.unwrap();
            // `e` is in every word with an é, and in "het".
            assert_eq!(found, numbers, "{wanted}");
            if !wanted.contains(' ') && !wanted.starts_with("thi") && !wanted.is_empty() {
                let contains =
                    FieldFilter { key: "title".into(), contains: Some(wanted.into()), ..FieldFilter::default() };
                let in_title = RecordFilter { fields: vec![contains], ..RecordFilter::default() };
                assert_eq!(matching(&manager, &form, &in_title).await.unwrap(), numbers, "{wanted} in title");
            }
        }
    }

    async fn the_search_index_knows_records_by_numbers_beside_each_other(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        for title in ["een", "twee", "drie"] {
            stage.thing(title).await;
        }
        let spread = "SELECT max(search_row) - min(search_row) FROM record";
        assert_eq!(stage.number(spread).await, 2);
    }

    async fn search_reads_the_end_of_long_texts_and_words_of_rich_text_but_no_markup(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let (manager, form) = (stage.manager(), stage.things().await);
        let long = format!("{} slot", "woord ".repeat(1_000));
        let html = "<p>Een <strong>vet</strong> woord</p><script>kwaad</script>";
        let values = changes([
            ("title", Some(text("x"))),
            ("notes", Some(text(&long))),
            ("story", Some(Value::RichText(html.to_owned()))),
        ]);
        create(&manager, "things", values).await.unwrap();
        for (wanted, is_found) in [("slot", true), ("vet", true), ("strong", false), ("kwaad", false)] {
            let search = RecordFilter { search: Some(wanted.to_owned()), ..RecordFilter::default() };
            assert_eq!(matching(&manager, &form, &search).await.unwrap().len() == 1, is_found, "{wanted}");
        }
    }
}
