//! What a formula gives for the answers of one record.

use std::cmp::Ordering;

use chrono::{Days, Months, NaiveDate};

use super::{Expression, Function, Operator};

/// A result, or an operand on the way to it.
#[derive(Debug, Clone, PartialEq)]
pub enum Computed {
    /// Nothing was filled in that it needs.
    Empty,
    /// A finite number.
    Number(f64),
    /// A text.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// Whether a condition holds.
    Bool(bool),
    /// How many were chosen, of a field that takes several; never 0.
    Many(usize),
}

/// The answers a formula reads.
pub trait Operands {
    /// What a field holds; empty when it holds nothing.
    fn operand(&self, key: &str) -> Computed;
    /// The steps of a likelihood x impact field.
    fn place(&self, key: &str) -> Option<(u8, u8)>;
    /// How many are chosen, ticked or linked; 1 for a filled field that takes one.
    fn count(&self, key: &str) -> usize;
}

impl Expression {
    /// The result. Whatever has none (an empty operand, a division by zero, a day beyond the calendar)
    /// is empty.
    #[must_use]
    pub fn evaluate(&self, operands: &dyn Operands) -> Computed {
        match self {
            Self::Number(number) => Computed::Number(*number),
            Self::Text(text) => Computed::Text(text.clone()),
            Self::Field(key) => operands.operand(key),
            Self::Not(inner) => match inner.evaluate(operands).truth() {
                Some(holds) => Computed::Bool(!holds),
                None => Computed::Empty,
            },
            Self::Negative(inner) => {
                inner.evaluate(operands).number().map_or(Computed::Empty, |n| finite(-n))
            }
            Self::Binary(operator, left, right) => {
                binary(*operator, left.evaluate(operands), right.evaluate(operands))
            }
            Self::Call(function, arguments) => call(*function, arguments, operands),
        }
    }
}

impl Computed {
    fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// An answer is true when it is yes.
    fn truth(&self) -> Option<bool> {
        match self {
            Self::Bool(holds) => Some(*holds),
            Self::Text(answer) => Some(answer == "YES"),
            _ => None,
        }
    }

    fn words(&self) -> Option<String> {
        Some(match self {
            Self::Empty | Self::Many(_) => return None,
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::Date(day) => day.to_string(),
            Self::Bool(holds) => if *holds { "YES" } else { "NO" }.to_owned(),
        })
    }
}

fn finite(number: f64) -> Computed {
    if number.is_finite() { Computed::Number(number) } else { Computed::Empty }
}

fn binary(operator: Operator, left: Computed, right: Computed) -> Computed {
    match operator {
        // One side alone may decide.
        Operator::Or | Operator::And => {
            let decides = operator == Operator::Or;
            match (left.truth(), right.truth()) {
                (Some(holds), _) | (_, Some(holds)) if holds == decides => Computed::Bool(decides),
                (Some(_), Some(_)) => Computed::Bool(!decides),
                _ => Computed::Empty,
            }
        }
        Operator::Join => match (left.words(), right.words()) {
            (Some(left), Some(right)) => Computed::Text(left + &right),
            _ => Computed::Empty,
        },
        Operator::Equal
        | Operator::Unequal
        | Operator::Less
        | Operator::AtMost
        | Operator::More
        | Operator::AtLeast => compare(operator, &left, &right),
        Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide => {
            calculate(operator, &left, &right)
        }
    }
}

fn compare(operator: Operator, left: &Computed, right: &Computed) -> Computed {
    let order = match (left, right) {
        (Computed::Empty, _) | (_, Computed::Empty) => return Computed::Empty,
        (Computed::Number(left), Computed::Number(right)) => left.partial_cmp(right),
        (Computed::Date(left), Computed::Date(right)) => Some(left.cmp(right)),
        (left, right) => left.words().zip(right.words()).map(|(left, right)| left.cmp(&right)),
    };
    let Some(order) = order else { return Computed::Empty };
    Computed::Bool(match operator {
        Operator::Equal => order == Ordering::Equal,
        Operator::Unequal => order != Ordering::Equal,
        Operator::Less => order == Ordering::Less,
        Operator::AtMost => order != Ordering::Greater,
        Operator::More => order == Ordering::Greater,
        _ => order != Ordering::Less,
    })
}

fn calculate(operator: Operator, left: &Computed, right: &Computed) -> Computed {
    match (operator, left, right) {
        (Operator::Add, Computed::Number(left), Computed::Number(right)) => finite(left + right),
        (Operator::Subtract, Computed::Number(left), Computed::Number(right)) => finite(left - right),
        (Operator::Multiply, Computed::Number(left), Computed::Number(right)) => finite(left * right),
        (Operator::Divide, Computed::Number(left), Computed::Number(right)) => finite(left / right),
        (Operator::Add, Computed::Date(day), Computed::Number(days)) => add_days(*day, *days),
        (Operator::Subtract, Computed::Date(day), Computed::Number(days)) => add_days(*day, -*days),
        (Operator::Subtract, Computed::Date(later), Computed::Date(earlier)) => {
            whole_days((*later - *earlier).num_days())
        }
        _ => Computed::Empty,
    }
}

#[allow(clippy::cast_precision_loss, reason = "no calendar has 2^53 days")]
fn whole_days(days: i64) -> Computed {
    Computed::Number(days as f64)
}

/// A whole number of steps, when it is one a calendar has.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be 0 to 4,000,000")]
fn steps(number: f64) -> Option<u32> {
    let whole = number.abs().trunc();
    (whole <= 4_000_000.0).then_some(whole as u32)
}

fn add_days(day: NaiveDate, days: f64) -> Computed {
    let moved = steps(days).and_then(|count| {
        let count = Days::new(u64::from(count));
        if days < 0.0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }
    });
    moved.map_or(Computed::Empty, Computed::Date)
}

fn add_months(day: NaiveDate, months: f64) -> Computed {
    let moved = steps(months).and_then(|count| {
        let count = Months::new(count);
        if months < 0.0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }
    });
    moved.map_or(Computed::Empty, Computed::Date)
}

fn call(function: Function, arguments: &[Expression], operands: &dyn Operands) -> Computed {
    let value = |index: usize| arguments.get(index).map_or(Computed::Empty, |one| one.evaluate(operands));
    match (function, arguments) {
        (Function::If, _) => match value(0).truth() {
            Some(true) => value(1),
            Some(false) => value(2),
            None => Computed::Empty,
        },
        (Function::Coalesce, _) => {
            let mut all = arguments.iter().map(|argument| argument.evaluate(operands));
            all.find(|value| *value != Computed::Empty).unwrap_or(Computed::Empty)
        }
        (Function::IsEmpty, [Expression::Field(key)]) => Computed::Bool(operands.count(key) == 0),
        (Function::Count, [Expression::Field(key)]) => {
            whole_days(i64::try_from(operands.count(key)).unwrap_or(i64::MAX))
        }
        (Function::Likelihood | Function::Impact, [Expression::Field(key)]) => {
            operands.place(key).map_or(Computed::Empty, |(likelihood, impact)| {
                Computed::Number(f64::from(if function == Function::Impact { impact } else { likelihood }))
            })
        }
        (Function::AddDays | Function::AddMonths, _) => match (value(0), value(1)) {
            (Computed::Date(day), Computed::Number(days)) if function == Function::AddDays => {
                add_days(day, days)
            }
            (Computed::Date(day), Computed::Number(months)) => add_months(day, months),
            _ => Computed::Empty,
        },
        (Function::Round, _) => match (value(0), value(1)) {
            (Computed::Number(number), Computed::Number(digits)) => round(number, digits),
            (Computed::Number(number), Computed::Empty) if arguments.len() == 1 => round(number, 0.0),
            _ => Computed::Empty,
        },
        (Function::Abs, _) => value(0).number().map_or(Computed::Empty, |number| finite(number.abs())),
        (Function::Min | Function::Max | Function::Sum | Function::Average, _) => {
            let filled = arguments.iter().map(|argument| argument.evaluate(operands));
            fold(function, &filled.filter(|value| *value != Computed::Empty).collect::<Vec<_>>())
        }
        _ => Computed::Empty,
    }
}

fn fold(function: Function, filled: &[Computed]) -> Computed {
    let days =
        || filled.iter().filter_map(|value| if let Computed::Date(day) = value { Some(*day) } else { None });
    let numbers = || filled.iter().filter_map(Computed::number);
    let found = match function {
        Function::Min => days().min().map(Computed::Date).or_else(|| numbers().reduce(f64::min).map(finite)),
        Function::Max => days().max().map(Computed::Date).or_else(|| numbers().reduce(f64::max).map(finite)),
        Function::Sum => numbers().reduce(|one, other| one + other).map(finite),
        _ => {
            #[allow(clippy::cast_precision_loss, reason = "at most 50 arguments")]
            let count = filled.len() as f64;
            numbers().reduce(|one, other| one + other).map(|sum| finite(sum / count))
        }
    };
    found.unwrap_or(Computed::Empty)
}

/// Rounded to that many digits behind the decimal sign; a half goes away from zero, as on paper.
pub(crate) fn round(number: f64, digits: f64) -> Computed {
    let factor = 10_f64.powf(digits.trunc().clamp(-12.0, 12.0));
    // 1.005 * 100 is a hair under 100.5: what was meant is the half.
    let scaled = number * factor;
    finite((scaled + scaled.signum() * scaled.abs().max(1.0) * f64::EPSILON * 2.0).round() / factor)
}
