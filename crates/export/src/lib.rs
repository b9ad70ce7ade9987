//! One report model, written as Excel, PDF or CSV; and the guarded reader of other people's workbooks.
//!
//! [`Report`] says what the document is and which columns it has; its rows come from an iterator, so
//! that a hundred thousand of them never sit in memory together. [`export`] writes it to a file that
//! either is complete or is not there.
//!
//! [`Book`] opens a file of tables from outside, an Excel [`Workbook`] or a text: everything it holds is
//! measured before it is parsed.
//! [`parse`] turns what people type in cells into values.
//!
//! Those block: call them from a thread that may. On top of them stand [`register`], which makes a report
//! of a register, [`importing`], which reads a sheet into one, [`people`], which invites those on a sheet,
//! and [`Jobs`], which runs them with progress and cancel; and so it does with files of the audit log.
//! [`archive`] gathers all of an environment in one file, and reads it where it arrives.

pub mod archive;
mod audit_log;
mod book;
mod chart;
mod dossier;
mod error;
mod file;
mod filter_words;
mod jobs;
mod make;
mod report;
mod source;
mod wording;
mod work;

pub mod csv;
pub mod delimited;
pub mod importing;
pub mod parse;
pub mod pdf;
pub mod people;
pub mod register;
pub mod workbook;
pub mod xlsx;

pub use audit_log::AuditExportRequest;
pub use book::Book;
pub use chart::{ChartFile, ChartRequest, export_chart};
pub use domain::record::YesNoNa;
pub(crate) use dossier::Dossier;
pub use dossier::DossierRequest;
pub use error::ExportError;
pub use file::{Format, Written, export};
pub use importing::ImportRequest;
pub use jobs::Jobs;
pub use register::ExportRequest;
pub use report::{Cell, Colour, Column, ColumnKind, Filter, Report, Score};
pub use source::{PROGRESS_EVERY_ROWS, ProgressHook, RowSource, Source};
pub use work::Work;
pub use workbook::{CellValue, Limits, Row, SheetInfo, Workbook, WorkbookError};
