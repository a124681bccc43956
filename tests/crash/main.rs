//! Publishing, killed and starved at every call that changes something: what can be seen is the old site or the new one.
//!
//! The test publishes in a process of its own under `strace`, which counts the calls of a sound run first and then makes them
//! fail one by one. `strace` has to be installed: without it nothing would be tested.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test, and the disk is its subject")]

mod trace;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

use releve::bundle::{Sink, SitePath, Stamp};
use releve::io::disk::{self, Durability, Publication, PublishError, PublishOptions, Published, Switch};
use releve::source::{AssetRef, SourcePath};
use tempfile::TempDir;
use trace::{Call, Fault};

/// Tells the process under `strace` which project to publish.
const PROJECT: &str = "RELEVE_CRASH_PROJECT";
/// Tells it to replace files one by one.
const FILE_BY_FILE: &str = "RELEVE_CRASH_FILE_BY_FILE";

/// Files of the old site and of the new one: kept, changed, gone, new; a folder that becomes a file, and a file that becomes a
/// folder.
const OLD: [(&str, &str); 7] = [
    ("index.html", "old"),
    ("same/page.html", "same"),
    ("same/other.html", "other"),
    ("gone/page.html", "gone"),
    ("app.css", "old style"),
    ("turns/page.html", "a folder"),
    ("turned", "a file"),
];
const NEW: [(&str, &str); 7] = [
    ("index.html", "new"),
    ("same/page.html", "same"),
    ("same/other.html", "other"),
    ("new/page.html", "new"),
    ("app.css", "new style"),
    ("turns", "a file"),
    ("turned/page.html", "a folder"),
];

type Files = BTreeMap<PathBuf, String>;

/// A project with a published old site.
struct Project {
    root: TempDir,
}

impl Project {
    fn new() -> Self {
        // In memory where that is possible: thousands of calls, and no disk has to be waited for.
        let memory = Path::new("/dev/shm");
        let root = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        fs::create_dir(root.path().join("src")).unwrap();
        fs::write(root.path().join("src/photo.png"), "photo").unwrap();
        publish(root.path(), &OLD, Switch::Exchange).unwrap();
        Self { root }
    }

    /// Publishes the new site under `strace`.
    fn publish_traced(&self, switch: Switch, fault: Option<&Fault>) -> (ExitStatus, Vec<Call>) {
        let mut variables = vec![(PROJECT, self.root.path().to_str().unwrap())];
        variables.extend((switch == Switch::FileByFile).then_some((FILE_BY_FILE, "1")));
        trace::run("a_new_site_is_published", &variables, fault)
    }

    fn visible(&self) -> Files {
        let site = self.root.path().join("site");
        let files =
            walkdir::WalkDir::new(&site).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
        files
            .map(|entry| {
                (entry.path().strip_prefix(&site).unwrap().to_owned(), fs::read_to_string(entry.path()).unwrap())
            })
            .collect()
    }

    /// The next build, with nothing in its way: it publishes the new site and leaves nothing beside it.
    fn recovers(&self, new: &Files) {
        publish(self.root.path(), &NEW, Switch::Exchange).unwrap();
        assert_eq!(self.visible(), *new);
        let mut beside: Vec<_> = fs::read_dir(&self.root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        beside.sort();
        assert_eq!(beside, ["site", "src"]);
    }
}

fn publish(root: &Path, pages: &[(&str, &str)], switch: Switch) -> Result<Published, PublishError> {
    let folder = disk::open(root).unwrap();
    let options = PublishOptions {
        out: &root.join("site"),
        project: root,
        protected: &[root.join("src")],
        home: None,
        stamp: &Stamp::default(),
        durability: Durability::Synced,
        switch,
    };
    let publication = Publication::begin(&options, &folder)?;
    for (address, text) in pages {
        publication.put(&SitePath::new(address).unwrap(), text.as_bytes().to_vec());
    }
    let photo = AssetRef { path: SourcePath::new("src/photo.png").unwrap(), length: 5 };
    publication.copy(&SitePath::new("files/photo.png").unwrap(), &photo);
    publication.finish()
}

/// The old site and the new one, and the calls of a sound publication that change something.
fn sound(switch: Switch) -> (Files, Files, Vec<Call>) {
    let project = Project::new();
    let old = project.visible();
    let (status, mut calls) = project.publish_traced(switch, None);
    let first = calls.iter().position(|call| call.line.contains("releve-lock")).unwrap();
    calls.drain(..first);
    assert!(status.success(), "{status}");
    let new = project.visible();
    assert_ne!(old, new);
    (old, new, calls)
}

/// What the others run under `strace`; on its own, a sound publication.
#[test]
fn a_new_site_is_published() {
    let switch = if std::env::var_os(FILE_BY_FILE).is_some() { Switch::FileByFile } else { Switch::Exchange };
    let Some(root) = std::env::var_os(PROJECT) else {
        let project = Project::new();
        assert!(publish(project.root.path(), &NEW, switch).unwrap().atomic);
        return;
    };
    // The test harness prints from another thread, whose calls are counted apart. Ours get higher numbers than it ever reaches,
    // so that a fault meant for us does not hit it.
    for _ in 0..20 {
        fs::write("/dev/null", ".").unwrap();
    }
    if let Err(error) = publish(Path::new(&root), &NEW, switch) {
        panic!("{error}");
    }
}

#[test]
fn killed_at_any_call_it_leaves_the_old_site_or_the_new_one() {
    let (old, new, calls) = sound(Switch::Exchange);
    let (mut left_old, mut left_new) = (0, 0);
    for call in &calls {
        let project = Project::new();
        let (status, _) = project.publish_traced(Switch::Exchange, Some(&Fault::Kill(call)));
        assert!(!status.success(), "{call:?} was not reached");
        let visible = project.visible();
        assert!(visible == old || visible == new, "torn at {call:?}");
        *(if visible == old { &mut left_old } else { &mut left_new }) += 1;
        project.recovers(&new);
    }
    // Both sides of the switch were met.
    assert!(left_old > 20 && left_new > 10, "{left_old} old, {left_new} new of {}", calls.len());
}

#[test]
fn on_a_full_disk_it_fails_and_leaves_the_old_site() {
    let (old, new, calls) = sound(Switch::Exchange);
    for call in &calls {
        for fault in [Fault::Error(call, "ENOSPC"), Fault::Error(call, "EIO")] {
            let project = Project::new();
            let (status, traced) = project.publish_traced(Switch::Exchange, Some(&fault));
            assert!(traced.iter().any(|call| call.is_injected), "{fault:?} was not reached");
            // A link that cannot be made is a file that is written; and what cannot be removed after the switch can wait.
            let may_go_on = matches!(call.name.as_str(), "link" | "linkat" | "unlink" | "unlinkat" | "rmdir");
            assert!(!status.success() || may_go_on, "{fault:?} was not noticed");
            let expected = if status.success() { &new } else { &old };
            assert_eq!(project.visible(), *expected, "{fault:?}");
            project.recovers(&new);
        }
    }
}

#[test]
fn killed_while_files_are_replaced_one_by_one_it_tears_no_file() {
    let (old, new, calls) = sound(Switch::FileByFile);
    for call in &calls {
        let project = Project::new();
        let (status, _) = project.publish_traced(Switch::FileByFile, Some(&Fault::Kill(call)));
        assert!(!status.success(), "{call:?} was not reached");
        for (path, text) in project.visible() {
            assert!([&old, &new].iter().any(|site| site.get(&path) == Some(&text)), "{path:?} torn at {call:?}");
        }
        project.recovers(&new);
    }
}

#[test]
fn where_folders_cannot_be_exchanged_files_are_replaced_one_by_one() {
    let (_, new, calls) = sound(Switch::Exchange);
    let exchange = calls.iter().find(|call| call.name == "renameat2").unwrap();
    for error in ["ENOSYS", "EINVAL", "EXDEV", "EBUSY"] {
        let project = Project::new();
        let (status, _) = project.publish_traced(Switch::Exchange, Some(&Fault::Error(exchange, error)));
        assert!(status.success(), "{error}");
        assert_eq!(project.visible(), new);
    }
}

#[test]
fn the_files_are_on_the_disk_before_the_switch_and_the_names_after_it() {
    let (_, _, calls) = sound(Switch::Exchange);
    let order: Vec<&str> = calls.iter().map(|call| call.name.as_str()).collect();
    let position = |name: &str| order.iter().position(|call| *call == name).unwrap();
    let last_file = order.iter().rposition(|call| matches!(*call, "openat" | "write" | "linkat" | "link")).unwrap();
    assert!(last_file < position("syncfs") && position("syncfs") < position("renameat2"), "{order:?}");
    assert!(position("renameat2") < position("fsync"), "{order:?}");
    // The old site is removed only then.
    let removals = order.iter().rposition(|call| *call == "fsync").unwrap() + 1..;
    assert!(order[removals].iter().any(|call| matches!(*call, "unlinkat" | "rmdir")), "{order:?}");
}
