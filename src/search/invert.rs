//! From what each section says to where each word stands.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::gather::{Gathered, Said};
use super::score::{rarity, sixteenths};
use super::stem::{Stemmers, Uses};
use super::synonyms::Synonyms;

/// How much a word counts in a section that only says it in another way.
const SYNONYM: f32 = 0.5;

/// Of how many other forms a word tells that they mean the same.
const MOST_ALSO: usize = 12;

/// Forms that lead to the same sections.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Class {
    /// How rare it is: [`rarity`].
    pub rarity: u8,
    /// The sections it stands in, in order, and how much it says there: 1 to 15.
    pub postings: Vec<(u32, u8)>,
    /// Forms of its synonyms, to be marked where they stand in a text.
    pub also: Vec<String>,
}

/// Where each word stands.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Inverted {
    /// The forms, sorted, with the position of their class.
    pub forms: Vec<(String, u32)>,
    /// The classes.
    pub classes: Vec<Class>,
}

/// Puts together what was gathered of all pages, in their order.
pub(super) fn invert(gathered: Vec<Gathered>, synonyms: &Synonyms) -> Inverted {
    let sections = gathered.iter().map(|part| part.sections.len()).sum();
    let mut vocabulary = Vocabulary::of(&gathered);
    let groups = Groups::of(synonyms, &mut vocabulary);
    let mut postings = vocabulary.postings(&gathered);
    let named = named(&gathered, synonyms.words.len());
    drop(gathered);
    let also = groups.apply(&named, &vocabulary, &mut postings);
    let mut classes: Vec<Class> = Vec::with_capacity(postings.len());
    for (said, also) in postings.into_iter().zip(also) {
        let postings: Vec<(u32, u8)> = said.into_iter().map(|(section, t)| (section, sixteenths(t))).collect();
        classes.push(Class { rarity: rarity(postings.len(), sections), postings, also });
    }
    let mut forms: Vec<(String, u32)> = vocabulary.forms.into_iter().zip(vocabulary.classes).collect();
    forms.retain(|(_, class)| !classes[*class as usize].postings.is_empty());
    forms.sort_unstable();
    Inverted { forms, classes }
}

/// Every form, and which of them are one word.
struct Vocabulary {
    forms: Vec<String>,
    classes: Vec<u32>,
    positions: HashMap<String, u32>,
    /// The classes by stem.
    by_stem: HashMap<String, u32>,
    /// The positions of the forms of each part.
    of_parts: Vec<Vec<u32>>,
    stemmers: Stemmers,
    number: usize,
}

impl Vocabulary {
    fn of(gathered: &[Gathered]) -> Self {
        let mut vocabulary = Self {
            forms: Vec::new(),
            classes: Vec::new(),
            positions: HashMap::new(),
            by_stem: HashMap::new(),
            of_parts: Vec::new(),
            stemmers: Stemmers::new(),
            number: 0,
        };
        let mut uses: Vec<Uses> = Vec::new();
        for part in gathered {
            let mut of_part = Vec::with_capacity(part.forms.len());
            for form in &part.forms {
                let position = vocabulary.add(&form.text);
                uses.resize(vocabulary.forms.len(), Uses::default());
                let sum = &mut uses[position as usize];
                *sum = [sum[0] + form.uses[0], sum[1] + form.uses[1]];
                of_part.push(position);
            }
            vocabulary.of_parts.push(of_part);
        }
        for (position, uses) in uses.into_iter().enumerate() {
            let stem = vocabulary.stemmers.stem(&vocabulary.forms[position], uses).into_owned();
            let class = vocabulary.class(stem);
            vocabulary.classes.push(class);
        }
        vocabulary
    }

    fn add(&mut self, form: &str) -> u32 {
        if let Some(position) = self.positions.get(form) {
            return *position;
        }
        let position = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
        self.forms.push(form.to_owned());
        self.positions.insert(form.to_owned(), position);
        position
    }

    fn class(&mut self, stem: String) -> u32 {
        let next = u32::try_from(self.number).unwrap_or(u32::MAX);
        let class = *self.by_stem.entry(stem).or_insert(next);
        if class == next {
            self.number += 1;
        }
        class
    }

    /// Returns the class of a word that people may type, whether or not a text holds it.
    fn class_of(&mut self, word: &str) -> u32 {
        if let Some(position) = self.positions.get(word) {
            return self.classes[*position as usize];
        }
        let stems = self.stemmers.stems(word);
        let known = stems.iter().find_map(|stem| self.by_stem.get(stem).copied());
        let [stem, _] = stems;
        let class = known.unwrap_or_else(|| self.class(stem));
        self.add(word);
        self.classes.push(class);
        class
    }

    /// Returns the sections of each class, in order.
    fn postings(&self, gathered: &[Gathered]) -> Vec<Said> {
        let mut postings: Vec<Said> = vec![Said::new(); self.number];
        let mut section = 0;
        for (part, positions) in gathered.iter().zip(&self.of_parts) {
            for said in &part.sections {
                for (form, t) in said {
                    let of_class = &mut postings[self.classes[positions[*form as usize] as usize] as usize];
                    match of_class.last_mut() {
                        Some((last, sum)) if *last == section => *sum = sum.saturating_add(*t),
                        _ => of_class.push((section, *t)),
                    }
                }
                section += 1;
            }
        }
        postings
    }
}

/// Returns the sections in which each group of synonyms is named in several words.
fn named(gathered: &[Gathered], groups: usize) -> Vec<Said> {
    let mut named = vec![Said::new(); groups];
    for (section, said) in (0..).zip(gathered.iter().flat_map(|part| &part.groups)) {
        for (group, t) in said {
            named[*group as usize].push((section, *t));
        }
    }
    named
}

/// The classes of each group of synonyms.
struct Groups(Vec<Group>);

struct Group {
    words: BTreeSet<u32>,
    /// The words of members of several.
    pieces: BTreeSet<u32>,
}

impl Groups {
    fn of(synonyms: &Synonyms, vocabulary: &mut Vocabulary) -> Self {
        let groups = synonyms.words.iter().zip(&synonyms.pieces).map(|(words, pieces)| {
            let words: BTreeSet<u32> = words.iter().map(|word| vocabulary.class_of(word)).collect();
            let pieces: BTreeSet<u32> = pieces.iter().map(|word| vocabulary.class_of(word)).collect();
            Group { pieces: &pieces - &words, words }
        });
        Self(groups.collect())
    }

    /// Lets each word of a group lead to the sections of the others. Returns the forms that mean the same as each class.
    fn apply(&self, named: &[Said], vocabulary: &Vocabulary, postings: &mut Vec<Said>) -> Vec<Vec<String>> {
        let meant: Vec<Said> = self.0.iter().zip(named).map(|(group, named)| group.meant(named, postings)).collect();
        for (group, meant) in self.0.iter().zip(&meant) {
            for class in group.words.iter().chain(&group.pieces) {
                let of_class = &mut postings[*class as usize];
                *of_class = most(of_class, meant, SYNONYM);
            }
        }
        let mut forms: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for group in self.0.iter().filter(|group| group.words.len() > 1) {
            forms.extend(group.words.iter().map(|class| (*class, Vec::new())));
        }
        for (form, class) in vocabulary.forms.iter().zip(&vocabulary.classes) {
            if let Some(forms) = forms.get_mut(class) {
                forms.push(form);
            }
        }
        let mut also: Vec<Vec<String>> = vec![Vec::new(); postings.len()];
        for group in &self.0 {
            for class in &group.words {
                let others = group.words.iter().filter(|other| *other != class).filter_map(|other| forms.get(other));
                also[*class as usize].extend(others.flatten().map(|form| (*form).to_owned()));
            }
        }
        for also in &mut also {
            also.sort();
            also.truncate(MOST_ALSO);
        }
        also
    }
}

impl Group {
    /// Returns the sections that say what the group means, in whatever words.
    fn meant(&self, named: &Said, postings: &[Said]) -> Said {
        self.words.iter().fold(named.clone(), |meant, class| most(&meant, &postings[*class as usize], 1.0))
    }
}

/// Joins two lists of sections; a section of both keeps the greater value. Those of the other count for a part of theirs.
fn most(own: &Said, other: &Said, part: f32) -> Said {
    let mut joined = Said::with_capacity(own.len().max(other.len()));
    let mut own = own.iter().copied().peekable();
    for (section, t) in other {
        let t = (f32::from(*t) * part).round() as u16;
        while let Some(before) = own.next_if(|(at, _)| at < section) {
            joined.push(before);
        }
        let same = own.next_if(|(at, _)| at == section).map_or(0, |(_, t)| t);
        joined.push((*section, same.max(t)));
    }
    joined.extend(own);
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::gather::Gatherer;
    use crate::search::tests::page;

    /// The sections that a form leads to.
    fn lookup(inverted: &Inverted, form: &str) -> Vec<(u32, u8)> {
        let found = inverted.forms.binary_search_by(|(known, _)| known.as_str().cmp(form));
        found.map_or_else(|_| Vec::new(), |at| inverted.classes[inverted.forms[at].1 as usize].postings.clone())
    }

    fn inverted(pages: &[&str]) -> Inverted {
        let stop = crate::search::stop::words();
        let is_stop = |word: &str| stop.contains(word);
        let synonyms = Synonyms::new(&[], &is_stop);
        let gatherer = Gatherer { synonyms: &synonyms, is_stop: &is_stop };
        let parts = pages.iter().map(|text| gatherer.gather(&[page("", text)])).collect();
        invert(parts, &synonyms)
    }

    #[test]
    fn forms_of_one_word_lead_to_the_same_sections_whatever_part_they_stand_in() {
        let inverted = inverted(&["restauré hier", "autre chose", "restaurer restaurée"]);
        assert_eq!(lookup(&inverted, "restaure"), lookup(&inverted, "restaurer"));
        let sections: Vec<u32> = lookup(&inverted, "restauree").iter().map(|(section, _)| *section).collect();
        assert_eq!(sections, [0, 2]);
    }

    #[test]
    fn a_synonym_leads_to_the_section_and_counts_less_even_if_no_text_holds_it() {
        let inverted = inverted(&["la sauvegarde sauvegarde", "le mot de passe passe"]);
        let [(0, own)] = lookup(&inverted, "sauvegarde")[..] else { panic!() };
        let [(0, other)] = lookup(&inverted, "backup")[..] else { panic!() };
        assert!(other < own);
        assert_eq!(lookup(&inverted, "password").len(), 1);
        assert_eq!(lookup(&inverted, "outage"), []);
    }

    #[test]
    fn the_greater_value_of_two_lists_is_kept() {
        let (own, other) = (vec![(1, 8), (3, 2)], vec![(0, 4), (3, 10), (7, 2)]);
        assert_eq!(most(&own, &other, 0.5), [(0, 2), (1, 8), (3, 5), (7, 1)]);
    }
}
