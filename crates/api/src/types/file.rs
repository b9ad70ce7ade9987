use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use domain::file::FileRevision;

use super::user::{self, UserObject};
use crate::error::Result;

/// One content of a file.
pub(crate) struct FileRevisionObject(pub FileRevision);

/// One content of a file.
#[Object(name = "FileRevision")]
impl FileRevisionObject {
    /// Global id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What it was called when it was sent.
    async fn file_name(&self) -> &str {
        &self.0.file_name
    }

    /// What it is, by its content.
    async fn media_type(&self) -> &str {
        &self.0.media_type
    }

    /// In bytes.
    async fn byte_size(&self) -> i64 {
        self.0.byte_size
    }

    /// 1, 2, 3 … within the file.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// When it was sent.
    async fn uploaded_at(&self) -> DateTime<Utc> {
        self.0.uploaded_at
    }

    /// By whom.
    async fn uploaded_by(&self, cx: &Context<'_>) -> Result<Option<UserObject>> {
        user::load(cx, Some(self.0.uploaded_by)).await
    }

    /// Where it is fetched, within this environment.
    async fn url(&self) -> String {
        format!("/files/{}", self.0.id)
    }
}
