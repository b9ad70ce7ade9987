//! The session's cookie.

use chrono::TimeDelta;
use http::{HeaderMap, HeaderValue, header};
use tenancy::Host;

use super::scheme::Scheme;

/// The most characters of a session's token; ours have some three hundred.
const MAX_TOKEN: usize = 2_048;

/// Which cookie a browser keeps the session in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SessionCookie {
    /// `__Host-waarborg`: no other host can set it, and it never travels unencrypted. On plain http
    /// browsers do not keep it, so nobody can sign in there.
    Secure,
    /// `waarborg`, on plain http at `*.localhost` alone: for who tries the product on their own machine.
    Local,
}

impl SessionCookie {
    /// The cookie for this address.
    pub(super) fn at(scheme: Scheme, host: &Host) -> Self {
        let is_local = host.as_str() == "localhost" || host.as_str().ends_with(".localhost");
        if scheme == Scheme::Http && is_local { Self::Local } else { Self::Secure }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Secure => "__Host-waarborg",
            Self::Local => "waarborg",
        }
    }

    /// Whether the request has it at all, good or not.
    pub(super) fn is_sent(self, headers: &HeaderMap) -> bool {
        self.values(headers).next().is_some()
    }

    /// The token in the request. None when there are two: somebody has put one there.
    pub(super) fn read(self, headers: &HeaderMap) -> Option<&str> {
        let mut values = self.values(headers);
        let token = values.next().filter(|token| !token.is_empty() && token.len() <= MAX_TOKEN)?;
        values.next().is_none().then_some(token)
    }

    fn values(self, headers: &HeaderMap) -> impl Iterator<Item = &str> {
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(move |(name, _)| *name == self.name())
            .map(|(_, value)| value)
    }

    /// Has the browser keep `token`, for as long as the session can last.
    pub(super) fn set(self, token: &str, lifetime: TimeDelta) -> Option<HeaderValue> {
        let secure = match self {
            Self::Secure => " Secure;",
            Self::Local => "",
        };
        let (name, seconds) = (self.name(), lifetime.num_seconds().max(0));
        let cookie = format!("{name}={token}; Path=/;{secure} HttpOnly; SameSite=Lax; Max-Age={seconds}");
        let mut value = HeaderValue::try_from(cookie).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    /// Has the browser forget it.
    pub(super) fn clear(self) -> Option<HeaderValue> {
        self.set("", TimeDelta::zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cookie: SessionCookie, lines: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(header::COOKIE, line.parse().unwrap());
        }
        cookie.read(&headers).map(str::to_owned)
    }

    #[test]
    fn the_token_is_found_among_other_cookies_and_over_several_lines() {
        assert_eq!(read(SessionCookie::Secure, &["a=b; __Host-waarborg=t.o-k_en; c=d"]).unwrap(), "t.o-k_en");
        assert_eq!(read(SessionCookie::Secure, &["a=b", "__Host-waarborg=token"]).unwrap(), "token");
        assert_eq!(read(SessionCookie::Local, &["waarborg=token"]).unwrap(), "token");
    }

    #[test]
    fn two_tokens_none_an_empty_one_and_the_other_kind_of_cookie_count_as_none() {
        let long = format!("__Host-waarborg={}", "t".repeat(MAX_TOKEN + 1));
        for lines in [
            &["__Host-waarborg=one; __Host-waarborg=two"][..],
            &["__Host-waarborg=one", "__Host-waarborg=one"],
            &["__Host-waarborg="],
            &["waarborg=token"],
            &["x__Host-waarborg=token; __host-waarborg=token"],
            &[&long],
            &[],
        ] {
            assert_eq!(read(SessionCookie::Secure, lines), None, "{lines:?}");
        }
    }

    #[test]
    fn only_plain_http_on_ones_own_machine_goes_without_secure() {
        let at = |scheme, host: &str| SessionCookie::at(scheme, &host.parse().unwrap());
        assert_eq!(at(Scheme::Http, "zorgpunt.localhost"), SessionCookie::Local);
        assert_eq!(at(Scheme::Https, "zorgpunt.localhost"), SessionCookie::Secure);
        assert_eq!(at(Scheme::Http, "zorgpunt.example.test"), SessionCookie::Secure);
        assert_eq!(at(Scheme::Http, "localhost.example.test"), SessionCookie::Secure);
        assert_eq!(
            SessionCookie::Secure.set("t", TimeDelta::hours(12)).unwrap(),
            "__Host-waarborg=t; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200"
        );
        assert_eq!(
            SessionCookie::Local.clear().unwrap(),
            "waarborg=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
        );
    }

    #[test]
    fn a_token_that_is_no_header_text_is_not_set() {
        assert_eq!(SessionCookie::Secure.set("a\r\nb", TimeDelta::hours(1)), None);
    }
}
