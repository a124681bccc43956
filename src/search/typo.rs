//! How far a typed word is from one that is known.

/// How many mistakes a word of so many letters may have.
pub(super) fn allowed(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Returns in how many steps one word becomes the other, if not more than `most`: a letter missing, too many, another, or two
/// neighbours swapped (optimal string alignment). With `is_open`, the known word may go on.
pub(super) fn distance(typed: &[char], known: &[char], most: usize, is_open: bool) -> Option<usize> {
    if typed.len() > known.len() + most || !is_open && known.len() > typed.len() + most {
        return None;
    }
    // Only so much of the known word can be reached.
    let width = known.len().min(typed.len() + most);
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=width).collect();
    for (row, letter) in typed.iter().enumerate() {
        let mut next = Vec::with_capacity(width + 1);
        next.push(row + 1);
        for column in 0..width {
            let is_other = usize::from(*letter != known[column]);
            let mut steps = (last[column] + is_other).min(last[column + 1] + 1).min(next[column] + 1);
            if row > 0 && column > 0 && *letter == known[column - 1] && typed[row - 1] == known[column] {
                steps = steps.min(before[column - 1] + 1);
            }
            next.push(steps);
        }
        if next.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        before = std::mem::replace(&mut last, next);
    }
    let steps = if is_open { last.into_iter().min()? } else { last[width] };
    (steps <= most).then_some(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(typed: &str, known: &str, is_open: bool) -> Option<usize> {
        let [typed, known] = [typed, known].map(|word| word.chars().collect::<Vec<_>>());
        distance(&typed, &known, 2, is_open)
    }

    #[test]
    fn mistakes_are_counted_and_swapped_neighbours_are_one() {
        assert_eq!(steps("certificat", "certificat", false), Some(0));
        assert_eq!(steps("certifcat", "certificat", false), Some(1));
        assert_eq!(steps("cretificat", "certificat", false), Some(1));
        assert_eq!(steps("sertificatt", "certificat", false), Some(2));
        assert_eq!(steps("sauvegarde", "certificat", false), None);
        assert_eq!(steps("certi", "certificat", false), None);
    }

    #[test]
    fn an_unfinished_word_may_go_on() {
        assert_eq!(steps("cretif", "certificat", true), Some(1));
        assert_eq!(steps("certificats", "certificat", true), Some(1));
        assert_eq!(steps("xyz", "certificat", true), None);
    }
}
