//! From what each section says to where each word stands.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use foldhash::fast::RandomState;
use rayon::prelude::*;

use super::gather::Gathered;
use super::postings::{Postings, Said, join};
use super::score::{rarity, sixteenths};
use super::stem::{Stemmers, Uses};
use super::synonyms::Synonyms;

/// How much a word counts in a section that only says it in another way.
const SYNONYM: f32 = 0.5;

/// To how many sections the synonyms of a word may lead, and how many it may have itself to need any: what is found a thousand times
/// is not found better by a thousand more.
const MOST_MEANT: usize = 1000;

/// In how many sections a word is found: those in which it says most. A word of more than that says little by itself.
const MOST_SECTIONS: usize = 8192;

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

/// A form, and where it stands.
#[derive(Default)]
struct Form {
    uses: Uses,
    postings: Postings,
}

/// Puts together what is gathered of the pages, batch by batch, in their order.
#[derive(Default)]
pub(super) struct Inverter {
    positions: HashMap<String, u32, RandomState>,
    forms: Vec<Form>,
    /// The sections in which each group of synonyms is named in several words.
    named: BTreeMap<u32, Postings>,
    sections: u32,
}

impl Inverter {
    /// Adds the sections of a batch.
    pub(super) fn add(&mut self, batch: Gathered) {
        let Gathered { forms, sections, groups } = batch;
        let mut positions: Vec<u32> = Vec::with_capacity(forms.len());
        for form in forms {
            let position = self.position(form.text);
            let uses = &mut self.forms[position as usize].uses;
            *uses = [uses[0] + form.uses[0], uses[1] + form.uses[1]];
            positions.push(position);
        }
        for (said, groups) in sections.iter().zip(&groups) {
            for (form, t) in said {
                self.forms[positions[*form as usize] as usize].postings.push(self.sections, *t);
            }
            for (group, t) in groups {
                self.named.entry(*group).or_default().push(self.sections, *t);
            }
            self.sections += 1;
        }
    }

    fn position(&mut self, form: String) -> u32 {
        let next = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
        let position = *self.positions.entry(form).or_insert(next);
        if position == next {
            self.forms.push(Form::default());
        }
        position
    }

    /// Returns where each word stands.
    pub(super) fn finish(mut self, synonyms: &Synonyms) -> Inverted {
        let mut stems = Stems::of(&self);
        let groups: Vec<Group> = Group::all(synonyms, &mut stems, &mut self);
        let members = stems.members();
        let meant = self.meant(&groups, &members);
        let mut positions: Vec<(String, u32)> = std::mem::take(&mut self.positions).into_iter().collect();
        positions.par_sort_unstable();
        let also = also(&groups, &members, &positions);
        let sections = self.sections as usize;
        let classes: Vec<Class> = members
            .par_iter()
            .zip(also)
            .enumerate()
            .map(|(class, (forms, also))| {
                let mut said = self.said(forms);
                let meant = meant.get(&(class as u32)).into_iter().flatten();
                if said.len() < MOST_MEANT {
                    let meant = meant.map(|(section, t)| (*section, (f32::from(*t) * SYNONYM).round() as u16));
                    said = join(said, meant, u16::max);
                }
                let rarity = rarity(said.len(), sections);
                Class { rarity, postings: strongest(said), also }
            })
            .collect();
        let of = stems.classes;
        let forms = positions.into_iter().map(|(form, position)| (form, of[position as usize]));
        let forms = forms.filter(|(_, class)| !classes[*class as usize].postings.is_empty()).collect();
        Inverted { forms, classes }
    }

    /// Returns the sections of some forms of one word.
    fn said(&self, forms: &[u32]) -> Said {
        let lists = forms.iter().map(|form| &self.forms[*form as usize].postings).filter(|list| !list.is_empty());
        lists.fold(Said::new(), |said, list| join(said, list.iter(), u16::saturating_add))
    }

    /// Returns the sections that the synonyms of each class lead to.
    fn meant(&self, groups: &[Group], members: &[Vec<u32>]) -> BTreeMap<u32, Said> {
        let all: Vec<Said> = groups
            .par_iter()
            .map(|group| {
                let named: Said = self.named.get(&group.number).map(|list| list.iter().collect()).unwrap_or_default();
                let lists = group.words.iter().map(|class| self.said(&members[*class as usize]));
                most_meant(lists.fold(named, |meant, list| join(meant, list, u16::max)))
            })
            .collect();
        let mut meant: BTreeMap<u32, Said> = BTreeMap::new();
        for (group, all) in groups.iter().zip(all) {
            for class in group.words.iter().chain(&group.pieces) {
                let list = meant.entry(*class).or_default();
                *list = join(std::mem::take(list), all.iter().copied(), u16::max);
            }
        }
        meant
    }
}

/// Returns the forms that mean the same as each class.
fn also(groups: &[Group], members: &[Vec<u32>], positions: &[(String, u32)]) -> Vec<Vec<String>> {
    let wanted: BTreeSet<u32> = groups.iter().flat_map(|group| &group.words).copied().collect();
    let mut forms: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    let mut homes: BTreeMap<u32, u32> = BTreeMap::new();
    for class in wanted {
        homes.extend(members[class as usize].iter().map(|form| (*form, class)));
    }
    for (form, position) in positions {
        if let Some(class) = homes.get(position) {
            forms.entry(*class).or_default().push(form);
        }
    }
    let mut also: Vec<Vec<String>> = vec![Vec::new(); members.len()];
    for group in groups {
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

/// Keeps the sections in which a word says most, and what is stored of them. Where there are too many that say as much, none of
/// these is kept: which of them would be chance.
fn strongest(said: Said) -> Vec<(u32, u8)> {
    let stored = said.iter().map(|(section, t)| (*section, sixteenths(*t)));
    if said.len() <= MOST_SECTIONS {
        return stored.collect();
    }
    let mut counts = [0; 16];
    stored.clone().for_each(|(_, value)| counts[usize::from(value)] += 1);
    let mut left = MOST_SECTIONS;
    let mut least = 16;
    for value in (1..16).rev() {
        if counts[value] > left {
            break;
        }
        left -= counts[value];
        least = value;
    }
    let strong: Vec<(u32, u8)> = stored.clone().filter(|(_, value)| usize::from(*value) >= least).collect();
    // A word that says as little everywhere still leads somewhere.
    if strong.is_empty() { stored.take(MOST_SECTIONS).collect() } else { strong }
}

/// Keeps the sections that say most of what a group means.
fn most_meant(said: Said) -> Said {
    if said.len() <= MOST_MEANT {
        return said;
    }
    let mut values: Vec<u16> = said.iter().map(|(_, t)| *t).collect();
    let (_, least, _) = values.select_nth_unstable_by(MOST_MEANT - 1, |one, other| other.cmp(one));
    let least = *least;
    said.into_iter().filter(|(_, t)| *t >= least).take(MOST_MEANT).collect()
}

/// Which forms are one word.
struct Stems {
    /// The class of each form.
    classes: Vec<u32>,
    by_stem: HashMap<String, u32, RandomState>,
    stemmers: Stemmers,
}

impl Stems {
    fn of(inverter: &Inverter) -> Self {
        let mut stems = Self { classes: Vec::new(), by_stem: HashMap::default(), stemmers: Stemmers::new() };
        // In the order of positions: what a class is called must not depend on how a map is ordered.
        let mut forms: Vec<(u32, &str)> =
            inverter.positions.iter().map(|(form, position)| (*position, form.as_str())).collect();
        forms.par_sort_unstable();
        let of = |(position, form): &(u32, &str)| {
            stems.stemmers.stem(form, inverter.forms[*position as usize].uses).into_owned()
        };
        let found: Vec<String> = forms.par_iter().map(of).collect();
        stems.classes = found.into_iter().map(|stem| stems.class(stem)).collect();
        stems
    }

    fn class(&mut self, stem: String) -> u32 {
        let next = u32::try_from(self.by_stem.len()).unwrap_or(u32::MAX);
        *self.by_stem.entry(stem).or_insert(next)
    }

    /// Returns the class of a word that people may type, whether or not a text holds it.
    fn class_of(&mut self, word: &str, inverter: &mut Inverter) -> u32 {
        let position = inverter.position(word.to_owned()) as usize;
        if let Some(class) = self.classes.get(position) {
            return *class;
        }
        let stems = self.stemmers.stems(word);
        let known = stems.iter().find_map(|stem| self.by_stem.get(stem).copied());
        let [stem, _] = stems;
        let class = known.unwrap_or_else(|| self.class(stem));
        self.classes.push(class);
        class
    }

    /// Returns the forms of each class.
    fn members(&self) -> Vec<Vec<u32>> {
        let mut members = vec![Vec::new(); self.by_stem.len()];
        for (form, class) in (0..).zip(&self.classes) {
            members[*class as usize].push(form);
        }
        members
    }
}

/// The classes of a group of synonyms.
struct Group {
    number: u32,
    words: BTreeSet<u32>,
    /// The words of members of several.
    pieces: BTreeSet<u32>,
}

impl Group {
    fn all(synonyms: &Synonyms, stems: &mut Stems, inverter: &mut Inverter) -> Vec<Self> {
        let groups = synonyms.words.iter().zip(&synonyms.pieces);
        let group = |(number, (words, pieces)): (u32, (&Vec<String>, &Vec<String>))| {
            let words: BTreeSet<u32> = words.iter().map(|word| stems.class_of(word, inverter)).collect();
            let pieces: BTreeSet<u32> = pieces.iter().map(|word| stems.class_of(word, inverter)).collect();
            Self { number, pieces: &pieces - &words, words }
        };
        (0..).zip(groups).map(group).collect()
    }
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
        let mut inverter = Inverter::default();
        pages.iter().for_each(|text| inverter.add(gatherer.gather(&[page("", text)])));
        inverter.finish(&synonyms)
    }

    #[test]
    fn forms_of_one_word_lead_to_the_same_sections_whatever_batch_they_stand_in() {
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
    fn of_too_many_sections_those_are_kept_in_which_the_word_says_most() {
        let many = u32::try_from(MOST_SECTIONS).unwrap();
        let list =
            |strong: u32| (0..2 * many).map(|at| (at, if at % 100 < strong { 900 } else { 9 })).collect::<Said>();
        let kept = strongest(list(3));
        assert!(kept.iter().all(|(section, _)| section % 100 < 3) && kept.len() > 400);
        assert_eq!(strongest(list(0)).len(), MOST_SECTIONS);
        assert_eq!(strongest((0..many).map(|at| (at, 9)).collect()).len(), MOST_SECTIONS);
        assert_eq!(most_meant(list(1)).len(), MOST_MEANT.min(list(1).len()));
    }
}
