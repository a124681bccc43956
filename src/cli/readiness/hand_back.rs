//! `releve readiness --without person:… --revoke`: what to change, close and give to others when somebody goes.

use std::collections::BTreeSet;

use anyhow::Context;
use serde_json::{Value, json};

use crate::cli::Exit;
use crate::cli::project::Project;
use crate::cli::ui::{Paint, Painted, Ui};
use crate::diagnostic::{Message, message};
use crate::names::{EntityRef, Kind};
use crate::readiness::hand_back::hand_back;

use super::Format;

/// Prints the lists of those people and partners who are among what is gone.
pub(super) fn run(ui: &Ui, project: &Project, gone: &BTreeSet<EntityRef>, format: Format) -> anyhow::Result<Exit> {
    let people = gone.iter().filter(|who| matches!(who.kind(), Kind::Person | Kind::Partner));
    match format {
        Format::Human => {
            let lines: Vec<Painted> = people.flat_map(|who| lines(ui, project, who)).collect();
            ui.print_painted(&lines)?;
        }
        Format::Json => {
            let all: Vec<Value> = people.map(|who| of(project, who)).collect();
            ui.print(&(serde_json::to_string_pretty(&all).context("the list as JSON")? + "\n"))?;
        }
    }
    Ok(Exit::Clean)
}

fn lines(ui: &Ui, project: &Project, who: &EntityRef) -> Vec<Painted> {
    let words = ui.words();
    let name = project.kb.title(who);
    let tasks = hand_back(&project.kb, who);
    let mut lines = vec![Painted::new(Paint::Bold, words.say(&message!("hand-back-title", name = name)) + "\n")];
    if tasks.is_empty() {
        lines.push(Painted::new(Paint::Plain, words.say(&message!("hand-back-nothing", name = name)) + "\n"));
    }
    for (task, things) in tasks {
        let said = words.say(&Message { id: task.message_id(), arguments: vec![("name", name.into())] });
        lines.push(Painted::new(Paint::Plain, format!("{said}\n")));
        for thing in things {
            lines.push(Painted::new(Paint::Plain, format!("  [ ] {} ({thing})\n", project.kb.title(&thing))));
        }
    }
    lines
}

fn of(project: &Project, who: &EntityRef) -> Value {
    let tasks = hand_back(&project.kb, who).into_iter();
    let tasks = tasks.map(|(task, things)| {
        let things: Vec<String> = things.iter().map(ToString::to_string).collect();
        let word = task.message_id().trim_start_matches("hand-back-");
        (word.to_owned(), json!(things))
    });
    json!({ "who": who.to_string(), "tasks": Value::Object(tasks.collect()) })
}
