//! The site, one file at a time: for whoever looks at it while it is being written.

use std::collections::BTreeMap;
use std::io::Read;

use crate::bundle::{Bundle, SitePath};
use crate::diagnostic::Diagnostic;
use crate::output::OutputContext;
use crate::source::{Source, SourcePath};

use super::page::Page;
use super::{Planned, emit_theme, plan};

/// A planned site that makes a file when it is asked for.
pub struct Preview<'a> {
    planned: &'a Planned<'a>,
    pages: BTreeMap<&'a SitePath, &'a Page>,
    files: BTreeMap<&'a SitePath, &'a SourcePath>,
    theme: BTreeMap<SitePath, Vec<u8>>,
}

/// Plans the site and lends it, to be asked for its files.
pub fn preview<R>(context: &OutputContext<'_>, lend: impl FnOnce(&Preview<'_>) -> R) -> R {
    plan(context, |planned| {
        let theme = Bundle::default();
        emit_theme(&planned.site, planned.theme, &theme);
        lend(&Preview {
            planned,
            pages: planned.site.plan.pages().map(|(page, address)| (address, page)).collect(),
            files: planned.site.plan.files().map(|(path, address)| (address, path)).collect(),
            theme: theme.into_files(),
        })
    })
}

impl Preview<'_> {
    /// Returns the bytes of a file; nothing when the site has none at this address, or it cannot be read.
    #[must_use]
    pub fn file(&self, address: &SitePath, assets: &dyn Source) -> Option<Vec<u8>> {
        if let Some(page) = self.pages.get(address) {
            return self.planned.render(page, address);
        }
        if let Some(bytes) = self.theme.get(address) {
            return Some(bytes.clone());
        }
        let snapshot = self.planned.site.context.snapshot;
        let path = self.files.get(address)?;
        let Some(asset) = snapshot.asset(path) else {
            return snapshot.get(path).map(|file| file.text.as_bytes().to_vec());
        };
        let mut bytes = Vec::new();
        assets.open(asset).ok()?.read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Returns the problems met so far.
    #[must_use]
    pub fn problems(&self) -> Vec<Diagnostic> {
        self.planned.problems()
    }
}
