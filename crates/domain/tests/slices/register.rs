//! The registers of the tests: `things` has a field of every kind, `places` is for full users.

use std::sync::LazyLock;

use kernel::{Localized, Role};
use waarborg_domain::form::{
    Category, ChoiceOption, DeadlineRule, Field, FieldKind, FormDefinition, FormRight, PackContent,
    RiskLevel, RiskScale, RoleRight, ScaleStep, Status, StatusKind,
};

pub(crate) const OPTIONS: [&str; 4] = ["red", "green", "blue", "black"];
pub(crate) const STEPS: u8 = 4;

fn field(key: &str, kind: FieldKind) -> Field {
    Field { required: key == "title", in_list: true, ..Field::new(key, Localized::same(key), kind) }
}

fn options() -> Vec<ChoiceOption> {
    let option = |key: &str| ChoiceOption {
        key: key.to_owned(),
        label: Localized::same(key),
        colour: None,
        retired: false,
    };
    OPTIONS.map(option).to_vec()
}

fn scale() -> RiskScale {
    let step = |step: u8| ScaleStep { label: Localized::same(step.to_string()), help: Localized::default() };
    let steps: Vec<ScaleStep> = (1..=STEPS).map(step).collect();
    let level = |key: &str, minimum_score| RiskLevel {
        key: key.to_owned(),
        label: Localized::same(key),
        minimum_score,
        colour: "red".to_owned(),
    };
    RiskScale {
        likelihood: steps.clone(),
        impact: steps,
        levels: vec![level("low", 1), level("middle", 4), level("high", 9)],
        cells: None,
        acceptable_level: Some("low".to_owned()),
    }
}

fn status(key: &str, kind: StatusKind, next: &[&str]) -> Status {
    Status {
        key: key.to_owned(),
        label: Localized::same(key),
        kind,
        colour: "gray".to_owned(),
        next: next.iter().map(|key| (*key).to_owned()).collect(),
    }
}

fn reference(form: &str, multiple: bool) -> FieldKind {
    FieldKind::Reference { form: Some(form.to_owned()), multiple, columns: Vec::new() }
}

/// Auditors are not named: they may not know that it exists.
pub(crate) fn things() -> FormDefinition {
    let line = FieldKind::Text { multiline: false, max_length: None };
    let number = FieldKind::Number { decimals: 2, minimum: Some(-1000.0), maximum: Some(1000.0), unit: None };
    let right = |role, right| RoleRight { role, right };
    FormDefinition {
        key: "things".to_owned(),
        number_prefix: "THI".to_owned(),
        name: Localized::same("Dingen"),
        singular_name: Localized::same("Ding"),
        help: Localized::default(),
        icon: "box".to_owned(),
        title_field: "title".to_owned(),
        groups: Vec::new(),
        fields: vec![
            field("title", line),
            field("notes", FieldKind::Text { multiline: true, max_length: None }),
            field("story", FieldKind::RichText {}),
            field("amount", number),
            field("day", FieldKind::Date {}),
            field("answer", FieldKind::YesNoNa {}),
            field("colour", FieldKind::Choice { options: options(), multiple: false }),
            field("tags", FieldKind::Choice { options: options(), multiple: true }),
            field("owner", FieldKind::User { multiple: false }),
            field("place", reference("places", false)),
            field("links", reference("things", true)),
            field("risk", FieldKind::LikelihoodImpact { scale: scale() }),
            field("moment", FieldKind::DateTime {}),
            field("people", FieldKind::User { multiple: true }),
            field("countries", FieldKind::Country { multiple: true }),
            field("tint", FieldKind::Colour {}),
            field("points", FieldKind::Checklist { items: options() }),
            field("sites", FieldKind::WebLink { multiple: true }),
            field("double", FieldKind::Computed { expression: "amount * 2".into(), decimals: 2, unit: None }),
            field("due", FieldKind::Deadline(clock())),
            field("serial", FieldKind::AutoNumber { prefix: "S-".into(), digits: 3 }),
        ],
        statuses: vec![
            status("open", StatusKind::Open, &["busy"]),
            status("busy", StatusKind::Active, &["open", "done"]),
            status("done", StatusKind::Done, &[]),
        ],
        rights: vec![
            right(Role::Administrator, FormRight::Edit),
            right(Role::Manager, FormRight::Edit),
            right(Role::Employee, FormRight::Own),
            right(Role::Viewer, FormRight::View),
        ],
        category: Category::Other,
        allows_measures: false,
        requirements: Vec::new(),
        charts: Vec::new(),
    }
}

/// Only full users know of it.
pub(crate) fn places() -> FormDefinition {
    let full = |role| RoleRight { role, right: FormRight::Edit };
    FormDefinition {
        key: "places".to_owned(),
        number_prefix: "PLA".to_owned(),
        fields: things().fields.into_iter().take(1).collect(),
        rights: [Role::Administrator, Role::Manager].map(full).to_vec(),
        ..things()
    }
}

/// Two days after `moment`, until somebody fills in `day`.
fn clock() -> DeadlineRule {
    DeadlineRule {
        from: "moment".into(),
        hours: Some(48),
        days: None,
        months: None,
        extension: None,
        stopped_by: Some("day".into()),
    }
}

/// A pack of these forms, with the scale of `things`.
pub(crate) fn pack(forms: &[FormDefinition]) -> PackContent<'_> {
    PackContent { key: "test", version: "1.0.0", criteria: Some(&SCALE), forms }
}

static SCALE: LazyLock<RiskScale> = LazyLock::new(scale);
