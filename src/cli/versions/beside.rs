//! The sites of earlier versions, beside that of now. What went into one never changes, so it is made once and taken over from
//! then on.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::sync::Mutex;

use crate::bundle::{Manifest, Sink, SitePath};
use crate::cli::project::Project;
use crate::diagnostic::{Diagnostic, Outcome, Subject, message};
use crate::io::disk::Publication;
use crate::io::git::Tag;
use crate::markdown::highlight::Highlighter;
use crate::output::site::version_folder;
use crate::output::{KeptVersion, OUTPUTS, OutputContext, Version};
use crate::problem::history::UNREADABLE;
use crate::problem::source;
use crate::source::{AssetRef, Source};

use super::memory::Memory;

/// Where versions are put.
pub(in crate::cli) struct Place<'a> {
    /// The site that is being published.
    pub publication: &'a Publication<'a>,
    /// What takes its files.
    pub sink: &'a dyn Sink,
    /// What paints code.
    pub highlighter: &'a Highlighter,
    /// Where it is kept what files a version has.
    pub caches: Option<&'a Path>,
}

/// Puts the versions of a project beside its site. One that cannot be read is named and left out.
pub(in crate::cli) fn publish(project: &Project, place: &Place<'_>) -> Outcome<Vec<KeptVersion>> {
    let mut outcome = Outcome { value: Vec::new(), diagnostics: Vec::new() };
    let tags = match project.tags() {
        Ok(tags) => tags.unwrap_or_default(),
        Err(error) => {
            outcome.diagnostics.push(unreadable(&project.kb.config.versions.tags, &error.to_string()));
            return outcome;
        }
    };
    let mut memory = Memory::read(place.caches, project.folder.path());
    let mut taken = BTreeSet::new();
    for tag in tags.kept {
        let Some(folder) = version_folder(&project.kb, &tag.name, &mut taken) else { continue };
        let Tag { name, revision, note } = tag;
        let version = Version { name, note, revision, folder };
        let key = memory.key(&version);
        let adopted = memory.recall(&key).filter(|manifest| place.publication.adopt(manifest)).cloned();
        let manifest = match adopted {
            Some(manifest) => manifest,
            None => match render(project, &version, place) {
                Ok(faults) => {
                    let manifest = place.publication.taken_below(&version.folder);
                    // What could not be read is tried again by the next build.
                    if faults.is_empty() {
                        memory.remember(key, manifest.clone());
                    }
                    outcome.diagnostics.extend(faults);
                    manifest
                }
                Err(error) => {
                    outcome.diagnostics.push(unreadable(&version.name, &format!("{error:#}")));
                    continue;
                }
            },
        };
        let pages = pages(&manifest, &version.folder);
        outcome.value.push(KeptVersion { version, pages });
    }
    memory.write();
    outcome
}

/// Makes the site of a version, whatever is wrong with it; says which of its files could not be read.
fn render(project: &Project, version: &Version, place: &Place<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    let then = project.read_version(&version.revision)?;
    let context = OutputContext {
        findings: &then.findings,
        // It is what was published, or could have been; it is never refused.
        draft: then.has_errors(),
        version: Some(version),
        ..OutputContext::of(&then.snapshot, &then.kb, place.highlighter)
    };
    let below = Below { folder: &version.folder, sink: place.sink, assets: &then.folder, faults: Mutex::default() };
    for output in OUTPUTS {
        // A template of then that does not work now is not worth a refusal: the built-in one stands in for it.
        let _ = (output.emit)(&context, &below);
    }
    let lost = then.findings.iter().filter(|finding| finding.code.name == source::UNREADABLE.name);
    let lost = lost.filter_map(|finding| match &finding.subject {
        Subject::Path(path) => Some(path.to_string()),
        _ => None,
    });
    let faults = lost.chain(below.faults.into_inner().unwrap_or_default());
    Ok(faults.map(|fault| unreadable(&version.name, &fault)).collect())
}

/// The addresses of the pages of a version, below its folder.
fn pages(manifest: &Manifest, folder: &SitePath) -> BTreeSet<SitePath> {
    let below = manifest.files.keys().filter_map(|path| path.as_str().strip_prefix(folder.as_str())?.strip_prefix('/'));
    below.filter(|path| path.ends_with(".html")).filter_map(SitePath::new).collect()
}

fn unreadable(name: &str, reason: &str) -> Diagnostic {
    let message = message!("git-unreadable.version", name = name, reason = reason);
    Diagnostic::new(&UNREADABLE, Subject::Project, message).help(message!("git-unreadable.objects-help"))
}

/// The sink of a version: a folder in that of now, which reads its assets from the commit.
struct Below<'a> {
    folder: &'a SitePath,
    sink: &'a dyn Sink,
    assets: &'a dyn Source,
    /// What could not be read.
    faults: Mutex<Vec<String>>,
}

impl Sink for Below<'_> {
    fn put(&self, path: &SitePath, bytes: Vec<u8>) {
        if let Some(path) = SitePath::new(&format!("{}/{path}", self.folder)) {
            self.sink.put(&path, bytes);
        }
    }

    fn copy(&self, path: &SitePath, asset: &AssetRef) {
        let mut bytes = Vec::new();
        match self.assets.open(asset).and_then(|mut file| file.read_to_end(&mut bytes)) {
            Ok(_) => self.put(path, bytes),
            Err(error) => {
                if let Ok(mut faults) = self.faults.lock() {
                    faults.push(format!("{}: {error}", asset.path));
                }
            }
        }
    }
}
