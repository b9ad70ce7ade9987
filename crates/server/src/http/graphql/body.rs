//! The body of a GraphQL request.

use async_graphql::{Request, Variables};
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::http::problem::Problem;

/// The most objects and lists within each other in the variables.
const MAX_DEPTH: usize = 32;

/// What is read of a request; `extensions` and whatever else there may be is not.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    query: String,
    operation_name: Option<String>,
    variables: Option<Map<String, Value>>,
}

/// Refuses every content type but `application/json`: the others a browser sends for any site.
pub(super) fn require_json(headers: &HeaderMap) -> Result<(), Problem> {
    let mut values = headers.get_all(header::CONTENT_TYPE).iter().filter_map(|value| value.to_str().ok());
    let is_json = match (values.next(), values.next()) {
        (Some(value), None) => {
            let mut parts = value.split(';').map(|part| part.trim().to_ascii_lowercase());
            parts.next().is_some_and(|name| name == "application/json")
                && parts.all(|part| matches!(part.as_str(), "charset=utf-8" | "charset=\"utf-8\""))
        }
        _ => false,
    };
    if is_json {
        return Ok(());
    }
    Err(Problem::bad_request(StatusCode::UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json."))
}

/// Reads the one operation in a body.
pub(super) fn parse(bytes: &[u8]) -> Result<Request, Problem> {
    let refuse = |message| Problem::bad_request(StatusCode::BAD_REQUEST, message);
    let body: Body = match serde_json::from_slice(bytes) {
        Ok(body) => body,
        Err(error) if error.is_data() => {
            return Err(refuse(
                "Send one JSON object with a `query` text and perhaps `operationName` and `variables`.",
            ));
        }
        Err(_) => return Err(refuse("The body is not valid JSON.")),
    };
    let variables = body.variables.unwrap_or_default();
    if !variables.values().all(|value| is_within(value, MAX_DEPTH - 1)) {
        return Err(refuse("The variables are nested deeper than allowed."));
    }
    let mut request = Request::new(body.query).variables(Variables::from_json(Value::Object(variables)));
    request.operation_name = body.operation_name;
    Ok(request)
}

/// True when at most `depth` objects and lists are within each other. `serde_json` has bounded the
/// recursion: it reads no more than 128 levels.
fn is_within(value: &Value, depth: usize) -> bool {
    let inner = |value: &Value| depth > 0 && is_within(value, depth - 1);
    match value {
        Value::Array(items) => depth > 0 && items.iter().all(inner),
        Value::Object(fields) => depth > 0 && fields.values().all(inner),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(open: &str, close: &str, depth: usize) -> String {
        let variables = format!("{}1{}", open.repeat(depth), close.repeat(depth));
        format!(r#"{{"query": "{{ a }}", "variables": {{"v": {variables}}}}}"#)
    }

    #[test]
    fn gql_08_variables_nested_33_or_100_000_deep_are_refused_without_end_of_the_stack() {
        assert!(parse(nested("[", "]", 31).as_bytes()).is_ok());
        for (open, close, depth) in [("[", "]", 32), ("{\"a\":", "}", 32), ("[", "]", 100_000)] {
            assert!(parse(nested(open, close, depth).as_bytes()).is_err(), "{open} {depth}");
        }
        let ignored = format!(r#"{{"query": "{{ a }}", "extensions": {}"#, "[".repeat(100_000));
        assert!(parse(ignored.as_bytes()).is_err());
    }

    #[test]
    fn gql_10_a_batch_is_refused() {
        let one = r#"{"query": "{ a }"}"#;
        for times in [0, 1, 10, 1_000] {
            let batch = format!("[{}]", vec![one; times].join(","));
            assert!(parse(batch.as_bytes()).is_err(), "{times}");
        }
    }

    #[test]
    fn gql_25_nulls_unknown_names_and_extensions_do_not_matter_and_wrong_kinds_do() {
        for body in [
            r#"{"query": "{ a }"}"#,
            r#"{"query": "{ a }", "operationName": null, "variables": null, "extensions": null}"#,
            r#"{"query": "{ a }", "operationName": "Q", "variables": {"a": 1}, "extensions": {"x": 1}, "id": 1}"#,
        ] {
            assert!(parse(body.as_bytes()).is_ok(), "{body}");
        }
        for body in [
            "",
            "null",
            "{}",
            "not JSON",
            r#"{"query": null}"#,
            r#"{"query": 1}"#,
            r#"{"query": "{ a }", "operationName": 1}"#,
            r#"{"query": "{ a }", "variables": "{}"}"#,
            r#"{"query": "{ a }", "variables": []}"#,
            r#"{"query": "{ a }", "query": "{ b }"}"#,
            r#"{"query": "{ a }"} {}"#,
        ] {
            assert!(parse(body.as_bytes()).is_err(), "{body}");
        }
    }

    #[test]
    fn gql_12_only_json_is_taken() {
        let of = |values: &[&str]| {
            require_json(&values.iter().map(|value| (header::CONTENT_TYPE, value.parse().unwrap())).collect())
        };
        for value in ["application/json", "Application/JSON", "application/json; charset=UTF-8"] {
            assert!(of(&[value]).is_ok(), "{value}");
        }
        for values in [
            &[][..],
            &["text/plain"],
            &["application/x-www-form-urlencoded"],
            &["multipart/form-data; boundary=x"],
            &["application/graphql"],
            &["application/json; charset=utf-7"],
            &["application/json", "text/plain"],
            &["text/plain; application/json"],
        ] {
            assert!(of(values).is_err(), "{values:?}");
        }
    }
}
