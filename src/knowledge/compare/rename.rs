//! Which things have another id and are the same: they say so in their aliases, or say what the other said.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Entity;
use crate::catalog::fact::{Fact, Value};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind};

/// What things are called now, by their former ids.
#[derive(Default)]
pub(in crate::knowledge) struct Renamed(BTreeMap<EntityRef, EntityRef>);

impl Renamed {
    /// Finds what says in its aliases that it had another id.
    pub(in crate::knowledge) fn by_alias(before: &KnowledgeBase, after: &KnowledgeBase) -> Self {
        let mut renamed = Self::default();
        let mut lost = references(before).filter(|reference| !has(after, reference)).collect();
        let mut gained = references(after).filter(|reference| !has(before, reference)).collect();
        by_alias(after, &mut lost, &mut gained, &mut renamed);
        renamed
    }

    /// Returns what a thing was called.
    pub(in crate::knowledge) fn former<'a>(&'a self, reference: &'a EntityRef) -> &'a EntityRef {
        self.0.iter().find(|(_, now)| *now == reference).map_or(reference, |(was, _)| was)
    }

    /// Returns what a thing is called now.
    pub(in crate::knowledge) fn newest<'a>(&'a self, reference: &'a EntityRef) -> &'a EntityRef {
        self.0.get(reference).unwrap_or(reference)
    }

    /// Returns the facts of a former time with the ids of now.
    pub(super) fn facts<'a>(&self, facts: &'a [Fact]) -> Cow<'a, [Fact]> {
        if self.0.is_empty() { Cow::Borrowed(facts) } else { facts.iter().map(|fact| self.fact(fact)).collect() }
    }

    fn fact(&self, fact: &Fact) -> Fact {
        Fact { name: fact.name, value: self.value(&fact.value) }
    }

    /// Returns a value of a former time with the ids of now.
    pub(in crate::knowledge) fn value(&self, value: &Value) -> Value {
        match value {
            Value::Reference(reference) => Value::Reference(self.newest(reference).clone()),
            Value::List(values) => Value::List(values.iter().map(|value| self.value(value)).collect()),
            Value::Group(facts) => Value::Group(facts.iter().map(|fact| self.fact(fact)).collect()),
            other => other.clone(),
        }
    }
}

/// Finds what has another id.
pub(super) fn find(before: &KnowledgeBase, after: &KnowledgeBase) -> Renamed {
    let mut renamed = Renamed::default();
    let mut lost: BTreeSet<EntityRef> = references(before).filter(|reference| !has(after, reference)).collect();
    let mut gained: BTreeSet<EntityRef> = references(after).filter(|reference| !has(before, reference)).collect();
    if lost.is_empty() || gained.is_empty() {
        return renamed;
    }
    by_alias(after, &mut lost, &mut gained, &mut renamed);
    by_facts(before, after, &mut lost, &mut gained, &mut renamed);
    by_lines(before, after, &lost, &gained, &mut renamed);
    renamed
}

fn references(kb: &KnowledgeBase) -> impl Iterator<Item = EntityRef> {
    kb.catalog.entities.keys().cloned().chain(kb.runbooks.keys().map(EntityRef::from))
}

fn has(kb: &KnowledgeBase, reference: &EntityRef) -> bool {
    match reference {
        EntityRef::Runbook(id) => kb.runbooks.contains_key(id),
        other => kb.catalog.entities.contains_key(other),
    }
}

/// The author says what it was called.
fn by_alias(
    after: &KnowledgeBase,
    lost: &mut BTreeSet<EntityRef>,
    gained: &mut BTreeSet<EntityRef>,
    renamed: &mut Renamed,
) {
    let former: BTreeMap<(Kind, String), EntityRef> =
        lost.iter().map(|reference| ((reference.kind(), reference.id().to_owned()), reference.clone())).collect();
    gained.retain(|reference| {
        let aliases = match reference {
            EntityRef::Runbook(id) => after.runbooks.get(id).and_then(|page| Some(&page.head()?.aliases)),
            other => after.catalog.entities.get(other).map(|entity| &entity.aliases),
        };
        let mut aliases = aliases.into_iter().flatten();
        let was = aliases.find_map(|alias| {
            former.get(&(reference.kind(), alias.clone())).filter(|was| lost.contains(*was)).cloned()
        });
        let Some(was) = was else { return true };
        lost.remove(&was);
        renamed.0.insert(was, reference.clone());
        false
    });
}

/// It says what the other said: all its fields are equal, or its whole text is.
fn by_facts(
    before: &KnowledgeBase,
    after: &KnowledgeBase,
    lost: &mut BTreeSet<EntityRef>,
    gained: &mut BTreeSet<EntityRef>,
    renamed: &mut Renamed,
) {
    let index = |kb: &KnowledgeBase, references: &BTreeSet<EntityRef>, renamed: &Renamed| {
        let mut said: BTreeMap<(Kind, String), Vec<EntityRef>> = BTreeMap::new();
        for reference in references {
            if let Some(words) = words(kb, reference, renamed) {
                said.entry((reference.kind(), words)).or_default().push(reference.clone());
            }
        }
        said
    };
    let were = index(before, lost, renamed);
    let are = index(after, gained, &Renamed::default());
    for (said, was) in were {
        // Of several that say the same nobody knows which became which.
        if let ([was], Some([is])) = (was.as_slice(), are.get(&said).map(Vec::as_slice)) {
            lost.remove(was);
            gained.remove(is);
            renamed.0.insert(was.clone(), is.clone());
        }
    }
}

/// What a thing says, without its name; nothing when that is too little to know it by.
fn words(kb: &KnowledgeBase, reference: &EntityRef, renamed: &Renamed) -> Option<String> {
    /// So many fields must be filled in.
    const FEWEST: usize = 3;

    if let EntityRef::Runbook(id) = reference {
        let text = kb.runbooks.get(id)?.document.text.as_str().trim();
        return (text.len() > FEWEST).then(|| text.to_owned());
    }
    let entity: &Entity = kb.catalog.entities.get(reference)?;
    let facts = entity.facts.iter().filter(|fact| !matches!(fact.name, "name" | "aliases"));
    let facts: Vec<Fact> = facts.map(|fact| renamed.fact(fact)).collect();
    let known = facts.iter().filter(|fact| !matches!(fact.value, Value::Unknown)).count();
    (known >= FEWEST).then(|| format!("{facts:?} {:?}", entity.notes))
}

/// Pages that have most of their lines in common.
fn by_lines(
    before: &KnowledgeBase,
    after: &KnowledgeBase,
    lost: &BTreeSet<EntityRef>,
    gained: &BTreeSet<EntityRef>,
    renamed: &mut Renamed,
) {
    /// Lines of fewer bytes say too little.
    const SHORTEST: usize = 12;
    /// A line in more pages than this tells none of them.
    const MOST: usize = 8;

    fn lines<'a>(kb: &'a KnowledgeBase, reference: &EntityRef) -> BTreeSet<&'a str> {
        let EntityRef::Runbook(id) = reference else { return BTreeSet::new() };
        let text = kb.runbooks.get(id).map_or("", |page| page.document.text.as_str());
        text.lines().map(str::trim).filter(|line| line.len() >= SHORTEST).collect()
    }
    let mut pages_of_line: BTreeMap<&str, Vec<&EntityRef>> = BTreeMap::new();
    let mut lengths: BTreeMap<&EntityRef, usize> = BTreeMap::new();
    for page in gained {
        let lines = lines(after, page);
        lengths.insert(page, lines.len());
        lines.into_iter().for_each(|line| pages_of_line.entry(line).or_default().push(page));
    }
    let mut alike: Vec<(std::cmp::Reverse<usize>, &EntityRef, &EntityRef)> = Vec::new();
    for page in lost {
        let lines = lines(before, page);
        let mut shared: BTreeMap<&EntityRef, usize> = BTreeMap::new();
        for pages in lines.iter().filter_map(|line| pages_of_line.get(line)).filter(|pages| pages.len() <= MOST) {
            pages.iter().for_each(|other| *shared.entry(other).or_default() += 1);
        }
        for (other, shared) in shared {
            let all = lines.len() + lengths.get(other).copied().unwrap_or_default();
            // Six lines of ten (Dice's coefficient).
            if shared * 20 >= all * 6 {
                alike.push((std::cmp::Reverse(shared * 2000 / all.max(1)), page, other));
            }
        }
    }
    alike.sort_unstable();
    let mut taken = BTreeSet::new();
    for (_, was, is) in alike {
        if !renamed.0.contains_key(was) && taken.insert(is) {
            renamed.0.insert(was.clone(), is.clone());
        }
    }
}
