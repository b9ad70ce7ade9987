//! The QR code an authenticator app scans.

use kernel::{Error, Result};
use qrcode::{EcLevel, QrCode, render::svg};

use crate::SecretText;

/// A standalone SVG: black on white in every theme, with the quiet zone scanners need.
///
/// It is marked as an image; the page gives it its name in the reader's language.
pub(crate) fn svg(text: &SecretText) -> Result<SecretText> {
    let code = QrCode::with_error_correction_level(text.expose(), EcLevel::M).map_err(Error::internal)?;
    let image = code
        .render::<svg::Color<'_>>()
        .min_dimensions(240, 240)
        .quiet_zone(true)
        .dark_color(svg::Color("#000"))
        .light_color(svg::Color("#fff"))
        .build();
    let image: SecretText = image.into();
    // Inside a page there is no room for an XML declaration.
    let body = image.expose().split_once("?>").map_or(image.expose(), |(_, body)| body);
    Ok(body.replacen("<svg ", r#"<svg role="img" "#, 1).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_svg_stands_alone_and_is_black_on_white_with_crisp_edges() {
        let image = svg(&"otpauth://totp/Waarborg:anna?secret=GEZDGNBVGY3TQOJQ".into()).unwrap();
        let image = image.expose();
        assert!(image.starts_with(r#"<svg role="img" xmlns="http://www.w3.org/2000/svg""#), "{image}");
        assert!(image.ends_with("</svg>"));
        for part in [r##"fill="#fff""##, r##"fill="#000""##, r#"shape-rendering="crispEdges""#, "viewBox="] {
            assert!(image.contains(part), "{part}");
        }
    }

    #[test]
    fn four_light_modules_surround_the_code() {
        let image = svg(&"a".into()).unwrap();
        let side = |name: &str| {
            let rest = image.expose().split_once(&format!(" {name}=\"")).unwrap().1;
            rest.split_once('"').unwrap().0.parse::<u32>().unwrap()
        };
        // Version 1: 21 modules, and 4 of quiet zone on either side.
        let module = side("width") / 29;
        assert_eq!(side("width"), module * 29);
        assert!(image.expose().contains(&format!("M{0} {0}h", module * 4)));
    }
}
