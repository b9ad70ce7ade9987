//! Formulas: safe expressions over the fields of one record. No loops, no names but the fields', no
//! clock: the same answers give the same result for ever.
//!
//! The grammar is that of a spreadsheet: `price * quantity`, `if(score >= 10; "high"; "low")`. It is
//! our own because a formula is checked against the kinds of a form before it is published, and an
//! empty answer has to make an empty result, which no general-purpose language does.

mod evaluate;
mod function;
mod parse;
mod token;
mod types;

pub(crate) use evaluate::round;
pub use evaluate::{Computed, Operands};
pub use function::Function;
pub use parse::parse;
pub use types::{Type, type_of};

/// The longest formula, in characters.
pub const MAX_LENGTH: usize = 2_000;

/// A parsed formula.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// A number.
    Number(f64),
    /// A text between quotes.
    Text(String),
    /// What a field holds, by its key.
    Field(String),
    /// The opposite of a condition.
    Not(Box<Self>),
    /// A number with its sign turned.
    Negative(Box<Self>),
    /// Two operands.
    Binary(Operator, Box<Self>, Box<Self>),
    /// A function with its arguments.
    Call(Function, Vec<Self>),
}

/// What stands between two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// One of them holds.
    Or,
    /// Both hold.
    And,
    /// Alike.
    Equal,
    /// Not alike.
    Unequal,
    /// Below.
    Less,
    /// Below or alike.
    AtMost,
    /// Above.
    More,
    /// Above or alike.
    AtLeast,
    /// One text behind the other.
    Join,
    /// Sum; of a day and a number: that many days later.
    Add,
    /// Difference; of two days: the days between them.
    Subtract,
    /// Product.
    Multiply,
    /// Quotient; empty when dividing by zero.
    Divide,
}

/// Why a text is no formula, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpressionError {
    /// `SYNTAX`, `UNKNOWN_FUNCTION`, `UNKNOWN_FIELD`, `WRONG_TYPE`, `WRONG_ARGUMENTS`, `TOO_LONG`, `TOO_DEEP` or
    /// `CIRCULAR`.
    pub code: &'static str,
    /// The character it was found at, from 0; the end when it stops too early.
    pub at: usize,
    /// The word or sign it is about; may be empty.
    pub what: String,
}

impl ExpressionError {
    fn new(code: &'static str, at: usize, what: impl Into<String>) -> Self {
        Self { code, at, what: what.into() }
    }
}

impl std::fmt::Display for ExpressionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at character {} (`{}`)", self.code, self.at + 1, self.what)
    }
}

impl Expression {
    /// Keys of the fields it reads, each as often as it is read.
    #[must_use]
    pub fn fields(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a str>) {
        match self {
            Self::Number(_) | Self::Text(_) => {}
            Self::Field(key) => found.push(key),
            Self::Not(inner) | Self::Negative(inner) => inner.collect(found),
            Self::Binary(_, left, right) => {
                left.collect(found);
                right.collect(found);
            }
            Self::Call(_, arguments) => arguments.iter().for_each(|argument| argument.collect(found)),
        }
    }
}
