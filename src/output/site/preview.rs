//! The site one file at a time, for looking at it while it is written.

use std::collections::BTreeMap;
use std::io::Read;

use crate::bundle::SitePath;
use crate::diagnostic::Diagnostic;
use crate::output::OutputContext;
use crate::source::{Source, SourcePath};

use super::here::{Here, Site};
use super::page::Page;
use super::search::Lazy;
use super::templates::Templates;
use super::{calendar, feed, pages, prepare, theme_file};

/// A planned site whose files are made when they are asked for.
pub struct Preview<'a> {
    site: Site<'a>,
    templates: Templates<'a>,
    pages: BTreeMap<SitePath, (Page, usize)>,
    files: BTreeMap<SitePath, SourcePath>,
    problems: Vec<Diagnostic>,
    search: Lazy,
}

impl<'a> Preview<'a> {
    /// Plans the site.
    #[must_use]
    pub fn new(context: &'a OutputContext<'a>) -> Self {
        let mut problems = Vec::new();
        let (site, templates) = prepare(context, &mut problems);
        problems.extend(templates.problems());
        let pages = site.plan.pages().map(|(page, language, path)| (path.clone(), (page.clone(), language))).collect();
        let files = site.plan.files().map(|(source, path)| (path.clone(), source.clone())).collect();
        Self { site, templates, pages, files, problems, search: Lazy::default() }
    }

    /// Returns the problems met so far: of addresses, and of templates that do not parse.
    #[must_use]
    pub fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// Makes a file of the site; nothing when the plan does not name it, or its source cannot be read.
    #[must_use]
    pub fn file(&self, path: &SitePath, source: &dyn Source) -> Option<Vec<u8>> {
        if let Some((path, (page, language))) = self.pages.get_key_value(path) {
            let here = Here::new(&self.site, page, path, self.site.tongues.get(*language)?);
            return pages::render(&here, &self.templates).map(String::into_bytes);
        }
        let Some(file) = self.files.get(path) else {
            let of_theme = theme_file(&self.site, self.templates.theme(), path.as_str()).map(String::into_bytes);
            let found = |(of, text): (SitePath, String)| (of == *path).then(|| text.into_bytes());
            let feed = || feed::feeds(&self.site).into_iter().find_map(found);
            let calendar = || calendar::calendars(&self.site).into_iter().find_map(found);
            return of_theme.or_else(|| self.search.file(&self.site, path)).or_else(feed).or_else(calendar);
        };
        let snapshot = self.site.context.snapshot;
        match snapshot.asset(file) {
            Some(asset) => {
                let mut bytes = Vec::new();
                source.open(asset).ok()?.read_to_end(&mut bytes).ok()?;
                Some(bytes)
            }
            None => snapshot.get(file).map(|file| file.text.as_bytes().to_vec()),
        }
    }
}
