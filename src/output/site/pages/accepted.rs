//! The gaps of a thing or a page that somebody accepted for a time, as its own page tells them.
//!
//! Every waiver is told that says why and until when, with its last day: whether that is over is not for the page to say, whose bytes do not
//! change overnight.

use crate::diagnostic::{Code, message, visible};
use crate::names::EntityRef;
use crate::output::site::here::Here;
use crate::secret;
use crate::source::SourcePath;

/// Says what is accepted about a thing, or about the page in a file.
pub(super) fn gaps(here: &Here<'_>, thing: &EntityRef, path: Option<&SourcePath>) -> Vec<String> {
    let waivers = &here.kb().config.checks.waivers;
    if waivers.is_empty() || here.site.context.version.is_some() {
        return Vec::new();
    }
    let reference = thing.to_string();
    let of_it =
        waivers.iter().filter(|waiver| waiver.on == reference || path.is_some_and(|path| path.as_str() == waiver.on));
    let said = of_it.filter_map(|waiver| {
        let code = here.site.context.rules.iter().find(|code| code.name == waiver.rule);
        let gap = code.map_or(&*waiver.rule, |code: &&Code| code.summary(here.words().language()));
        let accepted = accepted(here, here.date(waiver.until?), waiver.because.as_deref()?, &waiver.by);
        Some(format!("{accepted} ({gap})"))
    });
    said.collect()
}

/// Says until when, why and by whom something is accepted.
pub(super) fn accepted(here: &Here<'_>, until: String, because: &str, by: &str) -> String {
    let person = here.kb().names.find(by);
    let by = person.map_or_else(|| by.to_owned(), |person| here.name(&person).0.into_owned());
    shown(&here.words().say(&message!("findings-accepted-until", until = until, because = because, by = by)))
}

/// A text as it may be shown: without secrets, and without what cannot be seen.
pub(super) fn shown(text: &str) -> String {
    visible(&secret::mask(text)).into_owned()
}
