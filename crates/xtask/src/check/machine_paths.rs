//! Nothing in the repository points at one developer's machine or one network's package mirror.

use anyhow::Result;

use super::conclude;
use crate::workspace::{self, TextFile};

/// Beginnings of absolute paths that exist on one machine only. In two parts, or this file would be a finding.
const PATHS: &[&str] =
    &[concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/ho", "me/"), concat!("/Use", "rs/")];

/// How npm notes the address a package came from; `.npmrc` tells it not to.
const RESOLVED: &str = "\"resolved\": \"http";

pub(super) fn check() -> Result<()> {
    let files = workspace::text_files()?;
    conclude(&files.iter().flat_map(findings).collect::<Vec<_>>())
}

fn findings(file: &TextFile) -> Vec<String> {
    let is_lock = file.path.ends_with("package-lock.json");
    let lines = file.text.lines().enumerate();
    lines
        .filter_map(|(index, line)| {
            let what = if PATHS.iter().any(|path| holds_path(line, path)) {
                "has a path of one machine"
            } else if is_lock && line.contains(RESOLVED) {
                "has an address a package was fetched from (run npm install with the project's .npmrc)"
            } else {
                return None;
            };
            Some(format!("{}:{} {what}", file.path, index + 1))
        })
        .collect()
}

/// Whether `line` holds `path` as the beginning of an absolute path, and not inside a longer one or an address.
fn holds_path(line: &str, path: &str) -> bool {
    let continues = |before: char| before.is_alphanumeric() || "_-.}/$*".contains(before);
    line.match_indices(path).any(|(start, _)| {
        let before = line.get(..start).and_then(|text| text.chars().next_back());
        !before.is_some_and(continues)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absolute_path_of_one_machine_is_found() {
        let path = concat!("/wo", "rk/");
        assert!(holds_path(&format!("see {path}notes.md"), path));
        assert!(holds_path(&format!("\"{path}\""), path));
    }

    #[test]
    fn an_address_or_a_relative_path_is_not_one() {
        let path = concat!("/wo", "rk/");
        assert!(!holds_path(&format!("https://example.nl{path}task"), path));
        assert!(!holds_path(&format!("docs{path}plan.md"), path));
    }

    #[test]
    fn a_lock_file_with_an_address_is_found() {
        let text = "      \"resolved\": \"https://example.nl/react.tgz\",\n".to_owned();
        let lock = TextFile { path: "frontend/package-lock.json".to_owned(), text };
        assert_eq!(findings(&lock).len(), 1);
    }
}
