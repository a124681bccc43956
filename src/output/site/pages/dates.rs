//! What ends by itself, and when.

use serde::Serialize;

use crate::output::site::chrome::Chrome;
use crate::output::site::here::Here;
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct DatesView {
    title: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, DatesView) {
    let title = here.title(&Page::Dates);
    let chrome = Chrome::new(here, &title);
    (chrome, DatesView { title })
}
