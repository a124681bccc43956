//! How the parts of an index travel: as scripts, because that is the one thing a page may load from `file://`.
//!
//! A file is `releve.take("name","data");`, its data deflated (zlib, RFC 1950, whose checksum tells a damaged file) and written in
//! base64 (RFC 4648). The manifest lists the checksum of every other file, so that files of two builds are never read together.

use std::io::{Read, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

/// What a file starts with.
const CALL: &str = "releve.take(";

/// How hard data is deflated: what more would save is not worth the time.
const LEVEL: u32 = 4;

/// No part of an index is larger, unpacked.
const LARGEST: u64 = 64 << 20;

/// A packed file.
pub(super) struct Packed {
    /// What the browser loads.
    pub script: Vec<u8>,
    /// What tells its content from that of another build: its Adler-32, folded. That it is whole, the stream itself tells.
    pub sum: u16,
}

/// Packs bytes under a name of plain letters, digits and slashes.
pub(super) fn pack(name: &str, bytes: &[u8]) -> Packed {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    // Writing to memory does not fail.
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default();
    let script = format!("{CALL}\"{name}\",\"{}\");\n", STANDARD.encode(&packed));
    Packed { script: script.into_bytes(), sum: sum(&packed) }
}

/// Returns the bytes of a file and their checksum; nothing when it is damaged, or not the one of that name.
pub(super) fn unpack(name: &str, script: &[u8]) -> Option<(Vec<u8>, u16)> {
    let script = std::str::from_utf8(script).ok()?;
    let data = script.strip_prefix(CALL)?.strip_prefix('"')?.strip_prefix(name)?.strip_prefix("\",\"")?;
    let packed = STANDARD.decode(data.trim_end().strip_suffix("\");")?).ok()?;
    let mut bytes = Vec::new();
    let length = ZlibDecoder::new(&*packed).take(LARGEST).read_to_end(&mut bytes).ok()?;
    ((length as u64) < LARGEST).then(|| (bytes, sum(&packed)))
}

/// The checksum at the end of a zlib stream, its halves folded.
fn sum(packed: &[u8]) -> u16 {
    packed.last_chunk().map_or(0, |[a, b, c, d]| u16::from_be_bytes([a ^ c, b ^ d]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_back_and_any_change_to_it_is_told() {
        let text = "une sauvegarde, une autre sauvegarde, et encore une sauvegarde".as_bytes();
        let Packed { script, sum } = pack("i/7", text);
        assert_eq!(unpack("i/7", &script), Some((text.to_vec(), sum)));
        assert_eq!(unpack("i/8", &script), None);
        for at in 0..script.len() - 1 {
            let mut changed = script.clone();
            changed[at] ^= 1;
            assert_ne!(unpack("i/7", &changed), Some((text.to_vec(), sum)), "byte {at}");
            assert!(unpack("i/7", &script[..at]).is_none(), "cut at {at}");
        }
    }
}
