//! A list of stages that reports every failure, not only the first.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Error, Result, anyhow, bail};

use crate::interrupt;

/// The stages run so far.
#[derive(Default)]
pub(crate) struct Stages(Vec<Stage>);

struct Stage {
    name: &'static str,
    took: Duration,
    failure: Option<Error>,
}

impl Stages {
    /// Runs a stage that the following ones do not need; a failure is kept for the end.
    ///
    /// # Errors
    /// Only when the run is interrupted.
    pub(crate) fn attempt(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        // What failed is kept in the list, for the end.
        let _ = self.time(name, work);
        if interrupt::requested() {
            bail!("interrupted");
        }
        Ok(())
    }

    /// Runs a stage that the following ones need.
    ///
    /// # Errors
    /// When it failed.
    pub(crate) fn require<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.time(name, work).ok_or_else(|| anyhow!("stopped: the rest needs \"{name}\""))
    }

    fn time<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        eprintln!("\n=== {name}");
        let start = Instant::now();
        let outcome = work();
        let took = start.elapsed();
        let (value, failure) = match outcome {
            Ok(value) => (Some(value), None),
            Err(error) => {
                eprintln!("\nFAILED: {name}: {error:#}");
                (None, Some(error))
            }
        };
        self.0.push(Stage { name, took, failure });
        value
    }

    /// Prints what passed and what failed.
    ///
    /// # Errors
    /// When a stage failed, or `outcome` says the run ended early.
    pub(crate) fn conclude(self, outcome: Result<()>) -> Result<()> {
        println!("\n{}", self.summary());
        outcome?;
        match self.0.iter().filter(|stage| stage.failure.is_some()).count() {
            0 => Ok(()),
            failed => bail!("{failed} of {} stages failed", self.0.len()),
        }
    }

    fn summary(&self) -> String {
        let mut text = String::new();
        for stage in &self.0 {
            let mark = if stage.failure.is_some() { "FAILED" } else { "ok" };
            let _ = writeln!(text, "{mark:>6} {:>6.1} s  {}", stage.took.as_secs_f32(), stage.name);
            if let Some(failure) = &stage.failure {
                let _ = writeln!(text, "{}", indented(&format!("{failure:#}")));
            }
        }
        let failed = self.0.iter().filter(|stage| stage.failure.is_some()).count();
        let _ = write!(text, "stages: {} passed, {failed} failed", self.0.len() - failed);
        text
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("                 {line}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_stage_is_kept_and_the_next_one_still_runs() {
        let mut stages = Stages::default();
        stages.attempt("first", || bail!("broken")).expect("not interrupted");
        stages.attempt("second", || Ok(())).expect("not interrupted");

        assert!(stages.summary().contains("broken"));
        assert!(stages.summary().ends_with("stages: 1 passed, 1 failed"));
        assert!(stages.conclude(Ok(())).is_err());
    }

    #[test]
    fn a_required_stage_that_fails_ends_the_run() {
        let mut stages = Stages::default();
        let outcome = stages.require("build", || -> Result<()> { bail!("broken") });

        assert!(outcome.is_err());
        assert!(stages.summary().ends_with("stages: 0 passed, 1 failed"));
    }
}
