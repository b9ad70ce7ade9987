//! Headings over two rows: a merged cell above that says what the cells below have in common.

use super::{Row, header::heading};

/// Cells that were merged, counted from zero; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merged {
    pub(super) rows: (u32, u32),
    pub(super) columns: (usize, usize),
}

impl Merged {
    fn is_across(&self, row: u32) -> bool {
        self.rows == (row, row) && self.columns.0 < self.columns.1
    }

    fn width(&self) -> usize {
        self.columns.1 - self.columns.0 + 1
    }

    fn covers(&self, row: u32, column: usize) -> bool {
        (self.rows.0..=self.rows.1).contains(&row) && (self.columns.0..=self.columns.1).contains(&column)
    }
}

/// The two rows that name the columns together, the upper one first, when the one that was found is either of them;
/// as Excel numbers them.
pub(super) fn pair(rows: &[Row], found: u32, merged: &[Merged]) -> Option<(u32, u32)> {
    let at = |number: u32| rows.iter().find(|row| row.number == number);
    let is_pair = |upper: u32| {
        let only_texts = |row: &Row| row.cells.iter().all(|cell| cell.is_blank() || heading(cell).is_some());
        let (Some(above), Some(below)) = (at(upper), at(upper + 1)) else { return false };
        let named = |row: &Row| row.cells.iter().filter(|cell| heading(cell).is_some()).count();
        // One that lies over all of them is the title of the table.
        let is_group =
            |area: &&Merged| area.is_across(upper - 1) && area.width() < named(below).max(named(above) + 1);
        only_texts(above) && only_texts(below) && merged.iter().any(|area| is_group(&area))
    };
    if is_pair(found) {
        return Some((found, found + 1));
    }
    (found > 1 && is_pair(found - 1)).then(|| (found - 1, found))
}

/// The names that two rows give the columns: `Beoordeling: Kans` where both say something.
pub(super) fn names(upper: &Row, lower: &Row, merged: &[Merged]) -> Vec<Option<String>> {
    let width = upper.cells.len().max(lower.cells.len());
    let widest = merged.iter().filter(|area| area.rows.0 == upper.number - 1).map(|area| area.columns.1 + 1);
    (0..widest.fold(width, usize::max))
        .map(|column| {
            let above = merged
                .iter()
                .find(|area| area.covers(upper.number - 1, column))
                .map_or(column, |area| area.columns.0);
            match (heading(upper.cell(above)), heading(lower.cell(column))) {
                (Some(above), Some(below)) if above != below => Some(format!("{above}: {below}")),
                (above, below) => below.or(above),
            }
        })
        .collect()
}

impl From<calamine::Dimensions> for Merged {
    fn from(area: calamine::Dimensions) -> Self {
        let column = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        Self { rows: (area.start.0, area.end.0), columns: (column(area.start.1), column(area.end.1)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CellValue;

    fn row(number: u32, texts: &[&str]) -> Row {
        let cell = |text: &&str| match *text {
            "" => CellValue::Empty,
            text => CellValue::Text(text.to_owned()),
        };
        Row { number, cells: texts.iter().map(cell).collect() }
    }

    const ACROSS: Merged = Merged { rows: (0, 0), columns: (1, 2) };
    const DOWN: Merged = Merged { rows: (0, 1), columns: (0, 0) };

    #[test]
    fn a_heading_across_goes_before_those_below_it() {
        let rows = [
            row(1, &["Titel", "Beoordeling"]),
            row(2, &["", "Kans", "Impact"]),
            row(3, &["Brand", "3", "4"]),
        ];
        let merged = [ACROSS, DOWN];
        for found in [1, 2] {
            assert_eq!(pair(&rows, found, &merged), Some((1, 2)));
        }
        let [upper, lower, _] = &rows;
        let names: Vec<_> = names(upper, lower, &merged).into_iter().flatten().collect();
        assert_eq!(names, ["Titel", "Beoordeling: Kans", "Beoordeling: Impact"]);
    }

    #[test]
    fn a_title_merged_above_a_plain_heading_is_none_of_it() {
        let rows = [row(1, &["Titel", "Kans"]), Row { number: 2, cells: vec![CellValue::Number(1.0)] }];
        assert_eq!(pair(&rows, 1, &[]), None);
        assert_eq!(pair(&rows, 1, &[ACROSS]), None, "what stands below are numbers");
    }
}
