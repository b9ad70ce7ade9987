//! The first thing that happens to a request: whose is it?

use std::task::{Context, Poll};

use futures::future::{Either, Ready, ready};
use http::{HeaderValue, Request, Response, StatusCode, header};
use tower::{Layer, Service};

use crate::{PeerAddress, Registry, TenantStatus, TrustedProxies};

/// Finds the environment a request is for, before anything of it is opened.
///
/// Goes on with an `Arc<TenantEntry>` and a [`ClientAddress`](crate::ClientAddress) in the request's
/// extensions. Otherwise answers in plain text: 400 when there is no one valid host, 404 when no
/// environment has it, 503 when that environment is suspended. Needs a [`PeerAddress`] in the
/// extensions; without one nothing is served (500).
#[derive(Debug, Clone)]
pub struct ResolveTenant {
    registry: Registry,
    proxies: TrustedProxies,
}

impl ResolveTenant {
    /// Looks hosts up in `registry`; believes forwarded headers of `proxies` alone.
    #[must_use]
    pub const fn new(registry: Registry, proxies: TrustedProxies) -> Self {
        Self { registry, proxies }
    }

    /// Puts what was found into the request, or says why it stops here.
    fn resolve<B>(&self, request: &mut Request<B>) -> Result<(), Refusal> {
        let peer = *request.extensions().get::<PeerAddress>().ok_or(Refusal::NoPeer)?;
        let host = self.proxies.host(peer, request.uri(), request.headers()).map_err(|_| Refusal::BadHost)?;
        let tenant = self.registry.lookup(&host).ok_or(Refusal::Unknown)?;
        if tenant.status != TenantStatus::Active {
            return Err(Refusal::Suspended);
        }
        let client = self.proxies.client(peer, request.headers());
        request.extensions_mut().insert(client);
        request.extensions_mut().insert(tenant);
        Ok(())
    }
}

impl<S> Layer<S> for ResolveTenant {
    type Service = ResolveTenantService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        ResolveTenantService { resolve: self.clone(), inner }
    }
}

/// See [`ResolveTenant`].
#[derive(Debug, Clone)]
pub struct ResolveTenantService<S> {
    resolve: ResolveTenant,
    inner: S,
}

impl<S, B, R> Service<Request<B>> for ResolveTenantService<S>
where
    S: Service<Request<B>, Response = Response<R>>,
    R: From<&'static str>,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = Either<S::Future, Ready<Result<Response<R>, S::Error>>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        match self.resolve.resolve(&mut request) {
            Ok(()) => Either::Left(self.inner.call(request)),
            Err(refusal) => Either::Right(ready(Ok(refusal.response()))),
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Refusal {
    NoPeer,
    BadHost,
    Unknown,
    Suspended,
}

impl Refusal {
    const fn status(self) -> StatusCode {
        match self {
            Self::NoPeer => StatusCode::INTERNAL_SERVER_ERROR,
            Self::BadHost => StatusCode::BAD_REQUEST,
            Self::Unknown => StatusCode::NOT_FOUND,
            Self::Suspended => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// In both languages: nobody's preference is known yet.
    const fn sentence(self) -> &'static str {
        match self {
            Self::NoPeer => "Er ging iets mis. / Something went wrong.\n",
            Self::BadHost => "Ongeldig adres. / Invalid address.\n",
            Self::Unknown => "Er is geen omgeving op dit adres. / There is no environment at this address.\n",
            Self::Suspended => {
                "Deze omgeving is tijdelijk uitgeschakeld. / This environment is switched off for now.\n"
            }
        }
    }

    fn response<R: From<&'static str>>(self) -> Response<R> {
        if matches!(self, Self::NoPeer) {
            tracing::error!("a request came without the address of its peer");
        }
        let mut response = Response::new(R::from(self.sentence()));
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}
