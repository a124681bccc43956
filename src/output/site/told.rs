//! Changes as pages show them: what was beside what is; of longer texts, the words that were taken out and put in.

use serde::Serialize;

use crate::chronicle::{Change, Named, Stood, Thing};
use crate::difference::{Fate, Passage, Run, difference};
use crate::names::EntityRef;
use crate::words::Language;

use super::address::slug;
use super::here::Here;
use super::value::ValueView;

/// Texts that are longer are compared word by word; shorter ones stand beside each other.
const LONGEST_VALUE: usize = 80;

/// How much is shown of a text that is new or gone as a whole, in characters: its page has the rest.
const LONGEST_EXCERPT: usize = 400;

/// Something that changed.
#[derive(Debug, Serialize)]
pub(super) struct ChangeView {
    /// What.
    what: String,
    was: Option<ValueView>,
    now: Option<ValueView>,
    /// Where words of a longer text changed, instead of what was and is.
    passages: Vec<PassageView>,
    /// The language of these words, where it is not that of the page.
    lang: Option<String>,
    note: Option<String>,
}

/// Words that changed, and a little around them.
#[derive(Debug, Serialize)]
pub(super) struct PassageView {
    /// Whether lines before it are not told.
    skipped: bool,
    runs: Vec<RunView>,
}

/// A run of words.
#[derive(Debug, Serialize)]
struct RunView {
    /// What became of them: `kept`, `deleted`, `inserted`, or `folded` for an ellipsis.
    fate: &'static str,
    text: String,
}

/// Shows something that changed in a thing whose words are of a language.
pub(super) fn change(here: &Here<'_>, told: &Change, language: &Language) -> ChangeView {
    let spoken = here.words().language();
    let mut view = ChangeView {
        what: told.what.words_in(spoken).to_owned(),
        was: None,
        now: None,
        passages: Vec::new(),
        lang: here.foreign(language),
        note: told.note.as_ref().map(|note| note.words_in(spoken).to_owned()),
    };
    match (&told.was, &told.now) {
        (Some(Stood::Text(was)), Some(Stood::Text(now))) if is_long(was) || is_long(now) => {
            view.passages = difference(was, now).passages.into_iter().map(passage).collect();
        }
        (was, now) => {
            view.was = was.as_ref().map(|stood| value(here, stood, language));
            view.now = now.as_ref().map(|stood| value(here, stood, language));
        }
    }
    view
}

/// Whether a text is compared word by word.
pub(super) fn is_long(text: &str) -> bool {
    text.len() > LONGEST_VALUE || text.contains('\n')
}

fn value(here: &Here<'_>, stood: &Stood, language: &Language) -> ValueView {
    match stood {
        Stood::Things(things) => match things.as_slice() {
            [only] => named(here, only),
            things => ValueView::list(things.iter().map(|thing| named(here, thing)).collect()),
        },
        Stood::Text(_) => ValueView::literal(here, &in_words(here, stood), language),
        other => ValueView::text(in_words(here, other)),
    }
}

/// Says what stood somewhere; of a long text, its beginning.
pub(super) fn in_words(here: &Here<'_>, stood: &Stood) -> String {
    match stood {
        Stood::Text(text) => match text.char_indices().nth(LONGEST_EXCERPT) {
            Some((end, _)) => format!("{}…", text[..end].trim_end()),
            None => text.clone(),
        },
        Stood::Day(day) => day.parse().map_or_else(|_| day.clone(), |day| here.date(day)),
        Stood::Things(things) => things.iter().map(|thing| thing.name.as_str()).collect::<Vec<_>>().join(", "),
        Stood::Value(spoken) => spoken.words_in(here.words().language()).to_owned(),
    }
}

/// Shows words that changed.
pub(super) fn passage(passage: Passage) -> PassageView {
    let run = |Run { fate, text }: Run| {
        let fate = match fate {
            Fate::Kept => "kept",
            Fate::Deleted => "deleted",
            Fate::Inserted => "inserted",
            Fate::Folded => "folded",
        };
        RunView { fate, text }
    };
    let Passage { skipped, mut runs } = passage;
    // A paragraph of its own needs no line ends around it.
    if let Some(first) = runs.first_mut() {
        first.text.drain(..first.text.len() - first.text.trim_start_matches('\n').len());
    }
    if let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    PassageView { skipped: skipped > 0, runs: runs.into_iter().map(run).collect() }
}

/// The language of the words of a thing.
pub(super) fn language(here: &Here<'_>, changed: &Thing) -> Language {
    let own = changed.language.as_deref().and_then(Language::from_tag);
    let of_page = || match find(here, &changed.thing.id)? {
        EntityRef::Runbook(id) => Some(here.kb().runbooks.get(&id)?.language.clone()),
        _ => None,
    };
    own.or_else(of_page).unwrap_or_else(|| here.kb().config.language.clone())
}

/// Finds a thing of then: it is still there, or has another id and says what it was called before.
pub(super) fn find(here: &Here<'_>, id: &str) -> Option<EntityRef> {
    here.kb().names.find(id).or_else(|| {
        let (kind, id) = id.split_once(':')?;
        let targets = &here.site.plan.redirects.get(&slug(id))?.targets;
        targets.iter().find(|target| target.kind().name() == kind).cloned()
    })
}

/// Shows a thing: as it is called today, where it is still there; else by its name of then.
pub(super) fn named(here: &Here<'_>, named: &Named) -> ValueView {
    match find(here, &named.id) {
        Some(reference) => ValueView::reference(here, &reference),
        None => ValueView::literal(here, &named.name, &here.kb().config.language),
    }
}
