//! Money: what a year costs and brings, for whom, what ends first, and who can pay.
//!
//! Days are written out and never compared with that of the build.

mod answer;
mod drawing;
mod paying;
mod table;

use serde::Serialize;

use crate::catalog::contract::Contract;
use crate::catalog::fact::Value;
use crate::catalog::facts::ToValue as _;
use crate::catalog::organisation::Income;
use crate::diagnostic::message;
use crate::knowledge::amount::{amount, rate};
use crate::knowledge::money::exact::{Exact, Sums};
use crate::knowledge::money::{End, Fate, Ledger, Price};
use crate::names::EntityRef;
use crate::output::site::body::Html;
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::value::ValueView;

use drawing::{Bar, Life, bars, lives};
use paying::{Card, Payer, cards, payers, speakers};
use table::{Line, Name, Table};

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct MoneyView {
    title: String,
    /// What a year costs and brings, and how long the reserve lasts.
    answers: Vec<String>,
    /// Whether there may be more than this edition tells.
    is_part: bool,
    /// What is not in the figures, because nobody knows it.
    not_counted: Vec<String>,
    /// The contracts of which nobody knows what they cost.
    unpriced: Vec<Link>,
    costs: Option<Table>,
    /// What costs most, as a drawing.
    bars: Option<Html>,
    income: Option<Table>,
    /// What counts of income that is dated to years.
    income_said: Option<String>,
    projects: Option<Table>,
    services: Option<Table>,
    /// What ends, the first in front.
    ending: Vec<FateView>,
    /// The same as a drawing.
    lives: Option<Html>,
    /// The contracts of which nobody knows whether or when they end.
    unknown_end: Vec<Link>,
    /// The contracts that go on by themselves.
    going_on: Vec<Link>,
    payers: Vec<Payer>,
    speakers: Vec<Link>,
    cards: Vec<Card>,
}

/// A contract that ends when nobody does anything.
#[derive(Debug, Serialize)]
struct FateView {
    /// The day for programs, `2026-11-22`.
    day: String,
    date: String,
    link: Link,
    /// Why it ends, and until when somebody can act.
    why: String,
    /// What goes with it.
    covers: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, MoneyView) {
    let kb = here.kb();
    let ledger = &here.site.ledger;
    let words = here.words();
    let fates = kb.fates();
    let with =
        |end: End| fates.iter().filter(move |fate| fate.end == end).filter_map(|fate| contract(here, fate.contract));
    let unpriced = ledger.contracts.iter().filter(|(_, price)| *price == Price::Unknown);
    let view = MoneyView {
        title: here.title(&Page::Money),
        answers: answer::sentences(here, ledger),
        is_part: !here.is_whole(),
        not_counted: answer::not_counted(here, ledger),
        unpriced: unpriced.filter_map(|(of, _)| contract(here, of)).collect(),
        costs: costs(here, ledger),
        bars: largest(here, ledger),
        income: Table::new(
            here,
            "money-source",
            Some("money-amount-of"),
            ledger.income.iter().map(|of| income(here, of)).collect(),
        ),
        income_said: ledger.year().map(|year| words.say(&message!("money-income-of", year = year.to_string()))),
        projects: projects(here, ledger),
        services: services(here, ledger),
        ending: fates.iter().filter_map(|fate| ending(here, fate)).collect(),
        lives: lives(fates.iter().filter_map(|fate| life(here, fate)).collect(), &words.word("money-lives")),
        unknown_end: with(End::Unknown).collect(),
        going_on: with(End::GoesOn).collect(),
        payers: payers(here),
        speakers: speakers(here),
        cards: cards(here),
    };
    let mut chrome = Chrome::new(here, &view.title);
    let headings = [
        ("_costs", "money-costs", view.costs.is_some()),
        ("_income", "money-income", view.income.is_some()),
        ("_projects", "money-projects", view.projects.is_some()),
        ("_services", "money-services", view.services.is_some()),
        ("_first", "money-first", !fates.is_empty()),
        ("_pay", "money-pay", !view.payers.is_empty() || !view.speakers.is_empty() || !view.cards.is_empty()),
    ];
    let shown = headings.into_iter().filter(|(_, _, is_shown)| *is_shown);
    chrome.toc = shown.map(|(id, heading, _)| TocEntry::new(id, words.word(heading))).collect();
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Dates)));
    (chrome, view)
}

fn contract(here: &Here<'_>, contract: &Contract) -> Option<Link> {
    here.link_to(&EntityRef::from(&contract.id))
}

/// The contracts, by what they cost.
fn costs(here: &Here<'_>, ledger: &Ledger<'_>) -> Option<Table> {
    let mut contracts: Vec<&(&Contract, Price)> = ledger.contracts.iter().collect();
    contracts.sort_by_key(|(_, price)| by_cost(*price));
    let line = |(of, price): &(&Contract, Price)| {
        let entity = here.kb().catalog.entities.get(&EntityRef::from(&of.id))?;
        Some(Line {
            name: Name::link(here.link_to(&entity.reference)?),
            price: Value::find(&entity.facts, "cost").map(|cost| ValueView::new(here, cost)),
            sums: price.sums(),
        })
    };
    Table::new(here, "money-contract", Some("money-price"), contracts.into_iter().filter_map(line).collect())
}

/// Currencies by code; in each, what costs most first; then what is free, then what nobody knows.
fn by_cost(price: Price) -> impl Ord {
    match price {
        Price::Yearly(currency, amount) => (0, Some(currency), std::cmp::Reverse(Some(amount))),
        Price::Nothing => (1, None, std::cmp::Reverse(None)),
        Price::Unknown => (2, None, std::cmp::Reverse(None)),
    }
}

/// The drawing of what costs most: of a single currency, because the lengths of two cannot be compared.
fn largest(here: &Here<'_>, ledger: &Ledger<'_>) -> Option<Html> {
    if ledger.costs.iter().count() != 1 {
        return None;
    }
    let bar = |(of, price): &(&Contract, Price)| {
        let money = price.rounded()?;
        Some(Bar { of: contract(here, of)?, said: amount(here.words(), money), size: money.minor })
    };
    bars(ledger.contracts.iter().filter_map(bar).collect(), &here.words().word("money-bars"))
}

fn income(here: &Here<'_>, (of, price): &(&Income, Price)) -> Line {
    let (amount, every) = (of.amount.to_value(), of.every.to_value());
    let said = amount.as_ref().zip(every.as_ref()).and_then(|(amount, every)| rate(here.words(), amount, every));
    let written = match said {
        Some(said) => ValueView::text(said),
        None => ValueView::row([amount, every].into_iter().flatten().map(|value| ValueView::new(here, &value))),
    };
    Line {
        name: Name::text(ValueView::words(here, &of.label, &here.kb().config.language)),
        price: Some(written),
        sums: price.sums(),
    }
}

/// What is paid for each project, and for all of them. Nothing where no project has a share.
fn projects(here: &Here<'_>, ledger: &Ledger<'_>) -> Option<Table> {
    if ledger.projects.is_empty() {
        return None;
    }
    let of = ledger.projects.iter().map(|(id, sums)| (EntityRef::from(*id), sums));
    // What is for a project that this edition does not show is left over in it as well.
    let rest = if here.is_whole() { "money-for-all" } else { "money-for-all.edition" };
    split(here, "money-project", of, (rest, &ledger.for_all))
}

/// What is paid for each service, and for none in particular. An edition does not tell what runs where, so it cannot tell that.
fn services(here: &Here<'_>, ledger: &Ledger<'_>) -> Option<Table> {
    if ledger.services.is_empty() || !here.is_whole() {
        return None;
    }
    let of = ledger.services.iter().map(|(id, sums)| (EntityRef::from(*id), sums));
    split(here, "money-service", of, ("money-for-none", &ledger.for_none))
}

/// The parts of the costs, with what is left over. What has no page has no line of its own.
fn split<'s>(
    here: &Here<'_>,
    of: &str,
    parts: impl Iterator<Item = (EntityRef, &'s Sums)>,
    (rest, left): (&str, &Sums),
) -> Option<Table> {
    let line = |(thing, sums): (EntityRef, &Sums)| {
        Some(Line { name: Name::link(here.link_to(&thing)?), price: None, sums: sums.clone() })
    };
    let mut lines: Vec<Line> = parts.filter_map(line).collect();
    // What costs most stands in front, in whatever currency.
    lines.sort_by_key(|line| std::cmp::Reverse(line.sums.iter().map(|(_, amount)| amount).max()));
    if left.iter().any(|(_, amount)| amount > Exact::default()) {
        let name = Name::text(ValueView::text(here.words().word(rest)));
        lines.push(Line { name, price: None, sums: left.clone() });
    }
    Table::new(here, of, None, lines)
}

fn ending(here: &Here<'_>, fate: &Fate<'_>) -> Option<FateView> {
    let why = match fate.end {
        End::RunsOut { act_by: Some(act_by), .. } => message!("money-runs-out.notice", date = here.date(act_by)),
        End::RunsOut { act_by: None, .. } => message!("money-runs-out"),
        End::Refused { card, .. } => message!("money-refused", date = here.date(card)),
        End::Unknown | End::GoesOn => return None,
    };
    let day = fate.end.day()?;
    let covered = fate.contract.covers.known().into_iter().flatten();
    Some(FateView {
        day: day.to_string(),
        date: here.date(day),
        link: contract(here, fate.contract)?,
        why: here.words().say(&why),
        covers: covered.filter_map(|thing| here.link_to(thing)).collect(),
    })
}

fn life(here: &Here<'_>, fate: &Fate<'_>) -> Option<Life> {
    let until = fate.end.day()?;
    Some(Life { of: contract(here, fate.contract)?, said: here.date(until), until })
}
