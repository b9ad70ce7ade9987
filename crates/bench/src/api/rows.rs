//! What the bare handler reads of each row.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{RecordId, UserId};
use serde::Deserialize;
use sqlx::{ColumnIndex, Database, Decode, FromRow, Row, Type, types::Json};
use uuid::Uuid;

/// A record of the page.
pub(super) struct Risk {
    pub id: Uuid,
    pub number: i64,
    pub title: String,
    pub status: String,
    pub updated_at: DateTime<Utc>,
    pub values: RiskValues,
}

/// The values that are asked for.
#[derive(Deserialize)]
pub(super) struct RiskValues {
    pub cause: Option<Text>,
    pub assets: Option<Reference>,
    pub owner: Option<Person>,
    pub current_score: Option<Score>,
    pub review_on: Option<Day>,
}

#[derive(Deserialize)]
pub(super) struct Text {
    pub text: String,
}

#[derive(Deserialize)]
pub(super) struct Reference {
    pub reference: Vec<RecordId>,
}

#[derive(Deserialize)]
pub(super) struct Person {
    pub user: Vec<UserId>,
}

#[derive(Deserialize)]
pub(super) struct Score {
    pub likelihood_impact: LikelihoodImpact,
}

#[derive(Deserialize)]
pub(super) struct LikelihoodImpact {
    pub likelihood: u8,
    pub impact: u8,
}

#[derive(Deserialize)]
pub(super) struct Day {
    pub date: NaiveDate,
}

/// A user that a record names.
pub(super) struct User {
    pub id: Uuid,
    pub display_name: String,
}

/// A record that a record names.
pub(super) struct Asset {
    pub id: Uuid,
    pub number: i64,
    pub title: String,
}

impl<'r, R: Row> FromRow<'r, R> for Risk
where
    &'static str: ColumnIndex<R>,
    Uuid: Readable<'r, R::Database>,
    i64: Readable<'r, R::Database>,
    String: Readable<'r, R::Database>,
    DateTime<Utc>: Readable<'r, R::Database>,
    Json<RiskValues>: Readable<'r, R::Database>,
{
    fn from_row(row: &'r R) -> sqlx::Result<Self> {
        let Json(values) = row.try_get("doc")?;
        Ok(Self {
            id: row.try_get("id")?,
            number: row.try_get("number")?,
            title: row.try_get("title")?,
            status: row.try_get("status")?,
            updated_at: row.try_get("updated_at")?,
            values,
        })
    }
}

impl<'r, R: Row> FromRow<'r, R> for User
where
    &'static str: ColumnIndex<R>,
    Uuid: Readable<'r, R::Database>,
    String: Readable<'r, R::Database>,
{
    fn from_row(row: &'r R) -> sqlx::Result<Self> {
        Ok(Self { id: row.try_get("id")?, display_name: row.try_get("display_name")? })
    }
}

impl<'r, R: Row> FromRow<'r, R> for Asset
where
    &'static str: ColumnIndex<R>,
    Uuid: Readable<'r, R::Database>,
    i64: Readable<'r, R::Database>,
    String: Readable<'r, R::Database>,
{
    fn from_row(row: &'r R) -> sqlx::Result<Self> {
        Ok(Self { id: row.try_get("id")?, number: row.try_get("number")?, title: row.try_get("title")? })
    }
}

/// A type that a column of this engine can be read as.
pub(super) trait Readable<'r, D: Database>: Decode<'r, D> + Type<D> {}

impl<'r, D: Database, T: Decode<'r, D> + Type<D>> Readable<'r, D> for T {}
