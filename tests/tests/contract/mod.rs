//! Whole replies, as the SPA and integrators get them.

mod bulk;
mod comment;
mod dashboard;
mod exchange;
mod life;
mod list;
mod record;
mod register;
mod saved_view;
mod sign_in;

use serde_json::Value;
use waarborg_tests::{Environment, Reply, redact};

/// Compares a whole reply with the one that was agreed on; the same for both engines.
fn agreed(name: &str, environment: &Environment, reply: &Reply) {
    agreed_json(name, environment, reply.json());
}

fn agreed_json(name: &str, environment: &Environment, json: Value) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, sort_maps => true }, {
        insta::assert_json_snapshot!(name, redact(json, &environment.host));
    });
}

/// Everything a value can be.
const VALUE: &str = "fragment V on Value {
    __typename
    ... on TextValue { text }
    ... on RichTextValue { html plainText }
    ... on NumberValue { number }
    ... on DateValue { date }
    ... on YesNoNaValue { answer }
    ... on ChoiceValue { options { key label } }
    ... on UserValue { users { id displayName } }
    ... on ReferenceValue { records { id code title } }
    ... on LikelihoodImpactValue { likelihood impact score level { key label } }
}";

/// A record with everything around it.
const RECORD: &str = "fragment R on Record {
    id code number title version createdAt updatedAt
    isArchived isDeleted viewerCanEdit viewerCanArchive viewerCanDelete viewerCanPurge
    form { id key } status { key label kind nextKeys }
    createdBy { id displayName } updatedBy { id displayName }
    values { key value { ...V } }
}";
