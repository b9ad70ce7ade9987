//! Versions of objects and their locks, for which `object_store` has no words.

use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::DateTime;
use http::{Method, Request, StatusCode};
use kernel::Instant;
use object_store::{
    client::{HttpClient, HttpRequest, HttpRequestBody, HttpResponse},
    path::Path,
};
use sha2::{Digest, Sha256};
use tokio::time::sleep;
use url::Url;

use super::{Endurance, StoreError, lock::Lock};

/// Asks a bucket about one version of an object.
#[derive(Clone)]
pub(super) struct Versions {
    pub(super) wire: HttpClient,
    /// The bucket's address.
    pub(super) root: Url,
    pub(super) prefix: Path,
    pub(super) endurance: Endurance,
    pub(super) lock: Option<Lock>,
}

/// What is asked about an object.
#[derive(Default)]
struct Question<'a> {
    version: Option<&'a str>,
    /// Of the retention, not of the object.
    retention: Option<String>,
}

/// What a store says of the version of an object that is read.
#[derive(Debug, Default)]
pub(super) struct Version {
    /// Its name; none where a bucket keeps one version.
    pub(super) id: Option<String>,
    /// Until when it is locked, if the key may know.
    pub(super) locked_until: Option<Instant>,
}

impl Versions {
    /// The version that whoever reads `path` gets.
    pub(super) async fn current(&self, path: &Path) -> Result<Version, StoreError> {
        self.ask(Method::HEAD, path, Question::default()).await
    }

    /// Deletes one version for good, or the object where there are no versions.
    pub(super) async fn delete(&self, path: &Path, version: &Version) -> Result<(), StoreError> {
        let question = Question { version: version.id.as_deref(), retention: None };
        self.ask(Method::DELETE, path, question).await.map(drop)
    }

    /// Locks an object for as long as one that is sent now, where locks are asked for and its own ends earlier.
    pub(super) async fn keep_on(&self, path: &Path) -> Result<(), StoreError> {
        let Some(lock) = &self.lock else { return Ok(()) };
        let version = self.current(path).await?;
        if version.locked_until.is_some_and(|until| lock.reaches(until)) {
            return Ok(());
        }
        let until = lock.until().map_err(StoreError::Source)?;
        let retention = format!(
            r#"<Retention xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Mode>COMPLIANCE</Mode><RetainUntilDate>{until}</RetainUntilDate></Retention>"#
        );
        let question = Question { version: version.id.as_deref(), retention: Some(retention) };
        self.ask(Method::PUT, path, question).await.map(drop)
    }

    async fn ask(
        &self,
        method: Method,
        path: &Path,
        Question { version, retention }: Question<'_>,
    ) -> Result<Version, StoreError> {
        let mut url = self.root.clone();
        if let Ok(mut parts) = url.path_segments_mut() {
            parts.extend(self.prefix.parts().chain(path.parts()).map(|part| part.as_ref().to_owned()));
        }
        if retention.is_some() {
            url.query_pairs_mut().append_pair("retention", "");
        }
        if let Some(version) = version {
            url.query_pairs_mut().append_pair("versionId", version);
        }
        let mut left = self.endurance.retries;
        loop {
            let request = request(&method, &url, retention.as_ref())
                .map_err(|error| StoreError::Source(std::io::Error::other(error)))?;
            let failure = match self.wire.execute(request).await {
                Ok(answer) if answer.status().is_success() => return Ok(version_of(&answer)),
                Ok(answer) if !is_passing(answer.status()) => return Err(refusal(path, answer).await),
                Ok(answer) => format!("it answered {}", answer.status()),
                Err(error) => error.to_string(),
            };
            if left == 0 {
                return Err(StoreError::Refused(object_store::Error::Generic {
                    store: "S3",
                    source: failure.into(),
                }));
            }
            left -= 1;
            sleep(self.endurance.pause).await;
        }
    }
}

fn request(method: &Method, url: &Url, body: Option<&String>) -> http::Result<HttpRequest> {
    let mut request = Request::builder().method(method.clone()).uri(url.as_str());
    let Some(body) = body else { return request.body(HttpRequestBody::empty()) };
    let sum = BASE64_STANDARD.encode(Sha256::digest(body));
    // Without its sum a change of a lock is refused.
    request = request.header("x-amz-sdk-checksum-algorithm", "SHA256").header("x-amz-checksum-sha256", sum);
    request.body(body.clone().into())
}

fn version_of(answer: &HttpResponse) -> Version {
    let header = |name| answer.headers().get(name).and_then(|value| value.to_str().ok());
    let until = header("x-amz-object-lock-retain-until-date");
    Version {
        id: header("x-amz-version-id").filter(|id| *id != "null").map(str::to_owned),
        locked_until: until.and_then(|text| DateTime::parse_from_rfc3339(text).ok()).map(Into::into),
    }
}

fn is_passing(status: StatusCode) -> bool {
    status.is_server_error() || matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT)
}

async fn refusal(path: &Path, answer: HttpResponse) -> StoreError {
    let status = answer.status();
    let body = answer.into_body().bytes().await.unwrap_or_default();
    let text = String::from_utf8_lossy(&body);
    if let Some(told) = StoreError::answered(&text) {
        return told;
    }
    // Stores have different codes for it, and all say it in words.
    let words = text.to_lowercase();
    let is_lock = ["object lock", "objectlock", "object is locked", "worm", "retention"];
    match status {
        StatusCode::NOT_FOUND => StoreError::Missing(path.to_string()),
        _ if is_lock.iter().any(|word| words.contains(word)) => StoreError::Locked(path.to_string()),
        StatusCode::FORBIDDEN => StoreError::Denied(path.to_string()),
        _ => {
            let source = format!("it answered {status}: {text}").into();
            StoreError::Refused(object_store::Error::Generic { store: "S3", source })
        }
    }
}
