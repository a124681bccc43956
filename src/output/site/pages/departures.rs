//! What to change, to close and to give to somebody else when a person goes.

use serde::Serialize;

use crate::diagnostic::Message;
use crate::knowledge::people::in_order;
use crate::names::EntityRef;
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::readiness::hand_back::hand_back;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct DeparturesView {
    title: String,
    people: Vec<LeavingView>,
    /// How the same is printed for one person.
    command: &'static str,
}

/// Somebody who may go.
#[derive(Debug, Serialize)]
struct LeavingView {
    id: String,
    who: Link,
    tasks: Vec<TaskView>,
}

/// Something to do.
#[derive(Debug, Serialize)]
struct TaskView {
    said: String,
    things: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, DeparturesView) {
    let title = here.title(&Page::Departures);
    let people: Vec<LeavingView> =
        in_order(here.kb()).into_iter().filter_map(|person| leaving(here, &EntityRef::from(&person.id))).collect();
    let mut chrome = Chrome::new(here, &title);
    chrome.toc = people.iter().map(|person| TocEntry::named(&person.id, &person.who)).collect();
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Readiness)));
    (chrome, DeparturesView { title, people, command: "releve readiness --revoke --without person:…" })
}

/// What there is to do when somebody goes; nothing of whom nothing depends on.
fn leaving(here: &Here<'_>, who: &EntityRef) -> Option<LeavingView> {
    let name = here.name(who).0.into_owned();
    let tasks: Vec<TaskView> = hand_back(here.kb(), who)
        .into_iter()
        .map(|(task, things)| TaskView {
            said: here.words().say(&Message { id: task.message_id(), arguments: vec![("name", name.clone().into())] }),
            things: things.iter().filter_map(|thing| here.link_to(thing)).collect(),
        })
        .collect();
    (!tasks.is_empty()).then(|| Some(LeavingView { id: format!("_{}", who.id()), who: here.link_to(who)?, tasks }))?
}
