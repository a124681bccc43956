use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use super::*;

/// A site of a few files.
struct Site(BTreeMap<&'static str, &'static str>);

impl Pages for Site {
    fn get(&self, path: &SitePath) -> Option<Vec<u8>> {
        assert_ne!(path.as_str(), "panics.html", "this page cannot be made");
        self.0.get(path.as_str()).map(|text| text.as_bytes().to_vec())
    }
}

fn start() -> Server {
    let files = [
        ("index.html", "<body>start</body>"),
        ("mail/index.html", "<body>mail</body>"),
        ("style.css", "body{}"),
        ("core.bin", "bytes"),
        ("404.html", "<body>no such page</body>"),
    ];
    Server::start(0, Arc::new(Site(files.into()))).unwrap()
}

/// Sends bytes as they are and returns the whole answer.
fn send(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    // A request that is no HTTP may end with a reset.
    _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn request(method: &str, path: &str, headers: &str) -> String {
    format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n")
}

fn get(server: &Server, path: &str) -> String {
    send(server, &request("GET", path, "Host: localhost\r\n"))
}

fn status(answer: &str) -> &str {
    answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)).unwrap_or("none")
}

#[test]
fn files_of_the_site_are_served_with_live_reload_in_pages_only() {
    let server = start();
    let page = get(&server, "/");
    assert_eq!(status(&page), "200");
    assert!(page.contains("content-type: text/html; charset=utf-8\r\n"), "{page}");
    assert!(page.contains("<body>start<script src=\"/_releve/reload.js\""), "{page}");
    assert!(get(&server, "/index.html?raw??").contains("start"));
    let style = get(&server, "/style.css");
    assert!(style.ends_with("\r\n\r\nbody{}"), "{style}");
    assert!(get(&server, "/core.bin").contains("content-disposition: attachment\r\n"));
    assert!(get(&server, "/_releve/reload.js").contains("EventSource"));
}

#[test]
fn every_answer_carries_the_protecting_headers() {
    let server = start();
    for path in ["/", "/style.css", "/none", "/_releve/reload.js"] {
        let answer = get(&server, path).to_lowercase();
        let headers = [
            "cache-control: no-store\r\n",
            "content-security-policy: connect-src 'self'; default-src 'none'; script-src 'self'",
            "x-content-type-options: nosniff\r\n",
            "referrer-policy: no-referrer\r\n",
        ];
        for header in headers {
            assert!(answer.contains(header), "{path} lacks {header}: {answer}");
        }
        assert!(!answer.contains("access-control-"), "{answer}");
    }
}

#[test]
fn a_folder_is_asked_for_with_its_slash() {
    let server = start();
    assert!(get(&server, "/mail/").contains("<body>mail"));
    let answer = get(&server, "/mail");
    assert!(status(&answer) == "308" && answer.contains("location: /mail/\r\n"), "{answer}");
}

#[test]
fn what_does_not_exist_is_answered_by_the_sites_own_page() {
    let server = start();
    let answer = get(&server, "/none/at/all.html");
    assert!(status(&answer) == "404" && answer.contains("no such page<script"), "{answer}");
}

#[test]
fn no_request_line_leads_out_of_the_site() {
    let server = start();
    let paths = [
        "/../Cargo.toml",
        "/../../../../etc/passwd",
        "/mail/../../x",
        "/%2e%2e/x",
        "/%2E%2E%2Fx",
        "/..%2f..%2fetc/passwd",
        "/%252e%252e/x",
        "//etc/passwd",
        "///etc/passwd",
        "/..\\x",
        "/%5c..%5cx",
        "\\..\\x",
        "/\0",
        "/%00",
        "/index.html%00.css",
        "/C:/windows/win.ini",
        "/c%3a/x",
        "/@fs/etc/passwd",
        "/file:///etc/passwd",
        "/.git/config",
        "/index.html/../../x",
        "*",
        "",
    ];
    for path in paths {
        let answer = get(&server, path);
        assert!(["400", "404"].contains(&status(&answer)), "{path:?}: {answer}");
    }
}

#[test]
fn only_own_names_are_answered() {
    let server = start();
    let own = server.address.to_string();
    for host in ["localhost", "127.0.0.1", "[::1]:8080", &own] {
        assert_eq!(status(&send(&server, &request("GET", "/", &format!("Host: {host}\r\n")))), "200", "{host}");
    }
    let foreign = [
        "Host: evil.example\r\n",
        "Host: localhost.evil.example\r\n",
        "Host: 127.0.0.1.nip.io\r\n",
        "Host: 192.168.1.2\r\n",
        "Host: 0.0.0.0\r\n",
        "Host: \r\n",
        "Host: localhost\r\nHost: evil.example\r\n",
        "",
    ];
    for headers in foreign {
        let answer = send(&server, &request("GET", "/", headers));
        assert!(["400", "403"].contains(&status(&answer)), "{headers:?}: {answer}");
    }
    // The name may stand in the request line, too (RFC 9112 §3.2.2).
    let absolute = send(&server, &request("GET", "http://evil.example/", "Host: localhost\r\n"));
    assert_eq!(status(&absolute), "403", "{absolute}");
}

#[test]
fn pages_elsewhere_get_no_answer() {
    let server = start();
    let own = format!("Host: {0}\r\nOrigin: http://{0}\r\n", server.address);
    assert_eq!(status(&send(&server, &request("GET", "/style.css", &own))), "200");
    for origin in ["null", "http://evil.example", "https://localhost", "http://localhost:1", "file://", "", "http://"] {
        for path in ["/", "/_releve/events"] {
            let headers = format!("Host: localhost\r\nOrigin: {origin}\r\n");
            assert_eq!(status(&send(&server, &request("GET", path, &headers))), "403", "{origin:?} {path}");
        }
    }
}

#[test]
fn nothing_can_be_sent_to_the_server() {
    let server = start();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"] {
        let answer = send(&server, &request(method, "/", "Host: localhost\r\n"));
        assert_eq!(status(&answer), "405", "{method}: {answer}");
    }
    let head = send(&server, &request("HEAD", "/style.css", "Host: localhost\r\n"));
    assert!(status(&head) == "200" && head.contains("content-length: 6\r\n") && head.ends_with("\r\n\r\n"), "{head}");
}

#[test]
fn open_pages_hear_of_each_rebuild() {
    let server = start();
    let page = get(&server, "/");
    let shown = page.split("data-generation=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();

    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(request("GET", "/_releve/events", "Host: localhost\r\n").as_bytes()).unwrap();
    let mut lines = BufReader::new(stream).lines();
    let mut next = || {
        let data = lines.find_map(|line| line.unwrap().strip_prefix("data: ").map(str::to_owned));
        data.expect("the connection stays open")
    };
    assert_eq!(next(), shown, "a page that is up to date stays as it is");
    server.reload();
    assert_ne!(next(), shown);
}

#[test]
fn a_page_that_cannot_be_made_takes_nothing_down() {
    let server = start();
    assert_eq!(status(&get(&server, "/panics.html")), "500");
    assert_eq!(status(&get(&server, "/")), "200");
}

#[test]
fn a_port_that_is_taken_is_an_error() {
    let server = start();
    let second = Server::start(server.address.port(), Arc::new(Site(BTreeMap::new())));
    assert!(matches!(second, Err(StartError::Listen { .. })));
}
