//! The headers that every answer has, and the check that a request comes from our own pages.

use crate::portal::Portal;
use crate::refusal::Refusal;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// The policy that the element lives under. `'wasm-unsafe-eval'` lets WebAssembly start and allows no
/// `eval`; `form-action 'none'` is why our pages send with `fetch` and not with an HTML form.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

const ALWAYS: [(HeaderName, &str); 2] =
    [(header::X_CONTENT_TYPE_OPTIONS, "nosniff"), (header::REFERRER_POLICY, "no-referrer")];

/// Search engines keep out, whatever they were told.
pub const UNLISTED: (HeaderName, &str) = (HeaderName::from_static("x-robots-tag"), "noindex, nofollow");

/// Adds the headers. What says nothing else about being kept is not kept: plans are about children. A page
/// that may do less than the others has a policy of its own.
pub async fn add(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Refuses what changes something and does not come from a page of this portal. The cookie's
/// `SameSite=Strict` says the same; this holds where a browser does not know it, and against a
/// foreign name that was made to point at this machine.
pub async fn own_pages_only(State(portal): State<Arc<Portal>>, request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    let ours = origin.is_some_and(|origin| portal.origins.iter().any(|own| own == origin));
    if ours || [Method::GET, Method::HEAD].contains(request.method()) {
        next.run(request).await
    } else {
        Refusal::new(StatusCode::FORBIDDEN, "This did not come from a page of the portal.").into_response()
    }
}
