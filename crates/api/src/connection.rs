//! Pages as Relay connections.

use async_graphql::{
    ObjectType, OutputType,
    connection::{Connection, Edge, EmptyFields},
};
use kernel::{Page, PageRequest};

use crate::error::Result;

/// Reads the paging arguments.
pub(crate) fn page_request(first: Option<i32>, after: Option<String>) -> Result<PageRequest> {
    Ok(PageRequest::new(first, after)?)
}

/// A connection of a page; `is_later` tells that it does not begin the list.
pub(crate) fn connection<T, N, F>(
    page: Page<T>,
    is_later: bool,
    fields: F,
    node: impl Fn(T) -> N,
) -> Connection<String, N, F>
where
    N: OutputType,
    F: ObjectType,
{
    let mut connection = Connection::with_additional_fields(is_later, page.has_next, fields);
    let edges =
        page.items.into_iter().map(|(cursor, item)| Edge::new(cursor.as_str().to_owned(), node(item)));
    connection.edges.extend(edges);
    connection
}

/// A connection without further fields.
pub(crate) fn plain<T, N: OutputType>(
    page: Page<T>,
    is_later: bool,
    node: impl Fn(T) -> N,
) -> Connection<String, N, EmptyFields> {
    connection(page, is_later, EmptyFields, node)
}
