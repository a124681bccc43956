//! The part of a text that shows why it answers, with the words that were found.

use std::collections::BTreeSet;

use super::analyze::{LONGEST_WORD, fold, is_word, lower, stands_alone};

/// How many characters a snippet has, about.
const LENGTH: usize = 160;

/// How far before the first word that was found a snippet starts.
const BEFORE: usize = 40;

/// A piece of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its words.
    pub text: String,
    /// Whether it is what was looked for.
    pub is_found: bool,
}

/// What was looked for.
pub(super) struct Wanted<'a> {
    pub forms: &'a BTreeSet<String>,
    pub beginnings: &'a [String],
}

impl Wanted<'_> {
    fn holds(&self, word: &str) -> bool {
        if word.len() > LONGEST_WORD * 4 {
            return false;
        }
        let folded = lower(&fold(word));
        self.forms.contains(&folded) || self.beginnings.iter().any(|start| folded.starts_with(start.as_str()))
    }
}

/// Returns the part of a text with the most different words that were looked for, and nothing where there is none.
pub(super) fn snippet(text: &str, wanted: &Wanted<'_>) -> Option<Vec<Span>> {
    let found: Vec<(usize, usize)> = words(text).filter(|(start, end)| wanted.holds(&text[*start..*end])).collect();
    // The window that starts at each word found: how many different ones it holds.
    let best = (0..found.len()).rev().max_by_key(|first| {
        let until = found[*first].0 + LENGTH;
        let inside = found[*first..].iter().take_while(|(_, end)| *end <= until);
        inside.map(|(start, end)| lower(&fold(&text[*start..*end]))).collect::<BTreeSet<_>>().len()
    })?;
    let start = blank_before(text, found[best].0.saturating_sub(BEFORE));
    let end = blank_after(text, start + LENGTH + BEFORE);
    let mut spans = Vec::new();
    let mut push = |text: String, is_found| {
        if !text.is_empty() {
            spans.push(Span { text, is_found });
        }
    };
    let mut at = start;
    if start > 0 {
        push("… ".to_owned(), false);
    }
    for (from, to) in found.into_iter().filter(|(from, to)| *from >= start && *to <= end) {
        push(text[at..from].to_owned(), false);
        push(text[from..to].to_owned(), true);
        at = to;
    }
    push(text[at..end].to_owned(), false);
    if end < text.len() {
        push(" …".to_owned(), false);
    }
    Some(spans)
}

/// Returns the sign of which most was looked for; nothing where nothing was.
pub(super) fn sign(signs: &[String], wanted: &Wanted<'_>) -> Option<Vec<Span>> {
    let part = |text: &String| {
        let found: usize =
            words(text).filter(|(start, end)| wanted.holds(&text[*start..*end])).map(|(start, end)| end - start).sum();
        found as f64 / text.len().max(1) as f64
    };
    // Of equals, the first.
    let best = signs.iter().rev().max_by(|one, other| part(one).total_cmp(&part(other)))?;
    snippet(best, wanted)
}

/// Returns the beginning of a text.
pub(super) fn beginning(text: &str) -> Vec<Span> {
    let end = blank_after(text, LENGTH);
    let more = if end < text.len() { " …" } else { "" };
    vec![Span { text: format!("{}{more}", &text[..end]), is_found: false }]
}

/// The words of a text, by where they start and end.
fn words(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        // Marks are part of the word they stand on.
        let is_part = |character: char| is_word(character) || matches!(character, '\u{300}'..='\u{36F}');
        let start = at + text[at..].find(is_part)?;
        let ends = |character| !is_part(character) || stands_alone(character);
        let first = text[start..].chars().next()?.len_utf8();
        let rest = start + first;
        let is_alone = text[start..].starts_with(stands_alone);
        at = if is_alone { rest } else { text[rest..].find(ends).map_or(text.len(), |length| rest + length) };
        Some((start, at))
    })
}

fn blank_before(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    if at == 0 {
        0
    } else {
        text[..at].rfind(char::is_whitespace).map_or(0, |blank| text.ceil_char_boundary(blank + 1))
    }
}

fn blank_after(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let at = text.ceil_char_boundary(at);
    text[at..].find(char::is_whitespace).map_or(text.len(), |blank| at + blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, forms: &[&str]) -> Option<String> {
        let forms = forms.iter().map(|form| (*form).to_owned()).collect();
        let spans = snippet(text, &Wanted { forms: &forms, beginnings: &["certif".to_owned()] })?;
        Some(spans.into_iter().map(|span| if span.is_found { format!("[{}]", span.text) } else { span.text }).collect())
    }

    #[test]
    fn the_words_found_are_marked_whatever_their_accents() {
        assert_eq!(shown("L'État du Certificat.", &["etat"]).unwrap(), "L'[État] du [Certificat].");
        assert_eq!(shown("rien", &["etat"]), None);
    }

    #[test]
    fn the_sign_of_which_most_was_looked_for_is_shown() {
        let forms = ["pages", "wikipagesmissing"].map(str::to_owned).into();
        let wanted = Wanted { forms: &forms, beginnings: &[] };
        let signs = ["des pages ont disparu", "WikiPagesMissing", "rien"].map(str::to_owned);
        assert_eq!(sign(&signs, &wanted).unwrap()[0].text, "WikiPagesMissing");
        assert_eq!(sign(&signs[..1], &wanted).unwrap()[1].text, "pages");
        assert_eq!(sign(&signs[2..], &wanted), None);
    }

    #[test]
    fn the_part_with_the_most_different_words_is_shown() {
        let filler = "mot ".repeat(100);
        let text = format!("etat etat etat {filler}un etat et une panne. {filler}");
        let shown = shown(&text, &["etat", "panne"]).unwrap();
        assert!(shown.starts_with("… ") && shown.contains("[etat] et une [panne]") && shown.ends_with(" …"), "{shown}");
        assert!(shown.chars().count() < 260);
    }
}
