#![expect(clippy::disallowed_methods, reason = "the disk is the subject")]

use std::fs;
#[cfg(target_os = "linux")]
use std::process::Command;

use rayon::prelude::*;
use snapbox::{assert_data_eq, str};
use tempfile::TempDir;

use super::*;
use crate::bundle::Stamp;
use crate::io::disk;
use crate::source::SourcePath;

/// A folder `project` with a content folder and two assets, and the options that publish it to `project/site`.
struct Site {
    outer: TempDir,
    out: PathBuf,
    protected: Vec<PathBuf>,
    switch: Switch,
}

impl Site {
    fn new() -> Self {
        let outer = tempfile::tempdir().unwrap();
        let project = outer.path().join("project");
        fs::create_dir_all(project.join("src")).unwrap();
        fs::create_dir_all(project.join("themes/ours")).unwrap();
        fs::write(project.join("src/photo.png"), vec![7; 100_000]).unwrap();
        fs::write(project.join("src/plan.svg"), "<svg/>").unwrap();
        let protected = vec![project.join("src"), project.join("themes")];
        Self { out: project.join("site"), outer, protected, switch: Switch::Exchange }
    }

    fn project(&self) -> PathBuf {
        self.outer.path().join("project")
    }

    fn home(&self) -> PathBuf {
        self.outer.path().join("home/someone")
    }

    fn begin<R>(&self, out: &Path, then: impl FnOnce(Result<Publication<'_>, PublishError>) -> R) -> R {
        let (project, home) = (self.project(), self.home());
        let folder = disk::open(&project).unwrap();
        let options = PublishOptions {
            out,
            project: &project,
            protected: &self.protected,
            home: Some(&home),
            stamp: &Stamp::default(),
            durability: Durability::Unsynced,
            switch: self.switch,
        };
        then(Publication::begin(&options, &folder))
    }

    /// Publishes pages given as `address=text`, and the assets, each under its own name.
    fn publish(&self, pages: &[&str]) -> Result<Published, PublishError> {
        self.begin(&self.out, |publication| {
            let publication = publication?;
            fill(&publication, pages);
            publication.finish()
        })
    }

    /// The files that can be seen, with their texts.
    fn visible(&self) -> String {
        tree(&self.out)
    }

    /// The names beside the output.
    fn beside(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.out.parent().unwrap())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn fill(publication: &Publication<'_>, pages: &[&str]) {
    for page in pages {
        let (address, text) = page.split_once('=').unwrap();
        publication.put(&address_of(address), text.into());
    }
    publication.copy(&address_of("files/photo.png"), &asset("src/photo.png", 100_000));
}

fn address_of(text: &str) -> SitePath {
    SitePath::new(text).unwrap()
}

fn asset(path: &str, length: u64) -> AssetRef {
    AssetRef { path: SourcePath::new(path).unwrap(), length }
}

fn tree(folder: &Path) -> String {
    let mut lines = String::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = entry.unwrap();
        let relative = entry.path().strip_prefix(folder).unwrap().display().to_string();
        if entry.file_type().is_file() {
            let text = fs::read(entry.path()).unwrap();
            let text = String::from_utf8_lossy(&text[..text.len().min(12)]).replace('\n', " ");
            lines += &format!("{relative} {text}\n");
        }
    }
    lines
}

#[test]
fn a_site_is_published_and_published_again() {
    for switch in [Switch::Exchange, Switch::FileByFile] {
        let site = Site { switch, ..Site::new() };
        let first = site.publish(&["index.html=one", "a/b.html=b", "a/gone.html=gone", "folder/x.html=x"]).unwrap();
        assert_eq!((first.written, first.shared, first.removed, first.bytes), (5, 0, 0, 100_009));
        assert_eq!(first.atomic, switch == Switch::Exchange);

        let second = site.publish(&["index.html=two", "a/b.html=b", "folder=now a file", "a/b/c/d.css=new"]).unwrap();
        assert_eq!((second.written, second.shared, second.removed), (3, 2, 2), "{switch:?}");
        assert_eq!((second.atomic, second.leftover), (switch == Switch::Exchange, None));
        assert_data_eq!(
            site.visible(),
            str![[r#"
.releve-site releve site 
SHA256SUMS 3e23e8160039
a/b/c/d.css new
a/b.html b
files/photo.png [..]
folder now a file
index.html two

"#]]
        );
        assert_eq!(site.beside(), ["site", "src", "themes"], "{switch:?}");
        assert_eq!(fs::read_to_string(site.out.join(SUMS)).unwrap(), second.manifest.sums());
        assert!(!site.out.join("a/gone.html").exists());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn sha256sum_accepts_what_is_listed_and_nothing_else() {
    let site = Site::new();
    site.publish(&["index.html=one", "a/with space.html=b"]).unwrap();
    let check = || {
        let mut command = Command::new("sha256sum");
        command.args(["-c", "--strict", "--quiet", SUMS]).current_dir(&site.out).output().unwrap().status.success()
    };
    assert!(check());
    fs::write(site.out.join("index.html"), "two").unwrap();
    assert!(!check());
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    fn inode(path: &Path) -> u64 {
        fs::metadata(path).unwrap().ino()
    }

    #[test]
    fn files_are_shared_only_when_their_bytes_and_modes_are_equal() {
        let site = Site::new();
        let pages = ["same.html=same", "touched.html=page", "tampered.html=page", "mode.html=page", "linked.html=page"];
        site.publish(&pages).unwrap();
        // Without `linked.html`: its number is free from here on, and whatever is written next may be given it.
        let names = ["same.html", "touched.html", "tampered.html", "mode.html", "files/photo.png", SUMS];
        let before = names.map(|name| inode(&site.out.join(name)));
        // Somebody was here: same length, list of digests untouched.
        fs::write(site.out.join("tampered.html"), "evil").unwrap();
        fs::set_permissions(site.out.join("mode.html"), PermissionsExt::from_mode(0o600)).unwrap();
        fs::write(site.outer.path().join("elsewhere"), "page").unwrap();
        fs::remove_file(site.out.join("linked.html")).unwrap();
        symlink(site.outer.path().join("elsewhere"), site.out.join("linked.html")).unwrap();

        let pages = ["same.html=same", "touched.html=edit", "tampered.html=page", "mode.html=page", "linked.html=page"];
        let published = site.publish(&pages).unwrap();
        assert_eq!((published.written, published.shared), (4, 2));
        let after = names.map(|name| inode(&site.out.join(name)));
        let is_same: Vec<bool> = before.iter().zip(after).map(|(before, after)| *before == after).collect();
        assert_eq!(is_same, [true, false, false, false, true, false]);
        assert_eq!(fs::read_to_string(site.out.join("tampered.html")).unwrap(), "page");
        assert!(fs::symlink_metadata(site.out.join("linked.html")).unwrap().is_file());

        let again = site.publish(&pages).unwrap();
        assert_eq!((again.written, again.shared, again.removed), (0, 6, 0));
        assert_eq!(inode(&site.out.join(SUMS)), after[5]);
        assert_eq!(fs::metadata(site.out.join("same.html")).unwrap().nlink(), 1);
    }

    #[test]
    fn files_can_be_read_by_a_web_server() {
        let site = Site::new();
        site.publish(&["a/b.html=b"]).unwrap();
        let mode = |path: &str| fs::metadata(site.out.join(path)).unwrap().mode() & 0o777;
        // What the mask of this process leaves of 0755 and 0644 differs; nobody's is ever wider.
        assert_eq!(mode("a") & 0o700, 0o700);
        assert_eq!(mode("a/b.html") & 0o600, 0o600);
        assert_eq!((mode("a") & !0o755, mode("a/b.html") & !0o644), (0, 0));
    }

    #[test]
    fn folders_that_may_be_somebodys_data_are_refused_and_left_alone() {
        let site = Site::new();
        let outer = site.outer.path();
        let marker = format!("{}\n", Stamp::default().marker());
        for (path, text) in [
            ("home/someone/.bashrc", "x"),
            ("data/thesis.odt", "x"),
            ("marked-repository/.git/HEAD", "x"),
            ("marked-repository/.releve-site", &marker),
            ("marked/.releve-site", &marker),
            ("false-marker/.releve-site", "another tool\n"),
            ("marker-is-folder/.releve-site/x", "x"),
            ("file", "x"),
        ] {
            fs::create_dir_all(outer.join(path).parent().unwrap()).unwrap();
            fs::write(outer.join(path), text).unwrap();
        }
        fs::create_dir_all(outer.join("empty")).unwrap();
        fs::create_dir_all(outer.join("linked")).unwrap();
        symlink("linked", outer.join("link")).unwrap();
        symlink("nowhere", outer.join("dangling")).unwrap();
        rustix::fs::mkfifoat(rustix::fs::CWD, outer.join("pipe"), rustix::fs::Mode::from_raw_mode(0o600)).unwrap();
        fs::create_dir_all(outer.join("marker-is-pipe")).unwrap();
        let pipe = outer.join("marker-is-pipe/.releve-site");
        rustix::fs::mkfifoat(rustix::fs::CWD, pipe, rustix::fs::Mode::from_raw_mode(0o600)).unwrap();

        let before = tree(outer);
        for (out, expected) in [
            ("/", Refusal::Root),
            ("home/someone", Refusal::Home),
            ("home", Refusal::Home),
            ("project", Refusal::Project),
            ("project/src/..", Refusal::Project),
            (".", Refusal::Project),
            ("project/src", Refusal::Sources),
            ("project/src/deep/site", Refusal::Sources),
            ("project/themes/ours", Refusal::Sources),
            ("marked-repository", Refusal::Repository),
            ("marked-repository/.git/site", Refusal::Repository),
            ("marked/deep/site", Refusal::Site),
            ("link", Refusal::Link),
            ("link/", Refusal::Link),
            ("dangling", Refusal::Link),
            ("file", Refusal::NotAFolder),
            ("pipe", Refusal::NotAFolder),
            ("data", Refusal::Foreign),
            ("false-marker", Refusal::Foreign),
            ("marker-is-folder", Refusal::Foreign),
            ("marker-is-pipe", Refusal::Foreign),
        ] {
            let refused = site.begin(&outer.join(out), |publication| publication.err());
            let Some(PublishError::Refused { reason, .. }) = refused else { panic!("{out}: {refused:?}") };
            assert_eq!(reason, expected, "{out}");
        }
        assert_eq!(tree(outer), before);

        for out in ["empty", "new/deep/site", "link/inside", "project/src-site"] {
            site.begin(&outer.join(out), |publication| publication.unwrap().finish().unwrap());
            assert!(outer.join(out).join(MARKER).is_file(), "{out}");
        }
        assert!(tree(outer).contains("home/someone/.bashrc x\n"));
    }

    #[test]
    fn a_project_that_is_its_own_content_folder_can_hold_its_output() {
        let site = Site { protected: Vec::new(), ..Site::new() };
        let site = Site { protected: vec![site.project()], ..site };
        site.publish(&["index.html=one"]).unwrap();
        assert!(site.out.join("index.html").exists());
    }

    #[test]
    fn a_disk_that_fails_leaves_the_old_site_and_no_trace() {
        for switch in [Switch::Exchange, Switch::FileByFile] {
            let site = Site { switch, ..Site::new() };
            site.publish(&["index.html=one"]).unwrap();
            let (before, beside) = (site.visible(), site.beside());
            let fault = site.begin(&site.out, |publication| {
                let publication = publication.unwrap();
                fill(&publication, &["index.html=two"]);
                publication.copy(&address_of("gone.png"), &asset("src/gone.png", 3));
                publication.put(&address_of("later.html"), b"ignored".to_vec());
                publication.finish().unwrap_err()
            });
            let PublishError::Io { action: "read", path, .. } = fault else { panic!("{fault:?}") };
            assert!(path.ends_with("project/src/gone.png"));
            assert_eq!((site.visible(), site.beside()), (before.clone(), beside.clone()));

            site.begin(&site.out, |publication| fill(&publication.unwrap(), &["index.html=three"]));
            assert_eq!((site.visible(), site.beside()), (before, beside));
        }
    }

    #[test]
    fn an_asset_that_became_a_link_out_is_not_published() {
        let site = Site::new();
        fs::write(site.outer.path().join("secret"), "OUTSIDE").unwrap();
        fs::remove_file(site.project().join("src/photo.png")).unwrap();
        symlink("../../secret", site.project().join("src/photo.png")).unwrap();
        let fault = site.publish(&[]).unwrap_err();
        assert!(std::error::Error::source(&fault).unwrap().to_string().contains("leads out of the project"));
        assert!(!site.out.exists());
    }
}

#[test]
fn two_files_with_one_address_are_a_defect_of_ours() {
    let site = Site::new();
    for pages in [["a.html=1", "a.html=2"], ["A/É.html=1", "a/é.html=2"], ["x.html=1", "sha256sums=2"]] {
        let fault = site.publish(&pages).unwrap_err();
        assert!(matches!(fault, PublishError::Collision { .. }), "{fault:?}");
    }
    assert!(!site.out.exists());
    site.publish(&["a.html=1", "a.htm=2", "b/a.html=3"]).unwrap();
}

#[test]
fn a_second_build_is_told_and_the_lock_ends_with_the_first() {
    let site = Site::new();
    site.begin(&site.out, |first| {
        let first = first.unwrap();
        assert!(matches!(site.publish(&["index.html=two"]), Err(PublishError::Busy { .. })));
        fill(&first, &["index.html=one"]);
        first.finish().unwrap();
    });
    // What a killed build leaves is no lock.
    fs::write(site.out.with_file_name(".site.releve-lock"), "").unwrap();
    site.publish(&["index.html=three"]).unwrap();
    assert!(site.visible().contains("index.html three"));
}

#[test]
fn builds_at_once_publish_one_after_the_other_or_not_at_all() {
    let site = Site::new();
    site.publish(&["index.html=00", "other.html=00"]).unwrap();
    let outcomes: Vec<_> = (10..42)
        .into_par_iter()
        .map(|number| site.publish(&[&format!("index.html={number}"), &format!("other.html={number}")]))
        .collect();
    assert!(outcomes.iter().any(Result::is_ok));
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(_) | Err(PublishError::Busy { .. }))), "{outcomes:?}");
    let page = |name: &str| fs::read_to_string(site.out.join(name)).unwrap();
    assert_eq!(page("index.html"), page("other.html"));
    assert_eq!(site.beside(), ["site", "src", "themes"]);
}

#[test]
fn what_a_killed_build_left_is_removed_and_nothing_else() {
    let site = Site::new();
    for folder in [".site.releve-new-1-0", ".site.releve-new-77-3", ".site.releve-new-x", ".other.releve-new-1-0"] {
        fs::create_dir_all(site.project().join(folder).join("a")).unwrap();
        fs::write(site.project().join(folder).join("a/b.html"), "half").unwrap();
    }
    site.publish(&["index.html=one"]).unwrap();
    assert_eq!(site.beside(), [".other.releve-new-1-0", ".site.releve-new-x", "site", "src", "themes"]);
}

#[test]
fn many_files_are_taken_from_many_threads() {
    let site = Site::new();
    let pages: Vec<String> = (0..2000).map(|number| format!("{}/{number}.html={number}", number % 7)).collect();
    let published = site.begin(&site.out, |publication| {
        let publication = publication.unwrap();
        pages.par_iter().for_each(|page| fill_one(&publication, page));
        publication.finish().unwrap()
    });
    assert_eq!((published.written, published.manifest.files.len()), (2000, 2000));
    let digest = published.manifest.files[&address_of("0/7.html")];
    assert_eq!(digest, FileDigest::of(b"7"));
}

fn fill_one(publication: &Publication<'_>, page: &str) {
    let (address, text) = page.split_once('=').unwrap();
    publication.put(&address_of(address), text.into());
}
