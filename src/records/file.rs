//! Which files are records, of which kind, and of which day.

use std::sync::Arc;

use jiff::civil::Date;

use crate::names::is_entity_id;
use crate::scalar::Day;
use crate::source::SourcePath;

use super::{RecordId, RecordKind, observation};

/// What a file in the folder of the records is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Form<'path> {
    /// A record.
    Record(RecordId, Date),
    /// What a machine saw, on that day.
    Observation(Date),
    /// A page, which may stand beside the records.
    Page,
    /// Nothing that is read: it lies in no folder of records; holds the name of the folder that it lies in.
    Misplaced(&'path str),
    /// Nothing that is read: it lies in a folder of records, and its name says no day.
    Misnamed,
}

/// Tells what a path in the folder of the records is; nothing when it does not lie there.
pub(super) fn form<'path>(path: &'path SourcePath, folder: &SourcePath) -> Option<Form<'path>> {
    let below = path.below(folder)?;
    if matches!(path.extension(), "md" | "markdown") {
        return Some(Form::Page);
    }
    let (parent, name) = below.rsplit_once('/').unwrap_or(("", below));
    let kind = RecordKind::ALL.into_iter().find(|kind| kind.folder() == parent);
    if kind.is_none() && parent != observation::FOLDER {
        return Some(Form::Misplaced(parent));
    }
    let named = name.strip_suffix(".yaml").and_then(|stem| Some((stem, date(stem)?)));
    Some(named.map_or(Form::Misnamed, |(stem, date)| match kind {
        Some(kind) => Form::Record(RecordId { kind, name: Arc::from(stem) }, date),
        None => Form::Observation(date),
    }))
}

/// Returns which kind of record a file holds; nothing of any other file.
#[must_use]
pub fn kind_of(path: &SourcePath, folder: &SourcePath) -> Option<RecordKind> {
    match form(path, folder)? {
        Form::Record(id, _) => Some(id.kind),
        Form::Observation(_) | Form::Page | Form::Misplaced(_) | Form::Misnamed => None,
    }
}

/// Returns the day that a name starts with: `2026-11-22-restore`.
fn date(stem: &str) -> Option<Date> {
    let (day, words) = stem.split_at_checked("2026-11-22".len())?;
    // The name becomes part of addresses.
    let are_words = words.strip_prefix('-').is_some_and(is_entity_id);
    day.parse::<Day>().ok().filter(|_| are_words).map(|day| day.0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_record_lies_in_the_folder_of_its_kind_and_starts_with_its_day() {
        let folder = SourcePath::new("runbooks/records").unwrap();
        let expect = |path: &str, expected| {
            let path = SourcePath::new(&format!("runbooks/records/{path}")).unwrap();
            assert_eq!(form(&path, &folder), Some(expected), "{path:?}");
        };
        let id = RecordId { kind: RecordKind::Exercise, name: "2026-11-22-cloud.v2".into() };
        expect("exercises/2026-11-22-cloud.v2.yaml", Form::Record(id, date(2026, 11, 22)));
        expect("exercises/README.md", Form::Page);
        expect("observations/2026-11-22-spf.yaml", Form::Observation(date(2026, 11, 22)));
        expect("observations/spf.yaml", Form::Misnamed);
        for name in ["2026-11-22.yaml", "2026-02-30-x.yaml", "cloud.yaml", "2026-11-22-x.yml", "2026-11-22-Été.yaml"]
        {
            expect(&format!("exercises/{name}"), Form::Misnamed);
        }
        expect("2026-11-22-cloud.yaml", Form::Misplaced(""));
        expect("exercise/2026-11-22-cloud.yaml", Form::Misplaced("exercise"));
        expect("exercises/2026/2026-11-22-cloud.yaml", Form::Misplaced("exercises/2026"));
        assert_eq!(form(&SourcePath::new("runbooks/records-old/a.yaml").unwrap(), &folder), None);
    }
}
