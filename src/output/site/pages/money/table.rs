//! Tables of amounts: a column for each currency, which adds up to what stands below it.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::diagnostic::message;
use crate::knowledge::amount::amount;
use crate::knowledge::money::exact::{Exact, Sums, rounded_together};
use crate::output::site::here::{Here, Link};
use crate::output::site::value::ValueView;
use crate::scalar::{Currency, Money};

/// What is paid for what.
#[derive(Debug, Serialize)]
pub(super) struct Table {
    /// What the lines are.
    of: String,
    /// What the column of prices is called, if there is one.
    price: Option<String>,
    /// What the columns of amounts are called.
    columns: Vec<String>,
    rows: Vec<Row>,
    /// What the lines add up to.
    total: Row,
}

/// A line.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    /// What it is about.
    name: Name,
    /// Whether the table has a column of prices.
    has_price: bool,
    /// The price as it is written down.
    price: Option<ValueView>,
    cells: Vec<Cell>,
}

/// What a line is about: a thing, or something that has words only.
#[derive(Debug, Serialize)]
pub(super) struct Name {
    link: Option<Link>,
    text: Option<ValueView>,
}

/// An amount of a currency; nothing where there is none.
#[derive(Debug, Serialize)]
struct Cell {
    /// What its column is called.
    label: String,
    amount: Option<String>,
}

/// A line before it is rounded.
pub(super) struct Line {
    pub name: Name,
    pub price: Option<ValueView>,
    pub sums: Sums,
}

impl Name {
    pub(super) fn link(link: Link) -> Self {
        Self { link: Some(link), text: None }
    }

    pub(super) fn text(text: ValueView) -> Self {
        Self { link: None, text: Some(text) }
    }
}

impl Table {
    /// Lays out lines under what they are called, with their prices, under a name, where they have some; nothing of no line with an amount.
    pub(super) fn new(here: &Here<'_>, of: &str, price: Option<&str>, lines: Vec<Line>) -> Option<Self> {
        let words = here.words();
        let currencies: BTreeSet<Currency> =
            lines.iter().flat_map(|line| line.sums.iter().map(|(currency, _)| currency)).collect();
        if currencies.is_empty() {
            return None;
        }
        let is_alone = currencies.len() == 1;
        let columns: Vec<Column> = currencies.into_iter().map(|of| Column::new(here, of, is_alone, &lines)).collect();
        let row = |(index, line): (usize, Line)| Row {
            name: line.name,
            has_price: price.is_some(),
            price: line.price,
            cells: columns.iter().map(|column| column.cell(here, column.lines.get(index).copied().flatten())).collect(),
        };
        let rows: Vec<Row> = lines.into_iter().enumerate().map(row).collect();
        let total = Row {
            name: Name::text(ValueView::text(words.word("money-total"))),
            has_price: price.is_some(),
            price: None,
            cells: columns.iter().map(|column| column.cell(here, Some(column.total))).collect(),
        };
        Some(Self {
            of: words.word(of),
            price: price.map(|price| words.word(price)),
            columns: columns.into_iter().map(|column| column.label).collect(),
            rows,
            total,
        })
    }
}

/// The amounts of a currency, rounded together.
struct Column {
    currency: Currency,
    label: String,
    lines: Vec<Option<i64>>,
    total: i64,
}

impl Column {
    fn new(here: &Here<'_>, currency: Currency, is_alone: bool, lines: &[Line]) -> Self {
        let label = if is_alone {
            here.words().word("money-per-year")
        } else {
            here.words().say(&message!("money-per-year-in", currency = currency.as_str()))
        };
        let amounts: Vec<Option<Exact>> = lines.iter().map(|line| line.sums.get(currency)).collect();
        let present: Vec<Exact> = amounts.iter().copied().flatten().collect();
        let mut rounded = rounded_together(&present).into_iter();
        let lines: Vec<Option<i64>> = amounts.iter().map(|amount| amount.and_then(|_| rounded.next())).collect();
        let total = lines.iter().flatten().fold(0_i64, |sum, line| sum.saturating_add(*line));
        Self { currency, label, lines, total }
    }

    fn cell(&self, here: &Here<'_>, minor: Option<i64>) -> Cell {
        let money = |minor| amount(here.words(), Money { minor, currency: self.currency });
        Cell { label: self.label.clone(), amount: minor.map(money) }
    }
}
