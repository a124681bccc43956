//! Hints: words that give a secret away without spelling it out, and numbers that people use as one.
//!
//! "The password is the usual one" opens every door to whoever has seen one password, and tells nobody else anything.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// What a text gives away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintKind {
    /// How to guess a password, for those who know another.
    Password,
    /// The digits of a PIN or of the code of a door.
    Pin,
}

/// A hint in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What is given away.
    pub kind: HintKind,
    /// Where it stands.
    pub span: Range<usize>,
}

/// What is said of a password, in English and in French. Blanks may be any, even a line end of a paragraph that was wrapped.
const PASSWORD: &str = concat!(
    r"(?i)\b(?:",
    // The usual password; the same password as …
    r"(?:usual|customary)\s+(?:[a-z]+\s+)?(?:password|passphrase|passcode|pin)s?\b",
    r"|same\s+(?:[a-z]+\s+)?(?:password|passphrase|passcode|pin)\s+(?:as|everywhere|for|on)\b",
    // The password is the usual one, the same as …, the name of …
    r"|(?:password|passphrase|passcode|pin)(?:\s+(?:for|of|on)\s+[^\s.:;|]+(?:\s+[^\s.:;|]+)?)?(?:\s+(?:is|was)|\s*[:=|])\s*(?:still\s+|always\s+)?(?:",
    r"(?:the\s+|our\s+)?(?:usual|same|customary)(?:\s+one\b|\s+as\b|\s+everywhere\b|\s*[.,;|)]|\s*$)",
    r"|the\s+(?:default|factory)\s+one\b",
    r"|(?:the\s+name\s+of|the\s+birthday\s+of|(?:his|her|my|their|our)\s+(?:birthday|name|first\s+name|phone\s+number))\b)",
    // Le mot de passe habituel ; le même mot de passe que …
    r"|(?:mot|phrase)s?\s+de\s+passe\s+(?:habituel|usuel)(?:le)?s?\b",
    r"|même\s+(?:mot|phrase)\s+de\s+passe\s+(?:qu[e’']|partout\b|pour\b|sur\b)",
    r"|(?:mot\s+de\s+passe|mdp|code\s+pin)(?:\s+(?:de\s+la\s+|de\s+l[’']|du\s+|de\s+|d[’'])[^\s.:;|]+)?(?:\s+(?:est|reste)|\s*[:=|])\s*(?:toujours\s+)?(?:",
    r"(?:l[’']habituel|le\s+même|comme\s+d[’']habitude|comme\s+partout|celui\s+(?:d[e’']|du\b))",
    r"|(?:le\s+(?:nom|prénom)\s+(?:de|du)|(?:sa|la|ma)\s+date\s+de\s+naissance))",
    r")",
);

/// Digits right behind the name of what they open. `PIN` in capitals: to pin something is another matter.
const PIN: &str = concat!(
    r"\b(?:(?:[Cc]ode\s+)?PIN(?:\s+code)?|[Cc]ode\s+pin",
    r"|(?i:door|gate|alarm)\s+code|[Cc]ode\s+(?:de\s+(?:la\s+|l[’'])?|du\s+|d[’'])(?:porte|portail|alarme|entrée|coffre-fort|cadenas))",
    r"[*_`]{0,3}(?:\s+(?:is|est)|\s*[:=|])?\s*[*_`]{0,3}([0-9]{4,8})\b",
);

/// Where a sentence has one of these, it forbids what it names, or says where the secret lies.
const INNOCENT: &str = concat!(
    r"(?i)\b(?:never|not|don[’']t|avoid|instead\s+of|no\s+longer|policy|jamais|pas|évit\w+|interdit\w*|au\s+lieu\s+de?",
    r"|vault|safe|manager|credential|keepass\w*|bitwarden|vaultwarden|coffre|gestionnaire|enveloppe|envelope)(?:\W|$)",
);

/// The expressions, made ready.
struct Expressions {
    password: Regex,
    pin: Regex,
    innocent: Regex,
}

static EXPRESSIONS: LazyLock<Expressions> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the expressions are constant, and every test of this module would fail")]
    let ready = |expression: &str| {
        // Where words end is asked of ASCII only: beyond it, each letter with an accent would leave the quick engine.
        Regex::new(&expression.replace(r"\b", r"(?-u:\b)")).expect("the expressions of hints are sound")
    };
    Expressions { password: ready(PASSWORD), pin: ready(PIN), innocent: ready(INNOCENT) }
});

/// Finds the hints of a text, in order.
///
/// Takes time linear in the text.
#[must_use]
pub fn hints(text: &str) -> Vec<Hint> {
    let expressions = &*EXPRESSIONS;
    let mut found: Vec<Hint> = Vec::new();
    for hint in expressions.password.find_iter(text) {
        if !expressions.innocent.is_match(sentence(text, &hint.range())) {
            found.push(Hint { kind: HintKind::Password, span: hint.range() });
        }
    }
    for captures in expressions.pin.captures_iter(text) {
        let (Some(whole), Some(digits)) = (captures.get(0), captures.get(1)) else { continue };
        if !goes_on(&text[digits.end()..]) {
            found.push(Hint { kind: HintKind::Pin, span: whole.range() });
        }
    }
    found.sort_by_key(|hint| hint.span.start);
    found
}

/// Whether digits go on as those of a date, a version or an address do.
fn goes_on(rest: &str) -> bool {
    let mut characters = rest.chars();
    matches!(characters.next(), Some('-' | '.' | '/' | ':' | '_'))
        && characters.next().is_some_and(char::is_alphanumeric)
}

/// How far a sentence is looked for on both sides, so that a text without full stops stays linear.
const SENTENCE_REACH: usize = 160;

/// Returns the sentence around a place, on its lines.
fn sentence<'text>(text: &'text str, place: &Range<usize>) -> &'text str {
    let is_end = |character: char| matches!(character, '.' | '!' | '?' | ';' | '\n' | '|');
    let start = text.floor_char_boundary(place.start.saturating_sub(SENTENCE_REACH));
    let start = text[start..place.start].rfind(is_end).map_or(start, |end| text.ceil_char_boundary(start + end + 1));
    let end = text.floor_char_boundary((place.end + SENTENCE_REACH).min(text.len()));
    let end = text[place.end..end].find(is_end).map_or(end, |length| place.end + length);
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<HintKind> {
        hints(text).into_iter().map(|hint| hint.kind).collect()
    }

    #[test]
    fn what_only_insiders_can_guess_is_a_hint() {
        for text in [
            "The password is the usual one.",
            "Log in as root with the usual password.",
            "password: same as on the wiki",
            "The wiki has the same password as the shop.",
            "The password for the router is still the default one.",
            "The password is the name of the cat followed by the year.",
            "| root | password | usual |\n",
            "The admin password: the usual one",
            "Le mot de passe habituel ouvre tout.",
            "Connexion avec le mot de passe\nhabituel.",
            "Mot de passe\u{a0}: comme d’habitude",
            "Le mot de passe du routeur est toujours le même.",
            "Le mot de passe est celui du wiki.",
            "C’est le même mot de passe que pour la messagerie.",
            "Mdp : le prénom de la présidente",
            "Le mot de passe est sa date de naissance.",
        ] {
            assert_eq!(kinds(text), [HintKind::Password], "{text}");
        }
    }

    #[test]
    fn digits_behind_the_name_of_what_they_open_are_a_hint() {
        for text in [
            "The PIN is 0471.",
            "SIM PIN: 4711",
            "PIN code `582913`",
            "| Code PIN | 4711 |",
            "Code de la porte : 2580",
            "The door code is 2580",
            "Le code de l’alarme est 123456.",
        ] {
            assert_eq!(kinds(text), [HintKind::Pin], "{text}");
        }
    }

    #[test]
    fn rules_about_passwords_and_places_of_secrets_are_left_alone() {
        for text in [
            "Never use the same password for two services.",
            "N’utilisez jamais le même mot de passe que pour la messagerie.",
            "The usual password manager holds it.",
            "The usual password policy applies.",
            "The password is the usual one of the vault, entry `root`.",
            "Le mot de passe est celui de l’entrée « root » du coffre.",
            "The default password must be changed.",
            "Change the password as usual.",
            "The usual way: reset the password.",
            "The password is in the vault.",
            "Le mot de passe est dans le coffre.",
            "Enter the PIN of the token.",
            "Pin the version to 1234.",
            "pin 2024",
            "The PIN changed on PIN 2026-03-14.",
            "PIN 1234:5678",
            "The PIN has 8 digits, kept in the vault.",
            "Le code PIN a 4 chiffres.",
            "Error code 1234",
            "code postal 75011",
        ] {
            assert!(hints(text).is_empty(), "{text}: {:?}", hints(text));
        }
    }

    #[test]
    fn time_grows_with_the_text_and_not_faster() {
        assert_eq!(hints(&"the usual password ".repeat(50_000)).len(), 50_000);
        assert!(hints(&"mot de passe ".repeat(50_000)).is_empty());
    }
}
