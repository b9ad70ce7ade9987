use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::form;
use domain::record::{self, LikelihoodImpact, NewRecord, Record, RecordUpdate, Value, ValueChanges};
use kernel::{RecordId, UserErrors};

use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{Date, RecordObject, YesNoNaName},
};

/// A value for one field: exactly one member besides the key; none empties the field.
#[derive(InputObject)]
pub(super) struct FieldValueInput {
    /// The field.
    key: String,
    /// Plain text.
    text: Option<String>,
    /// Rich text; whatever is not allowed is taken out.
    html: Option<String>,
    /// A number.
    number: Option<f64>,
    /// A day.
    date: Option<Date>,
    /// The answer to a closed question.
    yes_no_na: Option<YesNoNaName>,
    /// Option keys.
    choices: Option<Vec<String>>,
    /// A user.
    user: Option<ID>,
    /// Records.
    references: Option<Vec<ID>>,
    /// A place in the risk matrix.
    likelihood_impact: Option<LikelihoodImpactInput>,
}

/// A place in the risk matrix.
#[derive(InputObject)]
struct LikelihoodImpactInput {
    /// Step of likelihood, from 1.
    likelihood: u8,
    /// Step of impact, from 1.
    impact: u8,
}

impl FieldValueInput {
    /// The members that are given, as values.
    fn values(self) -> Result<Vec<Value>, &'static str> {
        let user = self.user.map(|id| id.parse()).transpose().map_err(|_| "USER_NOT_FOUND")?;
        let references =
            self.references.map(|ids| ids.iter().map(|id| id.parse()).collect::<Result<Vec<_>, _>>());
        let references = references.transpose().map_err(|_| "RECORD_NOT_FOUND")?;
        let place = self
            .likelihood_impact
            .map(|place| LikelihoodImpact { likelihood: place.likelihood, impact: place.impact });
        let given = [
            self.text.map(Value::Text),
            self.html.map(Value::RichText),
            self.number.map(Value::Number),
            self.date.map(|date| Value::Date(date.0)),
            self.yes_no_na.map(|answer| Value::YesNoNa(answer.into())),
            self.choices.map(Value::Choice),
            user.map(Value::User),
            references.map(Value::Reference),
            place.map(Value::LikelihoodImpact),
        ];
        Ok(given.into_iter().flatten().collect())
    }
}

/// Reads the values of an input; a field named twice or with two members is refused.
pub(super) fn changes(inputs: Vec<FieldValueInput>) -> kernel::Result<ValueChanges> {
    let mut errors = UserErrors::default();
    let mut changes = ValueChanges::new();
    for input in inputs {
        let key = input.key.clone();
        let refused = |code| kernel::UserError::at(code, &["values", &key]);
        match input.values() {
            Err(code) => errors.push(refused(code)),
            Ok(mut given) if given.len() <= 1 => {
                if changes.insert(key.clone(), given.pop()).is_some() {
                    errors.push(refused("DUPLICATE_KEY"));
                }
            }
            Ok(_) => errors.push(refused("WRONG_KIND")),
        }
    }
    errors.into_result()?;
    Ok(changes)
}

/// A record to be made.
#[derive(InputObject)]
struct CreateRecordInput {
    /// Key of the register.
    form_key: String,
    /// The values; fields that are left out stay empty.
    #[graphql(validator(max_items = 300))]
    values: Vec<FieldValueInput>,
    /// Key of the status; the form's first unless given.
    status_key: Option<String>,
}

/// A change of a record; fields that are left out stay as they are.
#[derive(InputObject)]
struct UpdateRecordInput {
    /// Which.
    id: ID,
    /// The version the change was made upon; another one's change in between is refused with CONFLICT.
    version: i32,
    /// What changes.
    #[graphql(validator(max_items = 300))]
    values: Vec<FieldValueInput>,
    /// The status to go to, if it changes.
    status_key: Option<String>,
}

/// A step of a record's status.
#[derive(InputObject)]
struct ChangeRecordStatusInput {
    /// Which.
    id: ID,
    /// The version the step was taken upon.
    version: i32,
    /// The status to go to.
    status_key: String,
}

/// The record as it is now. A field's error has the path `values`, then the field's key.
#[derive(SimpleObject)]
pub(super) struct RecordPayload {
    /// As it is now; on CONFLICT as the other made it.
    pub record: Option<RecordObject>,
    /// What the user can mend.
    pub user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct RecordMutation;

#[Object]
impl RecordMutation {
    /// Makes a record.
    async fn create_record(&self, cx: &Context<'_>, input: CreateRecordInput) -> Result<RecordPayload> {
        let created = match changes(input.values) {
            Ok(values) => {
                let new = NewRecord { form_key: input.form_key, values, status: input.status_key };
                record::create(&cx.scope().ctx, new).await
            }
            Err(error) => Err(error),
        };
        let (created, user_errors) = outcome(created)?;
        Ok(RecordPayload { record: with_form(cx, created).await?, user_errors })
    }

    /// Changes a record.
    async fn update_record(&self, cx: &Context<'_>, input: UpdateRecordInput) -> Result<RecordPayload> {
        let id = parse_id(&input.id)?;
        match changes(input.values) {
            Ok(values) => {
                let update = RecordUpdate { id, version: input.version, values, status: input.status_key };
                self::update(cx, update).await
            }
            Err(error) => Ok(RecordPayload { record: None, user_errors: outcome::<()>(Err(error))?.1 }),
        }
    }

    /// Takes a step of a record's status.
    async fn change_record_status(
        &self,
        cx: &Context<'_>,
        input: ChangeRecordStatusInput,
    ) -> Result<RecordPayload> {
        let update = RecordUpdate {
            id: parse_id(&input.id)?,
            version: input.version,
            values: ValueChanges::new(),
            status: Some(input.status_key),
        };
        self::update(cx, update).await
    }
}

/// A malformed id points to nothing, like any unknown one.
pub(super) fn parse_id(id: &ID) -> Result<RecordId> {
    Ok(id.parse().map_err(|_| kernel::Error::NotFound)?)
}

async fn update(cx: &Context<'_>, update: RecordUpdate) -> Result<RecordPayload> {
    let ctx = &cx.scope().ctx;
    let id = update.id;
    let (mut updated, user_errors) = outcome(record::update(ctx, update).await)?;
    if user_errors.iter().any(|error| error.code == "CONFLICT") {
        updated = Some(record::get(ctx, id).await?);
    }
    Ok(RecordPayload { record: with_form(cx, updated).await?, user_errors })
}

pub(super) async fn with_form(cx: &Context<'_>, record: Option<Record>) -> Result<Option<RecordObject>> {
    // What an earlier mutation of this request has read is no longer so.
    cx.scope().records.clear::<RecordId>();
    match record {
        Some(record) => {
            Ok(Some(RecordObject { form: form::get(&cx.scope().ctx, record.form_id).await?, record }))
        }
        None => Ok(None),
    }
}
