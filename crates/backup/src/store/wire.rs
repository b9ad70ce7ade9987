//! The way to an S3 server: one HTTP client, and a signature on each request just before it leaves.
//!
//! `object_store` signs a request once and repeats it as it was; it also has no way to ask for a lock. So it is told
//! to sign nothing, and each attempt is signed here, with the time it is made at and with the lock it asks for.

use std::{fmt, io, sync::Arc, time::Duration};

use async_trait::async_trait;
use base64::{Engine, prelude::BASE64_STANDARD};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use hyper::body::{Body, Frame, Incoming};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector as Tcp},
    rt::TokioExecutor,
};
use object_store::{
    ClientOptions,
    aws::{AwsAuthorizer, AwsCredential},
    client::{
        HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpRequestBody, HttpResponse,
        HttpResponseBody, HttpService,
    },
};
use tokio::time::{Sleep, timeout};

use super::{S3Place, lock::Lock};

/// The longest a connection may take to come about.
const CONNECTING: Duration = Duration::from_secs(10);

/// Sends requests to one server, with one key. Clones share its connections.
#[derive(Clone)]
pub(super) struct Wire(Arc<Inner>);

struct Inner {
    client: Client<HttpsConnector<Tcp>, HttpRequestBody>,
    key: AwsCredential,
    region: String,
    lock: Option<Lock>,
    answer: Duration,
}

impl Wire {
    pub(super) fn new(place: &S3Place, answer: Duration, lock: Option<Lock>) -> io::Result<Self> {
        let client =
            Client::builder(TokioExecutor::new()).build(connector(place.endpoint.scheme() == "https")?);
        let key = AwsCredential {
            key_id: place.key_id.clone(),
            secret_key: place.secret.to_string(),
            token: place.token.as_ref().map(|token| token.to_string()),
        };
        Ok(Self(Arc::new(Inner { client, key, region: place.region.clone(), lock, answer })))
    }

    fn signed(&self, mut request: HttpRequest) -> Result<HttpRequest, HttpError> {
        if let Some(lock) = self.0.lock.as_ref().filter(|_| makes_an_object(&request)) {
            ask_for(lock, request.headers_mut())
                .map_err(|error| HttpError::new(HttpErrorKind::Unknown, error))?;
        }
        // The sum that goes along with each object and part is the hash that is to be signed.
        let sum = request.headers().get("x-amz-checksum-sha256");
        let digest = sum.and_then(|sum| BASE64_STANDARD.decode(sum).ok());
        AwsAuthorizer::new(&self.0.key, "s3", &self.0.region)
            .try_authorize(&mut request, digest.as_deref())
            .map_err(|error| HttpError::new(HttpErrorKind::Unknown, error))?;
        Ok(request)
    }
}

fn ask_for(lock: &Lock, headers: &mut HeaderMap) -> io::Result<()> {
    let until = lock.until()?;
    let mut add = |name, value: &str| {
        let value = HeaderValue::from_str(value).map_err(io::Error::other)?;
        headers.insert(HeaderName::from_static(name), value);
        Ok::<(), io::Error>(())
    };
    add("x-amz-object-lock-mode", "COMPLIANCE")?;
    add("x-amz-object-lock-retain-until-date", &until)?;
    // Without it a lock is refused.
    add("x-amz-sdk-checksum-algorithm", "SHA256")
}

/// Whether a request makes an object, or begins one of several parts.
fn makes_an_object(request: &HttpRequest) -> bool {
    let query = request.uri().query().unwrap_or_default();
    match *request.method() {
        Method::PUT => query.is_empty(),
        Method::POST => query.split('&').any(|pair| pair == "uploads" || pair.starts_with("uploads=")),
        _ => false,
    }
}

#[async_trait]
impl HttpService for Wire {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let request = self.signed(request)?;
        let answer = timeout(self.0.answer, self.0.client.request(request)).await;
        // Any attempt that got no answer may be made again, even when it arrived: an object is only ever made, and
        // when its name is taken, what lies there is compared with what was sent.
        let answer = answer
            .map_err(|_| HttpError::new(HttpErrorKind::Request, io::Error::from(io::ErrorKind::TimedOut)))?
            .map_err(|error| HttpError::new(HttpErrorKind::Request, error))?;
        let (parts, body) = answer.into_parts();
        let body = Patient { body, wait: self.0.answer, sleep: None };
        Ok(HttpResponse::from_parts(parts, HttpResponseBody::new(body)))
    }
}

impl HttpConnector for Wire {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}

/// Without the key: it ends up in logs.
impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wire")
    }
}

/// ring and the machine's own certificates, as for PostgreSQL and mail.
fn connector(is_encrypted: bool) -> io::Result<HttpsConnector<Tcp>> {
    let provider = rustls::crypto::ring::default_provider();
    let mut tcp = Tcp::new();
    tcp.set_connect_timeout(Some(CONNECTING));
    tcp.enforce_http(false);
    let builder = HttpsConnectorBuilder::new();
    let builder = if is_encrypted {
        builder.with_provider_and_native_roots(provider)?.https_only()
    } else {
        // Trusts nobody: there is nothing to encrypt on the way to this machine itself.
        let tls = rustls::ClientConfig::builder_with_provider(provider.into())
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_root_certificates(rustls::RootCertStore::empty())
            .with_no_client_auth();
        builder.with_tls_config(tls).https_or_http()
    };
    Ok(builder.enable_http1().wrap_connector(tcp))
}

/// The body of an answer, that may not stop in the middle without ending.
struct Patient {
    body: Incoming,
    wait: Duration,
    sleep: Option<std::pin::Pin<Box<Sleep>>>,
}

impl Body for Patient {
    type Data = Bytes;
    type Error = HttpError;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Frame<Bytes>, HttpError>>> {
        use std::task::Poll::{Pending, Ready};
        if let Ready(frame) = std::pin::Pin::new(&mut self.body).poll_frame(context) {
            self.sleep = None;
            return Ready(
                frame.map(|frame| frame.map_err(|error| HttpError::new(HttpErrorKind::Interrupted, error))),
            );
        }
        let wait = self.wait;
        let sleep = self.sleep.get_or_insert_with(|| Box::pin(tokio::time::sleep(wait)));
        match sleep.as_mut().poll(context) {
            Ready(()) => {
                let error = HttpError::new(HttpErrorKind::Timeout, io::Error::from(io::ErrorKind::TimedOut));
                Ready(Some(Err(error)))
            }
            Pending => Pending,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        self.body.size_hint()
    }
}
