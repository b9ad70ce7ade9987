//! Whatever is done to a form and its records: values stay readable, the index says what the documents say, the
//! history is complete, and every day can be looked back at.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use kernel::{Locale, Localized, PageRequest, RecordId, dutch_day};
use proptest::{collection::vec, prelude::*, sample::select};
use waarborg_domain::{
    Ctx,
    form::{self, FieldDraft, FieldKind, Form, FormDefinition, FormDraft},
    record::{
        self, ChangeKind, LifeStep, Mentioned, Names, Record, STATUS, TakenFrom, Value, ValueChanges, Values,
        render,
    },
};

use crate::{
    generate::{self, Known, for_all},
    index::{expected, table},
    register,
    stage::{Stage, create, rows},
};

/// One thing that somebody does.
#[derive(Debug, Clone)]
enum Step {
    Create(ValueChanges),
    Change(usize, ValueChanges),
    Move(usize, &'static str),
    Life(usize, LifeStep),
    Relabel(usize),
    Remove(usize),
    PutBack(usize),
    TurnOptions(usize),
    Reckon(&'static str),
    BackUp,
    TakeBack(usize),
    Sleep,
}

fn steps(known: &Known) -> impl Strategy<Value = Vec<Step>> + use<> {
    let life = vec![LifeStep::Archive, LifeStep::Unarchive, LifeStep::Delete, LifeStep::Restore];
    let formulas = vec!["amount * 2", "amount + 1", "count(links)", "if(answer = \"YES\"; 1; 0)"];
    let step = prop_oneof![
        4 => generate::changes(known, true).prop_map(Step::Create),
        6 => (0_usize..12, generate::changes(known, false)).prop_map(|(at, values)| Step::Change(at, values)),
        3 => (0_usize..12, select(vec!["open", "busy", "done"])).prop_map(|(at, to)| Step::Move(at, to)),
        2 => (0_usize..12, select(life)).prop_map(|(at, step)| Step::Life(at, step)),
        1 => (0_usize..20).prop_map(Step::Relabel),
        2 => (1_usize..20).prop_map(Step::Remove),
        2 => (1_usize..20).prop_map(Step::PutBack),
        1 => (0_usize..20).prop_map(Step::TurnOptions),
        1 => select(formulas).prop_map(Step::Reckon),
        1 => Just(Step::BackUp),
        2 => (0_usize..12).prop_map(Step::TakeBack),
        4 => Just(Step::Sleep),
    ];
    vec(step, 4..24)
}

/// The fields of `things` with the keys they have there.
pub(crate) fn draft_of(definition: &FormDefinition) -> FormDraft {
    FormDraft {
        name: Localized::same("things"),
        singular_name: definition.singular_name.clone(),
        number_prefix: definition.number_prefix.clone(),
        title_field: Some(definition.title_field.clone()),
        fields: definition.fields.iter().map(field_draft).collect(),
        statuses: definition.statuses.clone(),
        ..FormDraft::default()
    }
}

fn field_draft(field: &form::Field) -> FieldDraft {
    FieldDraft {
        key: Some(field.key.clone()),
        required: field.required,
        in_list: field.in_list,
        ..FieldDraft::new(field.label.clone(), field.kind.clone())
    }
}

/// What the tests' register has, but for the reference to another; its own records it names as any.
fn all_fields() -> Vec<FieldDraft> {
    let things = register::things();
    let mut fields: Vec<_> =
        things.fields.iter().filter(|field| field.key != "place").map(field_draft).collect();
    for field in &mut fields {
        if let FieldKind::Reference { form, .. } = &mut field.kind {
            *form = None;
        }
    }
    fields
}

async fn form(ctx: &Ctx) -> Form {
    form::get_by_key(ctx, "things").await.unwrap()
}

/// What a person sees of the register: every record, in use or not.
async fn all(ctx: &Ctx) -> Vec<Record> {
    let ids = rows(ctx, "SELECT id FROM record ORDER BY number").await;
    let ids: Vec<RecordId> =
        ids.iter().map(|row| kernel::TypedId::from_uuid(row.try_get_by_index(0).unwrap())).collect();
    let mut records = record::find_also_deleted(ctx, &ids).await.unwrap();
    records.sort_by_key(|record| record.number);
    records
}

/// The register at the end of a day.
struct Seen {
    day: NaiveDate,
    revision: i32,
    records: Vec<Record>,
    index: BTreeSet<String>,
}

struct Play<'a> {
    stage: &'a Stage,
    seen: Vec<Seen>,
    backup: Option<TakenFrom>,
}

impl Play<'_> {
    fn manager(&self) -> Ctx {
        self.stage.manager()
    }

    async fn target(&self, at: usize) -> Option<Record> {
        let mut records = all(&self.manager()).await;
        (!records.is_empty()).then(|| records.swap_remove(at % records.len()))
    }

    /// Takes a step; one that the rules refuse changes nothing, which the end of the test sees.
    async fn take(&mut self, step: Step) {
        let manager = self.manager();
        match step {
            Step::Create(values) => {
                let known = form(&manager).await;
                create(&manager, "things", fitting(&known, values)).await.unwrap();
            }
            Step::Change(at, values) => {
                if let Some(record) = self.target(at).await {
                    let known = form(&manager).await;
                    self.update(&record, fitting(&known, values), None).await;
                }
            }
            Step::Move(at, to) => {
                if let Some(record) = self.target(at).await {
                    self.update(&record, ValueChanges::new(), Some(to.to_owned())).await;
                }
            }
            Step::Life(at, step) => {
                if let Some(record) = self.target(at).await {
                    let _refused = record::take_step(&manager, &[record.id], step).await;
                }
            }
            Step::BackUp => self.backup = Some(self.stage.backup().await),
            Step::TakeBack(at) => self.take_back(at).await,
            Step::Sleep => self.sleep().await,
            of_form => self.publish(of_form).await,
        }
    }

    async fn update(&self, record: &Record, values: ValueChanges, status: Option<String>) {
        let update = record::RecordUpdate { id: record.id, version: record.version, values, status };
        let outcome = record::update(&self.manager(), update).await;
        match outcome {
            Ok(_) | Err(kernel::Error::Invalid(_)) => {}
            Err(error) => assert!(record.is_deleted(), "{error:?}"),
        }
    }

    async fn take_back(&self, at: usize) {
        let (Some(backup), Some(record)) = (&self.backup, self.target(at).await) else { return };
        let administrator = self.stage.of(kernel::Role::Administrator);
        match record::take_back(&administrator, backup, &[record.id]).await {
            // It came later, or the back-up had it in its recycle bin.
            Ok(_) | Err(kernel::Error::NotFound) => {}
            Err(error) => panic!("{error:?}"),
        }
    }

    async fn publish(&self, step: Step) {
        let manager = self.manager();
        let now = form(&manager).await;
        let mut draft = draft_of(&now.definition);
        let count = draft.fields.len();
        match step {
            Step::Relabel(at) => draft.fields[at % count].label = Localized::same(format!("{at} ×")),
            Step::Remove(at) => drop(draft.fields.remove(at % count)),
            Step::PutBack(at) => {
                let mut gone = all_fields();
                gone.retain(|field| draft.fields.iter().all(|known| known.key != field.key));
                let Some(field) = (!gone.is_empty()).then(|| gone.swap_remove(at % gone.len())) else {
                    return;
                };
                draft.fields.push(field);
            }
            Step::TurnOptions(at) => match &mut draft.fields[at % count].kind {
                FieldKind::Choice { options, .. } => options.reverse(),
                FieldKind::Checklist { items } => items.rotate_left(1),
                _ => return,
            },
            Step::Reckon(formula) => {
                let reckoned =
                    draft.fields.iter_mut().find(|field| matches!(field.kind, FieldKind::Computed { .. }));
                if let Some(FieldKind::Computed { expression, .. }) = reckoned.map(|field| &mut field.kind) {
                    formula.clone_into(expression);
                }
            }
            _ => return,
        }
        if let Err(error) = form::publish(&manager, ("things", now.revision), draft).await {
            assert!(matches!(error, kernel::Error::Invalid(_)), "{error:?}");
        }
    }

    async fn sleep(&mut self) {
        let manager = self.manager();
        let (form, records, index) = (form(&manager).await, all(&manager).await, table(&manager).await);
        self.seen.push(Seen { day: dutch_day(manager.now()), revision: form.revision, records, index });
        self.stage.clock.advance(TimeDelta::days(1));
    }
}

/// The values of fields that the form has now.
fn fitting(form: &Form, values: ValueChanges) -> ValueChanges {
    values.into_iter().filter(|(key, _)| form.definition.field(key).is_some()).collect()
}

/// A record's values and status as its history tells them.
async fn told(ctx: &Ctx, record: &Record) -> (Values, Option<Value>, Vec<i32>) {
    let page = record::history(ctx, record, &PageRequest::start(200)).await.unwrap();
    let (mut values, mut status, mut versions) = (Values::new(), None, Vec::new());
    for line in page.into_items().into_iter().rev() {
        versions.push(line.version);
        for change in line.changes {
            match (change.field == STATUS, change.after) {
                (true, after) => status = after,
                (false, Some(after)) => drop(values.insert(change.field, after)),
                (false, None) => drop(values.remove(&change.field)),
            }
        }
        assert!(line.kind != ChangeKind::Created || versions.len() == 1);
    }
    (values, status, versions)
}

/// Everything a record holds can be said in words, of fields that are and of fields that were.
async fn is_readable(ctx: &Ctx, form: &Form, record: &Record) {
    let names = Names::of(ctx, record.values.values().collect()).await.unwrap();
    let _mentioned: Mentioned = record.values.values().collect();
    for field in form.definition.all_fields() {
        if let Some(value) = record.values.get(&field.key) {
            let words = render(field, value, &names, Locale::Nl);
            let is_empty = matches!(value, Value::RichText(_) | Value::Reference(_) | Value::Text(_));
            assert!(is_empty || !words.is_empty(), "{} of {}: {value:?}", field.key, record.number);
        }
    }
}

async fn check(stage: &Stage, seen: &[Seen]) {
    let manager = stage.manager();
    let (form, records) = (form(&manager).await, all(&manager).await);
    assert_eq!(table(&manager).await, expected(&form.definition, &records), "the index");
    for record in &records {
        is_readable(&manager, &form, record).await;
        let (values, status, versions) = told(&manager, record).await;
        assert_eq!(values, record.values, "the history of {}", record.number);
        assert!(status.is_none_or(|status| status == Value::Text(record.status.clone())));
        assert_eq!(versions, (1..=record.version).collect::<Vec<_>>());
    }
    for Seen { day, revision, records, index } in seen {
        let then = manager.as_of(*day).await.unwrap();
        assert_eq!(self::form(&then).await.revision, *revision, "{day}");
        // Who looks back may change nothing, and so does not see the recycle bin.
        let in_use: Vec<Record> = records.iter().filter(|record| !record.is_deleted()).cloned().collect();
        assert_eq!(all(&then).await, in_use, "{day}");
        assert_eq!(&table(&then).await, index, "{day}");
    }
}

tenancy::on_both_engines! {
    async fn whatever_happens_to_a_form_its_records_stay_whole(test: TestTenancy) {
        let played = std::sync::atomic::AtomicUsize::new(0);
        let start = Stage::with_people(&test).await;
        let known = Known { users: kernel::Role::ALL.map(|role| start.user(role)).to_vec(), records: Vec::new() };
        for_all(8, steps(&known), async |steps| {
            let turn = played.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let stage = Stage::with_people_at(&test, &format!("play-{turn}")).await;
            form::install(&stage.system(), register::pack(&[register::places()])).await.unwrap();
            let mut draft = draft_of(&register::things());
            draft.fields = all_fields();
            form::create_own(&stage.manager(), draft).await.unwrap();
            let mut play = Play { stage: &stage, seen: Vec::new(), backup: None };
            for step in steps {
                play.take(owned_by(&stage, step)).await;
            }
            play.sleep().await;
            check(&stage, &play.seen).await;
        });
    }
}

/// The people of another environment are not known here: values that name them name nobody.
fn owned_by(stage: &Stage, mut step: Step) -> Step {
    if let Step::Create(values) | Step::Change(_, values) = &mut step {
        let here = stage.user(kernel::Role::Employee);
        for value in values.values_mut().flatten() {
            if let Value::User(ids) = value {
                *ids = ids.first().map(|_| here).into_iter().collect();
            }
        }
    }
    step
}
