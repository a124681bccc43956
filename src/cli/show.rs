//! `releve show REF`: an entity or a page, in the terminal.

use std::fmt::Write;
use std::path::Path;

use crate::catalog::Entity;
use crate::catalog::fact::{Fact, Value};
use crate::cli::moment::Moment;
use crate::cli::ui::Ui;
use crate::cli::{Exit, named};
use crate::diagnostic::message;
use crate::history::LastChange;
use crate::io::world;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::sheet::{Answer, Label};
use crate::names::EntityRef;
use crate::records::Record;
use crate::records::exercise::{Exercise, ExerciseResult, ExerciseType};
use crate::scalar::{Stated, Word};
use crate::source::Snapshot;
use crate::words::Words;

/// Prints an entity of the inventory or a page, for whoever only has a terminal
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve show service:nextcloud\n  releve show runbook:reprise/premiere-heure\n  releve show person:admin --lang fr\n  releve show host:srv1 --at handover-2026-06    as it was then"
)]
pub(super) struct Args {
    /// What to show, as `kind:id`.
    reference: String,
    #[command(flatten)]
    moment: Moment,
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let project = args.moment.read(directory, None, world::cache_folder().as_deref())?;
    let kb = &project.kb;
    let Some(reference) = named::find(ui, kb, &args.reference) else { return Ok(Exit::Failed) };
    ui.print(&match &reference {
        EntityRef::Runbook(id) => kb.runbooks.get(id).map_or_else(String::new, |runbook| {
            format!("{}\n\n{}\n", runbook.title, runbook.document.text.as_str().trim())
        }),
        _ => entity(kb, &project.snapshot, &reference, ui.words()),
    })?;
    Ok(Exit::Clean)
}

/// An entity as text: its fields, one a line, then who refers to it.
fn entity(kb: &KnowledgeBase, snapshot: &Snapshot, reference: &EntityRef, words: &Words) -> String {
    // The entity may be named by a file that is too broken to say more.
    let Some(entity) = kb.catalog.entities.get(reference) else { return format!("{reference}\n") };
    let mut text = format!("{} ({reference})\n", entity.name);
    if let Some(summary) = &entity.summary {
        let _ = writeln!(text, "{summary}");
    }
    text.push('\n');
    // Its name and summary stand above.
    let facts = entity.facts.iter().filter(|fact| !matches!(fact.name, "name" | "summary"));
    fields(&mut text, facts, 0, kb, words);
    money(&mut text, kb, entity, words);
    let path = &snapshot.file(entity.place.file).path;
    let changed = match kb.last_change(entity, snapshot) {
        LastChange::Known(revision) => format!("{} · {} · {}", revision.date, revision.author, revision.id.short()),
        LastChange::Uncommitted => words.word("site-changed-uncommitted"),
        LastChange::Unknown => words.word("cli-show-change-unknown"),
    };
    let _ = writeln!(text, "\n{path} · {changed}");
    for record in kb.records_of(reference) {
        let _ = writeln!(text, "{}", self::record(record, words));
    }
    for relation in kb.incoming(reference) {
        let _ = writeln!(text, "← {} ({})", relation.from, relation.field);
    }
    text
}

/// What follows of money from this and other things: a price as a year, the balance of the organisation.
fn money(text: &mut String, kb: &KnowledgeBase, entity: &Entity, words: &Words) {
    let groups = kb.sheet(entity).into_iter().filter(|group| group.name == "money");
    for line in groups.flat_map(|group| group.lines) {
        if let (Label::Derived(_), Answer::Derived(derived)) = (line.label, &line.answer) {
            let _ = write!(text, "~ {}", labelled(&line.label.say(words), words));
            value(text, derived, 0, kb, words);
        }
    }
}

/// A record on one line: its day, what it is, how it went, and its file's name to look for.
fn record(record: Record<'_>, words: &Words) -> String {
    let file = record.file();
    let kind = file.id.kind();
    let what = words.word(&format!("record-kind-{}", kind.name()));
    let went = match record {
        Record::Exercise(Exercise { exercise_type: Stated::Known(of), result: Stated::Known(result), .. }) => {
            let of = words.word(&format!("{}-{}", ExerciseType::SET, of.word()));
            format!(" · {of} · {}", words.word(&format!("{}-{}", ExerciseResult::SET, result.word())))
        }
        Record::Incident(incident) => incident.title.known().map(|title| format!(" · {title}")).unwrap_or_default(),
        Record::Exercise(_) | Record::Acknowledgement(_) => String::new(),
    };
    format!("{} {what}{went} · {}/{}", file.date, kind.folder(), file.id.name())
}

fn fields<'a>(
    text: &mut String,
    facts: impl IntoIterator<Item = &'a Fact>,
    depth: usize,
    kb: &KnowledgeBase,
    words: &Words,
) {
    for fact in facts {
        let label = labelled(&words.word(&format!("field-{}", fact.name)), words);
        let _ = write!(text, "{:indent$}{label}", "", indent = depth * 2);
        value(text, &fact.value, depth, kb, words);
    }
}

fn value(text: &mut String, value_of: &Value, depth: usize, kb: &KnowledgeBase, words: &Words) {
    match value_of {
        Value::Group(facts) => {
            text.push('\n');
            fields(text, facts, depth + 1, kb, words);
        }
        Value::List(values) => {
            text.push('\n');
            for item in values {
                let _ = writeln!(text, "{:indent$}- {}", "", item_text(item, kb, words), indent = depth * 2 + 2);
            }
        }
        plain => {
            let _ = writeln!(text, " {}", said(plain, kb, words));
        }
    }
}

/// Sets a colon behind a label, as the language does.
fn labelled(label: &str, words: &Words) -> String {
    format!("{label}{}:", words.word("before-colon"))
}

/// Says a value. That there is nothing is not told by its reason alone.
fn said(value: &Value, kb: &KnowledgeBase, words: &Words) -> String {
    match value {
        Value::None(reason) => words.say(&message!("cli-show-none", reason = reason.as_str())),
        other => kb.say(other, words),
    }
}

/// An item of a list on one line: its fields one after the other.
fn item_text(item: &Value, kb: &KnowledgeBase, words: &Words) -> String {
    let Value::Group(facts) = item else { return said(item, kb, words) };
    let fields = facts.iter().map(|fact| {
        let label = labelled(&words.word(&format!("field-{}", fact.name)), words);
        format!("{label} {}", said(&fact.value, kb, words))
    });
    fields.collect::<Vec<_>>().join(" · ")
}
