//! The pages, one file each; `pages/<page>.rs` fills what `templates/pages/<page>.html` lays out.

mod about;
mod accepted;
mod access;
mod broken;
pub(super) mod changes;
mod charter;
mod contacts;
mod contents;
pub(super) mod dates;
mod decisions;
mod departures;
mod entity;
mod exercises;
mod findings;
mod folder;
mod glossary;
mod history;
mod incidents;
mod index;
mod list;
mod mail;
mod money;
mod not_found;
mod readiness;
mod record;
mod recovery;
mod redirect;
mod rule;
mod runbook;
mod spoken;
mod start;
mod takeover;
mod tools;
mod versions;
mod welcome;

pub(super) use glossary::LANGUAGES as GLOSSARY_LANGUAGES;
pub(super) use recovery::scenarios;
pub(super) use start::copy;
pub(super) use tools::has_tools;

use serde::Serialize;

use super::chrome::Chrome;
use super::here::Here;
use super::page::Page;
use super::templates::Templates;

/// What a page is made of: which template, and what it sees.
pub(super) struct View {
    /// The template's name.
    pub template: &'static str,
    /// What every page shares.
    pub chrome: tera::Value,
    /// What this page alone has.
    pub page: tera::Value,
}

impl View {
    fn new(template: &'static str, (chrome, page): (Chrome<'_>, impl Serialize)) -> tera::TeraResult<Self> {
        let [chrome, page] = [tera::Value::try_from_serializable(&chrome)?, tera::Value::try_from_serializable(&page)?];
        Ok(Self { template, chrome, page })
    }
}

/// Renders the page that is being written.
///
/// Returns nothing for a page of something that is not there, and when the templates fail.
pub(super) fn render(here: &Here<'_>, templates: &Templates<'_>) -> Option<String> {
    templates.speaking(here.tongue.index)?.render(view(here)?)
}

/// Fills the page that is being written. Returns nothing for a page of something that is not there.
pub(super) fn view(here: &Here<'_>) -> Option<tera::TeraResult<View>> {
    Some(match here.page {
        Page::Start if !here.is_whole() => View::new("pages/welcome.html", welcome::view(here)),
        Page::Start => View::new("pages/start.html", start::view(here)),
        Page::Runbook(id) => View::new("pages/runbook.html", runbook::view(here, here.text(id)?)),
        Page::Folder(path) => View::new("pages/folder.html", folder::view(here, path)),
        Page::Entity(reference) => {
            View::new("pages/entity.html", entity::view(here, here.kb().catalog.entities.get(reference)?))
        }
        Page::List(kind) => View::new("pages/list.html", list::view(here, *kind)),
        Page::Takeover => View::new("pages/take-over.html", takeover::view(here)),
        Page::Broken => View::new("pages/broken.html", broken::view(here)),
        Page::Contacts => View::new("pages/contacts.html", contacts::view(here)),
        Page::Access => View::new("pages/access.html", access::view(here)),
        Page::Mail => View::new("pages/mail.html", mail::view(here)),
        Page::Dates => View::new("pages/dates.html", dates::view(here)),
        Page::Money => View::new("pages/money.html", money::view(here)),
        Page::Index => View::new("pages/index-a-z.html", index::view(here)),
        Page::Glossary => View::new("pages/glossary.html", glossary::view(here)),
        Page::Decisions => View::new("pages/decisions.html", decisions::view(here)),
        Page::Charter => View::new("pages/charter.html", charter::view(here)),
        Page::Tools => View::new("pages/tools.html", tools::view(here)),
        Page::Readiness => View::new("pages/readiness.html", readiness::view(here)),
        Page::Departures => View::new("pages/departures.html", departures::view(here)),
        Page::Recovery => View::new("pages/recovery.html", recovery::view(here, None)),
        Page::Loss(thing) => View::new("pages/recovery.html", recovery::view(here, Some(thing))),
        Page::Findings => View::new("pages/findings.html", findings::view(here)),
        Page::Rules => View::new("pages/rules.html", rule::view(here, None)),
        Page::RulesOf(group) => View::new("pages/rules.html", rule::view(here, Some(group))),
        Page::Exercises => View::new("pages/exercises.html", exercises::view(here)),
        Page::Incidents => View::new("pages/incidents.html", incidents::view(here)),
        Page::Record(id) => View::new("pages/record.html", record::view(here, here.kb().records.get(id)?)),
        Page::History(thing) => View::new("pages/history.html", history::view(here, thing)?),
        Page::Changes => View::new("pages/changes.html", changes::view(here)),
        Page::Contents => View::new("pages/contents.html", contents::view(here)),
        Page::About => View::new("pages/about.html", about::view(here)),
        Page::NotFound => View::new("pages/not-found.html", not_found::view(here)),
        Page::Redirect(alias) => View::new("pages/redirect.html", redirect::view(here, alias)),
        Page::Versions => View::new("pages/versions.html", versions::view(here)),
        Page::Former(address) => View::new("pages/redirect.html", redirect::former(here, address)),
    })
}
