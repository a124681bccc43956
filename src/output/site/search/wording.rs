//! What the search says: its words in every language of the site, put into its manifest so that no page has to carry them.

use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::diagnostic::{Argument, Message, message};
use crate::knowledge::evidence::PageTrust;
use crate::names::Kind;
use crate::output::site::here::{MONTHS, Site, Tongue};
use crate::output::site::page::Page;
use crate::records::RecordKind;
use crate::runbook::front_matter::RunbookType;
use crate::scalar::Word;
use crate::search::{Group, Messages};
use crate::words::Words;

use super::record;

/// What a page is that does not say.
pub(super) const PAGE: &str = "search-kind-page";
/// What a page of ours is.
pub(super) const VIEW: &str = "search-kind-view";
/// A page that nobody is known to have followed.
const NEVER_PROVEN: &str = "search-proof-none";
/// A page that the last who tried could not follow.
const FAILED: &str = "search-proof-failed";
/// A page that somebody followed before it changed.
const CHANGED: &str = "search-proof-changed";
/// A page that somebody followed, and of which nobody can tell what has changed since.
const UNCLEAR: &str = "search-proof-unclear";
/// A page that who wrote it followed, or nobody knows who that was.
const FOLLOWED: &str = "search-proof-followed";
/// A page that somebody followed who did not write it.
const FOLLOWED_BY_ANOTHER: &str = "search-proof-followed-by-another";

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
    let records = RecordKind::ALL.into_iter().map(record::kind);
    let things = Kind::inventory().map(kind);
    [PAGE, VIEW].map(str::to_owned).into_iter().chain(things).chain(types).chain(records).collect()
}

/// Returns what says whether a page was proven: a message, and behind it the month up to which that may be trusted. Months, so that
/// there are few of them: each is put into words once for the whole site, in every language.
pub(super) fn proof(trust: PageTrust) -> String {
    let until = |message: &str, until: Option<Date>| match until {
        Some(day) => format!("{message} {}-{:02}", day.year(), day.month()),
        None => message.to_owned(),
    };
    match trust {
        PageTrust::Never => NEVER_PROVEN.to_owned(),
        PageTrust::Failed => FAILED.to_owned(),
        PageTrust::Changed => CHANGED.to_owned(),
        PageTrust::Unclear => UNCLEAR.to_owned(),
        PageTrust::Followed(day) => until(FOLLOWED, day),
        PageTrust::FollowedByAnother(day) => until(FOLLOWED_BY_ANOTHER, day),
    }
}

/// Says whether a page was proven, as the index writes it.
#[must_use]
pub fn say_proof(words: &Words, written: &str) -> String {
    let (message, until) = written.split_once(' ').unwrap_or((written, ""));
    let month = until.split_once('-').and_then(|(year, month)| Some((year, month.parse::<usize>().ok()?)));
    let month = month.and_then(|(year, month)| {
        let month = words.word(MONTHS.get(month.checked_sub(1)?)?);
        Some(words.say(&message!("site-month-of", month = month, year = year)))
    });
    let month = month.unwrap_or_default();
    match message {
        FOLLOWED => words.say(&message!("search-proof-followed", month = month)),
        FOLLOWED_BY_ANOTHER => words.say(&message!("search-proof-followed-by-another", month = month)),
        other => words.word(other),
    }
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
    messages.kinds.iter().for_each(|id| say(id, words.word(id)));
    messages.proofs.iter().for_each(|id| say(id, say_proof(words, id)));
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::words::Language;

    #[test]
    fn a_proof_is_said_with_the_month_up_to_which_it_may_be_trusted() {
        let words = Words::load(&Language::ENGLISH);
        let said = |trust| say_proof(&words, &proof(trust));
        assert_eq!(said(PageTrust::Never), "never proven");
        assert_eq!(said(PageTrust::Failed), "the last try failed");
        assert_eq!(said(PageTrust::Changed), "followed, changed since");
        assert_eq!(said(PageTrust::Unclear), "followed; what has changed since is not known");
        let until = Some(date(2027, 2, 1));
        assert_eq!(said(PageTrust::Followed(until)), "followed, to be trusted until February 2027");
        assert_eq!(
            said(PageTrust::FollowedByAnother(until)),
            "followed by somebody who did not write it, to be trusted until February 2027"
        );
    }

    #[test]
    fn what_a_damaged_index_holds_is_said_as_it_stands() {
        let words = Words::load(&Language::ENGLISH);
        for written in ["", " ", "x 2027-13", "search-proof-followed 2027-00", "search-proof-followed x"] {
            let _ = say_proof(&words, written);
        }
    }
}
