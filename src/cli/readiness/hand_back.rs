//! `releve readiness --without person:… --revoke`: what to change, close and give to others when somebody goes.

use std::collections::BTreeSet;

use anyhow::Context;
use serde_json::{Value, json};

use crate::cli::Exit;
use crate::cli::format::Format;
use crate::cli::lines::Lines;
use crate::cli::project::Project;
use crate::cli::ui::{Paint, Ui};
use crate::diagnostic::{Message, message};
use crate::names::{EntityRef, Kind};
use crate::readiness::hand_back::hand_back;

/// Prints the lists of those people and partners who are among what is gone.
pub(super) fn run(ui: &Ui, project: &Project, gone: &BTreeSet<EntityRef>, format: Format) -> anyhow::Result<Exit> {
    let people = gone.iter().filter(|who| matches!(who.kind(), Kind::Person | Kind::Partner));
    match format {
        Format::Human => {
            let mut lines = Lines::new(ui.words());
            people.for_each(|who| tell(&mut lines, project, who));
            ui.print_painted(&lines.painted())?;
        }
        Format::Json => {
            let all: Vec<Value> = people.map(|who| of(project, who)).collect();
            ui.print(&(serde_json::to_string_pretty(&all).context("the list as JSON")? + "\n"))?;
        }
    }
    Ok(Exit::Clean)
}

fn tell(lines: &mut Lines<'_>, project: &Project, who: &EntityRef) {
    let name = project.kb.title(who);
    let tasks = hand_back(&project.kb, who);
    lines.say(Paint::Bold, &message!("hand-back-title", name = name));
    if tasks.is_empty() {
        lines.say(Paint::Plain, &message!("hand-back-nothing", name = name));
    }
    for (task, things) in tasks {
        lines.say(Paint::Plain, &Message { id: task.message_id(), arguments: vec![("name", name.into())] });
        for thing in things {
            lines.line(Paint::Plain, format!("  [ ] {} ({thing})", project.kb.title(&thing)));
        }
    }
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
