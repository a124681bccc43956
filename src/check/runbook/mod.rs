//! Pages that cannot be followed as they are.

mod unresolved_var;

pub(super) use unresolved_var::UNRESOLVED_VAR;
