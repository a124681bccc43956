//! What a record says: from flags, else from whoever sits at the terminal. An answer that cannot be is asked for again.

use jiff::civil::Date;

use crate::cli::ui::Ui;
use crate::diagnostic::{Message, message};
use crate::knowledge::KnowledgeBase;
use crate::names::{Kind, Takes, suggest};
use crate::records::exercise::{ExerciseResult, ExerciseType};
use crate::records::found::NOTHING;
use crate::scalar::{Day, Duration, Moment, Word};

use super::draft::Draft;
use super::{AcknowledgementArgs, ExerciseArgs, IncidentArgs};

/// How often a question is asked again: whoever has nothing else to say wants to see what is wrong in the file.
const MOST_TRIES: usize = 3;

/// What stands where nobody knows.
const UNKNOWN: &str = "unknown";

/// Puts the answers together.
pub(super) struct Asker<'a> {
    ui: &'a Ui,
    kb: &'a KnowledgeBase,
    /// The flags that nobody is there to be asked for.
    missing: Vec<&'static str>,
}

/// What an answer may be.
#[derive(Clone, Copy)]
enum Form {
    Words(&'static [&'static str]),
    Day,
    Moment,
    Length,
    Person,
    Thing(Takes<'static>),
    Text,
}

impl<'a> Asker<'a> {
    /// Asks on a terminal, about what is known.
    pub(super) fn new(ui: &'a Ui, kb: &'a KnowledgeBase) -> Self {
        Self { ui, kb, missing: Vec::new() }
    }

    /// Returns the flags that are missing, because there is no terminal to ask on.
    pub(super) fn missing(&self) -> &[&'static str] {
        &self.missing
    }

    /// Returns what a flag says, else the answer to a question.
    fn one(&mut self, field: &str, flag: &'static str, given: Option<String>, form: Form) -> Option<String> {
        self.or_ask(field, flag, given, form, UNKNOWN)
    }

    fn or_ask(
        &mut self,
        field: &str,
        flag: &'static str,
        given: Option<String>,
        form: Form,
        suggestion: &str,
    ) -> Option<String> {
        if given.is_some() {
            return given;
        }
        if !self.ui.can_ask() {
            self.missing.push(flag);
            return None;
        }
        let mut suggestion = suggestion.to_owned();
        let mut answer = self.ask(field, form, &suggestion);
        for _ in 1..MOST_TRIES {
            let Some(near) = self.fault(&answer, form) else { break };
            suggestion = near.unwrap_or(suggestion);
            answer = self.ask(field, form, &suggestion);
        }
        Some(answer)
    }

    /// Returns what flags say, else the answers to a question that is asked until nothing is said.
    fn many(&mut self, field: &str, flag: &'static str, given: Vec<String>, form: Form, empty: &str) -> Vec<String> {
        if !given.is_empty() {
            return given;
        }
        let mut answers: Vec<String> = Vec::new();
        loop {
            let suggestion = if answers.is_empty() { empty } else { "" };
            let Some(answer) = self.or_ask(field, flag, None, form, suggestion) else { return answers };
            if answer.is_empty() || answer == empty {
                answers.extend(answers.is_empty().then_some(answer));
                return answers;
            }
            answers.push(answer);
        }
    }

    /// Asks for what may be left out.
    fn perhaps(&mut self, field: &str, given: Option<String>, form: Form) -> Option<String> {
        if given.is_some() || !self.ui.can_ask() {
            return given;
        }
        self.or_ask(field, "", None, form, "").filter(|answer| !answer.is_empty())
    }

    fn ask(&self, field: &str, form: Form, suggestion: &str) -> String {
        let words = self.ui.words();
        let label = words.word(&format!("field-{field}"));
        let hint = match form {
            Form::Words(words) => words.join(", "),
            Form::Day => "2026-11-24".to_owned(),
            Form::Moment => "2026-11-24 07:40".to_owned(),
            Form::Length => "52m, 3h".to_owned(),
            Form::Person => self.kb.names.ids(Kind::Person).collect::<Vec<_>>().join(", "),
            Form::Thing(Takes::Id(kind)) => format!("{}:…", kind.name()),
            Form::Thing(Takes::Reference(_)) => "service:…, credential:…, backup:…, runbook:…".to_owned(),
            Form::Text => String::new(),
        };
        let has_hint = if hint.is_empty() { "no" } else { "yes" };
        let question = message!("cli-record-ask", label = label, has_hint = has_hint, hint = hint);
        self.ui.ask(&question, suggestion)
    }

    /// Says why an answer cannot be, and returns what was probably meant, where that is known.
    fn fault(&self, answer: &str, form: Form) -> Option<Option<String>> {
        if answer.is_empty() || answer == UNKNOWN {
            return None;
        }
        let is_sound = match form {
            Form::Words(words) => words.contains(&answer),
            Form::Day => answer.parse::<Day>().is_ok(),
            Form::Moment => answer.parse::<Moment>().is_ok(),
            Form::Length => answer.parse::<Duration>().is_ok(),
            Form::Person => self.is_known(answer, Kind::Person),
            Form::Thing(Takes::Id(kind)) => self.is_known(answer, kind),
            Form::Thing(Takes::Reference(_)) => answer.contains(':') && self.is_known(answer, Kind::Service),
            Form::Text => true,
        };
        if is_sound {
            return None;
        }
        let near = match form {
            Form::Words(words) => suggest(answer, words.iter().copied()).map(str::to_owned),
            Form::Person => self.near(answer, Kind::Person),
            Form::Thing(Takes::Id(kind)) => self.near(answer, kind),
            Form::Thing(Takes::Reference(_)) => self.near(answer, Kind::Service),
            Form::Day | Form::Moment | Form::Length | Form::Text => None,
        };
        let say = |message: &Message| self.ui.say(message);
        match &near {
            Some(near) => say(&message!("cli-did-you-mean", name = near.as_str())),
            None => say(&message!("cli-record-cannot-be", answer = answer)),
        }
        Some(near)
    }

    /// Whether a written name, with its kind or of one, is that of something.
    fn is_known(&self, written: &str, kind: Kind) -> bool {
        let (kind, id) = split(written, kind);
        kind.is_some_and(|kind| self.kb.names.resolve(kind, id).is_some())
    }

    /// Returns the name that was probably meant; of one without its kind, that of the first kind that has it.
    fn near(&self, written: &str, kind: Kind) -> Option<String> {
        let (named, id) = split(written, kind);
        let exact = Kind::ALL.into_iter().find(|kind| self.kb.names.resolve(*kind, id).is_some());
        if let Some(kind) = exact.filter(|_| !written.contains(':')) {
            return Some(format!("{}:{id}", kind.name()));
        }
        let near = self.kb.names.suggest(named?, id)?;
        Some(if written.contains(':') { format!("{}:{near}", named?.name()) } else { near.to_owned() })
    }
}

fn split(written: &str, kind: Kind) -> (Option<Kind>, &str) {
    match written.split_once(':') {
        Some((kind, id)) => (Kind::from_name(kind), id),
        None => (Some(kind), written),
    }
}

const ANYTHING: Form = Form::Thing(Takes::Reference(&Kind::ALL));

/// Puts an exercise together.
pub(super) fn exercise(asker: &mut Asker<'_>, args: ExerciseArgs, today: Date) -> Draft {
    let ExerciseArgs { of, exercise_type, by, helped_by, subjects, result, took, data_age, found, fixed_in } = args;
    let mut draft = Draft::default();
    draft.one("date", day(asker, of.date, today));
    let exercise_type = asker.one("type", "--type", exercise_type, Form::Words(ExerciseType::WORDS));
    let is_timed = matches!(exercise_type.as_deref(), Some("restore" | "takeover"));
    draft.one("type", exercise_type);
    draft.one("by", asker.one("by", "--by", by, Form::Person));
    draft.many("helped_by", helped_by, None);
    draft.many("subjects", asker.many("subjects", "--subject", subjects, ANYTHING, UNKNOWN), None);
    draft.one("result", asker.one("result", "--result", result, Form::Words(ExerciseResult::WORDS)));
    let took = if is_timed {
        asker.one("took", "--took", took, Form::Length)
    } else {
        asker.perhaps("took", took, Form::Length)
    };
    draft.one("took", took);
    draft.one("data_age", if is_timed { asker.perhaps("data_age", data_age, Form::Length) } else { data_age });
    draft.many("found", asker.many("found", "--found", found, Form::Text, NOTHING), Some(NOTHING));
    draft.one("fixed_in", fixed_in);
    draft
}

/// Puts an acknowledgement together.
pub(super) fn acknowledgement(asker: &mut Asker<'_>, args: AcknowledgementArgs, today: Date) -> Draft {
    let AcknowledgementArgs { of, by, subject, readback, questions } = args;
    let mut draft = Draft::default();
    draft.one("date", day(asker, of.date, today));
    draft.one("by", asker.one("by", "--by", by, Form::Person));
    draft.one("subject", asker.one("subject", "--subject", subject, ANYTHING));
    draft.one("readback", asker.one("readback", "--readback", readback, Form::Text));
    draft.many("questions", questions, None);
    draft
}

/// Puts an incident together. Much of it is not known in the first hour: what no flag says and nobody can be asked is unknown.
pub(super) fn incident(asker: &mut Asker<'_>, args: IncidentArgs, today: Date) -> Draft {
    let IncidentArgs {
        name: _,
        title,
        started,
        noticed,
        ended,
        services,
        cause,
        impact,
        runbooks_used,
        runbooks_missing,
    } = args;
    let later = |asker: &mut Asker<'_>, field: &str, given, form| {
        Some(asker.perhaps(field, given, form).unwrap_or_else(|| UNKNOWN.to_owned()))
    };
    let mut draft = Draft::default();
    draft.one("title", asker.one("title", "--title", title, Form::Text));
    let started = asker.perhaps("started", started, Form::Moment).unwrap_or_else(|| today.to_string());
    draft.one("started", Some(started));
    draft.one("noticed", later(asker, "noticed", noticed, Form::Moment));
    draft.one("ended", asker.perhaps("ended", ended, Form::Moment));
    let service = Form::Thing(Takes::Id(Kind::Service));
    draft.many("services", asker.many("services", "--service", services, service, UNKNOWN), None);
    draft.one("cause", later(asker, "cause", cause, Form::Text));
    draft.one("impact", later(asker, "impact", impact, Form::Text));
    draft.many("runbooks_used", runbooks_used, None);
    let missing = if runbooks_missing.is_empty() { vec![UNKNOWN.to_owned()] } else { runbooks_missing };
    draft.many("runbooks_missing", missing, Some(NOTHING));
    draft
}

/// The day of the flag, else of an answer, else today.
fn day(asker: &mut Asker<'_>, given: Option<String>, today: Date) -> Option<String> {
    let today = today.to_string();
    if given.is_some() || !asker.ui.can_ask() {
        return given.or(Some(today));
    }
    asker.or_ask("date", "--date", None, Form::Day, &today)
}
