//! Reports and workbooks to try things on.

use std::{
    io::{Cursor, Write as _},
    ops::ControlFlow,
};

use chrono::{NaiveDate, TimeZone as _, Utc};
use kernel::{Instant, Locale};
use waarborg_export::{Cell, Colour, Column, ColumnKind, ExportError, Report, Score, Source, YesNoNa};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

pub(crate) fn moment() -> Instant {
    Utc.with_ymd_and_hms(2026, 1, 5, 8, 0, 0).unwrap()
}

/// A risk register with a column of every kind.
pub(crate) fn risk_report(locale: Locale) -> Report {
    let options = vec!["Beperken".to_owned(), "Accepteren, met reden".to_owned()];
    let mut text = Column::new("title", "Titel", ColumnKind::Text);
    text.help = Some("Een korte titel".to_owned());
    Report {
        title: "Risico's en kansen".to_owned(),
        environment: "Zorggroep De Linde".to_owned(),
        register: "Risico's en kansen".to_owned(),
        form_key: "risk".to_owned(),
        locale,
        as_of: None,
        generated_at: moment(),
        generated_by: "Ans de Vries".to_owned(),
        records: None,
        filters: vec![],
        columns: vec![
            text,
            Column::new("description", "Omschrijving", ColumnKind::LongText),
            Column::new("number", "Nummer", ColumnKind::Integer),
            Column::new("amount", "Bedrag", ColumnKind::Number),
            Column::new("due", "Einddatum", ColumnKind::Date),
            Column::new("reported", "Gemeld op", ColumnKind::Instant),
            Column::new("treatment", "Behandeling", ColumnKind::Choice { options }),
            Column::new("themes", "Thema's", ColumnKind::MultiChoice),
            Column::new("personal", "Persoonsgegevens", ColumnKind::YesNoNa),
            Column::new("score", "Score", ColumnKind::Score),
        ],
    }
}

pub(crate) fn risk_row(title: &str) -> Vec<Cell> {
    vec![
        Cell::Text(title.to_owned()),
        Cell::Text("Eerste regel\ntweede regel: café, één, coëfficiënt".to_owned()),
        Cell::Integer(-7),
        Cell::Number(1234.5),
        Cell::Date(NaiveDate::from_ymd_opt(2026, 12, 31).unwrap()),
        Cell::Instant(moment()),
        Cell::Text("Accepteren, met reden".to_owned()),
        Cell::List(vec!["Mens".to_owned(), "Techniek; ICT".to_owned()]),
        Cell::YesNoNa(YesNoNa::NotApplicable),
        Cell::Score(Score { value: 12.0, level: "Hoog \"dm\"".to_owned(), colour: Colour::rgb(192, 0, 0) }),
    ]
}

/// Writes a report with one of the format writers, into memory.
pub(crate) fn written(
    report: &Report,
    rows: Vec<Vec<Cell>>,
    write: impl Fn(&mut Source<'_>, &mut Cursor<Vec<u8>>) -> Result<(), ExportError>,
) -> Vec<u8> {
    let mut rows = rows.into_iter().map(Ok);
    let mut go_on = |_| ControlFlow::Continue(());
    let mut out = Cursor::new(Vec::new());
    write(&mut Source::new(report, &mut rows, &mut go_on), &mut out).unwrap();
    out.into_inner()
}

/// A zip archive of named parts.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub(crate) const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
pub(crate) const ROOT_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
pub(crate) const WORKBOOK: &str = r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
pub(crate) const WORKBOOK_RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
/// Cell style 1 shows a date.
pub(crate) const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

/// The parts of a workbook with one sheet, given its `<sheetData>` and what surrounds it.
pub(crate) fn parts_with_sheet(sheet: &str) -> Vec<(&'static str, Vec<u8>)> {
    let sheet = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>"#
    );
    vec![
        ("[Content_Types].xml", CONTENT_TYPES.into()),
        ("_rels/.rels", ROOT_RELATIONS.into()),
        ("xl/workbook.xml", WORKBOOK.into()),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS.into()),
        ("xl/styles.xml", STYLES.into()),
        ("xl/worksheets/sheet1.xml", sheet.into_bytes()),
    ]
}

pub(crate) fn zipped_parts(parts: &[(&'static str, Vec<u8>)]) -> Vec<u8> {
    zipped(&parts.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect::<Vec<_>>())
}

/// A workbook with one sheet, given what its `<sheetData>` holds.
pub(crate) fn workbook_with(sheet_data: &str) -> Vec<u8> {
    zipped_parts(&parts_with_sheet(&format!("<sheetData>{sheet_data}</sheetData>")))
}
