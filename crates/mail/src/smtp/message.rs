//! A mail as it goes over the wire.

use std::time::SystemTime;

use domain::mail::Mail;
use kernel::{EmailAddress, Error, Result};
use lettre::{
    Address, Message,
    message::{
        Mailbox, MessageBuilder, MultiPart, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};

use super::{Notice, Smtp};
use crate::{Composed, Sender};

impl Smtp {
    /// Text and HTML side by side, from the environment by its name, marked as written by a program.
    pub(super) fn message(&self, mail: &Mail, sender: &Sender, words: Composed) -> Result<Message> {
        let mut builder = Message::builder()
            // The same for every attempt, so that a mail that arrives twice is seen to be one.
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.host())))
            .date(SystemTime::from(mail.queued_at))
            .from(mailbox(&sender.environment, &self.from)?)
            .to(mailbox(&mail.name, &mail.address)?)
            .subject(one_line(&words.subject))
            .raw_header(header("Content-Language", mail.locale.code()));
        builder = by_a_program(builder);
        if let Some(address) = &self.reply_to {
            builder = builder.reply_to(Mailbox::new(None, parse(address)?));
        }
        builder.multipart(MultiPart::alternative_plain_html(words.text, words.html)).map_err(Error::internal)
    }

    /// Plain text, from the product itself.
    pub(super) fn notice(&self, notice: &Notice) -> Result<Message> {
        let builder = Message::builder()
            .message_id(None)
            .date(SystemTime::from(notice.at))
            .from(mailbox("Waarborg", &self.from)?)
            .to(Mailbox::new(None, parse(&notice.to)?))
            .subject(one_line(&notice.subject));
        by_a_program(builder).singlepart(SinglePart::plain(notice.text.clone())).map_err(Error::internal)
    }
}

/// RFC 3834: nobody's absence is told to a program.
fn by_a_program(builder: MessageBuilder) -> MessageBuilder {
    builder
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", "All"))
}

fn mailbox(name: &str, address: &EmailAddress) -> Result<Mailbox> {
    Ok(Mailbox::new(Some(one_line(name)), parse(address)?))
}

fn parse(address: &EmailAddress) -> Result<Address> {
    Address::new(address.name(), address.host()).map_err(Error::internal)
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// Names come from people: a line break in one would begin another header.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
