//! How a page or a thing came to be what it is: its last changes, each with the words that were taken out and put in.

use serde::Serialize;

use crate::diagnostic::message;
use crate::difference::{Difference, difference};
use crate::history::Change;
use crate::names::{EntityRef, Kind};
use crate::output::site::chrome::{Chrome, Ending, extent};
use crate::output::site::here::{Here, Link};
use crate::output::site::past::{Past, Said};
use crate::output::site::told::{self, PassageView, passage};

/// How many changes are told. Whoever wants more asks git.
const MOST_CHANGES: usize = 10;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct HistoryView {
    title: String,
    /// The page of the thing.
    subject: Option<Link>,
    /// The language of the thing's words, where it is not that of the page.
    lang: Option<String>,
    /// The newest first.
    changes: Vec<ChangeView>,
    /// What is not told here, and why.
    older: Option<String>,
}

/// A change.
#[derive(Debug, Serialize)]
struct ChangeView {
    /// The day, or that it is not committed.
    when: String,
    author: Option<String>,
    /// The first digits of the commit.
    commit: Option<String>,
    /// What is said instead of the words, or beside them.
    notes: Vec<String>,
    /// What changed in the facts of a thing, where they can be told.
    facts: Vec<told::ChangeView>,
    passages: Vec<PassageView>,
}

/// What differs between two times.
#[derive(Default)]
struct Differing {
    notes: Vec<String>,
    facts: Vec<told::ChangeView>,
    passages: Vec<PassageView>,
}

pub(super) fn view<'a>(here: &Here<'a>, thing: &'a EntityRef) -> Option<(Chrome<'a>, HistoryView)> {
    let context = here.site.context;
    let kb = here.kb();
    let past = Past::of(kb, context.snapshot, context.archive, thing, &here.tongue.language)?;
    let subject = here.link_to(thing);
    let name = subject.as_ref().map_or_else(|| thing.to_string(), |link| link.text.clone());
    let title = here.words().say(&message!("history-of", name = name));
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, subject.clone()));
    let language = match thing {
        EntityRef::Runbook(id) => here.text(id).map_or(&kb.config.language, |page| &page.language),
        _ => &kb.config.language,
    };
    let view = HistoryView {
        title: here.words().word("history-title"),
        lang: here.foreign(language),
        changes: changes(here, &past),
        older: older(here, &past),
        subject,
    };
    Some((chrome, view))
}

fn changes(here: &Here<'_>, past: &Past<'_>) -> Vec<ChangeView> {
    let mut told = Vec::new();
    let mut commits = past.changes.commits.iter().take(MOST_CHANGES + 1).peekable();
    let mut after = commits.peek().map_or(Said::Unreadable, |change| past.after(change));
    if past.changes.is_uncommitted {
        let Differing { notes, facts, passages } = compare(here, past, &after, &past.now());
        let when = here.words().word("history-uncommitted");
        told.push(ChangeView { when, author: None, commit: None, notes, facts, passages });
    }
    while let Some(change) = commits.next().filter(|_| told.len() < MOST_CHANGES) {
        let before = match commits.peek() {
            Some(former) => past.after(former),
            None if past.changes.is_whole => Said::Nothing,
            None => Said::Unreadable,
        };
        let former = commits.peek().copied();
        let differing = compare(here, past, &before, &after);
        told.push(self::change(here, change, former, differing));
        after = before;
    }
    told
}

fn change(here: &Here<'_>, change: &Change, former: Option<&Change>, differing: Differing) -> ChangeView {
    let words = here.words();
    let Differing { mut notes, facts, passages } = differing;
    let (was, is) = (former.and_then(|former| former.path.as_ref()), change.path.as_ref());
    if let (Some(was), Some(is)) = (was, is)
        && was != is
    {
        notes.push(words.say(&message!("history-moved", was = was.as_str(), now = is.as_str())));
    }
    let revision = &change.revision;
    ChangeView {
        when: here.date(revision.date),
        author: Some(revision.author.clone()),
        commit: Some(revision.id.short()),
        notes,
        facts,
        passages,
    }
}

/// Tells what differs; where that cannot be told, why.
fn compare(here: &Here<'_>, past: &Past<'_>, before: &Said, after: &Said) -> Differing {
    let note = |id: &str| Differing { notes: vec![here.words().word(id)], ..Differing::default() };
    match (before, after) {
        (Said::Withheld, _) | (_, Said::Withheld) => note("history-withheld"),
        (_, Said::Unreadable) => note("history-unreadable"),
        (Said::Unreadable, _) => note("history-before-unknown"),
        // All of it is new: that is the page itself.
        (Said::Nothing, Said::Text(_)) => note("history-written"),
        (_, Said::Nothing) => note("history-removed"),
        (Said::Text(before), Said::Text(after)) => {
            let facts = facts(here, past, before, after).filter(|differing| !differing.facts.is_empty());
            facts.or_else(|| words(here, before, after)).unwrap_or_else(|| note("history-same-words"))
        }
    }
}

/// Tells which facts of a thing differ; nothing for a page, and where they cannot be told.
fn facts(here: &Here<'_>, past: &Past<'_>, before: &str, after: &str) -> Option<Differing> {
    let kb = here.kb();
    let thing = Some(past.thing).filter(|thing| thing.kind() != Kind::Runbook)?;
    let told = kb.compare_former(thing, past.path, before, after)?.tell(kb, kb, &[here.words()]);
    let things = told.services.iter().flat_map(|of_service| &of_service.things);
    let mut differing = Differing::default();
    for thing in things {
        differing.facts.extend(thing.changes.iter().map(|told| told::change(here, told, &kb.config.language)));
        differing.notes.extend(thing.is_cut.then(|| here.words().word("history-cut")));
    }
    Some(differing)
}

/// Tells which words differ, if any do.
fn words(here: &Here<'_>, before: &str, after: &str) -> Option<Differing> {
    let Difference { passages, is_cut } = difference(before, after);
    let cut = is_cut.then(|| here.words().word("history-cut"));
    (!passages.is_empty()).then(|| Differing {
        notes: cut.into_iter().collect(),
        passages: passages.into_iter().map(passage).collect(),
        ..Differing::default()
    })
}

/// Says what is not told: changes before the last ten, or a past that is not known.
fn older(here: &Here<'_>, past: &Past<'_>) -> Option<String> {
    let words = here.words();
    let told = MOST_CHANGES - usize::from(past.changes.is_uncommitted);
    let more = past.changes.commits.len().saturating_sub(told);
    if more > 0 {
        return Some(words.say(&message!("history-older", count = more)));
    }
    let why = || words.word(extent(&here.kb().history.extent));
    (!past.changes.is_whole).then(|| words.say(&message!("history-cut-off", why = why())))
}
