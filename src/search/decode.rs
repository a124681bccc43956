//! The bytes of a shard read back. Whatever they are, this ends, and says when they are no shard.

/// A range of the index, as read.
#[derive(Debug)]
pub(super) struct Shard {
    bytes: Vec<u8>,
    /// The forms, sorted, with their class.
    pub forms: Vec<(String, usize)>,
    classes: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    also: Vec<String>,
    rarity: u8,
    sections: usize,
    from: usize,
    to: usize,
}

impl Shard {
    /// Reads a shard; nothing when the bytes are none.
    pub(super) fn read(bytes: Vec<u8>) -> Option<Self> {
        let mut reader = Reader { bytes: &bytes, at: 0 };
        let text = reader.string()?;
        let mut forms: Vec<(String, usize)> = Vec::new();
        for line in text.split('\n') {
            let mut characters = line.chars();
            let shared = (characters.next()? as usize).checked_sub('0' as usize)?;
            let before = forms.last().map_or("", |(form, _)| form);
            let kept: String = before.chars().take(shared).collect();
            forms.push((kept + characters.as_str(), 0));
        }
        let number = reader.number()?;
        let mut next = 0;
        for (_, class) in &mut forms {
            let reference = reader.number()?;
            *class = if reference == 0 { next } else { next.checked_sub(reference)? };
            next += usize::from(reference == 0);
        }
        if number != next {
            return None;
        }
        let mut classes: Vec<Entry> = Vec::with_capacity(number);
        for _ in 0..number {
            let also = reader.string()?.split('\n').filter(|form| !form.is_empty()).map(str::to_owned).collect();
            classes.push(Entry { also, rarity: 0, sections: 0, from: 0, to: 0 });
        }
        let mut from = 0;
        for class in &mut classes {
            class.rarity = reader.byte()?;
            class.sections = reader.number()?;
            class.from = from;
            from += reader.number()?;
            class.to = from;
        }
        let start = reader.at;
        if bytes.len() != start.checked_add(from)? {
            return None;
        }
        for class in &mut classes {
            class.from += start;
            class.to += start;
        }
        Some(Self { bytes, forms, classes })
    }

    /// Returns how rare a class is.
    pub(super) fn rarity(&self, class: usize) -> u8 {
        self.classes[class].rarity
    }

    /// Returns in how many sections a class stands.
    pub(super) fn count(&self, class: usize) -> usize {
        self.classes[class].sections
    }

    /// Returns the forms that mean the same.
    pub(super) fn also(&self, class: usize) -> &[String] {
        &self.classes[class].also
    }

    /// Calls `each` with the sections of a class and what is said there. Returns whether they could be read.
    pub(super) fn postings(&self, class: usize, mut each: impl FnMut(usize, u8)) -> bool {
        let entry = &self.classes[class];
        let mut reader = Reader { bytes: &self.bytes[entry.from..entry.to], at: 0 };
        let mut next: usize = 0;
        for _ in 0..entry.sections {
            let Some(number) = reader.number() else { return false };
            let Some(section) = next.checked_add(number / 16) else { return false };
            each(section, (number % 16) as u8);
            next = section + 1;
        }
        true
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..=28).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn string(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        let text = self.bytes.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        std::str::from_utf8(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::encode::shards;
    use crate::search::invert::{Class, Inverted};

    /// The forms of an index with what they lead to, read back from its shards.
    fn read_back(index: &Inverted, size: usize) -> Vec<(String, Class)> {
        let mut read = Vec::new();
        for encoded in shards(index, size) {
            let shard = Shard::read(encoded.bytes).expect("what we wrote is a shard");
            for (form, class) in &shard.forms {
                assert!(form.as_str() >= encoded.start.as_str());
                let mut postings = Vec::new();
                assert!(shard.postings(*class, |section, value| postings.push((section as u32, value))));
                let (rarity, also) = (shard.rarity(*class), shard.also(*class).to_vec());
                read.push((form.clone(), Class { rarity, postings, also }));
            }
        }
        read
    }

    fn index() -> impl Strategy<Value = Inverted> {
        let postings = prop::collection::btree_map(0u32..200_000, 1u8..16, 1..40);
        let class = (postings, prop::collection::vec("[a-zé]{1,6}", 0..3));
        let forms = prop::collection::btree_map("[a-cé0-9.]{1,9}", any::<prop::sample::Index>(), 1..60);
        (prop::collection::vec(class, 1..20), forms).prop_map(|(classes, forms)| {
            let classes: Vec<Class> = classes
                .into_iter()
                .map(|(postings, also)| Class { rarity: 7, postings: postings.into_iter().collect(), also })
                .collect();
            let of = |class: prop::sample::Index| class.index(classes.len()) as u32;
            let forms = forms.into_iter().map(|(form, class)| (form, of(class))).collect();
            Inverted { forms, classes }
        })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(index in index(), size in 50usize..2000) {
            let of = |class: &u32| {
                let Class { rarity, postings, also } = &index.classes[*class as usize];
                Class { rarity: *rarity, postings: postings.clone(), also: also.clone() }
            };
            let expected: Vec<_> = index.forms.iter().map(|(form, class)| (form.clone(), of(class))).collect();
            prop_assert_eq!(read_back(&index, size), expected);
        }

        #[test]
        fn bytes_that_are_no_shard_are_told(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Some(shard) = Shard::read(bytes) {
                for (_, class) in &shard.forms {
                    shard.postings(*class, |_, _| {});
                }
            }
        }

        #[test]
        fn a_cut_shard_is_told(index in index(), cut in any::<prop::sample::Index>()) {
            for shard in shards(&index, 1 << 20) {
                let length = cut.index(shard.bytes.len());
                prop_assert!(Shard::read(shard.bytes[..length].to_vec()).is_none());
            }
        }
    }
}
