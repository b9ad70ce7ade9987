//! Reports as PDF documents, read back with the same library other programs would use.

use kernel::Locale;
use lopdf::{Document, Object};
use waarborg_export::{Cell, Column, ColumnKind, Report, pdf};

use crate::sample::{risk_report, risk_row, written};

/// A report of plain text columns.
fn text_report(columns: usize) -> Report {
    let mut report = risk_report(Locale::Nl);
    report.columns = (1..=columns)
        .map(|number| Column::new(format!("c{number}"), format!("Kolom {number}"), ColumnKind::Text))
        .collect();
    report
}

fn document(report: &Report, rows: Vec<Vec<Cell>>) -> Document {
    let bytes = written(report, rows, |source, out| pdf::write(source, out));
    Document::load_mem(&bytes).unwrap()
}

fn page_text(document: &Document, page: u32) -> String {
    document.extract_text(&[page]).unwrap()
}

/// All text, with every white space left out: where lines break does not matter.
fn letters(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text: String = pages.into_iter().map(|page| page_text(document, page)).collect();
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn exp_13_dutch_greek_cyrillic_and_a_word_of_500_letters_are_found_again() {
    let texts = [
        "Coëfficiënt, één café, ruïne, Ĳsselmeer, naïef, €\u{a0}1.000, ‘citaat’ – “citaat”…".to_owned(),
        "Ελληνικά: αξιολόγηση κινδύνων".to_owned(),
        "Кириллица: оценка рисков; Żółć, Čeština, Türkçe ğış".to_owned(),
        "✓ gedaan ☐ open ♥".to_owned(),
        "aansprakelijkheid".repeat(30),
    ];
    for columns in [3, 12] {
        let rows = texts.iter().map(|text| vec![Cell::Text(text.clone()); columns]).collect();
        let found = letters(&document(&text_report(columns), rows));
        for text in &texts {
            let whole = without_spaces(text);
            // In a table the lines of neighbouring cells come one after another, so parts are looked for.
            let parts: Vec<String> = if columns == 3 {
                text.split(' ').map(without_spaces).filter(|part| part.chars().count() < 30).collect()
            } else {
                vec![whole]
            };
            for part in parts {
                assert!(found.contains(&part), "{part} in {columns} columns");
            }
        }
    }
}

#[test]
fn exp_13_every_letter_shown_is_in_an_embedded_font_and_none_is_the_missing_glyph() {
    let row = vec![Cell::Text("Één ✓ 日本 λ Ж".to_owned()), Cell::Text("Vet".to_owned())];
    let document = document(&text_report(2), vec![row]);
    for page in document.page_iter() {
        let fonts = document.get_page_fonts(page).unwrap();
        assert!(!fonts.is_empty());
        for font in fonts.values() {
            let descendants = font.get(b"DescendantFonts").unwrap().as_array().unwrap();
            let descendant = document.get_dictionary(descendants[0].as_reference().unwrap()).unwrap();
            let descriptor = document
                .get_dictionary(descendant.get(b"FontDescriptor").unwrap().as_reference().unwrap())
                .unwrap();
            let name =
                String::from_utf8(descriptor.get(b"FontName").unwrap().as_name().unwrap().to_vec()).unwrap();
            assert_eq!(name.find('+'), Some(6), "{name} is a subset");
            let file =
                document.get_object(descriptor.get(b"FontFile2").unwrap().as_reference().unwrap()).unwrap();
            let file = file.as_stream().unwrap().get_plain_content().unwrap();
            let outline = ttf_parser::Face::parse(&file, 0).unwrap();
            assert!(file.len() < 60_000, "{name}: {} bytes", file.len());

            let map =
                document.get_object(descendant.get(b"CIDToGIDMap").unwrap().as_reference().unwrap()).unwrap();
            let map = map.as_stream().unwrap().get_plain_content().unwrap();
            for glyph in shown_glyphs(&document, page, &name, &fonts) {
                let place = u16::from_be_bytes(map[usize::from(glyph) * 2..][..2].try_into().unwrap());
                assert!(place > 0 && place < outline.number_of_glyphs(), "{name}: glyph {glyph}");
            }
        }
    }
    let found = letters(&document);
    assert!(found.contains("Één✓\u{fffd}\u{fffd}λЖ"), "what no font has is shown as missing: {found}");
}

/// The glyph numbers a page shows in a font.
fn shown_glyphs(
    document: &Document,
    page: lopdf::ObjectId,
    font: &str,
    fonts: &std::collections::BTreeMap<Vec<u8>, &lopdf::Dictionary>,
) -> Vec<u16> {
    let content = lopdf::content::Content::decode(&document.get_page_content(page)).unwrap();
    let mut is_current = false;
    let mut glyphs = Vec::new();
    for operation in content.operations {
        match operation.operator.as_str() {
            "Tf" => {
                let name = operation.operands[0].as_name().unwrap();
                is_current = fonts[name].get(b"BaseFont").unwrap().as_name().unwrap() == font.as_bytes();
            }
            "TJ" | "Tj" if is_current => {
                let strings = operation.operands.iter().flat_map(|operand| match operand {
                    Object::Array(parts) => parts.clone(),
                    other => vec![other.clone()],
                });
                for string in strings.filter_map(|part| part.as_str().map(<[u8]>::to_vec).ok()) {
                    glyphs.extend(string.chunks(2).map(|code| u16::from_be_bytes([code[0], code[1]])));
                }
            }
            _ => {}
        }
    }
    glyphs
}

#[test]
fn every_page_says_which_it_is_of_how_many_and_repeats_the_headings() {
    for (locale, page, of) in [(Locale::Nl, "Pagina", "van"), (Locale::En, "Page", "of")] {
        let mut report = text_report(6);
        report.locale = locale;
        let rows = (0..120).map(|number| vec![Cell::Text(format!("waarde {number}")); 6]).collect();
        let document = document(&report, rows);
        let count = document.get_pages().len();
        assert!(count >= 4);
        for number in 1..=count {
            let text = page_text(&document, u32::try_from(number).unwrap());
            assert!(text.contains(&format!("{page} {number} {of} {count}")), "{text}");
            assert_eq!(text.contains("Kolom 6"), number > 1, "page {number}");
        }
    }
}

#[test]
fn the_cover_tells_what_the_report_is() {
    let mut report = risk_report(Locale::Nl);
    report.filters = vec![waarborg_export::Filter { label: "Status".to_owned(), value: "Open".to_owned() }];
    let document = document(&report, vec![risk_row("Brand"), risk_row("Water")]);
    let cover = page_text(&document, 1);
    for part in
        ["Zorggroep De Linde", "Risico's en kansen", "5 januari 2026, 09:00", "Ans de Vries", "Status: Open"]
    {
        assert!(cover.contains(part), "{part} in {cover}");
    }
    assert!(without_spaces(&cover).contains("Aantalregistraties2"));
    let cards = page_text(&document, 2);
    assert!(
        cards.contains("12 Hoog \"dm\"") && cards.contains("Persoonsgegevens") && cards.contains("N.v.t.")
    );
}

#[test]
fn a_document_has_language_title_author_outline_and_compressed_streams() {
    let document = document(&risk_report(Locale::Nl), vec![risk_row("Brand"), risk_row("Water")]);
    let catalogue = document.catalog().unwrap();
    assert_eq!(catalogue.get(b"Lang").unwrap().as_str().unwrap(), b"nl");
    let info =
        document.get_dictionary(document.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(info.get(b"Author").unwrap().as_str().unwrap(), b"Ans de Vries");
    assert_eq!(info.get(b"Title").unwrap().as_str().unwrap(), b"Risico's en kansen");
    let titles: Vec<String> = document.get_toc().unwrap().toc.into_iter().map(|entry| entry.title).collect();
    assert_eq!(titles, ["Voorblad", "Registraties", "Brand", "Water"]);
    for page in document.page_iter() {
        for content in document.get_page_contents(page) {
            let stream = document.get_object(content).unwrap().as_stream().unwrap();
            assert!(stream.is_compressed());
        }
    }
}

#[test]
fn a_register_without_records_says_so() {
    let document = document(&text_report(4), vec![]);
    assert_eq!(document.get_pages().len(), 2);
    assert!(page_text(&document, 2).contains("Er zijn geen registraties"));
}

#[test]
fn a_row_taller_than_a_page_goes_on_and_loses_nothing() {
    for columns in [2, 10] {
        let words: Vec<String> = (0..4_000).map(|number| format!("woord{number}")).collect();
        let mut row = vec![Cell::Text("kort".to_owned()); columns];
        row[1] = Cell::Text(words.join(" "));
        let document = document(&text_report(columns), vec![row]);
        assert!(document.get_pages().len() > 3);
        let found = letters(&document);
        for number in [0, 999, 1_000, 2_345, 3_999] {
            assert!(found.contains(&format!("woord{number}")), "word {number} in {columns} columns");
        }
    }
}

#[test]
fn a_thousand_rows_of_eight_columns_stay_under_400_kilobytes() {
    let mut report = risk_report(Locale::Nl);
    report.columns.truncate(8);
    let rows = (0..1_000)
        .map(|number| {
            let mut row = risk_row(&format!("Uitval van het datacentrum {number}"));
            row.truncate(8);
            row[2] = Cell::Integer(number);
            row
        })
        .collect();
    let bytes = written(&report, rows, |source, out| pdf::write(source, out));
    assert!(bytes.len() < 400 << 10, "{} bytes", bytes.len());
}
