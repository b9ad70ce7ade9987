//! Everything that can be asked. Services decide.

mod general;
mod people;

use async_graphql::MergedObject;

/// Everything that can be asked of the environment behind the hostname.
#[derive(MergedObject, Default)]
pub struct Query(general::GeneralQuery, people::PeopleQuery);
