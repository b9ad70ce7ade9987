use async_graphql::{Context, InputObject, Object, SimpleObject};
use domain::form::{self, NewField, NewFieldKind, NewForm};

use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{FieldKindName, FormObject},
};

/// An own register to be made.
#[derive(InputObject)]
struct CreateFormInput {
    /// The register.
    name: String,
    /// One record.
    singular_name: String,
    /// 2 to 5 letters.
    number_prefix: String,
    /// What it is for.
    #[graphql(default)]
    help: String,
    /// The fields, in order; the first text of one line names a record and is compulsory.
    #[graphql(validator(max_items = 300))]
    fields: Vec<NewFieldInput>,
}

/// A field of an own register.
#[allow(clippy::struct_excessive_bools, reason = "each is a tick on the form")]
#[derive(InputObject)]
struct NewFieldInput {
    /// Made from the label when left out.
    key: Option<String>,
    /// The question.
    label: String,
    /// How to answer it.
    #[graphql(default)]
    help: String,
    /// The kind of answer.
    kind: FieldKindName,
    /// An answer is compulsory.
    #[graphql(default)]
    is_required: bool,
    /// Shown in the list.
    #[graphql(default)]
    is_in_list: bool,
    /// Takes several answers: choice and reference.
    #[graphql(default)]
    is_multiple: bool,
    /// Takes more than one line: text.
    #[graphql(default)]
    is_multiline: bool,
    /// What can be chosen: choice.
    #[graphql(default)]
    options: Vec<String>,
    /// The form whose records may be chosen: reference.
    referenced_form_key: Option<String>,
}

impl From<NewFieldInput> for NewField {
    fn from(input: NewFieldInput) -> Self {
        let kind = match input.kind {
            FieldKindName::Text if input.is_multiline => NewFieldKind::LongText,
            FieldKindName::Text => NewFieldKind::Text,
            FieldKindName::RichText => NewFieldKind::RichText,
            FieldKindName::Number => NewFieldKind::Number,
            FieldKindName::Date => NewFieldKind::Date,
            FieldKindName::YesNoNa => NewFieldKind::YesNoNa,
            FieldKindName::Choice => {
                NewFieldKind::Choice { labels: input.options, multiple: input.is_multiple }
            }
            FieldKindName::User => NewFieldKind::User,
            FieldKindName::Reference => NewFieldKind::Reference {
                form: input.referenced_form_key.unwrap_or_default(),
                multiple: input.is_multiple,
            },
            FieldKindName::LikelihoodImpact => NewFieldKind::LikelihoodImpact,
        };
        Self {
            key: input.key,
            label: input.label,
            help: input.help,
            required: input.is_required,
            in_list: input.is_in_list,
            kind,
        }
    }
}

/// The register as it is now.
#[derive(SimpleObject)]
struct FormPayload {
    /// The register.
    form: Option<FormObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct FormMutation;

#[Object]
impl FormMutation {
    /// Makes an own register.
    async fn create_form(&self, cx: &Context<'_>, input: CreateFormInput) -> Result<FormPayload> {
        let new = NewForm {
            name: input.name,
            singular_name: input.singular_name,
            number_prefix: input.number_prefix,
            help: input.help,
            fields: input.fields.into_iter().map(NewField::from).collect(),
        };
        let (form, user_errors) = outcome(form::create_own(&cx.scope().ctx, new).await)?;
        Ok(FormPayload { form: form.map(FormObject), user_errors })
    }
}
