//! The templates of a theme, loaded once and rendered from many threads.
//!
//! A template sees two values, `chrome` and `page`, and one function, `t(key="…")`, which says a message. A template of the
//! project that does not parse, or fails while it renders, is reported, and the built-in one takes its place.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use tera::{Context, Error, ErrorKind, Kwargs, ReportError, State, Tera, TeraResult, Value};

use crate::diagnostic::{Argument, Diagnostic, Subject, message};
use crate::source::{Place, Span};
use crate::words::Words;

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
    /// Loads the templates of a theme that was made for a version of what templates see; `t` says the words of each language of the
    /// site.
    pub(super) fn load(theme: Theme<'a>, words: &[Arc<Words>], made_for: Option<(i64, Place)>) -> Self {
        let mut problems: Vec<Diagnostic> = made_for.and_then(other_context).into_iter().collect();
        let (tera, fallback) = engines(&theme, &mut problems);
        let speaking = |words: &Arc<Words>| {
            let [tera, fallback] = [&tera, &fallback].map(|silent| {
                let mut tera = silent.clone();
                tera.register_function("t", say(Arc::clone(words)));
                tera
            });
            Engines { tera, fallback }
        };
        let engines = words.iter().map(speaking).collect();
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
    fn report(&self, error: &Error, rendered: &str) {
        let problem = problem(&self.theme, error, rendered);
        let mut problems = self.problems.lock().unwrap_or_else(PoisonError::into_inner);
        match problems.iter_mut().find(|known| known.subject == problem.subject) {
            // Pages are written in no order: which one is named must not depend on who was first.
            Some(known) if words(&problem) < words(known) => *known = problem,
            Some(_) => {}
            None => problems.push(problem),
        }
    }
}

impl Speaking<'_> {
    /// Renders a page.
    ///
    /// Returns nothing when even the built-in template fails, which is a defect of ours and reported as any other failure.
    pub(super) fn render(&self, view: TeraResult<View>) -> Option<String> {
        let View { template, chrome, page } = view.inspect_err(|error| self.templates.report(error, "")).ok()?;
        let mut context = Context::new();
        context.insert_value("chrome", chrome);
        context.insert_value("page", page);
        let rendered = self.engines.tera.render(template, &context).or_else(|error| {
            self.templates.report(&error, template);
            self.engines.fallback.render(template, &context)
        });
        rendered.inspect_err(|error| self.templates.report(error, template)).ok()
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
        problems.push(problem(theme, &error, ""));
        let culprit =
            Fault::of(theme, &error).and_then(|fault| own.get(format!("{FOLDER}{}", fault.template).as_str()).copied());
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
    // Templates are checked for the functions they call when they are added; each language gets its own.
    tera.register_function("t", |_: Kwargs, _: &State<'_>| Value::normal_string(""));
    tera.add_raw_templates(texts)?;
    Ok(tera)
}

/// Makes the function that says a message.
fn say(words: Arc<Words>) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<Value> + Send + Sync + 'static {
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

/// Returns what a problem is told apart by from others at its place.
fn words(problem: &Diagnostic) -> Vec<&Argument> {
    problem.message.arguments.iter().map(|(_, argument)| argument).collect()
}

/// What Tera has to say of a template.
struct Fault {
    /// Which template, by the name that Tera knows it by.
    template: String,
    /// Where in it.
    span: Span,
    /// What is wrong there.
    words: String,
}

impl Fault {
    /// Returns what an error says, if it names a template.
    fn of(theme: &Theme<'_>, error: &Error) -> Option<Self> {
        let (template, span, words) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = Span::new(report.span().range.clone());
                (report.filename(), span, ReportError::message(report).to_owned())
            }
            ErrorKind::MissingParent { current: template, .. }
            | ErrorKind::CircularExtend { tpl: template, .. }
            | ErrorKind::CircularInclude { tpl: template, .. }
            | ErrorKind::TemplateNotFound(template) => (template.as_str(), Span::default(), error.kind().to_string()),
            ErrorKind::Msg(text) => return Self::in_words(theme, text),
            _ => return None,
        };
        Some(Self { template: template.to_owned(), span, words })
    }

    /// Reads an error that is words alone: reports one after the other, `error: …`, then `--> template:line:column`; or a
    /// sentence that names templates. What the project wrote is named before what is built in.
    fn in_words(theme: &Theme<'_>, text: &str) -> Option<Self> {
        let is_own = |name: &str| theme.source(&format!("{FOLDER}{name}")).is_some();
        let lines: Vec<&str> = text.lines().collect();
        let reports = lines.windows(2).filter_map(|pair| {
            let (place, column) = pair[1].trim_start().strip_prefix("--> ")?.rsplit_once(':')?;
            let (template, line) = place.rsplit_once(':')?;
            let start = theme.text(&format!("{FOLDER}{template}")).and_then(|text| {
                let before: usize =
                    text.split_inclusive('\n').take(line.parse::<usize>().ok()?.saturating_sub(1)).map(str::len).sum();
                Some(before + column.parse::<usize>().ok()?.saturating_sub(1))
            });
            let start = start.unwrap_or_default();
            let words = pair[0].strip_prefix("error: ").unwrap_or(pair[0]).to_owned();
            Some(Self { template: template.to_owned(), span: Span::new(start..start), words })
        });
        let mut reports: Vec<Self> = reports.collect();
        if let Some(index) =
            reports.iter().position(|report| is_own(&report.template)).or((!reports.is_empty()).then_some(0))
        {
            return Some(reports.swap_remove(index));
        }
        let named = text.split('`').skip(1).step_by(2).find(|name| is_own(name))?;
        Some(Self { template: named.to_owned(), span: Span::default(), words: text.to_owned() })
    }
}

/// Says what Tera has to say, at its place where that lies in the project. `rendered` is the template of the page that was being
/// written, if one was.
fn problem(theme: &Theme<'_>, error: &Error, rendered: &str) -> Diagnostic {
    let Fault { template, span, words } = Fault::of(theme, error).unwrap_or_else(|| Fault {
        template: rendered.to_owned(),
        span: Span::default(),
        words: error.kind().to_string(),
    });
    let place = theme.source(&format!("{FOLDER}{template}")).map(|file| Place { file, span });
    let message = message!("theme-bad-template", template = template, words = words);
    let Some(place) = place else {
        let own = theme.below(FOLDER).filter(|name| theme.source(name).is_some());
        let own: Vec<String> = own.map(|name| format!("`{}`", &name[FOLDER.len()..])).collect();
        return Diagnostic::new(&BAD_TEMPLATE, Subject::Project, message)
            .help(message!("theme-bad-template.built-in", own = own.join(", ")));
    };
    Diagnostic::at(&BAD_TEMPLATE, place, message).help(message!("theme-bad-template.help"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use regex::Regex;

    use crate::source::Snapshot;
    use crate::words::Language;

    use super::*;

    #[test]
    fn the_built_in_templates_see_chrome_and_page_and_nothing_else() {
        let snapshot = Snapshot::default();
        let theme = Theme::new(&snapshot, None);
        let templates = Templates::load(theme, &[Arc::new(Words::load(&Language::ENGLISH))], None);
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

    #[test]
    fn what_does_not_fit_is_told_at_its_place_or_by_what_the_project_replaced() {
        let value = "{% component value(of: map) %}{{ <value of={of} /> }}{% endcomponent value %}";
        let cases = [
            ("pages/start.html", "a\nb{% include \"nope.html\" %}", Some(14)),
            ("components/other.html", "{% component link(to: map) %}x{% endcomponent link %}", Some(0)),
            ("components/value.html", "", None),
            ("components/value.html", value, None),
        ];
        for (name, text, start) in cases {
            let snapshot = Snapshot::from_archive(&format!("-- themes/ours/templates/{name} --\n{text}\n"));
            let folder = crate::source::SourcePath::new("themes/ours").unwrap();
            let templates = Templates::load(
                Theme::new(&snapshot, Some(&folder)),
                &[Arc::new(Words::load(&Language::ENGLISH))],
                None,
            );
            let english = templates.speaking(0).unwrap();
            let page = serde_json::json!({ "of": { "shape": "text" } });
            let page = Value::try_from_serializable(&page).unwrap();
            if templates.problems().is_empty() {
                let view = View { template: "pages/about.html", chrome: page.clone(), page };
                english.render(Ok(view));
            }
            let problems = templates.problems();
            let problem = &problems[0];
            assert_eq!(problem.place().map(|place| place.span.start), start, "{name}: {problem:?}");
            let said = Words::load(&Language::ENGLISH).say(&problem.help[0]);
            assert_eq!(said.contains(&format!("`{name}`")), start.is_none(), "{name}: {said}");
            assert!(!words(problem).contains(&&Argument::Text(String::new())), "{name}: {problem:?}");
        }
    }
}
