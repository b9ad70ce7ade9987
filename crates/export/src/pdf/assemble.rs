//! The finishing pass: pages from genpdf, gathered into one compact document.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write,
};

use lopdf::{
    Dictionary, Document, Object, ObjectId, Stream, StringFormat,
    content::{Content, Operation},
    dictionary,
};

use super::{
    draw::draw,
    embed,
    font::{Face, Fonts},
    furniture,
    metadata::{self, Bookmark},
    page::{Page, Sheet},
};
use crate::{ExportError, Report};

/// Rules are half a point; genpdf leaves them at one.
const RULE_WIDTH: f32 = 0.5;

/// Which glyphs of each face the document sets: what its fonts must hold.
#[derive(Default)]
pub(super) struct UsedGlyphs(pub(super) BTreeMap<Face, BTreeSet<u16>>);

impl UsedGlyphs {
    /// Takes in two-byte glyph numbers as they stand in a string.
    pub(super) fn add(&mut self, face: Face, codes: &[u8]) {
        let glyphs = codes.chunks_exact(2).filter_map(|code| <[u8; 2]>::try_from(code).ok());
        self.0.entry(face).or_default().extend(glyphs.map(u16::from_be_bytes));
    }
}

/// The document that pages are gathered in.
pub(super) struct Assembly {
    document: Document,
    pages: Vec<GatheredPage>,
    used: UsedGlyphs,
}

struct GatheredPage {
    content: ObjectId,
    sheet: Sheet,
    bookmarks: Vec<String>,
}

impl Assembly {
    pub(super) fn new() -> Self {
        Self { document: Document::with_version("1.7"), pages: Vec::new(), used: UsedGlyphs::default() }
    }

    /// Has pages set and adds them at the end.
    pub(super) fn add(&mut self, pages: Vec<Page>, fonts: &Fonts) -> Result<(), ExportError> {
        if pages.is_empty() {
            return Ok(());
        }
        let set = Document::load_mem(&draw(&pages, fonts)?)?;
        for (page, id) in pages.into_iter().zip(set.page_iter()) {
            let content = Content::decode(&set.get_page_content(id))?;
            let operations = compact(content.operations, &mut self.used);
            let content = self.add_content(operations)?;
            self.pages.push(GatheredPage { content, sheet: page.sheet, bookmarks: page.bookmarks });
        }
        Ok(())
    }

    /// Has the cover set and puts it in front: only now is it known what it says.
    pub(super) fn add_cover(&mut self, cover: Page, fonts: &Fonts) -> Result<(), ExportError> {
        self.add(vec![cover], fonts)?;
        self.pages.rotate_right(1);
        Ok(())
    }

    fn add_content(&mut self, operations: Vec<Operation>) -> Result<ObjectId, ExportError> {
        let bytes = Content { operations }.encode()?;
        Ok(self.document.add_object(compressed(Dictionary::new(), bytes)?))
    }

    /// Adds page numbers, fonts, outline and metadata, and writes the document.
    pub(super) fn finish(
        mut self,
        report: &Report,
        fonts: &mut Fonts,
        out: &mut impl Write,
    ) -> Result<(), ExportError> {
        let tree = self.document.new_object_id();
        let resources = self.document.new_object_id();
        let gathered = std::mem::take(&mut self.pages);
        let count = gathered.len();
        let mut kids = Vec::with_capacity(count);
        let mut bookmarks = Vec::new();
        for (index, page) in gathered.into_iter().enumerate() {
            let folio = furniture::Folio { number: index + 1, count, sheet: page.sheet };
            let operations = furniture::operations(report, folio, fonts, &mut self.used);
            let furniture = self.add_content(operations)?;
            let id = self.document.add_object(dictionary! {
                "Type" => "Page",
                "Parent" => tree,
                "MediaBox" => vec![0.into(), 0.into(), page.sheet.width.into(), page.sheet.height.into()],
                "Resources" => resources,
                "Contents" => vec![page.content.into(), furniture.into()],
            });
            bookmarks.extend(page.bookmarks.into_iter().map(|title| Bookmark { title, page: id }));
            kids.push(Object::from(id));
        }
        let first_row = kids.get(1).and_then(|kid| kid.as_reference().ok());
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.document.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
        let mut font_names = Dictionary::new();
        for (face, glyphs) in &self.used.0 {
            let font = embed::embed(&mut self.document, (*face, glyphs), fonts)?;
            font_names.set(face.resource(), font);
        }
        self.document.set_object(resources, dictionary! { "Font" => font_names });
        metadata::add(&mut self.document, report, (tree, first_row, bookmarks))?;
        self.document.save_modern(out)?;
        Ok(())
    }
}

/// A stream in deflated form.
pub(super) fn compressed(dictionary: Dictionary, bytes: Vec<u8>) -> Result<Stream, ExportError> {
    let mut stream = Stream::new(dictionary, bytes);
    stream.compress()?;
    Ok(stream)
}

/// genpdf writes every letter as a string of its own and repeats font and colour for every line.
fn compact(operations: Vec<Operation>, used: &mut UsedGlyphs) -> Vec<Operation> {
    let mut kept = vec![Operation::new("w", vec![RULE_WIDTH.into()])];
    let mut state: BTreeMap<String, Vec<Object>> = BTreeMap::new();
    let mut face = Face::Regular;
    for operation in operations {
        match operation.operator.as_str() {
            // Layers, and the leading of lines that are placed one by one.
            "BDC" | "BMC" | "EMC" | "TL" => continue,
            "Tf" | "rg" | "RG" | "w" => {
                if state.get(&operation.operator) == Some(&operation.operands) {
                    continue;
                }
                state.insert(operation.operator.clone(), operation.operands.clone());
            }
            "TJ" => {
                kept.push(join_letters(operation, face, used));
                continue;
            }
            _ => {}
        }
        if operation.operator == "Tf" {
            let name = operation.operands.first().and_then(|name| name.as_name().ok());
            face = Face::ALL
                .into_iter()
                .find(|face| name == Some(face.resource().as_bytes()))
                .unwrap_or(Face::Regular);
        }
        kept.push(operation);
    }
    drop_unused_colours(kept)
}

/// `[<0001> <0002> -12 <0003>] TJ` as strings as long as kerning allows.
fn join_letters(operation: Operation, face: Face, used: &mut UsedGlyphs) -> Operation {
    let mut joined: Vec<Object> = Vec::new();
    for part in operation.operands.into_iter().flat_map(|operand| match operand {
        Object::Array(parts) => parts,
        other => vec![other],
    }) {
        match (joined.last_mut(), part) {
            (Some(Object::String(text, _)), Object::String(letters, _)) => {
                used.add(face, &letters);
                text.extend(letters);
            }
            (_, Object::String(letters, _)) => {
                used.add(face, &letters);
                joined.push(Object::String(letters, StringFormat::Literal));
            }
            (_, kerning) => joined.push(kerning),
        }
    }
    Operation::new("TJ", vec![Object::Array(joined)])
}

/// A colour that the next one replaces before anything is drawn in it.
fn drop_unused_colours(operations: Vec<Operation>) -> Vec<Operation> {
    let mut kept: Vec<Operation> = Vec::with_capacity(operations.len());
    for operation in operations {
        if matches!(operation.operator.as_str(), "rg" | "RG") {
            let idle = kept.iter().rposition(|earlier| earlier.operator == operation.operator).filter(|at| {
                let draws =
                    |later: &Operation| matches!(later.operator.as_str(), "TJ" | "S" | "s" | "f" | "B");
                !kept.iter().skip(at + 1).any(draws)
            });
            if let Some(at) = idle {
                kept.remove(at);
            }
        }
        kept.push(operation);
    }
    kept
}
