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
    let targets = here.site.plan.redirects.get(alias).into_iter().flatten();
    let links: Vec<Link> = targets.filter_map(|target| here.link_to(target)).collect();
    let only = match &*links {
        [link] => Some(link.href.clone()),
        _ => None,
    };
    (Chrome::new(here, alias), RedirectView { title: alias.to_owned(), only, links })
}
