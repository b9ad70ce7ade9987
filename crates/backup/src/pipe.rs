//! From a source of bytes, through compression and encryption, to a store: a few pieces at a time.

use std::io::{self, Read, Write};

use bytes::{Bytes, BytesMut};
use futures::Stream;
use object_store::path::Path;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::{
    background::in_thread,
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
    let sealing = in_thread(move || {
        let sink = Pieces { sender: sender.clone(), pending: BytesMut::with_capacity(PIECE) };
        let sealed = seal::seal(&recipients, source, sink);
        let sent = sealed.and_then(|(plain, sealed, sink)| sink.finish().map(|()| Sent { sealed, plain }));
        // Told to the store, which otherwise takes what broke off for the end. It may have gone away first.
        sent.map_err(|error| sender.blocking_send(Err(error))).ok()
    });
    let (stored, sealed) = futures::join!(store.put_stream(path, pieces(receiver)), sealing);
    stored?;
    let sent = sealed
        .map_err(StoreError::Source)?
        .ok_or_else(|| StoreError::Source(io::ErrorKind::UnexpectedEof.into()))?;
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
