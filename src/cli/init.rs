//! `releve init`: a starter project that already builds.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::cli::Exit;
use crate::cli::ui::Ui;
use crate::diagnostic::message;
use crate::io::disk;
use crate::words::Language;

/// Makes a starter project that already builds: two people, one service, one host, one credential, one runbook
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve init my-handover\n  releve init . --title \"Les Amarres\" --admin \"Alix\" --backup \"Camille\" --lang fr\n\nAsks for what no flag says when it runs on a terminal. Never replaces a file."
)]
pub(super) struct Args {
    /// The folder to make it in; made if it does not exist.
    #[arg(value_name = "DIRECTORY")]
    folder: Option<PathBuf>,
    /// What the site is called.
    #[arg(long)]
    title: Option<String>,
    /// Who runs everything today.
    #[arg(long)]
    admin: Option<String>,
    /// Who takes over.
    #[arg(long)]
    backup: Option<String>,
}

/// The files of a language: where each is put, and its text.
type Starter = [(&'static str, &'static str)];

macro_rules! starter {
    ($language:literal, $runbook:literal) => {
        &[
            ("book.toml", include_str!(concat!("starter/", $language, "/book.toml"))),
            (
                "runbooks/inventory/organisation.yaml",
                include_str!(concat!("starter/", $language, "/organisation.yaml")),
            ),
            ("runbooks/inventory/people.yaml", include_str!(concat!("starter/", $language, "/people.yaml"))),
            ("runbooks/inventory/services.yaml", include_str!(concat!("starter/", $language, "/services.yaml"))),
            ("runbooks/inventory/hosts.yaml", include_str!(concat!("starter/", $language, "/hosts.yaml"))),
            ("runbooks/inventory/credentials.yaml", include_str!(concat!("starter/", $language, "/credentials.yaml"))),
            ($runbook, include_str!(concat!("starter/", $language, "/runbook.md"))),
        ]
    };
}

const ENGLISH: &Starter = starter!("en", "runbooks/site/restart.md");
const FRENCH: &Starter = starter!("fr", "runbooks/site/relancer.md");

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let folder = args.folder.map_or_else(|| directory.to_owned(), |named| directory.join(named));
    let french = *ui.words().language() == Language::FRENCH;
    let starter = if french { FRENCH } else { ENGLISH };
    let paths: Vec<PathBuf> = starter.iter().map(|(path, _)| folder.join(path)).collect();
    if let Some(taken) = paths.iter().find(|path| disk::is_taken(path)) {
        bail!(ui.words().say(&message!("cli-init-taken", path = taken.display().to_string())));
    }
    let title = answer(ui, args.title, "cli-init-title", if french { "Notre association" } else { "Our association" });
    let admin = answer(ui, args.admin, "cli-init-admin", "Alix");
    let backup = answer(ui, args.backup, "cli-init-backup", "Camille");
    let site_id = crate::markdown::slug(&title);
    for ((_, text), path) in starter.iter().zip(&paths) {
        let text =
            fill(text, &[("@title@", &title), ("@admin@", &admin), ("@backup@", &backup), ("@site-id@", &site_id)]);
        disk::write_new(path, text.as_bytes()).with_context(|| path.display().to_string())?;
        ui.say(&message!("cli-init-wrote", path = path.display().to_string()));
    }
    ui.say(&message!("cli-init-next", folder = folder.display().to_string()));
    Ok(Exit::Clean)
}

/// Puts answers where their marks stand, as quoted texts: JSON's are YAML's and TOML's, too. An answer that looks like a mark
/// is an answer.
fn fill(text: &str, answers: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    let next = |rest: &str| {
        let found = answers.iter().filter_map(|(mark, answer)| Some((rest.find(mark)?, *mark, *answer)));
        found.min_by_key(|(at, ..)| *at)
    };
    while let Some((at, mark, answer)) = next(rest) {
        filled.push_str(&rest[..at]);
        filled.push_str(&serde_json::Value::from(answer).to_string());
        rest = &rest[at + mark.len()..];
    }
    filled + rest
}

/// An empty answer is none: a name that says nothing would be an error of the project at once.
fn answer(ui: &Ui, flag: Option<String>, question: &'static str, suggestion: &str) -> String {
    match flag.filter(|answer| !answer.trim().is_empty()) {
        Some(answer) => answer,
        None if ui.can_ask() => ui.ask(&crate::diagnostic::Message { id: question, arguments: Vec::new() }, suggestion),
        None => suggestion.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn answers_are_quoted_and_never_taken_for_marks() {
        let filled =
            fill("title = @title@\nname: @admin@ # @x\n", &[("@title@", "@admin@ \"x\"\n"), ("@admin@", "Alix")]);
        assert_eq!(filled, "title = \"@admin@ \\\"x\\\"\\n\"\nname: \"Alix\" # @x\n");
    }
}
