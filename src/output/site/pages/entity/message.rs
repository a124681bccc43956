//! Words to send: in which languages, from whom.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::catalog::project::Project;
use crate::diagnostic::Message;
use crate::names::EntityRef;
use crate::output::site::here::Here;
use crate::scalar::Lang;
use crate::words::Language;

/// Words to send.
#[derive(Debug, Serialize)]
pub(super) struct MessageView {
    /// The language of the words.
    lang: String,
    text: String,
}

/// Says a message in each language that those read who get it, as far as the interface speaks it; where nobody says, in those of the
/// organisation, else in those of the site.
pub(super) fn messages<'p>(
    here: &Here<'_>,
    projects: impl Iterator<Item = &'p Project>,
    message: &Message,
) -> Vec<MessageView> {
    let kb = here.kb();
    let spoken = |languages: &[Lang]| -> BTreeSet<Language> {
        let languages = languages.iter().filter_map(|language| Language::from_tag(language.as_str()));
        languages.filter(|language| here.site.voices.contains_key(language)).collect()
    };
    let mut read: BTreeSet<Language> = projects.flat_map(|project| spoken(&project.languages)).collect();
    if read.is_empty() {
        read = kb.catalog.organisation.as_ref().map(|of| spoken(&of.languages)).unwrap_or_default();
    }
    let wanted = |language: &&Language| read.is_empty() || read.contains(language);
    // Those of the site first, in their order, then others that are read.
    let of_site = kb.config.languages.iter().filter(wanted);
    let others = read.iter().filter(|language| !kb.config.languages.contains(language));
    let voices = of_site.chain(others).filter_map(|language| Some((language, here.site.voices.get(language)?)));
    voices.map(|(language, words)| MessageView { lang: language.to_string(), text: words.say(message) }).collect()
}

/// Returns who sends it.
pub(super) fn us<'a>(here: &Here<'a>) -> &'a str {
    let kb = here.kb();
    kb.catalog.entities.get(&EntityRef::Organisation).map_or(&kb.config.title, |entity| &entity.name)
}
