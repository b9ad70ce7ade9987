use async_graphql::{Context, Object};
use domain::form::{RiskLevel, RiskScale, ScaleStep};

use super::{LocaleName, field::say};

/// Steps of likelihood and impact, and the levels their combinations fall into.
pub(crate) struct RiskScaleObject(pub RiskScale);

/// Steps of likelihood and impact, and the levels their combinations fall into.
#[Object(name = "RiskScale")]
impl RiskScaleObject {
    /// Steps of likelihood, from 1.
    async fn likelihood(&self) -> Vec<ScaleStepObject> {
        steps(&self.0.likelihood)
    }

    /// Steps of impact, from 1.
    async fn impact(&self) -> Vec<ScaleStepObject> {
        steps(&self.0.impact)
    }

    /// Bands of scores, lowest first.
    async fn levels(&self) -> Vec<RiskLevelObject> {
        self.0.levels.iter().cloned().map(RiskLevelObject).collect()
    }

    /// The level of every combination: a row for each step of likelihood, in it one for each of impact.
    async fn cells(&self) -> Vec<Vec<RiskLevelObject>> {
        let count = |steps: &[ScaleStep]| 1..=u8::try_from(steps.len()).unwrap_or(u8::MAX);
        let cell = |likelihood, impact| self.0.level_at(likelihood, impact).cloned().map(RiskLevelObject);
        count(&self.0.likelihood)
            .map(|likelihood| count(&self.0.impact).filter_map(|impact| cell(likelihood, impact)).collect())
            .collect()
    }

    /// Cells of the matrix do not all follow from the scores.
    async fn has_own_cells(&self) -> bool {
        self.0.cells.is_some()
    }

    /// The highest level that is acceptable without doing more.
    async fn acceptable_level(&self) -> Option<RiskLevelObject> {
        self.0.acceptable().cloned().map(RiskLevelObject)
    }
}

fn steps(steps: &[ScaleStep]) -> Vec<ScaleStepObject> {
    (1..).zip(steps.iter().cloned()).map(|(value, step)| ScaleStepObject { value, step }).collect()
}

/// A step of a scale.
pub(crate) struct ScaleStepObject {
    value: u8,
    step: ScaleStep,
}

/// A step of a scale.
#[Object(name = "ScaleStep")]
impl ScaleStepObject {
    /// 1, 2, 3 …
    async fn value(&self) -> u8 {
        self.value
    }

    /// What the step is called.
    async fn label(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.step.label, locale)
    }

    /// What the step means; may be empty.
    async fn help(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.step.help, locale)
    }
}

/// A band of scores.
pub(crate) struct RiskLevelObject(pub RiskLevel);

/// A band of scores: from its lowest up to the next level's.
#[Object(name = "RiskLevel")]
impl RiskLevelObject {
    /// Unique in the scale.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// What the level is called.
    async fn label(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.label, locale)
    }

    /// Lowest score of the band.
    async fn minimum_score(&self) -> u32 {
        self.0.minimum_score
    }

    /// A colour name of the design system.
    async fn colour(&self) -> &str {
        &self.0.colour
    }
}
