//! Taking over, from the first minute to the first month.

use serde::Serialize;

use crate::output::site::chrome::Chrome;
use crate::output::site::here::Here;
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct TakeoverView {
    title: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, TakeoverView) {
    let title = here.title(&Page::Takeover);
    let chrome = Chrome::new(here, &title);
    (chrome, TakeoverView { title })
}
