//! A text on its way to the `csv` crate: decoded, walked and put into one shape, some kilobytes at a time.
//!
//! Every line end becomes LF. An empty line becomes a line with one empty value, because the `csv` crate
//! passes over empty lines and rows would no longer have the numbers their writer sees.

use std::{
    io::{self, Read},
    sync::Arc,
};

use encoding_rs::{CoderResult, Decoder};

use super::detect::Dialect;
use crate::WorkbookError;

/// Bytes decoded at a time.
const PIECE: usize = 16 << 10;

pub(super) struct Feed {
    bytes: Arc<[u8]>,
    at: usize,
    decoder: Decoder,
    decoded: String,
    out: Vec<u8>,
    taken: usize,
    walk: Walk,
    is_done: bool,
}

/// Where the walk is.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Nothing of the value has come yet.
    Start,
    Plain,
    Quoted,
    /// Behind a quote inside quotes: the end, or half of a doubled one.
    Behind,
}

struct Walk {
    separator: char,
    max_line: u64,
    place: Place,
    line: u64,
    /// The line of the quote that is open.
    opened: u64,
    line_bytes: u64,
    was_return: bool,
    /// Inside the line that only names the separator.
    is_skipping: bool,
}

impl Feed {
    pub(super) fn new(bytes: Arc<[u8]>, dialect: Dialect, max_line: u64) -> Self {
        let walk = Walk {
            separator: char::from(dialect.separator),
            max_line,
            place: Place::Start,
            line: 1,
            opened: 0,
            line_bytes: 0,
            was_return: false,
            is_skipping: dialect.names_separator,
        };
        Self {
            bytes,
            at: dialect.skip,
            decoder: dialect.encoding.new_decoder_without_bom_handling(),
            decoded: String::with_capacity(PIECE * 4),
            out: Vec::with_capacity(PIECE * 4),
            taken: 0,
            walk,
            is_done: false,
        }
    }

    fn fill(&mut self) -> Result<(), WorkbookError> {
        self.out.clear();
        self.taken = 0;
        let end = self.bytes.len().min(self.at + PIECE);
        let piece = self.bytes.get(self.at..end).unwrap_or_default();
        let is_last = end == self.bytes.len();
        self.decoded.clear();
        let (result, read, _) = self.decoder.decode_to_string(piece, &mut self.decoded, is_last);
        self.at += read;
        for character in self.decoded.chars() {
            self.walk.step(character, &mut self.out)?;
        }
        if is_last && result == CoderResult::InputEmpty {
            self.is_done = true;
            self.walk.end()?;
        }
        Ok(())
    }
}

impl Walk {
    fn step(&mut self, character: char, out: &mut Vec<u8>) -> Result<(), WorkbookError> {
        if character == '\0' {
            return Err(WorkbookError::HasNul { line: self.line });
        }
        if character == '\n' && self.was_return {
            self.was_return = false;
            return Ok(());
        }
        self.was_return = character == '\r';
        if matches!(character, '\r' | '\n') {
            self.line += 1;
            if self.place != Place::Quoted {
                if self.is_skipping {
                    self.is_skipping = false;
                    out.extend_from_slice(b"\"\"\n");
                } else {
                    out.extend_from_slice(if self.line_bytes == 0 { b"\"\"\n" } else { b"\n" });
                }
                (self.place, self.line_bytes) = (Place::Start, 0);
                return Ok(());
            }
            return self.put('\n', out);
        }
        self.place = match (self.place, character) {
            (Place::Start, '"') => {
                self.opened = self.line;
                Place::Quoted
            }
            (Place::Quoted, '"') => Place::Behind,
            (Place::Behind, '"') | (Place::Quoted, _) => Place::Quoted,
            (_, other) if other == self.separator => Place::Start,
            _ => Place::Plain,
        };
        self.put(character, out)
    }

    fn put(&mut self, character: char, out: &mut Vec<u8>) -> Result<(), WorkbookError> {
        self.line_bytes += character.len_utf8() as u64;
        if self.line_bytes > self.max_line {
            // A quote nobody closed swallows all lines behind it: that is what the writer can mend.
            return Err(match self.place {
                Place::Quoted if self.opened < self.line => {
                    WorkbookError::UnclosedQuote { line: self.opened }
                }
                _ => WorkbookError::LineTooLong { line: self.line, max: self.max_line },
            });
        }
        if !self.is_skipping {
            let mut buffer = [0; 4];
            out.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
        }
        Ok(())
    }

    fn end(&self) -> Result<(), WorkbookError> {
        if self.place == Place::Quoted {
            return Err(WorkbookError::UnclosedQuote { line: self.opened });
        }
        Ok(())
    }
}

impl Read for Feed {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.out.len() {
            if self.is_done {
                return Ok(0);
            }
            self.fill().map_err(io::Error::other)?;
        }
        let ready = self.out.get(self.taken..).unwrap_or_default();
        let count = { ready }.read(into)?;
        self.taken += count;
        Ok(count)
    }
}
