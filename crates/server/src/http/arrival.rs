//! What the layers have found out about a request.

use std::{net::IpAddr, sync::Arc};

use axum::extract::FromRequestParts;
use http::request::Parts;
use tenancy::{TenantEntry, Visitor};

use super::{cookie::SessionCookie, layer::RequestId, problem::Problem, scheme::Scheme};

/// A request that has found its environment.
#[derive(Debug, Clone)]
pub(super) struct Arrival {
    /// Whose it is.
    pub environment: Arc<TenantEntry>,
    /// Where it came from.
    pub address: IpAddr,
    /// The same, with the door it came by.
    pub visitor: Visitor,
    /// What the log calls it.
    pub request_id: RequestId,
    /// Where its session is kept.
    pub cookie: SessionCookie,
}

impl<S: Sync> FromRequestParts<S> for Arrival {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let found = &parts.extensions;
        let (Some(environment), Some(visitor), Some(request_id), Some(scheme)) = (
            found.get::<Arc<TenantEntry>>(),
            found.get::<Visitor>(),
            found.get::<RequestId>(),
            found.get::<Scheme>(),
        ) else {
            tracing::error!("a handler is outside the layers it needs");
            return Err(Problem::internal(found.get()));
        };
        Ok(Self {
            environment: Arc::clone(environment),
            address: visitor.address,
            visitor: *visitor,
            request_id: request_id.clone(),
            cookie: SessionCookie::at(*scheme, &environment.host),
        })
    }
}
