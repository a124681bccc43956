//! Checks: what is wrong with what was written, and what is missing from what is known.
//!
//! One file per check, `check/<group>/<defect>.rs` for `group/defect`: the `static`, its explanation in two languages beside it,
//! `run`, and two tests, a fixture where it fires and a near miss where it stays silent.

mod access;
mod ack;
mod audience;
mod backup;
mod context;
mod domain;
mod exercise;
mod finished;
mod ground;
mod keys;
mod latitude;
mod link;
mod mail;
mod money;
mod named;
mod partner;
mod person;
mod project;
mod provider;
mod readable;
mod record;
mod r#ref;
mod runbook;
mod secret;
mod service;
mod settle;
mod site;
mod waiver;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::catalog::Entity;
use crate::config::ProjectKind;
use crate::diagnostic::{self, Code, Diagnostic, Severity};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::link::{self as target, DeadLink};
use crate::markdown::{self, LinkUse, Text};
use crate::problem::{self, config::MISSING_FOLDER, schema::BAD_YAML};
use crate::runbook::Runbook;
use crate::source::{Place, Snapshot, SourceFile, Span};

pub use context::CheckContext;
pub use finished::Finished;
pub use secret::history;
pub use settle::{Settled, set_levels, settle};

/// A check: the kind of problem it finds, and how.
pub struct Check {
    /// The kind of problem.
    pub code: Code,
    /// What it looks at.
    pub stage: Stage,
}

/// What a check looks at.
pub enum Stage {
    /// The text of a file, before anything is understood. Called per file, in parallel.
    Source(fn(&'static Code, &SourceFile, &mut Vec<Diagnostic>)),
    /// A link that leads nowhere. Every link is resolved once, however many checks look at the dead ones. Called per page, in
    /// parallel.
    Link(fn(&'static Code, &KnowledgeBase, &DeadUse<'_>, &mut Vec<Diagnostic>)),
    /// All that is known. The checks are called in parallel, each once.
    Knowledge(fn(&'static Code, &CheckContext<'_>, &mut Vec<Diagnostic>)),
    /// Finished files, as they go out: see [`Finished`].
    File,
    /// What files held before: see [`history`].
    History,
    /// What all others found: told when findings are settled.
    Settling,
}

/// A link that leads nowhere, where it is used.
pub struct DeadUse<'kb> {
    /// The link as written.
    pub link: &'kb LinkUse,
    /// Where its target stands.
    pub place: Place,
    /// Why it leads nowhere.
    pub reason: &'kb DeadLink,
}

/// Every check, by name.
pub static CHECKS: &[&Check] = &[
    &access::SECOND_FACTOR_SINGLE,
    &access::BREAK_GLASS_UNDRILLED,
    &access::CIRCULAR,
    &access::NEVER_PROVEN,
    &access::PERSONAL_ACCOUNT,
    &access::SINGLE_HOLDER,
    &access::SLOW_BREAK_GLASS,
    &ack::STALE,
    &audience::LEAK,
    &audience::NO_EFFECT,
    &audience::NO_MARK,
    &audience::PASSAGE,
    &audience::UNKNOWN_FIELD,
    &backup::KEY_INSIDE,
    &backup::NEVER_RESTORED,
    &backup::NONE,
    &backup::RESTORE_STALE,
    &backup::RPO_GAP,
    &backup::SAME_DOMAIN,
    &backup::SILENCE,
    &backup::SLOWER_THAN_RTO,
    &domain::EXPIRES,
    &domain::NO_AUTO_RENEW,
    &domain::REGISTRAR_SINGLE,
    &exercise::BATCH,
    &exercise::NONE_THIS_YEAR,
    &link::EXTERNAL_CRITICAL,
    &link::INTERNAL_DEAD,
    &link::OUTSIDE,
    &link::SCHEME,
    &mail::BOUNCE_UNREAD,
    &mail::DMARC_MISSING,
    &mail::NO_AUTH,
    &mail::NO_ONE_CLICK,
    &mail::NO_PTR,
    &mail::NOT_AS_DECLARED,
    &mail::POLICIES_DIFFER,
    &mail::SPAM_RATE,
    &mail::SPF_SPRAWL,
    &money::CARD_EXPIRING,
    &money::RENEWAL_DUE,
    &money::RUNWAY,
    &money::SHARE_OVER_100,
    &money::SINGLE_PAYER,
    &partner::AGREEMENT_STALE,
    &partner::HOLDS_WITHOUT_AGREEMENT,
    &person::LEAVER_HOLDS,
    &person::NO_BACKUP_ADMIN,
    &person::NO_REPRESENTATIVE,
    &person::OWN_INFRA_CONTACT,
    &person::SPOF_SERVICE,
    &project::NO_CONTACT,
    &project::NO_EXIT_ROUTE,
    &provider::CHARTER,
    &provider::EXCEPTION_EXPIRED,
    &provider::EXIT_UNTESTED,
    &provider::FREEDOM_CONTRADICTED,
    &provider::NO_EXIT,
    &record::DATED_AHEAD,
    &r#ref::CYCLE_HARD,
    &r#ref::ORPHAN,
    &r#ref::RETIRED_TARGET,
    &runbook::DRIFT,
    &runbook::NO_CHECK,
    &runbook::NO_UNDO,
    &runbook::ONLY_AUTHOR,
    &runbook::PLACEHOLDER,
    &runbook::SECTIONS,
    &runbook::STALE,
    &runbook::STEP_SHAPE,
    &runbook::TIME_OPTIMISTIC,
    &runbook::UNREACHABLE,
    &runbook::UNRESOLVED_VAR,
    &secret::IN_HISTORY,
    &secret::IN_OUTPUT,
    &secret::IN_SOURCE,
    &secret::WEAK_HINT,
    &service::NO_ABANDON_NOTE,
    &service::NO_OBJECTIVES,
    &service::NO_RUNBOOK,
    &service::RTO_BELOW_DEPS,
    &service::RTO_GT_MTD,
    &service::UNKNOWN_LICENSE,
    &site::NO_PAGES,
    &site::SELF_HOSTED,
    &waiver::EXPIRED,
    &waiver::TOO_LONG,
    &waiver::UNUSED,
];

/// Returns every kind of problem that can be reported: those of reading and those of the checks, by name.
#[must_use]
pub fn codes() -> Vec<&'static Code> {
    let mut codes: Vec<_> = problem::codes().chain(CHECKS.iter().map(|check| &check.code)).collect();
    codes.sort_by_key(|code| code.name);
    codes
}

/// Runs the checks of [`Stage::Source`], which want the texts as they were written; findings in the order of files and places.
#[must_use]
pub fn sources(snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut findings = run_on_sources(CHECKS, snapshot);
    diagnostic::sort(&mut findings, snapshot);
    findings
}

/// Runs all other checks; findings in the order of files and places.
///
/// A field that has an error is known in part at best, and what follows from that is no second mistake: of what is found at such a field, only
/// errors are told. The rest is found once the field can be read.
#[must_use]
pub fn run(kb: &KnowledgeBase, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut findings = run_on_knowledge(CHECKS, kb, snapshot);
    diagnostic::sort(&mut findings, snapshot);
    findings
}

fn run_on_sources(checks: &[&'static Check], snapshot: &Snapshot) -> Vec<Diagnostic> {
    let of_file = |file: &SourceFile| {
        let mut findings = Vec::new();
        for check in checks {
            if let Stage::Source(run) = check.stage {
                run(&check.code, file, &mut findings);
            }
        }
        findings
    };
    snapshot.files().par_iter().flat_map_iter(of_file).collect()
}

fn run_on_knowledge(checks: &[&'static Check], kb: &KnowledgeBase, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let judge = |dead: &DeadUse<'_>, findings: &mut Vec<Diagnostic>| {
        for check in checks {
            if let Stage::Link(run) = check.stage {
                run(&check.code, kb, dead, findings);
            }
        }
    };
    let of_page = |page: &Runbook| {
        let mut findings = Vec::new();
        dead_links(kb, page).for_each(|dead| judge(&dead, &mut findings));
        findings
    };
    let of_notes = |entity: &Entity| {
        let mut findings = Vec::new();
        for (link, place, reason) in dead_in_notes(kb, snapshot, entity) {
            judge(&DeadUse { link: &link, place, reason: &reason }, &mut findings);
        }
        findings
    };
    let pages: Vec<&Runbook> = kb.texts().collect();
    let mut findings: Vec<Diagnostic> = pages.into_par_iter().flat_map_iter(of_page).collect();
    findings.extend(kb.catalog.entities.values().flat_map(of_notes));
    let context = CheckContext { kb, snapshot };
    let of_check = |check: &&'static Check| {
        let mut findings = Vec::new();
        if let Stage::Knowledge(run) = check.stage {
            run(&check.code, &context, &mut findings);
        }
        findings
    };
    let refused: BTreeSet<Place> =
        kb.catalog.entities.values().flat_map(|entity| entity.refused.values()).copied().collect();
    let follows = |finding: &Diagnostic| finding.place().is_some_and(|place| refused.contains(&place));
    let of_checks = checks.par_iter().flat_map_iter(of_check);
    findings.par_extend(of_checks.filter(|finding| finding.severity == Severity::Error || !follows(finding)));
    findings
}

fn dead_links<'kb>(kb: &'kb KnowledgeBase, page: &'kb Runbook) -> impl Iterator<Item = DeadUse<'kb>> {
    kb.leads(page).filter_map(|(link, lead)| {
        let reason = lead.as_ref().err()?;
        Some(DeadUse { link, place: page.document.text.place(link.target_span), reason })
    })
}

/// The links in the notes of a thing that lead nowhere. A place in the value of a YAML key is none in the file: the target is looked for
/// behind the start of the thing.
fn dead_in_notes(kb: &KnowledgeBase, snapshot: &Snapshot, entity: &Entity) -> Vec<(LinkUse, Place, DeadLink)> {
    let Some(notes) = entity.notes.as_deref() else { return Vec::new() };
    let file = snapshot.file(entity.place.file);
    let text = Text::of_file(&SourceFile { text: notes.into(), ..file.clone() }, 0);
    let links = markdown::parse(text).value.links;
    let place = |target: &str| {
        let start = entity.place.span.start as usize;
        let at = file.text.get(start..).and_then(|rest| rest.find(target)).filter(|_| !target.is_empty());
        at.map_or(entity.place, |at| Place { file: file.id, span: Span::new(start + at..start + at + target.len()) })
    };
    let dead = |link: LinkUse| {
        let reason = target::resolve_in_notes(kb, &link).err()?;
        let place = place(&link.target);
        Some((link, place, reason))
    };
    links.into_iter().filter_map(dead).collect()
}

/// Groups whose errors concern the form of a handover project; a folder of documents never promised that form.
const FORM: [&str; 8] = ["include", "link", "markdown", "ref", "runbook", "schema", "secret", "summary"];

/// Whether a finding says that a finished file tells what it must not: something that is not for its readers, or a secret. One that
/// somebody made a warning was looked at.
#[must_use]
pub fn is_leak(finding: &Diagnostic) -> bool {
    let leaks = [&audience::LEAK.code, &secret::IN_OUTPUT.code];
    finding.severity == Severity::Error && leaks.contains(&finding.code)
}

/// Judges diagnostics by the kind of project: what is an error of form in a handover project is a warning in a folder of
/// documents. People start from such a folder, and it must build at once.
///
/// Where a file of the inventory cannot be read, nobody can tell what it refers to, so nothing counts as an orphan.
#[must_use]
pub fn judge(mut diagnostics: Vec<Diagnostic>, kind: ProjectKind) -> Vec<Diagnostic> {
    if diagnostics.iter().any(|diagnostic| *diagnostic.code == BAD_YAML) {
        diagnostics.retain(|diagnostic| *diagnostic.code != r#ref::ORPHAN.code);
    }
    // What follows from a folder that is not there is said with it.
    if diagnostics.iter().any(|diagnostic| *diagnostic.code == MISSING_FOLDER) {
        diagnostics.retain(|diagnostic| *diagnostic.code != site::NO_PAGES.code);
    }
    let is_of_form = |code: &Code| code.name.split_once('/').is_some_and(|(group, _)| FORM.contains(&group));
    for diagnostic in &mut diagnostics {
        if kind == ProjectKind::Documents && diagnostic.severity == Severity::Error && is_of_form(diagnostic.code) {
            diagnostic.severity = Severity::Warning;
        }
    }
    diagnostics
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::diagnostic::{Subject, message};
    use crate::history::{self, History};
    use crate::knowledge::evidence::Tested;
    use crate::records::Record;
    use crate::source::SourcePath;
    use crate::words::{Language, Words};
    use crate::{config, knowledge};

    /// Runs one check on a project and returns what it says, a line for each finding, label and help.
    pub(in crate::check) fn findings(check: &'static Check, archive: &str) -> String {
        let (kb, snapshot) = known(archive, History::default());
        said(check, &kb, &snapshot)
    }

    /// Runs one check on a project of which each of these files was committed once, by whoever has that address.
    pub(in crate::check) fn committed(check: &'static Check, archive: &str, files: &[(&str, &str)]) -> String {
        let changes = files.iter().map(|(path, email)| {
            let revision = Arc::new(revision(email));
            let commits = vec![history::Change { revision, path: None, content: None }];
            let changes = history::Changes { is_uncommitted: false, commits, is_whole: true };
            ((SourcePath::new(path).unwrap(), String::new()), changes)
        });
        let history = History { extent: history::Extent::Whole, changes: changes.collect(), ..History::default() };
        let (kb, snapshot) = known(archive, history);
        said(check, &kb, &snapshot)
    }

    /// Runs one check on a project of which all records were made against what it was `then`.
    pub(in crate::check) fn drifted(check: &'static Check, then: &str, now: &str) -> String {
        let (then, _) = known(then, History::default());
        let (mut kb, snapshot) = known(now, History::default());
        let placed = |record: Record<'_>| {
            (record.file().id.clone(), Tested::new(revision("ada@example.org"), &then, &kb, record))
        };
        kb.past = kb.records.iter().map(placed).collect();
        said(check, &kb, &snapshot)
    }

    fn revision(email: &str) -> history::Revision {
        let id = history::RevisionId::from_bytes(&[7; 20]);
        history::Revision { id, date: date(2026, 11, 1), author: String::new(), email: email.to_owned() }
    }

    fn known(archive: &str, history: History) -> (KnowledgeBase, Snapshot) {
        let snapshot = Snapshot::from_archive(archive);
        let config = config::read(&snapshot, "project", &|folder| folder == "runbooks").value;
        let kb = knowledge::compile(&snapshot, config, history, date(2026, 11, 22)).value;
        (kb, snapshot)
    }

    fn said(check: &'static Check, kb: &KnowledgeBase, snapshot: &Snapshot) -> String {
        let mut findings = run_on_sources(&[check], snapshot);
        findings.extend(run_on_knowledge(&[check], kb, snapshot));
        diagnostic::sort(&mut findings, snapshot);
        let words = Words::load(&Language::ENGLISH);
        let at = |place: Place| {
            let at = snapshot.line_column(place);
            format!("{}:{}:{}", snapshot.file(place.file).path, at.line, at.column)
        };
        let mut said = String::new();
        for finding in &findings {
            let subject = match &finding.subject {
                Subject::Place(place) => at(*place),
                Subject::Path(path) => path.to_string(),
                Subject::Project => "project".to_owned(),
            };
            said += &format!("{subject}: {}\n", words.say(&finding.message));
            for label in &finding.labels {
                said += &format!("  {}: {}\n", at(label.place), words.say(&label.message));
            }
            for help in &finding.help {
                said += &format!("  help: {}\n", words.say(help));
            }
        }
        said
    }

    #[test]
    fn checks_stand_in_order_and_every_name_once() {
        let names: Vec<&str> = CHECKS.iter().map(|check| check.code.name).collect();
        assert!(names.is_sorted(), "{names:?}");
        let codes = codes();
        let unique: BTreeSet<&str> = codes.iter().map(|code| code.name).collect();
        assert_eq!(unique.len(), codes.len());
    }

    #[test]
    fn every_code_has_words_in_every_language() {
        for language in Language::interface() {
            let words = Words::load(&language);
            for code in codes() {
                let id = code.name.replace('/', "-");
                assert!(words.find(&id).is_some(), "`{id}` in {language}");
            }
        }
    }

    #[test]
    fn what_follows_from_a_missing_folder_is_not_said_again() {
        let found = |codes: &[&'static Code]| {
            let found = codes.iter().map(|code| Diagnostic::new(code, Subject::Project, message!("x"))).collect();
            let judged = judge(found, ProjectKind::Handover);
            judged.iter().map(|diagnostic| diagnostic.code.name).collect::<Vec<_>>()
        };
        assert_eq!(found(&[&site::NO_PAGES.code, &MISSING_FOLDER]), ["config/missing-folder"]);
        assert_eq!(found(&[&site::NO_PAGES.code]), ["site/no-pages"]);
    }

    /// Runs all checks on an inventory, and returns which rules find something about which thing or place.
    fn found(inventory: &str) -> Vec<String> {
        let archive = inventory.replace("-- ", "-- runbooks/inventory/");
        let (kb, snapshot) = known(&format!("-- book.toml --\n[releve]\n{archive}"), History::default());
        let is_of_group = |finding: &&Diagnostic| matches!(finding.code.group(), "mail" | "project" | "domain" | "ref");
        let name = |finding: &Diagnostic| {
            let at = finding.place().map(|place| place.span.text(&snapshot.file(place.file).text));
            let about = finding.about.first().map_or(at, |about| Some(about.as_str()));
            format!("{} {}", finding.code.name, about.unwrap_or_default())
        };
        let mut found: Vec<String> = run(&kb, &snapshot).iter().filter(is_of_group).map(name).collect();
        found.sort();
        found
    }

    #[test]
    fn what_follows_from_a_field_that_was_refused_is_not_said_again() {
        let inventory = |flow: &str, project: &str, day: &str, covers: &str| {
            format!(
                "\
-- mail_flows.yaml --
letter: {{name: L, direction: out, purpose: newsletter, from_domains: [ours], via: unknown, {flow}}}
-- projects.yaml --
amis: {{name: Amis, {project}}}
-- services.yaml --
wiki: {{name: Wiki, serves: [amis], data: personal}}
-- domains.yaml --
ours:
  name: ours.example
  fqdn: ours.example
  expires_on: {day}
-- contracts.yaml --
lease: {{name: Lease, covers: {covers}}}
"
            )
        };
        let refused = inventory(
            "list_unsubscribe: oneclick, bounces: [], complaints: x, auth: {spf: 1}",
            "contacts: [{phone: 1}], leaves_with: runbook:site/relance",
            "2027-02-30",
            "[domain:assso]",
        );
        // No page is about the wiki: that is about something else.
        assert_eq!(found(&refused), ["ref/orphan wiki"]);
        let unknown = inventory(
            "list_unsubscribe: unknown, bounces: [], complaints: unknown, auth: unknown",
            "contacts: {none: x}",
            "unknown",
            "unknown",
        );
        let of_fields = [
            "domain/expires domain:ours",
            "mail/bounce-unread mail_flow:letter",
            "mail/no-auth mail_flow:letter",
            "mail/no-one-click mail_flow:letter",
            "project/no-contact project:amis",
            "project/no-exit-route project:amis",
        ];
        let orphans = ["ref/orphan lease", "ref/orphan wiki"];
        assert_eq!(found(&unknown), [&of_fields[..], &orphans].concat());
    }

    #[test]
    fn a_folder_of_documents_is_judged_mildly_but_its_configuration_is_not() {
        let all = || codes().into_iter().map(|code| Diagnostic::new(code, Subject::Project, message!("x"))).collect();
        let severity = |kind, name| {
            let judged: Vec<Diagnostic> = judge(all(), kind);
            judged.into_iter().find(|diagnostic| diagnostic.code.name == name).map(|diagnostic| diagnostic.severity)
        };
        for name in ["link/internal-dead", "secret/in-source", "schema/unknown-key"] {
            assert_eq!(severity(ProjectKind::Documents, name), Some(Severity::Warning));
            assert_eq!(severity(ProjectKind::Handover, name), Some(Severity::Error));
        }
        assert_eq!(severity(ProjectKind::Documents, "config/bad-toml"), Some(Severity::Error));
        assert_eq!(severity(ProjectKind::Documents, "config/foreign-key"), Some(Severity::Info));
    }
}
