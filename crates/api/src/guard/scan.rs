//! One pass over the bytes of a query, before the parser sees it.
//!
//! Stricter than the parser where the two could differ on where a string ends: what is taken for
//! text here must never be taken for brackets there.

use super::{Limits, Reason, Refusal};

/// Refuses too many tokens, too deep nesting and strings without an end.
pub(super) fn check(query: &str, limits: &Limits) -> Result<(), Refusal> {
    let (mut tokens, mut brackets) = (0_usize, Brackets::default());
    let mut rest = query.as_bytes();
    while let Some(&byte) = rest.first() {
        let length = match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b',' => {
                rest = after(rest, 1);
                continue;
            }
            b'#' => {
                rest = after(rest, span(rest, |byte| !matches!(byte, b'\r' | b'\n')));
                continue;
            }
            b'{' | b'[' | b'(' => {
                brackets.open(byte, limits)?;
                1
            }
            b'}' | b']' | b')' => {
                brackets.close(byte);
                1
            }
            b'"' => string_length(rest).ok_or(Refusal::syntax(None))?,
            _ => span(rest, is_word).max(1),
        };
        tokens += 1;
        if tokens > limits.tokens {
            return Err(Refusal::over(Reason::TooManyTokens, limits.tokens));
        }
        rest = after(rest, length);
    }
    Ok(())
}

/// The brackets open at one point. Whether they match is for the parser to say.
#[derive(Default)]
struct Brackets {
    all: usize,
    /// Those of a literal: open since the parenthesis around the arguments.
    literal: Option<usize>,
}

impl Brackets {
    fn open(&mut self, byte: u8, limits: &Limits) -> Result<(), Refusal> {
        self.all += 1;
        if self.all > limits.nesting {
            return Err(Refusal::over(Reason::TooNested, limits.nesting));
        }
        if byte == b'(' {
            self.literal = Some(0);
        } else if let Some(literal) = &mut self.literal {
            *literal += 1;
            if *literal > limits.literal_depth {
                return Err(Refusal::over(Reason::LiteralTooDeep, limits.literal_depth));
            }
        }
        Ok(())
    }

    fn close(&mut self, byte: u8) {
        self.all = self.all.saturating_sub(1);
        self.literal = match self.literal {
            Some(literal) if byte != b')' => Some(literal.saturating_sub(1)),
            _ => None,
        };
    }
}

/// Names, numbers and dots. Some tokens count as two or two as one, which a limit can bear.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.') || !byte.is_ascii()
}

fn span(bytes: &[u8], belongs: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| belongs(**byte)).count()
}

fn after(bytes: &[u8], length: usize) -> &[u8] {
    bytes.get(length..).unwrap_or_default()
}

/// The length of the string or block string that begins here, quotes included.
fn string_length(bytes: &[u8]) -> Option<usize> {
    match bytes.strip_prefix(br#"""""#) {
        Some(block) => block_length(block).map(|length| length + 3),
        None => line_length(after(bytes, 1)).map(|length| length + 1),
    }
}

/// Up to and with the closing quote; `None` when the line ends first.
fn line_length(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\r' | b'\n' => return None,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// Up to and with the closing three quotes; `\"""` does not close.
fn block_length(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
        if rest.starts_with(br#"\""""#) {
            at += 4;
        } else if rest.starts_with(br#"""""#) {
            return Some(at + 3);
        } else {
            at += 1;
        }
    }
}
