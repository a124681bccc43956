//! The four situations in which somebody opens the site, and where each leads.

use crate::diagnostic::message;
use crate::names::EntityRef;
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::pages::{broken::INTRUSION, takeover::STAND_IN};
use crate::output::site::trouble::intrusion;
use crate::runbook::Runbook;
use crate::scalar::Stated;

/// Returns the ways out of the four situations, in the order of haste.
pub(super) fn ways(here: &Here<'_>, pages: &[&Runbook]) -> Vec<Link> {
    let word = |id: &str| here.words().word(id);
    let way = |href: Option<String>, name: &str, note: String| {
        Some(Link { note: Some(note), ..Link::new(href?, word(name)) })
    };
    let intrusion = match intrusion(here, pages) {
        Some(runbook) => here.href(&Page::Runbook(runbook.id.clone())),
        None => here.href_to(&Page::Broken, INTRUSION),
    };
    let ways = [
        way(here.href(&Page::Broken), "site-way-broken", word("site-way-broken-note")),
        way(here.href(&Page::Takeover), "site-way-unreachable", declared_by(here)),
        way(here.href_to(&Page::Takeover, STAND_IN), "site-way-stand-in", word("site-way-stand-in-note")),
        way(intrusion, "site-way-intrusion", word("site-way-intrusion-note")),
    ];
    ways.into_iter().flatten().collect()
}

/// Who may declare a takeover, and after what silence: what one asks before anything else. A gap is said.
fn declared_by(here: &Here<'_>) -> String {
    let words = here.words();
    let organisation = here.kb().catalog.organisation.as_ref();
    let activation = organisation.and_then(|organisation| organisation.activation.known());
    let people = activation.and_then(|activation| activation.who.known()).filter(|people| !people.is_empty());
    let Some((activation, people)) = activation.zip(people) else { return words.word("site-way-undeclared") };
    let names: Vec<_> = people.iter().map(|person| here.name(&EntityRef::from(person)).0).collect();
    let who = names.join(", ");
    match &activation.after {
        Stated::Known(after) => {
            words.say(&message!("site-way-declared", who = who, after = words.say(&after.message())))
        }
        _ => words.say(&message!("site-way-declared-whenever", who = who)),
    }
}
