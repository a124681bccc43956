//! Finished files on their way out: each is looked at as a reader gets it, whatever it was made of.

use std::sync::{Arc, Mutex};

use crate::bundle::{Sink, SitePath};
use crate::diagnostic::Diagnostic;
use crate::edition::{Search, Withheld};
use crate::source::AssetRef;

use super::audience::leak;
use super::readable::{Readable, Unpack};
use super::secret::in_output::Leaks;

/// What reads a file that is copied as it is; nothing for what is no text.
type Read<'a> = &'a (dyn Fn(&AssetRef) -> Option<Arc<str>> + Sync);

/// A sink that looks at the files that go through it to another one. In what is copied as it is, secrets were looked for when it was read.
pub struct Finished<'a> {
    sink: &'a dyn Sink,
    unpack: Unpack<'a>,
    read: Read<'a>,
    leaks: Mutex<Leaks>,
    /// What an edition must not say, and what says it all the same.
    withheld: Option<Search<'a>>,
    told: Mutex<leak::Told>,
}

impl<'a> Finished<'a> {
    /// Starts to look. What was taken out of the sources of an edition is looked for, too.
    #[must_use]
    pub fn new(sink: &'a dyn Sink, unpack: Unpack<'a>, read: Read<'a>, withheld: Option<&'a Withheld>) -> Self {
        Self {
            sink,
            unpack,
            read,
            leaks: Mutex::new(Leaks::default()),
            withheld: withheld.filter(|withheld| !withheld.is_empty()).map(Withheld::search),
            told: Mutex::new(leak::Told::default()),
        }
    }

    /// Returns what was found.
    #[must_use]
    pub fn findings(self) -> Vec<Diagnostic> {
        let mut findings = self.leaks.into_inner().map(Leaks::findings).unwrap_or_default();
        findings.extend(self.told.into_inner().map(leak::Told::findings).unwrap_or_default());
        findings
    }
}

impl Finished<'_> {
    /// Looks for what was taken out.
    fn look(&self, path: &SitePath, text: &str) {
        let found = self.withheld.as_ref().map(|withheld| withheld.find(text)).unwrap_or_default();
        if let (false, Ok(mut told)) = (found.is_empty(), self.told.lock()) {
            told.add(path, found);
        }
    }
}

impl Sink for Finished<'_> {
    fn put(&self, path: &SitePath, bytes: Vec<u8>) {
        let text = Readable::new(path, &bytes, self.unpack);
        self.look(path, &text.text);
        let found = Leaks::of(path, &text);
        if !found.is_empty()
            && let Ok(mut leaks) = self.leaks.lock()
        {
            leaks.add(found);
        }
        self.sink.put(path, bytes);
    }

    fn copy(&self, path: &SitePath, asset: &AssetRef) {
        if let Some(text) = self.withheld.as_ref().and_then(|_| (self.read)(asset)) {
            self.look(path, &text);
        }
        self.sink.copy(path, asset);
    }
}
