use jiff::civil::date;

use crate::config;
use crate::history::History;
use crate::knowledge;
use crate::source::Snapshot;

use super::exact::rounded_together;
use super::*;

/// The inventory of the example: every file that names a service, a thing it runs on, or a price.
const EXAMPLE: [(&str, &str); 9] = [
    ("organisation", include_str!("../../../runbooks/inventory/organisation.yaml")),
    ("contracts", include_str!("../../../runbooks/inventory/contracts.yaml")),
    ("projects", include_str!("../../../runbooks/inventory/projects.yaml")),
    ("services", include_str!("../../../runbooks/inventory/services.yaml")),
    ("hosts", include_str!("../../../runbooks/inventory/hosts.yaml")),
    ("providers", include_str!("../../../runbooks/inventory/providers.yaml")),
    ("domains", include_str!("../../../runbooks/inventory/domains.yaml")),
    ("mail_flows", include_str!("../../../runbooks/inventory/mail_flows.yaml")),
    ("backups", include_str!("../../../runbooks/inventory/backups.yaml")),
];

fn read(files: &[(&str, &str)]) -> KnowledgeBase {
    let mut archive = "-- book.toml --\n[releve]\n".to_owned();
    for (kind, text) in files {
        archive += &format!("-- runbooks/inventory/{kind}.yaml --\n{text}\n");
    }
    let snapshot = Snapshot::from_archive(&archive);
    let config = config::read(&snapshot, "Test", &|_| true).value;
    knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)).value
}

fn eur(amount: &str) -> Exact {
    Exact::new(format!("{amount} EUR").parse::<crate::scalar::Money>().unwrap().minor)
}

fn euro() -> Currency {
    Currency::new("EUR").unwrap()
}

/// The year of the example as its treasurer works it out on paper, contract by contract.
///
/// ```text
/// rade-srv1          12 × 70.00   840.00
/// rade-srv2          12 × 38.00   456.00
/// coffre-du-large     4 × 48.00   192.00
/// mailjet            12 × 16.00   192.00
/// cloudron                180.00   180.00
/// domaine-amarres   36.00 ÷ 2      18.00
/// domaine-jardins          18.00    18.00
/// domaine-fanfare          18.00    18.00
/// trousseau                36.00    36.00
/// forge                    40.00    40.00
/// google-workspace          0.00     0.00
///                        hosting  1990.00
/// banque             12 ×  4.00    48.00
///                           costs  2038.00
/// gifts                           2010.00
///                         balance    −28.00
/// ```
#[test]
fn the_year_of_the_example_agrees_with_the_sheet_worked_out_by_hand() {
    let kb = read(&EXAMPLE);
    let ledger = kb.ledger();
    let by_contract: Vec<(&str, String)> = ledger
        .contracts
        .iter()
        .map(|(contract, price)| (contract.id.as_str(), price.rounded().unwrap().to_string()))
        .collect();
    let by_hand = [
        ("banque", "48.00 EUR"),
        ("cloudron", "180.00 EUR"),
        ("coffre-du-large", "192.00 EUR"),
        ("domaine-amarres", "18.00 EUR"),
        ("domaine-fanfare", "18.00 EUR"),
        ("domaine-jardins", "18.00 EUR"),
        ("forge", "40.00 EUR"),
        ("google-workspace", "0.00 EUR"),
        ("mailjet", "192.00 EUR"),
        ("rade-srv1", "840.00 EUR"),
        ("rade-srv2", "456.00 EUR"),
        ("trousseau", "36.00 EUR"),
    ];
    assert_eq!(by_contract, by_hand.map(|(id, price)| (id, price.to_owned())));
    let bank = |contract: &Contract| contract.id.as_str() == "banque";
    let hosting = ledger.contracts.iter().filter(|(contract, _)| !bank(contract));
    let hosting: i64 = hosting.map(|(_, price)| price.rounded().unwrap().minor).sum();
    assert_eq!(Exact::new(hosting), eur("1990.00"));
    let [account] = ledger.accounts().collect::<Vec<_>>()[..] else { panic!("one currency") };
    assert_eq!(account.cost.to_string(), "2038.00 EUR");
    assert_eq!(account.receipts.unwrap().to_string(), "2010.00 EUR");
    assert_eq!(account.balance.unwrap().to_string(), "-28.00 EUR");
    // 512.00 ÷ (28.00 ÷ 12) = 219.4 months, from 30 September 2026 on.
    assert_eq!(account.runway, Runway::Months(219, Some(date(2044, 12, 30))));
}

/// ```text
///                    atelier-velo  cafe-langues     jardins     fanfare     for all
/// rade-srv1    840     45%  378.00   55%  462.00
/// rade-srv2    456     40%  182.40   60%  273.60
/// coffre       192     40%   76.80   50%   96.00   5%  9.60    5%  9.60
/// mailjet      192     40%   76.80   60%  115.20
/// cloudron     180     40%   72.00   60%  108.00
/// amarres       18                                                           18.00
/// jardins       18                                 100% 18.00
/// fanfare       18                                            100% 18.00
/// trousseau     36                                                           36.00
/// forge         40                                                           40.00
/// banque        48                                                           48.00
///             2038          786.00       1054.80        27.60       27.60   142.00
/// ```
#[test]
fn the_projects_of_the_example_agree_with_their_shares() {
    let kb = read(&EXAMPLE);
    let ledger = kb.ledger();
    let by_hand = [("atelier-velo", "786.00"), ("cafe-langues", "1054.80"), ("fanfare", "27.60"), ("jardins", "27.60")];
    let projects: Vec<_> = ledger.projects.iter().map(|(id, sums)| (id.as_str(), sums.of(euro()))).collect();
    assert_eq!(projects, by_hand.map(|(id, amount)| (id, eur(amount))));
    assert_eq!(ledger.for_all.of(euro()), eur("142.00"));
    for (project, sums) in &ledger.projects {
        assert_eq!(kb.cost_of_project(project), *sums, "{project}");
    }
}

/// ```text
/// rade-srv1    840 ÷ 5   168.00   discourse, frontal, mail-sortant, nextcloud, rocketchat
/// rade-srv2    456 ÷ 2   228.00   sites, visio
/// coffre       192 ÷ 8    24.00   the same, and workspace
/// mailjet      192 ÷ 5    38.40   discourse, mail-sortant, nextcloud, rocketchat, sites
/// cloudron     180 ÷ 2    90.00   sites, visio
/// amarres       18 ÷ 7     2.57…  all but workspace
/// jardins, fanfare        18.00   workspace, each
/// trousseau, forge, bank 124.00   no service
/// ```
/// Of seven sevenths of 18.00, each rounded down to 2.57, a cent is left over: the first has it.
#[test]
fn the_services_of_the_example_agree_with_the_equal_parts() {
    let kb = read(&EXAMPLE);
    let ledger = kb.ledger();
    let mut lines: Vec<Exact> = ledger.services.values().map(|sums| sums.of(euro())).collect();
    lines.push(ledger.for_none.of(euro()));
    let names = ledger.services.keys().map(|id| id.as_str()).chain(["for none"]);
    let told: Vec<(&str, i64)> = names.zip(rounded_together(&lines)).collect();
    let by_hand = [
        ("discourse", 23_298),
        ("frontal", 19_457),
        ("mail-sortant", 23_297),
        ("nextcloud", 23_297),
        ("rocketchat", 23_297),
        ("sites", 38_297),
        ("visio", 34_457),
        ("workspace", 6000),
        ("for none", 12_400),
    ];
    assert_eq!(told, by_hand);
    assert_eq!(told.iter().map(|(_, minor)| minor).sum::<i64>(), 203_800);
}

#[test]
fn currencies_have_books_of_their_own() {
    let kb = read(&[
        (
            "organisation",
            "name: Ours\nincome: [{label: Gifts, amount: \"100 EUR\", every: year}, {label: Dues, amount: \"9000 JPY\", every: month}]\nreserves: {money: \"60.00 EUR\", on: 2026-01-31}\n",
        ),
        (
            "contracts",
            "a: {name: A, cost: {amount: \"20.00 EUR\", every: month}}\nb: {name: B, cost: {amount: \"5000 JPY\", every: year}}\nc: {name: C, cost: {amount: \"1.250 KWD\", every: year}}\n",
        ),
    ]);
    let ledger = kb.ledger();
    let told = ledger.accounts().map(|account| {
        let Account { cost, balance, runway, .. } = account;
        format!("{cost}, {}, {runway:?}", balance.unwrap())
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "240.00 EUR, -140.00 EUR, Months(5, Some(2026-06-30))",
            "5000 JPY, 103000 JPY, Endless",
            "1.250 KWD, -1.250 KWD, NoReserve",
        ]
    );
}

#[test]
fn what_nobody_knows_is_counted_and_what_is_free_is_nothing() {
    let price = |cost: &str| {
        let kb = read(&[("contracts", &format!("a: {{name: A, cost: {cost}}}\n"))]);
        kb.ledger().contracts.first().map(|(_, price)| *price)
    };
    assert_eq!(price("unknown"), Some(Price::Unknown));
    assert_eq!(price("{amount: unknown, every: month}"), Some(Price::Unknown));
    assert_eq!(price("{amount: \"1 EUR\", every: unknown}"), Some(Price::Unknown));
    assert_eq!(price("{none: a gift of the town}"), Some(Price::Nothing));
    assert_eq!(price("{amount: \"90 EUR\", every: {none: paid once}}"), Some(Price::Nothing));
    assert_eq!(price("{amount: \"0 EUR\", every: unknown}"), Some(Price::Yearly(euro(), Exact::default())));
}

#[test]
fn shares_leave_the_rest_to_all_and_never_make_more_than_the_whole() {
    let told = |share: &str| {
        let kb = read(&[
            ("projects", "garden: {name: Garden}\nchoir: {name: Choir}\n"),
            ("contracts", &format!("a: {{name: A, cost: {{amount: \"100 EUR\", every: year}}, share: {share}}}\n")),
        ]);
        let ledger = kb.ledger();
        let projects: Vec<i64> = ledger.projects.values().map(|sums| sums.of(euro()).rounded()).collect();
        (projects, ledger.for_all.of(euro()).rounded())
    };
    assert_eq!(told("{}"), (vec![], 10_000));
    assert_eq!(told("{garden: 60, choir: 25}"), (vec![2500, 6000], 1500));
    assert_eq!(told("{garden: 100}"), (vec![10_000], 0));
    assert_eq!(told("{garden: 100, choir: 100}"), (vec![5000, 5000], 0));
}

#[test]
fn only_the_newest_year_counts_beside_what_has_none() {
    let kb = read(&[(
        "organisation",
        "name: Ours\nincome: [{label: Gifts, amount: \"90 EUR\", every: year, year: 2024}, {label: Gifts, amount: \"80 EUR\", every: year, year: 2025}, {label: Dues, amount: \"1 EUR\", every: month}]\n",
    )]);
    let ledger = kb.ledger();
    assert_eq!(ledger.receipts.of(euro()), eur("92.00"));
    assert_eq!(ledger.former.len(), 1);
}

#[test]
fn how_long_the_reserve_lasts_is_said_only_where_it_is_known() {
    let runway = |organisation: &str| {
        let cost = ("contracts", "a: {name: A, cost: {amount: \"10 EUR\", every: month}}\n");
        let kb = read(&[("organisation", &format!("name: Ours\n{organisation}")), cost]);
        kb.ledger().accounts().next().unwrap().runway
    };
    let gifts = "income: [{label: Gifts, amount: \"60 EUR\", every: year}]\n";
    assert_eq!(runway(""), Runway::Unknown);
    assert_eq!(runway(gifts), Runway::NoReserve);
    assert_eq!(runway(&format!("{gifts}reserves: unknown\n")), Runway::NoReserve);
    assert_eq!(runway(&format!("{gifts}reserves: {{money: unknown, on: unknown}}\n")), Runway::Unknown);
    assert_eq!(runway(&format!("{gifts}reserves: {{money: \"50 JPY\", on: unknown}}\n")), Runway::NoReserve);
    assert_eq!(runway(&format!("{gifts}reserves: {{money: \"12 EUR\", on: unknown}}\n")), Runway::Months(2, None));
    assert_eq!(runway("income: [{label: Gifts, amount: unknown, every: year}]\n"), Runway::Unknown);
    assert_eq!(runway("income: [{label: Gifts, amount: \"10 EUR\", every: month}]\n"), Runway::Endless);
}

#[test]
fn a_contract_is_for_what_it_names_most_closely() {
    let kb = read(&[
        (
            "providers",
            "rack: {name: Rack}\nrelay: {name: Relay}\nvault: {name: Vault}\nbank: {name: Bank, kind: bank}\n",
        ),
        ("hosts", "srv1: {name: srv1, provider: rack}\nsrv2: {name: srv2, provider: rack}\n"),
        (
            "services",
            "wiki: {name: Wiki, runs_on: [host:srv1]}\nforum: {name: Forum, runs_on: [host:srv2]}\nold: {name: Old, lifecycle: retired, runs_on: [host:srv1]}\n",
        ),
        ("mail_flows", "notes: {name: Notes, via: provider:relay, used_by: [forum]}\n"),
        (
            "backups",
            "nightly: {name: Nightly, covers: [{ref: host:srv1, what: full}], copies: [{at: provider:vault}]}\n",
        ),
        (
            "contracts",
            "a: {name: A, covers: [host:srv1, provider:rack]}\nb: {name: B, covers: [provider:rack]}\nc: {name: C, covers: [provider:relay]}\nd: {name: D, covers: [provider:vault]}\ne: {name: E, covers: [provider:bank]}\nf: {name: F, covers: [service:forum, host:srv1]}\n",
        ),
    ]);
    let told: Vec<String> = kb
        .catalog
        .contracts
        .values()
        .map(|contract| kb.services_of(contract).into_iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(told, ["wiki", "forum wiki", "forum", "wiki", "", "forum"]);
}
