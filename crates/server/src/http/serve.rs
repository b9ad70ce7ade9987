//! Accepts connections until told to stop.

use std::{convert::Infallible, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body};
use http::{Request, Response};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{rt::TokioIo, server::graceful::GracefulShutdown};
use tenancy::PeerAddress;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tower::ServiceExt;

use super::connection::{ConnectionLimits, Counter, ends_before};

/// How long to wait when the operating system has no more room for connections.
const OUT_OF_ROOM: Duration = Duration::from_millis(200);

/// Serves `router` on `listener` until `shutdown` completes, then lets requests in flight end.
///
/// Returns when all connections are closed, at the latest `limits.drain_time` after `shutdown`.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: ConnectionLimits,
    shutdown: impl Future<Output = ()>,
) {
    let drain_time = limits.drain_time;
    let server = Server {
        router,
        places: Arc::new(Semaphore::new(limits.connections)),
        limits: Arc::new(limits),
        graceful: GracefulShutdown::new(),
    };
    ends_before(server.accept(&listener), shutdown).await;
    drop(listener);
    tracing::info!(connections = server.graceful.count(), "stopping");
    if tokio::time::timeout(drain_time, server.graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were still being answered; they are cut off");
    }
}

struct Server {
    router: Router,
    places: Arc<Semaphore>,
    limits: Arc<ConnectionLimits>,
    graceful: GracefulShutdown,
}

impl Server {
    async fn accept(&self, listener: &TcpListener) {
        loop {
            // A place first: without one the connection waits where it costs us nothing.
            let Ok(place) = Arc::clone(&self.places).acquire_owned().await else { return };
            match listener.accept().await {
                Ok((stream, peer)) => {
                    let connection = self.connection(stream, peer);
                    tokio::spawn(async move {
                        connection.await;
                        drop(place);
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, "cannot accept a connection");
                    tokio::time::sleep(OUT_OF_ROOM).await;
                }
            }
        }
    }

    fn connection(&self, stream: TcpStream, peer: SocketAddr) -> impl Future<Output = ()> + use<> {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "answers to this client may wait for each other");
        }
        let (counter, activity) = Counter::new();
        let router = self.router.clone();
        let service = service_fn(move |request| answer(router.clone(), counter.clone(), (peer, request)));
        let connection = self.limits.protocol().serve_connection(TokioIo::new(stream), service).into_owned();
        let connection = self.graceful.watch(connection);
        let limits = Arc::clone(&self.limits);
        async move {
            let work = async {
                if let Err(error) = connection.await {
                    tracing::debug!(%error, "a connection ended badly");
                }
            };
            if !ends_before(work, limits.outstayed(activity)).await {
                tracing::debug!(%peer, "a connection has kept its place for too long");
            }
        }
    }
}

async fn answer(
    router: Router,
    counter: Counter,
    (peer, request): (SocketAddr, Request<Incoming>),
) -> Result<Response<Body>, Infallible> {
    let in_flight = counter.begin();
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(PeerAddress(peer));
    let response = router.oneshot(request).await?;
    Ok(response.map(|body| in_flight.until_the_end_of(body)))
}
