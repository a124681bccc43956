//! Whole blocks painted by earlier runs, as bytes that a run leaves for the next one.
//!
//! A block is known by a hash of its language and code, so nothing here can be stale: other code is another block, and another
//! version of the tool reads nothing of what this one wrote.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::class::Class;
use super::{MAX_BLOCK, Piece};

/// What the bytes start with; the version of the tool, because its grammars and classes come with it.
const HEADER: &[u8] = concat!("releve highlight 1 ", env!("CARGO_PKG_VERSION"), "\n").as_bytes();

/// The length of the hash that the bytes end with.
const SEAL: usize = blake3::OUT_LEN;

/// A hash of a language and a code: 128 bits, so that two blocks never share one by chance.
type Key = [u8; 16];

/// The blocks painted before, and those that this run used.
#[derive(Default)]
pub(super) struct Blocks {
    /// Only looked up, never listed.
    known: HashMap<Key, Arc<[Piece]>>,
    used: Mutex<BTreeMap<Key, Arc<[Piece]>>>,
    has_new: AtomicBool,
}

impl Blocks {
    /// Reads what [`Blocks::to_bytes`] wrote. Bytes that are not whole, or of another version, hold nothing.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        Self { known: read(bytes).unwrap_or_default(), ..Self::default() }
    }

    /// Returns the pieces of a block: those of an earlier run, else what `paint` makes of it.
    pub(super) fn get(&self, language: &str, code: &str, paint: impl FnOnce() -> Vec<Piece>) -> Arc<[Piece]> {
        let key = key(language, code);
        let known = self.known.get(&key).filter(|pieces| covers(pieces, code));
        let pieces = known.cloned().unwrap_or_else(|| {
            self.has_new.store(true, Ordering::Relaxed);
            paint().into()
        });
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&pieces));
        pieces
    }

    /// Returns the blocks that were used, for the next run; nothing when that would be what this run was given.
    pub(super) fn to_bytes(&self) -> Option<Vec<u8>> {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.has_new.load(Ordering::Relaxed) && used.len() == self.known.len() {
            return None;
        }
        let mut bytes = HEADER.to_vec();
        for (key, pieces) in used.iter() {
            bytes.extend(key);
            bytes.extend(u32::try_from(pieces.len()).ok()?.to_le_bytes());
            for piece in pieces.iter() {
                bytes.extend(piece.end.to_le_bytes());
                bytes.push(piece.class.map_or(0, |class| class.letter().as_bytes()[0]));
            }
        }
        let seal = blake3::hash(&bytes);
        bytes.extend(seal.as_bytes());
        Some(bytes)
    }
}

/// Whether pieces follow each other through a code to its end. Whoever can write the bytes can seal them, too.
fn covers(pieces: &[Piece], code: &str) -> bool {
    let is_forward = pieces.is_sorted_by(|first, second| first.end < second.end);
    is_forward
        && pieces.iter().all(|piece| code.is_char_boundary(piece.end as usize))
        && pieces.last().map_or(0, |piece| piece.end as usize) == code.len()
}

fn key(language: &str, code: &str) -> Key {
    let mut hasher = blake3::Hasher::new();
    hasher.update(language.as_bytes()).update(b"\0").update(code.as_bytes());
    let [first @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = *hasher.finalize().as_bytes();
    first
}

fn read(bytes: &[u8]) -> Option<HashMap<Key, Arc<[Piece]>>> {
    let (sealed, seal) = bytes.split_at_checked(bytes.len().checked_sub(SEAL)?)?;
    if blake3::hash(sealed).as_bytes() != seal {
        return None;
    }
    let mut rest = sealed.strip_prefix(HEADER)?;
    let mut known = HashMap::new();
    while !rest.is_empty() {
        let (key, after) = rest.split_first_chunk::<16>()?;
        let (count, after) = after.split_first_chunk::<4>()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (pieces, after) = after.split_at_checked(count.checked_mul(5)?)?;
        known.insert(*key, pieces.as_chunks::<5>().0.iter().map(piece).collect::<Option<_>>()?);
        rest = after;
    }
    Some(known)
}

fn piece([a, b, c, d, class]: &[u8; 5]) -> Option<Piece> {
    let end = u32::from_le_bytes([*a, *b, *c, *d]);
    let class = if *class == 0 { None } else { Some(Class::of_letter(*class)?) };
    (end as usize <= MAX_BLOCK).then_some(Piece { end, class })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted() -> Vec<Piece> {
        vec![Piece { end: 3, class: Some(Class::Keyword) }, Piece { end: 8, class: None }]
    }

    #[test]
    fn the_next_run_knows_what_this_one_used() {
        let first = Blocks::default();
        first.get("sh", "if trué", painted);
        let bytes = first.to_bytes().unwrap();
        let second = Blocks::from_bytes(&bytes);
        assert_eq!(*second.get("sh", "if trué", || panic!("it is known")), *painted());
        assert_eq!(second.to_bytes(), None);
        second.get("bash", "if trué", painted);
        assert_eq!(Blocks::from_bytes(&second.to_bytes().unwrap()).known.len(), 2);
    }

    #[test]
    fn a_block_that_is_gone_is_forgotten() {
        let first = Blocks::default();
        first.get("sh", "if trué", painted);
        first.get("sh", "if tru2_", painted);
        let second = Blocks::from_bytes(&first.to_bytes().unwrap());
        second.get("sh", "if trué", painted);
        assert_eq!(Blocks::from_bytes(&second.to_bytes().unwrap()).known.len(), 1);
    }

    #[test]
    fn pieces_that_do_not_fit_the_code_are_painted_anew() {
        let code = "if trué";
        for pieces in [vec![], vec![(9, None)], vec![(7, None), (8, None)], vec![(3, None), (3, None), (8, None)]] {
            let first = Blocks::default();
            first.get("sh", code, || pieces.iter().map(|(end, class)| Piece { end: *end, class: *class }).collect());
            let second = Blocks::from_bytes(&first.to_bytes().unwrap());
            assert_eq!(*second.get("sh", code, painted), *painted());
        }
    }

    #[test]
    fn bytes_that_were_cut_or_changed_hold_nothing() {
        let blocks = Blocks::default();
        blocks.get("sh", "if trué", painted);
        let bytes = blocks.to_bytes().unwrap();
        for length in 0..bytes.len() {
            assert!(Blocks::from_bytes(&bytes[..length]).known.is_empty(), "{length}");
        }
        for position in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[position] ^= 1;
            assert!(Blocks::from_bytes(&changed).known.is_empty(), "{position}");
        }
    }
}
