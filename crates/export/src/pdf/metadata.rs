//! What the document tells a reader's program: title, author, language, outline.

use lopdf::{Document, Object, ObjectId, Stream, dictionary, text_string};

use crate::{ExportError, Report, wording::wording};

/// What made the document.
const PROGRAM: &str = "Waarborg";
/// The most entries of an outline: past it, searching is quicker than scrolling.
const MOST_BOOKMARKS: usize = 2_000;

/// An entry of the outline.
pub(super) struct Bookmark {
    pub(super) title: String,
    pub(super) page: ObjectId,
}

/// Adds catalogue, outline and metadata.
pub(super) fn add(
    document: &mut Document,
    report: &Report,
    (pages, first_row_page, bookmarks): (ObjectId, Option<ObjectId>, Vec<Bookmark>),
) -> Result<(), ExportError> {
    let created = report.generated_at.format("D:%Y%m%d%H%M%SZ").to_string();
    let info = document.add_object(dictionary! {
        "Title" => text_string(&report.title),
        "Author" => text_string(&report.generated_by),
        "Subject" => text_string(&format!("{}: {}", report.environment, report.register)),
        "Creator" => text_string(PROGRAM),
        "Producer" => text_string(PROGRAM),
        "CreationDate" => Object::string_literal(created.as_str()),
        "ModDate" => Object::string_literal(created),
    });
    let packet = document.add_object(
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet(report).into_bytes())
            .with_compression(false),
    );
    let outline = outline(document, report, (first_row_page, bookmarks))?;
    let catalogue = document.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Lang" => Object::string_literal(report.locale.code()),
        "Metadata" => packet,
        "Outlines" => outline,
        "PageMode" => "UseOutlines",
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    });
    document.trailer.set("Root", catalogue);
    document.trailer.set("Info", info);
    Ok(())
}

/// The cover, then the rows; cards hang below the rows, one entry each.
fn outline(
    document: &mut Document,
    report: &Report,
    (first_row_page, bookmarks): (Option<ObjectId>, Vec<Bookmark>),
) -> Result<ObjectId, ExportError> {
    let root = document.new_object_id();
    let mut bookmarks = bookmarks.into_iter();
    let cover = bookmarks.next();
    let cards: Vec<Bookmark> = bookmarks.take(MOST_BOOKMARKS).collect();
    let rows =
        first_row_page.map(|page| Bookmark { title: wording(report.locale).rows_heading.to_owned(), page });
    let top = add_entries(document, root, cover.into_iter().chain(rows).collect());
    let closed = -i64::try_from(cards.len()).unwrap_or_default();
    if let Some(parent) = top.last().copied() {
        let below = add_entries(document, parent, cards);
        if let (Some(first), Some(last)) = (below.first(), below.last()) {
            let entry = document.get_dictionary_mut(parent)?;
            entry.set("First", *first);
            entry.set("Last", *last);
            // Negative: closed until somebody opens it.
            entry.set("Count", closed);
        }
    }
    let mut entry =
        dictionary! { "Type" => "Outlines", "Count" => i64::try_from(top.len()).unwrap_or_default() };
    if let (Some(first), Some(last)) = (top.first(), top.last()) {
        entry.set("First", *first);
        entry.set("Last", *last);
    }
    document.set_object(root, entry);
    Ok(root)
}

/// Adds entries as siblings; returns their objects in order.
fn add_entries(document: &mut Document, parent: ObjectId, entries: Vec<Bookmark>) -> Vec<ObjectId> {
    let ids: Vec<ObjectId> = entries.iter().map(|_| document.new_object_id()).collect();
    for (index, (id, bookmark)) in ids.iter().zip(entries).enumerate() {
        let mut entry = dictionary! {
            "Title" => text_string(&bookmark.title),
            "Parent" => parent,
            "Dest" => vec![bookmark.page.into(), "Fit".into()],
        };
        if let Some(previous) = index.checked_sub(1).and_then(|at| ids.get(at)) {
            entry.set("Prev", *previous);
        }
        if let Some(next) = ids.get(index + 1) {
            entry.set("Next", *next);
        }
        document.set_object(*id, entry);
    }
    ids
}

/// The same, as XMP: what document stores and archives read.
fn packet(report: &Report) -> String {
    let title = escape(&report.title);
    let author = escape(&report.generated_by);
    let language = report.locale.code();
    let created = report.generated_at.format("%Y-%m-%dT%H:%M:%SZ");
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PROGRAM}</pdf:Producer>
<xmp:CreateDate>{created}</xmp:CreateDate><xmp:ModifyDate>{created}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{feff}',
    )
}

fn escape(text: &str) -> String {
    let plain: String = text.chars().filter(|letter| !letter.is_control()).collect();
    quick_xml::escape::escape(plain.as_str()).into_owned()
}
