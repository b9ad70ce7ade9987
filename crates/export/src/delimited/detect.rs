//! How a text is written down: its encoding and what stands between its values.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{Limits, WorkbookError};

/// How much of the beginning tells what a file is and what separates its values.
const SAMPLE_BYTES: usize = 64 << 10;
/// Lines that vote for a separator.
const SAMPLE_LINES: usize = 50;
/// Signs that may separate values; of equals the first wins.
const SEPARATORS: [u8; 3] = [b';', b'\t', b','];

/// How a text is written down.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dialect {
    pub encoding: &'static Encoding,
    /// Bytes of the byte order mark.
    pub skip: usize,
    pub separator: u8,
    /// Whether the first line only says what the separator is, as Excel has it: `sep=;`.
    pub names_separator: bool,
}

pub(super) fn is_likely(bytes: &[u8]) -> bool {
    let head = bytes.get(..4_096).unwrap_or(bytes);
    // NUL is let through here: it has a refusal of its own.
    let is_text = |byte: &u8| matches!(byte, 0 | b'\t' | b'\n' | b'\r' | 0x20..);
    let foreign = [&b"%PDF"[..], b"PK\x03\x04", &[0xD0, 0xCF, 0x11, 0xE0]];
    !head.is_empty()
        && !foreign.iter().any(|start| head.starts_with(start))
        && (mark(head).is_some() || (head.iter().all(is_text) && head.iter().any(|byte| *byte != 0)))
}

fn mark(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes)
}

/// What has no byte order mark is UTF-8 when all of it is, and Windows-1252 otherwise: every byte means
/// something in that, so nothing else could be told from it.
pub(super) fn dialect(bytes: &[u8], limits: &Limits) -> Result<Dialect, WorkbookError> {
    let (encoding, skip) = mark(bytes)
        .unwrap_or_else(|| (if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 }, 0));
    debug_assert!([UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1252].contains(&encoding));
    if bytes.len() as u64 > limits.file_bytes {
        return Err(WorkbookError::TooLarge { max: limits.file_bytes });
    }
    let body = bytes.get(skip..).unwrap_or_default();
    let head = body.get(..SAMPLE_BYTES).unwrap_or(body);
    let (sample, _) = encoding.decode_without_bom_handling(head);
    let first = sample.lines().next().unwrap_or_default().trim();
    let named = first.strip_prefix("sep=").map(str::as_bytes);
    let (separator, names_separator) = match named {
        Some([only]) if SEPARATORS.contains(only) => (*only, true),
        _ => (separator(&sample), false),
    };
    Ok(Dialect { encoding, skip, separator, names_separator })
}

/// The sign that stands equally often in the most lines; of those the one that stands there most often.
fn separator(sample: &str) -> u8 {
    let counts = counts(sample);
    let agreement = |index: usize| {
        let of = |line: &[usize; 3]| line.get(index).copied().unwrap_or_default();
        let most = |count: usize| counts.iter().filter(|line| of(line) == count).count();
        counts.iter().map(of).filter(|count| *count > 0).map(|count| (most(count), count)).max()
    };
    let votes = (0..SEPARATORS.len()).map(|index| (agreement(index), std::cmp::Reverse(index)));
    let (_, std::cmp::Reverse(best)) = votes.max().unwrap_or((None, std::cmp::Reverse(0)));
    SEPARATORS.get(best).copied().unwrap_or(b';')
}

/// How often each separator stands outside quotes, line by line.
fn counts(sample: &str) -> Vec<[usize; 3]> {
    let mut lines = vec![[0; 3]];
    let mut is_quoted = false;
    for byte in sample.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\r' | b'\n' if !is_quoted => {
                if lines.len() == SAMPLE_LINES {
                    break;
                }
                lines.push([0; 3]);
            }
            _ if is_quoted => {}
            byte => {
                let at = SEPARATORS.iter().position(|separator| *separator == byte);
                let last = lines.last_mut();
                if let Some(count) = at.and_then(|at| last.and_then(|line| line.get_mut(at))) {
                    *count += 1;
                }
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_on_which_the_lines_agree() {
        for (sample, wanted) in [
            ("a;b;c\n1,5;2,5;3,5\n", b';'),
            ("a,b\n\"x;y;z\",2\n", b','),
            ("a\tb\n1,2\t3\n", b'\t'),
            ("Jansen, Piet\nDe Vries, Ans\n", b','),
            ("een\n", b';'),
        ] {
            assert_eq!(separator(sample), wanted, "{sample}");
        }
    }
}
