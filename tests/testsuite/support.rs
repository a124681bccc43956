//! Projects in temporary folders, and the program run on them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use releve::source::Snapshot;
use tempfile::TempDir;

/// The day for which tests build, as seconds since 1970: 2026-11-22.
const AS_OF: &str = "1795305600";

/// The bytes of a folder's files, by path below it.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A project in a temporary folder, which is removed with it.
pub(crate) struct Project {
    folder: TempDir,
    /// The home of whoever runs the program: not in the project, whose files are all committed.
    home: TempDir,
}

impl Project {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), home: tempfile::tempdir().unwrap() }
    }

    /// A project of the files of an archive (lines `-- path --`).
    pub(crate) fn from_archive(archive: &str) -> Self {
        let project = Self::empty();
        project.add(archive);
        project
    }

    /// Writes the files of an archive over those that are there.
    pub(crate) fn add(&self, archive: &str) {
        for file in Snapshot::from_archive(archive).files() {
            self.write(file.path.as_str(), &file.text);
        }
    }

    /// A copy of the project in a folder.
    pub(crate) fn copy_of(folder: &Path) -> Self {
        let project = Self::empty();
        project.copy_in(folder, "");
        project
    }

    /// Copies the files of a folder to a folder of the project; symbolic links stay links.
    pub(crate) fn copy_in(&self, folder: &Path, to: &str) {
        for entry in walkdir::WalkDir::new(folder) {
            let entry = entry.unwrap();
            let target = self.path(to).join(entry.path().strip_prefix(folder).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(target).unwrap();
            } else if entry.file_type().is_symlink() {
                #[cfg(unix)]
                std::os::unix::fs::symlink(fs::read_link(entry.path()).unwrap(), target).unwrap();
            } else {
                // Not `fs::copy`: a read-only original would give a copy that nobody can edit.
                fs::write(target, fs::read(entry.path()).unwrap()).unwrap();
            }
        }
    }

    /// The folder of the project.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A path in the project.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Reads a file as text.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs git here, as somebody and at a day that are always the same.
    pub(crate) fn git(&self, arguments: &[&str]) {
        self.git_as("awa", "2026-03-14", arguments);
    }

    /// Commits everything as somebody, on a day.
    pub(crate) fn commit(&self, who: &str, day: &str) {
        self.git_as(who, day, &["add", "--all"]);
        self.git_as(who, day, &["commit", "--quiet", "--message", day]);
    }

    /// Runs git here as somebody, on a day.
    pub(crate) fn git_as(&self, who: &str, day: &str, arguments: &[&str]) {
        let (name, mail) = (format!("user.name={who}"), format!("user.email={who}@example.org"));
        let noon = format!("{day}T12:00:00Z");
        let status = Command::new("git")
            .current_dir(self.root())
            .args(["-c", &name, "-c", &mail, "-c", "init.defaultBranch=main"])
            .args(arguments)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("GIT_AUTHOR_DATE", &noon)
            .env("GIT_COMMITTER_DATE", &noon)
            .output()
            .expect("git is installed");
        assert!(status.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&status.stderr));
    }

    /// The program, ready to run in the project's folder in a bare environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_releve"));
        command
            .args(arguments)
            .current_dir(self.root())
            .env_clear()
            .env("SOURCE_DATE_EPOCH", AS_OF)
            .env("HOME", self.home.path())
            .env("NO_COLOR", "1")
            .env("LANG", "C");
        command
    }

    /// Runs the program in the project's folder.
    pub(crate) fn releve(&self, arguments: &[&str]) -> Run {
        Run::of(&mut self.command(arguments))
    }

    /// Builds the project into `site`, and says what the program said when it fails.
    #[track_caller]
    pub(crate) fn build(&self) -> Files {
        let run = self.releve(&["build", "--out", "site"]);
        assert_eq!(run.code, 0, "{run}");
        self.files("site")
    }

    /// What the program has left for its next run.
    pub(crate) fn caches(&self) -> Files {
        files(self.home.path())
    }

    /// The files below a folder of the project.
    pub(crate) fn files(&self, folder: &str) -> Files {
        files(&self.path(folder))
    }
}

/// The files below a folder, symbolic links not followed.
pub(crate) fn files(folder: &Path) -> Files {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())))
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// The names of the files in which two folders differ.
pub(crate) fn differing<'a>(one: &'a Files, other: &'a Files) -> Vec<&'a str> {
    let mut names: Vec<&str> = one.keys().chain(other.keys()).map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| one.get(*name) != other.get(*name));
    names
}

/// What a run of the program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// Runs a command to its end. Being killed by a signal is never an answer.
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        let code = output.status.code().unwrap_or_else(|| panic!("{command:?} ended by {}", output.status));
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Self { code, stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Both streams: people see them together.
    pub(crate) fn said(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}exit {}\n{}", self.stdout, self.code, self.stderr)
    }
}
