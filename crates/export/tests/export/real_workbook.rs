//! A workbook that others made: NIST SP 800-53 rev 5, of the data that lies beside the project.

use std::path::{Path, PathBuf};

use waarborg_export::{CellValue, Limits, Workbook};

fn nist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/nist-sp-800-53-rev5.xlsx")
}

#[test]
fn a_real_workbook_of_several_sheets_is_read_whole_with_its_long_cells_intact() {
    let mut workbook = Workbook::from_path(&nist(), Limits::default()).unwrap();
    let sheet = workbook.sheets().iter().find(|sheet| sheet.name == "controls_content").unwrap();
    assert!(sheet.visible && sheet.rows == 1_210);
    let header = workbook.header("controls_content").unwrap().unwrap();
    assert_eq!(header.row, 1);
    assert!(header.columns.iter().all(|column| column.duplicate_of.is_none()));
    let rows = workbook.rows("controls_content").unwrap().collect::<Result<Vec<_>, _>>().unwrap();
    assert_eq!(rows.iter().filter(|row| row.number > header.row).count(), 1_209);
    let longest = rows.iter().flat_map(|row| &row.cells).filter_map(|cell| match cell {
        CellValue::Text(text) => Some(text.chars().count()),
        _ => None,
    });
    assert_eq!(longest.max(), Some(3_928));
}
