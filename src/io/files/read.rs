//! A file's bytes → text or asset.

use std::io::{self, Read};
use std::sync::Arc;

use super::report;
use super::tree::Tree;
use crate::diagnostic::Diagnostic;
use crate::source::{Encoding, SourcePath, decode};

/// The longest text read, in bytes.
const TEXT_LIMIT: u64 = 16 << 20;
/// The longest YAML file read, in bytes: a longer one is no inventory that people keep.
const YAML_LIMIT: u64 = 4 << 20;

/// A text file, read or too long to be.
pub(super) enum Text {
    /// Its text, and what had to be said about its encoding.
    Read(Arc<str>, Option<Diagnostic>),
    /// It has this many bytes, which is too many.
    TooLarge(u64, Diagnostic),
}

/// Reads the text file that is shown as `shown` and lies at `real`.
pub(super) fn text(tree: &dyn Tree, shown: &SourcePath, real: &SourcePath) -> io::Result<Text> {
    let file = tree.open(real.as_str())?;
    let limit = if is_yaml(shown) { YAML_LIMIT } else { TEXT_LIMIT };
    let length = file.length;
    if length > limit {
        return Ok(Text::TooLarge(length, report::too_large(shown, length, limit, is_yaml(shown))));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    // A file that grows while it is read is cut here and read again by the next build.
    file.bytes.take(limit).read_to_end(&mut bytes)?;
    let (text, encoding) = decode(&bytes);
    let problem = match encoding {
        Encoding::Utf8 => None,
        Encoding::Utf16 => Some(report::utf16(shown)),
        Encoding::Windows1252 { first } => {
            // The decoder counts from behind a byte order mark.
            let byte = if bytes.starts_with(b"\xEF\xBB\xBF") { first + 3 } else { first };
            let line = bytes.iter().take(byte).filter(|byte| **byte == b'\n').count() + 1;
            Some(report::not_utf8(shown, byte, line))
        }
    };
    Ok(Text::Read(text.into(), problem))
}

fn is_yaml(path: &SourcePath) -> bool {
    ["yaml", "yml"].iter().any(|extension| path.extension().eq_ignore_ascii_case(extension))
}
