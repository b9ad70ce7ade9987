//! Clients that send slowly, or nothing, and the end of the server.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use waarborg_server::http::{ConnectionLimits, HttpSettings};

use crate::stage::{Reply, Stage};

const SHORT: Duration = Duration::from_millis(200);

async fn impatient() -> Stage {
    let limits = ConnectionLimits { head_time: SHORT, idle_time: SHORT, ..ConnectionLimits::default() };
    let settings = HttpSettings { request_time: SHORT, pause: SHORT, ..HttpSettings::default() };
    Stage::with(settings, limits).await
}

#[tokio::test]
async fn gql_29_who_sends_nothing_half_a_word_or_half_a_head_is_sent_away() {
    let stage = impatient().await;
    for beginning in
        ["", "P", "PRI * HTTP/2.0\r\n", "POST /graphql HTTP/1.1\r\nHost: acme.example.test\r\nX-"]
    {
        let reply = stage.exchange(beginning).await;
        assert!(matches!(reply.status, 0 | 408), "{beginning:?} {reply:?}");
    }
}

#[tokio::test]
async fn gql_29_a_head_without_its_body_is_a_408_and_the_connection_ends() {
    let stage = impatient().await;
    let head = "POST /graphql HTTP/1.1\r\nHost: acme.example.test\r\nX-Requested-With: waarborg\r\n\
                Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    assert_eq!(stage.exchange(head).await.status, 408);
}

#[tokio::test]
async fn gql_29_a_connection_is_kept_open_for_the_next_request_but_not_for_ever() {
    let stage = impatient().await;
    let mut stream = TcpStream::connect(stage.address).await.unwrap();
    for _ in 0..2 {
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: acme.example.test\r\n\r\n").await.unwrap();
        let mut head = [0; 12];
        stream.read_exact(&mut head).await.unwrap();
        assert_eq!(&head, b"HTTP/1.1 200");
        let mut rest = vec![0; 4_096];
        while !rest.windows(3).any(|bytes| bytes == b"ok\n") {
            let read = stream.read(&mut rest).await.unwrap();
            assert_ne!(read, 0);
        }
    }
    let reply = Reply::until_closed(&mut stream).await;
    assert!(matches!(reply.status, 0 | 408), "{reply:?}");
}

#[tokio::test]
async fn gql_29_one_more_connection_than_there_are_places_waits_its_turn() {
    let limits = ConnectionLimits { connections: 1, head_time: SHORT, ..ConnectionLimits::default() };
    let stage = Stage::with(HttpSettings::default(), limits).await;
    let mut silent = TcpStream::connect(stage.address).await.unwrap();
    let reply = stage.request("GET /healthz", "").await;
    assert_eq!(reply.status, 200);
    // It was answered only once the silent one had lost its place.
    assert_eq!(silent.read(&mut [0; 1]).await.unwrap_or_default(), 0);
}

#[tokio::test]
async fn gql_30_http_2_is_spoken_to_who_begins_with_it() {
    let stage = Stage::new().await;
    let mut stream = TcpStream::connect(stage.address).await.unwrap();
    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await.unwrap();
    let mut settings = [0; 9];
    stream.read_exact(&mut settings).await.unwrap();
    assert_eq!(settings[3], 4, "a SETTINGS frame");
    let mut values = vec![0; usize::from(settings[2])];
    stream.read_exact(&mut values).await.unwrap();
    let streams = values.chunks(6).find(|value| value[1] == 3).expect("the most streams at once");
    assert_eq!(u32::from_be_bytes(streams[2..].try_into().unwrap()), 100);
}

#[tokio::test]
async fn the_server_stops_when_told_and_takes_no_new_connections() {
    let mut stage = Stage::new().await;
    assert_eq!(stage.request("GET /healthz", "").await.status, 200);
    stage.stop.take().unwrap().send(()).unwrap();
    (&mut stage.served).await.unwrap();
    assert!(TcpStream::connect(stage.address).await.is_err());
}
