//! The tree that readers move in: the pages as the navigation orders them, then the things of the inventory by kind.

use std::collections::BTreeMap;

use crate::catalog::Entity;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::navigation::Item;
use crate::names::{EntityRef, Kind};
use crate::runbook::Runbook;
use crate::source::{Snapshot, SourcePath};
use crate::words::{Language, Words, sort_key};

use super::here::prose;
use super::page::{Page, SitePlan, is_folder_page};
use super::said::title;

/// A node of the tree, by its position in [`Tree::nodes`].
pub(super) type NodeId = usize;

/// A page, or a heading that leads nowhere, with what stands below it.
#[derive(Debug)]
pub(super) struct Node {
    /// What the reader sees.
    pub text: String,
    /// The language of the words, where it is not that of the interface.
    pub lang: Option<String>,
    /// Where it leads.
    pub page: Option<Page>,
    /// What it stands below.
    pub parent: Option<NodeId>,
    /// What stands below it, in order.
    pub children: Vec<NodeId>,
    /// Which reading order it belongs to: that of the Markdown pages, or that of one kind.
    group: Option<Kind>,
}

/// The tree, indexed by page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// The top of the tree.
    pub roots: Vec<NodeId>,
    by_page: BTreeMap<Page, NodeId>,
    /// The nodes that are pages, in reading order, and where each stands in it.
    order: Vec<NodeId>,
    places: BTreeMap<NodeId, usize>,
}

impl Tree {
    /// Builds the tree.
    pub(super) fn new(
        kb: &KnowledgeBase,
        snapshot: &Snapshot,
        plan: &SitePlan,
        words: &Words,
        language: &Language,
    ) -> Self {
        let mut tree = Self::default();
        let of = |language: &Language| (language != words.language()).then(|| language.to_string());
        let authors = of(&kb.config.language);
        let mut waiting: Vec<(&Item, Option<NodeId>)> = Vec::new();
        waiting.extend(kb.navigation.items.iter().rev().map(|item| (item, None)));
        // A stack instead of recursion: how deep folders lie is up to the user.
        while let Some((item, parent)) = waiting.pop() {
            let page = page_of(item, kb, snapshot).filter(|page| plan.address(page, 0).is_some());
            let introduces = matches!(&page, Some(Page::Runbook(id)) if plan.introduction.as_ref() == Some(id));
            // The introduction is the start page, which the bar and every trail of crumbs lead to already.
            if introduces && item.children.is_empty() {
                continue;
            }
            // What SUMMARY.md calls a page is a name in the main language.
            let page_of_item = item.page.as_ref().and_then(|id| kb.page(id, language));
            let (text, lang) = match page_of_item {
                Some(page) if page.language == *language && *language != kb.config.language => {
                    (title(kb, words, page), of(&page.language))
                }
                Some(page) if page.title == item.title => (title(kb, words, page), of(&page.language)),
                _ => (prose(kb, &item.title), authors.clone()),
            };
            let node = tree.add(text.into_owned(), lang, page, parent, None);
            waiting.extend(item.children.iter().rev().map(|child| (child, Some(node))));
        }
        tree.place_the_rest(kb, plan, words, language);
        for kind in Kind::inventory() {
            let list = Page::list(kind);
            if kind == Kind::Organisation {
                let page = Page::Entity(EntityRef::Organisation);
                if plan.address(&page, 0).is_some() {
                    tree.add(words.word(list_title(kind)), None, Some(page), None, Some(kind));
                }
            } else if plan.address(&list, 0).is_some() {
                let parent = tree.add(words.word(list_title(kind)), None, Some(list), None, Some(kind));
                let is_one_page = kind == Kind::Term;
                for entity in entities(kb, kind).into_iter().filter(|_| !is_one_page) {
                    let page = Page::Entity(entity.reference.clone());
                    let name = prose(kb, &entity.name).into_owned();
                    tree.add(name, authors.clone(), Some(page), Some(parent), Some(kind));
                }
            }
        }
        tree
    }

    /// Places the pages that the navigation leaves out, so that every page is found.
    fn place_the_rest(&mut self, kb: &KnowledgeBase, plan: &SitePlan, words: &Words, language: &Language) {
        let missing: Vec<&Runbook> = kb
            .runbooks
            .values()
            .filter(|runbook| plan.introduction.as_ref() != Some(&runbook.id))
            .filter(|runbook| !self.by_page.contains_key(&Page::Runbook(runbook.id.clone())))
            .collect();
        if missing.is_empty() {
            return;
        }
        let parent = self.add(words.word("site-other-pages"), None, None, None, None);
        for runbook in missing {
            let runbook = kb.page(&runbook.id, language).unwrap_or(runbook);
            self.add(
                title(kb, words, runbook).into_owned(),
                (runbook.language != *words.language()).then(|| runbook.language.to_string()),
                Some(Page::Runbook(runbook.id.clone())),
                Some(parent),
                None,
            );
        }
    }

    fn add(
        &mut self,
        text: String,
        lang: Option<String>,
        page: Option<Page>,
        parent: Option<NodeId>,
        group: Option<Kind>,
    ) -> NodeId {
        let id = self.nodes.len();
        match parent {
            Some(parent) => self.nodes[parent].children.push(id),
            None => self.roots.push(id),
        }
        if let Some(page) = &page {
            // A page that SUMMARY.md names twice stands where it is named first.
            self.by_page.entry(page.clone()).or_insert(id);
            self.places.insert(id, self.order.len());
            self.order.push(id);
        }
        self.nodes.push(Node { text, lang, page, parent, children: Vec::new(), group });
        id
    }

    /// Returns a node.
    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }

    /// Whether a node is a kind of the inventory or something of one.
    pub(super) fn is_inventory(&self, id: NodeId) -> bool {
        self.nodes[id].group.is_some()
    }

    /// Returns where a page stands.
    pub(super) fn find(&self, page: &Page) -> Option<NodeId> {
        self.by_page.get(page).copied()
    }

    /// Returns where a node leads: to its page, else to the first one below it.
    pub(super) fn landing(&self, id: NodeId) -> Option<&Page> {
        let mut waiting = vec![id];
        while let Some(node) = waiting.pop().map(|id| &self.nodes[id]) {
            if node.page.is_some() {
                return node.page.as_ref();
            }
            waiting.extend(node.children.iter().rev());
        }
        None
    }

    /// Returns the nodes from the top down to this one, which comes last.
    pub(super) fn path(&self, id: NodeId) -> Vec<NodeId> {
        let mut path = vec![id];
        let mut node = &self.nodes[id];
        while let Some(parent) = node.parent {
            path.push(parent);
            node = &self.nodes[parent];
        }
        path.reverse();
        path
    }

    /// Returns the pages before and after one in its reading order.
    pub(super) fn turn(&self, id: NodeId) -> (Option<&Node>, Option<&Node>) {
        let Some(place) = self.places.get(&id).copied() else { return (None, None) };
        let at = |place: Option<usize>| {
            let node = self.node(*self.order.get(place?)?);
            (node.group == self.nodes[id].group).then_some(node)
        };
        (at(place.checked_sub(1)), at(place.checked_add(1)))
    }
}

/// Returns the entities of a kind, by name, then by id.
pub(super) fn entities(kb: &KnowledgeBase, kind: Kind) -> Vec<&Entity> {
    let mut entities: Vec<_> = kb.catalog.entities.values().filter(|entity| entity.reference.kind() == kind).collect();
    entities.sort_by_cached_key(|entity| (sort_key(&entity.name), entity.name.as_str(), &entity.reference));
    entities
}

/// Returns the message that names all things of a kind.
pub(super) fn list_title(kind: Kind) -> &'static str {
    match kind {
        Kind::Organisation => "site-list-organisation",
        Kind::Service => "site-list-service",
        Kind::Host => "site-list-host",
        Kind::Provider => "site-list-provider",
        Kind::Domain => "site-list-domain",
        Kind::Credential => "site-list-credential",
        Kind::Backup => "site-list-backup",
        Kind::MailFlow => "site-list-mail-flow",
        Kind::Project => "site-list-project",
        Kind::Contract => "site-list-contract",
        Kind::Partner => "site-list-partner",
        Kind::Term => "site-list-term",
        Kind::Person => "site-list-person",
        Kind::Runbook => "site-list-runbook",
    }
}

/// Returns the page that an item of the navigation leads to: its own, else that of the folder it stands for.
fn page_of(item: &Item, kb: &KnowledgeBase, snapshot: &Snapshot) -> Option<Page> {
    match &item.page {
        Some(id) => Some(Page::Runbook(id.clone())),
        None => folder_of(item, kb, snapshot).map(Page::Folder),
    }
}

/// Returns the folder that an item without a page stands for, as told by the first page below it.
fn folder_of(item: &Item, kb: &KnowledgeBase, snapshot: &Snapshot) -> Option<SourcePath> {
    let mut levels = 0;
    let mut first = item;
    while first.page.is_none() {
        first = first.children.first()?;
        levels += 1;
    }
    let id = first.page.as_ref()?;
    let path = &snapshot.file(kb.runbooks.get(id)?.file).path;
    // The page of a folder stands for the folder, one level above the pages in it.
    let ups = if is_folder_page(id) { levels } else { levels - 1 };
    Some((0..ups).fold(path.parent(), |folder, _| folder.parent()))
}
