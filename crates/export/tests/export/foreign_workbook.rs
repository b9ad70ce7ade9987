//! Workbooks as others make them (EXP-08): each shape is read, or told by the cell.

use rust_xlsxwriter::{Format, Formula, Workbook as NewWorkbook, Worksheet};
use waarborg_export::{CellValue, Limits, Row, Workbook, parse};

fn made(fill: impl FnOnce(&mut Worksheet)) -> Workbook {
    let mut workbook = NewWorkbook::new();
    fill(workbook.add_worksheet().set_name("Blad1").unwrap());
    Workbook::from_bytes(workbook.save_to_buffer().unwrap(), Limits::default()).unwrap()
}

fn rows(workbook: &mut Workbook) -> Vec<Row> {
    workbook.rows("Blad1").unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn exp_08_title_rows_above_the_headings_are_passed_over() {
    let mut workbook = made(|sheet| {
        sheet.write(0, 0, "Risicoregister 2026").unwrap();
        sheet.write(1, 0, "Versie").unwrap().write(1, 1, "3").unwrap();
        sheet.write_row(4, 0, ["Titel", "Eigenaar", "Datum"]).unwrap();
        sheet.write_row(7, 0, ["Brand", "Ans", "31 december 2026"]).unwrap();
    });
    let header = workbook.header("Blad1").unwrap().unwrap();
    assert_eq!((header.row, header.columns.len()), (5, 3));
    let below: Vec<u32> = rows(&mut workbook).iter().map(|row| row.number).filter(|row| *row > 5).collect();
    assert_eq!(below, [8], "rows keep the number Excel gives them");
}

#[test]
fn exp_08_duplicate_headings_are_marked_with_the_first_of_them() {
    let mut workbook = made(|sheet| {
        sheet.write_row(0, 0, ["Titel", "Naam", "titel"]).unwrap();
    });
    let header = workbook.header("Blad1").unwrap().unwrap();
    assert_eq!(header.columns[2].duplicate_of, Some(0));
}

#[test]
fn exp_08_three_hundred_columns_are_read() {
    let mut workbook = made(|sheet| {
        for column in 0..300_u16 {
            sheet.write(0, column, format!("Kolom {column}")).unwrap().write(1, column, column).unwrap();
        }
    });
    assert_eq!(workbook.header("Blad1").unwrap().unwrap().columns.len(), 300);
    assert_eq!(rows(&mut workbook)[1].cell(299), &CellValue::Number(299.0));
}

#[test]
fn exp_08_a_formula_gives_its_cached_value_or_says_in_which_cell_it_has_none() {
    let mut workbook = made(|sheet| {
        sheet.write_formula(0, 0, Formula::new("=1+1").set_result("2")).unwrap();
        sheet.write_formula(1, 1, Formula::new("=1+1").set_result("")).unwrap();
        sheet.write_formula(2, 0, Formula::new("=Blad9!A1").set_result("#REF!")).unwrap();
    });
    let read = rows(&mut workbook);
    assert_eq!(read[0].cell(0), &CellValue::Number(2.0));
    let wrong: Vec<String> = read
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(|cell| if let CellValue::Error(text) = cell { Some(text.clone()) } else { None })
        .collect();
    assert!(wrong.iter().any(|text| text.contains("#REF!")), "{wrong:?} {read:?}");
}

#[test]
fn exp_08_a_merged_area_has_its_value_in_its_first_cell() {
    let mut workbook = made(|sheet| {
        sheet.merge_range(0, 0, 1, 0, "Titel", &Format::new()).unwrap();
        sheet.merge_range(0, 1, 0, 2, "Beoordeling", &Format::new()).unwrap();
        sheet.write(1, 1, "Kans").unwrap().write(1, 2, "Impact").unwrap();
        sheet.write(2, 0, "Brand").unwrap().write(2, 1, 3).unwrap().write(2, 2, 4).unwrap();
    });
    let read = rows(&mut workbook);
    assert_eq!(read[0].cell(0), &CellValue::Text("Titel".to_owned()));
    assert!(read[1].cell(0).is_blank());
    assert_eq!(read.last().unwrap().cell(2), &CellValue::Number(4.0));
    let header = workbook.header("Blad1").unwrap().unwrap();
    let names: Vec<&str> = header.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!((header.row, names), (2, vec!["Titel", "Beoordeling: Kans", "Beoordeling: Impact"]));
}

#[test]
fn exp_08_a_title_merged_over_the_whole_table_names_no_column() {
    let mut workbook = made(|sheet| {
        sheet.merge_range(0, 0, 0, 3, "Risicoregister 2026", &Format::new()).unwrap();
        sheet.write_row(1, 0, ["Titel", "Kans", "Impact", "Eigenaar"]).unwrap();
        sheet.write_row(2, 0, ["Brand", "3", "4", "Ans"]).unwrap();
    });
    let header = workbook.header("Blad1").unwrap().unwrap();
    let names: Vec<&str> = header.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!((header.row, names), (2, vec!["Titel", "Kans", "Impact", "Eigenaar"]));
}

#[test]
fn exp_08_days_of_both_calendars_and_as_text_are_the_same_day() {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let mut workbook = made(|sheet| {
        let format = Format::new().set_num_format("dd-mm-yyyy");
        sheet.write_datetime_with_format(0, 0, day, &format).unwrap();
        sheet.write_row(1, 0, ["1 maart 2026", "1 March 2026", "01-03-2026", "1 mrt 2026"]).unwrap();
    });
    for cell in rows(&mut workbook).iter().flat_map(|row| &row.cells) {
        assert_eq!(parse::parse_date(cell), Some(day), "{cell:?}");
    }
}

#[test]
fn exp_08_a_hidden_sheet_is_listed_as_hidden() {
    let mut workbook = NewWorkbook::new();
    workbook.add_worksheet().set_name("Zichtbaar").unwrap().write(0, 0, "a").unwrap();
    workbook.add_worksheet().set_name("Verborgen").unwrap().set_hidden(true).write(0, 0, "b").unwrap();
    let read = Workbook::from_bytes(workbook.save_to_buffer().unwrap(), Limits::default()).unwrap();
    let listed: Vec<_> = read.sheets().iter().map(|sheet| (sheet.name.as_str(), sheet.visible)).collect();
    assert_eq!(listed, [("Zichtbaar", true), ("Verborgen", false)]);
}
