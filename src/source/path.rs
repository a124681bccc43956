//! Paths inside a project: relative, `/`-separated, never climbing.

use std::fmt;
use std::sync::Arc;

/// The path of a file inside the project root.
///
/// Invariant: relative, parts separated by `/`, no empty part, no `.` and no `..`, no NUL, no back-slash. The root itself
/// is the empty path. Because the only constructors check this, a `SourcePath` can be joined to the root without
/// leaving it, as far as names go; symbolic links are the business of the door that opens it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

/// Why a text is not a [`SourcePath`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    /// It starts at the root of the file system or of a drive.
    #[error("the path is absolute")]
    Absolute,
    /// Its `..` lead out of the project.
    #[error("the path leads out of the project")]
    Outside,
    /// It holds a NUL byte or a back-slash.
    #[error("the path holds a character that no project path has")]
    Character,
}

impl SourcePath {
    /// Returns the project root.
    #[must_use]
    pub fn root() -> Self {
        Self(Arc::from(""))
    }

    /// Resolves a written path against the root: `.` and `..` are folded away.
    ///
    /// # Errors
    /// When the text is absolute, leads out of the root, or holds a character no path may have.
    pub fn new(written: &str) -> Result<Self, PathError> {
        Self::root().join(written)
    }

    /// Resolves a written path against this folder: `.` and `..` are folded away, by name.
    ///
    /// # Errors
    /// As for [`SourcePath::new`].
    pub fn join(&self, written: &str) -> Result<Self, PathError> {
        if written.contains(['\0', '\\']) {
            return Err(PathError::Character);
        }
        if written.starts_with('/') || written.as_bytes().get(1) == Some(&b':') {
            return Err(PathError::Absolute);
        }
        let mut parts: Vec<&str> = self.0.split('/').filter(|part| !part.is_empty()).collect();
        for part in written.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop().ok_or(PathError::Outside)?;
                }
                part => parts.push(part),
            }
        }
        Ok(Self(parts.join("/").into()))
    }

    /// Returns the path as text, `/`-separated.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the project root.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the folder that holds this path; the root's folder is the root.
    #[must_use]
    pub fn parent(&self) -> Self {
        Self(self.0.rsplit_once('/').map_or("", |(parent, _)| parent).into())
    }

    /// Returns the last part of the path.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// Returns the last part without its last extension.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        match name.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => name,
        }
    }

    /// Returns the last extension as written, without the dot; empty when there is none.
    #[must_use]
    pub fn extension(&self) -> &str {
        match self.file_name().rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => extension,
            _ => "",
        }
    }

    /// Returns the parts of the path from the root down.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('/').filter(|part| !part.is_empty())
    }

    /// Returns the rest of the path below `folder`, or nothing when it does not lie there. Compares part by part, so that
    /// `docs` does not hold `docs-secret/a.md`.
    #[must_use]
    pub fn below(&self, folder: &Self) -> Option<&str> {
        if folder.is_root() {
            return Some(&self.0);
        }
        self.0.strip_prefix(folder.as_str())?.strip_prefix('/')
    }

    /// Whether a part of the path starts with a dot.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.parts().any(|part| part.starts_with('.'))
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_folded_and_never_climb_out() {
        let folder = SourcePath::new("runbooks/mail").unwrap();
        assert_eq!(folder.join("../dns/./a.md").unwrap().as_str(), "runbooks/dns/a.md");
        assert_eq!(folder.join("../../../etc/passwd"), Err(PathError::Outside));
        assert_eq!(folder.join("/etc/passwd"), Err(PathError::Absolute));
        assert_eq!(folder.join("C:/x"), Err(PathError::Absolute));
        assert_eq!(folder.join("a\\b"), Err(PathError::Character));
    }

    #[test]
    fn a_sibling_with_the_same_prefix_does_not_lie_below() {
        let folder = SourcePath::new("docs").unwrap();
        assert_eq!(SourcePath::new("docs-secret/a.md").unwrap().below(&folder), None);
        assert_eq!(SourcePath::new("docs/a.md").unwrap().below(&folder), Some("a.md"));
    }

    #[test]
    fn a_dot_file_has_no_extension() {
        let path = SourcePath::new("a/.env").unwrap();
        assert_eq!((path.stem(), path.extension()), (".env", ""));
        assert!(path.is_hidden());
    }
}
