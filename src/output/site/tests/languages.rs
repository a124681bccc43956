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

/// A page, its translation, and a page that links to both.
fn translated(original: &str, translation: &str) -> Built {
    let head = "---\ntitle: La file\ntype: operate\nfor: unknown\nrisk: reversible\ntime: 5m\nstatus: active\n---\n";
    Built::new(
        &format!(
            "-- book.toml --\n[book]\nlanguage = \"fr\"\nsrc = \"runbooks\"\n[releve]\nlanguages = [\"fr\", \"en\"]\n\
             -- runbooks/file.md --\n{head}{original}-- runbooks/file.en.md --\n---\ntitle: The queue\n---\n{translation}"
        ),
        false,
    )
}

#[test]
fn no_id_of_a_translation_stands_twice_however_it_differs_from_its_original() {
    let original = "# T\n\n## Étapes\n\n1. Vider. {#stop}\n2. Copier.\n\n## P\n\n## Q\n";
    let translations = [
        "# T\n\n## Steps\n\n1. Empty.\n2. Copy.\n\n### stop\n\n### copier\n",
        "# T\n\n## Steps\n\n1. x {#q}\n2. y\n\n## R {#z}\n\n## S {#p}\n",
        "# T\n\n## Steps\n\n1. P\n\n## R\n\n## S\n",
        "# T\n\n<a id=\"stop\"></a>\n\n## Steps\n\n1. x {#p}\n2. y {#stop-2}\n\n## R\n\n## S\n",
    ];
    for translation in translations {
        let built = translated(original, translation);
        let mut ids = attributes(built.page("en/file.html"), "id");
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "{translation}");
    }
}

#[test]
fn a_place_in_a_translation_is_reached_by_its_name_in_either_language() {
    let built = translated(
        "## Étapes\n\n1. Vider. {#vide}\n2. Copier.\n",
        "## Steps\n\n1. Empty. {#empty}\n2. Copy.\n\n[a](#empty) [b](#vide) [c](#copy) [d](#copier) [e](#steps) [f](#etapes)\n",
    );
    let english = built.page("en/file.html");
    let links: Vec<_> = attributes(english, "href").into_iter().filter(|href| href.starts_with('#')).collect();
    for (id, least) in [("#vide", 2), ("#copier", 2), ("#etapes", 2)] {
        assert!(links.iter().filter(|href| **href == id).count() >= least, "{id}: {links:?}");
    }
    assert!(!links.contains(&"#empty") && !links.contains(&"#copy") && !links.contains(&"#steps"), "{links:?}");
}

#[test]
fn the_name_of_a_file_says_which_translation_it_is_whatever_its_front_matter_says() {
    let built = Built::new(
        "-- book.toml --\n[book]\nlanguage = \"fr\"\nsrc = \"runbooks\"\n[releve]\nlanguages = [\"fr\", \"en\"]\n\
         -- runbooks/a.md --\n# Un\n-- runbooks/a.en.md --\n---\nlang: de\n---\n# One\n",
        false,
    );
    assert!(built.page("en/a.html").contains(">One</h1>"));
}

#[test]
fn a_page_in_a_folder_named_like_a_language_keeps_its_address_and_is_told_about() {
    let built = Built::new(
        "-- book.toml --\n[book]\nlanguage = \"fr\"\nsrc = \"runbooks\"\n[releve]\nlanguages = [\"fr\", \"en\"]\n\
         -- runbooks/a.md --\n# Un\n-- runbooks/en/a.md --\n# Mine\n",
        false,
    );
    assert!(built.page("en/a.html").contains(">Mine</h1>") && built.page("en/_a.html").contains(">Un</h1>"));
    assert_eq!(built.codes(), ["site/address-taken"]);
}
