//! CSV files of others: read, or refused with what is wrong (EXP-09).

use waarborg_export::{Book, CellValue, Limits, WorkbookError, delimited::SHEET};

/// The rows of a text, with their numbers.
fn read(bytes: impl Into<Vec<u8>>) -> Vec<(u32, Vec<String>)> {
    let mut book = Book::from_bytes(bytes.into(), Limits::default()).unwrap();
    assert_eq!(book.sheets().iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), [SHEET]);
    let text = |cell: &CellValue| match cell {
        CellValue::Text(text) => text.clone(),
        CellValue::Empty => String::new(),
        other => panic!("{other:?} in a text"),
    };
    let rows = book.rows(SHEET).unwrap().collect::<Result<Vec<_>, _>>().unwrap();
    rows.iter().map(|row| (row.number, row.cells.iter().map(text).collect())).collect()
}

fn refusal(bytes: impl Into<Vec<u8>>) -> WorkbookError {
    Book::from_bytes(bytes.into(), Limits::default()).err().unwrap()
}

fn two_rows() -> Vec<(u32, Vec<String>)> {
    [(1, ["Titel", "Patiënt"]), (2, ["Brand", "€ 5"])]
        .map(|(number, cells)| (number, cells.map(str::to_owned).to_vec()))
        .to_vec()
}

fn utf_16(text: &str, bytes_of: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn exp_09_every_encoding_is_recognised() {
    let text = "Titel;Patiënt\r\nBrand;€ 5\r\n";
    assert_eq!(read(text), two_rows());
    assert_eq!(read(format!("\u{feff}{text}")), two_rows());
    assert_eq!(read(utf_16(text, u16::to_le_bytes)), two_rows());
    assert_eq!(read(utf_16(text, u16::to_be_bytes)), two_rows());
    assert_eq!(read(b"Titel;Pati\xebnt\r\nBrand;\x80 5\r\n"), two_rows());
}

#[test]
fn exp_09_every_separator_and_line_end_is_recognised() {
    for separator in [",", ";", "\t"] {
        for end in ["\n", "\r", "\r\n"] {
            let text = format!("Titel;Patiënt{end}Brand;€ 5{end}").replace(';', separator);
            assert_eq!(read(text.clone()), two_rows(), "{text:?}");
            assert_eq!(read(text.trim_end()), two_rows(), "{text:?}");
        }
    }
}

#[test]
fn exp_09_mixed_separators_go_by_the_one_the_lines_agree_on() {
    let rows = read("Titel;Bedrag;Wie\nBrand;1,50;\"Jansen; Piet\"\nLek;2,25;De Vries, Ans\n");
    assert_eq!(rows[1].1, ["Brand", "1,50", "Jansen; Piet"]);
    assert_eq!(rows[2].1, ["Lek", "2,25", "De Vries, Ans"]);
}

#[test]
fn exp_09_quotes_keep_separators_line_ends_and_doubled_quotes_and_empty_lines_keep_their_number() {
    let rows = read("a,b\r\n\r\n\"een\r\ntwee\",\"\"\"x\"\",y\"\r\n,\r\nc,d");
    assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), [1, 3, 5]);
    assert_eq!(rows[1].1, ["een\ntwee", "\"x\",y"]);
}

#[test]
fn exp_09_the_line_that_names_the_separator_is_no_row() {
    let rows = read("sep=;\r\na;b,c\r\n1;2\r\n");
    assert_eq!(rows[0], (2, vec!["a".to_owned(), "b,c".to_owned()]));
}

#[test]
fn exp_09_a_nul_is_refused_wherever_it_stands() {
    assert_eq!(refusal(b"a;b\n1;\0\n"), WorkbookError::HasNul { line: 2 });
    let far = format!("a;b\n{}\0", "1;2\n".repeat(20_000));
    assert_eq!(refusal(far), WorkbookError::HasNul { line: 20_002 });
    // UTF-16 that does not say so is full of them.
    let unmarked: Vec<u8> = "a;b\n1;2\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refusal(unmarked), WorkbookError::HasNul { line: 1 });
}

#[test]
fn exp_09_a_quote_that_is_never_closed_is_told_with_its_line() {
    assert_eq!(refusal("a;b\n1;\"twee\n3;4\n"), WorkbookError::UnclosedQuote { line: 2 });
    let long = format!("a;b\n1;\"twee\n{}", "3;4\n".repeat(1_000_000));
    assert_eq!(refusal(long), WorkbookError::UnclosedQuote { line: 2 });
}

#[test]
fn exp_09_a_line_without_end_is_refused_at_the_limit() {
    let max = Limits::default().line_bytes;
    let endless = format!("a;b\n{}", "x".repeat(40 << 20));
    assert_eq!(refusal(endless), WorkbookError::LineTooLong { line: 2, max });
    let mut too_large = vec![b'x'; 51 << 20];
    too_large[1] = b';';
    assert_eq!(refusal(too_large).code(), "WORKBOOK_TOO_LARGE");
}

#[test]
fn exp_09_rows_columns_and_cells_have_the_limits_of_workbooks() {
    assert_eq!(refusal("a;b\n".repeat(200_002)).code(), "SHEET_TOO_MANY_ROWS");
    assert_eq!(refusal(format!("a{}\n", ";b".repeat(1_000))).code(), "SHEET_TOO_MANY_COLUMNS");
    assert_eq!(refusal(format!("a;b\n1;{}\n", "x".repeat(32_768))).code(), "CELL_TOO_LONG");
    assert_eq!(refusal("no table at all").code(), "WORKBOOK_IS_TEXT");
    assert_eq!(refusal(b"%PDF-1.7 \0").code(), "WORKBOOK_NOT_RECOGNISED");
    assert_eq!(refusal(b"\x89PNG\r\n\x1a\n\0\0").code(), "WORKBOOK_NOT_RECOGNISED");
}
