//! The built package's files, as they lie in their folder: compressed where the browser takes it.

use crate::portal::Portal;
use crate::refusal::Refusal;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::fs;
use std::path::Path as FilePath;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

/// One file of the package.
pub async fn file(
    State(portal): State<Arc<Portal>>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let mime = Some(&name).filter(|name| is_plain(name)).and_then(|name| mime(name));
    let mime = mime.ok_or_else(Refusal::not_found)?;
    let found = portal.away(move |portal| {
        let packed = takes_brotli(&headers).then(|| Kept::of(&portal.package, &name, ".br")).flatten();
        let kept = packed.or_else(|| Kept::of(&portal.package, &name, "")).ok_or_else(Refusal::not_found)?;
        kept.answer(&headers, mime)
    });
    found.await
}

/// A file's name and nothing that leads out of the folder.
fn is_plain(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    !name.starts_with('.') && name.chars().all(plain)
}

/// The kinds of file that are served. WebAssembly starts while it loads only under its own name.
pub fn mime(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "js" | "mjs" => Some("text/javascript; charset=utf-8"),
        "wasm" => Some("application/wasm"),
        "css" => Some("text/css; charset=utf-8"),
        "json" => Some("application/json"),
        "html" => Some("text/html; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}

fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|accepted| accepted.to_str().ok());
    let refused = |way: &str| way.ends_with("q=0");
    let mut ways = accepted.unwrap_or_default().split(',').map(str::trim);
    ways.any(|way| way.split(';').next().is_some_and(|name| name.trim() == "br") && !refused(way))
}

/// A file that is there.
struct Kept {
    path: std::path::PathBuf,
    tag: String,
    brotli: bool,
}

impl Kept {
    fn of(folder: &FilePath, name: &str, ending: &str) -> Option<Self> {
        let path = folder.join(format!("{name}{ending}"));
        let about = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
        let changed = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        let tag = format!("\"{:x}-{:x}{ending}\"", changed.as_nanos(), about.len());
        Some(Self { path, tag, brotli: !ending.is_empty() })
    }

    /// The browser keeps it and asks each time whether it has changed, so a new package is taken up at once.
    fn answer(self, headers: &HeaderMap, mime: &'static str) -> Result<Response, Refusal> {
        let fresh =
            headers.get(header::IF_NONE_MATCH).is_some_and(|tag| tag.as_bytes() == self.tag.as_bytes());
        let about = [
            (header::CACHE_CONTROL, "no-cache"),
            (header::VARY, "accept-encoding"),
            (header::CONTENT_TYPE, mime),
        ];
        let tag = [(header::ETAG, self.tag)];
        if fresh {
            return Ok((StatusCode::NOT_MODIFIED, about, tag).into_response());
        }
        let body = Body::from(fs::read(&self.path).map_err(Refusal::broken)?);
        let encoding = self.brotli.then_some([(header::CONTENT_ENCODING, "br")]);
        Ok(match encoding {
            Some(encoding) => (about, tag, encoding, body).into_response(),
            None => (about, tag, body).into_response(),
        })
    }
}
