//! Every environment's own firewall, from outside.

mod rate;
mod rules;

use kernel::Role;
use serde_json::{Value, json};
use tenancy::{FirewallLimits, OnTrip};
use waarborg_tests::{Client, Engine, Environment, TestServer, UNLIMITED};

const SAVE: &str = "mutation($input: SaveFirewallInput!) { saveFirewall(input: $input) {
    firewall { version rules { id network isEverybody isInForce } pending { expiresAt rules { network } } }
    userErrors { code path params } } }";

/// Addresses of nobody.
const OFFICE: &str = "198.51.100.7";
const STRANGER: &str = "203.0.113.9";

/// A server that believes `X-Forwarded-For`, so that a test can come from anywhere.
async fn server(engine: Engine) -> TestServer {
    Box::pin(TestServer::behind_proxy(engine, UNLIMITED)).await
}

/// Its environment's administrator, signed in at the office.
async fn administrator(environment: &Environment) -> Client {
    environment.client(Role::Administrator).await.behind(OFFICE)
}

/// A token for a program of this person's.
async fn api_token(client: &Client) -> String {
    const CREATE: &str =
        "mutation { createApiToken(input: { name: \"Koppeling\", expiresOn: \"2026-06-30\" }) {
        secret userErrors { code } } }";
    let made = client.data(CREATE, json!({})).await;
    made["createApiToken"]["secret"].as_str().unwrap_or_else(|| panic!("{made}")).to_owned()
}

fn rule(channel: &str, action: &str, network: &str) -> Value {
    json!({ "channel": channel, "action": action, "network": network })
}

fn change(version: i64, rules: &[Value], limits: FirewallLimits) -> Value {
    let on_trip = match limits.on_trip {
        OnTrip::Delay => "DELAY",
        OnTrip::Refuse => "REFUSE",
        OnTrip::Block => "BLOCK",
    };
    json!({ "input": { "version": version, "rules": rules, "limits": {
        "perAddressPerMinute": limits.per_address_per_minute,
        "perAccountPerMinute": limits.per_account_per_minute,
        "perTokenPerMinute": limits.per_token_per_minute,
        "concurrentRequests": limits.concurrent_requests,
        "onTrip": on_trip,
        "blockMinutes": limits.block_minutes,
    } } })
}

/// Saves rules that must be taken.
async fn save(client: &Client, version: i64, rules: &[Value]) -> Value {
    let mut saved = client.data(SAVE, change(version, rules, UNLIMITED)).await["saveFirewall"].take();
    assert_eq!(saved["userErrors"], json!([]), "{saved}");
    saved["firewall"].take()
}
