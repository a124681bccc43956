//! What a record will show once it is committed, by whom, and what to type for that.

use std::path::Path;

use crate::catalog::person::Person;
use crate::cli::ui::Ui;
use crate::diagnostic::message;
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::records::Record;
use crate::records::exercise::Exercise;

/// Tells what a record that was just written will show, and how it is committed.
pub(super) fn tell(ui: &Ui, kb: &KnowledgeBase, record: Record<'_>, path: &Path) {
    let by = match record {
        Record::Exercise(exercise) => {
            shows(ui, kb, exercise);
            exercise.by.known()
        }
        Record::Acknowledgement(acknowledgement) => {
            if let Some(subject) = acknowledgement.subject.known().filter(|_| acknowledgement.is_enough()) {
                ui.say(&message!("cli-record-read", subject = kb.title(subject)));
            }
            acknowledgement.by.known()
        }
        Record::Incident(_) => None,
    };
    let person = by.and_then(|by| person(kb, by));
    let identity = person.and_then(identity);
    let path = quoted(&path.display().to_string());
    ui.say(&message!("cli-record-commit"));
    let author = identity.as_deref().map(|identity| format!(" --author={}", quoted(identity))).unwrap_or_default();
    let subject = quoted(&format!("record: {}", record.file().id.name()));
    // To be copied, so it stands alone on its line.
    ui.say(&message!("cli-record-command", command = format!("git add {path} && git commit{author} -m {subject}")));
    match (by, person, &identity) {
        (Some(by), _, Some(_)) => ui.say(&message!("cli-record-own", name = kb.title(by))),
        (Some(by), Some(_), None) => ui.say(&message!("cli-record-no-identity", name = kb.title(by))),
        (Some(by), None, None) => ui.say(&message!("cli-record-partner", name = kb.title(by))),
        (None, ..) => {}
    }
}

/// Tells until when each thing may be trusted for it.
fn shows(ui: &Ui, kb: &KnowledgeBase, exercise: &Exercise) {
    let promised = kb.promised(exercise);
    if promised.is_empty() {
        ui.say(&message!("cli-record-shows-nothing"));
    }
    for (subject, until) in promised {
        let name = kb.title(subject);
        match until {
            Some(day) => ui.say(&message!("cli-record-until", name = name, day = day.to_string())),
            None => ui.say(&message!("cli-record-shown", name = name)),
        }
    }
}

fn person<'kb>(kb: &'kb KnowledgeBase, by: &EntityRef) -> Option<&'kb Person> {
    match by {
        EntityRef::Person(id) => kb.catalog.people.get(id),
        _ => None,
    }
}

/// Returns the author as git wants it, `Name <mail>`; nothing where the mail address is not known.
fn identity(person: &Person) -> Option<String> {
    let written = person.commits_as.iter().find(|written| written.contains('@'))?;
    if written.contains('<') {
        return Some(written.clone());
    }
    let name =
        person.commits_as.iter().find(|written| !written.contains('@')).map_or(person.id.as_str(), String::as_str);
    Some(format!("{name} <{written}>"))
}

/// Quotes a word for a shell (POSIX 2.2.2).
fn quoted(word: &str) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_./".contains(character);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn what_is_to_be_typed_is_one_word_for_a_shell() {
        assert_eq!(quoted("runbooks/records/a.yaml"), "runbooks/records/a.yaml");
        assert_eq!(quoted("Béa <bea@example.org>"), "'Béa <bea@example.org>'");
        assert_eq!(quoted("it's; rm"), "'it'\\''s; rm'");
    }
}
