//! From words to pages: the answer to a query.

use std::collections::{BTreeMap, BTreeSet};

use super::document::Group;
use super::query::{Filter, Meaning, Query, Word};
use super::shelf::{Damage, Index};

/// What a text in the reader's language counts more.
const OWN_LANGUAGE: f64 = 1.25;

/// Of a page and its translations, the one in the reader's language is shown unless another answers so many times better.
const OWN_WORDS: f64 = 2.0;

/// What a page counts more, by its group: who searches at night has a problem, not a question.
const GROUPS: [f64; 5] = [1.08, 1.05, 1.05, 1.05, 1.0];

/// What the other sections of a page add to its best one, and up to how many times that.
const OTHER_SECTIONS: (f64, f64) = (0.1, 2.0);

/// What the first section of a page, which has its title, adds to every other. Nothing else of a page does: a page of two hundred
/// sections has all words somewhere.
const FIRST_SECTION: f64 = 0.35;

/// How many answers are made ready to be shown.
const MOST_HITS: usize = 50;

/// A page that answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its number in the index.
    pub page: usize,
    /// Which of its sections says it best.
    pub section: usize,
    /// How well.
    pub score: f64,
}

/// What an index answers.
#[derive(Debug, Default)]
pub struct Answer {
    /// The best pages, best first; of equals, the first in the index.
    pub hits: Vec<Hit>,
    /// How many pages there are in all.
    pub total: usize,
    /// Words that stand nowhere, as typed.
    pub nowhere: Vec<String>,
    /// Words that were taken for others: as typed, and as written.
    pub taken: Vec<(String, String)>,
    /// Whether the query was too long to be read whole.
    pub is_cut: bool,
    /// The forms that were found, to be marked in texts.
    pub forms: BTreeSet<String>,
    /// Beginnings of words that were found.
    pub beginnings: Vec<String>,
}

/// What was found of a query, section by section.
struct Tally {
    /// What the words say together.
    totals: Vec<f64>,
    /// Which of the words asked for stand there: one bit each.
    masks: Vec<u16>,
    /// The sections that say anything, in the order in which they were met.
    touched: Vec<usize>,
    /// What the word that is counted says.
    word: Vec<f64>,
}

impl Index<'_> {
    /// Answers a query for a reader of a language.
    ///
    /// # Errors
    /// When a part of the index is missing or damaged.
    pub fn ask(&self, typed: &str, reader: &str, filter: &Filter) -> Result<Answer, Damage> {
        let query = Query::new(typed, &self.stop);
        let mut answer = Answer { is_cut: query.is_cut, ..Answer::default() };
        let mut tally = Tally::new(self.owners.len());
        // How much each word asked for matters.
        let mut weights: Vec<f64> = Vec::new();
        for word in &query.words {
            let meaning = self.meaning(word)?;
            self.note(&meaning, &mut answer)?;
            let Word::Asked(text, is_open) = word else {
                tally.add(self, &meaning, 0)?;
                continue;
            };
            if meaning.meant.is_empty() {
                answer.nowhere.push(text.clone());
                continue;
            }
            let weight = tally.add(self, &meaning, 1 << weights.len())?;
            weights.push(weight);
            match meaning.taken_for {
                Some(form) => answer.taken.push((text.clone(), form)),
                None if *is_open => answer.beginnings.push(text.clone()),
                None => {}
            }
        }
        let wanted = self.wanted(filter)?;
        let mut hits = self.hits(&tally, &weights, reader, &wanted);
        answer.total = hits.len();
        hits.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.page.cmp(&other.page)));
        hits.truncate(MOST_HITS);
        answer.hits = hits;
        Ok(answer)
    }

    /// Notes the forms of what a word means.
    fn note(&self, meaning: &Meaning, answer: &mut Answer) -> Result<(), Damage> {
        for meant in &meaning.meant {
            let shard = self.shard(meant.shard)?;
            let own = shard.forms.iter().filter(|(_, class)| *class == meant.class).map(|(form, _)| form);
            answer.forms.extend(own.chain(shard.also(meant.class)).cloned());
        }
        Ok(())
    }

    /// Judges the pages that were touched.
    fn hits(&self, tally: &Tally, weights: &[f64], reader: &str, wanted: &dyn Fn(usize) -> bool) -> Vec<Hit> {
        let asked: f64 = weights.iter().sum();
        let covered = |mask: u16| {
            if asked == 0.0 {
                return 1.0;
            }
            let mut sum = 0.0;
            for (bit, weight) in weights.iter().enumerate() {
                if mask & 1 << bit != 0 {
                    sum += weight;
                }
            }
            sum / asked
        };
        let mut sections: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for section in &tally.touched {
            sections.entry(self.owners[*section] as usize).or_default().push(*section);
        }
        // A page and its translations are one answer: the words that are liked best.
        let mut best: BTreeMap<usize, (f64, Hit)> = BTreeMap::new();
        for (page, mut sections) in sections {
            if !wanted(page) {
                continue;
            }
            sections.sort_unstable();
            let entry = self.pages[page];
            let lead = FIRST_SECTION * tally.totals[entry.first];
            let (mut top, mut sum, mut of) = (0.0, 0.0, sections[0]);
            for section in sections {
                let title = if section > entry.first { lead } else { 0.0 };
                let score = (tally.totals[section] + title) * covered(tally.masks[section]);
                sum += score;
                if score > top {
                    (top, of) = (score, section);
                }
            }
            let (part, times) = OTHER_SECTIONS;
            let mut score = top + part * (sum - top).min(times * top);
            score *= GROUPS[entry.group as usize];
            let is_own = self.languages[entry.language] == reader;
            if is_own {
                score *= OWN_LANGUAGE;
            }
            let liking = if is_own { score * OWN_WORDS } else { score };
            let hit = Hit { page, section: of - entry.first, score };
            match best.get_mut(&entry.original) {
                None => {
                    best.insert(entry.original, (liking, hit));
                }
                Some((liked, known)) => {
                    let score = known.score.max(score);
                    if liking > *liked {
                        (*liked, *known) = (liking, hit);
                    }
                    known.score = score;
                }
            }
        }
        best.into_values().map(|(_, hit)| hit).collect()
    }

    /// Whether a page passes a filter.
    fn wanted<'f>(&'f self, filter: &'f Filter) -> Result<impl Fn(usize) -> bool + 'f, Damage> {
        let about = filter.service.as_ref().map(|service| self.about(service)).transpose()?;
        Ok(move |page: usize| {
            let entry = self.pages[page];
            filter.group.is_none_or(|group: Group| entry.group == group)
                && filter.language.as_ref().is_none_or(|language| self.languages[entry.language] == *language)
                && about.as_ref().is_none_or(|about| about.contains(&page))
        })
    }
}

impl Tally {
    fn new(sections: usize) -> Self {
        Self { totals: vec![0.0; sections], masks: vec![0; sections], touched: Vec::new(), word: vec![0.0; sections] }
    }

    /// Counts a word of the query; returns how much it matters: as much as the rarest thing that it surely means.
    fn add(&mut self, index: &Index<'_>, meaning: &Meaning, bit: u16) -> Result<f64, Damage> {
        let mut matters: f64 = 0.0;
        let mut met: Vec<usize> = Vec::new();
        for meant in &meaning.meant {
            let shard = index.shard(meant.shard)?;
            let weight = meant.weight * f64::from(shard.rarity(meant.class));
            matters = matters.max(weight);
            let sound = shard.postings(meant.class, |section, value| {
                let Some(said) = self.word.get_mut(section) else { return };
                let value = weight * f64::from(value) / 16.0;
                if *said == 0.0 {
                    met.push(section);
                }
                if value > *said {
                    *said = value;
                }
            });
            if !sound {
                return Err(Damage(format!("i/{}", meant.shard)));
            }
        }
        for section in met {
            if self.totals[section] == 0.0 {
                self.touched.push(section);
            }
            self.totals[section] += self.word[section];
            self.word[section] = 0.0;
            self.masks[section] |= bit;
        }
        Ok(matters)
    }
}
