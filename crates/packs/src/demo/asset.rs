//! Stories of assets.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    DemoRecord,
    environment::Telling,
    life::{Stage, answers, live},
    story::{day, paragraphs},
};

/// One asset, as written in `assets.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssetStory {
    key: String,
    name: String,
    kind: String,
    text: String,
    identifier: Option<String>,
    location: Option<String>,
    quantity: Option<u32>,
    /// A post.
    owner: String,
    /// A post.
    custodian: Option<String>,
    supplier: Option<String>,
    /// Availability, integrity and confidentiality, e.g. `HMH`.
    biv: Levels,
    reason: Option<String>,
    #[serde(default)]
    personal: Personal,
    subjects: Option<String>,
    rto: Option<u32>,
    rpo: Option<u32>,
    fallback: Option<String>,
    #[serde(default)]
    stage: LifeStage,
    /// Key of the disposal method.
    disposal: Option<String>,
}

/// Three levels by their Dutch initials.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Levels([&'static str; 3]);

impl TryFrom<String> for Levels {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let level = |letter| match letter {
            'L' => Ok("low"),
            'M' => Ok("medium"),
            'H' => Ok("high"),
            other => Err(format!("`{other}` must be L, M or H")),
        };
        let levels: Vec<&str> = text.chars().map(level).collect::<Result<_, _>>()?;
        levels.try_into().map(Self).map_err(|_| format!("`{text}` must be three letters"))
    }
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Personal {
    #[default]
    No,
    Yes,
    Special,
}

/// How far an asset is; also the keys of the statuses.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum LifeStage {
    Planned,
    #[default]
    InUse,
    PhasingOut,
    Disposed,
}

/// When the register was set up, relative to the day of seeding: before the oldest incident.
const SET_UP_ON: (i32, i32) = (-720, -550);

/// Makes the record.
pub(super) fn tell(story: AssetStory, telling: &Telling<'_>) -> DemoRecord {
    let draw = telling.draw;
    let is_planned = story.stage == LifeStage::Planned;
    let made_on = if is_planned { draw.between(-60, -5) } else { draw.between(SET_UP_ON.0, SET_UP_ON.1) };
    let in_use_since = draw.between(-2400, made_on + 10);
    let made = Stage {
        status: "planned",
        on_days: made_on,
        by: telling.full_user(),
        values: described(&story, telling),
    };
    let mut later = Vec::new();
    if !is_planned {
        let taken_on = in_use_since.max(made_on);
        later.push(Stage {
            status: "in_use",
            on_days: taken_on,
            by: telling.full_user(),
            values: answers([
                ("in_use_since", day(in_use_since)),
                ("classification_reason", json!(story.reason)),
                ("review_on", day(draw.between(-40, 340))),
            ]),
        });
        later.extend(ending(&story, taken_on, telling));
    }
    live("assets", story.key, made, later)
}

fn described(story: &AssetStory, telling: &Telling<'_>) -> serde_json::Map<String, Value> {
    let [availability, integrity, confidentiality] = story.biv.0;
    let (personal, special) = match story.personal {
        Personal::No => ("no", "not_applicable"),
        Personal::Yes => ("yes", "no"),
        Personal::Special => ("yes", "yes"),
    };
    let contract = story.supplier.as_ref().map_or(Value::Null, |_| day(telling.draw.between(-20, 900)));
    answers([
        ("name", json!(story.name)),
        ("kind", json!([story.kind])),
        ("description", paragraphs(&story.text)),
        ("identifier", json!(story.identifier)),
        ("location", json!(story.location)),
        ("quantity", json!(story.quantity)),
        ("owner", telling.user(&story.owner)),
        ("custodian", story.custodian.as_ref().map_or(Value::Null, |post| telling.user(post))),
        ("supplier", json!(story.supplier)),
        ("contract_ends_on", contract),
        ("availability", json!([availability])),
        ("integrity", json!([integrity])),
        ("confidentiality", json!([confidentiality])),
        ("personal_data", json!(personal)),
        ("special_personal_data", json!(special)),
        ("data_subjects", json!(story.subjects)),
        ("rto_hours", json!(story.rto)),
        ("rpo_hours", json!(story.rpo)),
        ("fallback", json!(story.fallback)),
    ])
}

fn ending(story: &AssetStory, taken_on: i32, telling: &Telling<'_>) -> Option<Stage> {
    let on_days = telling.draw.between((taken_on + 1).max(-240), -2).min(-1);
    let (status, values) = match story.stage {
        LifeStage::Planned | LifeStage::InUse => return None,
        LifeStage::PhasingOut => ("phasing_out", answers([])),
        LifeStage::Disposed => {
            let method = story.disposal.as_ref().map_or(Value::Null, |method| json!([method]));
            ("disposed", answers([("disposed_on", day(on_days)), ("disposal_method", method)]))
        }
    };
    Some(Stage { status, on_days, by: telling.full_user(), values })
}
