//! How much a word says about a section: BM25F (Robertson, Zaragoza and Taylor, 2004), worked out when the index is made.
//!
//! For each word and section, `t = Σ weight · occurrences / norm` over the fields, with `norm = 1 − b + b · length / usual`. What is
//! stored is `t / (K + t)`, in sixteenths: four bits. The usual lengths are fixed, not averages of this site, so that an edit
//! of one page leaves the words of all others alone.

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// A symptom, an alert, a host name, a short name.
    Names,
    /// The title of the page. It counts for what stands first on it: a page is judged as a whole, too.
    Title,
    /// The heading of the section.
    Heading,
    /// The name of what the page is about.
    Subject,
    /// A command, or what a program says.
    Code,
    /// Anything else.
    Body,
}

/// How many fields there are.
pub(super) const FIELDS: usize = 6;

/// What a word in a field is worth.
struct Worth {
    weight: f32,
    /// How much the length of the field matters: BM25's `b`, 0 to 1.
    length_matters: f32,
    /// The length, in words, of a field that is neither short nor long.
    usual: f32,
}

const fn worth(field: Field) -> Worth {
    let (weight, length_matters, usual) = match field {
        Field::Names => (14.0, 0.3, 12.0),
        Field::Title => (12.0, 0.4, 5.0),
        Field::Heading => (6.0, 0.4, 4.0),
        Field::Subject => (3.0, 0.3, 3.0),
        Field::Code => (1.5, 0.7, 40.0),
        Field::Body => (1.0, 0.7, 100.0),
    };
    Worth { weight, length_matters, usual }
}

/// BM25's `k₁`: how soon more of the same says nothing more.
const SATURATION: f32 = 4.0;

/// How many parts a unit of `t` has.
const UNIT: f32 = 64.0;

/// Returns what one occurrence is worth in a field of so many words.
pub(super) fn occurrence(field: Field, length: usize) -> f32 {
    let Worth { weight, length_matters, usual } = worth(field);
    // Lengths in steps of an eighth of their magnitude: a word more or less in a text leaves its other words as they are.
    let length = stepped(length) as f32;
    weight / (1.0 - length_matters + length_matters * length / usual)
}

fn stepped(length: usize) -> usize {
    let step = (length / 8).next_power_of_two().max(1);
    length / step * step
}

/// Returns `t` as it is added up.
pub(super) fn fixed(t: f32) -> u16 {
    // Saturates, as float casts do.
    (t * UNIT).round() as u16
}

/// Returns what is stored of `t`: 1 to 15. A word that stands anywhere in a section counts.
pub(super) fn sixteenths(t: u16) -> u8 {
    let t = f32::from(t) / UNIT;
    ((16.0 * t / (SATURATION + t)).round() as u8).clamp(1, 15)
}

/// How finely the rarity of a word is stored.
const RARITY_STEPS: f64 = 20.0;

/// Returns how rare a word is that stands in `found` of `sections`: BM25's inverse document frequency, `ln(1 + (N − n + ½)/(n + ½))`,
/// in twentieths.
pub(super) fn rarity(found: usize, sections: usize) -> u8 {
    let (found, sections) = (found as f64, sections as f64);
    let idf = ((sections - found + 0.5).max(0.0) / (found + 0.5) + 1.0).ln();
    ((idf * RARITY_STEPS).round() as u8).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_more_than_a_heading_and_that_more_than_the_text() {
        let stored = |field, length| sixteenths(fixed(occurrence(field, length)));
        assert!(stored(Field::Names, 6) >= stored(Field::Title, 4));
        assert!(stored(Field::Title, 4) > stored(Field::Heading, 4));
        assert!(stored(Field::Heading, 4) > stored(Field::Body, 40));
        assert!(stored(Field::Body, 5000) >= 1);
    }

    #[test]
    fn one_word_more_rarely_changes_what_the_others_are_worth() {
        let changed = (50..400).filter(|length| stepped(*length) != stepped(length + 1)).count();
        assert!(changed < 40, "{changed}");
    }

    #[test]
    fn rare_words_count_more() {
        assert!(rarity(1, 1000) > rarity(10, 1000) && rarity(10, 1000) > rarity(900, 1000));
        assert_eq!(rarity(5, 3), 1);
    }
}
