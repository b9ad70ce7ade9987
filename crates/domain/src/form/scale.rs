//! Risk criteria: the steps of likelihood and impact, and what their combinations mean.

use kernel::Localized;
use serde::{Deserialize, Serialize};

/// Steps of likelihood and impact, and the levels their combinations fall into.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskScale {
    /// Likelihood 1, 2, 3 …; 2 to 7 steps.
    pub likelihood: Vec<ScaleStep>,
    /// Impact 1, 2, 3 …; 2 to 7 steps.
    pub impact: Vec<ScaleStep>,
    /// Bands of scores, lowest first; the first begins at 1.
    pub levels: Vec<RiskLevel>,
    /// Keys of levels by likelihood and then impact, where the product alone does not tell the level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cells: Option<Vec<Vec<String>>>,
    /// Key of the highest level that is acceptable without doing more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptable_level: Option<String>,
}

/// A step of likelihood or impact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StepRepr")]
pub struct ScaleStep {
    /// "Mogelijk".
    pub label: Localized,
    /// What the step means: how often, how much, how long.
    pub help: Localized,
}

/// A step may be its label alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum StepRepr {
    Whole {
        label: Localized,
        #[serde(default)]
        help: Localized,
    },
    Label(Localized),
}

impl From<StepRepr> for ScaleStep {
    fn from(repr: StepRepr) -> Self {
        match repr {
            StepRepr::Whole { label, help } => Self { label, help },
            StepRepr::Label(label) => Self { label, help: Localized::default() },
        }
    }
}

/// A band of scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskLevel {
    /// Unique in the scale: `low`, `medium`, …
    pub key: String,
    /// "Laag".
    pub label: Localized,
    /// Lowest score (likelihood times impact) of this band.
    pub minimum_score: u32,
    /// A colour name of the design system.
    pub colour: String,
}

impl RiskScale {
    /// The level of a combination, by the cells if there are any, else by the product; `None` only for a
    /// scale without levels.
    #[must_use]
    pub fn level_at(&self, likelihood: u8, impact: u8) -> Option<&RiskLevel> {
        let index = |step: u8| usize::from(step).checked_sub(1);
        let cell = self.cells.as_ref().and_then(|rows| rows.get(index(likelihood)?)?.get(index(impact)?));
        match cell.and_then(|key| self.levels.iter().find(|level| level.key == *key)) {
            Some(level) => Some(level),
            None => self.level_of(u32::from(likelihood) * u32::from(impact)),
        }
    }

    fn level_of(&self, score: u32) -> Option<&RiskLevel> {
        self.levels.iter().rev().find(|level| level.minimum_score <= score)
    }

    /// The highest level that is acceptable without doing more, when one was said to be.
    #[must_use]
    pub fn acceptable(&self) -> Option<&RiskLevel> {
        let key = self.acceptable_level.as_ref()?;
        self.levels.iter().find(|level| level.key == *key)
    }

    /// True when a level needs nothing more.
    #[must_use]
    pub fn is_acceptable(&self, level: &RiskLevel) -> bool {
        let place = |key: &str| self.levels.iter().position(|known| known.key == key);
        let limit = self.acceptable_level.as_deref().and_then(place);
        limit.zip(place(&level.key)).is_some_and(|(limit, found)| found <= limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale() -> RiskScale {
        let step = |text: &str| ScaleStep { label: Localized::same(text), help: Localized::default() };
        let level = |key: &str, minimum_score| RiskLevel {
            key: key.into(),
            label: Localized::same(key),
            minimum_score,
            colour: "gray".into(),
        };
        RiskScale {
            likelihood: vec![step("a"), step("b")],
            impact: vec![step("a"), step("b")],
            levels: vec![level("low", 1), level("high", 3)],
            cells: None,
            acceptable_level: Some("low".into()),
        }
    }

    #[test]
    fn a_cell_tells_the_level_before_the_product_does() {
        let mut scale = scale();
        assert_eq!(scale.level_at(1, 2).unwrap().key, "low");
        scale.cells = Some(vec![vec!["low".into(), "high".into()], vec!["low".into(), "high".into()]]);
        assert_eq!(scale.level_at(1, 2).unwrap().key, "high");
        assert_eq!(scale.level_at(2, 1).unwrap().key, "low");
        assert!(scale.is_acceptable(&scale.levels[0]) && !scale.is_acceptable(&scale.levels[1]));
    }

    #[test]
    fn a_step_may_be_written_as_its_label_alone() {
        let step: ScaleStep = serde_json::from_str(r#"{"nl": "Klein", "en": "Small"}"#).unwrap();
        assert_eq!(step.label.en, "Small");
        let again: ScaleStep = serde_json::from_value(serde_json::to_value(&step).unwrap()).unwrap();
        assert_eq!(again, step);
    }
}
