//! Keeps other sites from having our users' browsers do things.

use http::{HeaderMap, HeaderName, StatusCode, Uri, header};
use tenancy::Host;

use super::{problem::Problem, session};

/// A header that a page of another site cannot send without our leave, which nobody gets.
const REQUESTED_WITH: HeaderName = HeaderName::from_static("x-requested-with");
const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses what a page of another site may have sent: without `X-Requested-With: waarborg`, or when
/// the browser itself says that it comes from elsewhere. A program that shows a token may come from
/// anywhere: no browser adds one by itself, and with a token no cookie counts.
pub(super) fn refuse(headers: &HeaderMap, host: &Host) -> Result<(), Problem> {
    if session::is_program(headers) {
        return Ok(());
    }
    let forbidden = |message| Err(Problem::new(StatusCode::FORBIDDEN, "FORBIDDEN", message));
    if headers.get(REQUESTED_WITH).is_none_or(|value| value != "waarborg") {
        return forbidden("Send the header `X-Requested-With: waarborg`.");
    }
    let is_elsewhere = headers.get(SEC_FETCH_SITE).is_some_and(|site| site != "same-origin");
    if is_elsewhere || !is_origin_ours(headers, host) {
        return forbidden("Requests from other sites are refused.");
    }
    Ok(())
}

/// True when there is no `Origin`, or it is this environment's address.
fn is_origin_ours(headers: &HeaderMap, host: &Host) -> bool {
    let mut origins = headers.get_all(header::ORIGIN).iter();
    let (origin, None) = (origins.next(), origins.next()) else { return false };
    let Some(origin) = origin else { return true };
    let Some(origin) = origin.to_str().ok().and_then(|text| text.parse::<Uri>().ok()) else { return false };
    let (Some(scheme), Some(authority)) = (origin.scheme_str(), origin.authority()) else { return false };
    if Host::from_header_value(authority.as_str().as_bytes()).as_ref() != Ok(host) {
        return false;
    }
    let default_port = if scheme == "https" { 443 } else { 80 };
    is_port_ours(headers, host, |port| {
        port.unwrap_or(default_port) == authority.port_u16().unwrap_or(default_port)
    })
}

/// Judges by the port in `Host`. Behind a proxy `Host` can name something else than the address in
/// the browser; then nothing is known of the port.
fn is_port_ours(headers: &HeaderMap, host: &Host, is_same: impl Fn(Option<u16>) -> bool) -> bool {
    let asked = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if Host::from_header_value(asked.as_bytes()).as_ref() != Ok(host) {
        return true;
    }
    is_same(asked.split_once(':').and_then(|(_, port)| port.parse().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(pairs: &[(&'static str, &str)]) -> bool {
        let headers = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()))
            .collect();
        refuse(&headers, &"acme.example.test".parse().unwrap()).is_err()
    }

    const OURS: (&str, &str) = ("x-requested-with", "waarborg");

    #[test]
    fn gql_12_what_a_form_or_a_page_of_another_site_can_send_is_refused() {
        for headers in [
            &[][..],
            &[("x-requested-with", "XMLHttpRequest")],
            &[("authorization", "Basic d2JnOmFiYw==")],
            &[OURS, ("sec-fetch-site", "cross-site")],
            &[OURS, ("sec-fetch-site", "same-site")],
            &[OURS, ("sec-fetch-site", "none")],
            &[OURS, ("origin", "https://other.example.test")],
            &[OURS, ("origin", "https://acme.example.test.evil.test")],
            &[OURS, ("origin", "null")],
            &[OURS, ("origin", "acme.example.test")],
            &[OURS, ("origin", "http://acme.example.test:5173"), ("host", "acme.example.test:8080")],
            &[OURS, ("origin", "https://acme.example.test:8443"), ("host", "acme.example.test")],
        ] {
            assert!(is_refused(headers), "{headers:?}");
        }
    }

    #[test]
    fn our_own_pages_and_programs_may_ask() {
        for headers in [
            &[OURS][..],
            &[("authorization", "Bearer wbg_abc"), ("origin", "https://other.example.test")],
            &[OURS, ("sec-fetch-site", "same-origin"), ("origin", "https://acme.example.test")],
            &[OURS, ("origin", "http://acme.example.test:8080"), ("host", "acme.example.test:8080")],
            &[OURS, ("origin", "https://acme.example.test"), ("host", "acme.example.test:443")],
            &[OURS, ("origin", "https://acme.example.test"), ("host", "10.0.0.5:8080")],
        ] {
            assert!(!is_refused(headers), "{headers:?}");
        }
    }

    #[test]
    fn two_origins_are_refused() {
        let pair = ("origin", "https://acme.example.test");
        let mut headers = HeaderMap::new();
        for (name, value) in [OURS, pair, pair] {
            headers.append(HeaderName::from_static(name), value.parse().unwrap());
        }
        assert!(refuse(&headers, &"acme.example.test".parse().unwrap()).is_err());
    }
}
