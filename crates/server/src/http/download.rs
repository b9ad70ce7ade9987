//! `GET /downloads/{job}`: the file a job of one's own has made; and the workbook for inviting many at once.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, Query, Request, State},
    response::{IntoResponse, Response},
};
use domain::{
    Ctx,
    job::{self, Job, JobResult, JobState},
};
use futures::TryStreamExt;
use http::{HeaderMap, Method, header};
use kernel::{Error, JobId, Locale, Result};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use tenancy::{BlobName, TenantBlobs};

use super::{AppState, arrival::Arrival, firewall::Errand, problem::Problem, session};

/// The media type of an Excel workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// All but `attr-char` of RFC 8187.
const NOT_ATTR_CHAR: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// Sends the file and notes that it was fetched. Nobody but who asked for it learns that it exists.
pub(super) async fn send(
    State(app): State<Arc<AppState>>,
    arrival: Arrival,
    Path(id): Path<String>,
    request: Request,
) -> std::result::Result<Response, Problem> {
    let entered = session::enter(&app, &arrival, (request.headers(), Errand::Download)).await?;
    let fetched = fetch(&app, &arrival, (&entered.ctx, &id, request.method())).await;
    fetched.map_err(|error| Problem::of(error, &arrival.request_id))
}

async fn fetch(
    app: &AppState,
    arrival: &Arrival,
    (ctx, id, method): (&Ctx, &str, &Method),
) -> Result<Response> {
    if ctx.actor().user_id().is_none() {
        return Err(Error::Unauthenticated);
    }
    let id: JobId = id.parse().map_err(|_| Error::NotFound)?;
    let job = job::get(ctx, id).await?;
    let Job { state: JobState::Succeeded, result: Some(JobResult::File { name, media_type }), .. } = &job
    else {
        return Err(Error::NotFound);
    };
    let blobs = app.tenancy.blobs(&arrival.environment);
    let sent = Sent { media_type, file_name: name, blob: job.blob_name() };
    sent.answer(&blobs, method, async || job::note_download(ctx, id).await).await
}

/// A blob that is sent to be kept, not shown.
pub(super) struct Sent<'a> {
    pub media_type: &'a str,
    pub file_name: &'a str,
    /// The blob's name.
    pub blob: String,
}

impl Sent<'_> {
    /// The headers alone to HEAD; else the content, which is noted once it is there to be sent.
    pub(super) async fn answer(
        self,
        blobs: &TenantBlobs,
        method: &Method,
        note: impl AsyncFnOnce() -> Result<()>,
    ) -> Result<Response> {
        let headers = [
            (header::CONTENT_TYPE, self.media_type.to_owned()),
            (header::CONTENT_DISPOSITION, attachment(self.file_name)),
            (header::CACHE_CONTROL, "no-store".to_owned()),
            (header::ACCEPT_RANGES, "none".to_owned()),
        ];
        if method == Method::HEAD {
            return Ok(headers.into_response());
        }
        let blob: BlobName = self.blob.parse().map_err(Error::internal)?;
        let chunks = blobs.get_stream(&blob).await?;
        note().await?;
        let chunks = chunks.inspect_err(|error| tracing::error!(%error, "a download breaks off"));
        Ok((headers, Body::from_stream(chunks)).into_response())
    }
}

/// What the template is asked in.
#[derive(Debug, Deserialize)]
pub(super) struct Template {
    locale: Option<Locale>,
}

/// Sends an empty workbook for inviting many people at once, in the language asked for, else the user's.
pub(super) async fn send_user_template(
    State(app): State<Arc<AppState>>,
    arrival: Arrival,
    Query(asked): Query<Template>,
    headers: HeaderMap,
) -> std::result::Result<Response, Problem> {
    let entered = session::enter(&app, &arrival, (&headers, Errand::Download)).await?;
    match user_template(&entered.ctx, asked.locale).await {
        Ok(response) => Ok(response),
        Err(error) => Err(entered.refuse(error, ("userImportTemplate", &arrival.request_id)).await),
    }
}

async fn user_template(ctx: &Ctx, locale: Option<Locale>) -> Result<Response> {
    let locale = locale.unwrap_or_else(|| ctx.locale());
    let workbook = export::people::template(ctx, locale).await?;
    let name = match locale {
        Locale::Nl => "gebruikers.xlsx",
        Locale::En => "users.xlsx",
    };
    let headers = [
        (header::CONTENT_TYPE, XLSX.to_owned()),
        (header::CONTENT_DISPOSITION, attachment(name)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, workbook).into_response())
}

/// `Content-Disposition` with the name for all browsers (RFC 6266): plain, and in UTF-8.
fn attachment(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%' | '/') || c == ' ';
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", utf8_percent_encode(name, NOT_ATTR_CHAR))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_leave_its_quotes_and_keeps_its_letters() {
        assert_eq!(
            attachment("risico’s 2026.xlsx"),
            "attachment; filename=\"risico_s 2026.xlsx\"; filename*=UTF-8''risico%E2%80%99s%202026.xlsx"
        );
        assert_eq!(
            attachment("a\"; x=\r\n../b"),
            "attachment; filename=\"a_; x=__.._b\"; filename*=UTF-8''a%22%3B%20x%3D%0D%0A..%2Fb"
        );
    }
}
