//! What happens on a day, and what becomes of it if nobody acts.

use std::fmt;

use crate::knowledge::evidence::Link;
use crate::names::EntityRef;

/// What happens on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion<'kb> {
    /// Something expires, such as a domain.
    Expires(Renewal),
    /// A contract ends or goes on.
    Renews(Renewal),
    /// The card or mandate ends.
    PaymentEnds,
    /// An agreement ends.
    AgreementEnds,
    /// An exception to a charter ends.
    ExceptionEnds,
    /// Somebody leaves, with what only they can do.
    Leaves,
    /// A secret is to be changed.
    Rotation,
    /// What was proven counts in full for the last time.
    ProofEnds(Link),
    /// The whole takeover is to be tried again.
    Rehearsal,
    /// Whoever takes over is to open their copy of the site again.
    CopyCheck,
    /// The reserves are to be counted again.
    Recount,
    /// The certificate that a machine saw ends.
    CertificateEnds,
    /// What a machine saw of it is worth nothing any more.
    LookAgain,
    /// A gap is accepted until then; holds the rule.
    WaiverEnds(&'kb str),
    /// Somebody is to read a page and say back what it means; holds who.
    ReadBack(&'kb EntityRef),
}

/// Whether something goes on by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Renewal {
    /// It does, as long as it is paid.
    ByItself,
    /// Somebody has to renew it by hand.
    ByHand,
    /// Nobody knows.
    Unknown,
}

impl Occasion<'_> {
    /// Returns the message that names what happens.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Expires(_) => "calendar-expires",
            Self::Renews(_) => "calendar-renews",
            Self::PaymentEnds => "calendar-payment",
            Self::AgreementEnds => "calendar-agreement",
            Self::ExceptionEnds => "calendar-exception",
            Self::Leaves => "calendar-leaves",
            Self::Rotation => "calendar-rotation",
            Self::ProofEnds(Link::Access) => "calendar-proof-access",
            Self::ProofEnds(Link::KnowHow) => "calendar-proof-know-how",
            Self::ProofEnds(Link::Data) => "calendar-proof-data",
            Self::Rehearsal => "calendar-rehearsal",
            Self::CopyCheck => "calendar-copy",
            Self::Recount => "calendar-recount",
            Self::CertificateEnds => "calendar-certificate",
            Self::LookAgain => "calendar-look-again",
            Self::WaiverEnds(_) => "calendar-waiver",
            Self::ReadBack(_) => "calendar-read-back",
        }
    }

    /// Returns the message that says what happens if nobody does anything.
    #[must_use]
    pub fn otherwise(self) -> &'static str {
        match self {
            Self::Expires(Renewal::ByItself) | Self::Renews(Renewal::ByItself) => "calendar-otherwise-renews",
            Self::Expires(Renewal::ByHand) | Self::Renews(Renewal::ByHand) => "calendar-otherwise-ends",
            Self::Expires(Renewal::Unknown) | Self::Renews(Renewal::Unknown) => "calendar-otherwise-unknown",
            Self::PaymentEnds => "calendar-otherwise-payment",
            Self::AgreementEnds => "calendar-otherwise-agreement",
            Self::ExceptionEnds => "calendar-otherwise-exception",
            Self::Leaves => "calendar-otherwise-leaves",
            Self::Rotation => "calendar-otherwise-rotation",
            Self::ProofEnds(_) => "calendar-otherwise-proof",
            Self::Rehearsal => "calendar-otherwise-rehearsal",
            Self::CopyCheck => "calendar-otherwise-copy",
            Self::Recount => "calendar-otherwise-recount",
            Self::CertificateEnds => "calendar-otherwise-certificate",
            Self::LookAgain => "calendar-otherwise-look-again",
            Self::WaiverEnds(_) => "calendar-otherwise-waiver",
            Self::ReadBack(_) => "calendar-otherwise-read-back",
        }
    }

    /// Whether somebody has to act.
    #[must_use]
    pub fn needs_somebody(self) -> bool {
        !matches!(self, Self::Expires(Renewal::ByItself) | Self::Renews(Renewal::ByItself) | Self::ExceptionEnds)
    }
}

/// Tells the occasions of one thing apart, by a word that never changes: neither with the day, nor with the language, nor with what happens
/// otherwise.
impl fmt::Display for Occasion<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WaiverEnds(rule) => write!(formatter, "waiver/{rule}"),
            Self::ReadBack(who) => write!(formatter, "read-back/{who}"),
            // The message is named by what happens.
            other => formatter.write_str(other.message().trim_start_matches("calendar-")),
        }
    }
}
