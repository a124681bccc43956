//! Keys, values and words that descriptors do not take.

use super::*;

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
error[schema/unknown-key] services.yaml:9:3 there is no field `colour` | the fields are: name, summary, links, audience, audiences, notes, aliases, tags, lifecycle, owner, urls, software, runs_on, depends_on, serves, mtd, rto, rpo, minimum, data, if_abandoned, admin_url, monitoring, paths
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
fn a_reason_that_is_empty_is_one_fault() {
    check(
        "-- hosts.yaml --\nsrv1:\n  name: s\n  type: {none: [a]}\n  provider: {none: \"\"}\n",
        str![[r#"
error[schema/wrong-type] hosts.yaml:3:10 `none` takes a text, not a list | write it on one line, in quotes if it holds `: ` or starts with a special character
error[schema/null-value] hosts.yaml:4:14 `none` is empty | leave it out, write `unknown`, or give the reason as `{none: "…"}` where the field is required

"#]],
    );
}

#[test]
fn only_required_fields_take_unknown() {
    check(
        "-- hosts.yaml --\nsrv1:\n  name: unknown\n  type: nano\n  provider: unknown\n  hosting: unknown\n  os: unknown\n",
        str![[r#"
error[schema/bad-value] hosts.yaml:5:12 `hosting` cannot be `unknown` | leave it out until somebody knows; only required fields take `unknown`
error[schema/wrong-type] hosts.yaml:6:7 `os` takes a group of fields, not a text | leave it out until somebody knows; only required fields take `unknown`

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
-- credentials/root.yaml --
name: x
opens: unknown
kind: login
store: unknown
holders: unknown
second_factor: unknown
recovery: {route: shares, shares: {k: 5000000000, n: 3, holders: unknown}}
"#,
        str![[r#"
error[schema/bad-value] root.yaml:7:39 `k` cannot be `…` | write a whole number from 0 to 255
error[schema/wrong-type] hosts.yaml:1:72 `port` takes a whole number, not a text | write digits only
error[schema/bad-value] hosts.yaml:2:72 `port` cannot be `99999` | write a whole number from 0 to 65535
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
fn a_field_that_is_there_is_not_called_missing_as_well() {
    let flow = "letter: {name: L, direction: out, purpose: transactional, from_domains: unknown, via: unknown, auth: unknown, \
                  bounces: unknown, ";
    check(
        &format!(
            r#"-- mail_flows.yaml --
{flow}complaint: unknown}}
{}complaints: unknown}}
{}public: x}}
-- people.yaml --
ada: {{name: Ada, roles: [{{role: backup-admin}}], contacts: [{{phone: "06 39 98 02 10"}}]}}
bob: {{name: Bob, roles: [{{role: backup-admin}}], contacts: [{{tpye: signal}}]}}
-- projects.yaml --
amis: {{name: Amis, contacts: [{{phone: "06 39 98 02 10"}}]}}
"#,
            flow.replace("letter", "second"),
            flow.replace("letter", "third"),
        ),
        str![[r#"
error[schema/unknown-key] mail_flows.yaml:1:129 there is no field `complaint` | did you mean `complaints`?
error[schema/unknown-key] mail_flows.yaml:3:128 there is no field `public` | the fields are: name, summary, links, audience, audiences, notes, aliases, tags, direction, purpose, from_domains, via, used_by, auth, return_path, ptr, list_unsubscribe, bounces, complaints, volume_per_day
error[schema/unknown-key] people.yaml:1:61 there is no field `phone` | the fields are: type, value, via, audience
error[schema/unknown-key] people.yaml:2:61 there is no field `tpye` | did you mean `type`?
error[schema/missing-key] people.yaml:2:61 the field `value` is missing | add `value: 06 39 98 00 00`, or `value: unknown` until somebody knows
error[schema/unknown-key] projects.yaml:1:32 there is no field `phone` | the fields are: name, channel, audience
error[schema/missing-key] mail_flows.yaml:3:1 `third` has no `complaints` | add `complaints: abuse@example.org`, or `complaints: unknown` until somebody knows

"#]],
    );
}

#[test]
fn words_in_french_find_the_one_they_start_like() {
    check(
        r#"-- projects.yaml --
a: {name: A, contacts: unknown, audience: publique}
b: {name: B, contacts: unknown, audience: membres}
c: {name: C, contacts: unknown, audience: administrateurs}
d: {name: D, contacts: unknown, audience: admin}
e: {name: E, contacts: unknown, audience: tous}
"#,
        str![[r#"
error[schema/bad-value] projects.yaml:1:43 `audience` cannot be `publique` | did you mean `public`? | choose one of: public, members, admins
error[schema/bad-value] projects.yaml:2:43 `audience` cannot be `membres` | did you mean `members`? | choose one of: public, members, admins
error[schema/bad-value] projects.yaml:3:43 `audience` cannot be `administrateurs` | did you mean `admins`? | choose one of: public, members, admins
error[schema/bad-value] projects.yaml:4:43 `audience` cannot be `admin` | did you mean `admins`? | choose one of: public, members, admins
error[schema/bad-value] projects.yaml:5:43 `audience` cannot be `tous` | choose one of: public, members, admins

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
error[schema/bad-date] domains.yaml:7:15 `2026-02-30` is not a date | February 2026 has 28 days
error[schema/bad-duration] organisation.yaml:3:35 `3 days` is not a length of time | did you mean `3d`?
error[schema/bad-value] organisation.yaml:4:17 `contact` is not a mail address or an address that a page may link to | write it like `contact@example.org`
error[schema/bad-value] organisation.yaml:5:10 `France` is not a country code | write it like `FR`
error[schema/bad-value] organisation.yaml:6:13 `français` is not a language tag | write it like `fr`
error[schema/bad-money] organisation.yaml:7:29 `31,00 EUR` is not an amount of money | did you mean `31.00 EUR`?
error[schema/bad-value] organisation.yaml:7:49 `monthly` is not an interval | write `day`, `week`, `month`, `quarter`, `year`, or a length of time such as `2y`
error[schema/bad-money] organisation.yaml:8:19 `31` is not an amount of money | write a decimal number and a currency, such as `31.00 EUR`
error[schema/bad-date] organisation.yaml:8:27 `31/01/2026` is not a date | did you mean `2026-01-31`?
error[schema/bad-value] services.yaml:8:14 `javascript:alert(1)` is not an address that a page may link to | write it with `https://`, `http://`, `mailto:` or `tel:`, such as `https://example.org`

"#]],
    );
}
