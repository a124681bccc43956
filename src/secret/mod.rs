//! Secrets in text: finding them, and hiding them wherever text is shown.
//!
//! 1. One pass over the text looks for the keywords of all rules at once.
//! 2. Around each keyword, the rules it belongs to try their expression.
//! 3. What matches must also look like a value: not a placeholder, not a variable, random enough for its kind.
//!
//! What is encrypted (`$ANSIBLE_VAULT`, `ENC[…]`, age armour) or public is no secret. Nothing is ever decrypted.

mod hint;
mod plausible;
mod rules;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use regex::Regex;

pub use hint::{Hint, HintKind, hints};
pub use rules::{Kind, Rule};

use rules::{RULES, Reach};

#[cfg(test)]
pub(crate) use rules::fake;

/// A secret in a text.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// What to point at, in bytes: the secret, and the line that opens it when it is a block.
    pub span: Range<usize>,
    /// The secret itself, without the words around it, in bytes.
    pub secret: Range<usize>,
}

/// Finds the secrets of a text, in order; no two of them overlap.
///
/// Takes time linear in the text.
#[must_use]
pub fn find(text: &str) -> Vec<Finding> {
    let scanner = &*SCANNER;
    let mut windows: Vec<Vec<Range<usize>>> = vec![Vec::new(); RULES.len()];
    for hit in scanner.keywords.find_overlapping_iter(text) {
        let rule = scanner.rule_of_keyword[hit.pattern().as_usize()];
        let window = window(text, hit.start()..hit.end(), RULES[rule].reach);
        match windows[rule].last_mut() {
            // Windows grow together, so that no byte is looked at twice by one rule.
            Some(last) if last.end > window.start => last.end = last.end.max(window.end),
            _ => windows[rule].push(window),
        }
    }
    let mut found: Vec<(usize, Finding)> = Vec::new();
    for (index, (windows, rule)) in windows.into_iter().zip(RULES).enumerate() {
        for window in windows {
            for captures in scanner.expressions[index].captures_iter(&text[window.clone()]) {
                let Some(whole) = captures.get(0) else { continue };
                let secret = captures.iter().skip(1).flatten().next().unwrap_or(whole);
                if plausible::is_value(secret.as_str(), rule.proof) {
                    let shifted = |found: regex::Match<'_>| window.start + found.start()..window.start + found.end();
                    let span = match rule.reach {
                        Reach::Line => shifted(secret),
                        Reach::Block => shifted(whole),
                    };
                    found.push((index, Finding { rule, span, secret: shifted(secret) }));
                }
            }
        }
    }
    one_per_place(found)
}

/// Hides the secrets of a text: all but their first characters become `•`.
///
/// The result has as many characters as the text, and line ends in the same places, so lines and columns stay as they are.
/// Byte offsets do not.
#[must_use]
pub fn mask(text: &str) -> Cow<'_, str> {
    let findings = find(text);
    if findings.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    let mut end = 0;
    for finding in findings {
        let hidden = finding.hidden(text);
        masked.push_str(&text[end..hidden.start]);
        masked.extend(text[hidden.clone()].chars().map(mask_character));
        end = hidden.end;
    }
    masked.push_str(&text[end..]);
    Cow::Owned(masked)
}

/// Overwrites the secrets of a text: what [`mask`] hides becomes `x`, byte for byte.
///
/// Unlike a mask this may be parsed: places in the text stay what they were, and no letter of it means anything in Markdown,
/// YAML or TOML, as `•` and `*` would.
#[must_use]
pub fn overwrite(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut end = 0;
    for finding in find(text) {
        let hidden = finding.hidden(text);
        safe.push_str(&text[end..hidden.start]);
        for character in text[hidden.clone()].chars() {
            match character {
                blank if blank.is_whitespace() => safe.push(blank),
                other => safe.extend(std::iter::repeat_n('x', other.len_utf8())),
            }
        }
        end = hidden.end;
    }
    safe.push_str(&text[end..]);
    safe
}

/// Returns what stands for a character of a secret: white space stays, so that lines do.
#[must_use]
pub fn mask_character(character: char) -> char {
    if character.is_whitespace() { character } else { '•' }
}

impl Finding {
    /// Returns the part of the secret that must not be shown: all but at most four characters, and at most a quarter of them.
    #[must_use]
    pub fn hidden(&self, text: &str) -> Range<usize> {
        let secret = &text[self.secret.clone()];
        let readable = (secret.chars().count() / 4).min(4);
        let start = secret.char_indices().nth(readable).map_or(secret.len(), |(offset, _)| offset);
        self.secret.start + start..self.secret.end
    }
}

/// The rules, made ready.
struct Scanner {
    keywords: AhoCorasick,
    rule_of_keyword: Vec<usize>,
    /// One per rule, in the order of the rules.
    expressions: Vec<Regex>,
}

static SCANNER: LazyLock<Scanner> = LazyLock::new(|| {
    let keywords = || RULES.iter().flat_map(|rule| rule.keywords);
    let rule_of_keyword = (0..).zip(RULES).flat_map(|(index, rule)| rule.keywords.iter().map(move |_| index)).collect();
    #[expect(clippy::expect_used, reason = "the table is constant, and every test of this module would fail")]
    Scanner {
        keywords: AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(keywords())
            .expect("the keywords of the table fit into one automaton"),
        rule_of_keyword,
        expressions: RULES
            .iter()
            .map(|rule| Regex::new(rule.expression).expect("the expressions of the table are sound"))
            .collect(),
    }
});

/// How far back from its keyword, and how far on, a secret on one line may lie.
const LINE_REACH: (usize, usize) = (512, 4096);
/// How far on from its keyword a block may reach: an armoured RSA key of 16 384 bits with all its headers.
const BLOCK_REACH: usize = 32 * 1024;

fn window(text: &str, keyword: Range<usize>, reach: Reach) -> Range<usize> {
    let bound = match reach {
        Reach::Line => LINE_REACH.1,
        Reach::Block => BLOCK_REACH,
    };
    let start = text.floor_char_boundary(keyword.start.saturating_sub(LINE_REACH.0));
    let end = text.floor_char_boundary((keyword.end + bound).min(text.len()));
    let start = text[start..keyword.start].rfind('\n').map_or(start, |newline| start + newline + 1);
    let end = match reach {
        Reach::Line => text[keyword.end..end].find('\n').map_or(end, |newline| keyword.end + newline),
        Reach::Block => end,
    };
    start..end
}

/// Joins findings that overlap: the name comes from the rule that stands first in the table, the more particular one.
fn one_per_place(mut found: Vec<(usize, Finding)>) -> Vec<Finding> {
    found.sort_by_key(|(rule, finding)| (finding.span.start, *rule));
    let mut joined: Vec<(usize, Finding)> = Vec::new();
    for (rule, finding) in found {
        match joined.last_mut() {
            Some((first, last)) if finding.span.start < last.span.end => {
                if rule < *first {
                    (*first, last.rule) = (rule, finding.rule);
                }
                last.span.end = last.span.end.max(finding.span.end);
                last.secret = last.secret.start.min(finding.secret.start)..last.secret.end.max(finding.secret.end);
            }
            _ => joined.push((rule, finding)),
        }
    }
    joined.into_iter().map(|(_, finding)| finding).collect()
}

#[cfg(test)]
mod tests {
    use super::fake::{ALPHANUMERIC, random};
    use super::*;

    #[test]
    fn masking_keeps_lines_columns_and_all_other_words() {
        let token = format!("ghp_{}", random(ALPHANUMERIC, 36));
        let text = format!("é\ttoken: {token} fin\nsuite\n");
        let masked = mask(&text);
        assert_eq!(masked, format!("é\ttoken: ghp_{} fin\nsuite\n", "•".repeat(36)));
        assert_eq!(masked.chars().count(), text.chars().count());
    }

    #[test]
    fn overwriting_moves_nothing_and_is_no_secret_any_more() {
        let (token, key) = (format!("ghp_{}", random(ALPHANUMERIC, 36)), random(ALPHANUMERIC, 64));
        let text = format!(
            "# é {token} [x](y.md)\n\n-----BEGIN PRIVATE KEY-----\n{key}\n-----END PRIVATE KEY-----\nmdp: {}7\n",
            &key[..12]
        );
        let safe = overwrite(&text);
        assert_eq!(safe.len(), text.len());
        assert!(safe.starts_with("# é ghp_xxxx") && safe.contains("xx [x](y.md)\n"), "{safe}");
        assert_eq!(safe.lines().count(), text.lines().count());
        assert!(find(&safe).is_empty(), "{safe}");
        assert!(!safe.contains(&token) && !safe.contains(&key[4..12]), "{safe}");
    }

    #[test]
    fn a_text_without_secrets_is_not_copied() {
        assert!(matches!(mask("le mot de passe est dans le coffre"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_short_secret_shows_less_than_four_characters() {
        let password = random(ALPHANUMERIC, 10);
        assert_eq!(mask(&format!("mdp: {password}")), format!("mdp: {}••••••••", &password[..2]));
    }

    #[test]
    fn a_secret_that_two_rules_know_is_found_once_by_the_more_particular_one() {
        let token = format!("glpat-{}", random(ALPHANUMERIC, 20));
        let text = format!("clone https://oauth2:{token}@gitlab.example.org/a.git with PASSWORD={token}");
        let found: Vec<_> = find(&text).into_iter().map(|finding| finding.rule.name).collect();
        assert_eq!(found, ["GitLab", "GitLab"]);
    }

    #[test]
    fn time_grows_with_the_text_and_not_faster() {
        // Every keyword opens a window that reaches over the next hundreds; without joining them this takes minutes.
        let text = "password".repeat(200_000);
        assert!(find(&text).is_empty());
        let text = "-----BEGIN PRIVATE KEY-----".repeat(40_000);
        assert!(find(&text).is_empty());
    }
}
