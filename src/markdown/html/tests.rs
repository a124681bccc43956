use snapbox::{IntoData, assert_data_eq, str};

use super::*;
use crate::markdown::{LinkKind, Text, parse};
use crate::source::Snapshot;

/// Knows a host, a page and the web; everything else is dead.
struct Known;

impl Resolver for Known {
    fn link(&self, link: &LinkUse) -> ResolvedLink {
        let target = link.target.as_str();
        match target {
            "host:mx1" => ResolvedLink::Entity { href: "../host/mx1.html".into(), name: "Mail <1>".into() },
            "missing.md" => ResolvedLink::Dead { why: "no such page".into() },
            _ if target.starts_with("https:") => ResolvedLink::External { href: target.into() },
            // What a careless resolver would do: the renderer has to stand alone.
            _ if link.kind == LinkKind::Wiki => ResolvedLink::Internal { href: format!("{target}.html") },
            _ => ResolvedLink::Internal { href: target.into() },
        }
    }

    fn fact(&self, expression: &str) -> Option<String> {
        (expression == "host:mx1.ip").then(|| "192.0.2.1 & <co>".into())
    }

    fn ask(&self, name: &str) -> Option<String> {
        (name == "db").then(|| "the <database>".into())
    }
}

struct Page<'a> {
    language: &'a Language,
    raw_html: RawHtml,
    marks: Marks,
    without_title: bool,
}

const PLAIN: Page<'_> =
    Page { language: &Language::ENGLISH, raw_html: RawHtml::Sanitise, marks: Marks(Vec::new()), without_title: false };

fn html_of(markdown: &str, page: &Page<'_>) -> String {
    let snapshot = Snapshot::from_archive(&format!("-- a.md --\n{markdown}"));
    let document = parse(Text::of_file(&snapshot.files()[0], 0)).value;
    let options = RenderOptions {
        resolver: &Known,
        words: &Words::load(&Language::ENGLISH),
        language: page.language,
        raw_html: page.raw_html,
        highlighter: &Highlighter::default(),
        marks: &page.marks,
        pause: None,
        heading_offset: 0,
        without_title: page.without_title,
    };
    render(&document, &options)
}

fn check(markdown: &str, expected: impl IntoData) {
    assert_data_eq!(html_of(markdown, &PLAIN), expected);
}

#[test]
fn headings_have_ids_and_links_to_themselves() {
    check(
        "## Étape `x` & {#go .wide}\n\n## Étape {name}\n",
        str![[r##"
<h2 id="go">Étape <code>x</code> &amp; <a class="anchor" href="#go" aria-label="Link to “Étape x &amp;”">#</a></h2>
<h2 id="etape-name">Étape {name} <a class="anchor" href="#etape-name" aria-label="Link to “Étape {name}”">#</a></h2>

"##]],
    );
}

#[test]
fn links_lead_where_the_resolver_says() {
    check(
        "[a](b.html \"t\") [](host:mx1) [x](https://a.org) [gone](missing.md) [[wiki|w]] <https://b.org> https://c.org.\n",
        str![[r##"
<p><a href="b.html" title="t">a</a> <a href="../host/mx1.html" class="entity">Mail &lt;1&gt;</a> <a href="https://a.org" class="external" rel="noreferrer">x</a> <span class="dead-link" title="no such page">gone</span> <a href="wiki.html">w</a> <a href="https://b.org" class="external" rel="noreferrer">https://b.org</a> <a href="https://c.org" class="external" rel="noreferrer">https://c.org</a>.</p>

"##]],
    );
}

#[test]
fn facts_and_asks_are_put_in_in_prose_and_code() {
    check(
        "{{host:mx1.ip}} {{host:mx1.no}} {{ask:db}} \\{{host:mx1.ip}} `{{host:mx1.ip}} {{.x}}`\n\n```\nping {{host:mx1.ip}} {{ask:db}} {{ask:b<}}\n```\n",
        str![[r#"
<p><span class="fact">192.0.2.1 &amp; &lt;co&gt;</span> <span class="dead-link">{{host:mx1.no}}</span> <span class="ask" title="the &lt;database&gt;">DB</span> {{host:mx1.ip}} <code><span class="fact">192.0.2.1 &amp; &lt;co&gt;</span> {{.x}}</code></p>
<div class="code"><pre tabindex="0"><code>ping 192.0.2.1 &amp; &lt;co&gt; <span class="ask" title="the &lt;database&gt;">DB</span> <span class="ask dead-link">B&lt;</span>
</code></pre></div>

"#]],
    );
}

#[test]
fn code_says_where_it_runs_and_what_it_does() {
    check(
        "```sh on=host:mx1 effect=reads\nls {{ask:db}} -l\n```\n\n```sql on=\"psql > prompt\" effect=boom\n\n```\n\n```sh on=here\n```\n",
        str![[r#"
<div class="code"><div class="code-head"><span class="code-where">on <a href="../host/mx1.html">Mail &lt;1&gt;</a></span> <span class="effect effect-reads">reads only</span> <span class="code-lang">sh</span></div><pre><code class="language-sh"><span class="line"><span class="f">ls</span> <span class="ask" title="the &lt;database&gt;">DB</span> <span class="word"><span class="a">-l</span></span></span>
</code></pre></div>
<div class="code"><div class="code-head"><span class="code-where">at the prompt psql &gt; prompt</span> <span class="code-lang">sql</span></div><pre><code class="language-sql">
</code></pre></div>
<div class="code"><div class="code-head"><span class="code-where">on your own machine</span> <span class="code-lang">sh</span></div><pre><code class="language-sh"></code></pre></div>

"#]],
    );
}

#[test]
fn steps_show_what_is_expected_and_what_else_to_do() {
    let markdown = "1. Do it. {#do .killer}\n   Expected: yes\n   If not: [x](#do)\n\n2. *Two*\n";
    let at = |word: &str| markdown.find(word).unwrap() as u32;
    let marks = Marks::new(vec![
        (0, Mark::Step { id: "do".into(), killer: true }),
        (at("Expected"), Mark::Expected(at("Expected") + 9)),
        (at("If not"), Mark::Otherwise(at("If not") + 7)),
        (at("2."), Mark::Step { id: "two".into(), killer: false }),
    ]);
    assert_data_eq!(
        html_of(markdown, &Page { marks, ..PLAIN }),
        str![[r##"
<ol class="steps">
<li class="step killer" id="do"><span class="tag tag-danger">Critical: do not skip</span><p><strong class="action">Do it.</strong></p>
<p class="expected"><strong class="label">Expected:</strong> yes</p>
<p class="otherwise"><strong class="label">If not:</strong> <a href="#do">x</a></p>
</li>
<li class="step" id="two"><p><strong class="action"><em>Two</em></strong></p>
</li>
</ol>

"##]]
    );
}

#[test]
fn sections_enclose_what_belongs_to_their_headings_and_nothing_is_left_open() {
    let markdown = "## A\n\na\n\n### B\n\n> ## C\n\n<details>\n\n## D\n\nd\n\n</details>\n\n## E\n";
    let at = |word: &str| u32::try_from(markdown.find(word).unwrap()).unwrap();
    let marks = Marks::new(vec![
        (at("## A"), Mark::Section { class: "a", end: at("## D") }),
        (at("### B"), Mark::Section { class: "b", end: at("## D") }),
        (at("## C"), Mark::Section { class: "c", end: at("## D") }),
        (at("## D"), Mark::Section { class: "d", end: at("## E") }),
        (at("## E"), Mark::Section { class: "e", end: u32::MAX }),
    ]);
    let html = html_of(markdown, &Page { marks, ..PLAIN });
    let tags: Vec<&str> = html.lines().filter(|line| line.contains("section") || line.contains("details")).collect();
    assert_eq!(
        tags,
        [
            "<section class=\"a\">",
            "<section class=\"b\">",
            "<details>",
            "</details>",
            "</section>",
            "</section>",
            "<section class=\"e\">",
            "</section>",
        ]
    );
}

#[test]
fn the_first_sentence_of_a_step_says_what_to_do() {
    let step = |text: &str| {
        let marks = Marks::new(vec![(0, Mark::Step { id: "s".into(), killer: false })]);
        let html = html_of(&format!("1. {text}\n"), &Page { marks, ..PLAIN });
        html.split_once("id=\"s\">").unwrap().1.split_once("\n").unwrap().0.replace(" class=\"action\"", "")
    };
    assert_eq!(step("Stop `a`. Then *wait*."), "<strong>Stop <code>a</code>.</strong> Then <em>wait</em>.</li>");
    assert_eq!(step("*Stop. Now* go. Then"), "<strong><em>Stop. Now</em> go.</strong> Then</li>");
    assert_eq!(step("<b>Stop. Now"), "<strong><b>Stop. Now</b></strong></li>");
    assert_eq!(
        step("[ ] Stop. Now"),
        "<strong><label><input type=\"checkbox\" disabled=\"\"> Stop. Now</label></strong></li>".replace("=\"\"", "")
    );
}

#[test]
fn a_command_breaks_between_words_and_its_text_is_what_was_written() {
    let code = "cd / && a-b --c=d-e {{ask:x-y}}/z \\\n\n  -f \"g h-i\"\n";
    let html = html_of(&format!("```sh on=here\n{code}```\n"), &PLAIN);
    let code_html = html.split_once("<code").unwrap().1.split_once('>').unwrap().1;
    let mut text = String::new();
    for piece in code_html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
    }
    let text = text.replace("&amp;", "&").replace("&quot;", "\"");
    assert_eq!(text.trim_end(), code.replace("{{ask:x-y}}", "X_Y").trim_end());
    assert_eq!(html.matches("class=\"line\"").count(), 2, "an empty line is none");
    assert_eq!(html.matches("class=\"word\"").count(), 5, "{html}");
    assert_eq!(html.matches("<span").count(), html.matches("</span>").count());
}

#[test]
fn notices_tables_tasks_and_definitions_have_their_own_structure() {
    check(
        "> [!WARNING]\n> Hot\n\n| A | B |\n|--|-:|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n\n* [x] loose\n\n* b\n\nTerm\n: Meaning\n\n4. four\n",
        str![[r##"
<div class="notice notice-warning" role="note"><p class="notice-title">Warning</p>
<p>Hot</p>
</div>
<div class="table" role="group" tabindex="0" aria-label="Table"><table>
<thead><tr><th scope="col">A</th><th scope="col" class="align-right">B</th></tr></thead>
<tbody>
<tr><td>1</td><td class="align-right">2</td></tr>
</tbody></table></div>
<ul>
<li><label><input type="checkbox" disabled checked> done</label></li>
<li><label><input type="checkbox" disabled> open</label></li>
</ul>
<ul>
<li><p><label><input type="checkbox" disabled checked> loose</label></p>
</li>
<li><p>b</p>
</li>
</ul>
<dl>
<dt>Term</dt>
<dd>Meaning</dd>
</dl>
<ol start="4">
<li>four</li>
</ol>

"##]],
    );
}

#[test]
fn footnotes_stand_at_the_end_also_those_that_nothing_refers_to() {
    check(
        "[^n]: Lost words\n\n[^a\">]: Note\n\nText[^a\">] and[^a\">]\n",
        str![[r##"
<p>Text<sup class="footnote-ref"><a id="fnref:2" href="#fn:2">2</a></sup> and<sup class="footnote-ref"><a id="fnref:2:2" href="#fn:2">2</a></sup></p>
<section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol>
<li id="fn:1" value="1"><p>Lost words</p></li>
<li id="fn:2" value="2"><p>Note</p> <a class="footnote-back" href="#fnref:2" aria-label="Back to the text">↩</a></li>
</ol></section>

"##]],
    );
}

#[test]
fn images_keep_their_words() {
    check(
        "![a *b* `c`](x.svg \"t\") ![gone](missing.md) [![i](y.png)](https://a.org)\n",
        str![[r##"
<p><img src="x.svg" alt="a b c" title="t" loading="lazy"> <span class="dead-link" title="no such page">gone</span> <a href="https://a.org" class="external" rel="noreferrer"><img src="y.png" alt="i" loading="lazy"></a></p>

"##]],
    );
}

#[test]
fn the_contents_list_the_headings() {
    check(
        "[[_TOC_]]\n\n# A\n\n### B\n\n## C\n",
        str![[r##"
<nav class="contents" aria-label="On this page"><ul><li><a href="#a">A</a><ul><li><a href="#b">B</a></li><li><a href="#c">C</a></li></ul></li></ul></nav>
...
"##]],
    );
}

#[test]
fn the_title_is_left_out_when_the_page_shows_it() {
    let page = Page { without_title: true, ..PLAIN };
    assert_eq!(html_of("# Title *x*\n\ntext\n", &page), "<p>text</p>\n");
    assert!(html_of("text\n\n# Title\n", &page).contains("Title"));
}

#[test]
fn french_text_gets_its_spaces_and_code_does_not() {
    let page = Page { language: &Language::FRENCH, ..PLAIN };
    assert_eq!(
        html_of("Oui : « a » ; `x ; y !` https://a.org/?b\n", &page),
        "<p>Oui\u{A0}: «\u{A0}a\u{A0}»\u{202F}; <code>x ; y !</code> <a href=\"https://a.org/?b\" class=\"external\" rel=\"noreferrer\">https://a.org/?b</a></p>\n"
    );
    assert_eq!(html_of("Yes : no\n", &PLAIN), "<p>Yes : no</p>\n");
}

#[test]
fn what_only_looks_like_markup_stays_text() {
    check(
        "{{<details \"x\">}} {{% notice %}} if [[ -f /a ]]; then [text][missing] $HOME/$USER --flag\n",
        str![[r##"
<p>{{&lt;details "x"&gt;}} {{% notice %}} if [[ -f /a ]]; then [text][missing] $HOME/$USER --flag</p>

"##]],
    );
}

#[test]
fn harmless_html_gets_through_balanced() {
    check(
        "<details open class=x style=y onclick=z><summary>S</summary>\n\n*text* <b>bold <kbd>k</kbd>\n\n</div></details> {{host:mx1.ip}} <!-- audience: admins -->\n\n<a id=\"spot\"></a><img src=\"x.png\" alt=\"A\">\n",
        str![[r##"
<details open=""><summary>S</summary>
<p><em>text</em> <b>bold <kbd>k</kbd></b></p>
</details> <span class="fact">192.0.2.1 &amp; &lt;co&gt;</span> 
<p><a id="spot"></a><img src="x.png" loading="lazy" alt="A"></p>

"##]],
    );
}

#[test]
fn without_html_its_words_stay() {
    let page = Page { raw_html: RawHtml::Off, ..PLAIN };
    assert_eq!(
        html_of("<div title=\"x\">\nwords &amp; <b>more</b>\n</div>\n\na <i>b</i> <script>c</script>\n", &page),
        "\nwords &amp; more\n\n<p>a b c</p>\n"
    );
}

/// Vectors of script injection through every part of Markdown that carries words of the author into an attribute or a tag.
#[test]
fn nothing_of_an_author_runs() {
    let addresses = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "&#1;javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:alert(1)",
        "file:///etc/passwd",
    ];
    let mut vectors: Vec<String> = Vec::new();
    for address in addresses {
        vectors.extend([
            format!("[x]({address})"),
            format!("![x]({address})"),
            format!("[x](<{address}>)"),
            format!("<{address}>"),
            format!("[x][r]\n\n[r]: {address}"),
            format!("t[^1]\n\n[^1]: [x]({address})"),
            format!("[[{address}]]"),
            format!("<a href=\"{address}\">x</a>"),
            format!("<img src='{address}'>"),
            format!("<a href={address}>x</a>"),
        ]);
    }
    vectors.extend(
        [
            "<script>alert(1)</script>",
            "<SCRIPT SRC=//evil></SCRIPT>",
            "<img src=x onerror=alert(1)>",
            "<img/src=x/onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<svg><animate onbegin=alert(1)>",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<iframe src=javascript:alert(1)></iframe>",
            "<object data=x><embed src=x><base href=//evil><form action=x><input autofocus onfocus=alert(1)>",
            "<a href=x style=\"x:expression(alert(1))\" onmouseover=alert(1)>x</a>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<!--><img src=x onerror=alert(1)>-->",
            "<!-- --!><img src=x onerror=alert(1)> -->",
            "<![CDATA[<img src=x onerror=alert(1)>]]>",
            "<?php <img src=x onerror=alert(1)> ?>",
            "<p title='<img src=x onerror=alert(1)>'>",
            "<b <script>alert(1)</script>",
            "# x {onclick=alert(1)}",
            "# x {#a onclick=alert(1)}",
            "# x {#a\"onclick=alert(1)}",
            "1. x {#a onclick=alert(1)}",
            "[x](y \"onclick=alert(1)\")",
            "[x](y '\" onclick=alert(1) \"')",
            "![\" onerror=alert(1) \"](y)",
            "![x](y\"onerror=alert(1))",
            "```\"onclick=alert(1)\nx\n```",
            "```sh\"><script>alert(1)</script>\nx\n```",
            "```sh on=\"<script>alert(1)</script>\" effect=<script>\nx\n```",
            "| <script>alert(1)</script> |\n|--|\n| <img src=x onerror=alert(1)> |",
            "t[^\"><script>alert(1)</script>]\n\n[^\"><script>alert(1)</script>]: n",
            "{{ask:<script>alert(1)</script>}} {{host:<script>alert(1)</script>}}",
            "{{<script>alert(1)</script>}}",
            "<style>@import 'javascript:alert(1)'</style><link rel=stylesheet href=x><meta http-equiv=refresh content=0>",
        ]
        .map(str::to_owned),
    );
    for vector in &vectors {
        for raw_html in [RawHtml::Sanitise, RawHtml::Off] {
            let html = html_of(&format!("{vector}\n"), &Page { raw_html, ..PLAIN });
            assert_harmless(&html, vector);
        }
    }
}

/// Reads finished HTML tag by tag: every `<` starts a tag that we know, every attribute is one that we write.
fn assert_harmless(html: &str, vector: &str) {
    const TAGS: &str = "
        a b code dd del details div dl dt em h1 h2 hr i img input kbd label li nav ol p pre section span
        strong sub summary sup table tbody td th thead tr ul br blockquote
    ";
    const ATTRIBUTES: &str = "
        alt aria-label class disabled href id loading rel role scope src start tabindex title value
    ";
    let mut brackets = 0;
    for (piece, _) in crate::markdown::raw_html::pieces(html) {
        match piece {
            crate::markdown::raw_html::Piece::Open(tag) => {
                brackets += 1;
                assert!(
                    TAGS.split_ascii_whitespace().any(|known| known == tag.name),
                    "<{}> from {vector}: {html}",
                    tag.name
                );
                for (name, value) in &tag.attributes {
                    assert!(
                        ATTRIBUTES.split_ascii_whitespace().any(|known| known == name),
                        "{name} from {vector}: {html}"
                    );
                    if matches!(name.as_str(), "href" | "src") {
                        let decoded = tag.value(name).unwrap();
                        assert!(address::is_safe(&decoded), "{value} from {vector}: {html}");
                    }
                }
            }
            crate::markdown::raw_html::Piece::Close(_) => brackets += 1,
            crate::markdown::raw_html::Piece::Text(text) => {
                assert!(!text.contains('<'), "{text} from {vector}: {html}");
            }
            crate::markdown::raw_html::Piece::Comment(text) => panic!("{text} from {vector}: {html}"),
        }
    }
    // Attribute values hold no bare bracket either, so that no other reading of the page finds a tag.
    assert_eq!(html.matches('<').count(), brackets, "{vector}: {html}");
}

#[test]
fn hostile_pages_take_linear_time_and_no_deep_stack() {
    let unit = [
        "[",
        "*",
        "> ",
        "<b>",
        "![",
        "{{",
        "- ",
        "`",
        "[^a]",
        "<!--",
        "<div title=x>\n\n",
        "|a|\n|-|\n",
        "# a\n",
        "\\",
        "_a_",
        "1. a\n",
        "[a][b]",
        "http://(",
        "<details>\n\nx\n\n",
    ];
    for hostile in unit {
        let html = html_of(&hostile.repeat(50_000 / hostile.len()), &PLAIN);
        assert!(html.len() < 20_000_000, "{hostile} → {}", html.len());
    }
}
