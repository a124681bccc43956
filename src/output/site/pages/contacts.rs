//! Whom to call: who knows, who may decide, who answers where.

use serde::Serialize;

use crate::output::site::chrome::Chrome;
use crate::output::site::here::Here;
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct ContactsView {
    title: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, ContactsView) {
    let title = here.title(&Page::Contacts);
    let chrome = Chrome::new(here, &title);
    (chrome, ContactsView { title })
}
