//! Sites made of small archives: addresses, links, policy, and which files a change touches.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use jiff::civil::{Date, date};

use crate::bundle::{Bundle, SitePath};
use crate::chronicle::Chronicle;
use crate::config;
use crate::diagnostic::Diagnostic;
use crate::history::{Archive, History};
use crate::knowledge::{self, KnowledgeBase};
use crate::markdown::highlight::Highlighter;
use crate::output::OutputContext;
use crate::source::{AssetRef, Snapshot, Source, SourcePath};

use super::{Preview, SITE};

#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod calendar;
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod changes;
mod context;
mod findings;
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod freedom;
mod history;
mod languages;
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod money;
mod past;
mod record_pages;
mod records;
mod runbook;
mod trouble;
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod views;

/// A handover project with one of each: pages in folders with and without a page of their own, an inventory with a gap.
const PROJECT: &str = "\
-- runbooks/index.md --
# Bienvenue

Commencez par la [première heure](reprise/premiere-heure.md). Le schéma : ![le réseau](img/Schéma.PNG).

-- runbooks/reprise/premiere-heure.md --
---
title: La première heure
type: takeover
risk: read-only
time: 1h
status: active
aliases: [sos]
---
## Première minute

1. Appeler [](person:awa). {#appeler}
2. Lire [la sauvegarde](../nextcloud/restaurer.md#etapes).

## Première heure

Rien.

## Premier jour

Rien.
-- runbooks/nextcloud/restaurer.md --
---
title: Restaurer Nextcloud
type: restore
for: [service:nextcloud]
risk: destructive
time: 45m
status: draft
alerts: [NextcloudDown]
not_when: tout le serveur est injoignable
asks: {nom: votre nom}
---
## Étapes

1. Lire l’état.

   ```sh on=host:srv1 effect=reads
   uptime {{ask:nom}}
   ```
   Attendu : une charge.

Voir le [dossier](../reprise), [un fichier](notes.txt) et {{host:srv1.name}}.
-- runbooks/nextcloud/notes.txt --
à copier
-- runbooks/inventory/organisation.yaml --
name: Les Amarres
representatives: [awa]
activation: {who: [awa], after: 3d, how: \"par écrit\"}
-- runbooks/inventory/people.yaml --
awa:
  name: Awa Diallo
  roles: [{role: primary-admin}]
  contacts: [{type: phone, value: \"+33 6 12 34 56 78\"}]
-- runbooks/inventory/hosts.yaml --
srv1:
  name: Serveur 1
  type: virtual
  provider: self
-- runbooks/inventory/services.yaml --
nextcloud:
  name: Nextcloud
  summary: Fichiers & agendas
  lifecycle: experimental
  owner: awa
  aliases: [cloud]
  software: {name: Nextcloud, license: AGPL-3.0-only}
  runs_on: [host:srv1]
  data: unknown
  notes: Voir [le serveur](host:srv1) et <script>alert(1)</script>.
";

/// A handover project in a language, with a theme of its own.
fn handover(language: &str) -> String {
    format!(
        "-- book.toml --\n[book]\ntitle = \"Les Amarres\"\nlanguage = \"{language}\"\n[releve]\nsite-id = \"test\"\ntheme = \"ours\"\n"
    )
}

/// A site as built: its files as text, and the problems met.
struct Built {
    files: BTreeMap<String, String>,
    problems: Vec<Diagnostic>,
}

impl Built {
    fn new(archive: &str, draft: bool) -> Self {
        Self::on(archive, draft, date(2026, 11, 22))
    }

    /// Builds the site of a project for a day.
    fn on(archive: &str, draft: bool, as_of: Date) -> Self {
        Self::with_past(archive, draft, as_of, &past::Past::default())
    }

    /// Builds the site of a project that has a past.
    fn with_past(archive: &str, draft: bool, as_of: Date, past: &past::Past) -> Self {
        let texts = Snapshot::from_archive(archive);
        let texts = texts.files().iter().map(|file| (file.path.clone(), file.text.clone()));
        let picture = AssetRef { path: SourcePath::new("runbooks/img/Schéma.PNG").unwrap(), length: 1 };
        let snapshot = Snapshot::new(texts, [picture]);
        let config = config::read(&snapshot, "project", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, past.history(&snapshot), as_of).value;
        Self::with_chronicle(&snapshot, &kb, draft, past, &past.chronicle(&kb.config))
    }

    /// Builds the site of what is known.
    fn of(snapshot: &Snapshot, kb: &KnowledgeBase, draft: bool, archive: &dyn Archive) -> Self {
        Self::with_chronicle(snapshot, kb, draft, archive, &Chronicle::default())
    }

    fn with_chronicle(
        snapshot: &Snapshot,
        kb: &KnowledgeBase,
        draft: bool,
        archive: &dyn Archive,
        chronicle: &Chronicle,
    ) -> Self {
        let bundle = Bundle::default();
        let highlighter = Highlighter::default();
        let context = OutputContext { draft, archive, chronicle, ..OutputContext::of(snapshot, kb, &highlighter) };
        let problems = (SITE.emit)(&context, &bundle);
        let copies = bundle.copies().into_keys().map(|path| (path.to_string(), String::new())).collect::<Vec<_>>();
        let made = bundle.into_files().into_iter();
        let made = made.map(|(path, bytes)| (path.to_string(), String::from_utf8(bytes).unwrap()));
        Self { files: made.chain(copies).collect(), problems }
    }

    fn handover(archive: &str) -> Self {
        Self::new(&(handover("fr") + archive), false)
    }

    fn page(&self, address: &str) -> &str {
        self.files.get(address).unwrap_or_else(|| panic!("no {address} among {:#?}", self.files.keys()))
    }

    fn codes(&self) -> Vec<&'static str> {
        self.problems.iter().map(|problem| problem.code.name).collect()
    }

    fn pages(&self) -> impl Iterator<Item = (&String, &String)> {
        self.files.iter().filter(|(address, _)| address.ends_with(".html"))
    }
}

/// The values of an attribute in a page.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    html.split(opening.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_page_has_its_address() {
    let built = Built::handover(PROJECT);
    let addresses: Vec<&str> = built.files.keys().map(String::as_str).collect();
    assert_eq!(
        addresses,
        [
            "404.html",
            "about.html",
            "broken.html",
            "calendar.ics",
            "contacts.html",
            "contents.html",
            "dates.html",
            "departures.html",
            "exercises/index.html",
            "files/img/schema.png",
            "files/nextcloud/notes.txt",
            "findings.html",
            "host/index.html",
            "host/srv1.html",
            "index-a-z.html",
            "index.html",
            "nextcloud/index.html",
            "nextcloud/restaurer.html",
            "organisation/index.html",
            "person/awa.html",
            "r/cloud.html",
            "r/nextclouddown.html",
            "r/sos.html",
            "recovery/host-srv1.html",
            "reprise/index.html",
            "reprise/premiere-heure.html",
            "rules/index.html",
            "search/d/0.js",
            "search/i/0.js",
            "search/m.js",
            "search/s.js",
            "service/index.html",
            "service/nextcloud.html",
            "take-over.html",
            "theme/build.js",
            "theme/changes.css",
            "theme/changes.js",
            "theme/early.js",
            "theme/icon.svg",
            "theme/money.css",
            "theme/readiness.css",
            "theme/readiness.js",
            "theme/releve.css",
            "theme/releve.js",
            "theme/search-dialog.js",
            "theme/search.css",
            "theme/search.js",
            "tools.html",
        ]
    );
    assert_eq!(built.codes(), [""; 0]);
}

#[test]
fn every_link_leads_to_a_file_of_the_site_and_a_place_in_it() {
    for language in ["fr", "en"] {
        let built = Built::new(&(handover(language) + PROJECT), false);
        for (address, html) in built.pages() {
            let folder = SourcePath::new(address).unwrap().parent();
            for link in attributes(html, "href").into_iter().chain(attributes(html, "src")) {
                if ["tel:", "sms:"].iter().any(|scheme| link.starts_with(scheme)) {
                    continue;
                }
                let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
                let target = if path.is_empty() { SourcePath::new(address) } else { folder.join(path) }.unwrap();
                let target = built.files.get(target.as_str()).unwrap_or_else(|| panic!("{address}: {link}"));
                assert!(anchor.is_empty() || attributes(target, "id").contains(&anchor), "{address}: {link}");
            }
        }
    }
}

#[test]
fn every_page_forbids_what_it_does_not_need_and_loads_nothing_from_elsewhere() {
    for (address, html) in Built::handover(PROJECT).pages() {
        let policy = html.find("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
        let first = html.find("<script").or_else(|| html.find("<link")).unwrap_or(html.len());
        assert!(policy.is_some_and(|policy| policy < first), "{address} loads before its policy holds");
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{address}");
        assert!(html.contains("<meta name=\"referrer\" content=\"no-referrer\">"), "{address}");
        assert!(attributes(html, "src").iter().all(|source| !source.contains(':')), "{address}");
        assert!(!html.contains(" style=") && !html.contains("onclick"), "{address}");
    }
}

#[test]
fn every_page_has_one_title_and_a_language() {
    for (address, html) in Built::handover(PROJECT).pages() {
        assert_eq!(html.matches("<h1").count(), 1, "{address}");
        assert!(html.starts_with("<!doctype html>\n<html lang=\"fr\""), "{address}");
        assert_eq!(html.matches("<main").count(), 1, "{address}");
        let ids = attributes(html, "id");
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{address} gives an id twice");
    }
}

#[test]
fn a_runbook_says_when_to_use_it_before_how() {
    let built = Built::handover(PROJECT);
    let page = built.page("nextcloud/restaurer.html");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is missing"));
    assert!(at("<title>Restaurer Nextcloud · Les Amarres</title>") < at("<h1>Restaurer Nextcloud</h1>"));
    assert!(at("tout le serveur est injoignable") < at("Étapes"));
    assert!(at("href=\"../service/nextcloud.html\"") < at("Étapes"));
    assert!(at("Attendu") < at("Fin de\u{a0}: Restaurer Nextcloud"));
    assert!(page.contains("Brouillon"));
    assert!(page.contains("votre nom") && page.contains("Serveur 1"));
    assert!(page.contains("href=\"../person/awa.html\""), "somebody to ask");
}

#[test]
fn an_entity_shows_what_is_known_and_what_is_not() {
    let built = Built::handover(PROJECT);
    let service = built.page("service/nextcloud.html");
    assert!(service.contains("<span class=\"tag tag-warning\">INCONNU</span>"), "a gap catches the eye");
    assert!(service.contains("Fichiers &amp; agendas"));
    assert!(service.contains("<a href=\"../nextcloud/restaurer.html\">Restaurer Nextcloud</a>"));
    assert!(!service.contains("<script>alert"), "notes run nothing");
    let host = built.page("host/srv1.html");
    assert!(host.contains("<a href=\"../service/nextcloud.html\">Nextcloud</a>"), "who needs it");
    let person = built.page("person/awa.html");
    assert!(person.contains("<a href=\"tel:+33612345678\">+33 6 12 34 56 78</a>"), "one touch calls");
}

#[test]
fn a_short_name_leads_on_at_once_unless_two_things_have_it() {
    let page = |archive: &str| Built::handover(archive).page("r/sos.html").to_owned();
    assert!(page(PROJECT).contains("content=\"0; url=../reprise/premiere-heure.html\""));
    let shared = PROJECT.replace("aliases: [cloud]", "aliases: [cloud, SOS]");
    let choice = page(&shared);
    assert!(!choice.contains("http-equiv=\"refresh\""));
    assert!(choice.contains("premiere-heure.html") && choice.contains("service/nextcloud.html"));
}

#[test]
fn a_page_of_the_user_keeps_its_address_and_ours_gives_way() {
    let built = Built::handover(&format!("{PROJECT}-- runbooks/contents.md --\n# Mine\n"));
    assert!(built.page("contents.html").contains("<h1 id=\"mine\">Mine</h1>"));
    assert!(built.page("_contents.html").contains("contents.html"));
    assert_eq!(built.codes(), ["site/address-taken"]);
}

#[test]
fn pages_that_differ_only_in_case_are_told_apart_and_told_about() {
    let pages =
        "-- runbooks/a/Relais.md --\n# One\n-- runbooks/a/relais.md --\n# Two\n-- runbooks/a/rélais.md --\n# Three\n";
    let built = Built::handover(pages);
    for (address, title) in [("a/relais.html", "One"), ("a/relais-2.html", "Two"), ("a/relais-3.html", "Three")] {
        assert!(built.page(address).contains(&format!(">{title}</h1>")), "{address}");
    }
    assert_eq!(built.codes(), ["site/address-shared"; 2]);
}

#[test]
fn the_pages_of_a_folder_become_its_index() {
    let built = Built::handover(
        "-- runbooks/a/README.md --\n# Readme\n-- runbooks/a/index.md --\n# Index\n-- runbooks/b/_index.md --\n# B\n",
    );
    assert!(built.page("a/index.html").contains(">Index</h1>"));
    assert!(built.page("a/readme.html").contains(">Readme</h1>"));
    assert!(built.page("b/index.html").contains(">B</h1>"));
}

#[test]
fn without_an_inventory_the_first_page_is_the_start() {
    let pages = "-- runbooks/README.md --\n# Our wiki\n\nText.\n-- runbooks/a.md --\n# A\n";
    let built = Built::new(&format!("-- book.toml --\n[book]\nsrc = \"runbooks\"\n{pages}"), false);
    let start = built.page("index.html");
    assert!(start.contains("<h1>Our wiki</h1>") && start.contains("Text."));
    assert_eq!(start.matches("Our wiki</h").count(), 1, "the title is not repeated");
    assert!(!built.files.contains_key("service/index.html"));
}

#[test]
fn one_sentence_edited_changes_that_page_alone() {
    let edited = PROJECT.replace("## Premier jour\n\nRien.", "## Premier jour\n\nRien de plus.");
    assert_ne!(edited, PROJECT);
    let (before, after) = (Built::handover(PROJECT).files, Built::handover(&edited).files);
    let changed = after.iter().filter(|(path, text)| before.get(*path) != Some(text)).map(|(path, _)| path);
    // What the page says is also what the search reads.
    let changed: Vec<&String> = changed.filter(|path| !path.starts_with("search/")).collect();
    assert_eq!(changed, ["reprise/premiere-heure.html"]);
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    assert_eq!(Built::handover(PROJECT).files, Built::handover(PROJECT).files);
}

#[test]
fn a_template_that_does_not_parse_is_reported_at_its_place_and_replaced() {
    let template =
        "-- themes/ours/templates/pages/runbook.html --\n{% extends \"base.html\" %}\n{% block body %}{{ page.\n";
    let built = Built::handover(&format!("{PROJECT}{template}"));
    assert_eq!(built.codes(), ["theme/bad-template"]);
    assert!(built.problems[0].place().is_some());
    assert!(built.page("nextcloud/restaurer.html").contains("Étapes"), "the built-in template takes its place");
}

#[test]
fn a_template_that_asks_for_what_no_page_has_is_reported_once() {
    let template = "-- themes/ours/templates/pages/runbook.html --\n{% extends \"base.html\" %}{% block body %}{{ page.titel }}{% endblock %}\n";
    let built = Built::handover(&format!("{PROJECT}{template}"));
    assert_eq!(built.codes(), ["theme/bad-template"]);
    assert!(built.page("nextcloud/restaurer.html").contains("Étapes"));
}

#[test]
fn a_template_of_the_project_is_used() {
    let template = "-- themes/ours/templates/components/links.html --\n{% component links(items: array, class: string = \"\") %}OURS{% endcomponent links %}\n";
    let built = Built::handover(&format!("{PROJECT}{template}"));
    assert_eq!(built.codes(), [""; 0]);
    assert!(built.page("index.html").contains("OURS"));
}

#[test]
fn a_draft_says_so_on_every_page() {
    for (address, html) in Built::new(&(handover("en") + PROJECT), true).pages() {
        assert!(address.starts_with("r/") || html.contains("class=\"banner\""), "{address}");
    }
    for (address, html) in Built::handover(PROJECT).pages() {
        assert!(address == "nextcloud/restaurer.html" || !html.contains("class=\"banner\""), "{address}");
    }
}

#[test]
fn the_preview_makes_the_same_files_one_by_one() {
    struct Nothing;
    impl Source for Nothing {
        fn open(&self, _: &AssetRef) -> std::io::Result<Box<dyn Read + '_>> {
            Ok(Box::new(&b"picture"[..]))
        }
    }
    let built = Built::handover(PROJECT);
    let texts = Snapshot::from_archive(&(handover("fr") + PROJECT));
    let picture = AssetRef { path: SourcePath::new("runbooks/img/Schéma.PNG").unwrap(), length: 7 };
    let snapshot = Snapshot::new(texts.files().iter().map(|file| (file.path.clone(), file.text.clone())), [picture]);
    let config = config::read(&snapshot, "project", &|_| true).value;
    let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 22)).value;
    let highlighter = Highlighter::default();
    let context = OutputContext::of(&snapshot, &kb, &highlighter);
    let preview = Preview::new(&context);
    for (address, text) in &built.files {
        let file = preview.file(&SitePath::new(address).unwrap(), &Nothing);
        let expected = if address.ends_with(".png") { "picture" } else { text };
        assert_eq!(file.as_deref().map(String::from_utf8_lossy).as_deref(), Some(expected), "{address}");
    }
    assert_eq!(preview.file(&SitePath::new("theme/none.css").unwrap(), &Nothing), None);
    assert_eq!(preview.problems(), []);
}

#[test]
fn the_page_of_a_service_answers_in_order_and_says_what_is_derived_and_what_is_missing() {
    let built = Built::handover(PROJECT);
    let page = built.page("service/nextcloud.html");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is missing"));
    assert!(at("class=\"chain\"") < at("id=\"_what\""));
    assert!(at("id=\"_what\"") < at("id=\"_way-in\"") && at("id=\"_way-in\"") < at("id=\"_todo\""));
    assert!(page.contains("<dt>Accès <small>déduit</small></dt><dd><span class=\"tag tag-warning\">AUCUN</span>"));
    assert!(page.contains("«\u{a0}Déduit\u{a0}» marque"), "the mark is explained");
}

#[test]
fn services_stand_in_the_order_in_which_they_must_be_back() {
    let service = |id: &str, more: &str| {
        format!(
            "{id}:\n  name: {id}\n  lifecycle: experimental\n  owner: awa\n  software: unknown\n  runs_on: unknown\n  data: unknown\n{more}"
        )
    };
    let archive = format!(
        "{PROJECT}{}{}{}",
        service("agenda", "  mtd: 2w\n"),
        service("site", "  mtd: 3d\n"),
        service("mail", "  mtd: 4h\n"),
    );
    // The archive ends with the services.
    let archive = archive.replace("<script>alert(1)</script>.\n", "\n");
    let built = Built::handover(&archive);
    let page = built.page("service/index.html");
    let body = &page[page.find("<table").unwrap_or_default()..];
    let at = |text: &str| body.find(text).unwrap_or_else(|| panic!("{text} is missing"));
    assert!(at("\"mail.html\"") < at("\"site.html\"") && at("\"site.html\"") < at("\"agenda.html\""));
    assert!(at("\"agenda.html\"") < at("\"nextcloud.html\""), "what nobody has said comes last");
    assert!(page.contains("En tout\u{a0}: 4."));
}

#[test]
fn a_page_of_a_thing_ends_with_the_most_urgent_page_about_it_and_with_somebody_else() {
    let down = "-- runbooks/nextcloud/panne.md --\n---\ntitle: Nextcloud ne répond pas\ntype: diagnose\nfor: [service:nextcloud]\nsymptoms: [x]\nrisk: read-only\ntime: 5m\nstatus: active\n---\n";
    let built = Built::handover(&format!("{PROJECT}{down}"));
    let ending = |address: &str| built.page(address).split_once("class=\"ending\"").unwrap().1.to_owned();
    assert!(ending("service/nextcloud.html").contains("nextcloud/panne.html"));
    let person = ending("person/awa.html");
    let person = person.split("class=\"turn\"").next().unwrap();
    assert!(person.contains("contacts.html") && !person.contains("awa.html"));
}
