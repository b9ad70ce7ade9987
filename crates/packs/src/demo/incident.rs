//! Stories of incidents.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    DemoRecord,
    environment::Telling,
    life::{Stage, answers, live},
    story::{Answer, Aspects, day, paragraphs},
};

/// One incident, as written in `incidents.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IncidentStory {
    key: String,
    title: String,
    kind: String,
    severity: String,
    biv: Aspects,
    personal: Answer,
    text: String,
    action: Option<String>,
    cause: Option<String>,
    /// What is usual when absent.
    fix: Option<String>,
    /// What is usual when absent.
    lesson: Option<String>,
    #[serde(default)]
    assets: Vec<String>,
    risk: Option<String>,
    people: Option<u32>,
    hours: f64,
    /// A post; follows from the kind when absent.
    handler: Option<String>,
    /// Days ago it was reported, for stories that must be fresh.
    days_ago: Option<i32>,
}

impl IncidentStory {
    fn handler(&self) -> &str {
        self.handler.as_deref().unwrap_or(match self.kind.as_str() {
            "outage" | "malware" | "phishing" | "supplier" => "ict",
            "wrong_recipient" | "unauthorised_access" | "loss_or_theft" => "privacy",
            "physical" => "facility",
            _ => "security",
        })
    }
}

/// Steps after the report, in order.
const STAGES: usize = 5;

/// Makes the record.
pub(super) fn tell(story: IncidentStory, telling: &Telling<'_>) -> DemoRecord {
    let draw = telling.draw;
    let age = story.days_ago.unwrap_or_else(|| draw_age(telling));
    let reported_on = -age;
    let reporter = telling.reporter();
    let made = Stage {
        status: "reported",
        on_days: reported_on,
        by: reporter.clone(),
        values: reported(&story, reported_on, &reporter, telling),
    };
    let reached = reached(age, telling);
    let mut later = Vec::new();
    let mut today = reported_on;
    for step in 0..reached {
        // Assessment and handling are a matter of days, the evaluation of weeks.
        today = (today + draw.between(0, if step < 3 { 4 } else { 12 })).min(0);
        later.extend(stage(&story, step, today, telling));
    }
    live("incidents", story.key, made, later)
}

/// Days ago, up to a year and a half; recent weeks hold more than old ones.
fn draw_age(telling: &Telling<'_>) -> i32 {
    let (one, other) = (telling.draw.between(0, 540), telling.draw.between(0, 540));
    if telling.draw.chance(60) { one.min(other) } else { one }
}

/// How many steps an incident of this age has behind it.
fn reached(age: i32, telling: &Telling<'_>) -> usize {
    let roll = telling.draw.between(1, 100);
    let thresholds: [i32; STAGES] = match age {
        0..=1 => [100; STAGES],
        2..=3 => [45, 85, 100, 100, 100],
        4..=14 => [5, 30, 65, 85, 97],
        15..=45 => [1, 5, 20, 45, 65],
        _ => [0, 0, 3, 6, 12],
    };
    thresholds.iter().filter(|threshold| roll > **threshold).count()
}

fn reported(
    story: &IncidentStory,
    reported_on: i32,
    reporter: &str,
    telling: &Telling<'_>,
) -> serde_json::Map<String, Value> {
    let delay = match story.kind.as_str() {
        // What nobody notices at once is reported late now and then.
        "unauthorised_access" | "data_error" | "procedure" if telling.draw.chance(40) => {
            telling.draw.between(2, 12)
        }
        _ => telling.draw.between(0, 1),
    };
    answers([
        ("title", json!(story.title)),
        ("reported_on", day(reported_on)),
        ("occurred_on", day(reported_on - delay)),
        ("reporter", json!(format!("@{reporter}"))),
        ("kind", json!([story.kind])),
        ("description", paragraphs(&story.text)),
        ("personal_data_involved", story.personal.value()),
        ("immediate_action", json!(story.action)),
    ])
}

fn stage(story: &IncidentStory, step: usize, on_days: i32, telling: &Telling<'_>) -> Option<Stage> {
    let handler = telling.holder(story.handler());
    let (status, values) = match step {
        0 => ("assessed", assessed(story)),
        1 => ("in_handling", answers([("handler", telling.user(story.handler()))])),
        2 => {
            let fix = story.fix.clone().unwrap_or_else(|| telling.usual_fix());
            let values = answers([
                ("cause", json!(story.cause)),
                ("resolution", paragraphs(&fix)),
                ("hours_spent", json!(story.hours)),
            ]);
            ("resolved", values)
        }
        3 => {
            let lesson = story.lesson.clone().unwrap_or_else(|| telling.usual_lesson());
            ("evaluated", answers([("lessons_learned", paragraphs(&lesson))]))
        }
        4 => ("closed", answers([("closed_on", day(on_days))])),
        _ => return None,
    };
    let by = if step == 0 { telling.holder("security") } else { handler };
    Some(Stage { status, on_days, by, values })
}

fn assessed(story: &IncidentStory) -> serde_json::Map<String, Value> {
    answers([
        ("severity", json!([story.severity])),
        ("cia_effects", story.biv.value()),
        ("assets", if story.assets.is_empty() { Value::Null } else { json!(story.assets) }),
        ("risk", story.risk.as_ref().map_or(Value::Null, |risk| json!([risk]))),
        ("people_affected", json!(story.people)),
    ])
}
