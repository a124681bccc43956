//! What is known, for other programs: everything as JSON, whom to tell about faults in security (RFC 9116), and what a CHATONS says of itself.
//!
//! Made of the knowledge alone, so that what an audience may not see is in no export for it.

mod chatons;
mod said;
mod security_txt;
mod whole;

use crate::bundle::{Sink, SitePath};
use crate::config::ProjectKind;
use crate::diagnostic::Diagnostic;
use crate::output::{Output, OutputContext};
use crate::scalar::Audience;

pub use chatons::{Properties, chatons, is_chatons};
pub use security_txt::security_txt;
pub use whole::{schema, whole};

/// The exports.
pub(super) static EXPORT: Output = Output { name: "export", emit };

/// Where everything stands as JSON.
pub const WHOLE: &str = "releve.json";
/// Where it is said what that may hold.
pub const SCHEMA: &str = "releve.schema.json";
/// Where whoever finds a fault looks (RFC 9116, §3).
pub const SECURITY_TXT: &str = ".well-known/security.txt";
/// Where the collective looks for what its members say of themselves.
pub const CHATONS: &str = ".well-known/chatonsinfos";

fn emit(context: &OutputContext<'_>, sink: &dyn Sink) -> Vec<Diagnostic> {
    // An earlier version is for people; a folder of documents has nothing to tell programs.
    if context.version.is_some() || context.kb.config.kind == ProjectKind::Documents {
        return Vec::new();
    }
    let put = |address: &str, bytes: Vec<u8>| {
        if let Some(path) = SitePath::new(address) {
            sink.put(&path, bytes);
        }
    };
    put(WHOLE, whole(context));
    put(SCHEMA, schema());
    if let Some(text) = security_txt(context.kb) {
        put(SECURITY_TXT, text.into_bytes());
    }
    // What everybody reads is made of what everybody may read.
    if context.kb.audience == Audience::Public && is_chatons(context.kb) {
        for Properties { name, text } in chatons(context.kb) {
            put(&format!("{CHATONS}/{name}"), text.into_bytes());
        }
    }
    Vec::new()
}
