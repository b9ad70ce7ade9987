//! Everything between a socket and a service: connections, routes, layers, sign-in by cookie.
//!
//! A request passes, from the outside in: a request id of ours, a log line, the net under panics,
//! security headers, [`tenancy::ResolveTenant`], and the environment's own firewall. Nothing of an
//! environment is opened before these two know which one it is and that the request may come in. Only `/graphql`, `/uploads`, `/downloads` and `/files` look at the session.

mod arrival;
mod connection;
mod cookie;
mod cross_site;
mod download;
mod file;
mod firewall;
mod graphql;
mod intake;
mod language;
mod layer;
mod problem;
mod scheme;
mod serve;
mod session;
mod spa;
mod upload;
mod weight;

use std::{sync::Arc, time::Duration};

use axum::{
    Router, middleware,
    routing::{get, post},
};
use kernel::Random;
use tenancy::{ResolveTenant, Tenancy, TrustedProxies};
use tower_http::{compression::CompressionLayer, trace::TraceLayer};

pub use connection::ConnectionLimits;
pub use serve::serve;

/// What requests are answered with.
pub struct AppState {
    /// Environments and the way to their databases and files.
    pub tenancy: Arc<Tenancy>,
    /// The product's services.
    pub domain: domain::Domain,
    /// Sign-in.
    pub auth: Arc<auth::Auth>,
    /// The GraphQL schema.
    pub schema: api::Schema,
    /// Back-ups that are looked into; nothing where no back-ups are made.
    pub looks: Option<Arc<dyn backup::desk::Looks>>,
    /// For request ids.
    pub random: Arc<dyn Random>,
    /// What an operator can set.
    pub settings: HttpSettings,
}

/// What an operator can set.
#[derive(Debug, Clone)]
pub struct HttpSettings {
    /// The networks of our own proxies: only they are believed about host, client and scheme.
    pub proxies: TrustedProxies,
    /// The most bytes of an upload.
    pub upload_bytes: u64,
    /// How long a GraphQL request may take to arrive, and then to be answered.
    pub request_time: Duration,
    /// How long an upload may take in all.
    pub upload_time: Duration,
    /// How long a request's body may pause.
    pub pause: Duration,
}

impl Default for HttpSettings {
    fn default() -> Self {
        Self {
            proxies: TrustedProxies::default(),
            upload_bytes: 30 * 1024 * 1024,
            request_time: Duration::from_secs(30),
            upload_time: Duration::from_mins(5),
            pause: Duration::from_secs(20),
        }
    }
}

/// All addresses of the product. Give it to [`serve`], which adds what the layers need to know.
pub fn router(state: AppState) -> Router {
    spa::prepare();
    let proxies = state.settings.proxies.clone();
    let resolve = ResolveTenant::new(state.tenancy.registry().clone(), proxies);
    let state = Arc::new(state);
    let environments = Router::new()
        .route("/graphql", post(graphql::answer).layer(CompressionLayer::new()))
        .route("/uploads", post(upload::receive))
        .route("/files", post(file::receive))
        .route("/files/{revision}", get(file::send))
        .route("/downloads/user-import-template", get(download::send_user_template))
        .route("/downloads/{job}", get(download::send))
        .fallback(spa::answer)
        .layer(middleware::from_fn_with_state(Arc::clone(&state), firewall::guard))
        .layer(middleware::from_fn(layer::note_environment))
        .layer(resolve);
    Router::new()
        .route("/healthz", get(async || "ok\n"))
        .merge(environments)
        // The last one is the outermost.
        .layer(middleware::from_fn_with_state(Arc::clone(&state), layer::secure))
        .layer(middleware::from_fn(layer::catch_panic))
        .layer(TraceLayer::new_for_http().make_span_with(layer::span).on_request(()).on_response(layer::log))
        .layer(middleware::from_fn_with_state(Arc::clone(&state), layer::identify))
        .with_state(state)
}
