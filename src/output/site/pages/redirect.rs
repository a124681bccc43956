//! A short or former name: leads on to what has it now, or offers the choice when several do.

use serde::Serialize;

use crate::output::site::chrome::Chrome;
use crate::output::site::here::{Here, Link};

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct RedirectView {
    title: String,
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
    (Chrome::new(here, &title), RedirectView { title, only, links })
}
