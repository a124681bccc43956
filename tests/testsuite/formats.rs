//! The report of `check` in every format, of a project in which something is wrong and something is accepted.

use serde_json::{Value, json};
use snapbox::{assert_data_eq, str};

use crate::support::Project;

/// An error, an orphan that is accepted, and a place behind a character of two UTF-16 units.
const PROJECT: &str = "-- book.toml --
[book]
title = \"Example\"
src = \"runbooks\"

[releve]

[[checks.waivers]]
rule = \"ref/orphan\"
on = \"runbooks/lost, 100% <&>.md\"
because = \"it <moves> in December\"
by = \"person:awa\"
until = 2026-12-31
-- runbooks/index.md --
# Example

🦀 [the wiki](service:wiki)
-- runbooks/lost, 100% <&>.md --
---
type: operate
title: Lost
---
# Lost

[x](y.md)
";

fn report(format: &str) -> String {
    let project = Project::from_archive(PROJECT);
    let run = project.releve(&["check", "--format", format, "--as-of", "2026-11-22"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    run.stdout
}

#[test]
fn sarif_is_what_its_schema_says() {
    let schema: Value = serde_json::from_str(include_str!("../fixtures/schemas/sarif-2.1.0.json")).unwrap();
    let sarif: Value = serde_json::from_str(&report("sarif")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<String> = validator.iter_errors(&sarif).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, [""; 0]);
    let run = &sarif["runs"][0];
    let results = run["results"].as_array().unwrap();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    }
    let dead = results.iter().find(|result| result["message"]["text"].to_string().contains("wiki")).unwrap();
    assert_eq!(
        dead["locations"][0]["physicalLocation"],
        json!({
            "artifactLocation": { "uri": "runbooks/index.md", "uriBaseId": "%SRCROOT%" },
            // The crab is one character and two units.
            "region": { "startLine": 3, "startColumn": 15, "endLine": 3, "endColumn": 27 },
        })
    );
    let waived: Vec<&Value> = results.iter().filter(|result| result.get("suppressions").is_some()).collect();
    assert_eq!(waived.len(), 1);
    assert_eq!(waived[0]["ruleId"], "ref/orphan");
    assert_eq!(
        waived[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "runbooks/lost%2C%20100%25%20%3C%26%3E.md"
    );
}

#[test]
fn a_fingerprint_stays_when_lines_move() {
    let prints = |archive: &str| {
        let run = Project::from_archive(archive).releve(&["check", "--format", "gitlab", "--as-of", "2026-11-22"]);
        let issues: Value = serde_json::from_str(&run.stdout).unwrap();
        let print = |issue: &Value| issue["fingerprint"].as_str().unwrap().to_owned();
        issues.as_array().unwrap().iter().map(print).collect::<Vec<_>>()
    };
    let before = prints(PROJECT);
    assert_eq!(before, prints(&PROJECT.replace("# Example\n", "# Example\n\nMore.\n")));
    assert_ne!(before, prints(&PROJECT.replace("service:wiki", "service:wikis")));
}

#[test]
fn junit_tells_failures_from_what_is_accepted() {
    assert_data_eq!(
        report("junit"),
        str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="releve" tests="7" failures="6" errors="0" skipped="0">
  <testsuite name="releve check" tests="7" failures="6" errors="0" skipped="0">
    <testcase classname="waiver/unused" name="book.toml:8">
      <system-out>warning: the waiver of `ref/orphan` for `runbooks/lost, 100% &lt;&amp;&gt;.md` accepts nothing; nothing of this kind is found there: remove the waiver</system-out>
    </testcase>
    <testcase classname="link/internal-dead" name="runbooks/index.md:3">
      <failure type="error" message="there is no service `wiki`">there is no service `wiki`; correct the target, or add what is missing</failure>
    </testcase>
    <testcase classname="schema/missing-key" name="runbooks/lost, 100% &lt;&amp;&gt;.md:2">
      <failure type="error" message="the field `for` is missing">the field `for` is missing; add `for: [service:nextcloud]`, or `for: unknown` until somebody knows</failure>
    </testcase>
    <testcase classname="schema/missing-key" name="runbooks/lost, 100% &lt;&amp;&gt;.md:2">
      <failure type="error" message="the field `risk` is missing">the field `risk` is missing; add `risk: reversible`, or `risk: unknown` until somebody knows</failure>
    </testcase>
    <testcase classname="schema/missing-key" name="runbooks/lost, 100% &lt;&amp;&gt;.md:2">
      <failure type="error" message="the field `time` is missing">the field `time` is missing; add `time: 30m`, or `time: unknown` until somebody knows</failure>
    </testcase>
    <testcase classname="schema/missing-key" name="runbooks/lost, 100% &lt;&amp;&gt;.md:2">
      <failure type="error" message="the field `status` is missing">the field `status` is missing; add `status: draft`, or `status: unknown` until somebody knows</failure>
    </testcase>
    <testcase classname="link/internal-dead" name="runbooks/lost, 100% &lt;&amp;&gt;.md:7">
      <failure type="error" message="no page or file at `y.md`">no page or file at `y.md`; correct the target, or add what is missing</failure>
    </testcase>
  </testsuite>
</testsuites>

"#]]
    );
}

#[test]
fn commands_of_a_workflow_escape_what_means_something_in_them() {
    assert_data_eq!(
        report("github"),
        str![[r#"
::warning file=book.toml,line=8,endLine=8,col=8,endColumn=20,title=waiver/unused::the waiver of `ref/orphan` for `runbooks/lost, 100%25 <&>.md` accepts nothing; nothing of this kind is found there: remove the waiver
::error file=runbooks/index.md,line=3,endLine=3,col=15,endColumn=27,title=link/internal-dead::there is no service `wiki`; correct the target, or add what is missing
::error file=runbooks/lost%2C 100%25 <&>.md,line=2,endLine=2,col=1,endColumn=5,title=schema/missing-key::the field `for` is missing; add `for: [service:nextcloud]`, or `for: unknown` until somebody knows
::error file=runbooks/lost%2C 100%25 <&>.md,line=2,endLine=2,col=1,endColumn=5,title=schema/missing-key::the field `risk` is missing; add `risk: reversible`, or `risk: unknown` until somebody knows
::error file=runbooks/lost%2C 100%25 <&>.md,line=2,endLine=2,col=1,endColumn=5,title=schema/missing-key::the field `time` is missing; add `time: 30m`, or `time: unknown` until somebody knows
::error file=runbooks/lost%2C 100%25 <&>.md,line=2,endLine=2,col=1,endColumn=5,title=schema/missing-key::the field `status` is missing; add `status: draft`, or `status: unknown` until somebody knows
::error file=runbooks/lost%2C 100%25 <&>.md,line=7,endLine=7,col=5,endColumn=9,title=link/internal-dead::no page or file at `y.md`; correct the target, or add what is missing

"#]]
    );
}

#[test]
fn json_has_what_is_accepted_apart() {
    let json: Value = serde_json::from_str(&report("json")).unwrap();
    assert_eq!(json["waived"][0]["id"], "ref/orphan");
    assert_eq!(
        json["waived"][0]["waiver"],
        json!({ "because": "it <moves> in December", "by": "person:awa", "until": "2026-12-31" })
    );
    assert_eq!(json["counts"]["warning"], 0);
}
