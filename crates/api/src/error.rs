//! Errors on their way to the client: what the user can mend in the payload, the rest by code.

use std::collections::BTreeMap;

use async_graphql::{ErrorExtensionValues, Json, SimpleObject};
use kernel::Error;

/// The result of a resolver.
pub(crate) type Result<T, E = ApiError> = std::result::Result<T, E>;

/// A service's error on its way out. It has no `Display` on purpose: async-graphql turns anything
/// that has into the client's message.
#[derive(Debug)]
pub(crate) struct ApiError(pub Error);

impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<ApiError> for async_graphql::Error {
    fn from(ApiError(error): ApiError) -> Self {
        let (code, message) = match &error {
            Error::NotFound => ("NOT_FOUND", "not found".to_owned()),
            Error::Unauthenticated => ("UNAUTHENTICATED", "not signed in".to_owned()),
            Error::Forbidden => ("FORBIDDEN", "not allowed".to_owned()),
            Error::StepUpRequired => ("STEP_UP_REQUIRED", "show a fresh code first".to_owned()),
            Error::Invalid(errors) => {
                let codes: Vec<_> = errors.0.iter().map(|error| error.code).collect();
                ("BAD_REQUEST", format!("invalid input: {}", codes.join(", ")))
            }
            Error::BadRequest { argument, problem } => ("BAD_REQUEST", format!("{argument} {problem}")),
            Error::Throttled { .. } => ("THROTTLED", "too many attempts".to_owned()),
            Error::Unavailable(_) => ("UNAVAILABLE", "try again in a moment".to_owned()),
            Error::Internal(source) => {
                tracing::error!(error = %source, cause = ?source.source(), "internal error");
                ("INTERNAL", "internal error".to_owned())
            }
        };
        let mut extensions = ErrorExtensionValues::default();
        extensions.set("code", code);
        if let Error::Throttled { retry_after_seconds } = error {
            extensions.set("retryAfterSeconds", retry_after_seconds);
        }
        Self { extensions: Some(extensions), ..Self::new(message) }
    }
}

/// Something the user can mend. The client has the sentence that goes with the code.
#[derive(Debug, Clone, SimpleObject)]
pub(crate) struct UserError {
    /// What is wrong, in SCREAMING_SNAKE_CASE.
    pub code: String,
    /// Where: names of input fields from the outside in.
    pub path: Vec<String>,
    /// Figures for the sentence.
    pub params: Json<BTreeMap<String, String>>,
}

impl From<kernel::UserError> for UserError {
    fn from(error: kernel::UserError) -> Self {
        let params = error.params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { code: error.code.to_owned(), path: error.path, params: Json(params) }
    }
}

/// Splits a service's answer into the payload and what the user can mend.
pub(crate) fn outcome<T>(result: kernel::Result<T>) -> Result<(Option<T>, Vec<UserError>)> {
    match result {
        Ok(value) => Ok((Some(value), Vec::new())),
        Err(Error::Invalid(errors)) => Ok((None, errors.0.into_iter().map(UserError::from).collect())),
        Err(error) => Err(error.into()),
    }
}
