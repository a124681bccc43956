//! The order in which French and English readers look names up.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What names are sorted by. Accents and case count only among equals, so that `Éric` stands beside `eric`; `œ` and `æ` are two
/// letters each, as in the dictionaries of both languages. Sort equals by the name itself.
#[must_use]
pub fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in name.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'œ' => key.push_str("oe"),
            'æ' => key.push_str("ae"),
            letter => key.push(letter),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_count_only_among_equals() {
        let mut names = ["œuvre", "Zoo", "état", "ouvrir", "Espace", "Odeur", "etat", "ça"];
        names.sort_by_cached_key(|name| (sort_key(name), *name));
        assert_eq!(names, ["ça", "Espace", "etat", "état", "Odeur", "œuvre", "ouvrir", "Zoo"]);
    }
}
