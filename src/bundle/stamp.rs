//! What a finished site says of itself: for whom it is, of which commit and day.

use std::fmt::Write as _;

use jiff::civil::Date;

/// The name of the file that says that a folder is a site of ours, and which. `SHA256SUMS` does not list it: a copy without it is whole.
pub const MARKER: &str = ".releve-site";

/// How we know a marker.
const FIRST_LINE: &str = "releve site";

/// What a folder is, for people who find the marker.
const EXPLANATION: &str = "This folder was made by releve. The next build replaces everything in it.";

/// Which build a site is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// For whom it is made: `public`, `members` or `admins`. Sites of before there were editions do not say so: they hold everything.
    pub audience: Option<String>,
    /// The commit that it was built from, in hexadecimal; nothing outside of a repository.
    pub commit: Option<String>,
    /// Whether it was built from files that differ from the commit.
    pub has_changes: bool,
    /// Whether it was built in spite of errors.
    pub is_draft: bool,
    /// The day for which everything in it was judged.
    pub date: Option<Date>,
}

impl Stamp {
    /// Returns the text of the marker.
    #[must_use]
    pub fn marker(&self) -> String {
        let Self { audience, commit, has_changes, is_draft, date } = self;
        let mut text = format!("{FIRST_LINE}\n{EXPLANATION}\n");
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(text, "{key}: {value}");
        };
        if let Some(audience) = audience {
            line("audience", audience);
        }
        if let Some(commit) = commit {
            line("commit", commit);
        }
        if *has_changes {
            line("uncommitted", "yes");
        }
        if *is_draft {
            line("draft", "yes");
        }
        if let Some(date) = date {
            line("date", &date.to_string());
        }
        text
    }

    /// Reads a marker; nothing when the text is none of ours. Lines that are not known are passed over: they are of a later release.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next()? != FIRST_LINE {
            return None;
        }
        let mut stamp = Self::default();
        for (key, value) in lines.filter_map(|line| line.split_once(": ")) {
            match key {
                "audience" => stamp.audience = Some(value.to_owned()),
                "commit" => stamp.commit = Some(value.to_owned()).filter(|commit| is_hexadecimal(commit)),
                "uncommitted" => stamp.has_changes = value == "yes",
                "draft" => stamp.is_draft = value == "yes",
                "date" => stamp.date = value.parse().ok(),
                _ => {}
            }
        }
        Some(stamp)
    }

    /// Whether anybody may read the site: only one that says so is for all.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.audience.as_deref() == Some("public")
    }
}

fn is_hexadecimal(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let stamp = Stamp {
            audience: Some("admins".to_owned()),
            commit: Some("1a2b3c".to_owned()),
            has_changes: true,
            is_draft: true,
            date: Some(date(2026, 11, 22)),
        };
        let text = stamp.marker();
        assert_eq!(
            text,
            "releve site\nThis folder was made by releve. The next build replaces everything in it.\naudience: admins\ncommit: 1a2b3c\nuncommitted: yes\ndraft: yes\ndate: 2026-11-22\n"
        );
        assert_eq!(Stamp::read(&text), Some(stamp));
    }

    #[test]
    fn a_marker_that_does_not_say_public_is_not() {
        let read = |lines: &str| Stamp::read(&format!("{FIRST_LINE}\n{lines}"));
        for lines in ["", "audience: admins\n", "audience: Public\n", "audience:public\n", "audience: public \n"] {
            assert_eq!(read(lines).map(|stamp| stamp.is_public()), Some(false), "{lines:?}");
        }
        assert!(read("later: thing\naudience: public\r\n").is_some_and(|stamp| stamp.is_public()));
        assert_eq!(Stamp::read("some site\naudience: public\n"), None);
    }
}
