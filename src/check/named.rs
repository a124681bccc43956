//! Several things in one sentence: a few by name, the others counted. A sentence of fifty names is read by nobody.

use std::fmt::Display;

/// How many are named.
const NAMED: usize = 6;

/// Things as a sentence names them: `` `{ $names }`{ and-more } ``.
pub(super) struct Named {
    /// The first of them, with what stands between two.
    pub names: String,
    /// How many more there are.
    pub more: usize,
}

/// Names the first of some things, and counts the others.
pub(super) fn named(things: impl IntoIterator<Item = impl Display>) -> Named {
    let mut things = things.into_iter();
    let names: Vec<String> = things.by_ref().take(NAMED).map(|thing| thing.to_string()).collect();
    Named { names: names.join("`, `"), more: things.count() }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn the_first_are_named_and_the_others_counted() {
        let said = |count: usize| {
            let named = named(0..count);
            (named.names, named.more)
        };
        assert_eq!(said(0), (String::new(), 0));
        assert_eq!(said(2), ("0`, `1".to_owned(), 0));
        assert_eq!(said(6), ("0`, `1`, `2`, `3`, `4`, `5".to_owned(), 0));
        assert_eq!(said(9), ("0`, `1`, `2`, `3`, `4`, `5".to_owned(), 3));
    }
}
