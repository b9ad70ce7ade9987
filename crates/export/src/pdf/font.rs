//! The typefaces of a document, and how wide their letters are.

use std::collections::HashMap;

use ttf_parser::Face as Outline;

use crate::ExportError;

/// Shown where no typeface has a letter.
const REPLACEMENT: char = '\u{fffd}';

/// A typeface of the document. Noto Sans sets everything it has letters for; `DejaVu` Sans the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Face {
    Regular,
    Bold,
    OtherRegular,
    OtherBold,
}

impl Face {
    pub(super) const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::OtherRegular, Self::OtherBold];

    /// The font file.
    pub(super) fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => notosans::REGULAR_TTF,
            Self::Bold => notosans::BOLD_TTF,
            Self::OtherRegular => dejavu::sans::regular(),
            Self::OtherBold => dejavu::sans::bold(),
        }
    }

    /// The name in the document, before the mark of a subset.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Regular => "NotoSans-Regular",
            Self::Bold => "NotoSans-Bold",
            Self::OtherRegular => "DejaVuSans",
            Self::OtherBold => "DejaVuSans-Bold",
        }
    }

    /// The name under which pages know the font.
    pub(super) const fn resource(self) -> &'static str {
        match self {
            Self::Regular => "F0",
            Self::Bold => "F1",
            Self::OtherRegular => "F2",
            Self::OtherBold => "F3",
        }
    }

    /// The face and the one to ask when it lacks a letter.
    const fn chain(bold: bool) -> [Self; 2] {
        if bold { [Self::Bold, Self::OtherBold] } else { [Self::Regular, Self::OtherRegular] }
    }
}

/// A letter of a face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) face: Face,
    /// What is set: the character itself, or the replacement.
    pub(super) character: char,
    /// How far the next letter is, in thousandths of the font size.
    pub(super) advance: f32,
}

/// All faces, with what was already looked up.
pub(super) struct Fonts {
    outlines: [Outline<'static>; 4],
    glyphs: HashMap<(bool, char), Glyph>,
}

impl Fonts {
    pub(super) fn new() -> Result<Self, ExportError> {
        let parse = |face: Face| {
            Outline::parse(face.file(), 0)
                .map_err(|error| ExportError::Finish(format!("{}: {error}", face.name())))
        };
        let [regular, bold, other_regular, other_bold] = Face::ALL;
        let outlines = [parse(regular)?, parse(bold)?, parse(other_regular)?, parse(other_bold)?];
        Ok(Self { outlines, glyphs: HashMap::new() })
    }

    pub(super) fn outline(&self, face: Face) -> &Outline<'static> {
        let [regular, bold, other_regular, other_bold] = &self.outlines;
        match face {
            Face::Regular => regular,
            Face::Bold => bold,
            Face::OtherRegular => other_regular,
            Face::OtherBold => other_bold,
        }
    }

    /// The letter for a character, from the first face that has it.
    pub(super) fn glyph(&mut self, bold: bool, character: char) -> Glyph {
        if let Some(glyph) = self.glyphs.get(&(bold, character)) {
            return *glyph;
        }
        let glyph = self.find(bold, character).or_else(|| self.find(bold, REPLACEMENT)).unwrap_or(Glyph {
            face: Face::Regular,
            character: '?',
            advance: 1000.0,
        });
        self.glyphs.insert((bold, character), glyph);
        glyph
    }

    fn find(&self, bold: bool, character: char) -> Option<Glyph> {
        Face::chain(bold).into_iter().find_map(|face| {
            let outline = self.outline(face);
            let id = outline.glyph_index(character).filter(|id| id.0 != 0)?;
            let advance =
                f32::from(outline.glyph_hor_advance(id)?) * 1000.0 / f32::from(outline.units_per_em());
            Some(Glyph { face, character, advance })
        })
    }

    /// The width of a text on one line, in points.
    pub(super) fn width(&mut self, text: &str, bold: bool, size: u8) -> f32 {
        text.chars().map(|character| self.glyph(bold, character).advance).sum::<f32>() * f32::from(size)
            / 1000.0
    }

    /// Faces that set a letter so far.
    pub(super) fn used(&self) -> Vec<Face> {
        Face::ALL.into_iter().filter(|face| self.glyphs.values().any(|glyph| glyph.face == *face)).collect()
    }

    /// Glyph number -> character, of everything a face set so far.
    pub(super) fn characters(&self, face: Face) -> HashMap<u16, char> {
        let outline = self.outline(face);
        let set = self.glyphs.values().filter(|glyph| glyph.face == face);
        let mut characters = HashMap::new();
        for glyph in set {
            if let Some(id) = outline.glyph_index(glyph.character) {
                // Two characters may share a letter; the lower one is the usual one.
                let known = characters.entry(id.0).or_insert(glyph.character);
                *known = (*known).min(glyph.character);
            }
        }
        characters
    }
}
