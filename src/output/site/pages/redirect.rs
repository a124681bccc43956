//! A short or former name: leads on to what has it now, or offers the choice when several do.

use serde::Serialize;

use crate::bundle::SitePath;
use crate::diagnostic::message;
use crate::output::site::chrome::Chrome;
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct RedirectView {
    title: String,
    /// What is behind the links.
    lead: String,
    /// Where to go at once, when there is but one place.
    only: Option<String>,
    links: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>, alias: &str) -> (Chrome<'a>, RedirectView) {
    let redirect = here.site.plan.redirects.get(alias);
    let title = redirect.map_or_else(|| alias.to_owned(), |redirect| redirect.name.clone());
    let targets = redirect.into_iter().flat_map(|redirect| &redirect.targets);
    let links: Vec<Link> = targets.filter_map(|target| here.link_to(target)).collect();
    let only = match &*links {
        [link] => Some(link.href.clone()),
        _ => None,
    };
    let lead = here.words().word("site-leads-to");
    (Chrome::new(here, &title), RedirectView { title, lead, only, links })
}

/// An address that a page had before: leads on to where it is now, else to the versions that have it.
pub(super) fn former<'a>(here: &Here<'a>, address: &SitePath) -> (Chrome<'a>, RedirectView) {
    let words = here.words();
    let former = here.site.plan.former.get(address);
    let now = former.and_then(|former| here.link_to(former.now.as_ref()?));
    let versions = former.into_iter().flat_map(|former| &former.versions);
    let then = versions.filter_map(|index| {
        let version = &here.site.context.versions.get(*index)?.version;
        let href = SitePath::new(&format!("{}/{address}", version.folder))?.relative_to(here.path);
        Some(Link::new(
            href,
            words.say(&message!(
                "site-version-of",
                name = version.name.as_str(),
                date = here.date(version.revision.date),
            )),
        ))
    });
    let (title, lead) = if now.is_some() { ("site-moved", "site-leads-to") } else { ("site-gone", "site-gone-why") };
    let (title, lead) = (words.word(title), words.word(lead));
    let only = now.as_ref().map(|link| link.href.clone());
    let links = match now {
        Some(now) => vec![now],
        None => then.chain(here.link_to_page(&Page::Start)).collect(),
    };
    (Chrome::new(here, &title), RedirectView { title, lead, only, links })
}
