//! From a source of bytes, through compression and encryption, to a store: a few pieces at a time.

use std::io::{self, Read, Write};

use bytes::{Bytes, BytesMut};
use futures::Stream;
use object_store::path::Path;
use tokio::{
    sync::mpsc::{Receiver, Sender, channel},
    task::spawn_blocking,
};

use crate::{
    seal::{self, Measure, Recipients},
    store::{Store, StoreError},
};

/// Bytes of one piece.
const PIECE: usize = 1024 * 1024;
/// Pieces on their way at the same time.
const PIECES: usize = 4;

/// What lies in a store since, and what is in it.
pub(crate) struct Sent {
    pub sealed: Measure,
    pub plain: Measure,
}

/// Seals `source` into a new object and reads it back.
pub(crate) async fn send(
    (store, path): (&Store, &Path),
    recipients: &Recipients,
    source: impl Read + Send + 'static,
) -> Result<Sent, StoreError> {
    let (sender, receiver) = channel(PIECES);
    let recipients = recipients.clone();
    let sealing = spawn_blocking(move || {
        let sink = Pieces { sender, pending: BytesMut::with_capacity(PIECE) };
        let sealed = seal::seal(&recipients, source, sink);
        sealed.and_then(|(plain, sealed, sink)| sink.finish().map(|()| Sent { sealed, plain }))
    });
    let stored = store.put_stream(path, pieces(receiver)).await;
    let sealed = sealing.await.map_err(|error| StoreError::Source(io::Error::other(error)))?;
    // When the store failed, sealing only ended because nobody took its pieces any more.
    stored?;
    let sent = sealed.map_err(StoreError::Source)?;
    store.confirm(path, sent.sealed).await?;
    Ok(sent)
}

/// Takes bytes from a thread that may wait.
struct Pieces {
    sender: Sender<io::Result<Bytes>>,
    pending: BytesMut,
}

impl Pieces {
    fn pass_on(&mut self) -> io::Result<()> {
        let piece = self.pending.split().freeze();
        self.sender.blocking_send(Ok(piece)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    fn finish(mut self) -> io::Result<()> {
        self.pass_on()
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.pending.extend_from_slice(bytes);
        if self.pending.len() >= PIECE {
            self.pass_on()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn pieces(receiver: Receiver<io::Result<Bytes>>) -> impl Stream<Item = io::Result<Bytes>> {
    futures::stream::unfold(receiver, async |mut receiver| {
        let piece = receiver.recv().await?;
        Some((piece, receiver))
    })
}
