//! What a web server shows for an address that does not exist.
//!
//! The server shows it at any depth, where relative links lead nowhere: the page has absolute ones when the configuration says
//! where the site lies, and says in words where to go.

use serde::Serialize;

use crate::names::Kind;
use crate::output::site::chrome::Chrome;
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct NotFoundView {
    title: String,
    links: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, NotFoundView) {
    let words = here.words();
    let title = words.word("site-not-found");
    let pages = [Page::Start, Page::Broken, Page::Contacts, Page::List(Kind::Service), Page::Contents];
    // A path only: with a host in it, the copy on a stick would lead to the web.
    let base = here.kb().config.site_url.as_deref().and_then(server_path);
    let link = |base: &str, page: &Page| {
        let path = here.site.plan.address(page, here.tongue.index)?;
        Some(Link::new(format!("{base}/{path}"), here.title(page)))
    };
    let links = base.map(|base| pages.iter().filter_map(|page| link(base, page)).collect());
    (Chrome::new(here, &title), NotFoundView { title, links: links.unwrap_or_default() })
}

/// Returns the path on the server; mdBook's `site-url` is one, a whole address holds one.
fn server_path(url: &str) -> Option<&str> {
    let host_and_path = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let path = host_and_path.map_or(url, |rest| rest.find('/').map_or("/", |slash| &rest[slash..]));
    (path.starts_with('/') && !path.starts_with("//")).then(|| path.trim_end_matches('/'))
}
