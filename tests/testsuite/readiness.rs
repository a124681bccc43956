//! `releve readiness` as somebody types it: on the story of the example, whose records were committed by those who did things.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::cli::transcript;
use crate::support::Project;

/// The example with its past.
pub(crate) fn story() -> Project {
    let project = Project::empty();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = project.path("story");
    let made = Command::new(root.join("tests/story/make")).arg(&folder).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    project
}

fn said(project: &Project, arguments: &[&str]) -> String {
    let all = [&["-C", "story", "readiness", "--as-of", "2026-11-26"], arguments].concat();
    transcript(project, &all)
}

#[test]
fn the_example_gets_a_verdict_that_one_believes() {
    assert_data_eq!(
        said(&story(), &["--lang", "en"]),
        str![[r#"
$ releve -C story readiness --as-of 2026-11-26 --lang en
Not today: no access check of a takeover page by them is recorded (Administratrice de secours).
0 proven, 0 likely, 7 on paper, 1 no
One gate is shut.
—, blocked (17 of 100 if every gate were open)
First to fall: the gate “The domains are in reach, and last” shuts on 2026-12-22.
Next best action: a rehearsed takeover of service:sites, credential:cloudron-admin, credential:compte-bureau-des-noms, credential:compte-coffre-du-large, … +4, about 3 h 15 (lifts 2 services: Sites WordPress, Visioconférence, and 6 links).

                Access         Know-how       Data           
2 discourse     On paper       On paper       On paper       = On paper
    nobody who stays ever tried credential:admin-applis, credential:compte-coffre-du-large, credential:phrase-ansible, credential:phrase-borg
    the last try of credential:compte-bureau-des-noms failed
    nobody ever followed runbook:applis/mises-a-jour-du-mois, runbook:discourse/restaurer
    backup:discourse was never brought back
2 frontal       On paper       On paper       Proven         = On paper
    the last try of credential:compte-bureau-des-noms failed
    nobody who stays ever tried credential:compte-coffre-du-large, credential:phrase-ansible, credential:phrase-borg
    nobody ever followed runbook:applis/mises-a-jour-du-mois, runbook:hotes/hote-perdu
2 mail-sortant  On paper       On paper       Proven         = On paper
    the last try of credential:compte-bureau-des-noms failed
    nobody who stays ever tried credential:compte-coffre-du-large, credential:phrase-ansible, credential:phrase-borg
    nobody ever followed runbook:applis/mises-a-jour-du-mois, runbook:hotes/hote-perdu
2 nextcloud     On paper       On paper       Proven         = On paper
    nobody who stays ever tried credential:admin-applis, credential:compte-coffre-du-large, credential:phrase-ansible, credential:phrase-borg
    the last try of credential:compte-bureau-des-noms failed
    nobody ever followed runbook:nextcloud/mettre-a-jour
2 rocketchat    On paper       On paper       Likely         = On paper
    nobody who stays ever tried credential:admin-applis, credential:compte-coffre-du-large, credential:phrase-ansible, credential:phrase-borg
    the last try of credential:compte-bureau-des-noms failed
    nobody ever followed runbook:applis/mises-a-jour-du-mois
2 sites         On paper       On paper       On paper       = On paper
    nobody who stays ever tried credential:cloudron-admin, credential:compte-coffre-du-large, credential:phrase-cloudron
    the last try of credential:compte-bureau-des-noms failed
    nobody ever followed runbook:applis/mises-a-jour-du-mois, runbook:cloudron/restaurer
    backup:srv2 was never brought back
3 visio         On paper       On paper       Proven         = On paper
    nobody who stays ever tried credential:cloudron-admin, credential:compte-coffre-du-large, credential:phrase-cloudron
    the last try of credential:compte-bureau-des-noms failed
    nobody ever followed runbook:applis/mises-a-jour-du-mois, runbook:cloudron/restaurer
2 workspace     No             No             On paper       = No
    they do not hold credential:compte-google, and no way to it is known that works without whoever is gone
    service:workspace has no page that says how to bring it back
    service:workspace has no page that says how to run it

+ They can be reached without anything of ours: open
+ The vault opens to them: open
+ The domains are in reach, and last: open
! They opened the copy of this site that lies elsewhere: shut
    no access check of a takeover page by them is recorded
+ Somebody else can pay, and speak for the organisation: open
+ The takeover is written down, and was read back: open
+ They have the repository of this site, and may write: open
+ What must come back is saved, with its key elsewhere: open

As it is, nobody can run Messagerie des Jardins et de la Fanfare, one of those that must be back first.
exit 0

"#]]
    );
}

#[test]
fn what_is_supposed_to_be_gone_is_said_with_what_falls() {
    let project = story();
    let said = said(&project, &["--lang", "en", "--without", "provider:coffre-du-large"]);
    assert!(
        said.contains("Without Coffre du Large\n    Nextcloud: On paper → No\n    Sites WordPress: On paper → No\n"),
        "{said}"
    );
    // Discourse has a copy on its own machine, which is gone with its provider.
    assert!(said.contains("all copies of backup:nextcloud are lost") && !said.contains("Discourse: "), "{said}");
    let both = self::said(&project, &["--lang", "en", "--without", "provider:coffre-du-large", "provider:rade"]);
    assert!(both.contains("Discourse: On paper → No"), "{both}");
}

#[test]
fn whoever_goes_leaves_a_list_of_what_to_take_back() {
    assert_data_eq!(
        said(&story(), &["--lang", "en", "--without", "person:admin-principal", "--revoke"]),
        str![[r#"
$ releve -C story readiness --as-of 2026-11-26 --lang en --without person:admin-principal --revoke
When Administrateur principal goes
Change these secrets: Administrateur principal knows them
  [ ] Comptes administrateur de Nextcloud, Rocket.Chat et Discourse (credential:admin-applis)
  [ ] Administrateur Cloudron (credential:cloudron-admin)
  [ ] Espace client Bureau des noms (credential:compte-bureau-des-noms)
  [ ] Espace client Coffre du Large (credential:compte-coffre-du-large)
  [ ] Compte sur la Forge Commune (credential:compte-forge)
  [ ] Super-administrateur Google Workspace (credential:compte-google)
  [ ] Espace client Mailjet (credential:compte-mailjet)
  [ ] Espace client Rade (credential:compte-rade)
  [ ] Coffre de mots de passe (credential:compte-trousseau)
  [ ] Phrase du coffre Ansible (credential:phrase-ansible)
  [ ] Phrase de chiffrement borg (credential:phrase-borg)
  [ ] Phrase de chiffrement des sauvegardes Cloudron (credential:phrase-cloudron)
  [ ] Clés SSH des serveurs (credential:ssh-serveurs)
Give the second factor to somebody else, and take theirs off
  [ ] Administrateur Cloudron (credential:cloudron-admin)
  [ ] Espace client Bureau des noms (credential:compte-bureau-des-noms)
  [ ] Espace client Coffre du Large (credential:compte-coffre-du-large)
  [ ] Compte sur la Forge Commune (credential:compte-forge)
  [ ] Super-administrateur Google Workspace (credential:compte-google)
  [ ] Espace client Mailjet (credential:compte-mailjet)
  [ ] Espace client Rade (credential:compte-rade)
  [ ] Coffre de mots de passe (credential:compte-trousseau)
Name somebody else who answers for it
  [ ] Discourse (service:discourse)
  [ ] Frontal web (service:frontal)
  [ ] Envoi des mails (service:mail-sortant)
  [ ] Nextcloud (service:nextcloud)
  [ ] Rocket.Chat (service:rocketchat)
  [ ] Sites WordPress (service:sites)
  [ ] Visioconférence (service:visio)
  [ ] Messagerie des Jardins et de la Fanfare (service:workspace)
Have it put into the name of the organisation
  [ ] Mailjet (provider:mailjet)
Take back the right to write to the repository of this site
exit 0

"#]]
    );
}

#[test]
fn strict_exits_with_one_while_a_gate_is_shut_and_what_does_not_exist_is_said() {
    let project = story();
    assert!(said(&project, &["--strict"]).ends_with("exit 1\n"));
    assert!(said(&project, &[]).ends_with("exit 0\n"));
    let unknown = said(&project, &["--lang", "en", "--without", "host:srv3"]);
    assert!(unknown.contains("did you mean `host:srv1`?") && unknown.ends_with("exit 2\n"), "{unknown}");
}

#[test]
fn programs_get_the_same_with_words_that_do_not_depend_on_the_language() {
    let project = story();
    let of = |language: &str| {
        let arguments = ["-C", "story", "readiness", "--as-of", "2026-11-26", "--format", "json", "--lang", language];
        project.releve(&arguments).stdout
    };
    assert_eq!(of("en"), of("fr"));
    let value: Value = serde_json::from_str(&of("en")).unwrap();
    assert_eq!(value["readiest"], "person:admin-secours");
    let person = &value["people"][0];
    assert_eq!(person["counts"], serde_json::json!({ "no": 1, "on_paper": 7, "likely": 0, "proven": 0 }));
    assert_eq!(person["blocked"], true);
    let gates = person["gates"].as_array().unwrap();
    assert_eq!(
        gates.iter().filter(|gate| gate["open"] == false).map(|gate| &gate["gate"]).collect::<Vec<_>>(),
        ["copy"]
    );
    let days: Vec<&str> = gates
        .iter()
        .flat_map(|gate| gate["becomes"].as_array().unwrap())
        .map(|step| step["on"].as_str().unwrap())
        .collect();
    assert!(days.contains(&"2026-12-22"), "{days:?}");
}
