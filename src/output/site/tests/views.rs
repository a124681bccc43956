//! The views of what is known: who to call, access, dates ahead, index, glossary, decisions.

use jiff::civil::date;

use super::{Built, handover};

/// An inventory with what is interesting about each view: gaps, things that only one person has, things nobody agreed on.
const PROJECT: &str = "\
-- runbooks/index.md --
# Bienvenue
-- runbooks/domaines/renouveler.md --
---
title: « Renouveler » un domaine
type: maintain
for: [domain:ours]
risk: reversible
time: 10m
status: active
symptoms: [œuvre introuvable]
alerts: [DomainExpires]
---
Voir [le relais](term:relais).
-- runbooks/décisions/0001-relais.md --
---
layout: adr
title: Un relais
---
Texte.
-- runbooks/décisions/0002-domaine.md --
---
title: Un domaine à nous
type: decision
status: retired
decided_on: 2024-05-01
---
Texte.
-- runbooks/décisions/index.md --
# Nos décisions
-- runbooks/inventory/organisation.yaml --
name: Les Amarres
representatives: [zoe]
activation: {who: [zoe], after: 3d, how: \"par écrit\"}
-- runbooks/inventory/people.yaml --
awa:
  name: Awa
  roles: [{role: primary-admin}]
  contacts:
    - {type: email, value: awa@ours.example.org, via: \"domain:ours\"}
    - {type: email, value: awa@example.com}
    - {type: phone, value: \"+33 (0)6 39 98 01 10\"}
  availability: le soir
  until: 2027-02-01
emile:
  name: Émile
  roles: [{role: contact, scope: [\"provider:rade\"]}]
  contacts: unknown
zoe:
  name: Zoé
  roles: [{role: representative}]
  contacts: [{type: signal, value: \"+33639980120\"}]
-- runbooks/inventory/providers.yaml --
rade:
  name: Rade
  kind: hosting
  account_holder: zoe
  customer_id: C-12
  support: 01 99 00 44 00, jour et nuit
  software_freedom: free
coffre:
  name: Coffre
  kind: saas
  account_holder: organisation
  software_freedom: free
  charter_exception: {rule: libre, reason: rien d’autre, until: 2027-01-31}
-- runbooks/inventory/domains.yaml --
ours:
  name: ours.example.org
  fqdn: ours.example.org
  registrar: rade
  dns: rade
  registrant: organisation
  expires_on: 2027-03-14
  auto_renew: false
vieux:
  name: vieux.example.com
  fqdn: vieux.example.com
  registrar: rade
  dns: rade
  registrant: unknown
  expires_on: unknown
-- runbooks/inventory/hosts.yaml --
srv1:
  name: Serveur 1
  type: virtual
  provider: rade
  addresses: [{name: srv1.ours.example.org}]
-- runbooks/inventory/credentials.yaml --
coffre:
  name: Le coffre
  opens: [\"provider:coffre\"]
  kind: passphrase
  store: {vault: {place: casier 12}, item: enveloppe}
  holders: [\"person:awa\", \"partner:bouees\"]
  second_factor: {type: none}
  recovery: {route: sealed, delay: 1d}
rade:
  name: Compte Rade
  opens: [\"provider:rade\", \"domain:ours\"]
  kind: login
  store: {vault: \"provider:coffre\", item: Rade}
  holders: [\"person:awa\"]
  second_factor: {type: totp, held_by: [awa]}
  recovery: unknown
  reset_via: [admin@mail.ours.example.org]
-- runbooks/inventory/partners.yaml --
bouees:
  name: Les Bouées
  contacts: [{type: phone, value: 03 53 01 00 18}]
  agreed: {none: rien n’est signé}
  agreement: {none: pas encore}
  agreed_on: {none: pas encore}
-- runbooks/inventory/projects.yaml --
velo:
  name: Atelier vélo
  contacts: [{name: Bureau, channel: velo@example.com}]
-- runbooks/inventory/contracts.yaml --
srv1:
  name: Location de srv1
  covers: [\"provider:rade\"]
  cost: {amount: \"70.00 EUR\", every: month}
  renews_on: 2027-03-31
  auto_renew: true
  notice: 1mo
  paid_by: organisation
  method: carte
  method_expires_on: 2028-05-31
-- runbooks/inventory/glossary.yaml --
relais:
  fr: relais
  en: mail relay
  also: [SMTP]
  means: {fr: Ce qui envoie nos mails.}
";

fn built() -> Built {
    Built::handover(PROJECT)
}

/// The words of a page between its title and its end, a line for each block; tags are set in brackets.
pub(super) fn text(html: &str) -> String {
    let body = html.split("<h1>").nth(1).and_then(|rest| rest.split("<div class=\"ending\">").next()).unwrap();
    let body = body.replace("<span class=\"tag", "[<span class=\"tag");
    let mut text = String::new();
    for part in body.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap();
        if matches!(name, "h1" | "h2" | "h3" | "p" | "li" | "tr" | "div" | "dt" | "br") {
            text.push('\n');
        }
        text += words;
        if name == "dt" || name == "td" {
            text.push(' ');
        }
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}

#[track_caller]
fn check(address: &str, expected: impl snapbox::IntoData) {
    snapbox::assert_data_eq!(text(built().page(address)), expected);
}

#[test]
fn people_come_in_the_order_to_call_them_with_the_number_first() {
    check(
        "contacts.html",
        snapbox::str![[r#"
Qui appeler
Les personnes, dans l’ordre où les appeler
Déclarer une relève
Assistance de nos prestataires
Entraide
Qui prévenir dans chaque projet
Les personnes, dans l’ordre où les appeler
Awa
administration principale
[Là jusqu’au 1er février 2027. Après ce jour, appelez la personne suivante.
+33 (0)6 39 98 01 10 SMS
awa@example.com
awa@ours.example.org passe par ours.example.org [tombe avec nous
Disponibilité
le soir
Zoé
représentation légale
+33639980120 Signal
Peut décider
que quelqu’un prend la relève
au nom de l’organisation : prestataires, banque, droit
Émile
contact
[INCONNU
S’occupe de
contactRade
Déclarer une relève
Qui
Zoé
Après
3 jours
Comment
par écrit
Assistance de nos prestataires
Coffre
logiciel en tant que service
[INCONNU
Titulaire du compte
Les Amarres
Rade
hébergement
01 99 00 44 00jour et nuit
Numéro de client
C-12
Titulaire du compte
Zoé
Entraide
Les Bouées
[Seulement une intention : rien n’est convenu
03 53 01 00 18 SMS
Convenu
[AUCUN rien n’est signé
Accord
[AUCUN pas encore
Convenu le
[AUCUN pas encore
Qui prévenir dans chaque projet
Atelier vélo
velo@example.com Bureau

"#]],
    );
    let built = built();
    let page = built.page("contacts.html");
    for link in ["tel:+33639980110", "sms:+33639980110", "tel:0199004400", "https://signal.me/#p/+33639980120"] {
        assert!(page.contains(&format!("href=\"{link}\"")), "{link}");
    }
}

#[test]
fn access_says_where_each_key_is_and_what_only_one_person_holds() {
    check(
        "access.html",
        snapbox::str![[r#"
Accès
Où est chaque porte, où est rangée sa clé, et qui la détient. Les clés elles-mêmes ne sont jamais écrites ici.
Sur cette page
Portes sans clé
D’abord : ce qui ouvre les coffres où sont les autres clés
Prestataires
Qui détient quoi
Portes sans clé
[AUCUN Aucun accès de l’inventaire ne les ouvre : d’ici, personne ne sait comment y entrer.
vieux.example.comdomaine
Serveur 1hôte
D’abord : ce qui ouvre les coffres où sont les autres clés
Le coffre
Ouvre
Coffre
Genre
phrase de passe
Conservé dans
casier 12Entrée enveloppe
Détenteurs
Awa
Les Bouées
Second facteur
aucun
Récupération
Voie enveloppe scelléeDélai 1 jour
Prestataires
Compte Rade
Ouvre
Rade
ours.example.org
Genre
identifiant et mot de passe
Conservé dans
CoffreEntrée Rade
Détenteurs
Awa
Second détenteur
[AUCUN si cette personne est injoignable, la clé l’est aussi
Second facteur
code d’une applicationDétenu par Awa
Secours
[AUCUN si ce téléphone ou cette clé se perd, la porte reste fermée
Récupération
[INCONNU
Réinitialisable par courriel à
admin@mail.ours.example.org[notre propre domaine
Qui détient quoi
Awa
[Là jusqu’au 1er février 2027. Après ce jour, appelez la personne suivante.
Sans personne d’autre
Second détenteur [AUCUN
Compte Rade
Avec d’autres
Le coffre
Zoé
Détient
aucune clé
Émile
Détient
aucune clé
Les Bouées
[Seulement une intention : rien n’est convenu
Avec d’autres
Le coffre

"#]],
    );
}

#[test]
fn dates_stand_by_the_last_day_to_act() {
    check(
        "dates.html",
        snapbox::str![[r#"
Échéances
Ce qui prend fin tout seul et ce qui est à refaire, au dernier jour où l’on peut encore agir. Un jour passé reste listé tant que personne n’écrit ce qu’il en est advenu.
Les mêmes jours pour votre agenda (calendar.ics) Dans Thunderbird : Nouvel agenda, Sur le réseau, puis l’adresse de ce fichier ; depuis une clé : Importer.
Sur cette page
Jour inconnu
Janvier 2027
Février 2027
Mars 2027
Mai 2028
Jour inconnu
[ INCONNU
vieux.example.com expiration
[quelqu’un doit agir Personne ne sait si cela se renouvelle seul : faites comme si ce n’était pas le cas.
Qui agit : Zoé
Janvier 2027
31 janvier
Coffre fin de l’exception à la charte
La règle s’applique de nouveau.
Qui agit : Awa
Février 2027
1er février
Awa départ
[quelqu’un doit agir Quelqu’un s’en va : ses clés doivent être en d’autres mains avant ce jour.
Qui agit : [AUCUN
28 février
Location de srv1 dernier jour du préavis ; renouvellement : 31 mars 2027
Se renouvelle seul, tant que c’est payé.
Coût : 70,00 € par mois
Qui agit : Zoé
Mars 2027
14 mars
ours.example.org expiration
[quelqu’un doit agir Prend fin, sauf si quelqu’un le renouvelle.
Qui agit : Zoé
Comment : « Renouveler » un domaine
Mai 2028
31 mai
Location de srv1 fin du moyen de paiement
[quelqu’un doit agir Les paiements suivants échouent.
Qui agit : Zoé

"#]],
    );
}

#[test]
fn the_index_sorts_as_a_dictionary_does() {
    check(
        "index-a-z.html",
        snapbox::str![[r#"
Index A–Z
A
B
C
D
E
G
H
I
L
M
N
O
P
Q
R
S
U
V
Z
A
À propos de cette copie
Accès
Argent
Atelier véloprojet
Awapersonne
B
Bienvenue
C
Ce que veulent dire les règles
Coffreprestataire
Commencer ici
Compte Radeaccès
Contrats
D
Décisions
Domaines
DomainExpires« Renouveler » un domaine
E
Échéances
Émilepersonne
Entraide
Exercices et prises de connaissance
G
Glossaire
H
Hôtes
I
Index A–Z
L
Le coffreaccès
Les Amarresorganisation
Les Bouéespartenaire
Location de srv1contrat
M
mail relayterme
N
Nos décisions
Nos outils
O
œuvre introuvable« Renouveler » un domaine
ours.example.orgdomaine
P
Points relevés
Prendre la relève
Prestataires
Projets
Q
Quand quelqu’un s’en va
Quelque chose est en panne
Qui appeler
R
Radeprestataire
relaisterme
« Renouveler » un domaine
S
Serveur 1hôte
SMTPterme
Sommaire
srv1.ours.example.orghôte
U
Un domaine à nous
Un relais
V
vieux.example.comdomaine
Z
Zoépersonne

"#]],
    );
}

#[test]
fn the_glossary_shows_both_languages_and_where_a_word_is_used() {
    check(
        "glossary.html",
        snapbox::str![[r#"
Glossaire
relais
mail relay
Ce qui envoie nos mails.
Aussi : SMTP
Employé dans : « Renouveler » un domaine

"#]],
    );
    let english = Built::new(&(handover("en") + PROJECT), false);
    let page = english.page("glossary.html");
    assert!(page.contains("<dfn>mail relay</dfn>") && page.contains("<span lang=\"fr\">relais</span>"), "{page}");
    assert!(page.contains("<span lang=\"fr\">Ce qui envoie nos mails.</span>"), "what is not translated is still said");
}

#[test]
fn decisions_are_found_by_their_type_or_by_their_folder() {
    check(
        "decisions.html",
        snapbox::str![[r#"
Décisions
Pourquoi les choses sont ainsi, la plus récente d’abord.
DécisionDécidé leÉtat
Un domaine à nous
1er mai 2024
remplacée
Un relais

"#]],
    );
    let without = Built::handover("-- runbooks/index.md --\n# A\n-- runbooks/adr/index.md --\n# B\n");
    assert!(!without.files.contains_key("decisions.html"));
}

#[test]
fn each_view_ends_with_somebody_to_ask_and_something_to_do() {
    let built = built();
    let views = ["contacts", "access", "dates", "index-a-z", "glossary", "decisions", "about", "contents"];
    for address in views.map(|view| format!("{view}.html")) {
        let (_, ending) = built.page(&address).split_once("<div class=\"ending\">").unwrap();
        let (ending, _) = ending.split_once("</div>").unwrap();
        assert!(ending.contains("person/awa.html") && ending.matches("<p>").count() == 2, "{address}: {ending}");
    }
}

#[test]
fn no_view_depends_on_the_day_of_the_build() {
    let (one, other) = (built(), Built::on(&(handover("fr") + PROJECT), false, date(2030, 1, 1)));
    for view in ["contacts", "access", "dates", "index-a-z", "glossary", "decisions", "contents"] {
        let address = format!("{view}.html");
        assert_eq!(one.page(&address), other.page(&address), "{address}");
    }
    assert_ne!(one.page("about.html"), other.page("about.html"));
}
