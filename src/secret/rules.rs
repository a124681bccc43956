//! The table of rules, and its proofs: for each rule, made-up secrets that it must find and look-alikes that it must not.
//!
//! The forms of tokens are published by those who issue them; the choice of keywords follows gitleaks (MIT).

use super::plausible::Proof;

/// What a secret is, as far as advice differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A private key, or a key that decrypts backups.
    PrivateKey,
    /// A key that a service issued and can revoke.
    Token,
    /// A word that lets somebody in.
    Password,
    /// What a second factor computes its codes from.
    SecondFactor,
}

/// How far from its keyword a secret reaches.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reach {
    /// It stands on the keyword's line.
    Line,
    /// It spans lines after the keyword.
    Block,
}

/// One form of secret.
#[derive(Debug)]
pub struct Rule {
    /// What people call it: who issued it, or which program reads it. A proper name, the same in every language; empty
    /// where there is none.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Words of which one must stand on the secret's first line, in any case.
    pub(super) keywords: &'static [&'static str],
    /// How far from that word the secret reaches.
    pub(super) reach: Reach,
    /// The form. The first group that takes part is the secret; without groups, all of it.
    pub(super) expression: &'static str,
    /// What tells it from a placeholder.
    pub(super) proof: Proof,
}

/// A rule for a secret known by its form alone.
const fn form(kind: Kind, name: &'static str, keywords: &'static [&'static str], expression: &'static str) -> Rule {
    Rule { name, kind, keywords, reach: Reach::Line, expression, proof: Proof::Form }
}

const fn token(name: &'static str, keywords: &'static [&'static str], expression: &'static str) -> Rule {
    form(Kind::Token, name, keywords, expression)
}

const fn block(name: &'static str, keywords: &'static [&'static str], expression: &'static str) -> Rule {
    Rule { reach: Reach::Block, ..form(Kind::PrivateKey, name, keywords, expression) }
}

/// `name: value` in any of the spellings of people, tables, configuration files and flags. The value is quoted, or reaches to
/// the next blank; no-break spaces stand before French colons.
macro_rules! assignment {
    ($name:literal) => {
        concat!(
            "(?i)(?:--[a-z-]{0,20}(?:",
            $name,
            ")[= ]|(?:",
            $name,
            r#")s?[0-9]{0,2}["'`*_\])\s\u{A0}\u{202F}]{0,6}(?:=>|[:=|]{1,2}|\bis\b|\best\b))"#,
            r#"[*_\s\u{A0}\u{202F}]{0,6}(?:"([^"\n]{6,200})"|'([^'\n]{6,200})'|`([^`\n]{6,200})`|([^\s"'`|,;]{6,200}))"#,
        )
    };
}

/// The rules: the more particular before the more general, because where two find the same, the first names it.
pub(super) static RULES: &[Rule] = &[
    // Keys. Armour may be indented, quoted, or written with `\n` for line ends; `Proc-Type: …` lines may stand in front.
    block(
        "PEM",
        &["PRIVATE KEY"],
        r#"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----((?:\s*[A-Za-z-]+: [^\n]*)*[^-]{0,200}?[A-Za-z0-9+/=]{40}[^-]*)"#,
    ),
    block("PuTTY", &["PuTTY-User-Key-File"], r"Private-Lines: \d+\s+([A-Za-z0-9+/=\s]{40,})"),
    block("Borg", &["BORG_KEY "], r"BORG_KEY ([0-9a-f]{64}\s+[A-Za-z0-9+/=\s]{40,})"),
    block("Borg", &["BORG PAPER KEY"], r"BORG PAPER KEY v1\s+(id: [0-9 /a-f-]+(?:\s+\d+: [0-9a-f -]+)+)"),
    form(Kind::PrivateKey, "age", &["AGE-SECRET-KEY-"], r"(?i)\bAGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{58,}"),
    form(
        Kind::PrivateKey,
        "WireGuard",
        &["PrivateKey", "PresharedKey", "private_key", "preshared_key"],
        r#"(?i)(?:private|preshared)_?key["']?\s*[=:]\s*["']?([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)"#,
    ),
    // The seed of one-time codes, inside the address that phones scan.
    form(Kind::SecondFactor, "", &["otpauth:"], r"(?i)otpauth://[a-z]+/[^\s?]*\?(?:[^\s#]*&)?secret=([a-z2-7]{12,})"),
    // Code hosts and registries.
    token("GitHub", &["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], r"\bgh[pousr]_[A-Za-z0-9]{36,255}"),
    token("GitHub", &["github_pat_"], r"\bgithub_pat_[A-Za-z0-9_]{50,255}"),
    token(
        "GitLab",
        &["glpat-", "gldt-", "glrt-", "glptt-", "glcbt-", "glsoat-", "glft-", "glagent-", "gloas-"],
        r"\bgl(?:pat|dt|rt|ptt|cbt|soat|ft|agent|oas)-[A-Za-z0-9_.-]{20,}",
    ),
    token("npm", &["npm_"], r"\bnpm_[A-Za-z0-9]{36}\b"),
    token("PyPI", &["pypi-"], r"\bpypi-[A-Za-z0-9_-]{50,}"),
    token("Docker Hub", &["dckr_pat_"], r"\bdckr_pat_[A-Za-z0-9_-]{27,}"),
    // Hosting.
    token("AWS", &["AKIA", "ASIA"], r"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b"),
    token(
        "AWS",
        &["aws_secret", "awssecret", "aws-secret", "SecretAccessKey"],
        r#"(?i)(?:aws.{0,10}secret|SecretAccessKey)[\w-]*["']?\s*[=:]\s*["']?([A-Za-z0-9/+]{40})(?:[^A-Za-z0-9/+=]|$)"#,
    ),
    token("Google", &["AIza"], r"\bAIza[A-Za-z0-9_-]{35}"),
    token("Google", &["GOCSPX-"], r"\bGOCSPX-[A-Za-z0-9_-]{28}"),
    token("DigitalOcean", &["dop_v1_", "doo_v1_", "dor_v1_"], r"\bdo[opr]_v1_[a-f0-9]{64}"),
    token("Vault", &["hvs.", "hvb."], r"\bhv[sb]\.[A-Za-z0-9_-]{24,}"),
    token("Grafana", &["glsa_"], r"\bglsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}"),
    // Chat.
    token("Slack", &["xox"], r"\bxox[abeoprs]-[A-Za-z0-9-]{20,}"),
    token("Slack", &["hooks.slack.com"], r"hooks\.slack\.com/(?:services|workflows|triggers)/([A-Za-z0-9+/]{40,})"),
    token("Discord", &["/api/webhooks/"], r"discord(?:app)?\.com/api/webhooks/([0-9]{17,20}/[A-Za-z0-9_-]{60,})"),
    token("Discord", &["discord", "bot"], r"\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}"),
    token("Telegram", &[":AA"], r"\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}\b"),
    token("Rocket.Chat", &["/hooks/"], r"/hooks/([A-Za-z0-9]{17,24}(?:/|%2F)[A-Za-z0-9]{40,})"),
    // Mail and payment.
    token("SendGrid", &["SG."], r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
    token("Brevo", &["xkeysib-", "xsmtpsib-"], r"\bx(?:key|smtp)sib-[a-f0-9]{64}-[A-Za-z0-9]{16}"),
    token("Mailgun", &["key-"], r"\bkey-[a-f0-9]{32}\b"),
    token("Mailjet", &["mailjet", "mj_apikey"], r"(?i)(?:mailjet|mj_apikey)[^\n]{0,60}?\b([a-f0-9]{32})\b"),
    token("Stripe", &["sk_live_", "rk_live_"], r"\b[sr]k_live_[A-Za-z0-9]{20,}"),
    // Tokens in standard forms.
    token("JWT", &["eyJ"], r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}"),
    Rule {
        name: "HTTP",
        kind: Kind::Token,
        keywords: &["authorization", "-token:", "api-key:"],
        reach: Reach::Line,
        expression: r#"(?i)(?:\bauthorization["']?\s*[:=]\s*["']?(?:basic|bearer|token)\s+|-(?:token|api-key):\s*)([A-Za-z0-9+/=_.-]{16,})"#,
        proof: Proof::Random,
    },
    // Passwords in the places that programs read them from.
    Rule {
        name: "URL",
        kind: Kind::Password,
        keywords: &["://"],
        reach: Reach::Line,
        expression: r#"[A-Za-z][A-Za-z0-9+.-]*://[^\s:/@"'<>]*:([^\s/@"'<>]{6,})@[A-Za-z0-9\[]"#,
        proof: Proof::Chosen,
    },
    Rule {
        name: "curl",
        kind: Kind::Password,
        keywords: &["curl "],
        reach: Reach::Line,
        expression: r#"\bcurl\b[^\n]*?\s(?:-u|--user)[ =]?["']?[^\s:"']+:([^\s"']{6,})"#,
        proof: Proof::Chosen,
    },
    Rule {
        name: "",
        kind: Kind::Password,
        keywords: &["mysql", "mariadb", "sshpass"],
        reach: Reach::Line,
        expression: r#"(?:\b(?:mysql|mariadb)[a-z-]*\b[^\n|;]*?\s-p|\bsshpass\s+-p\s*)["']?([^\s"']{6,})"#,
        proof: Proof::Chosen,
    },
    // Passwords and tokens that only the name before them tells.
    Rule {
        name: "",
        kind: Kind::Password,
        keywords: &["passw", "passphrase", "passcode", "pwd", "mdp", "de passe", "de_passe", "-de-passe", "motdepasse"],
        reach: Reach::Line,
        expression: assignment!("pass(?:word|wd|wort|phrase|code)|pwd|mdp|(?:mot|phrase)[ _-]?de[ _-]?passe"),
        proof: Proof::Chosen,
    },
    Rule {
        name: "",
        kind: Kind::Token,
        keywords: &["token", "secret", "jeton", "key", "clé"],
        reach: Reach::Line,
        expression: assignment!(
            "token|jeton|(?:api|access|auth|private|secret|encryption|session|shared)[ _-]?key|secret|clé (?:api|secrète|privée)"
        ),
        proof: Proof::Random,
    },
];

#[cfg(test)]
pub(crate) mod fake {
    //! Made-up secrets. They are put together when the tests run: what looks like a secret in a repository alarms every
    //! scanner that reads it.

    pub(crate) const ALPHANUMERIC: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    pub(super) const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    pub(super) const BASE32: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    pub(super) const BECH32: &str = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
    pub(super) const HEXADECIMAL: &str = "0123456789abcdef";
    pub(super) const DIGITS: &str = "0123456789";

    /// Returns letters that look random and are the same in every run.
    pub(crate) fn random(alphabet: &str, length: usize) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        // Knuth's linear congruential generator (MMIX); its high bits are the random ones.
        let mut state = length as u64 + 2026;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            letters[(state >> 33) as usize % letters.len()]
        };
        (0..length).map(|_| next()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::fake::*;
    use super::*;
    use crate::secret::{find, mask};

    /// The armour of a key, put together here for the reason given at [`fake`].
    fn armour(name: &str, body: &str) -> String {
        format!("-----{} {name}-----\n{body}\n-----END {name}-----\n", "BEGIN")
    }

    /// For each rule of the table, in its order: secrets to find.
    fn secrets() -> Vec<(&'static str, Vec<String>)> {
        let body = random(BASE64, 64);
        let lines = [&*body, &random(BASE64, 63), &random(BASE64, 31)].join("\n");
        let alnum = |length| random(ALPHANUMERIC, length);
        let hex = |length| random(HEXADECIMAL, length);
        let jwt = format!("eyJ{}.eyJ{}.{}", alnum(33), alnum(60), alnum(43));
        vec![
            (
                "PEM",
                vec![
                    armour("OPENSSH PRIVATE KEY", &lines),
                    armour("RSA PRIVATE KEY", &format!("Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n{lines}")),
                    armour("PRIVATE KEY", &lines).replace('\n', "\n    "),
                    format!("\"private_key\": \"{}\"", armour("PRIVATE KEY", &lines).replace('\n', "\\n")),
                    armour("PGP PRIVATE KEY BLOCK", &format!("Version: GnuPG v2\n\n{lines}\n=abcd")),
                    // The end is missing: pasted in haste.
                    armour("EC PRIVATE KEY", &body).replace("-----END EC PRIVATE KEY-----", ""),
                ],
            ),
            ("PuTTY", vec![format!("PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 1\n{body}\n")]),
            ("Borg", vec![format!("BORG_KEY {}\n{lines}\n", hex(64))]),
            ("Borg", vec![format!("BORG PAPER KEY v1\nid: 2 / {} / 1e2f3a - 8b\n 1: {} - 3c\n", hex(12), hex(36))]),
            ("age", vec![format!("AGE-SECRET-KEY-1{}", random(BECH32, 58))]),
            ("WireGuard", vec![format!("PrivateKey = {}8=", random(BASE64, 42))]),
            ("", vec![format!("otpauth://totp/Wiki:root?issuer=Wiki&secret={}&digits=6", random(BASE32, 32))]),
            ("GitHub", vec![format!("ghp_{}", alnum(36)), format!("(ghs_{})", alnum(36))]),
            ("GitHub", vec![format!("github_pat_{}", alnum(82))]),
            ("GitLab", vec![format!("glpat-{}", alnum(20)), format!("glrt-{}", alnum(20))]),
            ("npm", vec![format!("//registry/:_authToken=npm_{}", alnum(36))]),
            ("PyPI", vec![format!("pypi-{}", alnum(160))]),
            ("Docker Hub", vec![format!("dckr_pat_{}", alnum(27))]),
            ("AWS", vec![format!("AKIA{}", random(BASE32, 16))]),
            ("AWS", vec![format!("aws_secret_access_key = {}", alnum(40))]),
            ("Google", vec![format!("AIza{}", alnum(35))]),
            ("Google", vec![format!("GOCSPX-{}", alnum(28))]),
            ("DigitalOcean", vec![format!("dop_v1_{}", hex(64))]),
            ("Vault", vec![format!("hvs.{}", alnum(24))]),
            ("Grafana", vec![format!("glsa_{}_{}", alnum(32), hex(8))]),
            ("Slack", vec![format!("xoxb-{}-{}", random(DIGITS, 12), alnum(24))]),
            ("Slack", vec![format!("https://hooks.slack.com/services/T{}/B{}/{}", alnum(10), alnum(10), alnum(24))]),
            ("Discord", vec![format!("https://discord.com/api/webhooks/{}/{}", random(DIGITS, 18), alnum(68))]),
            ("Discord", vec![format!("discord bot M{}.{}.{}", alnum(25), alnum(6), alnum(38))]),
            ("Telegram", vec![format!("bot{}:AA{}", random(DIGITS, 10), alnum(33)).replace("bot", "bot ")]),
            ("Rocket.Chat", vec![format!("https://chat.example.org/hooks/{}/{}", alnum(24), alnum(64))]),
            ("SendGrid", vec![format!("SG.{}.{}", alnum(22), alnum(43))]),
            ("Brevo", vec![format!("xkeysib-{}-{}", hex(64), alnum(16))]),
            ("Mailgun", vec![format!("api:key-{}", hex(32))]),
            ("Mailjet", vec![format!("MJ_APIKEY_PRIVATE={}", hex(32)), format!("Mailjet, clé secrète : {}", hex(32))]),
            ("Stripe", vec![format!("sk_live_{}", alnum(24))]),
            ("JWT", vec![jwt]),
            (
                "HTTP",
                vec![format!("curl -H 'Authorization: Bearer {}'", alnum(32)), format!("X-Auth-Token: {}", alnum(43))],
            ),
            ("URL", vec![format!("postgres://app:{}@db/wiki", alnum(12)), format!("redis://:{}@localhost", alnum(16))]),
            ("curl", vec![format!("curl -s -u admin:{} https://cloud/ocs", alnum(10))]),
            ("", vec![format!("mysqldump -u root -p{} wiki", alnum(10)), format!("sshpass -p '{}' ssh a", alnum(10))]),
            (
                "",
                vec![
                    format!("password: {}", alnum(10)),
                    format!("Mot de passe\u{a0}: `{}`", alnum(10)),
                    format!("- **Mot de passe** : {}", alnum(10)),
                    format!("le mot de passe est {}", alnum(10)),
                    format!("| Password | {} |", alnum(10)),
                    format!("MYSQL_ROOT_PASSWORD={}", alnum(10)),
                    format!("\"dbPassword\": \"{}\"", alnum(10)),
                    format!("# BORG_PASSPHRASE='{}'", alnum(24)),
                    format!("occ user:add --password {} lea", alnum(10)),
                    format!("mdp={}", alnum(10)),
                ],
            ),
            (
                "",
                vec![
                    format!("api_key: {}", alnum(32)),
                    format!("ADMIN_TOKEN={}", alnum(43)),
                    format!("clé API : {}", alnum(40)),
                ],
            ),
        ]
    }

    /// What looks alike and is none: encrypted, public, a placeholder, a variable, a word.
    fn look_alikes() -> Vec<String> {
        let body = [random(BASE64, 64), random(BASE64, 63)].join("\n");
        let hex = random(HEXADECIMAL, 80);
        let public = |name: &str| armour(name, &body);
        vec![
            format!("$ANSIBLE_VAULT;1.1;AES256\n{hex}\n{hex}\n"),
            format!("mysql_root_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  {hex}\n"),
            format!("password: ENC[AES256_GCM,data:{},iv:{},type:str]", random(BASE64, 20), random(BASE64, 44)),
            public("AGE ENCRYPTED FILE"),
            public("PGP MESSAGE"),
            public("PGP PUBLIC KEY BLOCK"),
            public("PUBLIC KEY"),
            public("CERTIFICATE"),
            armour("PRIVATE KEY", "…"),
            armour("OPENSSH PRIVATE KEY", &"x".repeat(64)),
            format!("age1{}", random(BECH32, 58).to_lowercase()),
            format!("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{} lea@poste", random(BASE64, 43)),
            format!("PublicKey = {}8=", random(BASE64, 42)),
            format!("AGE-SECRET-KEY-1{}", "X".repeat(58)),
            format!("git revert {}", random(HEXADECIMAL, 40)),
            format!("token: sha256:{}", random(HEXADECIMAL, 64)),
            format!("ghp_{}", "x".repeat(36)),
            // The key that AWS uses in all its examples.
            ["AKIAIOSFODNN7", "EXAMPLE"].concat(),
            "otpauth://totp/NAME?secret=<seed>".into(),
            "postgres://user:password@localhost/db".into(),
            "postgres://app:${DB_PASSWORD}@db/wiki".into(),
            "https://example.org:8443/a@b".into(),
            "git clone ssh://git@forge.example.org:2222/a/b.git".into(),
            "curl -u admin:$PASSWORD https://cloud".into(),
            "mysql -u root -p wiki".into(),
            "mysql --protocol=tcp -h db1".into(),
            "Authorization: Bearer <token>".into(),
            "password: changeme1".into(),
            "password: \"{{ vault_mysql_root_password1 }}\"".into(),
            "POSTGRES_PASSWORD: somewordpress".into(),
            "password: $POSTGRES_PW1 (see .env)".into(),
            "password_file: /run/secrets/db1".into(),
            "'PASSWORD': os.environ.get('POSTGRES_PASSWORD1'),".into(),
            "Le mot de passe est dans le coffre, entrée « srv1 ».".into(),
            "Mot de passe : voir credential:root-srv1".into(),
            "secret: kubernetes.io/service-account-token".into(),
            "token: {{ask:token}}".into(),
            "| login | password |\n|-------|----------|\n| admin | in-vault |".into(),
            "The key: use Ctrl+Alt+F2 then type your name".into(),
        ]
    }

    #[test]
    fn every_rule_finds_its_secrets_by_name() {
        let secrets = secrets();
        assert_eq!(secrets.len(), RULES.len(), "a rule has no proof");
        for ((name, texts), rule) in secrets.iter().zip(RULES) {
            assert_eq!((*name, true), (rule.name, !texts.is_empty()));
            for text in texts {
                let found: Vec<_> = find(text).iter().map(|finding| (finding.rule.kind, finding.rule.name)).collect();
                assert_eq!(found, [(rule.kind, rule.name)], "{text}");
            }
        }
    }

    #[test]
    fn a_secret_is_found_wherever_it_stands() {
        let places =
            ["{}", "Il faut {}, puis attendre.", "```sh\n{}\n```", "key: \"{}\"", "<!-- {} -->", "backups/{}.txt"];
        for (_, texts) in secrets() {
            for (text, place) in texts.iter().flat_map(|text| places.map(|place| (text, place))) {
                assert!(!find(&place.replace("{}", text)).is_empty(), "{place}: {text}");
            }
        }
    }

    #[test]
    fn nothing_of_a_masked_secret_is_left_but_its_beginning() {
        for (_, texts) in secrets() {
            for text in texts {
                let secret = &text[find(&text)[0].secret.clone()];
                let tail: String = secret.chars().skip(4).collect();
                assert!(!mask(&text).contains(tail.trim()), "{text}");
                assert!(find(&mask(&text)).is_empty(), "{}", mask(&text));
            }
        }
    }

    #[test]
    fn what_is_encrypted_public_or_a_placeholder_is_left_alone() {
        for text in look_alikes() {
            let found: Vec<_> = find(&text).into_iter().map(|finding| text[finding.span].to_owned()).collect();
            assert!(found.is_empty(), "{text}: {found:?}");
        }
    }
}
