//! The report of `check` in every format, of a project in which something is wrong and something is accepted.

use serde_json::{Value, json};
use snapbox::{assert_data_eq, str};

use crate::support::Project;

/// An error, one that is accepted, and a place behind a character of two UTF-16 units.
const PROJECT: &str = "-- book.toml --
[book]
title = \"Example\"
src = \"runbooks\"

[releve]

[[checks.waivers]]
rule = \"link/internal-dead\"
on = \"runbooks/lost, 100% <&>.md\"
because = \"it <moves> in December\"
by = \"person:awa\"
until = 2026-12-31
-- runbooks/index.md --
# Example

🦀 [the wiki](service:wiki)
-- runbooks/lost, 100% <&>.md --
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
    // One pattern of the published schema, that of languages, has a bracket too many.
    let schema = include_str!("../fixtures/schemas/sarif-2.1.0.json").replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
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
    assert_eq!(waived[0]["ruleId"], "link/internal-dead");
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
<testsuites name="releve" tests="2" failures="1" errors="0" skipped="1">
  <testsuite name="releve check" tests="2" failures="1" errors="0" skipped="1">
    <testcase classname="link/internal-dead" name="runbooks/index.md:3">
      <failure type="error" message="there is no service `wiki`">there is no service `wiki`; correct the target, or add what is missing</failure>
    </testcase>
    <testcase classname="link/internal-dead" name="runbooks/lost, 100% &lt;&amp;&gt;.md:3">
      <skipped message="accepted until 2026-12-31 by person:awa: it &lt;moves&gt; in December"/>
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
::error file=runbooks/index.md,line=3,endLine=3,col=15,endColumn=27,title=link/internal-dead::there is no service `wiki`; correct the target, or add what is missing

"#]]
    );
}

#[test]
fn json_has_what_is_accepted_apart() {
    let json: Value = serde_json::from_str(&report("json")).unwrap();
    assert_eq!(json["waived"][0]["id"], "link/internal-dead");
    assert_eq!(
        json["waived"][0]["waiver"],
        json!({ "because": "it <moves> in December", "by": "person:awa", "until": "2026-12-31" })
    );
    assert_eq!(json["counts"]["error"], 1);
}
