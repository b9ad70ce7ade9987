//! `POST /uploads`: a file, as the bare body of a request.

use std::{io, sync::Arc};

use axum::{
    Json,
    body::Body,
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use domain::{Ctx, upload};
use futures::TryStreamExt;
use http::{HeaderMap, HeaderName, StatusCode};
use kernel::{Error, UserError, UserErrors};
use serde_json::json;
use tenancy::{BlobName, TenantBlobs};

use super::{
    AppState,
    arrival::Arrival,
    cross_site,
    firewall::Errand,
    intake::{self, Allowance, IntakeError},
    layer::RequestId,
    problem::Problem,
    session,
};

/// The file's name on the user's machine, in UTF-8, percent-encoded.
const FILE_NAME: HeaderName = HeaderName::from_static("x-file-name");

/// Keeps a file for somebody who may import, and answers 201 with its `uploadId`.
pub(super) async fn receive(
    State(app): State<Arc<AppState>>,
    arrival: Arrival,
    request: Request,
) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    cross_site::refuse(&parts.headers, &arrival.environment.host)?;
    intake::refuse_encoded(&parts.headers)?;
    let entered = session::enter(&app, &arrival, (&parts.headers, Errand::Upload)).await?;
    let ctx = &entered.ctx;
    let name = file_name(&parts.headers)?;
    // Asks whether this user may, before a byte is read.
    let upload = match upload::begin(ctx, &name, 0) {
        Ok(upload) => upload,
        Err(error) => return Err(entered.refuse(error, ("upload", &arrival.request_id)).await),
    };

    let settings = &app.settings;
    let allowance =
        Allowance { bytes: settings.upload_bytes, total: settings.upload_time, pause: settings.pause };
    let blobs = app.tenancy.blobs(&arrival.environment);
    match keep(ctx, &blobs, (upload, body, allowance)).await {
        Ok(id) => Ok((StatusCode::CREATED, Json(json!({ "uploadId": id.to_string() }))).into_response()),
        Err(error) => Err(refusal(error, settings.upload_bytes, &arrival.request_id)),
    }
}

/// Why a file was not kept, as the client is told.
pub(super) fn refusal(error: Error, most: u64, request_id: &RequestId) -> Problem {
    match intake_error(&error) {
        Some(IntakeError::TooLarge) => {
            let error = UserError::at("TOO_LARGE", &["file"]).with("max", most);
            Problem::user_errors(StatusCode::PAYLOAD_TOO_LARGE, UserErrors(vec![error]))
        }
        Some(other) => other.into(),
        None => Problem::of(error, request_id),
    }
}

/// First the bytes, then the row: a row without bytes would be a lie.
async fn keep(
    ctx: &Ctx,
    blobs: &TenantBlobs,
    (mut upload, body, allowance): (upload::Upload, Body, Allowance),
) -> kernel::Result<kernel::UploadId> {
    let name: BlobName = upload.blob_name().parse().map_err(Error::internal)?;
    let chunks = intake::chunks(body, allowance).map_err(io::Error::other);
    let size = blobs.put_stream(&name, chunks).await?;
    upload.byte_size = i64::try_from(size).map_err(Error::internal)?;
    let noted = note(ctx, blobs, (upload, &name)).await;
    match noted {
        Ok(upload) => Ok(upload.id),
        Err(error) => {
            if let Err(left_behind) = blobs.delete(&name).await {
                tracing::warn!(%name, error = %left_behind, "an upload's bytes stay without a row");
            }
            Err(error)
        }
    }
}

/// Notes a workbook that can be read; anything else is refused while its owner still looks on.
async fn note(
    ctx: &Ctx,
    blobs: &TenantBlobs,
    (upload, name): (upload::Upload, &BlobName),
) -> kernel::Result<upload::Upload> {
    if upload.byte_size == 0 {
        return Err(Error::invalid("REQUIRED", &["file"]));
    }
    export::importing::check_workbook(&upload.file_name, blobs.get(name).await?.to_vec()).await?;
    upload::create(ctx, upload).await
}

/// What the client did wrong, out of what the blob store made of it.
fn intake_error(error: &Error) -> Option<IntakeError> {
    let Error::Internal(source) = error else { return None };
    source.downcast_ref::<io::Error>()?.get_ref()?.downcast_ref().copied()
}

pub(super) fn file_name(headers: &HeaderMap) -> Result<String, Problem> {
    let name = headers
        .get(FILE_NAME)
        .and_then(|value| percent_encoding::percent_decode(value.as_bytes()).decode_utf8().ok())
        .filter(|name| !name.trim().is_empty());
    name.map(Into::into).ok_or_else(|| {
        let message = "Send the file's name in X-File-Name: UTF-8, percent-encoded.";
        Problem::bad_request(StatusCode::BAD_REQUEST, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_percent_decoded_and_must_be_utf_8() {
        let of = |value: &str| file_name(&HeaderMap::from_iter([(FILE_NAME, value.parse().unwrap())])).ok();
        assert_eq!(of("risico%E2%80%99s%202026.xlsx").unwrap(), "risico’s 2026.xlsx");
        for value in ["", "%20", "%ff"] {
            assert_eq!(of(value), None, "{value}");
        }
        assert!(file_name(&HeaderMap::new()).is_err());
    }
}
