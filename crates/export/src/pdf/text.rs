//! Text broken into lines.

use super::font::{Face, Fonts};
use crate::Colour;

/// Almost black, a touch of the accent in it.
pub(super) const INK: Colour = Colour::rgb(0x1d, 0x27, 0x2a);
/// Labels and page furniture; 4.5 to 1 on white and more.
pub(super) const QUIET: Colour = Colour::rgb(0x5a, 0x68, 0x68);
/// The one accent.
pub(super) const ACCENT: Colour = Colour::rgb(0x0b, 0x6e, 0x6e);
/// Hair lines between rows.
pub(super) const RULE: Colour = Colour::rgb(0xd5, 0xdd, 0xdd);

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) bold: bool,
    /// In points.
    pub(super) size: u8,
    pub(super) colour: Colour,
}

impl Style {
    pub(super) const fn new(size: u8, colour: Colour) -> Self {
        Self { bold: false, size, colour }
    }

    pub(super) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// From one baseline to the next, in points.
    pub(super) fn leading(self) -> f32 {
        f32::from(self.size) * 1.32
    }

    /// From the top of a line to its baseline, in points.
    pub(super) fn ascent(self) -> f32 {
        f32::from(self.size) * 1.02
    }
}

/// Letters of one face next to each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) face: Face,
    pub(super) text: String,
    /// From the start of the line, in points.
    pub(super) offset: f32,
}

/// A line of text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    /// In points, white space at the end left out.
    pub(super) width: f32,
}

/// Breaks a text into lines no wider than `width` points: at line feeds, at spaces, and within a word
/// when the word alone is too wide. Nothing is left out but white space at a break.
pub(super) fn wrap(text: &str, style: Style, width: f32, fonts: &mut Fonts) -> Vec<Line> {
    let mut lines = Vec::new();
    for paragraph in text.replace("\r\n", "\n").split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'])
    {
        let mut breaker = Breaker { fonts, style, width, line: String::new(), used: 0.0, lines: &mut lines };
        for word in paragraph.split_inclusive([' ', '\t']) {
            breaker.add_word(word);
        }
        breaker.end_line();
    }
    // Empty lines at the end are slips of the keyboard.
    while lines.len() > 1 && lines.last().is_some_and(|line| line.runs.is_empty()) {
        lines.pop();
    }
    lines
}

/// One line, whatever its width.
pub(super) fn single_line(text: &str, style: Style, fonts: &mut Fonts) -> Line {
    compose(&text.split_whitespace().collect::<Vec<_>>().join(" "), style, fonts)
}

/// One line that is cut off with an ellipsis where it is too wide: for page furniture only.
pub(super) fn cut_line(text: &str, style: Style, width: f32, fonts: &mut Fonts) -> Line {
    let mut line = single_line(text, style, fonts);
    let mut left: Vec<char> = text.chars().collect();
    while line.width > width && !left.is_empty() {
        left.pop();
        line = single_line(&format!("{}…", left.iter().collect::<String>().trim_end()), style, fonts);
    }
    line
}

struct Breaker<'a> {
    fonts: &'a mut Fonts,
    style: Style,
    width: f32,
    line: String,
    used: f32,
    lines: &'a mut Vec<Line>,
}

impl Breaker<'_> {
    fn add_word(&mut self, word: &str) {
        let visible = self.measure(word.trim_end());
        if self.used + visible > self.width && !self.line.is_empty() {
            self.end_line();
        }
        if visible > self.width {
            return self.add_letters(word);
        }
        self.used += self.measure(word);
        self.line.push_str(word);
    }

    /// A word too wide for any line: as many letters as fit on each.
    fn add_letters(&mut self, word: &str) {
        for letter in word.chars() {
            let mut bytes = [0; 4];
            let advance = self.measure(letter.encode_utf8(&mut bytes));
            if self.used + advance > self.width && !self.line.is_empty() {
                self.end_line();
            }
            self.line.push(letter);
            self.used += advance;
        }
    }

    fn measure(&mut self, text: &str) -> f32 {
        let Style { bold, size, .. } = self.style;
        text.chars().map(|letter| advance(letter, bold, self.fonts)).sum::<f32>() * f32::from(size) / 1000.0
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.used = 0.0;
        self.lines.push(compose(line.trim_end(), self.style, self.fonts));
    }
}

/// What has no width is not set: controls, joiners, marks of direction.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{ad}')
}

/// What is set for a character: a tab and a hard space are spaces.
fn shown(letter: char) -> Option<char> {
    match letter {
        '\t' | '\u{a0}' => Some(' '),
        letter if is_invisible(letter) => None,
        letter => Some(letter),
    }
}

fn advance(letter: char, bold: bool, fonts: &mut Fonts) -> f32 {
    shown(letter).map_or(0.0, |letter| fonts.glyph(bold, letter).advance)
}

fn compose(text: &str, style: Style, fonts: &mut Fonts) -> Line {
    let mut line = Line::default();
    for letter in text.chars().filter_map(shown) {
        let glyph = fonts.glyph(style.bold, letter);
        match line.runs.last_mut() {
            Some(run) if run.face == glyph.face => run.text.push(glyph.character),
            _ => line.runs.push(Run {
                face: glyph.face,
                text: glyph.character.to_string(),
                offset: line.width,
            }),
        }
        line.width += glyph.advance * f32::from(style.size) / 1000.0;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Style = Style::new(8, INK);

    fn texts(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| line.runs.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    #[test]
    fn a_word_without_spaces_is_broken_and_nothing_of_it_is_lost() {
        let mut fonts = Fonts::new().unwrap();
        let word = "aansprakelijkheidsverzekering".repeat(17);
        let lines = wrap(&word, BODY, 80.0, &mut fonts);
        assert!(lines.len() > 10 && lines.iter().all(|line| line.width <= 80.0));
        assert_eq!(texts(&lines).concat(), word);
    }

    #[test]
    fn lines_break_at_spaces_and_line_feeds_and_keep_empty_lines_between_paragraphs() {
        let mut fonts = Fonts::new().unwrap();
        let lines = wrap("één twee drie\r\n\nvier\n\n", BODY, 42.0, &mut fonts);
        assert_eq!(texts(&lines), ["één twee", "drie", "", "vier"]);
        assert_eq!(texts(&wrap("", BODY, 42.0, &mut fonts)), [""]);
    }

    #[test]
    fn letters_come_from_the_second_face_or_become_the_replacement_character() {
        let mut fonts = Fonts::new().unwrap();
        let lines = wrap("a✓\u{200b}一", BODY, 80.0, &mut fonts);
        let faces: Vec<(Face, &str)> =
            lines[0].runs.iter().map(|run| (run.face, run.text.as_str())).collect();
        assert_eq!(faces, [(Face::Regular, "a"), (Face::OtherRegular, "✓"), (Face::Regular, "\u{fffd}")]);
    }

    #[test]
    fn a_line_of_page_furniture_is_cut_off_visibly() {
        let mut fonts = Fonts::new().unwrap();
        let line = cut_line(&"Zorggroep ".repeat(30), BODY, 100.0, &mut fonts);
        assert!(line.width <= 100.0 && texts(&[line])[0].ends_with('…'));
    }
}
