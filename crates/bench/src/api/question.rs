//! What both servers are asked: the newest 50 risks, with texts, owner and assets.

use std::net::SocketAddr;

use anyhow::Result;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, header};
use serde_json::json;

use crate::data_set::DataSet;
use crate::{child::ServerProcess, load::Target};

/// Records on the page.
pub(super) const PAGE: usize = 50;
/// Where the bare handler is.
pub(super) const BARE_PATH: &str = "/risks";

/// As the application asks for a list.
const QUERY: &str = "
query List($first: Int!, $fields: [String!]) {
  form(key: \"risks\") {
    records(first: $first) {
      nodes {
        id
        code
        title
        status { key }
        updatedAt
        values(keys: $fields) {
          key
          value {
            __typename
            ... on TextValue { text }
            ... on DateValue { date }
            ... on UserValue { users { id displayName } }
            ... on ReferenceValue { records { id code title } }
            ... on LikelihoodImpactValue { likelihood impact score }
          }
        }
      }
      pageInfo { hasNextPage }
    }
  }
}";

/// The question to the product, as somebody who is signed in.
pub(crate) fn of_stack(address: SocketAddr, data_set: &DataSet) -> Result<Target> {
    let mut headers = HeaderMap::new();
    headers.insert(header::HOST, HeaderValue::from_str(&data_set.host)?);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert("x-requested-with", HeaderValue::from_static("waarborg"));
    headers.insert(header::COOKIE, HeaderValue::from_str(&format!("waarborg={}", data_set.session))?);
    let fields = ["cause", "assets", "owner", "current_score", "review_on"];
    let body = json!({ "query": QUERY, "variables": { "first": PAGE, "fields": fields } });
    Ok(Target {
        address,
        method: Method::POST,
        path: "/graphql",
        headers,
        body: Bytes::from(body.to_string()),
    })
}

/// The same question to the bare handler, which knows no other.
pub(super) fn of_bare(server: &ServerProcess) -> Target {
    Target {
        address: server.address,
        method: Method::GET,
        path: BARE_PATH,
        headers: HeaderMap::new(),
        body: Bytes::new(),
    }
}
