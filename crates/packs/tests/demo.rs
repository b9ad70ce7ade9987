//! The demo environments: every record fits its form and every link leads somewhere.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what sets a test up may panic")]

use std::collections::{BTreeMap, BTreeSet, HashSet};

use domain::{
    country::Country,
    form::{Field, FieldKind, FormDefinition, FormRight},
};
use kernel::Role;
use serde_json::{Map, Value};
use waarborg_packs::{
    Pack,
    demo::{DemoEnvironment, DemoRecord, environments},
};

/// Calls `test` with every record, its form and its environment.
fn each_record(test: impl Fn(&DemoEnvironment, &FormDefinition, &DemoRecord)) {
    let pack = Pack::builtin().unwrap();
    for environment in environments().unwrap() {
        for record in &environment.records {
            let form = pack.forms.iter().find(|form| form.key == record.form_key).unwrap();
            test(&environment, form, record);
        }
    }
}

fn field<'a>(form: &'a FormDefinition, key: &str) -> &'a Field {
    form.fields.iter().find(|field| field.key == key).unwrap_or_else(|| panic!("{} has no {key}", form.key))
}

fn role_of(environment: &DemoEnvironment, username: &str) -> Role {
    environment.users.iter().find(|user| user.username == username).expect(username).role
}

fn right_of(form: &FormDefinition, role: Role) -> FormRight {
    form.rights.iter().find(|entry| entry.role == role).map_or(FormRight::None, |entry| entry.right)
}

/// The values the record was made with.
fn first_values(record: &DemoRecord) -> Map<String, Value> {
    let later: HashSet<&String> = record.steps.iter().flat_map(|step| &step.fields).collect();
    record
        .values
        .iter()
        .filter(|(key, _)| !later.contains(key))
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

/// `None` when the value does not even have the shape of its kind.
fn fits(environment: &DemoEnvironment, kind: &FieldKind, value: &Value) -> Option<bool> {
    Some(match kind {
        FieldKind::Text { multiline, max_length } => {
            let text = value.as_str()?;
            let limit = max_length.unwrap_or(if *multiline { 10_000 } else { 200 });
            let is_short = text.chars().count() <= limit as usize;
            !text.trim().is_empty() && is_short && (*multiline || !text.contains('\n'))
        }
        FieldKind::RichText {} => is_clean_html(value.as_str()?),
        FieldKind::Number { minimum, maximum, decimals, .. } => {
            let number = value.as_f64()?;
            let scaled = number * 10_f64.powi(i32::from(*decimals));
            let is_round = (scaled - scaled.round()).abs() < 1e-9;
            is_round && minimum.is_none_or(|low| number >= low) && maximum.is_none_or(|high| number <= high)
        }
        FieldKind::Date {} => (-20_000..=4_000).contains(&value.get("days")?.as_i64()?),
        FieldKind::YesNoNa {} => ["yes", "no", "not_applicable"].contains(&value.as_str()?),
        FieldKind::Choice { options, multiple } => {
            let chosen = texts(value);
            let are_known = chosen.iter().all(|key| options.iter().any(|option| option.key == *key));
            are_known && !chosen.is_empty() && (*multiple || chosen.len() == 1)
        }
        FieldKind::User { .. } => several(value)?.iter().all(|name| {
            let username = name.strip_prefix('@').unwrap_or_default();
            environment.users.iter().any(|user| user.username == username)
        }),
        FieldKind::Group { .. } => {
            let is_known = |name: &&str| environment.groups.iter().any(|group| group.name == **name);
            several(value)?.iter().all(is_known)
        }
        FieldKind::DateTime {} => {
            value.get("days")?.as_i64()?;
            value.get("time").is_none_or(|time| time.as_str().is_some_and(|time| time.len() == 5))
        }
        FieldKind::Country { .. } => several(value)?.iter().all(|code| Country::find(code).is_some()),
        FieldKind::Checklist { items } => {
            texts(value).iter().all(|key| items.iter().any(|item| item.key == *key))
        }
        FieldKind::DynamicChoice { .. } | FieldKind::Colour {} => several(value).is_some(),
        FieldKind::WebLink { .. } => {
            value.as_array()?.iter().all(|link| link["url"].as_str().is_some_and(|url| url.contains(':')))
        }
        FieldKind::File { .. } => value.as_array()?.iter().all(|file| file["name"].is_string()),
        FieldKind::Computed { .. } | FieldKind::Deadline(_) | FieldKind::AutoNumber { .. } => false,
        FieldKind::Reference { multiple, .. } => {
            let keys = texts(value);
            !keys.is_empty() && (*multiple || keys.len() == 1)
        }
        FieldKind::LikelihoodImpact { scale } => {
            let step = |name: &str| usize::try_from(value.get(name)?.as_u64()?).ok();
            (1..=scale.likelihood.len()).contains(&step("likelihood")?)
                && (1..=scale.impact.len()).contains(&step("impact")?)
        }
    })
}

/// A text alone is a list of one.
fn several(value: &Value) -> Option<Vec<&str>> {
    match value {
        Value::String(only) => Some(vec![only]),
        Value::Array(all) => all.iter().map(Value::as_str).collect(),
        _ => None,
    }
}

fn is_clean_html(html: &str) -> bool {
    let tags = html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap().trim_start_matches('/'));
    html.starts_with('<') && tags.into_iter().all(|tag| ["p", "ul", "ol", "li"].contains(&tag))
}

#[test]
fn every_value_fits_the_kind_of_its_field() {
    each_record(|environment, form, record| {
        for (key, value) in &record.values {
            let fits = fits(environment, &field(form, key).kind, value);
            assert_eq!(fits, Some(true), "{} {}: {key} = {value}", environment.slug, record.local_key);
        }
    });
}

#[test]
fn every_compulsory_field_was_filled_in_when_the_record_was_made() {
    each_record(|environment, form, record| {
        let values = first_values(record);
        for field in form.fields.iter().filter(|field| field.required) {
            assert!(
                values.contains_key(&field.key),
                "{} {}: {}",
                environment.slug,
                record.local_key,
                field.key
            );
        }
    });
}

#[test]
fn every_reference_leads_to_a_record_of_the_right_form() {
    for environment in environments().unwrap() {
        let pack = Pack::builtin().unwrap();
        let mut all: BTreeMap<&str, &str> = BTreeMap::new();
        for record in &environment.records {
            let doubled = all.insert(&record.local_key, &record.form_key);
            assert_eq!(doubled, None, "{} stands twice in {}", record.local_key, environment.slug);
        }
        for record in &environment.records {
            let form = pack.forms.iter().find(|form| form.key == record.form_key).unwrap();
            for (key, value) in &record.values {
                let FieldKind::Reference { form: target, .. } = &field(form, key).kind else { continue };
                for local_key in texts(value) {
                    let found = all.get(local_key);
                    assert!(
                        found.is_some_and(|found| target.as_ref().is_none_or(|target| target == found)),
                        "{} {}: {local_key}",
                        environment.slug,
                        record.local_key
                    );
                }
            }
        }
    }
}

#[test]
fn every_history_follows_the_statuses_and_ends_today() {
    each_record(|environment, form, record| {
        let name = format!("{} {}", environment.slug, record.local_key);
        let mut status = &form.statuses[0];
        let mut day = record.created_on_days;
        for step in &record.steps {
            assert!(status.next.contains(&step.status), "{name}: {} to {}", status.key, step.status);
            assert!((day..=0).contains(&step.on_days), "{name}: {day} to {}", step.on_days);
            assert!(step.fields.iter().all(|key| record.values.contains_key(key)), "{name}");
            status = form.statuses.iter().find(|status| status.key == step.status).unwrap();
            day = step.on_days;
        }
        assert_eq!(status.key, record.status, "{name}");
        assert!(record.created_on_days <= 0, "{name}");
    });
}

#[test]
fn nobody_does_what_the_form_does_not_allow() {
    each_record(|environment, form, record| {
        let name = format!("{} {}", environment.slug, record.local_key);
        let maker = right_of(form, role_of(environment, &record.created_by));
        assert!(maker == FormRight::Own || maker == FormRight::Edit, "{name} by {}", record.created_by);
        for step in &record.steps {
            assert_eq!(
                right_of(form, role_of(environment, &step.by)),
                FormRight::Edit,
                "{name} by {}",
                step.by
            );
        }
    });
}

#[test]
fn every_environment_has_eight_users_one_of_each_role_at_least_and_the_last_must_enrol() {
    for environment in environments().unwrap() {
        let roles: HashSet<Role> = environment.users.iter().map(|user| user.role).collect();
        assert_eq!((environment.users.len(), roles.len()), (8, Role::ALL.len()));
        assert_eq!(environment.users[0].role, Role::Administrator);
        let waiting: Vec<bool> = environment.users.iter().map(|user| user.must_enroll).collect();
        assert_eq!(waiting, [false, false, false, false, false, false, false, true]);
        assert!(environment.users.iter().all(|user| user.email.ends_with(".example")));
    }
}

#[test]
fn every_environment_holds_hundreds_of_records_in_every_status() {
    let pack = Pack::builtin().unwrap();
    for environment in environments().unwrap() {
        for (key, least) in [("assets", 85), ("risks", 115), ("incidents", 145)] {
            let form = pack.forms.iter().find(|form| form.key == key).unwrap();
            let records: Vec<_> =
                environment.records.iter().filter(|record| record.form_key == key).collect();
            assert!(records.len() >= least, "{} has {} {key}", environment.slug, records.len());
            let used: BTreeSet<&str> = records.iter().map(|record| record.status.as_str()).collect();
            let known: BTreeSet<&str> = form.statuses.iter().map(|status| status.key.as_str()).collect();
            assert_eq!(used, known, "{} {key}", environment.slug);
        }
    }
}

#[test]
fn no_two_records_of_an_environment_have_the_same_title_or_story() {
    for (form, key) in
        [("assets", "name"), ("risks", "title"), ("incidents", "title"), ("incidents", "description")]
    {
        for environment in environments().unwrap() {
            let mut seen = HashSet::new();
            for record in environment.records.iter().filter(|record| record.form_key == form) {
                assert!(seen.insert(record.values[key].to_string()), "{} {key}", record.local_key);
            }
        }
    }
}

#[test]
fn no_word_of_an_environment_is_left_to_fill_in() {
    each_record(|environment, _, record| {
        let holds = |value: &Value| value.as_str().is_some_and(|text| text.contains(['{', '}']));
        assert!(!record.values.values().any(holds), "{} {}", environment.slug, record.local_key);
    });
}

#[test]
fn an_incident_is_younger_than_the_assets_it_hit() {
    for environment in environments().unwrap() {
        let made_on: BTreeMap<&str, i32> = environment
            .records
            .iter()
            .map(|record| (record.local_key.as_str(), record.created_on_days))
            .collect();
        for record in environment.records.iter().filter(|record| record.form_key == "incidents") {
            let hit = record.values.get("assets").map(texts).unwrap_or_default();
            let is_younger = hit.iter().all(|asset| made_on[asset] < record.created_on_days);
            assert!(is_younger, "{} {}", environment.slug, record.local_key);
        }
    }
}

#[test]
fn some_reviews_and_plans_are_overdue_and_most_are_not() {
    for environment in environments().unwrap() {
        for (form, key) in [("assets", "review_on"), ("risks", "review_on"), ("risks", "treatment_due_on")] {
            let days: Vec<i64> = environment
                .records
                .iter()
                .filter(|record| {
                    record.form_key == form && !["controlled", "expired"].contains(&record.status.as_str())
                })
                .filter_map(|record| record.values.get(key)?["days"].as_i64())
                .collect();
            let overdue = days.iter().filter(|day| **day < 0).count();
            assert!(
                overdue > 0 && overdue * 3 < days.len(),
                "{} {key}: {overdue} of {}",
                environment.slug,
                days.len()
            );
        }
    }
}

#[test]
fn every_seeding_gives_the_same_environments() {
    assert_eq!(environments().unwrap(), environments().unwrap());
}
