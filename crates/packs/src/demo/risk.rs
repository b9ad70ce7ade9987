//! Stories of risks.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    DemoRecord,
    environment::Telling,
    life::{Stage, answers, live},
    story::{Aspects, day, list, paragraphs},
};

/// One risk, as written in `risks.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RiskStory {
    key: String,
    title: String,
    source: String,
    cause: String,
    vulnerability: Option<String>,
    consequence: String,
    #[serde(default)]
    assets: Vec<String>,
    process: Option<String>,
    /// A post.
    owner: String,
    biv: Aspects,
    inherent: Score,
    current: Score,
    residual: Score,
    controls: Vec<String>,
    treatment: String,
    plan: Vec<String>,
    acceptance: Option<String>,
    /// Where the story ends, when that does not follow from the scores.
    ends: Option<Ending>,
}

/// Likelihood and impact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
struct Score(u8, u8);

impl Score {
    fn value(self) -> Value {
        json!({"likelihood": self.0, "impact": self.1})
    }

    /// Too large to be under control by chance.
    fn is_large(self) -> bool {
        self.0 * self.1 >= 12
    }
}

/// How far a risk got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Ending {
    Identified,
    Assessed,
    InTreatment,
    Controlled,
    Accepted,
    Expired,
}

impl RiskStory {
    fn ending(&self, telling: &Telling<'_>) -> Ending {
        if let Some(ending) = self.ends {
            return ending;
        }
        if self.treatment == "accept" {
            Ending::Accepted
        } else if self.current == self.residual || (!self.current.is_large() && telling.draw.chance(40)) {
            Ending::Controlled
        } else if telling.draw.chance(20) {
            Ending::Assessed
        } else {
            Ending::InTreatment
        }
    }
}

/// Makes the record.
pub(super) fn tell(mut story: RiskStory, telling: &Telling<'_>) -> DemoRecord {
    let ending = story.ending(telling);
    if ending == Ending::Controlled {
        story.current = story.residual;
    }
    let draw = telling.draw;
    let made_on = match ending {
        Ending::Identified => draw.between(-21, -2),
        Ending::Assessed => draw.between(-90, -30),
        Ending::InTreatment => draw.between(-400, -60),
        Ending::Controlled | Ending::Accepted | Ending::Expired => draw.between(-700, -150),
    };
    let made = Stage {
        status: "identified",
        on_days: made_on,
        by: telling.full_user(),
        values: found(&story, telling),
    };
    let mut later = Vec::new();
    let mut today = made_on;
    if ending >= Ending::Assessed {
        today = (today + draw.between(3, 25)).min(-1);
        later.push(assessed(&story, today, telling));
    }
    if matches!(ending, Ending::InTreatment | Ending::Controlled) {
        today = (today + draw.between(4, 30)).min(-1);
        later.push(in_treatment(&story, ending, today, telling));
    }
    if ending >= Ending::Controlled {
        today = draw.between(today + 20, -3).min(-1);
        later.push(ended(&story, ending, today, telling));
    }
    live("risks", story.key, made, later)
}

fn found(story: &RiskStory, telling: &Telling<'_>) -> serde_json::Map<String, Value> {
    answers([
        ("title", json!(story.title)),
        ("threat_source", json!([story.source])),
        ("cause", json!(story.cause)),
        ("vulnerability", json!(story.vulnerability)),
        ("consequence", paragraphs(&story.consequence)),
        ("assets", if story.assets.is_empty() { Value::Null } else { json!(story.assets) }),
        ("process", json!(story.process)),
        ("owner", telling.user(&story.owner)),
        ("cia_aspects", story.biv.value()),
        ("current_score", story.current.value()),
    ])
}

fn assessed(story: &RiskStory, on_days: i32, telling: &Telling<'_>) -> Stage {
    let values = answers([
        ("inherent_score", story.inherent.value()),
        ("existing_controls", list("ul", &story.controls)),
        ("treatment", json!([story.treatment])),
        ("review_on", day(telling.draw.between(-35, 330))),
    ]);
    Stage { status: "assessed", on_days, by: telling.holder("security"), values }
}

fn in_treatment(story: &RiskStory, ending: Ending, on_days: i32, telling: &Telling<'_>) -> Stage {
    let due = match ending {
        Ending::Controlled => on_days + telling.draw.between(30, 120),
        _ => telling.draw.between(-45, 240),
    };
    let values = answers([
        ("treatment_plan", list("ol", &story.plan)),
        ("treatment_due_on", day(due)),
        ("residual_score", story.residual.value()),
    ]);
    Stage { status: "in_treatment", on_days, by: telling.full_user(), values }
}

fn ended(story: &RiskStory, ending: Ending, on_days: i32, telling: &Telling<'_>) -> Stage {
    let accepted = || {
        answers([
            ("residual_score", story.residual.value()),
            ("accepted_by", telling.user("board")),
            ("accepted_on", day(on_days)),
            ("acceptance_reason", json!(story.acceptance)),
        ])
    };
    let (status, values) = match ending {
        Ending::Accepted => {
            let mut values = accepted();
            values.extend(answers([("treatment_plan", list("ol", &story.plan))]));
            ("accepted", values)
        }
        Ending::Expired => ("expired", answers([])),
        _ => {
            let mut values = accepted();
            // Filled in when the plan was made.
            values.remove("residual_score");
            ("controlled", values)
        }
    };
    Stage { status, on_days, by: telling.holder("security"), values }
}
