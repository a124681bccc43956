//! Which files are the inventory, and what each describes.

use crate::names::Kind;
use crate::source::SourcePath;

/// What a file in the inventory folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form<'path> {
    /// A map id → entity: `services.yaml`.
    Map(Kind),
    /// One entity, whose id is the stem: `services/mail.yaml`; or `organisation.yaml`.
    One(Kind, &'path str),
    /// A page, which may stand beside the inventory.
    Page,
    /// Nothing that is read; holds the path below the inventory folder.
    Unknown(&'path str),
}

/// Tells what a path in the inventory folder is; nothing when it does not lie there.
pub(super) fn form<'path>(path: &'path SourcePath, folder: &SourcePath) -> Option<Form<'path>> {
    let below = path.below(folder)?;
    if matches!(path.extension(), "md" | "markdown") {
        return Some(Form::Page);
    }
    let kind_of = |name: &str| Kind::inventory().find(|kind| kind.plural() == name);
    let form = match (below.strip_suffix(".yaml"), below.split_once('/')) {
        (Some(stem), None) => match kind_of(stem) {
            Some(Kind::Organisation) => Some(Form::One(Kind::Organisation, Kind::Organisation.name())),
            Some(kind) => Some(Form::Map(kind)),
            None => None,
        },
        (Some(_), Some((parent, name))) if !name.contains('/') => {
            let kind = kind_of(parent).filter(|kind| *kind != Kind::Organisation);
            kind.map(|kind| Form::One(kind, path.stem()))
        }
        _ => None,
    };
    Some(form.unwrap_or(Form::Unknown(below)))
}

/// What a file of the inventory describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// One thing.
    One(Kind),
    /// Several, by id.
    Several(Kind),
}

/// Returns what a file of the inventory describes; nothing of any other file.
#[must_use]
pub fn holds(path: &SourcePath, inventory: &SourcePath) -> Option<Holds> {
    match form(path, inventory)? {
        Form::Map(kind) => Some(Holds::Several(kind)),
        Form::One(kind, _) => Some(Holds::One(kind)),
        Form::Page | Form::Unknown(_) => None,
    }
}

/// Returns the names that inventory files can have.
pub(super) fn names() -> Vec<String> {
    Kind::inventory().map(|kind| format!("{}.yaml", kind.plural())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_the_inventory_are_recognised() {
        let folder = SourcePath::new("runbooks/inventory").unwrap();
        let expect = |path: &str, expected| {
            let path = SourcePath::new(&format!("runbooks/inventory/{path}")).unwrap();
            assert_eq!(form(&path, &folder), Some(expected), "{path:?}");
        };
        expect("services.yaml", Form::Map(Kind::Service));
        expect("people/ada.yaml", Form::One(Kind::Person, "ada"));
        expect("organisation.yaml", Form::One(Kind::Organisation, "organisation"));
        expect("services/index.md", Form::Page);
        expect("service.yaml", Form::Unknown("service.yaml"));
        expect("services.yml", Form::Unknown("services.yml"));
        expect("services/a/b.yaml", Form::Unknown("services/a/b.yaml"));
        assert_eq!(form(&SourcePath::new("runbooks/inventory-old/a.yaml").unwrap(), &folder), None);
    }
}
