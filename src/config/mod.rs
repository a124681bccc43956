//! `book.toml` as written → the configuration as used.

mod book_toml;
mod charter;
mod checks;
mod folders;
mod table;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Outcome, message};
use crate::names::suggest;
use crate::problem::config::{BAD_VALUE, MISSING_FOLDER, OUTSIDE};
use crate::scalar::Audience;
use crate::source::{Place, Snapshot, SourcePath};
use crate::words::Language;

pub use charter::{Pack, Question, Rule};
pub use checks::{Checks, RuleLevel, Waiver};

use book_toml::{Book, BookToml, Build, OutputHtml, Releve};
use table::Written;

/// The name of the configuration file, at the root of a project.
pub const FILE_NAME: &str = "book.toml";

/// How many versions may be kept: each is a whole site.
const MOST_VERSIONS: usize = 50;

/// The folder of themes, at the root of a project.
pub const THEMES: &str = "themes";

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
    /// `[book] language`: of the interface and of pages that do not say otherwise. English, as in mdBook, when neither it
    /// nor `[releve] languages` is written.
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
    /// `[build] create-missing`: whether `SUMMARY.md` may name pages that do not exist. As in mdBook, it may, unless this is a
    /// handover project, where nothing dead is published unseen.
    pub create_missing: bool,
    /// `[html] raw`.
    pub raw_html: RawHtml,
    /// `[releve] theme`: the folder of the user's theme, `themes/<name>`.
    pub theme: Option<SourcePath>,
    /// `[releve] theme-context`: the version of what templates see that the theme was made for, and where that is written.
    pub theme_context: Option<(i64, Place)>,
    /// `[output.html] site-url`.
    pub site_url: Option<String>,
    /// `[output.html] git-repository-url`.
    pub git_repository_url: Option<String>,
    /// `[output.html] edit-url-template`, with `{path}`.
    pub edit_url_template: Option<String>,
    /// `[versions]`.
    pub versions: Versions,
    /// `[publish]`.
    pub publish: Publish,
    /// `[editions.<audience>]`: what is different in each.
    pub editions: BTreeMap<Audience, EditionConfig>,
    /// `[charters] packs`: the charters whose rules are asked; none unless they are named.
    pub charters: Vec<Pack>,
    /// `[checks]`.
    pub checks: Checks,
}

/// What is different in the edition for an audience; what is not written is as in the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionConfig {
    /// `title`.
    pub title: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `site-url`: where it is published.
    pub site_url: Option<String>,
    /// `build-dir`, as written.
    pub build_dir: Option<String>,
}

/// Which earlier states of the project are part of its site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The names of the tags that mark one, as a pattern with `*` and `?`.
    pub tags: String,
    /// How many of them are kept, the newest.
    pub keep: usize,
}

impl Default for Versions {
    fn default() -> Self {
        Self { tags: "handover-*".to_owned(), keep: 3 }
    }
}

/// Where a finished site is published to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publish {
    /// The branch that holds the site, and nothing else.
    pub branch: String,
    /// The remote that the branch is pushed to when that is asked for.
    pub remote: String,
    /// Whether whoever runs the place says that only those may read it for whom the site is made. Nothing in a site can see to that.
    pub restricted: bool,
}

impl Default for Publish {
    fn default() -> Self {
        Self { branch: "pages".to_owned(), remote: "origin".to_owned(), restricted: false }
    }
}

impl Config {
    /// Whether a file lies where things or records do.
    #[must_use]
    pub fn is_knowledge(&self, path: &SourcePath) -> bool {
        [&self.inventory, &self.records].into_iter().any(|folder| path.below(folder).is_some())
    }

    /// Returns where a file of the site is found by whoever reads of it elsewhere, if the project says where its site is, and says a whole
    /// address: mdBook takes a path, too.
    #[must_use]
    pub fn published(&self, address: &str) -> Option<String> {
        let site = self.site_url.as_deref()?;
        let is_whole = site.starts_with("https://") || site.starts_with("http://");
        is_whole.then(|| format!("{}/{address}", site.trim_end_matches('/')))
    }
}

/// Reads the configuration of a snapshot that holds at least `book.toml`, if there is one.
///
/// `root_name` is the name of the root folder: the title of a project that gives none. `has_folder` tells whether a folder
/// of that name lies below the root: it decides what the content folder of a project without `[book] src` is.
#[must_use]
pub fn read(snapshot: &Snapshot, root_name: &str, has_folder: &dyn Fn(&str) -> bool) -> Outcome<Config> {
    let mut diagnostics = Vec::new();
    let file = SourcePath::new(FILE_NAME).ok().and_then(|path| snapshot.get(&path));
    let written = file.map_or_else(BookToml::default, |file| book_toml::read(file).into_value(&mut diagnostics));
    let value = Lowering { has_folder, diagnostics: &mut diagnostics }.config(written, root_name);
    Outcome { value, diagnostics }
}

fn edition(written: book_toml::Edition) -> EditionConfig {
    let book_toml::Edition { title, description, site_url, build_dir } = written;
    EditionConfig {
        title: value(title),
        description: value(description),
        site_url: value(site_url),
        build_dir: value(build_dir),
    }
}

/// From what is written to what is used.
struct Lowering<'a> {
    has_folder: &'a dyn Fn(&str) -> bool,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Lowering<'_> {
    fn config(&mut self, written: BookToml, root_name: &str) -> Config {
        let BookToml { book, build, output_html, releve, html_raw, versions, editions, publish, charters, checks } =
            written;
        let Book { title, description, src, language } = book;
        let Build { build_dir, create_missing } = build;
        let OutputHtml { site_url, git_repository_url, edit_url_template } = output_html;
        let kind = if releve.is_some() { ProjectKind::Handover } else { ProjectKind::Documents };
        let Releve { inventory, records, site_id, languages, theme, theme_context } = releve.unwrap_or_default();
        let (language, languages) = self.languages(language, languages.unwrap_or_default());
        let places = {
            let [public, members, _] = &editions;
            [&public.build_dir, &members.build_dir, &build_dir].map(|written| Some(written.as_ref()?.place))
        };
        let src = src.and_then(|src| self.src(&src)).unwrap_or_else(|| self.default_src(kind));
        let config = Config {
            kind,
            title: value(title).unwrap_or_else(|| root_name.to_owned()),
            description: value(description),
            language,
            languages,
            inventory: self.below(&src, "releve.inventory", inventory, "inventory"),
            records: self.below(&src, "releve.records", records, "records"),
            src,
            site_id: value(site_id),
            build_dir: value(build_dir),
            create_missing: create_missing.unwrap_or(kind == ProjectKind::Documents),
            raw_html: html_raw.and_then(|raw| self.raw_html(&raw)).unwrap_or(RawHtml::Sanitise),
            theme: theme.and_then(|theme| self.theme(&theme)),
            theme_context: theme_context.map(|written| (written.value, written.place)),
            site_url: value(site_url),
            git_repository_url: value(git_repository_url),
            edit_url_template: value(edit_url_template),
            versions: self.versions(versions),
            publish: lower_publish(publish),
            editions: Audience::ALL.into_iter().zip(editions.map(edition)).collect(),
            charters: charter::read(charters, self.diagnostics),
            checks: checks::read(checks, self.diagnostics),
        };
        self.diagnostics.extend(folders::mixed(&config, places));
        config
    }

    fn versions(&mut self, written: book_toml::Versions) -> Versions {
        let default = Versions::default();
        let keep = written.keep.and_then(|written| {
            let keep = usize::try_from(written.value).ok().filter(|keep| *keep <= MOST_VERSIONS);
            if keep.is_none() {
                let message =
                    message!("config-bad-value.keep", value = written.value.to_string(), most = MOST_VERSIONS);
                let help = message!("config-bad-value.keep-help");
                self.diagnostics.push(Diagnostic::at(&BAD_VALUE, written.place, message).help(help));
            }
            keep
        });
        Versions { tags: value(written.tags).unwrap_or(default.tags), keep: keep.unwrap_or(default.keep) }
    }

    /// The main language, and all of them, the main one first.
    fn languages(&mut self, main: Option<Written<String>>, all: Vec<Written<String>>) -> (Language, Vec<Language>) {
        let main = main.and_then(|main| self.language("book.language", &main));
        let mut languages: Vec<Language> = main.iter().cloned().collect();
        for written in &all {
            if let Some(language) = self.language("releve.languages", written)
                && !languages.contains(&language)
            {
                languages.push(language);
            }
        }
        if languages.is_empty() {
            languages.push(Language::ENGLISH);
        }
        (languages[0].clone(), languages)
    }

    fn language(&mut self, key: &str, written: &Written<String>) -> Option<Language> {
        let language = Language::from_tag(&written.value);
        if language.is_none() {
            let message = message!("config-bad-value.language", key = key, value = written.value.as_str());
            let help = message!("config-bad-value.language-help");
            self.diagnostics.push(Diagnostic::at(&BAD_VALUE, written.place, message).help(help));
        }
        language
    }

    fn src(&mut self, written: &Written<String>) -> Option<SourcePath> {
        let Ok(src) = SourcePath::new(&written.value) else {
            let message = message!("config-outside", key = "book.src", value = written.value.as_str());
            self.diagnostics
                .push(Diagnostic::at(&OUTSIDE, written.place, message).help(message!("config-outside.help")));
            return None;
        };
        if !src.is_root() && !(self.has_folder)(src.as_str()) {
            let message = message!("config-missing-folder", key = "book.src", folder = src.as_str());
            self.diagnostics.push(
                Diagnostic::at(&MISSING_FOLDER, written.place, message).help(message!("config-missing-folder.help")),
            );
        }
        Some(src)
    }

    /// The content folder of a project that names none: ours is `runbooks`, mdBook's is `src`.
    fn default_src(&self, kind: ProjectKind) -> SourcePath {
        let usual = match kind {
            ProjectKind::Handover => ["runbooks", "src"],
            ProjectKind::Documents => ["src", "runbooks"],
        };
        let folder = usual.into_iter().find(|folder| (self.has_folder)(folder));
        folder.and_then(|folder| SourcePath::new(folder).ok()).unwrap_or_else(SourcePath::root)
    }

    fn below(&mut self, src: &SourcePath, key: &str, written: Option<Written<String>>, default: &str) -> SourcePath {
        if let Some(written) = written {
            match src.join(&written.value) {
                Ok(path) if path != *src && path.below(src).is_some() => return path,
                _ => {
                    let message = message!("config-outside.src", key = key, value = written.value.as_str());
                    self.diagnostics
                        .push(Diagnostic::at(&OUTSIDE, written.place, message).help(message!("config-outside.help")));
                }
            }
        }
        src.join(default).unwrap_or_else(|_| src.clone())
    }

    fn raw_html(&mut self, written: &Written<String>) -> Option<RawHtml> {
        const CHOICES: [&str; 2] = ["sanitise", "off"];
        match &*written.value {
            "sanitise" => return Some(RawHtml::Sanitise),
            "off" => return Some(RawHtml::Off),
            _ => {}
        }
        let message = message!(
            "config-bad-value",
            key = "html.raw",
            value = written.value.as_str(),
            choices = CHOICES.join("`, `"),
        );
        let help = match suggest(&written.value, CHOICES) {
            Some(suggestion) => message!("config-bad-value.did-you-mean", suggestion = suggestion),
            None => message!("config-bad-value.help"),
        };
        self.diagnostics.push(Diagnostic::at(&BAD_VALUE, written.place, message).help(help));
        None
    }

    fn theme(&mut self, written: &Written<String>) -> Option<SourcePath> {
        let themes = SourcePath::new(THEMES).ok()?;
        let Some(theme) = themes.join(&written.value).ok().filter(|theme| theme.parent() == themes) else {
            let message = message!("config-outside.theme", key = "releve.theme", value = written.value.as_str());
            self.diagnostics
                .push(Diagnostic::at(&OUTSIDE, written.place, message).help(message!("config-outside.help")));
            return None;
        };
        if !(self.has_folder)(theme.as_str()) {
            let message = message!("config-missing-folder", key = "releve.theme", folder = theme.as_str());
            self.diagnostics.push(
                Diagnostic::at(&MISSING_FOLDER, written.place, message).help(message!("config-missing-folder.help")),
            );
            return None;
        }
        Some(theme)
    }
}

fn lower_publish(written: book_toml::Publish) -> Publish {
    let default = Publish::default();
    Publish {
        branch: value(written.branch).unwrap_or(default.branch),
        remote: value(written.remote).unwrap_or(default.remote),
        restricted: written.restricted.unwrap_or(default.restricted),
    }
}

fn value(written: Option<Written<String>>) -> Option<String> {
    written.map(|written| written.value)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests;
