//! Values as clients give them.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, Utc};
use domain::record::{LikelihoodImpact, Value, ValueChanges, WebLink};
use kernel::{IdPrefix, TypedId, UserErrors};

use crate::types::{Date, WebLinkObject, YesNoNaName};

/// A value for one field: exactly one member besides the key; none empties the field.
#[derive(InputObject)]
pub(super) struct FieldValueInput {
    /// The field.
    pub(super) key: String,
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
    /// A moment.
    date_time: Option<DateTime<Utc>>,
    /// Words of another register: dynamic choice.
    words: Option<Vec<String>>,
    /// Users.
    users: Option<Vec<ID>>,
    /// Groups of users.
    groups: Option<Vec<ID>>,
    /// Files, by the revision that was uploaded.
    files: Option<Vec<ID>>,
    /// Records.
    references: Option<Vec<ID>>,
    /// Two-letter country codes.
    countries: Option<Vec<String>>,
    /// `#` and six hexadecimal digits.
    colour: Option<String>,
    /// Keys of the points that are ticked.
    ticked: Option<Vec<String>>,
    /// Addresses on the web.
    links: Option<Vec<WebLinkObject>>,
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
    pub(super) fn values(self) -> Result<Vec<Value>, &'static str> {
        let place = self
            .likelihood_impact
            .map(|place| LikelihoodImpact { likelihood: place.likelihood, impact: place.impact });
        let links = self.links.map(|links| {
            links.into_iter().map(|link| WebLink { url: link.url, title: link.title }).collect()
        });
        let given = [
            self.text.map(Value::Text),
            self.html.map(Value::RichText),
            self.number.map(Value::Number),
            self.date.map(|date| Value::Date(date.0)),
            self.date_time.map(Value::DateTime),
            self.yes_no_na.map(|answer| Value::YesNoNa(answer.into())),
            self.choices.map(Value::Choice),
            self.words.map(Value::Words),
            ids(self.users, "USER_NOT_FOUND")?.map(Value::User),
            ids(self.groups, "GROUP_NOT_FOUND")?.map(Value::Group),
            ids(self.files, "FILE_NOT_FOUND")?.map(Value::File),
            ids(self.references, "RECORD_NOT_FOUND")?.map(Value::Reference),
            self.countries.map(Value::Country),
            self.colour.map(Value::Colour),
            self.ticked.map(Value::Checklist),
            place.map(Value::LikelihoodImpact),
            links.map(Value::WebLink),
        ];
        Ok(given.into_iter().flatten().collect())
    }
}

/// A malformed id points to nothing, like any unknown one.
fn ids<K: IdPrefix>(
    given: Option<Vec<ID>>,
    unknown: &'static str,
) -> Result<Option<Vec<TypedId<K>>>, &'static str> {
    let parsed = given.map(|ids| ids.iter().map(|id| id.parse()).collect::<Result<Vec<_>, _>>());
    parsed.transpose().map_err(|_| unknown)
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
