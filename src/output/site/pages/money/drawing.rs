//! The drawings of the page of money: what costs most, and what ends first. The tables below them say the same.

use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::output::site::body::Html;
use crate::output::site::drawing::{WIDTH, escape, lang, short};
use crate::output::site::here::Link;

/// A drawing with more lines tells nothing that a table does not tell better.
const MOST: usize = 12;
/// How high a line is: its words, and the bar below them.
const LINE: u32 = 34;
const BAR: u32 = 8;
/// How many letters of a name fit beside an amount or a day.
const LETTERS: usize = 30;
/// The room above the lines for the names of the years.
const ABOVE: u32 = 18;
/// How far ahead the line of time goes, in months from its first day.
const MONTHS: i32 = 24;

/// A bar: what it is of, and what stands at its end.
pub(super) struct Bar {
    pub of: Link,
    pub said: String,
    /// How long it is, against the longest.
    pub size: i64,
}

/// Draws bars, the longest first; nothing of fewer than two.
pub(super) fn bars(mut bars: Vec<Bar>, title: &str) -> Option<Html> {
    bars.retain(|bar| bar.size > 0);
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.size));
    bars.truncate(MOST);
    let longest = bars.first().map(|bar| i128::from(bar.size)).filter(|_| bars.len() > 1)?;
    let mut svg = start(title, LINE * u32::try_from(bars.len()).ok()?);
    let mut y = 0;
    for bar in &bars {
        let width = i128::from(bar.size) * i128::from(WIDTH) / longest;
        words(&mut svg, y, &bar.of, &bar.said);
        let _ = write!(
            svg,
            "<rect class=\"amount\" x=\"0\" y=\"{}\" width=\"{width}\" height=\"{BAR}\" rx=\"2\"/>",
            y + 20
        );
        y += LINE;
    }
    svg.push_str("</svg>");
    Some(Html::made(svg))
}

/// Something that lives until a day.
pub(super) struct Life {
    pub of: Link,
    /// The day in words.
    pub said: String,
    pub until: Date,
}

/// Draws how long each lives, from the month in which the first ends; nothing of fewer than two. What lives longer than the drawing is
/// wide goes through to its edge.
pub(super) fn lives(mut lives: Vec<Life>, title: &str) -> Option<Html> {
    lives.sort_by_key(|life| life.until);
    lives.truncate(MOST);
    let first = lives.first().filter(|_| lives.len() > 1)?.until.first_of_month();
    let last = first.checked_add(MONTHS.months()).ok()?;
    let x = |day: Date| {
        let of = |day: Date| i64::from((day - first).get_days());
        (of(day.min(last)) * i64::from(WIDTH) / of(last).max(1)).max(2)
    };
    let height = ABOVE + LINE * u32::try_from(lives.len()).ok()?;
    let mut svg = start(title, height);
    let januaries = (first.year() + 1..=last.year()).filter_map(|year| Date::new(year, 1, 1).ok());
    let januaries: Vec<Date> = januaries.filter(|day| *day < last).collect();
    for day in std::iter::once(&first).chain(&januaries) {
        let _ = write!(svg, "<text x=\"{}\" y=\"12\" fill=\"currentColor\">{}</text>", x(*day) - 2, day.year());
    }
    let mut y = ABOVE;
    for life in &lives {
        let end = x(life.until);
        words(&mut svg, y, &life.of, &life.said);
        // A year is marked beside the bars alone: a line through the words would be read as a letter.
        for day in &januaries {
            let _ = write!(svg, "<path class=\"year\" d=\"M{} {}v{}\"/>", x(*day), y + 17, BAR + 6);
        }
        let _ =
            write!(svg, "<rect class=\"amount\" x=\"0\" y=\"{}\" width=\"{end}\" height=\"{BAR}\" rx=\"2\"/>", y + 20);
        if life.until <= last {
            let _ = write!(svg, "<rect class=\"end\" x=\"{}\" y=\"{}\" width=\"4\" height=\"14\"/>", end - 2, y + 17);
        }
        y += LINE;
    }
    svg.push_str("</svg>");
    Some(Html::made(svg))
}

fn start(title: &str, height: u32) -> String {
    format!(
        "<svg class=\"map chart\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" aria-label=\"{}\" font-size=\"13\">",
        escape(title)
    )
}

/// The words above a bar: its name on the left, what it comes to on the right.
fn words(svg: &mut String, y: u32, of: &Link, said: &str) {
    let _ = write!(
        svg,
        "<text x=\"0\" y=\"{line}\" fill=\"currentColor\"{lang}>{name}</text><text x=\"{WIDTH}\" y=\"{line}\" text-anchor=\"end\" fill=\"currentColor\">{said}</text>",
        line = y + 14,
        lang = lang(of.lang.as_deref()),
        name = escape(&short(&of.text, LETTERS)),
        said = escape(said),
    );
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn named(name: &str) -> Link {
        Link { href: String::new(), text: name.to_owned(), note: None, lang: Some("en".to_owned()), note_lang: None }
    }

    fn bar(name: &str, size: i64) -> Bar {
        Bar { of: named(name), said: size.to_string(), size }
    }

    fn text(drawing: Option<Html>) -> String {
        serde_json::to_string(&drawing.unwrap()).unwrap()
    }

    #[test]
    fn the_longest_bar_is_as_wide_as_the_drawing_and_words_are_escaped() {
        let svg = text(bars(vec![bar("<b>", 50), bar("A", i64::MAX), bar("none", 0)], "\"Costs\""));
        assert!(svg.contains("width=\\\"340\\\" height=\\\"8\\\"") && svg.contains("&quot;Costs&quot;"), "{svg}");
        assert!(svg.contains(" lang=\\\"en\\\">&lt;b&gt;<") && !svg.contains("none"), "{svg}");
    }

    #[test]
    fn one_line_is_no_drawing() {
        assert!(bars(vec![bar("A", 1), bar("B", 0)], "x").is_none());
        assert!(bars(Vec::new(), "x").is_none());
        let life = |until| Life { of: named("A"), said: String::new(), until };
        assert!(lives(vec![life(date(2027, 1, 1))], "x").is_none());
        assert!(lives(vec![life(date(2027, 1, 1)), life(Date::MAX)], "x").is_some());
        assert!(lives(vec![life(Date::MAX), life(Date::MAX)], "x").is_none());
    }
}
