//! What the search says: its words in every language of the site, put into its manifest so that no page has to carry them.

use serde_json::{Map, Value};

use crate::names::Kind;
use crate::output::site::here::Site;
use crate::runbook::front_matter::RunbookType;
use crate::scalar::Word;
use crate::search::{Group, Messages};

/// What a page is that does not say.
pub(super) const PAGE: &str = "search-kind-page";
/// What a page of ours is.
pub(super) const VIEW: &str = "search-kind-view";
/// A page that nobody is known to have followed. What an exercise says comes with the records.
pub(super) const NEVER_PROVEN: &str = "search-proof-none";

/// What the dialog says, by its names in the script: the messages are `search-<name>`.
const DIALOG: [&str; 0] = [];

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

/// Returns the words, by language.
pub(super) fn words(site: &Site<'_>, messages: &Messages) -> Map<String, Value> {
    let groups: Vec<String> = Group::ALL.iter().map(|group| format!("search-group-{}", group.name())).collect();
    let of_tongue = site.tongues.iter().map(|tongue| {
        let word = |id: &String| (id.clone(), Value::from(tongue.words.word(id)));
        let mut words: Map<String, Value> =
            groups.iter().chain(&messages.kinds).chain(&messages.proofs).map(word).collect();
        words.extend(DIALOG.map(|name| (name.to_owned(), Value::from(tongue.words.word(&format!("search-{name}"))))));
        (tongue.language.to_string(), Value::Object(words))
    });
    of_tongue.collect()
}
