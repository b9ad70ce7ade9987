//! How much a workbook may hold.

/// How much a workbook may hold. Everything past a limit is refused before it is kept in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub file_bytes: u64,
    /// Parts (zip entries).
    pub parts: u64,
    /// Bytes of all parts together, inflated.
    pub inflated_bytes: u64,
    /// Bytes of one part that the parser keeps in memory (shared strings, styles), inflated.
    pub kept_part_bytes: u64,
    /// How many times larger than its compressed form a part of over a megabyte may be.
    pub ratio: u64,
    /// The last used row of a sheet, header included; Excel itself stops at 1,048,576.
    pub rows: u32,
    /// The last used column of a sheet; Excel itself stops at 16,384 (XFD).
    pub columns: u32,
    /// Last used row times last used column of a sheet: a cell far away costs everyone in between.
    pub area: u64,
    /// Characters in one cell; Excel itself stops at 32,767.
    pub cell_characters: usize,
    /// Bytes of all cell texts of a sheet together, as they are handed out.
    pub text_bytes: u64,
    /// Bytes of one line of a text file, in UTF-8; line ends within quotes do not end it.
    pub line_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 50 << 20,
            parts: 4_096,
            inflated_bytes: 256 << 20,
            kept_part_bytes: 32 << 20,
            ratio: 100,
            rows: 200_001,
            columns: 1_000,
            area: 5_000_000,
            cell_characters: 32_767,
            text_bytes: 128 << 20,
            line_bytes: 1 << 20,
        }
    }
}
