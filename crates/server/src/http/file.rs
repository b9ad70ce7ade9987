//! `POST /files`: a file that is to hang on a record. `GET /files/{revision}`: one that does.

use std::{
    io,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Json,
    body::Body,
    extract::{Path, Query, Request, State},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use domain::{
    Ctx,
    file::{self, FileRevision, NewFile},
};
use futures::{Stream, TryStreamExt};
use http::{Method, StatusCode};
use kernel::{Error, FileRevisionId, Result};
use ledger::Hash;
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use tenancy::{BlobName, TenantBlobs};

use super::{
    AppState,
    arrival::Arrival,
    cross_site,
    download::Sent,
    firewall::Errand,
    graphql::past,
    intake::{self, Allowance},
    problem::Problem,
    session,
    upload::{file_name, refusal},
};

/// How much of a content tells what it is, in bytes.
const HEAD_BYTES: usize = 8_192;

/// Keeps a file for somebody who may make or change records, and answers 201 with what became of it.
pub(super) async fn receive(
    State(app): State<Arc<AppState>>,
    arrival: Arrival,
    request: Request,
) -> std::result::Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    cross_site::refuse(&parts.headers, &arrival.environment.host)?;
    intake::refuse_encoded(&parts.headers)?;
    let entered = session::enter(&app, &arrival, (&parts.headers, Errand::Upload)).await?;
    let name = file_name(&parts.headers)?;
    // Asks whether this user may, before a byte is read.
    if let Err(error) = file::authorise(&entered.ctx).await {
        return Err(entered.refuse(error, ("file", &arrival.request_id)).await);
    }
    let settings = &app.settings;
    let allowance =
        Allowance { bytes: settings.upload_bytes, total: settings.upload_time, pause: settings.pause };
    let blobs = app.tenancy.blobs(&arrival.environment);
    let kept = keep(&entered.ctx, &blobs, (name, body, allowance)).await;
    let kept = kept.map_err(|error| refusal(error, settings.upload_bytes, &arrival.request_id))?;
    let answer = json!({
        "id": kept.id.to_string(), "fileName": kept.file_name, "byteSize": kept.byte_size,
        "mediaType": kept.media_type,
    });
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

/// Under a name of its own while it comes in, then under that of its content, then the row: a row without
/// bytes would be a lie.
async fn keep(
    ctx: &Ctx,
    blobs: &TenantBlobs,
    (name, body, allowance): (String, Body, Allowance),
) -> Result<FileRevision> {
    let coming: BlobName = format!("incoming/{}", FileRevisionId::generate(ctx.clock(), ctx.random()))
        .parse()
        .map_err(Error::internal)?;
    let seen = Arc::new(Mutex::new(Seen::default()));
    let chunks = intake::chunks(body, allowance).map_err(io::Error::other);
    let size = blobs.put_stream(&coming, observed(chunks, &seen)).await?;
    let result = settle(ctx, blobs, (&coming, size), (name, &seen)).await;
    if let Err(error) = blobs.delete(&coming).await {
        tracing::warn!(%coming, %error, "a file that came in stays under its first name");
    }
    result
}

async fn settle(
    ctx: &Ctx,
    blobs: &TenantBlobs,
    (coming, size): (&BlobName, u64),
    (name, seen): (String, &Mutex<Seen>),
) -> Result<FileRevision> {
    if size == 0 {
        return Err(Error::invalid("REQUIRED", &["file"]));
    }
    let (sha256, media_type) = seen.lock().unwrap_or_else(PoisonError::into_inner).told();
    let blob: BlobName = file::blob_name(&sha256).parse().map_err(Error::internal)?;
    let copy = async || -> Result<()> {
        let content = blobs.get_stream(coming).await?.map_err(io::Error::other);
        blobs.put_stream(&blob, content).await.map(drop)
    };
    copy().await?;
    let byte_size = i64::try_from(size).map_err(Error::internal)?;
    let kept = file::create(ctx, NewFile { file_name: name, media_type, byte_size, sha256 }).await?;
    // Somebody may have forgotten the same content in between; from here on the row keeps it.
    if blobs.get_stream(&blob).await.is_err() {
        copy().await?;
    }
    Ok(kept)
}

/// What is learned of a content while it passes.
#[derive(Default)]
struct Seen {
    digest: Sha256,
    head: Vec<u8>,
}

impl Seen {
    fn note(&mut self, chunk: &[u8]) {
        self.digest.update(chunk);
        let room = HEAD_BYTES.saturating_sub(self.head.len());
        self.head.extend(chunk.iter().take(room));
    }

    /// The SHA-256 in hexadecimal, and what the content is.
    fn told(&self) -> (String, String) {
        let sha256 = Hash(self.digest.clone().finalize().into());
        (sha256.to_string(), media_type(&self.head).to_owned())
    }
}

fn observed(
    chunks: impl Stream<Item = io::Result<Bytes>> + Send,
    seen: &Arc<Mutex<Seen>>,
) -> impl Stream<Item = io::Result<Bytes>> + Send {
    let seen = Arc::clone(seen);
    chunks.inspect_ok(move |chunk| seen.lock().unwrap_or_else(PoisonError::into_inner).note(chunk))
}

/// What a content is by how it begins, never by what somebody says.
fn media_type(head: &[u8]) -> &'static str {
    if let Some(kind) = infer::get(head) {
        return kind.mime_type();
    }
    let is_text =
        !head.contains(&0) && std::str::from_utf8(head).map_or_else(|e| e.error_len().is_none(), |_| true);
    if is_text { "text/plain" } else { "application/octet-stream" }
}

/// Where a file is looked for, beside what is there now.
#[derive(Deserialize)]
pub(super) struct Where {
    /// The look into a back-up whose record it hangs on: a link sends no header.
    backup: Option<String>,
}

/// Sends a revision to whoever may see what it hangs on.
pub(super) async fn send(
    State(app): State<Arc<AppState>>,
    arrival: Arrival,
    Path(id): Path<String>,
    Query(place): Query<Where>,
    request: Request,
) -> std::result::Result<Response, Problem> {
    let entered = session::enter(&app, &arrival, (request.headers(), Errand::Download)).await?;
    let held = match &place.backup {
        Some(look) => Some(past::in_backup(&app, &entered.ctx, (look, &arrival.request_id)).await?),
        None => None,
    };
    let seen = held.as_ref().unwrap_or(&entered.ctx);
    let fetched = fetch(&app, &arrival, (&entered.ctx, seen), (&id, request.method())).await;
    fetched.map_err(|error| Problem::of(error, &arrival.request_id))
}

async fn fetch(
    app: &AppState,
    arrival: &Arrival,
    (ctx, seen): (&Ctx, &Ctx),
    (id, method): (&str, &Method),
) -> Result<Response> {
    if ctx.actor().user_id().is_none() {
        return Err(Error::Unauthenticated);
    }
    let id: FileRevisionId = id.parse().map_err(|_| Error::NotFound)?;
    let revision = file::get(seen, id).await?;
    let blobs = app.tenancy.blobs(&arrival.environment);
    // Never what it says it is: a browser must not show it as a page of ours.
    let media_type = "application/octet-stream";
    let sent = Sent { media_type, file_name: &revision.file_name, blob: revision.blob_name() };
    sent.answer(&blobs, method, async || file::note_download(ctx, &revision).await).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_11_a_content_tells_itself_what_it_is() {
        assert_eq!(media_type(b"%PDF-1.7\n"), "application/pdf");
        assert_eq!(media_type(b"\x89PNG\r\n\x1a\n"), "image/png");
        assert_eq!(media_type("Notulen van maandag: één besluit".as_bytes()), "text/plain");
        assert_eq!(media_type(&"é".as_bytes()[..1]), "text/plain");
        assert_eq!(media_type(&[1, 0, 2, 255]), "application/octet-stream");
    }
}
