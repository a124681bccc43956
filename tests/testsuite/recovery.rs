//! `releve recover` as somebody types it: on the story of the example, one of whose restores was timed.

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::cli::transcript;
use crate::readiness::story;
use crate::support::Project;

fn said(project: &Project, arguments: &[&str]) -> String {
    transcript(project, &[&["-C", "story", "recover", "--as-of", "2026-11-26"], arguments].concat())
}

#[test]
fn a_lost_machine_comes_back_in_waves_with_what_decides_how_long_it_takes() {
    assert_data_eq!(
        said(&story(), &["--lang", "en", "--lost", "host:srv1"]),
        str![[r#"
$ releve -C story recover --as-of 2026-11-26 --lang en --lost host:srv1
Lost: host:srv1

Wave 1: nothing works without these
  host:srv1                    8 h / 8 h      8 h, as its page says
    runbook:hotes/hote-perdu

Wave 2
  service:frontal              8 h / 8 h      with host:srv1
    runbook:hotes/hote-perdu
  service:mail-sortant         8 h / 8 h      with host:srv1
    runbook:hotes/hote-perdu

Wave 3
  service:discourse            14 h 40 / 11 h 40 2 h, as its page says
    runbook:discourse/restaurer
  service:nextcloud            11 h / 11 h    3 h, as it took on 2026-11-24
    runbook:nextcloud/restaurer
  service:rocketchat           12 h 40 / 9 h 40 1 h 40, as it took on 2026-05-16
    runbook:rocketchat/restaurer

One person alone: 14 h 40 in all
  What decides that: host:srv1, service:nextcloud, service:rocketchat, service:discourse
  No deadline is missed.
2 people: 11 h 40 in all
  What decides that: host:srv1, service:rocketchat, service:discourse
  No deadline is missed.
exit 0

"#]]
    );
}

#[test]
fn strict_exits_with_one_when_a_deadline_is_missed() {
    let project = story();
    let code = |arguments: &[&str]| said(&project, arguments).lines().last().unwrap().to_owned();
    assert_eq!(code(&["--strict", "--people", "2"]), "exit 0");
    // A front end that may be down for two days, promised in two hours, with a machine that takes three days.
    let page = project.read("story/runbooks/hotes/hote-perdu.md").replacen("time: 8h", "time: 3d", 1);
    project.write("story/runbooks/hotes/hote-perdu.md", &page);
    assert_eq!(code(&["--strict", "--people", "2"]), "exit 1");
    assert_eq!(code(&["--people", "2"]), "exit 0");
}

#[test]
fn programs_get_minutes_and_how_they_are_known() {
    let project = story();
    let arguments = ["-C", "story", "recover", "--lost", "host:srv1", "--format", "json", "--as-of", "2026-11-26"];
    let value: Value = serde_json::from_str(&project.releve(&arguments).stdout).unwrap();
    let item = |id: &str| value["items"].as_array().unwrap().iter().find(|item| item["thing"] == id).unwrap().clone();
    assert_eq!(item("service:nextcloud")["known"], "measured");
    assert_eq!(item("service:nextcloud")["minutes"], 180);
    assert_eq!(item("host:srv1")["known"], "estimated");
    assert_eq!(value["schedules"].as_array().unwrap().len(), 2);
    assert_eq!(value["cycles"], serde_json::json!([]));
}

#[test]
fn a_person_who_is_gone_takes_nothing_that_has_to_be_brought_back() {
    let said = said(&story(), &["--lang", "en", "--lost", "person:admin-secours"]);
    assert!(said.contains("Nobody has to bring anything back when a person is gone; this falls:"), "{said}");
}
