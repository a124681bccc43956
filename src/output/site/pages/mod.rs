//! The pages, one file each; `pages/<page>.rs` fills what `templates/pages/<page>.html` lays out.

mod about;
mod contents;
mod entity;
mod folder;
mod list;
mod not_found;
mod redirect;
mod runbook;
mod start;

pub(super) use start::copy;

use super::here::Here;
use super::page::Page;
use super::templates::Templates;

/// Renders the page that is being written.
///
/// Returns nothing for a page of something that is not there, and when the templates fail.
pub(super) fn render(here: &Here<'_>, templates: &Templates<'_>) -> Option<String> {
    match here.page {
        Page::Start => {
            let (chrome, page) = start::view(here);
            templates.render("pages/start.html", &chrome, &page)
        }
        Page::Runbook(id) => {
            let (chrome, page) = runbook::view(here, here.kb().runbooks.get(id)?);
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
