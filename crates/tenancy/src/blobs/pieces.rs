//! What an object store found, in pieces that are worth the calls they take.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    path::PathBuf,
};

use bytes::Bytes;
use futures::{
    StreamExt,
    stream::{BoxStream, try_unfold},
};
use object_store::{GetResult, GetResultPayload};

/// Bytes read of a file at a time. `object_store` itself reads 8 KiB, and hands each of them to another thread and back.
const PIECE: u64 = 512 * 1024;

/// The content of an object, a piece at a time.
#[must_use]
pub fn pieces(found: GetResult) -> BoxStream<'static, object_store::Result<Bytes>> {
    let range = found.range;
    match found.payload {
        GetResultPayload::Stream(pieces) => pieces,
        GetResultPayload::File(file, path) => {
            let begin = Some((file, range.start));
            try_unfold((begin, path), move |(file, path)| read((file, range.end), path)).boxed()
        }
    }
}

type Position = Option<(File, u64)>;

async fn read(
    (position, end): (Position, u64),
    path: PathBuf,
) -> object_store::Result<Option<(Bytes, (Position, PathBuf))>> {
    let Some((mut file, at)) = position.filter(|(_, at)| *at < end) else { return Ok(None) };
    let reading = tokio::task::spawn_blocking(move || {
        let mut piece = Vec::new();
        file.seek(SeekFrom::Start(at))?;
        (&mut file).take(PIECE.min(end - at)).read_to_end(&mut piece)?;
        Ok((piece, file))
    });
    let read = reading.await.map_err(io::Error::other).flatten();
    let (piece, file) = read.map_err(|error| object_store::Error::Generic {
        store: "LocalFileSystem",
        source: format!("{}: {error}", path.display()).into(),
    })?;
    if piece.is_empty() {
        return Ok(None);
    }
    let at = at + piece.len() as u64;
    Ok(Some((piece.into(), (Some((file, at)), path))))
}
