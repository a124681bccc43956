//! The earlier versions of the site: what it said when somebody gave it a name.

use serde::Serialize;

use crate::bundle::SitePath;
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct VersionsView<'a> {
    title: String,
    /// The newest first.
    versions: Vec<VersionView<'a>>,
}

#[derive(Debug, Serialize)]
struct VersionView<'a> {
    /// To its start page.
    link: Link,
    date: String,
    author: &'a str,
    commit: String,
    /// What was said when it was marked.
    note: Option<&'a str>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, VersionsView<'a>) {
    let title = here.title(&Page::Versions);
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Start)));
    let versions = here.site.context.versions.iter().filter_map(|kept| {
        let version = &kept.version;
        let start = SitePath::new(&format!("{}/index.html", version.folder))?;
        Some(VersionView {
            link: Link::new(start.relative_to(here.path), version.name.clone()),
            date: here.date(version.revision.date),
            author: &version.revision.author,
            commit: version.revision.id.short(),
            note: version.note.as_deref(),
        })
    });
    let versions = versions.collect();
    (chrome, VersionsView { title, versions })
}
