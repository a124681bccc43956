//! Lists of sections, kept as bytes while they grow: a large site has ten million entries.

/// What is said in sections, in their order: what is worth how much where.
pub(super) type Said = Vec<(u32, u16)>;

/// A list that only grows at its end.
#[derive(Debug, Default)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    /// The section after the last one.
    next: u32,
}

impl Postings {
    /// Adds a section that comes after all others.
    pub(super) fn push(&mut self, section: u32, t: u16) {
        number(&mut self.bytes, section - self.next);
        number(&mut self.bytes, u32::from(t));
        self.next = section + 1;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Returns the sections, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, u16)> {
        let (mut bytes, mut next) = (self.bytes.as_slice(), 0);
        std::iter::from_fn(move || {
            let section = next + read(&mut bytes)?;
            next = section + 1;
            Some((section, u16::try_from(read(&mut bytes)?).unwrap_or(u16::MAX)))
        })
    }
}

/// Appends a number as a LEB128 varint.
pub(super) fn number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7F) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// Joins two lists. A section of both gets what `both` makes of its two values.
pub(super) fn join(
    one: impl IntoIterator<Item = (u32, u16)>,
    other: impl IntoIterator<Item = (u32, u16)>,
    both: impl Fn(u16, u16) -> u16,
) -> Said {
    let mut one = one.into_iter().peekable();
    let mut joined = Said::new();
    for (section, t) in other {
        while let Some(before) = one.next_if(|(at, _)| *at < section) {
            joined.push(before);
        }
        let same = one.next_if(|(at, _)| *at == section);
        joined.push((section, same.map_or(t, |(_, own)| both(own, t))));
    }
    joined.extend(one);
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pushed_is_read() {
        let list = [(0, 1), (1, 300), (7, 65_535), (4_000_000_000, 2)];
        let mut postings = Postings::default();
        assert!(postings.is_empty());
        list.iter().for_each(|(section, t)| postings.push(*section, *t));
        assert_eq!(postings.iter().collect::<Vec<_>>(), list);
    }

    #[test]
    fn two_lists_are_joined_in_order() {
        let (one, other) = (vec![(1, 8), (3, 2)], vec![(0, 4), (3, 10), (7, 2)]);
        assert_eq!(join(one, other, u16::max), [(0, 4), (1, 8), (3, 10), (7, 2)]);
    }
}
