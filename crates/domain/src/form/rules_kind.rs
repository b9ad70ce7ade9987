//! What a field's kind must look like.

use super::{
    ChoiceOption, DeadlineExtension, DeadlineRule, Field, FieldDefault, FieldKind, FormDefinition, ITSELF,
    RiskScale, expression,
    rules::{Problems, is_key},
};
use crate::record;

/// The longest term, in hours, days or months.
const MAX_TERM: u32 = 10_000;

pub(super) fn check(problems: &mut Problems, path: &str, (form, field): (&FormDefinition, &Field)) {
    match &field.kind {
        FieldKind::Text { max_length, .. } => {
            let fits = max_length.is_none_or(|length| (1..=100_000).contains(&length));
            problems.unless(fits, format!("{path}.text.max_length"), "must be 1 to 100,000");
        }
        FieldKind::Number { decimals, minimum, maximum, .. } => {
            problems.unless(*decimals <= 6, format!("{path}.number.decimals"), "must be 0 to 6");
            let ordered = minimum.zip(*maximum).is_none_or(|(low, high)| low <= high);
            problems.unless(ordered, format!("{path}.number"), "has a minimum above its maximum");
        }
        FieldKind::Choice { options, .. } => {
            check_options(problems, &format!("{path}.choice.options"), options);
        }
        FieldKind::Checklist { items } => check_options(problems, &format!("{path}.checklist.items"), items),
        FieldKind::DynamicChoice { form, field, .. } => {
            let fits = is_key(form) || form == ITSELF;
            problems.unless(fits, format!("{path}.dynamic_choice.form"), "must be the key of a form");
            problems.unless(
                is_key(field),
                format!("{path}.dynamic_choice.field"),
                "must be the key of a field",
            );
        }
        FieldKind::Reference { form, columns, .. } => {
            let fits = form.as_deref().is_none_or(|form| is_key(form) || form == ITSELF);
            problems.unless(fits, format!("{path}.reference.form"), "must be the key of a form");
            let few = columns.len() <= 6 && (form.is_some() || columns.is_empty());
            let message = "must be 6 at most, and need a form";
            problems.unless(few, format!("{path}.reference.columns"), message);
        }
        FieldKind::LikelihoodImpact { scale } => {
            check_scale(problems, &format!("{path}.likelihood_impact.scale"), scale);
        }
        FieldKind::Computed { expression, decimals, .. } => {
            problems.unless(*decimals <= 6, format!("{path}.computed.decimals"), "must be 0 to 6");
            if let Err(error) = expression::type_of(expression, form) {
                problems.add_formula(format!("{path}.computed.expression"), error);
            }
        }
        FieldKind::Deadline(rule) => check_deadline(problems, &format!("{path}.deadline"), (form, rule)),
        FieldKind::AutoNumber { prefix, digits } => {
            let fits = prefix.chars().count() <= 20 && !prefix.chars().any(char::is_control);
            problems.unless(fits, format!("{path}.auto_number.prefix"), "must be 20 characters at most");
            let message = "must be 1 to 9";
            problems.unless((1..=9).contains(digits), format!("{path}.auto_number.digits"), message);
        }
        FieldKind::RichText {}
        | FieldKind::Date {}
        | FieldKind::DateTime {}
        | FieldKind::YesNoNa {}
        | FieldKind::User { .. }
        | FieldKind::Group { .. }
        | FieldKind::File { .. }
        | FieldKind::Country { .. }
        | FieldKind::Colour {}
        | FieldKind::WebLink { .. } => {}
    }
}

fn check_options(problems: &mut Problems, list: &str, options: &[ChoiceOption]) {
    problems.unless((1..=500).contains(&options.len()), list, "must be 1 to 500");
    problems.unique(list, options.iter().map(|option| option.key.as_str()));
    for (index, option) in options.iter().enumerate() {
        problems.label(&format!("{list}[{index}].label"), &option.label);
        if let Some(colour) = &option.colour {
            problems.colour(&format!("{list}[{index}].colour"), colour);
        }
    }
}

pub(super) fn check_scale(problems: &mut Problems, path: &str, scale: &RiskScale) {
    for (name, steps) in [("likelihood", &scale.likelihood), ("impact", &scale.impact)] {
        problems.unless((2..=7).contains(&steps.len()), format!("{path}.{name}"), "must have 2 to 7 steps");
        for (index, step) in steps.iter().enumerate() {
            problems.label(&format!("{path}.{name}[{index}].label"), &step.label);
        }
    }
    let levels = format!("{path}.levels");
    problems.unless((1..=10).contains(&scale.levels.len()), &levels, "must be 1 to 10");
    problems.unique(&levels, scale.levels.iter().map(|level| level.key.as_str()));
    let first = scale.levels.first().map(|level| level.minimum_score);
    problems.unless(first == Some(1), &levels, "the first level must begin at score 1");
    let rises = scale.levels.is_sorted_by(|one, next| one.minimum_score < next.minimum_score);
    problems.unless(rises, &levels, "must rise in minimum_score");
    for (index, level) in scale.levels.iter().enumerate() {
        problems.label(&format!("{levels}[{index}].label"), &level.label);
        problems.colour(&format!("{levels}[{index}].colour"), &level.colour);
    }
    let is_level = |key: &String| scale.levels.iter().any(|level| level.key == *key);
    let acceptable = scale.acceptable_level.as_ref().is_none_or(is_level);
    problems.unless(acceptable, format!("{path}.acceptable_level"), "must be the key of a level");
    if let Some(rows) = &scale.cells {
        let fits = rows.len() == scale.likelihood.len()
            && rows.iter().all(|row| row.len() == scale.impact.len() && row.iter().all(is_level));
        problems.unless(fits, format!("{path}.cells"), "must have the key of a level for every combination");
    }
}

fn check_deadline(problems: &mut Problems, path: &str, (form, rule): (&FormDefinition, &DeadlineRule)) {
    let is_moment = |key: &str| {
        form.field(key).is_some_and(|field| matches!(field.kind, FieldKind::Date {} | FieldKind::DateTime {}))
    };
    problems.unless(is_moment(&rule.from), format!("{path}.from"), "must name a date or date_time field");
    let stops = rule.stopped_by.as_deref().is_none_or(is_moment);
    problems.unless(stops, format!("{path}.stopped_by"), "must name a date or date_time field");
    check_term(problems, path, [rule.hours, rule.days, rule.months]);
    if let Some(DeadlineExtension { when, hours, days, months }) = &rule.extension {
        let asks = form.field(when).is_some_and(|field| matches!(field.kind, FieldKind::YesNoNa {}));
        problems.unless(asks, format!("{path}.extension.when"), "must name a yes_no_na field");
        check_term(problems, &format!("{path}.extension"), [*hours, *days, *months]);
        let alike = [(rule.hours, hours), (rule.days, days), (rule.months, months)]
            .iter()
            .all(|(term, more)| term.is_some() == more.is_some());
        problems.unless(alike, format!("{path}.extension"), "must have the measure of the term");
    }
}

fn check_term(problems: &mut Problems, path: &str, term: [Option<u32>; 3]) {
    let given: Vec<u32> = term.into_iter().flatten().collect();
    let fits = matches!(given[..], [count] if (1..=MAX_TERM).contains(&count));
    problems.unless(fits, path, "needs one of hours, days and months, 1 to 10,000");
}

pub(super) fn check_default(problems: &mut Problems, path: &str, field: &Field) {
    let fits = match &field.default {
        None => true,
        Some(FieldDefault::Today) => matches!(field.kind, FieldKind::Date {} | FieldKind::DateTime {}),
        Some(FieldDefault::Me) => matches!(field.kind, FieldKind::User { .. }),
        Some(FieldDefault::Value(value)) => {
            // Whether somebody or something exists is not for a definition to say.
            let points = matches!(
                field.kind,
                FieldKind::User { .. }
                    | FieldKind::Group { .. }
                    | FieldKind::File { .. }
                    | FieldKind::Reference { .. }
                    | FieldKind::DynamicChoice { .. }
            );
            !points && record::tidy(field, value.clone()).is_ok()
        }
    };
    problems.unless(fits, path, "does not fit the field");
}
