//! The words of some pages: what is read of the documents, in parallel, before it is put together.

use std::collections::HashMap;

use super::analyze::{Piece, pieces};
use super::document::{Page, Part, Section};
use super::postings::Said;
use super::score::{FIELDS, Field, fixed, occurrence};
use super::stem::{Stemmers, Uses};
use super::synonyms::Synonyms;

/// A form of a word.
#[derive(Debug)]
pub(super) struct Form {
    /// The form, folded.
    pub text: String,
    /// How often it stands in texts of each language.
    pub uses: Uses,
    is_stop: bool,
}


/// The words of some pages, in the order of their sections.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Every form that stands in them.
    pub forms: Vec<Form>,
    /// What each section says: forms, by their position, and how much.
    pub sections: Vec<Said>,
    /// The groups of synonyms that each section names in several words, and how much.
    pub groups: Vec<Said>,
}

/// The words while they are gathered.
#[derive(Default)]
struct Gathering {
    gathered: Gathered,
    positions: HashMap<String, u32>,
}

/// Knows what is left out of texts, and what is equal in them.
pub(super) struct Gatherer<'a> {
    pub synonyms: &'a Synonyms,
    pub is_stop: &'a (dyn Fn(&str) -> bool + Sync),
}

impl Gatherer<'_> {
    /// Reads pages.
    pub(super) fn gather(&self, pages: &[Page]) -> Gathered {
        let mut gathered = Gathering::default();
        let mut reading = Reading::default();
        for page in pages {
            let language = Stemmers::position(&page.language);
            for (index, section) in page.sections.iter().enumerate() {
                reading.clear();
                self.read(page, section, index == 0, &mut gathered, &mut reading);
                gathered.add(&reading, language);
            }
        }
        gathered.gathered
    }

    fn read(&self, page: &Page, section: &Section, is_first: bool, gathered: &mut Gathering, reading: &mut Reading) {
        let mut field = |field, text: &str| self.field(field, text, gathered, reading);
        if is_first {
            page.names.iter().for_each(|name| field(Field::Names, name));
            field(Field::Title, &page.title);
        }
        section.names.iter().for_each(|name| field(Field::Names, name));
        field(Field::Heading, &section.heading);
        if is_first {
            page.subjects.iter().for_each(|subject| field(Field::Subject, subject));
        }
        for part in &section.parts {
            match part {
                Part::Prose(text) => field(Field::Body, text),
                Part::Code(text) => field(Field::Code, text),
                Part::Aside(_) => {}
            }
        }
    }

    /// Reads a text of a field.
    fn field(&self, field: Field, text: &str, gathered: &mut Gathering, reading: &mut Reading) {
        reading.words.clear();
        reading.ends.clear();
        // Where little is said, each word counts.
        let takes_stops = !matches!(field, Field::Body | Field::Code);
        pieces(text, |piece| {
            let mut word = |word: &str, is_written: bool| {
                if is_written {
                    reading.words.push_str(word);
                    reading.ends.push(reading.words.len());
                }
                let position = gathered.position(word, self.is_stop);
                if takes_stops || !gathered.gathered.forms[position as usize].is_stop {
                    reading.found.push((position, field));
                }
            };
            match piece {
                Piece::Word(text) => word(text, true),
                Piece::Chunk(chunk) => {
                    chunk.words.iter().for_each(|text| word(text, true));
                    chunk.atoms.iter().filter(|atom| !chunk.words.contains(atom)).for_each(|text| word(text, false));
                    let is_new = |run: &&String| !chunk.words.contains(run);
                    chunk.runs.iter().filter(is_new).for_each(|text| word(text, false));
                }
            }
        });
        reading.lengths[field as usize] += reading.ends.len();
        self.phrases(field, reading);
    }

    /// Notes the members of groups of synonyms that are several words.
    fn phrases(&self, field: Field, reading: &mut Reading) {
        let Reading { words, ends, groups, .. } = reading;
        let all: Vec<&str> = std::iter::once(0)
            .chain(ends.iter().copied())
            .zip(ends.iter().copied())
            .map(|(start, end)| &words[start..end])
            .collect();
        for start in 0..all.len() {
            groups.extend(self.synonyms.phrases_at(&all[start..]).map(|group| (group as u32, field)));
        }
    }
}

/// A section while it is read.
#[derive(Default)]
struct Reading {
    /// The words of the field that is read, one after the other, and where each ends.
    words: String,
    ends: Vec<usize>,
    /// The forms found in the section, with the field of each.
    found: Vec<(u32, Field)>,
    groups: Vec<(u32, Field)>,
    /// How many words each field has.
    lengths: [usize; FIELDS],
}

impl Reading {
    fn clear(&mut self) {
        self.found.clear();
        self.groups.clear();
        self.lengths = [0; FIELDS];
    }

    /// Adds up what each form, or group, is worth.
    fn sum(&self, found: &[(u32, Field)]) -> Said {
        let mut worths: Vec<(u32, f32)> =
            found.iter().map(|(of, field)| (*of, occurrence(*field, self.lengths[*field as usize]))).collect();
        worths.sort_by_key(|(of, _)| *of);
        let sums = worths.chunk_by(|(one, _), (other, _)| one == other);
        sums.map(|same| (same[0].0, fixed(same.iter().map(|(_, worth)| worth).sum()))).collect()
    }
}

impl Gathering {
    fn position(&mut self, text: &str, is_stop: &dyn Fn(&str) -> bool) -> u32 {
        if let Some(position) = self.positions.get(text) {
            return *position;
        }
        let forms = &mut self.gathered.forms;
        let position = u32::try_from(forms.len()).unwrap_or(u32::MAX);
        forms.push(Form { text: text.to_owned(), uses: Uses::default(), is_stop: is_stop(text) });
        self.positions.insert(text.to_owned(), position);
        position
    }

    fn add(&mut self, reading: &Reading, language: Option<usize>) {
        if let Some(language) = language {
            for (position, _) in &reading.found {
                self.gathered.forms[*position as usize].uses[language] += 1;
            }
        }
        self.gathered.sections.push(reading.sum(&reading.found));
        self.gathered.groups.push(reading.sum(&reading.groups));
    }
}
