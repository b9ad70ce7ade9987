//! In which media type the client wants its answer.

use http::{HeaderMap, header};

use crate::http::weight::weighted;

/// The most media types a client's list is read for.
const MAX_RANGES: usize = 20;

/// How an answer is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MediaType {
    /// `application/graphql-response+json`: a request that cannot be run is a 400.
    GraphQl,
    /// `application/json`: all that is JSON is a 200, as clients of old expect.
    Json,
}

impl MediaType {
    /// The media type the client wants most, JSON when it does not care; `None` when it wants neither.
    pub(super) fn wanted(headers: &HeaderMap) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        let mut is_asked = false;
        let lines = headers.get_all(header::ACCEPT).iter().filter_map(|line| line.to_str().ok());
        for range in lines.flat_map(|line| line.split(',')).take(MAX_RANGES) {
            is_asked = true;
            let (name, weight) = weighted(range);
            let media_type = match name.to_ascii_lowercase().as_str() {
                "application/graphql-response+json" => Self::GraphQl,
                "application/json" | "application/*" | "*/*" => Self::Json,
                _ => continue,
            };
            if weight > best.map_or(0.0, |(weight, _)| weight) {
                best = Some((weight, media_type));
            }
        }
        if is_asked { best.map(|(_, media_type)| media_type) } else { Some(Self::Json) }
    }

    /// As in `Content-Type`.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::GraphQl => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gql_25_the_media_type_the_client_wants_most_is_chosen() {
        const GRAPHQL: &str = "application/graphql-response+json";
        for (accept, expected) in [
            (&[][..], Some(MediaType::Json)),
            (&["*/*"], Some(MediaType::Json)),
            (&["application/*"], Some(MediaType::Json)),
            (&["application/json; charset=utf-8"], Some(MediaType::Json)),
            (&[GRAPHQL], Some(MediaType::GraphQl)),
            (
                &["application/graphql-response+json; charset=utf-8, application/json;q=0.9"],
                Some(MediaType::GraphQl),
            ),
            (&["application/json;q=0.9", GRAPHQL], Some(MediaType::GraphQl)),
            (&["application/graphql-response+json;q=0.5, application/json"], Some(MediaType::Json)),
            (&["text/html, application/json;q=0"], None),
            (&["text/html"], None),
        ] {
            let headers = accept.iter().map(|value| (header::ACCEPT, value.parse().unwrap())).collect();
            assert_eq!(MediaType::wanted(&headers), expected, "{accept:?}");
        }
    }
}
