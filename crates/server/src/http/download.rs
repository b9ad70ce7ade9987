//! `GET /downloads/{job}`: the file a job of one's own has made.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
};
use domain::job::{self, Job, JobResult, JobState};
use futures::TryStreamExt;
use http::{Method, header};
use kernel::{Error, JobId, Result};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tenancy::BlobName;

use super::{AppState, arrival::Arrival, problem::Problem, session};

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
    fetch(&app, &arrival, (id, request)).await.map_err(|error| Problem::of(error, &arrival.request_id))
}

async fn fetch(app: &AppState, arrival: &Arrival, (id, request): (String, Request)) -> Result<Response> {
    let ctx = session::open(app, arrival, request.headers()).await?;
    if ctx.actor().user_id().is_none() {
        return Err(Error::Unauthenticated);
    }
    let id: JobId = id.parse().map_err(|_| Error::NotFound)?;
    let job = job::get(&ctx, id).await?;
    let Job { state: JobState::Succeeded, result: Some(JobResult::File { name, media_type }), .. } = &job
    else {
        return Err(Error::NotFound);
    };
    let headers = [
        (header::CONTENT_TYPE, media_type.clone()),
        (header::CONTENT_DISPOSITION, attachment(name)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::ACCEPT_RANGES, "none".to_owned()),
    ];
    if request.method() == Method::HEAD {
        return Ok(headers.into_response());
    }
    let blob: BlobName = job.blob_name().parse().map_err(Error::internal)?;
    let chunks = app.tenancy.blobs(&arrival.environment).get_stream(&blob).await?;
    job::note_download(&ctx, id).await?;
    Ok((
        headers,
        Body::from_stream(chunks.inspect_err(|error| tracing::error!(%error, "a download breaks off"))),
    )
        .into_response())
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
