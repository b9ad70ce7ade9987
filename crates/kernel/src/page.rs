//! Keyset paging: a page request, a page, and opaque cursors.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};

use crate::{Error, Result};

/// The most items one page may hold.
pub const MAX_PAGE_SIZE: u32 = 100;

/// Which page of a list is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// Items wanted, 1 to [`MAX_PAGE_SIZE`].
    pub first: u32,
    /// The cursor behind which the page begins; from the list's start when absent.
    pub after: Option<Cursor>,
}

impl PageRequest {
    /// Checks the bounds.
    pub fn new(first: Option<i32>, after: Option<String>) -> Result<Self> {
        let first = first.unwrap_or(20);
        match u32::try_from(first) {
            Ok(first @ 1..=MAX_PAGE_SIZE) => Ok(Self { first, after: after.map(Cursor) }),
            _ => Err(Error::bad_request("first", "must be 1 to 100")),
        }
    }

    /// The first page of `first` items (bounds are the caller's: for work inside the server).
    #[must_use]
    pub const fn start(first: u32) -> Self {
        Self { first, after: None }
    }
}

/// An opaque place in a list: base64url of the JSON of the last item's sort key.
///
/// What is inside is checked when it is read and only ever becomes a bound parameter; a cursor
/// names the list it came from, so that one of another list is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(String);

impl Cursor {
    /// A cursor of the list called `list`, behind the item with this sort key.
    pub fn encode<T: Serialize>(list: &str, key: &T) -> Result<Self> {
        let json = serde_json::to_vec(&(list, key)).map_err(Error::internal)?;
        Ok(Self(URL_SAFE_NO_PAD.encode(json)))
    }

    /// The sort key, if this is a cursor of the list called `list`.
    pub fn decode<T: DeserializeOwned>(&self, list: &str) -> Result<T> {
        let bad = || Error::bad_request("after", "is no cursor of this list");
        if self.0.len() > 2_048 {
            return Err(bad());
        }
        let json = URL_SAFE_NO_PAD.decode(&self.0).map_err(|_| bad())?;
        let (from, key): (String, T) = serde_json::from_slice(&json).map_err(|_| bad())?;
        if from == list { Ok(key) } else { Err(bad()) }
    }

    /// The text that goes to the client.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The items with their cursors, in the list's order.
    pub items: Vec<(Cursor, T)>,
    /// True when more items follow.
    pub has_next: bool,
}

impl<T> Page<T> {
    /// The items without their cursors.
    #[must_use]
    pub fn into_items(self) -> Vec<T> {
        self.items.into_iter().map(|(_, item)| item).collect()
    }

    /// The same page of something else.
    #[must_use]
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(|(cursor, item)| (cursor, f(item))).collect(),
            has_next: self.has_next,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_opens_only_in_its_own_list() {
        let cursor = Cursor::encode("records", &("abc", 7_i64)).unwrap();
        assert_eq!(cursor.decode::<(String, i64)>("records").unwrap(), ("abc".to_owned(), 7));
        assert!(cursor.decode::<(String, i64)>("users").is_err());
    }

    #[test]
    fn gql_21_tampered_and_truncated_cursors_are_refused() {
        let good = Cursor::encode("records", &("abc", 7_i64)).unwrap();
        let cut = good.as_str()[..good.as_str().len() - 3].to_owned();
        for text in
            [cut, "'; DROP TABLE record; --".into(), URL_SAFE_NO_PAD.encode("1 OR 1=1"), "A".repeat(5_000)]
        {
            assert!(Cursor(text).decode::<(String, i64)>("records").is_err());
        }
    }

    #[test]
    fn pages_are_bounded() {
        assert_eq!(PageRequest::new(None, None).unwrap().first, 20);
        for first in [-1, 0, 101] {
            assert!(PageRequest::new(Some(first), None).is_err());
        }
    }
}
