//! The error every service returns.

use std::collections::BTreeMap;

use serde::Serialize;

/// The result of a service.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Something the user can mend. The server sends the code; the client has the sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UserError {
    /// What is wrong, in SCREAMING_SNAKE_CASE: a key of the client's sentences.
    pub code: &'static str,
    /// Where: names of input fields from the outside in, e.g. `["values", "likelihood"]`.
    pub path: Vec<String>,
    /// Figures for the sentence, e.g. `{"max": "200"}`.
    pub params: BTreeMap<&'static str, String>,
}

impl UserError {
    /// An error at one input field.
    #[must_use]
    pub fn at(code: &'static str, path: &[&str]) -> Self {
        Self { code, path: path.iter().map(|part| (*part).to_owned()).collect(), params: BTreeMap::new() }
    }

    /// Adds a figure for the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }
}

/// Several user errors at once; collect them all before refusing, so that nothing is mended twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UserErrors(pub Vec<UserError>);

impl UserErrors {
    /// Adds one.
    pub fn push(&mut self, error: UserError) {
        self.0.push(error);
    }

    /// Adds all of the others.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// The value; or, when there is an error instead, notes it and goes on with nothing.
    pub fn note<T: Default>(&mut self, result: Result<T, UserError>) -> T {
        result.unwrap_or_else(|error| {
            self.push(error);
            T::default()
        })
    }

    /// Refuses when anything was collected.
    pub fn into_result(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self)) }
    }
}

/// Why a service did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the actor may not know that there is.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, or only half.
    #[error("not signed in")]
    Unauthenticated,
    /// The actor may not do this.
    #[error("forbidden")]
    Forbidden,
    /// The actor may do this, once a fresh code has been shown in this session.
    #[error("a fresh code is needed")]
    StepUpRequired,
    /// The input can be mended by the user.
    #[error("invalid input")]
    Invalid(UserErrors),
    /// The request itself is malformed: a client's fault, not a user's.
    #[error("bad request: {argument} {problem}")]
    BadRequest {
        /// The argument at fault.
        argument: &'static str,
        /// What it must be.
        problem: &'static str,
    },
    /// Too many attempts; try again after this many seconds.
    #[error("throttled for {retry_after_seconds} s")]
    Throttled {
        /// Whole seconds to wait.
        retry_after_seconds: u64,
    },
    /// A part we lean on does not answer now, or all permits are taken.
    #[error("unavailable: {0}")]
    Unavailable(&'static str),
    /// A fault of ours. What is inside is for the log, never for the client.
    #[error("internal error")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// Wraps a fault of ours.
    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(source.into())
    }

    /// A single user error at one field.
    #[must_use]
    pub fn invalid(code: &'static str, path: &[&str]) -> Self {
        Self::Invalid(UserErrors(vec![UserError::at(code, path)]))
    }

    /// A malformed argument.
    #[must_use]
    pub const fn bad_request(argument: &'static str, problem: &'static str) -> Self {
        Self::BadRequest { argument, problem }
    }
}

impl From<UserError> for Error {
    fn from(error: UserError) -> Self {
        Self::Invalid(UserErrors(vec![error]))
    }
}
