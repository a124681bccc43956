//! `releve search WORDS…`: what the search of the site answers, in the terminal.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde_json::json;

use crate::cli::moment::AsOf;
use crate::cli::project::rules;
use crate::cli::ui::Ui;
use crate::cli::{Exit, project};
use crate::diagnostic::{Message, message};
use crate::io::files::Folder;
use crate::io::{disk, world};
use crate::markdown::highlight::Highlighter;
use crate::output::site;
use crate::output::site::say_proof;
use crate::search::{Answer, Damage, Filter, Found, Group, Index, Shelf};
use crate::source::SourcePath;

/// Finds pages by what people type: the answers of the site's search, in the same order
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve search nextcloud ne répond plus\n  releve search --lang en --group incidents certificate expired\n  releve search --site /media/stick/site \"Connection timed out\"\n\nForgives typos and accents; a word that is not finished is looked for by its beginning. Exit codes: 0 something was found, 1 nothing, 2 could not run."
)]
pub(super) struct Args {
    /// What to look for: words, a name of an alert, a line of a log.
    #[arg(required = true)]
    words: Vec<String>,
    /// Searches a built site instead of the sources: a copy on a stick needs nothing else.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// How many answers at most.
    #[arg(long, value_name = "N", default_value_t = 10)]
    most: usize,
    /// Only answers of a group.
    #[arg(long, value_name = "GROUP", value_parser = group)]
    group: Option<Group>,
    /// Only answers about a service, by its name or its id.
    #[arg(long, value_name = "SERVICE")]
    service: Option<String>,
    /// Only texts in a language.
    #[arg(long, value_name = "LANG")]
    only: Option<String>,
    /// How answers are printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// A format of the answers.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// For programs.
    Json,
}

fn group(name: &str) -> Result<Group, String> {
    let names: Vec<&str> = Group::ALL.iter().map(|group| group.name()).collect();
    Group::ALL.into_iter().find(|group| group.name() == name).ok_or_else(|| format!("one of {}", names.join(", ")))
}

/// The search of a built site, on the disk.
struct Site(Folder);

impl Shelf for Site {
    fn file(&self, name: &str) -> Option<Vec<u8>> {
        /// No file of a search is longer.
        const LONGEST: u64 = 64 << 20;
        self.0.read(&SourcePath::new(&format!("search/{name}.js")).ok()?, LONGEST)
    }
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    match &args.site {
        Some(folder) => {
            let site = Site(disk::open(folder)?);
            answer(ui, &site, &args).with_context(|| disk::shown(folder))
        }
        None => answer(ui, &files(directory)?, &args),
    }
}

/// Makes the search of the sources.
fn files(directory: &Path) -> anyhow::Result<HashMap<String, Vec<u8>>> {
    let project = project::read(directory, AsOf::default().resolve()?, None, world::cache_folder().as_deref())?;
    Ok(site::search_files(&project.context(&rules(), &Highlighter::default())))
}

fn answer(ui: &Ui, shelf: &dyn Shelf, args: &Args) -> anyhow::Result<Exit> {
    let index = Index::open(shelf).map_err(|damage| damaged(ui, &damage))?;
    let reader = ui.words().language().as_str();
    let filter = Filter { group: args.group, language: args.only.clone(), service: service(&index, args)? };
    let typed = args.words.join(" ");
    let answer = index.ask(&typed, reader, &filter).map_err(|damage| damaged(ui, &damage))?;
    let shown = answer.hits.iter().take(args.most).map(|hit| index.found(&answer, hit, reader));
    let shown: Vec<Found> = shown.collect::<Result<_, _>>().map_err(|damage| damaged(ui, &damage))?;
    match args.format {
        Format::Human => human(ui, &answer, &shown)?,
        Format::Json => ui.print(&format!("{:#}\n", in_json(&answer, &shown)))?,
    }
    Ok(if shown.is_empty() { Exit::Findings } else { Exit::Clean })
}

fn damaged(ui: &Ui, Damage(file): &Damage) -> anyhow::Error {
    anyhow::anyhow!(ui.words().say(&message!("cli-search-damaged", file = format!("search/{file}.js"))))
}

/// Finds the service that is meant, by its name or the beginning of it.
fn service(index: &Index<'_>, args: &Args) -> anyhow::Result<Option<String>> {
    let Some(wanted) = &args.service else { return Ok(None) };
    let wanted = wanted.trim_start_matches("service:").to_lowercase();
    let names: Vec<&str> = index.services().collect();
    let is_it = |name: &&&str| name.to_lowercase() == wanted;
    let begins = |name: &&&str| name.to_lowercase().starts_with(&wanted);
    match names.iter().find(is_it).or_else(|| names.iter().find(begins)) {
        Some(name) => Ok(Some((*name).to_owned())),
        None => bail!("no page is about a service `{wanted}`; there are {}", names.join(", ")),
    }
}

fn human(ui: &Ui, answer: &Answer, shown: &[Found]) -> anyhow::Result<()> {
    let words = ui.words();
    let mut text = String::new();
    for (number, found) in (1..).zip(shown) {
        let heading = found.heading.as_ref().map(|heading| format!(" › {heading}")).unwrap_or_default();
        let proof = found.proof.as_ref().map(|proof| say_proof(words, proof));
        let what = std::iter::once(words.word(&found.kind)).chain(proof).collect::<Vec<_>>();
        let snippet: String = found.snippet.iter().map(|span| span.text.as_str()).collect();
        let snippet = snippet.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(text, "{number:>2}  {}{heading}\n    {} · {}", found.title, what.join(" · "), found.address);
        if !snippet.is_empty() {
            let _ = writeln!(text, "    {snippet}");
        }
    }
    ui.print(&text)?;
    notes(answer, shown.len()).into_iter().for_each(|note| ui.say(&note));
    Ok(())
}

/// What is said beside the answers: how many there are, and how the query was read.
fn notes(answer: &Answer, shown: usize) -> Vec<Message> {
    let quoted = |words: &[String]| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let mut notes = Vec::new();
    if answer.is_cut {
        notes.push(message!("cli-search-cut"));
    }
    for (typed, form) in &answer.taken {
        notes.push(message!("cli-search-taken", typed = typed.as_str(), form = form.as_str()));
    }
    if !answer.nowhere.is_empty() {
        notes.push(message!("cli-search-nowhere", words = quoted(&answer.nowhere)));
    }
    notes.push(match answer.total {
        0 => message!("cli-search-nothing"),
        total => message!("cli-search-total", shown = shown, total = total),
    });
    notes
}

/// The last word of a message's name: what it says, to a program.
fn word(message: &str) -> &str {
    message.rsplit('-').next().unwrap_or(message)
}

/// Whether a page was proven, to a program: `none`, `failed`, `changed`, `unclear`, `followed`, `followed-by-another`.
fn proof(written: &str) -> &str {
    let message = written.split_once(' ').map_or(written, |(message, _)| message);
    message.strip_prefix("search-proof-").unwrap_or(message)
}

fn in_json(answer: &Answer, shown: &[Found]) -> serde_json::Value {
    let hits = answer.hits.iter().zip(shown).map(|(hit, found)| {
        let snippet: String = found.snippet.iter().map(|span| span.text.as_str()).collect();
        json!({
            "title": found.title,
            "heading": found.heading,
            "address": found.address,
            "language": found.language,
            "group": found.group.name(),
            "kind": word(&found.kind),
            "proof": found.proof.as_deref().map(proof),
            "trust_until": found.proof.as_deref().and_then(|proof| Some(proof.split_once(' ')?.1)),
            "score": hit.score,
            "snippet": snippet,
        })
    });
    let taken = answer.taken.iter().map(|(typed, form)| json!({ "typed": typed, "form": form }));
    json!({
        "hits": hits.collect::<Vec<_>>(),
        "total": answer.total,
        "nowhere": answer.nowhere,
        "taken": taken.collect::<Vec<_>>(),
        "cut": answer.is_cut,
    })
}
