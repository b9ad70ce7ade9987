//! Everything an environment holds, taken along in one file and brought in elsewhere.

mod asking;
mod hostile;
mod round_trip;

use std::{
    io::{Cursor, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use domain::{Access, user};
use export::{
    Work,
    archive::{ArchiveRequest, EncryptionChoice, MANIFEST, Manifest, Origin},
};
use futures::TryStreamExt;
use kernel::{Actor, Locale, Role};
use serde_json::Value;
use server::{
    App,
    importing::{Import, Imported, import},
};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tenancy::TenantEntry;
use waarborg_tests::{PASSWORD, TestServer};

/// The archive of an environment, as its administrator gets it.
async fn archive_of(
    app: &App,
    entry: &TenantEntry,
    (admin, encryption): (&str, Option<EncryptionChoice>),
) -> Vec<u8> {
    let system = app.as_system(entry).await.unwrap();
    let admin = user::find_by_login(&system, admin).await.unwrap().expect("an administrator");
    let access = Access { fresh_until: Some(system.now() + chrono::Duration::hours(1)), ..Access::default() };
    let ctx = system.acting_with(Actor::User { id: admin.id, role: Role::Administrator }, access, Locale::Nl);
    let blobs = app.tenancy.blobs(entry);
    let work = Work { ctx: ctx.clone(), blobs: blobs.clone(), environment: entry.name.clone() };
    let origin = Origin {
        id: entry.id,
        slug: entry.slug.to_string(),
        name: entry.name.clone(),
        host: entry.host.to_string(),
        locale: entry.locale,
    };
    let request = ArchiveRequest { origin, encryption, locale: Locale::Nl };
    let job = app.jobs.start_archive(work, request).await.unwrap();
    let ended = loop {
        let job = app.jobs.get(&ctx, job.id).await.unwrap();
        if job.state.is_final() {
            break job;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    assert!(ended.result.is_some(), "{ended:?}");
    let chunks = blobs.get_stream(&ended.blob_name().parse().unwrap()).await.unwrap();
    chunks.try_collect::<Vec<_>>().await.unwrap().concat()
}

/// Bytes as a file, in a folder that goes with the test.
fn on_disk(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.zip");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// Brings an archive in at `<slug>.localhost`.
async fn bring_in(
    server: &TestServer,
    (archive, admin): (&Path, &str),
    slug: &str,
) -> anyhow::Result<Imported> {
    let wanted = Import {
        archive,
        unlock: None,
        slug: slug.to_owned(),
        host: format!("{slug}.localhost"),
        name: None,
        admin: admin.to_owned(),
        password: PASSWORD.into(),
    };
    Box::pin(import(&server.app, wanted, |_| {})).await
}

/// The entries of an archive, to look at and to change.
#[derive(Clone)]
struct Unpacked(Vec<(String, Vec<u8>)>);

impl Unpacked {
    fn of(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let read = |index| {
            let mut entry = zip.by_index(index).unwrap();
            let (name, mut content) = (entry.name().unwrap().into_owned(), Vec::new());
            entry.read_to_end(&mut content).unwrap();
            (name, content)
        };
        Self((0..zip_len(bytes)).map(read).collect())
    }

    fn names(&self) -> Vec<&str> {
        self.0.iter().map(|(name, _)| name.as_str()).collect()
    }

    fn get(&self, name: &str) -> &[u8] {
        let found = self.0.iter().find(|(known, _)| known == name);
        &found.unwrap_or_else(|| panic!("{name} among {:?}", self.names())).1
    }

    fn manifest(&self) -> Manifest {
        serde_json::from_slice(self.get(MANIFEST)).unwrap()
    }

    /// The same with another content of one entry, which the manifest knows nothing of.
    fn with(&self, name: &str, content: impl Into<Vec<u8>>) -> Self {
        let mut changed = self.clone();
        match changed.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = content.into(),
            None => changed.0.push((name.to_owned(), content.into())),
        }
        changed
    }

    /// The same with something changed in the manifest.
    fn telling(&self, change: impl FnOnce(&mut Value)) -> Self {
        let mut manifest: Value = serde_json::from_slice(self.get(MANIFEST)).unwrap();
        change(&mut manifest);
        self.with(MANIFEST, manifest.to_string())
    }

    /// The same with another content of one entry, which the manifest tells of as if it had always been so.
    fn forging(&self, name: &str, content: Vec<u8>) -> Self {
        let (bytes, sha256) = (content.len(), hex(&Sha256::digest(&content)));
        let forged = self.with(name, content);
        forged.telling(|manifest| {
            let entries = manifest["entries"].as_array_mut().unwrap();
            let entry = entries.iter_mut().find(|entry| entry["name"] == name).unwrap();
            entry["bytes"] = bytes.into();
            entry["sha256"] = sha256.into();
        })
    }

    fn packed(&self) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (name, content) in &self.0 {
            zip.start_file(name, options).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

fn zip_len(bytes: &[u8]) -> usize {
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().len()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
