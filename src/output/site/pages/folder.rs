//! A folder that has no page of its own: what lies in it.

use serde::Serialize;

use crate::names::EntityRef;
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::source::SourcePath;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct FolderView {
    title: String,
    links: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>, path: &SourcePath) -> (Chrome<'a>, FolderView) {
    let tree = here.tree();
    let node = tree.find(here.page).map(|id| tree.node(id));
    let title = node.map_or_else(|| path.file_name().to_owned(), |node| node.text.clone());
    let links = node.map_or_else(
        || below(here, path),
        |node| {
            let nodes = node.children.iter().map(|id| tree.node(*id));
            nodes.filter_map(|node| here.link_as(node.page.as_ref()?, node)).collect()
        },
    );
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Contents)));
    (chrome, FolderView { title, links })
}

/// The pages and folders right below a folder that the navigation does not know.
fn below(here: &Here<'_>, path: &SourcePath) -> Vec<Link> {
    let src = &here.kb().config.src;
    let runbooks = here.kb().runbooks.values().filter_map(|runbook| {
        let file = here.site.context.snapshot.file(runbook.file);
        (file.path.parent() == *path).then(|| here.link_to(&EntityRef::from(&runbook.id)))?
    });
    let folders =
        here.site.plan.pages().filter(|(_, language, _)| *language == here.tongue.index).filter_map(|(page, ..)| {
            match page {
                Page::Folder(folder) if folder.parent() == *path && folder != src => {
                    here.link(page, folder.file_name())
                }
                _ => None,
            }
        });
    runbooks.chain(folders).collect()
}
