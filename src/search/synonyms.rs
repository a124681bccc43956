//! Words of operations that mean the same, in French and English: who types `backup` finds the page that says `sauvegarde`.
//!
//! They are worked into the index, not into queries: a query costs no more, and the browser needs no table.

use std::collections::HashMap;

use super::analyze::{self, Piece};

/// The words of operations. A project adds those of its glossary.
const OPERATIONS: &str = include_str!("synonyms.txt");

/// What words mean the same, by group.
#[derive(Debug, Default)]
pub(super) struct Synonyms {
    /// The single words of each group, folded.
    pub words: Vec<Vec<String>>,
    /// The words of its members of several, folded: who types all of them means the group.
    pub pieces: Vec<Vec<String>>,
    /// Members of several words, by their first: the words that follow, and the group.
    phrases: HashMap<String, Vec<(Vec<String>, usize)>>,
}

impl Synonyms {
    /// Reads the words of operations, and those of a project: groups of words that mean the same.
    pub(super) fn new(project: &[Vec<String>], is_stop: &dyn Fn(&str) -> bool) -> Self {
        let mut synonyms = Self::default();
        let lines = OPERATIONS.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        for line in lines {
            synonyms.add(line.split('|'), is_stop);
        }
        for group in project {
            synonyms.add(group.iter().map(String::as_str), is_stop);
        }
        synonyms
    }

    fn add<'a>(&mut self, members: impl Iterator<Item = &'a str>, is_stop: &dyn Fn(&str) -> bool) {
        let group = self.words.len();
        let (mut single, mut pieces) = (Vec::new(), Vec::new());
        for member in members {
            let mut words: Vec<String> = Vec::new();
            // A word in camel case, or joined by hyphens, is looked for as it is run together.
            analyze::pieces(member, |piece| match piece {
                Piece::Word(word) => words.push(word.to_owned()),
                Piece::Chunk(chunk) => words.extend(chunk.runs().next().map(str::to_owned)),
            });
            if let ["se" | "s", verb] = words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                single.push(verb.to_owned());
            } else if words.len() == 1 {
                single.append(&mut words);
            } else if let Some((first, rest)) = words.split_first() {
                let content: Vec<&String> = words.iter().filter(|word| !is_stop(word)).collect();
                // `log in` means the group, but `log` does not.
                if content.len() > 1 {
                    pieces.extend(content.into_iter().cloned());
                }
                self.phrases.entry(first.clone()).or_default().push((rest.to_vec(), group));
            }
        }
        self.words.push(single);
        self.pieces.push(pieces);
    }

    /// Whether a member of several words may start with a word.
    pub(super) fn starts(&self, first: &str) -> bool {
        self.starting(first).is_some()
    }

    /// Returns the groups whose members of several words a text starts with.
    pub(super) fn phrases_at<'a>(
        &'a self,
        mut words: impl Iterator<Item = &'a str> + Clone + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let phrases = words.next().and_then(|first| self.starting(first)).into_iter().flatten();
        phrases.filter_map(move |(phrase, group)| {
            let mut rest = words.clone();
            phrase.iter().all(|word| rest.next().is_some_and(|written| is_form(written, word))).then_some(*group)
        })
    }

    fn starting(&self, first: &str) -> Option<&Vec<(Vec<String>, usize)>> {
        self.phrases.get(first).or_else(|| self.phrases.get(first.strip_suffix(['s', 'x'])?))
    }
}

/// Whether a written word is a word of the table, or its plural.
fn is_form(written: &str, word: &str) -> bool {
    written.strip_prefix(word).is_some_and(|ending| matches!(ending, "" | "s" | "x"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn table(project: &[&[&str]]) -> Synonyms {
        let owned: Vec<Vec<String>> =
            project.iter().map(|group| group.iter().map(|word| (*word).to_owned()).collect()).collect();
        let stop = super::super::stop::words();
        Synonyms::new(&owned, &|word| stop.contains(word))
    }

    #[test]
    fn no_word_of_the_table_stands_in_two_groups() {
        let table = table(&[]);
        assert!(table.words.len() > 150);
        let mut homes: BTreeMap<&str, usize> = BTreeMap::new();
        for (group, words) in table.words.iter().enumerate() {
            assert!(!words.is_empty() || !table.pieces[group].is_empty(), "group {group} is found by nothing");
            for word in words {
                assert_eq!(*homes.entry(word).or_insert(group), group, "{word}");
            }
        }
    }

    #[test]
    fn phrases_are_found_in_the_plural_and_count_with_all_their_words() {
        let table = table(&[&["carnet de relève", "handover site"]]);
        let group = table.words.len() - 1;
        let at = |words: &[&'static str]| table.phrases_at(words.iter().copied()).collect::<Vec<_>>();
        assert_eq!(at(&["carnets", "de", "releve", "x"]), [group]);
        assert_eq!(at(&["carnet", "de"]), [0; 0]);
        assert_eq!(table.pieces[group], ["carnet", "releve", "handover", "site"]);
    }
}
