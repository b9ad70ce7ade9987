//! Whether something made from files is still right: a hash of the files, kept beside what was made.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;

/// Folders that hold what is made, not what it is made from.
const MADE: &[&str] = &["node_modules", "dist", "test-results", "playwright-report", "coverage"];

/// The state of the sources, to be compared with the state at the last build.
pub(crate) struct Stamp {
    file: PathBuf,
    fingerprint: String,
}

impl Stamp {
    /// Hashes names and contents of `sources` (files, or folders with all below them); `file` keeps the hash.
    ///
    /// # Errors
    /// When a source cannot be read.
    pub(crate) fn of(sources: &[PathBuf], file: PathBuf) -> Result<Self> {
        // The hash may differ between Rust releases; that only costs one needless build.
        let mut hasher = DefaultHasher::new();
        for source in sources {
            let files = WalkDir::new(source).sort_by_file_name().into_iter().filter_entry(|entry| {
                entry.depth() == 0 || !MADE.iter().any(|folder| entry.file_name() == *folder)
            });
            for entry in files {
                let entry = entry.with_context(|| format!("looking for changes in {}", source.display()))?;
                if entry.file_type().is_file() {
                    entry.path().hash(&mut hasher);
                    fs::read(entry.path())?.hash(&mut hasher);
                }
            }
        }
        Ok(Self { file, fingerprint: format!("{:016x}", hasher.finish()) })
    }

    /// Whether `made` exists and was made from these very sources.
    pub(crate) fn is_fresh(&self, made: &Path) -> bool {
        made.exists() && fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.fingerprint)
    }

    /// Notes that the thing has been made from these sources.
    ///
    /// # Errors
    /// When the note cannot be written.
    pub(crate) fn keep(&self) -> Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.file, &self.fingerprint).with_context(|| format!("writing {}", self.file.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(folder: &Path) -> Stamp {
        Stamp::of(&[folder.join("source")], folder.join("stamp")).expect("readable")
    }

    #[test]
    fn what_was_made_is_fresh_until_a_source_changes() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let source = folder.path().join("source");
        fs::create_dir_all(source.join("node_modules")).expect("a folder");
        fs::write(source.join("a.ts"), "1").expect("a file");
        assert!(!stamp(folder.path()).is_fresh(&source));

        stamp(folder.path()).keep().expect("written");
        fs::write(source.join("node_modules/b.js"), "made, not a source").expect("a file");
        assert!(stamp(folder.path()).is_fresh(&source));

        fs::write(source.join("a.ts"), "2").expect("a file");
        assert!(!stamp(folder.path()).is_fresh(&source));
    }

    #[test]
    fn what_was_made_and_then_deleted_is_not_fresh() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("source")).expect("a folder");
        stamp(folder.path()).keep().expect("written");

        assert!(!stamp(folder.path()).is_fresh(&folder.path().join("dist")));
    }
}
