//! What a project says about its findings: how much rules weigh here, and what is accepted for a time.

use std::collections::BTreeMap;

use crate::check::latitude::{Refusal, may_be_waived, may_weigh};
use crate::check::waiver::UNUSED;
use crate::config::{Config, RuleLevel, Waiver};
use crate::diagnostic::{Code, Diagnostic, Severity, Subject, Waived, message};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, suggest};
use crate::problem::config::{BAD_VALUE, UNKNOWN_RULE};
use crate::source::{Place, Snapshot, SourcePath};

/// Findings, those apart that somebody accepted.
#[derive(Debug, Default)]
pub struct Settled {
    /// What counts.
    pub findings: Vec<Diagnostic>,
    /// What is told, and counts no more.
    pub waived: Vec<Waived>,
}

/// Gives findings the weight that `[checks]` says, and sets those apart that a waiver accepts.
///
/// `codes` are all rules there are. A level or a waiver that cannot be as it is written is a finding itself.
#[must_use]
pub fn settle(
    mut findings: Vec<Diagnostic>,
    kb: &KnowledgeBase,
    snapshot: &Snapshot,
    codes: &[&'static Code],
) -> Settled {
    let rules: BTreeMap<&str, &'static Code> = codes.iter().map(|code| (code.name, *code)).collect();
    let checks = &kb.config.checks;
    set_levels(&mut findings, &kb.config);
    findings.extend(checks.levels.iter().filter_map(|level| judge_level(&rules, level)));
    let mut waivers: BTreeMap<&str, Vec<InForce<'_>>> = BTreeMap::new();
    for waiver in &checks.waivers {
        match rules.get(&*waiver.rule) {
            None => findings.push(unknown_rule(&rules, &waiver.rule, waiver.place)),
            Some(code) if !may_be_waived(code) => {
                let message = message!("config-bad-value.waiver", rule = code.name);
                let help = message!("config-bad-value.waiver-help", rule = code.name);
                findings.push(Diagnostic::at(&BAD_VALUE, waiver.place, message).help(help));
            }
            Some(_) if waiver.is_in_force(kb.as_of) => {
                waivers.entry(&waiver.rule).or_default().push(InForce::new(waiver, kb, snapshot));
            }
            // That it is over, or not sound, is told by checks.
            Some(_) => {}
        }
    }
    let mut settled = Settled::default();
    for finding in findings {
        let of_rule = waivers.get_mut(finding.code.name).into_iter().flatten();
        match of_rule.into_iter().find(|waiver| waiver.accepts(&finding, snapshot)) {
            Some(waiver) => settled.waived.extend(waiver.accept(finding)),
            None => settled.findings.push(finding),
        }
    }
    let unused = waivers.values().flatten().filter(|waiver| !waiver.is_used);
    settled.findings.extend(unused.map(|waiver| waiver.unused(&kb.config)));
    settled
}

/// Gives findings the weight that `[checks]` says; what is off is dropped.
pub fn set_levels(findings: &mut Vec<Diagnostic>, config: &Config) {
    let levels: BTreeMap<&str, Option<Severity>> =
        config.checks.levels.iter().map(|level| (&*level.rule, level.severity)).collect();
    findings.retain_mut(|finding| {
        let Some(level) = levels.get(finding.code.name) else { return true };
        if may_weigh(finding.code, *level).is_ok()
            && let Some(severity) = *level
        {
            finding.severity = severity;
        }
        level.is_some() || may_weigh(finding.code, *level).is_err()
    });
}

fn judge_level(rules: &BTreeMap<&str, &'static Code>, level: &RuleLevel) -> Option<Diagnostic> {
    let RuleLevel { rule, severity, place } = level;
    let Some(code) = rules.get(&**rule) else { return Some(unknown_rule(rules, rule, *place)) };
    let written = severity.map_or("off", Severity::name);
    let fixed = |lowest: &str| {
        let message = message!("config-bad-value.fixed", rule = code.name, level = written, lowest = lowest);
        (message, message!("config-bad-value.fixed-help", rule = code.name))
    };
    let (message, help) = match may_weigh(code, *severity) {
        Ok(()) => return None,
        Err(Refusal::Fixed) => fixed("none"),
        Err(Refusal::AtLeastWarning) => fixed(Severity::Warning.name()),
        Err(Refusal::NeverBlocks) => (
            message!("config-bad-value.never-blocks", rule = code.name),
            message!("config-bad-value.never-blocks-help"),
        ),
    };
    Some(Diagnostic::at(&BAD_VALUE, *place, message).help(help))
}

fn unknown_rule(rules: &BTreeMap<&str, &'static Code>, written: &str, place: Place) -> Diagnostic {
    let help = match suggest(written, rules.keys().copied()) {
        Some(suggestion) => message!("config-unknown-rule.did-you-mean", suggestion = suggestion),
        None => message!("config-unknown-rule.help"),
    };
    Diagnostic::at(&UNKNOWN_RULE, place, message!("config-unknown-rule", rule = written)).help(help)
}

/// A waiver that holds, and what it is about.
struct InForce<'a> {
    waiver: &'a Waiver,
    /// The thing or page, if there is one of that name.
    thing: Option<String>,
    /// The file that it means: that of the page, or the one whose path it gives.
    path: Option<SourcePath>,
    is_used: bool,
}

impl<'a> InForce<'a> {
    fn new(waiver: &'a Waiver, kb: &KnowledgeBase, snapshot: &Snapshot) -> Self {
        let thing = kb.names.find(&waiver.on);
        let path = match &thing {
            Some(EntityRef::Runbook(id)) => kb.runbooks.get(id).map(|runbook| snapshot.file(runbook.file).path.clone()),
            Some(_) => None,
            None => SourcePath::new(&waiver.on).ok().filter(|path| !path.is_root()),
        };
        Self { waiver, thing: thing.map(|thing| thing.to_string()), path, is_used: false }
    }

    fn accepts(&self, finding: &Diagnostic, snapshot: &Snapshot) -> bool {
        let is_about = |thing: &String| finding.about.contains(thing);
        let path = match &finding.subject {
            Subject::Place(place) => Some(&snapshot.file(place.file).path),
            Subject::Path(path) => Some(path),
            Subject::Project => None,
        };
        self.thing.as_ref().is_some_and(is_about) || (self.path.is_some() && self.path.as_ref() == path)
    }

    fn accept(&mut self, finding: Diagnostic) -> Option<Waived> {
        self.is_used = true;
        let Waiver { because, by, until, .. } = self.waiver;
        Some(Waived { finding, because: because.clone()?, by: by.clone(), until: (*until)? })
    }

    fn unused(&self, config: &Config) -> Diagnostic {
        let Waiver { rule, on, place, .. } = self.waiver;
        let is_named = self.thing.is_some() || self.path.is_some();
        let is_off = config.checks.levels.iter().any(|level| level.rule == *rule && level.severity.is_none());
        let help = if is_off {
            message!("waiver-unused.off", rule = rule.as_str())
        } else if is_named {
            message!("waiver-unused.help")
        } else {
            message!("waiver-unused.nothing", on = on.as_str())
        };
        let message = message!("waiver-unused", rule = rule.as_str(), on = on.as_str());
        Diagnostic::at(&UNUSED.code, *place, message).help(help)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::check::codes;
    use crate::config;
    use crate::history::History;
    use crate::knowledge;
    use crate::words::{Language, Words};

    /// Settles one finding of a rule about `service:wiki`, under the configuration after `[releve]`; returns what counts and what is accepted.
    fn settled(rule: &str, toml: &str) -> (Vec<String>, usize) {
        let archive = format!("-- book.toml --\n[releve]\n{toml}\n-- runbooks/a.md --\n# A\n");
        let snapshot = Snapshot::from_archive(&archive);
        let config = config::read(&snapshot, "project", &|folder| folder == "runbooks").value;
        let mut kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 22)).value;
        let place = Place { file: snapshot.files()[0].id, span: crate::source::Span::default() };
        let _ = kb.names.declare(crate::names::Kind::Service, "wiki", place);
        let codes = codes();
        let code = codes.iter().find(|code| code.name == rule).unwrap();
        let path = SourcePath::new("runbooks/a.md").unwrap();
        let finding = Diagnostic::new(code, Subject::Path(path), message!("x")).about(&"service:wiki");
        let Settled { findings, waived } = settle(vec![finding], &kb, &snapshot, &codes);
        let words = Words::load(&Language::ENGLISH);
        let said = findings.iter().map(|finding| {
            let said = if finding.message.id == "x" { String::new() } else { words.say(&finding.message) };
            format!("{} {} {said}", finding.severity.name(), finding.code.name).trim_end().to_owned()
        });
        (said.collect(), waived.len())
    }

    fn level(rule: &str, level: &str) -> Vec<String> {
        settled(rule, &format!("[checks]\n\"{rule}\" = \"{level}\"")).0
    }

    fn waiver(rule: &str, on: &str, until: &str) -> (Vec<String>, usize) {
        let keys = format!("rule = \"{rule}\"\non = \"{on}\"\nbecause = \"so\"\nby = \"person:ada\"\nuntil = {until}");
        settled(rule, &format!("[[checks.waivers]]\n{keys}"))
    }

    #[test]
    fn a_rule_weighs_what_is_written_or_is_off() {
        assert_eq!(level("ref/orphan", "info"), ["info ref/orphan"]);
        assert_eq!(level("ref/orphan", "error"), ["error ref/orphan"]);
        assert_eq!(level("ref/orphan", "off"), [""; 0]);
        assert_eq!(level("link/internal-dead", "warning"), ["warning link/internal-dead"]);
    }

    #[test]
    fn what_must_be_said_is_said_whatever_is_written() {
        assert_eq!(level("secret/in-source", "warning"), ["warning secret/in-source"]);
        for (rule, lowest) in [("secret/in-source", "at least `warning`"), ("link/internal-dead", "at least `warning`")]
        {
            let said = format!("error config/bad-value `{rule}` cannot be `off`: {lowest}");
            assert_eq!(level(rule, "off"), [format!("error {rule}"), said]);
        }
        assert_eq!(
            level("config/bad-toml", "warning")[1],
            "error config/bad-value `config/bad-toml` cannot be `warning`: its level is fixed"
        );
        assert_eq!(level("waiver/expired", "error")[0], "readiness waiver/expired");
    }

    #[test]
    fn a_rule_that_does_not_exist_is_told() {
        let said = settled("ref/orphan", "[checks]\n\"ref/orphans\" = \"off\"").0;
        assert_eq!(said, ["warning ref/orphan", "warning config/unknown-rule no rule `ref/orphans`"]);
    }

    #[test]
    fn a_waiver_accepts_what_it_names_until_its_last_day() {
        for on in ["service:wiki", "runbooks/a.md"] {
            assert_eq!(waiver("ref/orphan", on, "2026-11-22"), (Vec::new(), 1), "{on}");
        }
        // Over, or too long: it counts for nothing, and checks of their own say so.
        for until in ["2026-11-21", "2027-12-31"] {
            assert_eq!(waiver("ref/orphan", "service:wiki", until), (vec!["warning ref/orphan".to_owned()], 0));
        }
    }

    #[test]
    fn a_waiver_that_accepts_nothing_is_told() {
        let (said, waived) = waiver("ref/orphan", "service:blog", "2026-12-31");
        let unused = "warning waiver/unused the waiver of `ref/orphan` for `service:blog` accepts nothing";
        assert_eq!((said, waived), (vec!["warning ref/orphan".to_owned(), unused.to_owned()], 0));
    }

    #[test]
    fn a_secret_cannot_be_waived() {
        let (said, waived) = waiver("secret/in-source", "service:wiki", "2026-12-31");
        let refused = "error config/bad-value `secret/in-source` cannot be waived";
        assert_eq!((said, waived), (vec!["error secret/in-source".to_owned(), refused.to_owned()], 0));
    }
}
