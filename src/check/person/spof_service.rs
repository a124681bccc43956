//! Services that go with one person: nobody else can open what they stand on, or nobody else has ever run them.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::person::Role;
use crate::catalog::service::Service;
use crate::check::ground::Ground;
use crate::check::keys::{Keys, Way};
use crate::check::named::{Named, named};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind};
use crate::records::exercise::{Exercise, ExerciseType};

pub(in crate::check) static SPOF_SERVICE: Check = Check {
    code: Code {
        name: "person/spof-service",
        default_severity: Severity::Readiness,
        explanation: explanation!("spof_service"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let opened = opened_by_one(kb);
    let mut run_by: BTreeMap<&EntityRef, Vec<EntityRef>> = BTreeMap::new();
    let doers = doers(kb);
    // Where nobody takes over, nobody else can have run anything: `person/no-backup-admin` says it all.
    let has_backup = kb.staying_with(Role::BackupAdmin).next().is_some();
    let runners = Runners::new(kb);
    for service in kb.live_services().filter(|_| has_backup) {
        let reference = EntityRef::from(&service.id);
        let Some(only) = only_one_who_ran(kb, &doers, &runners, service) else { continue };
        // Who alone can open it is said already; nobody else could have run it.
        if !opened.get(only).is_some_and(|(services, _)| services.contains(&reference)) {
            run_by.entry(only).or_default().push(reference);
        }
    }
    let mut report = |person: &EntityRef, services: Vec<EntityRef>, keys: Option<&BTreeSet<String>>| {
        let Some(entity) = kb.catalog.entities.get(person).filter(|_| !services.is_empty()) else { return };
        let Named { names, more } = named(services);
        let who = person.to_string();
        let finding = if let Some(keys) = keys {
            let message = message!("person-spof-service", person = who, names = names, more = more);
            let Named { names, more } = named(keys);
            let help = message!("person-spof-service.help", names = names, more = more);
            Diagnostic::at(code, entity.place, message).help(help)
        } else {
            let message = message!("person-spof-service.run", person = who, names = names, more = more);
            Diagnostic::at(code, entity.place, message).help(message!("person-spof-service.run-help"))
        };
        findings.push(finding.about(person));
    };
    for (person, (services, keys)) in &opened {
        report(person, services.iter().cloned().collect(), Some(keys));
    }
    for (person, services) in run_by {
        report(person, services, None);
    }
}

/// What one person alone opens: the live services, and the credentials.
type Opened<'kb> = BTreeMap<&'kb EntityRef, (BTreeSet<EntityRef>, BTreeSet<String>)>;

/// Finds the live services that, somewhere below them, stand on what one person alone can open.
fn opened_by_one(kb: &KnowledgeBase) -> Opened<'_> {
    let keys = Keys::new(kb);
    let mut doors: BTreeMap<&EntityRef, Vec<(&EntityRef, &Way<'_>)>> = BTreeMap::new();
    for (thing, way) in keys.ways() {
        let mut holders = way.holders.iter();
        if let (Some(only), None) = (holders.next(), holders.next())
            && only.kind() == Kind::Person
            && !way.is_unsaid
            && !way.has_route
        {
            doors.entry(only).or_default().push((thing, way));
        }
    }
    let ground = Ground::new(kb);
    let mut reached = ground.nothing();
    let mut opened = Opened::new();
    for (person, doors) in doors {
        reached.clear();
        doors.iter().for_each(|(door, _)| ground.go_up(door, &mut reached));
        let is_live = |thing: &&EntityRef| match thing {
            EntityRef::Service(id) => kb.catalog.services.get(id).is_some_and(Service::is_live),
            _ => false,
        };
        let services: BTreeSet<EntityRef> = ground.found(&reached).filter(is_live).cloned().collect();
        let credentials = doors.iter().flat_map(|(_, way)| &way.credentials);
        let credentials = credentials.map(|credential| EntityRef::from(&credential.id).to_string());
        opened.insert(person, (services, credentials.collect()));
    }
    opened
}

/// Whose role is to run things: everything, or what lies in its scope.
struct Runners<'kb> {
    everywhere: Vec<&'kb EntityRef>,
    scoped: BTreeMap<&'kb EntityRef, Vec<&'kb EntityRef>>,
}

impl<'kb> Runners<'kb> {
    fn new(kb: &'kb KnowledgeBase) -> Self {
        let mut runners = Self { everywhere: Vec::new(), scoped: BTreeMap::new() };
        for person in kb.catalog.people.values().filter(|person| person.stays()) {
            let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&person.id)) else { continue };
            let held = person.roles.known().into_iter().flatten();
            for held in held.filter(|held| matches!(held.role, Role::PrimaryAdmin | Role::ServiceOwner)) {
                if held.scope.is_empty() {
                    runners.everywhere.push(&entity.reference);
                }
                for thing in &held.scope {
                    runners.scoped.entry(thing).or_default().push(&entity.reference);
                }
            }
        }
        runners
    }

    fn of(&self, service: &Service) -> impl Iterator<Item = &'kb EntityRef> {
        let own = self.scoped.get(&EntityRef::from(&service.id));
        let below = service.runs_on.known().into_iter().flatten().filter_map(|on| self.scoped.get(on));
        self.everywhere.iter().chain(own.into_iter().chain(below).flatten()).copied()
    }
}

/// Who has done something with each thing that worked, and answers for it.
fn doers(kb: &KnowledgeBase) -> BTreeMap<&EntityRef, BTreeSet<&EntityRef>> {
    let mut doers: BTreeMap<&EntityRef, BTreeSet<&EntityRef>> = BTreeMap::new();
    for exercise in kb.records.exercises.values() {
        let Some(by) = exercise.by.known().filter(|by| is_done(exercise) && kb.standing(&exercise.file, by).counts())
        else {
            continue;
        };
        for subject in &exercise.subjects {
            doers.entry(subject).or_default().insert(by);
        }
    }
    doers
}

/// Whether something was done that shows how a service is run. Whoever only signed in has run nothing.
fn is_done(exercise: &Exercise) -> bool {
    let of = exercise.exercise_type.known().copied();
    of.is_some_and(|of| of.is_done() && of != ExerciseType::AccessCheck) && exercise.has_worked()
}

/// Returns the only person who stays and has ever run a service: who owns it, whose role it is to run it, and who has done something
/// with it, its backups or its pages.
fn only_one_who_ran<'kb>(
    kb: &'kb KnowledgeBase,
    doers: &BTreeMap<&'kb EntityRef, BTreeSet<&'kb EntityRef>>,
    runners: &Runners<'kb>,
    service: &'kb Service,
) -> Option<&'kb EntityRef> {
    let reference = EntityRef::from(&service.id);
    let backups: Vec<EntityRef> = kb.backups_of(service).iter().map(|backup| EntityRef::from(&backup.id)).collect();
    let things = std::iter::once(&reference).chain(&backups).chain(kb.pages_about(&reference));
    let done = things.filter_map(|thing| doers.get(thing)).flatten().copied();
    let owner = service.owner.known().and_then(|owner| kb.catalog.entities.get(&EntityRef::from(owner)));
    let by_role = runners.of(service).chain(owner.map(|owner| &owner.reference));
    let who: BTreeSet<&EntityRef> = done.chain(by_role).filter(|who| kb.is_staying(who)).collect();
    let mut who = who.into_iter();
    who.next().filter(|only| who.next().is_none() && only.kind() == Kind::Person)
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    const PROJECT: &str = "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
ada: {name: Ada, roles: [{role: primary-admin}]}
alan: {name: Alan, roles: [{role: backup-admin}]}
-- runbooks/inventory/providers.yaml --
rack: {name: Rack}
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1, provider: rack}
-- runbooks/inventory/services.yaml --
wiki: {name: Wiki, owner: ada, runs_on: [host:srv1]}
chat: {name: Chat, owner: ada, depends_on: [{ref: service:wiki}]}
tried: {name: Tried, lifecycle: experimental, runs_on: [host:srv1]}
";

    fn check(credential: &str, exercise: &str) -> String {
        let credentials = format!("-- runbooks/inventory/credentials.yaml --\nrack: {credential}\n");
        let exercise = format!("-- runbooks/records/exercises/2026-11-20-all.yaml --\n{exercise}");
        findings(&SPOF_SERVICE, &format!("{PROJECT}{credentials}{exercise}"))
    }

    const BOTH: &str = "{name: Rack, opens: [provider:rack], holders: [person:ada, person:alan]}";
    const DONE: &str = "date: 2026-11-20\ntype: restore\nby: alan\nsubjects: [service:wiki, service:chat]\nresult: pass\ntook: 1h\nfound: nothing\n";

    #[test]
    fn what_stands_on_a_door_that_one_person_opens_goes_with_them() {
        let said = check("{name: Rack, opens: [provider:rack], holders: [person:ada], recovery: {route: none}}", DONE);
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/people.yaml:1:1: without `person:ada`, nobody gets into what these stand on: `service:chat`, `service:wiki`
  help: give a second person `credential:rack`, or arrange another way in

"#]]
        );
    }

    #[test]
    fn what_nobody_else_has_run_goes_with_who_runs_it() {
        let said = check(BOTH, &DONE.replace(", service:chat", ""));
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/people.yaml:1:1: nobody but `person:ada` has ever run `service:chat`
  help: let somebody else restore it or follow one of its pages, and record it: `releve record exercise`

"#]]
        );
    }

    #[test]
    fn a_role_reaches_what_lies_in_its_scope() {
        let scope = |scope: &str| {
            let role = format!("roles: [{{role: service-owner, scope: [{scope}]}}]");
            let next = "-- runbooks/inventory/providers.yaml";
            findings(&SPOF_SERVICE, &PROJECT.replace(next, &format!("grace: {{name: Grace, {role}}}\n{next}")))
        };
        snapbox::assert_data_eq!(
            scope("'host:srv1'"),
            str![[r#"
runbooks/inventory/people.yaml:1:1: nobody but `person:ada` has ever run `service:chat`
  help: let somebody else restore it or follow one of its pages, and record it: `releve record exercise`

"#]]
        );
        assert_eq!(scope(""), "");
    }

    #[test]
    fn where_nobody_takes_over_that_is_all_there_is_to_say() {
        let alone = PROJECT.replace("backup-admin", "contact");
        assert_eq!(findings(&SPOF_SERVICE, &alone), "");
    }

    #[test]
    fn another_holder_or_another_way_and_a_second_who_has_done_it_are_enough() {
        assert_eq!(check(BOTH, DONE), "");
        let route = "{name: Rack, opens: [provider:rack], holders: [person:ada], recovery: {route: sealed}}";
        assert_eq!(check(route, DONE), "");
        assert_eq!(check("{name: Rack, opens: [provider:rack], holders: unknown}", DONE), "");
    }
}
