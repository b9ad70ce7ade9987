//! The pack in the binary.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what sets a test up may panic")]

use domain::form::{Category, Field, FieldKind, FormDefinition, FormRight, StatusKind};
use kernel::Role;
use waarborg_packs::{Pack, check};

fn form(key: &str) -> FormDefinition {
    let pack = Pack::builtin().unwrap();
    pack.forms.into_iter().find(|form| form.key == key).unwrap()
}

fn right_of(form: &FormDefinition, role: Role) -> FormRight {
    form.rights.iter().find(|entry| entry.role == role).map_or(FormRight::None, |entry| entry.right)
}

#[test]
fn the_builtin_pack_has_no_problems() {
    assert_eq!(check(&Pack::builtin().unwrap()), []);
}

/// The modules of a management system: without one of them a customer keeps a list elsewhere.
#[test]
fn every_module_has_a_register() {
    let forms = Pack::builtin().unwrap().forms;
    let count = |category| forms.iter().filter(|form| form.category == category).count();
    assert_eq!(forms.len(), 54);
    assert_eq!(count(Category::Other), 0);
    for category in [Category::Governance, Category::Risk, Category::Operation, Category::Improvement] {
        assert!(count(category) >= 9, "{category:?} has {} registers", count(category));
    }
    assert!(count(Category::People) >= 5 && count(Category::Privacy) >= 8);
}

#[test]
fn every_base_form_shows_a_handful_of_columns_and_puts_every_field_under_a_heading() {
    for form in Pack::builtin().unwrap().forms {
        let columns = form.fields.iter().filter(|field| field.in_list).count();
        assert!((3..=8).contains(&columns), "{} shows {columns} columns", form.key);
        assert!(form.fields.iter().all(|field| field.group.is_some()), "{} has a loose field", form.key);
    }
}

#[test]
fn the_registers_of_the_line_from_asset_to_breach_are_linked() {
    let line = [("risks", "assets"), ("incidents", "assets"), ("data_breaches", "incidents")];
    for (from, to) in line {
        let links = |field: &Field| matches!(&field.kind, FieldKind::Reference { form: Some(target), .. } if target == to);
        assert!(form(from).fields.iter().any(links), "{from} -> {to}");
    }
    let source = form("measures").field("source").cloned().unwrap();
    assert!(source.required && matches!(source.kind, FieldKind::Reference { form: None, .. }));
}

#[test]
fn every_register_has_charts() {
    for form in Pack::builtin().unwrap().forms {
        assert!(!form.charts.is_empty(), "{}", form.key);
    }
}

#[test]
fn clocks_run_for_breaches_complaints_and_requests() {
    for key in ["data_breaches", "complaints", "data_subject_requests"] {
        let is_clock = |field: &Field| matches!(field.kind, FieldKind::Deadline(_));
        assert!(form(key).fields.iter().any(is_clock), "{key}");
    }
}

#[test]
fn help_is_longer_than_the_label_it_explains() {
    for form in Pack::builtin().unwrap().forms {
        for field in &form.fields {
            assert!(field.help.nl.len() > field.label.nl.len(), "{}.{}", form.key, field.key);
            assert!(field.help.en.len() > field.label.en.len(), "{}.{}", form.key, field.key);
        }
    }
}

#[test]
fn every_status_but_the_first_can_be_reached_and_only_what_is_done_is_final() {
    for form in Pack::builtin().unwrap().forms {
        for (index, status) in form.statuses.iter().enumerate() {
            let reached = index == 0 || form.statuses.iter().any(|other| other.next.contains(&status.key));
            let is_final = status.next.is_empty() && status.kind == StatusKind::Done;
            assert!(reached && (is_final || !status.next.is_empty()), "{}.{}", form.key, status.key);
        }
    }
}

#[test]
fn risks_are_scored_three_times_on_one_scale_of_five_by_five_whose_bands_cover_every_score() {
    let form = form("risks");
    let scales: Vec<_> = form
        .fields
        .iter()
        .filter_map(|field| match &field.kind {
            FieldKind::LikelihoodImpact { scale } => Some(scale),
            _ => None,
        })
        .collect();
    assert_eq!(scales.len(), 3);
    assert!(scales.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!((scales[0].likelihood.len(), scales[0].impact.len()), (5, 5));
    let bands: Vec<(&str, u32)> =
        scales[0].levels.iter().map(|level| (level.label.nl.as_str(), level.minimum_score)).collect();
    assert_eq!(bands, [("Laag", 1), ("Midden", 5), ("Hoog", 10), ("Kritiek", 15)]);
}

#[test]
fn employees_report_incidents_look_up_assets_and_do_not_see_risks() {
    let rights = ["incidents", "assets", "risks"].map(|key| right_of(&form(key), Role::Employee));
    assert_eq!(rights, [FormRight::Own, FormRight::View, FormRight::None]);
}

#[test]
fn full_users_edit_every_base_form_and_nobody_else_edits_all_of_it() {
    for form in Pack::builtin().unwrap().forms {
        for role in Role::ALL {
            let right = right_of(&form, role);
            match role {
                Role::Administrator | Role::Manager => assert_eq!(right, FormRight::Edit, "{}", form.key),
                Role::Viewer | Role::Auditor => {
                    assert!(matches!(right, FormRight::View | FormRight::None), "{}", form.key);
                }
                Role::Employee => {}
            }
        }
    }
}

#[test]
fn what_is_known_of_people_is_for_those_who_look_after_them() {
    for role in [Role::Employee, Role::Viewer] {
        assert_eq!(right_of(&form("employees"), role), FormRight::None);
    }
}
