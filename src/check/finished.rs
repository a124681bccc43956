//! Finished files on their way out: each is looked at as a reader gets it, whatever it was made of.

use std::sync::Mutex;

use crate::bundle::{Sink, SitePath};
use crate::diagnostic::Diagnostic;
use crate::source::AssetRef;

use super::secret::in_output::Leaks;

/// What unpacks a file that no reader sees as it is, such as a part of the index of the search; nothing for any other.
pub(super) type Unpack<'a> = &'a (dyn Fn(&SitePath, &[u8]) -> Option<String> + Sync);

/// A sink that looks at the files that go through it to another one. What is copied as it is was looked at when it was read.
pub struct Finished<'a> {
    sink: &'a dyn Sink,
    unpack: Unpack<'a>,
    leaks: Mutex<Leaks>,
}

impl<'a> Finished<'a> {
    /// Starts to look.
    #[must_use]
    pub fn new(sink: &'a dyn Sink, unpack: Unpack<'a>) -> Self {
        Self { sink, unpack, leaks: Mutex::new(Leaks::default()) }
    }

    /// Returns what was found.
    #[must_use]
    pub fn findings(self) -> Vec<Diagnostic> {
        self.leaks.into_inner().map(Leaks::findings).unwrap_or_default()
    }
}

impl Sink for Finished<'_> {
    fn put(&self, path: &SitePath, bytes: Vec<u8>) {
        let found = Leaks::of(path, &bytes, self.unpack);
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
