//! Pages as lists of texts and rules, and the filling of them.

use std::mem;

use super::{
    font::Fonts,
    text::{Line, QUIET, RULE, Style, wrap},
};
use crate::Colour;

/// Points in a millimetre.
pub(super) const MM: f32 = 72.0 / 25.4;

/// A sheet of paper with its margins, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sheet {
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Sheet {
    /// A4 upright.
    pub(super) const PORTRAIT: Self = Self { width: 210.0 * MM, height: 297.0 * MM };
    /// A4 on its side.
    pub(super) const LANDSCAPE: Self = Self { width: 297.0 * MM, height: 210.0 * MM };
    /// Left and right.
    pub(super) const MARGIN: f32 = 17.0 * MM;
    /// Where the body starts, below the running head.
    pub(super) const TOP: f32 = 24.0 * MM;
    /// What the running foot takes.
    pub(super) const BOTTOM: f32 = 20.0 * MM;

    pub(super) fn body_width(self) -> f32 {
        self.width - 2.0 * Self::MARGIN
    }

    pub(super) fn body_bottom(self) -> f32 {
        self.height - Self::BOTTOM
    }
}

/// Something on a page. Positions are in points from the top left corner.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    /// A line of text.
    Text { x: f32, baseline: f32, line: Line, style: Style },
    /// A hair line from left to right.
    Rule { x: f32, y: f32, width: f32, colour: Colour },
}

impl Item {
    fn moved_down(mut self, by: f32) -> Self {
        match &mut self {
            Self::Text { baseline, .. } => *baseline += by,
            Self::Rule { y, .. } => *y += by,
        }
        self
    }
}

/// A page of the document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Page {
    pub(super) sheet: Sheet,
    pub(super) items: Vec<Item>,
    /// Entries of the outline that lead here.
    pub(super) bookmarks: Vec<String>,
}

impl Page {
    pub(super) fn new(sheet: Sheet) -> Self {
        Self { sheet, items: Vec::new(), bookmarks: Vec::new() }
    }
}

/// Part of a page that is placed as one: its items start at height zero.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Block {
    pub(super) items: Vec<Item>,
    pub(super) height: f32,
}

impl Block {
    /// Adds lines below one another, starting `from` the top; returns where they end.
    pub(super) fn add_lines(&mut self, x: f32, from: f32, lines: Vec<Line>, style: Style) -> f32 {
        let mut top = from;
        for line in lines {
            if !line.runs.is_empty() {
                self.items.push(Item::Text { x, baseline: top + style.ascent(), line, style });
            }
            top += style.leading();
        }
        self.height = self.height.max(top);
        top
    }

    pub(super) fn add_rule(&mut self, x: f32, y: f32, width: f32, colour: Colour) {
        self.items.push(Item::Rule { x, y, width, colour });
    }
}

/// Fills pages from top to bottom.
pub(super) struct Paginator {
    sheet: Sheet,
    heading: Option<Block>,
    finished: Vec<Page>,
    current: Page,
    y: f32,
}

impl Paginator {
    pub(super) fn new(sheet: Sheet) -> Self {
        Self { sheet, heading: None, finished: Vec::new(), current: Page::new(sheet), y: Sheet::TOP }
    }

    /// With a block that comes back at the top of every page.
    pub(super) fn with_heading(sheet: Sheet, heading: Block) -> Self {
        let mut pages = Self { heading: Some(heading), ..Self::new(sheet) };
        pages.start_page();
        pages
    }

    fn start_page(&mut self) {
        self.y = Sheet::TOP;
        if let Some(heading) = self.heading.clone() {
            self.place(heading);
        }
    }

    pub(super) fn next_page(&mut self) {
        self.finished.push(mem::replace(&mut self.current, Page::new(self.sheet)));
        self.start_page();
    }

    /// What is left of this page, in points.
    pub(super) fn room(&self) -> f32 {
        self.sheet.body_bottom() - self.y
    }

    /// What a page without anything but its heading offers, in points.
    pub(super) fn room_of_a_page(&self) -> f32 {
        let heading = self.heading.as_ref().map_or(0.0, |heading| heading.height);
        self.sheet.body_bottom() - Sheet::TOP - heading
    }

    /// Places a block here, or on the next page when it does not fit.
    pub(super) fn add(&mut self, block: Block) {
        if block.height > self.room() && block.height <= self.room_of_a_page() {
            self.next_page();
        }
        self.place(block);
    }

    fn place(&mut self, block: Block) {
        let y = self.y;
        self.current.items.extend(block.items.into_iter().map(|item| item.moved_down(y)));
        self.y += block.height;
    }

    pub(super) fn skip(&mut self, height: f32) {
        self.y += height;
    }

    /// An entry of the outline that leads to this page.
    pub(super) fn bookmark(&mut self, title: String) {
        self.current.bookmarks.push(title);
    }

    /// How many pages are full.
    pub(super) fn finished(&self) -> usize {
        self.finished.len()
    }

    pub(super) fn take_finished(&mut self) -> Vec<Page> {
        mem::take(&mut self.finished)
    }

    pub(super) fn finish(mut self) -> Vec<Page> {
        self.finished.push(self.current);
        self.finished
    }
}

/// A remark where rows would have been.
pub(super) fn notice(pages: &mut Paginator, text: &str, fonts: &mut Fonts) {
    let style = Style::new(10, QUIET);
    let width = pages.sheet.body_width();
    let mut block = Block::default();
    let lines = wrap(text, style, width, fonts);
    let end = block.add_lines(Sheet::MARGIN, 12.0, lines, style);
    block.add_rule(Sheet::MARGIN, end + 12.0, width, RULE);
    pages.add(block);
}
