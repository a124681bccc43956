//! Which requests are answered, and what they ask for.

use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};

use crate::bundle::SitePath;

/// What a request asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// A file of the site.
    File(SitePath),
    /// To be told of each rebuild.
    Events,
    /// The script that listens to it.
    Script,
    /// Something that no site can have.
    Nothing,
}

/// Refuses what does not come from a page or an address bar of this machine.
///
/// The names are compared with our own, never with each other: a foreign name that points to this machine
/// would send itself as `Host` and as `Origin`.
pub(super) fn check(request: &Parts) -> Result<(), StatusCode> {
    let host = single(&request.headers, &header::HOST)?.ok_or(StatusCode::FORBIDDEN)?;
    let target = request.uri.authority().map_or(host, |authority| authority.as_str());
    let is_ours = is_own_name(host) && is_own_name(target);
    // A page of another server on this machine has another port.
    let origin = single(&request.headers, &header::ORIGIN)?;
    if !is_ours || origin.is_some_and(|origin| origin.strip_prefix("http://") != Some(host)) {
        return Err(StatusCode::FORBIDDEN);
    }
    match request.method {
        Method::GET | Method::HEAD => Ok(()),
        _ => Err(StatusCode::METHOD_NOT_ALLOWED),
    }
}

/// The value of a header that may stand once.
fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a str>, StatusCode> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => value.to_str().map(Some).map_err(|_| StatusCode::FORBIDDEN),
        (Some(_), Some(_)) => Err(StatusCode::FORBIDDEN),
    }
}

/// Whether a `Host` names this machine. Any port is good: an SSH tunnel may end on another one than ours.
fn is_own_name(host: &str) -> bool {
    let names = ["127.0.0.1", "localhost", "[::1]"];
    let ports = names.iter().filter_map(|name| host.strip_prefix(name));
    let is_port = |port: &str| (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
    ports.into_iter().any(|rest| rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port))
}

/// Reads the path of a request. It is decoded once; what is then no [`SitePath`] cannot be the name of a file.
pub(super) fn asked(path: &str) -> Asked {
    match path {
        "/_releve/events" => return Asked::Events,
        "/_releve/reload.js" => return Asked::Script,
        _ => {}
    }
    let Some(mut name) = path.strip_prefix('/').and_then(decode) else { return Asked::Nothing };
    if name.is_empty() || name.ends_with('/') {
        name.push_str("index.html");
    }
    SitePath::new(&name).map_or(Asked::Nothing, Asked::File)
}

/// Decodes `%xx` (RFC 3986 §2.1); nothing when it is malformed or no UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        rest = others;
        if *first == b'%' {
            let digits = others.get(..2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = &others[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_once_and_never_climbs() {
        let file = |path: &str| Asked::File(SitePath::new(path).unwrap());
        let cases = [
            ("/", file("index.html")),
            ("/mail/", file("mail/index.html")),
            ("/d%C3%A9p%C3%B4t.html", file("dépôt.html")),
            ("/100%25.html", file("100%.html")),
            ("/%252e%252e/x", file("%2e%2e/x")),
            ("/_releve/events", Asked::Events),
        ];
        for (path, expected) in cases {
            assert_eq!(asked(path), expected, "{path}");
        }
        let refused = [
            "",
            "*",
            "//etc/passwd",
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/.%2E/x",
            "/..%2fx",
            "/a\\..\\x",
            "/%5cx",
            "/a%00",
            "/a%0ab",
            "/C:/x",
            "/a//b",
            "/./a",
            "/%",
            "/%2",
            "/%zz",
            "/%+1",
            "/%ff",
        ];
        for path in refused {
            assert_eq!(asked(path), Asked::Nothing, "{path}");
        }
    }

    #[test]
    fn only_names_of_this_machine_are_own_names() {
        for own in ["127.0.0.1", "127.0.0.1:80", "localhost:3000", "[::1]:1"] {
            assert!(is_own_name(own), "{own}");
        }
        let foreign = [
            "",
            "evil.example",
            "localhost.evil.example",
            "localhost:",
            "localhost:80.evil.example",
            "localhost:123456",
            "127.0.0.1.evil.example",
            "127.0.0.2",
            "0.0.0.0",
            "::1",
            "[::1",
            "localhost@evil.example",
            "evil.localhost",
        ];
        for foreign in foreign {
            assert!(!is_own_name(foreign), "{foreign}");
        }
    }
}
