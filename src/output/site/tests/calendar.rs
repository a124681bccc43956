//! The calendar of a small project, to the letter; what another program makes of it is told by `tests/formats/calendar.test.mjs`.

use jiff::civil::date;
use snapbox::{IntoData, str};

use super::Built;

const PROJECT: &str = "\
-- book.toml --
[book]
title = \"Les Amarres\"
[output.html]
site-url = \"https://releve.example.org/\"
[releve]
site-id = \"les-amarres\"
-- runbooks/inventory/people.yaml --
zoe: {name: Zoé, roles: [{role: primary-admin}]}
-- runbooks/inventory/contracts.yaml --
rent:
  name: \"Rent; of the host, in a town whose name is so long that it takes a second line\"
  cost: {amount: \"10.00 EUR\", every: month}
  renews_on: 2027-03-31
  auto_renew: false
  notice: 1mo
-- runbooks/inventory/credentials.yaml --
root: {name: Root, rotate_every: 1y}
";

fn calendar(archive: &str) -> String {
    Built::new(archive, false).files["calendar.ics"].clone()
}

#[test]
fn days_are_events_and_what_has_none_is_a_task() {
    snapbox::assert_data_eq!(
        calendar(PROJECT).replace("\r\n", "\n"),
        str![[r#"
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//releve//releve//EN
CALSCALE:GREGORIAN
NAME:Dates ahead · Les Amarres
X-WR-CALNAME:Dates ahead · Les Amarres
REFRESH-INTERVAL;VALUE=DURATION:P1D
X-PUBLISHED-TTL:P1D
BEGIN:VEVENT
UID:contract:rent/renews@les-amarres.releve.invalid
DTSTAMP:20000101T000000Z
LAST-MODIFIED:20000101T000000Z
SEQUENCE:0
DTSTART;VALUE=DATE:20270228
SUMMARY:Rent\; of the host\, in a town whose name is so long that it takes 
 a second line: last day to give notice\; renewal: 31 March 2027
DESCRIPTION:It ends\, unless somebody renews it.\nWho acts: Zoé\nCost: €
 10.00 a month
CATEGORIES:Contracts
URL:https://releve.example.org/contract/rent.html
STATUS:CONFIRMED
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-P30D
DESCRIPTION:Rent\; of the host\, in a town whose name is so long that it ta
 kes a second line: last day to give notice\; renewal: 31 March 2027
END:VALARM
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:P0D
DESCRIPTION:Rent\; of the host\, in a town whose name is so long that it ta
 kes a second line: last day to give notice\; renewal: 31 March 2027
END:VALARM
END:VEVENT
BEGIN:VTODO
UID:credential:root/rotation@les-amarres.releve.invalid
DTSTAMP:20000101T000000Z
LAST-MODIFIED:20000101T000000Z
SEQUENCE:0
SUMMARY:Root: secret to change
DESCRIPTION:Whoever has ever known this secret can still get in.\nWho acts:
  Zoé
CATEGORIES:Access
URL:https://releve.example.org/credential/root.html
STATUS:NEEDS-ACTION
END:VTODO
END:VCALENDAR

"#]]
        .raw()
    );
}

#[test]
fn a_day_that_moves_is_still_the_same_event() {
    let names = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.starts_with("UID:")).map(ToOwned::to_owned).collect()
    };
    let (was, now) = (calendar(PROJECT), calendar(&PROJECT.replace("2027-03-31", "2028-03-31")));
    assert_ne!(was, now);
    assert_eq!(names(&was), names(&now));
}

#[test]
fn a_new_day_changes_nothing() {
    let on = |day| Built::on(PROJECT, false, day).files["calendar.ics"].clone();
    assert_eq!(on(date(2026, 11, 22)), on(date(2029, 11, 22)));
}

#[test]
fn each_language_has_its_own_and_documents_have_none() {
    let both = PROJECT.replace("site-id", "languages = [\"fr\", \"en\"]\nsite-id");
    let built = Built::new(&both, false);
    assert!(built.files["calendar.ics"].contains("Qui agit"));
    assert!(built.files["en/calendar.ics"].contains("Who acts"));
    assert!(built.files["en/dates.html"].contains("href=\"calendar.ics\""));
    assert!(!Built::new("-- index.md --\n# Notes\n", false).files.contains_key("calendar.ics"));
}
