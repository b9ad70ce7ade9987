//! The pack in the binary.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what sets a test up may panic")]

use domain::form::{FieldKind, FormDefinition, FormRight};
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

#[test]
fn the_builtin_pack_brings_assets_risks_and_incidents_in_that_order() {
    let keys: Vec<String> = Pack::builtin().unwrap().forms.into_iter().map(|form| form.key).collect();
    assert_eq!(keys, ["assets", "risks", "incidents"]);
}

#[test]
fn every_base_form_shows_six_to_eight_columns_and_puts_every_field_under_a_heading() {
    for form in Pack::builtin().unwrap().forms {
        let columns = form.fields.iter().filter(|field| field.in_list).count();
        assert!((6..=8).contains(&columns), "{} shows {columns} columns", form.key);
        assert!(form.fields.iter().all(|field| field.group.is_some()), "{} has a loose field", form.key);
    }
}

#[test]
fn help_is_longer_than_the_label_it_explains() {
    for form in Pack::builtin().unwrap().forms {
        for field in &form.fields {
            assert!(field.help.nl.len() > 2 * field.label.nl.len(), "{}.{}", form.key, field.key);
            assert!(field.help.en.len() > 2 * field.label.en.len(), "{}.{}", form.key, field.key);
        }
    }
}

#[test]
fn a_status_other_than_the_first_can_be_reached_and_left() {
    for form in Pack::builtin().unwrap().forms {
        for (index, status) in form.statuses.iter().enumerate() {
            let reached = index == 0 || form.statuses.iter().any(|other| other.next.contains(&status.key));
            assert!(reached && !status.next.is_empty(), "{}.{}", form.key, status.key);
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
fn full_users_edit_and_readers_read_every_base_form() {
    for form in Pack::builtin().unwrap().forms {
        for role in Role::ALL {
            let right = right_of(&form, role);
            match role {
                Role::Administrator | Role::Manager => assert_eq!(right, FormRight::Edit),
                Role::Viewer | Role::Auditor => assert_eq!(right, FormRight::View),
                Role::Employee => assert!(right < FormRight::Edit),
            }
        }
    }
}
