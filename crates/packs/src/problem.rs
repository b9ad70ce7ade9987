//! What is wrong with a pack, and where.

use std::fmt;

/// Something an author must mend, with the place to do so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// File inside the pack, e.g. `forms/risks.yaml`.
    pub file: String,
    /// Where in the file, e.g. `fields[3].kind`; empty when the file as a whole is meant.
    pub path: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl Problem {
    pub(crate) fn new(file: &str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), path: path.into(), message: message.into() }
    }

    pub(crate) fn of_file(file: &str, message: impl Into<String>) -> Self {
        Self::new(file, "", message)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            write!(f, "{}: {}", self.file, self.message)
        } else {
            write!(f, "{}: {}: {}", self.file, self.path, self.message)
        }
    }
}

/// A pack that cannot be read: every problem found, so that nothing is mended twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError {
    /// At least one.
    pub problems: Vec<Problem>,
}

impl From<Problem> for PackError {
    fn from(problem: Problem) -> Self {
        Self { problems: vec![problem] }
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for PackError {}
