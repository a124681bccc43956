//! Descriptors → records: written names become references, each fault at its place.

use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::names::{EntityRef, Kind, Names, Takes};
use crate::scalar::{Day, Stated};
use crate::schema::{Pointer, Yaml};

/// A record on its way from what was written to what is known.
pub(super) struct Lower<'a> {
    /// The text it stands in.
    pub(super) yaml: &'a Yaml,
    /// Every declared id.
    pub(super) names: &'a Names,
    /// What is wrong with it.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Lower<'_> {
    /// Resolves a reference that stands at a pointer.
    pub(super) fn reference(&mut self, at: &Pointer, written: &str, takes: Takes<'_>) -> Option<EntityRef> {
        self.names.reference(written, takes, self.yaml.place(at), &mut self.diagnostics)
    }

    /// Resolves the references of a list.
    pub(super) fn references(&mut self, field: &str, written: Vec<String>, takes: Takes<'_>) -> Vec<EntityRef> {
        let at = Pointer::root().key(field);
        let items = written.iter().enumerate();
        items.filter_map(|(index, written)| self.reference(&at.item(index), written, takes)).collect()
    }

    /// Resolves who does something: a person by the bare id, or a partner.
    pub(super) fn actor(&mut self, at: &Pointer, written: &str) -> Option<EntityRef> {
        let takes = if written.contains(':') {
            Takes::Reference(&[Kind::Person, Kind::Partner])
        } else {
            Takes::Id(Kind::Person)
        };
        self.reference(at, written, takes)
    }

    /// Resolves who did something, which must be said; somebody who is not there is as good as unknown.
    pub(super) fn stated_actor(&mut self, field: &str, written: Stated<String>) -> Stated<EntityRef> {
        let at = Pointer::root().key(field);
        written.and_then(|written| self.actor(&at, &written).map_or(Stated::Unknown, Stated::Known))
    }

    /// Whether anything stands in a field, sound or not.
    pub(super) fn is_written(&self, field: &str) -> bool {
        self.yaml.value.get(field).is_some()
    }

    /// Reports a day that is not `named`, that of the file's name.
    pub(super) fn compare_day(&mut self, named: Date, field: &'static str, written: Option<&Day>) {
        use crate::diagnostic::message;
        use crate::problem::record::DATE_DIFFERS;

        let Some(day) = written.filter(|day| day.0 != named) else { return };
        let (named, written) = (named.to_string(), day.0.to_string());
        let message = message!("record-date-differs", field = field, named = named.as_str(), written = written);
        let place = self.yaml.place(&Pointer::root().key(field));
        self.diagnostics.push(Diagnostic::at(&DATE_DIFFERS, place, message).help(message!("record-date-differs.help")));
    }
}
