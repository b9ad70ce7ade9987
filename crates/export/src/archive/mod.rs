//! Everything an environment holds, in one file that its owner takes along; and reading it where it arrives.
//!
//! The file is a zip archive of things that can be read without us: the database, the files, workbooks, and a text
//! that explains them. `docs/ARCHIVE-FORMAT.md` describes it. All parts are of one moment: they are read from a copy.

mod arrival;
mod audit_log;
mod bundle;
mod contents;
mod database;
mod encryption;
mod files;
mod manifest;
mod opening;
mod progress;
mod registers;
mod texts;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use domain::{
    Permission,
    job::{Job, JobResult},
    portable,
};
use kernel::{Error, Instant, Locale, Result};

pub use contents::MAX_ENTRIES;
pub use encryption::{EncryptionChoice, MAX_PASSPHRASE, MIN_PASSPHRASE, SecretKey, Unlock};
pub use manifest::{AuditHead, DATABASE, Entry, FILES, FORMAT, MANIFEST, Manifest, Origin, Table, Versions};
pub use opening::{ArchiveError, Opened};

use crate::{
    Work,
    jobs::Live,
    make::{keep, slug, today},
    register,
    work::blocking,
};
use bundle::Bundle;
use encryption::Encryption;
use progress::{Halt, Progress};

/// An archive of the whole environment.
#[derive(Debug, Clone)]
pub struct ArchiveRequest {
    /// The environment, as it is known here.
    pub origin: Origin,
    /// Who opens it; anybody who has it when absent.
    pub encryption: Option<EncryptionChoice>,
    /// The language of what is made for reading.
    pub locale: Locale,
}

/// A request that can be granted.
#[derive(Debug, Clone)]
pub(crate) struct Granted {
    origin: Origin,
    encryption: Option<Encryption>,
    locale: Locale,
}

impl Granted {
    /// What may be told of it, to the log and to who looks after the database: never a secret.
    pub(crate) fn details(&self) -> serde_json::Value {
        self.encryption.as_ref().map_or_else(|| serde_json::json!({}), Encryption::details)
    }
}

/// Refuses at once who may not take an archive along or has shown no fresh code, and what could not be made.
pub(crate) fn check(work: &Work, request: ArchiveRequest) -> Result<Granted> {
    work.ctx.require(Permission::TakeArchive)?;
    work.ctx.require_fresh()?;
    let encryption = request.encryption.as_ref().map(EncryptionChoice::parse).transpose()?;
    Ok(Granted { origin: request.origin, encryption, locale: request.locale })
}

/// Makes the archive; `None` when cancelled.
pub(crate) async fn run(
    work: &Work,
    job: &Job,
    (request, live): (Granted, Arc<Live>),
) -> Result<Option<JobResult>> {
    let folder = tempfile::tempdir().map_err(Error::internal)?;
    let making = Box::pin(make(work, &request, (folder.path(), Progress::new(live))));
    let file = match making.await {
        Ok(file) => file,
        Err(Halt::Cancelled) => return Ok(None),
        Err(Halt::Failed(error)) => return Err(error),
    };
    keep(work, job, &file).await?;
    let (ending, media_type) = match request.encryption {
        Some(_) => ("waarborg.zip.age", "application/octet-stream"),
        None => ("waarborg.zip", "application/zip"),
    };
    let name = format!("{}-{}.{ending}", slug(&work.environment), today(work));
    Ok(Some(JobResult::File { name, media_type: media_type.to_owned() }))
}

/// What an archive is made of, in the order it is made. A further part has a line here, and one in [`Part::put`].
///
/// What reads the copy comes before the database, which spoils it.
const PARTS: [Part; 5] = [Part::Registers, Part::AuditLog, Part::Database, Part::Files, Part::Texts];

#[derive(Clone, Copy)]
enum Part {
    /// A workbook of each register.
    Registers,
    /// A workbook of the audit log.
    AuditLog,
    /// The database, without what stays behind.
    Database,
    /// Every content of a file, and the list of files.
    Files,
    /// What explains all this.
    Texts,
}

impl Part {
    async fn put(self, making: &mut Making<'_>) -> Result<(), Halt> {
        match self {
            Self::Registers => registers::put(making).await,
            Self::AuditLog => audit_log::put(making).await,
            Self::Database => database::put(making).await,
            Self::Files => files::put(making).await,
            Self::Texts => texts::put(making).await,
        }
    }
}

/// An archive that is being made.
struct Making<'a> {
    request: &'a Granted,
    /// The copy that all parts are read from; the product itself is at work in it.
    copy: Work,
    taken_at: Instant,
    /// The name of who asked for it.
    made_by: String,
    /// A folder that goes when this is over.
    folder: &'a Path,
    progress: Progress,
    /// On the heap: it is handed from thread to thread.
    bundle: Option<Box<Bundle>>,
    database: Option<database::Measured>,
}

impl Making<'_> {
    /// Works on the zip file, on a thread that may block.
    async fn bundle<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Bundle, &Progress) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Halt> {
        let mut bundle = self.bundle.take().ok_or_else(|| Error::internal("the zip file was let go of"))?;
        let progress = self.progress.clone();
        let (outcome, bundle) = blocking(move || (work(&mut bundle, &progress), bundle)).await?;
        self.bundle = Some(bundle);
        outcome
    }

    /// Adds a file of this machine, and removes it.
    async fn add_file(&mut self, (name, is_packed): (String, bool), path: PathBuf) -> Result<(), Halt> {
        self.bundle(move |bundle, progress| {
            bundle.add_file((&name, is_packed), &path, progress)?;
            Ok(std::fs::remove_file(&path)?)
        })
        .await
    }
}

async fn make(
    work: &Work,
    request: &Granted,
    (folder, progress): (&Path, Progress),
) -> Result<PathBuf, Halt> {
    let (zip, taken_at) = (folder.join("bundle.zip"), work.ctx.now());
    let copy = Work { ctx: portable::copy(&work.ctx).await?, ..work.clone() };
    let mut making = Making {
        request,
        copy,
        taken_at,
        made_by: register::made_by(work).await?,
        folder,
        progress: progress.clone(),
        bundle: Some(Box::new(Bundle::create(&zip, taken_at)?)),
        database: None,
    };
    for part in PARTS {
        Box::pin(part.put(&mut making)).await?;
    }
    finish(making).await?;
    let Some(encryption) = request.encryption.clone() else { return Ok(zip) };
    let sealed = folder.join("bundle.zip.age");
    let path = sealed.clone();
    blocking(move || {
        encryption.seal((&zip, &path), &progress)?;
        Ok::<_, Halt>(std::fs::remove_file(&zip)?)
    })
    .await??;
    Ok(sealed)
}

/// Says what is in it, as the last entry.
async fn finish(mut making: Making<'_>) -> Result<(), Halt> {
    let database = making.database.take().ok_or_else(|| Error::internal("an archive without a database"))?;
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        environment: making.request.origin.clone(),
        taken_at: making.taken_at,
        versions: database.versions,
        language: making.request.locale,
        tables: database.tables,
        left_out: portable::LEFT_OUT.iter().map(|table| (*table).to_owned()).collect(),
        audit_head: database.audit_head,
        entries: Vec::new(),
    };
    making
        .bundle(move |bundle, progress| {
            let manifest = Manifest { entries: bundle.entries().to_vec(), ..manifest };
            let text = serde_json::to_string_pretty(&manifest).map_err(Error::internal)?;
            bundle.add_text(MANIFEST, &text, progress)
        })
        .await?;
    let bundle = making.bundle.take().ok_or_else(|| Error::internal("the zip file was let go of"))?;
    blocking(move || bundle.finish()).await?
}
