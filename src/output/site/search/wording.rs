//! What the search says: its words in every language of the site, put into its manifest so that no page has to carry them.

use serde_json::{Map, Value};

use crate::diagnostic::{Argument, Message};
use crate::names::Kind;
use crate::output::site::here::{Site, Tongue};
use crate::output::site::page::Page;
use crate::runbook::front_matter::RunbookType;
use crate::scalar::Word;
use crate::search::{Group, Messages};

/// What a page is that does not say.
pub(super) const PAGE: &str = "search-kind-page";
/// What a page of ours is.
pub(super) const VIEW: &str = "search-kind-view";
/// A page that nobody is known to have followed. What an exercise says comes with the records.
pub(super) const NEVER_PROVEN: &str = "search-proof-none";

/// What the dialog says, by its names in the script.
const DIALOG: [(&str, &str); 17] = [
    ("title", "search-title"),
    ("placeholder", "search-placeholder"),
    ("close", "search-close"),
    ("filters", "search-filters"),
    ("answers", "search-answers"),
    ("more", "search-more"),
    ("keys", "search-keys"),
    ("shortcut", "search-shortcut"),
    ("hint", "search-hint"),
    ("service", "search-service"),
    ("one", "search-one"),
    ("many", "search-many"),
    ("none", "search-none"),
    ("nowhere", "search-nowhere"),
    ("taken", "search-taken"),
    ("cut", "search-cut"),
    ("quoted", "search-quoted"),
];

/// What the script puts into messages: they are said with these names in braces in its place.
const BLANKS: [&str; 6] = ["n", "query", "words", "word", "typed", "form"];

/// Where to go on where nothing is found.
const WAYS_ON: [(&str, Page, &str); 3] = [
    ("broken", Page::Broken, "site-broken"),
    ("index", Page::Index, "site-index"),
    ("contacts", Page::Contacts, "site-contacts"),
];

/// Returns the message that says what a thing is.
pub(super) fn kind(kind: Kind) -> String {
    format!("kind-{}", kind.name())
}

/// Returns the message that says what a runbook is.
pub(super) fn runbook_type(of: RunbookType) -> String {
    format!("{}-{}", RunbookType::SET, of.word())
}

/// Every message that says what a page is.
pub(super) fn kinds() -> Vec<String> {
    let types = RunbookType::WORDS.iter().map(|word| format!("{}-{word}", RunbookType::SET));
    [PAGE, VIEW].map(str::to_owned).into_iter().chain(Kind::inventory().map(kind)).chain(types).collect()
}

/// Every message that says whether a page was proven.
pub(super) fn proofs() -> Vec<String> {
    vec![NEVER_PROVEN.to_owned()]
}

/// Returns the words, by language, and where to go on where nothing is found.
pub(super) fn words(site: &Site<'_>, messages: &Messages) -> Map<String, Value> {
    site.tongues.iter().map(|tongue| (tongue.language.to_string(), of_tongue(site, tongue, messages))).collect()
}

fn of_tongue(site: &Site<'_>, tongue: &Tongue, messages: &Messages) -> Value {
    let words = &tongue.words;
    let mut said: Map<String, Value> = Map::new();
    let mut say = |name: &str, text: String| {
        said.insert(name.to_owned(), text.into());
    };
    messages.kinds.iter().chain(&messages.proofs).for_each(|id| say(id, words.word(id)));
    for (number, group) in Group::ALL.iter().enumerate() {
        say(&format!("group-{number}"), words.word(&format!("search-group-{}", group.name())));
    }
    let blanks = BLANKS.map(|name| (name, Argument::Text(format!("{{{name}}}"))));
    for (name, id) in DIALOG {
        say(name, words.say(&Message { id, arguments: blanks.to_vec() }));
    }
    let texts = site.context.kb.texts().map(|text| &text.language);
    for other in texts.chain(site.tongues.iter().map(|tongue| &tongue.language)) {
        let name = site.voices.get(other).map_or_else(|| other.to_string(), |words| words.word("site-language"));
        say(&format!("language-{other}"), name);
    }
    for (name, page, id) in WAYS_ON {
        if let Some(path) = site.plan.address(&page, tongue.index) {
            say(&format!("link-{name}"), path.to_string());
            say(&format!("name-{name}"), words.word(id));
        }
    }
    Value::Object(said)
}
