//! Content as data: packs of base forms, and the demo environments.
//!
//! # The format of a pack
//!
//! A pack is a folder:
//!
//! ```text
//! pack.yaml            who and what: key, version (semver), name and description in nl and en,
//!                      authors, licence (SPDX), and the keys of the forms in the order of the menu
//! forms/<key>.yaml     one form each: a [`domain::form::FormDefinition`] written in YAML
//! ```
//!
//! Texts are `{nl: …, en: …}`. A kind of field is a mapping with one key, its name:
//! `kind: {text: {multiline: true}}`, `kind: {date: {}}`. Anchors (`&scale`) and aliases (`*scale`) keep
//! a scale or a list of options that several fields share in one place. Unknown and doubled keys are
//! refused. `content/README.md` tells authors the rest.
//!
//! [`Pack::builtin`] is compiled into the binary; [`Pack::load_dir`] reads one from disk; [`check`] says
//! what still is to be mended. [`demo::environments`] gives the customers of the demo.

mod check;
pub mod demo;
mod pack;
mod problem;
mod source;
mod yaml;

pub use check::check;
pub use pack::Pack;
pub use problem::{PackError, Problem};
