//! The words of some pages: what is read of the documents, in parallel, before it is put together.

use std::collections::HashMap;

use foldhash::fast::RandomState;

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
    /// Whether a synonym of several words may start with it.
    starts_phrase: bool,
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
    positions: HashMap<String, u32, RandomState>,
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
            page.names.iter().chain(&page.aliases).for_each(|name| field(Field::Names, name));
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
        // Where little is said, each word counts.
        let takes_stops = !matches!(field, Field::Body | Field::Code);
        pieces(text, |piece| {
            let mut word = |word: &str, is_written: bool| {
                let position = gathered.position(word, self);
                if is_written {
                    reading.words.push(position);
                }
                if takes_stops || !gathered.gathered.forms[position as usize].is_stop {
                    reading.found.push((position, field));
                }
            };
            match piece {
                Piece::Word(text) => word(text, true),
                Piece::Chunk(chunk) => {
                    chunk.words().for_each(|text| word(text, true));
                    let is_new = |other: &&str| !chunk.words().any(|word| word == *other);
                    chunk.atoms().chain(chunk.runs()).filter(is_new).for_each(|text| word(text, false));
                }
            }
        });
        reading.lengths[field as usize] += reading.words.len();
        self.phrases(field, &gathered.gathered.forms, reading);
    }

    /// Notes the members of groups of synonyms that are several words.
    fn phrases(&self, field: Field, forms: &[Form], reading: &mut Reading) {
        let Reading { words, groups, .. } = reading;
        for start in 0..words.len() {
            if forms[words[start] as usize].starts_phrase {
                let text = words[start..].iter().map(|word| forms[*word as usize].text.as_str());
                let named = self.synonyms.phrases_at(text);
                groups.extend(named.map(|group| (group as u32, field)));
            }
        }
    }
}

/// A section while it is read.
#[derive(Default)]
struct Reading {
    /// The words of the field that is read, one after the other.
    words: Vec<u32>,
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
        worths.sort_unstable_by_key(|(of, _)| *of);
        let sums = worths.chunk_by(|(one, _), (other, _)| one == other);
        sums.map(|same| (same[0].0, fixed(same.iter().map(|(_, worth)| worth).sum()))).collect()
    }
}

impl Gathering {
    fn position(&mut self, text: &str, gatherer: &Gatherer<'_>) -> u32 {
        if let Some(position) = self.positions.get(text) {
            return *position;
        }
        let forms = &mut self.gathered.forms;
        let position = u32::try_from(forms.len()).unwrap_or(u32::MAX);
        let (is_stop, starts_phrase) = ((gatherer.is_stop)(text), gatherer.synonyms.starts(text));
        forms.push(Form { text: text.to_owned(), uses: Uses::default(), is_stop, starts_phrase });
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
