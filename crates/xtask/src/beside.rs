//! Any command, with a server beside it that it is told of in a variable.

use std::process::Stdio;

use anyhow::{Context, Result};

use crate::process;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The command and its arguments, after --
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

impl Args {
    /// Runs the command.
    ///
    /// # Errors
    /// When the command fails.
    pub(crate) fn run(&self, (variable, told): (&str, &str)) -> Result<()> {
        let (program, arguments) = self.command.split_first().context("no command was given")?;
        process::run_attached(
            process::command(program)
                .args(arguments)
                .current_dir(std::env::current_dir()?)
                .stdin(Stdio::inherit())
                .env(variable, told),
        )
    }
}
