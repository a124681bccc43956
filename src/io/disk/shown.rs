//! Paths as messages show them.

use std::path::{Component, Path, PathBuf};

/// Returns a path without the steps that lead nowhere: `./../site` is `../site`.
pub fn shown(path: impl AsRef<Path>) -> String {
    let steps = path.as_ref().components().filter(|step| *step != Component::CurDir);
    let plain: PathBuf = steps.collect();
    if plain.as_os_str().is_empty() { ".".to_owned() } else { plain.display().to_string() }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn steps_that_lead_nowhere_are_not_shown() {
        for (path, plain) in
            [("././a/b", "a/b"), ("./../exp/", "../exp"), (".", "."), ("/a/./b", "/a/b"), ("a/..", "a/..")]
        {
            assert_eq!(shown(path), plain);
        }
    }
}
