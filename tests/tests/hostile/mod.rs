//! What nobody who means well would send.

mod api_token;
mod body;
mod cursor;
mod download;
mod fault;
mod query;
mod search;
mod secret;
mod sign_in;
mod workbook;
