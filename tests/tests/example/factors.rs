//! The second factor, sessions and API tokens.

use serde_json::json;

use super::{Belongings, Example, example};

pub(super) fn examples(own: &Belongings) -> Vec<Example> {
    [recovery(own), sessions(own), passkeys(own), api_tokens(own)].into_iter().flatten().collect()
}

fn recovery(own: &Belongings) -> Vec<Example> {
    vec![
        example(
            ("useRecoveryCode", ""),
            "mutation($input: UseRecoveryCodeInput!) {
                useRecoveryCode(input: $input) { viewer { role } userErrors { code } } }",
            json!({ "input": { "ticket": own.recovery_ticket, "code": own.recovery_code } }),
        ),
        example(
            ("regenerateRecoveryCodes", ""),
            "mutation { regenerateRecoveryCodes { codes userErrors { code } } }",
            json!({}),
        ),
        example(
            ("beginSecondFactorReplacement", ""),
            "mutation { beginSecondFactorReplacement { userErrors { code } } }",
            json!({}),
        ),
        example(
            ("confirmSecondFactorReplacement", "with a wrong code"),
            "mutation { confirmSecondFactorReplacement(input: { code: \"000000\" }) { userErrors { code } } }",
            json!({}),
        ),
    ]
}

fn sessions(own: &Belongings) -> Vec<Example> {
    vec![
        example(
            ("stepUp", "with a wrong code"),
            "mutation { stepUp(input: { code: \"000000\" }) { freshUntil userErrors { code } } }",
            json!({}),
        ),
        example(("sessions", ""), "{ sessions { device isCurrent } }", json!({})),
        example(
            ("endSession", "somebody else's"),
            "mutation($id: ID!) { endSession(input: { id: $id }) { userErrors { code } } }",
            json!({ "id": own.session }),
        ),
        example(("endOtherSessions", ""), "mutation { endOtherSessions { userErrors { code } } }", json!({})),
    ]
}

fn passkeys(own: &Belongings) -> Vec<Example> {
    vec![
        example(("passkeys", ""), "{ passkeys { name } }", json!({})),
        example(
            ("beginPasskeyRegistration", ""),
            "mutation { beginPasskeyRegistration { userErrors { code } } }",
            json!({}),
        ),
        example(
            ("finishPasskeyRegistration", "with a wrong answer"),
            "mutation { finishPasskeyRegistration(input: { name: \"Laptop\", credential: {} }) {
                userErrors { code } } }",
            json!({}),
        ),
        example(
            ("renamePasskey", "somebody else's"),
            "mutation($id: ID!) { renamePasskey(input: { id: $id, name: \"Mijn\" }) { userErrors { code } } }",
            json!({ "id": own.passkey }),
        ),
        example(
            ("removePasskey", "somebody else's"),
            "mutation($id: ID!) { removePasskey(input: { id: $id }) { userErrors { code } } }",
            json!({ "id": own.passkey }),
        ),
        example(
            ("beginPasskeyVerification", ""),
            "mutation($ticket: String!) { beginPasskeyVerification(input: { ticket: $ticket }) {
                userErrors { code } } }",
            json!({ "ticket": own.passkey_begin_ticket }),
        ),
        example(
            ("verifyPasskey", ""),
            "mutation($input: VerifyPasskeyInput!) {
                verifyPasskey(input: $input) { viewer { role } userErrors { code } } }",
            json!({ "input": { "ticket": own.passkey_ticket, "credential": own.passkey_answer } }),
        ),
        example(
            ("beginPasskeyStepUp", "without a passkey"),
            "mutation { beginPasskeyStepUp { userErrors { code } } }",
            json!({}),
        ),
    ]
}

fn api_tokens(own: &Belongings) -> Vec<Example> {
    vec![
        example(("apiTokens", ""), "{ apiTokens { name } }", json!({})),
        example(("apiTokens", "of everybody"), "{ apiTokens(ofEverybody: true) { name } }", json!({})),
        example(
            ("createApiToken", ""),
            "mutation($input: CreateApiTokenInput!) {
                createApiToken(input: $input) { apiToken { name } userErrors { code } } }",
            json!({ "input": { "name": "Koppeling", "canWrite": true, "formKeys": ["assets"],
                "networks": ["127.0.0.0/8"], "expiresOn": "2026-12-31" } }),
        ),
        example(
            ("revokeApiToken", "a manager's"),
            "mutation($id: ID!) { revokeApiToken(input: { id: $id }) { userErrors { code } } }",
            json!({ "id": own.api_token }),
        ),
    ]
}
