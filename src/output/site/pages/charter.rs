//! What the charters that were turned on ask, and what is known of us says to it.

use serde::Serialize;

use crate::config::Pack;
use crate::diagnostic::message;
use crate::knowledge::charter::{Answer, Judgement};
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;

/// How many things are named beside an answer.
const MOST: usize = 12;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct CharterView {
    title: String,
    charters: Vec<PackView>,
}

#[derive(Debug, Serialize)]
struct PackView {
    charter: Link,
    /// When it was read, and what a good result is worth.
    read_on: String,
    rules: Vec<RuleView>,
}

#[derive(Debug, Serialize)]
struct RuleView {
    /// What is asked, in our words.
    question: String,
    /// The words of the charter.
    quote: String,
    /// Their language, where it is not that of the page.
    lang: Option<String>,
    /// The same for readers, if it has a name here.
    language: Option<String>,
    /// Where they stand.
    source: String,
    answer: String,
    /// Whether it agrees.
    agrees: bool,
    /// The things that led to the answer.
    things: Vec<Link>,
    /// How many more there are.
    more: usize,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, CharterView) {
    let title = here.title(&Page::Charter);
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Tools)));
    let charters = here.kb().config.charters.iter().map(|pack| pack_view(here, pack)).collect();
    (chrome, CharterView { title, charters })
}

fn pack_view(here: &Here<'_>, pack: &Pack) -> PackView {
    PackView {
        charter: Link::new(pack.url.clone(), pack.name.as_str()),
        read_on: here.words().say(&message!("charter-read-on", date = here.date(pack.read_on.0))),
        rules: here.kb().judge_by(&pack.rules).map(|judgement| rule(here, &judgement)).collect(),
    }
}

fn rule(here: &Here<'_>, judgement: &Judgement<'_>) -> RuleView {
    let Judgement { rule, answer, things } = judgement;
    let words = here.words();
    let answer_word = match answer {
        Answer::Yes => "charter-yes",
        Answer::No => "charter-no",
        Answer::Unseen => "charter-unseen",
    };
    let is_foreign = rule.lang != words.language().as_str();
    let language = words.find(&format!("language-{}", rule.lang));
    RuleView {
        question: here.word(rule.question),
        quote: rule.quote.clone(),
        lang: is_foreign.then(|| rule.lang.clone()),
        language: language.filter(|_| is_foreign).map(|of| words.say(&message!("charter-quoted-in", language = of))),
        source: rule.source.clone(),
        answer: words.word(answer_word),
        agrees: *answer == Answer::Yes,
        things: things.iter().take(MOST).filter_map(|thing| here.link_to(thing)).collect(),
        more: things.len().saturating_sub(MOST),
    }
}
