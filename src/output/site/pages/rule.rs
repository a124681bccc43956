//! What each rule finds, why that matters, an example, and how to fix it: the same texts that `releve explain` prints, on one page.

use serde::Serialize;

use crate::diagnostic::Code;
use crate::output::site::body::{self, Html};
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::here::Here;
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct RulesView {
    title: String,
    rules: Vec<RuleView>,
}

/// A rule.
#[derive(Debug, Serialize)]
struct RuleView {
    id: String,
    name: &'static str,
    summary: &'static str,
    sections: Vec<Section>,
}

/// A part of what is said about it. Its title is no heading of its own: a hundred rules have the same four.
#[derive(Debug, Serialize)]
struct Section {
    title: &'static str,
    text: Option<Html>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, RulesView) {
    let title = here.title(&Page::Rules);
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Findings)));
    let rules = here.site.context.rules.iter().map(|code| rule(here, code)).collect();
    (chrome, RulesView { title, rules })
}

/// The address of what is said about a rule.
pub(super) fn href(here: &Here<'_>, code: &Code) -> Option<String> {
    here.href_to(&Page::Rules, &id(code))
}

/// The leading `_` keeps it apart from ids of the users' making.
fn id(code: &Code) -> String {
    format!("_{}", code.name.replace('/', "-"))
}

fn rule(here: &Here<'_>, code: &'static Code) -> RuleView {
    let language = here.words().language();
    let section = |part: &'static str| {
        let (title, text) = part.split_once('\n').unwrap_or((part, ""));
        Section { title: title.trim(), text: body::explanation(here, text.trim()) }
    };
    let sections = code.explanation.text(language).split("\n## ").skip(1).map(section).collect();
    RuleView { id: id(code), name: code.name, summary: code.summary(language), sections }
}
