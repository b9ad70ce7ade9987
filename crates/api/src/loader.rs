//! Edges of many nodes, read in one query each.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use domain::{
    Ctx,
    record::{self, FormCounts, Record},
    user::{self, User},
};
use kernel::{Error, FormId, RecordId, UserId};

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

/// Records by id; those the actor may not see are absent.
pub(crate) struct RecordLoader(pub Ctx);

impl Loader<RecordId> for RecordLoader {
    type Value = Record;
    type Error = LoadError;

    async fn load(&self, ids: &[RecordId]) -> Result<HashMap<RecordId, Record>, LoadError> {
        let records = record::find_many(&self.0, ids).await?;
        Ok(records.into_iter().map(|record| (record.id, record)).collect())
    }
}

/// Numbers of records by form.
pub(crate) struct CountLoader(pub Ctx);

impl Loader<FormId> for CountLoader {
    type Value = FormCounts;
    type Error = LoadError;

    async fn load(&self, ids: &[FormId]) -> Result<HashMap<FormId, FormCounts>, LoadError> {
        Ok(record::counts(&self.0, ids).await?)
    }
}
