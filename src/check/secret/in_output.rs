//! A secret in a finished file: put together from parts, or brought along by a theme.

use std::collections::BTreeMap;

use crate::bundle::SitePath;
use crate::check::readable::Readable;
use crate::check::{Check, Stage};
use crate::diagnostic::{Diagnostic, Severity, Subject, explanation, message};
use crate::secret::{self, Kind};

pub(in crate::check) static IN_OUTPUT: Check = Check {
    code: crate::diagnostic::Code {
        name: "secret/in-output",
        default_severity: Severity::Error,
        explanation: explanation!("in_output"),
    },
    stage: Stage::File,
};

/// The secrets of finished files: of each, its beginning, the first file by address, and in how many it stands. One that a page of every
/// service prints is one fault.
#[derive(Default)]
pub(in crate::check) struct Leaks(BTreeMap<String, (SitePath, &'static str, usize)>);

impl Leaks {
    /// Finds the secrets of a file.
    pub(in crate::check) fn of(path: &SitePath, readable: &Readable<'_>) -> Self {
        let mut leaks = Self::default();
        let text = &*readable.text;
        for found in secret::find(text) {
            if readable.is_joined && found.rule.kind == Kind::Password {
                continue;
            }
            let shown = text.get(found.secret.start..found.hidden(text).start).unwrap_or_default().trim();
            let whole = text.get(found.secret.clone()).unwrap_or_default();
            // Told apart by their length as well: two tokens may begin alike.
            let key = format!("{shown}•{}", whole.chars().count());
            leaks.0.entry(key).or_insert_with(|| (path.clone(), found.rule.name, 1));
        }
        leaks
    }

    pub(in crate::check) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds those of another file.
    pub(in crate::check) fn add(&mut self, other: Self) {
        for (key, (path, name, count)) in other.0 {
            match self.0.get_mut(&key) {
                Some((first, _, all)) => {
                    *all += count;
                    if path < *first {
                        *first = path;
                    }
                }
                None => _ = self.0.insert(key, (path, name, count)),
            }
        }
    }

    /// Reports them; of their values, only so much is said that their owner knows which ones they are.
    pub(in crate::check) fn findings(self) -> Vec<Diagnostic> {
        let report = |(key, (path, name, count)): (String, (SitePath, &str, usize))| {
            let beginning = key.split('•').next().unwrap_or_default();
            let message = message!(
                "secret-in-output",
                name = if name.is_empty() { "none" } else { name },
                shown = format!("{beginning}••••••••"),
                page = path.to_string(),
                more = count - 1
            );
            Diagnostic::new(&IN_OUTPUT.code, Subject::Project, message)
                .help(message!("secret-in-output.help"))
                .help(message!("secret-in-source.rotate"))
        };
        self.0.into_iter().map(report).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{Bundle, Sink};
    use crate::check::Finished;
    use crate::secret::fake::{ALPHANUMERIC, random};
    use crate::words::{Language, Words};

    /// What is reported of files with these contents, and whether they went on as they were.
    fn reported(files: &[(&str, &str)]) -> Vec<String> {
        let bundle = Bundle::default();
        let unpack = |path: &SitePath, bytes: &[u8]| {
            path.as_str().starts_with("search/").then(|| String::from_utf8_lossy(bytes).chars().rev().collect())
        };
        let finished = Finished::new(&bundle, &unpack, &|_| None, None);
        for (path, text) in files {
            finished.put(&SitePath::new(path).unwrap(), text.as_bytes().to_vec());
        }
        let findings = finished.findings();
        let passed = bundle.into_files();
        for (path, text) in files {
            assert_eq!(passed[&SitePath::new(path).unwrap()], text.as_bytes());
        }
        let words = Words::load(&Language::ENGLISH);
        findings.iter().map(|finding| words.say(&finding.message)).collect()
    }

    #[test]
    fn a_secret_is_found_through_tags_and_told_once_without_its_value() {
        let token = format!("ghp_{}", random(ALPHANUMERIC, 36));
        let (first, second) = token.split_at(9);
        let page = format!("<p>Use <code>{first}</code><b>{second}</b>.</p>");
        let said = reported(&[("b.html", &page), ("a.html", &page), ("c.html", "<p>ghp_ is how they begin</p>")]);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains("`a.html`") && said[0].contains("one other file"), "{said:?}");
        assert!(!said[0].contains(&token[8..]), "{said:?}");
        let link = format!("<a href=\"https://me:{}@git.example.net/\">git</a>", random(ALPHANUMERIC, 14));
        assert_eq!(reported(&[("a.html", &link)]).len(), 1);
    }

    #[test]
    fn what_a_page_says_in_attributes_is_read_and_does_not_part_the_words_around_it() {
        let token = format!("ghp_{}", random(ALPHANUMERIC, 36));
        for page in [
            format!("<p>Copy it: <button data-copy=\"{token}\">here</button></p>"),
            format!("<meta name=\"description\" content=\"It is {token}.\">"),
            format!("<p>ghp_<b class=\"part\">{}</b></p>", &token[4..]),
        ] {
            assert_eq!(reported(&[("a.html", &page)]).len(), 1, "{page}");
        }
        let form =
            "<label for=\"password\">Password</label><input id=\"password\" type=\"password\" name=\"passphrase\">";
        assert_eq!(reported(&[("a.html", form)]), [""; 0]);
    }

    #[test]
    fn the_index_is_unpacked_and_other_files_are_read_as_they_are() {
        let token = format!("glpat-{}", random(ALPHANUMERIC, 20));
        let packed: String = format!("see {token} there").chars().rev().collect();
        assert_eq!(reported(&[("search/d/0.js", &packed)]).len(), 1);
        assert_eq!(reported(&[("feed.js", &format!("{{\"a\": \"{token}\"}}"))]).len(), 1);
    }

    #[test]
    fn what_is_overwritten_or_stands_in_other_blocks_is_none() {
        let overwritten = secret::overwrite(&format!("glpat-{}", random(ALPHANUMERIC, 20)));
        let value = random(ALPHANUMERIC, 10);
        let cells = format!("<tr><td>Password:</td><td>{value}</td></tr>");
        assert_eq!(reported(&[("a.html", &format!("<p>{overwritten}</p>")), ("b.html", &cells)]), [""; 0]);
        let joined: String = format!("the password: {value}").chars().rev().collect();
        assert_eq!(reported(&[("search/d/0.js", &joined)]), [""; 0]);
    }
}
