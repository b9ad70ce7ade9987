//! Every content of a file, once, and the list that says what is what.

use std::{
    collections::{HashMap, HashSet},
    io,
    path::Path,
};

use domain::{
    file::{self, FileRevision, ListedRevision},
    form, user,
};
use futures::TryStreamExt;
use kernel::{Error, Locale, Result, UserError, UserId};
use tokio_util::io::{StreamReader, SyncIoBridge};

use super::{Making, bundle::New, manifest::FILES, progress::Halt};
use crate::{
    Cell, Column, ColumnKind, Format, Report, Source,
    work::{blob_name, blocking},
};

/// The entry with the list of files.
const INDEX: &str = "files/index.csv";

pub(super) async fn put(making: &mut Making<'_>) -> Result<(), Halt> {
    let listed = file::list_all(&making.copy.ctx).await?;
    let mut known = HashSet::new();
    let contents: Vec<FileRevision> = listed
        .iter()
        .filter(|listed| known.insert(listed.revision.sha256.as_str()))
        .map(|listed| listed.revision.clone())
        .collect();
    for revision in &contents {
        making.progress.expect(revision.byte_size.unsigned_abs());
    }
    for revision in contents {
        put_one(making, revision).await?;
    }
    let path = making.folder.join("index.csv");
    index(making, listed, &path).await?;
    making.add_file((INDEX.to_owned(), false), path).await
}

async fn put_one(making: &mut Making<'_>, revision: FileRevision) -> Result<(), Halt> {
    let name = entry_name(&revision);
    let unreadable = |revision: &FileRevision| {
        UserError::at("ARCHIVE_FILE_UNREADABLE", &[]).with("name", &revision.file_name)
    };
    let stream = match making.copy.blobs.get_stream(&blob_name(&revision.blob_name())?).await {
        Ok(stream) => stream,
        Err(error) => {
            tracing::error!(sha256 = revision.sha256, %error, "a file cannot be read");
            return Err(Error::from(unreadable(&revision)).into());
        }
    };
    let content = SyncIoBridge::new(StreamReader::new(Box::pin(stream.map_err(io::Error::other))));
    making
        .bundle(move |bundle, progress| {
            let bytes = revision.byte_size.unsigned_abs();
            let is_packed = is_packed(&revision.media_type);
            let found = match bundle.add(New { name: &name, bytes, is_packed, content }, progress) {
                // The blob is damaged: it says so while it is read.
                Err(Halt::Failed(error)) => {
                    tracing::error!(sha256 = revision.sha256, %error, "a file cannot be read");
                    None
                }
                halted => Some(halted?.to_string()),
            };
            match found {
                Some(sha256) if sha256 == revision.sha256 => Ok(()),
                _ => Err(Error::from(unreadable(&revision)).into()),
            }
        })
        .await
}

/// Where a content lies: named after its hash, with the ending that people and programs know it by.
fn entry_name(revision: &FileRevision) -> String {
    let sha256 = &revision.sha256;
    let folder = sha256.get(..2).unwrap_or_default();
    let ending = Path::new(&revision.file_name).extension().and_then(|ending| ending.to_str());
    let is_plain = |ending: &&str| {
        (1..=8).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    match ending.filter(is_plain) {
        Some(ending) => format!("{FILES}{folder}/{sha256}.{}", ending.to_ascii_lowercase()),
        None => format!("{FILES}{folder}/{sha256}"),
    }
}

/// Whether a kind of file does not shrink.
fn is_packed(media_type: &str) -> bool {
    let kinds = ["image/jpeg", "image/png", "image/webp", "image/gif", "audio/", "video/", "application/zip"];
    kinds.iter().any(|kind| media_type.starts_with(kind)) || media_type.contains("openxmlformats")
}

/// Writes a line per revision.
async fn index(making: &Making<'_>, listed: Vec<ListedRevision>, path: &Path) -> Result<()> {
    let ctx = &making.copy.ctx;
    let people: Vec<UserId> = listed.iter().map(|listed| listed.revision.uploaded_by).collect();
    let people: HashMap<UserId, String> =
        user::find_many(ctx, &people).await?.into_iter().map(|(id, user)| (id, user.display_name)).collect();
    let forms = form::list(ctx).await?;
    let mut places = HashMap::new();
    let rows: Vec<Result<Vec<Cell>>> = listed
        .into_iter()
        .map(|ListedRevision { revision, records }| {
            let code = |(id, number): &(kernel::FormId, i64)| {
                forms.iter().find(|form| form.id == *id).map(|form| form.code(*number))
            };
            let by = people.get(&revision.uploaded_by).cloned();
            // Another revision with the same content may have another ending.
            let place = places.entry(revision.sha256.clone()).or_insert_with(|| entry_name(&revision));
            Ok(vec![
                Cell::Text(place.clone()),
                Cell::Text(revision.file_name.clone()),
                Cell::List(records.iter().filter_map(code).collect()),
                Cell::Text(revision.media_type.clone()),
                Cell::Integer(revision.byte_size),
                Cell::Text(revision.sha256.clone()),
                Cell::Instant(revision.uploaded_at),
                by.map_or(Cell::Empty, Cell::Text),
            ])
        })
        .collect();
    let (report, path) = (report(making), path.to_owned());
    let written = blocking(move || {
        let mut rows = rows.into_iter();
        crate::export(
            Format::Csv,
            Source::new(&report, &mut rows, &mut |_| std::ops::ControlFlow::Continue(())),
            &path,
        )
    });
    written.await?.map(drop).map_err(Error::from)
}

fn report(making: &Making<'_>) -> Report {
    let locale = making.request.locale;
    let say = |nl: &'static str, en: &'static str| match locale {
        Locale::Nl => nl,
        Locale::En => en,
    };
    let column = |key: &str, heading: &str, kind| Column::new(key, heading, kind);
    let title = say("Bestanden", "Files").to_owned();
    Report {
        register: title.clone(),
        title,
        environment: making.copy.environment.clone(),
        form_key: "$files".to_owned(),
        locale,
        generated_at: making.taken_at,
        as_of: None,
        generated_by: making.made_by.clone(),
        records: None,
        filters: Vec::new(),
        columns: vec![
            column("path", say("Plaats in het archief", "Place in the archive"), ColumnKind::Text),
            column("name", say("Naam", "Name"), ColumnKind::Text),
            column("records", say("Registraties", "Records"), ColumnKind::MultiChoice),
            column("type", say("Soort", "Type"), ColumnKind::Text),
            column("bytes", "Bytes", ColumnKind::Integer),
            column("sha256", "SHA-256", ColumnKind::Text),
            column("at", say("Toegevoegd op", "Added at"), ColumnKind::Instant),
            column("by", say("Toegevoegd door", "Added by"), ColumnKind::Text),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(file_name: &str) -> String {
        let revision = FileRevision {
            id: kernel::FileRevisionId::from_uuid(
                kernel::TenantId::generate(&kernel::FixedClock::default(), &kernel::SeededRandom::new(1))
                    .uuid(),
            ),
            number: 1,
            file_name: file_name.to_owned(),
            media_type: "application/pdf".to_owned(),
            byte_size: 1,
            sha256: "ab12".to_owned(),
            uploaded_at: kernel::Clock::now(&kernel::FixedClock::default()),
            uploaded_by: UserId::generate(&kernel::FixedClock::default(), &kernel::SeededRandom::new(1)),
        };
        entry_name(&revision)
    }

    #[test]
    fn s04_a_file_keeps_its_ending_and_nothing_else_of_its_name() {
        assert_eq!(named("Verslag 2026.PDF"), "files/ab/ab12.pdf");
        for name in ["verslag", "a.b/../c", "x.", ".htaccess", "x.p df", "x.waytoolongending"] {
            assert_eq!(named(name), "files/ab/ab12", "{name}");
        }
    }
}
