//! What a comment must look like.

use kernel::{UserError, UserId};

use crate::text::{clean_html_with_mentions, mentions, plain_text};

/// The most characters of a comment.
const MAX_CHARACTERS: usize = 10_000;
/// The most bytes of its HTML, in which marks take more than what they mark.
const MAX_HTML_BYTES: usize = 100_000;
/// The most people one comment names.
const MAX_MENTIONS: usize = 20;

/// A comment as it is kept, and whom it names, each once; whoever these are.
pub(super) fn parse(html: &str) -> Result<(String, Vec<UserId>), UserError> {
    let too_long = || UserError::at("TOO_LONG", &["html"]).with("max", MAX_CHARACTERS);
    if html.len() > MAX_HTML_BYTES {
        return Err(too_long());
    }
    let clean = clean_html_with_mentions(&html.replace('\0', ""), |_| true);
    if clean.is_empty() {
        return Err(UserError::at("REQUIRED", &["html"]));
    }
    if clean.len() > MAX_HTML_BYTES || plain_text(&clean).chars().count() > MAX_CHARACTERS {
        return Err(too_long());
    }
    let named = mentions(&clean);
    if named.len() > MAX_MENTIONS {
        return Err(UserError::at("TOO_MANY", &["html"]).with("max", MAX_MENTIONS));
    }
    Ok((clean, named))
}

#[cfg(test)]
mod tests {
    use kernel::{FixedClock, SeededRandom};

    use super::*;

    #[test]
    fn a_comment_has_words_not_too_many_and_names_twenty_people_at_most() {
        let id = |seed| UserId::generate(&FixedClock::default(), &SeededRandom::new(seed));
        let naming = |people: u64| {
            let name = |seed| format!("<span data-mention=\"{}\">@A</span>", id(seed));
            (0..people).map(name).collect::<Vec<_>>().concat()
        };
        let table = [
            ("<p>Gezien.</p>".to_owned(), None),
            ("<p> </p><script>x</script>".to_owned(), Some("REQUIRED")),
            ("x".repeat(MAX_CHARACTERS), None),
            ("x".repeat(MAX_CHARACTERS + 1), Some("TOO_LONG")),
            ("&".repeat(MAX_HTML_BYTES / 2), Some("TOO_LONG")),
            (naming(20), None),
            (naming(20) + &naming(1), None),
            (naming(21), Some("TOO_MANY")),
        ];
        for (html, wanted) in table {
            assert_eq!(parse(&html).err().map(|error| error.code), wanted, "{}", html.len());
        }
    }
}
