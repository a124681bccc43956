//! Commits as people name them, and what lies between them.

use super::*;
use crate::history::RevisionId;

/// A past opened at a fixture.
fn past(fixture: &Fixture) -> Past {
    Past::open(fixture.folder.path()).unwrap()
}

fn id(commit: Oid) -> RevisionId {
    RevisionId::from_bytes(commit.as_bytes())
}

#[test]
fn a_commit_is_found_by_what_people_write() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A")]);
    let second = fixture.commit(3, &[first], &[("a.md", "B")]);
    fixture
        .repository
        .tag_lightweight("handover-1", &fixture.repository.find_object(first, None).unwrap(), false)
        .unwrap();
    let past = past(&fixture);
    for written in ["handover-1", "HEAD~1", &first.to_string()[..10], "2026-01-01", "2026-01-02"] {
        assert_eq!(past.find(written).unwrap().id, id(first), "{written}");
    }
    for written in ["main", "HEAD", "2026-01-03", "2030-01-01"] {
        assert_eq!(past.find(written).unwrap().id, id(second), "{written}");
    }
    let refused = |written: &str| past.find(written).unwrap_err().to_string();
    assert_eq!(refused("nothing"), "no commit, tag or branch is called `nothing`");
    assert_eq!(refused("HEAD:a.md"), "`HEAD:a.md` is no commit");
    assert_eq!(refused("2025-12-31"), "there was no commit yet on 2025-12-31");
}

#[test]
fn the_newest_commit_up_to_a_day_is_one_behind_the_commit_that_is_asked() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A")]);
    let second = fixture.commit(5, &[first], &[("a.md", "B")]);
    // A wrong clock: written after the second, dated before it.
    let skewed = fixture.commit(2, &[second], &[("a.md", "C")]);
    let beside = fixture.commit(6, &[first], &[("b.md", "B")]);
    let merge = fixture.commit(7, &[skewed, beside], &[]);
    let day = |day| jiff::civil::date(2026, 1, day);
    let asked =
        [(id(merge), day(6)), (id(skewed), day(6)), (id(skewed), day(4)), (id(first), day(9)), (id(merge), day(1))];
    let found = past(&fixture).newest_until(&asked).unwrap();
    let found: Vec<_> = found.into_iter().map(|revision| revision.unwrap().id).collect();
    assert_eq!(found, [id(beside), id(second), id(skewed), id(first), id(first)]);
    assert_eq!(past(&fixture).newest_until(&[(id(second), jiff::civil::date(2025, 1, 1))]).unwrap(), [None]);
}

#[test]
fn a_line_has_no_side_branches_and_commits_differ_in_files_of_the_project() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("ops/a.md", "A"), ("ops/b.md", "B"), ("else.md", "E")]);
    let side = fixture.commit(2, &[first], &[("ops/c.md", "C")]);
    let second = fixture.commit(3, &[first], &[("ops/a.md", "A2"), ("ops/b.md", ""), ("else.md", "E2")]);
    let merge = fixture.commit(4, &[second, side], &[("ops/c.md", "C")]);
    fixture.checkout();
    let past = Past::open(&fixture.path("ops")).unwrap();
    let line: Vec<_> = past.line(&id(merge), 9).unwrap().into_iter().map(|revision| revision.id).collect();
    assert_eq!(line, [id(merge), id(second), id(first)]);
    assert_eq!(past.line(&id(merge), 2).unwrap().len(), 2);
    let differing = past.differing(&id(first), &id(merge)).unwrap();
    assert_eq!(differing.iter().map(SourcePath::as_str).collect::<Vec<_>>(), ["a.md", "b.md", "c.md"]);
}

#[test]
fn what_lay_outside_the_project_or_hidden_in_it_is_not_given_back() {
    let fixture = Fixture::new();
    let text = |first: &str| format!("{first}\ntwo\nthree\nfour\nfive\n");
    let files = [("private/a.md", text("private")), ("ops/.drafts/b.md", text("draft")), ("ops/c.md", text("open"))];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let first = fixture.commit(1, &[], &files);
    let (a, b, c) = (text("now"), text("later"), text("soon"));
    let moved = [("private/a.md", ""), ("ops/a.md", &a), ("ops/.drafts/b.md", ""), ("ops/b.md", &b), ("ops/c.md", &c)];
    fixture.commit(2, &[first], &moved);
    fixture.checkout();
    let names = ["a.md", "b.md", "c.md"].map(|name| SourcePath::new(name).unwrap());
    let history = history(&fixture.path("ops"), &names, &lines_as_parts, None).value;
    let given = names.map(|name| {
        let changes = &history.changes(&name, "").unwrap().commits;
        changes.iter().map(|change| change.content.is_some()).collect::<Vec<_>>()
    });
    assert_eq!(given, [vec![true, false], vec![true, false], vec![true, true]]);
}

#[test]
fn a_tree_of_more_files_than_there_can_be_is_not_walked() {
    let fixture = Fixture::new();
    let repository = &fixture.repository;
    let mut tree = repository.blob(b"bomb").unwrap();
    // Ten trees, each holding the one before ten times: ten milliards of files.
    for level in 0..10 {
        let mut builder = repository.treebuilder(None).unwrap();
        let mode = if level == 0 { FileMode::Blob } else { FileMode::Tree };
        for name in 0..10 {
            builder.insert(format!("x{name}"), tree, mode.into()).unwrap();
        }
        tree = builder.write().unwrap();
    }
    let first = fixture.commit(1, &[], &[("a.md", "A")]);
    let second = fixture.commit(2, &[first], &[("b.md", "B")]);
    // The same commit with the bomb beside the page, and a next one without it.
    let mut builder = repository.treebuilder(Some(&repository.find_commit(second).unwrap().tree().unwrap())).unwrap();
    builder.insert("bomb", tree, FileMode::Tree.into()).unwrap();
    let armed = repository.find_tree(builder.write().unwrap()).unwrap();
    let author = Signature::new("Ada", "ada@example.org", &Time::new(1_767_355_200, 0)).unwrap();
    let parent = repository.find_commit(first).unwrap();
    let armed = repository.commit(None, &author, &author, "bomb", &armed, &[&parent]).unwrap();
    let mut builder = repository.treebuilder(Some(&repository.find_commit(armed).unwrap().tree().unwrap())).unwrap();
    builder.remove("bomb").unwrap();
    let disarmed = repository.find_tree(builder.write().unwrap()).unwrap();
    let armed = repository.find_commit(armed).unwrap();
    let head = repository.commit(None, &author, &author, "gone", &disarmed, &[&armed]).unwrap();
    repository.reference("refs/heads/main", head, true, "test").unwrap();
    fixture.checkout();
    // Whether the page came from somewhere in it cannot be found out.
    assert_eq!(fixture.known(&["a.md", "b.md"]), "a.md: 1 Ada\nb.md: unknown");
}
