use serde_json::{Value, json};

use super::{Belongings, Example, example};

/// Limits that every server takes.
pub(crate) fn limits() -> Value {
    json!({
        "perAddressPerMinute": 1_000,
        "perAccountPerMinute": 1_000,
        "perTokenPerMinute": 1_000,
        "concurrentRequests": 16,
        "onTrip": "DELAY",
        "blockMinutes": 15,
    })
}

pub(super) fn examples(own: &Belongings) -> Vec<Example> {
    let rule =
        json!({ "id": own.firewall_rule, "channel": "API", "action": "DENY", "network": "192.0.2.0/24" });
    vec![
        example(
            ("firewall", ""),
            "{ firewall { version rules { id network note } viewerAddress pending { expiresAt } } }",
            json!({}),
        ),
        example(
            ("firewallRefusals", ""),
            "{ firewallRefusals { nodes { address count } totalCount } }",
            json!({}),
        ),
        example(
            ("firewallRefusals", "behind a cursor"),
            "query($after: String) { firewallRefusals(after: $after) { nodes { address } } }",
            json!({ "after": own.refusal_cursor }),
        ),
        example(
            ("testFirewallAddress", ""),
            "query($proposal: FirewallInput) {
                testFirewallAddress(address: \"198.51.100.1\", channel: API, proposal: $proposal) {
                    isAllowed reason rule { network } } }",
            json!({ "proposal": { "rules": [rule.clone()], "limits": limits() } }),
        ),
        example(
            ("saveFirewall", "upon a version there is not"),
            "mutation($input: SaveFirewallInput!) {
                saveFirewall(input: $input) { firewall { version } userErrors { code path } } }",
            json!({ "input": { "version": -1, "rules": [rule], "limits": limits() } }),
        ),
        example(
            ("confirmFirewall", "with nothing that waits"),
            "mutation { confirmFirewall { firewall { version } userErrors { code } } }",
            json!({}),
        ),
        example(
            ("discardPendingFirewall", ""),
            "mutation { discardPendingFirewall { userErrors { code } } }",
            json!({}),
        ),
    ]
}
