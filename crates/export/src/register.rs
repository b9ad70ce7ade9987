//! A register as a report: which columns it has, and its records as cells.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::{
    form::{
        Field, FieldKind, Form,
        expression::{Type, type_of},
    },
    record::{self, LikelihoodImpact, Names, Record, RecordFilter, RecordSort, Value},
    text::plain_text,
    user,
};
use kernel::{Instant, Locale, Localized, Result, UserError};

use crate::{Cell, Colour, Column, ColumnKind, Format, Report, Score, Work, filter_words};

/// Column of the record's code.
pub const CODE: &str = "$number";
/// Column of the status.
pub const STATUS: &str = record::STATUS;
/// Column of the latest change; an import passes over it.
pub const UPDATED: &str = "$updated";
/// Hidden last column of a workbook: the record's version, by which an import knows what changed since.
pub const VERSION: &str = "$version";
/// Behind a field's key: the step of likelihood.
pub const LIKELIHOOD: &str = ".likelihood";
/// Behind a field's key: the step of impact.
pub const IMPACT: &str = ".impact";
/// Behind a field's key: the score, which is computed.
pub const SCORE: &str = ".score";

/// A register as filtered and sorted, to be made into a file.
#[derive(Debug, Clone)]
pub struct ExportRequest {
    /// Key of the register.
    pub form_key: String,
    /// The kind of file.
    pub format: Format,
    /// Which records.
    pub filter: RecordFilter,
    /// In which order.
    pub sort: RecordSort,
    /// Keys of the fields, in order; all of them when absent.
    pub columns: Option<Vec<String>>,
    /// The file's language.
    pub locale: Locale,
    /// The past day at whose end the register is told; now when absent.
    pub as_of: Option<NaiveDate>,
}

/// What one column takes out of a record.
#[derive(Debug, Clone)]
enum Part {
    Code,
    Status,
    Updated,
    Version,
    Value(Field),
    Likelihood(Field),
    Impact(Field),
    Score(Field),
}

/// A register's columns, and how records become rows of them.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    form: Form,
    locale: Locale,
    parts: Vec<Part>,
}

impl Layout {
    /// All of a form's fields, on paper.
    pub(crate) fn of_paper(form: &Form, locale: Locale) -> Self {
        Self { form: form.clone(), locale, parts: Vec::new() }
    }

    /// The columns that are asked for. A risk score takes one column on paper and three in a sheet,
    /// so that what is typed can be read back.
    pub(crate) fn new(form: &Form, request: &ExportRequest) -> Result<Self> {
        let fields: Vec<Field> = match &request.columns {
            // On paper, attachments and links stand with the record that has them.
            None if request.format == Format::Pdf => form.definition.fields.clone(),
            None => form.definition.all_fields().cloned().collect(),
            Some(keys) => {
                let mut seen = HashSet::new();
                let always = [CODE, STATUS, UPDATED, VERSION];
                let wanted =
                    keys.iter().filter(|key| !always.contains(&key.as_str()) && seen.insert(key.as_str()));
                let unknown = |key: &String| UserError::at("UNKNOWN_FIELD", &["columns", key]);
                wanted
                    .map(|key| form.definition.field(key).cloned().ok_or_else(|| unknown(key)))
                    .collect::<Result<_, UserError>>()?
            }
        };
        let mut parts = vec![Part::Code, Part::Status];
        for field in fields {
            let is_score = matches!(field.kind, FieldKind::LikelihoodImpact { .. });
            if is_score && request.format != Format::Pdf {
                parts.extend([
                    Part::Likelihood(field.clone()),
                    Part::Impact(field.clone()),
                    Part::Score(field),
                ]);
            } else if is_score {
                parts.push(Part::Score(field));
            } else {
                parts.push(Part::Value(field));
            }
        }
        parts.push(Part::Updated);
        if request.format == Format::Xlsx {
            parts.push(Part::Version);
        }
        Ok(Self { form: form.clone(), locale: request.locale, parts })
    }

    pub(crate) fn columns(&self) -> Vec<Column> {
        self.parts.iter().map(|part| self.column(part)).collect()
    }

    fn column(&self, part: &Part) -> Column {
        let say = |nl: &str, en: &str| match self.locale {
            Locale::Nl => nl.to_owned(),
            Locale::En => en.to_owned(),
        };
        let of = |field: &Field, suffix: &str, name: String| {
            (format!("{}{suffix}", field.key), format!("{} – {name}", field.label.get(self.locale)))
        };
        let (key, heading, kind) = match part {
            Part::Code => (CODE.to_owned(), say("Nummer", "Number"), ColumnKind::Text),
            Part::Status => {
                let labels = self.form.definition.statuses.iter().map(|status| self.text(&status.label));
                (STATUS.to_owned(), "Status".to_owned(), ColumnKind::Choice { options: labels.collect() })
            }
            Part::Updated => (UPDATED.to_owned(), say("Gewijzigd", "Changed"), ColumnKind::Instant),
            Part::Version => (VERSION.to_owned(), say("Versie", "Version"), ColumnKind::Integer),
            Part::Value(field) => (field.key.clone(), self.text(&field.label), self.kind(&field.kind)),
            Part::Likelihood(field) => {
                let (key, heading) = of(field, LIKELIHOOD, say("kans", "likelihood"));
                (key, heading, ColumnKind::Integer)
            }
            Part::Impact(field) => {
                let (key, heading) = of(field, IMPACT, say("impact", "impact"));
                (key, heading, ColumnKind::Integer)
            }
            Part::Score(field) => {
                (format!("{}{SCORE}", field.key), self.text(&field.label), ColumnKind::Score)
            }
        };
        let help = match part {
            Part::Value(field) | Part::Score(field) => {
                Some(self.text(&field.help)).filter(|help| !help.is_empty())
            }
            _ => None,
        };
        let width = matches!(part, Part::Code).then_some(11);
        Column { width, help, ..Column::new(key, heading, kind) }
    }

    fn kind(&self, kind: &FieldKind) -> ColumnKind {
        match kind {
            FieldKind::Text { multiline: true, .. } | FieldKind::RichText {} => ColumnKind::LongText,
            FieldKind::Text { .. }
            | FieldKind::AutoNumber { .. }
            | FieldKind::Colour {}
            | FieldKind::User { multiple: false }
            | FieldKind::Group { multiple: false }
            | FieldKind::Country { multiple: false }
            | FieldKind::DynamicChoice { multiple: false, .. } => ColumnKind::Text,
            FieldKind::DateTime {} | FieldKind::Deadline(_) => ColumnKind::Instant,
            FieldKind::Computed { expression, decimals, .. } => {
                match type_of(expression, &self.form.definition) {
                    Ok(Type::Number) if *decimals == 0 => ColumnKind::Integer,
                    Ok(Type::Number) => ColumnKind::Number,
                    Ok(Type::Date) => ColumnKind::Date,
                    Ok(Type::YesNo) => ColumnKind::YesNoNa,
                    _ => ColumnKind::Text,
                }
            }
            FieldKind::Number { decimals: 0, .. } => ColumnKind::Integer,
            FieldKind::Number { .. } => ColumnKind::Number,
            FieldKind::Date {} => ColumnKind::Date,
            FieldKind::YesNoNa {} => ColumnKind::YesNoNa,
            FieldKind::Choice { multiple: false, options } => ColumnKind::Choice {
                options: options
                    .iter()
                    .filter(|option| !option.retired)
                    .map(|option| self.text(&option.label))
                    .collect(),
            },
            FieldKind::Choice { .. }
            | FieldKind::Checklist { .. }
            | FieldKind::Reference { .. }
            | FieldKind::User { .. }
            | FieldKind::Group { .. }
            | FieldKind::File { .. }
            | FieldKind::Country { .. }
            | FieldKind::DynamicChoice { .. }
            | FieldKind::WebLink { .. } => ColumnKind::MultiChoice,
            FieldKind::LikelihoodImpact { .. } => ColumnKind::Score,
        }
    }

    fn text(&self, text: &Localized) -> String {
        text.get(self.locale).to_owned()
    }

    pub(crate) fn row(&self, record: &Record, names: &Names) -> Vec<Cell> {
        self.parts.iter().map(|part| self.cell(part, record, names)).collect()
    }

    fn cell(&self, part: &Part, record: &Record, names: &Names) -> Cell {
        let place = |field: &Field| match record.values.get(&field.key) {
            Some(Value::LikelihoodImpact(place)) => Some(*place),
            _ => None,
        };
        match part {
            Part::Code => Cell::Text(self.form.code(record.number)),
            Part::Status => Cell::Text(self.text(&self.form.status_or_unknown(&record.status).label)),
            Part::Updated => Cell::Instant(record.updated_at),
            Part::Version => Cell::Integer(i64::from(record.version)),
            Part::Likelihood(field) => {
                place(field).map_or(Cell::Empty, |place| Cell::Integer(i64::from(place.likelihood)))
            }
            Part::Impact(field) => {
                place(field).map_or(Cell::Empty, |place| Cell::Integer(i64::from(place.impact)))
            }
            Part::Score(field) => place(field).map_or(Cell::Empty, |place| self.score(field, place)),
            Part::Value(field) => {
                record.values.get(&field.key).map_or(Cell::Empty, |value| self.value(field, value, names))
            }
        }
    }

    fn score(&self, field: &Field, place: LikelihoodImpact) -> Cell {
        let FieldKind::LikelihoodImpact { scale } = &field.kind else { return Cell::Empty };
        scale.level_at(place.likelihood, place.impact).map_or(Cell::Empty, |level| {
            let colour = colour_named(&level.colour);
            Cell::Score(Score { value: f64::from(place.score()), level: self.text(&level.label), colour })
        })
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "whole numbers below 2^53: checked when they were saved"
    )]
    pub(crate) fn value(&self, field: &Field, value: &Value, names: &Names) -> Cell {
        match (value, &field.kind) {
            (Value::Text(text) | Value::Colour(text), _) => Cell::Text(text.clone()),
            (Value::RichText(html), _) => Cell::Text(plain_text(html)),
            (
                Value::Number(number),
                FieldKind::Number { decimals: 0, .. } | FieldKind::Computed { decimals: 0, .. },
            ) => Cell::Integer(number.round() as i64),
            (Value::Number(number), _) => Cell::Number(*number),
            (Value::Date(date), _) => Cell::Date(*date),
            (Value::DateTime(at), _) => Cell::Instant(*at),
            (Value::Deadline(deadline), _) => Cell::Instant(deadline.due_at),
            (Value::YesNoNa(answer), _) => Cell::YesNoNa(*answer),
            (Value::LikelihoodImpact(place), _) => self.score(field, *place),
            (value, kind) => {
                let text = record::render(field, value, names, self.locale);
                if text.is_empty() {
                    Cell::Empty
                } else if kind.is_multiple() || matches!(value, Value::Reference(_)) {
                    Cell::List(text.lines().map(str::to_owned).collect())
                } else {
                    Cell::Text(text)
                }
            }
        }
    }
}

/// The design system's colours, as they are on paper.
fn colour_named(name: &str) -> Colour {
    match name {
        "red" => Colour::rgb(0xe0, 0x31, 0x31),
        "orange" => Colour::rgb(0xe8, 0x59, 0x0c),
        "yellow" => Colour::rgb(0xf0, 0x8c, 0x00),
        "green" => Colour::rgb(0x2f, 0x9e, 0x44),
        "teal" => Colour::rgb(0x0b, 0x6e, 0x6e),
        "blue" => Colour::rgb(0x19, 0x71, 0xc2),
        "grape" => Colour::rgb(0x9c, 0x36, 0xb5),
        _ => Colour::rgb(0x86, 0x8e, 0x96),
    }
}

/// The report without its rows, with the filter in words.
pub(crate) async fn report(
    work: &Work,
    form: &Form,
    request: &ExportRequest,
    (layout, made_at): (&Layout, Instant),
) -> Result<Report> {
    let by = made_by(work).await?;
    let name = form.definition.name.get(request.locale).to_owned();
    Ok(Report {
        title: name.clone(),
        environment: work.environment.clone(),
        register: name,
        form_key: form.definition.key.clone(),
        locale: request.locale,
        generated_at: made_at,
        as_of: request.as_of,
        generated_by: by,
        records: None,
        filters: filter_words::all(work, form, request).await?,
        columns: layout.columns(),
    })
}

/// The name of who asks for a file.
pub(crate) async fn made_by(work: &Work) -> Result<String> {
    match work.ctx.actor().user_id() {
        Some(id) => Ok(user::get(&work.ctx, id).await?.display_name),
        None => Ok("Waarborg".to_owned()),
    }
}
