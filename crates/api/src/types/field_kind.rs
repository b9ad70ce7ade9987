use async_graphql::Enum;
use domain::form::FieldKind;

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
    /// A moment, to the minute.
    DateTime,
    /// Yes, no or not applicable.
    YesNoNa,
    /// One or several of a fixed list.
    Choice,
    /// One or several of the words in another register.
    DynamicChoice,
    /// One or several users of the environment.
    User,
    /// One or several groups of users.
    Group,
    /// One or several files.
    File,
    /// One or several records of a form, or of any.
    Reference,
    /// One or several countries.
    Country,
    /// A colour.
    Colour,
    /// Points to be ticked off.
    Checklist,
    /// A likelihood and an impact that together give a score.
    LikelihoodImpact,
    /// Worked out from other fields by a formula.
    Computed,
    /// A term that runs from one field until another is filled in.
    Deadline,
    /// A number of its own, given when the record is made.
    AutoNumber,
    /// One or several addresses on the web.
    WebLink,
}

impl From<&FieldKind> for FieldKindName {
    fn from(kind: &FieldKind) -> Self {
        match kind {
            FieldKind::Text { .. } => Self::Text,
            FieldKind::RichText {} => Self::RichText,
            FieldKind::Number { .. } => Self::Number,
            FieldKind::Date {} => Self::Date,
            FieldKind::DateTime {} => Self::DateTime,
            FieldKind::YesNoNa {} => Self::YesNoNa,
            FieldKind::Choice { .. } => Self::Choice,
            FieldKind::DynamicChoice { .. } => Self::DynamicChoice,
            FieldKind::User { .. } => Self::User,
            FieldKind::Group { .. } => Self::Group,
            FieldKind::File { .. } => Self::File,
            FieldKind::Reference { .. } => Self::Reference,
            FieldKind::Country { .. } => Self::Country,
            FieldKind::Colour {} => Self::Colour,
            FieldKind::Checklist { .. } => Self::Checklist,
            FieldKind::LikelihoodImpact { .. } => Self::LikelihoodImpact,
            FieldKind::Computed { .. } => Self::Computed,
            FieldKind::Deadline(_) => Self::Deadline,
            FieldKind::AutoNumber { .. } => Self::AutoNumber,
            FieldKind::WebLink { .. } => Self::WebLink,
        }
    }
}
