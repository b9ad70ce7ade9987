//! Reports as Excel workbooks, read back with the product's own reader.

use std::{io::Read as _, ops::ControlFlow};

use kernel::{Error, Locale};
use waarborg_export::{
    Cell, CellValue, ExportError, Format, Limits, PROGRESS_EVERY_ROWS, Source, Workbook, YesNoNa, export,
    parse::{parse_date, parse_date_time, parse_list, parse_number, parse_yes_no_na},
    xlsx,
};

use crate::{
    plain_csv::PAYLOADS,
    sample::{moment, risk_report, risk_row, written},
};

fn workbook(locale: Locale, rows: Vec<Vec<Cell>>) -> Vec<u8> {
    written(&risk_report(locale), rows, |source, out| xlsx::write(source, out))
}

fn read_data(bytes: Vec<u8>) -> Vec<Vec<CellValue>> {
    let mut workbook = Workbook::from_bytes(bytes, Limits::default()).unwrap();
    let marker = workbook.marker().unwrap().unwrap();
    let rows = workbook.rows(&marker.sheet).unwrap();
    rows.map(|row| row.unwrap()).filter(|row| row.number > marker.header_row).map(|row| row.cells).collect()
}

#[test]
fn exp_02_what_people_typed_is_never_a_formula_or_a_link_in_excel() {
    let mut rows: Vec<Vec<Cell>> = PAYLOADS.iter().map(|payload| risk_row(payload)).collect();
    rows.push(risk_row("https://example.org/ mailto:a@example.org"));
    let bytes = workbook(Locale::Nl, rows);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        for forbidden in ["<f>", "<f ", "<hyperlink", "relationships/hyperlink", "externalLink"] {
            assert!(!text.contains(forbidden), "{forbidden}");
        }
    }
    let titles = read_data(bytes).into_iter().map(|cells| cells.into_iter().next().unwrap());
    for (title, payload) in titles.zip(PAYLOADS) {
        assert_eq!(title, CellValue::Text(payload.to_owned()));
    }
}

#[test]
fn a_report_reads_back_as_it_was_written_type_by_type() {
    for locale in Locale::ALL {
        let rows = read_data(workbook(locale, vec![risk_row("Brand"), vec![Cell::Empty; 10]]));
        assert_eq!(rows.len(), 1, "an empty row holds nothing");
        let cells = &rows[0];
        assert_eq!(cells[0], CellValue::Text("Brand".to_owned()));
        assert_eq!(
            cells[1],
            CellValue::Text("Eerste regel\ntweede regel: café, één, coëfficiënt".to_owned())
        );
        assert_eq!(parse_number(&cells[2], locale), Some(-7.0));
        assert_eq!(cells[3], CellValue::Number(1234.5));
        assert_eq!(parse_date(&cells[4]), chrono::NaiveDate::from_ymd_opt(2026, 12, 31));
        let local = moment().with_timezone(&chrono_tz::Europe::Amsterdam).naive_local();
        assert_eq!(parse_date_time(&cells[5]), Some(local));
        assert_eq!(cells[6], CellValue::Text("Accepteren, met reden".to_owned()));
        assert_eq!(parse_list(&cells[7]), ["Mens", "Techniek; ICT"]);
        assert_eq!(parse_yes_no_na(&cells[8]), Some(YesNoNa::NotApplicable));
        assert_eq!(cells[9], CellValue::Number(12.0), "a score stays a number, its level is its format");
    }
}

#[test]
fn an_export_knows_its_own_form_and_columns() {
    let mut workbook =
        Workbook::from_bytes(workbook(Locale::En, vec![risk_row("Brand")]), Limits::default()).unwrap();
    let visible: Vec<&str> =
        workbook.sheets().iter().filter(|sheet| sheet.visible).map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(visible, ["Cover", "Risico's en kansen"]);
    let marker = workbook.marker().unwrap().unwrap();
    assert_eq!((marker.form_key.as_str(), marker.locale), ("risk", Locale::En));
    assert_eq!(marker.columns[..2], ["title", "description"]);
    let header = workbook.header(&marker.sheet).unwrap().unwrap();
    assert_eq!((header.row, header.columns.len()), (1, marker.columns.len()));
}

#[test]
fn a_text_longer_than_an_excel_cell_is_kept_whole() {
    let long = "é😀 abc ".repeat(20_000);
    let mut row = risk_row("Lang");
    row[1] = Cell::Text(long.clone());
    let bytes = workbook(Locale::Nl, vec![risk_row("Kort"), row]);
    let cells = read_data(bytes.clone());
    let mut workbook = Workbook::from_bytes(bytes, Limits::default()).unwrap();
    let marker = workbook.marker().unwrap().unwrap();
    let long_texts = workbook.long_texts(&marker).unwrap();
    let CellValue::Text(shown) = &cells[1][1] else { panic!("a text") };
    assert!(shown.ends_with("[… Vervolgteksten 1]") && shown.encode_utf16().count() <= 32_767);
    assert_eq!(long_texts.complete(shown), long);
    assert_eq!(long_texts.complete("gewijzigd"), "gewijzigd");
}

#[test]
fn a_register_without_records_and_names_that_excel_refuses_still_give_a_workbook() {
    let mut report = risk_report(Locale::Nl);
    report.register = "voorblad".to_owned();
    report.title = "=1+1".to_owned();
    let bytes = written(&report, vec![], |source, out| xlsx::write(source, out));
    let mut workbook = Workbook::from_bytes(bytes, Limits::default()).unwrap();
    assert_eq!(workbook.marker().unwrap().unwrap().sheet, "Registraties");
}

#[test]
fn a_cancelled_or_failing_export_leaves_what_was_there_and_no_other_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("risico.xlsx");
    std::fs::write(&path, b"vorige").unwrap();
    for format in Format::ALL {
        let mut told = Vec::new();
        let mut stop = |done| {
            told.push(done);
            if done >= 2 * PROGRESS_EVERY_ROWS { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let mut rows = std::iter::repeat_with(|| Ok(risk_row("Brand")));
        let source_report = risk_report(Locale::Nl);
        let source = Source::new(&source_report, &mut rows, &mut stop);
        assert!(matches!(export(format, source, &path), Err(ExportError::Cancelled)));
        assert_eq!((told.first(), told.last()), (Some(&0), Some(&(2 * PROGRESS_EVERY_ROWS))));
        assert!(told.is_sorted() && told.contains(&PROGRESS_EVERY_ROWS));

        let mut go_on = |_| ControlFlow::Continue(());
        let mut failing = [Ok(risk_row("Brand")), Err(Error::NotFound)].into_iter();
        let source = Source::new(&source_report, &mut failing, &mut go_on);
        assert!(matches!(export(format, source, &path), Err(ExportError::Rows(Error::NotFound))));

        let mut crooked = [Ok(vec![Cell::Empty])].into_iter();
        let source = Source::new(&source_report, &mut crooked, &mut go_on);
        assert!(matches!(
            export(format, source, &path),
            Err(ExportError::Shape { row: 1, expected: 10, found: 1 })
        ));
    }
    assert_eq!(std::fs::read(&path).unwrap(), b"vorige");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_finished_export_replaces_the_file_and_says_how_large_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for format in Format::ALL {
        let path = folder.path().join(format!("risico.{format}"));
        let mut go_on = |_| ControlFlow::Continue(());
        let mut rows = (0..3).map(|_| Ok(risk_row("Brand")));
        let report = risk_report(Locale::Nl);
        let done = export(format, Source::new(&report, &mut rows, &mut go_on), &path).unwrap();
        assert_eq!((done.rows, done.bytes), (3, std::fs::metadata(&path).unwrap().len()));
    }
}
