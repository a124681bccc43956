//! The plain answer: what a year costs and brings, and how long it can go on like this.

use crate::diagnostic::{Message, message};
use crate::knowledge::amount::amount;
use crate::knowledge::money::{Account, Ledger, Price, Runway};
use crate::output::site::here::Here;
use crate::scalar::{Duration, Money, Stated, Unit};

/// From so many months on, years are counted.
const TWO_YEARS: u64 = 24;

/// From so many months on, no day is told: everything else will have changed before.
const TEN_YEARS: u64 = 120;

/// Says the books of each currency, a sentence or two for each.
pub(super) fn sentences(here: &Here<'_>, ledger: &Ledger<'_>) -> Vec<String> {
    ledger.accounts().flat_map(|account| account_sentences(here, ledger, account)).collect()
}

fn account_sentences(here: &Here<'_>, ledger: &Ledger<'_>, account: Account) -> Vec<String> {
    let Account { cost, receipts, balance, reserve, runway } = account;
    let said = |money: Money| amount(here.words(), money);
    let year = match (receipts, balance) {
        (Some(receipts), Some(balance)) => {
            let left = said(Money { minor: balance.minor.saturating_abs(), ..balance });
            if balance.minor < 0 {
                message!("money-year.lacks", cost = said(cost), receipts = said(receipts), lacking = left)
            } else {
                message!("money-year", cost = said(cost), receipts = said(receipts), left = left)
            }
        }
        _ => message!("money-year.costs", cost = said(cost)),
    };
    // Where money was set aside and nothing flows, the reserve is all there is to say.
    let flows = cost.minor > 0 || receipts.is_some_and(|receipts| receipts.minor > 0);
    let year = flows.then_some(year);
    let on = ledger.reserves.and_then(|reserves| reserves.on.known()).map(|on| here.date(on.0));
    let reserve = reserve.map(said);
    let lasts = match (runway, reserve) {
        (Runway::Months(months, until), Some(reserve)) => {
            let until = until.filter(|_| months <= TEN_YEARS);
            Some(lasts(here, reserve, on, months, until.map(|day| here.date(day))))
        }
        (Runway::NoReserve, _) => Some(message!("money-reserve.none")),
        (_, Some(reserve)) => Some(match on {
            Some(on) => message!("money-reserve", reserve = reserve, date = on),
            None => message!("money-reserve.undated", reserve = reserve),
        }),
        (Runway::Endless | Runway::Unknown | Runway::Months(..), None) => None,
    };
    year.into_iter().chain(lasts).map(|message| here.words().say(&message)).collect()
}

/// Says how long the reserve lasts, from which day on and until when, as far as that is known.
fn lasts(here: &Here<'_>, reserve: String, on: Option<String>, months: u64, until: Option<String>) -> Message {
    let length = length(here, months);
    match (on, until) {
        (Some(on), Some(until)) => {
            message!("money-lasts", reserve = reserve, date = on, length = length, until = until)
        }
        (Some(on), None) => message!("money-lasts.endless", reserve = reserve, date = on, length = length),
        (None, _) => message!("money-lasts.undated", reserve = reserve, length = length),
    }
}

/// Says a number of months; of two years and more, as years.
fn length(here: &Here<'_>, months: u64) -> String {
    let words = here.words();
    if months == 0 {
        return words.word("money-under-a-month");
    }
    if months > TEN_YEARS {
        return words.word("money-over-ten-years");
    }
    let of = |count: u64, unit| words.say(&Duration::new(u32::try_from(count).unwrap_or(u32::MAX), unit).message());
    match (months / 12, months % 12) {
        _ if months < TWO_YEARS => of(months, Unit::Months),
        (years, 0) => of(years, Unit::Years),
        (years, months) => words.say(&message!(
            "money-years-and-months",
            years = of(years, Unit::Years),
            months = of(months, Unit::Months)
        )),
    }
}

/// Says what is not in the figures, because nobody knows it.
pub(super) fn not_counted(here: &Here<'_>, ledger: &Ledger<'_>) -> Vec<String> {
    let words = here.words();
    let income = ledger.income.iter().filter(|(_, price)| *price == Price::Unknown);
    let income = income.map(|(income, _)| here.prose(&income.label).into_owned()).collect::<Vec<_>>();
    let reserve = ledger.reserves.is_some_and(|reserves| reserves.money == Stated::Unknown);
    let income = (!income.is_empty()).then(|| words.say(&message!("money-unknown-income", names = income.join(", "))));
    income.into_iter().chain(reserve.then(|| words.word("money-unknown-reserve"))).collect()
}
