//! Where each edition of a site goes: to folders of which none lies in another.

use std::path::{Component, Path, PathBuf};

use super::Config;
use crate::diagnostic::{Diagnostic, message};
use crate::problem::config::BAD_VALUE;
use crate::scalar::{Audience, Word};
use crate::source::Place;

/// The folder that a site goes to unless something else is said.
const DEFAULT: &str = "site";

impl Config {
    /// Returns where the edition for an audience goes unless a flag says otherwise, from the root of the project: none goes where the whole
    /// site goes, so that one is never taken for the other.
    #[must_use]
    pub fn output_folder(&self, audience: Audience) -> PathBuf {
        let whole = PathBuf::from(self.build_dir.as_deref().unwrap_or(DEFAULT));
        if audience == Audience::Admins {
            return whole;
        }
        match self.editions.get(&audience).and_then(|edition| edition.build_dir.as_ref()) {
            Some(written) => PathBuf::from(written),
            None => {
                let name = whole.file_name().unwrap_or_default().to_string_lossy();
                whole.with_file_name(format!("{name}-{}", audience.word()))
            }
        }
    }
}

/// Tells which editions would get into each other. `places` are where their folders are written, in the order of [`Audience::ALL`].
pub(super) fn mixed(config: &Config, places: [Option<Place>; 3]) -> Vec<Diagnostic> {
    let all: Vec<(Audience, Option<Place>)> = Audience::ALL.into_iter().zip(places).collect();
    let folders: Vec<PathBuf> = all.iter().map(|(audience, _)| plain(&config.output_folder(*audience))).collect();
    let mut diagnostics = Vec::new();
    for (index, (wider, place)) in all.iter().enumerate() {
        for (other, (narrower, other_place)) in all.iter().enumerate().skip(index + 1) {
            // Folders of which none is written lie beside each other.
            let Some(place) = place.or(*other_place) else { continue };
            let (one, two) = (&folders[index], &folders[other]);
            let (inner, outer) = if one.starts_with(two) { (*wider, *narrower) } else { (*narrower, *wider) };
            let folder = |audience| config.output_folder(audience).display().to_string();
            let message = if one == two {
                message!(
                    "config-bad-value.same-folder",
                    key = key(*wider),
                    other = key(*narrower),
                    folder = folder(*wider)
                )
            } else if one.starts_with(two) || two.starts_with(one) {
                message!(
                    "config-bad-value.nested-folder",
                    inner = key(inner),
                    folder = folder(inner),
                    outer = key(outer),
                    taken = folder(outer)
                )
            } else {
                continue;
            };
            diagnostics.push(Diagnostic::at(&BAD_VALUE, place, message).help(message!("config-bad-value.folder-help")));
        }
    }
    diagnostics
}

/// The key that names the folder of an edition.
fn key(audience: Audience) -> String {
    match audience {
        Audience::Admins => "build.build-dir".to_owned(),
        Audience::Public | Audience::Members => format!("editions.{}.build-dir", audience.word()),
    }
}

/// A path without detours. What links lie on the way is known to the disk only.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(plain.components().next_back(), Some(Component::Normal(_))) => {
                plain.pop();
            }
            _ => plain.push(part),
        }
    }
    plain
}
