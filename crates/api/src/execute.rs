//! One request from text to answer.

use std::sync::{Arc, atomic::Ordering};

use async_graphql::{EmptySubscription, Request, Response, ServerError};
use domain::Ctx;
use kernel::{Actor, Instant};
use tenancy::TenantEntry;

use crate::{
    cost::Cost,
    guard::{self, Limits},
    mutation::Mutation,
    query::Query,
    refused::{self, RootNames},
    scope::{Scope, Services},
};

/// The schema with its services.
pub type Schema = async_graphql::Schema<Query, Mutation, EmptySubscription>;

/// The most a query may cost; a field costs one, a list its length times what is asked of each item.
const MAX_COMPLEXITY: usize = 25_000;
/// The most errors one answer tells.
const MAX_ERRORS: usize = 20;

/// Who asks, and from where.
pub struct Caller {
    /// The actor in the environment.
    pub ctx: Ctx,
    /// The environment behind the hostname.
    pub environment: Arc<TenantEntry>,
    /// The same actor in the environment as it stood on a past day, when that is what they look at.
    pub past: Option<Ctx>,
    /// What the browser calls itself, cut to a decent length.
    pub user_agent: String,
    /// Told to the client with internal errors, so that the log can be searched for it.
    pub request_id: String,
}

/// What goes back.
pub struct Answer {
    /// The body.
    pub response: Response,
    /// What the operation cost: one per field, a list its length times what is asked of each item. 0 when
    /// it was not run.
    pub complexity: usize,
    /// What becomes of the session's cookie.
    pub cookie: Option<CookieChange>,
}

/// A change of the session's cookie.
#[derive(Debug, Clone)]
pub enum CookieChange {
    /// Signed in.
    Set {
        /// The session's token.
        token: auth::SecretText,
        /// When the session ends at the latest.
        expires_at: Instant,
    },
    /// Signed out.
    Clear,
}

/// Builds the schema.
#[must_use]
pub fn schema(services: Services) -> Schema {
    builder().data(services).finish()
}

/// The schema as text, for `schema.graphql`.
#[must_use]
pub fn sdl() -> String {
    let options =
        async_graphql::SDLExportOptions::new().sorted_enum_items().prefer_single_line_descriptions();
    builder().finish().sdl_with_options(options)
}

fn builder() -> async_graphql::SchemaBuilder<Query, Mutation, EmptySubscription> {
    async_graphql::Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        // The library's own sentence tells of Rust.
        .override_output_type_description::<Instant>("A moment, as RFC 3339 text.")
        .limit_complexity(MAX_COMPLEXITY)
        .limit_depth(Limits::default().depth)
        .disable_suggestions()
        .extension(Cost)
}

/// Runs one request. The document is parsed once, by the guard, and handed on.
pub async fn execute(schema: &Schema, caller: Caller, mut request: Request) -> Answer {
    let Caller { ctx, past, environment, user_agent, request_id } = caller;
    let names = match guard::check(&request.query, &Limits::default()) {
        Ok(document) => {
            let names = RootNames::of(&document);
            request.set_parsed_query(document);
            names
        }
        Err(refusal) => {
            return Answer {
                response: Response::from_errors(vec![refusal.into()]),
                complexity: 0,
                cookie: None,
            };
        }
    };
    if ctx.actor() == Actor::Anonymous {
        request = request.disable_introspection();
    }
    let seen = past.unwrap_or_else(|| ctx.clone());
    let scope = Arc::new(Scope::new(seen, environment, user_agent));
    let mut response = schema.execute(request.data(Arc::clone(&scope))).await;
    refused::note(&ctx, &names, &response).await;
    response.errors.truncate(MAX_ERRORS);
    for error in &mut response.errors {
        complete(error, &request_id);
    }
    let complexity = scope.complexity.load(Ordering::Relaxed);
    Answer { response, complexity, cookie: scope.take_cookie() }
}

/// Gives every error a code of the closed list: parse and validation errors come without.
fn complete(error: &mut ServerError, request_id: &str) {
    let extensions = error.extensions.get_or_insert_default();
    match extensions.get("code") {
        None => extensions.set("code", "BAD_REQUEST"),
        Some(code) if *code == async_graphql::Value::from("INTERNAL") => {
            extensions.set("requestId", request_id);
        }
        Some(_) => {}
    }
}
