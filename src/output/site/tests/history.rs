//! The history of pages and things: what was taken out and put in, and what is not told.

use jiff::civil::date;

use super::past::Past;
use super::{Built, handover};
use crate::secret::fake::{ALPHANUMERIC, random};

const PAGE: &str = "\
-- runbooks/mail/stuck.md --
# Mail is stuck

Restart postfix on mx1 at once.
-- runbooks/inventory/hosts.yaml --
mx1:
  name: First
  type: virtual
  provider: self
mx2:
  name: Second
  type: virtual
  provider: self
";

fn built(versions: &[&str]) -> Built {
    let versions: Vec<String> = versions.iter().map(|version| handover("en") + version).collect();
    let versions: Vec<&str> = versions.iter().map(String::as_str).collect();
    let (now, committed) = versions.split_last().unwrap();
    Built::with_past(now, false, date(2026, 11, 22), &Past::new(committed))
}

/// What stands in the list of changes, without markup but for what was taken out and put in.
fn told(built: &Built, address: &str) -> String {
    let page = built.page(address);
    let body = page.split("<ol class=\"history\">").nth(1).unwrap().split("<div class=\"ending\">").next().unwrap();
    let marked = body
        .replace("<span class=\"visually-hidden\" lang=\"en\">[taken out:]</span>", "")
        .replace("<span class=\"visually-hidden\" lang=\"en\">[put in:]</span>", "")
        .replace("<del>", "[-")
        .replace("</del>", "-]")
        .replace("<ins>", "{+")
        .replace("</ins>", "+}");
    let text = regex::Regex::new("<[^>]*>").unwrap().replace_all(&marked, "").into_owned();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_page_tells_its_changes_word_by_word() {
    let second = PAGE.replace("on mx1 at", "on mx2 at");
    let built = built(&[PAGE, &second, &second]);
    assert_eq!(
        told(&built, "history/mail/stuck.html"),
        "2 March 2026 · Awa Exemple · 0202020\n⋮\nRestart postfix on [-mx1-]{+mx2+} at once.\n1 March 2026 · Awa Exemple · 0101010\nWritten."
    );
    assert!(built.page("mail/stuck.html").contains("<a href=\"../history/mail/stuck.html\">History</a>"));
    assert!(built.page("history/mail/stuck.html").contains("<a href=\"../../mail/stuck.html\">Mail is stuck</a>"));
    assert!(built.page("history/mail/stuck.html").contains("../../theme/changes.css"));
}

#[test]
fn a_thing_of_a_file_of_several_tells_its_own_changes() {
    let second = PAGE.replace("name: First", "name: The first");
    let built = built(&[PAGE, &second, &second]);
    assert_eq!(
        told(&built, "history/host/mx1.html"),
        "2 March 2026 · Awa Exemple · 0202020\nName\n[-before: First-] → {+now: The first+}\n1 March 2026 · Awa Exemple · 0101010\nWritten."
    );
    assert!(told(&built, "history/host/mx2.html").starts_with("1 March"), "the other one did not change");
}

#[test]
fn what_a_thing_said_then_is_told_in_its_own_words_where_it_names_something_that_is_gone() {
    let page =
        PAGE.replace("mx2:", "mx2:\n  aliases: [old]").replace("  provider: self\nmx2", "  provider: names\nmx2");
    let page = page + "-- runbooks/inventory/providers.yaml --\nnames: {name: Names, kind: registrar}\n";
    let now = page.replace("provider: names", "provider: self").replace("names: {", "other: {");
    let built = built(&[&page, &now, &now]);
    let told = told(&built, "history/host/mx1.html");
    assert!(told.contains("provider: [-names-]{+self+}"), "{told}");
}

#[test]
fn what_is_not_committed_and_what_was_before_the_last_ten_is_said() {
    let versions: Vec<String> = (0..13).map(|number| PAGE.replace("at once", &format!("{number} times"))).collect();
    let versions: Vec<&str> = versions.iter().map(String::as_str).collect();
    let all = built(&versions);
    let told = told(&all, "history/mail/stuck.html");
    assert!(told.starts_with("Not committed yet\n"), "{told}");
    assert_eq!(told.matches("[-").count(), 10);
    assert!(told.ends_with("There are 3 older changes: git has them."), "{told}");
}

#[test]
fn a_change_with_a_secret_in_it_is_withheld() {
    let token = format!("ghp_{}", random(ALPHANUMERIC, 36));
    let second = PAGE.replace("at once", &token);
    let built = built(&[PAGE, &second, PAGE, PAGE]);
    assert_eq!(told(&built, "history/mail/stuck.html").matches("Withheld").count(), 2);
    assert!(built.files.values().all(|text| !text.contains(&token)));
}

#[test]
fn without_a_past_there_is_no_history() {
    let built = Built::new(&(handover("en") + PAGE), false);
    assert!(built.files.keys().all(|address| !address.starts_with("history/")));
    assert!(!built.page("mail/stuck.html").contains("history/"));
}

#[test]
fn words_of_the_past_are_shown_and_not_obeyed() {
    let second = PAGE.replace("at once", "<script>alert(1)</script> <img src=x onerror=alert(1)>");
    let page = built(&[PAGE, &second, &second]);
    let page = page.page("history/mail/stuck.html");
    assert!(page.contains("&lt;script") && !page.contains("<script>alert") && !page.contains("<img"));
}
