//! The single-page application, out of the binary itself.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode, header};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::weight::weighted;

/// What `npm run build` made. In development builds it is read when the server starts; in release
/// builds it is part of the binary.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../frontend/dist"]
#[allow_missing = true]
struct Dist;

/// The page that all addresses of the application begin with.
const INDEX: &str = "index.html";
static FILES: LazyLock<HashMap<Cow<'static, str>, File>> = LazyLock::new(|| {
    let is_copy = |path: &str| matches!(path.rsplit_once('.'), Some((_, "br" | "gz")));
    Dist::iter()
        .filter(|path| !is_copy(path))
        .filter_map(|path| Dist::get(&path).map(|file| (path.clone(), File::new(&path, file))))
        .collect()
});

/// Reads the table of files; otherwise the first request waits for it.
pub(super) fn prepare() {
    if !LazyLock::force(&FILES).contains_key(INDEX) {
        tracing::warn!("this server was built without its pages: build `frontend` first");
    }
}

/// Answers with a file, or with the page that shows what is at this address.
pub(super) async fn answer(request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    match find(request.uri().path()).and_then(|path| FILES.get(path)) {
        Some(file) => file.respond(request.headers()),
        None => (StatusCode::NOT_FOUND, "Niet gevonden. / Not found.\n").into_response(),
    }
}

/// The file behind a path: itself, or the index for an address of the application. Names with a dot
/// are files or nothing.
fn find(path: &str) -> Option<&str> {
    let path = path.trim_start_matches('/');
    if path.split('/').any(|part| part.starts_with('.')) {
        return None;
    }
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    Some(if is_file { path } else { INDEX })
}

/// A file as it is sent, in every encoding browsers know.
struct File {
    media_type: String,
    etag: String,
    cache: &'static str,
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
}

impl File {
    fn new(path: &str, file: EmbeddedFile) -> Self {
        let media_type = file.metadata.mimetype().to_owned();
        // `npm run build` leaves the compressed copies beside the files.
        let copy = |ending: &str| {
            Dist::get(&format!("{path}{ending}")).map(|file| Bytes::from(file.data.into_owned()))
        };
        let hash = file.metadata.sha256_hash();
        let version = hash.first_chunk::<16>().map_or(0, |bytes| u128::from_be_bytes(*bytes));
        Self {
            etag: format!("W/\"{version:032x}\""),
            media_type: if media_type.starts_with("text/") {
                media_type + "; charset=utf-8"
            } else {
                media_type
            },
            // The build puts a hash of the content in these names.
            cache: if path.starts_with("assets/") {
                "public, max-age=31536000, immutable"
            } else {
                "no-cache"
            },
            brotli: copy(".br"),
            gzip: copy(".gz"),
            plain: file.data.into_owned().into(),
        }
    }

    fn respond(&self, headers: &HeaderMap) -> Response {
        let caching = [
            (header::CACHE_CONTROL, self.cache),
            (header::ETAG, self.etag.as_str()),
            (header::VARY, "Accept-Encoding"),
        ];
        if is_known(headers, &self.etag) {
            return (StatusCode::NOT_MODIFIED, caching).into_response();
        }
        let media_type = [(header::CONTENT_TYPE, self.media_type.as_str())];
        let (brotli, gzip) = accepted(headers);
        match (&self.brotli, &self.gzip) {
            (Some(body), _) if brotli => {
                (caching, media_type, [(header::CONTENT_ENCODING, "br")], body.clone()).into_response()
            }
            (_, Some(body)) if gzip => {
                (caching, media_type, [(header::CONTENT_ENCODING, "gzip")], body.clone()).into_response()
            }
            _ => (caching, media_type, self.plain.clone()).into_response(),
        }
    }
}

/// True when the browser has this version.
fn is_known(headers: &HeaderMap, etag: &str) -> bool {
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    known.is_some_and(|list| list.split(',').any(|one| one.trim() == etag))
}

/// Whether the browser takes brotli, and gzip.
fn accepted(headers: &HeaderMap) -> (bool, bool) {
    let list = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let takes =
        |wanted: &str| list.split(',').map(weighted).any(|(name, weight)| name == wanted && weight > 0.0);
    (takes("br"), takes("gzip"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sup_05_hidden_files_and_ways_out_of_the_folder_are_nowhere() {
        for path in ["/.git/config", "/.env", "/assets/../../Cargo.toml", "/a/.hidden", "//.git"] {
            assert_eq!(find(path), None, "{path}");
        }
    }

    #[test]
    fn an_address_of_the_application_is_the_index_and_a_file_name_is_itself() {
        for path in ["/", "/registers/risk", "/sign-in", "/registers/risk/RIS-12"] {
            assert_eq!(find(path), Some(INDEX), "{path}");
        }
        assert_eq!(find("/assets/index-1a2b.js"), Some("assets/index-1a2b.js"));
        assert_eq!(find("/nothing.map"), Some("nothing.map"));
    }

    #[test]
    fn the_browser_says_which_compression_it_takes() {
        let of =
            |list: &str| accepted(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, list.parse().unwrap())]));
        assert_eq!(of("gzip, deflate, br, zstd"), (true, true));
        assert_eq!(of("gzip"), (false, true));
        assert_eq!(of("br;q=0, gzip;q=0.5"), (false, true));
        assert_eq!(accepted(&HeaderMap::new()), (false, false));
    }
}
