//! A page without a section that its type needs, or with one that says nothing.

use std::collections::BTreeSet;

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::runbook::Runbook;
use crate::runbook::front_matter::{RunbookHead, RunbookType};
use crate::runbook::section::SectionRole;
use crate::scalar::Word;

use super::followed;
use super::lexicon::Lexicon;

pub(in crate::check) static SECTIONS: Check = Check {
    code: Code {
        name: "runbook/sections",
        default_severity: Severity::Readiness,
        explanation: explanation!("sections"),
    },
    stage: Stage::Knowledge(run),
};

/// A section with fewer words says nothing. "Everybody" and "Signal" do say to whom and by what.
fn fewest_words(role: SectionRole) -> usize {
    match role {
        SectionRole::Who | SectionRole::Channels => 1,
        _ => 5,
    }
}

/// Returns the sections that a page of a type needs. How one sees that a restore worked, and how a task is undone, may be said in other
/// ways than by a section: checks of their own ask for that.
fn required(of: RunbookType) -> &'static [SectionRole] {
    match of {
        RunbookType::Takeover => &[
            SectionRole::FirstMinute,
            SectionRole::FirstHour,
            SectionRole::FirstDay,
            SectionRole::FirstWeek,
            SectionRole::HandBack,
        ],
        RunbookType::Restore => {
            &[SectionRole::When, SectionRole::Before, SectionRole::Steps, SectionRole::Undo, SectionRole::Afterwards]
        }
        RunbookType::Diagnose => {
            &[SectionRole::Symptoms, SectionRole::QuickChecks, SectionRole::Causes, SectionRole::StopAndCall]
        }
        RunbookType::Communicate => &[SectionRole::Who, SectionRole::Message, SectionRole::Channels],
        RunbookType::Exit => &[SectionRole::WhatLeaves, SectionRole::How, SectionRole::Verify, SectionRole::SwitchOff],
        RunbookType::Operate | RunbookType::Maintain | RunbookType::Reference | RunbookType::Decision => &[],
    }
}

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    // One page may tell of the first hour and another of the first week: together they are the takeover.
    let takeover: BTreeSet<SectionRole> = followed(context.kb)
        .filter(|(page, _)| page.runbook_type() == Some(RunbookType::Takeover))
        .flat_map(|(page, _)| page.outline.sections.iter().map(|section| section.role))
        .collect();
    let mut is_first_takeover = true;
    for (page, head) in followed(context.kb) {
        let Some(of) = page.runbook_type() else { continue };
        let is_there = |role: SectionRole| match (of, role) {
            (RunbookType::Takeover, role) => !is_first_takeover || takeover.contains(&role),
            // They are said at the head already.
            (_, SectionRole::Symptoms) if !head.symptoms.is_empty() => true,
            (_, role) => page.outline.section(role).is_some(),
        };
        let missing: Vec<SectionRole> = required(of).iter().copied().filter(|role| !is_there(*role)).collect();
        if of == RunbookType::Takeover {
            is_first_takeover = false;
        }
        if !missing.is_empty() {
            findings.push(absent(code, context, page, of, &missing));
        }
        findings.extend(short(code, page, head, of));
    }
}

fn absent(
    code: &'static Code,
    context: &CheckContext<'_>,
    page: &Runbook,
    of: RunbookType,
    missing: &[SectionRole],
) -> Diagnostic {
    let lexicon = Lexicon::of(&page.language);
    let headings = missing.iter().filter_map(|role| Some(lexicon?.heading(*role)));
    let message = message!(
        "runbook-sections",
        kind = of.word(),
        count = missing.len(),
        sections = headings.collect::<Vec<_>>().join("`, `")
    );
    let finding = Diagnostic::at(code, context.head_field(page, "type"), message).about(&EntityRef::from(&page.id));
    finding.help(message!("runbook-sections.help"))
}

/// Reports the sections that are there and say nothing.
fn short<'a>(
    code: &'static Code,
    page: &'a Runbook,
    head: &'a RunbookHead,
    of: RunbookType,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let said_at_head = |role: SectionRole| role == SectionRole::Symptoms && !head.symptoms.is_empty();
    let roles = required(of).iter().copied().filter(move |role| !said_at_head(*role));
    let text = page.document.text.as_str();
    roles.filter_map(move |role| {
        let sections = page.outline.sections.iter().filter(|section| section.role == role);
        let words = |section: &crate::runbook::outline::Section| {
            let heading = page.document.headings.get(section.heading)?;
            let body = text.get(heading.span.end as usize..section.span.end as usize)?;
            Some(body.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count())
        };
        let count: usize = sections.clone().filter_map(words).sum();
        let heading = page.document.headings.get(sections.clone().next()?.heading)?;
        if count >= fewest_words(role) {
            return None;
        }
        let message = message!("runbook-sections.short", heading = heading.text.as_str(), count = count);
        let place = page.document.text.place(heading.span);
        let finding = Diagnostic::at(code, place, message).about(&EntityRef::from(&page.id));
        Some(finding.help(message!("runbook-sections.short-help")))
    })
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    fn page(head: &str, body: &str) -> String {
        format!("-- book.toml --\n[releve]\n-- runbooks/a.md --\n---\ntitle: A\n{head}\n---\n{body}")
    }

    const FIVE: &str = "One two three four five.\n";

    #[test]
    fn missing_sections_are_reported_together_in_the_language_of_the_page() {
        let body = format!("## Quand\n{FIVE}## Étapes\n1. Un deux trois quatre cinq.\n");
        assert_data_eq!(
            findings(&SECTIONS, &page("type: restore\nstatus: active\nlang: fr", &body)),
            str![[r#"
runbooks/a.md:3:1: a page of type `restore` needs the sections `## Avant de commencer`, `## Revenir en arrière`, `## Ensuite`
  help: write what is missing; where there is nothing to say, a sentence says why

"#]]
        );
    }

    #[test]
    fn a_section_that_says_nothing_is_reported() {
        let body = "## Who\nEverybody.\n## Message\nIt is down.\n## Channels\n\n";
        assert_data_eq!(
            findings(&SECTIONS, &page("type: communicate\nstatus: active", body)),
            str![[r#"
runbooks/a.md:8:1: the section `Message` has only 3 words
  help: say it in a sentence
runbooks/a.md:10:1: the section `Channels` is empty
  help: say it in a sentence

"#]]
        );
    }

    #[test]
    fn what_the_head_says_or_a_draft_lacks_is_not() {
        let body = format!("## Quick checks\n{FIVE}## Causes\n{FIVE}## Stop and call\n{FIVE}");
        let diagnose = page("type: diagnose\nstatus: active\nsymptoms: [\"It is slow\"]", &body);
        assert_eq!(findings(&SECTIONS, &diagnose), "");
        assert_eq!(findings(&SECTIONS, &page("type: restore\nstatus: draft", "")), "");
        assert_eq!(findings(&SECTIONS, &page("type: operate\nstatus: active", "")), "");
    }

    #[test]
    fn the_pages_of_a_takeover_share_its_sections() {
        let first = format!("## First minute\n{FIVE}## First hour\n{FIVE}## First day\n{FIVE}");
        let second = format!(
            "-- runbooks/b.md --\n---\ntitle: B\ntype: takeover\nstatus: active\n---\n## First week\n{FIVE}## Hand back\n{FIVE}"
        );
        let head = "type: takeover\nstatus: active";
        assert_eq!(findings(&SECTIONS, &format!("{}{second}", page(head, &first))), "");
        assert_data_eq!(
            findings(&SECTIONS, &page(head, &first)),
            str![[r#"
runbooks/a.md:3:1: a page of type `takeover` needs the sections `## First week`, `## Hand back`
  help: write what is missing; where there is nothing to say, a sentence says why

"#]]
        );
    }
}
