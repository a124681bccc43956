//! Descriptors → entities: written names become typed ids, each fault at its place.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, message};
use crate::names::{EntityRef, Kind, Names, Takes, TypedId};
use crate::scalar::{Stated, Url};
use crate::schema::{Pointer, Yaml};
use crate::source::{Place, Span};
use crate::words::Language;

/// An entity on its way from what was written to what is known.
pub(super) struct Lower<'a> {
    /// The text it stands in.
    pub(super) yaml: &'a Yaml,
    /// Where it stands in it.
    pub(super) at: Pointer,
    /// Every declared id.
    pub(super) names: &'a Names,
    /// The language of the project: that of its words.
    pub(super) language: &'a Language,
    /// Its fields that are there and were reported, if only under a misspelt name.
    pub(super) refused: BTreeSet<String>,
    /// What is wrong with it.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// An address to open, or a page of this project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlOrRunbook {
    /// An address to open.
    Url(Url),
    /// A page.
    Runbook(EntityRef),
}

/// Words, or a page of this project that says it at length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextOrRunbook {
    /// In words.
    Text(String),
    /// A page.
    Runbook(EntityRef),
}

impl Lower<'_> {
    /// Returns the pointer to a field of the entity.
    pub(super) fn field(&self, field: &str) -> Pointer {
        self.at.key(field)
    }

    /// Resolves a reference that stands at a pointer.
    pub(super) fn reference(&mut self, at: &Pointer, written: &str, takes: Takes<'_>) -> Option<EntityRef> {
        let found = self.names.reference(written, takes, self.yaml.place(at), &mut self.diagnostics);
        if found.is_none() {
            self.refuse(at);
        }
        found
    }

    /// Resolves a list of references.
    pub(super) fn references(&mut self, at: &Pointer, written: Vec<String>, takes: Takes<'_>) -> Vec<EntityRef> {
        let items = written.iter().enumerate();
        items.filter_map(|(index, written)| self.reference(&at.item(index), written, takes)).collect()
    }

    /// Resolves a reference that is required; one to nothing is as good as unknown.
    pub(super) fn stated_reference(
        &mut self,
        at: &Pointer,
        written: Stated<String>,
        takes: Takes<'_>,
    ) -> Stated<EntityRef> {
        written.and_then(|written| self.reference(at, &written, takes).map_or(Stated::Unknown, Stated::Known))
    }

    /// Resolves a reference to something of one kind.
    pub(super) fn id<I: TypedId>(&mut self, at: &Pointer, written: &str) -> Option<I> {
        self.reference(at, written, Takes::Id(I::KIND)).and_then(|reference| I::try_from(reference).ok())
    }

    /// Resolves a list of references to things of one kind.
    pub(super) fn ids<I: TypedId>(&mut self, at: &Pointer, written: Vec<String>) -> Vec<I> {
        let items = written.iter().enumerate();
        items.filter_map(|(index, written)| self.id(&at.item(index), written)).collect()
    }

    /// Resolves a reference that is required; one to nothing is as good as unknown.
    pub(super) fn stated_id<I: TypedId>(&mut self, at: &Pointer, written: Stated<String>) -> Stated<I> {
        written.and_then(|written| self.id(at, &written).map_or(Stated::Unknown, Stated::Known))
    }

    /// Resolves the id of a person, or the word `organisation`.
    pub(super) fn holder(&mut self, at: &Pointer, written: Stated<String>) -> Stated<EntityRef> {
        written.and_then(|written| {
            let takes = if written == Kind::Organisation.name() { Kind::Organisation } else { Kind::Person };
            self.reference(at, &written, Takes::Id(takes)).map_or(Stated::Unknown, Stated::Known)
        })
    }

    /// Resolves what is an address to open, or a page if it starts with `runbook:`.
    pub(super) fn url_or_runbook(&mut self, at: &Pointer, written: &str) -> Option<UrlOrRunbook> {
        match written.parse() {
            Ok(url) => Some(UrlOrRunbook::Url(url)),
            Err(_) => self.reference(at, written, Takes::Reference(&[Kind::Runbook])).map(UrlOrRunbook::Runbook),
        }
    }

    /// Resolves what is words, or a page if it starts with `runbook:`.
    pub(super) fn text_or_runbook(&mut self, at: &Pointer, written: String) -> Option<TextOrRunbook> {
        if !written.starts_with("runbook:") {
            return Some(TextOrRunbook::Text(written));
        }
        self.reference(at, &written, Takes::Reference(&[Kind::Runbook])).map(TextOrRunbook::Runbook)
    }

    /// Resolves an id that is a key of the map at a pointer.
    pub(super) fn id_of_key<I: TypedId>(&mut self, map: &Pointer, written: &str) -> Option<I> {
        let place = self.yaml.key_place(&map.key(written));
        let found = self.names.reference(written, Takes::Id(I::KIND), place, &mut self.diagnostics);
        if found.is_none() {
            self.refuse(map);
        }
        I::try_from(found?).ok()
    }

    /// Notes that something was reported of the field that a pointer lies in.
    fn refuse(&mut self, at: &Pointer) {
        self.refused.extend(at.after(&self.at).and_then(|within| within.first()));
    }

    /// Returns the place that stands for a field that was reported: its key; where that is misspelt, the empty place at the start of its
    /// thing, which is never taken for the thing.
    pub(super) fn place_of_refused(&self, field: &str, thing: Place) -> Place {
        if self.is_written(field) {
            return self.yaml.key_place(&self.at.key(field));
        }
        let start = thing.span.start as usize;
        Place { file: thing.file, span: Span::new(start..start) }
    }

    /// Whether anything stands in a field, sound or not. Of a file that cannot be read nobody knows: then it does.
    pub(super) fn is_written(&self, field: &str) -> bool {
        let fields = self.yaml.value.pointer(self.at.as_str()).and_then(serde_json::Value::as_object);
        fields.is_none_or(|fields| fields.contains_key(field))
    }

    /// Reports a field that must be there, and is not written at all, not even under a misspelt name.
    pub(super) fn require(&mut self, field: &str, example: &str) {
        if !self.is_written(field) && !self.refused.contains(field) {
            self.diagnostics.push(self.yaml.missing(&self.at, field, example));
        }
    }

    /// Reports a text that must be there, and is not written at all. `unknown` would be a text like any other.
    pub(super) fn require_text(&mut self, field: &str, example: &str) {
        if !self.is_written(field) && !self.refused.contains(field) {
            let mut missing = self.yaml.missing(&self.at, field, example);
            missing.help = vec![message!("schema-missing-key.help-only", example = format!("{field}: {example}"))];
            self.diagnostics.push(missing);
        }
    }
}
