//! Where and how to publish.

use std::path::{Path, PathBuf};

use crate::bundle::Stamp;

/// What to publish to, and how.
#[derive(Clone, Copy)]
pub struct PublishOptions<'a> {
    /// The output folder: new, empty, or with our marker. Folders above it are made.
    pub out: &'a Path,
    /// The root of the project: neither it nor a folder that holds it is published to.
    pub project: &'a Path,
    /// Folders of sources (content, themes): neither they, nor folders in them or around them, are published to. One that is the
    /// whole project keeps nothing out of itself.
    pub protected: &'a [PathBuf],
    /// The home directory of the user, where it is known.
    pub home: Option<&'a Path>,
    /// What the site says of itself in its marker.
    pub stamp: &'a Stamp,
    /// Whether to wait for the disk.
    pub durability: Durability,
    /// How to get from the old site to the new one.
    pub switch: Switch,
}

/// Whether a build waits until its files are on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// A power cut after the build loses nothing, one during the build leaves the old site.
    Synced,
    /// For throw-away builds: quicker, and safe against a crash of the program but not of the machine.
    Unsynced,
}

/// How a new site takes the place of the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// In one step; file by file where the file system cannot do that.
    Exchange,
    /// File by file: the folder itself stays, which a program that watches or has mounted it may need.
    FileByFile,
}
