//! What changed lately: the page, the ways to it, and the feed.

use jiff::civil::date;
use snapbox::{IntoData, assert_data_eq, str};

use super::past::Past;
use super::{Built, handover};

const BEFORE: &str = "\
-- runbooks/mail/stuck.md --
---
title: Mail is stuck
type: operate
for: [service:mail]
risk: reversible
time: 10m
status: active
---
## Steps

1. Look at the queue of mails that wait on the first of the two exchangers, and count those that are older than an hour. {#queue}
2. Call them.
-- runbooks/inventory/people.yaml --
awa: {name: Awa Exemple, roles: [{role: primary-admin}], contacts: unknown}
ben: {name: Ben Exemple, roles: [{role: backup-admin}], contacts: unknown}
-- runbooks/inventory/hosts.yaml --
mx1: {name: First exchanger, type: virtual, provider: self}
mx2: {name: Second exchanger, type: virtual, provider: self}
-- runbooks/inventory/services.yaml --
mail: {name: Mail, lifecycle: experimental, owner: awa, software: unknown, runs_on: [host:mx1], data: basic}
";

fn after() -> String {
    BEFORE
        .replace("runs_on: [host:mx1]", "runs_on: [host:mx2]")
        .replace("mx1: {name: First exchanger, type: virtual, provider: self}\n", "")
        .replace("first of the two", "second of the two")
        .replace("2. Call them.", "2. Call <b>them</b> & wait.")
}

fn built(book: &str) -> Built {
    let versions = [book.to_owned() + BEFORE, book.to_owned() + &after()];
    let past = Past::new(&[&versions[0], &versions[1]]);
    Built::with_past(&versions[1], false, date(2026, 11, 22), &past)
}

/// The text of the days on a page, without markup but for what was and is.
fn told(page: &str) -> String {
    let body = page.split("<section class=\"day\"").skip(1).collect::<String>();
    let body = body.split("<div class=\"ending\">").next().unwrap();
    let marked = body.replace("<del>", "[-").replace("</del>", "-]").replace("<ins>", "{+").replace("</ins>", "+}");
    let text = regex::Regex::new("<span class=\"visually-hidden\"[^>]*>[^<]*</span>|<[^>]*>").unwrap();
    let text = text.replace_all(&marked, "").into_owned();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("data-day"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_changed_is_told_by_day_and_service_old_and_new_together() {
    let built = built(&handover("en"));
    let page = built.page("changes.html");
    assert_data_eq!(
        told(page),
        str![[r#"
2 March 2026
Awa &amp; Ben · 0202020
State of version handover-1
Mail
Mail service · History
Runs on
[-First exchanger-] → {+Second exchanger+}
First exchanger host, gone
Mail is stuck runbook · History
step 1 reads otherwise
Look at the queue of mails that wait on the [-first-]{+second+} of the two exchangers, and count those that are older than an hour.
step 2 reads otherwise
[-Call them.-] → {+Call &lt;b&gt;them&lt;/b&gt; &amp; wait.+}
1 March 2026
Awa &amp; Ben · 0101010
From here on git knows this project: everything in it was new.
Feed (Atom)
"#]]
        .raw()
    );
    // What is still there is led to, what is gone is not.
    assert!(page.contains(
        "<ins><span class=\"visually-hidden\">now: </span><a href=\"host/mx2.html\">Second exchanger</a></ins>"
    ));
    assert!(page.contains("<del><span class=\"visually-hidden\">before: </span>First exchanger</del>"));
    assert!(page.contains("<a href=\"mail/stuck.html\">Mail is stuck</a>"));
    assert!(page.contains("href=\"history/service/mail.html\""));
    // One may ask since a version, and everything that the page needs for it is its own.
    assert!(page.contains("<option value=\"_2026-03-02-0202020\">version handover-1</option>"));
    assert!(page.contains("src=\"theme/changes.js\"") && built.files.contains_key("theme/changes.js"));
}

#[test]
fn pages_lead_to_what_changed_where_something_is_known_of_it() {
    let built_with_past = built(&handover("fr"));
    for page in ["index.html", "contents.html", "index-a-z.html"] {
        assert!(built_with_past.page(page).contains("<a href=\"changes.html\">Ce qui a changé</a>"), "{page}");
    }
    let without = Built::new(&(handover("fr") + BEFORE), false);
    assert!(without.files.keys().all(|address| !address.contains("changes.html") && !address.ends_with(".atom")));
    assert!(without.pages().all(|(_, page)| !page.contains("changes.html")));
}

#[test]
fn a_name_that_came_later_leads_to_the_same_thing() {
    let renamed = after().replace("mx2: {", "mx3: {aliases: [mx2], ").replace("host:mx2", "host:mx3");
    let versions = [BEFORE, &after(), &renamed].map(|version| handover("en") + version);
    let past = Past::new(&[&versions[0], &versions[1], &versions[2]]);
    let built = Built::with_past(&versions[2], false, date(2026, 11, 22), &past);
    let page = built.page("changes.html");
    assert!(told(page).contains("Second exchanger host, formerly `mx2` · History"), "{}", told(page));
    assert_eq!(page.matches("<ins><span class=\"visually-hidden\">now: </span><a href=\"host/mx3.html\">").count(), 1);
}

#[test]
fn the_feed_tells_the_same_to_programs() {
    let feed = built(&handover("en"));
    assert_data_eq!(
        feed.page("changes.atom").to_owned(),
        str![[r#"
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>What changed · Les Amarres</title>
<id>tag:releve.invalid,2026:test/en/changes</id>
<updated>2026-03-02T00:00:00Z</updated>
<link rel="alternate" href="changes.html"/>
<entry>
<title>2 March 2026 · Mail</title>
<id>tag:releve.invalid,2026:test/en/changes/0202020202020202020202020202020202020202</id>
<updated>2026-03-02T00:00:00Z</updated>
<author><name>Awa &amp; Ben</name></author>
<link rel="alternate" href="changes.html#_2026-03-02-0202020"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<h2>Mail</h2>
<ul>
<li><strong>Mail</strong><ul>
<li>Runs on <del>First exchanger</del> <ins>Second exchanger</ins></li>
</ul>
</li>
<li><strong>First exchanger</strong> — gone</li>
<li><strong>Mail is stuck</strong><ul>
<li>step 1 reads otherwise<p>Look at the queue of mails that wait on the <del>first</del><ins>second</ins> of the two exchangers, and count those that are older than an hour.</p></li>
<li>step 2 reads otherwise <del>Call them.</del> <ins>Call &lt;b&gt;them&lt;/b&gt; &amp; wait.</ins></li>
</ul>
</li>
</ul>
</div></content>
</entry>
<entry>
<title>1 March 2026</title>
<id>tag:releve.invalid,2026:test/en/changes/0101010101010101010101010101010101010101</id>
<updated>2026-03-01T00:00:00Z</updated>
<author><name>Awa &amp; Ben</name></author>
<link rel="alternate" href="changes.html#_2026-03-01-0101010"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>From here on git knows this project: everything in it was new.</p></div></content>
</entry>
</feed>

"#]]
        .raw()
    );
    // A site that lies somewhere says where.
    let book = handover("en") + "[output.html]\nsite-url = \"https://handover.example.org/\"\n";
    let built = built(&book);
    let feed = built.page("changes.atom");
    assert!(feed.contains("<link rel=\"self\" href=\"https://handover.example.org/changes.atom\"/>"));
    assert!(
        feed.contains(
            "<link rel=\"alternate\" href=\"https://handover.example.org/changes.html#_2026-03-02-0202020\"/>"
        )
    );
}

#[test]
fn each_language_of_the_site_has_its_page_and_its_feed() {
    let book =
        "-- book.toml --\n[book]\nlanguage = \"en\"\n[releve]\nsite-id = \"test\"\nlanguages = [\"en\", \"fr\"]\n";
    let built = built(book);
    assert!(built.page("fr/changes.html").contains("l’étape 2") || built.page("fr/changes.html").contains("étape 2"));
    assert!(built.page("fr/changes.html").contains("href=\"changes.atom\""));
    let feed = built.page("fr/changes.atom");
    assert!(feed.contains("xml:lang=\"fr\"") && feed.contains("<link rel=\"alternate\" href=\"changes.html\"/>"));
    assert!(feed.contains("<id>tag:releve.invalid,2026:test/fr/changes</id>"));
}
