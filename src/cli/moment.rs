//! Which state of a project a command looks at: what lies on disk, or a commit; and for which day it judges.

use std::path::Path;

use anyhow::Context;
use jiff::civil::Date;

use super::project::{self, Project};
use crate::io::git::Past;
use crate::io::world;

/// The flags that say which state of a project is meant.
#[derive(clap::Args)]
pub(super) struct Moment {
    /// Reads the project as it was at a commit, straight from git: a tag, a branch, HEAD~3, the first digits of an id, or a
    /// day as YYYY-MM-DD, which means the last commit up to its end.
    #[arg(long = "at", value_name = "REV")]
    revision: Option<String>,
    #[command(flatten)]
    as_of: AsOf,
}

impl Moment {
    /// Reads the project as it was then.
    pub(super) fn read(&self, directory: &Path, out: Option<&Path>, caches: Option<&Path>) -> anyhow::Result<Project> {
        let Some(written) = &self.revision else {
            return project::read(directory, self.as_of.resolve()?, out, caches);
        };
        let past = Past::open(directory)?;
        let revision = past.find(written)?;
        // What a page said then is judged by the day on which it said so.
        let as_of = self.as_of.date.unwrap_or(revision.date);
        project::read_at(&past, &revision.id, as_of, out)
    }
}

/// The flag that says for which day a command judges.
#[derive(Default, clap::Args)]
pub(super) struct AsOf {
    /// The day for which everything is judged, as YYYY-MM-DD. Default: SOURCE_DATE_EPOCH, else today (UTC); with --at, the
    /// day of that commit.
    #[arg(long = "as-of", value_name = "DATE")]
    date: Option<Date>,
}

impl AsOf {
    pub(super) fn resolve(&self) -> anyhow::Result<Date> {
        if let Some(date) = self.date {
            return Ok(date);
        }
        let epoch = world::source_date_epoch()
            .map_err(|value| anyhow::anyhow!("SOURCE_DATE_EPOCH is `{value}`, which is no number of seconds"))
            .context("the day to judge for")?;
        Ok(epoch.unwrap_or_else(world::today))
    }
}
