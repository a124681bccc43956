//! What each rule finds, why that matters, an example, and how to fix it: the same texts that `releve explain` prints, a page for
//! each group of rules, and one that lists them.

use serde::Serialize;

use crate::diagnostic::Code;
use crate::output::site::body::{self, Html};
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct RulesView {
    title: String,
    /// The rules of the other groups, or of all, by group.
    groups: Vec<GroupView>,
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

/// The rules of a group.
#[derive(Debug, Serialize)]
struct GroupView {
    name: &'static str,
    links: Vec<Link>,
}

/// Shows the rules of a group, or lists all.
pub(super) fn view<'a>(here: &Here<'a>, group: Option<&str>) -> (Chrome<'a>, RulesView) {
    let title = here.title(here.page);
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Findings)));
    let of_group = here.site.context.rules.iter().filter(|code| Some(code.group()) == group);
    let rules: Vec<RuleView> = of_group.map(|code| rule(here, code)).collect();
    let groups = match group {
        Some(_) => Vec::new(),
        None => groups(here),
    };
    (chrome, RulesView { title, groups, rules })
}

fn groups(here: &Here<'_>) -> Vec<GroupView> {
    let language = here.words().language();
    let groups = here.site.context.rules.chunk_by(|one, other| one.group() == other.group());
    let link = |code: &&'static Code| {
        let link = Link::new(href(here, code)?, code.summary(language));
        Some(Link { note: Some(code.name.to_owned()), ..link })
    };
    let view = |codes: &[&'static Code]| {
        Some(GroupView { name: codes.first()?.group(), links: codes.iter().filter_map(link).collect() })
    };
    groups.filter_map(view).collect()
}

/// The address of what is said about a rule.
pub(super) fn href(here: &Here<'_>, code: &Code) -> Option<String> {
    here.href_to(&Page::RulesOf(code.group()), &id(code))
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
