//! The pipelines that `init --ci` writes: held against the schema of each host, and their commands run.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::{Project, Run};

/// Each host, where its pipeline lies, and the schema it is held against. Forgejo has none of its own; what it does not know of GitHub's
/// is tested apart.
const HOSTS: [(&str, &str, &str); 3] = [
    ("gitlab", ".gitlab-ci.yml", include_str!("../fixtures/schemas/gitlab-ci.json")),
    ("github", ".github/workflows/releve.yml", include_str!("../fixtures/schemas/github-workflow.json")),
    ("forgejo", ".forgejo/workflows/releve.yml", include_str!("../fixtures/schemas/github-workflow.json")),
];

/// A starter project with a pipeline.
fn project(host: &str, language: &str) -> Project {
    let project = Project::empty();
    let run = project.releve(&[
        "init",
        "--ci",
        host,
        "--releve-from",
        "https://example.org/tools/releve.git",
        "--lang",
        language,
    ]);
    assert_eq!(run.code, 0, "{run}");
    project
}

fn parsed(project: &Project, path: &str) -> Value {
    let text = project.read(path);
    // A second parser, which knows of no types and tolerates less.
    saphyr_parser::Parser::new_from_str(&text).for_each(|event| drop(event.unwrap()));
    serde_yaml::from_str(&text).unwrap()
}

#[test]
fn each_is_what_its_host_says_in_both_languages() {
    for (host, path, schema) in HOSTS {
        let schema: Value = serde_json::from_str(schema).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let [english, french] = ["en", "fr"].map(|language| parsed(&project(host, language), path));
        for pipeline in [&english, &french] {
            let faults: Vec<String> =
                validator.iter_errors(pipeline).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
            assert_eq!(faults, [""; 0], "{host}");
        }
        assert_eq!(without_names(english), without_names(french), "{host}: only what people read differs");
    }
}

/// The schemas are no formality: these are refused.
#[test]
fn the_schemas_see_mistakes() {
    for (host, path, schema) in HOSTS {
        let schema: Value = serde_json::from_str(schema).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let sound = parsed(&project(host, "en"), path);
        let mistakes: [(&str, Value); 2] = if host == "gitlab" {
            [("/pages/artifacts", "public".into()), ("/check/script", 3.into())]
        } else {
            [("/jobs/check/steps", "releve check".into()), ("/jobs/night/runs-on", Value::Null)]
        };
        for (place, mistake) in mistakes {
            let mut broken = sound.clone();
            *broken.pointer_mut(place).unwrap() = mistake;
            assert!(!validator.is_valid(&broken), "{host}{place}");
        }
    }
}

/// What a step is called is for people.
fn without_names(value: Value) -> Value {
    match value {
        Value::Object(entries) => entries
            .into_iter()
            .filter(|(key, value)| key != "name" || !value.is_string())
            .map(|(key, value)| (key, without_names(value)))
            .collect(),
        Value::Array(values) => values.into_iter().map(without_names).collect(),
        other => other,
    }
}

/// Every line of shell, by the job that it stands in.
fn lines(pipeline: &Value) -> Vec<(String, String)> {
    let jobs = pipeline.get("jobs").unwrap_or(pipeline).as_object().unwrap();
    let mut lines = Vec::new();
    for (name, job) in jobs {
        let scripts = job.get("script").into_iter().flat_map(|script| script.as_array().unwrap());
        let steps = job.get("steps").into_iter().flat_map(|steps| steps.as_array().unwrap());
        for text in scripts.chain(steps.filter_map(|step| step.get("run"))) {
            lines.extend(text.as_str().unwrap().lines().map(|line| (name.clone(), line.to_owned())));
        }
    }
    lines
}

#[test]
fn every_command_of_releve_in_them_works() {
    let program = Path::new(env!("CARGO_BIN_EXE_releve")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    for (host, file, _) in HOSTS {
        let project = project(host, "en");
        project.git(&["init", "--quiet"]);
        project.commit("awa", "2026-03-14");
        let remote = Project::empty();
        remote.git(&["init", "--quiet", "--bare"]);
        project.git(&["remote", "add", "origin", remote.root().to_str().unwrap()]);
        let mut commands = 0;
        for (job, line) in lines(&parsed(&project, file)).into_iter().filter(|(_, line)| line.starts_with("releve ")) {
            let mut shell = Command::new("sh");
            shell
                .args(["-c", &line])
                .current_dir(project.root())
                .env_clear()
                .env("PATH", &path)
                .env("HOME", remote.root());
            for variable in ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"] {
                shell.env(variable, "releve");
            }
            let run = Run::of(shell.env("SOURCE_DATE_EPOCH", "1795305600"));
            // At night the starter project has much to say.
            let is_night = line.contains("--strict");
            assert_eq!(run.code, i32::from(is_night), "{host}, {job}: {line}\n{run}");
            commands += 1;
        }
        assert!(commands >= 5, "{host}");
        assert_eq!(host == "forgejo", !remote.files("").keys().all(|file| !file.contains("heads/pages")), "{host}");
    }
}

#[test]
fn readiness_never_stands_between_a_push_and_the_site() {
    for (host, file, _) in HOSTS {
        let pipeline = parsed(&project(host, "en"), file);
        for (job, line) in lines(&pipeline) {
            let is_night = ["night", "strict", "readiness"].contains(&job.as_str());
            assert_eq!(line.contains("--strict"), is_night && line.starts_with("releve "), "{host}, {job}: {line}");
        }
    }
}

#[test]
fn what_they_use_is_pinned_and_they_may_no_more_than_they_need() {
    for (host, file, _) in HOSTS {
        let project = project(host, "en");
        let text = project.read(file);
        assert!(text.contains("RELEVE_SOURCE: \"https://example.org/tools/releve.git\"\n"), "{text}");
        assert!(text.contains(&format!("RELEVE_VERSION: \"{}\"\n", env!("CARGO_PKG_VERSION"))), "{text}");
        assert!(text.contains("--locked") && text.contains("--tag \"v$RELEVE_VERSION\""), "{text}");
        assert!(!text.contains("@latest") && !text.contains(":latest") && !text.contains("-latest"), "{text}");
        for line in text.lines().filter(|line| line.trim_start().trim_start_matches("- ").starts_with("uses: ")) {
            let version = line.rsplit_once('@').unwrap().1;
            assert!(
                version.starts_with('v') && version[1..].starts_with(|digit: char| digit.is_ascii_digit()),
                "{line}"
            );
        }
        let whole_history = if host == "gitlab" { "GIT_DEPTH: \"0\"" } else { "fetch-depth: 0" };
        assert!(text.contains(whole_history), "{text}");
    }
    let github = parsed(&project("github", "en"), ".github/workflows/releve.yml");
    assert_eq!(github["permissions"], serde_json::json!({ "contents": "read" }));
    assert_eq!(github["jobs"]["publish"]["permissions"], serde_json::json!({ "pages": "write", "id-token": "write" }));
    // Forgejo does not know these keys (Forgejo Actions reference), and looks for actions without an address where it was told to.
    let forgejo = project("forgejo", "en").read(".forgejo/workflows/releve.yml");
    for unknown in ["permissions:", "environment:", "continue-on-error:", "uses: actions/", "upload-pages-artifact"] {
        assert!(!forgejo.contains(unknown), "{unknown}");
    }
}

#[test]
fn a_project_that_is_there_gets_the_pipeline_alone_and_nothing_is_replaced() {
    let project = Project::from_archive("-- book.toml --\n[book]\ntitle = \"Mine\"\n-- src/index.md --\n# Mine\n");
    let run = project.releve(&["init", "--ci", "github"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.stderr.contains("write into RELEVE_SOURCE"), "{run}");
    assert!(run.stderr.contains("nothing is open until somebody opens it"), "{run}");
    assert_eq!(
        project.files("").into_keys().collect::<Vec<_>>(),
        [".github/workflows/releve.yml", "book.toml", "src/index.md"]
    );
    project.write(".github/workflows/releve.yml", "mine");
    project.write(".gitlab-ci.yml", "mine");
    for host in ["github", "gitlab"] {
        let run = project.releve(&["init", "--ci", host]);
        assert_eq!(run.code, 2, "{run}");
        assert!(run.stderr.contains("is already there, and nothing is replaced"), "{run}");
        let run = project.releve(&["init", "new", "--ci", "nowhere"]);
        assert_eq!(run.code, 2, "{run}");
    }
    assert_eq!(project.read(".gitlab-ci.yml"), "mine");
    let elsewhere = Project::empty();
    elsewhere.write(".gitlab-ci.yml", "mine");
    assert_eq!(elsewhere.releve(&["init", "--ci", "gitlab"]).code, 2);
    assert!(!elsewhere.path("book.toml").exists(), "nothing is done by halves");
}

#[test]
fn a_project_below_the_top_of_its_repository_is_told_where_the_pipeline_belongs() {
    let project = Project::empty();
    project.git(&["init", "--quiet"]);
    let run = project.releve(&["init", "docs/handover", "--ci", "gitlab"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.stderr.contains("write `releve -C docs/handover` for `releve` in it"), "{run}");
}
