//! Good packs are read; bad packs are refused with messages that name file and place.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what sets a test up may panic")]

use std::{fs, path::Path};

use tempfile::TempDir;
use waarborg_packs::{Pack, PackError, check};

/// A small pack that is in order.
const MANIFEST: &str = "
key: sample
version: 1.2.3
name: {nl: Voorbeeld, en: Sample}
description: {nl: Een klein pakket, en: A small pack}
authors: [Someone]
licence: CC0-1.0
forms: [visits]
";
const VISITS: &str = "
key: visits
number_prefix: VIS
name: {nl: Bezoeken, en: Visits}
singular_name: {nl: Bezoek, en: Visit}
help: {nl: Wie kwam er langs, en: Who came by}
icon: door-enter
title_field: visitor
fields:
  - key: visitor
    label: {nl: Bezoeker, en: Visitor}
    help: {nl: Naam en organisatie, en: Name and organisation}
    required: true
    kind: {text: {}}
statuses:
  - {key: inside, label: {nl: Binnen, en: Inside}, kind: active, colour: blue, next: [left]}
  - {key: left, label: {nl: Vertrokken, en: Left}, kind: done, colour: green, next: []}
rights:
  - {role: manager, right: edit}
";

fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn load(manifest: &str, visits: &str) -> Result<Pack, PackError> {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "pack.yaml", manifest);
    write(folder.path(), "forms/visits.yaml", visits);
    Pack::load_dir(folder.path())
}

fn refusal(manifest: &str, visits: &str) -> String {
    load(manifest, visits).expect_err("the pack must be refused").to_string()
}

fn findings(visits: &str) -> Vec<String> {
    let pack = load(MANIFEST, visits).expect("the pack can be read");
    check(&pack).iter().map(ToString::to_string).collect()
}

#[test]
fn a_folder_with_a_manifest_and_a_form_is_a_pack_without_problems() {
    let pack = load(MANIFEST, VISITS).unwrap();
    assert_eq!((pack.key.as_str(), pack.version.to_string().as_str()), ("sample", "1.2.3"));
    assert_eq!(pack.forms[0].name.en, "Visits");
    assert_eq!(check(&pack), []);
}

#[test]
fn an_unknown_setting_is_refused_with_file_and_place() {
    let message = refusal(MANIFEST, &VISITS.replace("required: true", "requierd: true"));
    assert!(
        message.starts_with("forms/visits.yaml: fields[0].requierd: unknown field `requierd`"),
        "{message}"
    );
}

#[test]
fn an_unknown_kind_of_field_is_refused_with_file_and_place() {
    let message = refusal(MANIFEST, &VISITS.replace("{text: {}}", "{signature: {}}"));
    assert!(message.starts_with("forms/visits.yaml: fields[0].kind"), "{message}");
    assert!(message.contains("unknown variant `signature`"), "{message}");
}

#[test]
fn a_setting_of_the_wrong_type_is_refused_with_file_and_place() {
    let message = refusal(MANIFEST, &VISITS.replace("{text: {}}", "{text: {max_length: long}}"));
    assert!(
        message.starts_with("forms/visits.yaml: fields[0].kind.text.max_length: invalid type"),
        "{message}"
    );
}

#[test]
fn a_key_that_stands_twice_in_a_mapping_is_refused() {
    let message = refusal(MANIFEST, &format!("{VISITS}icon: walk\n"));
    assert!(message.starts_with("forms/visits.yaml: ") && message.contains("duplicate"), "{message}");
}

#[test]
fn broken_yaml_is_refused_with_the_line() {
    let message = refusal(MANIFEST, &VISITS.replace("nl: Bezoeken, en", "nl: 'Bezoeken, en"));
    assert!(message.starts_with("forms/visits.yaml: ") && message.contains("line"), "{message}");
}

#[test]
fn a_version_that_is_not_semver_is_refused() {
    let message = refusal(&MANIFEST.replace("1.2.3", "one"), VISITS);
    assert!(message.starts_with("pack.yaml: version: "), "{message}");
}

#[test]
fn a_form_key_that_would_leave_the_folder_is_refused_before_anything_is_opened() {
    let message = refusal(&MANIFEST.replace("[visits]", "[../../secret]"), VISITS);
    assert!(message.starts_with("pack.yaml: forms[0]: `../../secret` must be a-z"), "{message}");
}

#[test]
fn every_missing_and_left_over_file_is_named_at_once() {
    let error = load(&MANIFEST.replace("[visits]", "[rooms, floors]"), VISITS).unwrap_err();
    let files: Vec<&str> = error.problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(files, ["forms/rooms.yaml", "forms/floors.yaml", "forms/visits.yaml"]);
}

#[test]
fn a_form_listed_twice_is_refused() {
    let message = refusal(&MANIFEST.replace("[visits]", "[visits, visits]"), VISITS);
    assert_eq!(message, "pack.yaml: forms[1]: `visits` is listed twice");
}

#[test]
fn a_form_whose_key_is_not_its_file_name_is_refused() {
    let message = refusal(MANIFEST, &VISITS.replace("key: visits", "key: guests"));
    assert_eq!(message, "forms/visits.yaml: key: is `guests`; must be `visits`, like the name of the file");
}

#[test]
fn a_file_of_a_megabyte_is_refused() {
    let message = refusal(MANIFEST, &format!("{VISITS}#{}", "x".repeat(1024 * 1024)));
    assert!(message.starts_with("forms/visits.yaml: is larger than"), "{message}");
}

#[test]
fn a_folder_without_a_manifest_is_no_pack() {
    let folder = TempDir::new().unwrap();
    let message = Pack::load_dir(folder.path()).unwrap_err().to_string();
    assert!(message.starts_with("pack.yaml: "), "{message}");
}

#[test]
fn a_field_without_english_help_is_a_problem() {
    let found = findings(&VISITS.replace("en: Name and organisation", "en: ''"));
    assert_eq!(found, ["forms/visits.yaml: fields[0].help.en: is empty"]);
}

#[test]
fn a_form_without_help_is_a_problem_in_both_languages() {
    let found = findings(&VISITS.replace("{nl: Wie kwam er langs, en: Who came by}", "{nl: '', en: ' '}"));
    assert_eq!(found, ["forms/visits.yaml: help.nl: is empty", "forms/visits.yaml: help.en: is empty"]);
}

#[test]
fn a_reference_to_a_form_outside_the_pack_is_a_problem() {
    let room = "  - key: room
    label: {nl: Ruimte, en: Room}
    help: {nl: Waar het bezoek was, en: Where the visit was}
    kind: {reference: {form: rooms}}
statuses:";
    let found = findings(&VISITS.replace("statuses:", room));
    assert_eq!(
        found,
        ["forms/visits.yaml: fields[1].kind.reference.form: `rooms` is not a form of this pack"]
    );
}

#[test]
fn what_the_domain_refuses_is_named_with_the_file() {
    let found = findings(&VISITS.replace("colour: blue, next: [left]", "colour: pink, next: [gone]"));
    assert!(
        found.iter().any(|line| line.starts_with("forms/visits.yaml: statuses[0].colour: ")),
        "{found:?}"
    );
    assert!(found.iter().any(|line| line.starts_with("forms/visits.yaml: statuses[0].next: ")), "{found:?}");
}

#[test]
fn two_forms_with_one_prefix_are_a_problem() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "pack.yaml", &MANIFEST.replace("[visits]", "[visits, tours]"));
    write(folder.path(), "forms/visits.yaml", VISITS);
    write(folder.path(), "forms/tours.yaml", &VISITS.replace("key: visits", "key: tours"));
    let found = check(&Pack::load_dir(folder.path()).unwrap());
    assert_eq!(
        found[0].to_string(),
        "forms/tours.yaml: number_prefix: `VIS` is also the prefix of form `visits`"
    );
}
