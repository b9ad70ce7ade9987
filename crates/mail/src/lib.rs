//! Mails: their words in both languages, and the way to the mail server.
//!
//! What is to be said is a [`domain::mail::Letter`], queued by the domain. [`compose`] gives it words, as
//! text and as HTML, when it is sent or, in the demo, looked at; [`Smtp`] hands it over.

mod compose;
mod origin;
mod smtp;
#[cfg(feature = "testing")]
pub mod testing;
mod values;
mod words;

pub use compose::{Composed, compose};
pub use origin::{Origin, Sender};
pub use smtp::{BadSmtpAddress, Notice, Smtp, SmtpAddress, SmtpSettings};
