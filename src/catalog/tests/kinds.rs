//! Rules that are those of one kind.

use super::*;

#[test]
fn mail_that_goes_out_says_what_proves_it_and_who_reads_what_returns() {
    check(
        r#"-- mail_flows.yaml --
forum:
  name: Forum
  direction: out
  purpose: list
  from_domains: unknown
  via: unknown
inbox:
  name: Inbox
  direction: in
  purpose: personal
  from_domains: unknown
  via: unknown
news:
  name: News
  direction: out
  purpose: newsletter
  from_domains: unknown
  via: unknown
  auth: {spf: true, dkim: {none: no key yet}, dmarc: none}
  bounces: unknown
  complaints: {none: the provider keeps them}
  list_unsubscribe: one-clic
"#,
        str![[r#"
error[schema/missing-key] mail_flows.yaml:19:3 `auth` has no `aligned` | add `aligned: true`, or `aligned: unknown` until somebody knows
error[schema/bad-value] mail_flows.yaml:22:21 `list_unsubscribe` cannot be `one-clic` | did you mean `one-click`? | choose one of: none, mailto, one-click
error[schema/missing-key] mail_flows.yaml:1:1 `forum` has no `auth` | add `auth: {spf: true, dkim: [s1], dmarc: none, aligned: true}`, or `auth: unknown` until somebody knows
error[schema/missing-key] mail_flows.yaml:1:1 `forum` has no `bounces` | add `bounces: bounces@example.org`, or `bounces: unknown` until somebody knows
error[schema/missing-key] mail_flows.yaml:1:1 `forum` has no `complaints` | add `complaints: abuse@example.org`, or `complaints: unknown` until somebody knows
error[schema/missing-key] mail_flows.yaml:1:1 `forum` has no `list_unsubscribe` | add `list_unsubscribe: one-click`, or `list_unsubscribe: unknown` until somebody knows

"#]],
    );
}

#[test]
fn references_of_the_new_kinds_are_resolved_each_at_its_place() {
    check(
        r#"-- mail_flows.yaml --
notices:
  name: Notices
  direction: in
  purpose: transactional
  from_domains: [exmaple, domain:example]
  via: service:forum
  used_by: [host:srv1, forum]
-- domains/example.yaml --
name: example.org
fqdn: example.org
registrar: unknown
dns: unknown
registrant: unknown
expires_on: unknown
-- services.yaml --
forum:
  name: Forum
  lifecycle: experimental
  owner: unknown
  software: unknown
  runs_on: unknown
  data: unknown
  serves: [garden, "project:gardn"]
-- projects.yaml --
garden:
  name: Garden
  contacts: [{name: Office, channel: unknown}]
  notice_template: nextcloud/tell
  leaves_with: runbook:nextcloud/leave
-- contracts.yaml --
plan:
  name: Plan
  covers: [forum, project:garden]
  cost: {amount: free, every: year}
  renews_on: unknown
  auto_renew: perhaps
  notice: unknown
  paid_by: garden
  method: unknown
  share: {garden: 60, office: 40}
-- partners.yaml --
friends:
  name: Friends
  contacts: [{type: phone, value: "1", via: "person:friends"}]
  agreed: [{what: restart}]
  agreement: on paper
  agreed_on: {none: not signed}
-- credentials.yaml --
root:
  name: root
  opens: ["service:forum"]
  kind: login
  store: unknown
  holders: ["partner:friends", "project:garden"]
  second_factor: unknown
  recovery: unknown
"#,
        str![[r#"
error[schema/bad-money] contracts.yaml:4:18 `free` is not an amount of money | write a decimal number and a currency, such as `31.00 EUR`
error[schema/wrong-type] contracts.yaml:6:15 `auto_renew` takes `true` or `false`, not a text | write `true` or `false`, without quotes
error[schema/missing-key] partners.yaml:4:13 the field `answer_within` is missing | add `answer_within: 1d`, or `answer_within: unknown` until somebody knows
error[schema/bad-value] partners.yaml:5:14 `on paper` is not an address that a page may link to | write it with `https://`, `http://`, `mailto:` or `tel:`, such as `https://example.org`
error[ref/wrong-kind] contracts.yaml:3:12 `forum` does not say what kind of thing it is | write `service:forum`
error[ref/wrong-kind] contracts.yaml:3:19 `project:garden` is of a kind that this field does not take | this field takes `provider:…`, `domain:…`, `host:…`, `service:…`
error[ref/dangling] contracts.yaml:8:12 there is no person `garden` | something else has this id: `project:garden`
error[ref/dangling] contracts.yaml:10:23 there is no project `office` | describe it in `projects.yaml`, or correct the id
error[ref/wrong-kind] credentials.yaml:6:32 `project:garden` is of a kind that this field does not take | this field takes `person:…`, `partner:…`
error[ref/dangling] mail_flows.yaml:5:18 there is no domain `exmaple` | did you mean `example`?
error[ref/wrong-kind] mail_flows.yaml:6:8 `service:forum` is of a kind that this field does not take | this field takes `provider:…`, `host:…`
error[ref/wrong-kind] mail_flows.yaml:7:13 `host:srv1` is of a kind that this field does not take | write the id of a service
error[ref/wrong-kind] partners.yaml:3:45 `person:friends` is of a kind that this field does not take | this field takes `service:…`, `provider:…`, `host:…`, `domain:…`
error[ref/dangling] projects.yaml:4:20 there is no page `nextcloud/tell` | check the path of the page, without `.md`
error[ref/dangling] projects.yaml:5:16 there is no page `nextcloud/leave` | did you mean `nextcloud/restore`?
error[ref/dangling] services.yaml:8:20 there is no project `gardn` | did you mean `garden`?

"#]],
    );
}

#[test]
fn a_notice_is_no_longer_than_a_contract_runs() {
    let contracts = |notices: &[&str]| {
        let contract = |(index, notice): (usize, &&str)| {
            format!(
                "c{index}:\n  name: Plan\n  covers: unknown\n  cost: unknown\n  renews_on: unknown\n  auto_renew: unknown\n  \
                 notice: {notice}\n  paid_by: unknown\n  method: unknown\n"
            )
        };
        format!("-- contracts.yaml --\n{}", notices.iter().enumerate().map(contract).collect::<String>())
    };
    check(&contracts(&["1mo", "10y", "120mo", "0d"]), str![[""]]);
    check(
        &contracts(&["99999y", "900y", "11y", "4000d", "4294967295y"]),
        str![[r#"
error[schema/bad-value] contracts.yaml:7:11 `notice` cannot be `99999y` | write how long before its end the contract must be given up, such as `1mo`: at most 10 years
error[schema/bad-value] contracts.yaml:16:11 `notice` cannot be `900y` | write how long before its end the contract must be given up, such as `1mo`: at most 10 years
error[schema/bad-value] contracts.yaml:25:11 `notice` cannot be `11y` | write how long before its end the contract must be given up, such as `1mo`: at most 10 years
error[schema/bad-value] contracts.yaml:34:11 `notice` cannot be `4000d` | write how long before its end the contract must be given up, such as `1mo`: at most 10 years
error[schema/bad-value] contracts.yaml:43:11 `notice` cannot be `4294967295y` | write how long before its end the contract must be given up, such as `1mo`: at most 10 years

"#]],
    );
}

#[test]
fn more_money_than_is_counted_with_is_refused() {
    let contract = |amount: &str| {
        format!(
            "-- contracts.yaml --\nplan:\n  name: Plan\n  covers: unknown\n  cost: {{amount: {amount}, every: day}}\n  \
             renews_on: unknown\n  auto_renew: unknown\n  notice: unknown\n  paid_by: unknown\n  method: unknown\n"
        )
    };
    check(&contract("99999999999.99 EUR"), str![[""]]);
    check(
        &contract("92233720368547758 EUR"),
        str![[r#"
error[schema/bad-money] contracts.yaml:4:18 `92233720368547758 EUR` is more money than is counted with | write at most 13 digits, those of the decimals included

"#]],
    );
}

#[test]
fn a_share_is_a_whole_number_of_hundredths() {
    check(
        r#"-- projects.yaml --
a: {name: A, contacts: unknown}
-- contracts.yaml --
plan:
  name: Plan
  covers: unknown
  cost: unknown
  renews_on: unknown
  auto_renew: unknown
  notice: unknown
  paid_by: unknown
  method: unknown
  share:
    a: 101
    b: -1
    c: half
    d: 0.5
"#,
        str![[r#"
error[schema/bad-value] contracts.yaml:11:8 `a` cannot be `101` | write a whole number from 0 to 100
error[schema/bad-value] contracts.yaml:12:8 `b` cannot be `-1` | write a whole number from 0 to 100
error[schema/wrong-type] contracts.yaml:13:8 `c` takes a whole number, not a text | write digits only
error[schema/wrong-type] contracts.yaml:14:8 `d` takes a whole number, not a text | write digits only

"#]],
    );
}

#[test]
fn a_word_is_called_what_the_language_of_the_project_calls_it() {
    const GLOSSARY: &str = r#"-- glossary.yaml --
rpo:
  fr: perte de données tolérable
  en: tolerable data loss
  means: {fr: au plus, en: at most}
relais:
  fr: relais
  means: ce qui porte le courriel
bounce:
  en: bounce
  name: Bounces
  means: what comes back
"#;
    let names = |language: &str| {
        let snapshot = project(&format!("[book]\nlanguage = \"{language}\"\n[releve]\n"), GLOSSARY);
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let declared = declare(&snapshot, &config).value;
        let names = declared.names.clone();
        let catalog = build(declared, &names, &config.language).value;
        catalog.entities.into_values().map(|entity| entity.name).collect::<Vec<_>>()
    };
    assert_eq!(names("fr"), ["Bounces", "relais", "perte de données tolérable"]);
    assert_eq!(names("en"), ["Bounces", "relais", "tolerable data loss"]);
    assert_eq!(names("de"), ["Bounces", "relais", "perte de données tolérable"]);
}

#[test]
fn a_word_has_a_word_and_a_meaning() {
    check(
        r#"-- glossary.yaml --
rpo:
  also: [RPO]
rto:
  en: RTO
  means: {de: höchstens}
mtd:
  fr: [MTD]
  means: unknown
"#,
        str![[r#"
error[schema/missing-key] glossary.yaml:1:1 `rpo` has no `means` | add `means: ce que le mot veut dire ici`, or `means: unknown` until somebody knows
error[schema/unknown-key] glossary.yaml:5:11 there is no field `de` | the fields are: fr, en
error[schema/wrong-type] glossary.yaml:7:3 `fr` takes a text, not a list | write it on one line, in quotes if it holds `: ` or starts with a special character
error[schema/missing-key] glossary.yaml:1:1 `rpo` has no `en` | add `en: rpo`

"#]],
    );
}

#[test]
fn words_of_a_glossary_that_cannot_be_read_are_not_called_incomplete() {
    check(
        "-- glossary.yaml --\nrpo:\n  fr: a: b\n",
        str![[r#"
error[schema/bad-yaml] glossary.yaml:2:8 a colon stands where no key can be | put a text that holds `: ` in quotes, or check how this line is indented

"#]],
    );
}
