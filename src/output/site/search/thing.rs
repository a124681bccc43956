//! The things of the inventory as the search reads them.

use crate::catalog::Entity;
use crate::catalog::fact::{Fact, Value};
use crate::catalog::person::{HeldRole, Role};
use crate::diagnostic::message;
use crate::markdown::{self, Text, sections};
use crate::names::{EntityRef, Kind};
use crate::output::site::page::Page;
use crate::scalar::Word;
use crate::search::{self, Group, Part, Section};
use crate::source::SourceFile;
use crate::words::Words;

use super::text::part;
use super::{Reader, wording};

/// Returns the group that things of a kind are shown in.
pub(super) fn group(kind: Kind) -> Group {
    match kind {
        Kind::Service | Kind::Host | Kind::Domain | Kind::MailFlow | Kind::Backup | Kind::Provider => Group::Services,
        Kind::Person | Kind::Partner | Kind::Organisation => Group::People,
        Kind::Project | Kind::Credential | Kind::Contract | Kind::Term | Kind::Runbook => Group::Reference,
    }
}

impl<'a> Reader<'a> {
    pub(super) fn thing(&self, entity: &'a Entity) -> search::Page {
        let kb = self.site.context.kb;
        let kind = entity.reference.kind();
        let mut related: Vec<&EntityRef> = vec![&entity.reference];
        entity.facts.iter().for_each(|fact| fact.value.references(&mut |reference| related.push(reference)));
        // What it is, in every language of the site: people type `mailjet contract`.
        let mut subjects: Vec<String> =
            self.site.tongues.iter().map(|tongue| tongue.words.word(&wording::kind(kind))).collect();
        subjects.extend(entity.summary.clone());
        search::Page {
            key: entity.reference.to_string(),
            title: entity.name.clone(),
            addresses: self.addresses(&Page::from(&entity.reference), |_| true),
            language: kb.config.language.clone(),
            group: group(kind),
            kind: wording::kind(kind),
            proof: None,
            names: self.names(entity),
            aliases: std::iter::once(entity.reference.id().to_owned()).chain(entity.aliases.clone()).collect(),
            subjects,
            services: self.services(related.into_iter()),
            sections: vec![Section { parts: self.facts(entity), ..Section::default() }],
        }
    }

    /// By what a thing is looked for: what machines call it, what somebody does.
    fn names(&self, entity: &Entity) -> Vec<String> {
        let catalog = &self.site.context.kb.catalog;
        let mut names: Vec<String> = Vec::new();
        match &entity.reference {
            EntityRef::Host(id) => {
                let addresses = catalog.hosts.get(id).into_iter().flat_map(|host| &host.addresses);
                names.extend(addresses.flat_map(|address| [&address.name, &address.ip]).flatten().cloned());
            }
            EntityRef::Domain(id) => {
                names.extend(catalog.domains.get(id).and_then(|domain| domain.fqdn.known()).map(ToString::to_string));
            }
            EntityRef::Person(id) => {
                let held = catalog.people.get(id).and_then(|person| person.roles.known()).into_iter().flatten();
                let word = |held: &HeldRole, words: &Words| words.word(&format!("{}-{}", Role::SET, held.role.word()));
                let tongues = || self.site.tongues.iter().map(|tongue| &*tongue.words);
                names.extend(held.flat_map(|held| tongues().map(move |words| word(held, words))));
            }
            _ => {}
        }
        names.retain(|name| name.to_lowercase() != entity.name.to_lowercase());
        names
    }

    /// What is known of a thing, in words, and its notes.
    fn facts(&self, entity: &Entity) -> Vec<Part> {
        let mut parts: Vec<Part> = entity.summary.iter().map(|summary| Part::Aside(format!("{summary} ·"))).collect();
        let shown = entity.facts.iter().filter(|fact| !matches!(fact.name, "name" | "summary" | "aliases"));
        shown.for_each(|fact| self.fact(fact, &mut parts));
        let kb = self.site.context.kb;
        let words = &self.site.tongues[0].words;
        if let Some(notes) = entity.notes.as_deref() {
            let file = self.site.context.snapshot.file(entity.place.file);
            let text = Text::of_file(&SourceFile { text: notes.into(), ..file.clone() }, 0);
            let document = markdown::parse(text).value;
            parts.extend(document.headings.iter().map(|heading| Part::Prose(heading.text.clone())));
            parts.extend(sections(&document).into_iter().flatten().map(|of| part(kb, words, of)));
        }
        parts
    }

    /// A field, with what it is called: what is shown as `Label: value ·`.
    fn fact(&self, fact: &Fact, parts: &mut Vec<Part>) {
        let words = &self.site.tongues[0].words;
        // A gap is nothing to be found by.
        if fact.value == Value::Unknown {
            return;
        }
        let label = words.find(&format!("field-{}", fact.name));
        parts.extend(label.map(|label| Part::Aside(words.say(&message!("search-field", label = label)))));
        self.value(&fact.value, parts);
    }

    fn value(&self, value: &Value, parts: &mut Vec<Part>) {
        match value {
            Value::Unknown => {}
            Value::Group(facts) => facts.iter().for_each(|fact| self.fact(fact, parts)),
            Value::List(values) => values.iter().for_each(|value| self.value(value, parts)),
            Value::Code(text) | Value::Url(text) => parts.push(Part::Code(format!("{text} ·"))),
            plain => {
                let text = self.site.context.kb.say(plain, &self.site.tongues[0].words);
                parts.push(Part::Prose(format!("{text} ·")));
            }
        }
    }
}
