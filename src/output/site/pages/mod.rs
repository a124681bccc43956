//! The pages, one file each; `pages/<page>.rs` fills what `templates/pages/<page>.html` lays out.

mod about;
mod access;
mod broken;
mod contacts;
mod contents;
mod dates;
mod decisions;
mod entity;
mod folder;
mod glossary;
mod index;
mod list;
mod not_found;
mod redirect;
mod runbook;
mod start;
mod takeover;

pub(super) use start::copy;

use super::here::Here;
use super::page::Page;
use super::templates::Templates;

/// Renders the page that is being written.
///
/// Returns nothing for a page of something that is not there, and when the templates fail.
pub(super) fn render(here: &Here<'_>, templates: &Templates<'_>) -> Option<String> {
    let templates = templates.speaking(here.tongue.index)?;
    match here.page {
        Page::Start => {
            let (chrome, page) = start::view(here);
            templates.render("pages/start.html", &chrome, &page)
        }
        Page::Runbook(id) => {
            let (chrome, page) = runbook::view(here, here.text(id)?);
            templates.render("pages/runbook.html", &chrome, &page)
        }
        Page::Folder(path) => {
            let (chrome, page) = folder::view(here, path);
            templates.render("pages/folder.html", &chrome, &page)
        }
        Page::Entity(reference) => {
            let (chrome, page) = entity::view(here, here.kb().catalog.entities.get(reference)?);
            templates.render("pages/entity.html", &chrome, &page)
        }
        Page::List(kind) => {
            let (chrome, page) = list::view(here, *kind);
            templates.render("pages/list.html", &chrome, &page)
        }
        Page::Takeover => {
            let (chrome, page) = takeover::view(here);
            templates.render("pages/take-over.html", &chrome, &page)
        }
        Page::Broken => {
            let (chrome, page) = broken::view(here);
            templates.render("pages/broken.html", &chrome, &page)
        }
        Page::Contacts => {
            let (chrome, page) = contacts::view(here);
            templates.render("pages/contacts.html", &chrome, &page)
        }
        Page::Access => {
            let (chrome, page) = access::view(here);
            templates.render("pages/access.html", &chrome, &page)
        }
        Page::Dates => {
            let (chrome, page) = dates::view(here);
            templates.render("pages/dates.html", &chrome, &page)
        }
        Page::Index => {
            let (chrome, page) = index::view(here);
            templates.render("pages/index-a-z.html", &chrome, &page)
        }
        Page::Glossary => {
            let (chrome, page) = glossary::view(here);
            templates.render("pages/glossary.html", &chrome, &page)
        }
        Page::Decisions => {
            let (chrome, page) = decisions::view(here);
            templates.render("pages/decisions.html", &chrome, &page)
        }
        Page::Contents => {
            let (chrome, page) = contents::view(here);
            templates.render("pages/contents.html", &chrome, &page)
        }
        Page::About => {
            let (chrome, page) = about::view(here);
            templates.render("pages/about.html", &chrome, &page)
        }
        Page::NotFound => {
            let (chrome, page) = not_found::view(here);
            templates.render("pages/not-found.html", &chrome, &page)
        }
        Page::Redirect(alias) => {
            let (chrome, page) = redirect::view(here, alias);
            templates.render("pages/redirect.html", &chrome, &page)
        }
    }
}
