use std::fmt::Write;

use super::*;

/// A difference in plain text: `[-taken out-]`, `{+put in+}`, `⋮3` for three lines that are not told.
fn shown(before: &str, after: &str) -> String {
    let difference = difference(before, after);
    let mut shown = String::new();
    for passage in difference.passages {
        if passage.skipped > 0 {
            let _ = writeln!(shown, "⋮{}", passage.skipped);
        }
        for run in passage.runs {
            let _ = match run.fate {
                Fate::Kept | Fate::Folded => write!(shown, "{}", run.text),
                Fate::Deleted => write!(shown, "[-{}-]", run.text),
                Fate::Inserted => write!(shown, "{{+{}+}}", run.text),
            };
        }
    }
    if difference.is_cut {
        shown.push_str("…cut");
    }
    shown
}

#[test]
fn words_are_told_not_lines() {
    assert_eq!(
        shown("# Mail\n\nRestart postfix on mx1 at once.\n", "# Mail\n\nRestart postfix on mx2 at once.\n"),
        "⋮1\n\nRestart postfix on [-mx1-]{+mx2+} at once.\n"
    );
}

#[test]
fn equal_texts_have_no_difference() {
    assert_eq!(difference("a\nb\n", "a\nb\n"), Difference::default());
    assert_eq!(difference("", ""), Difference::default());
}

#[test]
fn prose_may_be_broken_into_other_lines() {
    let (before, after) = ("One two\nthree four.\n\nFive.\n", "One two three\nfour.\n\nFive.\n");
    assert!(is_same(before, after));
    assert_eq!(shown(before, after), "");
    assert!(!is_same(before, "One two\nthree four. Five.\n"), "a paragraph is no line");
}

#[test]
fn in_code_every_blank_counts() {
    let (before, after) = ("```yaml\na:\n  b: c\n```\n", "```yaml\na:\nb: c\n```\n");
    assert!(!is_same(before, after));
    assert_eq!(shown(before, after), "⋮1\na:\n[-  b:-]{+b:+} c\n```\n");
}

#[test]
fn far_changes_are_told_apart_and_near_ones_together() {
    let before = "a\nb\nc\nd\ne\nf\ng\n";
    assert_eq!(shown(before, "A\nb\nc\nd\ne\nf\nG\n"), "[-a\n-]{+A\n+}b\n⋮3\nf\n[-g\n-]{+G\n+}");
    assert_eq!(shown(before, "a\nB\nc\nD\ne\nf\ng\n"), "a\n[-b\n-]{+B\n+}c\n[-d\n-]{+D\n+}e\n");
}

#[test]
fn sentences_that_share_small_words_are_told_whole() {
    assert_eq!(
        shown("Call the host of the association.\n", "Ask whoever signs the contract first.\n"),
        "[-Call the host of the association.\n-]{+Ask whoever signs the contract first.\n+}"
    );
}

#[test]
fn a_text_that_is_new_or_gone_is_told_whole() {
    assert_eq!(shown("", "a b\n"), "{+a b\n+}");
    assert_eq!(shown("a b\n", ""), "[-a b\n-]");
}

#[test]
fn long_lines_keep_what_stands_around_a_change() {
    let long = "word ".repeat(200);
    let shown = shown(&format!("{long}old {long}\n"), &format!("{long}new {long}\n"));
    assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains("word [-old-]{+new+} word"), "{shown}");
    assert!(shown.len() < 400);
}

#[test]
fn endless_texts_are_cut_and_take_no_time() {
    let one_line = |seed: usize| -> String {
        let words = (0..400_000).map(|index: usize| (index.wrapping_mul(seed) % 9973).to_string());
        words.collect::<Vec<_>>().join(" ")
    };
    let difference_of_lines = difference(&one_line(31), &one_line(37));
    assert!(difference_of_lines.is_cut);
    let many_lines = |seed: usize| one_line(seed).replace(' ', "\n");
    let told: usize = difference(&many_lines(31), &many_lines(37))
        .passages
        .iter()
        .flat_map(|passage| &passage.runs)
        .map(|run| run.text.len())
        .sum();
    assert!(told < 200_000, "{told}");
    // One letter over and over: nothing to hold on to.
    let _ = difference(&"a ".repeat(30_000), &"a b ".repeat(7_000));
}

#[test]
fn letters_of_several_bytes_are_cut_between_letters() {
    let long = "é".repeat(20_000);
    assert!(difference(&long, &format!("{long}ü")).is_cut);
    let _ = shown(&format!("{long} a"), &format!("{long} b"));
}
