//! Pages set by genpdf.

use genpdf::{
    Mm, Position, Size,
    fonts::{Font, FontCache, FontData, FontFamily},
    render::{Area, Renderer},
    style::{Color, Style as Ink},
};

use super::{
    font::{Face, Fonts},
    page::{Item, Page},
    text::{Run, Style},
};
use crate::{Colour, ExportError};

/// Millimetres in a point.
const POINT: f64 = 25.4 / 72.0;

/// Sets pages, as a document that only has them.
pub(super) fn draw(pages: &[Page], fonts: &Fonts) -> Result<Vec<u8>, ExportError> {
    let Some(first) = pages.first() else { return Ok(Vec::new()) };
    let mut renderer = Renderer::new(size(first), "")?;
    for page in pages.iter().skip(1) {
        renderer.add_page(size(page));
    }
    let palette = Palette::load(&renderer, fonts)?;
    for (index, page) in pages.iter().enumerate() {
        let Some(sheet) = renderer.get_page(index) else { continue };
        let area = sheet.first_layer().area();
        for item in &page.items {
            palette.draw(&area, item)?;
        }
    }
    let mut bytes = Vec::new();
    renderer.write(&mut bytes)?;
    Ok(bytes)
}

fn size(page: &Page) -> Size {
    Size::new(millimetres(page.sheet.width), millimetres(page.sheet.height))
}

fn millimetres(points: f32) -> Mm {
    Mm::from(f64::from(points) * POINT)
}

fn color(colour: Colour) -> Color {
    Color::Rgb(colour.red, colour.green, colour.blue)
}

/// The faces as genpdf knows them, loaded in the order of [`Face::ALL`]: so each has the same name on
/// every page, whichever part of the document that is in.
struct Palette {
    cache: FontCache,
}

impl Palette {
    fn load(renderer: &Renderer, fonts: &Fonts) -> Result<Self, ExportError> {
        let used = fonts.used();
        // genpdf walks all of Unicode for each font; one that sets nothing is cheaper as a copy.
        let load = |face: Face, or: Face| {
            let face = if used.contains(&face) { face } else { or };
            FontData::new(face.file().to_vec(), None)
        };
        let family = FontFamily {
            regular: load(Face::Regular, Face::Regular)?,
            bold: load(Face::Bold, Face::Regular)?,
            italic: load(Face::OtherRegular, Face::Regular)?,
            bold_italic: load(Face::OtherBold, Face::Regular)?,
        };
        let mut cache = FontCache::new(family);
        cache.load_pdf_fonts(renderer)?;
        Ok(Self { cache })
    }

    fn font(&self, face: Face) -> Font {
        let family = self.cache.default_font_family();
        match face {
            Face::Regular => family.regular,
            Face::Bold => family.bold,
            Face::OtherRegular => family.italic,
            Face::OtherBold => family.bold_italic,
        }
    }

    fn draw(&self, area: &Area<'_>, item: &Item) -> Result<(), ExportError> {
        match item {
            Item::Text { x, baseline, line, style } => {
                line.runs.iter().try_for_each(|run| self.set_run(area, (*x, *baseline), run, *style))
            }
            Item::Rule { x, y, width, colour } => {
                let ends = [*x, x + width].map(|x| Position::new(millimetres(x), millimetres(*y)));
                area.draw_line(ends.to_vec(), Ink::new().with_color(color(*colour)));
                Ok(())
            }
        }
    }

    fn set_run(&self, area: &Area<'_>, at: (f32, f32), run: &Run, style: Style) -> Result<(), ExportError> {
        let font = self.font(run.face);
        // genpdf places a text by its top.
        let top = millimetres(at.1) - font.glyph_height(style.size);
        let position = Position::new(millimetres(at.0 + run.offset), top);
        let family = FontFamily { regular: font, bold: font, italic: font, bold_italic: font };
        let ink =
            Ink::new().with_font_family(family).with_font_size(style.size).with_color(color(style.colour));
        if area.print_str(&self.cache, position, ink, &run.text)? {
            Ok(())
        } else {
            Err(ExportError::Finish("a text lies outside its page".to_owned()))
        }
    }
}
