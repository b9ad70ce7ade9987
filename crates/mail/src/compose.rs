//! From what is to be said to words, as text and as HTML.

use std::fmt::Write as _;

use domain::mail::Mail;
use kernel::{Error, Result, SecretText};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    Sender,
    values::{self, Values},
    words,
};

const LAYOUT: &str = include_str!("../content/layout.html");
/// What stands for itself in a query: all that our secrets are made of.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_');

/// A mail in words.
#[derive(Clone, PartialEq, Eq)]
pub struct Composed {
    /// One line.
    pub subject: String,
    /// For who reads without HTML.
    pub text: String,
    /// A whole document that loads nothing from elsewhere.
    pub html: String,
}

/// The parts of a mail, filled in, before they are laid out.
struct Parts {
    subject: String,
    greeting: String,
    before: Vec<String>,
    link: Option<Link>,
    after: Vec<String>,
    facts: Vec<(String, String)>,
    closing: String,
    sender: String,
    footer: String,
}

struct Link {
    button: String,
    copy: String,
    address: String,
}

/// Gives a mail its words, in the reader's language.
pub fn compose(mail: &Mail, sender: &Sender) -> Result<Composed> {
    let parts = parts(mail, sender)?;
    Ok(Composed { text: text(&parts), html: html(&parts, mail, sender), subject: parts.subject })
}

fn parts(mail: &Mail, sender: &Sender) -> Result<Parts> {
    let words = words::of(mail.locale)?;
    let kind = mail.letter.kind();
    let letter = words
        .letters
        .get(kind)
        .ok_or_else(|| Error::internal(format!("there are no words for a mail of kind {kind}")))?;
    let values = Values::of(mail, sender, &words.common);
    let fill_all = |texts: &[String]| texts.iter().map(|text| values.fill(text)).collect::<Result<Vec<_>>>();
    let facts = letter.facts.iter().map(|(name, value)| Ok((name.clone(), values.fill(value)?)));
    let link = match (values::token(&mail.letter), &letter.button, &letter.path) {
        (token, Some(button), Some(path)) => Some(Link {
            button: button.clone(),
            copy: words.common.copy_link.clone(),
            address: address(sender, &values.fill(path)?, token),
        }),
        (None, None, None) => None,
        _ => return Err(Error::internal(format!("a mail of kind {kind} has half a link"))),
    };
    Ok(Parts {
        subject: values.fill(&letter.subject)?,
        greeting: values.fill(&words.common.greeting)?,
        before: fill_all(&letter.before)?,
        link,
        after: fill_all(&letter.after)?,
        facts: facts.collect::<Result<_>>()?,
        closing: words.common.closing.clone(),
        sender: values.fill(&words.common.sender)?,
        footer: values.fill(&words.common.footer)?,
    })
}

/// Where a link leads: to a page, with the secret of who may open it if it has one.
fn address(sender: &Sender, path: &str, token: Option<&SecretText>) -> String {
    let token = token.map(|token| format!("?token={}", utf8_percent_encode(token.expose(), QUERY)));
    format!("{}{path}{}", sender.address, token.unwrap_or_default())
}

fn text(parts: &Parts) -> String {
    let mut blocks = vec![parts.greeting.clone()];
    blocks.extend(parts.before.iter().cloned());
    if let Some(link) = &parts.link {
        blocks.push(format!("{}:\n{}", link.button, link.address));
    }
    blocks.extend(parts.after.iter().cloned());
    if !parts.facts.is_empty() {
        let lines = parts.facts.iter().map(|(name, value)| format!("{name}: {value}"));
        blocks.push(lines.collect::<Vec<_>>().join("\n"));
    }
    blocks.push(format!("{}\n{}", parts.closing, parts.sender));
    // What mail programs know the end of a mail's body by.
    blocks.push(format!("-- \n{}", parts.footer));
    blocks.join("\n\n") + "\n"
}

fn html(parts: &Parts, mail: &Mail, sender: &Sender) -> String {
    let mut body = String::new();
    let mut paragraph = |text: &str| {
        let _ = writeln!(body, r#"<p style="margin:0 0 16px 0;">{}</p>"#, escape(text));
    };
    paragraph(&parts.greeting);
    parts.before.iter().for_each(|text| paragraph(text));
    if let Some(link) = &parts.link {
        body.push_str(&button(link));
    }
    for text in &parts.after {
        let _ = writeln!(body, r#"<p style="margin:0 0 16px 0;">{}</p>"#, escape(text));
    }
    if !parts.facts.is_empty() {
        body.push_str(&facts(&parts.facts));
    }
    let _ =
        write!(body, r#"<p style="margin:0;">{}<br>{}</p>"#, escape(&parts.closing), escape(&parts.sender));
    // The slots are filled in one pass, so that nothing a user typed is taken for a slot.
    let slots = [
        ("lang", mail.locale.code().to_owned()),
        ("title", escape(&parts.subject)),
        ("environment", escape(&sender.environment)),
        ("body", body),
        ("footer", escape(&parts.footer)),
    ];
    let mut pieces = LAYOUT.split("[[");
    let mut document = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once("]]").unwrap_or(("", piece));
        if let Some((_, value)) = slots.iter().find(|(slot, _)| *slot == name) {
            document.push_str(value);
        }
        document.push_str(rest);
    }
    document
}

fn button(link: &Link) -> String {
    let (address, button, copy) = (escape(&link.address), escape(&link.button), escape(&link.copy));
    format!(
        r#"<p style="margin:24px 0 16px 0;"><a class="button" href="{address}" style="display:inline-block;padding:12px 20px;border-radius:6px;background-color:#0b6e6e;color:#ffffff;font-weight:600;text-decoration:none;">{button}</a></p>
<p class="quiet" style="margin:0 0 24px 0;font-size:14px;color:#57606a;">{copy}<br><a class="link" href="{address}" style="color:#0b6e6e;word-break:break-all;">{address}</a></p>
"#
    )
}

fn facts(facts: &[(String, String)]) -> String {
    let rows = facts.iter().map(|(name, value)| {
        format!(
            r#"<tr><th scope="row" class="quiet" style="padding:2px 16px 2px 0;text-align:left;font-weight:400;color:#57606a;">{}</th><td style="padding:2px 0;font-weight:600;">{}</td></tr>"#,
            escape(name),
            escape(value)
        )
    });
    let rows: Vec<_> = rows.collect();
    format!(
        "<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 20px 0;font-size:15px;\">\n{}\n</table>\n",
        rows.join("\n")
    )
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
