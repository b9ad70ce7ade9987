//! What nobody who means well would send.

mod body;
mod cursor;
mod download;
mod fault;
mod query;
mod search;
mod sign_in;
mod workbook;
