//! `releve verify`: whether a copy of a site is whole, and which build it is.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::bundle::{SUMS, Stamp};
use crate::cli::Exit;
use crate::cli::project::{output_folder, read_config};
use crate::cli::ui::Ui;
use crate::diagnostic::{Argument, Message, message};
use crate::io::copy::{Copy, Difference, Verified};
use crate::io::disk;
use crate::io::git::Past;
use crate::scalar::Audience;
use crate::words::Words;

/// So many paths of each sort are named; a stick that lost thousands is thrown away, not repaired.
const MOST: usize = 20;

/// Says whether a copy of a site (a stick, a mirror, a branch) is whole, and which build it is
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve verify /media/stick/site\n  releve verify                  this folder, if it is a copy, else the site of this project\n  releve verify --branch pages   what is committed there, without a checkout\n\nReads every file and compares it with the list SHA256SUMS; `sha256sum -c SHA256SUMS` does the same, but for files that do not belong there. Checksums tell damage, not malice.\n\nExit codes: 0 whole, 1 something differs, 2 could not run."
)]
pub(super) struct Args {
    /// The folder of the copy; it need not be a project.
    #[arg(value_name = "DIRECTORY")]
    folder: Option<PathBuf>,
    /// A branch of the repository instead: `pages`, or `origin/pages` as last fetched.
    #[arg(long, value_name = "NAME", conflicts_with = "folder")]
    branch: Option<String>,
}

pub(super) fn run(ui: &Ui, directory: &Path, args: &Args) -> anyhow::Result<Exit> {
    let copy = match (&args.branch, &args.folder) {
        (Some(branch), _) => Past::open(directory)?.site(branch)?,
        (None, Some(folder)) => Copy::open(&directory.join(folder))?,
        (None, None) if disk::is_taken(&directory.join(SUMS)) => Copy::open(directory)?,
        (None, None) => {
            let project = disk::open(directory)?;
            Copy::open(&output_folder(&project, &read_config(&project), Audience::Admins))?
        }
    };
    let verified = copy.verify();
    ui.print(&report(&copy, &verified, ui.words()))?;
    Ok(if verified.is_exact() { Exit::Clean } else { Exit::Findings })
}

/// What was found, one line each: what differs first, and at the end how much, which is what one sees last on a terminal.
pub(super) fn report(copy: &Copy, verified: &Verified, words: &Words) -> String {
    let mut text = String::new();
    let mut say = |message: &Message| {
        let _ = writeln!(text, "{}", words.say(message));
    };
    let Verified { listed, bytes: _, differences, damaged_lines } = verified;
    let mut count = [0; 4];
    for (path, difference) in differences {
        let path = path.as_str();
        let (sort, message) = match difference {
            Difference::Unreadable(reason) => (0, message!("verify-unreadable", path = path, reason = reason.as_str())),
            Difference::Changed => (1, message!("verify-changed", path = path)),
            Difference::Missing => (2, message!("verify-missing", path = path)),
            Difference::Extra => (3, message!("verify-extra", path = path)),
        };
        count[sort] += 1;
        if count[sort] <= MOST {
            say(&message);
        }
    }
    let untold: usize = count.iter().map(|count| count.saturating_sub(MOST)).sum();
    if untold > 0 {
        say(&message!("verify-more", count = untold));
    }
    if let Some(line) = damaged_lines.first() {
        say(&message!("verify-list", lines = damaged_lines.len(), first = *line));
    }
    say(&build(copy.stamp.as_ref(), words));
    if copy.stamp.as_ref().is_some_and(|stamp| stamp.is_draft) {
        say(&message!("verify-draft"));
    }
    let [unreadable, changed, missing, extra] = count;
    let counts = [
        ("count-changed", changed),
        ("count-missing", missing),
        ("count-unreadable", unreadable),
        ("count-extra", extra),
    ];
    let counts = counted(words, counts, "count-list");
    let place = if copy.is_on_branch { "branch" } else { "folder" };
    if verified.is_exact() {
        say(&message!("verify-whole", place = place, copy = copy.name(), files = *listed));
    } else {
        say(&message!("verify-differs", place = place, copy = copy.name(), files = *listed, counts = counts));
        say(&if verified.is_whole() { message!("verify-differs.extra") } else { message!("verify-differs.help") });
    }
    text
}

/// Says how many files something became of, one after the other, and nothing of what became of none; other words where all are none.
pub(super) fn counted<const N: usize>(words: &Words, counts: [(&'static str, usize); N], none: &str) -> String {
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> =
        some.map(|(id, count)| words.say(&Message { id, arguments: vec![("count", Argument::from(count))] })).collect();
    if said.is_empty() { words.word(none) } else { said.join(", ") }
}

/// Which build a copy is.
pub(super) fn build(stamp: Option<&Stamp>, words: &Words) -> Message {
    let Some(stamp) = stamp else { return message!("verify-build.unknown") };
    let audience = audience(stamp, words);
    let date = stamp.date.map_or_else(|| "?".to_owned(), |date| date.to_string());
    match short(stamp) {
        Some(commit) if stamp.has_changes => {
            message!("verify-build.changed", audience = audience, date = date, commit = commit)
        }
        Some(commit) => message!("verify-build", audience = audience, date = date, commit = commit),
        None => message!("verify-build.alone", audience = audience, date = date),
    }
}

/// The first digits of the commit, as people quote it.
pub(super) fn short(stamp: &Stamp) -> Option<String> {
    Some(stamp.commit.as_ref()?.chars().take(7).collect())
}

/// For whom a site is, in words; one of before there were editions holds what is for admins.
pub(super) fn audience(stamp: &Stamp, words: &Words) -> String {
    let audience = stamp.audience.as_deref().unwrap_or("admins");
    words.find(&format!("publish-audience-{audience}")).unwrap_or_else(|| audience.to_owned())
}
