//! `releve versions`: the earlier states of the project that somebody gave a name.

mod beside;
mod memory;

use std::fmt::Write;
use std::path::Path;

use crate::cli::Exit;
use crate::cli::moment::Moment;
use crate::cli::ui::Ui;
use crate::diagnostic::message;
use crate::io::git::{PastError, Tag, Tags};
use crate::io::world;

pub(super) use beside::{Place, publish};

/// Lists the versions of the project: the tags that mark one, and which of them stand beside the site
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  git tag -a handover-2026-11 -m \"Before the holidays\"    marks the commit one is at\n  releve versions\n  releve build --at handover-2026-11 --out then           one of them alone\n\nWhich tags mark a version, and how many are kept, is said by `[versions] tags` and `keep` in book.toml."
)]
pub(super) struct Args {
    #[command(flatten)]
    moment: Moment,
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let project = args.moment.read(directory, None, world::cache_folder().as_deref())?;
    let Some(tags) = project.tags()? else {
        return Err(PastError::NoRepository(project.folder.path().to_owned()).into());
    };
    let pattern = project.kb.config.versions.tags.as_str();
    let Tags { kept, older, apart } = &tags;
    let mut text = String::new();
    for tag in kept {
        let _ = writeln!(text, "{}", line(tag));
    }
    ui.print(&text)?;
    if kept.is_empty() {
        ui.say(&message!("cli-versions-none", pattern = pattern));
        ui.say(&message!("cli-versions-none.how"));
    }
    let names = |tags: &[Tag]| tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>().join(", ");
    if !older.is_empty() {
        let keep = project.kb.config.versions.keep;
        ui.say(&message!("cli-versions-older", keep = keep, names = names(older)));
    }
    if !apart.is_empty() {
        ui.say(&message!("cli-versions-apart", names = names(apart)));
    }
    Ok(Exit::Clean)
}

/// A version on one line.
fn line(Tag { name, revision, note }: &Tag) -> String {
    let note = note.as_ref().map(|note| format!(" · {note}")).unwrap_or_default();
    format!("{name}  {} · {} · {}{note}", revision.date, revision.author, revision.id.short())
}
