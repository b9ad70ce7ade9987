use kernel::{Clock, Role};
use serde_json::json;
use waarborg_tests::{PASSWORD, TestServer, both_engines, code_at};

use super::agreed;

const SIGN_IN: &str = "mutation($input: SignInInput!) {
    signIn(input: $input) { ticket nextStep userErrors { code path params } } }";
const BEGIN: &str = "mutation($input: BeginSecondFactorEnrollmentInput!) {
    beginSecondFactorEnrollment(input: $input) {
        enrollment { secret otpauthUri qrSvg accountName issuer } userErrors { code path params } } }";
const SESSION: &str = "viewer { user { displayName username role isArchived } role locale
    canManageForms canExport canImport preferences } userErrors { code path params }";

both_engines! {
    async fn the_first_sign_in_goes_by_way_of_enrolment(server: &TestServer) {
        let environment = server.fresh().await;
        let newcomer = environment.add_newcomer(Role::Employee).await;
        let client = environment.stranger();
        let signed_in = client.run(SIGN_IN, json!({ "input": { "login": newcomer.login, "password": PASSWORD } })).await;
        agreed("first_sign_in", &environment, &signed_in);
        assert_eq!(signed_in.token(), None);
        let ticket = signed_in.json()["data"]["signIn"]["ticket"].clone();

        let begun = client.run(BEGIN, json!({ "input": { "ticket": ticket } })).await;
        agreed("begin_enrolment", &environment, &begun);
        let enrollment = &begun.json()["data"]["beginSecondFactorEnrollment"]["enrollment"];
        let secret = enrollment["secret"].as_str().unwrap();
        assert!(enrollment["qrSvg"].as_str().unwrap().starts_with("<svg"));
        assert!(enrollment["otpauthUri"].as_str().unwrap().contains(&secret.replace(' ', "")));

        let confirm = format!("mutation($input: ConfirmSecondFactorEnrollmentInput!) {{
            confirmSecondFactorEnrollment(input: $input) {{ {SESSION} }} }}");
        let wrong = waarborg_tests::wrong_code(secret, server.clock.now());
        let refused = client.run(&confirm, json!({ "input": { "ticket": ticket, "code": wrong } })).await;
        agreed("confirm_enrolment_with_a_wrong_code", &environment, &refused);
        let code = code_at(secret, server.clock.now());
        let confirmed = client.run(&confirm, json!({ "input": { "ticket": ticket, "code": code } })).await;
        agreed("confirm_enrolment", &environment, &confirmed);
        let cookie = confirmed.header("set-cookie").unwrap();
        for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
            assert!(cookie.contains(attribute), "{attribute}: {cookie}");
        }
    }

    async fn the_second_sign_in_asks_for_a_code(server: &TestServer) {
        let environment = server.fresh().await;
        let (client, manager) = (environment.stranger(), environment.person(Role::Manager));
        let wrong = client.run(SIGN_IN, json!({ "input": { "login": "manager", "password": "wrong" } })).await;
        agreed("sign_in_with_a_wrong_password", &environment, &wrong);
        let login = "MANAGER@example.test";
        let signed_in = client.run(SIGN_IN, json!({ "input": { "login": login, "password": PASSWORD } })).await;
        agreed("second_sign_in", &environment, &signed_in);

        let verify = format!("mutation($input: VerifySecondFactorInput!) {{
            verifySecondFactor(input: $input) {{ {SESSION} }} }}");
        let ticket = signed_in.json()["data"]["signIn"]["ticket"].clone();
        let code = code_at(manager.secret.as_deref().unwrap(), server.clock.now());
        let verified = client.run(&verify, json!({ "input": { "ticket": ticket, "code": code } })).await;
        agreed("verify", &environment, &verified);

        let client = client.with_token(&verified.token().unwrap());
        let viewer = "{ environment { id name host locale } viewer { user { id displayName username role isArchived }
            role locale canManageForms canExport canImport preferences } }";
        agreed("viewer", &environment, &client.run(viewer, json!({})).await);
        let preferences = "mutation { updatePreferences(input: { locale: NL, preferences: { theme: \"dark\", wide: true } }) {
            viewer { locale preferences } userErrors { code path params } } }";
        agreed("update_preferences", &environment, &client.run(preferences, json!({})).await);
        let sign_out = "mutation { signOut { userErrors { code path params } } }";
        agreed("sign_out", &environment, &client.run(sign_out, json!({})).await);
        agreed("viewer_after_sign_out", &environment, &client.run(viewer, json!({})).await);
    }
}
