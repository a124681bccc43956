//! Which questions one asks about a thing of each kind, in which order, and what answers them.

use crate::catalog::Entity;
use crate::knowledge::KnowledgeBase;
use crate::names::Kind;

use super::Answer;
use super::derive::{
    backups_below, balance, contracts_below, decide_by, exit_tried, machines, mail_flows, no_access, no_backup,
    no_contract, no_pages, no_second_holder, no_service, opened_below, project_cost, second, stands_on, tier,
    tried_with, yearly_cost,
};

/// What follows from several fields; nothing when there is nothing to say.
type Work = for<'kb> fn(&'kb KnowledgeBase, &'kb Entity) -> Option<Answer<'kb>>;

/// What a line of a sheet is made of.
#[derive(Clone, Copy)]
pub(super) enum Row {
    /// A field of its own.
    Own(&'static str),
    /// The other end of a field that things of a kind have, with these fields of theirs.
    From(Kind, &'static str, &'static [&'static str]),
    /// What follows from several fields; its label is the message `derived-<name>`.
    Worked(&'static str, Work),
    /// The pages about it.
    Pages,
}

use Kind::{
    Backup, Contract, Credential, Domain, Host, MailFlow, Organisation, Person, Project, Provider, Runbook, Service,
};
use Row::{From, Own, Pages, Worked};

/// The group of whatever no other group names.
pub(super) const REST: &str = "rest";

/// What one wants to know of a credential that opens something, without opening its page.
const ACCESS: &[&str] = &["store", "holders"];
/// Of a backup.
const BACKED_UP: &[&str] = &["schedule", "copies", "restore"];
/// Of a contract.
const DUE: &[&str] = &["renews_on", "auto_renew", "cost", "paid_by"];

type Groups = &'static [(&'static str, &'static [Row])];

/// Returns the groups of a kind. Terms have none: the glossary shows them.
pub(super) fn groups(kind: Kind) -> Groups {
    match kind {
        Service => SERVICE,
        Host => HOST,
        Provider => PROVIDER,
        Domain => DOMAIN,
        Credential => CREDENTIAL,
        Backup => BACKUP,
        Person => PERSON,
        Organisation => ORGANISATION,
        MailFlow => MAIL_FLOW,
        Project => PROJECT,
        Contract => CONTRACT,
        Kind::Partner => PARTNER,
        Kind::Term | Runbook => &[("todo", &[Pages])],
    }
}

const SERVICE: Groups = &[
    (
        "what",
        &[
            Own("lifecycle"),
            Own("urls"),
            Own("owner"),
            Worked("second", second),
            From(Person, "roles", &[]),
            Own("software"),
        ],
    ),
    (
        "way-in",
        &[
            Own("runs_on"),
            Worked("machines", machines),
            Own("admin_url"),
            From(Credential, "opens", ACCESS),
            Worked("opened-below", opened_below),
            Worked("access", no_access),
            Worked("second-holder", no_second_holder),
            Own("paths"),
            Own("monitoring"),
        ],
    ),
    (
        "needs",
        &[
            Own("depends_on"),
            From(Service, "depends_on", &[]),
            From(MailFlow, "used_by", &[]),
            From(Credential, "store", &[]),
            From(Person, "contacts", &[]),
        ],
    ),
    ("todo", &[Worked("pages", no_pages), Pages]),
    (
        "data",
        &[
            Own("data"),
            From(Backup, "covers", BACKED_UP),
            Worked("backups-below", backups_below),
            Worked("backups", no_backup),
        ],
    ),
    ("promises", &[Worked("tier", tier), Own("mtd"), Own("rto"), Own("rpo"), Own("minimum"), Own("if_abandoned")]),
    ("serves", &[Own("serves")]),
    ("money", &[From(Contract, "covers", DUE), Worked("contracts-below", contracts_below)]),
];

const HOST: Groups = &[
    (
        "way-in",
        &[
            Own("addresses"),
            Own("ssh"),
            Own("console"),
            From(Credential, "opens", ACCESS),
            Worked("opened-below", opened_below),
            Worked("access", no_access),
            Worked("second-holder", no_second_holder),
            From(Host, "ssh", &[]),
        ],
    ),
    (
        "holds",
        &[
            From(Service, "runs_on", &[]),
            From(Service, "depends_on", &[]),
            From(MailFlow, "via", &[]),
            From(Backup, "copies", &[]),
            From(Person, "contacts", &[]),
        ],
    ),
    ("todo", &[Pages]),
    ("data", &[From(Backup, "covers", BACKED_UP)]),
    (
        "machine",
        &[
            From(Person, "roles", &[]),
            Own("provider"),
            Own("type"),
            Own("hosting"),
            Own("location"),
            Own("os"),
            Own("config_source"),
        ],
    ),
    (
        "money",
        &[From(Contract, "covers", DUE), Worked("contracts-below", contracts_below), Worked("contracts", no_contract)],
    ),
];

const PROVIDER: Groups = &[
    ("reach", &[Own("support"), Own("customer_id"), From(Credential, "opens", ACCESS), Worked("access", no_access)]),
    (
        "holds",
        &[
            Own("kind"),
            From(Host, "provider", &[]),
            From(Service, "runs_on", &[]),
            From(Service, "depends_on", &[]),
            From(Domain, "registrar", &[]),
            From(Domain, "dns", &[]),
            From(MailFlow, "via", &[]),
            Own("mail"),
            From(Backup, "copies", &[]),
            From(Credential, "store", &[]),
            From(Person, "contacts", &[]),
        ],
    ),
    ("todo", &[Pages]),
    (
        "money",
        &[
            Own("account_holder"),
            From(Person, "roles", &[]),
            From(Contract, "covers", DUE),
            Worked("contracts", no_contract),
        ],
    ),
    ("leave", &[Own("exit"), Worked("exit-tried", exit_tried), Own("software_freedom"), Own("charter_exception")]),
    ("law", &[Own("jurisdiction"), Own("processes_personal_data"), Own("dpa")]),
];

const DOMAIN: Groups = &[
    ("ends", &[Own("expires_on"), Own("auto_renew"), From(Contract, "covers", DUE)]),
    (
        "way-in",
        &[
            Own("fqdn"),
            Own("registrar"),
            Own("dns"),
            From(Credential, "opens", ACCESS),
            Worked("opened-below", opened_below),
            Worked("access", no_access),
            Worked("second-holder", no_second_holder),
        ],
    ),
    ("todo", &[Pages]),
    ("needs", &[From(Service, "depends_on", &[]), From(MailFlow, "from_domains", &[]), From(Person, "contacts", &[])]),
    (
        "rights",
        &[Own("registrant"), From(Person, "roles", &[]), Own("transfer_lock"), Own("transfer_code"), Own("dnssec")],
    ),
];

const CREDENTIAL: Groups = &[
    (
        "where",
        &[Own("store"), Own("holders"), Worked("second-holder", no_second_holder), Own("second_factor"), Own("shared")],
    ),
    (
        "opens",
        &[
            Own("opens"),
            Own("kind"),
            From(Domain, "transfer_code", &[]),
            From(Backup, "encryption_key", &[]),
            From(Service, "depends_on", &[]),
        ],
    ),
    ("lost", &[Own("recovery"), Own("reset_via"), Own("rotate_every")]),
    ("todo", &[Pages, From(Runbook, "needs", &[])]),
];

const BACKUP: Groups = &[
    ("restore", &[Own("restore"), Own("encryption_key"), From(Credential, "opens", ACCESS)]),
    ("covers", &[Own("covers"), Own("copies"), Own("retention")]),
    ("todo", &[Pages]),
    ("runs", &[Own("tool"), Own("schedule"), Own("watched_by")]),
];

const PERSON: Groups = &[
    ("reach", &[Own("contacts"), Own("availability"), Own("timezone"), Own("languages")]),
    ("roles", &[Own("roles"), From(Organisation, "representatives", &[]), From(Organisation, "activation", &[])]),
    (
        "owns",
        &[
            From(Service, "owner", &[]),
            From(Provider, "account_holder", &[]),
            From(Domain, "registrant", &[]),
            From(Contract, "paid_by", &["renews_on"]),
        ],
    ),
    (
        "keys",
        &[
            From(Credential, "holders", &["opens"]),
            From(Credential, "second_factor", &[]),
            From(Credential, "recovery", &[]),
        ],
    ),
    ("todo", &[Pages]),
    ("period", &[Own("from"), Own("until"), Own("commits_as")]),
];

const ORGANISATION: Groups = &[
    ("takeover", &[Own("activation"), Own("representatives")]),
    ("reach", &[Own("public_contact"), Own("security_contact")]),
    ("todo", &[Pages]),
    (
        "owns",
        &[
            From(Provider, "account_holder", &[]),
            From(Domain, "registrant", &[]),
            From(Contract, "paid_by", &["renews_on"]),
        ],
    ),
    ("legal", &[Own("legal_form"), Own("registration_id"), Own("country"), Own("languages"), Own("charters")]),
    ("money", &[Worked("balance", balance), Own("income"), Own("reserves")]),
];

const MAIL_FLOW: Groups = &[
    (
        "what",
        &[Own("direction"), Own("purpose"), Own("from_domains"), Own("via"), Own("used_by"), Own("volume_per_day")],
    ),
    ("answers", &[Own("bounces"), Own("complaints")]),
    ("todo", &[Pages]),
    ("trust", &[Own("auth"), Own("return_path"), Own("ptr"), Own("list_unsubscribe")]),
];

const PROJECT: Groups = &[
    ("reach", &[Own("contacts"), Own("languages"), Own("notice_template")]),
    (
        "uses",
        &[
            From(Service, "serves", &["urls", "mtd", "rto", "rpo", "data"]),
            Worked("services", no_service),
            Worked("stands-on", stands_on),
            Worked("mail-flows", mail_flows),
        ],
    ),
    ("todo", &[Pages]),
    ("promises", &[Own("promise"), Own("leaves_with")]),
    ("money", &[Worked("project-cost", project_cost), From(Contract, "share", &["cost", "renews_on"])]),
];

const CONTRACT: Groups = &[
    ("ends", &[Own("renews_on"), Own("auto_renew"), Own("notice"), Worked("decide-by", decide_by)]),
    ("covers", &[Own("covers")]),
    (
        "money",
        &[
            Own("cost"),
            Worked("yearly-cost", yearly_cost),
            Own("paid_by"),
            Own("method"),
            Own("method_expires_on"),
            Own("share"),
        ],
    ),
    ("todo", &[Pages]),
];

const PARTNER: Groups = &[
    ("reach", &[Own("contacts")]),
    ("agreed", &[Own("agreed"), Own("agreement"), Own("agreed_on"), Own("ends_on"), Own("reciprocal")]),
    ("keys", &[From(Credential, "holders", &["opens"]), Worked("tried-with", tried_with)]),
    ("todo", &[Pages]),
];
