//! `POST /graphql`, by the GraphQL-over-HTTP specification, without what it leaves open to abuse:
//! no GET, no other content types, no batches.

mod accept;
mod body;
pub(super) mod past;
mod reply;

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use http::{HeaderMap, StatusCode, header};

use self::{accept::MediaType, reply::Reply};
use super::{
    AppState,
    arrival::Arrival,
    cross_site,
    firewall::{Errand, cost_of},
    intake::{self, Allowance},
    problem::Problem,
    session,
};

/// The most bytes of a request: a query of 64 KiB and ample variables.
const MAX_BYTES: u64 = 1024 * 1024;
/// The most characters of a browser's name for itself.
const MAX_USER_AGENT: usize = 200;

/// Runs one operation.
pub(super) async fn answer(State(app): State<Arc<AppState>>, arrival: Arrival, request: Request) -> Response {
    let Some(media_type) = MediaType::wanted(request.headers()) else {
        let message = "Accept application/graphql-response+json or application/json.";
        return Problem::bad_request(StatusCode::NOT_ACCEPTABLE, message).into_response();
    };
    match run(&app, &arrival, request).await {
        Ok(reply) => reply.respond_as(media_type),
        Err(problem) => problem.respond_as(media_type.as_str()),
    }
}

async fn run(app: &AppState, arrival: &Arrival, request: Request) -> Result<Reply, Problem> {
    let (parts, body) = request.into_parts();
    cross_site::refuse(&parts.headers, &arrival.environment.host)?;
    body::require_json(&parts.headers)?;
    intake::refuse_encoded(&parts.headers)?;
    let settings = &app.settings;
    let allowance = Allowance { bytes: MAX_BYTES, total: settings.request_time, pause: settings.pause };
    let request = body::parse(&intake::collect(body, allowance).await?)?;

    let work = execute(app, arrival, (&parts.headers, request));
    tokio::time::timeout(settings.request_time, work).await.unwrap_or_else(|_| {
        tracing::warn!("an operation took too long and was given up");
        Err(Problem::unavailable())
    })
}

async fn execute(
    app: &AppState,
    arrival: &Arrival,
    (headers, request): (&HeaderMap, async_graphql::Request),
) -> Result<Reply, Problem> {
    let entered = session::enter(app, arrival, (headers, Errand::Graphql)).await?;
    let now = entered.ctx.now();
    let past = Box::pin(past::seen(app, &entered.ctx, (headers, &arrival.request_id))).await?;
    let looks_back = past.is_some();
    let caller = api::Caller {
        ctx: entered.ctx.clone(),
        past,
        environment: Arc::clone(&arrival.environment),
        user_agent: user_agent(headers),
        request_id: arrival.request_id.0.clone(),
    };
    let api::Answer { response, complexity, cookie } = api::execute(&app.schema, caller, request).await;
    entered.settle(app, cost_of(if looks_back { complexity + past::COST } else { complexity }));
    let cookie = cookie.and_then(|change| match change {
        api::CookieChange::Set { token, expires_at } => arrival.cookie.set(token.expose(), expires_at - now),
        api::CookieChange::Clear => arrival.cookie.clear(),
    });
    Ok(Reply { response, cookie })
}

fn user_agent(headers: &HeaderMap) -> String {
    let text = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    text.chars().take(MAX_USER_AGENT).collect()
}
