//! The load generator: callers that keep one connection each and ask again as soon as they are answered.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use bytes::Bytes;
use futures::future::try_join_all;
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, time::timeout};

use crate::latency::Latencies;

/// The longest one answer may take.
const ANSWER_TIME: Duration = Duration::from_secs(30);

/// One request that is sent over and over, and where.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    /// The server.
    pub address: SocketAddr,
    /// GET or POST.
    pub method: Method,
    /// The path.
    pub path: &'static str,
    /// The headers; `Host` among them when the server must see another one than its address.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

/// How much is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Amount {
    /// Callers, each with a connection of its own.
    pub connections: u32,
    /// Requests of all callers together.
    pub requests: u32,
}

/// What came of it.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// From the first request to the last answer.
    pub elapsed: Duration,
    /// Of every request.
    pub latencies: Latencies,
}

/// Asks once.
pub(crate) async fn ask(target: &Target) -> Result<Bytes> {
    let mut caller = Caller::connect(target).await?;
    caller.ask(target).await
}

/// Asks the same over and over; fails as soon as an answer is not as long as `expected`.
pub(crate) async fn measure(target: &Target, expected: &Bytes, amount: Amount) -> Result<Outcome> {
    let left = Arc::new(AtomicU32::new(amount.requests));
    let callers = try_join_all((0..amount.connections).map(|_| Caller::connect(target))).await?;
    let begin = Instant::now();
    let working = callers.into_iter().map(|caller| {
        let (target, expected, left) = (target.clone(), expected.clone(), Arc::clone(&left));
        async move { tokio::spawn(caller.work(target, expected, left)).await? }
    });
    let done = try_join_all(working).await?;
    let elapsed = begin.elapsed();
    let mut latencies = Latencies::default();
    for of_one in done {
        latencies.append(of_one);
    }
    Ok(Outcome { elapsed, latencies })
}

/// One connection.
struct Caller(SendRequest<Full<Bytes>>);

impl Caller {
    async fn connect(target: &Target) -> Result<Self> {
        let stream = TcpStream::connect(target.address).await.context("connecting to the server")?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        // A connection that breaks shows in the next request.
        tokio::spawn(connection);
        Ok(Self(sender))
    }

    async fn work(mut self, target: Target, expected: Bytes, left: Arc<AtomicU32>) -> Result<Latencies> {
        let mut latencies = Latencies::default();
        let take = |left: u32| left.checked_sub(1);
        while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok() {
            let begin = Instant::now();
            let answer = self.ask(&target).await?;
            latencies.push(begin.elapsed());
            ensure!(
                answer.len() == expected.len(),
                "an answer differs: {}",
                String::from_utf8_lossy(&answer)
            );
        }
        Ok(latencies)
    }

    async fn ask(&mut self, target: &Target) -> Result<Bytes> {
        timeout(ANSWER_TIME, self.exchange(target)).await.context("an answer took too long")?
    }

    async fn exchange(&mut self, target: &Target) -> Result<Bytes> {
        let mut request = Request::new(Full::new(target.body.clone()));
        *request.method_mut() = target.method.clone();
        *request.uri_mut() = target.path.parse()?;
        request.headers_mut().clone_from(&target.headers);
        if !target.headers.contains_key(header::HOST) {
            request.headers_mut().insert(header::HOST, target.address.to_string().parse()?);
        }
        self.0.ready().await?;
        let response = self.0.send_request(request).await?;
        let status = response.status();
        let body = response.into_body().collect().await?.to_bytes();
        ensure!(status == StatusCode::OK, "the server answers {status}: {}", String::from_utf8_lossy(&body));
        Ok(body)
    }
}
