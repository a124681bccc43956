//! Records as pages name them: a title, what stands beside it in lists, how moments and lengths are said.

use crate::diagnostic::message;
use crate::names::EntityRef;
use crate::records::exercise::{Exercise, ExerciseResult};
use crate::records::{Record, RecordId, RecordKind};
use crate::scalar::{Duration, Moment, Stated, Unit};

use super::here::{Here, Link};
use super::page::Page;
use super::said::set;
use super::value::ValueView;

/// From how many minutes on a length is said in hours.
const HOURS_FROM: u64 = 90;
/// From how many hours on a length is said in days.
const DAYS_FROM: u64 = 48;

/// Returns the name of a record, without its day: `Restore: Nextcloud and 2 more`.
pub(super) fn title(here: &Here<'_>, record: Record<'_>) -> String {
    let words = here.words();
    let what = match record {
        Record::Exercise(Exercise { exercise_type: Stated::Known(of), .. }) => here.word(*of),
        Record::Exercise(_) => words.word("record-kind-exercise"),
        Record::Acknowledgement(_) => words.word("record-kind-acknowledgement"),
        Record::Incident(incident) => {
            return match &incident.title {
                Stated::Known(title) => set(&here.kb().config.language, title).into_owned(),
                Stated::Unknown | Stated::None(_) => capitalised(&words.word("record-kind-incident")),
            };
        }
    };
    let subjects = record.subjects();
    let Some(first) = subjects.first() else { return capitalised(&what) };
    let (about, more) = (here.name(first).0.into_owned(), subjects.len() - 1);
    words.say(&message!("record-title", what = capitalised(&what), about = about, more = more))
}

/// Returns the name of a record with its day, which tells it from others of that name.
pub(super) fn title_with_day(here: &Here<'_>, id: &RecordId) -> String {
    match here.kb().records.get(id) {
        Some(record) => here.words().say(&message!(
            "record-title-on",
            title = title(here, record),
            date = here.date(record.file().date)
        )),
        None => id.to_string(),
    }
}

/// Returns a link to a record, under its name without its day.
pub(super) fn link(here: &Here<'_>, record: Record<'_>) -> Option<Link> {
    // What an incident is called is said by its author; of others, only what they are about, which is a name.
    let lang = match record {
        Record::Incident(_) => here.foreign(&here.kb().config.language),
        Record::Exercise(_) | Record::Acknowledgement(_) => None,
    };
    Some(Link { lang, ..here.link(&Page::Record(record.file().id.clone()), title(here, record))? })
}

/// Returns the page that lists records of a kind.
pub(super) fn list(kind: RecordKind) -> Page {
    match kind {
        RecordKind::Exercise | RecordKind::Acknowledgement => Page::Exercises,
        RecordKind::Incident => Page::Incidents,
    }
}

/// Shows how an exercise ended. What did not work catches the eye.
pub(super) fn result(here: &Here<'_>, exercise: &Exercise) -> ValueView {
    match &exercise.result {
        Stated::Known(result @ ExerciseResult::Fail) => ValueView::gap(here.word(*result)),
        Stated::Known(result) => ValueView::text(here.word(*result)),
        Stated::Unknown => ValueView::unknown(here),
        Stated::None(reason) => ValueView::prose(here, reason),
    }
}

/// Shows who did something.
pub(super) fn who(here: &Here<'_>, who: &Stated<EntityRef>) -> ValueView {
    stated(here, who, |who| ValueView::reference(here, who))
}

/// Shows what somebody wrote, or that nobody knows.
pub(super) fn stated<T>(here: &Here<'_>, value: &Stated<T>, show: impl Fn(&T) -> ValueView) -> ValueView {
    match value {
        Stated::Known(value) => show(value),
        Stated::Unknown => ValueView::unknown(here),
        Stated::None(reason) => ValueView::prose(here, reason),
    }
}

/// Says a moment: its day, and the time where it is known.
pub(super) fn moment(here: &Here<'_>, moment: Moment) -> String {
    let date = here.date(moment.date());
    let Some(time) = moment.time() else { return date };
    let (hour, minute) = (time.hour().to_string(), format!("{:02}", time.minute()));
    here.words().say(&message!("record-moment", date = date, hour = hour, minute = minute))
}

/// Says how long after a moment another one lies; nothing when that is not known.
pub(super) fn between(here: &Here<'_>, from: &Stated<Moment>, to: &Stated<Moment>) -> Option<String> {
    let (from, to) = (from.known()?, to.known()?);
    let length = |count: u64, unit| Some(Duration::new(u32::try_from(count).ok()?, unit).message());
    let Some(minutes) = to.minutes_after(from) else {
        // On one day, of which the times are not known, nobody knows how long.
        let days = to.days_after(from).filter(|days| *days > 0)?;
        return Some(here.words().say(&length(days, Unit::Days)?));
    };
    let (hours, rest) = (minutes / 60, minutes % 60);
    let said = match minutes {
        0..HOURS_FROM => length(minutes, Unit::Minutes)?,
        _ if hours >= DAYS_FROM => length(hours / 24, Unit::Days)?,
        _ if rest == 0 => length(hours, Unit::Hours)?,
        _ => message!("record-hours", hours = hours.to_string(), minutes = format!("{rest:02}")),
    };
    Some(here.words().say(&said))
}

/// Starts words with a capital, as a title or a line of a table does.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
