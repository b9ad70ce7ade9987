use async_graphql::{Context, Enum, SimpleObject, Union};
use domain::{
    form::{self, ChoiceOption, Field, FieldKind},
    record::Value,
    text::plain_text,
};
use kernel::Localized;

use super::{
    Date, FileRevisionObject, GroupObject, RecordObject,
    field::FieldOptionObject,
    scale::RiskLevelObject,
    user::UserObject,
    value_more::{
        ChecklistValue, ColourValue, CountryValue, DateTimeValue, DeadlineValue, GroupValue, WebLinkValue,
        WordsValue,
    },
};
use crate::{error::Result, scope::Shared};

/// The answers to a closed question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "YesNoNa", remote = "domain::record::YesNoNa")]
pub(crate) enum YesNoNaName {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not applicable.
    NotApplicable,
}

/// One field of a record with what it holds.
#[derive(SimpleObject)]
#[graphql(name = "FieldValue")]
pub(crate) struct FieldValueObject {
    /// The field.
    pub key: String,
    /// What it holds; null when empty.
    pub value: Option<ValueObject>,
}

/// What a field holds, by its kind.
#[derive(Union)]
#[graphql(name = "Value")]
pub(crate) enum ValueObject {
    Text(TextValue),
    RichText(RichTextValue),
    Number(NumberValue),
    Date(DateValue),
    YesNoNa(YesNoNaValue),
    Choice(ChoiceValue),
    DateTime(DateTimeValue),
    Words(WordsValue),
    User(UserValue),
    Group(GroupValue),
    File(FileValue),
    Reference(ReferenceValue),
    Country(CountryValue),
    Colour(ColourValue),
    Checklist(ChecklistValue),
    LikelihoodImpact(LikelihoodImpactValue),
    Deadline(DeadlineValue),
    WebLink(WebLinkValue),
}

/// Plain text.
#[derive(SimpleObject)]
pub(crate) struct TextValue {
    /// The text.
    text: String,
}

/// Text with headings, lists and links.
#[derive(SimpleObject)]
pub(crate) struct RichTextValue {
    /// Clean HTML: p, br, strong, em, u, s, ul, ol, li, h2 to h4, blockquote, code, pre, a[href].
    html: String,
    /// The words alone.
    plain_text: String,
}

/// A number.
#[derive(SimpleObject)]
pub(crate) struct NumberValue {
    /// The number.
    number: f64,
}

/// A calendar day.
#[derive(SimpleObject)]
pub(crate) struct DateValue {
    /// The day.
    date: Date,
}

/// The answer to a closed question.
#[derive(SimpleObject)]
pub(crate) struct YesNoNaValue {
    /// The answer.
    answer: YesNoNaName,
}

/// What was chosen of a fixed list.
#[derive(SimpleObject)]
pub(crate) struct ChoiceValue {
    /// In the order of the form.
    options: Vec<FieldOptionObject>,
}

/// People.
#[derive(SimpleObject)]
pub(crate) struct UserValue {
    /// In the order chosen.
    users: Vec<UserObject>,
}

/// Files.
#[derive(SimpleObject)]
pub(crate) struct FileValue {
    /// In the order added, each in the revision it was filed with.
    files: Vec<FileRevisionObject>,
}

/// Records pointed to.
#[derive(SimpleObject)]
pub(crate) struct ReferenceValue {
    /// In the order chosen; those the viewer may not see are absent.
    records: Vec<RecordObject>,
}

/// A place in the risk matrix.
#[derive(SimpleObject)]
pub(crate) struct LikelihoodImpactValue {
    /// Step of likelihood, from 1.
    likelihood: u8,
    /// Step of impact, from 1.
    impact: u8,
    /// Likelihood times impact.
    score: u32,
    /// The band it lies in.
    level: RiskLevelObject,
}

/// Turns a stored value into its object; users and records come through the loaders.
pub(crate) async fn value_object(
    cx: &Context<'_>,
    field: &Field,
    value: &Value,
) -> Result<Option<ValueObject>> {
    Ok(Some(match value {
        Value::Text(text) => ValueObject::Text(TextValue { text: text.clone() }),
        Value::RichText(html) => {
            ValueObject::RichText(RichTextValue { plain_text: plain_text(html), html: html.clone() })
        }
        Value::Number(number) => ValueObject::Number(NumberValue { number: *number }),
        Value::Date(date) => ValueObject::Date(DateValue { date: Date(*date) }),
        Value::YesNoNa(answer) => ValueObject::YesNoNa(YesNoNaValue { answer: (*answer).into() }),
        Value::Choice(keys) => ValueObject::Choice(ChoiceValue { options: options(field, keys) }),
        Value::DateTime(at) => ValueObject::DateTime(DateTimeValue { at: *at }),
        Value::Words(words) => ValueObject::Words(WordsValue { words: words.clone() }),
        Value::User(ids) => {
            let mut found = cx.scope().users.load_many(ids.iter().copied()).await?;
            let users = ids.iter().filter_map(|id| found.remove(id)).map(UserObject).collect();
            ValueObject::User(UserValue { users })
        }
        Value::Group(ids) => {
            let mut found = cx.scope().groups.load_many(ids.iter().copied()).await?;
            let groups = ids.iter().filter_map(|id| found.remove(id)).map(GroupObject).collect();
            ValueObject::Group(GroupValue { groups })
        }
        Value::Country(codes) => ValueObject::Country(CountryValue::of(codes)),
        Value::Colour(hex) => ValueObject::Colour(ColourValue { hex: hex.clone() }),
        Value::Checklist(ticked) => ValueObject::Checklist(ChecklistValue::of(field, ticked)),
        Value::Deadline(deadline) => {
            ValueObject::Deadline(DeadlineValue::of(*deadline, cx.scope().ctx.now()))
        }
        Value::WebLink(links) => ValueObject::WebLink(WebLinkValue::of(links)),
        Value::File(ids) => {
            let mut found = cx.scope().files.load_many(ids.iter().copied()).await?;
            let files = ids.iter().filter_map(|id| found.remove(id)).map(FileRevisionObject).collect();
            ValueObject::File(FileValue { files })
        }
        Value::Reference(ids) => {
            let mut found = cx.scope().records.load_many(ids.iter().copied()).await?;
            let mut records = Vec::with_capacity(ids.len());
            for record in ids.iter().filter_map(|id| found.remove(id)) {
                let form = form::get(&cx.scope().ctx, record.form_id).await?;
                records.push(RecordObject { record, form });
            }
            ValueObject::Reference(ReferenceValue { records })
        }
        Value::LikelihoodImpact(place) => {
            let FieldKind::LikelihoodImpact { scale } = &field.kind else { return Ok(None) };
            let Some(level) = scale.level_at(place.likelihood, place.impact).cloned() else {
                return Ok(None);
            };
            ValueObject::LikelihoodImpact(LikelihoodImpactValue {
                likelihood: place.likelihood,
                impact: place.impact,
                score: place.score(),
                level: RiskLevelObject(level),
            })
        }
    }))
}

/// The chosen options; one that left the form is shown by its key.
fn options(field: &Field, keys: &[String]) -> Vec<FieldOptionObject> {
    let known = field.kind.options();
    keys.iter()
        .map(|key| {
            let option = known.iter().find(|option| option.key == *key).cloned();
            FieldOptionObject(option.unwrap_or_else(|| ChoiceOption {
                key: key.clone(),
                label: Localized::same(key),
                colour: None,
                retired: true,
            }))
        })
        .collect()
}
