//! What happens to every request, whatever it asks.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures::FutureExt;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use tenancy::{PeerAddress, TenantEntry};
use tracing::{Span, field};

use super::{AppState, problem::Problem, scheme::Scheme};

/// The most characters of a path in the log.
const MAX_LOGGED_PATH: usize = 200;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Two years, as browsers' preload lists ask.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=63072000; includeSubDomains");

const SECURITY_HEADERS: [(HeaderName, HeaderValue); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
             img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; \
             base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
        ),
    ),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), \
             publickey-credentials-get=(self), publickey-credentials-create=(self)",
        ),
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("x-permitted-cross-domain-policies"), HeaderValue::from_static("none")),
];

/// Names one request in the log and to the client: ours, never one that came from outside.
#[derive(Debug, Clone)]
pub(super) struct RequestId(pub String);

/// Gives the request its id.
pub(super) async fn identify(State(app): State<Arc<AppState>>, mut request: Request, next: Next) -> Response {
    let mut bytes = [0; 16];
    app.random.fill(&mut bytes);
    let id = uuid::Builder::from_random_bytes(bytes).into_uuid().simple().to_string();
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::try_from(id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// What the log says of a request: never its query string, headers or body.
pub(super) fn span(request: &Request) -> Span {
    let id = request.extensions().get::<RequestId>().map(|id| id.0.as_str());
    let path: String = request.uri().path().chars().take(MAX_LOGGED_PATH).collect();
    tracing::info_span!("request", id, method = %request.method(), path, environment = field::Empty)
}

/// The line in the log once the answer is known.
pub(super) fn log(response: &Response, latency: Duration, _span: &Span) {
    tracing::info!(status = response.status().as_u16(), latency_ms = latency.as_millis(), "answered");
}

/// Adds the environment to the log, once it is known.
pub(super) async fn note_environment(request: Request, next: Next) -> Response {
    if let Some(environment) = request.extensions().get::<Arc<TenantEntry>>() {
        Span::current().record("environment", field::display(&environment.slug));
    }
    next.run(request).await
}

/// Answers for whoever panicked; what it was about stays in the log.
pub(super) async fn catch_panic(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().cloned();
    let answered = AssertUnwindSafe(next.run(request)).catch_unwind().await;
    answered.unwrap_or_else(|_| {
        tracing::error!("a request ended in a panic");
        Problem::internal(id.as_ref()).into_response()
    })
}

/// Adds the headers that tell browsers what not to do with our answers.
pub(super) async fn secure(State(app): State<Arc<AppState>>, mut request: Request, next: Next) -> Response {
    let scheme = match request.extensions().get::<PeerAddress>() {
        Some(peer) => Scheme::of(*peer, request.headers(), &app.settings.proxies),
        None => Scheme::Http,
    };
    request.extensions_mut().insert(scheme);
    let mut response = next.run(request).await;
    add_security_headers(response.headers_mut(), scheme);
    response
}

fn add_security_headers(headers: &mut HeaderMap, scheme: Scheme) {
    for (name, value) in SECURITY_HEADERS {
        headers.insert(name, value);
    }
    if scheme == Scheme::Https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
    }
}

#[cfg(test)]
mod tests {
    use axum::{
        Extension, Router,
        body::{Body, to_bytes},
        middleware,
        routing::get,
    };
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn gql_17_a_panic_becomes_a_masked_answer_with_the_request_id() {
        async fn fall_over() {
            panic!("SELECT secret FROM app_user");
        }
        let router = Router::new()
            .route("/", get(fall_over))
            .layer(middleware::from_fn(catch_panic))
            .layer(Extension(RequestId("4711".to_owned())));
        let response = router.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(response.status(), 500);
        let body = to_bytes(response.into_body(), 1_000).await.unwrap();
        let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
        let error = serde_json::json!({
            "message": "Something went wrong.",
            "extensions": { "code": "INTERNAL", "requestId": "4711" },
        });
        assert_eq!(body, serde_json::json!({ "errors": [error] }));
    }
}
