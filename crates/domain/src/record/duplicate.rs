//! A copy of a record, to begin another with.

use std::collections::HashSet;

use kernel::{Error, Locale, RecordId, Result};

use super::{Mentioned, Record, Value, Values, draft::Draft, get, repo, tidy, write};
use crate::{
    Ctx,
    form::{self, Field, FieldKind, Form},
    text::cut,
};

/// Makes a new record with the values of another one and " (copy)" behind its title, in the actor's language.
/// It begins at the first status, with a number and a history of its own. Values that the form does not take
/// any more are left out, and so are links to what is gone.
pub async fn duplicate(ctx: &Ctx, id: RecordId) -> Result<Record> {
    let original = get(ctx, id).await?;
    let form = form::get(ctx, original.form_id).await?;
    if !form.takes_records() {
        return Err(Error::Forbidden);
    }
    let values = copied(ctx, &form, original.values).await?;
    write::write_one(ctx, &form, Draft::copy(ctx, &form, values)).await
}

async fn copied(ctx: &Ctx, form: &Form, values: Values) -> Result<Values> {
    let mentioned: Mentioned = values.values().collect();
    let linked: Vec<RecordId> = mentioned.records.into_iter().collect();
    let there: HashSet<RecordId> = repo::form_ids(ctx.read(), &linked).await?.into_keys().collect();
    let mut copied = Values::new();
    for field in form.definition.all_fields().filter(|field| is_copied(field)) {
        let Some(mut value) = values.get(&field.key).cloned() else { continue };
        match &mut value {
            Value::Reference(ids) => ids.retain(|id| there.contains(id)),
            Value::Text(title) if field.key == form.definition.title_field => {
                *title = title_of_copy(title, field.kind.max_length(), ctx.locale());
            }
            _ => {}
        }
        if let Ok(value) = tidy(field, value)
            && !value.is_empty()
        {
            copied.insert(field.key.clone(), value);
        }
    }
    Ok(copied)
}

/// What is worked out is worked out anew, what must be unique cannot be copied, and evidence belongs to the
/// record it was filed with.
fn is_copied(field: &Field) -> bool {
    !field.kind.is_derived() && !field.unique && !matches!(field.kind, FieldKind::File { .. })
}

/// The title with what tells it from the original's, within the most characters there may be.
fn title_of_copy(title: &str, limit: Option<u32>, locale: Locale) -> String {
    let mark = match locale {
        Locale::Nl => " (kopie)",
        Locale::En => " (copy)",
    };
    let room = limit.map_or(usize::MAX, |limit| (limit as usize).saturating_sub(mark.len()));
    format!("{}{mark}", cut(title, room).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_of_a_copy_says_so_and_still_fits() {
        assert_eq!(title_of_copy("Brand", None, Locale::Nl), "Brand (kopie)");
        assert_eq!(title_of_copy("Brand", Some(200), Locale::En), "Brand (copy)");
        assert_eq!(title_of_copy("Brand in de kelder", Some(17), Locale::Nl), "Brand in (kopie)");
        assert_eq!(title_of_copy("é".repeat(30).as_str(), Some(20), Locale::Nl).chars().count(), 20);
    }
}
