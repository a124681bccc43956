//! Addresses made of names: ASCII, lower case, short, and safe on every file system a copy of the site may land on.

use crate::config::Config;
use crate::markdown;

/// The longest stem of an address part: with `.html`, a leading `_` and a number, a part stays within 80 characters.
const LONGEST: usize = 70;

/// Names that Windows keeps for devices, whatever the extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Turns a name into one part of an address: a slug, cut where it gets long, and an underscore behind what Windows keeps.
///
/// A name without a Latin letter or digit becomes a hash of itself, so that it always has an address and always the same.
pub(super) fn slug(name: &str) -> String {
    let mut slug = markdown::slug(name);
    slug.truncate(LONGEST);
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() {
        return format!("x{}", &blake3::hash(name.as_bytes()).to_hex()[..8]);
    }
    if is_device(&slug) {
        slug.push('_');
    }
    slug
}

/// Returns the name by which what we publish tells this site from others.
pub(super) fn site_name(config: &Config) -> String {
    slug(config.site_id.as_ref().unwrap_or(&config.title))
}

/// Whether Windows keeps this name for a device: `con`, `aux`, `com1` to `com9`, `lpt1` to `lpt9` …
fn is_device(name: &str) -> bool {
    let numbered = |prefix: &str| name.strip_prefix(prefix).is_some_and(|n| n.len() == 1 && n != "0");
    DEVICES.contains(&name) || numbered("com") || numbered("lpt")
}

/// Turns the path of a file into an address: the slug of each part, and the extension of the last one as it is, in lower case.
pub(super) fn file_address<'a>(folder: &str, parts: impl Iterator<Item = &'a str>) -> String {
    let mut parts: Vec<&str> = parts.collect();
    let name = parts.pop().unwrap_or_default();
    let (stem, extension) = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).unwrap_or((name, ""));
    let mut address = folder.to_owned();
    for part in parts {
        address.push_str(&slug(part));
        address.push('/');
    }
    address.push_str(&slug(stem));
    if !extension.is_empty() {
        address.push('.');
        address.push_str(&slug(extension));
    }
    address
}

/// Inserts something before the extension of an address: `mail/a.html` with `-2` is `mail/a-2.html`.
pub(super) fn with_suffix(address: &str, suffix: &str) -> String {
    let file = address.rfind('/').map_or(0, |slash| slash + 1);
    let dot = address[file..].rfind('.').map_or(address.len(), |dot| file + dot);
    format!("{}{suffix}{}", &address[..dot], &address[dot..])
}

/// Puts an underscore before the file name of an address: `mail/a.html` becomes `mail/_a.html`.
pub(super) fn set_aside(address: &str) -> String {
    let file = address.rfind('/').map_or(0, |slash| slash + 1);
    format!("{}_{}", &address[..file], &address[file..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_plain_ascii() {
        let cases = [
            ("Restaurer Nextcloud", "restaurer-nextcloud"),
            ("L’hôte est perdu !", "l-hote-est-perdu"),
            ("œuvre_d'art", "oeuvre-d-art"),
            ("v1.2", "v1-2"),
            ("aux", "aux_"),
            ("com7", "com7_"),
            ("com0", "com0"),
            ("console", "console"),
            ("__init__", "init"),
        ];
        for (name, expected) in cases {
            assert_eq!(slug(name), expected, "{name}");
        }
    }

    #[test]
    fn a_name_without_ascii_letters_still_has_one_stable_address() {
        assert_eq!(slug("日本語"), slug("日本語"));
        assert_ne!(slug("日本語"), slug("中文"));
        assert!(slug("!!!").len() > 1);
    }

    #[test]
    fn a_long_name_is_cut() {
        assert!(slug(&"mot ".repeat(100)).len() <= LONGEST);
    }

    #[test]
    fn files_keep_their_extension() {
        assert_eq!(file_address("files/", ["Plan réseau", "Schéma.PNG"].into_iter()), "files/plan-reseau/schema.png");
        assert_eq!(file_address("", ["Makefile"].into_iter()), "makefile");
    }

    #[test]
    fn suffixes_stand_before_the_extension() {
        assert_eq!(with_suffix("a.b/c.html", "-2"), "a.b/c-2.html");
        assert_eq!(with_suffix("a.b/c", "-2"), "a.b/c-2");
        assert_eq!(set_aside("service/index.html"), "service/_index.html");
    }
}
