//! Ids, references, and files that cannot be read.

use super::*;

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
warning[schema/unknown-file] notes.txt:1:1 `notes.txt` is no inventory file | inventory files are called: organisation.yaml, services.yaml, projects.yaml, hosts.yaml, providers.yaml, domains.yaml, mail_flows.yaml, credentials.yaml, backups.yaml, contracts.yaml, partners.yaml, people.yaml, glossary.yaml
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
fn what_cannot_be_read_declares_each_id_once_and_no_extension() {
    let ids: String = (0..50_000).map(|number| format!("srv{number}:\nsrv{number}:\n")).collect();
    let (catalog, ..) = read(&format!("-- hosts.yaml --\nx-note: a: b\n{ids}"));
    assert_eq!(catalog.hosts.len(), 50_000);
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
error[schema/null-value] hosts.yaml:1:71 `left` stands alone between commas | put a text that holds a comma in quotes, or write `left: …`

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
