//! Where the doors are and who has the keys; never a value.

use serde::Serialize;

use crate::output::site::chrome::Chrome;
use crate::output::site::here::Here;
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct AccessView {
    title: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, AccessView) {
    let title = here.title(&Page::Access);
    let chrome = Chrome::new(here, &title);
    (chrome, AccessView { title })
}
