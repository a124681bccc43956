//! Which files a project has: its folders walked in order, hidden and ignored things left out, links resolved.

use std::collections::BTreeMap;
use std::io;
use std::path::{MAIN_SEPARATOR, Path};

use walkdir::{DirEntry, WalkDir};

use super::beneath::Beneath;
use super::ignored::Ignored;
use super::report;
use super::resolve::{Refusal, Target, resolve};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::source::SourcePath;

/// How often one folder may be shown through links, and how many links may lead to it one through the other. Links between a
/// few folders can make a tree of any size; nobody needs more than this.
const MOST_LINKS: usize = 16;

/// What to read of a project.
#[derive(Clone, Copy)]
pub struct ReadRequest<'a> {
    /// The folders to read, whole: the content, the theme. One that does not exist gives nothing and is not reported: ask
    /// [`Folder::has_folder`](super::Folder::has_folder).
    pub folders: &'a [SourcePath],
    /// Folders to leave out: the output.
    pub excluded: &'a [SourcePath],
    /// Which files are text; the others are assets.
    pub is_text: &'a (dyn Fn(&SourcePath) -> bool + Sync),
}

impl ReadRequest<'_> {
    fn excludes(&self, path: &SourcePath) -> bool {
        self.excluded.iter().any(|folder| path == folder || path.below(folder).is_some())
    }
}

/// Finds the files: the path each is shown under, and its real path, where no part is a link.
pub(super) fn walk(root: &Beneath, request: &ReadRequest<'_>) -> Outcome<BTreeMap<SourcePath, SourcePath>> {
    let mut walk = Walk {
        root,
        request,
        ignored: Ignored::new(root),
        found: BTreeMap::new(),
        visits: BTreeMap::new(),
        diagnostics: Vec::new(),
    };
    for folder in request.folders {
        walk.start(folder);
    }
    let mut diagnostics = walk.diagnostics;
    diagnostics.append(&mut walk.ignored.diagnostics);
    // Folders of a request may lie in one another.
    diagnostics.sort_by(|a, b| (&a.subject, a.code.name).cmp(&(&b.subject, b.code.name)));
    diagnostics.dedup();
    Outcome { value: walk.found, diagnostics }
}

struct Walk<'a> {
    root: &'a Beneath,
    request: &'a ReadRequest<'a>,
    ignored: Ignored<'a>,
    found: BTreeMap<SourcePath, SourcePath>,
    /// How often a folder was entered through links, by real path.
    visits: BTreeMap<SourcePath, usize>,
    diagnostics: Vec<Diagnostic>,
}

/// Where the walk is.
struct Position<'a> {
    /// The folder as shown.
    shown: &'a SourcePath,
    /// The same folder, without links.
    real: &'a SourcePath,
    /// The real folders of the links that led here.
    through: &'a [SourcePath],
}

impl Walk<'_> {
    /// Walks a folder of the request. It was asked for by name, so it may be hidden or ignored itself, but never git's own.
    fn start(&mut self, folder: &SourcePath) {
        match resolve(self.root.path(), folder) {
            Ok(Target::Folder(real)) if real.parts().any(|part| part == ".git") => {
                self.diagnostics.push(report::refused(folder, &Refusal::Hidden));
            }
            Ok(Target::Folder(real)) => self.tree(&Position { shown: folder, real: &real, through: &[] }),
            Ok(Target::File(_)) | Err(Refusal::Dangling) => {}
            Err(refusal) => self.diagnostics.push(report::refused(folder, &refusal)),
        }
    }

    fn tree(&mut self, at: &Position<'_>) {
        let base = self.root.path().join(at.real.as_str());
        let mut entries = WalkDir::new(&base).min_depth(1).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) => {
                    let enters = self.entry(at, &base, &entry);
                    if !enters && entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                }
                Err(error) => self.unreadable(at, &base, &error),
            }
        }
    }

    /// Takes an entry; whether to go into it.
    fn entry(&mut self, at: &Position<'_>, base: &Path, entry: &DirEntry) -> bool {
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            return false;
        }
        let Some((shown, real)) = below(at, base, entry.path()) else {
            self.diagnostics.push(report::bad_name(at.shown, entry.path().strip_prefix(base).unwrap_or(entry.path())));
            return false;
        };
        let kind = entry.file_type();
        if self.request.excludes(&shown) || self.request.excludes(&real) || self.ignored.hides(&real, kind.is_dir()) {
            return false;
        }
        if kind.is_dir() {
            return at.through.is_empty() || self.visit(&shown, &real);
        }
        if kind.is_file() {
            self.found.insert(shown, real);
        } else if kind.is_symlink() {
            self.link(at, shown, &real);
        } else {
            self.diagnostics.push(report::refused(&shown, &Refusal::Special));
        }
        false
    }

    fn link(&mut self, at: &Position<'_>, shown: SourcePath, link: &SourcePath) {
        let target = match resolve(self.root.path(), link) {
            Ok(target) => target,
            Err(refusal) => return self.diagnostics.push(report::refused(&shown, &refusal)),
        };
        if self.request.excludes(target.path()) {
            return;
        }
        if self.ignored.hides_deep(target.path(), matches!(target, Target::Folder(_))) {
            return self.diagnostics.push(report::refused(&shown, &Refusal::Hidden));
        }
        match target {
            Target::File(real) => {
                self.found.insert(shown, real);
            }
            Target::Folder(real) => {
                let mut through = at.through.to_vec();
                through.push(link.parent());
                if through.iter().any(|place| *place == real || place.below(&real).is_some()) {
                    self.diagnostics.push(report::refused(&shown, &Refusal::Cycle));
                } else if through.len() > MOST_LINKS {
                    self.diagnostics.push(report::too_many_links(&shown, MOST_LINKS));
                } else if self.visit(&shown, &real) {
                    self.tree(&Position { shown: &shown, real: &real, through: &through });
                }
            }
        }
    }

    /// Notes that a folder is entered through a link; whether it may be.
    fn visit(&mut self, shown: &SourcePath, real: &SourcePath) -> bool {
        let visits = self.visits.entry(real.clone()).or_default();
        *visits += 1;
        let few = *visits <= MOST_LINKS;
        if !few {
            self.diagnostics.push(report::too_many_links(shown, MOST_LINKS));
        }
        few
    }

    fn unreadable(&mut self, at: &Position<'_>, base: &Path, error: &walkdir::Error) {
        let Some(io) = error.io_error() else { return };
        // What is gone by now was never here.
        if io.kind() != io::ErrorKind::NotFound {
            let shown =
                error.path().and_then(|path| below(at, base, path)).map_or(at.shown.clone(), |(shown, _)| shown);
            self.diagnostics.push(report::unreadable(&shown, io));
        }
    }
}

/// Returns how a path that was met below `base` is shown, and its real path.
fn below(at: &Position<'_>, base: &Path, path: &Path) -> Option<(SourcePath, SourcePath)> {
    let relative = path.strip_prefix(base).ok()?.to_str()?;
    // Not where the separator is the slash: there a back-slash is a part of a name, which no `SourcePath` has.
    let relative = if MAIN_SEPARATOR == '/' { relative.to_owned() } else { relative.replace(MAIN_SEPARATOR, "/") };
    Some((at.shown.join(&relative).ok()?, at.real.join(&relative).ok()?))
}
