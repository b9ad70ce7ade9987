//! Cell references as Excel writes them.

/// Excel's last row.
pub(super) const LAST_ROW: u32 = 1_048_576;
/// Excel's last column, XFD.
pub(super) const LAST_COLUMN: u32 = 16_384;

/// `B7` as (row 7, column 2), both counted from one; `None` for anything Excel cannot hold.
pub(super) fn parse_cell(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|character: char| character.is_ascii_digit())?;
    let (letters, digits) = text.split_at_checked(digits)?;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().try_fold(0, |column, letter| {
        letter.is_ascii_alphabetic().then(|| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some((parse_row(digits)?, column)).filter(|(_, column)| *column <= LAST_COLUMN)
}

/// `7` as row 7; `None` for anything Excel cannot hold.
pub(super) fn parse_row(text: &str) -> Option<u32> {
    let plain = text.len() <= 7 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|row| plain && (1..=LAST_ROW).contains(row))
}

/// Whether this is `B7` or `A1:B7`, with its corners in order.
pub(super) fn is_range(text: &str) -> bool {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    match (parse_cell(first), parse_cell(last)) {
        (Some(first), Some(last)) => first.0 <= last.0 && first.1 <= last.1,
        _ => false,
    }
}

/// Row 7, column 2, both counted from one, as `B7`.
pub(crate) fn name_cell(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters.iter().rev().chain(row.to_string().chars().collect::<Vec<_>>().iter()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_up_to_excels_last_cell_are_read_and_written_back() {
        for (text, at) in
            [("A1", (1, 1)), ("Z9", (9, 26)), ("AA10", (10, 27)), ("XFD1048576", (1_048_576, 16_384))]
        {
            assert_eq!(parse_cell(text), Some(at));
            assert_eq!(name_cell(at.0, at.1), text);
        }
    }

    #[test]
    fn what_excel_cannot_hold_is_no_reference() {
        for text in
            ["", "A", "7", "A0", "XFE1", "A1048577", "AAAA1", "A99999999999999", "A+1", "A1 ", "É1", "A1B"]
        {
            assert_eq!(parse_cell(text), None, "{text}");
        }
        assert!(is_range("A1:B2") && is_range("C3") && !is_range("B2:A1") && !is_range("A1:B2:C3"));
    }
}
