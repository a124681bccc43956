//! Where every link of every text leads: found once, for the relations, the check and the site alike.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::link::{self, DeadLink, Target};
use crate::markdown::LinkUse;
use crate::runbook::Runbook;
use crate::source::{FileId, Snapshot};

/// Where a link leads, or why it leads nowhere. Few links are dead, so why is kept aside.
pub type Lead = Result<Target, Box<DeadLink>>;

/// Where the links of each text lead, by its file, in the order of the links.
pub(super) type Leads = BTreeMap<FileId, Vec<Lead>>;

/// Finds where the links of every text lead, in parallel.
pub(super) fn leads(kb: &KnowledgeBase, snapshot: &Snapshot) -> Leads {
    let texts: Vec<&Runbook> = kb.texts().collect();
    let of_text = |text: &Runbook| {
        let links = text.document.links.iter();
        links.map(|link| link::resolve(kb, snapshot, text, link).map_err(Box::new)).collect::<Vec<_>>()
    };
    let found: Vec<(FileId, Vec<Lead>)> = texts.into_par_iter().map(|text| (text.file, of_text(text))).collect();
    found.into_iter().filter(|(_, leads)| !leads.is_empty()).collect()
}

impl KnowledgeBase {
    /// Returns the links of a text with where they lead.
    pub fn leads<'kb>(&'kb self, text: &'kb Runbook) -> impl Iterator<Item = (&'kb LinkUse, &'kb Lead)> {
        let leads = self.leads.get(&text.file).map(Vec::as_slice).unwrap_or_default();
        text.document.links.iter().zip(leads)
    }

    /// Returns where a link of a text leads, if it stands at its place in the text: what a renderer makes of a bare address has none.
    pub(crate) fn lead(&self, text: &Runbook, used: &LinkUse) -> Option<&Lead> {
        let links = &text.document.links;
        let index = links.binary_search_by_key(&used.span.start, |link| link.span.start).ok()?;
        // Two links may start at one place: each leads where its own words say.
        let is_it = links[index].kind == used.kind && links[index].target == used.target;
        self.leads.get(&text.file).filter(|_| is_it)?.get(index)
    }
}
