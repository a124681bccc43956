#![doc = include_str!("ARCHITECTURE.md")]
#![cfg_attr(test, expect(clippy::disallowed_methods, reason = "tests use the disk, and so does `snapbox::str!`"))]

// The modules stand in reading order: each knows only those above it.

// Vocabulary.
pub mod bundle;
pub mod chronicle;
pub mod diagnostic;
pub mod difference;
pub mod history;
pub mod secret;
pub mod source;
pub mod words;
// Reading.
pub mod catalog;
pub mod config;
pub mod markdown;
pub mod names;
pub mod problem;
pub mod records;
pub mod runbook;
pub mod scalar;
pub mod schema;
// Knowing, and what follows.
pub mod edition;
pub mod knowledge;
pub mod readiness;
pub mod recovery;
// Saying.
pub mod check;
pub mod output;
pub mod search;
// Doing.
pub mod cli;
pub mod io;
