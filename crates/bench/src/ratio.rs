//! Two columns of figures and how they relate.

use std::fmt;

/// One figure of the product beside the same of what it is compared with.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// What was measured, with its unit.
    pub what: String,
    /// Of the product.
    pub stack: f64,
    /// Of what it is compared with.
    pub bare: f64,
}

impl Line {
    /// A figure of both.
    pub(crate) fn new(what: impl Into<String>, stack: f64, bare: f64) -> Self {
        Self { what: what.into(), stack, bare }
    }

    /// Stack divided by bare.
    pub(crate) fn ratio(&self) -> f64 {
        self.stack / self.bare
    }
}

/// Lines under a heading.
#[derive(Debug)]
pub(crate) struct Table {
    /// What all lines are about.
    pub heading: String,
    /// The lines.
    pub lines: Vec<Line>,
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.lines.iter().map(|line| line.what.chars().count()).max().unwrap_or_default();
        let width = width.max(self.heading.chars().count());
        writeln!(f, "{:width$}  {:>10}  {:>10}  {:>10}", self.heading, "stack", "bare", "stack/bare")?;
        for line in &self.lines {
            let (stack, bare, ratio) = (line.stack, line.bare, line.ratio());
            writeln!(f, "{:width$}  {stack:>10.2}  {bare:>10.2}  {ratio:>10.2}", line.what)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_shows_both_figures_and_their_ratio_in_columns() {
        let lines = vec![Line::new("p50, ms", 3.0, 1.5), Line::new("requests/s", 100.0, 400.0)];
        let table = Table { heading: "SQLite".to_owned(), lines };
        assert_eq!(
            table.to_string(),
            "SQLite           stack        bare  stack/bare\n\
             p50, ms           3.00        1.50        2.00\n\
             requests/s      100.00      400.00        0.25\n"
        );
    }
}
