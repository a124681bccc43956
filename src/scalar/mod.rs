//! Small checked values: dates, lengths of time, money, addresses, words of fixed sets.
//!
//! Each is written as one YAML scalar, has a [`Format`] that schemas are checked with, and is valid by construction.

mod address;
pub mod cron;
mod currency;
mod date;
mod duration;
mod every;
mod format;
pub mod license;
mod moment;
mod money;
mod percent;
mod region;
mod share;
mod stated;
mod word;

pub use address::{Channel, ContactAddress, Email, Url};
pub use currency::Currency;
pub use date::{Day, NoDay};
pub use duration::{Duration, Unit};
pub use every::Every;
pub use format::{Format, Malformed};
pub use moment::Moment;
pub use money::Money;
pub use percent::Percent;
pub use region::{Country, Lang};
pub use share::Share;
pub use stated::Stated;
pub(crate) use word::words;
pub use word::{Audience, Word};
