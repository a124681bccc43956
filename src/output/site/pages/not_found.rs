//! What a web server shows for an address that does not exist.
//!
//! The server shows it at any depth, so no relative link would hold: it has links when the configuration says where the site
//! lies, and words otherwise, and it loads nothing.

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
    let pages = [
        (Page::Start, "site-start"),
        (Page::Contents, "site-contents"),
        (Page::List(Kind::Person), "site-list-person"),
        (Page::List(Kind::Service), "site-list-service"),
    ];
    let base = here.kb().config.site_url.as_deref().filter(|url| is_web_address(url)).map(|url| url.trim_end_matches('/'));
    let link = |base: &str, page: &Page, word: &str| {
        let path = here.site.plan.address(page)?;
        Some(Link { href: format!("{base}/{path}"), text: words.word(word), note: None })
    };
    let links = base.map(|base| pages.iter().filter_map(|(page, word)| link(base, page, word)).collect());
    (Chrome::new(here, &title), NotFoundView { title, links: links.unwrap_or_default() })
}

/// mdBook's `site-url` is a path on the server; a whole address does as well.
fn is_web_address(url: &str) -> bool {
    (url.starts_with('/') && !url.starts_with("//")) || url.starts_with("https://") || url.starts_with("http://")
}
