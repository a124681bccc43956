//! The templates of a theme, loaded once and rendered from many threads.
//!
//! A template sees two values, `chrome` and `page`, and one function, `t(key="…")`, which says a message. A template of the
//! project that does not parse, or fails while it renders, is reported, and the built-in one takes its place.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use tera::{Context, Error, ErrorKind, Kwargs, ReportError, State, Tera, TeraResult, Value};

use crate::diagnostic::{Diagnostic, Subject, message};
use crate::source::{Place, Span};
use crate::words::{Language, Words};

use super::pages::View;
use super::problem::{BAD_TEMPLATE, OTHER_CONTEXT};
use super::theme::{Theme, built_in};

/// The version of what templates see: `chrome` and `page`, as `themes/README.md` lists them. It grows when a field gets another name or
/// meaning, or goes; not when one is added.
pub(super) const CONTEXT: i64 = 1;

/// Where the templates lie in a theme.
const FOLDER: &str = "templates/";

/// The templates of a theme, and the problems they made so far.
pub(super) struct Templates<'a> {
    theme: Theme<'a>,
    /// The engines of each language, in the order of the configuration.
    engines: Vec<Engines>,
    problems: Mutex<Vec<Diagnostic>>,
}

/// The engines of one language: what `t` says depends on it.
struct Engines {
    tera: Tera,
    /// The built-in templates alone: what a page is made with when one of the project's fails on it.
    fallback: Tera,
}

/// The templates in one language.
#[derive(Clone, Copy)]
pub(super) struct Speaking<'a> {
    templates: &'a Templates<'a>,
    engines: &'a Engines,
}

impl<'a> Templates<'a> {
    /// Loads the templates of a theme that was made for a version of what templates see.
    pub(super) fn load(theme: Theme<'a>, languages: &[Language], made_for: Option<(i64, Place)>) -> Self {
        let mut problems: Vec<Diagnostic> = made_for.and_then(other_context).into_iter().collect();
        let (tera, fallback) = engines(&theme, &mut problems);
        let speaking = |language: &Language| {
            let [tera, fallback] = [&tera, &fallback].map(|silent| {
                let mut tera = silent.clone();
                tera.register_function("t", say(language));
                tera
            });
            Engines { tera, fallback }
        };
        let engines = languages.iter().map(speaking).collect();
        Self { theme, engines, problems: Mutex::new(problems) }
    }

    /// Returns the templates in a language, by its position in the configuration.
    pub(super) fn speaking(&self, language: usize) -> Option<Speaking<'_>> {
        Some(Speaking { templates: self, engines: self.engines.get(language)? })
    }

    /// Returns the theme.
    pub(super) fn theme(&self) -> &Theme<'a> {
        &self.theme
    }

    /// Returns the problems met so far.
    pub(super) fn problems(&self) -> Vec<Diagnostic> {
        self.problems.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns the problems met, each once, in the order of files and places.
    pub(super) fn into_problems(self) -> Vec<Diagnostic> {
        let mut problems = self.problems.into_inner().unwrap_or_else(PoisonError::into_inner);
        problems.sort_by(|left, right| left.subject.cmp(&right.subject));
        problems
    }

    /// Keeps a problem, unless the same one was met on another page.
    fn report(&self, error: &Error) {
        let problem = problem(&self.theme, error);
        let mut problems = self.problems.lock().unwrap_or_else(PoisonError::into_inner);
        if !problems.iter().any(|known| known.subject == problem.subject) {
            problems.push(problem);
        }
    }
}

impl Speaking<'_> {
    /// Renders a page.
    ///
    /// Returns nothing when even the built-in template fails, which is a defect of ours and reported as any other failure.
    pub(super) fn render(&self, view: TeraResult<View>) -> Option<String> {
        let rendered = view.and_then(|View { template, chrome, page }| {
            let mut context = Context::new();
            context.insert_value("chrome", chrome);
            context.insert_value("page", page);
            self.engines.tera.render(template, &context).or_else(|error| {
                self.templates.report(&error);
                self.engines.fallback.render(template, &context)
            })
        });
        rendered.inspect_err(|error| self.templates.report(error)).ok()
    }
}

/// Makes the engine of a theme, and that of the built-in templates alone; neither speaks a language yet.
fn engines(theme: &Theme<'_>, problems: &mut Vec<Diagnostic>) -> (Tera, Tera) {
    let names: Vec<&str> = theme.below(FOLDER).filter(|name| name.ends_with(".html")).collect();
    let own: BTreeSet<&str> = names.iter().copied().filter(|name| theme.source(name).is_some()).collect();
    let mut refused: BTreeSet<&str> = BTreeSet::new();
    // Tera takes all templates or none. Each round refuses one more, so there are at most as many as the project has.
    let tera = loop {
        let error = match engine(theme, &names, &refused) {
            Ok(tera) => break tera,
            Err(error) => error,
        };
        problems.push(problem(theme, &error));
        let culprit = culprit(&error).and_then(|name| own.get(format!("{FOLDER}{name}").as_str()).copied());
        match culprit.filter(|name| !refused.contains(name)) {
            Some(name) => {
                refused.insert(name);
            }
            None if refused.len() < own.len() => refused = own.clone(),
            None => break Tera::new(),
        }
    };
    let fallback = engine(theme, &names, &own).unwrap_or_default();
    (tera, fallback)
}

/// Makes an engine of templates; those in `refused` are taken from the built-in theme, or left out where it has none.
fn engine(theme: &Theme<'_>, names: &[&str], refused: &BTreeSet<&str>) -> TeraResult<Tera> {
    let texts = names.iter().filter_map(|name| {
        let text = if refused.contains(name) { built_in(name) } else { theme.text(name).map(Into::into) };
        Some((name.strip_prefix(FOLDER)?, text?))
    });
    let mut tera = Tera::new();
    // Templates are checked for the functions they call when they are added.
    tera.register_function("t", say(&Language::ENGLISH));
    tera.add_raw_templates(texts)?;
    Ok(tera)
}

/// Makes the function that says a message in a language.
fn say(language: &Language) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<Value> + Send + Sync + 'static {
    let words = Words::load(language);
    move |arguments: Kwargs, _: &State<'_>| {
        let key = arguments.must_get::<&str>("key")?;
        let word = words.find(key).ok_or_else(|| Error::message(format!("there is no message `{key}`")))?;
        Ok(Value::normal_string(&word))
    }
}

/// Reports a theme that was made for another version of what templates see.
fn other_context((written, place): (i64, Place)) -> Option<Diagnostic> {
    let said = |number: i64| number.to_string();
    let message = message!("theme-other-context", written = said(written), current = said(CONTEXT));
    let help = message!("theme-other-context.help", current = said(CONTEXT));
    (written != CONTEXT).then(|| Diagnostic::at(&OTHER_CONTEXT, place, message).help(help))
}

/// Returns the template that an error names.
fn culprit(error: &Error) -> Option<&str> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report.filename()),
        ErrorKind::MissingParent { current, .. } => Some(current),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => Some(tpl),
        ErrorKind::TemplateNotFound(name) => Some(name),
        _ => None,
    }
}

/// Says what Tera has to say, at its place where that lies in the project.
fn problem(theme: &Theme<'_>, error: &Error) -> Diagnostic {
    let (span, words) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (Span::new(report.span().range.clone()), ReportError::message(report).to_owned())
        }
        other => (Span::default(), other.to_string()),
    };
    let name = culprit(error).unwrap_or_default();
    let subject =
        theme.source(&format!("{FOLDER}{name}")).map_or(Subject::Project, |file| Subject::Place(Place { file, span }));
    Diagnostic::new(&BAD_TEMPLATE, subject, message!("theme-bad-template", template = name, words = words))
        .help(message!("theme-bad-template.help"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use regex::Regex;

    use crate::source::Snapshot;

    use super::*;

    #[test]
    fn the_built_in_templates_see_chrome_and_page_and_nothing_else() {
        let snapshot = Snapshot::default();
        let theme = Theme::new(&snapshot, None);
        let templates = Templates::load(theme, &[Language::ENGLISH], None);
        for name in templates.engines[0].tera.get_template_names() {
            let seen: BTreeSet<&str> =
                templates.engines[0].tera.get_template_variables(name).unwrap().into_iter().collect();
            assert!(seen.is_subset(&BTreeSet::from(["chrome", "page"])), "{name} sees {seen:?}");
        }
        assert_eq!(templates.problems(), []);
    }

    #[test]
    fn every_word_of_the_built_in_templates_exists() {
        let key = Regex::new(r#"key="([^"]+)""#).unwrap();
        let snapshot = Snapshot::default();
        let theme = Theme::new(&snapshot, None);
        let words = Words::load(&Language::ENGLISH);
        for name in theme.below(FOLDER) {
            for found in key.captures_iter(&theme.text(name).unwrap()) {
                assert!(words.find(&found[1]).is_some(), "{name} says `{}`", &found[1]);
            }
        }
    }
}
