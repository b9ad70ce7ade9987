//! A log that proves itself.
//!
//! An [`Event`] is hashed in a canonical encoding and chained to the one before it. Now and then the
//! end of the chain, the head, is signed ([`SignedHead`]) and taken to a place that whoever can change
//! the database cannot change. [`verify`] checks a copy of the log against those heads: offline, with
//! the public key alone. docs/adr/0012 says why it is made this way, and [`encode`] how bytes are laid.
//!
//! What is personal in an event is only seen here as ciphertext: the chain holds when a key is destroyed.

pub mod encode;
mod event;
mod head;
mod text;
mod verifier;

pub use event::{Event, LogHeader, genesis};
pub use head::{BadPublicKey, EarlierHead, Head, HeadKey, PublicKey, SignedHead};
pub use text::{Bytes, Hash};
pub use verifier::{Problem, Restore, Verified, Verifier, verify};
