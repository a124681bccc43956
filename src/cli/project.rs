//! A project, read whole: what `build`, `check`, `show` and `serve` start from.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::catalog;
use crate::check::{self, Settled};
use crate::cli::tested;
use crate::config::{self, Config, ProjectKind, THEMES};
use crate::diagnostic::{self, Code, Diagnostic, Outcome, Severity, Waived};
use crate::edition;
use crate::history::{Archive, Extent, History, NoArchive, Revision, RevisionId};
use crate::io::cache::Cache;
use crate::io::files::{Folder, ReadRequest};
use crate::io::git::{Memory, PartsOf, Past, PastError, Tags};
use crate::io::{disk, git};
use crate::knowledge::{self, KnowledgeBase};
use crate::markdown::highlight::Highlighter;
use crate::markdown::include;
use crate::output::{self, OutputContext};
use crate::runbook;
use crate::scalar::Audience;
use crate::schema::substance;
use crate::secret;
use crate::source::{self, AssetRef, FileId, Snapshot, SourcePath};

/// A project as it was at one moment.
pub(super) struct Project {
    /// Its folder: assets are read from it when they are published.
    pub(super) folder: Folder,
    /// Its files.
    pub(super) snapshot: Snapshot,
    /// What is known.
    pub(super) kb: KnowledgeBase,
    /// What is wrong, judged for this kind of project, in the order of files and places.
    pub(super) findings: Vec<Diagnostic>,
    /// What was found and somebody accepted for a time.
    pub(super) waived: Vec<Waived>,
    /// Where its site goes.
    pub(super) out: PathBuf,
    /// The repository that it lies in.
    past: Option<Past>,
    /// What was asked of the past of its records.
    #[cfg_attr(not(feature = "serve"), expect(dead_code, reason = "only a preview reads a project again"))]
    tested: tested::Memory,
}

impl Project {
    /// Whether something must be repaired before the site is published.
    pub(super) fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Returns what its files held in the past.
    pub(super) fn archive(&self) -> &dyn Archive {
        self.past.as_ref().map_or(&NoArchive, |past| past)
    }

    /// Returns what outputs are made from: all of it, without what changed lately and without versions.
    pub(super) fn context<'a>(&'a self, rules: &'a [&'static Code], highlighter: &'a Highlighter) -> OutputContext<'a> {
        OutputContext {
            findings: &self.findings,
            waived: &self.waived,
            rules,
            draft: self.has_errors(),
            archive: self.archive(),
            ..OutputContext::of(&self.snapshot, &self.kb, highlighter)
        }
    }

    /// Reads a file that is only copied; nothing where it is none that people write.
    pub(super) fn text_of(&self, asset: &AssetRef) -> Option<Arc<str>> {
        is_written_by_people(asset).then(|| self.folder.read_text(&asset.path).value)?
    }

    /// Returns the repository that it lies in.
    pub(super) fn past(&self) -> Option<&Past> {
        self.past.as_ref()
    }

    /// Returns the tags that mark versions on the way to the commit it is at; nothing where there is no such commit.
    pub(super) fn tags(&self) -> Result<Option<Tags>, PastError> {
        let (Some(past), Some(head)) = (&self.past, &self.kb.history.head) else { return Ok(None) };
        let versions = &self.kb.config.versions;
        past.tags(&versions.tags, &head.id, versions.keep).map(Some)
    }

    /// Reads one of its versions, without what led there.
    pub(super) fn read_version(&self, revision: &Revision) -> anyhow::Result<Self> {
        let past = self.past.as_ref().ok_or_else(|| PastError::NoRepository(self.folder.path().to_owned()))?;
        read_alone(past, revision)
    }

    /// Returns the folders that the output may not lie in: sources are written by nobody but their authors.
    pub(super) fn protected(&self) -> Vec<PathBuf> {
        let src = &self.kb.config.src;
        // In a folder of documents without a content folder the root is the content, and the output may lie in it: it is left
        // out when the content is read.
        let folders = [(!src.is_root()).then(|| src.as_str()), Some(THEMES)];
        folders.into_iter().flatten().map(|folder| self.folder.path().join(folder)).collect()
    }
}

/// Reads a project as it lies on disk. What its history is may be kept in a folder of caches.
///
/// # Errors
/// When its folder cannot be read at all. Faults in what it holds are findings.
pub(super) fn read(
    directory: &Path,
    as_of: Date,
    out: Option<&Path>,
    caches: Option<&Path>,
) -> anyhow::Result<Project> {
    read_with(directory, as_of, out, caches, tested::Memory::default())
}

/// Reads a project anew: what was found of its past stays found.
///
/// # Errors
/// As for [`read`].
#[cfg(feature = "serve")]
pub(super) fn read_again(
    earlier: &Project,
    directory: &Path,
    as_of: Date,
    caches: Option<&Path>,
) -> anyhow::Result<Project> {
    read_with(directory, as_of, None, caches, earlier.tested.clone())
}

fn read_with(
    directory: &Path,
    as_of: Date,
    out: Option<&Path>,
    caches: Option<&Path>,
    tested: tested::Memory,
) -> anyhow::Result<Project> {
    let folder = disk::open(directory)?;
    let root = folder.path().to_owned();
    let changes = |config: &Config, files: &[SourcePath], parts_of: &PartsOf<'_>| {
        // How a file is judged depends on where it lies, and on us.
        let key = format!("{} {:?} {:?}", env!("CARGO_PKG_VERSION"), config.inventory, config.records);
        let memory = caches.map(|caches| Memory::new(Cache::of(caches, "history", &root), key));
        Ok(git::history(&root, files, parts_of, memory.as_ref()))
    };
    read_folder(folder, as_of, out, (Past::open(&root).ok(), tested), &changes)
}

/// Reads a project as it was at a commit.
///
/// # Errors
/// When the commit cannot be read at all. Faults in what it holds are findings.
pub(super) fn read_at(past: &Past, revision: &RevisionId, as_of: Date, out: Option<&Path>) -> anyhow::Result<Project> {
    let changes = |_: &Config, files: &[SourcePath], parts_of: &PartsOf<'_>| past.history(revision, files, parts_of);
    read_folder(past.folder(revision)?, as_of, out, (Some(past.clone()), tested::Memory::default()), &changes)
}

/// Reads what a project said at a commit, without what led there.
///
/// # Errors
/// When the commit cannot be read at all.
pub(super) fn read_alone(past: &Past, revision: &Revision) -> anyhow::Result<Project> {
    let history = History { extent: Extent::Whole, head: Some(revision.clone()), ..History::default() };
    let history = Outcome { value: history, diagnostics: Vec::new() };
    let past_of = (None, tested::Memory::default());
    read_folder(past.folder(&revision.id)?, revision.date, None, past_of, &|_, _, _| Ok(history.clone()))
}

/// Returns every rule that there is, by name.
pub(super) fn rules() -> Vec<&'static Code> {
    let mut codes = check::codes();
    codes.extend(output::codes());
    codes.sort_by_key(|code| code.name);
    codes
}

/// Finds the changes of files.
type FindHistory<'a> = dyn Fn(&Config, &[SourcePath], &PartsOf<'_>) -> Result<Outcome<History>, PastError> + 'a;

fn read_folder(
    folder: Folder,
    as_of: Date,
    out: Option<&Path>,
    (past, mut tested): (Option<Past>, tested::Memory),
    find_history: &FindHistory<'_>,
) -> anyhow::Result<Project> {
    let mut findings = Vec::new();
    let config = read_config(&folder);
    let out = match out {
        Some(out) => std::path::absolute(out)?,
        None => output_folder(&folder, &config, Audience::Admins),
    };
    let mut snapshot = read_files(&folder, &config, &out, &mut findings);
    let of_sources = check::sources(&snapshot);
    hide_secrets(&mut snapshot, &of_sources);
    findings.extend(of_sources);
    // Read again, because places are places of a snapshot, and only now this one is whole.
    let config = configuration(&folder, &snapshot).into_value(&mut findings);
    let files: Vec<SourcePath> = snapshot.files_below(&config.src).map(|file| file.path.clone()).collect();
    let history =
        find_history(&config, &files, &|path, bytes| parts_of(&config, path, bytes))?.into_value(&mut findings);
    let kind = config.kind;
    let mut kb = knowledge::compile(&snapshot, config, history, as_of).into_value(&mut findings);
    kb.past = past.as_ref().map(|past| tested::find(&kb, &snapshot, past, &mut tested)).unwrap_or_default();
    findings.extend(check::run(&kb, &snapshot));
    let findings = check::judge(findings, kind);
    let Settled { mut findings, mut waived } = check::settle(findings, &kb, &snapshot, &rules());
    diagnostic::sort(&mut findings, &snapshot);
    diagnostic::sort_waived(&mut waived, &snapshot);
    Ok(Project { folder, snapshot, kb, findings, waived, out, past, tested })
}

/// Names what changes in a file, each with a hash of what is substantive in it.
fn parts_of(config: &Config, path: &SourcePath, bytes: &[u8]) -> Vec<(String, u64)> {
    let text = source::decode(bytes).0;
    if runbook::is_markdown(path) {
        return vec![(String::new(), runbook::substance(&text))];
    }
    if path.below(&config.records).is_some() {
        return substance::of(&text).map(|hash| (String::new(), hash)).into_iter().collect();
    }
    catalog::parts(path, &config.inventory, &text)
}

/// Overwrites the secrets that were found: no page, name, address or message can be made of what is not there any more.
pub(super) fn hide_secrets(snapshot: &mut Snapshot, found: &[Diagnostic]) {
    let files: BTreeSet<FileId> = found.iter().filter_map(Diagnostic::place).map(|place| place.file).collect();
    for id in files {
        let safe = secret::overwrite(&snapshot.file(id).text);
        snapshot.replace(id, safe.into());
    }
}

/// Returns where the edition for an audience goes unless a flag says otherwise.
pub(super) fn output_folder(folder: &Folder, config: &Config, audience: Audience) -> PathBuf {
    folder.path().join(config.output_folder(audience))
}

/// Reads the configuration alone: it says what else is to be read. Its findings come later, with the other files.
pub(super) fn read_config(folder: &Folder) -> Config {
    configuration_of(folder).0
}

/// Reads the configuration alone, with the file that it stands in and what is wrong with it.
pub(super) fn configuration_of(folder: &Folder) -> (Config, Snapshot, Vec<Diagnostic>) {
    let path = SourcePath::root().join(config::FILE_NAME).unwrap_or_else(|_| SourcePath::root());
    let text = folder.read_text(&path).value;
    let snapshot = Snapshot::new(text.map(|text| (path, text)), []);
    let Outcome { value, diagnostics } = configuration(folder, &snapshot);
    (value, snapshot, diagnostics)
}

pub(super) fn configuration(folder: &Folder, snapshot: &Snapshot) -> Outcome<Config> {
    let name = folder.path().file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let has_folder = |name: &str| SourcePath::new(name).is_ok_and(|path| folder.has_folder(&path));
    config::read(snapshot, &name, &has_folder)
}

/// Reads the configuration, the content, the theme, and the files that pages include from elsewhere in the project.
fn read_files(folder: &Folder, config: &Config, out: &Path, findings: &mut Vec<Diagnostic>) -> Snapshot {
    let folders: Vec<SourcePath> = [Some(config.src.clone()), config.theme.clone()].into_iter().flatten().collect();
    // An output that holds sources, or lies in them, is refused when it is published to; until then they are sources.
    let apart = |out: &SourcePath| {
        let holds = |folder: &SourcePath| folder == out || folder.below(out).is_some();
        !folders.iter().any(holds)
    };
    let excluded: Vec<SourcePath> = below(folder.path(), out).filter(apart).into_iter().collect();
    let is_text = |path: &SourcePath| is_text(config, path);
    let request = ReadRequest { folders: &folders, excluded: &excluded, is_text: &is_text };
    let listing = folder.list(&request).into_value(findings);
    let mut texts: BTreeMap<SourcePath, Arc<str>> = listing.texts.into_iter().collect();
    add_included(folder, &mut texts, &excluded, findings);
    texts.extend(with_something_to_hide(folder, &listing.assets));
    let assets: Vec<AssetRef> = listing.assets.into_iter().filter(|asset| !texts.contains_key(&asset.path)).collect();
    Snapshot::new(texts, assets)
}

/// Reads the configuration, and the files that texts include, whatever they include in turn.
pub(super) fn add_included(
    folder: &Folder,
    texts: &mut BTreeMap<SourcePath, Arc<str>>,
    excluded: &[SourcePath],
    findings: &mut Vec<Diagnostic>,
) {
    let mut wanted: Vec<SourcePath> = SourcePath::new(config::FILE_NAME).into_iter().collect();
    wanted.extend(texts.iter().flat_map(|(path, text)| include::wanted(text, path)));
    while let Some(path) = wanted.pop() {
        if texts.contains_key(&path) || excluded.iter().any(|folder| path.below(folder).is_some()) {
            continue;
        }
        if let Some(text) = folder.read_text(&path).into_value(findings) {
            wanted.extend(include::wanted(&text, &path));
            texts.insert(path, text);
        }
    }
}

/// Reads those files that are only copied and hold a secret, or passages for an audience: they become texts, so that the one is reported at
/// its place and overwritten, and the other stays out of editions. All others keep their bytes.
fn with_something_to_hide(folder: &Folder, assets: &[AssetRef]) -> Vec<(SourcePath, Arc<str>)> {
    let read = |asset: &AssetRef| {
        let text = folder.read_text(&asset.path).value?;
        let hides = edition::has_marks(&text) || !secret::find(&text).is_empty();
        hides.then(|| (asset.path.clone(), text))
    };
    assets.par_iter().filter(|asset| is_written_by_people(asset)).filter_map(read).collect()
}

/// Whether a file that is only copied is one that people write: a configuration, a dump of some tables, a script.
fn is_written_by_people(asset: &AssetRef) -> bool {
    /// A longer file is data.
    const LONGEST: u64 = 1 << 20;

    let extension = asset.path.extension().to_ascii_lowercase();
    asset.length <= LONGEST && TEXTS.contains(&extension.as_str())
}

/// The endings of files that administrators keep beside their runbooks and that hold text; without one, too.
const TEXTS: [&str; 24] = [
    "",
    "cfg",
    "cnf",
    "conf",
    "csv",
    "env",
    "html",
    "htm",
    "ini",
    "json",
    "key",
    "log",
    "pem",
    "php",
    "properties",
    "py",
    "service",
    "sh",
    "sql",
    "svg",
    "toml",
    "txt",
    "yaml",
    "yml",
];

/// Which files of the content and the theme are read as text; all others are only copied.
pub(super) fn is_text(config: &Config, path: &SourcePath) -> bool {
    let extension = path.extension().to_ascii_lowercase();
    if config.theme.as_ref().is_some_and(|theme| path.below(theme).is_some()) {
        return matches!(extension.as_str(), "html" | "css" | "js" | "svg");
    }
    match extension.as_str() {
        "md" | "markdown" => true,
        // Elsewhere YAML is somebody else's: compose files, playbooks.
        "yaml" | "yml" => config.kind == ProjectKind::Handover && config.is_knowledge(path),
        _ => false,
    }
}

/// Returns the path below the root, if `path` lies there by its name.
fn below(root: &Path, path: &Path) -> Option<SourcePath> {
    let rest = path.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = rest
        .components()
        .map(|part| match part {
            Component::Normal(part) => part.to_str(),
            _ => None,
        })
        .collect();
    SourcePath::new(&parts?.join("/")).ok().filter(|path| !path.is_root())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "what is published of a folder is the subject")]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::bundle::Bundle;
    use crate::output::OUTPUTS;
    use crate::secret::fake::{ALPHANUMERIC, random};

    #[test]
    fn a_secret_never_reaches_the_site_wherever_it_stands() {
        let token = format!("ghp_{}", random(ALPHANUMERIC, 36));
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text.replace("TOKEN", &token)).unwrap();
        };
        write("book.toml", "[book]\ntitle = \"TOKEN\"\nsrc = \"runbooks\"\n\n[releve]\n");
        write("runbooks/index.md", "# TOKEN\n\n`TOKEN` [a](a.conf) {{host:box.console}}\n\n{{#include ../b.txt}}\n");
        write("runbooks/foreign.md", "---\ntitle: TOKEN\n---\nx\n");
        write("runbooks/a.conf", "token = TOKEN\n");
        write(
            "runbooks/inventory/hosts.yaml",
            "box:\n  name: Box\n  type: physical\n  provider: self\n  console: TOKEN\n",
        );
        write("b.txt", "TOKEN\n");

        let project = read(folder.path(), date(2026, 11, 22), None, None).unwrap();
        let told = project.findings.iter().filter(|finding| finding.code.name == "secret/in-source").count();
        assert_eq!(told, 7);
        let bundle = Bundle::default();
        let (rules, highlighter) = (rules(), Highlighter::default());
        let context = project.context(&rules, &highlighter);
        for output in OUTPUTS {
            (output.emit)(&context, &bundle);
        }
        assert!(bundle.copies().is_empty());
        let files = bundle.into_files();
        assert_eq!(String::from_utf8_lossy(&files[&crate::bundle::SitePath::new("files/a.conf").unwrap()]).len(), 49);
        for (path, bytes) in files {
            assert!(!String::from_utf8_lossy(&bytes).contains(&token), "{path}");
        }
    }
}
