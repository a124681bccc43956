//! Domains: when they end, and who can renew them.

mod expires;
mod no_auto_renew;
mod registrar_single;

use jiff::civil::Date;

use crate::knowledge::KnowledgeBase;
use crate::scalar::Duration;

pub(super) use expires::EXPIRES;
pub(super) use no_auto_renew::NO_AUTO_RENEW;
pub(super) use registrar_single::{REGISTRAR_SINGLE, lonely_keepers};

/// Whether a day comes before so many days have gone by; past days do.
fn is_within(kb: &KnowledgeBase, days: u32, day: Date) -> bool {
    Duration::days(days).after(kb.as_of).is_some_and(|limit| day < limit)
}

/// For so long before its end a domain is a matter of readiness: whoever takes over has to renew it first of all.
const SOON: u32 = 60;
/// A domain that renews itself has been renewed by then; where it has not, the payment failed, or nobody wrote down the new day.
const RENEWED_BY: u32 = 30;
/// For so long before its end somebody has to be sure who renews it.
const AHEAD: u32 = 120;
