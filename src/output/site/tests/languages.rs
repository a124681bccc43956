//! Sites in several languages.

use super::{Built, attributes};

/// Two pages, one of them translated, and something in the inventory.
const PROJECT: &str = "\
-- runbooks/index.md --
# Accueil

Voir [la file](mail/file.md#vider-la-file).
-- runbooks/mail/file.md --
---
title: La file
type: operate
for: [service:mail]
risk: reversible
time: 5m
status: active
symptoms: [rien ne part]
asks: {qui: Votre nom}
---

## Étapes

1. Vider la file.
2. Relancer, `{{ask:qui}}`.
-- runbooks/mail/file.en.md --
---
title: The queue
symptoms: [nothing leaves]
asks: {qui: Your name}
---

## Steps

1. Empty the queue.
2. Restart, `{{ask:qui}}`. See [the other page](seul.md) and [the first step](#vider-la-file).
-- runbooks/mail/seul.md --
# Seul

Rien.
-- runbooks/inventory/services.yaml --
mail:
  name: Courriel
  lifecycle: experimental
  owner: unknown
  software: unknown
  runs_on: unknown
  data: unknown
";

fn built() -> Built {
    Built::new(
        &format!(
            "-- book.toml --\n[book]\ntitle = \"Essai\"\nlanguage = \"fr\"\nsrc = \"runbooks\"\n[releve]\nlanguages = [\"fr\", \"en\"]\n\
             {PROJECT}"
        ),
        false,
    )
}

#[test]
fn every_page_exists_in_each_language_and_names_the_others() {
    let built = built();
    for (address, html) in built.pages() {
        let other = match address.strip_prefix("en/") {
            Some(main) => main.to_owned(),
            None if address == "404.html" || address.starts_with("r/") => continue,
            None => format!("en/{address}"),
        };
        assert!(built.files.contains_key(&other), "{address} without {other}");
        let lang = if address.starts_with("en/") { "en" } else { "fr" };
        assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{address}");
        let other_lang = if lang == "en" { "fr" } else { "en" };
        assert!(html.contains(&format!("<link rel=\"alternate\" hreflang=\"{other_lang}\" href=")), "{address}");
    }
}

#[test]
fn a_translation_has_its_own_words_and_the_originals_ids() {
    let built = built();
    let (french, english) = (built.page("mail/file.html"), built.page("en/mail/file.html"));
    let ids = |html: &str| -> Vec<String> {
        attributes(html, "id").into_iter().filter(|id| !id.starts_with('_')).map(str::to_owned).collect()
    };
    assert_eq!(ids(french), ids(english));
    for (words, expected) in
        [("nothing leaves", true), ("Your name", true), ("rien ne part", false), ("5 minutes", true)]
    {
        assert_eq!(english.contains(words), expected, "{words}");
    }
    assert!(english.contains("href=\"#vider-la-file\"") && english.contains("href=\"seul.html\""));
    assert!(english.contains("<a href=\"../service/mail.html\" lang=\"fr\">Courriel</a>"), "{english}");
}

#[test]
fn what_is_not_translated_is_shown_in_the_original_and_says_so() {
    let built = built();
    let page = built.page("en/mail/seul.html");
    assert!(page.contains("Not translated yet") && page.contains("<h1 id=\"seul\" lang=\"fr\">Seul</h1>"));
    assert!(page.contains("<div class=\"read-do\" lang=\"fr\">"));
    assert!(!built.page("mail/seul.html").contains("Pas encore traduite"));
    assert!(!built.page("en/mail/file.html").contains("Not translated yet"));
}

#[test]
fn a_translation_is_no_page_of_its_own_in_lists() {
    let contents = built().page("contents.html").to_owned();
    assert!(contents.contains("La file") && !contents.contains("The queue"));
    let contents = built().page("en/contents.html").to_owned();
    assert!(contents.contains("The queue") && !contents.contains("La file"));
    assert!(contents.contains(" lang=\"fr\">Seul</a>"));
}
