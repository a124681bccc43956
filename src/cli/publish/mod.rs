//! `releve publish`: the built site, committed to a branch.

mod refusal;

use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::bundle::Stamp;
use crate::cli::Exit;
use crate::cli::project::{configuration_of, output_folder};
use crate::cli::ui::Ui;
use crate::cli::verify::{audience, build, counted, report, short};
use crate::config::Publish;
use crate::diagnostic::{Message, Severity, message};
use crate::io::copy::{Copy, Difference};
use crate::io::disk;
use crate::io::git::{Branch, Counts, Push};
use crate::scalar::{Audience, Word};

/// Commits the built site to a branch that holds nothing else; pushes it when asked
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve build --audience public\n  releve publish --dry-run   what would be committed\n  releve publish             commits to `pages`; nothing leaves this machine\n  releve publish --push      and pushes it to `origin`, never by force\n\nThe site is held against its checksums first; a draft is refused. Working tree and index are not touched. A static site has no access control: another edition than the public one is only published where `[publish] restricted = true` in book.toml says that the place keeps others out.\n\nExit codes: 0 done or nothing to do, 1 the site is not to be published, 2 could not run."
)]
pub(super) struct Args {
    /// The folder of the built site. Default: where `build --audience public` puts it; where the place is restricted, where `build` does.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The branch. Default: `[publish] branch`, else pages.
    #[arg(long, value_name = "NAME")]
    branch: Option<String>,
    /// The first line of the commit's message. Default: which build it is.
    #[arg(long, value_name = "TEXT")]
    message: Option<String>,
    /// Pushes the branch, with your own git and never by force. Default: to `[publish] remote`, else origin.
    #[arg(long, value_name = "REMOTE", num_args = 0..=1)]
    #[expect(clippy::option_option, reason = "the flag, and the value it may have")]
    push: Option<Option<String>>,
    /// The name of a variable of the environment that holds a token for an https remote.
    #[arg(long, value_name = "VARIABLE", requires = "push")]
    token_env: Option<String>,
    /// Says what would be committed, and writes nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let folder = disk::open(directory)?;
    let (config, snapshot, findings) = configuration_of(&folder);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        // A misspelt key would let the site go somewhere else than its author means.
        ui.report(&findings, &snapshot);
        return Ok(Exit::Findings);
    }
    let Publish { branch: default_branch, remote: default_remote, restricted } = config.publish.clone();
    let edition = if restricted { Audience::Admins } else { Audience::Public };
    let out = args.out.map_or_else(|| output_folder(&folder, &config, edition), |out| directory.join(out));
    if !disk::is_taken(&out) {
        let out = disk::shown(out);
        bail!(ui.words().say(&message!("publish-not-built", folder = out, audience = edition.word())));
    }
    let copy = Copy::open(&out)?;
    let Some(stamp) = sound(ui, &copy, restricted)? else { return Ok(Exit::Findings) };

    let name = args.branch.unwrap_or(default_branch);
    let wanted = args.push.map(|remote| remote.unwrap_or_else(|| default_remote.clone()));
    let remote = wanted.as_deref().unwrap_or(&default_remote);
    let refused = |error| refusal::of_branch(ui.words(), &name, &error);
    let branch = Branch::open(folder.path(), &name, remote).map_err(refused)?;
    let push = Push { remote, token: args.token_env.as_deref(), may_ask: ui.can_ask() };
    let refused_push = |error| refusal::of_push(ui.words(), &name, remote, &error);
    if wanted.is_some() {
        branch.can_push(&push).map_err(refused_push)?;
        if branch.is_apart() {
            bail!(refusal::apart(ui.words(), &name, remote));
        }
    }
    if !restricted && let Some(before) = branch.stamp().filter(|before| !before.is_public()) {
        let audience = audience(before, ui.words());
        ui.say(&message!("publish-wider-before", branch = name.as_str(), audience = audience));
        ui.say(&message!("publish-wider-before.help", branch = name.as_str(), remote = remote));
        return Ok(Exit::Findings);
    }

    let replacement = branch.compare(&copy).map_err(refused)?;
    let Counts { new, changed, gone } = replacement.counts;
    let counts = [("count-new", new), ("count-changed", changed), ("count-gone", gone)];
    let counts = counted(ui.words(), counts, "count-none");
    let site = ui.words().say(&build(Some(&stamp), ui.words()));
    ui.say(&message!("publish-site", folder = copy.name(), site = site));
    if let Some(head) = branch.head().filter(|head| stamp.commit.as_ref() != Some(&head.to_string())) {
        ui.say(&message!("publish-other-commit", head = head.short()));
    }
    if args.dry_run {
        ui.say(&message!("publish-would", branch = name.as_str(), counts = counts));
        return Ok(Exit::Clean);
    }
    let text = commit_message(ui, args.message, &stamp);
    match branch.commit(&copy, &replacement, &text).map_err(refused)? {
        Some(commit) => {
            ui.say(&message!("publish-committed", branch = name.as_str(), commit = commit.short(), counts = counts));
        }
        None => ui.say(&message!("publish-same", branch = name.as_str())),
    }
    if wanted.is_some() {
        branch.push(&push).map_err(refused_push)?;
        ui.say(&message!("publish-pushed", branch = name.as_str(), remote = remote));
    } else {
        ui.say(&message!("publish-here", branch = name.as_str(), remote = remote));
    }
    ui.say(&open_to_all(&stamp, ui));
    Ok(Exit::Clean)
}

/// Which build the site is, if it is whole and may be shown where it goes; else says why not.
fn sound(ui: &Ui, copy: &Copy, restricted: bool) -> anyhow::Result<Option<Stamp>> {
    let Some(stamp) = copy.stamp.clone() else {
        ui.say(&message!("publish-nameless", folder = copy.name()));
        ui.say(&message!("publish-nameless.help"));
        return Ok(None);
    };
    if !stamp.is_public() && !restricted {
        let audience = audience(&stamp, ui.words());
        ui.say(&message!("publish-wider", folder = copy.name(), audience = audience));
        ui.say(&message!("publish-wider.public"));
        ui.say(&message!("publish-wider.restricted"));
        return Ok(None);
    }
    if stamp.is_draft {
        ui.say(&message!("publish-draft", folder = copy.name()));
        ui.say(&message!("publish-draft.help"));
        return Ok(None);
    }
    let verified = copy.verify();
    if !verified.is_whole() {
        ui.print(&report(copy, &verified, ui.words()))?;
        ui.say(&message!("publish-damaged"));
        return Ok(None);
    }
    for (path, _) in verified.differences.iter().filter(|(_, difference)| **difference == Difference::Extra) {
        ui.say(&message!("publish-left-out", path = path.as_str()));
    }
    Ok(Some(stamp))
}

/// The message of the commit: what people read, then what programs look for (git-interpret-trailers(1)).
fn commit_message(ui: &Ui, first: Option<String>, stamp: &Stamp) -> String {
    let words = ui.words();
    let date = stamp.date.map_or_else(|| "?".to_owned(), |date| date.to_string());
    let first = first.filter(|first| !first.trim().is_empty()).unwrap_or_else(|| match short(stamp) {
        Some(commit) => words.say(&message!("publish-subject", date = date.as_str(), commit = commit)),
        None => words.say(&message!("publish-subject.alone", date = date.as_str())),
    });
    let mut text = format!("{}\n\n", first.trim());
    if let Some(commit) = &stamp.commit {
        text += &format!("Source-Commit: {commit}{}\n", if stamp.has_changes { " (with changes)" } else { "" });
    }
    let edition = stamp.audience.as_deref().unwrap_or("admins");
    text + &format!("Edition: {edition}\nAs-Of: {date}\nMade-By: releve {}\n", env!("CARGO_PKG_VERSION"))
}

/// What a static site cannot do, said each time.
fn open_to_all(stamp: &Stamp, ui: &Ui) -> Message {
    if stamp.is_public() {
        message!("publish-open")
    } else {
        message!("publish-open.restricted", audience = audience(stamp, ui.words()))
    }
}
