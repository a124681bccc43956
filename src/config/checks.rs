//! `[checks]`: how much rules weigh here, and which findings are accepted for a time.

use jiff::civil::Date;

use super::book_toml;
use super::table::Written;
use crate::diagnostic::{Diagnostic, Severity, message};
use crate::names::suggest;
use crate::problem::config::{BAD_VALUE, MISSING_KEY};
use crate::source::Place;

/// `[checks]`. Which rules there are, and what may be done to them, is known to whoever judges findings.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    /// The rules whose weight is set.
    pub levels: Vec<RuleLevel>,
    /// What is accepted for a time.
    pub waivers: Vec<Waiver>,
}

/// How much a rule weighs here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLevel {
    /// The rule, as written.
    pub rule: String,
    /// How much it weighs; nothing when it is off.
    pub severity: Option<Severity>,
    /// Where that is written.
    pub place: Place,
}

/// A known gap that somebody accepted until a day: a finding that is told, and counts no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The rule, as written.
    pub rule: String,
    /// The thing or page that it concerns, as written: `service:wiki`, `runbook:restore`, or the path of a file.
    pub on: String,
    /// Who accepts it.
    pub by: String,
    /// Why; nothing when it is not written, or empty. Without a reason it is not in force.
    pub because: Option<String>,
    /// The last day on which it holds; without one it is not in force.
    pub until: Option<Date>,
    /// Where it is written.
    pub place: Place,
}

impl Waiver {
    /// The longest that one may hold, from the day that is looked at, in days.
    pub const LONGEST: i32 = 180;

    /// Whether it is sound: it says why, and ends, and not too late.
    #[must_use]
    pub fn is_sound(&self, as_of: Date) -> bool {
        self.because.is_some() && self.until.is_some_and(|until| days(as_of, until) <= Self::LONGEST)
    }

    /// Whether it holds on a day: its last day counts.
    #[must_use]
    pub fn is_in_force(&self, as_of: Date) -> bool {
        self.is_sound(as_of) && self.until.is_some_and(|until| as_of <= until)
    }
}

fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// Reads what is written; what is not sound in its form is reported and left out.
pub(super) fn read(written: book_toml::Checks, diagnostics: &mut Vec<Diagnostic>) -> Checks {
    let levels = written.levels.into_iter().filter_map(|(rule, level)| {
        let severity = severity(&rule, &level, diagnostics)?;
        Some(RuleLevel { rule, severity, place: level.place })
    });
    let levels = levels.collect();
    let waivers = written.waivers.into_iter().filter_map(|waiver| self::waiver(waiver, diagnostics)).collect();
    Checks { levels, waivers }
}

fn severity(rule: &str, written: &Written<String>, diagnostics: &mut Vec<Diagnostic>) -> Option<Option<Severity>> {
    const CHOICES: [&str; 5] = ["error", "readiness", "warning", "info", "off"];
    Some(match &*written.value {
        "error" => Some(Severity::Error),
        "readiness" => Some(Severity::Readiness),
        "warning" => Some(Severity::Warning),
        "info" => Some(Severity::Info),
        "off" => None,
        other => {
            let choices = CHOICES.join("`, `");
            let message =
                message!("config-bad-value", key = format!("checks.{rule}"), value = other, choices = choices);
            let help = match suggest(other, CHOICES) {
                Some(suggestion) => message!("config-bad-value.did-you-mean", suggestion = suggestion),
                None => message!("config-bad-value.help"),
            };
            diagnostics.push(Diagnostic::at(&BAD_VALUE, written.place, message).help(help));
            return None;
        }
    })
}

fn waiver(written: book_toml::Waiver, diagnostics: &mut Vec<Diagnostic>) -> Option<Waiver> {
    let book_toml::Waiver { rule, on, by, because, until, place } = written;
    let missing = [("rule", &rule), ("on", &on), ("by", &by)].into_iter();
    let missing: Vec<&str> = missing.filter(|(_, value)| value.is_none()).map(|(key, _)| key).collect();
    if !missing.is_empty() {
        let message = message!("config-missing-key", keys = missing.join("`, `"));
        diagnostics.push(Diagnostic::at(&MISSING_KEY, place, message).help(message!("config-missing-key.help")));
    }
    let until = until.and_then(|until| {
        let date = until.value.parse::<Date>().ok();
        if date.is_none() {
            let message = message!("config-bad-value.date", value = until.value.as_str());
            let help = message!("config-bad-value.date-help");
            diagnostics.push(Diagnostic::at(&BAD_VALUE, until.place, message).help(help));
        }
        date
    });
    let because = because.map(|because| because.value.trim().to_owned()).filter(|because| !because.is_empty());
    let text = |written: Option<Written<String>>| written.map(|written| written.value.trim().to_owned());
    Some(Waiver { rule: text(rule)?, on: text(on)?, by: text(by)?, because, until, place })
}
