//! Where each key and value of a YAML text stands.

/// Places of the keys and values of one YAML text, by JSON pointer (RFC 6901).
pub struct Positions;

/// Why a YAML text cannot be read.
pub struct YamlFault;
