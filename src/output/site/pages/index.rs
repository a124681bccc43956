//! Every name on the site, from A to Z.

use serde::Serialize;

use crate::output::site::chrome::Chrome;
use crate::output::site::here::Here;
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct IndexView {
    title: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, IndexView) {
    let title = here.title(&Page::Index);
    let chrome = Chrome::new(here, &title);
    (chrome, IndexView { title })
}
