//! `book.toml` as written → the configuration as used.

use crate::diagnostic::Outcome;
use crate::source::{Snapshot, SourcePath};
use crate::words::Language;

/// The name of the configuration file, at the root of a project.
pub const FILE_NAME: &str = "book.toml";

/// What kind of project this is; decides what is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectKind {
    /// book.toml has a `[releve]` table: inventory and records are read, structure is enforced.
    Handover,
    /// A folder of documents (an mdBook, a wiki export): what would be a structural error is a warning.
    Documents,
}

/// What becomes of raw HTML in Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawHtml {
    /// Passed through an allow-list (ammonia).
    Sanitise,
    /// Tags dropped, text kept.
    Off,
}

/// The configuration as used: every key with its value or its default.
#[derive(Clone, Debug)]
pub struct Config {
    /// What kind of project this is.
    pub kind: ProjectKind,
    /// `[book] title`; the name of the root folder otherwise.
    pub title: String,
    /// `[book] description`.
    pub description: Option<String>,
    /// `[book] language`: of the interface and of pages that do not say otherwise.
    pub language: Language,
    /// `[releve] languages`: languages of the content, the first being the main one.
    pub languages: Vec<Language>,
    /// `[book] src`: the content folder.
    pub src: SourcePath,
    /// `[releve] inventory`, below `src`.
    pub inventory: SourcePath,
    /// `[releve] records`, below `src`.
    pub records: SourcePath,
    /// `[releve] site-id`: sets this site's browser storage apart from other local files.
    pub site_id: Option<String>,
    /// `[build] build-dir`, as written.
    pub build_dir: Option<String>,
    /// `[build] create-missing`: whether `SUMMARY.md` may name pages that do not exist.
    pub create_missing: bool,
    /// `[html] raw`.
    pub raw_html: RawHtml,
    /// `[output.html] theme`, or `themes/<name>` when there is exactly one… the folder of the user's theme, if any.
    pub theme: Option<SourcePath>,
    /// `[output.html] site-url`.
    pub site_url: Option<String>,
    /// `[output.html] git-repository-url`.
    pub git_repository_url: Option<String>,
    /// `[output.html] edit-url-template`, with `{path}`.
    pub edit_url_template: Option<String>,
}

/// Reads the configuration of a snapshot that holds at least `book.toml`, if there is one.
///
/// `root_name` is the name of the root folder: the title of a project that gives none. `has_folder` tells whether a folder
/// of that name lies below the root: it decides what the content folder of a project without `[book] src` is.
#[must_use]
pub fn read(snapshot: &Snapshot, root_name: &str, has_folder: &dyn Fn(&str) -> bool) -> Outcome<Config> {
    let _ = (snapshot, root_name, has_folder);
    todo!("config")
}
