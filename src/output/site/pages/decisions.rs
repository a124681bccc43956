//! Why things are as they are.

use serde::Serialize;

use crate::output::site::chrome::Chrome;
use crate::output::site::here::Here;
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct DecisionsView {
    title: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, DecisionsView) {
    let title = here.title(&Page::Decisions);
    let chrome = Chrome::new(here, &title);
    (chrome, DecisionsView { title })
}
