//! The objects of a back-up on their way to the store.

use std::{collections::HashMap, io};

use domain::file::Content;
use futures::{StreamExt, TryStreamExt};
use object_store::path::Path;
use tokio_util::io::{StreamReader, SyncIoBridge};

use crate::{
    files::{self, FileEntry},
    layout::{Kind, Layout},
    make::{MakeError, NAMES, Source, Workshop},
    manifest::{FileList, Part},
    pipe, seal,
    store::{Store, StoreError},
};

/// Files on their way at the same time, beside the database.
const FILES_AT_ONCE: usize = 3;

/// A back-up that is being made.
pub(crate) struct Making<'a> {
    pub source: Source<'a>,
    pub store: &'a Store,
    pub layout: &'a Layout,
    pub workshop: &'a Workshop<'a>,
    /// The files of the back-up before, by name.
    pub known: &'a Sent,
}

/// Files that lie in the store, by name.
pub(crate) type Sent = HashMap<[u8; 32], FileEntry>;

impl Making<'_> {
    fn path(&self, object: &str) -> Result<Path, MakeError> {
        self.layout.object(object).ok_or_else(|| StoreError::Missing(object.to_owned()).into())
    }

    /// Sends one object of a back-up.
    pub(crate) async fn part(
        &self,
        kind: Kind,
        content: impl io::Read + Send + 'static,
    ) -> Result<Part, MakeError> {
        let object = Layout::new_object(kind, self.workshop.random);
        let path = self.path(&object)?;
        let pipe::Sent { sealed, plain } =
            pipe::send((self.store, &path), self.workshop.recipients, self.workshop.progress.watch(content))
                .await?;
        Ok(Part {
            object,
            bytes: sealed.bytes,
            sha256: sealed.sha256,
            plain_bytes: plain.bytes,
            plain_sha256: plain.sha256,
        })
    }

    /// Sends the files that the environment has now: what came of each, by its name. One that cannot be read may be gone
    /// when the database is copied, and is left to [`Making::files`].
    pub(crate) async fn send_early(&self, contents: Vec<Content>) -> Result<Sent, MakeError> {
        self.expect(&contents);
        let sent: Vec<Option<FileEntry>> = futures::stream::iter(contents)
            .map(|content| async move {
                match self.file(content).await {
                    Ok(entry) => Ok(Some(entry)),
                    Err(MakeError::File { .. }) => Ok(None),
                    Err(error) => Err(error),
                }
            })
            .buffer_unordered(FILES_AT_ONCE)
            .try_collect()
            .await?;
        Ok(files::by_name(sent.into_iter().flatten().collect()))
    }

    /// Sends what neither the store has yet nor was sent early, and lists all.
    pub(crate) async fn files(&self, contents: Vec<Content>, early: Sent) -> Result<FileList, MakeError> {
        let key = self.source.db.secret_key(NAMES);
        let mut entries = Vec::with_capacity(contents.len());
        let mut left = Vec::new();
        for content in contents {
            match files::name_of(&key, content.sha256).and_then(|name| early.get(&name.0)) {
                Some(entry) => entries.push(entry.clone()),
                None => left.push(content),
            }
        }
        self.expect(&left);
        let sent: Vec<FileEntry> = futures::stream::iter(left)
            .map(|content| self.file(content))
            .buffer_unordered(FILES_AT_ONCE)
            .try_collect()
            .await?;
        entries.extend(sent);
        entries.sort_unstable_by_key(|entry| entry.name.0);
        let object = Layout::new_object(Kind::FileList, self.workshop.random);
        let path = self.path(&object)?;
        let bytes = files::write(&entries)?;
        let measure = seal::measure(&bytes);
        self.store.put(&path, bytes.into()).await?;
        self.store.confirm(&path, measure).await?;
        Ok(FileList {
            object,
            bytes: measure.bytes,
            sha256: measure.sha256,
            count: entries.len() as u64,
            total_bytes: entries.iter().map(|entry| entry.bytes).sum(),
        })
    }

    /// Tells the progress of the bytes of those that are new.
    fn expect(&self, contents: &[Content]) {
        let key = self.source.db.secret_key(NAMES);
        let is_new = |content: &&Content| {
            files::name_of(&key, content.sha256).is_some_and(|name| !self.known.contains_key(&name.0))
        };
        self.workshop.progress.expect(contents.iter().filter(is_new).map(|content| content.bytes).sum());
    }

    async fn file(&self, content: Content) -> Result<FileEntry, MakeError> {
        let unreadable = |reason: String| MakeError::File { sha256: content.sha256, reason };
        let key = self.source.db.secret_key(NAMES);
        let name = files::name_of(&key, content.sha256).ok_or_else(|| unreadable("no name".to_owned()))?;
        if let Some(entry) = self.known.get(&name.0)
            && self.store.keep_on(&self.path(&entry.object)?).await?
        {
            return Ok(entry.clone());
        }
        let blob = content.blob_name().parse().map_err(|_| unreadable("it has no name".to_owned()))?;
        let stream =
            self.source.blobs.get_stream(&blob).await.map_err(|error| unreadable(error.to_string()))?;
        let reader = StreamReader::new(Box::pin(stream.map_err(io::Error::other)));
        let object = Layout::new_object(Kind::File, self.workshop.random);
        let path = self.path(&object)?;
        let bridge = self.workshop.progress.watch(SyncIoBridge::new(reader));
        let pipe::Sent { sealed, plain } =
            pipe::send((self.store, &path), self.workshop.recipients, bridge).await?;
        if plain.sha256 != content.sha256 {
            return Err(unreadable("its content is not what its name says".to_owned()));
        }
        Ok(FileEntry { name, object, bytes: sealed.bytes, sha256: sealed.sha256 })
    }
}
