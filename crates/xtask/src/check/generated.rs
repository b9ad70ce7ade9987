//! Files made from the code are what the code makes today.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::conclude;
use crate::{frontend, process, product, workspace};

/// What generators write: a file, or a folder with everything in it.
const GENERATED: &[&str] = &["schema.graphql", "frontend/src/graphql/generated/"];

/// Whether a path, from the root, was written by a generator.
pub(super) fn is_generated(path: &str) -> bool {
    GENERATED
        .iter()
        .any(|generated| path == *generated || generated.ends_with('/') && path.starts_with(generated))
}

/// The GraphQL schema as the frontend and integrators read it.
pub(crate) fn schema_path() -> PathBuf {
    workspace::root().join("schema.graphql")
}

pub(super) fn check() -> Result<()> {
    let mut findings = Vec::new();
    let schema = process::capture(product::command().arg("schema"))?;
    if schema != fs::read_to_string(schema_path()).context("reading schema.graphql")? {
        findings.push("schema.graphql is out of date: run cargo xtask regen".to_owned());
    }
    let before = generated_files()?;
    process::run(&mut frontend::script("codegen"))?;
    let after = generated_files()?;
    findings.extend(differences(&before, &after));
    conclude(&findings)
}

fn generated_files() -> Result<BTreeMap<String, String>> {
    let files = workspace::text_files()?;
    Ok(files.into_iter().filter(|file| is_generated(&file.path)).map(|file| (file.path, file.text)).collect())
}

fn differences(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<String> {
    let changed = after.iter().filter(|(path, text)| before.get(*path) != Some(text)).map(|(path, _)| path);
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    changed.chain(gone).map(|path| format!("{path} was out of date and is written anew: commit it")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_generator_writes_is_generated() {
        assert!(is_generated("schema.graphql"));
        assert!(is_generated("frontend/src/graphql/generated/graphql.ts"));
        assert!(!is_generated("docs/schema.graphql"));
        assert!(!is_generated("frontend/src/graphql/client.ts"));
    }

    #[test]
    fn a_changed_a_new_and_a_deleted_file_are_differences() {
        let files = |list: &[(&str, &str)]| {
            list.iter()
                .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
                .collect::<BTreeMap<_, _>>()
        };
        let before = files(&[("same", "1"), ("changed", "1"), ("gone", "1")]);
        let after = files(&[("same", "1"), ("changed", "2"), ("new", "1")]);
        assert_eq!(differences(&before, &after).len(), 3);
        assert_eq!(differences(&before, &before), Vec::<String>::new());
    }
}
