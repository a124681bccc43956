//! What words mean here, in the languages of the project.

use serde::Serialize;

use crate::output::site::chrome::Chrome;
use crate::output::site::here::Here;
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct GlossaryView {
    title: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, GlossaryView) {
    let title = here.title(&Page::Glossary);
    let chrome = Chrome::new(here, &title);
    (chrome, GlossaryView { title })
}
