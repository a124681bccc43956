//! What `.gitignore` files hide, from the root down, whether or not there is a git repository.

use std::collections::BTreeMap;
use std::io::{self, Read};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::report;
use super::tree::Tree;
use crate::diagnostic::Diagnostic;
use crate::source::SourcePath;

/// A list of patterns longer than this is a mistake; matching against it would take minutes.
const LIMIT: u64 = 1 << 20;

/// The `.gitignore` files met so far, by the real path of their folder.
pub(super) struct Ignored<'a> {
    tree: &'a dyn Tree,
    lists: BTreeMap<SourcePath, Option<Gitignore>>,
    /// Lists that could not be read: what they hide would be published.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Ignored<'a> {
    /// Starts with nothing read.
    pub(super) fn new(tree: &'a dyn Tree) -> Self {
        Self { tree, lists: BTreeMap::new(), diagnostics: Vec::new() }
    }

    /// Whether the lists of the folders above hide this real path. Folders above it are not judged: a walk from the root has
    /// done so already.
    pub(super) fn hides(&mut self, path: &SourcePath, is_folder: bool) -> bool {
        // The nearest list that says something decides, as in git.
        let mut folder = path.clone();
        while !folder.is_root() {
            folder = folder.parent();
            let Some(list) = self.list(&folder) else { continue };
            match path.below(&folder).map(|relative| list.matched(relative, is_folder)) {
                Some(Match::Ignore(_)) => return true,
                Some(Match::Whitelist(_)) => return false,
                Some(Match::None) | None => {}
            }
        }
        false
    }

    /// Whether this real path, or a folder above it, is hidden by its name or by a list.
    pub(super) fn hides_deep(&mut self, path: &SourcePath, is_folder: bool) -> bool {
        if path.is_hidden() {
            return true;
        }
        let (mut path, mut is_folder) = (path.clone(), is_folder);
        while !path.is_root() {
            if self.hides(&path, is_folder) {
                return true;
            }
            (path, is_folder) = (path.parent(), true);
        }
        false
    }

    fn list(&mut self, folder: &SourcePath) -> Option<&Gitignore> {
        if !self.lists.contains_key(folder) {
            let name = if folder.is_root() { ".gitignore".to_owned() } else { format!("{folder}/.gitignore") };
            let list = match read(self.tree, &name) {
                Ok(list) => Some(list),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(error) => {
                    self.diagnostics.push(report::unreadable_list(&name, &error));
                    None
                }
            };
            self.lists.insert(folder.clone(), list);
        }
        self.lists.get(folder)?.as_ref()
    }
}

fn read(tree: &dyn Tree, name: &str) -> io::Result<Gitignore> {
    let mut bytes = Vec::new();
    tree.open(name)?.bytes.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "longer than 1 MiB"));
    }
    let text = String::from_utf8_lossy(&bytes);
    let mut builder = GitignoreBuilder::new("");
    for line in text.trim_start_matches('\u{FEFF}').lines() {
        // A pattern that does not parse matches nothing, as in git.
        let _ = builder.add_line(None, line);
    }
    builder.build().map_err(io::Error::other)
}
