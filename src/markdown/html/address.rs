//! Which addresses may be written into a page.

/// The schemes that a link may have. None of them runs anything.
pub const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Whether an address may be written: relative, or with one of [`SCHEMES`].
///
/// Browsers drop tabs and line ends inside an address and blanks around it before they look at the scheme, so an address that
/// holds any is refused.
pub(super) fn is_safe(address: &str) -> bool {
    if address.chars().any(char::is_control) || address.trim() != address {
        return false;
    }
    match address.find([':', '/', '?', '#']) {
        Some(end) if address[end..].starts_with(':') => {
            SCHEMES.iter().any(|scheme| scheme.eq_ignore_ascii_case(&address[..end]))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn only_schemes_that_run_nothing_are_written() {
        for safe in
            ["https://a.org", "HTTP://a", "mailto:a@b", "tel:+33", "a.html#b:c", "../a:b", "#x", "", "?q=a:b", "./a:b"]
        {
            assert!(is_safe(safe), "{safe}");
        }
        let hostile = [
            "javascript:x",
            "JaVaScRiPt:x",
            "java\tscript:x",
            " javascript:x",
            "\u{1}javascript:x",
            "data:x",
            "vbscript:x",
            "file:x",
            "a:b",
        ];
        for refused in hostile {
            assert!(!is_safe(refused), "{refused:?}");
        }
    }
}
