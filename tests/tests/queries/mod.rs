//! What a list costs the database.

use chrono::Duration;
use domain::record::{self, NewRecord};
use kernel::{Clock, Role};
use serde_json::json;
use waarborg_tests::{
    Environment, TestServer, alone_on_both_engines, asset, form_input, incident, statements,
};

const LIST: &str = "query($first: Int!) { form(key: \"incidents\") { records(first: $first) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
        code title version viewerCanEdit createdAt commentCount
        status { key label }
        form { key name }
        createdBy { displayName }
        updatedBy { displayName }
        values { key value {
            ... on TextValue { text }
            ... on ChoiceValue { options { label } }
            ... on UserValue { users { displayName role } }
            ... on ReferenceValue { records { code title createdBy { displayName } form { key } } }
        } }
    } } } }";

/// Fifty incidents by two people, each with an asset of its own and one they share.
async fn fill(server: &TestServer, environment: &Environment) {
    let start = server.clock.now() - Duration::days(1);
    let roles = [Role::Manager, Role::Administrator];
    let owner = environment.person(Role::Manager).id;
    let create = async |role, form_key: &str, values| {
        let ctx = environment.ctx_at(role, start).await;
        record::create(&ctx, NewRecord { form_key: form_key.to_owned(), values, status: None }).await.unwrap()
    };
    let shared = create(Role::Manager, "assets", asset("Netwerk", owner)).await;
    for number in 0..50 {
        let role = roles[number % 2];
        let own = create(role, "assets", asset(&format!("Tablet {number}"), owner)).await;
        let values =
            incident(&format!("Incident {number}"), environment.person(role).id, &[own, shared.clone()]);
        create(role, "incidents", values).await;
    }
}

alone_on_both_engines! {
    async fn a_page_of_50_records_with_references_costs_as_many_statements_as_a_page_of_1(server: &TestServer) {
        let environment = server.fresh().await;
        fill(server, &environment).await;
        let viewer = environment.client(Role::Viewer).await;
        let cost = async |first: usize| {
            // Once before counting: what is read once per server is no cost of the list.
            viewer.data(LIST, json!({ "first": first })).await;
            let (asked, data) = statements(viewer.data(LIST, json!({ "first": first }))).await;
            let nodes = data["form"]["records"]["nodes"].as_array().unwrap().clone();
            assert_eq!(nodes.len(), first);
            assert!(nodes.iter().all(|node| node.to_string().contains("Netwerk")), "every record names its references");
            asked
        };
        let (one, fifty) = (cost(1).await, cost(50).await);
        assert_eq!(one.len(), fifty.len(), "{one:#?} {fifty:#?}");
        assert!((1..=20).contains(&one.len()), "{one:#?}");
    }

    async fn a_page_of_50_accounts_costs_as_many_statements_as_a_page_of_1(server: &TestServer) {
        const ACCOUNTS: &str = "query($first: Int!) { accounts(first: $first) { totalCount nodes {
            email role status hasSecondFactor hasPasskey openRecordCount pendingEmail invitationExpiresAt
            user { displayName } groups { name memberCount members { displayName } } } } }";
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let mut members = Vec::new();
        for _ in 0..50 {
            members.push(environment.add_person(Role::Viewer).await.id.to_string());
        }
        let group = "mutation($input: CreateGroupInput!) { createGroup(input: $input) { userErrors { code } } }";
        for (name, members) in [("Even", &members[..25]), ("Allen", &members[..])] {
            let made = administrator.data(group, json!({ "input": { "name": name, "memberIds": members } })).await;
            assert_eq!(made["createGroup"]["userErrors"], json!([]));
        }
        let cost = async |first: usize| {
            administrator.data(ACCOUNTS, json!({ "first": first })).await;
            let (asked, data) = statements(administrator.data(ACCOUNTS, json!({ "first": first }))).await;
            assert_eq!(data["accounts"]["nodes"].as_array().unwrap().len(), first);
            asked
        };
        // Every page has somebody with a group: else there are no members to read.
        let (three, fifty) = (cost(10).await, cost(50).await);
        assert_eq!(three.len(), fifty.len(), "{three:#?} {fifty:#?}");
        assert!((1..=14).contains(&fifty.len()), "{fifty:#?}");
    }

    async fn rights_of_twenty_registers_cost_as_many_statements_as_those_of_three(server: &TestServer) {
        const ACCESS: &str = "{ forms { key access { role right defaultRight group { name } } } }";
        let environment = server.fresh().await;
        let administrator = environment.client(Role::Administrator).await;
        let cost = async || {
            administrator.data(ACCESS, json!({})).await;
            let (asked, data) = statements(administrator.data(ACCESS, json!({}))).await;
            (asked, data["forms"].as_array().unwrap().len())
        };
        let set = "mutation($input: SetFormAccessInput!) { setFormAccess(input: $input) { userErrors { code } } }";
        let input = json!({ "input": { "formKey": "assets", "access": [{ "role": "VIEWER", "right": "NONE" }] } });
        administrator.data(set, input).await;
        let few = cost().await;
        for number in 0..17_u8 {
            let prefix = format!("R{}", char::from(b'A' + number));
            let input = json!({ "input": form_input(json!({ "name": format!("Register {number}"), "singularName": "Ding",
                "numberPrefix": prefix, "fields": [{ "label": "Naam", "kind": "TEXT" }] })) });
            let create = "mutation($input: CreateFormInput!) { createForm(input: $input) { userErrors { code } } }";
            administrator.data(create, input).await;
        }
        let many = cost().await;
        assert_eq!((many.0.len(), many.1), (few.0.len(), few.1 + 17), "{few:#?} {many:#?}");
    }

    async fn twenty_registers_with_their_counts_cost_as_many_statements_as_three(server: &TestServer) {
        const FORMS: &str = "{ forms { key name recordCount statusCounts { count } savedViews { name } } }";
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let cost = async || {
            manager.data(FORMS, json!({})).await;
            let (asked, data) = statements(manager.data(FORMS, json!({}))).await;
            (asked, data["forms"].as_array().unwrap().len())
        };
        let few = cost().await;
        for number in 0..17_u8 {
            let name = format!("Register {number}");
            let prefix = format!("R{}", char::from(b'A' + number));
            let input = json!({ "input": form_input(json!({ "name": name, "singularName": "Ding", "numberPrefix": prefix,
                "fields": [{ "label": "Naam", "kind": "TEXT" }] })) });
            let create = "mutation($input: CreateFormInput!) { createForm(input: $input) { userErrors { code } } }";
            let made = manager.data(create, input).await;
            assert_eq!(made["createForm"]["userErrors"], json!([]));
        }
        let many = cost().await;
        assert_eq!((many.0.len(), many.1), (few.0.len(), few.1 + 17), "{few:#?} {many:#?}");
    }

    async fn a_card_costs_the_same_statements_whatever_it_counts_and_however_many_stand_beside_it(server: &TestServer) {
        const SAVE: &str = "mutation($input: SaveDashboardInput!) {
            saveDashboard(input: $input) { dashboard { id } userErrors { code path } } }";
        const DRAW: &str = "query($id: ID!) { dashboard(id: $id) { owner { displayName } cards { form { name } chart { title }
            data { total groups { label filter } series { label } cells { value filter } clocks { record { title } } } } } }";
        let environment = server.fresh().await;
        let manager = environment.client(Role::Manager).await;
        let cost = async |cards: usize| {
            let kinds = ["assets", "$status", "reporter"];
            let card = |turn: usize| json!({ "formKey": "incidents", "chart": { "title": { "nl": "x" }, "kind": "STACKED",
                "groupBy": kinds[turn % 3], "splitBy": "$created", "interval": "MONTH" } });
            let cards: Vec<_> = (0..cards).map(card).collect();
            let input = json!({ "name": "x", "isShared": false, "isHome": false, "cards": cards });
            let saved = manager.data(SAVE, json!({ "input": input })).await;
            assert_eq!(saved["saveDashboard"]["userErrors"], json!([]));
            let id = json!({ "id": saved["saveDashboard"]["dashboard"]["id"] });
            manager.data(DRAW, id.clone()).await;
            let (asked, data) = statements(manager.data(DRAW, id)).await;
            assert_eq!(data["dashboard"]["cards"].as_array().unwrap().len(), cards.len());
            asked
        };
        fill(server, &environment).await;
        let [none, three, six, many] = [cost(0).await, cost(3).await, cost(6).await, cost(24).await];
        // A number of statements for every three cards, which differ among themselves.
        let each = three.len() - none.len();
        assert_eq!((six.len() - none.len(), many.len() - none.len()), (2 * each, 8 * each), "{six:#?}");
        assert!((3..=12).contains(&each), "{three:#?}");
    }
}
