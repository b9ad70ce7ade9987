//! Workbooks made to do harm, and files that only pretend to be workbooks.

use waarborg_export::{CellValue, Limits, Row, Workbook, WorkbookError};

use crate::sample::{
    CONTENT_TYPES, ROOT_RELATIONS, WORKBOOK, WORKBOOK_RELATIONS, parts_with_sheet, workbook_with, zipped,
    zipped_parts,
};

fn refusal(bytes: Vec<u8>) -> &'static str {
    match Workbook::from_bytes(bytes, Limits::default()) {
        Ok(_) => "opened",
        Err(error) => error.code(),
    }
}

fn rows(bytes: Vec<u8>) -> Vec<Row> {
    let mut workbook = Workbook::from_bytes(bytes, Limits::default()).unwrap();
    let rows = workbook.rows("Blad1").unwrap().collect::<Result<_, _>>();
    rows.unwrap()
}

/// A workbook with one part replaced or added.
fn with_part(name: &'static str, bytes: Vec<u8>) -> Vec<u8> {
    let mut parts = parts_with_sheet("<sheetData/>");
    parts.retain(|(other, _)| *other != name);
    parts.push((name, bytes));
    zipped_parts(&parts)
}

#[test]
fn exp_03_a_workbook_with_a_cell_at_xfd1048576_is_refused() {
    let bytes = workbook_with(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#,
    );
    assert!(bytes.len() < 2_000);
    assert_eq!(refusal(bytes), "SHEET_TOO_MANY_ROWS");
}

#[test]
fn exp_03_a_sheet_that_only_claims_a_huge_dimension_is_read_for_what_it_holds() {
    let parts = parts_with_sheet(
        r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row></sheetData>"#,
    );
    assert_eq!(rows(zipped_parts(&parts)), [Row { number: 1, cells: vec![CellValue::Number(1.0)] }]);
}

#[test]
fn exp_04_a_sparse_sheet_that_spans_millions_of_cells_is_refused() {
    let bytes = workbook_with(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="100000"><c r="CV100000"><v>1</v></c></row>"#,
    );
    assert_eq!(refusal(bytes), "SHEET_TOO_SPARSE");
}

#[test]
fn exp_04_a_string_of_200_megabytes_in_200_kilobytes_is_refused() {
    let mut strings = br#"<?xml version="1.0"?><sst uniqueCount="1"><si><t>"#.to_vec();
    strings.resize(200_000_000, b'a');
    strings.extend_from_slice(b"</t></si></sst>");
    let bytes = with_part("xl/sharedStrings.xml", strings);
    assert!(bytes.len() < 300_000);
    assert_eq!(refusal(bytes), "WORKBOOK_INFLATES_TOO_FAR");
}

#[test]
fn exp_04_sizes_that_lie_do_not_get_a_bomb_past_the_check() {
    let mut strings = b"<sst><si><t>".to_vec();
    strings.resize(9_000_000, b'a');
    let mut bytes = with_part("xl/sharedStrings.xml", strings.clone());
    // The uncompressed size stands in the local header and in the directory; both now say 1,000 bytes.
    let (truth, lie) = (u32::try_from(strings.len()).unwrap().to_le_bytes(), 1_000_u32.to_le_bytes());
    let places: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, at)| *at == truth).map(|(at, _)| at).collect();
    assert_eq!(places.len(), 2);
    for at in places {
        bytes[at..at + 4].copy_from_slice(&lie);
    }
    assert!(matches!(refusal(bytes), "WORKBOOK_INFLATES_TOO_FAR" | "WORKBOOK_DAMAGED"));
}

#[test]
fn exp_04_a_reservation_for_billions_of_shared_strings_is_refused() {
    for count in ["4000000000", "18446744073709551615", "-1"] {
        let strings = format!(r#"<sst uniqueCount="{count}"><si><t>a</t></si></sst>"#);
        assert_eq!(refusal(with_part("xl/sharedStrings.xml", strings.into_bytes())), "WORKBOOK_DAMAGED");
    }
}

#[test]
fn exp_04_text_handed_out_again_and_again_is_bounded() {
    let long = "a".repeat(30_000);
    let row = |row: u32| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#);
    let cells = (1..=6_000).map(row).collect::<Vec<_>>().concat();
    let mut parts = parts_with_sheet(&format!("<sheetData>{cells}</sheetData>"));
    let strings = format!("<sst><si><t>{long}</t></si></sst>");
    parts.push(("xl/sharedStrings.xml", strings.into_bytes()));
    assert_eq!(refusal(zipped_parts(&parts)), "SHEET_TOO_MUCH_TEXT");
}

#[test]
fn exp_04_elements_by_the_million_and_bottomless_nesting_are_refused() {
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(140_000));
    assert_eq!(refusal(with_part("xl/styles.xml", styles.into_bytes())), "WORKBOOK_TOO_MANY_STYLES");
    let font = format!(
        r#"<styleSheet><fonts><font><name val="{}"/></font></fonts></styleSheet>"#,
        "a".repeat(9_000)
    );
    assert_eq!(refusal(with_part("xl/styles.xml", font.into_bytes())), "WORKBOOK_TOO_MANY_STYLES");
    let nested = workbook_with(&"<row>".repeat(1_000));
    assert_eq!(refusal(nested), "WORKBOOK_DAMAGED");
}

#[test]
fn exp_05_a_document_type_is_refused_wherever_it_stands() {
    for doctype in [
        r#"<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>"#,
        r#"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>"#,
        r#"<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">"#,
        "<!DOCTYPE html>",
    ] {
        for (part, text) in [
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", ROOT_RELATIONS),
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS),
            ("xl/sharedStrings.xml", "<sst><si><t>&a;</t></si></sst>"),
            ("docProps/core.xml", "<coreProperties/>"),
        ] {
            let hostile = match text.split_once("?>") {
                Some((declaration, rest)) => format!("{declaration}?>{doctype}{rest}"),
                None => format!("{doctype}{text}"),
            };
            assert_eq!(
                refusal(with_part(part, hostile.into_bytes())),
                "WORKBOOK_HAS_DOCTYPE",
                "{part} {doctype}"
            );
        }
    }
}

#[test]
fn exp_05_an_entity_that_nobody_declared_is_refused() {
    let bytes = workbook_with(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>"#);
    assert_eq!(refusal(bytes), "WORKBOOK_DAMAGED");
}

#[test]
fn exp_07_every_other_format_is_refused_by_what_it_holds_with_a_code_of_its_own() {
    let compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let mut old_excel = compound.to_vec();
    old_excel.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
    let mut encrypted = compound.to_vec();
    encrypted.resize(300_000, 0);
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let typed = |kind: &str| {
        with_part(
            "[Content_Types].xml",
            CONTENT_TYPES
                .replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", kind)
                .into_bytes(),
        )
    };

    for (bytes, code) in [
        (old_excel, "WORKBOOK_IS_XLS"),
        (encrypted, "WORKBOOK_ENCRYPTED"),
        (typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "WORKBOOK_IS_XLSB"),
        (typed("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "WORKBOOK_HAS_MACROS"),
        (
            typed("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
            "WORKBOOK_NOT_RECOGNISED",
        ),
        (
            zipped(&[
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", b"<a/>"),
            ]),
            "WORKBOOK_IS_ODS",
        ),
        (b"Titel;Eigenaar\r\nBrand;Ans\r\n".to_vec(), "WORKBOOK_IS_TEXT"),
        ("\u{feff}Titel;Één".as_bytes().to_vec(), "WORKBOOK_IS_TEXT"),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "WORKBOOK_NOT_RECOGNISED"),
        (b"%PDF-1.7 \0".to_vec(), "WORKBOOK_NOT_RECOGNISED"),
        (Vec::new(), "WORKBOOK_NOT_RECOGNISED"),
        (b"PK\x03\x04".to_vec(), "WORKBOOK_DAMAGED"),
        (zipped(&[("inner.xlsx", &workbook_with(""))]), "WORKBOOK_NOT_RECOGNISED"),
    ] {
        assert_eq!(refusal(bytes), code);
    }
}

#[test]
fn exp_07_a_workbook_with_a_macro_part_is_refused_although_it_calls_itself_plain() {
    let types = CONTENT_TYPES.replace(
        "</Types>",
        r#"<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>"#,
    );
    assert_eq!(refusal(with_part("[Content_Types].xml", types.into_bytes())), "WORKBOOK_HAS_MACROS");
}

#[test]
fn exp_07_a_zip_with_65536_entries_is_refused() {
    let names: Vec<String> = (0..65_536).map(|number| format!("xl/{number}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(refusal(zipped(&parts)), "WORKBOOK_TOO_MANY_PARTS");
}

#[test]
fn exp_07_names_that_climb_out_of_the_archive_are_refused() {
    for name in ["../evil.xml", "xl/../../evil.xml", "/etc/evil.xml", "xl\\..\\evil.xml", "C:evil.xml"] {
        assert_eq!(refusal(with_part(name, b"<a/>".to_vec())), "WORKBOOK_UNSAFE", "{name}");
    }
}

#[test]
fn exp_07_entries_that_lie_over_each_other_are_refused() {
    let mut bytes = with_part("xl/twin1.xml", b"<a/>".to_vec());
    let twin = with_part("xl/twin2.xml", b"<a/>".to_vec());
    assert_eq!(bytes.len(), twin.len());
    // Two directory entries point at one local header: the second is renamed in the directory only.
    let directory = bytes.windows(4).rposition(|at| at == b"PK\x01\x02").unwrap();
    let end = bytes.windows(4).rposition(|at| at == b"PK\x05\x06").unwrap();
    let mut entry = bytes[directory..end].to_vec();
    let name = entry.windows(12).position(|at| at == b"xl/twin1.xml").unwrap();
    entry[name..name + 12].copy_from_slice(b"xl/twin2.xml");
    let size = u32::from_le_bytes(bytes[end + 12..end + 16].try_into().unwrap())
        + u32::try_from(entry.len()).unwrap();
    let count = u16::from_le_bytes(bytes[end + 8..end + 10].try_into().unwrap()) + 1;
    bytes[end + 8..end + 10].copy_from_slice(&count.to_le_bytes());
    bytes[end + 10..end + 12].copy_from_slice(&count.to_le_bytes());
    bytes[end + 12..end + 16].copy_from_slice(&size.to_le_bytes());
    bytes.splice(end..end, entry);
    assert_eq!(refusal(bytes), "WORKBOOK_UNSAFE");
}

#[test]
fn exp_07_a_wrong_checksum_is_found() {
    let mut bytes = zipped_parts(&parts_with_sheet("<sheetData/>"));
    for signature in [&b"PK\x03\x04"[..], b"PK\x01\x02"] {
        let at = bytes.windows(4).position(|window| window == signature).unwrap();
        let checksum = at + if signature == b"PK\x03\x04" { 14 } else { 16 };
        bytes[checksum] ^= 0xFF;
    }
    assert_eq!(refusal(bytes), "WORKBOOK_DAMAGED");
}

#[test]
fn exp_07_a_sheet_hidden_in_a_part_that_is_not_walked_is_refused() {
    let relations = WORKBOOK_RELATIONS.replace("worksheets/sheet1.xml", "media/picture.png");
    assert_eq!(refusal(with_part("xl/_rels/workbook.xml.rels", relations.into_bytes())), "WORKBOOK_UNSAFE");
}

#[test]
fn exp_08_excels_own_borders_are_kept() {
    let cell = |reference: &str| workbook_with(&format!(r#"<row><c r="{reference}"><v>1</v></c></row>"#));
    assert_eq!(refusal(cell("A1048577")), "WORKBOOK_DAMAGED");
    assert_eq!(refusal(cell("XFE1")), "WORKBOOK_DAMAGED");
    assert_eq!(refusal(cell("ALM1")), "SHEET_TOO_MANY_COLUMNS");
    assert_eq!(refusal(cell("A99999999999999999999")), "WORKBOOK_DAMAGED");
    let text = |length: usize| {
        workbook_with(&format!(
            r#"<row r="1"><c r="B1" t="inlineStr"><is><t>{}</t></is></c></row>"#,
            "é".repeat(length)
        ))
    };
    assert_eq!(refusal(text(32_767)), "opened");
    let error = Workbook::from_bytes(text(32_768), Limits::default()).err().unwrap();
    assert_eq!(
        error,
        WorkbookError::CellTooLong { sheet: "Blad1".to_owned(), cell: "B1".to_owned(), max: 32_767 }
    );
    assert_eq!(refusal(text(400_000)), "CELL_TOO_LONG");
    let reversed =
        workbook_with(r#"<row r="1"><c r="A1"><f t="shared" si="0" ref="B2:A1">1</f><v>1</v></c></row>"#);
    assert_eq!(refusal(reversed), "WORKBOOK_DAMAGED");
}

#[test]
fn exp_08_what_a_sheet_holds_is_read_as_excel_shows_it() {
    let bytes = workbook_with(concat!(
        r#"<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" s="1"><v>46387</v></c><c r="C2" t="e"><v>#REF!</v></c>"#,
        r#"<c r="D2"><f>1+1</f><v>2</v></c><c r="E2"><f>1+1</f></c><c r="G2" t="str"><f>A1</f><v>x &amp; y</v></c></row>"#,
        r#"<row r="3"><c r="A3" s="1"/></row><row r="9"><c r="A9" s="1"><v>-1</v></c><c r="B9" s="1"><v>1e300</v></c></row>"#,
    ));
    let read = rows(bytes);
    assert_eq!(read.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 9]);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 31).unwrap().and_time(chrono::NaiveTime::MIN);
    assert_eq!(
        read[0].cells,
        [
            CellValue::Bool(true),
            CellValue::DateTime(day),
            CellValue::Error("#REF!".to_owned()),
            CellValue::Number(2.0),
            CellValue::Error("=E2: formula without a calculated value".to_owned()),
            CellValue::Empty,
            CellValue::Text("x & y".to_owned()),
        ]
    );
    assert_eq!(read[1].cells, [CellValue::Number(-1.0), CellValue::Number(1e300)]);
}

#[test]
fn exp_08_dates_follow_the_calendar_of_their_workbook() {
    let sheet = r#"<sheetData><row r="1"><c r="A1" s="1"><v>44925</v></c></row></sheetData>"#;
    let mut parts = parts_with_sheet(sheet);
    parts.retain(|(name, _)| *name != "xl/workbook.xml");
    parts.push((
        "xl/workbook.xml",
        WORKBOOK.replace("<workbookPr/>", r#"<workbookPr date1904="1"/>"#).into_bytes(),
    ));
    let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 31).unwrap().and_time(chrono::NaiveTime::MIN);
    assert_eq!(rows(zipped_parts(&parts))[0].cells, [CellValue::DateTime(day)]);
}

#[test]
fn exp_08_hidden_sheets_are_listed_as_hidden_and_merged_cells_have_their_value_at_the_top_left() {
    let mut parts = parts_with_sheet(
        r#"<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>"#,
    );
    parts.retain(|(name, _)| *name != "xl/workbook.xml");
    parts
        .push(("xl/workbook.xml", WORKBOOK.replace("sheetId", r#"state="veryHidden" sheetId"#).into_bytes()));
    let workbook = Workbook::from_bytes(zipped_parts(&parts), Limits::default()).unwrap();
    let sheet = &workbook.sheets()[0];
    assert_eq!((sheet.visible, sheet.rows, sheet.columns), (false, 1, 1));
}

#[test]
fn exp_08_an_error_value_that_the_parser_does_not_know_is_named() {
    let bytes = workbook_with(r#"<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c></row>"#);
    let error = Workbook::from_bytes(bytes, Limits::default()).err().unwrap();
    assert_eq!((error.code(), error.params()["value"].as_str()), ("CELL_ERROR_UNKNOWN", "#SPILL!"));
}

#[test]
fn a_row_that_comes_twice_is_refused_and_the_iterator_then_ends() {
    let bytes =
        workbook_with(r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#);
    assert_eq!(refusal(bytes), "WORKBOOK_DAMAGED");
}

#[test]
fn a_file_over_the_limit_is_refused_unread_and_an_unknown_sheet_is_an_error() {
    let limits = Limits { file_bytes: 100, ..Limits::default() };
    let error = Workbook::from_bytes(workbook_with(""), limits).err().unwrap();
    assert_eq!(error, WorkbookError::TooLarge { max: 100 });
    let mut workbook = Workbook::from_bytes(workbook_with(""), Limits::default()).unwrap();
    assert_eq!(workbook.rows("Blad2").err().map(|error| error.code()), Some("SHEET_NOT_FOUND"));
}
