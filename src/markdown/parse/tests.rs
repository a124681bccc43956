use snapbox::{IntoData, assert_data_eq, str};

use super::*;
use crate::source::Snapshot;

fn read(markdown: &str) -> (Snapshot, Outcome<Document>) {
    let snapshot = Snapshot::from_archive(&format!("-- a.md --\n{markdown}"));
    let outcome = parse(Text::of_file(&snapshot.files()[0], 0));
    (snapshot, outcome)
}

/// Shows what was noted, each with the text it stands at, and the problems.
fn check(markdown: &str, expected: impl IntoData) {
    let (snapshot, outcome) = read(markdown);
    let document = outcome.value;
    let at = |span: Span| document.text.place(span).span.text(markdown).replace('\n', "⏎");
    let mut shown = String::new();
    for Heading { level, id, text, span } in &document.headings {
        shown += &format!("h{level} #{id} `{text}` at `{}`\n", at(*span));
    }
    for LinkUse { kind, target, span, target_span } in &document.links {
        shown += &format!("{kind:?} `{target}` at `{}` in `{}`\n", at(*target_span), at(*span));
    }
    for FactUse { expression, span } in &document.facts {
        shown += &format!("fact `{expression}` at `{}`\n", at(*span));
    }
    for AskUse { name, span } in &document.asks {
        shown += &format!("ask `{name}` at `{}`\n", at(*span));
    }
    for CodeBlock { language, on, effect, code, span } in &document.code_blocks {
        shown += &format!("code {language} {on:?} {effect:?} {code:?} at `{}`\n", at(*span));
    }
    for ListItem { id, killer, text, lines, .. } in &document.items {
        let lines: Vec<String> = lines.iter().map(|line| at(*line)).collect();
        shown += &format!("item {id:?} {killer} {text:?} {lines:?}\n");
    }
    for AudienceMark { audience, span } in &document.audience_marks {
        shown += &format!("audience {audience:?} at `{}`\n", at(*span));
    }
    for diagnostic in &outcome.diagnostics {
        let place = diagnostic.place().unwrap();
        let at = snapshot.line_column(place);
        let severity = diagnostic.severity.name();
        shown +=
            &format!("{severity} {} {}:{} `{}`", diagnostic.code.name, at.line, at.column, place.span.text(markdown));
        for label in &diagnostic.labels {
            let at = snapshot.line_column(label.place);
            shown += &format!(" {} {}:{}", label.message.id, at.line, at.column);
        }
        shown += "\n";
    }
    assert_data_eq!(shown, expected);
}

#[test]
fn headings_get_stable_ids() {
    check(
        "# Éteindre *l'hôte*\n\n## Étapes\n\n## Étapes {#etapes}\n\n## 日本\n\nSetext `x`\n---\n",
        str![[r#"
h1 #eteindre-l-hote `Éteindre l'hôte` at `# Éteindre *l'hôte*`
h2 #etapes-2 `Étapes` at `## Étapes`
h2 #etapes `Étapes` at `## Étapes {#etapes}`
h2 #section `日本` at `## 日本`
h2 #setext-x `Setext x` at `Setext `x`⏎---`

"#]],
    );
}

#[test]
fn links_know_their_targets() {
    check(
        "[a](b.md \"t\") [![i](c.png)](<d e.md>) <https://e.org> https://f.org/g_h. [r][l] [[w|x]] <x@y.org>\n\n[l]: m.md\n\n<a href=\"n.md\">n</a> `https://no.org` [https://no.org](o)\n",
        str![[r#"
Link `b.md` at `b.md` in `[a](b.md "t")`
Link `d e.md` at `d e.md` in `[![i](c.png)](<d e.md>)`
Image `c.png` at `c.png` in `![i](c.png)`
Link `https://e.org` at `https://e.org` in `<https://e.org>`
Link `https://f.org/g_h` at `https://f.org/g_h` in `https://f.org/g_h`
Link `m.md` at `[r][l]` in `[r][l]`
Wiki `w` at `w` in `[[w|x]]`
Link `mailto:x@y.org` at `x@y.org` in `<x@y.org>`
Link `n.md` at `<a href="n.md">` in `<a href="n.md">`
Link `o` at `o` in `[https://no.org](o)`

"#]],
    );
}

#[test]
fn facts_and_asks_are_found_in_prose_and_code() {
    check(
        "{{host:mx1.ip_v4}} \\{{host:mx1.ip}} `{{ask:me}}` {{ .Values }}\n\n> ```sh\n> ping {{host:mx1.ip}}\n> ```\n",
        str![[r#"
fact `host:mx1.ip_v4` at `{{host:mx1.ip_v4}}`
fact `host:mx1.ip` at `{{host:mx1.ip}}`
ask `me` at `{{ask:me}}`
code sh None None "ping {{host:mx1.ip}}/n" at ````sh⏎> ping {{host:mx1.ip}}⏎> ````

"#]],
    );
}

#[test]
fn items_know_their_ids_and_lines() {
    check(
        "1. One *more*. {#one .killer}\n   Expected: a\n   b\n\n   Second\n2. [ ] Tight {#two}\n\n   ```sh on=here effect=reads\n   ls\n   ```\n\n- Plain {#three}\n",
        str![[r#"
code sh Some("here") Some(Reads) "ls/n" at ````sh on=here effect=reads⏎   ls⏎   ````
item Some("one") true "One more./nExpected: a/nb" ["One *more*. {#one .killer}", "Expected: a", "b", "Second"]
item Some("two") false "Tight" ["[ ] Tight {#two}"]

"#]],
    );
}

#[test]
fn audiences_are_marked_and_comments_are_no_html() {
    check(
        "<!-- audience: admins -->\n\nx <!-- TODO --> y\n\n<!-- /audience -->\n",
        str![[r#"
audience Some("admins") at `<!-- audience: admins -->`
audience None at `<!-- /audience -->`

"#]],
    );
    assert!(!read("<!-- a -->\n\n# T <!-- b -->\n").1.value.has_raw_html);
    assert!(read("a <b>b</b>\n").1.value.has_raw_html);
}

#[test]
fn an_id_given_twice_is_reported_at_the_second() {
    check(
        "## A {#x}\n\n1. B {#x}\n2. C {#y}\n",
        str![[r#"
h2 #x `A` at `## A {#x}`
item None false "B" ["B {#x}"]
item Some("y") false "C" ["C {#y}"]
error markdown/duplicate-id 3:5 ` {#x}` markdown-duplicate-id.label 1:5

"#]],
    );
}

#[test]
fn an_unclosed_fence_is_reported_with_the_heading_that_it_swallows() {
    check(
        "# T\n\n```sh\nls\n\n## Steps\n\nx\n",
        str![[r#"
h1 #t `T` at `# T`
code sh None None "ls/n/n## Steps/n/nx/n" at ````sh⏎ls⏎⏎## Steps⏎⏎x⏎`
error markdown/unclosed-fence 3:1 ````sh` markdown-unclosed-fence.label 6:1

"#]],
    );
}

#[test]
fn effects_labels_and_shortcodes_are_reported_and_their_likes_are_not() {
    check(
        "```sh effect=read\n```\n\n```sh effect=reads run=1\n```\n\n[a][b] [c] a[0][1]\n\n{{< x >}} {{< y >}}\n",
        str![[r#"
code sh None None "" at ````sh effect=read⏎````
code sh None Some(Reads) "" at ````sh effect=reads run=1⏎````
error markdown/unknown-effect 1:14 `read`
warning markdown/undefined-link 7:1 `[a][b]`
info markdown/shortcode 9:1 `{{<`

"#]],
    );
    check(
        "```\n{{< x >}} [a][b]\n```\n",
        str![[r#"
code  None None "{{< x >}} [a][b]/n" at `[..]`

"#]],
    );
}

#[test]
fn anchors_of_other_tools_lead_to_our_ids() {
    let (_, outcome) = read("## Étapes & co.\n\n## Étapes & co.\n\n<a id=\"Spot\"></a><a name=old></a>\n");
    let document = outcome.value;
    let anchors = ["etapes-co", "étapes--co", "Étapes--co", "étapes--co-1", "Spot", "old", "nowhere"];
    let found: Vec<Option<&str>> = anchors.iter().map(|anchor| document.anchor(anchor)).collect();
    let first = Some("etapes-co");
    assert_eq!(found, [first, first, first, Some("etapes-co-2"), Some("Spot"), Some("old"), None]);
}

#[test]
fn a_hundred_thousand_equal_headings_take_linear_time() {
    let (_, outcome) = read(&"# a\n".repeat(100_000));
    assert_eq!(outcome.value.headings.last().unwrap().id, "a-100000");
}

proptest::proptest! {
    #[test]
    fn nothing_panics_and_every_place_lies_in_the_text(markdown in r##"([\[\]()!*_`#> \n|{}:<>=~^"'.\\-]|\{\{ask:a\}\}|1\. |é|«|a|\{#b\}|Attendu :|```sh|https://){0,60}"##) {
        let (snapshot, outcome) = read(&markdown);
        let length = snapshot.files().first().map_or(0, |file| file.text.len());
        let document = outcome.value;
        let spans = document.links.iter().flat_map(|link| [link.span, link.target_span]);
        let spans = spans.chain(document.headings.iter().map(|heading| heading.span));
        let spans = spans.chain(document.items.iter().flat_map(|item| item.lines.clone()));
        let spans = spans.chain(document.asks.iter().map(|ask| ask.span));
        for span in spans {
            proptest::prop_assert!(span.start <= span.end && span.range().end <= length, "{:?}", span);
            proptest::prop_assert!(document.text.as_str().get(span.range()).is_some(), "{:?}", span);
        }
    }
}
