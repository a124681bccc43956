//! The line of a project, parted: a stretch of it is a day, or what came on a day before or after a version was marked.

use std::collections::{BTreeMap, BTreeSet};

use crate::history::{Revision, RevisionId};

/// Some states that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The newest of them.
    pub last: Revision,
    /// The oldest of them: it stays the same while the day goes on.
    pub first: RevisionId,
    /// What was before the oldest of them; nothing when there was nothing.
    pub before: Option<Revision>,
    /// Who wrote them.
    pub authors: BTreeSet<String>,
    /// The versions that the newest of them was marked as.
    pub versions: Vec<String>,
}

/// Parts the states of a line, the newest first. Where the past is cut off, the last day may not be told: what was before is unknown.
pub(super) fn stretches(
    line: &[Revision],
    versions: &BTreeMap<RevisionId, Vec<String>>,
    is_whole: bool,
) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for state in line {
        let marked = versions.get(&state.id);
        match stretches.last_mut() {
            Some(open) if marked.is_none() && open.last.date == state.date => {
                open.authors.insert(state.author.clone());
                open.first = state.id.clone();
            }
            open => {
                if let Some(open) = open {
                    open.before = Some(state.clone());
                }
                stretches.push(Stretch {
                    last: state.clone(),
                    first: state.id.clone(),
                    before: None,
                    authors: BTreeSet::from([state.author.clone()]),
                    versions: marked.cloned().unwrap_or_default(),
                });
            }
        }
    }
    if !is_whole {
        stretches.pop();
    }
    stretches
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn state(number: u8, day: i8, author: &str) -> Revision {
        Revision {
            id: RevisionId::from_bytes(&[number; 20]),
            date: date(2026, 3, day),
            author: author.to_owned(),
            email: String::new(),
        }
    }

    fn said(line: &[Revision], versions: &[(u8, &str)], is_whole: bool) -> Vec<String> {
        let mark = |(number, name): &(u8, &str)| (RevisionId::from_bytes(&[*number; 20]), vec![(*name).to_owned()]);
        let number = |revision: &Revision| revision.id.as_bytes()[0];
        let say = |stretch: Stretch| {
            let before =
                stretch.before.as_ref().map_or_else(|| "nothing".to_owned(), |state| number(state).to_string());
            let authors: Vec<String> = stretch.authors.into_iter().collect();
            format!("{before} → {}: {} {}", number(&stretch.last), authors.join(", "), stretch.versions.join(", "))
        };
        stretches(line, &versions.iter().map(mark).collect(), is_whole).into_iter().map(say).collect()
    }

    #[test]
    fn a_line_is_parted_by_day_and_by_version() {
        let line = [state(5, 3, "Ben"), state(4, 3, "Awa"), state(3, 3, "Awa"), state(2, 1, "Awa"), state(1, 1, "Awa")];
        assert_eq!(said(&line, &[], true), ["2 → 5: Awa, Ben ", "nothing → 2: Awa "]);
        assert_eq!(said(&line, &[], false), ["2 → 5: Awa, Ben "], "what was before the first day is cut off");
        assert_eq!(
            said(&line, &[(4, "handover-1"), (9, "elsewhere")], true),
            ["4 → 5: Ben ", "2 → 4: Awa handover-1", "nothing → 2: Awa "]
        );
        assert_eq!(said(&[], &[], true), [""; 0]);
    }
}
