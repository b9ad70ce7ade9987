//! Workbooks as people make them, and as nobody should.

use rust_xlsxwriter::Workbook;

/// A workbook with one sheet, `Blad1`, of these rows of text.
#[must_use]
pub fn workbook<R: AsRef<[S]>, S: AsRef<str>>(rows: &[R]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Blad1").expect("a good name");
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells.as_ref()) {
            sheet.write(row, column, text.as_ref()).expect("a cell within bounds");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// A small workbook whose two cells are the first and the last a sheet can have.
#[must_use]
pub fn far_away_workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Blad1").expect("a good name");
    sheet.write(0, 0, "here").expect("A1");
    sheet.write(1_048_575, 16_383, "and far away").expect("XFD1048576");
    workbook.save_to_buffer().expect("a workbook")
}
