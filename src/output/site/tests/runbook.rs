//! Runbooks as pages: what stands before the steps, where branches lead, what is filled in, and how large they get.

use std::fmt::Write;

use super::{Built, PROJECT, attributes};

/// The project with one more page.
fn with(page: &str) -> Built {
    Built::handover(&format!("{PROJECT}-- runbooks/nextcloud/panne.md --\n{page}"))
}

/// The built page.
fn page(text: &str) -> String {
    with(text).page("nextcloud/panne.html").to_owned()
}

const HEAD: &str = "\
---
title: Plus rien ne part
type: diagnose
for: [service:nextcloud]
risk: disruptive
time: 20m
status: active
severity: grave
symptoms: [la file grossit]
alerts: [FileLongue]
asks: {nom-du-compte: le compte à débloquer}
---
";

#[test]
fn the_head_says_whether_this_is_the_page_before_it_says_how() {
    let page = page(&format!(
        "{HEAD}## Vérifications rapides\n\n1. Lire. {{#lire}}\n\n## Vérifier\n\n- La file est vide. Sinon, attendre.\n"
    ));
    let order = [
        "<h1",
        "◆ grave",
        "Aucun exercice enregistré",
        "Dernière modification",
        "la file grossit",
        "FileLongue",
        "20 minutes",
        "aucun retour en arrière",
        "NOM_DU_COMPTE",
        "le compte à débloquer",
        "id=\"lire\"",
        "Fin de\u{a0}: Plus rien ne part",
        "href=\"#verifier\"",
        "<li>La file est vide.</li>",
        "Demandez à",
    ];
    // The shape before a word is the theme's; the class asks for it.
    let page = page.replace("<span class=\"tag tag-danger\">", "◆ ");
    let mut from = 0;
    for words in order {
        from += page[from..].find(words).unwrap_or_else(|| panic!("{words} is missing, or stands too early"));
    }
}

#[test]
fn nobody_exercises_what_is_only_looked_up() {
    let page = page("---\ntitle: Numéros\ntype: reference\n---\nRien.\n");
    assert!(page.contains("Dernière modification"));
    assert!(!page.contains("Aucun exercice") && !page.contains("aucun retour en arrière"));
}

#[test]
fn a_way_back_is_a_link_to_the_section_that_tells_it() {
    let page = page(&format!("{HEAD}## Revenir en arrière {{#defaire}}\n\nRien.\n"));
    assert!(page.contains("<dd><a href=\"#defaire\">Revenir en arrière</a></dd>"));
    assert!(page.contains("<section class=\"section-undo\">\n<h2 id=\"defaire\">"));
}

#[test]
fn a_link_to_a_step_names_its_number_for_those_who_read_on_paper() {
    let page = page(&format!(
        "{HEAD}## Vérifications rapides\n\n1. Un. {{#un}}\n2. Deux. {{#deux}}\n   Sinon : [là](#fin), [ici](#un) ou [l’étape\u{a0}2](#deux)\n\n## Causes\n\n1. Autre. {{#autre}}\n\n   Sinon : [plus haut](#un)\n2. Rien.\n3. Fin. {{#fin}}\n"
    ));
    for link in [
        "<a href=\"#fin\">là (étape\u{a0}3)</a>",
        "<a href=\"#un\">ici (étape\u{a0}1)</a>",
        "<a href=\"#deux\">l’étape\u{a0}2</a>",
        "<a href=\"#un\">plus haut (étape\u{a0}1 de «\u{a0}Vérifications rapides\u{a0}»)</a>",
    ] {
        assert!(page.contains(link), "{link}");
    }
}

#[test]
fn who_does_from_memory_is_told_where_to_stop() {
    let steps = "## Étapes\n\n1. Un.\n\nPuis :\n\n2. Deux.\n";
    let confirm = page(&format!("{}{steps}", HEAD.replace("severity:", "mode: do-confirm\nseverity:")));
    assert_eq!(confirm.matches("<p class=\"pause\">").count(), 1);
    assert!(!page(&format!("{HEAD}{steps}")).contains("class=\"pause\""));
}

#[test]
fn links_to_the_heading_that_the_title_replaces_still_lead_there() {
    let page = page("# Le titre {#haut}\n\n[Haut](#haut) et [mdBook](#le-titre).\n");
    assert!(page.contains("<h1 id=\"haut\">Le titre</h1>"));
    assert_eq!(attributes(&page, "href").iter().filter(|href| **href == "#haut").count(), 2);
}

#[test]
fn headings_say_facts_wherever_they_are_repeated() {
    let page = page("## Sur {{host:srv1.name}}\n\n## Deux\n\n## Trois\n");
    assert!(!page.contains("{{"));
    assert!(page.contains("<li><a href=\"#sur-host-srv1-name\">Sur Serveur 1</a></li>"));
    assert!(page.contains("aria-label=\"Lien vers « Sur Serveur 1 »\""));
}

/// A runbook of two thousand words with a command in each step.
#[test]
fn a_long_runbook_stays_small() {
    let mut text = format!("{HEAD}## Étapes\n\n");
    for step in 1..=45 {
        let _ = write!(
            text,
            "{step}. Lire la cause du blocage numéro {step} dans la file d’attente. {{#pas-{step}}}\n\n   \
             ```sh on=host:srv1 effect=reads\n   docker compose -f /srv/rocketchat/compose.yaml exec -T mongodb --gzip --db=chat | tail -5\n   ```\n\n   \
             Attendu : une ligne « Connection timed out » et rien d’autre à la suite.\n\n   \
             Sinon : « relay access denied » → [rétablir](#pas-{step}), ou rien → appeler.\n\n"
        );
    }
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    assert!((1_900..2_400).contains(&words), "{words} words");
    let page = page(&text);
    let elements =
        page.match_indices('<').filter(|(at, _)| page[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()));
    let elements = elements.count();
    assert!(page.len() <= 60_000, "{} bytes", page.len());
    assert!(elements <= 1_500, "{elements} elements");
}

#[test]
fn a_fact_in_a_title_is_said_wherever_the_page_is_named() {
    let built = Built::handover(
        "-- runbooks/index.md --\n# Home\n-- runbooks/a/back.md --\n# Bring {{host:srv1.name}} back\n\n## One\n\nText.\n\
         -- runbooks/a/gone.md --\n# Bring {{host:srv9.name}} back\n\n## One\n\nText.\n\
         -- runbooks/inventory/hosts.yaml --\nsrv1: {name: Server 1, type: virtual, provider: self}\n",
    );
    for page in ["a/back.html", "a/gone.html", "contents.html", "index-a-z.html"] {
        let html = built.page(page);
        assert!(html.contains("Bring Server 1 back") && !html.contains("srv1.name"), "{page}");
        // What does not exist is not hidden.
        assert!(html.contains("Bring {{host:srv9.name}} back"), "{page}");
    }
}
