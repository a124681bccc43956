//! Which files a project has: its folders walked in order, hidden and ignored things left out, links resolved.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::path::Path;

use super::ignored::Ignored;
use super::report;
use super::tree::{Entry, EntryKind, Refusal, Target, Tree};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::source::SourcePath;

/// How often one folder may be shown through links, and how many links may lead to it one through the other. Links between a
/// few folders can make a tree of any size; nobody needs more than this.
const MOST_LINKS: usize = 16;

/// How deep folders may lie in one another. Nobody lays them deeper, and a commit may hold anything.
const DEEPEST: usize = 256;

/// How many files and folders are looked at. A few small trees of git can make one of any size, by holding each other again and again.
const MOST_ENTRIES: usize = 1_000_000;

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
pub(super) fn walk(tree: &dyn Tree, request: &ReadRequest<'_>) -> Outcome<BTreeMap<SourcePath, SourcePath>> {
    let mut walk = Walk {
        tree,
        request,
        ignored: Ignored::new(tree),
        found: BTreeMap::new(),
        left: MOST_ENTRIES,
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
    tree: &'a dyn Tree,
    request: &'a ReadRequest<'a>,
    ignored: Ignored<'a>,
    found: BTreeMap<SourcePath, SourcePath>,
    /// How many entries may still be looked at.
    left: usize,
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
        match self.tree.resolve(folder) {
            Ok(Target::Folder(real)) if real.parts().any(|part| part == ".git") => {
                self.diagnostics.push(report::refused(folder, &Refusal::Hidden));
            }
            Ok(Target::Folder(real)) => self.tree(&Position { shown: folder, real: &real, through: &[] }),
            Ok(Target::File(_)) | Err(Refusal::Dangling) => {}
            Err(refusal) => self.diagnostics.push(report::refused(folder, &refusal)),
        }
    }

    /// Walks a folder and those below it that are no links.
    fn tree(&mut self, at: &Position<'_>) {
        let entries = match self.tree.entries(at.real) {
            Ok(entries) => entries,
            // What is gone by now was never here.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return,
            Err(error) => return self.diagnostics.push(report::unreadable(at.shown, &error)),
        };
        if at.real.parts().count() > DEEPEST {
            let error = io::Error::other(format!("folders lie more than {DEEPEST} deep in one another"));
            return self.diagnostics.push(report::unreadable(at.shown, &error));
        }
        for entry in entries {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            if self.left == 0 {
                let error = io::Error::other(format!("there are more than {MOST_ENTRIES} files"));
                return self.diagnostics.push(report::unreadable(at.shown, &error));
            }
            self.entry(at, &entry);
        }
    }

    fn entry(&mut self, at: &Position<'_>, entry: &Entry) {
        if entry.name.as_encoded_bytes().starts_with(b".") {
            return;
        }
        let Some((shown, real)) = below(at, &entry.name) else {
            return self.diagnostics.push(report::bad_name(at.shown, Path::new(&entry.name)));
        };
        let is_folder = entry.kind == EntryKind::Folder;
        if self.request.excludes(&shown) || self.request.excludes(&real) || self.ignored.hides(&real, is_folder) {
            return;
        }
        match entry.kind {
            EntryKind::File => _ = self.found.insert(shown, real),
            EntryKind::Folder if at.through.is_empty() || self.visit(&shown, &real) => {
                self.tree(&Position { shown: &shown, real: &real, through: at.through });
            }
            EntryKind::Folder => {}
            EntryKind::Link => self.link(at, shown, &real),
            EntryKind::Special => self.diagnostics.push(report::refused(&shown, &Refusal::Special)),
        }
    }

    fn link(&mut self, at: &Position<'_>, shown: SourcePath, link: &SourcePath) {
        let target = match self.tree.resolve(link) {
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
}

/// The longest path that is walked: what systems allow. A commit may hold anything.
const LONGEST_PATH: usize = 4096;

/// Returns how an entry of a folder is shown, and its real path; nothing when no path of a project has that name.
fn below(at: &Position<'_>, name: &OsStr) -> Option<(SourcePath, SourcePath)> {
    let name = name.to_str().filter(|name| !name.contains('/') && *name != "..")?;
    let (shown, real) = (at.shown.join(name).ok()?, at.real.join(name).ok()?);
    (shown.as_str().len() <= LONGEST_PATH && real.as_str().len() <= LONGEST_PATH).then_some((shown, real))
}
