//! `releve init`: a starter project that already builds, and a pipeline that checks and publishes it.

mod pipeline;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::cli::Exit;
use crate::cli::ui::Ui;
use crate::config;
use crate::diagnostic::message;
use crate::io::{disk, git};
use crate::words::Language;

use pipeline::Host;

/// Makes a starter project that already builds: two people, one service, one host, one credential, one runbook
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve init my-handover\n  releve init . --title \"Les Amarres\" --admin \"Alix\" --backup \"Camille\" --lang fr\n  releve init . --ci gitlab     the pipeline alone, where a project is there already\n\nAsks for what no flag says when it runs on a terminal. Never replaces a file, and writes through no link. `.gitignore` keeps what is built out of the repository."
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
    /// Writes the pipeline of a code host, too: it checks, publishes the public edition, and asks every night whether somebody
    /// could take over.
    #[arg(long, value_name = "HOST", value_enum)]
    ci: Option<Host>,
    /// The git repository from which the pipeline installs releve.
    #[arg(long, value_name = "URL", requires = "ci")]
    releve_from: Option<String>,
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

/// The list of what git does not look at.
const IGNORE: &str = ".gitignore";

/// What builds and pipelines leave in a project: the sites of each edition, what a build that was killed leaves beside them, and what the
/// pipelines of code hosts make.
const IGNORED: [&str; 7] =
    ["/site/", "/site-members/", "/site-public/", "/.site*.releve-*", "/public/", "/.public.releve-*", "/.releve-ci/"];

const ENGLISH: &Starter = starter!("en", "runbooks/site/restart.md");
const FRENCH: &Starter = starter!("fr", "runbooks/site/relancer.md");

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let Args { folder, title, admin, backup, ci, releve_from } = args;
    let folder = folder.map_or_else(|| directory.to_owned(), |named| directory.join(named));
    // All that could be in the way is looked for first: nothing is done by halves.
    let is_new = ci.is_none() || !disk::is_taken(&folder.join(config::FILE_NAME));
    let files = starter(ui).iter().filter(|_| is_new).map(|(path, _)| folder.join(path));
    let mut files = files.chain(ci.map(|host| host.path(&folder)));
    if let Some(link) = files.find_map(|path| disk::in_the_way(&folder, &path)) {
        bail!(ui.words().say(&message!("cli-init-in-the-way", path = disk::shown(link))));
    }
    if let Some(taken) = ci.map(|host| host.path(&folder)).filter(|path| disk::is_taken(path)) {
        bail!(ui.words().say(&message!("init-ci-taken", path = disk::shown(taken))));
    }
    if is_new {
        start(ui, &folder, [title, admin, backup])?;
    }
    if let Some(host) = ci {
        add_pipeline(ui, &folder, host, releve_from)?;
    }
    Ok(Exit::Clean)
}

/// The starter project in the language of whoever asks for it.
fn starter(ui: &Ui) -> &'static Starter {
    if *ui.words().language() == Language::FRENCH { FRENCH } else { ENGLISH }
}

/// Keeps what is built out of the repository: whoever may read that would read the site for admins. A list that is there is its author's:
/// what it lacks is said.
fn ignore(ui: &Ui, folder: &Path) -> anyhow::Result<()> {
    let path = folder.join(IGNORE);
    if !disk::is_taken(&path) {
        return write(ui, &path, &IGNORED.map(|pattern| format!("{pattern}\n")).concat());
    }
    let there = disk::short_text(&path).unwrap_or_default();
    let plain = |line: &str| line.trim().trim_matches('/').to_owned();
    let has = |pattern: &str| there.lines().any(|line| plain(line) == plain(pattern));
    let missing: Vec<&str> = IGNORED.into_iter().filter(|pattern| !has(pattern)).collect();
    if !missing.is_empty() {
        let missing = missing.join("`, `");
        ui.say(&message!("cli-init-ignore", path = disk::shown(path), missing = missing));
    }
    Ok(())
}

/// Writes the starter project.
fn start(ui: &Ui, folder: &Path, [title, admin, backup]: [Option<String>; 3]) -> anyhow::Result<()> {
    let french = *ui.words().language() == Language::FRENCH;
    let starter = starter(ui);
    let paths: Vec<PathBuf> = starter.iter().map(|(path, _)| folder.join(path)).collect();
    if let Some(taken) = paths.iter().find(|path| disk::is_taken(path)) {
        bail!(ui.words().say(&message!("cli-init-taken", path = disk::shown(taken))));
    }
    let title = answer(ui, title, "cli-init-title", if french { "Notre association" } else { "Our association" });
    let admin = answer(ui, admin, "cli-init-admin", "Alix");
    let backup = answer(ui, backup, "cli-init-backup", "Camille");
    let site_id = crate::markdown::slug(&title);
    for ((_, text), path) in starter.iter().zip(&paths) {
        let text =
            fill(text, &[("@title@", &title), ("@admin@", &admin), ("@backup@", &backup), ("@site-id@", &site_id)]);
        write(ui, path, &text)?;
    }
    ignore(ui, folder)?;
    ui.say(&message!("cli-init-next", folder = disk::shown(folder)));
    Ok(())
}

/// Writes the pipeline, and says what it still needs.
fn add_pipeline(ui: &Ui, folder: &Path, host: Host, source: Option<String>) -> anyhow::Result<()> {
    let source = source.filter(|source| !source.trim().is_empty());
    let source = source.or_else(|| pipeline::own_source().map(str::to_owned)).or_else(|| {
        let answer = if ui.can_ask() { ui.ask(&message!("init-ci-source"), "") } else { String::new() };
        Some(answer).filter(|answer| !answer.is_empty())
    });
    let path = host.path(folder);
    write(ui, &path, &host.pipeline(ui.words().language(), source.as_deref()))?;
    if source.is_none() {
        ui.say(&message!("init-ci-fill", path = disk::shown(path)));
    }
    if let Some((top, below)) = git::top_above(folder) {
        let top = disk::shown(top);
        ui.say(&message!("init-ci-below", host = host.name(), top = top, folder = disk::shown(below)));
    }
    ui.say(&match host {
        Host::Gitlab => message!("init-ci-next.gitlab"),
        Host::Github => message!("init-ci-next.github"),
        Host::Forgejo => message!("init-ci-next.forgejo"),
    });
    ui.say(&message!("init-ci-next.open"));
    Ok(())
}

fn write(ui: &Ui, path: &Path, text: &str) -> anyhow::Result<()> {
    disk::write_new(path, text.as_bytes()).with_context(|| disk::shown(path))?;
    ui.say(&message!("cli-init-wrote", path = disk::shown(path)));
    Ok(())
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
