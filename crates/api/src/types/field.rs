use std::sync::Arc;

use async_graphql::{Context, Object};
use domain::form::{
    ChoiceOption, Field, FieldGroup, FieldKind, FormDefinition,
    expression::{Type, type_of},
};
use kernel::{Locale, Localized};

use super::{
    FieldKindName, LocaleName,
    field_rule::{DeadlineRuleObject, FieldConditionObject, FieldDefaultObject},
    scale::RiskScaleObject,
};
use crate::{error::Result, scope::Shared};

/// The text in the language asked for, else in the viewer's.
pub(crate) fn say(cx: &Context<'_>, text: &Localized, locale: Option<LocaleName>) -> String {
    text.get(locale.map_or_else(|| cx.scope().ctx.locale(), Locale::from)).to_owned()
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

    /// What stands under it; may be empty.
    async fn help(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.help, locale)
    }
}

/// One question of a form.
pub(crate) struct FieldObject {
    pub field: Field,
    pub form: Arc<FormDefinition>,
}

impl FieldObject {
    /// All fields of a form, the standard ones last.
    pub(crate) fn all(form: &Arc<FormDefinition>) -> Vec<Self> {
        form.all_fields().map(|field| Self { field: field.clone(), form: Arc::clone(form) }).collect()
    }
}

/// One question of a form, with the bounds of its answers.
#[Object(name = "Field")]
impl FieldObject {
    /// Unique in the form and never changed.
    async fn key(&self) -> &str {
        &self.field.key
    }

    /// The kind of answer.
    async fn kind(&self) -> FieldKindName {
        (&self.field.kind).into()
    }

    /// The group it stands under.
    async fn group_key(&self) -> Option<&str> {
        self.field.group.as_deref()
    }

    /// The question.
    async fn label(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.field.label, locale)
    }

    /// How to answer it.
    async fn help(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.field.help, locale)
    }

    /// An answer is compulsory.
    async fn is_required(&self) -> bool {
        self.field.required
    }

    /// Shown in the list unless the viewer chose other columns.
    async fn is_in_list(&self) -> bool {
        self.field.in_list
    }

    /// A list can be sorted by it.
    async fn is_sortable(&self) -> bool {
        self.field.kind.is_sortable()
    }

    /// Takes several answers.
    async fn is_multiple(&self) -> bool {
        self.field.kind.is_multiple()
    }

    /// Takes more than one line.
    async fn is_multiline(&self) -> bool {
        matches!(self.field.kind, FieldKind::Text { multiline: true, .. })
    }

    /// The most characters of a text.
    async fn max_length(&self) -> Option<u32> {
        self.field.kind.max_length()
    }

    /// Digits behind the decimal sign of a number.
    async fn decimals(&self) -> Option<u8> {
        match self.field.kind {
            FieldKind::Number { decimals, .. } | FieldKind::Computed { decimals, .. } => Some(decimals),
            _ => None,
        }
    }

    /// Lowest number allowed.
    async fn minimum(&self) -> Option<f64> {
        match self.field.kind {
            FieldKind::Number { minimum, .. } => minimum,
            _ => None,
        }
    }

    /// Highest number allowed.
    async fn maximum(&self) -> Option<f64> {
        match self.field.kind {
            FieldKind::Number { maximum, .. } => maximum,
            _ => None,
        }
    }

    /// What a number counts.
    async fn unit(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> Option<String> {
        match &self.field.kind {
            FieldKind::Number { unit: Some(unit), .. } | FieldKind::Computed { unit: Some(unit), .. } => {
                Some(say(cx, unit, locale))
            }
            _ => None,
        }
    }

    /// What can be chosen or ticked, without what is not offered any more.
    async fn options(&self) -> Vec<FieldOptionObject> {
        let options = self.field.kind.options().iter().filter(|option| !option.retired);
        options.cloned().map(FieldOptionObject).collect()
    }

    /// The form whose records may be chosen; null for records of any form.
    async fn referenced_form_key(&self) -> Option<&str> {
        match &self.field.kind {
            FieldKind::Reference { form, .. } => form.as_deref(),
            _ => None,
        }
    }

    /// Fields of the referenced form that are shown beside the link.
    async fn columns(&self) -> &[String] {
        match &self.field.kind {
            FieldKind::Reference { columns, .. } => columns,
            _ => &[],
        }
    }

    /// The form whose words can be chosen.
    async fn source_form_key(&self) -> Option<&str> {
        match &self.field.kind {
            FieldKind::DynamicChoice { form, .. } => Some(form),
            _ => None,
        }
    }

    /// The field of that form.
    async fn source_field_key(&self) -> Option<&str> {
        match &self.field.kind {
            FieldKind::DynamicChoice { field, .. } => Some(field),
            _ => None,
        }
    }

    /// The formula of a computed field.
    async fn expression(&self) -> Option<&str> {
        match &self.field.kind {
            FieldKind::Computed { expression, .. } => Some(expression),
            _ => None,
        }
    }

    /// What a computed field gives: a number, a text, a day or a yes or no.
    async fn result(&self) -> Option<FieldKindName> {
        let FieldKind::Computed { expression, .. } = &self.field.kind else { return None };
        match type_of(expression, &self.form).ok()? {
            Type::Number => Some(FieldKindName::Number),
            Type::Text => Some(FieldKindName::Text),
            Type::Date => Some(FieldKindName::Date),
            Type::YesNo => Some(FieldKindName::YesNoNa),
            Type::Many => None,
        }
    }

    /// How a deadline clock runs.
    async fn deadline(&self) -> Option<DeadlineRuleObject> {
        match &self.field.kind {
            FieldKind::Deadline(rule) => Some(rule.clone().into()),
            _ => None,
        }
    }

    /// What stands before an automatic number.
    async fn prefix(&self) -> Option<&str> {
        match &self.field.kind {
            FieldKind::AutoNumber { prefix, .. } => Some(prefix),
            _ => None,
        }
    }

    /// The least digits of an automatic number.
    async fn digits(&self) -> Option<u8> {
        match self.field.kind {
            FieldKind::AutoNumber { digits, .. } => Some(digits),
            _ => None,
        }
    }

    /// One of the three every record has: files, links to records, and web links.
    async fn is_standard(&self) -> bool {
        self.field.is_standard()
    }

    /// Came with a pack: it can be hidden and called otherwise, and not taken out.
    async fn is_base(&self) -> bool {
        self.field.base
    }

    /// Not shown at all; what it holds stays.
    async fn is_hidden(&self) -> bool {
        self.field.hidden
    }

    /// No two records may hold the same.
    async fn is_unique(&self) -> bool {
        self.field.unique
    }

    /// Shows only then.
    async fn visible_when(&self) -> Option<FieldConditionObject> {
        self.field.visible_when.clone().map(Into::into)
    }

    /// Compulsory then, too.
    async fn required_when(&self) -> Option<FieldConditionObject> {
        self.field.required_when.clone().map(Into::into)
    }

    /// What a new record begins with.
    async fn default(&self, cx: &Context<'_>) -> Result<Option<FieldDefaultObject>> {
        FieldDefaultObject::read(cx, &self.field).await
    }

    /// The steps and levels of a likelihood x impact field.
    async fn scale(&self) -> Option<RiskScaleObject> {
        match &self.field.kind {
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
