//! The site: every page is planned, then rendered, each on its own and in parallel.

mod address;
mod body;
mod chrome;
mod here;
mod page;
mod pages;
mod preview;
mod problem;
mod templates;
#[cfg(test)]
mod tests;
mod theme;
mod tree;
mod value;

use rayon::prelude::*;

use crate::bundle::{Sink, SitePath};
use crate::diagnostic::Diagnostic;
use crate::knowledge::link::{self, Target};
use crate::markdown::highlight::Highlighter;
use crate::output::{Output, OutputContext};
use crate::words::Words;

use here::{Here, Site};
use page::{Linked, Page};
pub use preview::{Preview, preview};
pub(super) use problem::CODES;
use templates::Templates;
use theme::Theme;
use tree::Tree;

/// The site.
pub(super) static SITE: Output = Output { name: "site", emit };

fn emit(context: &OutputContext<'_>, sink: &dyn Sink) -> Vec<Diagnostic> {
    plan(context, |planned| {
        let pages: Vec<_> = planned.site.plan.pages().collect();
        pages.par_iter().for_each(|(page, path)| {
            if let Some(html) = planned.render(page, path) {
                sink.put(path, html);
            }
        });
        emit_files(&planned.site, sink);
        emit_theme(&planned.site, planned.theme, sink);
        planned.problems()
    })
}

/// A site of which everything is known but the bytes of its pages.
struct Planned<'a> {
    site: Site<'a>,
    theme: &'a Theme<'a>,
    templates: Templates<'a>,
    problems: Vec<Diagnostic>,
}

/// Plans a site and lends it.
fn plan<R>(context: &OutputContext<'_>, lend: impl FnOnce(&Planned<'_>) -> R) -> R {
    let mut problems = Vec::new();
    let config = &context.kb.config;
    let theme = Theme::new(context.snapshot, config.theme.as_ref());
    let templates = Templates::load(&theme, &config.language);
    let words = Words::load(&config.language);
    let plan = page::plan(context.kb, context.snapshot, linked(context), &mut problems);
    let tree = Tree::new(context.kb, context.snapshot, &plan, &words);
    let site = Site { context, words, plan, tree, highlighter: Highlighter::default() };
    lend(&Planned { site, theme: &theme, templates, problems })
}

impl Planned<'_> {
    /// Renders one page.
    fn render(&self, page: &Page, path: &SitePath) -> Option<Vec<u8>> {
        pages::render(&Here { site: &self.site, page, path }, &self.templates).map(String::into_bytes)
    }

    /// Returns the problems met so far: when the site was planned, then when its pages were made.
    fn problems(&self) -> Vec<Diagnostic> {
        [self.problems.clone(), self.templates.problems()].concat()
    }
}

/// Returns what pages link to beside pages: a file that nobody links to is not published.
fn linked(context: &OutputContext<'_>) -> Linked {
    let (kb, snapshot) = (context.kb, context.snapshot);
    let runbooks: Vec<_> = kb.runbooks.values().collect();
    let targets: Vec<Target> = runbooks
        .par_iter()
        .flat_map_iter(|runbook| {
            let links = runbook.document.links.iter();
            links.filter_map(|used| link::resolve(kb, snapshot, runbook, used).ok())
        })
        .filter(|target| matches!(target, Target::Asset(_) | Target::Folder(_)))
        .collect();
    let mut linked = Linked::default();
    for target in targets {
        match target {
            Target::Asset(path) => linked.files.insert(path),
            Target::Folder(path) => linked.folders.insert(path),
            _ => false,
        };
    }
    linked
}

/// Publishes the files that pages link to.
fn emit_files(site: &Site<'_>, sink: &dyn Sink) {
    let snapshot = site.context.snapshot;
    for (path, address) in site.plan.files() {
        if let Some(asset) = snapshot.asset(path) {
            sink.copy(address, asset);
        } else if let Some(file) = snapshot.get(path) {
            sink.put(address, file.text.as_bytes().to_vec());
        }
    }
}

/// Publishes styles, scripts and icon, under names that never change: a new style must not change every page.
fn emit_theme(site: &Site<'_>, theme: &Theme<'_>, sink: &dyn Sink) {
    let text = |name: &str| theme.text(name).unwrap_or_default().into_owned();
    let files = [
        ("theme/releve.css", theme.style()),
        ("theme/releve.js", theme.script()),
        ("theme/early.js", text("js/early.js")),
        ("theme/icon.svg", text("icon.svg")),
        ("theme/build.js", build_line(site)),
    ];
    for (address, text) in files {
        if let Some(address) = SitePath::new(address) {
            sink.put(&address, text.into_bytes());
        }
    }
}

/// The one file that says to every page which build it belongs to, so that a new build does not change the pages.
fn build_line(site: &Site<'_>) -> String {
    let Some(path) = site.plan.address(&Page::Start) else { return String::new() };
    let line = pages::copy(&Here { site, page: &Page::Start, path });
    // A JSON string is a JavaScript string (ECMA-262, since 2019).
    let line = serde_json::Value::String(line);
    format!("(globalThis.releve = globalThis.releve || {{}}).build = {line};\n")
}
