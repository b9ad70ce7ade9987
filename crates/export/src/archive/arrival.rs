//! What an archive holds, moved into an environment that comes in.

use std::io::{self, Write};

use bytes::Bytes;
use domain::{file::Content, portable};
use futures::Stream;
use kernel::{Error, Random};
use tenancy::{Adoption, TenantBlobs};
use tokio::sync::mpsc;

use super::{
    contents::Contents,
    opening::{ArchiveError, Opened},
};
use crate::work::{blob_name, blocking};

/// Pieces of a file on their way at the same time.
const PIECES: usize = 4;

impl Opened {
    /// Makes the environment's database. The keys of its audit log are sealed with its own key from then on.
    pub async fn load(&self, adoption: &Adoption, random: &dyn Random) -> Result<(), ArchiveError> {
        portable::receive(&self.database, adoption.tenant(), random).await?;
        Ok(adoption.load(&self.database).await?)
    }

    /// Keeps every content of a file among the environment's; `progress` is told the bytes that are done and all.
    pub async fn store_files(
        self,
        adoption: &Adoption,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<(u64, u64), ArchiveError> {
        let Self { mut contents, files, .. } = self;
        let (blobs, count) = (adoption.blobs(), files.len() as u64);
        let (mut done, total) = (0, files.iter().map(|(content, _)| content.bytes).sum());
        for (content, name) in files {
            contents = store(contents, &blobs, (content, name)).await?;
            done += content.bytes;
            progress(done, total);
        }
        Ok((count, total))
    }
}

/// Keeps one; the content is compared once more with what its name among the blobs says.
async fn store(
    mut contents: Contents,
    blobs: &TenantBlobs,
    (content, name): (Content, String),
) -> Result<Contents, ArchiveError> {
    let (sender, receiver) = mpsc::channel(PIECES);
    let reading = blocking(move || {
        let mut pieces = Pieces(sender.clone());
        let read = match contents.read(&name, &mut pieces) {
            Ok(sha256) if sha256 == content.sha256 => Ok(()),
            Ok(_) => Err(ArchiveError::Differs(name)),
            Err(error) => Err(error),
        };
        if let Err(error) = &read {
            // Told to the store, which otherwise takes what broke off for the end. It may have gone away first.
            sender.blocking_send(Err(io::Error::other(error.to_string()))).ok();
        }
        read.map(|()| contents)
    });
    let blob = blob_name(&content.blob_name())?;
    let (stored, contents) = tokio::join!(blobs.put_stream(&blob, pieces(receiver)), reading);
    // What was wrong with the archive says more than that the store was told so.
    let contents = contents??;
    stored.map_err(Error::internal)?;
    Ok(contents)
}

/// Takes bytes from a thread that may wait.
struct Pieces(mpsc::Sender<io::Result<Bytes>>);

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let piece = Ok(Bytes::copy_from_slice(bytes));
        self.0.blocking_send(piece).map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn pieces(receiver: mpsc::Receiver<io::Result<Bytes>>) -> impl Stream<Item = io::Result<Bytes>> + Send {
    futures::stream::unfold(receiver, |mut receiver| async { Some((receiver.recv().await?, receiver)) })
}
