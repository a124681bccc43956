//! The author's words as pages show them: the facts that they name are said, and blanks stand as their language wants them.

use std::borrow::Cow;

use crate::knowledge::KnowledgeBase;
use crate::markdown::html::placeholder;
use crate::markdown::{fill_blanks, french};
use crate::runbook::Runbook;
use crate::words::{Language, Words};

use super::here::Here;

/// Returns words of a page as a page shows them.
pub(super) fn said<'a>(here: &Here<'_>, runbook: &Runbook, text: &'a str) -> Cow<'a, str> {
    in_language(here.kb(), here.words(), &runbook.language, text)
}

/// Returns the name of a page, for lists as for the page itself.
pub(super) fn title<'a>(kb: &KnowledgeBase, words: &Words, runbook: &'a Runbook) -> Cow<'a, str> {
    in_language(kb, words, &runbook.language, &runbook.title)
}

/// Says what `{{kind:id.field}}` stands for.
pub(super) fn fact(kb: &KnowledgeBase, words: &Words, expression: &str) -> Option<String> {
    match kb.fact(expression) {
        Ok(value) => Some(kb.say(&value, words)),
        // What is not there in the whole was told; here it is what these readers may not see.
        Err(_) if !kb.is_whole() => Some(words.word("site-withheld")),
        Err(_) => None,
    }
}

/// Sets the spaces of words as their language wants them. Never for what is copied to the letter.
pub(super) fn set<'a>(language: &Language, text: &'a str) -> Cow<'a, str> {
    if *language == Language::FRENCH { french(text) } else { Cow::Borrowed(text) }
}

/// Returns words to the letter but for the facts in them: what people copy, and what a search reads.
pub(super) fn plain<'a>(kb: &KnowledgeBase, words: &Words, text: &'a str) -> Cow<'a, str> {
    with_facts(kb, words, text)
}

fn in_language<'a>(kb: &KnowledgeBase, words: &Words, language: &Language, text: &'a str) -> Cow<'a, str> {
    match with_facts(kb, words, text) {
        Cow::Borrowed(text) => set(language, text),
        Cow::Owned(text) => Cow::Owned(set(language, &text).into_owned()),
    }
}

/// Puts in facts, and the names of what the reader is asked. A fact that does not exist stays as it was written.
fn with_facts<'a>(kb: &KnowledgeBase, words: &Words, text: &'a str) -> Cow<'a, str> {
    // Nearly no words hold any: they are neither parsed nor copied.
    if !text.contains("{{") {
        return Cow::Borrowed(text);
    }
    let fact =
        |expression: &str| Ok::<_, ()>(fact(kb, words, expression).unwrap_or_else(|| format!("{{{{{expression}}}}}")));
    let said = fill_blanks(text, fact, |name| Some(placeholder(name)));
    said.map_or(Cow::Borrowed(text), Cow::Owned)
}
