//! A form as clients give it.

use async_graphql::InputObject;
use domain::form::{
    Category, ChoiceOption, FieldDefault, FieldDraft, FieldKind, FormDraft, FormRequirement, GroupDraft,
    RiskScale, Status,
};
use kernel::{Localized, UserError};

use super::field_value::FieldValueInput;
use crate::types::{
    DeadlineRuleObject, FieldConditionObject, FieldDefaultKindName, FieldKindName, FormCategoryName,
    FormRequirementObject, LocalizedInput, StatusKindName,
};

/// A form as it is to be. Keys that are left out are made from the labels.
#[derive(InputObject)]
pub(crate) struct FormInput {
    /// The register.
    name: LocalizedInput,
    /// One record.
    singular_name: LocalizedInput,
    /// 2 to 5 letters; cannot be changed later.
    number_prefix: String,
    /// What it is for.
    #[graphql(default)]
    help: LocalizedInput,
    /// Name of a Tabler icon.
    icon: Option<String>,
    /// The group of the menu it stands in.
    category: Option<FormCategoryName>,
    /// Records may carry measures.
    #[graphql(default)]
    allows_measures: bool,
    /// What of which standard or law it helps to meet.
    #[graphql(default, validator(max_items = 50))]
    requirements: Vec<FormRequirementObject>,
    /// The text of one line that names a record; the first one when left out.
    title_field: Option<String>,
    /// Headings the fields stand under.
    #[graphql(default, validator(max_items = 50))]
    groups: Vec<FieldGroupInput>,
    /// The fields, in order.
    #[graphql(validator(max_items = 300))]
    fields: Vec<FieldInput>,
    /// The statuses, in order; left out, those there are, or open and closed for a new form.
    #[graphql(default, validator(max_items = 30))]
    statuses: Vec<StatusInput>,
}

/// A heading on the form.
#[derive(InputObject)]
struct FieldGroupInput {
    /// Made from the label when left out.
    key: Option<String>,
    /// The heading.
    label: LocalizedInput,
    /// What stands under it.
    #[graphql(default)]
    help: LocalizedInput,
}

/// A step in a record's life.
#[derive(InputObject)]
struct StatusInput {
    /// Made from the label when left out.
    #[graphql(default)]
    key: String,
    /// What is shown.
    label: LocalizedInput,
    /// Open, being worked on, or done.
    kind: StatusKindName,
    /// A colour name of the design system.
    colour: String,
    /// Keys of the statuses that may follow.
    next: Vec<String>,
}

/// One choice of a list, or one point of a checklist.
#[derive(InputObject)]
struct FieldOptionInput {
    /// Made from the label when left out.
    #[graphql(default)]
    key: String,
    /// What is shown.
    label: LocalizedInput,
    /// A colour name of the design system.
    colour: Option<String>,
}

/// What a new record begins with.
#[derive(InputObject)]
struct FieldDefaultInput {
    /// Where it comes from.
    kind: FieldDefaultKindName,
    /// The value that is always the same; its key says nothing.
    value: Option<FieldValueInput>,
}

/// A field. Members that its kind does not know are passed over.
#[allow(clippy::struct_excessive_bools, reason = "each is a tick in the designer")]
#[derive(InputObject)]
struct FieldInput {
    /// Made from the label when left out; never changed.
    key: Option<String>,
    /// The question.
    label: LocalizedInput,
    /// How to answer it.
    #[graphql(default)]
    help: LocalizedInput,
    /// The heading it stands under.
    group_key: Option<String>,
    /// The kind of answer; cannot be changed later.
    kind: FieldKindName,
    /// An answer is compulsory.
    #[graphql(default)]
    is_required: bool,
    /// Shown in the list.
    #[graphql(default)]
    is_in_list: bool,
    /// Not shown at all.
    #[graphql(default)]
    is_hidden: bool,
    /// No two records may hold the same: a line of text, a number, a date.
    #[graphql(default)]
    is_unique: bool,
    /// Takes several answers.
    #[graphql(default)]
    is_multiple: bool,
    /// Takes more than one line: text.
    #[graphql(default)]
    is_multiline: bool,
    /// Shows only then.
    visible_when: Option<FieldConditionObject>,
    /// Compulsory then, too.
    required_when: Option<FieldConditionObject>,
    /// What a new record begins with.
    default: Option<FieldDefaultInput>,
    /// The most characters: text.
    max_length: Option<u32>,
    /// Digits behind the decimal sign: number, computed.
    #[graphql(default = 2)]
    decimals: u8,
    /// Lowest number allowed.
    minimum: Option<f64>,
    /// Highest number allowed.
    maximum: Option<f64>,
    /// What is counted: number, computed.
    unit: Option<LocalizedInput>,
    /// What can be chosen or ticked: choice, checklist.
    #[graphql(default, validator(max_items = 500))]
    options: Vec<FieldOptionInput>,
    /// The form whose records may be chosen: reference; `$self` for this form; any form's when left out.
    referenced_form_key: Option<String>,
    /// Fields of that form that are shown beside the link.
    #[graphql(default)]
    columns: Vec<String>,
    /// The form whose words can be chosen: dynamic choice; `$self` for this form.
    source_form_key: Option<String>,
    /// The line of text of that form.
    source_field_key: Option<String>,
    /// The formula: computed.
    expression: Option<String>,
    /// How the clock runs: deadline.
    deadline: Option<DeadlineRuleObject>,
    /// What stands before the digits: automatic number.
    #[graphql(default)]
    prefix: String,
    /// The least digits: automatic number.
    #[graphql(default = 4)]
    digits: u8,
}

impl FormInput {
    /// The draft; or what is missing for the kind of a field.
    pub(crate) fn draft(self) -> kernel::Result<FormDraft> {
        let mut errors = kernel::UserErrors::default();
        let mut fields = Vec::with_capacity(self.fields.len());
        for (index, field) in self.fields.into_iter().enumerate() {
            match field.draft() {
                Ok(field) => fields.push(field),
                Err((code, member)) => {
                    errors.push(UserError::at(code, &["fields", &index.to_string(), member]));
                }
            }
        }
        errors.into_result()?;
        let requirement =
            |one: FormRequirementObject| FormRequirement { standard: one.standard, code: one.code };
        Ok(FormDraft {
            name: self.name.into(),
            singular_name: self.singular_name.into(),
            number_prefix: self.number_prefix,
            help: self.help.into(),
            icon: self.icon,
            category: self.category.map_or(Category::Other, Into::into),
            allows_measures: self.allows_measures,
            requirements: self.requirements.into_iter().map(requirement).collect(),
            title_field: self.title_field,
            groups: self.groups.into_iter().map(Into::into).collect(),
            fields,
            statuses: self.statuses.into_iter().map(Into::into).collect(),
        })
    }
}

impl From<FieldGroupInput> for GroupDraft {
    fn from(input: FieldGroupInput) -> Self {
        Self { key: input.key, label: input.label.into(), help: input.help.into() }
    }
}

impl From<StatusInput> for Status {
    fn from(input: StatusInput) -> Self {
        Self {
            key: input.key,
            label: input.label.into(),
            kind: input.kind.into(),
            colour: input.colour,
            next: input.next,
        }
    }
}

impl From<FieldOptionInput> for ChoiceOption {
    fn from(input: FieldOptionInput) -> Self {
        Self { key: input.key, label: input.label.into(), colour: input.colour, retired: false }
    }
}

/// A code and the member of the input it is about.
type Fault = (&'static str, &'static str);

impl FieldInput {
    fn draft(mut self) -> Result<FieldDraft, Fault> {
        let default = self.default.take().map(field_default).transpose()?;
        let field = |kind, input: Self| FieldDraft {
            key: input.key,
            label: input.label.into(),
            help: input.help.into(),
            group: input.group_key,
            required: input.is_required,
            in_list: input.is_in_list,
            hidden: input.is_hidden,
            unique: input.is_unique,
            visible_when: input.visible_when.map(Into::into),
            required_when: input.required_when.map(Into::into),
            default,
            kind,
        };
        Ok(field(self.kind()?, self))
    }

    /// The kind with what it needs; takes those members out of the input.
    fn kind(&mut self) -> Result<FieldKind, Fault> {
        let multiple = self.is_multiple;
        let unit: Option<Localized> = self.unit.take().map(Into::into);
        let options = std::mem::take(&mut self.options).into_iter().map(Into::into).collect();
        let needed = |given: &mut Option<String>, member| given.take().ok_or(("REQUIRED", member));
        Ok(match self.kind {
            FieldKindName::Text => {
                let long = if self.is_multiline { Some(100_000) } else { None };
                FieldKind::Text { multiline: self.is_multiline, max_length: self.max_length.or(long) }
            }
            FieldKindName::RichText => FieldKind::RichText {},
            FieldKindName::Number => FieldKind::Number {
                decimals: self.decimals,
                minimum: self.minimum,
                maximum: self.maximum,
                unit,
            },
            FieldKindName::Date => FieldKind::Date {},
            FieldKindName::DateTime => FieldKind::DateTime {},
            FieldKindName::YesNoNa => FieldKind::YesNoNa {},
            FieldKindName::Choice => FieldKind::Choice { options, multiple },
            FieldKindName::DynamicChoice => FieldKind::DynamicChoice {
                form: needed(&mut self.source_form_key, "sourceFormKey")?,
                field: needed(&mut self.source_field_key, "sourceFieldKey")?,
                multiple,
            },
            FieldKindName::User => FieldKind::User { multiple },
            FieldKindName::Group => FieldKind::Group { multiple },
            FieldKindName::File => FieldKind::File { multiple },
            FieldKindName::Reference => FieldKind::Reference {
                form: self.referenced_form_key.take(),
                multiple,
                columns: std::mem::take(&mut self.columns),
            },
            FieldKindName::Country => FieldKind::Country { multiple },
            FieldKindName::Colour => FieldKind::Colour {},
            FieldKindName::Checklist => FieldKind::Checklist { items: options },
            FieldKindName::LikelihoodImpact => FieldKind::LikelihoodImpact { scale: RiskScale::default() },
            FieldKindName::Computed => FieldKind::Computed {
                expression: needed(&mut self.expression, "expression")?,
                decimals: self.decimals,
                unit,
            },
            FieldKindName::Deadline => {
                FieldKind::Deadline(self.deadline.take().ok_or(("REQUIRED", "deadline"))?.into())
            }
            FieldKindName::AutoNumber => {
                FieldKind::AutoNumber { prefix: std::mem::take(&mut self.prefix), digits: self.digits }
            }
            FieldKindName::WebLink => FieldKind::WebLink { multiple },
        })
    }
}

fn field_default(input: FieldDefaultInput) -> Result<FieldDefault, Fault> {
    Ok(match input.kind {
        FieldDefaultKindName::Today => FieldDefault::Today,
        FieldDefaultKindName::Me => FieldDefault::Me,
        FieldDefaultKindName::Value => {
            let given = input.value.map(FieldValueInput::values).transpose();
            let mut values = given.map_err(|code| (code, "default"))?.unwrap_or_default();
            match (values.pop(), values.is_empty()) {
                (Some(value), true) => FieldDefault::Value(value),
                _ => return Err(("REQUIRED", "default")),
            }
        }
    })
}
