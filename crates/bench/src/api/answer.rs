//! The bare handler's answer: the JSON that the product gives to the same question.

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{RecordId, UserId};
use serde::Serialize;
use uuid::Uuid;

use super::{
    bare::Register,
    rows::{Asset, Risk, RiskValues, User},
};

#[derive(Serialize)]
pub(super) struct Answer {
    data: Data,
}

#[derive(Serialize)]
struct Data {
    form: Form,
}

#[derive(Serialize)]
struct Form {
    records: Records,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Records {
    nodes: Vec<Node>,
    page_info: PageInfo,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PageInfo {
    has_next_page: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    id: String,
    code: String,
    title: String,
    status: Status,
    updated_at: String,
    values: [FieldValue; 5],
}

#[derive(Serialize)]
struct Status {
    key: String,
}

#[derive(Serialize)]
struct FieldValue {
    key: &'static str,
    value: Option<Value>,
}

#[derive(Serialize)]
#[serde(tag = "__typename")]
enum Value {
    #[serde(rename = "TextValue")]
    Text { text: String },
    #[serde(rename = "DateValue")]
    Date { date: NaiveDate },
    #[serde(rename = "UserValue")]
    User { users: Vec<UserNode> },
    #[serde(rename = "ReferenceValue")]
    Reference { records: Vec<AssetNode> },
    #[serde(rename = "LikelihoodImpactValue")]
    LikelihoodImpact { likelihood: u8, impact: u8, score: u32 },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UserNode {
    id: String,
    display_name: String,
}

#[derive(Serialize)]
struct AssetNode {
    id: String,
    code: String,
    title: String,
}

/// What a page is put together from.
pub(super) struct Material<'a> {
    pub risks: &'a Register,
    pub assets: &'a Register,
    pub users: Vec<User>,
    pub references: Vec<Asset>,
}

/// Puts a page together.
pub(super) fn assemble(page: Vec<Risk>, has_next_page: bool, material: Material<'_>) -> Answer {
    let users: HashMap<Uuid, User> = material.users.into_iter().map(|user| (user.id, user)).collect();
    let assets: HashMap<Uuid, Asset> =
        material.references.into_iter().map(|asset| (asset.id, asset)).collect();
    let node = |risk: Risk| Node {
        id: RecordId::from_uuid(risk.id).to_string(),
        code: material.risks.code(risk.number),
        title: risk.title,
        status: Status { key: risk.status },
        updated_at: risk.updated_at.to_rfc3339(),
        values: values(risk.values, &users, |id| {
            let asset = assets.get(&id.uuid())?;
            let code = material.assets.code(asset.number);
            Some(AssetNode { id: id.to_string(), code, title: asset.title.clone() })
        }),
    };
    let nodes = page.into_iter().map(node).collect();
    Answer { data: Data { form: Form { records: Records { nodes, page_info: PageInfo { has_next_page } } } } }
}

fn values(
    values: RiskValues,
    users: &HashMap<Uuid, User>,
    asset: impl Fn(RecordId) -> Option<AssetNode>,
) -> [FieldValue; 5] {
    let user = |id: &UserId| {
        let found = users.get(&id.uuid())?;
        Some(UserNode { id: id.to_string(), display_name: found.display_name.clone() })
    };
    let cause = values.cause.map(|cause| Value::Text { text: cause.text });
    let assets = values
        .assets
        .map(|assets| Value::Reference { records: assets.reference.into_iter().filter_map(asset).collect() });
    let score = values.current_score.map(|score| {
        let (likelihood, impact) = (score.likelihood_impact.likelihood, score.likelihood_impact.impact);
        Value::LikelihoodImpact { likelihood, impact, score: u32::from(likelihood) * u32::from(impact) }
    });
    let review = values.review_on.map(|day| Value::Date { date: day.date });
    [
        FieldValue { key: "cause", value: cause },
        FieldValue { key: "assets", value: assets },
        FieldValue {
            key: "owner",
            value: values
                .owner
                .map(|owner| Value::User { users: owner.user.iter().filter_map(user).collect() }),
        },
        FieldValue { key: "current_score", value: score },
        FieldValue { key: "review_on", value: review },
    ]
}
