//! Exactly the bytes a test wants to send.

use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Longer than anything here takes: a test that reaches it has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// What came back before the server closed the connection.
#[derive(Debug, Clone)]
pub struct RawReply {
    /// The status code; 0 when none came.
    pub status: u16,
    /// Status line and headers.
    pub head: String,
    /// The body as it was sent.
    pub body: String,
}

impl RawReply {
    pub(crate) async fn to(address: SocketAddr, bytes: &[u8]) -> Self {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        stream.write_all(bytes).await.expect("the server reads");
        Self::until_closed(&mut stream).await
    }

    /// Reads until the server closes the connection, which it must.
    pub async fn until_closed(stream: &mut TcpStream) -> Self {
        let mut bytes = Vec::new();
        // A reset after the answer is as good as an end.
        let _end =
            tokio::time::timeout(PATIENCE, stream.read_to_end(&mut bytes)).await.expect("the server closes");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        Self { status, head: head.to_owned(), body: body.to_owned() }
    }
}
