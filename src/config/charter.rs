//! Charters whose rules can be asked of an inventory: packs of rules as data, each with its version. None is on unless `book.toml`
//! names it: what an association signed is its own affair, and the text of a charter is no law of this program.

use serde::Deserialize;

use super::table::Written;
use crate::diagnostic::{Diagnostic, message};
use crate::names::suggest;
use crate::problem::config::BAD_VALUE;
use crate::scalar::{Day, words};

words! {
    /// What a rule of a charter asks. How it is answered is known to whoever knows the inventory.
    Question in "charter-question" {
        /// All software is free.
        FreeSoftware = "free-software",
        /// What is not free is listed, with the reason.
        ExceptionsListed = "exceptions-listed",
        /// The services run on machines that one controls.
        Control = "control",
        /// It is said who hosts the machines.
        HostNamed = "host-named",
        /// No third party is used that does not fit.
        ThirdParties = "third-parties",
        /// What people store is in backups.
        Backups = "backups",
        /// It is said where data lies, copies included.
        DataPlace = "data-place",
        /// It is said on whom one relies.
        Suppliers = "suppliers",
        /// The terms of use can be read.
        Terms = "terms",
        /// Nobody is shown advertising.
        NoAdvertising = "no-advertising",
    }
}

/// The rules of a charter, as somebody read them on a day.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Pack {
    /// What the charter is called.
    pub name: String,
    /// Where it can be read.
    pub url: String,
    /// When it was read.
    pub read_on: Day,
    /// What it asks.
    pub rules: Vec<Rule>,
}

/// What a charter asks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What is asked of the inventory.
    pub question: Question,
    /// The words of the charter.
    pub quote: String,
    /// The language of these words.
    pub lang: String,
    /// Where they stand.
    pub source: String,
}

/// Every pack, by the name under which it is turned on: the charter, and which reading of it.
const PACKS: [(&str, &str); 1] = [("chatons-1", include_str!("charters/chatons-1.toml"))];

/// Reads `[charters] packs`. Of packs that do not exist nothing is turned on.
pub(super) fn read(written: Vec<Written<String>>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Pack> {
    let names = PACKS.map(|(name, _)| name);
    let mut packs = Vec::new();
    for written in written {
        if let Some((_, text)) = PACKS.iter().find(|(name, _)| *name == written.value) {
            packs.extend(toml::from_str::<Pack>(text));
            continue;
        }
        let message = message!(
            "config-bad-value",
            key = "charters.packs",
            value = written.value.as_str(),
            choices = names.join("`, `")
        );
        let help = match suggest(&written.value, names) {
            Some(suggestion) => message!("config-bad-value.did-you-mean", suggestion = suggestion),
            None => message!("config-bad-value.help"),
        };
        diagnostics.push(Diagnostic::at(&BAD_VALUE, written.place, message).help(help));
    }
    packs
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_pack_can_be_read_and_asks_each_question_once() {
        for (name, text) in PACKS {
            let pack: Pack = toml::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let questions: BTreeSet<Question> = pack.rules.iter().map(|rule| rule.question).collect();
            assert_eq!(questions.len(), pack.rules.len(), "{name}");
            for rule in &pack.rules {
                assert!(rule.source.starts_with("https://") && !rule.quote.is_empty(), "{name}");
                assert!(["en", "fr"].contains(&rule.lang.as_str()), "{name}");
            }
        }
    }
}
