//! Looking at an environment as it stood on a past day.

use chrono::NaiveDate;
use http::{HeaderMap, HeaderName, StatusCode};

use crate::http::problem::Problem;

/// Has everything in a request be seen as it stood at the end of this day, as YYYY-MM-DD. Mutations are
/// refused.
const AS_OF: HeaderName = HeaderName::from_static("waarborg-as-of");

/// What the copy that is looked at costs beside the operation itself.
pub(super) const COST: usize = 5_000;

/// The day a request is about; `None` when it is about now.
pub(super) fn day(headers: &HeaderMap) -> Result<Option<NaiveDate>, Problem> {
    let Some(value) = headers.get(AS_OF) else { return Ok(None) };
    let text = value.to_str().unwrap_or_default();
    // The parser takes shorter forms, too.
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
    day.map(Some).ok_or_else(|| {
        Problem::bad_request(StatusCode::BAD_REQUEST, "The header Waarborg-As-Of is a day as YYYY-MM-DD.")
    })
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn the_day_is_a_whole_date_or_refused() {
        let read = |text: &'static str| day(&[(AS_OF, HeaderValue::from_static(text))].into_iter().collect());
        assert_eq!(read("2026-03-01").unwrap(), NaiveDate::from_ymd_opt(2026, 3, 1));
        for wrong in ["", "2026-3-1", "2026-02-30", "01-03-2026", "2026-03-01T00:00:00Z", "nu"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert_eq!(day(&HeaderMap::new()).unwrap(), None);
    }
}
