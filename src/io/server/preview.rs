//! What the preview does to a finished file on its way to the browser: headers, and live reload in pages.

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::bundle::SitePath;

/// The script that reloads a page when the site has been made anew.
pub(super) const SCRIPT: &str = include_str!("reload.js");

/// Where live reload may connect to. Goes before the other directives: of two with one name, the first counts.
const CONNECT: &str = "connect-src 'self'; ";

/// The policy of the pages, with what only the preview needs, and only a server can forbid (to be framed).
const POLICY: &str = "connect-src 'self'; default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      font-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Answers with a file of the site.
pub(super) fn file(path: &SitePath, bytes: Vec<u8>, stamp: &str) -> Response {
    let Some(content_type) = content_type(path) else {
        let headers = [(header::CONTENT_TYPE, "application/octet-stream"), (header::CONTENT_DISPOSITION, "attachment")];
        return (headers, bytes).into_response();
    };
    let bytes = if content_type.starts_with("text/html") { with_live_reload(&bytes, stamp) } else { bytes };
    ([(header::CONTENT_TYPE, content_type)], bytes).into_response()
}

/// Adds the headers of every answer.
pub(super) fn protect(mut response: Response) -> Response {
    let headers = [
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The media type of a file, by its extension; none for what a browser should keep instead of showing.
fn content_type(path: &SitePath) -> Option<&'static str> {
    let name = path.as_str().rsplit('/').next()?;
    let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
    Some(match extension.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "ics" => "text/calendar; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        "txt" | "md" | "yaml" | "yml" | "toml" | "conf" | "cfg" | "ini" | "log" | "csv" | "sh" => {
            "text/plain; charset=utf-8"
        }
        _ => return None,
    })
}

/// Lets a page reload itself: its policy must allow the connection, as both that of the page and that of the header bind.
fn with_live_reload(page: &[u8], stamp: &str) -> Vec<u8> {
    let script = format!("<script src=\"/_releve/reload.js\" data-generation=\"{stamp}\" defer></script>");
    let meta = b"<meta http-equiv=\"content-security-policy\" content=\"";
    let policy = page.windows(meta.len()).position(|window| window.eq_ignore_ascii_case(meta));
    let (head, rest) = page.split_at(policy.map_or(0, |start| start + meta.len()));
    let end = b"</body>";
    let body = rest.windows(end.len()).rposition(|window| window.eq_ignore_ascii_case(end)).unwrap_or(rest.len());
    let (body, tail) = rest.split_at(body);
    let connect = if policy.is_some() { CONNECT } else { "" };
    [head, connect.as_bytes(), body, script.as_bytes(), tail].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_the_script_and_may_connect() {
        let page = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"></head>\
                    <body><code>&lt;/body></code></body></html>";
        let expected = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"connect-src 'self'; \
                        default-src 'none'\"></head><body><code>&lt;/body></code><script src=\"/_releve/reload.js\" \
                        data-generation=\"1-2\" defer></script></body></html>";
        assert_eq!(String::from_utf8(with_live_reload(page.as_bytes(), "1-2")).unwrap(), expected);
    }

    #[test]
    fn half_a_page_gets_the_script_at_its_end() {
        let page = String::from_utf8(with_live_reload(b"<p>half", "1-2")).unwrap();
        assert!(page.starts_with("<p>half<script ") && page.ends_with("</script>"), "{page}");
    }

    #[test]
    fn what_is_not_known_is_downloaded() {
        let of = |path: &str| content_type(&SitePath::new(path).unwrap());
        assert_eq!(of("a.d/b.JPG"), Some("image/jpeg"));
        assert_eq!(of("a.yaml"), Some("text/plain; charset=utf-8"));
        assert_eq!((of("a.exe"), of("a.d/SHA256SUMS")), (None, None));
    }
}
