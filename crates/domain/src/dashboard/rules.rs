//! What a dashboard must look like.

use kernel::{DashboardCardId, Localized, UserError, UserErrors};

use super::{CardSave, DashboardSave, StoredCard};
use crate::form::{Chart, ChartFault, Form};

/// The longest name, in characters.
const MAX_NAME: usize = 80;
/// The longest title of a chart, in characters.
const MAX_TITLE: usize = 200;
/// The most cards, with those that are hidden from who saves it.
pub(super) const MAX_CARDS: usize = 24;
/// The columns of a dashboard.
const COLUMNS: i32 = 4;
/// The most bytes of all cards together.
pub(super) const MAX_BYTES: usize = 100_000;

/// A name and cards as they are kept; ids are for new cards.
pub(super) fn check(
    save: &DashboardSave,
    forms: &[Form],
    mut id: impl FnMut() -> DashboardCardId,
) -> Result<(String, Vec<StoredCard>), UserErrors> {
    let mut errors = UserErrors::default();
    let name = errors.note(name(&save.name));
    let mut cards = Vec::with_capacity(save.cards.len());
    for (index, card) in save.cards.iter().enumerate().take(MAX_CARDS) {
        match check_card(card, forms, index) {
            Ok((form, chart, width)) => cards.push(StoredCard { id: id(), form_id: form.id, chart, width }),
            Err(found) => errors.extend(found),
        }
    }
    if save.cards.len() > MAX_CARDS {
        errors.push(UserError::at("TOO_MANY", &["cards"]).with("max", MAX_CARDS));
    }
    if errors.0.is_empty() { Ok((name, cards)) } else { Err(errors) }
}

fn name(text: &str) -> Result<String, UserError> {
    let name: String = text.chars().filter(|c| !c.is_control()).collect();
    let name = name.trim().to_owned();
    if name.is_empty() {
        Err(UserError::at("REQUIRED", &["name"]))
    } else if name.chars().count() > MAX_NAME {
        Err(UserError::at("TOO_LONG", &["name"]).with("max", MAX_NAME))
    } else {
        Ok(name)
    }
}

fn check_card<'a>(
    card: &CardSave,
    forms: &'a [Form],
    index: usize,
) -> Result<(&'a Form, Chart, u8), UserErrors> {
    let at = index.to_string();
    let mut errors = UserErrors::default();
    let width = u8::try_from(card.width).ok().filter(|_| (1..=COLUMNS).contains(&card.width));
    if width.is_none() {
        let code = if card.width < 1 { ("TOO_LOW", "min", 1) } else { ("TOO_HIGH", "max", COLUMNS) };
        errors.push(UserError::at(code.0, &["cards", &at, "width"]).with(code.1, code.2));
    }
    let form = forms.iter().find(|form| form.definition.key == card.form_key);
    let found = card
        .chart
        .as_ref()
        .map_err(|fault| *fault)
        .and_then(|chart| form.map_or(Ok(()), |form| chart.check(&form.definition)).map(|()| chart));
    let mut chart = None;
    match found {
        Ok(found) => match title(&found.title) {
            Ok(title) => chart = Some(Chart { key: format!("card_{}", index + 1), title, ..found.clone() }),
            Err(wrong) => {
                let path = ["cards", &at, "chart", "title"].map(str::to_owned).to_vec();
                errors.push(UserError { path, ..wrong });
            }
        },
        Err(fault) => errors.push(in_card(&at, fault)),
    }
    if form.is_none() {
        errors.push(UserError::at("FORM_NOT_FOUND", &["cards", &at, "formKey"]));
    }
    match (form, chart, width) {
        (Some(form), Some(chart), Some(width)) if errors.0.is_empty() => Ok((form, chart, width)),
        _ => Err(errors),
    }
}

fn in_card(index: &str, fault: ChartFault) -> UserError {
    let error = UserError::at(fault.code, &["cards", index, "chart"]);
    UserError { path: error.path.into_iter().chain(fault.path()).collect(), ..error }
}

/// A title in both languages: what is left out in one is said in the other.
fn title(text: &Localized) -> Result<Localized, UserError> {
    let clean = |text: &str| -> String {
        text.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_owned()
    };
    let (nl, en) = (clean(&text.nl), clean(&text.en));
    if nl.is_empty() && en.is_empty() {
        return Err(UserError::at("REQUIRED", &["title"]));
    }
    if nl.chars().count().max(en.chars().count()) > MAX_TITLE {
        return Err(UserError::at("TOO_LONG", &["title"]).with("max", MAX_TITLE));
    }
    Ok(match (nl.is_empty(), en.is_empty()) {
        (true, _) => Localized::same(en),
        (_, true) => Localized::same(nl),
        _ => Localized { nl, en },
    })
}

/// The cards with the ids of those that are the same as before.
pub(super) fn keep_ids(cards: Vec<StoredCard>, before: &[StoredCard]) -> Vec<StoredCard> {
    let mut known: Vec<&StoredCard> = before.iter().collect();
    let same = |card: StoredCard| {
        let found = known.iter().position(|other| other.draws_the_same(&card));
        let id = found.map_or(card.id, |place| known.swap_remove(place).id);
        StoredCard { id, ..card }
    };
    cards.into_iter().map(same).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_to_eighty_characters() {
        assert_eq!(name(" Mijn\r\n bord ").unwrap(), "Mijn bord");
        assert_eq!(name(" \t ").unwrap_err().code, "REQUIRED");
        assert_eq!(name(&"é".repeat(81)).unwrap_err().code, "TOO_LONG");
    }

    #[test]
    fn a_title_in_one_language_is_said_in_both() {
        let of = |nl: &str, en: &str| title(&Localized { nl: nl.into(), en: en.into() });
        assert_eq!(of(" a ", ""), Ok(Localized::same("a")));
        assert_eq!(of("", "b"), Ok(Localized::same("b")));
        assert_eq!(of("a", "b").unwrap().en, "b");
        assert_eq!(of(" ", "").unwrap_err().code, "REQUIRED");
        assert_eq!(of("a", &"x".repeat(201)).unwrap_err().code, "TOO_LONG");
    }
}
