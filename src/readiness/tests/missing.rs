//! Who cannot be missed, and what is left to do when somebody goes.

use std::collections::BTreeSet;

use super::{Association, DRILL};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::readiness::Readiness;
use crate::readiness::hand_back::hand_back;
use crate::readiness::missing::BusFactor;

fn bus_factor(association: &Association) -> String {
    let (kb, snapshot) = association.known(association, DRILL);
    match Readiness::new(&kb, &snapshot).bus_factor() {
        BusFactor::None(service) => format!("nobody can run {service}"),
        BusFactor::These(people, service) => {
            let people: Vec<&str> = people.iter().map(|who| who.id()).collect();
            format!("without {} nobody can run {service}", people.join(" and "))
        }
        BusFactor::More(count) => format!("more than {count}"),
    }
}

#[test]
fn whoever_alone_holds_the_keys_cannot_be_missed() {
    let mut lone = Association { is_shared: false, ..Association::default() };
    // The pages are not written: not even Lea can, as far as anybody knows.
    assert_eq!(bus_factor(&lone), "nobody can run service:s1");
    lone.more = Association::default()
        .archive()
        .split_inclusive("-- runbooks/")
        .filter(|page| ["restore-", "operate-", "diagnose-", "communicate-"].iter().any(|of| page.starts_with(of)))
        .map(|page| format!("-- runbooks/{}", page.trim_end_matches("-- runbooks/")))
        .collect();
    assert_eq!(bus_factor(&lone), "without lea nobody can run service:s1");
    assert_eq!(bus_factor(&Association::default()), "without lea and max nobody can run service:s1");
}

#[test]
fn what_falls_without_somebody_is_told_with_what_it_becomes() {
    let drilled = Association::default().signed_in().drilled();
    let falls = |gone: &[&str]| {
        let (kb, snapshot) = drilled.known(&drilled, DRILL);
        let gone: BTreeSet<EntityRef> = gone.iter().map(|gone| kb.names.find(gone).unwrap()).collect();
        let falls = Readiness::new(&kb, &snapshot).falls(&gone);
        falls.iter().map(|fall| format!("{} {:?} {:?}", fall.service.id(), fall.from, fall.to)).collect::<Vec<_>>()
    };
    // What Max showed he takes with him; Lea is still there, and holds the keys.
    assert_eq!(falls(&["person:iris"]), [""; 0]);
    assert!(falls(&["person:max"]).contains(&"s1 Proven OnPaper".to_owned()), "{:?}", falls(&["person:max"]));
    let nobody = falls(&["person:max", "person:lea"]);
    assert_eq!(nobody.len(), 8);
    assert!(nobody.iter().all(|fall| fall.ends_with("Broken")), "{nobody:?}");
    // Everything that opens lies in that vault; all copies lie in that store.
    assert!(falls(&["provider:vault"]).iter().all(|fall| fall.ends_with("Broken")));
    assert_eq!(falls(&["provider:vault"]).len(), 8);
    assert_eq!(falls(&["provider:store"]).len(), 8);
    // A host that is gone is rebuilt elsewhere.
    assert_eq!(falls(&["host:box"]), [""; 0]);
}

#[test]
fn whoever_goes_leaves_a_list() {
    let association = Association::default();
    let (kb, _) = association.known(&association, DRILL);
    let list = |kb: &KnowledgeBase, who: &str| {
        let tasks = hand_back(kb, &kb.names.find(who).unwrap());
        let said = |(task, things): (crate::readiness::hand_back::Task, Vec<EntityRef>)| {
            let things: Vec<String> = things.iter().map(ToString::to_string).collect();
            format!("{}: {}", task.message_id(), things.join(" "))
        };
        tasks.into_iter().map(said).collect::<Vec<_>>()
    };
    assert_eq!(
        list(&kb, "person:max"),
        [
            "hand-back-rotate: credential:key credential:names credential:rack credential:ssh credential:store credential:vault",
            "hand-back-write: "
        ]
    );
    assert_eq!(list(&kb, "person:pia"), ["hand-back-represent: organisation:organisation"]);
    assert!(list(&kb, "person:lea").iter().any(|task| task.starts_with("hand-back-own: service:s1")));
}
