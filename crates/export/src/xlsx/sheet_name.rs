//! Names that Excel accepts for a sheet.

/// Excel's limit, in UTF-16 units.
const MOST_UNITS: usize = 31;

/// A sheet name made of any text: characters Excel refuses become spaces, and what is too long is cut.
pub(super) fn sanitise(text: &str, or: &str) -> String {
    let plain: String = text
        .chars()
        .map(|character| match character {
            '*' | '?' | ':' | '[' | ']' | '\\' | '/' => ' ',
            control if control.is_control() => ' ',
            other => other,
        })
        .collect();
    let mut name = String::new();
    let mut units = 0;
    for character in plain.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        units += character.len_utf16();
        if units > MOST_UNITS {
            break;
        }
        name.push(character);
    }
    let name = name.trim_matches(['\'', ' ']);
    // Excel keeps "History" for itself.
    if name.is_empty() || name.eq_ignore_ascii_case("history") { or.to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_register_name_gives_a_sheet_name_that_excel_accepts() {
        for (text, name) in [
            ("Risico's en kansen", "Risico's en kansen"),
            ("BIV/CIA: [2026]*?", "BIV CIA 2026"),
            ("'citaat'", "citaat"),
            ("", "Registraties"),
            ("  \u{0}\n ", "Registraties"),
            ("History", "Registraties"),
            ("Verwerkingsregister van de verwerkingsverantwoordelijke", "Verwerkingsregister van de verw"),
            ("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
        ] {
            assert_eq!(sanitise(text, "Registraties"), name);
            assert!(rust_xlsxwriter::utility::check_sheet_name(name).is_ok());
        }
    }
}
