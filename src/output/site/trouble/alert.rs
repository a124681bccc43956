//! Pages of other tools that are called like an alert: monitoring names alerts in one word of several capitals, and folders of
//! runbooks give each alert a file of that name.

use std::collections::BTreeSet;

use crate::runbook::Runbook;

use super::Sign;

/// From how many capitals inside a word it is the name of an alert, whatever stands around it: `KubePodCrashLooping`, but not
/// `GitHub` or `PostgreSQL`.
const SURELY: usize = 2;

/// Returns the pages without our front matter whose title or file is called like an alert. A name with one capital inside counts
/// beside a sure one in the same folder: `TargetDown` is an alert there, and a product elsewhere.
pub(super) fn called_like_one<'a>(pages: impl Iterator<Item = &'a Runbook>) -> Vec<Sign<'a>> {
    let named: Vec<(Sign<'a>, usize)> = pages.filter(|runbook| runbook.head().is_none()).filter_map(named).collect();
    let folders: BTreeSet<&str> =
        named.iter().filter(|(_, inner)| *inner >= SURELY).map(|(sign, _)| folder(sign.runbook)).collect();
    named.into_iter().map(|(sign, _)| sign).filter(|sign| folders.contains(folder(sign.runbook))).collect()
}

fn named(runbook: &Runbook) -> Option<(Sign<'_>, usize)> {
    let stem = runbook.id.as_str().rsplit('/').next().unwrap_or_default();
    let words = [stem, runbook.title.trim()].into_iter().max_by_key(|words| inner_capitals(words))?;
    let inner = inner_capitals(words);
    (inner > 0).then_some((Sign { words, runbook }, inner))
}

fn folder(runbook: &Runbook) -> &str {
    runbook.id.as_str().rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Counts the words that start inside a word of letters and digits, none when it is more than one word: 2 in `CPUThrottlingHigh`.
fn inner_capitals(text: &str) -> usize {
    if !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return 0;
    }
    let starts = |three: &&[u8]| {
        let [before, at, after] = three else { return false };
        at.is_ascii_uppercase() && after.is_ascii_lowercase() && before.is_ascii_alphanumeric()
    };
    text.as_bytes().windows(3).filter(starts).count()
}

#[cfg(test)]
mod tests {
    use super::inner_capitals;

    #[test]
    fn names_of_alerts_hold_capitals_inside_one_word() {
        for name in ["KubePodCrashLooping", "etcdMembersDown", "CPUThrottlingHigh", "FileDeMailsLongue"] {
            assert!(inner_capitals(name) >= super::SURELY, "{name}");
        }
        for name in ["TargetDown", "GitHub", "JavaScript"] {
            assert_eq!(inner_capitals(name), 1, "{name}");
        }
        for name in ["", "Nextcloud", "README", "PostgreSQL", "Restore Next Cloud", "restore-mail", "Éteindre"] {
            assert_eq!(inner_capitals(name), 0, "{name}");
        }
    }
}
