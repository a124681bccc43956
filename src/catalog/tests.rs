//! Whole inventories in, diagnostics out.

use snapbox::{assert_data_eq, str};

use crate::config;
use crate::diagnostic::Diagnostic;
use crate::names::Kind;
use crate::problem::report;
use crate::runbook::front_matter::RunbookDescriptor;
use crate::scalar::{Duration, Every, Stated, Unit};
use crate::schema::json_schema;
use crate::source::{Place, Snapshot, Span};
use crate::words::{Language, Words};

use super::fact::Value;
use super::{Catalog, build, declare};

/// Reads an inventory, in a project that has the page `nextcloud/restore`.
fn read(inventory: &str) -> (Catalog, Vec<Diagnostic>, Snapshot) {
    let snapshot = project("[releve]\n", inventory);
    let config = config::read(&snapshot, "Test", &|_| true).value;
    let mut diagnostics = Vec::new();
    let declared = declare(&snapshot, &config).into_value(&mut diagnostics);
    let mut names = declared.names.clone();
    names.declare(Kind::Runbook, "nextcloud/restore", Place { file: snapshot.files()[0].id, span: Span::default() });
    let catalog = build(declared, &names).into_value(&mut diagnostics);
    (catalog, diagnostics, snapshot)
}

/// Makes a project of a configuration and the files of an inventory.
fn project(book_toml: &str, inventory: &str) -> Snapshot {
    let files = inventory.replace("-- ", "-- runbooks/inventory/");
    Snapshot::from_archive(&format!("-- book.toml --\n{book_toml}{files}"))
}

fn check(archive: &str, expected: impl snapbox::IntoData) {
    let (_, diagnostics, snapshot) = read(archive);
    assert_data_eq!(report::lines(&diagnostics, &snapshot), expected);
}

/// An inventory with one thing of each kind and each field, all sound.
const WHOLE: &str = r#"-- organisation.yaml --
name: Les Amarres
summary: Une association
legal_form: association loi 1901
registration_id: W123
country: FR
representatives: [ada]
activation: {who: [ada], after: 3d, how: appel}
public_contact: contact@example.org
security_contact: https://example.org/security
languages: [fr, en]
income:
  - {label: Dons, amount: "2000.00 EUR", every: year, year: 2026}
reserves: {money: "3000 EUR", on: 2026-01-31}
charters:
  - {name: CHATONS, version: "2", url: "https://example.org/charte"}
-- people.yaml --
ada:
  name: Ada
  roles:
    - {role: primary-admin}
    - {role: service-owner, scope: ["service:cloud", organisation]}
  contacts:
    - {type: phone, value: "+33 1 99 00 00 00", audience: members}
    - {type: email, value: ada@example.org, via: "provider:relay"}
  availability: le soir
  timezone: Europe/Paris
  languages: [fr]
  from: 2020-01-01
  until: 2030-12-31
  commits_as: ["Ada <ada@example.org>"]
-- services.yaml --
cloud:
  name: Nextcloud
  summary: Fichiers
  notes: |
    Some *notes*.
  links:
    - {title: Doc, url: "https://docs.example.org", type: manual}
  audience: admins
  aliases: [files]
  tags: [essential]
  lifecycle: production
  owner: ada
  urls: ["https://cloud.example.org"]
  software: {name: Nextcloud, version: 31, license: AGPL-3.0-or-later, source: "https://example.org/src", eol_id: nextcloud}
  runs_on: ["host:srv1", "provider:relay"]
  depends_on:
    - {ref: "domain:main"}
    - {ref: "credential:root", hard: false}
  mtd: 7d
  rto: 2d
  rpo: unknown
  minimum: lecture seule
  data: {class: personal, export: "runbook:nextcloud/restore"}
  if_abandoned: il s'arrête
  admin_url: https://cloud.example.org/admin
  monitoring: https://up.example.org
  paths: {config: /etc/cloud, data: /srv/cloud, logs: /var/log/cloud}
  x-colour: blue
-- hosts/srv1.yaml --
name: srv1
type: virtual
provider: relay
hosting: rented
location: {country: FR, place: Paris}
os: {name: Debian, version: 13, eol_id: debian}
console: runbook:nextcloud/restore
config_source: https://git.example.org/ansible
addresses:
  - {ip: 192.0.2.10, scope: public}
  - {name: srv1.example.org}
ssh: {user: root, port: 22, jump: srv1, host_key: SHA256:abc}
-- providers.yaml --
relay:
  name: Relais
  kind: mail
  account_holder: organisation
  customer_id: 0042
  support: +33 1 99 00 00 00
  software_freedom: nonfree
  jurisdiction: FR
  processes_personal_data: true
  dpa: https://example.org/dpa
  exit: {to: Postfix, how: nextcloud/restore, effort: 2d}
  charter_exception: {rule: libre, reason: budget, until: 2027-01-01}
-- domains.yaml --
main:
  name: example.org
  fqdn: example.org
  registrar: relay
  dns: relay
  registrant: ada
  expires_on: 2027-05-01
  auto_renew: true
  transfer_lock: true
  dnssec: false
  transfer_code: root
-- credentials.yaml --
root:
  name: root de srv1
  opens: ["host:srv1", "backup:night"]
  kind: ssh-key
  store: {vault: {place: coffre}, item: enveloppe 3}
  holders: ["person:ada"]
  second_factor: {type: none}
  recovery: {route: shares, delay: 3d, detail: appeler, shares: {k: 2, n: 3, holders: [ada]}}
  shared: false
  rotate_every: 1y
  reset_via: [ada@example.org]
-- backups.yaml --
night:
  name: Nuit
  covers:
    - {ref: "service:cloud", what: full}
  tool: restic
  schedule: 15 3 * * *
  retention: 7 jours
  copies:
    - {at: "host:srv1", offsite: false, immutable: true}
  encryption_key: {none: "le disque est chiffré"}
  restore: nextcloud/restore
  watched_by: https://up.example.org
"#;

#[test]
fn a_sound_inventory_has_no_faults() {
    check(WHOLE, str![[""]]);
}

#[test]
fn every_field_is_known_and_found_by_its_path() {
    let (catalog, _, _) = read(WHOLE);
    assert_eq!(catalog.entities.len(), 8);
    let service = catalog.services.values().next().unwrap();
    assert_eq!(service.owner.known().map(|owner| owner.as_str()), Some("ada"));
    assert!(!service.depends_on[1].hard && service.depends_on[0].hard);
    let entity = &catalog.entities[&(&service.id).into()];
    assert_eq!(entity.notes.as_deref(), Some("Some *notes*.\n"));
    let fact = |path| Value::find(&entity.facts, path);
    assert_eq!(fact("software.version"), Some(&Value::Code("31".to_owned())));
    assert_eq!(fact("lifecycle"), Some(&Value::Word { set: "lifecycle", word: "production" }));
    assert_eq!(fact("rpo"), Some(&Value::Unknown));
    assert_eq!(fact("depends_on.1.hard"), Some(&Value::Bool(false)));
    let host = catalog.entities.values().find(|entity| entity.reference.kind() == Kind::Host).unwrap();
    assert_eq!(Value::find(&host.facts, "addresses.0.ip"), Some(&Value::Code("192.0.2.10".to_owned())));
    assert_eq!(Value::find(&host.facts, "ssh.user"), Some(&Value::Code("root".to_owned())));
}

#[test]
fn a_documents_project_has_no_inventory() {
    let snapshot = project("", "-- services.yaml --\nmail: {nmae: x}\n");
    let declared = declare(&snapshot, &config::read(&snapshot, "Test", &|_| true).value);
    assert!(declared.diagnostics.is_empty());
    assert_eq!(declared.value.names.ids(Kind::Service).count(), 0);
}

/// Calls `found` with the id of the label of each field and word in a schema.
fn labels(schema: &serde_json::Value, found: &mut dyn FnMut(String)) {
    if let Some(fields) = schema.get("properties").and_then(serde_json::Value::as_object) {
        fields.keys().for_each(|field| found(format!("field-{field}")));
    }
    if let (Some(set), Some(words)) = (schema.get("x-set"), schema.get("enum")) {
        let words = words.as_array().unwrap().iter();
        words.for_each(|word| found(format!("{}-{}", set.as_str().unwrap(), word.as_str().unwrap())));
    }
    match schema {
        serde_json::Value::Object(map) => map.values().for_each(|schema| labels(schema, found)),
        serde_json::Value::Array(items) => items.iter().for_each(|schema| labels(schema, found)),
        _ => {}
    }
}

#[test]
fn every_field_and_word_has_a_label_in_every_language() {
    let mut schemas = super::kinds::schemas();
    schemas.push(("runbook", json_schema::<RunbookDescriptor>()));
    for language in Language::interface() {
        let words = Words::load(&language);
        for (kind, schema) in &schemas {
            labels(schema, &mut |id| assert!(words.find(&id).is_some(), "`{id}` of {kind} in {language}"));
        }
        for kind in Kind::ALL {
            for id in [format!("kind-{}", kind.name()), format!("kinds-{}", kind.name())] {
                assert!(words.find(&id).is_some(), "`{id}` in {language}");
            }
        }
        for word in Every::WORDS.map(|word| format!("every-{word}")).iter().map(String::as_str) {
            assert!(words.find(word).is_some(), "`{word}` in {language}");
        }
        for word in ["provider-self", "yes", "no", "unknown", "none"] {
            assert!(words.find(word).is_some(), "`{word}` in {language}");
        }
        for unit in Unit::ALL {
            let said = words.say(&Duration::new(2, unit).message());
            assert!(said.starts_with("2 "), "{said}");
        }
    }
}

#[test]
fn every_schema_is_closed() {
    for (kind, schema) in super::kinds::schemas() {
        assert_eq!(schema["additionalProperties"], serde_json::json!(false), "{kind}");
    }
}

#[test]
fn unknown_keys_are_reported_with_the_field_that_was_meant() {
    check(
        r#"-- services.yaml --
mail:
  name: Mail
  lifecycle: experimental
  owner: unknown
  software: unknown
  runs_on: unknown
  data: unknown
  onwer: ada
  colour: blue
  x-colour: blue
  paths: {config: /etc, dta: /srv}
"#,
        str![[r#"
error[schema/unknown-key] services.yaml:8:3 there is no field `onwer` | did you mean `owner`?
error[schema/unknown-key] services.yaml:9:3 there is no field `colour` | the fields are: name, summary, links, audience, notes, aliases, tags, lifecycle, owner, urls, software, runs_on, depends_on, mtd, rto, rpo, minimum, data, if_abandoned, admin_url, monitoring, paths
error[schema/unknown-key] services.yaml:11:25 there is no field `dta` | did you mean `data`?

"#]],
    );
}

#[test]
fn missing_fields_are_reported_with_an_example() {
    check(
        r#"-- people.yaml --
ada:
  name: Ada
bob: {name: unknown, roles: {none: "left"}, contacts: unknown}
-- services/mail.yaml --
# comment
name: Mail
lifecycle: production
owner: unknown
software: {version: 3}
runs_on: [unknown]
data: {none: nothing}
-- providers.yaml --
relay: {name: R, kind: mail, account_holder: unknown, software_freedom: nonfree}
free: {name: F, kind: mail, account_holder: unknown, software_freedom: free}
"#,
        str![[r#"
error[schema/missing-key] people.yaml:1:1 `ada` has no `roles` | add `roles: [{role: primary-admin}]`, or `roles: unknown` until somebody knows
error[schema/missing-key] people.yaml:1:1 `ada` has no `contacts` | add `contacts: [{type: phone, value: 06 39 98 00 00}]`, or `contacts: unknown` until somebody knows
error[schema/missing-key] mail.yaml:5:1 `software` has no `name` | add `name: Nextcloud`, or `name: unknown` until somebody knows
error[schema/missing-key] mail.yaml:5:1 `software` has no `license` | add `license: AGPL-3.0-or-later`, or `license: unknown` until somebody knows
error[schema/missing-key] providers.yaml:1:1 `relay` has no `exit` | add `exit: {to: Nextcloud, effort: 2d}`, or `exit: unknown` until somebody knows
error[schema/missing-key] mail.yaml:2:1 the field `mtd` is missing | add `mtd: 7d`, or `mtd: unknown` until somebody knows
error[schema/missing-key] mail.yaml:2:1 the field `rto` is missing | add `rto: 2d`, or `rto: unknown` until somebody knows
error[schema/missing-key] mail.yaml:2:1 the field `rpo` is missing | add `rpo: 1d`, or `rpo: unknown` until somebody knows
error[ref/wrong-kind] mail.yaml:6:11 `unknown` does not say what kind of thing it is | this field takes `host:…`, `provider:…`

"#]],
    );
}

#[test]
fn a_misspelt_required_field_is_one_fault() {
    check(
        r#"-- people.yaml --
ada: {nmae: Ada, roles: unknown, contacts: unknown}
"#,
        str![[r#"
error[schema/unknown-key] people.yaml:1:7 there is no field `nmae` | did you mean `name`?

"#]],
    );
}

#[test]
fn empty_values_are_reported() {
    check(
        r#"-- services.yaml --
mail:
  name: ""
  lifecycle: experimental
  owner: unknown
  software: unknown
  runs_on: unknown
  data: unknown
  summary:
  tags: []
  minimum: ~
  paths: {}
  urls:
    - https://example.org
    -
  notes: "null"
"#,
        str![[r#"
error[schema/null-value] services.yaml:2:3 `name` is empty | leave it out, write `unknown`, or give the reason as `{none: "…"}` where the field is required
error[schema/null-value] services.yaml:8:3 `summary` is empty | leave it out, write `unknown`, or give the reason as `{none: "…"}` where the field is required
error[schema/null-value] services.yaml:9:3 `tags` is empty | leave it out, write `unknown`, or give the reason as `{none: "…"}` where the field is required
error[schema/null-value] services.yaml:10:3 `minimum` is empty | leave it out, write `unknown`, or give the reason as `{none: "…"}` where the field is required
error[schema/null-value] services.yaml:11:3 `paths` is empty | leave it out, write `unknown`, or give the reason as `{none: "…"}` where the field is required
error[schema/null-value] services.yaml:14:6 this item is empty | leave it out, write `unknown`, or give the reason as `{none: "…"}` where the field is required

"#]],
    );
}

#[test]
fn values_of_the_wrong_shape_are_reported() {
    check(
        r#"-- services.yaml --
mail:
  name: [Mail]
  lifecycle: {now: production}
  owner: unknown
  software: Postfix
  runs_on: host:srv1
  data: unknown
  depends_on:
    - ref: "service:mail"
      hard: maybe
  tags: {a: b}
-- people.yaml --
- ada
-- hosts.yaml --
srv1: {name: s, type: virtual, provider: self, ssh: {user: root, port: "22"}}
srv2: {name: s, type: virtual, provider: self, ssh: {user: root, port: 99999}}
srv3: {name: s, type: virtual, provider: self, ssh: {user: root, port: 22}}
"#,
        str![[r#"
error[schema/wrong-type] hosts.yaml:1:72 `port` takes a whole number, not a text | write digits only
error[schema/bad-value] hosts.yaml:2:72 `port` cannot be `99999` | write a whole number that makes sense here
error[schema/wrong-type] people.yaml:1:1 this file describes each person below its id | write its fields on the next lines, indented
error[schema/wrong-type] services.yaml:2:3 `name` takes a text, not a list | write it on one line, in quotes if it holds `: ` or starts with a special character
error[schema/wrong-type] services.yaml:3:3 `lifecycle` takes a text, not a group of fields | write it on one line, in quotes if it holds `: ` or starts with a special character
error[schema/wrong-type] services.yaml:5:13 `software` takes a group of fields, not a text | write its fields on the next lines, indented
error[schema/wrong-type] services.yaml:6:12 `runs_on` takes a list, not a text | write each item on its own line with `- `, or all of them in `[…]`
error[schema/wrong-type] services.yaml:10:13 `hard` takes `true` or `false`, not a text | write `true` or `false`, without quotes
error[schema/wrong-type] services.yaml:11:3 `tags` takes a list, not a group of fields | write each item on its own line with `- `, or all of them in `[…]`

"#]],
    );
}

#[test]
fn words_outside_a_fixed_set_are_reported_with_the_set() {
    check(
        r#"-- services.yaml --
mail:
  name: Mail
  lifecycle: prodution
  owner: unknown
  software: unknown
  runs_on: unknown
  data: {class: secret}
  audience: Admins
"#,
        str![[r#"
error[schema/bad-value] services.yaml:3:14 `lifecycle` cannot be `prodution` | did you mean `production`? | choose one of: experimental, production, deprecated, retired
error[schema/bad-value] services.yaml:7:17 `class` cannot be `secret` | choose one of: basic, personal, sensitive
error[schema/bad-value] services.yaml:8:13 `audience` cannot be `Admins` | did you mean `admins`? | choose one of: public, members, admins

"#]],
    );
}

#[test]
fn malformed_scalars_are_reported_with_their_form() {
    check(
        r#"-- organisation.yaml --
name: O
representatives: unknown
activation: {who: unknown, after: 3 days, how: call}
public_contact: contact
country: France
languages: [français]
income: [{label: x, amount: "31,00 EUR", every: monthly}]
reserves: {money: 31, on: 31/01/2026}
-- domains.yaml --
main:
  name: x
  fqdn: x.org
  registrar: unknown
  dns: unknown
  registrant: unknown
  expires_on: 2026-02-30
-- services.yaml --
mail:
  name: Mail
  lifecycle: experimental
  owner: unknown
  software: unknown
  runs_on: unknown
  data: unknown
  admin_url: "javascript:alert(1)"
-- credentials.yaml --
root:
  name: x
  opens: unknown
  kind: login
  holders: unknown
  second_factor: unknown
  recovery: unknown
  store: unknown
  reset_via: [ada]
"#,
        str![[r#"
error[schema/bad-value] credentials.yaml:9:15 `…` is not a mail address | write it like `contact@example.org`
error[schema/bad-date] domains.yaml:7:15 `2026-02-30` is not a date | write year-month-day, such as `2026-11-22`
error[schema/bad-duration] organisation.yaml:3:35 `3 days` is not a length of time | write a whole number and a unit, such as `30m`, `4h`, `3d`, `2w`, `6mo` or `1y`
error[schema/bad-value] organisation.yaml:4:17 `contact` is not a mail address or an address that a page may link to | write it like `contact@example.org`
error[schema/bad-value] organisation.yaml:5:10 `France` is not a country code | write it like `FR`
error[schema/bad-value] organisation.yaml:6:13 `français` is not a language tag | write it like `fr`
error[schema/bad-money] organisation.yaml:7:29 `31,00 EUR` is not an amount of money | write a decimal number and a currency, such as `31.00 EUR`
error[schema/bad-value] organisation.yaml:7:49 `monthly` is not an interval | write `day`, `week`, `month`, `quarter`, `year`, or a length of time such as `2y`
error[schema/bad-money] organisation.yaml:8:19 `31` is not an amount of money | write a decimal number and a currency, such as `31.00 EUR`
error[schema/bad-date] organisation.yaml:8:27 `31/01/2026` is not a date | write year-month-day, such as `2026-11-22`
error[schema/bad-value] services.yaml:8:14 `javascript:alert(1)` is not an address that a page may link to | write it with `https://`, `http://`, `mailto:` or `tel:`, such as `https://example.org`

"#]],
    );
}

#[test]
fn repeated_keys_and_ids_are_reported_with_the_first() {
    check(
        r#"-- people.yaml --
ada: {name: Ada, roles: unknown, contacts: unknown, name: Eve}
bob: {name: Bob, roles: unknown, contacts: unknown}
bob: {name: Rob, roles: unknown, contacts: unknown}
-- people/ada.yaml --
name: Ada
roles: unknown
contacts: unknown
-- hosts.yaml --
ada: {name: a host may be called like a person, type: nano, provider: self}
"#,
        str![[r#"
error[schema/duplicate-key] people.yaml:1:53 the key `name` stands here a second time | keep one of the two; the first is used until then
error[schema/duplicate-key] people.yaml:3:1 the key `bob` stands here a second time | keep one of the two; the first is used until then
error[schema/duplicate-id] ada.yaml:1:1 the person `ada` is described twice | give one of the two another id, or put both descriptions together

"#]],
    );
}

#[test]
fn aliases_must_be_free_ids() {
    check(
        r#"-- people.yaml --
ada: {name: Ada, roles: unknown, contacts: unknown, aliases: [bob, old-ada, Ada Lovelace]}
bob: {name: Bob, roles: unknown, contacts: unknown, aliases: [old-ada, srv1]}
-- hosts.yaml --
srv1: {name: s, type: nano, provider: self, aliases: [ada]}
"#,
        str![[r#"
error[schema/duplicate-id] people.yaml:1:1 the alias `bob` belongs to something else already | give one of the two another id, or put both descriptions together
error[schema/bad-id] people.yaml:1:1 `Ada Lovelace` cannot be an id | use lower-case letters without accents, digits, hyphens and dots, such as `ada-lovelace`
error[schema/duplicate-id] people.yaml:2:1 the alias `old-ada` belongs to something else already | give one of the two another id, or put both descriptions together

"#]],
    );
}

#[test]
fn ids_have_one_form_and_leave_our_words_alone() {
    check(
        r#"-- people.yaml --
Élodie B.: {name: E, roles: unknown, contacts: unknown}
organisation: {name: O, roles: unknown, contacts: unknown}
../x: {name: O, roles: unknown, contacts: unknown}
0: {name: fine, roles: unknown, contacts: unknown}
-- hosts/Srv_1.yaml --
name: s
type: nano
provider: self
ssh: {user: root, jump: Srv_1}
"#,
        str![[r#"
error[schema/bad-id] Srv_1.yaml:1:1 `Srv_1` cannot be an id | use lower-case letters without accents, digits, hyphens and dots, such as `srv-1`
error[schema/bad-id] people.yaml:1:1 `Élodie B.` cannot be an id | use lower-case letters without accents, digits, hyphens and dots, such as `elodie-b`
error[schema/bad-id] people.yaml:2:1 `organisation` cannot be an id, because fields use this word | choose another id
error[schema/bad-id] people.yaml:3:1 `../x` cannot be an id | use lower-case letters without accents, digits, hyphens and dots, such as `x`

"#]],
    );
}

#[test]
fn references_have_one_form_per_field() {
    check(
        r#"-- people.yaml --
ada: {name: Ada, roles: [{role: contact, scope: ["service:mail", organisation, ada, "person:eve"]}], contacts: unknown}
-- organisation.yaml --
name: O
representatives: ["person:ada", adda, mail, none]
activation: unknown
-- services.yaml --
mail:
  name: Mail
  lifecycle: retired
  owner: "host:srv1"
  software: unknown
  runs_on: [srv1, "service:mail", "host:srv2", "host:srv1", "hots:srv1"]
  data: {class: basic, export: "runbook:nextcloud/restor"}
-- hosts.yaml --
srv1: {name: s, type: nano, provider: self, console: "runbook:gone"}
srv3: {name: s, type: nano, provider: hetzner, console: press F8}
-- providers.yaml --
relay:
  name: R
  kind: mail
  account_holder: "organisation:organisation"
  software_freedom: free
hosting: {name: H, kind: hosting, account_holder: organisation, software_freedom: free}
-- credentials.yaml --
root:
  name: x
  opens: ["host:srv1", "person:ada"]
  kind: login
  holders: [ada, "person:ada"]
  second_factor: {type: totp, held_by: ["person:ada"]}
  recovery: unknown
  store: {vault: mail, item: x}
"#,
        str![[r#"
error[ref/wrong-kind] credentials.yaml:3:24 `person:ada` is of a kind that this field does not take | this field takes `host:…`, `provider:…`, `domain:…`, `backup:…`, `service:…`
error[ref/wrong-kind] credentials.yaml:5:13 `ada` does not say what kind of thing it is | write `person:ada`
error[ref/wrong-kind] credentials.yaml:8:18 `mail` does not say what kind of thing it is | write `service:mail`
error[ref/dangling] hosts.yaml:1:54 there is no page `gone` | check the path of the page, without `.md`
error[ref/dangling] hosts.yaml:2:39 there is no provider `hetzner` | describe it in `providers.yaml`, or correct the id
error[ref/dangling] organisation.yaml:2:33 there is no person `adda` | did you mean `ada`?
error[ref/dangling] organisation.yaml:2:39 there is no person `mail` | something else has this id: `service:mail`
error[ref/dangling] organisation.yaml:2:45 there is no person `none` | where there is none, give the reason: `{none: "…"}`
error[ref/wrong-kind] people.yaml:1:80 `ada` does not say what kind of thing it is | write `person:ada`
error[ref/dangling] people.yaml:1:85 there is no person `eve` | describe it in `people.yaml`, or correct the id
error[ref/wrong-kind] providers.yaml:4:19 `organisation:organisation` is of a kind that this field does not take | write the id of a person
error[ref/wrong-kind] services.yaml:4:10 `host:srv1` is of a kind that this field does not take | write the id of a person
error[ref/wrong-kind] services.yaml:6:13 `srv1` does not say what kind of thing it is | write `host:srv1`
error[ref/wrong-kind] services.yaml:6:19 `service:mail` is of a kind that this field does not take | this field takes `host:…`, `provider:…`
error[ref/dangling] services.yaml:6:35 there is no host `srv2` | did you mean `srv1`?
error[ref/wrong-kind] services.yaml:6:61 `hots:srv1` does not say what kind of thing it is | this field takes `host:…`, `provider:…`
error[ref/dangling] services.yaml:7:32 there is no page `nextcloud/restor` | did you mean `nextcloud/restore`?

"#]],
    );
}

#[test]
fn an_organisation_that_nobody_describes_is_dangling() {
    check(
        r#"-- providers.yaml --
relay: {name: R, kind: mail, account_holder: organisation, software_freedom: free}
"#,
        str![[r#"
error[ref/dangling] providers.yaml:1:46 there is no organisation `organisation` | describe it in `organisation.yaml`, or correct the id

"#]],
    );
}

#[test]
fn foreign_files_are_reported_and_pages_are_not() {
    check(
        r#"-- service.yaml --
a: 1
-- services.yml --
a: 1
-- notes.txt --
x
-- index.md --
# Inventory
-- organisation/one.yaml --
name: x
"#,
        str![[r#"
warning[schema/unknown-file] notes.txt:1:1 `notes.txt` is no inventory file | inventory files are called: organisation.yaml, services.yaml, hosts.yaml, providers.yaml, domains.yaml, credentials.yaml, backups.yaml, people.yaml
warning[schema/unknown-file] one.yaml:1:1 `organisation/one.yaml` is no inventory file | did you mean `organisation.yaml`?
warning[schema/unknown-file] service.yaml:1:1 `service.yaml` is no inventory file | did you mean `services.yaml`?
warning[schema/unknown-file] services.yml:1:1 `services.yml` is no inventory file | did you mean `services.yaml`?

"#]],
    );
}

#[test]
fn yaml_that_cannot_be_read_still_declares_its_ids() {
    check(
        r#"-- people.yaml --
# people
ada:
  name: Ada
  notes: a: b
bob:
  name: Bob
-- domains/main.yaml --
name: [
-- organisation.yaml --
name: O
representatives: [ada, bob, eve]
activation: unknown
"#,
        str![[r#"
error[schema/bad-yaml] main.yaml:2:1 a bracket is not closed, or closes nothing | match each `[` with `]` and each `{` with `}`, or put the text in quotes
error[schema/bad-yaml] people.yaml:4:11 a colon stands where no key can be | put a text that holds `: ` in quotes, or check how this line is indented
error[ref/dangling] organisation.yaml:2:29 there is no person `eve` | describe it in `people.yaml`, or correct the id

"#]],
    );
}

#[test]
fn yaml_that_is_not_ours_is_reported() {
    check(
        r#"-- hosts.yaml --
srv1: &base
  name: s
  type: nano
  provider: self
srv2:
  <<: *base
  name: t
  type: nano
  provider: self
  summary: !vault secret
srv3: *base
---
srv4: {}
-- people.yaml --
ada: {{ name }}
-- services.yaml --
# Nothing yet.
"#,
        str![[r#"
error[schema/bad-yaml] hosts.yaml:6:3 the merge key `<<` is not read | write the fields out
error[schema/bad-yaml] hosts.yaml:10:19 tags such as `!name` are not read | write the value without a tag; a secret belongs in a password manager, not here
error[schema/bad-yaml] hosts.yaml:12:1 a second document in one file is not read | move what follows `---` to a file of its own
error[schema/bad-yaml] people.yaml:1:7 a list or a map stands where a key should | put a text that starts with a bracket or a brace in quotes

"#]],
    );
}

#[test]
fn commas_in_flow_maps_are_no_silent_loss() {
    check(
        r#"-- hosts.yaml --
srv1: {name: s, type: nano, provider: self, summary: behind the door, left}
"#,
        str![[r#"
error[schema/null-value] hosts.yaml:1:71 `left` is empty | leave it out, write `unknown`, or give the reason as `{none: "…"}` where the field is required

"#]],
    );
}

#[test]
fn a_credential_is_never_quoted() {
    check(
        r#"-- credentials.yaml --
root:
  name: x
  opens: unknown
  kind: hunter2
  holders: unknown
  second_factor: {type: hunter2}
  recovery: hunter2
  rotate_every: hunter2
  store: {vault: unknown, item: x, password: hunter2}
"#,
        str![[r#"
error[schema/bad-value] credentials.yaml:4:9 `kind` cannot be `…` | choose one of: login, ssh-key, api-token, passphrase, recovery-codes, hardware-key, paper
error[schema/bad-value] credentials.yaml:6:25 `type` cannot be `…` | choose one of: none, totp, key, sms
error[schema/wrong-type] credentials.yaml:7:13 `recovery` takes a group of fields, not a text | write its fields on the next lines, indented
error[schema/bad-duration] credentials.yaml:8:17 `…` is not a length of time | write a whole number and a unit, such as `30m`, `4h`, `3d`, `2w`, `6mo` or `1y`
error[schema/unknown-key] credentials.yaml:9:36 there is no field `password` | the fields are: vault, item

"#]],
    );
}

#[test]
fn a_long_value_is_not_quoted() {
    check(
        r#"-- services.yaml --
mail:
  name: Mail
  lifecycle: 0123456789012345678901234567890123456789x
  owner: 0123456789012345678901234567890123456789x
  software: unknown
  runs_on: unknown
  data: unknown
"#,
        str![[r#"
error[schema/bad-value] services.yaml:3:14 `lifecycle` cannot be `…` | choose one of: experimental, production, deprecated, retired
error[ref/dangling] services.yaml:4:10 there is no person `…` | describe it in `people.yaml`, or correct the id

"#]],
    );
}

#[test]
fn what_is_sound_survives_the_faults_around_it() {
    let (catalog, diagnostics, _) = read(
        r#"-- services.yaml --
mail:
  nmae: Mail
  lifecycle: production
  owner: nobody
  mtd: soon
  rto: 4h
  rpo: 1d
  software: {name: Postfix}
  runs_on: ["host:srv1", "host:gone"]
  data: {class: secret}
  depends_on: [{ref: "host:srv1", hard: maybe}, {hard: true}]
  tags: [a, {b: c}]
  colour: blue
  minimum: enough
-- hosts.yaml --
srv1: nothing
"#,
    );
    assert_eq!(diagnostics.len(), 11, "{diagnostics:#?}");
    let service = catalog.services.values().next().unwrap();
    assert_eq!(service.common.name, Stated::Known("Mail".to_owned()));
    assert_eq!(service.owner, Stated::Unknown);
    assert_eq!(service.mtd, Some(Stated::Unknown));
    assert_eq!(service.rto, Some(Stated::Known("4h".parse().unwrap())));
    let software = service.software.known().unwrap();
    assert_eq!((&software.name, &software.license), (&Stated::Known("Postfix".to_owned()), &Stated::Unknown));
    assert_eq!(service.runs_on.known().map(Vec::len), Some(1));
    assert_eq!(service.data.known().map(|data| &data.class), Some(&Stated::Unknown));
    assert_eq!(service.depends_on.len(), 0);
    assert_eq!(service.common.tags, Vec::<String>::new());
    assert_eq!(service.minimum.as_deref(), Some("enough"));
    let host = catalog.entities.values().find(|entity| entity.reference.kind() == Kind::Host).unwrap();
    assert_eq!(host.name, "srv1");
}

#[test]
fn texts_are_shown_as_their_author_wrote_them() {
    let written = [
        "31",
        "1.10",
        "012",
        "22:30",
        "0x1F",
        "0o17",
        "1e3",
        ".inf",
        "-.inf",
        ".nan",
        "no",
        "yes",
        "on",
        "off",
        "NO",
        "true",
        "False",
        "2026-11-22",
        "12345678901234567890123",
        "1_000",
        "+33",
        "-0",
        "0.0",
        "1.",
        "007",
        "3.0e-2",
        "=",
        "y",
        "TRUE",
        "~x",
    ];
    for written in written {
        let (catalog, diagnostics, snapshot) = read(&format!(
            "-- people.yaml --\nada: {{name: {written}, roles: unknown, contacts: unknown, tags: [{written}]}}\n"
        ));
        assert_eq!(report::lines(&diagnostics, &snapshot), "", "{written}");
        let person = catalog.people.values().next().unwrap();
        assert_eq!(person.common.name, Stated::Known(written.to_owned()));
        assert_eq!(person.common.tags, [written]);
    }
}

#[test]
fn the_order_of_files_and_threads_does_not_matter() {
    let once = read(WHOLE);
    let again = read(WHOLE);
    assert_eq!(format!("{:?}", once.0), format!("{:?}", again.0));
}

#[test]
fn thousands_of_entities_are_read_in_a_moment() {
    let mut archive = "-- hosts.yaml --\n".to_owned();
    for number in 0..5_000 {
        archive += &format!(
            "srv{number}:\n  name: Host {number}\n  type: virtual\n  provider: self\n  addresses: [{{ip: 192.0.2.1}}]\n  colour: {number}\n"
        );
    }
    let (catalog, diagnostics, _) = read(&archive);
    assert_eq!((catalog.hosts.len(), diagnostics.len()), (5_000, 5_000));
}
