//! Something is broken: which page to open, by what one sees.

use serde::Serialize;

use crate::output::site::chrome::Chrome;
use crate::output::site::here::Here;
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct BrokenView {
    title: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, BrokenView) {
    let title = here.title(&Page::Broken);
    let chrome = Chrome::new(here, &title);
    (chrome, BrokenView { title })
}
