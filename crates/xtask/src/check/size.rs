//! Files stay short enough to read in one sitting.

use anyhow::Result;

use super::conclude;
use super::generated::is_generated;
use crate::workspace::{self, TextFile};

/// The most lines a hand-written file may have, by extension.
const LIMITS: &[(&str, usize)] = &[("rs", 600), ("tsx", 300), ("ts", 400)];

pub(super) fn check() -> Result<()> {
    let files = workspace::text_files()?;
    conclude(&files.iter().filter_map(finding).collect::<Vec<_>>())
}

fn finding(file: &TextFile) -> Option<String> {
    let (_, limit) = LIMITS.iter().find(|(extension, _)| *extension == file.extension())?;
    let lines = file.text.lines().count();
    let is_too_long = lines > *limit && !is_generated(&file.path);
    is_too_long.then(|| format!("{} has {lines} lines, at most {limit} are allowed: split it", file.path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, lines: usize) -> TextFile {
        TextFile { path: path.to_owned(), text: "x\n".repeat(lines) }
    }

    #[test]
    fn each_language_has_its_own_limit() {
        for (path, limit) in [("src/a.rs", 600), ("src/A.tsx", 300), ("src/a.ts", 400)] {
            assert_eq!(finding(&file(path, limit)), None);
            assert!(finding(&file(path, limit + 1)).is_some(), "{path}");
        }
    }

    #[test]
    fn data_and_generated_files_have_no_limit() {
        assert_eq!(finding(&file("schema.graphql", 9_000)), None);
        assert_eq!(finding(&file("frontend/src/graphql/generated/graphql.ts", 9_000)), None);
    }
}
