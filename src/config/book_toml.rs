//! `book.toml` as written.
//!
//! The file is mdBook's, so that an mdBook builds as it is, with tables of our own beside its tables. Of mdBook's keys, those
//! that mean something here are read; the others are noted once, so that nobody wonders why they have no effect.

use toml::de::DeTable;

use super::table::{Notes, Owner, Shape, Table, Written};
use crate::diagnostic::{Diagnostic, Outcome, message};
use crate::problem::config::{BAD_TOML, FOREIGN_KEY};
use crate::scalar::{Audience, Word};
use crate::source::{Place, SourceFile, Span};

const ROOT: Shape = Shape {
    name: "",
    owner: Owner::File,
    keys: &[
        "book",
        "build",
        "output",
        "preprocessor",
        "releve",
        "charters",
        "checks",
        "versions",
        "editions",
        "publish",
        "html",
    ],
    foreign: &["rust"],
};
const BOOK: Shape = Shape {
    name: "book",
    owner: Owner::Book,
    // mdBook writes `authors` and `multilingual = false` into every new book. A handover belongs to an organisation, whose
    // people are in the inventory; and `multilingual` never meant anything there either.
    keys: &["title", "authors", "description", "src", "language", "multilingual"],
    foreign: &["text-direction"],
};
const BUILD: Shape = Shape {
    name: "build",
    owner: Owner::Book,
    keys: &["build-dir", "create-missing"],
    foreign: &["use-default-preprocessors", "extra-watch-dirs"],
};
const OUTPUT: Shape = Shape { name: "output", owner: Owner::Output, keys: &["html"], foreign: &[] };
const OUTPUT_HTML: Shape = Shape {
    name: "output.html",
    owner: Owner::Output,
    keys: &["site-url", "git-repository-url", "edit-url-template"],
    foreign: &[],
};
/// Preprocessors change texts before mdBook renders them; none is ever run here.
const PREPROCESSOR: Shape = Shape { name: "preprocessor", owner: Owner::Output, keys: &[], foreign: &[] };
const RELEVE: Shape = Shape {
    name: "releve",
    owner: Owner::Releve,
    keys: &["inventory", "records", "site-id", "languages", "theme", "theme-context"],
    foreign: &[],
};
const HTML: Shape = Shape { name: "html", owner: Owner::Releve, keys: &["raw"], foreign: &[] };
const WAIVER: Shape = Shape {
    name: "checks.waivers",
    owner: Owner::Releve,
    keys: &["rule", "on", "because", "by", "until"],
    foreign: &[],
};
const PUBLISH: Shape =
    Shape { name: "publish", owner: Owner::Releve, keys: &["branch", "remote", "restricted"], foreign: &[] };
/// One for each audience, and no others.
const EDITIONS: Shape =
    Shape { name: "editions", owner: Owner::Releve, keys: &["public", "members", "admins"], foreign: &[] };
const EDITION: Shape = Shape {
    name: "editions",
    owner: Owner::Releve,
    keys: &["title", "description", "site-url", "build-dir"],
    foreign: &[],
};
const CHARTERS: Shape = Shape { name: "charters", owner: Owner::Releve, keys: &["packs"], foreign: &[] };
const VERSIONS: Shape = Shape { name: "versions", owner: Owner::Releve, keys: &["tags", "keep"], foreign: &[] };

/// The file as written: what is not written is absent, and nothing is checked beyond types.
#[derive(Debug, Default)]
pub(super) struct BookToml {
    pub(super) book: Book,
    pub(super) build: Build,
    pub(super) output_html: OutputHtml,
    /// Its presence makes a handover project.
    pub(super) releve: Option<Releve>,
    pub(super) html_raw: Option<Written<String>>,
    pub(super) versions: Versions,
    pub(super) publish: Publish,
    /// In the order of [`Audience::ALL`].
    pub(super) editions: [Edition; 3],
    /// `[charters] packs`
    pub(super) charters: Vec<Written<String>>,
    pub(super) checks: Checks,
}

/// `[editions.<audience>]`
#[derive(Debug, Default)]
pub(super) struct Edition {
    pub(super) title: Option<Written<String>>,
    pub(super) description: Option<Written<String>>,
    pub(super) site_url: Option<Written<String>>,
    pub(super) build_dir: Option<Written<String>>,
}

/// `[book]`
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) title: Option<Written<String>>,
    pub(super) description: Option<Written<String>>,
    pub(super) src: Option<Written<String>>,
    pub(super) language: Option<Written<String>>,
}

/// `[build]`
#[derive(Debug, Default)]
pub(super) struct Build {
    pub(super) build_dir: Option<Written<String>>,
    pub(super) create_missing: Option<bool>,
}

/// `[output.html]`
#[derive(Debug, Default)]
pub(super) struct OutputHtml {
    pub(super) site_url: Option<Written<String>>,
    pub(super) git_repository_url: Option<Written<String>>,
    pub(super) edit_url_template: Option<Written<String>>,
}

/// `[releve]`
#[derive(Debug, Default)]
pub(super) struct Releve {
    pub(super) inventory: Option<Written<String>>,
    pub(super) records: Option<Written<String>>,
    pub(super) site_id: Option<Written<String>>,
    pub(super) languages: Option<Vec<Written<String>>>,
    pub(super) theme: Option<Written<String>>,
    pub(super) theme_context: Option<Written<i64>>,
}

/// `[versions]`
#[derive(Debug, Default)]
pub(super) struct Versions {
    pub(super) tags: Option<Written<String>>,
    pub(super) keep: Option<Written<i64>>,
}

/// `[publish]`
#[derive(Debug, Default)]
pub(super) struct Publish {
    pub(super) branch: Option<Written<String>>,
    pub(super) remote: Option<Written<String>>,
    pub(super) restricted: Option<bool>,
}

/// `[checks]`: its keys are names of rules, which are not known here.
#[derive(Debug, Default)]
pub(super) struct Checks {
    /// By the name of the rule. A level that is a date or a number is none: it is reported with what was written instead.
    pub(super) levels: Vec<(String, Written<String>)>,
    pub(super) waivers: Vec<Waiver>,
}

/// `[[checks.waivers]]`
#[derive(Debug)]
pub(super) struct Waiver {
    pub(super) rule: Option<Written<String>>,
    pub(super) on: Option<Written<String>>,
    pub(super) by: Option<Written<String>>,
    pub(super) because: Option<Written<String>>,
    /// A date of TOML or a text.
    pub(super) until: Option<Written<String>>,
    /// Where it is written: its rule, or else the whole.
    pub(super) place: Place,
}

/// Reads the file. Of a text that is not sound TOML, what could be made out is used, and only the faults of its form are
/// reported: others may be consequences of those.
pub(super) fn read(file: &SourceFile) -> Outcome<BookToml> {
    let mut notes = Notes { file: file.id, diagnostics: Vec::new(), ignored: Vec::new() };
    let (document, faults) = DeTable::parse_recoverable(&file.text);
    let root = Table::open(&ROOT, Some(document.get_ref()), &mut notes);
    let value = lower(root, &mut notes);
    if faults.is_empty() {
        notes.diagnostics.extend(foreign(&notes.ignored));
        return Outcome { value, diagnostics: notes.diagnostics };
    }
    let report = |fault: toml::de::Error| {
        let place = Place { file: file.id, span: Span::new(fault.span().unwrap_or_default()) };
        Diagnostic::at(&BAD_TOML, place, message!("config-bad-toml", reason = fault.message()))
            .help(message!("config-bad-toml.help"))
    };
    Outcome { value, diagnostics: faults.into_iter().map(report).collect() }
}

fn lower(root: Table<'_>, notes: &mut Notes) -> BookToml {
    let book = root.table(&BOOK, "book", notes);
    let build = root.table(&BUILD, "build", notes);
    let html = root.table(&HTML, "html", notes);
    let versions = root.table(&VERSIONS, "versions", notes);
    let publish = root.table(&PUBLISH, "publish", notes);
    let checks = checks(root, notes);
    let charters = root.table(&CHARTERS, "charters", notes).texts("packs", notes).unwrap_or_default();
    let editions = root.table(&EDITIONS, "editions", notes);
    let editions = Audience::ALL.map(|audience| edition(editions, audience, notes));
    root.table(&PREPROCESSOR, "preprocessor", notes);
    BookToml {
        book: Book {
            title: book.text("title", notes),
            description: book.text("description", notes),
            src: book.text("src", notes),
            language: book.text("language", notes),
        },
        build: Build {
            build_dir: build.text("build-dir", notes),
            create_missing: build.switch("create-missing", notes),
        },
        output_html: output_html(root, notes),
        releve: root.has("releve").then(|| {
            let releve = root.table(&RELEVE, "releve", notes);
            Releve {
                inventory: releve.text("inventory", notes),
                records: releve.text("records", notes),
                site_id: releve.text("site-id", notes),
                languages: releve.texts("languages", notes),
                theme: releve.text("theme", notes),
                theme_context: releve.number("theme-context", notes),
            }
        }),
        html_raw: html.text("raw", notes),
        versions: Versions { tags: versions.text("tags", notes), keep: versions.number("keep", notes) },
        publish: Publish {
            branch: publish.text("branch", notes),
            remote: publish.text("remote", notes),
            restricted: publish.switch("restricted", notes),
        },
        editions,
        charters,
        checks,
    }
}

fn edition(editions: Table<'_>, audience: Audience, notes: &mut Notes) -> Edition {
    let edition = editions.table(&EDITION, audience.word(), notes);
    Edition {
        title: edition.text("title", notes),
        description: edition.text("description", notes),
        site_url: edition.text("site-url", notes),
        build_dir: edition.text("build-dir", notes),
    }
}

fn checks(root: Table<'_>, notes: &mut Notes) -> Checks {
    let checks = root.open_table("checks", notes);
    let levels = checks.keys().filter(|key| *key != "waivers");
    let levels: Vec<_> = levels.filter_map(|rule| Some((rule.to_owned(), checks.text(rule, notes)?))).collect();
    let waivers = checks.tables(&WAIVER, "waivers", notes).into_iter().map(|(waiver, place)| {
        let rule = waiver.text("rule", notes);
        Waiver {
            place: rule.as_ref().map_or(place, |rule| rule.place),
            rule,
            on: waiver.text("on", notes),
            by: waiver.text("by", notes),
            because: waiver.text("because", notes),
            until: waiver.date("until", notes),
        }
    });
    Checks { levels, waivers: waivers.collect() }
}

fn output_html(root: Table<'_>, notes: &mut Notes) -> OutputHtml {
    let html = root.table(&OUTPUT, "output", notes).table(&OUTPUT_HTML, "html", notes);
    OutputHtml {
        site_url: html.text("site-url", notes),
        git_repository_url: html.text("git-repository-url", notes),
        edit_url_template: html.text("edit-url-template", notes),
    }
}

/// One note for all that means nothing here, at the first of it.
fn foreign(ignored: &[Written<String>]) -> Option<Diagnostic> {
    let mut ignored: Vec<_> = ignored.iter().collect();
    ignored.sort_by_key(|written| written.place);
    let first = ignored.first()?;
    let names: Vec<&str> = ignored.iter().map(|written| &*written.value).collect();
    Some(Diagnostic::at(&FOREIGN_KEY, first.place, message!("config-foreign-key", keys = names.join("`, `"))))
}
