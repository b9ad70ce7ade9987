//! Text as people compare it, and rich text as it may be kept.

use std::{collections::HashSet, sync::LazyLock};

use kernel::UserId;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower-case and without accents, so that `café`, `Café` and `cafe` are the same to a searcher.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The first `limit` characters.
#[must_use]
pub fn cut(text: &str, limit: usize) -> &str {
    text.char_indices().nth(limit).map_or(text, |(at, _)| text.get(..at).unwrap_or(text))
}

fn sanitiser() -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::default();
    builder
        .tags(HashSet::from([
            "p",
            "br",
            "strong",
            "em",
            "u",
            "s",
            "ul",
            "ol",
            "li",
            "h2",
            "h3",
            "h4",
            "blockquote",
            "code",
            "pre",
            "a",
        ]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener noreferrer"));
    builder
}

static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(sanitiser);

/// What a mention begins with, as the sanitiser writes it.
const MENTION: &str = "<span data-mention=\"";

/// HTML with nothing left in it but paragraphs, headings, lists, emphasis, code and links.
#[must_use]
pub fn clean_html(html: &str) -> String {
    let clean = SANITISER.clean(html).to_string();
    if plain_text(&clean).is_empty() { String::new() } else { clean }
}

/// The same, and with mentions of people: `<span data-mention="ID">` around a name, as far as `is_named` says so
/// of the id. Of the others the name alone is left.
#[must_use]
pub fn clean_html_with_mentions(
    html: &str,
    is_named: impl Fn(UserId) -> bool + Send + Sync + 'static,
) -> String {
    let mut builder = sanitiser();
    builder.add_tags(["span"]).add_tag_attributes("span", ["data-mention"]).attribute_filter(
        move |tag, attribute, value| match (tag, attribute) {
            ("span", "data-mention") => value.parse().is_ok_and(&is_named).then(|| value.into()),
            _ => Some(value.into()),
        },
    );
    let clean = without_bare_spans(&builder.clean(html).to_string());
    if plain_text(&clean).is_empty() { String::new() } else { clean }
}

/// Whom clean HTML mentions, each once.
#[must_use]
pub fn mentions(clean_html: &str) -> Vec<UserId> {
    let ids = clean_html.split(MENTION).skip(1).filter_map(|rest| rest.split_once('"')?.0.parse().ok());
    let mut seen = HashSet::new();
    ids.filter(|id| seen.insert(*id)).collect()
}

/// Takes out spans that say nothing.
fn without_bare_spans(clean_html: &str) -> String {
    let mut kept = String::with_capacity(clean_html.len());
    // Of every span that is open: whether it was kept.
    let mut open = Vec::new();
    for piece in clean_html.split_inclusive('>') {
        let (words, tag) = piece.rfind('<').map_or((piece, ""), |at| piece.split_at(at));
        kept.push_str(words);
        let is_kept = match tag {
            "</span>" => open.pop().unwrap_or_default(),
            _ if tag.starts_with("<span") => {
                open.push(tag.starts_with(MENTION));
                tag.starts_with(MENTION)
            }
            _ => true,
        };
        if is_kept {
            kept.push_str(tag);
        }
    }
    kept
}

/// The readable text of clean HTML: a line per block, a bullet per list item.
#[must_use]
pub fn plain_text(clean_html: &str) -> String {
    let mut text = String::with_capacity(clean_html.len());
    for (index, piece) in clean_html.split('<').enumerate() {
        let (tag, words) =
            if index == 0 { ("", piece) } else { piece.split_once('>').unwrap_or((piece, "")) };
        match tag {
            "br" | "/p" | "/li" | "/h2" | "/h3" | "/h4" | "/blockquote" | "/pre" => text.push('\n'),
            "li" => text.push_str("• "),
            _ => {}
        }
        text.push_str(&unescape(words));
    }
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut joined = lines.join("\n");
    while joined.contains("\n\n\n") {
        joined = joined.replace("\n\n\n", "\n\n");
    }
    joined.replace("• \n", "• ").trim().to_owned()
}

/// Clean HTML of plain text: a paragraph per line.
#[must_use]
pub fn html_of_text(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    for line in text.trim().lines().filter(|line| !line.trim().is_empty()) {
        html.push_str("<p>");
        html.push_str(&ammonia::clean_text(line.trim()));
        html.push_str("</p>");
    }
    // Once through the sanitiser: it writes entities as `plain_text` reads them.
    clean_html(&html)
}

/// True when a text somewhere in the JSON holds the one character PostgreSQL cannot keep.
pub(crate) fn holds_nul(json: &serde_json::Value) -> bool {
    use serde_json::Value;
    match json {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(holds_nul),
        Value::Object(members) => members.iter().any(|(key, value)| key.contains('\0') || holds_nul(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Undoes the few entities the sanitiser writes.
fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_case_and_accents() {
        assert_eq!(fold("Coördinatie BIJLAGE é"), "coordinatie bijlage e");
    }

    #[test]
    fn script_handlers_and_foreign_schemes_are_gone() {
        let dirty = r#"<p onclick="x()">Hoi <script>alert(1)</script><a href="javascript:alert(1)">klik</a><img src=x onerror=y></p>"#;
        let clean = clean_html(dirty);
        assert!(!clean.contains("script") && !clean.contains("onclick") && !clean.contains("img"), "{clean}");
    }

    #[test]
    fn a_mention_survives_around_a_name_and_nothing_else_of_a_span_does() {
        let id = |digit: &str| format!("usr_{}", digit.repeat(32));
        let (anna, bas): (UserId, UserId) = (id("a").parse().unwrap(), id("b").parse().unwrap());
        let html = format!(
            "<p class=x>Hoi <span data-mention=\"{anna}\" style=\"x\">@<b>An</b>na</span>, \
             <span style='color:red'>a <span data-mention='{bas}'>@Bas</span> b</span> \
             <span data-mention='\"><script>'>c</span> &lt;span data-mention=\"{bas}\"&gt; \
             <p data-mention=\"{bas}\">d</p></p>"
        );
        let all = clean_html_with_mentions(&html, |_| true);
        assert_eq!(mentions(&all), [anna, bas]);
        let one = clean_html_with_mentions(&html, move |id| id == anna);
        assert_eq!(mentions(&one), [anna]);
        let start = format!("<p>Hoi <span data-mention=\"{anna}\">@Anna</span>, a @Bas b c &lt;span ");
        assert!(one.starts_with(&start), "{one}");
        assert_eq!(one.matches("<span").count(), 1, "{one}");
        assert_eq!(one.matches("</span>").count(), 1, "{one}");
        assert_eq!(clean_html_with_mentions(&one, move |id| id == anna), one, "what is clean stays so");
        assert!(!clean_html(&html).contains("<span"), "elsewhere nobody is mentioned");
        assert_eq!(mentions(&format!("<p>{MENTION}nonsense\">x</span></p>")), []);
    }

    #[test]
    fn markup_without_a_word_is_empty() {
        assert_eq!(clean_html("<p></p><p><br></p>"), "");
    }

    #[test]
    fn plain_text_has_a_line_per_block_and_a_bullet_per_item() {
        let html =
            "<h2>Kop</h2><p>Eén &amp; twee<br>drie</p><ul><li><p>a &lt; b</p></li><li><p>c</p></li></ul>";
        assert_eq!(plain_text(html), "Kop\nEén & twee\ndrie\n• a < b\n\n• c");
    }

    #[test]
    fn text_survives_the_way_to_html_and_back() {
        let text = "Regel <een> & \"twee\"\nRegel 'drie' \u{a0} eind";
        assert_eq!(plain_text(&html_of_text(text)), text);
    }
}
