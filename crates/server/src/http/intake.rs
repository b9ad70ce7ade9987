//! Takes in a request's body: no more, no slower and no longer than allowed.

use std::time::Duration;

use axum::body::{Body, HttpBody};
use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt, TryStreamExt, stream::try_unfold};
use http::{HeaderMap, StatusCode, header};
use tokio::time::{Instant, timeout_at};

use super::problem::Problem;

/// What a body may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowance {
    /// Its size at most.
    pub bytes: u64,
    /// How long it may take in all.
    pub total: Duration,
    /// How long it may stand still.
    pub pause: Duration,
}

/// Why a body was not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum IntakeError {
    /// More bytes than allowed.
    #[error("the body is larger than allowed")]
    TooLarge,
    /// It stood still, or took too long in all.
    #[error("the body came too slowly")]
    TooSlow,
    /// The client went away halfway.
    #[error("the body was cut off")]
    CutOff,
}

impl From<IntakeError> for Problem {
    fn from(error: IntakeError) -> Self {
        match error {
            IntakeError::TooLarge => {
                Self::bad_request(StatusCode::PAYLOAD_TOO_LARGE, "The body is larger than allowed.")
            }
            IntakeError::TooSlow => {
                Self::bad_request(StatusCode::REQUEST_TIMEOUT, "The body came too slowly.")
            }
            IntakeError::CutOff => Self::bad_request(StatusCode::BAD_REQUEST, "The body was cut off."),
        }
    }
}

/// Refuses compressed bodies: a small one could become a large one.
pub(super) fn refuse_encoded(headers: &HeaderMap) -> Result<(), Problem> {
    if headers.contains_key(header::CONTENT_ENCODING) {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Err(Problem::bad_request(status, "Send the body without Content-Encoding."));
    }
    Ok(())
}

/// The body in chunks, up to the first thing that is not allowed.
pub(super) fn chunks(
    body: Body,
    allowance: Allowance,
) -> impl Stream<Item = Result<Bytes, IntakeError>> + Send + 'static {
    let deadline = Instant::now() + allowance.total;
    // What Content-Length announces is enough to refuse by.
    let announced = HttpBody::size_hint(&body).lower();
    let left = if announced > allowance.bytes { None } else { Some(allowance.bytes) };
    try_unfold((body.into_data_stream(), left), move |(mut stream, left)| async move {
        let left = left.ok_or(IntakeError::TooLarge)?;
        let patience = deadline.min(Instant::now() + allowance.pause);
        match timeout_at(patience, stream.next()).await {
            Err(_) => Err(IntakeError::TooSlow),
            Ok(None) => Ok(None),
            Ok(Some(Err(_))) => Err(IntakeError::CutOff),
            Ok(Some(Ok(chunk))) => {
                let left = left.checked_sub(chunk.len() as u64).ok_or(IntakeError::TooLarge)?;
                Ok(Some((chunk, (stream, Some(left)))))
            }
        }
    })
}

/// The whole body.
pub(super) async fn collect(body: Body, allowance: Allowance) -> Result<Bytes, IntakeError> {
    let mut chunks = std::pin::pin!(chunks(body, allowance));
    let mut whole = BytesMut::new();
    while let Some(chunk) = chunks.try_next().await? {
        whole.extend_from_slice(&chunk);
    }
    Ok(whole.freeze())
}

#[cfg(test)]
mod tests {
    use futures::stream;

    use super::*;

    const ALLOWANCE: Allowance =
        Allowance { bytes: 10, total: Duration::from_secs(30), pause: Duration::from_secs(20) };

    fn endless() -> Body {
        Body::from_stream(stream::repeat("abc").map(Ok::<_, std::io::Error>))
    }

    #[tokio::test]
    async fn gql_13_a_body_one_byte_too_long_and_one_without_end_are_refused() {
        assert_eq!(collect(Body::from("0123456789"), ALLOWANCE).await.unwrap(), "0123456789");
        assert_eq!(collect(Body::from("0123456789a"), ALLOWANCE).await, Err(IntakeError::TooLarge));
        assert_eq!(collect(endless(), ALLOWANCE).await, Err(IntakeError::TooLarge));
    }

    #[tokio::test(start_paused = true)]
    async fn gql_29_a_body_that_stands_still_or_drips_is_refused() {
        let still = Body::from_stream(stream::pending::<std::io::Result<Bytes>>());
        let began = Instant::now();
        assert_eq!(collect(still, ALLOWANCE).await, Err(IntakeError::TooSlow));
        assert_eq!(began.elapsed(), ALLOWANCE.pause);

        let drip = stream::repeat(()).then(async |()| {
            tokio::time::sleep(Duration::from_secs(4)).await;
            Ok::<_, std::io::Error>("a")
        });
        let began = Instant::now();
        assert_eq!(collect(Body::from_stream(drip), ALLOWANCE).await, Err(IntakeError::TooSlow));
        assert_eq!(began.elapsed(), ALLOWANCE.total);
    }

    #[tokio::test]
    async fn a_body_that_breaks_off_is_told_apart() {
        let broken = stream::iter([Ok("a"), Err(std::io::Error::other("gone"))]);
        assert_eq!(collect(Body::from_stream(broken), ALLOWANCE).await, Err(IntakeError::CutOff));
    }

    #[test]
    fn gql_13_a_compressed_body_is_refused() {
        let headers = HeaderMap::from_iter([(header::CONTENT_ENCODING, "gzip".parse().unwrap())]);
        assert!(refuse_encoded(&headers).is_err());
        assert!(refuse_encoded(&HeaderMap::new()).is_ok());
    }
}
