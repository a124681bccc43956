//! Whether what stands where a secret may stand is one: placeholders, variables and plain words are not.

/// What a match must look like, beyond its form, to be believed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Proof {
    /// The form says it all (`ghp_…`); only examples and runs of one letter written in that form are left out. Shorter
    /// words do not count: in a key of a thousand letters they come up by chance.
    Form,
    /// A machine made it: long, mixed, random.
    Random,
    /// Somebody chose it: anything but plain words.
    Chosen,
}

/// Parts of values that stand for a value, in lower case.
const PLACEHOLDERS: &[&str] = &[
    "example",
    "exemple",
    "changeme",
    "change_me",
    "change-me",
    "placeholder",
    "your",
    "votre",
    "replace",
    "remplac",
    "redacted",
    "dummy",
    "sample",
    "insert",
    "a_remplir",
    "xxx",
    "***",
    "•",
    "…",
    "...",
    "---",
    "___",
    "1234",
    "abcd",
    "todo",
    "foobar",
];

/// Marks of values that are computed, looked up, or encrypted.
const INDIRECTIONS: &[&str] = &[
    "{{",
    "}}",
    "{%",
    "${",
    "$(",
    "%(",
    "<",
    ">",
    "env.",
    "env:",
    "file:",
    "vault:",
    "process.env",
    "environ",
    "getenv",
    "lookup(",
    "secrets.",
    "enc[",
    "!vault",
    "!secret",
    "sha256:",
    "begin age",
    "begin pgp",
];

/// Whether a match is a secret and not something in its place.
pub(super) fn is_value(text: &str, proof: Proof) -> bool {
    match proof {
        Proof::Form => !text.to_lowercase().contains("example") && entropy(text) >= 3.0,
        Proof::Random => {
            stands_for_itself(text)
                && text.len() >= 16
                && text.contains(is_digit)
                && is_mixed(text)
                && entropy(text) >= 3.3
        }
        Proof::Chosen => stands_for_itself(text) && text.chars().count() >= 6 && is_mixed(text) && entropy(text) >= 2.3,
    }
}

fn is_placeholder(text: &str) -> bool {
    let lower = text.to_lowercase();
    PLACEHOLDERS.iter().any(|placeholder| lower.contains(placeholder))
}

/// Whether a value is meant to the letter: no placeholder, no variable, no call, no path, no address, no cipher text.
fn stands_for_itself(text: &str) -> bool {
    let lower = text.to_lowercase();
    !is_placeholder(text)
        && !INDIRECTIONS.iter().any(|mark| lower.contains(mark))
        && !lower.contains("://")
        && !lower.starts_with(['$', '/', '~', '!', '{', '[', '%', '@', '#', '&', '*', '(', '.', '-', '\\', '«'])
        && !is_call(text)
}

/// Whether a value opens as a call does in most languages: `name(`, `a.b(`, `a::b(`.
fn is_call(text: &str) -> bool {
    let is_path = |character: char| character.is_alphanumeric() || "_.:".contains(character);
    text.split_once('(').is_some_and(|(name, _)| !name.is_empty() && name.chars().all(is_path))
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// Whether a value is more than words: names in any of the usual spellings (`db-password`, `myDatabase`, `a.b/c`), numbers
/// dates, and the numbers of changes and incidents (`CHG0031337`) are words; letters among digits, symbols, or case that changes
/// as no name does are not.
fn is_mixed(text: &str) -> bool {
    let is_joint = |character: char| "-_./:,=@+ ".contains(character);
    let is_word = |part: &str| {
        let number = part.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
        part.chars().all(char::is_alphabetic) && humps(part) <= 4 || number.chars().all(is_digit)
    };
    !text.split(is_joint).all(is_word)
}

/// How often a capital follows a small letter.
fn humps(text: &str) -> usize {
    let pairs = text.chars().zip(text.chars().skip(1));
    pairs.filter(|(first, second)| first.is_lowercase() && second.is_uppercase()).count()
}

/// Shannon entropy in bits per character.
fn entropy(text: &str) -> f64 {
    let mut characters: Vec<char> = text.chars().collect();
    characters.sort_unstable();
    #[expect(clippy::cast_precision_loss, reason = "no text has 2^52 characters")]
    let total = characters.len() as f64;
    let of_one = |run: &[char]| {
        #[expect(clippy::cast_precision_loss, reason = "no text has 2^52 characters")]
        let share = run.len() as f64 / total;
        -share * share.log2()
    };
    characters.chunk_by(|first, second| first == second).map(of_one).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_names_numbers_and_variables_are_no_chosen_values() {
        let none = [
            "required",
            "db_password",
            "my-secret-name",
            "getPassword",
            "kubernetes.io/tls",
            "2026-03-14",
            "CHG0031337",
            "INC-20260314",
            "12345678",
            "${DB_PASSWORD}",
            "{{ vault_mysql }}",
            "$POSTGRES_PASSWORD",
            "changeme1!",
            "xxxxxxxx1",
            "<mot-de-passe-1>",
            "/run/secrets/db1",
            "read_file(x1)",
            "a::derive_key(CONTEXT1",
            "ENC[AES256_GCM,data:Tr7o=]",
            "https://vault1.example.org",
        ];
        for text in none {
            assert!(!is_value(text, Proof::Chosen), "{text}");
        }
    }

    #[test]
    fn what_people_choose_is_a_value() {
        for text in ["hunter2", "S0leil!vert", "k9#Lm2pQ", "qsdf-85rt"] {
            assert!(is_value(text, Proof::Chosen), "{text}");
        }
    }

    #[test]
    fn short_or_repeated_text_is_not_random() {
        assert!(!is_value("hunter2", Proof::Random));
        assert!(!is_value("a1a1a1a1a1a1a1a1a1a1", Proof::Random));
        assert!(is_value("q8Zr2Lx0Vb7Nd4Tk9Wm1", Proof::Random));
    }
}
