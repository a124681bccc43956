//! Secrets of the forms that people leave in operations texts, made up when the test runs, in the places where they leave them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use crate::corpora::corpus;
use crate::support::Project;

const ALPHANUMERIC: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const BASE32: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BECH32: &str = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
const HEXADECIMAL: &str = "0123456789abcdef";
const DIGITS: &str = "0123456789";

/// Makes letters that look random and are the same in every run.
struct Maker(u64);

impl Maker {
    fn of(&mut self, alphabet: &str, length: usize) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        let mut next = || {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            letters[usize::try_from(self.0 >> 33).unwrap() % letters.len()]
        };
        (0..length).map(|_| next()).collect()
    }

    fn armour(&mut self, name: &str) -> String {
        let body = [self.of(ALPHANUMERIC, 64), self.of(ALPHANUMERIC, 64), self.of(ALPHANUMERIC, 40)].join("\n");
        format!("-----{} {name}-----\n{body}\n-----END {name}-----", "BEGIN")
    }

    /// A secret of each of 24 forms: its name, how it is written, and what of it nobody may see.
    fn all(&mut self) -> Vec<(&'static str, String)> {
        let alnum = |maker: &mut Self, length| maker.of(ALPHANUMERIC, length);
        vec![
            ("private key: OpenSSH", self.armour("OPENSSH PRIVATE KEY")),
            ("private key: PKCS 8", self.armour("PRIVATE KEY")),
            ("private key: RSA", self.armour("RSA PRIVATE KEY")),
            ("private key: age", format!("AGE-SECRET-KEY-1{}", self.of(BECH32, 58))),
            ("private key: WireGuard", format!("PrivateKey = {}8=", alnum(self, 42))),
            ("one-time codes", format!("otpauth://totp/Wiki:root?secret={}&issuer=Wiki", self.of(BASE32, 32))),
            ("GitHub", format!("ghp_{}", alnum(self, 36))),
            ("GitLab", format!("glpat-{}", alnum(self, 20))),
            ("npm", format!("npm_{}", alnum(self, 36))),
            ("AWS id", format!("AKIA{}", self.of(BASE32, 16))),
            ("AWS key", format!("aws_secret_access_key = {}", alnum(self, 40))),
            ("Google", format!("AIza{}", alnum(self, 35))),
            ("DigitalOcean", format!("dop_v1_{}", self.of(HEXADECIMAL, 64))),
            ("Vault", format!("hvs.{}", alnum(self, 24))),
            ("Slack", format!("xoxb-{}-{}", self.of(DIGITS, 12), alnum(self, 24))),
            ("Telegram", format!("{}:AA{}", self.of(DIGITS, 10), alnum(self, 33))),
            ("SendGrid", format!("SG.{}.{}", alnum(self, 22), alnum(self, 43))),
            ("Stripe", format!("sk_live_{}", alnum(self, 24))),
            ("JWT", format!("eyJ{}.eyJ{}.{}", alnum(self, 33), alnum(self, 60), alnum(self, 43))),
            ("HTTP", format!("Authorization: Bearer {}7a", alnum(self, 32))),
            ("URL", format!("postgres://app:{}3x@db/wiki", alnum(self, 12))),
            ("environment", format!("BORG_PASSPHRASE={}4k", alnum(self, 22))),
            ("mot de passe", format!("Mot de passe\u{a0}: {}5m", alnum(self, 10))),
            ("API key", format!("api_key: {}6n", alnum(self, 30))),
        ]
    }
}

/// The end of a secret: what no report and no page may say.
fn end(secret: &str) -> &str {
    let line = secret.lines().rev().find(|line| !line.starts_with("-----")).unwrap();
    let word = line.rsplit([' ', '=', ':', '/', '@', '&', '\u{a0}']).find(|word| word.len() >= 8);
    word.map_or(line, |word| &word[word.len() - 8..])
}

/// Writes a secret where people leave one; returns the file and its text.
fn placed(place: &str, number: usize, secret: &str) -> (String, String) {
    let page = |body: &str| (format!("runbooks/{place}-{number}.md"), format!("# Page {number}\n\n{body}\n"));
    let on_one_line = secret.replace('\n', "<br>");
    match place {
        "prose" => page(&format!("Connect first, it needs {secret} and a little patience.")),
        "code" => page(&format!("```sh\n{secret}\n```")),
        "table" => page(&format!("| what | value |\n|---|---|\n| access | {on_one_line} |")),
        "comment" => page(&format!("<!-- to be moved:\n{secret}\n-->")),
        _ => {
            let indented = secret.replace('\n', "\n    ");
            let path = format!("runbooks/inventory/services/s{number}.yaml");
            (path, format!("name: S{number}\nnotes: |\n    {indented}\n"))
        }
    }
}

const PLACES: [&str; 5] = ["prose", "code", "table", "comment", "yaml"];

#[test]
fn secrets_are_found_in_every_form_and_place_and_shown_nowhere() {
    let project = Project::empty();
    project.write("book.toml", "[book]\ntitle = \"Ops\"\n[releve]\n");
    let mut maker = Maker(2026);
    let mut made: Vec<(String, &str, &str, String)> = Vec::new();
    for place in PLACES {
        for (number, (form, secret)) in maker.all().into_iter().enumerate() {
            let (path, text) = placed(place, number, &secret);
            project.write(&path, &text);
            made.push((path, form, place, secret));
        }
    }
    assert_eq!(made.len(), 120);

    let run = project.releve(&["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}\n{run}"));
    let findings = report["findings"].as_array().unwrap();
    let is_secret = |finding: &&Value| finding["id"] == "secret/in-source";
    let found: BTreeSet<&str> =
        findings.iter().filter(is_secret).filter_map(|finding| finding["path"].as_str()).collect();
    let mut missed = String::new();
    for (path, form, place, _) in made.iter().filter(|(path, ..)| !found.contains(path.as_str())) {
        writeln!(missed, "{form} in {place}: {path}").unwrap();
        assert!(!form.starts_with("private key"), "a private key is missed\n{missed}");
    }
    let share = found.len() * 100 / made.len();
    assert!(share >= 95, "{share} %, without\n{missed}{}", findings[0]);

    let text = project.releve(&["check"]);
    project.releve(&["build", "--draft"]);
    let site = project.files("site");
    assert!(!site.is_empty());
    for (path, form, _, secret) in made.iter().filter(|(path, ..)| found.contains(path.as_str())) {
        let end = end(secret);
        assert!(!run.stdout.contains(end) && !text.said().contains(end), "{form} in {path}: shown in a report: {end}");
        let shown = site.iter().find(|(_, bytes)| bytes.windows(end.len()).any(|part| part == end.as_bytes()));
        assert!(shown.is_none(), "{form} in {path}: published in {}", shown.unwrap().0);
    }
}

#[test]
fn ciphertext_and_public_keys_alarm_nobody() {
    let mut maker = Maker(7);
    let project = Project::empty();
    project.write("book.toml", "[book]\ntitle = \"Ops\"\n[releve]\n");
    let hex: Vec<String> = (0..6).map(|_| maker.of(HEXADECIMAL, 80)).collect();
    let sops = (maker.of(ALPHANUMERIC, 44), maker.of(ALPHANUMERIC, 43), maker.of(ALPHANUMERIC, 22));
    let samples = [
        format!("$ANSIBLE_VAULT;1.1;AES256\n{}", hex.join("\n")),
        format!("mysql_password: !vault |\n  $ANSIBLE_VAULT;1.2;AES256;prod\n  {}", hex.join("\n  ")),
        format!("password: ENC[AES256_GCM,data:{},iv:{}=,tag:{}==,type:str]", sops.0, sops.1, sops.2),
        maker.armour("AGE ENCRYPTED FILE"),
        maker.armour("PGP MESSAGE"),
        maker.armour("PUBLIC KEY"),
        maker.armour("CERTIFICATE"),
        format!("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{} lea@desk", maker.of(ALPHANUMERIC, 43)),
        format!("recipient: age1{}", maker.of(BECH32, 58).to_lowercase()),
        format!("mac: ENC[AES256_GCM,data:{}==,iv:{}=,tag:{}==,type:str]", sops.0, sops.1, sops.2),
        format!("password: {{SSHA512}}{}", "{{ vault_ldap_password }}"),
        format!("sealed token: secrets.{}", sops.0),
    ];
    for (number, sample) in samples.iter().enumerate() {
        project.write(&format!("runbooks/p{number}.md"), &format!("# Page {number}\n\n```\n{sample}\n```\n"));
    }
    let run = project.releve(&["check"]);
    assert!(!run.said().contains("secret/"), "{run}");
}

#[test]
fn texts_by_others_raise_few_alarms() {
    for name in ["prometheus-runbooks", "archlinux-infrastructure"] {
        let Some(folder) = corpus(name) else { return };
        let project = Project::copy_of(&folder);
        project.write("book.toml", "[book]\nlanguage = \"en\"\nsrc = \".\"\n");
        let pages = project.files("").into_keys().filter(|path| path.ends_with(".md")).count();
        let run = project.releve(&["check", "--format", "json"]);
        let report: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}\n{run}"));
        let is_alarm = |finding: &&Value| finding["id"].as_str().is_some_and(|id| id.starts_with("secret/"));
        let alarms: Vec<&Value> = report["findings"].as_array().unwrap().iter().filter(is_alarm).collect();
        assert!(alarms.len() * 100 <= pages, "{name}: {pages} pages, {alarms:#?}");
    }
}

#[test]
fn a_secret_of_an_earlier_commit_is_told_by_check_and_never_shown() {
    let project = Project::from_archive("-- book.toml --\n[releve]\n-- runbooks/a.md --\n# A\n");
    let token = format!("ghp_{}", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8");
    project.git(&["init", "--quiet"]);
    project.write("runbooks/a.md", &format!("# A\n\nThe token is {token}.\n"));
    project.commit("awa", "2026-03-14");
    let said = || {
        let run = project.releve(&["check", "--lang", "en"]);
        assert!(!run.stderr.contains(&token[8..]), "{}", run.stderr);
        run.stderr
    };
    assert!(said().contains("secret/in-source") && !said().contains("secret/in-history"), "{}", said());
    project.write("runbooks/a.md", "# A\n\nThe token lies in the vault.\n");
    assert!(said().contains("a commit of 2026-03-14") && said().contains("ghp_••••••••"), "{}", said());
    project.commit("awa", "2026-03-15");
    assert!(said().contains("warning[secret/in-history]") && !said().contains("secret/in-source"), "{}", said());
    let built = project.releve(&["build", "--lang", "en"]);
    assert!(built.code == 0 && !built.stderr.contains("in-history"), "{}", built.stderr);
}
