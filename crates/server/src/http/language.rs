//! The language of whoever has not signed in.

use http::{HeaderMap, header};
use kernel::Locale;

use super::weight::weighted;

/// The most languages a browser's list is read for.
const MAX_RANGES: usize = 20;

/// The language the browser likes best of ours; `None` when it likes neither.
pub(super) fn preferred(headers: &HeaderMap) -> Option<Locale> {
    let list = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(f32, Locale)> = None;
    for range in list.split(',').take(MAX_RANGES) {
        let (tag, weight) = weighted(range);
        let language = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let Ok(locale) = language.parse::<Locale>() else { continue };
        if weight > best.map_or(0.0, |(weight, _)| weight) {
            best = Some((weight, locale));
        }
    }
    best.map(|(_, locale)| locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_liked_of_our_two_languages_is_found() {
        for (list, expected) in [
            ("nl", Some(Locale::Nl)),
            ("en-GB,en;q=0.9,nl;q=0.8", Some(Locale::En)),
            ("de, nl-BE;q=0.5, en;q=0.4", Some(Locale::Nl)),
            ("en;q=0.3, NL;q=0.7", Some(Locale::Nl)),
            ("en;q=0", None),
            ("de, fr", None),
            ("*", None),
            ("", None),
            ("en;q=rubbish", None),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, list.parse().unwrap())]);
            assert_eq!(preferred(&headers), expected, "{list}");
        }
        assert_eq!(preferred(&HeaderMap::new()), None);
    }
}
