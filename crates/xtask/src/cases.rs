//! `cargo xtask cases`: each case of docs/security-cases.csv with the tests that carry its id.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::workspace::{self, TextFile};

const LIST: &str = "docs/security-cases.csv";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only cases whose id begins with one of these: `MFA`, `JWT-0`
    only: Vec<String>,
    /// Fail when one of the cases shown has no test
    #[arg(long)]
    require: bool,
}

/// One row of the list.
#[derive(Debug, Deserialize)]
struct Case {
    id: String,
    stimulus: String,
}

/// Prints the report.
///
/// # Errors
/// When the list cannot be read, or with `--require` when a case has no test.
pub(crate) fn run(args: &Args) -> Result<()> {
    let is_wanted = |case: &Case| {
        args.only.is_empty() || args.only.iter().any(|start| case.id.starts_with(start.as_str()))
    };
    let cases: Vec<Case> = read()?.into_iter().filter(is_wanted).collect();
    let tests = tests_by_case(&workspace::text_files()?);
    print!("{}", report(&cases, &tests));
    let missing: Vec<&str> = without_test(&cases, &tests);
    if args.require && !missing.is_empty() {
        bail!("without a test: {}", missing.join(", "));
    }
    Ok(())
}

/// Every area of which all cases are claimed to have a test; the rest comes with what it is about.
const COMPLETE_AREAS: &[&str] = &["MFA-", "JWT-", "AUD-"];

/// Cases of the areas we claim that no test names.
///
/// # Errors
/// When the list cannot be read.
pub(crate) fn unproven() -> Result<Vec<String>> {
    let claimed = |case: &Case| COMPLETE_AREAS.iter().any(|area| case.id.starts_with(area));
    let cases: Vec<Case> = read()?.into_iter().filter(claimed).collect();
    let tests = tests_by_case(&workspace::text_files()?);
    let missing = without_test(&cases, &tests);
    Ok(missing.into_iter().map(|id| format!("{id}: no test carries this id")).collect())
}

fn read() -> Result<Vec<Case>> {
    let text = fs::read_to_string(workspace::root().join(LIST)).with_context(|| format!("reading {LIST}"))?;
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize();
    rows.collect::<Result<_, _>>().with_context(|| format!("reading {LIST}"))
}

fn without_test<'a>(cases: &'a [Case], tests: &TestsByCase) -> Vec<&'a str> {
    cases.iter().map(|case| case.id.as_str()).filter(|id| !tests.contains_key(*id)).collect()
}

/// Names of tests, with their file, by the id of the case they prove.
type TestsByCase = BTreeMap<String, BTreeSet<String>>;

fn tests_by_case(files: &[TextFile]) -> TestsByCase {
    let mut found = TestsByCase::new();
    for file in files {
        for name in test_names(file) {
            for id in ids(name) {
                found.entry(id).or_default().insert(format!("{} {name}", file.path));
            }
        }
    }
    found
}

/// What the tests of a file are called: functions in Rust, titles in TypeScript.
fn test_names(file: &TextFile) -> Vec<&str> {
    match file.extension() {
        "rs" => file.text.lines().filter_map(rust_function).collect(),
        "ts" | "tsx" if file.path.contains(".spec.") || file.path.contains(".test.") => {
            file.text.split('\'').filter(|text| !text.contains('\n')).collect()
        }
        _ => Vec::new(),
    }
}

fn rust_function(line: &str) -> Option<&str> {
    let rest = line.trim_start();
    let rest = rest.strip_prefix("async ").unwrap_or(rest).strip_prefix("fn ")?;
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))?;
    rest.get(..end)
}

/// The ids a name begins with: `ten_06_gql_18_ids_of…` proves TEN-06 and GQL-18.
fn ids(name: &str) -> Vec<String> {
    let mut words = name.split(['_', ' ']);
    let mut found = Vec::new();
    while let (Some(area), Some(number)) = (words.next(), words.next()) {
        let is_area = (2..=4).contains(&area.len()) && area.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_number = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
        if !(is_area && is_number) {
            break;
        }
        found.push(format!("{}-{number}", area.to_ascii_uppercase()));
    }
    found
}

fn report(cases: &[Case], tests: &TestsByCase) -> String {
    let mut text = String::new();
    for case in cases {
        let _ = writeln!(text, "{:<7} {}", case.id, case.stimulus);
        match tests.get(&case.id) {
            None => text.push_str("          (no test)\n"),
            Some(names) => {
                for name in names {
                    let _ = writeln!(text, "          {name}");
                }
            }
        }
    }
    let proven = cases.len() - without_test(cases, tests).len();
    let _ = writeln!(text, "{proven} of {} cases have a test", cases.len());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> TextFile {
        TextFile { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_name_proves_every_case_it_begins_with_and_no_other() {
        assert_eq!(ids("ten_06_gql_18_ids_of_another"), ["TEN-06", "GQL-18"]);
        assert_eq!(ids("mfa_02 a code works once"), ["MFA-02"]);
        assert_eq!(ids("a_code_works_once_mfa_02"), Vec::<String>::new());
        assert_eq!(ids("tests_by_case"), Vec::<String>::new());
    }

    #[test]
    fn tests_are_found_in_both_languages() {
        let files = [
            file("a.rs", "    async fn mfa_02_once(test: TestTenancy) {\n// fn jwt_02_no\n"),
            file("e2e/a.spec.ts", "test('mfa_14 enrolment first', async () => {})"),
            file("e2e/support.ts", "const name = 'aud_01 not a test'"),
        ];
        let found = tests_by_case(&files);
        assert_eq!(found.keys().collect::<Vec<_>>(), ["MFA-02", "MFA-14"]);
    }

    #[test]
    fn a_case_without_a_test_is_told() {
        let cases = [
            Case { id: "MFA-02".to_owned(), stimulus: "Same code twice".to_owned() },
            Case { id: "MFA-04".to_owned(), stimulus: "An earlier step".to_owned() },
        ];
        let tests = tests_by_case(&[file("a.rs", "fn mfa_02_once() {}")]);
        assert_eq!(without_test(&cases, &tests), ["MFA-04"]);
        assert!(report(&cases, &tests).ends_with("1 of 2 cases have a test\n"));
    }
}
