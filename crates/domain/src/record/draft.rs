//! Records on their way to the database: made or changed, one or several at once, checked together and
//! written in one transaction.

use std::collections::HashMap;

use kernel::{Error, Result, UserError, UserErrors, UserId};

use super::{
    Change, ChangeKind, Record, STATUS, Values, differences,
    lookup::Lookup,
    repo::{self, Saving},
    rules::{self, ValueChanges},
    sequence, unique, write,
};
use crate::{
    Ctx, WriteTx,
    form::{self, Form},
    user::User,
};

/// A record as it is to be.
pub(super) struct Draft {
    /// As it is now; absent for a new one.
    before: Option<Record>,
    record: Record,
    /// Values that stand whatever they name: somebody who may see more put them there.
    known: Values,
    how: How,
    /// All that is wrong with it.
    errors: UserErrors,
}

/// Where a draft comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// Somebody made or changed it.
    Usual,
    /// It is as a back-up held it, and there still.
    FromBackup,
    /// It is as a back-up held it, and was removed for good since.
    FromBackupAnew,
}

impl Draft {
    /// A new record.
    pub(super) fn create(ctx: &Ctx, form: &Form, values: ValueChanges, status: Option<String>) -> Self {
        let mut errors = UserErrors::default();
        let status = errors.note(write::initial_status(&form.definition, status));
        let changes = rules::with_defaults(&form.definition, values, (ctx.actor(), ctx.now()));
        let (values, faults) = rules::apply(&form.definition, &Values::new(), changes, &status);
        errors.extend(faults);
        let record = write::blank(ctx, form, status, values);
        Self { before: None, record, known: Values::new(), how: How::Usual, errors }
    }

    /// A new record with values of another one's. What is lacking there may be lacking here.
    pub(super) fn copy(ctx: &Ctx, form: &Form, values: Values) -> Self {
        let changes = values.iter().map(|(key, value)| (key.clone(), Some(value.clone()))).collect();
        let draft = Self::create(ctx, form, changes, None);
        Self { known: values, errors: UserErrors::default(), ..draft }
    }

    /// A change of a record; fields that are not named stay.
    pub(super) fn change(form: &Form, current: Record, values: ValueChanges, status: Option<String>) -> Self {
        let mut errors = UserErrors::default();
        if let Err(error) = current.check_in_use("id") {
            errors.push(error);
        }
        let mut record = current.clone();
        if let Some(status) = status.filter(|status| *status != current.status) {
            errors.note(write::check_transition(&form.definition, &current.status, &status));
            record.status = status;
        }
        let (values, faults) = rules::apply(&form.definition, &current.values, values, &record.status);
        record.values = values;
        errors.extend(faults);
        Self { known: current.values.clone(), before: Some(current), record, how: How::Usual, errors }
    }

    /// A record that is there, as `wanted`: values and status. What was lacking then may be lacking.
    pub(super) fn taken_back(form: &Form, current: Record, (wanted, status): (ValueChanges, String)) -> Self {
        let (values, _) = rules::apply(&form.definition, &current.values, wanted, &status);
        let record = Record { status, values, ..current.clone() };
        Self {
            known: record.values.clone(),
            before: Some(current),
            record,
            how: How::FromBackup,
            errors: UserErrors::default(),
        }
    }

    /// A record that was removed for good, as `held`.
    pub(super) fn taken_back_anew(ctx: &Ctx, form: &Form, held: Record) -> Self {
        let (values, _) = rules::apply(&form.definition, &held.values, ValueChanges::new(), &held.status);
        let mut record = Record { values, is_archived: false, ..held.clone() };
        write::stamp(ctx, form, &mut record);
        Self {
            known: record.values.clone(),
            before: Some(held),
            record,
            how: How::FromBackupAnew,
            errors: UserErrors::default(),
        }
    }

    /// Has it get a new number, and new ones in these fields.
    pub(super) fn forget_numbers<'f>(&mut self, fields: impl Iterator<Item = &'f str>) {
        self.record.number = 0;
        for field in fields {
            self.record.values.remove(field);
        }
    }

    fn is_fresh(&self) -> bool {
        self.before.is_none() || self.how == How::FromBackupAnew
    }

    /// What differs from what it was.
    pub(super) fn changes(&self, form: &Form) -> Vec<Change> {
        let nothing = || Record { values: Values::new(), ..self.record.clone() };
        match &self.before {
            Some(before) => differences(&form.definition, before, &self.record),
            None => differences(&form.definition, &nothing(), &self.record),
        }
    }
}

/// Drafts of one register, and what they name.
pub(super) struct Drafts<'a> {
    form: &'a Form,
    all: Vec<Draft>,
    users: HashMap<UserId, User>,
}

impl<'a> Drafts<'a> {
    /// Adds what is wrong with what the drafts name, in three queries for all of them.
    pub(super) async fn check(ctx: &Ctx, form: &'a Form, mut all: Vec<Draft>) -> Result<Self> {
        let lookup = Lookup::of(ctx, form, all.iter().map(|draft| &draft.record.values)).await?;
        for draft in &mut all {
            draft.errors.extend(lookup.check(form, &draft.known, &draft.record.values));
        }
        Ok(Self { form, all, users: lookup.users })
    }

    /// All that is wrong, behind the index of the draft.
    fn errors(&mut self) -> UserErrors {
        let mut told = UserErrors::default();
        for (index, draft) in self.all.iter_mut().enumerate() {
            told.extend(at_index(std::mem::take(&mut draft.errors), index));
        }
        told
    }

    /// Writes all of them or none, each with its history and its event, and gives the records in the order of
    /// the drafts. A draft that changes nothing makes no version.
    ///
    /// Whatever is wrong is told behind the index of the draft; `CONFLICT` at `version` when somebody else
    /// was first.
    pub(super) async fn write(self, ctx: &Ctx) -> Result<Vec<Record>> {
        let drafts = self.without_errors()?;
        ctx.write(async |tx| drafts.write_in(ctx, tx).await).await
    }

    /// The same when nothing is wrong with any.
    pub(super) fn without_errors(mut self) -> Result<Self> {
        self.errors().into_result()?;
        Ok(self)
    }

    /// [`Drafts::write`] in a transaction of the caller's, of drafts without errors.
    pub(super) async fn write_in(mut self, ctx: &Ctx, tx: &WriteTx) -> Result<Vec<Record>> {
        self.take_numbers(tx).await?;
        self.refuse_twins(tx).await?;
        let changes: Vec<Vec<Change>> = self.all.iter().map(|draft| draft.changes(self.form)).collect();
        let fresh = self.all.iter().filter(|draft| draft.is_fresh());
        let fresh: Vec<Saving<'_>> = fresh.map(|draft| self.saving(&draft.record)).collect();
        repo::insert(tx, &fresh).await?;
        let mut lines = Vec::with_capacity(self.all.len());
        let mut records = Vec::with_capacity(self.all.len());
        for (index, (draft, changes)) in self.all.iter().zip(changes).enumerate() {
            let mut record = draft.record.clone();
            let (kind, action) = match &draft.before {
                None => (ChangeKind::Created, "record.created"),
                Some(_) if draft.how == How::FromBackupAnew => FROM_BACKUP,
                Some(before) if changes.is_empty() => {
                    records.push(before.clone());
                    continue;
                }
                Some(before) => {
                    write::stamp(ctx, self.form, &mut record);
                    if !repo::save(tx, &self.saving(&record), before.version).await? {
                        let conflict = UserErrors(vec![UserError::at("CONFLICT", &["version"])]);
                        return Err(Error::Invalid(at_index(conflict, index)));
                    }
                    if draft.how == How::FromBackup { FROM_BACKUP } else { kind_of(&changes) }
                }
            };
            write::audit_change(ctx, tx, (action, &changes), (self.form, &record)).await?;
            lines.push(write::line(ctx, &record, kind, changes));
            records.push(record);
        }
        repo::insert_changes(tx, lines).await?;
        Ok(records)
    }

    async fn take_numbers(&mut self, tx: &WriteTx) -> Result<()> {
        let numberless = |draft: &&mut Draft| draft.is_fresh() && draft.record.number == 0;
        let fresh = self.all.iter_mut().filter(numberless);
        let mut records: Vec<&mut Record> = fresh.map(|draft| &mut draft.record).collect();
        let count = i64::try_from(records.len()).map_err(Error::internal)?;
        if count == 0 {
            return Ok(());
        }
        let first = form::take_numbers(tx, self.form.id, count).await?;
        for (number, record) in (first..).zip(&mut records) {
            record.number = number;
        }
        sequence::fill(tx, self.form, &mut records).await
    }

    /// Refuses what must be unique and is not.
    async fn refuse_twins(&self, tx: &WriteTx) -> Result<()> {
        let records: Vec<&Record> = self.all.iter().map(|draft| &draft.record).collect();
        let faults = unique::faults(tx, self.form, &records).await?;
        let placed = faults.into_iter().flat_map(|(index, error)| at_index(UserErrors(vec![error]), index).0);
        UserErrors(placed.collect()).into_result()
    }

    fn saving<'s>(&'s self, record: &'s Record) -> Saving<'s> {
        Saving { record, form: self.form, users: &self.users }
    }
}

/// How history and the audit log name what came from a back-up.
const FROM_BACKUP: (ChangeKind, &str) = (ChangeKind::TakenFromBackup, "record.taken_from_backup");

fn kind_of(changes: &[Change]) -> (ChangeKind, &'static str) {
    if changes.iter().all(|change| change.field == STATUS) {
        (ChangeKind::Status, "record.status_changed")
    } else {
        (ChangeKind::Updated, "record.updated")
    }
}

/// Errors behind the index of the draft they are of.
fn at_index(mut errors: UserErrors, index: usize) -> UserErrors {
    for error in &mut errors.0 {
        error.path.insert(0, index.to_string());
    }
    errors
}

/// The errors of the only draft there is, without its index.
pub(super) fn alone(error: Error) -> Error {
    let Error::Invalid(mut errors) = error else { return error };
    for error in errors.0.iter_mut().filter(|error| !error.path.is_empty()) {
        error.path.remove(0);
    }
    Error::Invalid(errors)
}
