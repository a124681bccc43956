//! What we use and how free it is, the projects that we host, mutual aid.

use super::Built;
use super::views::text;

const TOOLS: &str = "\
-- runbooks/leave.md --
---
title: Quitter la suite
type: exit
for: ['provider:suite']
risk: disruptive
time: 1d
status: active
---
-- runbooks/why.md --
---
title: Garder la suite
type: decision
for: ['provider:suite']
status: active
decided_on: 2026-01-10
---
-- runbooks/inventory/people.yaml --
awa: {name: Awa, roles: [{role: backup-admin}], contacts: unknown}
-- runbooks/inventory/organisation.yaml --
name: Les Amarres
representatives: [awa]
activation: unknown
charters: [{name: Charte, version: '2', url: 'https://charte.example.org'}]
-- runbooks/inventory/providers.yaml --
suite:
  name: Suite
  kind: saas
  account_holder: organisation
  software_freedom: nonfree
  jurisdiction: IE
  exit: {to: Nextcloud, how: leave, effort: 2w}
  charter_exception: {rule: logiciels libres, reason: deux projets y tiennent, until: 2027-06-30}
coffre: {name: Coffre, kind: backup, account_holder: organisation, software_freedom: free}
banque: {name: Banque, kind: bank, account_holder: organisation, software_freedom: {none: rien n’y tourne pour nous}}
relais: {name: Relais, kind: mail, account_holder: organisation, software_freedom: unknown}
-- runbooks/inventory/services.yaml --
nuage: {name: Nuage, lifecycle: experimental, owner: awa, software: {name: Nextcloud, license: AGPL-3.0-or-later, source: 'https://example.org/nextcloud'}, runs_on: unknown, data: {class: personal, export: 'https://nuage.example.org/export'}}
agenda: {name: Agenda, lifecycle: experimental, owner: awa, software: {name: Nextcloud, license: AGPL-3.0-or-later}, runs_on: unknown, data: unknown}
mail: {name: Messagerie, lifecycle: experimental, owner: awa, software: {name: Suite, license: LicenseRef-Suite}, runs_on: ['provider:suite'], data: unknown}
forum: {name: Forum, lifecycle: experimental, owner: awa, software: {name: Forum, license: unknown}, runs_on: unknown, data: unknown}
ancien: {name: Ancien, lifecycle: retired, owner: awa, software: {name: Vieux, license: MIT}, runs_on: unknown, data: unknown}
";

const TRIED: &str = "\
-- runbooks/records/exercises/2026-10-02-leave.yaml --
date: 2026-10-02
type: partial
by: awa
subjects: ['runbook:leave']
result: pass
took: 3h
found: nothing
";

#[test]
fn what_we_use_is_told_with_how_free_it_is_and_how_we_would_leave() {
    snapbox::assert_data_eq!(
        text(Built::handover(&format!("{TOOLS}{TRIED}")).page("tools.html")),
        snapbox::str![[r#"
Nos outils
Ce que nous utilisons, à quel point c’est libre, pourquoi nous acceptons le reste, et comment nous en partirions. Un logiciel sur 2 est libre. D’un autre, personne ne sait s’il l’est.
Nous avons signé : Charte, version 2
Sur cette page
Logiciels
Prestataires dont les logiciels ne sont pas libres
Prestataires qui utilisent des logiciels libres
Prestataires auxquels nous ne confions aucun logiciel
Autres prestataires
Partir avec ses données
Logiciels
LogicielSert àLicenceCode source
Forum
Forum
[ INCONNU
Nextcloud
Agenda, Nuage
AGPL-3.0-or-later [libre
example.org/nextcloud
Suite
Messagerie
LicenseRef-Suite [non libre
Prestataires dont les logiciels ne sont pas libres
Suite
Droit applicable
IE
Pourquoi nous l’acceptons
deux projets y tiennentjusqu’au 30 juin 2027
Décisions
Garder la suite
Nous le quitterions pour
Nextcloud
Comment
Quitter la suite
Effort
2 semaines
Essayé
le 2 octobre 2026, en 3 heures ; prévu : 2 semaines
Prestataires qui utilisent des logiciels libres
Coffre
Prestataires auxquels nous ne confions aucun logiciel
Banque
Raison
rien n’y tourne pour nous
Autres prestataires
Relais
Partir avec ses données
Voici comment chacun récupère ce qu’il a confié :
Nuage
nuage.example.org/export

"#]]
    );
}

#[test]
fn that_a_way_was_never_taken_is_said_where_exercises_are_shown() {
    let other = TRIED.replace("runbook:leave", "service:nuage");
    let page = Built::handover(&format!("{TOOLS}{other}"));
    assert!(text(page.page("tools.html")).contains("[pas encore"));
    assert!(!text(Built::handover(TOOLS).page("tools.html")).contains("pas encore"));
}

#[test]
fn without_tools_there_is_no_page_of_them() {
    assert!(!Built::handover("-- runbooks/a.md --\n# A\n").files.contains_key("tools.html"));
}

const PROJECTS: &str = "\
-- runbooks/leave.md --
# Partir
-- runbooks/inventory/organisation.yaml --
name: Les Amarres
representatives: unknown
activation: unknown
languages: [en]
-- runbooks/inventory/projects.yaml --
velo: {name: Atelier vélo, contacts: unknown, languages: [fr], notice_template: leave, leaves_with: Une clé avec tout}
choir: {name: Choir, contacts: unknown}
empty: {name: Empty, contacts: unknown}
-- runbooks/inventory/services.yaml --
nuage: {name: Nuage, lifecycle: experimental, owner: unknown, software: unknown, runs_on: ['host:srv1'], serves: [velo, choir], rpo: 1d, data: unknown}
forum: {name: Forum, lifecycle: experimental, owner: unknown, software: unknown, runs_on: unknown, serves: [velo], rpo: 1w, data: unknown}
ancien: {name: Ancien, lifecycle: retired, owner: unknown, software: unknown, runs_on: unknown, serves: [empty], data: unknown}
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1, type: virtual, provider: self}
";

#[test]
fn a_project_has_messages_in_its_language_with_what_it_was_promised() {
    let built = Built::handover(PROJECTS);
    let page = built.page("project/velo.html");
    for text in [
        "Les mots convenus avec eux d’abord : <a href=\"../leave.html\">Partir</a>",
        "Nous avions promis au plus 1 semaine de perte",
        "les services «\u{a0}Forum\u{a0}» et «\u{a0}Nuage\u{a0}» ne seront pas disponibles",
        "Vous partez avec ce qui est à vous : Une clé avec tout",
        "Repose sur",
    ] {
        assert!(page.contains(text), "{text}");
    }
    assert!(!page.contains("Hello"));
    // A project that says nothing of languages is spoken to in those of the organisation.
    let page = built.page("project/choir.html");
    assert!(page.contains("You leave with what is yours: ____") && !page.contains("Bonjour"));
    assert!(!built.page("project/empty.html").contains("_notices"));
}
