//! What the sections of a runbook are for, told by the words of their headings.

use crate::markdown::slug;
use crate::words::{Language, Words};

/// What a section is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionRole {
    /// What one sees when this page is needed.
    Symptoms,
    /// When to use this page.
    When,
    /// What to have at hand.
    Before,
    /// The first things to look at.
    QuickChecks,
    /// Causes, and what helps.
    Causes,
    /// What to do.
    Steps,
    /// How to see that it worked.
    Verify,
    /// How to go back.
    Undo,
    /// What to do when it is over.
    Afterwards,
    /// When to stop, and whom to call.
    StopAndCall,
    /// The first minute of a takeover.
    FirstMinute,
    /// Its first hour.
    FirstHour,
    /// Its first day.
    FirstDay,
    /// Its first week.
    FirstWeek,
    /// Its first month.
    FirstMonth,
    /// How a takeover ends.
    HandBack,
    /// Who gets a message.
    Who,
    /// What it says.
    Message,
    /// By what it is sent.
    Channels,
    /// What leaves with an exit.
    WhatLeaves,
    /// How it leaves.
    How,
    /// What is switched off then.
    SwitchOff,
}

impl SectionRole {
    /// All roles, with the message that lists the spellings of their headings.
    pub const ALL: [(Self, &'static str); 22] = [
        (Self::Symptoms, "section-symptoms"),
        (Self::When, "section-when"),
        (Self::Before, "section-before"),
        (Self::QuickChecks, "section-quick-checks"),
        (Self::Causes, "section-causes"),
        (Self::Steps, "section-steps"),
        (Self::Verify, "section-verify"),
        (Self::Undo, "section-undo"),
        (Self::Afterwards, "section-afterwards"),
        (Self::StopAndCall, "section-stop-and-call"),
        (Self::FirstMinute, "section-first-minute"),
        (Self::FirstHour, "section-first-hour"),
        (Self::FirstDay, "section-first-day"),
        (Self::FirstWeek, "section-first-week"),
        (Self::FirstMonth, "section-first-month"),
        (Self::HandBack, "section-hand-back"),
        (Self::Who, "section-who"),
        (Self::Message, "section-message"),
        (Self::Channels, "section-channels"),
        (Self::WhatLeaves, "section-what-leaves"),
        (Self::How, "section-how"),
        (Self::SwitchOff, "section-switch-off"),
    ];

    /// Returns the message that lists the spellings of its headings, which is its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(role, _)| *role == self).map_or("", |(_, name)| name)
    }

    /// Whether the top-level items of its ordered lists are steps.
    #[must_use]
    pub fn has_steps(self) -> bool {
        matches!(
            self,
            Self::QuickChecks
                | Self::Causes
                | Self::Steps
                | Self::FirstMinute
                | Self::FirstHour
                | Self::FirstDay
                | Self::FirstWeek
                | Self::FirstMonth
                | Self::HandBack
        )
    }
}

/// The words by which authors of one language structure a page; English ones count in every language.
#[derive(Debug)]
pub struct Vocabulary {
    /// Slugs of the beginnings of headings, longest first.
    sections: Vec<(String, SectionRole)>,
    expected: Vec<String>,
    otherwise: Vec<String>,
}

/// What a line in a step says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineRole {
    /// What is to be seen.
    Expected,
    /// What to do otherwise.
    Otherwise,
}

impl Vocabulary {
    /// Loads the words of a language.
    #[must_use]
    pub fn load(language: &Language) -> Self {
        let mut languages = vec![Words::load(language)];
        if *language != Language::ENGLISH {
            languages.push(Words::load(&Language::ENGLISH));
        }
        let spellings = |id: &str| -> Vec<String> {
            languages.iter().flat_map(|words| words.spellings(id)).map(|spelling| slug(&spelling)).collect()
        };
        let roles = SectionRole::ALL.into_iter();
        let mut sections: Vec<(String, SectionRole)> =
            roles.flat_map(|(role, id)| spellings(id).into_iter().map(move |spelling| (spelling, role))).collect();
        sections.sort_by_key(|(spelling, _)| std::cmp::Reverse(spelling.len()));
        Self { sections, expected: spellings("step-expected"), otherwise: spellings("step-otherwise") }
    }

    /// Returns what a section with this heading is for: its words start with one of the spellings. The longest decides, so that
    /// "Vérifications rapides" is no "Vérification".
    #[must_use]
    pub fn role(&self, heading: &str) -> Option<SectionRole> {
        let heading = slug(heading);
        // A number in front is part of the layout, not of the words.
        let heading = heading.trim_start_matches(|character: char| character.is_ascii_digit() || character == '-');
        let starts = |spelling: &str| {
            heading.strip_prefix(spelling).is_some_and(|rest| {
                let rest = rest.strip_prefix('s').unwrap_or(rest);
                rest.is_empty() || rest.starts_with('-')
            })
        };
        self.sections.iter().find(|(spelling, _)| starts(spelling)).map(|(_, role)| *role)
    }

    /// Reads the label that a line starts with, such as `Attendu :`, and where it ends in the line.
    pub(super) fn line_role(&self, line: &str) -> Option<(LineRole, usize)> {
        // Labels are short; a colon far into a sentence is not one's end.
        const LIMIT: usize = 60;
        let colon = line.char_indices().take(LIMIT).find(|(_, character)| *character == ':')?.0;
        let label = slug(&line[..colon]);
        if self.expected.contains(&label) {
            Some((LineRole::Expected, colon + 1))
        } else if self.otherwise.contains(&label) {
            Some((LineRole::Otherwise, colon + 1))
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_first_words() {
        let french = Vocabulary::load(&Language::FRENCH);
        let cases = [
            ("Étapes", Some(SectionRole::Steps)),
            ("2. Étapes (au calme)", Some(SectionRole::Steps)),
            ("Vérifier que ça marche", Some(SectionRole::Verify)),
            ("Vérifications rapides", Some(SectionRole::QuickChecks)),
            ("Causes et remèdes", Some(SectionRole::Causes)),
            ("Revenir en arrière ou renoncer", Some(SectionRole::Undo)),
            ("S’arrêter et appeler", Some(SectionRole::StopAndCall)),
            ("Steps", Some(SectionRole::Steps)),
            ("Nextcloud", None),
            ("Avantages", None),
        ];
        for (heading, expected) in cases {
            assert_eq!(french.role(heading), expected, "{heading}");
        }
        assert_eq!(Vocabulary::load(&Language::ENGLISH).role("Nextcloud and friends"), None);
    }

    #[test]
    fn labels_are_known_with_any_kind_of_space_before_the_colon() {
        let french = Vocabulary::load(&Language::FRENCH);
        assert_eq!(french.line_role("Attendu : x"), Some((LineRole::Expected, "Attendu :".len())));
        assert_eq!(french.line_role("Attendu\u{A0}: x"), Some((LineRole::Expected, "Attendu\u{A0}:".len())));
        assert_eq!(french.line_role("Sinon\u{202F}: x"), Some((LineRole::Otherwise, "Sinon\u{202F}:".len())));
        assert_eq!(french.line_role("If not: x"), Some((LineRole::Otherwise, "If not:".len())));
        assert_eq!(french.line_role("Sinon, appeler : 06"), None);
    }
}
