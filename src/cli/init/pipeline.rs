//! The pipeline of a code host: it checks at every push, publishes the public edition, and asks every night whether somebody could take over.

use std::path::{Path, PathBuf};

use super::fill;
use crate::words::Language;

/// Where the pipeline runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Host {
    /// GitLab CI, GitLab Pages.
    Gitlab,
    /// GitHub Actions, GitHub Pages.
    Github,
    /// Forgejo Actions (Codeberg), a branch of pages.
    Forgejo,
}

/// Stands where the address of releve's repository is not known yet: a pipeline that says so is better than none.
const NO_SOURCE: &str = "https://example.org/releve.git";

impl Host {
    /// The name that people know it by.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Gitlab => "GitLab",
            Self::Github => "GitHub",
            Self::Forgejo => "Forgejo",
        }
    }

    /// Where it looks for its pipeline, from the top of the repository.
    pub(super) fn path(self, top: &Path) -> PathBuf {
        top.join(match self {
            Self::Gitlab => ".gitlab-ci.yml",
            Self::Github => ".github/workflows/releve.yml",
            Self::Forgejo => ".forgejo/workflows/releve.yml",
        })
    }

    /// The pipeline, explained in a language; `source` is the git repository that it installs releve from.
    pub(super) fn pipeline(self, language: &Language, source: Option<&str>) -> String {
        const RUST: &str = env!("CARGO_PKG_RUST_VERSION");
        let image = format!("docker.io/library/rust:{RUST}-bookworm");
        let answers = [
            ("@source@", source.unwrap_or(NO_SOURCE)),
            ("@version@", env!("CARGO_PKG_VERSION")),
            ("@rust@", RUST),
            ("@image@", &image),
        ];
        fill(self.text(*language == Language::FRENCH), &answers)
    }

    fn text(self, french: bool) -> &'static str {
        match (self, french) {
            (Self::Gitlab, false) => include_str!("starter/ci/en/gitlab.yml"),
            (Self::Gitlab, true) => include_str!("starter/ci/fr/gitlab.yml"),
            (Self::Github, false) => include_str!("starter/ci/en/github.yml"),
            (Self::Github, true) => include_str!("starter/ci/fr/github.yml"),
            (Self::Forgejo, false) => include_str!("starter/ci/en/forgejo.yml"),
            (Self::Forgejo, true) => include_str!("starter/ci/fr/forgejo.yml"),
        }
    }
}

/// The repository that this program says it comes from.
pub(super) fn own_source() -> Option<&'static str> {
    Some(env!("CARGO_PKG_REPOSITORY")).filter(|source| !source.is_empty())
}
