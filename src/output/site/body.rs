//! The text of pages as HTML: where links lead, what facts say, what the reader is asked.

use serde::{Serialize, Serializer};

use crate::catalog::Entity;
use crate::config::RawHtml;
use crate::diagnostic::message;
use crate::knowledge::link::{self, DeadLink, Target};
use crate::markdown::html::{Marks, RenderOptions, ResolvedLink, Resolver, render};
use crate::markdown::{self, Document, LinkKind, LinkUse, Text};
use crate::names::EntityRef;
use crate::runbook::Runbook;
use crate::runbook::front_matter::Mode;
use crate::source::SourceFile;

use super::here::Here;
use super::jump::Steps;
use super::page::Page;
use super::said::fact;

/// HTML that is put into a page as it is.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(&self.0).serialize(serializer)
    }
}

impl Html {
    /// Takes what was made here, with everything escaped that comes from elsewhere.
    pub(super) fn made(html: String) -> Self {
        Self(html)
    }
}

/// Renders the text of a page that is shown under `title`.
pub(super) fn html(here: &Here<'_>, runbook: &Runbook, title: &str) -> Html {
    let here = &here.within(&runbook.language);
    // Who does from memory stops here, and holds what is done against the list.
    let confirms = runbook.head().is_some_and(|head| head.mode == Some(Mode::DoConfirm));
    let pause = confirms.then(|| here.words().word("site-pause"));
    Html(render(
        &runbook.document,
        &RenderOptions {
            resolver: &PageResolver { here, runbook, steps: Steps::new(runbook) },
            words: here.words(),
            language: &runbook.language,
            raw_html: here.kb().config.raw_html,
            highlighter: here.site.context.highlighter,
            marks: &runbook.outline.marks(),
            pause: pause.as_deref(),
            heading_offset: heading_offset(&runbook.document, title),
            without_title: repeats(&runbook.document, title),
        },
    ))
}

/// Renders the notes of an entity.
pub(super) fn notes(here: &Here<'_>, entity: &Entity) -> Option<Html> {
    let notes = entity.notes.as_deref()?;
    let here = &here.within(&here.kb().config.language);
    let file = here.site.context.snapshot.file(entity.place.file);
    let text = Text::of_file(&SourceFile { text: notes.into(), ..file.clone() }, 0);
    // Its problems have been reported when the inventory was read; here it is only shown.
    let document = markdown::parse(text).value;
    Some(Html(render(
        &document,
        &RenderOptions {
            resolver: &NotesResolver { here },
            words: here.words(),
            language: &here.kb().config.language,
            raw_html: here.kb().config.raw_html,
            highlighter: here.site.context.highlighter,
            marks: &Marks::default(),
            pause: None,
            heading_offset: 2,
            without_title: false,
        },
    )))
}

/// Renders a text of ours in the reader's language: a part of the explanation of a rule.
pub(super) fn explanation(here: &Here<'_>, text: &str) -> Option<Html> {
    // A text needs a file that it stands in; nothing of that one is shown.
    let file = here.site.context.snapshot.files().first()?;
    let text = Text::of_file(&SourceFile { text: text.into(), ..file.clone() }, 0);
    let document = markdown::parse(text).value;
    Some(Html(render(
        &document,
        &RenderOptions {
            resolver: &NotesResolver { here },
            words: here.words(),
            language: here.words().language(),
            raw_html: RawHtml::Off,
            highlighter: here.site.context.highlighter,
            marks: &Marks::default(),
            pause: None,
            heading_offset: 3,
            without_title: false,
        },
    )))
}

/// Returns the id of the heading that repeats the title: links to it lead to the title that the page shows instead.
pub(super) fn title_id<'a>(document: &'a Document, title: &str) -> Option<&'a str> {
    document.headings.first().filter(|_| repeats(document, title)).map(|heading| heading.id.as_str())
}

/// How many levels the headings of a text are lowered: a page has one heading of level 1, and shows it itself.
pub(super) fn heading_offset(document: &Document, title: &str) -> u8 {
    let own = document.headings.iter().skip(usize::from(repeats(document, title)));
    own.into_iter().any(|heading| heading.level == 1).into()
}

/// Whether a text starts with the title that the page shows above it.
pub(super) fn repeats(document: &Document, title: &str) -> bool {
    let first = document.headings.first();
    document.starts_with_heading && first.is_some_and(|heading| heading.level == 1 && heading.text == title)
}

/// Knows what the text of a page refers to.
struct PageResolver<'a> {
    here: &'a Here<'a>,
    runbook: &'a Runbook,
    steps: Steps<'a>,
}

impl Resolver for PageResolver<'_> {
    fn link(&self, used: &LinkUse) -> ResolvedLink {
        let here = self.here;
        let fresh;
        let lead = match here.kb().lead(self.runbook, used) {
            Some(lead) => lead.as_ref().map_err(|why| &**why),
            None => {
                fresh = link::resolve(here.kb(), here.site.context.snapshot, self.runbook, used);
                fresh.as_ref()
            }
        };
        match lead {
            Ok(Target::Runbook(id, Some(anchor))) if *id == self.runbook.id => {
                let href = format!("#{anchor}");
                match self.steps.place(here, anchor, used.span) {
                    Some(place) => ResolvedLink::Step { href, place },
                    None => ResolvedLink::Internal { href },
                }
            }
            lead => resolved(here, used, lead),
        }
    }

    fn fact(&self, expression: &str) -> Option<String> {
        fact(self.here.kb(), self.here.words(), expression)
    }

    fn ask(&self, name: &str) -> Option<String> {
        let asks = &self.runbook.head()?.asks.0;
        asks.iter().find(|(asked, _)| asked == name).map(|(_, label)| label.clone())
    }
}

/// Knows what notes in the inventory refer to: they lie in no folder of pages, so paths mean nothing there.
struct NotesResolver<'a> {
    here: &'a Here<'a>,
}

impl Resolver for NotesResolver<'_> {
    fn link(&self, used: &LinkUse) -> ResolvedLink {
        resolved(self.here, used, link::resolve_in_notes(self.here.kb(), used).as_ref())
    }

    fn fact(&self, expression: &str) -> Option<String> {
        fact(self.here.kb(), self.here.words(), expression)
    }

    fn ask(&self, _: &str) -> Option<String> {
        None
    }
}

/// Says how a page refers to what a link leads to.
fn resolved(here: &Here<'_>, used: &LinkUse, lead: Result<&Target, &DeadLink>) -> ResolvedLink {
    let internal = |href: Option<String>| {
        href.map_or_else(|| dead(here, &DeadLink::File(None)), |href| ResolvedLink::Internal { href })
    };
    match lead {
        Ok(Target::Runbook(id, None)) => internal(here.href(&Page::Runbook(id.clone()))),
        Ok(Target::Runbook(id, Some(anchor))) => {
            internal(here.href(&Page::Runbook(id.clone())).map(|href| format!("{href}#{anchor}")))
        }
        Ok(Target::Entity(reference)) => entity(here, reference),
        Ok(Target::Asset(path)) => internal(here.file(path)),
        Ok(Target::Folder(path)) => internal(here.href(&Page::Folder(path.clone()))),
        Ok(Target::External(address)) => external(here, used, address),
        Err(why) => dead(here, why),
    }
}

fn entity(here: &Here<'_>, reference: &EntityRef) -> ResolvedLink {
    match here.href(&Page::from(reference)) {
        Some(href) => ResolvedLink::Entity { href, name: here.kb().title(reference).to_owned() },
        None => dead(here, &DeadLink::File(None)),
    }
}

/// A page loads nothing from elsewhere: an image that lies there is named, not shown.
fn external(here: &Here<'_>, used: &LinkUse, address: &str) -> ResolvedLink {
    match used.kind {
        LinkKind::Image => {
            ResolvedLink::Dead { why: here.words().say(&message!("site-foreign-image", address = address)) }
        }
        LinkKind::Link | LinkKind::Wiki => ResolvedLink::External { href: address.to_owned() },
    }
}

fn dead(here: &Here<'_>, why: &DeadLink) -> ResolvedLink {
    // What leads nowhere in the whole was told; here it leads to what these readers may not see.
    if !here.is_whole() {
        return ResolvedLink::Withheld { instead: here.words().word("site-withheld") };
    }
    let why = here.words().word(match why {
        DeadLink::File(_) => "site-dead-file",
        DeadLink::Anchor(..) => "site-dead-anchor",
        DeadLink::Entity(..) => "site-dead-entity",
        DeadLink::Outside => "site-dead-outside",
        DeadLink::Fact(_) => "site-dead-file",
        DeadLink::Scheme(_) => "site-dead-scheme",
    });
    ResolvedLink::Dead { why }
}
