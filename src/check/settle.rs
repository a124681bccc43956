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
