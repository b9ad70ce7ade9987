//! How much a query may ask.

/// How much a query may ask. The defaults leave the product's own queries ample room; introspection
/// as the usual tools do it fits too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the query text.
    pub bytes: usize,
    /// Tokens, comments not counted.
    pub tokens: usize,
    /// Open braces, brackets and parentheses at any point; also selection sets within each other when
    /// fragments are expanded. Keeps the parser and every later walk off the end of the stack.
    pub nesting: usize,
    /// Operations in the document.
    pub operations: usize,
    /// Fields within each other when fragments are expanded.
    pub depth: usize,
    /// Fields and fragments of an operation when fragments are expanded.
    pub selections: usize,
    /// The same, over all operations and fragments together: validation walks them all.
    pub document_selections: usize,
    /// Aliases of an operation when fragments are expanded.
    pub aliases: usize,
    /// Fields at the root of an operation when fragments are expanded.
    pub root_fields: usize,
    /// Directives of an operation, its own included, when fragments are expanded.
    pub directives: usize,
    /// Directives in one place. The schema knows two that a query may use.
    pub directives_in_one_place: usize,
    /// Times the same result name is written in one selection set.
    pub repeats: usize,
    /// Lists and objects within each other in one literal.
    pub literal_depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 * 1024,
            tokens: 10_000,
            nesting: 32,
            operations: 10,
            depth: 15,
            selections: 2_000,
            document_selections: 10_000,
            aliases: 50,
            root_fields: 20,
            directives: 20,
            directives_in_one_place: 3,
            repeats: 5,
            literal_depth: 10,
        }
    }
}
