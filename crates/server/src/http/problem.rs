//! Answers to requests that come to nothing, in the form of GraphQL's errors: one form for all.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kernel::{Error, UserErrors};
use serde_json::{Map, Value, json};
use tenancy::{Reason, Refusal};

use super::layer::RequestId;

/// Seconds to wait before trying again when a part we lean on does not answer.
const RETRY_AFTER: u64 = 5;

/// Why a request comes to nothing. `code` is of the same closed list as in GraphQL's errors.
#[derive(Debug)]
pub(super) struct Problem {
    status: StatusCode,
    code: &'static str,
    message: &'static str,
    retry_after_seconds: Option<u64>,
    request_id: Option<String>,
    user_errors: Option<UserErrors>,
}

impl Problem {
    pub(super) const fn new(status: StatusCode, code: &'static str, message: &'static str) -> Self {
        Self { status, code, message, retry_after_seconds: None, request_id: None, user_errors: None }
    }

    /// The request is malformed.
    pub(super) fn bad_request(status: StatusCode, message: &'static str) -> Self {
        Self::new(status, "BAD_REQUEST", message)
    }

    /// Something the user can mend.
    pub(super) fn user_errors(status: StatusCode, errors: UserErrors) -> Self {
        Self { user_errors: Some(errors), ..Self::new(status, "BAD_REQUEST", "") }
    }

    /// A part we lean on does not answer now.
    pub(super) fn unavailable() -> Self {
        let problem = Self::new(StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE", "Try again in a moment.");
        Self { retry_after_seconds: Some(RETRY_AFTER), ..problem }
    }

    /// The firewall's answer: it tells nothing of rules.
    pub(super) fn refused(refusal: Refusal) -> Self {
        let problem = match refusal.reason {
            Reason::TooManyAtOnce => Self::unavailable(),
            _ if refusal.is_by_rule() => {
                Self::new(StatusCode::FORBIDDEN, "FORBIDDEN", "You have no access from here.")
            }
            _ => Self::new(StatusCode::TOO_MANY_REQUESTS, "THROTTLED", "Too many requests."),
        };
        Self { retry_after_seconds: refusal.retry_after, ..problem }
    }

    /// A fault of ours; the id leads to what the log knows of it.
    pub(super) fn internal(id: Option<&RequestId>) -> Self {
        let problem = Self::new(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", "Something went wrong.");
        Self { request_id: id.map(|id| id.0.clone()), ..problem }
    }

    /// What a service said.
    pub(super) fn of(error: Error, id: &RequestId) -> Self {
        match error {
            Error::NotFound => Self::new(StatusCode::NOT_FOUND, "NOT_FOUND", "There is no such thing."),
            Error::Unauthenticated => {
                Self::new(StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", "Sign in first.")
            }
            Error::Forbidden => Self::new(StatusCode::FORBIDDEN, "FORBIDDEN", "You may not do this."),
            Error::StepUpRequired => {
                Self::new(StatusCode::FORBIDDEN, "STEP_UP_REQUIRED", "Show a fresh code first.")
            }
            Error::Invalid(errors) => Self::user_errors(StatusCode::UNPROCESSABLE_ENTITY, errors),
            Error::BadRequest { problem, .. } => Self::bad_request(StatusCode::BAD_REQUEST, problem),
            Error::Throttled { retry_after_seconds } => {
                let problem = Self::new(StatusCode::TOO_MANY_REQUESTS, "THROTTLED", "Too many attempts.");
                Self { retry_after_seconds: Some(retry_after_seconds), ..problem }
            }
            Error::Unavailable(_) => Self::unavailable(),
            Error::Internal(source) => {
                tracing::error!(error = %source, cause = ?source.source(), "internal error");
                Self::internal(Some(id))
            }
        }
    }

    fn body(&self) -> Value {
        if let Some(errors) = &self.user_errors {
            return json!({ "userErrors": errors.0 });
        }
        let mut extensions = Map::from_iter([("code".to_owned(), self.code.into())]);
        if let Some(seconds) = self.retry_after_seconds {
            extensions.insert("retryAfterSeconds".to_owned(), seconds.into());
        }
        if let Some(id) = &self.request_id {
            extensions.insert("requestId".to_owned(), id.as_str().into());
        }
        json!({ "errors": [{ "message": self.message, "extensions": extensions }] })
    }

    /// The answer, called by this media type.
    pub(super) fn respond_as(self, media_type: &'static str) -> Response {
        let headers = [(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, "no-store")];
        let mut response = (self.status, headers, self.body().to_string()).into_response();
        if let Some(seconds) = self.retry_after_seconds {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        self.respond_as("application/json; charset=utf-8")
    }
}
