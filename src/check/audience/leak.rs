//! A finished file of an edition that says what was taken out of its sources.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::SitePath;
use crate::check::{Check, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::edition::Taken;
use crate::scalar::Word;

pub(in crate::check) static LEAK: Check = Check {
    code: Code { name: "audience/leak", default_severity: Severity::Error, explanation: explanation!("leak") },
    stage: Stage::File,
};

/// What finished files say that they must not: for each place in the sources the first file by address, and how many there are.
#[derive(Default)]
pub(in crate::check) struct Told(BTreeMap<Taken, (SitePath, usize)>);

impl Told {
    /// Adds what a file says.
    pub(in crate::check) fn add(&mut self, path: &SitePath, found: BTreeSet<Taken>) {
        for taken in found {
            let (first, count) = self.0.entry(taken).or_insert_with(|| (path.clone(), 0));
            *count += 1;
            if path < first {
                first.clone_from(path);
            }
        }
    }

    /// Reports them, where they stand in the sources.
    pub(in crate::check) fn findings(self) -> Vec<Diagnostic> {
        let report = |(taken, (path, count)): (Taken, (SitePath, usize))| {
            let (page, audience) = (path.to_string(), taken.audience.word());
            let message = message!("audience-leak", audience = audience, page = page, more = count - 1);
            Diagnostic::at(&LEAK.code, taken.place, message).help(message!("audience-leak.help"))
        };
        self.0.into_iter().map(report).collect()
    }
}
