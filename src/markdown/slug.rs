//! Ids made of words: ours, which never change between releases, and those that GitHub and mdBook would give.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Returns the slug of a text: decomposed (NFKD), marks stripped, ligatures spelt out, ASCII, lower case, hyphens between
/// words. A text without a letter or digit of the Latin script gives an empty slug.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut push = |character: char| {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    };
    for character in text.nfkd().filter(|character| !is_combining_mark(*character)) {
        match spelt_out(character) {
            Some(letters) => letters.chars().for_each(&mut push),
            // An apostrophe separates in French (l'accès) as a space does.
            None => push(character),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Letters that no Unicode decomposition takes apart.
fn spelt_out(character: char) -> Option<&'static str> {
    Some(match character {
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        'ß' | 'ẞ' => "ss",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        _ => return None,
    })
}

/// Returns the anchor that GitHub gives a heading, before duplicates are told apart.
pub(super) fn github(text: &str) -> String {
    let kept = |character: &char| character.is_alphanumeric() || matches!(character, '-' | '_' | ' ');
    let lower = text.trim().chars().flat_map(char::to_lowercase).filter(kept);
    lower.map(|character| if character == ' ' { '-' } else { character }).collect()
}

/// Returns the anchor that mdBook gives a heading, before duplicates are told apart.
pub(super) fn mdbook(text: &str) -> String {
    let one = |character: char| match character {
        character if character.is_alphanumeric() || matches!(character, '_' | '-') => {
            Some(character.to_ascii_lowercase())
        }
        character if character.is_whitespace() => Some('-'),
        _ => None,
    };
    text.trim().chars().filter_map(one).collect()
}

/// Whether an author may give a thing this id: letters and digits of any script, hyphens, dots, underscores.
pub(super) fn is_id(text: &str) -> bool {
    let sound = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '.');
    !text.is_empty() && text.chars().all(sound)
}

/// Ids that are taken, and a way to take another.
#[derive(Debug, Default)]
pub struct Taken {
    ids: BTreeSet<String>,
    /// The last number tried per base, so that a hundred thousand equal headings take linear time.
    numbers: HashMap<String, usize>,
}

impl Taken {
    /// Starts from ids that are taken.
    #[must_use]
    pub fn new(ids: BTreeSet<String>) -> Self {
        Self { ids, numbers: HashMap::new() }
    }

    /// Takes an id as it is; false when another thing has it.
    pub fn claim(&mut self, id: &str) -> bool {
        self.ids.insert(id.to_owned())
    }

    /// Takes an id, or the first of `id-2`, `id-3` … that is free. An empty one is replaced by `otherwise`.
    pub fn take(&mut self, id: &str, otherwise: &str) -> String {
        let base = if id.is_empty() { otherwise } else { id };
        if self.claim(base) {
            return base.to_owned();
        }
        let number = self.numbers.entry(base.to_owned()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{base}-{number}");
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }

    /// Takes the first of these ids that is free, else a numbered variant of the last.
    pub(super) fn take_first(&mut self, [first, last]: [&str; 2], otherwise: &str) -> String {
        if self.claim(first) { first.to_owned() } else { self.take(last, otherwise) }
    }

    /// Takes a name, or the first of `name-1`, `name-2` … that is free: how GitHub and mdBook tell equal headings apart.
    pub(super) fn number_from_one(&mut self, name: &str) -> String {
        if self.claim(name) {
            return name.to_owned();
        }
        let number = self.numbers.entry(name.to_owned()).or_insert(0);
        loop {
            *number += 1;
            let numbered = format!("{name}-{number}");
            if self.ids.insert(numbered.clone()) {
                return numbered;
            }
        }
    }

    /// Returns the ids taken.
    #[must_use]
    pub fn into_ids(self) -> BTreeSet<String> {
        self.ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ascii_and_keep_every_word() {
        let cases = [
            ("Étapes : vérifier l’accès", "etapes-verifier-l-acces"),
            ("Le cœur du Straße", "le-coeur-du-strasse"),
            ("`nginx -t` (à chaud)", "nginx-t-a-chaud"),
            ("ﬁn ½", "fin-1-2"),
            ("日本語", ""),
            ("  --  ", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(slug(text), expected, "{text}");
        }
    }

    #[test]
    fn foreign_anchors_are_those_of_github_and_mdbook() {
        assert_eq!(github("Étapes & co. (v2)"), "étapes--co-v2");
        assert_eq!(mdbook("Étapes & co. (v2)"), "Étapes--co-v2");
    }

    #[test]
    fn equal_ids_are_numbered_and_never_meet_a_written_one() {
        let mut taken = Taken::default();
        assert!(taken.claim("a-2"));
        assert_eq!(taken.take("a", "section"), "a");
        assert_eq!(taken.take("a", "section"), "a-3");
        assert_eq!(taken.take("", "section"), "section");
    }
}
