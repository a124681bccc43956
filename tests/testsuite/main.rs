//! Tests of the whole tool: the built program on projects on disk, and the rules of the house.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "tests stand outside the house: they work on the disk, and a fault ends them"
)]

mod architecture;
mod branch;
mod broken;
mod changes;
mod cli;
mod corpora;
mod diff;
mod editions;
mod export;
mod formats;
mod interface;
mod outputs;
mod pipelines;
mod publish;
mod readiness;
mod records;
mod recovery;
mod search;
mod secrets;
mod situations;
mod story;
mod support;
mod theme;
mod verify;
mod versions;
mod words;
