//! An answer on its way out.

use std::collections::BTreeMap;

use async_graphql::{ServerError, Value};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;

use super::accept::MediaType;
use crate::http::problem::Problem;

/// What an operation came to.
pub(super) struct Reply {
    /// The answer.
    pub response: async_graphql::Response,
    /// The cookie to set.
    pub cookie: Option<HeaderValue>,
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [ServerError],
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a Value>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extensions: &'a BTreeMap<String, Value>,
}

impl Reply {
    pub(super) fn respond_as(self, media_type: MediaType) -> Response {
        let was_run = was_run(&self.response);
        let document = Document {
            errors: &self.response.errors,
            data: was_run.then_some(&self.response.data),
            extensions: &self.response.extensions,
        };
        let Ok(body) = serde_json::to_vec(&document) else {
            tracing::error!("an answer cannot be written as JSON");
            return Problem::internal(None).respond_as(media_type.as_str());
        };
        let status =
            if was_run || media_type == MediaType::Json { StatusCode::OK } else { StatusCode::BAD_REQUEST };
        let headers = [(header::CONTENT_TYPE, media_type.as_str()), (header::CACHE_CONTROL, "no-store")];
        let mut response = (status, headers, body).into_response();
        if let Some(cookie) = self.cookie {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// False when parsing, validation or a limit stopped the request: then there is no `data`, and no
/// error has a path.
fn was_run(response: &async_graphql::Response) -> bool {
    let has_path = response.errors.iter().any(|error| !error.path.is_empty());
    response.errors.is_empty() || has_path || response.data != Value::Null
}

#[cfg(test)]
mod tests {
    use async_graphql::{PathSegment, Response as Answer, value};

    use super::*;

    async fn told(response: Answer, media_type: MediaType) -> (u16, String) {
        let response = Reply { response, cookie: None }.respond_as(media_type);
        let status = response.status().as_u16();
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn gql_25_a_request_that_cannot_be_run_has_no_data_and_is_a_400_to_who_knows_that() {
        let refused = || Answer::from_errors(vec![ServerError::new("no", None)]);
        let body = r#"{"errors":[{"message":"no"}]}"#.to_owned();
        assert_eq!(told(refused(), MediaType::GraphQl).await, (400, body.clone()));
        assert_eq!(told(refused(), MediaType::Json).await, (200, body));
    }

    #[tokio::test]
    async fn gql_25_an_error_of_a_field_leaves_a_200_with_data() {
        let mut error = ServerError::new("no", None);
        error.path = vec![PathSegment::Field("a".to_owned())];
        let body = r#"{"errors":[{"message":"no","path":["a"]}],"data":null}"#.to_owned();
        assert_eq!(told(Answer::from_errors(vec![error]), MediaType::GraphQl).await, (200, body));
        let body = r#"{"data":{"a":1}}"#.to_owned();
        assert_eq!(told(Answer::new(value!({ "a": 1 })), MediaType::GraphQl).await, (200, body));
    }
}
