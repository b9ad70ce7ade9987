//! The registers of the tests: `things` has a field of every kind, `places` is for full users.

use kernel::{Localized, Role};
use waarborg_domain::form::{
    ChoiceOption, Field, FieldKind, FormDefinition, FormRight, PackForm, RiskLevel, RiskScale, RoleRight,
    Status, StatusKind,
};

pub(crate) const OPTIONS: [&str; 4] = ["red", "green", "blue", "black"];
pub(crate) const STEPS: u8 = 4;

fn field(key: &str, kind: FieldKind) -> Field {
    Field {
        key: key.to_owned(),
        label: Localized::same(key),
        help: Localized::default(),
        group: None,
        required: key == "title",
        in_list: true,
        kind,
    }
}

fn options() -> Vec<ChoiceOption> {
    let option = |key: &str| ChoiceOption { key: key.to_owned(), label: Localized::same(key), colour: None };
    OPTIONS.map(option).to_vec()
}

fn scale() -> RiskScale {
    let steps: Vec<Localized> = (1..=STEPS).map(|step| Localized::same(step.to_string())).collect();
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
    FieldKind::Reference { form: form.to_owned(), multiple }
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
            field("owner", FieldKind::User {}),
            field("place", reference("places", false)),
            field("links", reference("things", true)),
            field("risk", FieldKind::LikelihoodImpact { scale: scale() }),
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

pub(crate) const fn pack_form(definition: &FormDefinition, position: i32) -> PackForm<'_> {
    PackForm { pack_key: "test", pack_version: "1.0.0", position, definition }
}
