#![expect(clippy::disallowed_methods, reason = "the disk is the subject")]

use std::fs;

use snapbox::prelude::*;
use snapbox::{assert_data_eq, str};
use tempfile::TempDir;

use super::*;
use crate::io::disk;
use crate::words::{Language, Words};

/// Makes a project of files given as `path = text`.
fn project(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn path(written: &str) -> SourcePath {
    SourcePath::new(written).unwrap()
}

fn is_text(path: &SourcePath) -> bool {
    matches!(path.extension(), "md" | "yaml")
}

/// Lists `src` without `src/site`: one line per text, asset, and diagnostic.
fn listed(root: &Path) -> String {
    let (folders, excluded) = ([path("src")], [path("src/site")]);
    let request = ReadRequest { folders: &folders, excluded: &excluded, is_text: &is_text };
    let Outcome { value, diagnostics } = disk::open(root).unwrap().list(&request);
    let texts = value.texts.iter().map(|(path, text)| format!("{path}: {text:.20}\n"));
    let assets = value.assets.iter().map(|asset| format!("{} ({} bytes)\n", asset.path, asset.length));
    let said = diagnostics.iter().map(|diagnostic| say(diagnostic) + "\n");
    texts.chain(assets).chain(said).collect()
}

fn say(diagnostic: &Diagnostic) -> String {
    let message = Words::load(&Language::ENGLISH).say(&diagnostic.message);
    format!("{}[{}] {message}", diagnostic.severity.name(), diagnostic.code.name)
}

#[test]
fn texts_are_read_and_assets_are_named_in_the_order_of_paths() {
    let root = project(&[
        ("src/b.md", b"B"),
        ("src/a/c.md", b"C\r\n"),
        ("src/a/photo.png", b"12345"),
        ("src/a.yaml", b"x: 1"),
        ("elsewhere.md", b""),
    ]);
    assert_data_eq!(
        listed(root.path()),
        str![[r#"
src/a.yaml: x: 1
src/a/c.md: C

src/b.md: B
src/a/photo.png (5 bytes)

"#]]
        .raw()
    );
}

#[test]
fn hidden_and_excluded_files_are_left_out() {
    let root = project(&[
        ("src/.env", b""),
        ("src/.git/config.md", b""),
        ("src/.obsidian/x.md", b""),
        ("src/site/index.md", b""),
        ("src/site-plan.md", b"kept"),
    ]);
    assert_eq!(listed(root.path()), "src/site-plan.md: kept\n");
}

#[test]
fn ignored_files_are_left_out_without_a_repository_too() {
    let root = project(&[
        (".gitignore", b"*.tmp.md\n/src/out/\nnode_modules/\n"),
        ("src/.gitignore", b"!keep.tmp.md\nprivate.md\n"),
        ("src/a/.gitignore", b"\xEF\xBB\xBF/local.md\r\n"),
        ("src/a.tmp.md", b""),
        ("src/keep.tmp.md", b""),
        ("src/out/x.md", b""),
        ("src/a/out/x.md", b""),
        ("src/a/private.md", b""),
        ("src/a/local.md", b""),
        ("src/a/b/local.md", b""),
        ("src/a/node_modules/x/readme.md", b""),
        ("src/target/x.md", b""),
    ]);
    assert_data_eq!(
        listed(root.path()),
        str![[r#"
src/a/b/local.md: 
src/a/out/x.md: 
src/keep.tmp.md: 
src/target/x.md: 

"#]]
        .raw()
    );
}

#[test]
fn a_text_in_another_encoding_is_read_and_reported() {
    let root = project(&[
        ("src/latin.md", b"one\ncaf\xE9"),
        ("src/marked.md", b"\xEF\xBB\xBFcaf\xE9"),
        ("src/wide.md", b"\xFF\xFEa\x00"),
        ("src/photo.png", b"\xFF"),
    ]);
    assert_data_eq!(
        listed(root.path()),
        str![[r#"
src/latin.md: one
café
src/marked.md: café
src/wide.md: a
src/photo.png (1 bytes)
warning[source/not-utf8] `src/latin.md` is not UTF-8 from byte 7 in line 2 on, and was read as Windows-1252
warning[source/not-utf8] `src/marked.md` is not UTF-8 from byte 6 in line 1 on, and was read as Windows-1252
warning[source/not-utf8] `src/wide.md` is written in UTF-16

"#]]
        .raw()
    );
}

#[test]
fn a_text_too_long_to_read_is_an_asset() {
    let root = project(&[("src/a.md", b""), ("src/b.yaml", b""), ("src/near.yaml", b""), ("src/log.txt", b"")]);
    for (name, length) in
        [("a.md", (16 << 20) + 1), ("b.yaml", (4 << 20) + 1), ("near.yaml", 4 << 20), ("log.txt", 99 << 20)]
    {
        fs::File::options().write(true).open(root.path().join("src").join(name)).unwrap().set_len(length).unwrap();
    }
    let near = "src/near.yaml: ".to_owned() + &"␀".repeat(20);
    let expected = [
        near.as_str(),
        "src/a.md (16777217 bytes)",
        "src/b.yaml (4194305 bytes)",
        "src/log.txt (103809024 bytes)",
        "warning[source/too-large] `src/a.md` has 17 MiB, more than the 16 MiB that are read as text, and is published as a file to download",
        "error[source/too-large] `src/b.yaml` has 5 MiB, more than the 4 MiB that are read as text, and is published as a file to download",
    ];
    assert_eq!(listed(root.path()).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn single_files_are_read_by_the_same_rules() {
    let root = project(&[
        ("book.toml", b"title"),
        (".gitignore", b"secret/\n"),
        (".env", b"PASSWORD=1"),
        ("secret/a.md", b"s"),
        ("lib/a.md", b"a"),
    ]);
    let folder = disk::open(root.path()).unwrap();
    let read = |written: &str| folder.read_text(&path(written));
    assert_eq!(read("book.toml").value.as_deref(), Some("title"));
    assert_eq!(read("lib/a.md").value.as_deref(), Some("a"));
    for absent in [".env", "secret/a.md", "missing.md", "lib", "lib/a.md/b"] {
        let Outcome { value, diagnostics } = read(absent);
        assert_eq!((value, diagnostics), (None, vec![]), "{absent}");
    }
    assert!(folder.has_folder(&path("lib")) && !folder.has_folder(&path("book.toml")));
}

#[test]
fn a_root_that_is_no_folder_is_an_error_that_names_it() {
    let root = project(&[("file", b"")]);
    let error = |name: &str| disk::open(&root.path().join(name)).err().unwrap().to_string();
    assert!(error("missing").starts_with("there is no folder `"));
    assert!(error("file").ends_with("/file` is not a folder"));
}

#[cfg(unix)]
mod links {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use rustix::fs::{CWD, Mode, mkfifoat};

    use super::*;

    /// A project in a folder that also holds what no project may show.
    fn zoo(links: &[(&str, &str)]) -> TempDir {
        let outer = project(&[
            ("secret/key.md", b"OUTSIDE"),
            ("root-secret/key.md", b"OUTSIDE"),
            ("root/.env.md", b"HIDDEN"),
            ("root/.git/config.md", b"HIDDEN"),
            ("root/.gitignore", b"private/\n"),
            ("root/private/a.md", b"IGNORED"),
            ("root/shared/page.md", b"shared"),
            ("root/shared/draft/.gitignore", b"*"),
            ("root/shared/draft/x.md", b"IGNORED"),
            ("root/src/index.md", b"index"),
            ("root/src/site/index.md", b"output"),
        ]);
        for (link, target) in links {
            let link = outer.path().join("root/src").join(link);
            fs::create_dir_all(link.parent().unwrap()).unwrap();
            symlink(target.replace("ROOT", outer.path().join("root").to_str().unwrap()), link).unwrap();
        }
        outer
    }

    #[test]
    fn links_that_stay_inside_are_followed() {
        let outer = zoo(&[
            ("file.md", "../shared/page.md"),
            ("folder", "../shared"),
            ("absolute.md", "ROOT/shared/page.md"),
            ("chain.md", "folder/page.md"),
            ("round.md", "../../root/src/index.md"),
        ]);
        assert_data_eq!(
            listed(&outer.path().join("root")),
            str![[r#"
src/absolute.md: shared
src/chain.md: shared
src/file.md: shared
src/folder/page.md: shared
src/index.md: index
src/round.md: index

"#]]
            .raw()
        );
    }

    #[test]
    fn links_that_lead_elsewhere_are_refused_each_by_name() {
        let outer = zoo(&[
            ("absolute.md", "/etc/passwd"),
            ("circle.md", "circle.md"),
            ("dangling.md", "../missing.md"),
            ("device.md", "/dev/zero"),
            ("env.md", "../.env.md"),
            ("git", "../.git"),
            ("ignored.md", "../private/a.md"),
            ("ignored-deep.md", "../shared/draft/x.md"),
            ("outside.md", "../../secret/key.md"),
            ("outside-folder", "../../secret"),
            ("ping", "pong"),
            ("pong", "ping"),
            ("sibling.md", "../../root-secret/key.md"),
            ("through.md", "outside-folder/key.md"),
            ("to-output", "site"),
            ("up", ".."),
            ("deep/up", "../../src"),
        ]);
        let root = outer.path().join("root");
        assert_data_eq!(
            listed(&root),
            str![[r#"
src/index.md: index
warning[source/link-outside] `src/absolute.md` is a link that leads out of the project
warning[source/link-cycle] `src/circle.md` is a link that leads round in a circle
warning[source/link-dangling] `src/dangling.md` is a link that leads to nothing
warning[source/link-cycle] `src/deep/up` is a link that leads round in a circle
warning[source/link-outside] `src/device.md` is a link that leads out of the project
warning[source/link-outside] `src/env.md` is a link to something hidden or ignored
warning[source/link-outside] `src/git` is a link to something hidden or ignored
warning[source/link-outside] `src/ignored-deep.md` is a link to something hidden or ignored
warning[source/link-outside] `src/ignored.md` is a link to something hidden or ignored
warning[source/link-outside] `src/outside-folder` is a link that leads out of the project
warning[source/link-outside] `src/outside.md` is a link that leads out of the project
warning[source/link-cycle] `src/ping` is a link that leads round in a circle
warning[source/link-cycle] `src/pong` is a link that leads round in a circle
warning[source/link-outside] `src/sibling.md` is a link that leads out of the project
warning[source/link-outside] `src/through.md` is a link that leads out of the project
warning[source/link-cycle] `src/up` is a link that leads round in a circle

"#]]
            .raw()
        );
        let folder = disk::open(&root).unwrap();
        for refused in ["src/absolute.md", "src/outside.md", "src/outside-folder/key.md", "src/sibling.md"] {
            let Outcome { value, diagnostics } = folder.read_text(&path(refused));
            assert_eq!(value, None);
            assert_eq!(diagnostics.iter().map(|found| found.code.name).collect::<Vec<_>>(), ["source/link-outside"]);
        }
        for absent in ["src/env.md", "src/git/config.md", "src/ignored.md", "src/dangling.md"] {
            assert_eq!(folder.read_text(&path(absent)).value, None, "{absent}");
        }
    }

    #[test]
    fn folders_that_link_to_each_other_end() {
        let outer = zoo(&[("a/b", "../b"), ("b/a", "../a")]);
        assert_data_eq!(
            listed(&outer.path().join("root")),
            str![[r#"
src/index.md: index
warning[source/link-cycle] `src/a/b/a` is a link that leads round in a circle
warning[source/link-cycle] `src/b/a/b` is a link that leads round in a circle

"#]]
            .raw()
        );
    }

    #[test]
    fn links_cannot_make_a_small_folder_large() {
        // Each of 12 folders links three times to the next: followed, 3^12 pages.
        let names: Vec<(String, String)> = (0..12)
            .flat_map(|level| (0..3).map(move |n| (format!("f{level}/l{n}"), format!("../f{}", level + 1))))
            .collect();
        let mut links: Vec<(&str, &str)> = names.iter().map(|(link, to)| (link.as_str(), to.as_str())).collect();
        links.push(("f12/page.md", "../../shared/page.md"));
        let outer = zoo(&links);
        let text = listed(&outer.path().join("root"));
        assert!(text.contains("leads to a folder that links show more than 16 times"));
        assert!(text.lines().count() < 1000, "{} lines", text.lines().count());
    }

    #[test]
    fn special_files_are_refused_and_never_waited_for() {
        let outer = zoo(&[("link-to-pipe.md", "pipe.md")]);
        let root = outer.path().join("root");
        mkfifoat(CWD, root.join("src/pipe.md"), Mode::from_raw_mode(0o644)).unwrap();
        let _socket = UnixListener::bind(root.join("src/agent.sock")).unwrap();
        assert_data_eq!(
            listed(&root),
            str![[r#"
src/index.md: index
warning[source/special-file] `src/agent.sock` is a pipe, a device or a socket, not a file
warning[source/special-file] `src/link-to-pipe.md` is a pipe, a device or a socket, not a file
warning[source/special-file] `src/pipe.md` is a pipe, a device or a socket, not a file

"#]]
            .raw()
        );
    }

    #[test]
    fn a_name_that_no_link_could_write_is_reported() {
        let outer = zoo(&[]);
        let src = outer.path().join("root/src");
        fs::write(src.join(std::ffi::OsStr::from_bytes(b"caf\xE9.md")), "").unwrap();
        fs::write(src.join("back\\slash.md"), "").unwrap();
        fs::write(src.join("C:drive.md"), "").unwrap();
        fs::write(src.join("fine: a name.md"), "").unwrap();
        assert_data_eq!(
            listed(&outer.path().join("root")),
            str![[r#"
src/fine: a name.md: 
src/index.md: index
warning[source/bad-name] the name `C:drive.md` in folder `src` cannot be the name of a page or file of a site
warning[source/bad-name] the name `back\slash.md` in folder `src` cannot be the name of a page or file of a site
warning[source/bad-name] the name `caf�.md` in folder `src` cannot be the name of a page or file of a site

"#]]
            .raw()
        );
    }

    #[test]
    fn a_file_swapped_for_a_link_after_the_walk_is_not_followed() {
        let outer = zoo(&[]);
        let root = outer.path().join("root");
        fs::write(root.join("src/a.md"), "inside").unwrap();
        let folder = disk::open(&root).unwrap();
        let asset = AssetRef { path: path("src/a.md"), length: 6 };
        let open = || {
            let mut text = String::new();
            folder.open(&asset).and_then(|mut file| file.read_to_string(&mut text)).map(|_| text)
        };
        assert_eq!(open().unwrap(), "inside");

        fs::remove_file(root.join("src/a.md")).unwrap();
        symlink("../../secret/key.md", root.join("src/a.md")).unwrap();
        // What a walk that came before the swap would do.
        assert!(folder.text(&path("src/a.md"), &path("src/a.md")).is_err());
        assert!(open().unwrap_err().to_string().contains("leads out of the project"));

        fs::remove_file(root.join("src/a.md")).unwrap();
        symlink("../.env.md", root.join("src/a.md")).unwrap();
        assert!(open().unwrap_err().to_string().contains("hidden or ignored"));

        fs::remove_file(root.join("src/a.md")).unwrap();
        symlink("../shared/page.md", root.join("src/a.md")).unwrap();
        assert_eq!(open().unwrap(), "shared");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_an_error_and_the_rest_is_read() {
        let outer = zoo(&[]);
        let root = outer.path().join("root");
        fs::write(root.join("src/a.md"), "inside").unwrap();
        // The question comes between the walk and the reading: the moment for a race.
        let swap = |shown: &SourcePath| {
            if shown.as_str() == "src/a.md" {
                fs::remove_file(root.join("src/a.md")).unwrap();
                symlink("../../secret/key.md", root.join("src/a.md")).unwrap();
            }
            true
        };
        let folders = [path("src")];
        let request = ReadRequest { folders: &folders, excluded: &[path("src/site")], is_text: &swap };
        let Outcome { value, diagnostics } = disk::open(&root).unwrap().list(&request);
        assert_eq!(value.texts, [(path("src/index.md"), Arc::from("index"))]);
        let said: Vec<String> = diagnostics.iter().map(say).collect();
        assert_eq!(said.len(), 1);
        assert!(said[0].starts_with("error[source/unreadable] cannot read `src/a.md`: "), "{said:?}");
    }

    #[test]
    fn a_list_of_ignored_files_that_cannot_be_read_is_an_error_and_the_rest_is_read() {
        let outer = zoo(&[(".gitignore", "../shared/page.md")]);
        assert_data_eq!(
            listed(&outer.path().join("root")),
            str![[r#"
src/index.md: index
error[source/unreadable] cannot read `src/.gitignore`, so what it keeps back would be published: Too many levels of symbolic links (os error 40)

"#]]
            .raw()
        );
    }

    #[test]
    fn a_content_folder_that_is_a_link_stays_inside_too() {
        for (target, expected) in [("shared", "src/page.md: shared\n"), ("../secret", "warning[source/link-outside]")] {
            let outer = zoo(&[]);
            let root = outer.path().join("root");
            fs::remove_dir_all(root.join("src")).unwrap();
            symlink(target, root.join("src")).unwrap();
            let text = listed(&root);
            assert!(text.starts_with(expected) && !text.contains("OUTSIDE"), "{text}");
        }
    }
}
