//! A server between the client and the real S3 server, that lets through, spoils and refuses as a test wants it.

use std::{
    collections::HashMap,
    io,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use futures::{StreamExt, stream};
use http::{HeaderMap, Method, Request, Response, StatusCode, header::CONTENT_LENGTH};
use http_body_util::{BodyExt, Full, StreamBody, combinators::BoxBody};
use hyper::{
    body::{Frame, Incoming},
    service::service_fn,
};
use hyper_util::{
    client::legacy::Client,
    rt::{TokioExecutor, TokioIo},
};
use tokio::net::TcpListener;

type Body = BoxBody<Bytes, io::Error>;

/// What goes wrong with one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The server is not asked, and this is answered.
    Answer(u16, &'static str),
    /// Nothing is answered for a very long time.
    Silence,
    /// The connection is cut before the server hears of it.
    CutBefore,
    /// The server does it, and the connection is cut before it can say so.
    CutAfter,
    /// Half of what is sent arrives, and that is called a success.
    HalfSent,
    /// The answer announces its length and ends in the middle.
    HalfAnswered,
    /// The answer announces half its length, and has that.
    Shortened,
    /// A list of nothing.
    EmptyList,
}

/// A request as a test sees it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    /// How many came before it.
    pub(crate) number: usize,
}

type Choose = dyn Fn(&Seen) -> Option<Fault> + Send + Sync;

/// What was asked, and how often something went wrong.
#[derive(Default)]
pub(crate) struct Log {
    pub(crate) seen: Mutex<Vec<Seen>>,
    pub(crate) faults: AtomicUsize,
}

impl Log {
    /// The most that one and the same thing was asked.
    pub(crate) fn most_attempts(&self, method: &Method) -> usize {
        let mut counts = HashMap::new();
        for seen in self.seen.lock().unwrap().iter().filter(|seen| seen.method == *method) {
            *counts.entry((seen.path.clone(), seen.query.clone())).or_insert(0) += 1;
        }
        counts.into_values().max().unwrap_or(0)
    }

    pub(crate) fn faults(&self) -> usize {
        self.faults.load(Ordering::Relaxed)
    }
}

/// Listens in front of `target`; where, and what it has seen.
pub(crate) async fn start(
    target: &str,
    choose: impl Fn(&Seen) -> Option<Fault> + Send + Sync + 'static,
) -> (String, Arc<Log>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let log = Arc::new(Log::default());
    let (kept, target): (_, Arc<str>) = (log.clone(), target.into());
    let choose: Arc<Choose> = Arc::new(choose);
    tokio::spawn(async move {
        loop {
            let (connection, _) = listener.accept().await.unwrap();
            let (log, target, choose) = (kept.clone(), target.clone(), choose.clone());
            let service =
                service_fn(move |request| handle(request, (log.clone(), target.clone(), choose.clone())));
            let serving = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(connection), service);
            // Connections that are cut end in an error, as they should.
            tokio::spawn(async move { drop(serving.await) });
        }
    });
    (address, log)
}

async fn handle(
    request: Request<Incoming>,
    (log, target, choose): (Arc<Log>, Arc<str>, Arc<Choose>),
) -> io::Result<Response<Body>> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
    let seen = {
        let mut all = log.seen.lock().unwrap();
        let seen = Seen {
            method: parts.method.clone(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            headers: parts.headers.clone(),
            number: all.len(),
        };
        all.push(seen.clone());
        seen
    };
    let fault = choose(&seen);
    log.faults.fetch_add(usize::from(fault.is_some()), Ordering::Relaxed);
    match fault {
        Some(Fault::Answer(status, code)) => return Ok(told(status, code)),
        Some(Fault::Silence) => tokio::time::sleep(Duration::from_mins(10)).await,
        Some(Fault::CutBefore) => return Err(io::ErrorKind::ConnectionAborted.into()),
        Some(Fault::EmptyList) => {
            return Ok(xml(
                200,
                "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>".into(),
            ));
        }
        _ => {}
    }
    let sent = if fault == Some(Fault::HalfSent) { body.slice(..body.len() / 2) } else { body };
    let mut forwarded = Request::from_parts(parts, Full::new(sent.clone()));
    *forwarded.uri_mut() = format!("{target}{}", forwarded.uri()).parse().unwrap();
    forwarded.headers_mut().insert(CONTENT_LENGTH, sent.len().into());
    let client = Client::builder(TokioExecutor::new()).build_http();
    let (parts, body) = client.request(forwarded).await.map_err(io::Error::other)?.into_parts();
    let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
    let half = body.slice(..body.len() / 2);
    match fault {
        Some(Fault::CutAfter) => Err(io::ErrorKind::ConnectionAborted.into()),
        Some(Fault::HalfAnswered) => {
            // The pause lets what is there leave before the connection is cut.
            let cut = stream::once(async {
                tokio::time::sleep(Duration::from_millis(20)).await;
                Err(io::Error::from(io::ErrorKind::ConnectionAborted))
            });
            let frames = stream::iter([Ok(Frame::data(half))]).chain(cut);
            Ok(Response::from_parts(parts, BoxBody::new(StreamBody::new(frames))))
        }
        Some(Fault::Shortened) => {
            let mut answer = Response::from_parts(parts, whole(half.clone()));
            answer.headers_mut().insert(CONTENT_LENGTH, half.len().into());
            Ok(answer)
        }
        _ => Ok(Response::from_parts(parts, whole(body))),
    }
}

fn whole(body: Bytes) -> Body {
    BoxBody::new(Full::new(body).map_err(|never| match never {}))
}

/// An error as S3 tells it.
fn told(status: u16, code: &str) -> Response<Body> {
    xml(status, format!("<Error><Code>{code}</Code><Message>as the test wants it</Message></Error>"))
}

fn xml(status: u16, text: String) -> Response<Body> {
    let mut answer = Response::new(whole(text.into()));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap();
    answer
}
