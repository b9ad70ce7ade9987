//! Edges of many nodes, read in one query each.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use async_graphql::dataloader::Loader;
use auth::Factors;
use domain::{
    Ctx, Given, comment,
    file::{self, FileRevision},
    form,
    grant::{self, Visits},
    group::{self, Group},
    link,
    record::{self, FormCounts, Record},
    saved_view::{self, SavedView},
    user::{self, User},
};
use kernel::{AccessGrantId, Error, FileRevisionId, FormId, GroupId, RecordId, UserId};

use crate::error::ApiError;

/// A loader's error goes to every waiting resolver, so it is shared.
#[derive(Debug, Clone)]
pub(crate) struct LoadError(Arc<Error>);

impl From<Error> for LoadError {
    fn from(error: Error) -> Self {
        Self(Arc::new(error))
    }
}

impl From<LoadError> for ApiError {
    fn from(LoadError(error): LoadError) -> Self {
        match Arc::try_unwrap(error) {
            Ok(error) => error.into(),
            Err(shared) => match &*shared {
                Error::Unauthenticated => Error::Unauthenticated.into(),
                Error::Forbidden => Error::Forbidden.into(),
                other => Error::internal(format!("{other}: {:?}", std::error::Error::source(other))).into(),
            },
        }
    }
}

/// Users by id.
pub(crate) struct UserLoader(pub Ctx);

impl Loader<UserId> for UserLoader {
    type Value = User;
    type Error = LoadError;

    async fn load(&self, ids: &[UserId]) -> Result<HashMap<UserId, User>, LoadError> {
        Ok(user::find_many(&self.0, ids).await?)
    }
}

/// Records by id; those the actor may not see are absent, and so are those in the recycle bin.
pub(crate) struct RecordLoader(pub Ctx);

impl Loader<RecordId> for RecordLoader {
    type Value = Record;
    type Error = LoadError;

    async fn load(&self, ids: &[RecordId]) -> Result<HashMap<RecordId, Record>, LoadError> {
        let records = record::find_many(&self.0, ids).await?;
        Ok(records.into_iter().map(|record| (record.id, record)).collect())
    }
}

/// Revisions of files by id.
pub(crate) struct FileLoader(pub Ctx);

impl Loader<FileRevisionId> for FileLoader {
    type Value = FileRevision;
    type Error = LoadError;

    async fn load(&self, ids: &[FileRevisionId]) -> Result<HashMap<FileRevisionId, FileRevision>, LoadError> {
        Ok(file::find_many(&self.0, ids).await?)
    }
}

/// Numbers of comments by record.
pub(crate) struct CommentCountLoader(pub Ctx);

impl Loader<RecordId> for CommentCountLoader {
    type Value = u64;
    type Error = LoadError;

    async fn load(&self, ids: &[RecordId]) -> Result<HashMap<RecordId, u64>, LoadError> {
        Ok(completed(ids, comment::counts(&self.0, ids).await?))
    }
}

/// The viewer's own views and the shared ones, by form.
pub(crate) struct SavedViewsLoader(pub Ctx);

impl Loader<FormId> for SavedViewsLoader {
    type Value = Vec<SavedView>;
    type Error = LoadError;

    async fn load(&self, ids: &[FormId]) -> Result<HashMap<FormId, Vec<SavedView>>, LoadError> {
        Ok(completed(ids, saved_view::list(&self.0, ids).await?))
    }
}

/// Numbers of records by form.
pub(crate) struct CountLoader(pub Ctx);

impl Loader<FormId> for CountLoader {
    type Value = FormCounts;
    type Error = LoadError;

    async fn load(&self, ids: &[FormId]) -> Result<HashMap<FormId, FormCounts>, LoadError> {
        Ok(completed(ids, record::counts(&self.0, ids).await?))
    }
}

/// With nothing for what was not found: a cache remembers only what is there, and would ask again.
fn completed<K: Copy + Eq + Hash, V: Default>(ids: &[K], mut found: HashMap<K, V>) -> HashMap<K, V> {
    for id in ids {
        found.entry(*id).or_default();
    }
    found
}

/// Groups by user.
pub(crate) struct GroupsLoader(pub Ctx);

impl Loader<UserId> for GroupsLoader {
    type Value = Vec<Group>;
    type Error = LoadError;

    async fn load(&self, ids: &[UserId]) -> Result<HashMap<UserId, Vec<Group>>, LoadError> {
        Ok(completed(ids, group::of_users(&self.0, ids).await?))
    }
}

/// Members by group.
pub(crate) struct MembersLoader(pub Ctx);

impl Loader<GroupId> for MembersLoader {
    type Value = Vec<UserId>;
    type Error = LoadError;

    async fn load(&self, ids: &[GroupId]) -> Result<HashMap<GroupId, Vec<UserId>>, LoadError> {
        Ok(completed(ids, group::members(&self.0, ids).await?))
    }
}

/// Second factors by user.
pub(crate) struct FactorsLoader(pub Ctx);

impl Loader<UserId> for FactorsLoader {
    type Value = Factors;
    type Error = LoadError;

    async fn load(&self, ids: &[UserId]) -> Result<HashMap<UserId, Factors>, LoadError> {
        Ok(auth::find_factors(&self.0, ids).await?)
    }
}

/// Open records by the user they name.
pub(crate) struct OpenRecordsLoader(pub Ctx);

impl Loader<UserId> for OpenRecordsLoader {
    type Value = u64;
    type Error = LoadError;

    async fn load(&self, ids: &[UserId]) -> Result<HashMap<UserId, u64>, LoadError> {
        Ok(completed(ids, record::open_counts(&self.0, ids).await?))
    }
}

/// What links in mails wait for, by user.
pub(crate) struct PendingLinksLoader(pub Ctx);

impl Loader<UserId> for PendingLinksLoader {
    type Value = link::Pending;
    type Error = LoadError;

    async fn load(&self, ids: &[UserId]) -> Result<HashMap<UserId, link::Pending>, LoadError> {
        Ok(completed(ids, link::pending(&self.0, ids).await?))
    }
}

/// Rights beside the forms' own, by form.
pub(crate) struct FormAccessLoader(pub Ctx);

impl Loader<FormId> for FormAccessLoader {
    type Value = Vec<Given>;
    type Error = LoadError;

    async fn load(&self, ids: &[FormId]) -> Result<HashMap<FormId, Vec<Given>>, LoadError> {
        Ok(completed(ids, form::given(&self.0, ids).await?))
    }
}

/// Groups by id.
pub(crate) struct GroupLoader(pub Ctx);

impl Loader<GroupId> for GroupLoader {
    type Value = Group;
    type Error = LoadError;

    async fn load(&self, ids: &[GroupId]) -> Result<HashMap<GroupId, Group>, LoadError> {
        Ok(group::find_many(&self.0, ids).await?)
    }
}

/// Visits of people from outside, by grant.
pub(crate) struct VisitsLoader(pub Ctx);

impl Loader<AccessGrantId> for VisitsLoader {
    type Value = Visits;
    type Error = LoadError;

    async fn load(&self, ids: &[AccessGrantId]) -> Result<HashMap<AccessGrantId, Visits>, LoadError> {
        Ok(completed(ids, grant::visit_counts(&self.0, ids).await?))
    }
}
