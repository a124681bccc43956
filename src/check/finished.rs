//! Finished files on their way out: each is looked at as a reader gets it, whatever it was made of.

use std::sync::Mutex;

use crate::bundle::{Sink, SitePath};
use crate::diagnostic::Diagnostic;
use crate::edition::{Search, Withheld};
use crate::source::AssetRef;

use super::audience::leak;
use super::readable::{Readable, Unpack};
use super::secret::in_output::Leaks;

/// A sink that looks at the files that go through it to another one. What is copied as it is was looked at when it was read.
pub struct Finished<'a> {
    sink: &'a dyn Sink,
    unpack: Unpack<'a>,
    leaks: Mutex<Leaks>,
    /// What an edition must not say, and what says it all the same.
    withheld: Option<Search<'a>>,
    told: Mutex<leak::Told>,
}

impl<'a> Finished<'a> {
    /// Starts to look. What was taken out of the sources of an edition is looked for, too.
    #[must_use]
    pub fn new(sink: &'a dyn Sink, unpack: Unpack<'a>, withheld: Option<&'a Withheld>) -> Self {
        Self {
            sink,
            unpack,
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

impl Sink for Finished<'_> {
    fn put(&self, path: &SitePath, bytes: Vec<u8>) {
        let text = Readable::new(path, &bytes, self.unpack);
        if let Some(withheld) = &self.withheld {
            let found = withheld.find(&text.text);
            if let (false, Ok(mut told)) = (found.is_empty(), self.told.lock()) {
                told.add(path, found);
            }
        }
        let found = Leaks::of(path, &text);
        if !found.is_empty()
            && let Ok(mut leaks) = self.leaks.lock()
        {
            leaks.add(found);
        }
        self.sink.put(path, bytes);
    }

    fn copy(&self, path: &SitePath, asset: &AssetRef) {
        self.sink.copy(path, asset);
    }
}
