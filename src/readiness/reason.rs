//! Why something is worth no more: the thing that has to be shown, changed or written, and what is wrong with it.

use jiff::civil::Date;

use crate::knowledge::evidence::Level;
use crate::names::EntityRef;
use crate::runbook::front_matter::RunbookType;

/// Why a link is worth no more than it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// What it is worth because of this.
    pub level: Level,
    /// What has to be shown, changed or written.
    pub thing: EntityRef,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Nothing is known to open it.
    NothingOpens,
    /// Nobody says who holds it.
    HoldersUnknown,
    /// Nobody says where it lies.
    StoreUnknown,
    /// What it lies in is supposed to be lost.
    StoreLost,
    /// They do not hold it, and there is no way to it that works without those who are gone.
    NoWay,
    /// Nobody says what is asked for besides.
    SecondFactorUnknown,
    /// They hold it, and not what is asked for besides.
    SecondFactorElsewhere,
    /// Nobody ever opened it.
    NeverOpened,
    /// A page of this type is missing.
    PageMissing(RunbookType),
    /// It is a draft.
    Draft,
    /// Nobody ever followed it.
    NeverFollowed,
    /// Only who wrote it followed it.
    ByAuthor,
    /// Nobody can tell whether who followed it wrote it.
    AuthorUnknown,
    /// Nobody says what it holds.
    DataUnknown,
    /// It is in no backup.
    NoBackup,
    /// Nobody says where its copies lie.
    CopiesUnknown,
    /// All its copies are supposed to be lost.
    CopiesLost,
    /// Nobody says what decrypts it.
    KeyUnknown,
    /// They cannot get at what decrypts it.
    KeyOutOfReach(EntityRef),
    /// Nobody ever brought it back.
    NeverRestored,
    /// Nobody says how long it may take to bring it back.
    NoObjective,
    /// How long it took was not measured.
    NotTimed,
    /// It took longer than it may.
    TooSlow,
    /// The last try did not work.
    Failed,
    /// What was shown is too old, since that day.
    Old(Date),
    /// What it depends on has changed since.
    Changed,
    /// Nobody can tell what has changed since.
    ChangeUnknown,
    /// Somebody else says that it was done.
    Reported,
    /// Somebody else did it.
    ByAnother,
}
