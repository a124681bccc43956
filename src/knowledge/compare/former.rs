//! A thing as texts of former times describe it, among the things of today.

use crate::catalog::{self, Entity};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::source::{Snapshot, SourcePath};

use super::{Change, ChangeSet, Changed, Event, FieldPath, TextPlace, field, text};

/// Longer texts are not read for one thing in them: a file of many things in a form that cannot be cut would be read for each.
const LONGEST: usize = 32 << 10;

impl KnowledgeBase {
    /// Compares two texts that described a thing at former times, in its file of today; nothing where one of them does not do so soundly,
    /// as when it names something that is gone: then the words of the texts tell more.
    #[must_use]
    pub fn compare_former(&self, thing: &EntityRef, path: &SourcePath, before: &str, after: &str) -> Option<ChangeSet> {
        let (before, after) = (self.former(thing, path, before)?, self.former(thing, path, after)?);
        let mut changes: Vec<Change> = Vec::new();
        field::compare(before.facts.iter(), after.facts.iter(), &FieldPath::default(), &mut changes);
        let notes = [&before, &after].map(|entity| entity.notes.as_deref().unwrap_or_default());
        changes.extend(text(TextPlace::Notes, notes[0], notes[1]));
        let changed = Changed {
            subject: thing.clone(),
            name: after.name,
            language: None,
            event: Event::Changed,
            services: Vec::new(),
            changes,
        };
        Some(ChangeSet { things: vec![changed], ..ChangeSet::default() })
    }

    /// Reads a thing from a text of former times.
    fn former(&self, thing: &EntityRef, path: &SourcePath, text: &str) -> Option<Entity> {
        if text.len() > LONGEST {
            return None;
        }
        let snapshot = Snapshot::new([(path.clone(), text.into())], []);
        let mut faults = Vec::new();
        let declared = catalog::declare(&snapshot, &self.config).into_value(&mut faults);
        let mut catalog = catalog::build(declared, &self.names, &self.config.language).into_value(&mut faults);
        if faults.is_empty() { catalog.entities.remove(thing) } else { None }
    }
}
