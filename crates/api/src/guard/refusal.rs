//! Why a query goes no further.

use async_graphql::{ErrorExtensionValues, Pos, ServerError};

/// What is wrong with a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// More bytes than allowed.
    TooLong,
    /// More tokens than allowed.
    TooManyTokens,
    /// More brackets, or selection sets, within each other than allowed.
    TooNested,
    /// No GraphQL.
    Syntax,
    /// More operations than allowed.
    TooManyOperations,
    /// A fragment that spreads itself, if only by way of others.
    FragmentCycle,
    /// More fields within each other than allowed.
    TooDeep,
    /// More fields and fragments than allowed.
    TooManySelections,
    /// More aliases than allowed.
    TooManyAliases,
    /// More fields at the root than allowed.
    TooManyRootFields,
    /// More directives than allowed.
    TooManyDirectives,
    /// The same field more often in one place than allowed.
    TooManyRepeats,
    /// A literal with more lists and objects within each other than allowed.
    LiteralTooDeep,
}

impl Reason {
    /// The name in `extensions.reason`. Stable: clients may rely on it.
    const fn as_str(self) -> &'static str {
        match self {
            Self::TooLong => "QUERY_TOO_LONG",
            Self::TooManyTokens => "QUERY_TOO_MANY_TOKENS",
            Self::TooNested => "QUERY_TOO_NESTED",
            Self::Syntax => "QUERY_SYNTAX",
            Self::TooManyOperations => "QUERY_TOO_MANY_OPERATIONS",
            Self::FragmentCycle => "QUERY_FRAGMENT_CYCLE",
            Self::TooDeep => "QUERY_TOO_DEEP",
            Self::TooManySelections => "QUERY_TOO_MANY_SELECTIONS",
            Self::TooManyAliases => "QUERY_TOO_MANY_ALIASES",
            Self::TooManyRootFields => "QUERY_TOO_MANY_ROOT_FIELDS",
            Self::TooManyDirectives => "QUERY_TOO_MANY_DIRECTIVES",
            Self::TooManyRepeats => "QUERY_TOO_MANY_REPEATS",
            Self::LiteralTooDeep => "QUERY_LITERAL_TOO_DEEP",
        }
    }

    /// For the one who wrote the query; says nothing of the schema.
    const fn message(self) -> &'static str {
        match self {
            Self::TooLong => "The query has more bytes than allowed.",
            Self::TooManyTokens => "The query has more tokens than allowed.",
            Self::TooNested => "The query is nested deeper than allowed.",
            Self::Syntax => "The query is not valid GraphQL.",
            Self::TooManyOperations => "The document has more operations than allowed.",
            Self::FragmentCycle => "A fragment spreads itself.",
            Self::TooDeep => "The query has more fields within each other than allowed.",
            Self::TooManySelections => "The query asks for more fields than allowed.",
            Self::TooManyAliases => "The query has more aliases than allowed.",
            Self::TooManyRootFields => "The query has more fields at its root than allowed.",
            Self::TooManyDirectives => "The query has more directives than allowed.",
            Self::TooManyRepeats => "The query repeats a field more often than allowed.",
            Self::LiteralTooDeep => "A literal in the query is nested deeper than allowed.",
        }
    }
}

/// A query that goes no further.
///
/// As a GraphQL error it has a short message and in its `extensions` the `code` `BAD_REQUEST`, a
/// `reason` and, where a number was exceeded, the `limit`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    pub(super) reason: Reason,
    /// What would have been allowed.
    limit: Option<usize>,
    /// Where the parser stopped.
    position: Option<Pos>,
}

impl Refusal {
    pub(super) const fn over(reason: Reason, limit: usize) -> Self {
        Self { reason, limit: Some(limit), position: None }
    }

    pub(super) const fn syntax(position: Option<Pos>) -> Self {
        Self { reason: Reason::Syntax, limit: None, position }
    }

    pub(super) const fn cycle() -> Self {
        Self { reason: Reason::FragmentCycle, limit: None, position: None }
    }
}

impl From<Refusal> for ServerError {
    fn from(refusal: Refusal) -> Self {
        let mut extensions = ErrorExtensionValues::default();
        extensions.set("code", "BAD_REQUEST");
        extensions.set("reason", refusal.reason.as_str());
        if let Some(limit) = refusal.limit {
            extensions.set("limit", limit);
        }
        let mut error = Self::new(refusal.reason.message(), refusal.position);
        error.extensions = Some(extensions);
        error
    }
}
