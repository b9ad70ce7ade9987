//! Back-ups.

use serde_json::json;

use super::{Example, example};

pub(super) fn examples() -> Vec<Example> {
    let nothing = "00000000000000000000000000000000";
    let input =
        json!({ "backupId": format!("backup_{nothing}"), "reason": "een reden", "confirmation": "Zorgpunt" });
    vec![
        example(
            ("backups", ""),
            "{ backups { isSetUp isKeeperSound places { tier overdueSince } runs { id } restores { id } } }",
            json!({}),
        ),
        example(
            ("makeBackup", ""),
            "mutation { makeBackup { backup { tier } userErrors { code } } }",
            json!({}),
        ),
        example(
            ("requestRestore", "to a back-up there is not"),
            "mutation($input: RequestRestoreInput!) {
                requestRestore(input: $input) { restore { id } userErrors { code path } } }",
            json!({ "input": input }),
        ),
        example(
            ("cancelRestore", "of which there is none"),
            "mutation($id: ID!) { cancelRestore(id: $id) { userErrors { code } } }",
            json!({ "id": format!("restore_{nothing}") }),
        ),
    ]
}
