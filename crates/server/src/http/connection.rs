//! How long a connection may keep a place.

use std::{pin::pin, sync::Arc, time::Duration};

use axum::body::Body;
use http_body_util::BodyExt;
use hyper_util::{
    rt::{TokioExecutor, TokioTimer},
    server::conn::auto::Builder,
};
use tokio::{sync::watch, time::timeout};

/// The most headers of a request.
const MAX_HEADERS: usize = 64;
/// The most bytes of a request's first line and headers.
const MAX_HEAD_BYTES: u32 = 32 * 1024;
/// The most requests at once on one HTTP/2 connection.
const MAX_STREAMS: u32 = 100;
/// The most HTTP/2 requests cancelled before they were begun (rapid reset).
const MAX_PENDING_RESETS: usize = 20;

/// How many connections there may be, and how long each may keep its place.
#[derive(Debug, Clone)]
pub struct ConnectionLimits {
    /// Connections at once; more wait in the operating system's queue.
    pub connections: usize,
    /// For a request's first line and headers, on a new connection and on an HTTP/1 connection that
    /// is kept open: hyper counts the wait for the next request as part of it. A proxy in front must
    /// drop its idle connections sooner.
    pub head_time: Duration,
    /// Without any request, on an HTTP/2 connection that has had one.
    pub idle_time: Duration,
    /// For one request and its answer, slow readers included.
    pub longest_request: Duration,
    /// For requests in flight when the server stops.
    pub drain_time: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            connections: 2_048,
            head_time: Duration::from_secs(20),
            idle_time: Duration::from_mins(1),
            longest_request: Duration::from_mins(6),
            drain_time: Duration::from_secs(10),
        }
    }
}

impl ConnectionLimits {
    /// Speaks HTTP/1.1 and, with a proxy that begins with it, HTTP/2.
    pub(super) fn protocol(&self) -> Builder<TokioExecutor> {
        let mut builder = Builder::new(TokioExecutor::new());
        builder
            .http1()
            .timer(TokioTimer::new())
            .header_read_timeout(self.head_time)
            .max_headers(MAX_HEADERS)
            .max_buf_size(MAX_HEAD_BYTES as usize)
            .http2()
            .timer(TokioTimer::new())
            .max_concurrent_streams(MAX_STREAMS)
            .max_header_list_size(MAX_HEAD_BYTES)
            .max_pending_accept_reset_streams(MAX_PENDING_RESETS);
        builder
    }

    /// Returns when a connection has kept its place for too long.
    ///
    /// hyper's own timer does not see a client that has not yet said which protocol it speaks, nor
    /// an idle HTTP/2 connection, nor one that does not read its answer.
    pub(super) async fn outstayed(&self, mut activity: watch::Receiver<Activity>) {
        loop {
            let now = *activity.borrow_and_update();
            let patience = match now {
                Activity { in_flight: 0, has_had_one: false } => self.head_time,
                Activity { in_flight: 0, .. } => self.idle_time,
                Activity { .. } => self.longest_request,
            };
            if timeout(patience, activity.changed()).await.is_err() {
                return;
            }
        }
    }
}

/// What goes on on one connection.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Activity {
    in_flight: usize,
    has_had_one: bool,
}

/// Counts the requests of one connection.
#[derive(Debug, Clone)]
pub(super) struct Counter(Arc<watch::Sender<Activity>>);

impl Counter {
    pub(super) fn new() -> (Self, watch::Receiver<Activity>) {
        let (sender, receiver) = watch::channel(Activity::default());
        (Self(Arc::new(sender)), receiver)
    }

    /// A request begins; it ends when what is returned is dropped.
    pub(super) fn begin(&self) -> InFlight {
        self.0.send_modify(|activity| {
            activity.in_flight += 1;
            activity.has_had_one = true;
        });
        InFlight(self.clone())
    }
}

/// A request in flight.
#[derive(Debug)]
pub(super) struct InFlight(Counter);

impl InFlight {
    /// Ends with the last byte of this answer.
    pub(super) fn until_the_end_of(self, body: Body) -> Body {
        // Not map_frame: it would forget how long the body is.
        Body::new(body.map_err(move |error| {
            let _still_in_flight = &self;
            error
        }))
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.0.send_modify(|activity| activity.in_flight = activity.in_flight.saturating_sub(1));
    }
}

/// The first of the two to end; true when it was `work`.
pub(super) async fn ends_before(work: impl Future<Output = ()>, limit: impl Future<Output = ()>) -> bool {
    tokio::select! {
        () = pin!(work) => true,
        () = pin!(limit) => false,
    }
}
