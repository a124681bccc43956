//! Whom to call: who knows, who may decide, who answers where.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::catalog::Entity;
use crate::catalog::contact::ContactType;
use crate::catalog::fact::{Fact, Value};
use crate::catalog::person::{HeldRole, Person, Role};
use crate::knowledge::people::{in_order, may_declare, speaks_in_law};
use crate::names::{EntityRef, Kind};
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::contact::{self, bond, leaves};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::tree::entities;
use crate::output::site::value::{FactView, ValueView, label};
use crate::scalar::{Stated, Word};

use super::spoken::spoken;
use super::takeover;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct ContactsView {
    title: String,
    /// Who may declare a takeover, after what, and how.
    activation: Vec<FactView>,
    people: Vec<Card>,
    providers: Vec<Card>,
    partners: Vec<Card>,
    projects: Vec<Card>,
}

/// Somebody to call.
#[derive(Debug, Serialize)]
struct Card {
    link: Link,
    /// What they are there for, in words.
    role: Option<ValueView>,
    /// What must catch the eye: that somebody leaves, that help is not agreed on, or until when it is.
    notice: Option<String>,
    channels: Vec<Channel>,
    /// Why there are no channels.
    no_channel: Option<ValueView>,
    facts: Vec<FactView>,
}

/// A way to reach somebody.
#[derive(Debug, Serialize)]
struct Channel {
    value: ValueView,
    /// By what, where the channel does not say so itself, or whose it is.
    kind: Option<ValueView>,
    /// Starts a text message.
    text_message: Option<String>,
    /// What carries it.
    via: Option<Link>,
    /// Whether what carries it is ours, and so may be what is broken.
    ours: bool,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, ContactsView) {
    let kb = here.kb();
    let title = here.title(&Page::Contacts);
    let mut chrome = Chrome::new(here, &title);
    chrome.ending =
        Some(Ending::general(here, here.link_to_page(&Page::Broken).or_else(|| here.link_to_page(&Page::Start))));
    let has_organisation = kb.catalog.entities.contains_key(&EntityRef::Organisation);
    let zones: BTreeSet<_> = kb.catalog.people.values().map(|person| &person.timezone).collect();
    // Where all live by the same clock, it goes without saying.
    let when = if zones.len() > 1 { &["availability", "timezone"][..] } else { &["availability"] };
    let of_kind = |kind| entities(kb, kind).into_iter();
    let view = ContactsView {
        title,
        activation: if has_organisation { takeover::activation(here) } else { Vec::new() },
        people: in_order(kb).into_iter().filter_map(|person| person_card(here, person, when)).collect(),
        providers: of_kind(Kind::Provider).filter_map(|entity| provider_card(here, entity)).collect(),
        partners: of_kind(Kind::Partner).filter_map(|entity| partner_card(here, entity)).collect(),
        projects: of_kind(Kind::Project).filter_map(|entity| project_card(here, entity)).collect(),
    };
    (chrome, view)
}

/// `when` are the fields that say when somebody can be reached.
fn person_card(here: &Here<'_>, person: &Person, when: &[&str]) -> Option<Card> {
    let words = here.words();
    let entity = here.kb().catalog.entities.get(&EntityRef::from(&person.id))?;
    let (channels, no_channel) = channels(here, entity);
    let role = match &person.roles {
        Stated::Known(roles) => {
            let names: BTreeSet<Role> = roles.iter().map(|held| held.role).collect();
            let names: Vec<String> = names.into_iter().map(|role| here.word(role)).collect();
            ValueView::text(names.join(", "))
        }
        Stated::Unknown => ValueView::gap(words.word("site-role-unknown")),
        Stated::None(reason) => ValueView::prose(here, reason),
    };
    let languages = fact(here, entity, "languages").unwrap_or_else(|| ValueView::text(""));
    let when = when.iter().filter_map(|name| fact(here, entity, name));
    let facts = [
        (words.word("site-may-decide"), ValueView::list(decides(here, person))),
        (words.word("site-answers-for"), ValueView::list(answers_for(here, person))),
        (label(here, "availability"), ValueView::row(when)),
        (label(here, "languages"), languages),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = facts.map(|(label, value)| FactView { label: Some(label), value }).collect();
    Some(Card {
        link: here.link_to(&entity.reference)?,
        role: Some(role),
        notice: leaves(here, person),
        channels,
        no_channel,
        facts,
    })
}

/// What the organisation lets somebody decide.
fn decides(here: &Here<'_>, person: &Person) -> Vec<ValueView> {
    let may = [
        (may_declare(here.kb(), &person.id), "site-may-declare"),
        (speaks_in_law(here.kb(), person), "site-speaks-in-law"),
    ];
    may.into_iter().filter(|(may, _)| *may).map(|(_, what)| ValueView::text(here.words().word(what))).collect()
}

/// The roles that are for some things only, with these.
fn answers_for(here: &Here<'_>, person: &Person) -> Vec<ValueView> {
    let roles = person.roles.known().into_iter().flatten().filter(|role| !role.scope.is_empty());
    let row = |role: &HeldRole| {
        let name = ValueView::text(here.word(role.role));
        ValueView::row(std::iter::once(name).chain(role.scope.iter().map(|thing| ValueView::reference(here, thing))))
    };
    roles.map(row).collect()
}

fn provider_card(here: &Here<'_>, entity: &Entity) -> Option<Card> {
    let (channels, no_channel) = match Value::find(&entity.facts, "support") {
        Some(Value::Text(support)) => (vec![Channel::written(here, support)], None),
        _ => (Vec::new(), Some(ValueView::unknown(here))),
    };
    Some(Card {
        link: here.link_to(&entity.reference)?,
        role: fact(here, entity, "kind"),
        notice: None,
        channels,
        no_channel,
        facts: rows(here, entity, &["customer_id", "account_holder"]),
    })
}

fn partner_card(here: &Here<'_>, entity: &Entity) -> Option<Card> {
    let (channels, no_channel) = channels(here, entity);
    Some(Card {
        link: here.link_to(&entity.reference)?,
        role: entity.summary.as_deref().map(|summary| ValueView::prose(here, summary)),
        notice: bond(here, &entity.reference),
        channels,
        no_channel,
        facts: rows(here, entity, &["agreed", "agreement", "agreed_on", "ends_on", "reciprocal"]),
    })
}

fn project_card(here: &Here<'_>, entity: &Entity) -> Option<Card> {
    let contacts = match Value::find(&entity.facts, "contacts") {
        Some(Value::List(contacts)) => contacts.iter().filter_map(|contact| warned(here, contact)).collect(),
        _ => Vec::new(),
    };
    let no_channel = contacts.is_empty().then(|| fact(here, entity, "contacts").unwrap_or(ValueView::unknown(here)));
    Some(Card {
        link: here.link_to(&entity.reference)?,
        role: None,
        notice: None,
        channels: contacts,
        no_channel,
        facts: rows(here, entity, &["languages", "notice_template"]),
    })
}

/// Whom to warn in a project, and by which channel.
fn warned(here: &Here<'_>, contact: &Value) -> Option<Channel> {
    let Value::Group(facts) = contact else { return None };
    let channel = match Value::find(facts, "channel") {
        Some(Value::Text(written)) => Channel::written(here, written),
        other => Channel::of(other.map_or_else(|| ValueView::unknown(here), |value| ValueView::new(here, value))),
    };
    Some(Channel { kind: Value::find(facts, "name").map(|name| ValueView::new(here, name)), ..channel })
}

/// The ways to reach somebody, those first that are quickest and do not hang on what may be broken; else why there are none.
fn channels(here: &Here<'_>, entity: &Entity) -> (Vec<Channel>, Option<ValueView>) {
    let Some(Value::List(contacts)) = Value::find(&entity.facts, "contacts") else {
        return (Vec::new(), Some(fact(here, entity, "contacts").unwrap_or(ValueView::unknown(here))));
    };
    let order = |kind: &str| ContactType::WORDS.iter().position(|word| *word == kind);
    let mut channels: Vec<(_, Channel)> = contacts
        .iter()
        .filter_map(|contact| {
            let Value::Group(facts) = contact else { return None };
            let Value::Word { word, .. } = Value::find(facts, "type")? else { return None };
            let channel = Channel::new(here, word, facts);
            Some(((order(word), channel.ours), channel))
        })
        .collect();
    channels.sort_by_key(|(key, _)| *key);
    (channels.into_iter().map(|(_, channel)| channel).collect(), None)
}

impl Channel {
    fn new(here: &Here<'_>, kind: &str, facts: &[Fact]) -> Self {
        let (value, text_message) = match Value::find(facts, "value") {
            Some(Value::Code(written)) => (ValueView::channel(kind, written), contact::text_message(kind, written)),
            Some(other) => (ValueView::new(here, other), None),
            None => (ValueView::unknown(here), None),
        };
        let via = match Value::find(facts, "via") {
            Some(Value::Reference(via)) => Some(via),
            _ => None,
        };
        Self {
            value,
            // A number and a mail address speak for themselves.
            kind: (!matches!(kind, "phone" | "email"))
                .then(|| ValueView::text(here.words().word(&format!("contact-type-{kind}")))),
            text_message,
            via: via.and_then(|via| here.link_to(via)),
            ours: via.is_some_and(|via| via.kind() != Kind::Provider),
        }
    }

    /// A channel in the author's words.
    fn written(here: &Here<'_>, written: &str) -> Self {
        Self::of(contact::in_words(here, written))
    }

    /// A channel of which no more is known.
    fn of(value: ValueView) -> Self {
        Self { value, kind: None, text_message: None, via: None, ours: false }
    }
}

/// The fields of a card, those that are filled in.
fn rows(here: &Here<'_>, entity: &Entity, fields: &[&str]) -> Vec<FactView> {
    let row = |field: &&str| Some(FactView { label: Some(label(here, field)), value: fact(here, entity, field)? });
    fields.iter().filter_map(row).collect()
}

fn fact(here: &Here<'_>, entity: &Entity, field: &str) -> Option<ValueView> {
    Value::find(&entity.facts, field).map(|value| match field {
        "languages" => spoken(here, value),
        _ => ValueView::new(here, value),
    })
}
