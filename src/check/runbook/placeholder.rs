//! Something that somebody meant to write later: a page copied from a template looks finished from afar.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

use crate::catalog::fact::Value;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::markdown::Document;
use crate::names::EntityRef;
use crate::source::Span;

use super::lexicon::Lexicon;

pub(in crate::check) static PLACEHOLDER: Check = Check {
    code: Code {
        name: "runbook/placeholder",
        default_severity: Severity::Readiness,
        explanation: explanation!("placeholder"),
    },
    stage: Stage::Knowledge(run),
};

/// What authors leave for themselves, in these letters.
const MARKS: [&str; 4] = ["TODO", "FIXME", "XXX", "TBD"];

/// Domains that nobody can have (RFC 2606).
const DOMAINS: [&str; 3] = ["example.com", "example.net", "example.org"];

/// What templates say, wherever it stands.
const TEMPLATES: [&str; 3] = ["lorem ipsum", "insert ", "site specific"];

/// How many places of a page are shown beside the first.
const SHOWN: usize = 4;

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let phrases: BTreeSet<&str> = Lexicon::all().flat_map(|lexicon| &lexicon.unfinished).map(String::as_str).collect();
    let needles: Vec<(&str, Needle)> = MARKS
        .into_iter()
        .map(|mark| (mark, Needle::Mark))
        .chain(DOMAINS.into_iter().map(|domain| (domain, Needle::Domain)))
        .chain(TEMPLATES.into_iter().map(|template| (template, Needle::Template)))
        .chain(phrases.into_iter().map(|phrase| (phrase, Needle::Phrase)))
        .collect();
    let searcher = AhoCorasick::builder().ascii_case_insensitive(true).build(needles.iter().map(|(text, _)| text));
    let Ok(searcher) = searcher else { return };
    let ours = domains_in_use(kb);
    let active = kb.texts().filter(|page| page.is_followed() && page.is_active());
    for page in active {
        let text = page.document.text.as_str();
        let found = searcher.find_iter(text).filter_map(|found| {
            let (needle, kind) = needles.get(found.pattern().as_usize())?;
            let place = Found { document: &page.document, text, start: found.start(), end: found.end() };
            let is_left = match kind {
                Needle::Mark => place.written() == *needle && place.is_word() && !place.is_code(),
                Needle::Domain => !ours.contains(needle) && place.is_domain() && !place.is_hidden(),
                Needle::Template => place.is_template() && !place.is_code(),
                Needle::Phrase => place.stands_alone() && !place.is_code(),
            };
            is_left.then(|| (place.written().trim(), page.document.text.place(Span::new(found.start()..found.end()))))
        });
        let found: Vec<_> = found.collect();
        let Some((first, place)) = found.first() else { continue };
        let message = message!("runbook-placeholder", written = *first, more = found.len() - 1);
        let mut finding = Diagnostic::at(code, *place, message).about(&EntityRef::from(&page.id));
        for (written, place) in found.iter().skip(1).take(SHOWN) {
            finding = finding.label(*place, message!("runbook-placeholder.another", written = *written));
        }
        findings.push(finding.help(message!("runbook-placeholder.help")));
    }
}

/// What is looked for.
#[derive(Clone, Copy)]
enum Needle {
    Mark,
    Domain,
    Template,
    Phrase,
}

/// Something that was found, and what stands around it.
struct Found<'a> {
    document: &'a Document,
    text: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Found<'a> {
    fn written(&self) -> &'a str {
        &self.text[self.start..self.end]
    }

    fn before(&self) -> Option<char> {
        self.text[..self.start].chars().next_back()
    }

    fn is_word(&self) -> bool {
        let is_part = |character: char| character.is_alphanumeric() || character == '_';
        !self.before().is_some_and(is_part) && !self.text[self.end..].starts_with(is_part)
    }

    /// Whether it is a domain or ends one, and is not the beginning or a part of another.
    fn is_domain(&self) -> bool {
        let is_part = |character: char| character.is_alphanumeric() || character == '-';
        let rest = &self.text[self.end..];
        let goes_on = rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(is_part));
        !self.before().is_some_and(is_part) && !rest.starts_with(is_part) && !goes_on
    }

    /// Whether it stands in brackets, as templates have it: "[insert the name here]".
    fn is_template(&self) -> bool {
        match self.written().to_ascii_lowercase().as_str() {
            "insert " => self.before().is_some_and(|before| "[<({".contains(before)),
            _ => self.is_word(),
        }
    }

    /// Whether it is all that a line, a cell or a pair of brackets says. "A form to be completed" is something else.
    fn stands_alone(&self) -> bool {
        let is_markup = |character: char| matches!(character, '*' | '_' | '#' | '>' | '-' | ' ' | '\t' | '\u{a0}');
        let line = self.text[..self.start].rfind('\n').map_or(0, |newline| newline + 1);
        let before = self.text[line..self.start].trim_end_matches(is_markup).chars().next_back();
        let rest = self.text[self.end..].split('\n').next().unwrap_or_default();
        let after = rest.trim_start_matches(is_markup).trim_end().chars().next();
        before.is_none_or(|before| ":([|".contains(before)) && after.is_none_or(|after| ".)]|…!:".contains(after))
    }

    /// Whether the reader does not see it: it stands in a comment.
    fn is_hidden(&self) -> bool {
        let before = &self.text[..self.start];
        before.rfind("<!--").is_some_and(|opened| before.rfind("-->").is_none_or(|closed| closed < opened))
    }

    /// Whether it is part of a command and not a remark in one, or not shown at all.
    fn is_code(&self) -> bool {
        let line = self.text[..self.start].rfind('\n').map_or(0, |newline| newline + 1);
        let before = &self.text[line..self.start];
        let at = Span::new(self.start..self.end);
        let blocks = &self.document.code_blocks;
        let next = blocks.partition_point(|block| block.span.start <= at.start);
        let is_in_block =
            next.checked_sub(1).and_then(|index| blocks.get(index)).is_some_and(|block| at.end <= block.span.end);
        if is_in_block {
            return !(before.contains('#') || before.contains("//"));
        }
        before.matches('`').count() % 2 == 1 || self.is_hidden()
    }
}

/// The domains for examples that a project uses as its own: an example of a project, as that of this program.
fn domains_in_use(kb: &KnowledgeBase) -> BTreeSet<&'static str> {
    let mut in_use = BTreeSet::new();
    for entity in kb.catalog.entities.values() {
        entity.facts.iter().for_each(|fact| note(&fact.value, &mut in_use));
    }
    in_use
}

fn note(value: &Value, in_use: &mut BTreeSet<&'static str>) {
    match value {
        Value::Text(text) | Value::Code(text) | Value::Url(text) => {
            in_use.extend(DOMAINS.into_iter().filter(|domain| text.contains(domain)));
        }
        Value::List(values) => values.iter().for_each(|value| note(value, in_use)),
        Value::Group(facts) => facts.iter().for_each(|fact| note(&fact.value, in_use)),
        _ => {}
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    fn page(body: &str) -> String {
        format!(
            "-- book.toml --\n[releve]\n-- runbooks/a.md --\n---\ntitle: A\ntype: operate\nstatus: active\n---\n{body}"
        )
    }

    #[test]
    fn what_was_left_for_later_is_reported_once_for_a_page() {
        let body = "TODO: say where.\n\n- Phone : à compléter\n\n```sh\nssh root@host.example.com # FIXME\n```\n\n[insert the name here]\n";
        assert_data_eq!(
            findings(&PLACEHOLDER, &page(body)),
            str![[r#"
runbooks/a.md:6:1: this page still has placeholders: `TODO` and 4 more
  runbooks/a.md:8:11: another: `à compléter`
  runbooks/a.md:11:15: another: `example.com`
  runbooks/a.md:11:29: another: `FIXME`
  runbooks/a.md:14:2: another: `insert`
  help: write what belongs there, or set `status: draft` until somebody knows

"#]]
        );
    }

    #[test]
    fn words_that_only_look_like_it_are_not() {
        let body = "Look for `TODO` and xxx, todo, TODOS.\n\nUn formulaire à compléter.\n\nInsert the stick. The text to be completed is long.\n\n\
                    <!-- TODO later -->\n\n```sh\ngrep TODO notes\n```\n\nmyexample.com example.community\n";
        assert_eq!(findings(&PLACEHOLDER, &page(body)), "");
        assert_eq!(findings(&PLACEHOLDER, &page("TODO\n").replace("active", "draft")), "");
    }

    #[test]
    fn a_project_may_live_below_a_domain_for_examples() {
        let domains = "-- runbooks/inventory/domains.yaml --\nours: {name: Ours, fqdn: club.example.org}\n";
        assert_eq!(findings(&PLACEHOLDER, &format!("{}{domains}", page("https://club.example.org\n"))), "");
        assert_ne!(findings(&PLACEHOLDER, &format!("{}{domains}", page("https://club.example.com\n"))), "");
    }
}
