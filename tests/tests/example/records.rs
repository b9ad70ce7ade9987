//! What is done with records beside making and changing one.

use serde_json::json;

use super::{Belongings, Example, example};

/// Archiving, throwing away, bringing back, purging.
pub(super) fn life(own: &Belongings) -> Vec<Example> {
    let spare = || json!({ "input": { "ids": [own.spare] } });
    vec![
        example(
            ("form", "records in the recycle bin"),
            "{ form(key: \"assets\") { records(filter: { state: DELETED }) { totalCount } } }",
            json!({}),
        ),
        example(
            ("record", "in the recycle bin"),
            "query($id: ID!) { record(id: $id) { isDeleted } }",
            json!({ "id": own.thrown_away }),
        ),
        example(
            ("archiveRecords", ""),
            "mutation($input: RecordsInput!) { archiveRecords(input: $input) { userErrors { code } } }",
            spare(),
        ),
        example(
            ("unarchiveRecords", ""),
            "mutation($input: RecordsInput!) { unarchiveRecords(input: $input) { userErrors { code } } }",
            spare(),
        ),
        example(
            ("deleteRecords", ""),
            "mutation($input: RecordsInput!) { deleteRecords(input: $input) { userErrors { code } } }",
            spare(),
        ),
        example(
            ("restoreRecords", ""),
            "mutation($input: RecordsInput!) { restoreRecords(input: $input) { userErrors { code } } }",
            spare(),
        ),
        example(
            ("purgeRecords", ""),
            "mutation($input: RecordsInput!) { purgeRecords(input: $input) { userErrors { code } } }",
            json!({ "input": { "ids": [own.thrown_away] } }),
        ),
    ]
}
