//! Running head and foot: added last, when the number of pages is known.

use lopdf::{Object, StringFormat, content::Operation};

use super::{
    assemble::UsedGlyphs,
    font::Fonts,
    page::{MM, Sheet},
    text::{Line, QUIET, RULE, Style, cut_line, single_line},
};
use crate::{
    Colour, Report,
    wording::{long_moment, wording},
};

const STYLE: Style = Style::new(7, QUIET);
const HEAD: f32 = 14.0 * MM;
const FOOT: f32 = 11.0 * MM;
/// Between text and rule.
const GAP: f32 = 5.0;

/// Which page this is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folio {
    /// Counted from one.
    pub(super) number: usize,
    pub(super) count: usize,
    pub(super) sheet: Sheet,
}

/// Draws head and foot; the cover, which says it all itself, has only a foot.
pub(super) fn operations(
    report: &Report,
    folio: Folio,
    fonts: &mut Fonts,
    used: &mut UsedGlyphs,
) -> Vec<Operation> {
    let words = wording(report.locale);
    let sheet = folio.sheet;
    let half = sheet.body_width() / 2.0 - 4.0 * MM;
    let right = |line: &Line| sheet.width - Sheet::MARGIN - line.width;
    let mut pen = Pen { operations: vec![], fonts, used };
    if folio.number > 1 {
        let baseline = sheet.height - HEAD;
        let environment = cut_line(&report.environment, STYLE, half, pen.fonts);
        pen.set(Sheet::MARGIN, baseline, &environment);
        let title = cut_line(&report.title, STYLE, half, pen.fonts);
        pen.set(right(&title), baseline, &title);
        pen.rule(sheet, baseline - GAP);
    }
    let made = format!(
        "{} {}, {}",
        words.generated_at,
        long_moment(report.generated_at, report.locale),
        report.generated_by
    );
    let made = cut_line(&made, STYLE, half * 1.4, pen.fonts);
    pen.set(Sheet::MARGIN, FOOT, &made);
    let number = format!("{} {} {} {}", words.page, folio.number, words.of, folio.count);
    let number = single_line(&number, STYLE, pen.fonts);
    pen.set(right(&number), FOOT, &number);
    pen.rule(sheet, FOOT + STYLE.ascent() + GAP);
    pen.operations
}

/// Writes on a page; heights count from its foot.
struct Pen<'a> {
    operations: Vec<Operation>,
    fonts: &'a mut Fonts,
    used: &'a mut UsedGlyphs,
}

impl Pen<'_> {
    fn set(&mut self, x: f32, baseline: f32, line: &Line) {
        for run in &line.runs {
            let outline = self.fonts.outline(run.face);
            let glyphs = run.text.chars().filter_map(|letter| outline.glyph_index(letter));
            let codes: Vec<u8> = glyphs.flat_map(|glyph| glyph.0.to_be_bytes()).collect();
            self.used.add(run.face, &codes);
            let font = vec![Object::Name(run.face.resource().into()), i64::from(STYLE.size).into()];
            self.operations.extend([
                Operation::new("BT", vec![]),
                Operation::new("rg", channels(STYLE.colour)),
                Operation::new("Tf", font),
                Operation::new("Td", vec![(x + run.offset).into(), baseline.into()]),
                Operation::new("Tj", vec![Object::String(codes, StringFormat::Literal)]),
                Operation::new("ET", vec![]),
            ]);
        }
    }

    fn rule(&mut self, sheet: Sheet, y: f32) {
        self.operations.extend([
            Operation::new("RG", channels(RULE)),
            Operation::new("w", vec![0.5_f32.into()]),
            Operation::new("m", vec![Sheet::MARGIN.into(), y.into()]),
            Operation::new("l", vec![(sheet.width - Sheet::MARGIN).into(), y.into()]),
            Operation::new("S", vec![]),
        ]);
    }
}

fn channels(colour: Colour) -> Vec<Object> {
    [colour.red, colour.green, colour.blue].map(|part| (f32::from(part) / 255.0).into()).to_vec()
}
