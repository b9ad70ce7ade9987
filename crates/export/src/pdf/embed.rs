//! Fonts that hold no more than the letters a document sets.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use subsetter::GlyphRemapper;

use super::{
    assemble::compressed,
    font::{Face, Fonts},
};
use crate::ExportError;

/// A letter no face was asked for has no character to search for; it must not exist.
const UNKNOWN: char = '\u{fffd}';

/// Adds a font with these glyphs and returns its object.
///
/// Pages keep the glyph numbers of the whole font: a map leads them to those of the subset, so that no
/// page needs rewriting.
pub(super) fn embed(
    document: &mut Document,
    (face, glyphs): (Face, &BTreeSet<u16>),
    fonts: &Fonts,
) -> Result<ObjectId, ExportError> {
    let mut remapper = GlyphRemapper::new();
    let places: Vec<(u16, u16)> = glyphs.iter().map(|glyph| (*glyph, remapper.remap(*glyph))).collect();
    let subset = subsetter::subset(face.file(), 0, &remapper)
        .map_err(|error| ExportError::Finish(format!("subsetting {}: {error:?}", face.name())))?;
    let name = format!("{}+{}", tag(glyphs), face.name());

    let length = i64::try_from(subset.len()).unwrap_or(i64::MAX);
    let file = document.add_object(compressed(dictionary! { "Length1" => length }, subset)?);
    let descriptor = document.add_object(describe(&name, face, (fonts, file)));
    let map = document.add_object(compressed(Dictionary::new(), map_to_subset(&places))?);
    let unicode = document.add_object(compressed(Dictionary::new(), map_to_unicode(face, glyphs, fonts))?);
    let descendant = document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => name.as_str(),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => descriptor,
        "CIDToGIDMap" => map,
        "DW" => 1000,
        "W" => widths(face, glyphs, fonts),
    });
    Ok(document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => name.as_str(),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![descendant.into()],
        "ToUnicode" => unicode,
    }))
}

/// Six capitals that differ from one subset to the next, as the standard asks.
fn tag(glyphs: &BTreeSet<u16>) -> String {
    let mut hash = glyphs.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, glyph| {
        (hash ^ u64::from(*glyph)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut capitals = String::new();
    for _ in 0..6 {
        capitals.push(char::from(b'A' + u8::try_from(hash % 26).unwrap_or_default()));
        hash /= 26;
    }
    capitals
}

fn describe(name: &str, face: Face, (fonts, file): (&Fonts, ObjectId)) -> Dictionary {
    let outline = fonts.outline(face);
    let scale = |units: i16| i64::from(units) * 1000 / i64::from(outline.units_per_em());
    let bounds = outline.global_bounding_box();
    let is_bold = matches!(face, Face::Bold | Face::OtherBold);
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name,
        // Symbolic: its letters are addressed by number.
        "Flags" => 4,
        "FontBBox" => vec![
            scale(bounds.x_min).into(), scale(bounds.y_min).into(), scale(bounds.x_max).into(), scale(bounds.y_max).into(),
        ],
        "ItalicAngle" => 0,
        "Ascent" => scale(outline.ascender()),
        "Descent" => scale(outline.descender()),
        "CapHeight" => scale(outline.capital_height().unwrap_or_else(|| outline.ascender())),
        "StemV" => if is_bold { 140 } else { 80 },
        "FontFile2" => file,
    }
}

/// Two bytes per glyph number of the whole font, up to the last one in use.
fn map_to_subset(places: &[(u16, u16)]) -> Vec<u8> {
    let last = places.iter().map(|(glyph, _)| *glyph).max().unwrap_or(0);
    let mut map = vec![0; (usize::from(last) + 1) * 2];
    for (glyph, place) in places {
        let at = usize::from(*glyph) * 2;
        if let Some(slot) = map.get_mut(at..at + 2) {
            slot.copy_from_slice(&place.to_be_bytes());
        }
    }
    map
}

/// `[first [width width ...] first [...]]`, a list per run of consecutive glyph numbers.
fn widths(face: Face, glyphs: &BTreeSet<u16>, fonts: &Fonts) -> Vec<Object> {
    let outline = fonts.outline(face);
    let mut lists: Vec<(u16, Vec<Object>)> = Vec::new();
    for glyph in glyphs {
        let advance = outline.glyph_hor_advance(ttf_parser::GlyphId(*glyph)).unwrap_or_default();
        let width = Object::from(i64::from(advance) * 1000 / i64::from(outline.units_per_em()));
        match lists.last_mut() {
            Some((first, list)) if usize::from(*first) + list.len() == usize::from(*glyph) => {
                list.push(width);
            }
            _ => lists.push((*glyph, vec![width])),
        }
    }
    lists.into_iter().flat_map(|(first, list)| [Object::from(i64::from(first)), list.into()]).collect()
}

/// The character map that makes text searchable and copyable.
fn map_to_unicode(face: Face, glyphs: &BTreeSet<u16>, fonts: &Fonts) -> Vec<u8> {
    let characters = fonts.characters(face);
    let mut map = String::from(concat!(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n",
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n",
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    ));
    let lines: Vec<String> = glyphs
        .iter()
        .map(|glyph| {
            let character = characters.get(glyph).copied().unwrap_or(UNKNOWN);
            match *character.encode_utf16(&mut [0; 2]) {
                [high, low] => format!("<{glyph:04X}> <{high:04X}{low:04X}>\n"),
                [unit, ..] => format!("<{glyph:04X}> <{unit:04X}>\n"),
                [] => String::new(),
            }
        })
        .collect();
    // A list may hold a hundred at most.
    for list in lines.chunks(100) {
        map.push_str(&list.len().to_string());
        map.push_str(" beginbfchar\n");
        map.extend(list.iter().map(String::as_str));
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map.into_bytes()
}
