//! What a check is told, and where in the files things stand that it speaks of.

use crate::catalog::Entity;
use crate::knowledge::KnowledgeBase;
use crate::runbook::Runbook;
use crate::source::{FileId, Place, Snapshot, Span};

/// What a check of all that is known is told.
#[derive(Clone, Copy)]
pub struct CheckContext<'a> {
    /// All that is known.
    pub kb: &'a KnowledgeBase,
    /// The files that it was read from.
    pub snapshot: &'a Snapshot,
}

impl CheckContext<'_> {
    /// Returns the place of a field of a thing: its key; of a field that is not there, where its description starts. What is no error is not
    /// reported at a field that has one: see [`run`](super::run).
    #[must_use]
    pub fn field(&self, entity: &Entity, field: &str) -> Place {
        if let Some(place) = entity.refused.get(field) {
            return *place;
        }
        let Place { file, span } = entity.place;
        let text = &*self.snapshot.file(file).text;
        let Some(start) = usize::try_from(span.start).ok().filter(|start| text.is_char_boundary(*start)) else {
            return entity.place;
        };
        let line = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let (_, part) = self.kb.place_of(entity, self.snapshot);
        let fields = Fields { is_alone: part.is_empty(), column: start - line, of: line };
        fields.find(text, field).map_or(entity.place, |span| Place { file, span })
    }

    /// Returns the place of a field for what is true whatever else is wrong with the field: what was really done, or what its sound part says.
    /// It is told beside an error, at the start of the description then.
    #[must_use]
    pub fn beside(&self, entity: &Entity, field: &str) -> Place {
        if entity.is_refused(field) { entity.place } else { self.field(entity, field) }
    }

    /// Returns the place of a key of the front matter of a page; of one that is not there, the start of the page.
    #[must_use]
    pub fn head_field(&self, page: &Runbook, field: &str) -> Place {
        let text = &*self.snapshot.file(page.file).text;
        let start = |file: FileId| Place { file, span: Span::new(0..text.find('\n').unwrap_or(text.len())) };
        let Some(of) = text.strip_prefix("---").and_then(|rest| rest.find('\n')).map(|newline| newline + 4) else {
            return start(page.file);
        };
        let end = text[of..].find("\n---").map_or(text.len(), |end| of + end);
        let fields = Fields { is_alone: true, column: 0, of };
        fields.find(&text[..end], field).map_or_else(|| start(page.file), |span| Place { file: page.file, span })
    }
}

/// Where the fields of a thing stand in a text: after its key, farther to the right; or, in a file of its own, from its first key on,
/// in the same column. What is written in braces has no lines of its own.
struct Fields {
    is_alone: bool,
    column: usize,
    /// Where its first line starts.
    of: usize,
}

impl Fields {
    fn find(&self, text: &str, field: &str) -> Option<Span> {
        let mut at = self.of;
        let mut column = self.is_alone.then_some(self.column);
        for (number, line) in text[self.of..].split_inclusive('\n').enumerate() {
            let written = line.trim_start();
            let indent = line.len() - written.len();
            let is_empty = written.is_empty() || written.starts_with('#');
            if !is_empty && (self.is_alone || number > 0) {
                if !self.is_alone && indent <= self.column {
                    return None;
                }
                let column = *column.get_or_insert(indent);
                let is_key = |rest: &str| rest.starts_with(':');
                if indent == column && written.strip_prefix(field).is_some_and(is_key) {
                    return Some(Span::new(at + indent..at + indent + field.len()));
                }
            }
            at += line.len();
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::config;
    use crate::history::History;
    use crate::knowledge;

    const PROJECT: &str = "\
-- book.toml --
[releve]
-- runbooks/a.md --
---
title: A
for: [service:wiki]
---
time: no key
-- runbooks/inventory/services.yaml --
chat: {name: Chat, owner: ada}
# The wiki.
wiki:
  name: Wiki

  notes: |
    owner: not here
  # Who.
  owner: ada
forum:
  name: Forum
  rto: 4h
mail: {name: Mail, owner: nobody, rot: 4h}
-- runbooks/inventory/people.yaml --
ada: {name: Ada}
-- runbooks/inventory/hosts/srv1.yaml --
name: srv1
ssh: {user: admin}
os: {name: Debian}
";

    #[test]
    fn a_field_is_found_where_it_stands_and_its_thing_where_it_does_not() {
        let snapshot = Snapshot::from_archive(PROJECT);
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)).value;
        let context = CheckContext { kb: &kb, snapshot: &snapshot };
        let at = |place: Place| {
            let at = snapshot.line_column(place);
            (at.line, at.column)
        };
        let field = |thing: &str, field: &str| {
            let entity = &kb.catalog.entities[&kb.names.find(thing).unwrap()];
            at(context.field(entity, field))
        };
        assert_eq!(field("service:wiki", "owner"), (9, 3));
        assert_eq!(field("service:wiki", "rto"), (3, 1));
        assert_eq!(field("service:forum", "rto"), (12, 3));
        assert_eq!(field("service:chat", "owner"), (1, 1));
        assert_eq!(field("service:mail", "owner"), (13, 20));
        assert_eq!(field("service:mail", "data"), (13, 1));
        let mail = &kb.catalog.entities[&kb.names.find("service:mail").unwrap()];
        assert_eq!(at(context.beside(mail, "owner")), (13, 1));
        assert!(mail.is_refused("rot") && mail.is_refused("rto") && !mail.is_refused("data"));
        assert!(context.field(mail, "rto") != mail.place);
        assert_eq!(field("host:srv1", "os"), (3, 1));
        assert_eq!(field("host:srv1", "console"), (1, 1));
        let page = kb.runbooks.values().next().unwrap();
        assert_eq!(at(context.head_field(page, "for")), (3, 1));
        assert_eq!(at(context.head_field(page, "time")), (1, 1));
    }
}
