//! The program from outside: over real sockets, as a browser, a proxy or an attacker sees it, killed, and in a terminal.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "what a test leans on fails at once when it is not there; a long run tells what it came to"
)]

mod addresses;
mod connection;
mod files;
mod graphql;
mod killed;
mod screen;
mod stage;
