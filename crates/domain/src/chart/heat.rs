//! The matrix of likelihood and impact.

use kernel::Locale;

use super::{ChartGroup, rules::plain};
use crate::{
    form::{RiskScale, ScaleStep},
    record::{FieldFilter, RecordFilter},
};

/// The matrix of one likelihood x impact field.
pub(super) struct HeatMap<'a> {
    pub(super) key: &'a str,
    pub(super) scale: &'a RiskScale,
    pub(super) locale: Locale,
    pub(super) filter: &'a RecordFilter,
}

impl HeatMap<'_> {
    /// The steps of likelihood, each with the records of all its cells.
    pub(super) fn likelihoods(&self) -> Vec<ChartGroup> {
        let impacts = 1..=self.scale.impact.len();
        self.steps(&self.scale.likelihood, |step| {
            impacts.clone().map(|impact| format!("{step}x{impact}")).collect()
        })
    }

    /// The steps of impact, each with the records of all its cells.
    pub(super) fn impacts(&self) -> Vec<ChartGroup> {
        let likelihoods = 1..=self.scale.likelihood.len();
        self.steps(&self.scale.impact, |step| {
            likelihoods.clone().map(|likelihood| format!("{likelihood}x{step}")).collect()
        })
    }

    fn steps(&self, steps: &[ScaleStep], cells: impl Fn(usize) -> Vec<String>) -> Vec<ChartGroup> {
        let named = (1_usize..).zip(steps);
        named
            .map(|(step, named)| {
                let mut filter = self.filter.clone();
                let any_of = Some(cells(step));
                filter.fields.push(FieldFilter {
                    key: self.key.to_owned(),
                    any_of,
                    ..FieldFilter::default()
                });
                ChartGroup { filter: Some(filter), ..plain(&step.to_string(), named.label.get(self.locale)) }
            })
            .collect()
    }
}
