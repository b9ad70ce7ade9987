//! Looking at an environment as it stood on a past day, or as a back-up holds it.

use backup::desk;
use chrono::NaiveDate;
use domain::Ctx;
use http::{HeaderMap, HeaderName, StatusCode};
use kernel::{Error, RestoreId};

use crate::http::{AppState, layer::RequestId, problem::Problem};

/// Has everything in a request be seen as it stood at the end of this day, as YYYY-MM-DD. Mutations are
/// refused.
const AS_OF: HeaderName = HeaderName::from_static("waarborg-as-of");
/// Has everything in a request be seen as a back-up holds it that is looked into: the id of the look. Mutations are
/// refused.
const BACKUP: HeaderName = HeaderName::from_static("waarborg-backup");

/// What the copy that is looked at costs beside the operation itself.
pub(super) const COST: usize = 5_000;

/// What a request is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Past {
    /// The end of a day.
    Day(NaiveDate),
    /// A back-up that is looked into.
    Backup(RestoreId),
}

/// The same request in the past that it is about; nothing when it is about now.
pub(super) async fn seen(
    app: &AppState,
    ctx: &Ctx,
    (headers, request_id): (&HeaderMap, &RequestId),
) -> Result<Option<Ctx>, Problem> {
    match asked(headers)? {
        None => Ok(None),
        Some(Past::Day(day)) => {
            ctx.as_of(day).await.map(Some).map_err(|error| Problem::of(error, request_id))
        }
        Some(Past::Backup(id)) => held(app, ctx, (id, request_id)).await.map(Some),
    }
}

/// The same request in a back-up that is looked into, by the id of the look.
pub(in crate::http) async fn in_backup(
    app: &AppState,
    ctx: &Ctx,
    (look, request_id): (&str, &RequestId),
) -> Result<Ctx, Problem> {
    held(app, ctx, (look.parse().map_err(|_| no_look())?, request_id)).await
}

async fn held(
    app: &AppState,
    ctx: &Ctx,
    (look, request_id): (RestoreId, &RequestId),
) -> Result<Ctx, Problem> {
    let not_open =
        || Problem::new(StatusCode::CONFLICT, "BACKUP_NOT_OPEN", "This back-up is not looked into any more.");
    let Some(looks) = &app.looks else { return Err(not_open()) };
    match Box::pin(desk::look(ctx, &app.tenancy.backups(), (&**looks, look))).await {
        Ok(from) => Ok(from.held),
        Err(Error::Invalid(_)) => Err(not_open()),
        Err(error) => Err(Problem::of(error, request_id)),
    }
}

fn no_look() -> Problem {
    Problem::bad_request(StatusCode::BAD_REQUEST, "A back-up is named by the id of a look into it.")
}

fn asked(headers: &HeaderMap) -> Result<Option<Past>, Problem> {
    let refused = |message| Err(Problem::bad_request(StatusCode::BAD_REQUEST, message));
    match (headers.get(AS_OF), headers.get(BACKUP)) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => refused("Of the headers Waarborg-As-Of and Waarborg-Backup there can be one."),
        (Some(value), None) => {
            let text = value.to_str().unwrap_or_default();
            // The parser takes shorter forms, too.
            let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
            match day {
                Some(day) => Ok(Some(Past::Day(day))),
                None => refused("The header Waarborg-As-Of is a day as YYYY-MM-DD."),
            }
        }
        (None, Some(value)) => match value.to_str().unwrap_or_default().parse() {
            Ok(id) => Ok(Some(Past::Backup(id))),
            Err(_) => Err(no_look()),
        },
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn read(headers: &[(HeaderName, &'static str)]) -> Result<Option<Past>, Problem> {
        let with_value =
            |(name, text): &(HeaderName, &'static str)| (name.clone(), HeaderValue::from_static(text));
        asked(&headers.iter().map(with_value).collect())
    }

    #[test]
    fn the_day_is_a_whole_date_or_refused() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        assert_eq!(read(&[(AS_OF, "2026-03-01")]).unwrap(), Some(Past::Day(day)));
        for wrong in ["", "2026-3-1", "2026-02-30", "01-03-2026", "2026-03-01T00:00:00Z", "nu"] {
            assert!(read(&[(AS_OF, wrong)]).is_err(), "{wrong}");
        }
        assert_eq!(read(&[]).unwrap(), None);
    }

    #[test]
    fn the_back_up_is_the_id_of_a_look_and_not_beside_a_day() {
        let id = RestoreId::from_uuid(uuid::Uuid::from_u128(7));
        let text: &'static str = Box::leak(id.to_string().into_boxed_str());
        assert_eq!(read(&[(BACKUP, text)]).unwrap(), Some(Past::Backup(id)));
        for wrong in ["", "7", "record_00000000000000000000000007"] {
            assert!(read(&[(BACKUP, wrong)]).is_err(), "{wrong}");
        }
        assert!(read(&[(BACKUP, text), (AS_OF, "2026-03-01")]).is_err());
    }
}
