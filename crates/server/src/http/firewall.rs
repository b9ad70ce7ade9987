//! The environment's own firewall: whoever is refused here has opened nothing.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use tenancy::{Channel, ClientAddress, Cost, Reason, Refusal, TenantEntry, Visitor};

use super::{AppState, problem::Problem, session};

/// How much complexity of a query counts as a tenth of a request.
const COMPLEXITY_PER_TENTH: usize = 100;

/// Refuses whom the environment does not let in, and who asks too much.
pub(super) async fn guard(State(app): State<Arc<AppState>>, mut request: Request, next: Next) -> Response {
    let found = request.extensions();
    let (Some(environment), Some(address)) = (found.get::<Arc<TenantEntry>>(), found.get::<ClientAddress>())
    else {
        tracing::error!("the firewall is outside the layers it needs");
        return Problem::internal(found.get()).into_response();
    };
    let errand = Errand::of(request.uri().path());
    let visitor = Visitor { address: address.0, channel: channel(request.headers()) };
    match app.tenancy.firewall().admit(environment.id, visitor, errand.cost()) {
        Ok(()) => {
            request.extensions_mut().insert(visitor);
            next.run(request).await
        }
        Err(refusal) => errand.refuse(refusal),
    }
}

/// The door a request comes by. Whoever says to be a program is treated as one.
fn channel(headers: &HeaderMap) -> Channel {
    if session::is_program(headers) { Channel::Api } else { Channel::Browser }
}

/// What a request is for, as far as its path tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Errand {
    /// A page of the application, or a file of it.
    Page,
    Graphql,
    Upload,
    Download,
}

impl Errand {
    fn of(path: &str) -> Self {
        match path.split('/').nth(1) {
            Some("graphql") => Self::Graphql,
            Some("uploads") => Self::Upload,
            Some("downloads" | "files") => Self::Download,
            _ => Self::Page,
        }
    }

    /// What it takes, before it is known what exactly is asked.
    pub(super) const fn cost(self) -> Cost {
        match self {
            Self::Page => Cost::PAGE,
            Self::Graphql => Cost::ONE,
            Self::Upload => Cost::requests(10),
            Self::Download => Cost::requests(5),
        }
    }

    fn refuse(self, refusal: Refusal) -> Response {
        match self {
            Self::Page => in_words(refusal),
            Self::Graphql | Self::Upload | Self::Download => Problem::refused(refusal).into_response(),
        }
    }
}

/// What a query turned out to cost, beside the request itself.
pub(super) fn cost_of(complexity: usize) -> Cost {
    Cost::tenths(u32::try_from(complexity / COMPLEXITY_PER_TENTH).unwrap_or(u32::MAX))
}

/// For people: in both languages, as nobody's preference is known yet.
fn in_words(refusal: Refusal) -> Response {
    let (status, sentence) = match refusal.reason {
        Reason::TooManyAtOnce => (
            StatusCode::SERVICE_UNAVAILABLE,
            "Het is te druk; probeer het zo weer. / Too busy; try again in a moment.\n",
        ),
        _ if refusal.is_by_rule() => {
            (StatusCode::FORBIDDEN, "Vanaf hier heeft u geen toegang. / You have no access from here.\n")
        }
        _ => (
            StatusCode::TOO_MANY_REQUESTS,
            "Te veel verzoeken; probeer het later weer. / Too many requests; try again later.\n",
        ),
    };
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    let mut response = (status, headers, sentence).into_response();
    if let Some(seconds) = refusal.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sec_18_whoever_shows_a_bearer_token_comes_by_the_door_of_programs() {
        let by = |values: &[&str]| {
            channel(&values.iter().map(|value| (header::AUTHORIZATION, value.parse().unwrap())).collect())
        };
        for values in [&["Bearer wbg_x"][..], &["bearer x"], &["BEARER"], &["Basic x", "Bearer y"]] {
            assert_eq!(by(values), Channel::Api, "{values:?}");
        }
        for values in [&[][..], &["Basic x"], &["Bearerx"], &["", "Digest Bearer"]] {
            assert_eq!(by(values), Channel::Browser, "{values:?}");
        }
    }

    #[test]
    fn what_a_request_is_for_is_told_by_the_first_part_of_its_path() {
        for (path, errand) in [
            ("/graphql", Errand::Graphql),
            ("/uploads", Errand::Upload),
            ("/downloads/job_1", Errand::Download),
            ("/", Errand::Page),
            ("/assets/graphql", Errand::Page),
            ("//graphql", Errand::Page),
            ("", Errand::Page),
        ] {
            assert_eq!(Errand::of(path), errand, "{path}");
        }
    }
}
