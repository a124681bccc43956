//! The page of money: what a year costs, for whom, what ends first, who can pay.

use jiff::civil::date;

use super::views::text;
use super::{Built, handover};

/// Two currencies, a price that nobody knows, one that is free, shares that leave some over, a card that ends.
const PROJECT: &str = "\
-- runbooks/inventory/organisation.yaml --
name: Les Amarres
representatives: [zoe]
income:
  - {label: Dons, amount: \"600.00 EUR\", every: year, year: 2025}
  - {label: Dons, amount: \"500.00 EUR\", every: year, year: 2024}
  - {label: Quête, amount: unknown, every: year}
reserves: {money: \"1512.00 EUR\", on: 2026-09-30}
-- runbooks/inventory/people.yaml --
zoe: {name: Zoé, roles: [{role: treasurer}], contacts: unknown}
awa: {name: Awa, roles: [{role: treasurer}], contacts: unknown, until: 2027-01-31}
-- runbooks/inventory/providers.yaml --
banque: {name: Banque, kind: bank}
-- runbooks/inventory/credentials.yaml --
enligne: {name: En ligne, opens: [provider:banque], holders: [person:zoe, person:awa]}
-- runbooks/inventory/projects.yaml --
jardin: {name: Jardin, contacts: unknown}
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1, provider: banque}
-- runbooks/inventory/services.yaml --
wiki: {name: Wiki, runs_on: [host:srv1]}
forum: {name: Forum, runs_on: [host:srv1]}
-- runbooks/inventory/contracts.yaml --
loyer:
  name: Loyer
  covers: [host:srv1]
  cost: {amount: \"70.01 EUR\", every: month}
  renews_on: 2027-01-31
  auto_renew: true
  method: carte
  method_expires_on: 2027-05-31
  share: {jardin: 33}
relais:
  name: Relais
  cost: {amount: \"9.00 USD\", every: month}
  renews_on: 2027-03-01
  auto_renew: false
  notice: 1mo
perdu: {name: Perdu, cost: unknown, renews_on: unknown, auto_renew: unknown}
offert: {name: Offert, cost: {none: un don}, renews_on: {none: sans fin}, auto_renew: true}
";

fn page(language: &str) -> String {
    text(Built::new(&(handover(language) + PROJECT), false).page("money.html"))
}

#[test]
fn the_plain_answer_comes_first_then_the_sums_and_what_ends() {
    snapbox::assert_data_eq!(
        page("fr"),
        snapbox::str![[r#"
Argent
Une année coûte 840,12 € et rapporte 600,00 € : il manque 240,12 €.
Mis de côté : 1 512,00 €, compté le 30 septembre 2026.
Une année coûte 108,00 USD et rapporte 0,00 USD : il manque 108,00 USD.
[INCONNU Nul ne dit combien cela rapporte, ce n’est donc pas compté : Quête.
[INCONNU Nul ne sait ce que cela coûte, ce n’est donc pas compté : Perdu
Sur cette page
Ce qu’une année coûte
Ce qui rentre
Pour chaque projet
Pour chaque service
Ce qui s’arrête d’abord si personne n’agit
Qui peut payer
Ce qu’une année coûte
Contrat
Prix
Par an, EUR
Par an, USD
Loyer
70,01 € par mois
840,12 €
Relais
9,00 USD par mois
108,00 USD
Offert
[ AUCUN un don
Perdu
[ INCONNU
Total
840,12 €
108,00 USD
Un prix au mois compte douze fois, un prix pour deux ans, la moitié. Au jour ou à la semaine, une année a 365 jours. Les lignes sont arrondies pour que chaque colonne tombe juste ; l’une peut différer d’un centime de la page de son contrat. Les monnaies ne s’additionnent jamais.
Ce qui rentre
Origine
Montant
Par an
Dons
600,00 € par an
600,00 €
Quête
[INCONNUchaque année
Total
600,00 €
Des recettes datées, seules celles de l’année la plus récente sont comptées : 2025.
Pour chaque projet
Projet
Par an, EUR
Par an, USD
Jardin
277,24 €
Pour tous
562,88 €
108,00 USD
Total
840,12 €
108,00 USD
D’après les parts notées pour chaque contrat. Ce qui n’a pas de part, ou qu’elles laissent, est pour tous.
Pour chaque service
Service
Par an, EUR
Par an, USD
Forum
420,06 €
Wiki
420,06 €
Pour aucun service en particulier
108,00 USD
Total
840,12 €
108,00 USD
Un contrat se partage en parts égales entre les services qu’il nomme ; sinon entre ceux qui tournent sur ce qu’il paie, en dépendent, envoient leurs mails par là ou y sont sauvegardés.
Ce qui s’arrête d’abord si personne n’agit
Les jours où un contrat prend fin, ou bien où le premier paiement est refusé parce qu’une carte a expiré.
202720282029Relais1er mars 2027Loyer30 juin 2027
1er mars 2027
Relais
Il prend fin : quelqu’un doit le renouveler à la main, au plus tard le 1er février 2027.
30 juin 2027
Loyer
La carte ou le mandat qui le paie prend fin le 31 mai 2027 : le paiement de ce jour est refusé.
Ce qu’il paie srv1
[INCONNU Nul ne sait si cela prend fin, ni quand : Perdu
Cela continue tout seul, tant qu’il y a de l’argent : Offert
Qui peut payer
Zoé
trésorerie
Détient l’accès : En ligne
Pour représenter l’organisation devant la banque et y faire ouvrir un accès : Zoé
Le 31 mai 2027 prend fin une carte ou un mandat qui paie un contrat, 840,12 € par an : Loyer

"#]]
    );
}

#[test]
fn amounts_are_written_as_the_language_of_the_page_writes_them() {
    let english = page("en");
    assert!(english.contains("One year costs €840.12 and brings €600.00: €240.12 is lacking."), "{english}");
    assert!(english.contains("One year costs USD 108.00 and brings USD 0.00: USD 108.00 is lacking."), "{english}");
    let built = Built::new(&(handover("en") + PROJECT), false);
    let wiki = text(built.page("service/wiki.html"));
    assert!(wiki.contains("€420.06") && built.page("service/wiki.html").contains("../money.html"), "{wiki}");
    assert!(text(built.page("contract/loyer.html")).contains("€840.12"));
    assert!(text(built.page("project/jardin.html")).contains("€277.24"));
    assert!(text(built.page("organisation/index.html")).contains("−€240.12"));
}

#[test]
fn what_an_inventory_does_not_tell_is_not_there() {
    let without = Built::new(&(handover("fr") + "-- runbooks/index.md --\n# A\n"), false);
    assert!(!without.files.contains_key("money.html"));
    let documents = Built::new("-- book.toml --\n-- src/index.md --\n# A\n", false);
    assert!(!documents.files.contains_key("money.html"));
    let alone = "-- runbooks/inventory/contracts.yaml --\na: {name: A, cost: {amount: \"9 EUR\", every: month}}\n";
    let alone = Built::new(&(handover("fr") + alone), false);
    let page = text(alone.page("money.html"));
    assert!(
        page.contains("Une année coûte 108,00 €.") && !page.contains("rapporte") && !page.contains("Inconnu"),
        "{page}"
    );
}

#[test]
fn the_page_does_not_depend_on_the_day_of_the_build() {
    let archive = handover("fr") + PROJECT;
    let (one, other) = (Built::new(&archive, false), Built::on(&archive, false, date(2030, 1, 1)));
    assert_eq!(one.page("money.html"), other.page("money.html"));
}
