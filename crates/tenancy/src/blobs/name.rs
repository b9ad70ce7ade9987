//! What a blob may be called.

use std::{fmt, str::FromStr};

use object_store::path::Path;

/// The name of a blob within its environment, e.g. `uploads/upl_0190f7d6c0a77cc1a5a3f0d9b7e1c2d3`.
///
/// 1 to 200 characters in at most 8 parts between slashes; each part of a-z, 0-9, `_`, `-` and `.`,
/// not beginning with a dot. Lower case only: some file systems do not see the difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobName(String);

/// The text is no name for a blob.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a blob name: parts of a-z, 0-9, `_`, `-` and `.` between slashes, 200 characters at most")]
pub struct BadBlobName;

impl BlobName {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn path(&self) -> Path {
        Path::from(self.as_str())
    }
}

impl FromStr for BlobName {
    type Err = BadBlobName;

    fn from_str(text: &str) -> Result<Self, BadBlobName> {
        let is_name = text.len() <= 200 && text.split('/').count() <= 8 && text.split('/').all(is_part);
        if is_name { Ok(Self(text.to_owned())) } else { Err(BadBlobName) }
    }
}

impl fmt::Display for BlobName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_part(part: &str) -> bool {
    let is_allowed =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-' | b'.');
    !part.is_empty() && !part.starts_with('.') && part.bytes().all(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_folder_or_hide_in_it() {
        for text in ["uploads/upl_1", "a", "2026/07/report-1.xlsx"] {
            assert!(text.parse::<BlobName>().is_ok(), "{text}");
        }
        let long = "a".repeat(201);
        for text in [
            "",
            "/",
            "/a",
            "a/",
            "a//b",
            "..",
            "../a",
            "a/../b",
            ".a",
            "a/.b",
            "A",
            "a b",
            "a\\b",
            "a\0",
            "é",
            "a%2fb",
            "c:a",
            "a/b/c/d/e/f/g/h/i",
            &long,
        ] {
            assert_eq!(text.parse::<BlobName>(), Err(BadBlobName), "{text}");
        }
    }
}
