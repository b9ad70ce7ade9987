//! Limits on a query, kept before anything reads it that could take long.
//!
//! async-graphql 7.2 expands nested fragment spreads while it validates, before its own limits act:
//! 900 bytes cost it seconds. So a query is measured here first, in time linear in its length: a
//! scan over its tokens ([`scan`]), which also bounds how deep the parser can recurse; one parse;
//! and a count of what the fragments expand to, done once per fragment ([`measure`]).

mod limits;
mod measure;
mod refusal;
mod scan;
#[cfg(test)]
mod tests;

use async_graphql::parser::{parse_query, types::ExecutableDocument};

pub use limits::Limits;
use refusal::Reason;
pub use refusal::Refusal;

/// Parses a query that keeps the limits; hand it on with `Request::set_parsed_query`, so that it is
/// parsed once.
///
/// Which operation runs is not decided here: the limits hold for each one in the document.
pub fn check(query: &str, limits: &Limits) -> Result<ExecutableDocument, Refusal> {
    if query.len() > limits.bytes {
        return Err(Refusal::over(Reason::TooLong, limits.bytes));
    }
    scan::check(query, limits)?;
    let document = parse_query(query).map_err(|error| Refusal::syntax(error.positions().next()))?;
    measure::check(&document, limits)?;
    Ok(document)
}
