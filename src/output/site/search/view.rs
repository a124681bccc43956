//! Our own pages as the search reads them: by their names.

use crate::output::site::page::Page;
use crate::search::{self, Group, Section};

use super::{Reader, thing, wording};

/// Whether a page is one of ours that is found by its name.
pub(super) fn is_found(page: &Page) -> bool {
    match page {
        Page::Start | Page::List(_) | Page::Takeover | Page::Broken | Page::Contacts | Page::Access => true,
        Page::Changes | Page::Versions | Page::Dates | Page::Mail | Page::Index => true,
        Page::Exercises | Page::Incidents | Page::Readiness | Page::Departures | Page::Recovery => true,
        Page::Findings | Page::Money => true,
        Page::Decisions | Page::Tools | Page::Charter | Page::Contents | Page::About => true,
        // Found by what stands in them, or nothing to find.
        Page::Runbook(_)
        | Page::Entity(_)
        | Page::Glossary
        | Page::Rules
        | Page::RulesOf(_)
        | Page::Folder(_)
        | Page::NotFound
        | Page::History(_)
        | Page::Record(_)
        | Page::Loss(_)
        | Page::Redirect(_)
        | Page::Former(_) => false,
    }
}

/// Returns the group that a page of ours is shown in.
pub(super) fn group(page: &Page) -> Group {
    match page {
        Page::Broken => Group::Incidents,
        Page::Start | Page::Takeover => Group::Procedures,
        Page::Contacts => Group::People,
        Page::List(kind) => thing::group(*kind),
        _ => Group::Reference,
    }
}

impl<'a> Reader<'a> {
    pub(super) fn view(&self, page: &'a Page, tongue: usize) -> search::Page {
        let address = self.site.plan.address(page, 0).map(ToString::to_string).unwrap_or_default();
        search::Page {
            key: format!("view:{address}"),
            title: self.here(page, tongue).map(|here| here.title(page)).unwrap_or_default(),
            addresses: self.addresses(page, |tree| tree == tongue),
            language: self.site.tongues[tongue].language.clone(),
            group: group(page),
            kind: wording::VIEW.to_owned(),
            proof: None,
            names: Vec::new(),
            aliases: Vec::new(),
            subjects: Vec::new(),
            services: Vec::new(),
            sections: vec![Section::default()],
        }
    }
}
