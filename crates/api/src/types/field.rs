use async_graphql::{Context, Enum, Object};
use domain::form::{ChoiceOption, Field, FieldGroup, FieldKind, RiskLevel, RiskScale, Status};
use kernel::{Locale, Localized};

use super::LocaleName;
use crate::scope::Shared;

/// The text in the language asked for, else in the viewer's.
pub(crate) fn say(cx: &Context<'_>, text: &Localized, locale: Option<LocaleName>) -> String {
    text.get(locale.map_or_else(|| cx.scope().ctx.locale(), Locale::from)).to_owned()
}

/// The kind of answer a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "FieldKind")]
pub(crate) enum FieldKindName {
    /// Plain text.
    Text,
    /// Text with headings, lists and links.
    RichText,
    /// A number.
    Number,
    /// A calendar day.
    Date,
    /// Yes, no or not applicable.
    YesNoNa,
    /// One or several of a fixed list.
    Choice,
    /// A user of the environment.
    User,
    /// One or several records of a form.
    Reference,
    /// A likelihood and an impact that together give a score.
    LikelihoodImpact,
}

impl From<&FieldKind> for FieldKindName {
    fn from(kind: &FieldKind) -> Self {
        match kind {
            FieldKind::Text { .. } => Self::Text,
            FieldKind::RichText {} => Self::RichText,
            FieldKind::Number { .. } => Self::Number,
            FieldKind::Date {} => Self::Date,
            FieldKind::YesNoNa {} => Self::YesNoNa,
            FieldKind::Choice { .. } => Self::Choice,
            FieldKind::User {} => Self::User,
            FieldKind::Reference { .. } => Self::Reference,
            FieldKind::LikelihoodImpact { .. } => Self::LikelihoodImpact,
        }
    }
}

/// A heading on the form.
pub(crate) struct FieldGroupObject(pub FieldGroup);

/// A heading on the form.
#[Object(name = "FieldGroup")]
impl FieldGroupObject {
    /// Unique in the form.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// The heading.
    async fn label(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.label, locale)
    }
}

/// One question of a form.
pub(crate) struct FieldObject(pub Field);

/// One question of a form, with the bounds of its answers.
#[Object(name = "Field")]
impl FieldObject {
    /// Unique in the form and never changed.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// The kind of answer.
    async fn kind(&self) -> FieldKindName {
        (&self.0.kind).into()
    }

    /// The group it stands under.
    async fn group_key(&self) -> Option<&str> {
        self.0.group.as_deref()
    }

    /// The question.
    async fn label(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.label, locale)
    }

    /// How to answer it.
    async fn help(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.help, locale)
    }

    /// An answer is compulsory.
    async fn is_required(&self) -> bool {
        self.0.required
    }

    /// Shown in the list unless the viewer chose other columns.
    async fn is_in_list(&self) -> bool {
        self.0.in_list
    }

    /// A list can be sorted by it.
    async fn is_sortable(&self) -> bool {
        self.0.kind.is_sortable()
    }

    /// Takes several answers.
    async fn is_multiple(&self) -> bool {
        matches!(
            self.0.kind,
            FieldKind::Choice { multiple: true, .. } | FieldKind::Reference { multiple: true, .. }
        )
    }

    /// Takes more than one line.
    async fn is_multiline(&self) -> bool {
        matches!(self.0.kind, FieldKind::Text { multiline: true, .. })
    }

    /// The most characters of a text.
    async fn max_length(&self) -> Option<u32> {
        self.0.kind.max_length()
    }

    /// Digits behind the decimal sign of a number.
    async fn decimals(&self) -> Option<u8> {
        match self.0.kind {
            FieldKind::Number { decimals, .. } => Some(decimals),
            _ => None,
        }
    }

    /// Lowest number allowed.
    async fn minimum(&self) -> Option<f64> {
        match self.0.kind {
            FieldKind::Number { minimum, .. } => minimum,
            _ => None,
        }
    }

    /// Highest number allowed.
    async fn maximum(&self) -> Option<f64> {
        match self.0.kind {
            FieldKind::Number { maximum, .. } => maximum,
            _ => None,
        }
    }

    /// What a number counts.
    async fn unit(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> Option<String> {
        match &self.0.kind {
            FieldKind::Number { unit: Some(unit), .. } => Some(say(cx, unit, locale)),
            _ => None,
        }
    }

    /// What can be chosen.
    async fn options(&self) -> Vec<FieldOptionObject> {
        match &self.0.kind {
            FieldKind::Choice { options, .. } => options.iter().cloned().map(FieldOptionObject).collect(),
            _ => Vec::new(),
        }
    }

    /// The form whose records may be chosen.
    async fn referenced_form_key(&self) -> Option<&str> {
        match &self.0.kind {
            FieldKind::Reference { form, .. } => Some(form),
            _ => None,
        }
    }

    /// The steps and levels of a likelihood x impact field.
    async fn scale(&self) -> Option<RiskScaleObject> {
        match &self.0.kind {
            FieldKind::LikelihoodImpact { scale } => Some(RiskScaleObject(scale.clone())),
            _ => None,
        }
    }
}

/// One choice of a fixed list.
pub(crate) struct FieldOptionObject(pub ChoiceOption);

/// One choice of a fixed list.
#[Object(name = "FieldOption")]
impl FieldOptionObject {
    /// Unique in the field and never changed.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// What is shown.
    async fn label(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.label, locale)
    }

    /// A colour name of the design system.
    async fn colour(&self) -> Option<&str> {
        self.0.colour.as_deref()
    }
}

/// Steps of likelihood and impact, and the levels their products fall into.
pub(crate) struct RiskScaleObject(pub RiskScale);

/// Steps of likelihood and impact, and the levels their products fall into.
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
}

fn steps(names: &[Localized]) -> Vec<ScaleStepObject> {
    (1..).zip(names.iter().cloned()).map(|(value, label)| ScaleStepObject { value, label }).collect()
}

/// A step of a scale.
pub(crate) struct ScaleStepObject {
    value: u8,
    label: Localized,
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
        say(cx, &self.label, locale)
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

/// What a status means to dashboards and overdue counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "StatusKind", remote = "domain::form::StatusKind")]
pub(crate) enum StatusKindName {
    /// Nobody works on it yet.
    Open,
    /// Somebody works on it.
    Active,
    /// Nothing is left to do.
    Done,
}

/// A step in a record's life.
pub(crate) struct StatusObject(pub Status);

/// A step in a record's life.
#[Object(name = "Status")]
impl StatusObject {
    /// Unique in the form and never changed.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// What is shown.
    async fn label(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.label, locale)
    }

    /// Open, being worked on, or done.
    async fn kind(&self) -> StatusKindName {
        self.0.kind.into()
    }

    /// A colour name of the design system.
    async fn colour(&self) -> &str {
        &self.0.colour
    }

    /// Statuses a record may go to from here.
    async fn next_keys(&self) -> &[String] {
        &self.0.next
    }
}
